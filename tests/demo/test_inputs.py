"""What the demo feeds comes to the end that it says."""

from collections import Counter

import pytest

from demo.inputs import Input, inputs, poison
from worker.model import RawArticle, Record, Rejected
from worker.settings import Settings
from worker.wire import decode


def test_more_than_300_records_are_fed_each_with_an_id_of_its_own() -> None:
    fed = inputs()
    assert len(fed) > 300
    assert Counter(item.id for item in fed).most_common(1)[0][1] == 1
    assert {item.id for item in fed} >= {item.id for item in poison()}


@pytest.mark.parametrize("item", list(poison()), ids=lambda item: item.id)
def test_poison_is_rejected_by_the_decoder_for_the_reason_it_is_told_of(item: Input) -> None:
    decoded = decode(Record(value=item.value, headers=item.headers), Settings().input)
    if item.trouble == "empty":
        assert isinstance(decoded, RawArticle)
    else:
        assert isinstance(decoded, Rejected)
        assert decoded.reason == item.trouble


def test_every_other_record_is_read_and_keeps_its_id() -> None:
    for item in inputs():
        if item.trouble is None:
            decoded = decode(Record(value=item.value, headers=item.headers), Settings().input)
            assert isinstance(decoded, RawArticle)
            assert decoded.id == item.id
