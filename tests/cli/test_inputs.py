import gzip
import io
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from worker.cli.inputs import Entry, read, stated_id, windows
from worker.cli.sources import Format, find
from worker.model import Record, Rejected, RejectReason
from worker.settings import Batch

LIMIT = 1000


def entries(path: Path, form: Format | None = None, limit: int = LIMIT) -> list[Entry]:
    return list(read(find([str(path)], form), limit))


def values(path: Path, limit: int = LIMIT) -> list[bytes]:
    return [entry.record.value for entry in entries(path, limit=limit) if isinstance(entry.record, Record)]


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("a.html", b"text/html"), ("a.xhtml", b"application/xhtml+xml"), ("a.txt", b"text/plain")],
)
def test_a_page_says_its_type_and_its_path_as_id(tmp_path: Path, name: str, content_type: bytes) -> None:
    (entry,) = entries(written(tmp_path / name, b"\xffpage"))
    path = str(tmp_path / name)
    assert entry.record == Record(value=b"\xffpage", headers=(("content-type", content_type), ("id", path.encode())))
    assert stated_id(entry) == path


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_an_envelope_says_its_own_id(tmp_path: Path, name: str) -> None:
    (entry,) = entries(written(tmp_path / name, b'{"id": "one", "text": "x"}\n'))
    assert isinstance(entry.record, Record)
    assert entry.record.headers == (("content-type", b"application/json"),)
    assert stated_id(entry) == "one"


def test_every_line_of_jsonl_is_an_entry_named_by_its_number_and_blank_lines_are_none(tmp_path: Path) -> None:
    found = entries(written(tmp_path / "a.jsonl", b"{1}\n\n  \n{2}\r\n{3}"))
    assert [entry.name.rpartition(":")[2] for entry in found] == ["1", "4", "5"]
    assert values(tmp_path / "a.jsonl") == [b"{1}", b"{2}", b"{3}"]


def test_a_byte_order_mark_is_not_part_of_the_first_line(tmp_path: Path) -> None:
    assert values(written(tmp_path / "a.jsonl", b"\xef\xbb\xbf{1}\n{2}\n")) == [b"{1}", b"{2}"]


def test_of_what_is_too_large_one_byte_more_than_the_limit_is_read_and_the_next_line_is_whole(tmp_path: Path) -> None:
    large = b"x" * (3 << 20)
    assert values(written(tmp_path / "a.jsonl", large + b"\n{2}\n")) == [large[: LIMIT + 1], b"{2}"]
    assert values(written(tmp_path / "a.html", large)) == [large[: LIMIT + 1]]


def test_a_line_as_large_as_the_limit_is_whole(tmp_path: Path) -> None:
    line = b"x" * LIMIT
    assert values(written(tmp_path / "a.jsonl", line + b"\n" + line)) == [line, line]


COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("suffix", COMPRESS)
def test_compressed_files_are_read_like_others(tmp_path: Path, suffix: str) -> None:
    assert values(written(tmp_path / f"a.jsonl{suffix}", COMPRESS[suffix](b"{1}\n{2}\n"))) == [b"{1}", b"{2}"]


@pytest.mark.parametrize("suffix", COMPRESS)
def test_parts_that_were_compressed_one_after_the_other_are_one_file(tmp_path: Path, suffix: str) -> None:
    compress = COMPRESS[suffix]
    assert values(written(tmp_path / f"a.jsonl{suffix}", compress(b"{1}\n") + compress(b"{2}\n"))) == [b"{1}", b"{2}"]


