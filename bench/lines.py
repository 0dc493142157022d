"""`python -m bench.lines [JSONL…]`: what cleaning flattened text costs, beside reading what is left with the model."""

import argparse
import gzip
import lzma
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console

from worker.clean import clean
from worker.clean.characters import tidy_lines
from worker.model import Form, RawArticle, Record
from worker.nlp import load, zone
from worker.nlp import read as read_text
from worker.settings import Input, Nlp
from worker.wire import decode

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles.jsonl.gz"
UNPACK: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".xz": lzma.decompress}
HUNDRED = 100


def main() -> None:
    """CPU time of one process, the best of the rounds after one that warms the caches."""
    parser = argparse.ArgumentParser(prog="python -m bench.lines", description=__doc__)
    parser.add_argument("inputs", nargs="*", type=Path, default=[SAMPLES], help="envelopes; those with text are used")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    pages = [page for path in arguments.inputs for page in texts(path)]
    lines = sum(len(tidy_lines(page.content)) for page in pages)
    kept = ["\n\n".join(block.text for block in clean(page).blocks) for page in pages]
    nlp = load(Nlp(), frozenset({"ner"}))

    def read() -> None:
        for text in kept:
            with zone(nlp):
                read_text(nlp, text)

    cleaning = best(lambda: [clean(page) for page in pages], arguments.rounds)
    reading = best(read, 1)
    Console().print(
        f"{len(pages)} pages of {lines / len(pages):.0f} lines: {1000 * cleaning / len(pages):.2f} ms a page, "
        f"{lines / cleaning / HUNDRED:.0f} pages of {HUNDRED} lines a second and core; "
        f"reading what is left takes {reading / cleaning:.1f} times as long"
    )


def texts(path: Path) -> Iterator[RawArticle]:
    """The flattened pages among the envelopes."""
    packed = path.read_bytes()
    unpack = UNPACK.get(path.suffix)
    for line in (unpack(packed) if unpack else packed).splitlines():
        page = decode(Record(value=line), Input())
        if isinstance(page, RawArticle) and page.form is Form.TEXT:
            yield page


def best(work: Callable[[], object], rounds: int) -> float:
    """CPU seconds."""
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
