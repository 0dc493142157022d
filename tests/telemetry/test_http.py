import json
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse

import pytest

from worker.telemetry import AddressError, Health, HttpServer, Metrics
from worker.telemetry.http import _Listener


@pytest.fixture
def health() -> Health:
    return Health(stall_seconds=60, assigned=True, children_up=True)


@pytest.fixture
def server(health: Health) -> Iterator[HttpServer]:
    server = HttpServer("127.0.0.1", 0, Metrics(), health)
    server.start()
    yield server
    server.close()


def get(server: HttpServer, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        return response, response.read().decode()
    finally:
        connection.close()


def test_metrics_are_served_in_prometheus_format(server: HttpServer) -> None:
    response, body = get(server, "/metrics")
    assert response.status == 200
    assert response.getheader("Content-Type", "").startswith("text/plain; version=")
    assert "# TYPE news_worker_records_consumed_total counter" in body


def test_metrics_are_served_as_openmetrics_to_who_asks_for_it(server: HttpServer) -> None:
    response, body = get(server, "/metrics", Accept="application/openmetrics-text; version=1.0.0, text/plain;q=0.5")
    assert response.getheader("Content-Type", "").startswith("application/openmetrics-text; version=1.0.0")
    assert body.endswith("# EOF\n")


def test_a_query_does_not_hide_a_page(server: HttpServer) -> None:
    assert get(server, "/healthz?verbose")[0].status == 200


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"stopping": True}, "the worker is stopping"),
        ({"children_up": False}, "the children are not up"),
        ({"assigned": False}, "no partitions are assigned"),
    ],
)
def test_not_ready_is_503_and_says_why(server: HttpServer, health: Health, change: dict[str, bool], why: str) -> None:
    for field, value in change.items():
        setattr(health, field, value)
    response, body = get(server, "/readyz")
    assert response.status == 503
    assert json.loads(body) == {"ready": False, "why": [why]}


def test_ready_is_200(server: HttpServer) -> None:
    response, body = get(server, "/readyz")
    assert (response.status, json.loads(body)) == (200, {"ready": True})


def test_a_worker_in_which_something_moves_is_alive(server: HttpServer, health: Health) -> None:
    health.beat()
    response, body = get(server, "/healthz")
    assert response.status == 200
    assert json.loads(body)["alive"] is True


def test_a_worker_in_which_nothing_moves_is_503(server: HttpServer, health: Health) -> None:
    health.last_beat -= 61
    response, body = get(server, "/healthz")
    assert response.status == 503
    assert json.loads(body)["why"] == "nothing moved for 60 seconds"


def test_a_stalled_worker_is_not_alive_but_a_waiting_one_is_not_ready(server: HttpServer, health: Health) -> None:
    health.assigned = False
    assert get(server, "/healthz")[0].status == 200
    assert get(server, "/readyz")[0].status == 503


def test_the_first_page_links_the_others(server: HttpServer) -> None:
    _, body = get(server, "/")
    assert all(f'href="{page}"' in body for page in ("/metrics", "/healthz", "/readyz"))


@pytest.mark.parametrize("path", ["/nothing", "/metrics/", "/../etc/passwd", "/%00"])
def test_anything_else_is_404(server: HttpServer, path: str) -> None:
    assert get(server, path)[0].status == 404


def test_a_head_request_has_no_body(server: HttpServer) -> None:
    response, body = get(server, "/metrics", method="HEAD")
    assert (response.status, body) == (200, "")


def test_other_methods_are_refused(server: HttpServer) -> None:
    assert get(server, "/metrics", method="POST")[0].status == 501


def test_silent_clients_block_nobody(server: HttpServer) -> None:
    silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(_Listener.connections + 5)]
    try:
        assert get(server, "/healthz")[0].status == 200
        assert silent[0].recv(1) == b"", "the oldest connection is closed to make room"
    finally:
        for connection in silent:
            connection.close()


def test_a_client_that_goes_away_harms_nobody(server: HttpServer) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(b"GET /metrics HTTP/1.1\r\n")
    assert get(server, "/metrics")[0].status == 200


def test_a_port_in_use_is_one_sentence_that_says_what_to_set(server: HttpServer) -> None:
    with pytest.raises(AddressError, match=r"Cannot listen on 127\.0\.0\.1:.*telemetry\.port"):
        HttpServer("127.0.0.1", server.port, Metrics(), Health(60))


def test_a_host_that_is_not_here_is_one_sentence() -> None:
    with pytest.raises(AddressError, match=r"telemetry\.host"):
        HttpServer("no-such-host.invalid", 0, Metrics(), Health(60))


def test_the_port_is_free_again_after_closing(server: HttpServer) -> None:
    first = HttpServer("127.0.0.1", 0, Metrics(), Health(60))
    port = first.port
    first.close()
    second = HttpServer("127.0.0.1", port, Metrics(), Health(60))
    second.close()


def test_ipv6_is_listened_on_where_asked_for() -> None:
    server = HttpServer("::1", 0, Metrics(), Health(60))
    server.start()
    try:
        with socket.create_connection(("::1", server.port), timeout=10):
            pass
    finally:
        server.close()
