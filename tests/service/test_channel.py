"""Messages between parent and child."""

import socket

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from worker.service.channel import Channel, receive, send


@given(st.lists(st.binary(max_size=50), max_size=5), st.lists(st.integers(1, 40), min_size=1, max_size=30))
@hypothesis_settings(max_examples=100, derandomize=True, deadline=None)
def test_messages_come_whole_however_the_bytes_come(messages: list[bytes], cuts: list[int]) -> None:
    recorder, sink = socket.socketpair()
    for message in messages:
        send(recorder, message)
    recorder.close()
    stream = b"".join(iter(lambda: sink.recv(4096), b""))
    sink.close()
    ours, theirs = socket.socketpair()
    channel, found = Channel(ours), []
    for cut in cuts:
        theirs.sendall(stream[:cut])
        stream = stream[cut:]
        found += list(channel.receive())
    theirs.sendall(stream)
    found += list(channel.receive())
    assert found == messages
    theirs.close()
    channel.close()


def test_the_end_of_the_other_side_is_told_after_its_last_message() -> None:
    ours, theirs = socket.socketpair()
    channel = Channel(ours)
    send(theirs, "last words")
    theirs.sendall(b"half a")
    theirs.close()
    messages = channel.receive()
    assert next(messages) == "last words"
    with pytest.raises(EOFError):
        next(messages)
    channel.close()


def test_what_does_not_fit_waits_and_is_sent_later() -> None:
    ours, theirs = socket.socketpair()
    channel, large = Channel(ours), b"x" * 3_000_000
    channel.send(large)
    assert channel.waiting
    theirs.setblocking(False)
    data = bytearray()
    while len(data) < len(large):
        channel.flush()
        data += theirs.recv(1 << 20)
    assert not channel.waiting
    assert large in data
    channel.close()
    theirs.close()


def test_sending_to_nobody_is_no_error_here() -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    channel = Channel(ours)
    channel.send("anybody?")
    assert not channel.waiting
    with pytest.raises(EOFError):
        list(channel.receive())
    channel.close()


def test_a_child_whose_parent_is_gone_hears_it() -> None:
    ours, theirs = socket.socketpair()
    ours.close()
    with theirs, pytest.raises(EOFError):
        receive(theirs)
