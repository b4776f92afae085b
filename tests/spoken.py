"""Small articles with their sources marked, resolved with the real model.

In ⟦Mr Doe|John Doe⟧ the words before the bar are somebody's source and those behind it the speaker expected;
nothing behind the bar expects no speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import model_loading
from tui.analysis.analysis import Attribution, Entity, Kind, Speaker, Stance
from tui.analysis.coreference import speakers
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import facts, find_blocks

if TYPE_CHECKING:
    from spacy.language import Language

_MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


@cache
def model() -> Language:
    """Load the pipeline once a session."""
    return model_loading.load()


@dataclass(frozen=True)
class Spoken:
    """What was resolved, and what the marks expect."""

    text: str
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    entities: tuple[Entity, ...]
    expected: list[tuple[str, str]]  # source and speaker

    @property
    def found(self) -> list[tuple[str, str]]:
        """Source and speaker of each attribution in reading order of the sources."""
        names = {s.id: s.name for s in self.speakers}
        ordered = sorted(self.attributions, key=lambda a: a.source)
        return [(a.source[0].of(self.text), names.get(a.speaker or "", "")) for a in ordered if a.source]

    def speaker(self, name: str) -> Speaker:
        """Return the speaker of this name."""
        return next(s for s in self.speakers if s.name == name)

    def mentions(self, name: str) -> list[str]:
        """Return the words of all mentions of the speaker of this name."""
        return [span.of(self.text) for span in self.speaker(name).mentions]

    def entity(self, name: str) -> Entity:
        """Return the entity of this name."""
        return next(e for e in self.entities if e.name == name)


def parse(text: str) -> ParsedArticle:
    """Return the tokens of a text, block by block."""
    parsed = ParsedArticle(text)
    for number, block in enumerate(find_blocks(text)):
        parsed.add(model()(block.span.of(text).replace("\n", " ")), block.span.start, number)
    return parsed


def resolved(marked: str, *, alone: bool = False) -> Spoken:
    """Resolve an article with its sources marked.

    The content of each is the next quotation of its paragraph that no other source has, else what follows it.
    With `alone`, a paragraph that is one quotation and has no source goes on with the attribution before it.
    """
    marked = "\n".join(line.strip() for line in marked.strip().splitlines())
    text, wanted, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        wanted.append((Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        at = match.end()
    text += marked[at:]
    drafts: list[RawAttribution] = []
    for block in find_blocks(text):
        sources = [span for span, _ in wanted if block.span.contains(span)]
        start = block.span.start
        quotes = [
            Span(start + m.start(), start + m.end()) for m in re.finditer("“[^”]*”", block.span.of(text))
        ]
        for source in sources:
            content = quotes.pop(0) if quotes else Span(source.end, block.span.end)
            kind = Kind.DIRECT if content.of(text).startswith("“") else Kind.INDIRECT
            drafts.append(RawAttribution(kind, Stance.SPEECH, (content,), (), (source,), 1.0))
        if alone and not sources and quotes:
            drafts.append(
                RawAttribution(
                    Kind.DIRECT, Stance.SPEECH, (quotes[0],), (), (), 1.0, continues=len(drafts) - 1
                )
            )
    known = facts(text, find_blocks(text))
    article = Article(text, "test", find_blocks(text), byline=known.byline)
    attributions, who, named = speakers.resolve(parse(text), article, drafts)
    return Spoken(text, attributions, who, named, [(span.of(text), name) for span, name in wanted])


def labels(text: str) -> dict[str, str]:
    """Return the label of every entity of a text by its name."""
    return {e.name: e.label for e in resolved(text).entities}


def mention_counts(text: str) -> dict[str, int]:
    """Return how often every entity of a text is mentioned, by its name."""
    return {e.name: len(e.mentions) for e in resolved(text).entities}
