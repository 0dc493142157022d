"""The habits of this code base that no linter knows."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

import worker

ROOT = Path(__file__).parent.parent
CODE = ("worker", "demo", "bench", "localkafka", "samples", "training")
MODULE_LINES, FUNCTION_LINES = 250, 40
FORBIDDEN_NAMES = frozenset({"kafka", "types", "logging", "utils", "core", "common", "manager"})
# Put together here, or this file would break its own rule.
REGISTRY_NAMES = (("pypi", "org"), ("files", "pythonhosted"), ("repo", "maven"), ("maven", "org"), ("npmjs", "org"))
REGISTRIES = re.compile("|".join(re.escape(".".join(parts)) for parts in REGISTRY_NAMES))
OUTSIDE = re.compile(r"(?<![\w.])(?:/work/|/home/|/root/|\.\./shared)")
# A list of declarations, and pages of HTML: as long as what they list.
LISTS = frozenset({"worker/telemetry/metrics.py", "samples/html_styles.py"})
MAY_NAME_THE_OUTSIDE = frozenset({"Makefile", "bench/quality.py", "docs/QUALITY.md"})


@cache
def committed() -> tuple[str, ...]:
    """The files under version control and those about to be; all there are where this is no checkout."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(name for name in done.stdout.splitlines() if (ROOT / name).is_file())


def modules(*packages: str) -> list[str]:
    return [name for name in committed() if name.endswith(".py") and name.split("/")[0] in packages]


def read(name: str) -> str | None:
    """The file's text; None where it is none."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", modules(*CODE))
def test_a_module_is_short(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("name", modules(*CODE))
def test_a_function_is_short(name: str) -> None:
    long = {
        f"{node.name}, line {node.lineno}": length
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
        and name not in LISTS
    }
    assert not long


@pytest.mark.parametrize("name", modules(*CODE, "tests"))
def test_no_module_bears_a_name_that_says_nothing_or_hides_another(name: str) -> None:
    path = Path(name)
    assert not FORBIDDEN_NAMES & {path.stem, *path.parent.parts}


@pytest.mark.parametrize("name", modules(*CODE))
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(tree(name)), "a module begins with one true sentence"


@pytest.mark.parametrize("name", [name for name in modules("worker") if not name.startswith("worker/cli/")])
def test_only_the_command_line_prints(name: str) -> None:
    calls = [
        node.lineno
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not calls or _is_a_command(name)


def _is_a_command(name: str) -> bool:
    return 'if __name__ == "__main__":' in (read(name) or "")


def test_no_file_names_a_registry_or_a_place_outside() -> None:
    guilty = []
    for name in committed():
        text = read(name) or ""
        if name == "tests/test_house_rules.py":
            continue
        guilty += [f"{name}: {found.group()}" for found in REGISTRIES.finditer(text)]
        if name not in MAY_NAME_THE_OUTSIDE and not name.startswith(".ci/"):
            guilty += [f"{name}: {found.group()}" for found in OUTSIDE.finditer(text)]
    assert not guilty


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {worker.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_is_the_one_that_is_declared() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
