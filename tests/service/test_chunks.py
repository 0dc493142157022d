"""Records in portions."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from worker.model import Record
from worker.service.chunks import chunks
from worker.service.job import Job
from worker.settings import Pool


@given(st.lists(st.integers(0, 300), max_size=80), st.integers(1, 9), st.integers(1, 500), st.integers(1, 6))
@hypothesis_settings(max_examples=200, derandomize=True)
def test_every_record_is_in_one_chunk_in_order_and_within_bounds(
    sizes: list[int], most_records: int, most_bytes: int, children: int
) -> None:
    records = [Record(value=bytes([place % 256]) * size) for place, size in enumerate(sizes)]
    pool = Pool.model_validate({"chunk_records": most_records, "chunk_bytes": most_bytes})
    made = list(chunks(Job(records), pool, children))
    assert [record for chunk in made for record in chunk.records] == records
    assert [chunk.first for chunk in made] == [sum(len(c.records) for c in made[:n]) for n in range(len(made))]
    for chunk in made:
        assert 1 <= len(chunk.records) <= most_records
        assert sum(len(record.value) for record in chunk.records[:-1]) < most_bytes


@pytest.mark.parametrize("children", [1, 2, 8])
def test_chunks_get_smaller_towards_the_end_so_that_all_children_end_together(children: int) -> None:
    job = Job([Record(value=b"x" * 100)] * 256)
    sizes = [len(chunk.records) for chunk in chunks(job, Pool(), children)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == Pool().chunk_records
    assert sizes[-children:] == [1] * children


def test_one_record_of_a_lost_chunk_after_the_other_keeps_its_place() -> None:
    job = Job([Record(value=bytes([n])) for n in range(4)])
    chunk = next(chunks(job, Pool(), 1))
    apart = list(chunk.apart())
    assert [single.first for single in apart] == [chunk.first + n for n in range(len(chunk.records))]
    assert all(single.alone and len(single.records) == 1 for single in apart)
