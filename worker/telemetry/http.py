"""The worker's one HTTP port: `/metrics`, `/healthz`, `/readyz`."""

import logging
import socket
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import orjson
from prometheus_client.exposition import choose_encoder

from worker.telemetry.health import Health
from worker.telemetry.metrics import Metrics

log = logging.getLogger(__name__)

PAGE = b"""<!doctype html><html lang="en"><meta charset="utf-8"><title>news-worker</title><h1>news-worker</h1>
<ul><li><a href="/metrics">/metrics</a> for Prometheus
<li><a href="/healthz">/healthz</a> 200 while something moves, else 503: restart it
<li><a href="/readyz">/readyz</a> 200 once the children are up and partitions are assigned, else 503</ul></html>
"""


class AddressError(Exception):
    """The metrics port cannot be had."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a page answers."""

    body: bytes
    content_type: str
    status: HTTPStatus = HTTPStatus.OK


class _Handler(BaseHTTPRequestHandler):
    """Answers one request and closes: no keep-alive, so that a silent client holds nothing."""

    server: "_Listener"
    timeout = 5
    server_version = "news-worker"
    sys_version = ""

    def do_GET(self) -> None:
        page = self.server.pages.get(self.path.partition("?")[0])
        self._answer(page(self.headers.get("Accept", "")) if page else _NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _answer(self, response: Response) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """A scrape every few seconds is normal operation, and that logs nothing."""


class _Listener(ThreadingHTTPServer):
    """A thread a connection, at most `connections` of them: one more closes the oldest; slow clients block nobody."""

    daemon_threads = True
    request_queue_size = 128
    connections: ClassVar[int] = 32

    def __init__(self, address: tuple[str, int], pages: dict[str, Callable[[str], Response]]) -> None:
        self.pages = pages
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self._open: OrderedDict[int, socket.socket] = OrderedDict()
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    def process_request(self, request: socket.socket, client_address: tuple[str, int]) -> None:  # type: ignore[override]  # the base class also allows UDP
        with self._lock:
            self._open[id(request)] = request
            oldest = self._open.popitem(last=False)[1] if len(self._open) > self.connections else None
        if oldest is not None:
            _shut(oldest)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]  # the base class also allows UDP
        with self._lock:
            self._open.pop(id(request), None)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the base class's
        """A client that went away is no error of ours; anything else is."""
        error = sys.exception()
        gone = isinstance(error, OSError)
        log.log(logging.DEBUG if gone else logging.ERROR, "The metrics port failed to answer", exc_info=error)


class HttpServer:
    """Serves metrics and health from a daemon thread, until closed."""

    def __init__(self, host: str, port: int, metrics: Metrics, health: Health) -> None:
        self._metrics = metrics
        self._health = health
        pages: dict[str, Callable[[str], Response]] = {
            "/": lambda _accept: Response(PAGE, "text/html; charset=utf-8"),
            "/metrics": self._exposition,
            "/healthz": lambda _accept: _report(health.alive, health.liveness()),
            "/readyz": lambda _accept: _report(health.ready, health.readiness()),
        }
        try:
            self._listener = _Listener((host, port), pages)
        except (OSError, OverflowError) as error:
            raise AddressError(
                f"Cannot listen on {host}:{port} ({error}); set telemetry.host and telemetry.port to a free address, "
                "port 0 takes any free one."
            ) from error
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.1,), name="http", daemon=True)

    @property
    def port(self) -> int:
        """The port that is listened on, also where 0 was asked for."""
        return int(self._listener.server_address[1])

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def close(self) -> None:
        """Stop answering and free the port."""
        if self._thread.is_alive():
            self._listener.shutdown()
        self._listener.server_close()

    def _exposition(self, accept: str) -> Response:
        encode, content_type = choose_encoder(accept)
        return Response(encode(self._metrics.registry), content_type)


_NOT_FOUND = Response(b"There are /metrics, /healthz and /readyz.\n", "text/plain", HTTPStatus.NOT_FOUND)


def _report(good: bool, facts: dict[str, object]) -> Response:  # noqa: FBT001 - the one fact a probe asks for
    status = HTTPStatus.OK if good else HTTPStatus.SERVICE_UNAVAILABLE
    return Response(orjson.dumps(facts) + b"\n", "application/json", status)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        log.debug("The oldest connection was closed already")
