"""The addresses an article leads to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import Article, Link
from tui.article.spans import Span
from tui.session.opening import article_links
from tui.session.opening.article_links import can_open, links_of, matching_links


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
    ("text", "found"),
    [
        ("HTTPS://A.example/b", ["https://a.example/b"]),
        ("xhttp://a.example/b", ["http://a.example/b"]),
        ("httphttps://a.example/b", ["https://a.example/b"]),
        ("https://a.example/http://b.example/", ["https://a.example/http://b.example/"]),
        ("ftp://a.example/ s://b.example/ ://c.example/ ps://d.example", []),
        ("https:// a.example http://", []),
    ],
)
def test_addresses_in_the_text_are_seen_wherever_they_begin(text: str, found: list[str]) -> None:
    assert [one.address for one in links_of(Article(text, "a"))] == found


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


def test_a_foreign_host_is_told_in_ascii() -> None:
    (link,) = links_of(linked("words", ("words", "https://аpple.example/login")))
    assert link.address.isascii()
    assert link.host.startswith("xn--")


def test_matching_looks_at_words_and_addresses() -> None:
    links = links_of(linked("The report. https://b.example/x", ("report", "https://a.example/r")))
    assert matching_links(links, "REP") == [0]
    assert matching_links(links, "b.example") == [1]
    assert matching_links(links, "") == [0, 1]


def test_of_very_many_links_the_first_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_links, "MAX_LINKS", 2)
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


def test_closing_brackets_without_end_are_no_part_of_an_address() -> None:
    (link,) = links_of(Article("http://a.example/b_(c)" + ")" * 1_000_000 + " said Ann", "a"))
    assert link.address == "http://a.example/b_(c)"
