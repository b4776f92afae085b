"""Families of quotes that are the same words: their quotes by date, whose they are, and what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import ComparedWords, compared_words
from tui.library.comparing.quote_families import find_families
from tui.library.comparing.word_alignment import Alignment, align
from tui.library.same_words import Occurrence
from tui.session.reading.article_name import name_of


@dataclass(frozen=True)
class VariantFamily:
    """Quotes that are the same words in at least two articles, by date."""

    quotes: tuple[tuple[Occurrence, ComparedWords], ...]

    @cached_property
    def alignments(self) -> list[Alignment]:
        """Each quote against the first."""
        first = self.quotes[0][1]
        return [align(first, words) for _, words in self.quotes]

    @cached_property
    def articles(self) -> int:
        """The number of articles."""
        return len({each.article for each, _ in self.quotes})

    @cached_property
    def speakers(self) -> list[str]:
        """The names of the speakers, one for each speaker: “Doe” and “Jane Doe” are the same."""
        found: list[ComparedQuote] = []
        for each, words in self.quotes:
            quote = ComparedQuote(words, each.name, each.person)
            if each.name and not any(quote.has_speaker_of(other) for other in found):
                found.append(quote)
        return [each.name for each in found if each.name]

    @cached_property
    def changes(self) -> list[tuple[str, str]]:
        """The words in quotation marks that differ: as the first has them, as another one has."""
        return list(dict.fromkeys(change for alignment in self.alignments for change in alignment.changes))

    @property
    def differs(self) -> bool:
        """Tell whether speakers differ, or words in quotation marks."""
        return len(self.speakers) > 1 or bool(self.changes)


def variant_families(quotes: Iterable[tuple[Occurrence, ComparedWords]]) -> list[VariantFamily]:
    """Return the families that stand in two articles or more, those in most articles first."""
    ordered = sorted(quotes, key=lambda each: (each[0].date, each[0].article, each[0].number))
    compared = [ComparedQuote(words, each.name, each.person, each.article) for each, words in ordered]
    families = [VariantFamily(tuple(ordered[at] for at in found)) for found in find_families(compared)]
    several = [family for family in families if family.articles > 1]
    return sorted(several, key=lambda family: -family.articles)


def occurrences_in(
    article: Article, analysis: Analysis, indices: Sequence[int], number: int
) -> list[tuple[Occurrence, ComparedWords]]:
    """Return the quotes of an article, which need not be in the library, under this article number."""
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    out = []
    for index in indices:
        quote = analysis.attributions[index]
        speaker = speakers.get(quote.speaker or "")
        found = Occurrence(
            article=number,
            number=index,
            content=quote.content,
            cue=quote.cue,
            kind=str(quote.kind),
            stance=str(quote.stance),
            certainty=quote.certainty,
            corrected=quote.corrected,
            name=one_line(speaker.name) if speaker else None,
            role=one_line(speaker.role) if speaker and speaker.role else None,
            person=None,
            speaker=quote.speaker,
            title=name_of(article),
            source=article.source,
            url=article.url and one_line(article.url),
            outlet=one_line(article.site or ""),
            published=article.published and one_line(article.published),
            date=one_line(article.published or ""),
        )
        out.append((found, quote_as_compared(article, analysis, index)))
    return out


def quote_as_compared(article: Article, analysis: Analysis, index: int) -> ComparedWords:
    """Return the words of a quote of an article, as they are compared."""
    quote = analysis.attributions[index]
    shown = [article.shown(span) for span in quote.content]
    return compared_words(" … ".join(shown), quote.kind)
