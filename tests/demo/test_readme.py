"""README.md tells the truth."""

import re
from pathlib import Path

from demo.example import BEGIN, END, example
from worker.exit_codes import ExitCode
from worker.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_is_what_the_worker_makes_of_the_seed() -> None:
    shown = README[README.index(BEGIN) : README.index(END) + len(END)]
    assert shown == example(), "write it anew with `python -m demo.example`"


def test_every_exit_code_is_told() -> None:
    told = {int(code) for codes in re.findall(r"^\| ([\d, ]+) \|", README, re.MULTILINE) for code in codes.split(", ")}
    assert told == {int(code) for code in ExitCode}


def test_every_file_that_is_linked_is_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))):
        folder = (ROOT / name).parent
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8")):
            assert (folder / target).exists(), f"{name} links to {target}"


def test_the_settings_that_are_told_exist_with_their_defaults() -> None:
    settings = Settings()
    assert settings.kafka.bootstrap_servers in README
    assert f"`{settings.telemetry.port}`" in README
    assert f"`{settings.nlp.model}`" in README
    flood = settings.dead_letters
    assert f"half of the last {flood.flood_window} records, or {flood.flood_run} in a row" in README
    assert flood.flood_share == 0.5
