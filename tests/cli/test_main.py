import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from worker import __version__
from worker.cli import app

COMMANDS = [
    ["run"],
    ["enrich"],
    ["feed"],
    ["settings"],
    ["schema"],
    ["topics", "create"],
    ["topics", "check"],
    ["dead-letters", "list"],
    ["dead-letters", "show"],
    ["dead-letters", "replay"],
]


def invoke(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_the_version_is_told() -> None:
    assert invoke("--version") == (0, f"news-worker {__version__}\n", "")


@pytest.mark.parametrize("command", [["news-worker"], [sys.executable, "-m", "worker"]])
def test_both_ways_to_start_it_are_the_same(command: list[str]) -> None:
    entry = [str(Path(sys.executable).with_name(command[0])), *command[1:]] if len(command) == 1 else command
    told = subprocess.run([*entry, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
    assert told == f"news-worker {__version__}\n"


def test_help_names_every_command() -> None:
    code, told, _ = invoke("--help")
    assert code == 0
    assert all(re.search(rf"│ {command[0]} ", told) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_a_help_with_a_sentence(command: list[str]) -> None:
    code, told, _ = invoke(*command, "--help")
    assert code == 0
    assert " ".join(command) in told


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != ["topics", "check"]], ids=" ".join)
def test_a_help_teaches_by_examples(command: list[str]) -> None:
    assert re.search(
        rf"Examples\n+ +(\w+=\S+ )*news-worker {' '.join(command)}", squeezed(invoke(*command, "--help")[1])
    )


def squeezed(told: str) -> str:
    return re.sub(r"[ \n]*\n", "\n", told)


def test_without_a_command_there_is_help() -> None:
    code, told, error = invoke()
    assert code == 2
    assert "A first try" in told + error


@pytest.mark.parametrize("arguments", [["nonsense"], ["run", "--nonsense"], ["run", "extra"], ["dead-letters", "show"]])
def test_a_misspelt_command_line_is_exit_2_without_a_traceback(arguments: list[str]) -> None:
    code, _, error = invoke(*arguments)
    assert code == 2
    assert "Traceback" not in error


def test_the_schema_and_the_settings_are_commands() -> None:
    assert invoke("settings")[0] == 0
    assert invoke("schema")[1] == Path("config/enriched-article.schema.json").read_text(encoding="utf-8")


def test_the_parent_never_loads_the_language_model_library() -> None:
    program = "import sys, worker.cli; print('spacy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == "False\n"


def test_no_function_of_the_command_line_is_longer_than_a_screen() -> None:
    for path in Path("worker/cli").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                first = node.body[0].lineno
                assert (node.end_lineno or first) - first < 26, f"{path}: {node.name}"
