"""Pages a second and core: this worker's cleaning beside other extractors, in one process: `python -m bench.cleaning`.

Pages are those of samples/ unless JSONL files of envelopes (`{"html": …}`, also .gz and .xz) are named. Extractors
that are not installed are left out; each page is given to all of them in turn, so that a busy machine is fair.
"""

import argparse
import gzip
import json
import lzma
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import IO

from worker.clean import clean
from worker.model import Form, RawArticle

SAMPLES = Path(__file__).parent.parent / "samples" / "articles.jsonl.gz"
Extractor = Callable[[str], object]


def main() -> None:
    """Measure and print, the fastest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", default=[SAMPLES])
    parser.add_argument("--pages", type=int, default=150, help="so many of each file")
    arguments = parser.parse_args()
    pages = [page for file in arguments.files for page in _pages(file, arguments.pages)]
    taken = measure(pages, dict(extractors()))
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:.0f} thousand characters each")
    ours = taken["news-worker"]
    for name, seconds in sorted(taken.items(), key=lambda item: item[1]):
        print(f"{name:18} {len(pages) / seconds:7.0f} pages/s/core  {seconds / ours:5.2f} times our time")


def measure(pages: list[str], rivals: dict[str, Extractor]) -> dict[str, float]:
    """The CPU seconds that each takes over all pages; the first page is read once before, for what is loaded then."""
    taken = dict.fromkeys(rivals, 0.0)
    for extract in rivals.values():
        extract(pages[0])
    for page in pages:
        for name, extract in rivals.items():
            taken[name] += _seconds(extract, page)
    return taken


def _seconds(extract: Extractor, page: str) -> float:
    start = time.process_time()
    extract(page)
    return time.process_time() - start


def extractors() -> Iterator[tuple[str, Extractor]]:
    """Those that are here, ours first."""
    yield "news-worker", lambda page: clean(RawArticle(id="page", form=Form.HTML, content=page))
    for name, make in (
        ("trafilatura", _trafilatura),
        ("resiliparse", _resiliparse),
        ("readability-lxml", _readability),
    ):
        try:
            yield name, make()
        except ModuleNotFoundError:
            print(f"{name} is not installed")


def _trafilatura() -> Extractor:
    module = import_module("trafilatura")
    return lambda page: module.bare_extraction(page, include_comments=False)


def _resiliparse() -> Extractor:
    module = import_module("resiliparse.extract.html2text")
    return lambda page: module.extract_plain_text(page, main_content=True)


def _readability() -> Extractor:
    module = import_module("readability")
    return lambda page: module.Document(page).summary()


def _pages(file: Path, most: int) -> Iterator[str]:
    with _opened(file) as lines:
        found = (row["html"] for row in map(json.loads, lines) if "html" in row)
        yield from islice(found, most)


def _opened(file: Path) -> IO[bytes] | gzip.GzipFile | lzma.LZMAFile:
    if file.suffix == ".gz":
        return gzip.GzipFile(file)
    return lzma.LZMAFile(file) if file.suffix == ".xz" else file.open("rb")


if __name__ == "__main__":
    main()
