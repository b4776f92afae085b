"""The page in a file that a browser saved, MHTML or webarchive."""

from __future__ import annotations

import base64
import plistlib
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.html.mhtml import ArchivedPage, archived_page
from tui.article.source_kind import SourceKind, source_kind

PAGE = "<html><body><p>“We can’t sail,” said Zoë = harbour master.</p></body></html>".encode()
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.org/a\r\nSubject: =?utf-8?Q?Ferry?=\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Xy--z"\r\n'
    b"\r\n\r\n------Xy--z\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    b"------Xy--z\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: %s\r\n%s\r\n%s\r\n"
    b"------Xy--z\r\nContent-Type: text/html\r\n\r\n<p>a frame\r\n------Xy--z--\r\n"
)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        (b"quoted-printable", quopri.encodestring(PAGE)),
        (b"base64", base64.encodebytes(PAGE)),
        (b"8bit", PAGE),
    ],
)
def test_the_page_in_an_mhtml_file(encoding: bytes, body: bytes) -> None:
    data = MHTML % (encoding, b"Content-Location: https://x.org/a?b\r\n", body)
    assert source_kind(data) is SourceKind.SAVED_PAGE
    page = archived_page(data)
    assert page is not None
    assert page.data.strip() == PAGE
    assert (page.url, page.charset) == ("https://x.org/a?b", "utf-8")
    for location, url in ((b"", "https://x.org/a"), (b"Content-Location: javascript:x\r\n", None)):
        page = archived_page(MHTML % (encoding, location, body))
        assert page is not None
        assert page.url == url


def test_the_page_in_a_webarchive() -> None:
    page = {
        "WebResourceData": PAGE,
        "WebResourceURL": "https://x.org/a",
        "WebResourceTextEncodingName": "UTF-8",
    }
    data = plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)
    assert source_kind(data) is SourceKind.SAVED_PAGE
    assert archived_page(data) == ArchivedPage(PAGE, "https://x.org/a", "utf-8")
    for other in ({}, {"WebMainResource": 1}, {"WebMainResource": {"WebResourceData": "x"}}):
        assert archived_page(plistlib.dumps(other, fmt=plistlib.FMT_BINARY)) is None
    odd = {
        "WebResourceData": PAGE,
        "WebResourceURL": "file:///etc/passwd",
        "WebResourceTextEncodingName": "utf-7",
    }
    data = plistlib.dumps({"WebMainResource": odd}, fmt=plistlib.FMT_BINARY)
    assert archived_page(data) == ArchivedPage(PAGE, None, None)


def test_other_files_are_no_saved_pages() -> None:
    for data in (
        b"",
        b"From: <Saved by hand>\r\n\r\nmultipart/mixed",
        b"a letter about multipart/related things",
    ):
        assert source_kind(data) is SourceKind.TEXT


@given(st.integers(0, 900), st.integers(0, 900), st.binary())
def test_a_damaged_file_gives_a_page_or_none(start: int, end: int, data: bytes) -> None:
    whole = MHTML % (b"base64", b"", base64.encodebytes(PAGE))
    archive = plistlib.dumps({"WebMainResource": {"WebResourceData": PAGE}}, fmt=plistlib.FMT_BINARY)
    for damaged in (whole[:start] + data + whole[end:], archive[:start] + data + archive[end:]):
        for each in (damaged, b"bplist00" + damaged):
            page = archived_page(each)
            assert page is None or isinstance(page.data, bytes)
