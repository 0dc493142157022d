"""What the worker is measured against, in as many processes: the bare language model, and the line without Kafka."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Literal, Self, TypeVar

from worker.model import Record
from worker.nlp import load
from worker.pipeline import Pipeline
from worker.service.process import ONE_THREAD
from worker.settings import Settings
from worker.steps import STEPS

Way = Literal["model", "line"]
T = TypeVar("T")
START_SECONDS = 120.0
ROUND_SECONDS = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """What the processes took together: wall clock until the last was done, and the CPU time of all."""

    articles: int
    seconds: float
    cpu_seconds: float


class Rivals:
    """`processes` spawned children that hold the same model as the worker's and do as they are told."""

    def __init__(self, settings: Settings, processes: int) -> None:
        os.environ |= ONE_THREAD  # as the worker's children have it: spawned ones inherit it
        context = multiprocessing.get_context("spawn")
        self._ends: list[Connection] = []
        self._processes = []
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs, settings), daemon=True)
            process.start()
            theirs.close()
            self._ends.append(ours)
            self._processes.append(process)

    def __enter__(self) -> Self:
        for end in self._ends:
            _receive(end, START_SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for end, process in zip(self._ends, self._processes, strict=True):
            end.close()
            process.join(5)
            if process.is_alive():
                process.kill()

    def model(self, texts: Sequence[str]) -> Lap:
        """Read the texts with the language model and nothing else."""
        return self._lap("model", deal(texts, len(self._ends), len))

    def line(self, records: Sequence[Record]) -> Lap:
        """Run the records through the whole line, without Kafka."""
        return self._lap("line", deal(records, len(self._ends), lambda record: len(record.value)))

    def _lap(self, way: Way, shares: list[list[T]]) -> Lap:
        start = time.perf_counter()
        for end, share in zip(self._ends, shares, strict=True):
            end.send((way, share))
        cpu_seconds = sum(_receive(end, ROUND_SECONDS) for end in self._ends)
        return Lap(articles=sum(map(len, shares)), seconds=time.perf_counter() - start, cpu_seconds=cpu_seconds)


def _receive(end: Connection, seconds: float) -> float:
    if not end.poll(seconds):
        raise TimeoutError(f"A rival gave no answer within {seconds:.0f} seconds.")
    return float(end.recv())


def deal(items: Sequence[T], hands: int, size: Callable[[T], int]) -> list[list[T]]:
    """The items in `hands` shares of nearly equal size, each share in the order given."""
    sizes = [size(item) for item in items]
    held: list[list[int]] = [[] for _ in range(hands)]
    loads = [0] * hands
    for place in sorted(range(len(items)), key=lambda place: -sizes[place]):
        lightest = loads.index(min(loads))
        held[lightest].append(place)
        loads[lightest] += sizes[place]
    return [[items[place] for place in sorted(places)] for places in held]


def serve(end: Connection, settings: Settings) -> None:
    """The life of a rival: load, say so, then do what is asked and tell its CPU time, until the other end is closed."""
    # A session of its own, as the worker's children have: schedulers share a busy machine out by session.
    os.setsid()
    pipes = frozenset[str]().union(*(step.pipes for step in STEPS))
    nlp, pipeline = load(settings.nlp, pipes), Pipeline(settings)
    end.send(0.0)
    while True:
        try:
            way, share = end.recv()
        except EOFError:
            return
        start = time.process_time()
        if way == "model":
            for text in share:
                with nlp.memory_zone():
                    nlp(text)
        else:
            for chunk in batches(share, settings.pool.chunk_records):
                pipeline.process(chunk)
        end.send(time.process_time() - start)


def batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """The items, `size` at a time."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
