"""One row a reason and language: a line as pages have it, and the reason that its words give away."""

import gzip
import json
from pathlib import Path

import pytest

from worker.clean.characters import tidy_lines
from worker.clean.cues import CHARACTERS_A_WORD, Cue, cue, cues, cues_of
from worker.clean.words import count_words
from worker.model import BoilerplateReason

SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl.gz"
LINES = [
    ("cookie-notice", "We use cookies to ensure you get the best experience on our website."),
    ("cookie-notice", "Wir verwenden Cookies, um unsere Inhalte zu verbessern."),
    ("cookie-notice", "Nous utilisons des cookies pour améliorer votre visite."),
    ("cookie-notice", "Utilizamos cookies para mejorar nuestros servicios."),
    ("cookie-notice", "Deze website gebruikt cookies."),
    ("cookie-notice", "Accept all"),
    ("advertisement", "ADVERTISEMENT"),
    ("advertisement", "Story continues below advertisement"),
    ("advertisement", "Anzeige"),
    ("advertisement", "Publicité"),
    ("advertisement", "As an Amazon Associate I earn from qualifying purchases."),
    ("share-bar", "Share this article"),
    ("share-bar", "Facebook Twitter WhatsApp"),
    ("share-bar", "Teilen"),
    ("share-bar", "Partager sur Facebook"),
    ("subscription", "Sign up for our free newsletter and never miss a story."),
    ("subscription", "Abonnez-vous"),
    ("subscription", "Log in"),
    ("related-links", "Read more: The pier that the storm broke"),
    ("related-links", "Lesen Sie auch: Der Hafen im Winter"),
    ("related-links", "Lire aussi : Le port en hiver"),
    ("related-links", "Lea también: El puerto en invierno"),
    ("related-links", "Leggi anche: Il porto d'inverno"),
    ("related-links", "関連記事"),
    ("copyright", "© 2024 The Harbour Post. All rights reserved."),
    ("copyright", "Alle Rechte vorbehalten"),
    ("copyright", "Privacy Policy | Terms of Use"),
    ("comment", "12 Comments"),
    ("comment", "Leave a Reply"),
    ("comment", "Kommentare"),
    ("caption", "The pier in winter. (Photo: Ann Lee)"),
    ("caption", "Foto: dpa"),
    ("caption", "A boat on the shore. Jane Roe/Getty Images"),
    ("metadata", "3 min read.05:28 PM ISTAgencies"),
    ("metadata", "4 Min. Lesezeit"),
    ("metadata", "Published March 28, 2022 at 5:28 p.m."),
    ("metadata", "28.03.2022, 17:28 Uhr"),
    ("metadata", "2 hours ago"),
    ("byline", "By Ann Lee and Bob Roe"),
    ("byline", "Von Anna Lehmann"),
    ("byline", "(Reporting by Ann Lee; editing by Bob Roe)"),
    ("byline", "Agencies"),
    ("navigation", "Skip to main content"),
    ("navigation", "Load more stories"),
]
ARTICLE = [
    "The commission fined the firm because its cookies followed readers, and the court agreed with it on Monday.",
    "By Monday evening the storm had passed.",
    "He asked his readers to share what they knew.",
    "Von dem Haus blieb nach dem Sturm nur wenig übrig.",
    "The newspaper has more subscribers than ever.",
    "It was the most read book of the year in her country.",
]


@pytest.mark.parametrize(("reason", "line"), LINES)
def test_a_line_gives_itself_away(reason: str, line: str) -> None:
    assert cue(line, count_words(line)) == reason


@pytest.mark.parametrize("line", ARTICLE)
def test_a_sentence_of_an_article_does_not(line: str) -> None:
    assert cue(line, count_words(line)) is None


def test_every_reason_that_words_can_give_has_a_row() -> None:
    found_otherwise = {
        BoilerplateReason.TITLE,
        BoilerplateReason.DATELINE,
        BoilerplateReason.REPEATED,
        BoilerplateReason.OTHER,
    }
    assert {each.reason for each in cues()} == set(BoilerplateReason) - found_otherwise
    assert {reason for reason, _ in LINES} == {each.reason.value for each in cues()}


def test_a_line_without_blanks_is_not_searched_however_few_words_it_counts() -> None:
    assert cue("cookies" * 1_000_000, 1) is None


def test_what_is_looked_for_first_keeps_no_cue_from_being_found() -> None:
    lines = list(dict.fromkeys(line for page in _pages() for line in tidy_lines(page)))
    words = [count_words(line) for line in lines]
    found = cues_of(lines, words)
    assert found == [_thoroughly(line, count) for line, count in zip(lines, words, strict=True)]
    assert found == [cue(line, count) for line, count in zip(lines, words, strict=True)]
    assert sum(reason is not None for reason in found) > len(lines) / 20


def _pages() -> list[str]:
    with gzip.open(SAMPLES, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    return [
        text.swapcase() if i % 2 else text for i, text in enumerate(page["text"] for page in pages if "text" in page)
    ]


def _thoroughly(line: str, words: int) -> BoilerplateReason | None:
    """The first cue that fits, each pattern of each tried."""
    return next((each.reason for each in cues() if _fits(each, line, words)), None)


def _fits(each: Cue, line: str, words: int) -> bool:
    if words > each.max_words or len(line) > CHARACTERS_A_WORD * each.max_words:
        return False
    return each.opening.match(line) is not None or each.inside.search(line) is not None
