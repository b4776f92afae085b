"""tui.library.full_text_search: what is typed is found, whatever it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.made_up import story
from tui.article.spans import Span
from tui.library import search_index
from tui.library.full_text_search import Hit, _excerpt, _first, read_words
from tui.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    kept = Library.open(tmp_path / "x.sqlite3")
    kept.keep(*story(("The Erdoğan plan is dead", "Zoë Müller", "Rain fell."), title="Harbour talks"))
    kept.keep(
        *story(
            ("Peace talks go on", "Jane Doe", "The harbour is quiet."),
            ("No comment", None, ""),
            title="Ferry “stays”",
        )
    )
    yield kept
    assert kept.notice == ""
    kept.close()


def found(library: Library, query: str) -> list[str]:
    return [f"{'q' if hit.number is not None else 'a'} {hit.title[:5]}" for hit in library.search(query)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("peace", ["a Ferry", "q Ferry"]),
        ("PEACE ta", ["a Ferry", "q Ferry"]),
        ("peace t", ["a Ferry", "q Ferry"]),
        ("p", []),
        ("peace ta ", []),
        ('"peace talks"', ["a Ferry", "q Ferry"]),
        ("“peace ta", ["a Ferry", "q Ferry"]),
        ('"talks peace"', []),
        ("talks", ["a Harbo", "a Ferry", "q Ferry"]),  # in a title before in a text
        ("talks -peace", ["a Harbo"]),
        ("-peace", []),
        ("harbour -rain", ["a Ferry"]),  # in a title, the excluded word in its text
        ("harbour -quiet", ["a Harbo"]),
        ("stays -quiet", []),
        ("stays -doe", []),
        ("stays -rain", ["a Ferry"]),
        ('stays -"peace talks"', []),
        ('stays -"talks peace"', ["a Ferry"]),
        ("erdogan -rain", []),  # no quotes of an excluded article either
        ("erdogan -harbour", []),  # excluded by its title
        ("erdogan -stays", ["a Harbo", "q Harbo"]),
        ("peace -comment", []),
        ("peace -plan -dead", ["a Ferry", "q Ferry"]),
        ("peace -plan -quiet", []),
        ("erdogan", ["a Harbo", "q Harbo"]),
        ("Erdoğan", ["a Harbo", "q Harbo"]),
        ("muller dead", ["a Harbo", "q Harbo"]),  # the speaker's name and the words
        ("doe", ["a Ferry", "q Ferry"]),
        ("writer news.example", ["a Ferry", "a Harbo"]),
        ("nowhere", []),
        ("", []),
        ("   ", []),
        ("”“ -", []),
    ],
)
def test_what_is_found(library: Library, query: str, hits: list[str]) -> None:
    assert found(library, query) == hits


@pytest.mark.parametrize(
    "query",
    [
        *(
            '"',
            "'",
            "*",
            "a*",
            "pe* NEAR(",
            "title : peace",
            "AND OR NOT",
            "NEAR(peace talks, 2)",
            "{text}: x",
        ),
        *(
            "^peace",
            "peace\0talks",
            "peace\ud800",
            "); DROP TABLE articles; --",
            "-",
            "--x",
            '"" ""',
            "a" * 5000,
        ),
        *(" ".join(["word"] * 200), "peace (talks", "+", "talks:peace", "%_", "\\", "peace-talks"),
    ],
)
def test_nothing_that_is_typed_is_a_mistake(library: Library, query: str) -> None:
    library.search(query)
    library.articles(query)
    assert library.notice == ""
    assert library.count() == 2


@given(st.text(max_size=30))
def test_no_text_is_a_mistake(query: str) -> None:
    match = read_words(query).match
    if match:
        db = sqlite3.connect(":memory:")
        db.execute("CREATE VIRTUAL TABLE t USING fts5 (title, about, text)")
        db.execute("SELECT * FROM t WHERE t MATCH ?", (match,)).fetchall()
        db.execute("SELECT * FROM t WHERE t MATCH ?", (f"{{title about}} : ({match})",)).fetchall()
        db.close()


def test_words_between_which_marks_stand(library: Library) -> None:
    assert found(library, "peace-talks") == ["a Ferry", "q Ferry"]
    assert found(library, "talks-peace") == []


def the(library: Library, query: str, number: int | None) -> Hit:
    return next(hit for hit in library.search(query) if hit.number == number)


def test_a_quote_that_was_found(library: Library) -> None:
    hit = the(library, "talks pea", 0)
    article = library.article(hit.article)
    assert article is not None
    assert hit.snippet == "“Peace talks go on,”"
    assert hit.marks == (Span(1, 6), Span(7, 12))
    assert [span.of(article.text) for span in hit.spans] == ["“Peace talks go on,”"]
    assert (hit.name, hit.role, hit.kind, hit.corrected) == ("Jane Doe", None, "direct", False)
    assert hit.title == "Ferry “stays”"
    assert hit.source == "https://news.example/ferry"
    assert the(library, "comment", 1).name is None


def test_an_article_that_was_found(library: Library) -> None:
    hit = the(library, "harbour is qu", None)
    article = library.article(hit.article)
    assert article is not None
    assert "harbour is quiet" in hit.snippet
    assert {span.of(hit.snippet) for span in hit.marks} == {"harbour", "is", "quiet"}
    assert hit.spans[0].of(article.text) == "harbour"
    assert "\n" not in hit.snippet


def test_the_first_match_of_a_long_article_is_shown(tmp_path: Path) -> None:
    kept = Library.open(tmp_path / "y.sqlite3")
    kept.keep(*story(("Rain again", "Jane Doe", "Filling words. " * 500 + "A zeppelin came.")))
    (hit,) = kept.search("zeppelin")
    assert "A zeppelin came." in hit.snippet
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["zeppelin"]
    assert len(hit.snippet) <= 160
    kept.close()


@pytest.mark.parametrize("at", range(1480, 1620))
def test_the_first_match_is_a_whole_word_wherever_it_stands(at: int) -> None:
    text = f"{'x ' * 1000}"[:at] + " catalogues and a cat sat"
    found = _first(text, read_words("cat ").pattern)
    assert found == Span(text.index("cat sat"), text.index("cat sat") + 3)


def test_what_is_analysed_anew_is_found_anew(library: Library) -> None:
    article, analysis = story(
        ("Peace talks go on", "Jane Doe", "The harbour is quiet."),
        ("No comment", None, ""),
        title="Ferry “stays”",
    )
    from dataclasses import replace

    other = replace(analysis.speakers[0], name="Olga Novak")
    library.index(article, replace(analysis, speakers=(other,), attributions=analysis.attributions[:1]))
    assert found(library, "novak") == ["q Ferry"]
    assert found(library, "jane peace") == ["a Ferry"]  # the text says so, still
    assert found(library, "comment") == ["a Ferry"]
    library.keep(article, analysis)
    assert found(library, "novak") == []
    assert found(library, "comment") == ["a Ferry", "q Ferry"]


def test_the_same_text_under_another_title(library: Library) -> None:
    from dataclasses import replace

    article, analysis = story(("The Erdoğan plan is dead", "Zoë Müller", "Rain fell."), title="Harbour talks")
    library.mark_read(replace(article, title="Zanzibar"), analysis)
    assert found(library, "zanzibar") == ["a Zanzi"]
    assert library.count() == 2
    assert found(library, "erdogan") == ["a Zanzi", "q Zanzi"]
    library.mark_read(replace(article, title=None), analysis)
    assert found(library, "zanzibar") == ["a Zanzi"], "what is known is not lost"


def test_what_is_indexed_again_and_forgotten_leaves_nothing(library: Library) -> None:
    article, analysis = story(("The lantern is lit", "Jane Doe", "Gulls sleep."), title="Quay")
    library.index(article, analysis)
    library.index(article, analysis)
    assert found(library, "gulls") == ["a Quay"]
    assert found(library, "lantern") == ["a Quay", "q Quay"]
    assert library.forget(the(library, "lantern", None).article)
    assert found(library, "lantern") == []
    library.index(article, analysis)
    assert found(library, "gulls") == ["a Quay"]


@pytest.mark.parametrize("version", ["0.2", "now"])
def test_of_a_very_long_article_the_beginning_is_searched(
    library: Library, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    article, analysis = story(("The lantern is lit", "Jane Doe", "Gulls sleep."), title="Quay")
    if version == "now":
        monkeypatch.setattr(search_index, "LONGEST", article.text.index("Gulls"))
    library.index(article, analysis)
    monkeypatch.setattr(search_index, "LONGEST", article.text.index("Gulls"))
    assert found(library, "lantern") == ["a Quay", "q Quay"]
    assert found(library, "gulls") == ([] if version == "now" else ["a Quay"])
    assert library.forget(the(library, "lantern", None).article)
    assert found(library, "lantern") == found(library, "gulls") == []


def test_what_is_forgotten_is_found_no_more(library: Library) -> None:
    hit = the(library, "peace", None)
    assert library.forget(hit.article)
    assert not library.forget(hit.article)
    assert found(library, "peace") == []
    assert found(library, "harbour") == ["a Harbo"]
    assert library.article(hit.article) is None
    assert library.count() == 1


def test_an_excerpt_is_of_whole_words_with_dots_where_it_is_cut() -> None:
    text = "Head\n\nBy Ann\n\n" + "one two three four " * 40
    assert _excerpt(text, 0).startswith("Head By Ann one two")
    assert _excerpt(text, 6).startswith("By Ann one")
    inside = _excerpt(text, text.index("three"))
    assert inside.startswith("… three four one")
    assert inside.endswith((" one …", " two …", " three …", " four …"))
    assert len(inside) <= 160
    assert _excerpt("one two", 0) == "one two"
    assert _excerpt("x" * 500, 0) == "x" * 156 + " …"
