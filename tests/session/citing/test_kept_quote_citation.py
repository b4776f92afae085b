"""What is copied of a speaker's page."""

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
from tui.session.citing.kept_quote_citation import KeptQuoteCiter, cited_quote
from tui.session.keeping.speaker_profile import SpeakerProfile


def test_a_copied_quote_says_who_and_where() -> None:
    library = small_library()
    peskov = People(library).person("Dmitry Peskov")
    assert peskov is not None
    said = next(each for each in SpeakerProfile(library, peskov).quotes if "ready" in each.words)
    assert cited_quote(said) == (
        "“We are ready to talk.”\n— Dmitry Peskov, spokesman, in “Talks go on”, 2026-11-21"
    )
    at = replace(
        said, source="https://news.example/talks", kind="indirect", cue="denied", words="that they met"
    )
    assert cited_quote(at, "markdown") == (
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
        (said,) = page.quotes
        citer = KeptQuoteCiter(library)
        assert citer.words(said) == "John Smith denied taking “the money”."
        assert citer.cited(said, "plain").startswith(
            "John Smith denied taking “the money”.\n— John Smith (denied it)"
        )
        assert "paragraph 1" in citer.cited(said, "plain")
        assert citer.cited(replace(said, content=(Span(0, 4),)), "plain").startswith(
            "“the money”"
        )  # no such quote now
