"""A speaker's page, without a screen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from tests.spoken_library import small_library
from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.analysis.model import identify
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.library.library import Library
from tui.library.people import People
from tui.session.citing.statement_citation import StatementCiter, cited_statement
from tui.session.keeping.speaker_profile import SpeakerProfile


def profile(name: str = "Dmitry Peskov") -> SpeakerProfile:
    library = small_library()
    person = People(library).person(name)
    assert person is not None
    return SpeakerProfile(library, person)


def test_everything_they_said_stands_under_its_article_the_newest_first() -> None:
    peskov = profile()
    assert [(first.source, len(quotes)) for first, quotes in peskov.by_article()] == [
        ("/news/hostile.txt", 1),
        ("/news/talks.txt", 1),
    ]
    assert peskov.about == "spokesman · 2 quotes in 2 articles"


def test_it_can_be_filtered() -> None:
    peskov = profile()
    peskov.set_filter("article:talks")
    assert [peskov.statements[i].words for i in peskov.left] == ["“We are ready to talk.”"]
    peskov.set_filter("stance:attitude")
    assert peskov.left == []
    peskov.set_filter("")
    assert len(peskov.left) == 2


def test_who_is_told_apart_or_joined_changes_the_page() -> None:
    peskov = profile()
    marsh = peskov.people.person("Ann Marsh")
    assert marsh is not None
    change = peskov.people.join(peskov.person.id, marsh.id)
    assert change is not None
    peskov.person = marsh
    peskov.load()
    assert peskov.total == 4
    assert peskov.people.undo(change)
    peskov.load()
    assert peskov.total == 2


def test_a_copied_quote_says_who_and_where() -> None:
    peskov = profile()
    said = next(each for each in peskov.statements if "ready" in each.words)
    assert cited_statement(said) == (
        "“We are ready to talk.”\n— Dmitry Peskov, spokesman, in “Talks go on”, 2026-11-21"
    )
    at = replace(
        said, source="https://news.example/talks", kind="indirect", cue="denied", words="that they met"
    )
    assert cited_statement(at, "markdown") == (
        "> that they met\n>\n> — Dmitry Peskov, spokesman (indirect, “denied”), in *Talks go on*, 2026-11-21, "
        "<https://news.example/talks>"
    )


def test_what_was_denied_is_copied_with_its_cue_also_if_it_was_quoted_word_by_word() -> None:
    words, text = "“the money”", "John Smith denied taking “the money” on Monday."

    def at(part: str) -> tuple[Span, ...]:
        return (Span(text.index(part), text.index(part) + len(part)),)

    article = Article(text, "/news/theft.txt", find_blocks(text), title="Theft")
    quote = Attribution(
        "q1",
        Kind.DIRECT,
        Stance.SPEECH,
        at(words),
        at("denied"),
        at("John Smith"),
        "s1",
        0.9,
        polarity=Polarity.DENIED,
    )
    analysis = Analysis((quote,), (Speaker("s1", "John Smith", mentions=at("John Smith")),), model=identify())
    with closing(Library.open()) as library:
        library.keep(article, analysis)
        smith = People(library).person("John Smith")
        assert smith is not None
        page = SpeakerProfile(library, smith)
        (said,) = page.statements
        citer = StatementCiter(library)
        assert citer.words(said) == "John Smith denied taking “the money”."
        assert citer.cited(said, "plain").startswith(
            "John Smith denied taking “the money”.\n— John Smith (denied it)"
        )
        assert "paragraph 1" in citer.cited(said, "plain")
        assert citer.cited(replace(said, content=(Span(0, 4),)), "plain").startswith(
            "“the money”"
        )  # no such quote now
