"""Bytes to characters: marks, declarations, labels, detection."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.wire.charset import decode_characters
from worker.wire.charset_detection import detect_codec
from worker.wire.charset_labels import codec_of

ENGLISH = "“Never again”, she said – it was the café’s last day. "
RUSSIAN = "Президент заявил, что переговоры продолжатся на следующей неделе, несмотря на разногласия. "
GREEK = "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία και την υγεία των πολιτών. "
JAPANESE = "政府は火曜日、新しい経済対策を発表した。首相は記者会見で国民に協力を求めた。"
CHINESE = "政府周二宣布了新的经济措施,总理在记者会上呼吁民众予以配合。"
KOREAN = "정부는 화요일 새로운 경제 대책을 발표했다. 총리는 기자회견에서 국민의 협조를 요청했다. "
POLISH = "Rząd ogłosił we wtorek nowe środki gospodarcze, a premier poprosił społeczeństwo o współpracę. "
SPANISH = "El presidente anunció el miércoles más medidas económicas para el próximo año, según señaló. "


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_stands_above_every_declaration(mark: bytes, codec: str) -> None:
    page = "<meta charset=koi8-r><p>" + RUSSIAN
    assert decode_characters(mark + page.encode(codec), "windows-1251") == page


@pytest.mark.parametrize(
    ("declaration", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META CHARSET = 'KOI8-R' />", "koi8_r"),
        ("<meta name=a><meta content='text/html; charset=iso-8859-5' http-equiv=Content-Type>", "iso8859-5"),
        ('<meta http-equiv="content-type" content="text/html;charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="windows-1251"?><html>', "cp1251"),
        ("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>", "cp1251"),
        ("<meta charset=no-such-charset><meta charset=windows-1251>", "cp1251"),
        ("<script>" + "x" * 5000 + "</script><meta charset=windows-1251>", "cp1251"),
    ],
)
def test_the_page_declares_its_charset(declaration: str, codec: str) -> None:
    page = declaration + RUSSIAN
    assert decode_characters(page.encode(codec)) == page


def test_the_header_stands_above_the_page() -> None:
    page = "<meta charset=koi8-r>" + RUSSIAN
    assert decode_characters(page.encode("cp1251"), "windows-1251") == page


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1", "shift_jis", "utf-16", None])
def test_valid_utf8_is_utf8_whatever_the_page_declares(label: str | None) -> None:
    page = f"<meta charset={label}>" + ENGLISH + RUSSIAN
    assert decode_characters(page.encode()) == page


@pytest.mark.parametrize(
    ("codec", "label"),
    [("iso2022_jp", "ISO-2022-JP"), ("utf-16-le", "utf-16"), ("utf-16-le", "utf-16le"), ("utf-16-be", "utf-16be")],
)
def test_charsets_whose_bytes_are_valid_utf8_need_their_declaration(codec: str, label: str) -> None:
    assert decode_characters(JAPANESE.encode(codec), label) == JAPANESE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_nuls(codec: str) -> None:
    page = "<!doctype html><html><head><title>" + JAPANESE
    assert decode_characters(page.encode(codec)) == page


@pytest.mark.parametrize("label", [None, "utf-8", "windows-1252", "no-such-charset"])
def test_utf8_that_was_cut_or_has_a_few_wrong_bytes_stays_utf8(label: str | None) -> None:
    page = f"<meta charset={label or 'utf-8'}>" + RUSSIAN * 3 + "да"
    assert decode_characters(page.encode()[:-1], label) == page[:-1] + "\ufffd"


def test_a_wrong_declaration_of_utf8_is_overruled_by_detection() -> None:
    page = "<meta charset=utf-8><p>" + SPANISH * 5
    assert decode_characters(page.encode("cp1252"), "utf-8") == page


def test_a_declaration_of_many_wrong_bytes_is_overruled_by_detection() -> None:
    page = "<meta charset=iso-8859-6><p>" + GREEK * 5
    assert decode_characters(page.encode("cp1253")) == page


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"),
        (SPANISH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "<html><script>if (a<b) c()</script><p>{}</p><p>{}</p></html>"])
def test_the_charset_is_detected_where_nothing_declares_it(text: str, codec: str, frame: str) -> None:
    page = frame.replace("{}", text * 4)
    assert decode_characters(page.encode(codec)) == page


@pytest.mark.parametrize("value", [b"caf\xe9", b"\xa9 2022", b"<a>\xbb</a>" * 9, b"\xff", b"\x81\x8d"])
def test_in_doubt_it_is_windows_1252(value: bytes) -> None:
    assert decode_characters(value) == value.decode("cp1252", "replace")


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso-8859-1", "cp1252"),
        (" Latin1\n", "cp1252"),
        ("US-ASCII", "cp1252"),
        ("ISO-8859-9", "cp1254"),
        ("iso-8859-11", "cp874"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("big5", "big5hkscs"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("euc-kr", "cp949"),
        ("EUC-JP", "euc_jp"),
        ("utf-16", "utf-16-le"),
        ("utf8", "utf-8"),
        ("koi8-u", "koi8-u"),
        ("iso-8859-15", "iso8859-15"),
        ("iso-8859-8-i", "iso8859_8"),
        ("cp1251", "cp1251"),
        ("macintosh", "mac-roman"),
        ("ibm866", "cp866"),
    ],
)
def test_a_label_means_what_it_means_on_the_web(label: str, codec: str) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    "label", ["", "utf-7", "zlib", "rot13", "idna", "unicode_escape", "punycode", "cp037", "x\0y", "ü", "a" * 10_000]
)
def test_a_label_that_the_web_does_not_know_means_nothing(label: str) -> None:
    assert codec_of(label) is None


def test_detection_looks_at_a_sample_only() -> None:
    big = "<p>" + RUSSIAN.replace(" ", "</p> <p>") * 50_000
    assert detect_codec(big.encode("cp1251")) == "cp1251"


@pytest.mark.parametrize(
    "unit", [bytes(range(256)), b"\xff", b"\xff<", b"\xe9" + b"a" * 9, b"<meta ", b"<!--", b"\xff "]
)
def test_eight_hostile_megabytes_are_no_burden(unit: bytes) -> None:
    value = b"<meta charset=gbk>" * 200 + unit * (8_000_000 // len(unit)) + b"\xff"
    assert codec_of(detect_codec(value))
    assert decode_characters(value)


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "gb18030", "big5"])
@pytest.mark.parametrize("before", ["", "a"])
def test_a_long_stretch_without_blanks_is_sampled_without_cutting_a_character(codec: str, before: str) -> None:
    text = CHINESE if codec in ("gb18030", "big5") else JAPANESE
    page = before + (text * 400).encode(codec, "ignore").decode(codec)
    assert decode_characters(page.encode(codec)) == page


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.none() | st.text(max_size=12) | st.sampled_from(["utf-16", "gbk", "iso-2022-jp"]))
def test_any_bytes_under_any_label_become_characters_that_can_be_encoded(value: bytes, label: str | None) -> None:
    assert decode_characters(value, label).encode() is not None


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text())
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    value = text.encode("utf-8", "ignore")
    with_mark = codecs.BOM_UTF8 + value
    assert decode_characters(with_mark, "iso-8859-1").encode() == value
