import gzip
import json
import lzma
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
import zstandard
from typer.testing import CliRunner, Result

from worker.cli import app

COMMAND = [str(Path(sys.executable).with_name("news-worker")), "enrich"]
SENTENCE = "The harbour authority said on Tuesday that the new ferry line would open in spring. "
ARTICLE = "<!doctype html><html lang='en'><title>A ferry line</title><article><h1>A ferry line</h1>" + "".join(
    f"<p>{SENTENCE * 3}</p>" for _ in range(4)
)
QUICK = ["--processes", "0", "--steps", ""]


def enrich(*arguments: str | Path, flags: Sequence[str] = QUICK, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["enrich", *map(str, arguments), *flags], input=stdin)


def documents(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout_bytes.splitlines()]


def envelope(name: str, html: str = ARTICLE) -> str:
    return json.dumps({"id": name, "url": f"https://news.example/{name}", "html": html}) + "\n"


def test_every_form_comes_out_in_input_order_under_its_own_id(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text(ARTICLE)
    (tmp_path / "2.txt").write_text(SENTENCE * 5)
    (tmp_path / "3.json").write_text(envelope("three"))
    (tmp_path / "4.jsonl").write_text(envelope("four") + envelope("five"))
    (tmp_path / "6.html.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    (tmp_path / "7.jsonl.xz").write_bytes(lzma.compress(envelope("seven").encode()))
    (tmp_path / "8.ndjson.zst").write_bytes(zstandard.compress(envelope("eight").encode()))
    result = enrich(tmp_path)
    paths = {name: str(tmp_path / name) for name in ("1.html", "2.txt", "6.html.gz")}
    assert result.exit_code == 0
    assert [document["id"] for document in documents(result)] == [
        paths["1.html"], paths["2.txt"], "three", "four", "five", paths["6.html.gz"], "seven", "eight",
    ]  # fmt: skip
    assert all(document["text"] for document in documents(result))


def test_skipped_and_rejected_inputs_have_their_line_with_id_and_reason(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        envelope("good")
        + envelope("nothing", html="<html></html>")
        + '{"id": "named", "url": "https://news.example/"}\n'
        + '{"id": "cut", "html": "<p>breaks of\n'
        + "not json\n"
    )
    (tmp_path / "b.html").write_bytes(b"")
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(ARTICLE.encode())[:-20])
    result = enrich(tmp_path)
    first, *others = documents(result)
    assert result.exit_code == 0
    assert first["id"] == "good"
    assert others == [
        {"id": "nothing", "skipped": "empty"},
        {"id": "named", "rejected": "invalid-envelope"},
        {"id": "cut", "rejected": "invalid-envelope"},
        {"id": f"{tmp_path}/a.jsonl:5", "rejected": "invalid-envelope"},
        {"id": f"{tmp_path}/b.html", "skipped": "empty"},
        {"id": f"{tmp_path}/c.html.gz", "rejected": "undecodable"},
    ]
    assert "1 enriched, 4 rejected, 2 skipped" in result.stderr


def test_strict_makes_a_rejection_exit_1_after_all_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("not json\n" + envelope("good"))
    result = enrich(tmp_path, "--strict")
    assert result.exit_code == 1
    assert len(documents(result)) == 2


def test_a_skip_is_no_error_even_when_strict(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    assert enrich(tmp_path, "--strict").exit_code == 0


@pytest.mark.parametrize("compress", [bytes, gzip.compress, lzma.compress])
def test_standard_input_may_be_compressed(compress: type[bytes]) -> None:
    result = enrich("-", stdin=compress((envelope("one") + envelope("two")).encode()))
    assert [document["id"] for document in documents(result)] == ["one", "two"]


def test_a_page_on_standard_input_is_named_so() -> None:
    assert [document["id"] for document in documents(enrich("-", stdin=ARTICLE.encode()))] == ["-"]


def test_a_line_of_ten_megabytes_is_an_article_where_the_settings_allow_it(tmp_path: Path) -> None:
    larger = ("--set", "input.max_bytes=12000000", "--set", "kafka.max_request_bytes=24000000")
    padded = ARTICLE + f"<!-- {'x' * 10_000_000} -->"
    (tmp_path / "a.jsonl").write_text(envelope("large", padded) + envelope("small"))
    large, small = documents(enrich(tmp_path, *larger))
    assert large["text"] == small["text"]
    large, small = documents(enrich(tmp_path))
    assert large == {"id": "large", "rejected": "too-large"}
    assert small["id"] == "small"


def test_pretty_is_indented_json(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(ARTICLE)
    plain, pretty = enrich(tmp_path), enrich(tmp_path, "--pretty")
    assert pretty.stdout.startswith('{\n  "schema_version"')
    assert json.loads(pretty.stdout) == documents(plain)[0]


@pytest.mark.parametrize(("removed", "keys"), [("off", set()), ("counts", {"counts"}), ("lines", {"counts", "lines"})])
def test_removed_boilerplate_is_told_as_asked(tmp_path: Path, removed: str, keys: set[str]) -> None:
    (tmp_path / "a.txt").write_text(f"Share this article\n{SENTENCE * 4}\nAll rights reserved.\n")
    (document,) = documents(enrich(tmp_path, "--removed", removed))
    told = document.get("removed", {})
    assert isinstance(told, dict)
    assert set(told) == keys


def test_only_the_steps_asked_for_are_run(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(ARTICLE)
    (document,) = documents(enrich(tmp_path, flags=["--processes", "0", "--steps", "keyphrases"]))
    assert "keyphrases" in document
    assert "entities" not in document


@pytest.mark.parametrize(
    ("suffix", "decompress"),
    [("", bytes), (".gz", gzip.decompress), (".xz", lzma.decompress), (".zst", zstandard.decompress)],
)
def test_an_output_file_is_compressed_as_its_name_says(tmp_path: Path, suffix: str, decompress: type[bytes]) -> None:
    source, target = tmp_path / "a.html", tmp_path / f"out.jsonl{suffix}"
    source.write_text(ARTICLE)
    assert enrich(source, "-o", target).stdout == ""
    content = target.read_bytes()
    plain = (
        zstandard.ZstdDecompressor().decompressobj().decompress(content) if suffix == ".zst" else decompress(content)
    )
    assert json.loads(plain)["id"] == str(source)
    assert sorted(tmp_path.iterdir()) == [source, target]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.html"], "is no file, no folder, and as a pattern it matches nothing"),
        (["a.html", "-o", "no/such/folder/out.jsonl"], "Cannot write into no/such/folder"),
        (["a.html", "--set", "batch.max_record=1"], "batch.max_record is not a setting"),
        (["a.html", "--set", "batch.max_records"], "has no value"),
        (["a.html", "--set", "batch.max_records=0"], "batch.max_records"),
        (["a.html", "--config", "missing.toml"], "missing.toml cannot be read"),
        (["a.html", "--steps", "nonsense"], "nonsense"),
        ([], "Missing argument"),
        (["a.html", "--removed", "all"], "--removed"),
    ],
)
def test_wrong_arguments_and_settings_exit_2_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(ARTICLE)
    result = enrich(*arguments, flags=["--processes", "0"])
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.replace("│", " ").split())
    assert "Traceback" not in result.stderr


def test_a_model_that_is_not_installed_is_a_sentence_and_no_output(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(ARTICLE)
    result = enrich(tmp_path / "a.html", "-o", tmp_path / "out.jsonl", flags=["-p", "0", "--model", "no_such_model"])
    assert result.exit_code == 2
    assert "no_such_model" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_two_processes_give_the_same_bytes_as_none(tmp_path: Path) -> None:
    lines = [envelope(f"a{n}", ARTICLE.replace("Tuesday", f"day {n}")) for n in range(40)]
    (tmp_path / "a.jsonl").write_text("".join(lines) + "not json\n")
    arguments = [*COMMAND, str(tmp_path / "a.jsonl")]
    pooled = subprocess.run([*arguments, "-p", "2"], capture_output=True, check=True, timeout=120)
    inline = subprocess.run([*arguments, "-p", "0"], capture_output=True, check=True, timeout=120)
    assert pooled.stdout == inline.stdout
    assert pooled.stdout.count(b"\n") == 41
    assert b"40 enriched, 1 rejected" in pooled.stderr


@contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    pipe = subprocess.PIPE
    command = [
        *COMMAND,
        *arguments,
        "--steps",
        "",
        "--set",
        "batch.max_records=8",
        "--set",
        "batch.transaction_records=8",
    ]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def when_at_work(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    """Feed lines until the first result is back; the children that work by then."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(envelope(f"a{number}") for number in range(30)).encode())
    process.stdin.flush()
    assert process.stdout.readline()
    return psutil.Process(process.pid).children(recursive=True)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_and_sigterm_end_quietly_and_leave_no_child(number: signal.Signals, code: int) -> None:
    with started("-", "-p", "2") as process:
        children = when_at_work(process)
        process.send_signal(number)
        _, stderr = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in stderr
    assert children
    assert not psutil.wait_procs(children, timeout=30)[1]


def test_no_child_outlives_a_parent_that_is_killed() -> None:
    with started("-", "-p", "2") as process:
        children = when_at_work(process)
    assert children
    assert not psutil.wait_procs(children, timeout=30)[1]


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(envelope(f"a{n}") for n in range(2000)))
    with started(str(tmp_path / "a.jsonl"), "-p", "1") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        stderr = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert b"Traceback" not in stderr
    assert b"Error" not in stderr


def test_an_interrupted_run_leaves_the_old_output_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with started("-", "-p", "1", "-o", str(target)) as process:
        while not [path for path in tmp_path.iterdir() if path.name.startswith(".out.jsonl.")]:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
