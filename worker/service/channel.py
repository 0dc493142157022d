"""Messages over a socket: pickled, each after its length.

Blocking functions for the child. The parent, which must never wait for a child that may hang, has `Channel`.
"""

import pickle
import socket
import struct
from collections.abc import Iterator

_LENGTH = struct.Struct("!Q")
_READ_BYTES = 262_144


def send(sock: socket.socket, message: object) -> None:
    """Returns when the other side, or the kernel, has taken all of it."""
    sock.sendall(_frame(message))


def receive(sock: socket.socket) -> object:
    """Waits for a whole message; raises EOFError when the other side is gone."""
    (length,) = _LENGTH.unpack(_exactly(sock, _LENGTH.size))
    return pickle.loads(_exactly(sock, length))  # noqa: S301 - from our own parent


class Channel:
    """The parent's end: what cannot be sent now waits here, what has come so far is kept until it is whole."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)  # noqa: FBT003 - the socket's own signature
        self._socket = sock
        self._incoming = bytearray()
        self._outgoing = bytearray()

    def fileno(self) -> int:
        """For the selector."""
        return self._socket.fileno()

    @property
    def waiting(self) -> bool:
        """Whether something waits to be sent."""
        return bool(self._outgoing)

    def send(self, message: object) -> None:
        """Sends as much as fits, and keeps the rest for `flush`."""
        self._outgoing += _frame(message)
        self.flush()

    def flush(self) -> None:
        """Sends as much of what waits as fits. A broken connection is noticed by `receive`."""
        try:
            while self._outgoing:
                del self._outgoing[: self._socket.send(self._outgoing)]
        except BlockingIOError:
            return
        except OSError:
            self._outgoing.clear()

    def receive(self) -> Iterator[object]:
        """The messages that have come whole; raises EOFError after the last one when the other side is gone."""
        gone = self._fill()
        while len(self._incoming) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._incoming)
            end = _LENGTH.size + length
            if len(self._incoming) < end:
                break
            message = pickle.loads(memoryview(self._incoming)[_LENGTH.size : end].tobytes())  # noqa: S301 - our own child
            del self._incoming[:end]
            yield message
        if gone:
            raise EOFError

    def close(self) -> None:
        """The child sees the end of its input."""
        self._socket.close()

    def _fill(self) -> bool:
        """Takes what has come; True when the other side is gone."""
        try:
            while data := self._socket.recv(_READ_BYTES):
                self._incoming += data
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True


def _frame(message: object) -> bytes:
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def _exactly(sock: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        if not (part := sock.recv(min(_READ_BYTES, size - len(data)))):
            raise EOFError
        data += part
    return bytes(data)
