"""Flattened pages, as tables: the lines that come in, the blocks and the removed lines that come out."""

import pytest

from tests.clean.pages import PARAGRAPHS, cleaned, removed, texts
from worker.model import ParagraphKind

ONE, TWO, THREE = PARAGRAPHS


def test_menus_around_the_article_go() -> None:
    page = cleaned("Home", "News", "Sport", "Harbour town rebuilds its pier", ONE, TWO, THREE, "Comments", "About us")
    assert texts(page) == [ONE, TWO, THREE]
    assert ("title", "Harbour town rebuilds its pier") in removed(page)
    assert ("comment", "Comments") in removed(page)


def test_every_line_is_kept_or_removed() -> None:
    lines = ["Home", "Harbour town rebuilds its pier", ONE, "Advertisement", TWO, TWO, THREE, "Read more: A storm"]
    page = cleaned(*lines)
    assert sorted([*texts(page), *(text for _, text in removed(page))]) == sorted(lines)


def test_what_stands_behind_related_links_is_not_the_article() -> None:
    teaser = "A short teaser of another story that has little to do with the pier of the town."
    assert texts(cleaned(ONE, TWO, THREE, "Related articles", "Another story", teaser)) == [ONE, TWO, THREE]


def test_a_paragraph_that_comes_again_is_kept_once() -> None:
    page = cleaned(ONE, TWO, ONE, THREE)
    assert texts(page) == [ONE, TWO, THREE]
    assert removed(page) == [("repeated", ONE)]


def test_of_a_standfirst_and_its_twin_with_a_full_stop_the_twin_is_kept() -> None:
    page = cleaned("Harbour town rebuilds its pier", TWO.rstrip("."), ONE, TWO, THREE)
    assert texts(page) == [ONE, TWO, THREE]
    assert ("repeated", TWO.rstrip(".")) in removed(page)


def test_a_short_line_above_prose_is_a_heading_and_a_bullet_an_item() -> None:
    page = cleaned(ONE, "What comes next", TWO, "The list:", "• one boat", "• two nets", THREE)
    kinds = {block.text: block.kind for block in page.blocks}
    assert kinds["What comes next"] is ParagraphKind.HEADING
    assert kinds["one boat"] is kinds["two nets"] is ParagraphKind.LIST_ITEM
    assert kinds["The list:"] is kinds[ONE] is ParagraphKind.PARAGRAPH


def test_a_sentence_that_links_have_broken_is_put_together() -> None:
    page = cleaned("The council of the", "small harbour town", "voted on Tuesday to rebuild the pier", ".", TWO, THREE)
    assert texts(page)[0] == "The council of the small harbour town voted on Tuesday to rebuild the pier."


@pytest.mark.parametrize(
    ("line", "kept", "reason", "gone"),
    [
        (f"Advertisement {ONE}", ONE, "advertisement", "Advertisement"),
        (
            f"{ONE} (Reporting by Ann Lee; editing by Bob Roe)",
            ONE,
            "byline",
            "(Reporting by Ann Lee; editing by Bob Roe)",
        ),
        (f"{ONE} Read more: The pier in winter", ONE, "related-links", "Read more: The pier in winter"),
        (f"{ONE} Lesen Sie auch: Der Hafen", ONE, "related-links", "Lesen Sie auch: Der Hafen"),
        (f"{ONE} (Photo: Ann Lee/AFP)", ONE, "caption", "(Photo: Ann Lee/AFP)"),
        (
            f"We use cookies on our site. You can change your preferences at any time. {ONE}",
            ONE,
            "cookie-notice",
            "We use cookies on our site. You can change your preferences at any time.",
        ),
    ],
)
def test_boilerplate_within_a_line_is_cut_off(line: str, kept: str, reason: str, gone: str) -> None:
    page = cleaned(line, TWO, THREE)
    assert texts(page) == [kept, TWO, THREE]
    assert removed(page) == [(reason, gone)]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "市议会周二投票决定重建去年冬天被风暴摧毁的码头，渔民们已经等待这个决定好几个月了，其中一些人把船移到了下一个海湾。",
            "工程将于春季开始，耗资约两百万，其中大部分由地区政府承诺支付，镇长在会议结束后对记者这样说道，他感到非常满意。",
        ),
        (
            "Der Rat der kleinen Hafenstadt hat am Dienstag beschlossen, die zerstörte Mole wieder aufzubauen.",
            "Die Fischer hatten monatelang gewartet, manche hatten ihre Boote in die Nachbarbucht gebracht.",
        ),
        (
            "صوّت مجلس البلدة الصغيرة يوم الثلاثاء على إعادة بناء الرصيف الذي حطمته العاصفة في الشتاء الماضي بالكامل.",
            "وكان الصيادون ينتظرون القرار منذ أشهر عديدة وقد نقل بعضهم قواربه إلى الخليج المجاور بعد العاصفة الأخيرة.",
        ),
    ],
)
def test_prose_of_any_script_is_found_among_menus(lines: tuple[str, ...]) -> None:
    assert texts(cleaned("Menu", "A", "B", "C", *lines, "D", "E", "F", "© 2024")) == list(lines)


@pytest.mark.parametrize("content", ["", "\n\n", "Home\nNews\nSport", "\x00", "Accept all"])
def test_a_page_without_an_article_has_no_blocks(content: str) -> None:
    assert cleaned(content).blocks == ()
