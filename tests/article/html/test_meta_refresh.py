"""Redirects that a page asks for in a meta element."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.html.meta_refresh import refresh_target

URL = "https://x.org/a"


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="0; url=/b?c=1&amp;d">',
        "<META CONTENT='0;URL=https://x.org/b?c=1&d' HTTP-EQUIV=Refresh />",
        "<html><head><meta charset=utf-8><meta http-equiv=refresh content=\"5, url='/b?c=1&d'\">",
    ],
)
def test_redirects_are_found(page: str) -> None:
    assert refresh_target(page.encode(), URL) == "https://x.org/b?c=1&d"


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="300; url=/b">',  # a page that renews itself
        '<meta http-equiv="refresh" content="0">',
        '<meta http-equiv="refresh" content="0; url=/a#top">',
        '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
        '<meta http-equiv="refresh" content="0; url=file:///etc/passwd">',
        '<meta name="x" content="0; url=/b">',
        '<meta http-equiv="refresh">',
        "",
    ],
)
def test_other_pages_do_not_redirect(page: str) -> None:
    assert refresh_target(page.encode(), URL) is None


@given(st.text("<>meta http-equiv=refresh content=0;url=\"'/&#x1b; \x1b\u202e"))
def test_only_web_addresses_come_out_of_any_page(page: str) -> None:
    for text in (page, f'<meta http-equiv=refresh content="0;url={page}">'):
        link = refresh_target(text.encode(), URL)
        assert link is None or (link.isascii() and link.isprintable())


def test_repeated_fragments_give_no_redirect() -> None:
    for page in (
        b"<meta " * 20_000,
        b"<meta http-equiv=refresh content='" + b" " * 100_000,
        b"<meta  =" * 9_000,
    ):
        assert refresh_target(page, URL) is None