@pytest.mark.parametrize("suffix", COMPRESS)
def test_compression_is_known_by_the_bytes_whatever_the_name(tmp_path: Path, suffix: str) -> None:
    assert values(written(tmp_path / "a.jsonl", COMPRESS[suffix](b"{1}\n"))) == [b"{1}"]


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_file_that_breaks_off_is_one_rejected_entry_after_the_whole_ones(tmp_path: Path, suffix: str) -> None:
    lines = b"".join(b'{"id": "%d", "text": "%s"}\n' % (n, str(n**99).encode()) for n in range(400))
    path = written(tmp_path / f"a.jsonl{suffix}", COMPRESS[suffix](lines)[:-200])
    *whole, last = entries(path, limit=10_000)
    assert all(isinstance(entry.record, Record) for entry in whole)
    assert isinstance(last.record, Rejected)
    assert last.record.reason is RejectReason.UNDECODABLE
    assert last.name == f"{path}:{len(whole) + 1}"


def test_a_file_that_is_gone_when_its_turn_comes_costs_itself_alone(tmp_path: Path) -> None:
    written(tmp_path / "a.html", b"a")
    written(tmp_path / "b.html", b"b")
    sources = find([str(tmp_path)])
    (tmp_path / "a.html").unlink()
    first, second = read(sources, LIMIT)
    assert isinstance(first.record, Rejected)
    assert first.name == str(tmp_path / "a.html")
    assert isinstance(second.record, Record)


def test_the_position_grows_up_to_the_size_of_all_files(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        written(tmp_path / name, b"{}\n" * 50)
    positions = [entry.position for entry in read(find([str(tmp_path)]), LIMIT)]
    assert positions == sorted(positions)
    assert positions[-1] == 300


@pytest.mark.parametrize(
    ("content", "names", "content_type"),
    [
        (b'{"id": "1"}\n{"id": "2"}\n', ["-:1", "-:2"], b"application/json"),
        (b'{\n  "id": "1"\n}\n', ["-"], b"application/json"),
        (b"\xef\xbb\xbf\n<!doctype html><p>x", ["-"], b"text/html"),
        (b" date 2022-03-28 This site\nTitle\n", ["-"], b"text/plain"),
        (b"", [], b""),
    ],
)
def test_standard_input_is_known_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch, content: bytes, names: list[str], content_type: bytes
) -> None:
    for piped in (content, gzip.compress(content)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(piped)))
        found = list(read(find(["-"]), LIMIT))
        assert [entry.name for entry in found] == names
        for entry in found:
            assert isinstance(entry.record, Record)
            assert entry.record.headers[0] == ("content-type", content_type)


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        (b'{"id": "one", "text": "x"}', "one"),
        (b'{"text": "x", "id": 17}', "17"),
        (b'{"id": "one", "html": "breaks of', "one"),
        (b'{"id": "say \\"one\\"", "html": "breaks of', 'say "one"'),
        (b'{"id": "on', None),
        (b'{"text": "x", "id": "late", "html": "breaks of', None),
        (b'["id"]', None),
        (b"\xff\xfe", None),
        (b'{"id": ["one"]}', None),
        (b'{"id": ""}', None),
    ],
)
def test_the_id_is_told_where_it_can_be_read(line: bytes, stated: str | None) -> None:
    record = Record(value=line, headers=(("content-type", b"application/json"),))
    assert stated_id(Entry(name="a:1", record=record)) == stated


@given(st.lists(st.integers(0, 40), max_size=60), st.integers(1, 10), st.integers(1, 100))
def test_windows_keep_order_and_both_bounds(sizes: list[int], records: int, size: int) -> None:
    given_entries = [Entry(name=str(n), record=Record(value=b"x" * length)) for n, length in enumerate(sizes)]
    made = list(windows(iter(given_entries), Batch(max_records=records, max_bytes=size)))
    assert [entry for window in made for entry in window] == given_entries
    for window in made:
        assert 1 <= len(window) <= records
        lengths = [len(entry.record.value) for entry in window if isinstance(entry.record, Record)]
        assert sum(lengths[:-1]) < size


@given(st.lists(st.text(min_size=1)))
def test_any_lines_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    encoded = [json.dumps({"text": line}).encode() for line in lines]
    assert values(written(path, b"\n".join(encoded)), limit=100_000) == encoded
