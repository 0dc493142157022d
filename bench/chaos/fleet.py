"""The workers, and what is done to them and to the brokers."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from bench.chaos.schedule import Fault, Kind
from localkafka import LocalKafka
from localkafka.java import leash
from worker.settings import Settings

MOST_WORKERS = 4


class Fleet:
    """Worker processes by their ordinals; one that ends is started again, as a supervisor would."""

    def __init__(self, settings: Settings, kafka: LocalKafka, logs: Path) -> None:
        self.ends: list[int] = []
        """Exit codes of workers that ended by themselves."""
        self._settings = settings
        self._kafka = kafka
        self._logs = logs
        self._workers: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, ordinal: str) -> None:
        """Start the worker of this ordinal."""
        kafka = self._settings.kafka.model_copy(update={"ordinal": ordinal})
        settings = self._settings.model_copy(update={"kafka": kafka}).model_dump_json()
        with (self._logs / f"worker-{ordinal}.log").open("ab") as log:
            self._workers[ordinal] = subprocess.Popen(
                [*leash(), sys.executable, "-m", "bench.chaos.worker", settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def tend(self) -> None:
        """Start again what has ended by itself."""
        for ordinal, worker in list(self._workers.items()):
            code = worker.poll()
            if code is not None:
                self.ends.append(code)
                self.start(ordinal)

    def inflict(self, fault: Fault) -> str:
        """Do it, wait until it is over, and undo it; says to whom it was done."""
        ordinals = sorted(self._workers)
        ordinal = ordinals[fault.target % len(ordinals)]
        node = 1 + fault.target % len(self._kafka.addresses)
        match fault.kind:
            case Kind.KILL_WORKER:
                self._end(ordinal, signal.SIGKILL)
                time.sleep(fault.seconds)
                self.start(ordinal)
            case Kind.KILL_CHILD:
                return self._kill_child(ordinal, fault.target)
            case Kind.FREEZE_WORKER:
                self._workers[ordinal].send_signal(signal.SIGSTOP)
                time.sleep(fault.seconds)
                self._workers[ordinal].send_signal(signal.SIGCONT)
            case Kind.KILL_BROKER:
                self._kafka.kill(node)
                time.sleep(fault.seconds)
                self._kafka.start(node)
                return f"broker {node}"
            case Kind.FREEZE_BROKER:
                self._kafka.pause(node)
                time.sleep(fault.seconds)
                self._kafka.resume(node)
                return f"broker {node}"
            case Kind.JOIN | Kind.LEAVE:
                return self._join_or_leave(fault.kind, ordinal)
        return f"worker {ordinal}"

    def stop(self) -> list[int]:
        """End all in good order; their exit codes."""
        for worker in self._workers.values():
            worker.send_signal(signal.SIGTERM)
        return [worker.wait(60) for worker in self._workers.values()]

    def kill(self) -> None:
        """End all that is still there."""
        for ordinal in self._workers:
            self._end(ordinal, signal.SIGKILL)

    def _join_or_leave(self, kind: Kind, ordinal: str) -> str:
        """As the fault says, unless the fleet is full or would be empty."""
        count = len(self._workers)
        if count == 1 or (kind is Kind.JOIN and count < MOST_WORKERS):
            newcomer = next(str(number) for number in range(MOST_WORKERS) if str(number) not in self._workers)
            self.start(newcomer)
            return f"worker {newcomer} came"
        self._end(ordinal, signal.SIGTERM)
        del self._workers[ordinal]
        return f"worker {ordinal} went"

    def _kill_child(self, ordinal: str, target: int) -> str:
        children = psutil.Process(self._workers[ordinal].pid).children()
        if not children:  # they are being started
            self._end(ordinal, signal.SIGKILL)
            self.start(ordinal)
            return f"worker {ordinal}, which had no children yet"
        child = sorted(children, key=lambda process: process.pid)[target % len(children)]
        child.kill()
        return f"child {child.pid} of worker {ordinal}"

    def _end(self, ordinal: str, number: int) -> None:
        worker = self._workers[ordinal]
        if worker.poll() is None:
            worker.send_signal(number)
            worker.wait(60)
