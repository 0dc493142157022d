"""Charset labels as the web means them (WHATWG Encoding Standard), as names of Python codecs."""

import codecs

# Where the standard means another codec than Python does, and the labels that Python does not know.
_WEB_LABELS = {
    "cp1252": "ascii us-ascii ansi_x3.4-1968 latin1 l1 csisolatin1 iso-8859-1 iso8859-1 iso88591 iso_8859-1 "
    "iso_8859-1:1987 iso-ir-100 cp819 ibm819 x-cp1252",
    "cp1254": "latin5 l5 csisolatin5 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 x-cp1254",
    "cp874": "iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 dos-874",
    "gb18030": "gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk cp936 ms936",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis csshiftjis ms_kanji ms932 windows-31j x-sjis",
    "cp949": "euc-kr euckr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 csksc56011987 iso-ir-149 "
    "windows-949",
    "euc_jp": "x-euc-jp cseucpkdfmtjapanese",
    "utf-16-le": "utf-16 utf-16le unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff",
    "utf-16-be": "utf-16be unicodefffe",
    "utf-8": "utf-8 utf8 utf8mb4 utf-8-sig unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "koi8_r": "koi koi8 cskoi8r",
    "koi8_u": "koi8-ru",
    "mac_roman": "x-mac-roman csmacintosh",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "iso8859_8": "iso-8859-8-i iso-8859-8-e logical visual csiso88598e csiso88598i",
    "iso8859_6": "iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i",
    "iso8859_7": "sun_eu_greek",
    "cp1250": "x-cp1250",
    "cp1251": "x-cp1251",
    "cp1253": "x-cp1253",
    "cp1255": "x-cp1255",
    "cp1256": "x-cp1256",
    "cp1257": "x-cp1257",
    "cp1258": "x-cp1258",
}
_BY_LABEL = {label: codec for codec, labels in _WEB_LABELS.items() for label in labels.split()}

# Python knows the other labels of these; what is not listed (zlib, rot13, idna, unicode_escape, utf-7 …) is refused.
_ALLOWED = (
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 "
    "iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1252 cp1253 cp1254 "
    "cp1255 cp1256 cp1257 cp1258 gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949 utf-16-le utf-16-be"
)


def codec_of(label: str) -> str | None:
    """The Python codec that a label stands for on the web; None for a label that the web does not know."""
    label = label.strip(" \t\r\n\f\"'").lower()
    if label in _BY_LABEL:
        return _BY_LABEL[label]
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return name if name in _ALLOWED.split() else None
