"""tui.article.http.urls: quoth goes where a browser would go, and nowhere that is no web page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.errors import CannotRead
from tui.article.http.urls import (
    LONGEST,
    display_url,
    is_url,
    normalise_url,
    parse_url,
    safe_link,
    same_site,
)
from tui.article.sanitising import displayable


@pytest.mark.parametrize(
    "source",
    [
        "http://x.org",
        "HTTPS://x.org/a",
        "  https://x.org\n",
        "www.x.org",
        "WWW.x.org/a b",
        "feed://x.org/rss",
        "feed:https://x.org/rss",
        "<https://x.org>",
        "http:/x.org",
    ],
)
def test_what_is_an_address(source: str) -> None:
    assert is_url(source)
    assert normalise_url(source).startswith(("http://x.org/", "https://x.org/", "https://www.x.org/"))


@pytest.mark.parametrize(
    "source",
    ["example.org/x", "a.txt", "", "www", "www.", "C:\\x", "/https://x", "file:///x", "javascript:1", "-"],
)
def test_what_is_not(source: str) -> None:
    assert not is_url(source)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("http://Example.ORG:80", "http://example.org/"),
        ("https://example.org.:443/a/../b?c=d#e", "https://example.org/a/../b?c=d"),
        ("https://example.org:8443/ü ?q=“a”#x", "https://example.org:8443/%C3%BC%20?q=%E2%80%9Ca%E2%80%9D"),
        ("https://example.org/%41%zz", "https://example.org/%41%zz"),
        ("http://good.example\\@evil.example/", "http://good.example/@evil.example/"),
        ("http://user:pass@host.example/", "http://host.example/"),
        ("http://a@b@host.example/", "http://host.example/"),
        ("http://exa\nmple.org/a\tb", "http://example.org/ab"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("http://１２７。0.0.1/", "http://127.0.0.1/"),
        ("http://[::FFFF:127.0.0.1]:8000/", "http://[::ffff:7f00:1]:8000/"),
    ],
)
def test_one_spelling(typed: str, meant: str) -> None:
    assert normalise_url(typed) == meant
    assert normalise_url(meant) == meant


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http://?x",
        "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://x.org:99999/",
        "http://x.org:0/",
        "http://x.org:1a/",
        "http://a..b/",
        "http://-x.org/",
        "http://a b/",
        "http://%6cocalhost/",
        "http://x\u202e.org/",
        "http://x\x1b[2J.org/",
        "https://" + "a" * 64 + ".org",
        "https://" + "a." * 130 + "org",
        "https://" + "ü" * 5000 + ".org",
        "https://x.org/" + "a" * LONGEST,
        "ftp://x.org/",
        "javascript:alert(1)",
    ],
)
def test_what_cannot_be_read_is_one_sentence(address: str) -> None:
    with pytest.raises(CannotRead) as caught:
        parse_url(address)
    assert caught.value.message.endswith(".")
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 250
    assert safe_link("https://x.org/", address) is None


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("../c?d#e", "https://x.org/c?d#e"),
        ("//y.org", "https://y.org/"),
        ("\\\\y.org\\a", "https://y.org/a"),
        ("https://me:secret@y.org/", "https://y.org/"),
        (" \x01\nhtt\tps://y.org/\x1b]0;x\x07y", "https://y.org/%1B]0;x%07y"),
        ("https:c", "https://x.org/a/c"),
        ("?q=“x”", "https://x.org/a/b?q=%E2%80%9Cx%E2%80%9D"),
        ("https://пример.example/", "https://xn--e1afmkfd.example/"),
        ("", None),
        ("#here", None),
        ("javascript:alert(1)", None),
        ("JaVa\nScRiPt:alert(1)", None),
        ("\x00javascript:alert(1)", None),
        ("data:text/html,<p>", None),
        ("file:///etc/passwd", None),
        ("mailto:a@b.org", None),
        ("vbscript:x", None),
        ("blob:https://x.org/1", None),
        ("feed:javascript:x", None),
        ("http://[", None),
        ("https://y.org/" + "a" * LONGEST, None),
    ],
)
def test_links(href: str, link: str | None) -> None:
    assert safe_link("https://x.org/a/b", href) == link


def test_a_link_needs_a_page_to_be_relative_to() -> None:
    for base in (None, "-", "/home/me/page.html", "file:///home/me/page.html", "javascript:x"):
        assert safe_link(base, "a") is None
        assert safe_link(base, "//y.org/") is None
        assert safe_link(base, "https://y.org/") == "https://y.org/"


@given(st.one_of(st.none(), st.text()), st.text())
def test_a_link_is_always_plain_and_leads_to_the_web_or_is_none(base: str | None, href: str) -> None:
    for text in (href, f"https://{href}", f"//{href}", f"https://x.org/{href}"):
        link = safe_link(base or "https://x.org/", text)
        if link is not None:
            assert link.startswith(("http://", "https://"))
            assert link.isascii()
            assert link.isprintable()
            assert " " not in link
            assert "@" not in link.split("/")[2]
            assert safe_link(None, link) == link


@given(st.text())
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    is_url(text)
    assert displayable(display_url(text)) == display_url(text)
    for address in (text, f"http://{text}"):
        try:
            url = parse_url(address).url
        except CannotRead as error:
            url, message = None, error.message
        assert displayable(message) == message if url is None else parse_url(url).url == url


def test_one_site() -> None:
    assert same_site("https://www.x.org/a", "http://x.org:8080/")
    assert same_site("https://m.x.org/a", "https://x.org/")
    assert same_site("https://x.org/a", "https://news.x.org/")
    assert not same_site("https://x.org/", "https://y.org/")
    assert not same_site("https://evilx.org/", "https://x.org/")
    assert not same_site("https://org/", "https://x.org/")
    assert not same_site("javascript:x", "javascript:x")


def test_what_is_shown_holds_no_secret() -> None:
    assert display_url("https://me:secret@x.org/a?secret#secret") == "https://x.org/a"
    assert display_url("me:secret@x.org/a") == "x.org/a"
    assert display_url("https://x.org/\x1b[2J") == "https://x.org/␛[2J"
