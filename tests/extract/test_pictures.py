import pytest

from worker.extract.pictures import split_credit

CAPTIONS = [
    ("The pier before the storm. Photograph: Bob Roe", "The pier before the storm.", "Bob Roe"),
    ("The pier (Foto: dpa)", "The pier", "dpa"),
    ("The pier © Bob Roe", "The pier", "Bob Roe"),
    ("The pier | Photo credit: Bob Roe", "The pier", "Bob Roe"),
    ("The pier. Image courtesy of Harbour Museum.", "The pier.", "Harbour Museum"),
    ("La jetée. Crédit photo : Hélène Dupont", "La jetée.", "Hélène Dupont"),
    ("The photo by the pier was lost.", "The photo by the pier was lost.", None),
    ("The pier", "The pier", None),
    ("", "", None),
]


@pytest.mark.parametrize(("caption", "text", "credit"), CAPTIONS)
def test_a_caption_is_told_from_its_credit(caption: str, text: str, credit: str | None) -> None:
    assert split_credit(caption) == (text, credit)


def test_a_marked_credit_is_taken_out_of_the_caption() -> None:
    assert split_credit("The pier Bob Roe/Harbour Post", "Bob Roe/Harbour Post") == ("The pier", "Bob Roe/Harbour Post")
