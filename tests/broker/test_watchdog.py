"""The watchdog, with an end that can be seen."""

import threading

from worker.broker.watchdog import Watchdog


def test_a_call_that_does_not_return_ends_the_process() -> None:
    ended = threading.Event()
    with Watchdog(0.05, ended.set) as watchdog, watchdog.watching("commit"):
        assert ended.wait(10)


def test_calls_that_return_and_time_between_calls_do_not() -> None:
    ended = threading.Event()
    with Watchdog(0.5, ended.set) as watchdog:
        for _ in range(20):
            with watchdog.watching("poll"):
                pass
        assert not ended.wait(1.0)
