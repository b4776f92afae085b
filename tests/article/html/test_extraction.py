"""Articles are extracted in the extraction process, and no page keeps the next one from being read."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.extraction import compare, pages, quoth
from tui.article.article import Article, BlockKind
from tui.article.body_text import body_text
from tui.article.errors import CannotRead, NoArticle
from tui.article.html import extraction
from tui.article.html.dom import page_text
from tui.article.html.extraction import extract

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
URL = "https://harbourpost.example/news/x"


@pytest.fixture(autouse=True, scope="module")
def process() -> Iterator[None]:
    yield
    extraction.stop()


def read(name: str) -> Article:
    return extract((PAGES / f"{name}.html").read_bytes(), name, url=URL)


def shown(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


@pytest.mark.parametrize("name", sorted(f.stem for f in PAGES.glob("*.html")))
def test_the_body_is_exactly_the_known_one(name: str) -> None:
    data, body = {n: (data, body) for n, data, body in pages(PAGES)}[name]
    assert compare(body, quoth(data, name)) == (1.0, 1.0)


@pytest.mark.parametrize("name", sorted(f.stem for f in PAGES.glob("*.html")))
def test_blocks_cover_the_text_and_do_not_overlap(name: str) -> None:
    article = read(name)
    at = 0
    for block in article.blocks:
        assert block.span.start >= at
        assert not article.text[at : block.span.start].strip()
        words = block.span.of(article.text)
        assert words == words.strip() != ""
        at = block.span.end
    assert not article.text[at:].strip()
    for link in article.links:
        assert link.address.startswith(("https://", "http://"))
        assert link.span.of(article.text).strip()


def test_metadata_of_an_article() -> None:
    article = read("harbour")
    assert article.title == "Harbour to close for six weeks"
    assert article.byline == "Mina Sallow"
    assert article.published == "2025-05-20T17:30:00+01:00"
    assert article.url == "https://harbourpost.example/news/harbour-to-close"
    assert (article.site, article.language) == ("The Harbour Post", "en-GB")


def test_blocks_have_their_kinds() -> None:
    article = read("harbour")
    assert shown(article, BlockKind.HEADLINE) == ["Harbour to close for six weeks"]
    assert shown(article, BlockKind.BYLINE) == ["By Mina Sallow, Harbour correspondent"]
    assert shown(article, BlockKind.DATELINE) == ["20 May 2025, 5.30pm"]
    assert shown(article, BlockKind.SUBHEADING) == ["What it will cost"]
    assert len(shown(article, BlockKind.LIST_ITEM)) == 3
    assert shown(article, BlockKind.BLOCK_QUOTE) == ["We were promised a letter. There was no letter."]
    assert "“It will be fine,”" in shown(article, BlockKind.LINK_LIST)[0]
    assert shown(article, BlockKind.NEWSLETTER)[0].startswith("The Tide, our weekly newsletter")
    assert shown(read("interview"), BlockKind.TURN)[0].startswith("INTERVIEWER: You gave up")
    assert shown(read("liveblog"), BlockKind.TIMESTAMP) == ["21:14", "20:40", "19:02", "07:00"]
    assert shown(read("amp-sheep"), BlockKind.EMBED)[0].endswith("— Marlow Rail (@marlowrail) May 2, 2025")


def test_links_are_absolute() -> None:
    article = read("harbour")
    assert ("The Harbour Post", "https://harbourpost.example/") in [
        (link.span.of(article.text), link.address) for link in article.links
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("consent", "consent to cookies"),
        ("front", "a list of articles"),
        ("missing", "error page"),
        ("login", "log in"),
    ],
)
def test_a_page_without_an_article_says_so_and_gives_its_text(name: str, words: str) -> None:
    with pytest.raises(NoArticle, match=words) as caught:
        extract((PAGES / "none" / f"{name}.html").read_bytes(), name)
    assert caught.value.message.count(".") == 1
    assert caught.value.raw is not None
    assert len(caught.value.raw.text) > 60
    assert caught.value.is_list is (name == "front")


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("/other", True),
        ("//cdn.example/x", True),
    ],
)
def test_only_links_to_web_pages_are_kept(link: str, kept: bool) -> None:
    words = "The keeper of the light said that she would stay. "
    page = f"<html><body><article><h1>T</h1><p>{words * 3}<a href='{link}'>here</a> and on.</p><p>{words * 4}</p>"
    assert bool(extract(page.encode(), "x", url=URL).links) is kept


def test_control_and_invisible_characters_are_removed() -> None:
    words = "The keeper of the light said that she would stay, whatever the council decides. "
    trick = "\x1b]0;pwned\x07\u202egnol\u202c\u200b\u2066x\u2069&#27;[31m&#x202e;&#8203;\x00"
    page = f"<html><head><title>A{trick}B</title></head><body><article><p>{trick}{words * 5}</p></article>"
    article = extract(page.encode(), "x")
    for text in (article.text, article.title or ""):
        assert not [c for c in text if ord(c) < 32 and c != "\n"]
        assert not set(text) & set("\x1b\x07\x00\u202e\u202c\u200b\u2066\u2069")


HOSTILE = {
    "deep": b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
    "unclosed": b"<b><p>" * 50_000,
    "long attribute": b"<a href='" + b"x" * 3_000_000 + b"'>y</a>",
    "many attributes": b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">hi",
    "comments": b"<!--" * 200_000,
    "zeros": b"\0" * 100_000 + b"<html><p>x",
    "tables": b"<html><body>" + b"<table><tr><td>" * 20_000,
    "nothing": b"",
    "bytes": b"\x7fELF" + bytes(range(256)) * 40,
    "deep JSON": b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>x",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_page_is_refused_and_the_next_is_read(what: str) -> None:
    with pytest.raises(CannotRead) as caught:
        extract(HOSTILE[what], "hostile")
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message
    assert "Error" not in caught.value.message
    assert read("divs").title == "Bakers give up white bread"


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(CannotRead, match="larger than 20 MB"):
        extract(b"<p>" + b"x" * extraction.LARGEST, "big")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read("divs")
    pid = extraction.PROCESS.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    monkeypatch.setattr(extraction.PROCESS, "_limits", replace(extraction.LIMITS, seconds=0.1))
    with pytest.raises(CannotRead, match="takes longer"):
        read("harbour")
    monkeypatch.undo()
    assert read("harbour").byline == "Mina Sallow"


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_process_that_was_killed_is_started_again() -> None:
    read("divs")
    pid = extraction.PROCESS.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while extraction.PROCESS.pid is not None:
        pass
    assert read("divs").title == "Bakers give up white bread"


def test_the_reader_imports_neither_lxml_nor_trafilatura() -> None:
    code = (
        "import sys, tui.article.html.extraction; print(sorted({'lxml', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_process_ends_with_the_reader() -> None:
    code = (
        "from tui.article.html import extraction as e\n"
        "try: e.extract(b'<p>x', 'x')\nexcept Exception: pass\n"
        "print(e.PROCESS.pid)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    pid = int(done.stdout)
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_body_that_only_scripts_would_show_is_read_from_the_metadata() -> None:
    article = read("scripted")
    assert len([b for b in article.blocks if b.kind is BlockKind.PARAGRAPH]) == 4
    assert article.published == "2025-01-07"


def test_the_body_of_an_article_without_blocks_is_its_text() -> None:
    assert body_text(Article("words", "x")) == ("words", ())


def test_the_benchmark_reads_compressed_pages_and_a_file_of_bodies(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.b.html.gz").write_bytes(gzip.compress(b"<p>one"))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a.b": {"articleBody": "one"}, "c": "two"}))
    assert list(pages(tmp_path)) == [("a.b", b"<p>one", "one")]


def test_the_benchmark_counts_repeated_shingles() -> None:
    assert compare("a b c d e", "a b c d e") == (1.0, 1.0)
    assert compare("a b c d e", "x a b c d e") == (2 / 3, 1.0)
    assert compare("a b c d e", "") == (0.0, 0.0)
    assert compare("a b", "a b") == (1.0, 1.0)


_PARTS = st.sampled_from(
    "<p> </p> <div> </div> <b> <a href='x'> </a> <br> <table> <td> <li> <ul> <h1> <h2> <script> </script> <!-- --> "
    "<article> <blockquote> <figure> <figcaption> &amp; &#0; &#xd800; “Well,” she said. words words, words. "
    "<template> <svg> <math> <noscript> <frameset> <style> <title> <base href=//[> <time datetime=x> <p hidden> "
    "<meta charset=utf-7> <link rel=canonical href=http://[> <p class=comments> \u202e \x1b".split(" ")
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(_PARTS, max_size=60), st.text(max_size=20), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_page_gives_an_article_or_one_sentence(parts: list[str], text: str, encoding: str) -> None:
    prose = "It was said that the light would burn all night, and so it did. " * 4
    data = f"<html><body>{' '.join(parts)}{text}<p>{prose}</p>".encode(encoding, "replace")
    sentence = ""
    try:
        article = extract(data, "x", url=URL)
    except CannotRead as error:
        sentence = error.message
        article = Article("", "x")
    assert bool(sentence) != bool(article.text)
    assert sentence[-1:] in ("", ".")
    assert "Error" not in sentence
    assert all(block.span.of(article.text).strip() for block in article.blocks)


@pytest.mark.parametrize("encoding", ["iso2022_jp", "cp932", "euc_jp"])
def test_japanese_with_and_without_a_declared_encoding(encoding: str) -> None:
    body = "<p>市長は金曜日、老朽化した橋を二年間閉鎖すると発表した。</p>" * 12
    for head in ("", f"<meta charset={encoding.replace('2022_', '-2022-').replace('cp932', 'shift_jis')}>"):
        page = f"<html><head>{head}<title>橋</title></head><body><article>{body}</article></body></html>"
        assert "老朽化した橋" in page_text(page.encode(encoding))[0], (encoding, head)
