"""A real broker, 300 pages and more, the worker, and what it makes of them. Ends by itself."""

import argparse
import os
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from kafka.errors import KafkaError
from rich.console import Console

from demo import page, showing, topics
from demo.broker import Feeder, Sent, read_committed
from demo.checking import complaints
from demo.errors import DemoError
from demo.inputs import Input, inputs
from demo.live import LiveView
from demo.reading import Reading, read
from demo.worker_process import COMMAND, WorkerProcess
from localkafka import LocalKafka, LocalKafkaError

OUT = Path("out")
INPUT, OUTPUT, DEAD_LETTERS = "raw-articles", "enriched-articles", "dead-letters"
IDLE_SECONDS = 120.0
SHOWN = ("seed.txt", "pages/ledger.html")


def main() -> int:
    """Run the demo; 0 when all came out as it must, 1 when not, 130 on Ctrl-C."""
    arguments = _arguments()
    console = Console(stderr=False)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        run(console, arguments)
    except KeyboardInterrupt:
        console.print("\nStopped; nothing is left running.")
        return 130
    except (DemoError, LocalKafkaError, KafkaError) as error:
        console.print("[bold red]The demo failed:[/]")
        console.print(str(error), markup=False, soft_wrap=True)
        for note in getattr(error, "__notes__", ()):
            console.print(note, markup=False)
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="stay up until Ctrl-C, to look around")
    parser.add_argument("--workers", type=int, default=1, help="worker processes of one consumer group (default: 1)")
    parser.add_argument("--processes", type=int, help="children of each worker (default: as many as there are cores)")
    parser.add_argument("--rate", type=float, default=25.0, help="records fed a second (default: 25)")
    return parser.parse_args()


def run(console: Console, arguments: argparse.Namespace) -> None:
    """From the broker's start to the summary; whatever is started here has ended when this returns."""
    begin = time.monotonic()
    OUT.mkdir(exist_ok=True)
    fed = inputs()
    with ExitStack() as running:
        console.print("Starting Apache Kafka on loopback …")
        kafka = running.enter_context(LocalKafka())
        topics.create(kafka.bootstrap_servers)
        settings = _settings(kafka.bootstrap_servers, arguments)
        workers = [
            running.enter_context(WorkerProcess({**settings, "kafka.ordinal": str(n)}, OUT / f"worker-{n}.log"))
            for n in range(arguments.workers)
        ]
        console.print(f"Broker at {kafka.bootstrap_servers}; starting {len(workers)} × news-worker run …")
        for worker in workers:
            worker.wait_until_ready()
        console.print(f"Ready after {time.monotonic() - begin:.1f} s. Metrics: {workers[0].url}/metrics")
        reading = _watch(console, workers, kafka.bootstrap_servers, fed, arguments.rate)
        published, dead = (read_committed(kafka.bootstrap_servers, topic) for topic in (OUTPUT, DEAD_LETTERS))
        _results(console, published, dead, reading)
        _verdict(console, fed, published, dead, reading)
        if arguments.keep:
            _stay(console, kafka.bootstrap_servers, workers)
        for worker in workers:
            if code := worker.stop():
                raise DemoError(f"The worker ended with exit code {code} when it was asked to stop.\n{worker.tail()}")
    console.print(f"[green]All is well[/] after {time.monotonic() - begin:.1f} s; nothing is left running.")


def _settings(bootstrap: str, arguments: argparse.Namespace) -> dict[str, str]:
    settings = {
        "kafka.bootstrap_servers": bootstrap,
        "kafka.group": "demo",
        "topics.input": INPUT,
        "topics.output": OUTPUT,
        "topics.dead_letters": DEAD_LETTERS,
        "output.removed": "lines",
        # Smaller than usual, so that the table moves.
        "batch.max_records": "64",
        "batch.transaction_records": "16",
    }
    processes = arguments.processes or max(1, (os.cpu_count() or 1) // arguments.workers)
    return {**settings, "pool.processes": str(processes)}


def _watch(console: Console, workers: list[WorkerProcess], bootstrap: str, fed: list[Input], rate: float) -> Reading:
    """Feed, and show the metrics until every record has met its fate."""
    feeder = Feeder(bootstrap, INPUT, fed, rate)
    feeder.start()
    try:
        with LiveView(console, len(fed), f"{workers[0].url}/metrics") as view:
            return _until_done(view, workers, feeder, len(fed))
    finally:
        feeder.end()


def _until_done(view: LiveView, workers: list[WorkerProcess], feeder: Feeder, total: int) -> Reading:
    last, moved = -1, time.monotonic()
    while True:
        reading = read(worker.metrics() for worker in workers)
        view.show(reading, feeder.sent)
        if reading.committed >= total:
            return reading
        if reading.committed != last:
            last, moved = reading.committed, time.monotonic()
        if feeder.error:
            raise DemoError(f"Feeding the input topic failed: {feeder.error}")
        if time.monotonic() - moved > IDLE_SECONDS:
            raise DemoError(f"Nothing was committed for {IDLE_SECONDS:.0f} seconds.\n{workers[0].tail()}")
        time.sleep(0.25)


def _results(console: Console, published: list[Sent], dead: list[Sent], reading: Reading) -> None:
    documents = {record.key: record for record in published}
    (OUT / "demo.jsonl").write_bytes(b"".join(record.value + b"\n" for record in published))
    page.write(OUT / "demo.html", published, dead, reading)
    console.print()
    for key in SHOWN:
        if key not in documents:
            raise DemoError(f"{key} was fed, but not published.")
        showing.document(console, documents[key])
    showing.dead_letters(console, dead)
    console.print(f"All documents: {OUT / 'demo.jsonl'}, to look at: {OUT / 'demo.html'}")


def _verdict(console: Console, fed: list[Input], published: list[Sent], dead: list[Sent], reading: Reading) -> None:
    wrong = complaints(fed, published, dead, sum(reading.skipped.values()))
    if wrong:
        raise DemoError("\n".join(wrong[:20]))
    console.print(
        f"{len(fed)} fed = {len(published)} published + {sum(reading.skipped.values())} skipped + "
        f"{len(dead)} rejected; every id once."
    )


def _stay(console: Console, bootstrap: str, workers: list[WorkerProcess]) -> None:
    console.print(f"\nStill up: Kafka at {bootstrap}, metrics at {workers[0].url}/metrics. Ctrl-C ends it.")
    console.print(f"Try: {COMMAND} dead-letters list -b {bootstrap}", soft_wrap=True)
    try:
        while True:
            time.sleep(1)
            for worker in workers:
                worker.check()
    except KeyboardInterrupt:
        console.print()
