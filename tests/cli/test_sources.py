from pathlib import Path

import pytest

from worker.cli.errors import UsageError
from worker.cli.sources import STDIN, Format, find, format_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", Format.HTML),
        ("a.HTM", Format.HTML),
        ("a.xhtml", Format.XHTML),
        ("a.txt", Format.TEXT),
        ("a.json", Format.JSON),
        ("a.jsonl", Format.JSONL),
        ("a.ndjson", Format.JSONL),
        ("a.html.gz", Format.HTML),
        ("a.jsonl.xz", Format.JSONL),
        ("a.b.txt.ZST", Format.TEXT),
        ("a.gz", None),
        ("a.pdf", None),
        ("html", None),
    ],
)
def test_a_name_says_what_is_in_a_file(name: str, form: Format | None) -> None:
    assert format_of(Path(name)) is form


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.html", "a.txt", "deep/er/c.jsonl.gz", "deep/picture.png", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def names(tree: Path, *arguments: str) -> list[str]:
    return [source.name.removeprefix(f"{tree}/") for source in find([f"{tree}/{argument}" for argument in arguments])]


def test_a_folder_is_searched_through_for_known_suffixes_and_sorted(tree: Path) -> None:
    assert names(tree, "") == ["a.txt", "b.html", "deep/er/c.jsonl.gz"]


def test_a_pattern_may_reach_into_folders(tree: Path) -> None:
    assert names(tree, "**/*.jsonl.gz", "*.html") == ["deep/er/c.jsonl.gz", "b.html"]


def test_arguments_keep_their_order(tree: Path) -> None:
    assert names(tree, "b.html", "a.txt", "b.html") == ["b.html", "a.txt", "b.html"]


def test_the_size_of_each_file_is_known(tree: Path) -> None:
    assert [source.size for source in find([str(tree)])] == [1, 1, 1]


def test_a_dash_is_standard_input(tmp_path: Path) -> None:
    (source,) = find([STDIN])
    assert source.path is None


def test_a_file_whose_name_has_pattern_characters_is_that_file(tmp_path: Path) -> None:
    odd = tmp_path / "a[1]*.html"
    odd.write_bytes(b"x")
    assert [source.path for source in find([str(odd)])] == [odd]


def test_a_format_that_was_given_overrules_the_suffix(tree: Path) -> None:
    (source,) = find([str(tree / "notes.md")], Format.TEXT)
    assert source.format is Format.TEXT


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        ("missing.html", "is no file, no folder, and as a pattern it matches nothing"),
        ("*.nothing", "matches nothing"),
        ("notes.md", "say what it is with --format"),
        ("empty", "holds no .html"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence_before_the_work(tree: Path, argument: str, sentence: str) -> None:
    (tree / "empty").mkdir()
    with pytest.raises(UsageError, match=sentence):
        find([str(tree / argument)])
