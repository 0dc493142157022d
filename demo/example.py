"""The document of samples/seed.txt, shortened for README.md: `python -m demo.example` writes it there."""

from pathlib import Path

import orjson

from demo.inputs import seed
from worker.model import Enriched, Record
from worker.pipeline import Pipeline
from worker.settings import Settings

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- seed: begin -->", "<!-- seed: end -->"
TEXT_CHARACTERS, ITEMS = 90, 2


def main() -> None:
    """Put the example where README.md has its markers."""
    text = README.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    README.write_text(before + example() + after, encoding="utf-8")


def example() -> str:
    """The marked block of Markdown, made by the worker's own line."""
    item = seed()
    (outcome,) = Pipeline(Settings()).process([Record(value=item.value, headers=item.headers)])
    if not isinstance(outcome, Enriched):
        raise TypeError(f"The seed was not enriched: {outcome}")
    document = shortened(orjson.loads(outcome.document))
    lines = [f'  "{key}": {orjson.dumps(value).decode()}' for key, value in document.items()]
    return f"{BEGIN}\n\n```\n{{\n" + ",\n".join(lines).replace('"…"', "…") + f"\n}}\n```\n\n{END}"


def shortened(document: dict[str, object]) -> dict[str, object]:
    """The beginning of long strings and lists, with dots for the rest."""
    return {key: _short(value) for key, value in document.items()}


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > TEXT_CHARACTERS:
        return value[:TEXT_CHARACTERS] + "…"
    if isinstance(value, list):
        items = [_short(item) for item in value[:ITEMS]]
        return [*items, "…"] if len(value) > ITEMS else items
    return {key: _short(item) for key, item in value.items()} if isinstance(value, dict) else value


if __name__ == "__main__":
    main()
