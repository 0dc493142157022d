"""Feeds the input while the chaos goes on."""

import threading
import time

from kafka import KafkaProducer
from kafka.producer.future import FutureRecordMetadata

from bench.chaos.ledger import message

KEYS = 97
STEP_SECONDS = 0.1


class Feeder(threading.Thread):
    """Sends so many messages, evenly over `seconds`; idempotent, so that nothing goes in twice."""

    def __init__(self, bootstrap_servers: str, topic: str, messages: int, seconds: float) -> None:
        super().__init__(name="feeder", daemon=True)
        self.fed: dict[bytes, list[int]] = {}
        self.count = 0
        self.errors: list[Exception] = []
        self._topic = topic
        self._messages = messages
        self._seconds = seconds
        self._producer = KafkaProducer(
            bootstrap_servers=bootstrap_servers, acks="all", request_timeout_ms=8000, reconnect_backoff_max_ms=1000
        )

    def run(self) -> None:
        """Until all are sent; `errors` says what did not arrive, which makes the run void."""
        began, futures = time.monotonic(), []
        while self.count < self._messages:
            due = self._messages * min(1.0, (time.monotonic() - began) / self._seconds)
            while self.count < due:
                futures.append(self._send(self.count))
                self.count += 1
            time.sleep(STEP_SECONDS)
        try:
            for future in futures:
                future.get(120)
        except Exception as error:  # noqa: BLE001 - the main thread looks at it
            self.errors.append(error)
        self._producer.close()

    def _send(self, number: int) -> FutureRecordMetadata:
        key = b"key-%d" % (number % KEYS)
        self.fed.setdefault(key, []).append(number)
        return self._producer.send(self._topic, message(key, number), key=key)
