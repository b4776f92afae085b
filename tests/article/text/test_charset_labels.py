"""tui.article.text.charset_labels: labels of charsets from anywhere become codecs that do no harm, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.text.charset_labels import codec, parse_content_type


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("utf-8", "utf-8"),
        (" UTF8 ", "utf-8"),
        ("'utf-8'", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("latin1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("gb2312", "gb18030"),
        ("x-mac-roman", "mac-roman"),
        ("utf-16", "utf-16-le"),
        ("iso-2022-jp", "iso2022_jp"),
    ],
)
def test_charsets(label: str, name: str) -> None:
    assert codec(label) == name


@pytest.mark.parametrize(
    "label",
    "utf-7 punycode idna unicode_escape raw-unicode-escape rot13 base64 zlib hex undefined x-user-defined "
    "hz-gb-2312 no-such utf-8\x00 utf-8\n../../x".split(" "),
)
def test_what_is_none(label: str) -> None:
    assert codec(label) is None
    assert codec("") is None
    assert codec(None) is None


@pytest.mark.parametrize(
    ("header", "media", "name"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML;Charset=UTF-8", "text/html", "utf-8"),
        ('text/html; boundary=x; charset="windows-1252" ; a=b', "text/html", "cp1252"),
        ("text/plain; charset='latin1'", "text/plain", "cp1252"),
        ("; charset=utf-8", "", "utf-8"),
        ("rubbish", "", None),
        ("", "", None),
        ("text/html; charset=", "text/html", None),
        ("\x1b[2J/x", "", None),
    ],
)
def test_headers(header: str, media: str, name: str | None) -> None:
    assert parse_content_type(header) == (media, name)


@given(st.text(), st.binary())
def test_any_header_gives_a_codec_that_decodes_anything(header: str, data: bytes) -> None:
    for text in (header, f"text/html; charset={header}", f'text/html;charset="{header}"'):
        media, name = parse_content_type(text)
        assert media.isascii()
        assert media.isprintable()
        if name is not None:
            data.decode(name, "replace")
