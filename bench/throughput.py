"""`python -m bench.throughput`: articles a second end to end, against the language model alone, in one run."""

import argparse
import gzip
import json
import os
import sys
import tempfile
import warnings
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from kafka import KafkaProducer
from rich.console import Console
from rich.progress import Progress

from bench.endtoend import Memory, language_children, measure, memory
from bench.report import Measured, show, summary
from bench.rivals import Rivals
from demo import topics
from demo.worker_process import WorkerProcess
from localkafka import LocalKafka
from worker.clean import clean
from worker.extract import extract
from worker.model import Record, Rejected
from worker.settings import Settings
from worker.wire import decode

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles.jsonl.gz"
TOPIC = "raw-articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The three that run against each other, and what they run on."""

    worker: WorkerProcess
    producer: KafkaProducer
    rivals: Rivals
    values: list[tuple[str, bytes]]
    texts: list[str]

    def round(self, name: str, limit: int | None = None) -> Measured:
        """The worker, the model alone, the line without Kafka: one after the other on the same articles."""
        values, texts = self.values[:limit], self.texts[:limit]
        end_to_end = measure(self.worker, self.producer, TOPIC, [(f"{name}/{key}", value) for key, value in values])
        model = self.rivals.model(texts)
        line = self.rivals.line([Record(value=value) for _, value in values])
        return Measured(worker=end_to_end, model=model, line=line)


def main() -> int:
    """Measure, print the table, write the JSON; 1 if the ratio is under `--least`."""
    parser = argparse.ArgumentParser(prog="python -m bench.throughput", description=__doc__)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="children (default: one a core)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=2, help="how often the samples are fed in a round")
    parser.add_argument("--least", type=float, default=0.0, help="exit 1 when the ratio is lower")
    parser.add_argument("--out", type=Path, default=Path("out/throughput.json"))
    arguments = parser.parse_args()
    console = Console()
    measured, memories = run(console, arguments.processes, arguments.rounds, arguments.repeat)
    told = summary(measured, memories, arguments.processes)
    arguments.out.parent.mkdir(exist_ok=True)
    arguments.out.write_text(
        json.dumps({**asdict(told), "each_round": [asdict(item) for item in measured]}, indent=2) + "\n"
    )
    show(console, told)
    console.print(f"All rounds: {arguments.out}")
    return int(told.ratio_to_model < arguments.least)


def run(console: Console, processes: int, rounds: int, repeat: int) -> tuple[list[Measured], list[Memory]]:
    """Rounds of worker, model and line in turn, so that what else the machine does meets all three."""
    settings = Settings.model_validate({"pool": {"processes": processes}})
    values = envelopes(repeat)
    texts = cleaned(values, settings)
    with ExitStack() as running:
        progress = running.enter_context(Progress(console=console))
        task = progress.add_task("Starting the broker, the worker and its rivals", total=rounds + 2)
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        kafka = running.enter_context(LocalKafka())
        worker = running.enter_context(WorkerProcess(_settings(kafka.bootstrap_servers, processes), folder / "log"))
        worker.wait_until_ready()
        rivals = running.enter_context(Rivals(settings, processes))
        producer = _producer(kafka.bootstrap_servers)
        running.callback(producer.close, timeout=5)
        bench = Bench(worker=worker, producer=producer, rivals=rivals, values=values, texts=texts)
        progress.update(task, advance=1, description="Warming up")
        bench.round("warm", limit=max(160, len(values) // 4))
        progress.update(task, advance=1)
        measured = []
        for number in range(1, rounds + 1):
            progress.update(task, description=f"Round {number} of {rounds}")
            measured.append(bench.round(str(number)))
            progress.update(task, advance=1)
        return measured, [memory(process) for process in (psutil.Process(worker.pid), *language_children(worker))]


def _settings(bootstrap: str, processes: int) -> dict[str, str]:
    topics.create(bootstrap)
    return {"kafka.bootstrap_servers": bootstrap, "kafka.group": "bench", "pool.processes": str(processes)}


def _producer(bootstrap: str) -> KafkaProducer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client warns of settings that do not matter here
        return KafkaProducer(bootstrap_servers=bootstrap, acks="all", linger_ms=5)


def envelopes(repeat: int) -> list[tuple[str, bytes]]:
    """The sample pages with their keys, as often as asked, each time under another key."""
    with gzip.open(SAMPLES, "rb") as lines:
        values = [(json.loads(line)["id"], line.rstrip(b"\n")) for line in lines]
    return [(f"{turn}/{key}", value) for turn in range(repeat) for key, value in values]


def cleaned(values: list[tuple[str, bytes]], settings: Settings) -> list[str]:
    """The main texts, as the worker's own stages find them."""
    texts = []
    for _, value in values:
        raw = decode(Record(value=value), settings.input)
        if isinstance(raw, Rejected):
            raise TypeError(f"A sample cannot be decoded: {raw.detail}")
        texts.append(extract(raw, clean(raw)).text)
    return texts


if __name__ == "__main__":
    sys.exit(main())
