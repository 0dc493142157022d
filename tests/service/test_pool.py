"""A poisonous record costs exactly itself."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.service import poison
from worker.model import Enriched, Outcome, Record, Rejected, RejectReason, Skipped, Stage
from worker.service import InlinePool, MakePipeline, Pool, PoolError
from worker.settings import Settings
from worker.telemetry import Health, Metrics

MIB = 1 << 20


def settings(**pool: object) -> Settings:
    quick = {"processes": 2, "record_deadline_seconds": 1.0, "chunk_deadline_seconds": 2.0, "chunk_records": 4}
    return Settings.model_validate({"pool": {**quick, **pool}})


@contextmanager
def running(make: MakePipeline = poison.make, **pool: object) -> Iterator[tuple[Pool, Metrics, Health]]:
    metrics, health = Metrics(), Health(stall_seconds=60)
    children = Pool(settings(**pool), metrics, health, make)
    children.start()
    try:
        yield children, metrics, health
    finally:
        children.close()
        assert descendants() == []


def descendants() -> list[psutil.Process]:
    """The children of this process, but for the brokers that other tests of the same run keep up."""
    return [process for process in psutil.Process().children(recursive=True) if process.name() != "java"]


def records(*values: bytes) -> list[Record]:
    return [Record(value=value) for value in values]


def fates(outcomes: list[Outcome]) -> list[str]:
    """Ids of the published, reasons of the others."""
    return [outcome.id if isinstance(outcome, Enriched) else str(outcome.reason) for outcome in outcomes]


def failed_steps(outcomes: list[Outcome]) -> list[tuple[str, ...]]:
    return [outcome.failed_steps for outcome in outcomes if isinstance(outcome, Enriched)]


def counted(metrics: Metrics, name: str, **labels: str) -> float:
    return metrics.registry.get_sample_value(f"news_worker_{name}", labels) or 0.0


def test_outcomes_come_in_the_order_of_the_records() -> None:
    values = [f"{number}".encode() for number in range(100)]
    with running() as (pool, metrics, health):
        outcomes = list(pool.outcomes(records(*values)))
        assert fates(outcomes) == [value.decode() for value in values]
        assert len({outcome.document for outcome in outcomes if isinstance(outcome, Enriched)}) == 2, "both worked"
        assert health.children_up
        assert counted(metrics, "children_alive") == 2
        assert counted(metrics, "stage_duration_seconds_count", stage=Stage.ANNOTATE) == 100
    assert not health.children_up


def test_no_records_have_no_outcomes() -> None:
    with running() as (pool, _, _):
        assert list(pool.outcomes([])) == []


@pytest.mark.parametrize(
    ("value", "reason", "why"),
    [
        (b"HANG", RejectReason.TIMEOUT, "timeout"),
        (b"KILL", RejectReason.CRASH, "crash"),
        (b"EAT", RejectReason.OUT_OF_MEMORY, "out-of-memory"),
        (b"SHARE", RejectReason.OUT_OF_MEMORY, "out-of-memory"),
        (b"RAISE", RejectReason.CRASH, "crash"),
    ],
)
def test_a_poisonous_record_is_rejected_and_the_others_are_published_in_order(
    value: bytes, reason: RejectReason, why: str
) -> None:
    before, after = [b"a", b"b", b"c", b"d", b"e"], [b"f", b"g", b"h", b"i", b"j", b"k"]
    patience = {} if value == b"HANG" else {"record_deadline_seconds": 30.0, "chunk_deadline_seconds": 30.0}
    with running(poison.make, max_child_bytes=512 * MIB, **patience) as (pool, metrics, _):
        outcomes = list(pool.outcomes(records(*before, value, *after)))
        assert fates(outcomes) == [*(v.decode() for v in before), str(reason), *(v.decode() for v in after)]
        poisoned = outcomes[len(before)]
        assert isinstance(poisoned, Rejected)
        assert poisoned.stage is Stage.PROCESS
        assert counted(metrics, "children_restarted_total", why=why) == 2, "in company, then alone"
        assert fates(list(pool.outcomes(records(*before)))) == [v.decode() for v in before], "the pool goes on"


def test_several_poisons_in_one_chunk_are_told_apart() -> None:
    with running(processes=1, chunk_records=8) as (pool, _, _):
        outcomes = list(pool.outcomes(records(b"a", b"KILL", b"b", b"HANG", b"c", b"")))
    assert fates(outcomes) == ["a", "crash", "b", "timeout", "c", "empty"]


def test_a_record_that_is_first_met_alone_gets_a_second_chance() -> None:
    """A kernel short of memory, or an operator, may have killed a child that was at work on an innocent record."""
    with running(processes=1, record_deadline_seconds=30.0, chunk_deadline_seconds=30.0) as (pool, metrics, _):
        iterator = pool.outcomes(records(b"SLEEP0.7"))
        time.sleep(0.3)
        (child,) = descendants()
        child.kill()
        assert fates(list(iterator)) == ["SLEEP0.7"]
        assert counted(metrics, "children_restarted_total", why="crash") == 1


def test_an_idle_child_that_is_killed_is_replaced() -> None:
    with running(processes=1) as (pool, _, _):
        (child,) = descendants()
        child.kill()
        assert fates(list(pool.outcomes(records(b"a", b"b")))) == ["a", "b"]


def test_a_chunk_that_waited_behind_the_poison_is_not_to_blame() -> None:
    with running(processes=1, chunk_records=1) as (pool, metrics, _):
        outcomes = list(pool.outcomes(records(b"KILL", b"SLEEP0.01", b"SLEEP0.02")))
        assert fates(outcomes) == ["crash", "SLEEP0.01", "SLEEP0.02"]
        assert counted(metrics, "children_restarted_total", why="crash") == 2


def test_children_work_ahead_while_the_caller_looks_away() -> None:
    with running(processes=1) as (pool, metrics, _):
        iterator = pool.outcomes(records(*[b"x"] * 40))
        assert eventually(lambda: counted(metrics, "stage_duration_seconds_count", stage=Stage.DECODE) == 40)
        assert len(list(iterator)) == 40


def test_records_larger_than_the_sockets_buffers_pass() -> None:
    large = b"y" * (5 * MIB)
    with running() as (pool, _, _):
        assert len(list(pool.outcomes(records(large, b"SLEEP0.1", large, large, b"z")))) == 5


def test_a_hanging_child_with_a_full_pipe_does_not_keep_the_others_from_their_work() -> None:
    large = b"y" * (5 * MIB)
    with running(processes=2, chunk_records=1) as (pool, _, _):
        outcomes = list(pool.outcomes(records(b"HANG", *[large] * 6)))
    assert fates(outcomes) == ["timeout", *["y" * 40] * 6]


def test_cancel_ends_the_iterator_and_the_pool_is_usable_again() -> None:
    with running() as (pool, _, _):
        iterator = pool.outcomes(records(b"a", *[b"SLEEP0.2"] * 20))
        assert isinstance(next(iterator), Enriched)
        threading.Timer(0.1, pool.cancel).start()
        assert len(list(iterator)) < 20
        assert fates(list(pool.outcomes(records(b"b", b"c")))) == ["b", "c"]


def test_children_are_replaced_after_so_many_records() -> None:
    with running(processes=1, recycle_records=10) as (pool, metrics, _):
        first = list(pool.outcomes(records(*[b"x"] * 12)))
        assert eventually(lambda: counted(metrics, "children_restarted_total", why="recycled") == 1)
        second = list(pool.outcomes(records(*[b"x"] * 4)))
        assert {o.document for o in first if isinstance(o, Enriched)}.isdisjoint(
            o.document for o in second if isinstance(o, Enriched)
        )


def test_children_are_replaced_when_they_have_grown() -> None:
    with running(processes=1, recycle_growth_bytes=32 * MIB) as (pool, metrics, _):
        assert fates(list(pool.outcomes(records(b"a", b"GROW")))) == ["a", "GROW"]
        assert eventually(lambda: counted(metrics, "children_restarted_total", why="recycled") == 1)
        assert eventually(lambda: counted(metrics, "children_alive") == 1)


def test_the_memory_of_a_child_is_told() -> None:
    with running(processes=1) as (_, metrics, _):
        assert eventually(lambda: counted(metrics, "child_memory_bytes", child="0") > MIB)


def test_what_a_child_has_to_say_is_logged_by_its_parent(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with running(processes=1) as (pool, _, _):
        assert fates(list(pool.outcomes(records(b"WARN")))) == ["WARN"]
    assert [(record.name, record.getMessage()) for record in caplog.records] == [("worker.test", "it is odd")]
    assert capfd.readouterr().out == "", "standard output is for documents"


def test_failed_steps_come_with_the_outcome_and_are_left_to_be_counted_at_its_commit() -> None:
    """Counted here too, a failure would count twice in a worker, and once more for each time it is done again."""
    with running(processes=1) as (pool, metrics, _):
        outcomes = list(pool.outcomes(records(b"STEP", b"x", b"STEP")))
        assert failed_steps(outcomes) == [("entities",), (), ("entities",)]
        assert counted(metrics, "steps_failed_total", step="entities") == 0


@pytest.mark.parametrize(
    ("make", "sentence"),
    [(poison.make_nothing, "There is no model: install one."), (poison.make_crash, "exit code 3")],
)
def test_a_pool_that_cannot_start_says_why_and_leaves_no_process(make: MakePipeline, sentence: str) -> None:
    pool = Pool(settings(), Metrics(), Health(stall_seconds=60), make)
    with pytest.raises(PoolError, match=sentence):
        pool.start()
    assert descendants() == []
    with pytest.raises(PoolError):
        list(pool.outcomes(records(b"a")))
    pool.close()


def test_a_child_that_dies_while_it_is_loading_is_started_again(tmp_path: Path) -> None:
    unused = Settings().nlp.model_copy(update={"model": str(tmp_path / "marker")})
    metrics, health = Metrics(), Health(stall_seconds=60)
    chosen = settings(processes=1).model_copy(update={"nlp": unused})
    pool = Pool(chosen, metrics, health, poison.make_crash_unless_marked)
    pool.start()
    assert counted(metrics, "children_restarted_total", why="failed-start") == 1
    pool.close()


def test_children_that_never_get_ready_are_given_up(caplog: pytest.LogCaptureFixture) -> None:
    pool = Pool(settings(processes=1, start_seconds=0.5), Metrics(), Health(stall_seconds=60), poison.make_never)
    with pytest.raises(PoolError, match=r"longer than its deadline.*pool\.start_seconds \(0\.5\)"):
        pool.start()
    assert descendants() == []
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"], "it was tried three times"


@pytest.mark.parametrize("now", [False, True])
def test_closing_leaves_no_process_even_in_the_midst_of_work(now: bool) -> None:
    pool = Pool(settings(), Metrics(), Health(stall_seconds=60), poison.make)
    pool.start()
    iterator = pool.outcomes(records(*[b"SLEEP0.1"] * 8))
    pool.close(now=now)
    assert descendants() == []
    assert list(iterator) == []


@pytest.mark.parametrize("work", ["SLEEP60", "HANG"])
def test_children_die_with_their_parent_even_while_they_hang(work: str) -> None:
    program = (
        "import os\n"
        "from tests.service.test_pool import *\n"
        "pool = Pool(settings(record_deadline_seconds=60.0), Metrics(), Health(stall_seconds=60), poison.make)\n"
        "pool.start()\n"
        f"pool.outcomes(records(b'{work}', b'{work}'))\n"
        "time.sleep(0.3)\n"
        "print(*(child.pid for child in descendants()), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        children = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(children) == 2
        os.kill(parent.pid, signal.SIGKILL)
        assert eventually(lambda: not any(psutil.pid_exists(pid) for pid in children))


def test_time_during_which_everything_was_stopped_does_not_count() -> None:
    program = (
        "from tests.service.test_pool import *\n"
        "with running(processes=1) as (pool, metrics, _):\n"
        "    print(*(child.pid for child in descendants()), flush=True)\n"
        "    print(fates(list(pool.outcomes(records(b'SLEEP0.6', b'SLEEP0.6')))))\n"
        "    print(counted(metrics, 'children_restarted_total', why='timeout'))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        everybody = [parent.pid, int(parent.stdout.readline())]
        time.sleep(0.2)
        for signal_number, pause in ((signal.SIGSTOP, 3.0), (signal.SIGCONT, 0.0)):
            for pid in everybody:
                os.kill(pid, signal_number)
            time.sleep(pause)
        assert parent.stdout.read().splitlines() == ["['SLEEP0.6', 'SLEEP0.6']", "0.0"]


def test_children_leave_ctrl_c_to_the_parent() -> None:
    with running(processes=1) as (pool, _, _):
        (child,) = descendants()
        child.send_signal(signal.SIGINT)
        child.send_signal(signal.SIGTERM)
        assert fates(list(pool.outcomes(records(b"a")))) == ["a"]
        assert [process.pid for process in descendants()] == [child.pid]


def test_inside_the_parent_the_same_outcomes_come_without_any_child() -> None:
    metrics, health = Metrics(), Health(stall_seconds=60)
    pool = InlinePool(settings(processes=0), metrics, health, poison.make)
    pool.start()
    outcomes = list(pool.outcomes(records(b"a", b"", b"STEP", b"b", b"c")))
    assert fates(outcomes) == ["a", "empty", "STEP", "b", "c"]
    assert isinstance(outcomes[1], Skipped)
    assert descendants() == []
    assert health.children_up
    assert failed_steps(outcomes) == [(), ("entities",), (), ()]
    assert counted(metrics, "steps_failed_total", step="entities") == 0
    iterator = pool.outcomes(records(*[b"a"] * 9))
    next(iterator)
    pool.cancel()
    assert list(iterator) == []
    pool.close()
    with pytest.raises(PoolError):
        list(pool.outcomes(records(b"a")))


def test_inside_the_parent_a_missing_model_is_said_in_a_sentence() -> None:
    pool = InlinePool(settings(processes=0), Metrics(), Health(stall_seconds=60), poison.make_nothing)
    with pytest.raises(PoolError, match="install one"):
        pool.start()


def eventually(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


ARTICLE = "Ada Lovelace opened the bridge in London on Monday. The bridge cost Acme Corporation eleven million dollars."


def test_the_real_line_gives_the_same_bytes_in_children_as_inside_the_parent() -> None:
    texts = [f"{ARTICLE}\n\nSo said {name} Smith of the BBC." for name in ("Ann", "Bob", "Eve", "Joe", "Kim")]
    articles = records(*(text.encode() for text in texts), b"")
    found = []
    for make in (Pool, InlinePool):
        chosen = Settings.model_validate({"pool": {"processes": 1, "chunk_records": 2}})
        processor = make(chosen, Metrics(), Health(stall_seconds=60))
        processor.start()
        found.append(list(processor.outcomes(articles)))
        processor.close()
    assert found[0] == found[1]
    assert [type(outcome) for outcome in found[0]] == [Enriched] * 5 + [Skipped]


def test_a_model_that_does_not_fit_into_the_memory_allowed_is_said_in_a_sentence() -> None:
    chosen = Settings.model_validate({"pool": {"processes": 1, "max_child_bytes": 90 * MIB}})
    pool = Pool(chosen, Metrics(), Health(stall_seconds=60))
    with pytest.raises(PoolError, match=r"memory"):
        pool.start()
    assert descendants() == []
