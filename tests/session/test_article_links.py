"""Links of an article, and the browser that may be asked to open one."""

from __future__ import annotations

import webbrowser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import Article, Link
from tui.article.spans import Span
from tui.session import article_links
from tui.session.article_links import can_open, links_of, matching
from tui.session.browser import open_in_browser


def linked(text: str, *links: tuple[str, str]) -> Article:
    spans = [(text.index(words), words, address) for words, address in links]
    return Article(text, "a", links=tuple(Link(Span(s, s + len(w)), a) for s, w, a in spans))


def test_links_and_bare_addresses_once_each_in_order() -> None:
    article = linked(
        "First (see https://b.example/x_(y)). Then the\nreport, https://a.example/r.",
        ("the\nreport", "https://a.example/r"),
    )
    assert [(one.words, one.address) for one in links_of(article)] == [
        ("", "https://b.example/x_(y)"),
        ("the report", "https://a.example/r"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//x.example",
        "mailto:a@b",
        "http://",
        "",
    ],
)
def test_only_web_pages_can_be_followed(address: str) -> None:
    assert not can_open(address)
    assert links_of(linked("words", ("words", address))) == []
    assert not open_in_browser(address, environ={"DISPLAY": ":0"}).opened


def test_a_foreign_host_is_told_in_ascii() -> None:
    (link,) = links_of(linked("words", ("words", "https://аpple.example/login")))
    assert link.address.isascii()
    assert link.host.startswith("xn--")


def test_matching_looks_at_words_and_addresses() -> None:
    links = links_of(linked("The report. https://b.example/x", ("report", "https://a.example/r")))
    assert matching(links, "REP") == [0]
    assert matching(links, "b.example") == [1]
    assert matching(links, "") == [0, 1]


def test_of_very_many_links_the_first_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_links, "LOOKED_AT", 2)
    text = "words https://b.example/1 https://b.example/2 https://b.example/3"
    many = Article(text, "a", links=(Link(Span(0, 5), "https://a.example/"),) * 3)
    assert [one.address for one in links_of(many)] == ["https://a.example/"]
    assert [one.address for one in links_of(Article(text, "a"))] == [
        "https://b.example/1",
        "https://b.example/2",
    ]


@given(st.text())
def test_no_text_gives_an_address_that_acts(text: str) -> None:
    for link in links_of(Article(f"https://{text} {text}", "a")):
        assert link.address.isascii()
        assert link.address.isprintable()
        assert link.address.startswith(("http://", "https://"))


class FakeBrowser(webbrowser.BaseBrowser):
    def __init__(self, name: str = "firefox") -> None:
        super().__init__(name)
        self.opened: list[str] = []

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.opened.append(url)
        return True


ADDRESS = "https://a.example/r"


def test_the_browser_opens_it() -> None:
    browser = FakeBrowser()
    handed = open_in_browser(ADDRESS, environ={"DISPLAY": ":0"}, platform="linux", find=lambda: browser)
    assert handed.opened
    assert browser.opened == [ADDRESS]


@pytest.mark.parametrize(
    ("environ", "browser", "why"),
    [
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1"}, FakeBrowser(), "another machine"),
        ({}, FakeBrowser(), "no browser with a window"),
        ({"WAYLAND_DISPLAY": "w"}, FakeBrowser("/usr/bin/w3m"), "needs this terminal"),
    ],
)
def test_where_none_can_that_is_said_and_none_is_started(
    environ: dict[str, str], browser: FakeBrowser, why: str
) -> None:
    handed = open_in_browser(ADDRESS, environ=environ, platform="linux", find=lambda: browser)
    assert not handed.opened
    assert why in handed.sentence
    assert browser.opened == []


def test_no_browser_at_all() -> None:
    def find() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("could not locate runnable browser")

    assert not open_in_browser(ADDRESS, environ={}, platform="darwin", find=find).opened
