"""A small library for tests: three articles in which Dmitry Peskov and others speak."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Attribution, Kind, Speaker, Stance
from tui.analysis.model import identify
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.library.library import Library

QUOTES = {
    "harbour": ("Harbour opens", "2026-11-20", [("Ann Marsh", "mayor", "The harbour is open again.")]),
    "talks": (
        "Talks go on",
        "2026-11-21",
        [("Dmitry Peskov", "spokesman", "We are ready to talk."), ("Ann Marsh", "mayor", "Nobody asked us.")],
    ),
    "hostile": (
        "[b]Bold[/b] \x1b[31m",
        "2026-11-22",
        [("Dmitry Peskov", "spokesman", "No comment on the [red]harbour[/].")],
    ),
}


def article_of(name: str) -> tuple[Article, Analysis]:
    """Return one of these articles with its analysis: each quote is a paragraph of its own."""
    title, published, quotes = QUOTES[name]
    text, attributions = title, []
    speakers: dict[str, Speaker] = {}
    for number, (who, role, words) in enumerate(quotes):
        start = len(text) + 2
        text += f"\n\n“{words}” said {who}."
        content = Span(start, start + len(words) + 2)
        cue = Span(content.end + 1, content.end + 5)
        source = Span(cue.end + 1, cue.end + 1 + len(who))
        speaker = speakers.setdefault(who, Speaker(f"s{len(speakers)}", who, "person", role, (source,)))
        attributions.append(
            Attribution(
                f"q{number}", Kind.DIRECT, Stance.SPEECH, (content,), (cue,), (source,), speaker.id, 0.9
            )
        )
    article = Article(text, f"/news/{name}.txt", find_blocks(text), title=title, published=published)
    return article, Analysis(tuple(attributions), tuple(speakers.values()), model=identify())


def small_library() -> Library:
    """Return the user's library, holding all of them."""
    library = Library.open()
    for name in QUOTES:
        library.keep(*article_of(name))
    return library
