"""A quote that is read, and where else its words stand: what differs first, then by date, alike ones folded."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.analysis import Analysis, Kind
from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.word_alignment import Alignment
from tui.library.same_words import Occurrence, SameQuote, SameWords
from tui.session.comparing.marked_differences import NOTHING
from tui.session.comparing.variant_families import quote_as_compared
from tui.session.exporting.markdown_escaping import escape_markdown
from tui.session.exporting.variants_export import where
from tui.session.reading.plurals import pluralise
from tui.session.settings import Style

if TYPE_CHECKING:
    from tui.library.library import Library

FEW = 5
"""The articles of one wording that are listed before the rest is asked for."""
MORE = 100
"""How many more are listed then."""
_NAMED = 3
"""The most articles that a sentence names."""


@dataclass
class QuoteWording:
    """Articles that have a quote in the same words, said to be of the same speaker; by date."""

    alignment: Alignment
    same_speaker: bool | None
    occurrences: list[Occurrence]
    listed: int = FEW

    @property
    def name(self) -> str | None:
        """The speaker's name as the first article has it."""
        return self.occurrences[0].name

    @property
    def differs(self) -> bool:
        """Tell whether the speaker differs, or words in quotation marks."""
        return self.same_speaker is False or bool(self.alignment.changes)


class Elsewhere:
    """Where else the words of a quote stand."""

    def __init__(
        self,
        library: Library,
        article: Article,
        analysis: Analysis,
        index: int,
        counted: Container[tuple[Span, ...]] = (),
    ) -> None:
        """Look up the quote with this index; it takes some milliseconds.

        `counted` has the contents of the quotes that are known to stand elsewhere.
        """
        self.library = library
        self.article = article
        self.analysis = analysis
        self.attribution = analysis.attributions[index]
        self.speaker = analysis.speaker(self.attribution.speaker)
        self._same = SameWords(library)
        self._quote = compared_quote(article, analysis, index)
        self.words = self._quote.words
        others = [each for each in range(len(analysis.attributions)) if each != index]
        self._beside = [compared_quote(article, analysis, each) for each in others]
        self._shared = [
            quote
            for each, quote in zip(others, self._beside, strict=True)
            if analysis.attributions[each].content in counted
        ]
        self._given: list[tuple[Article, int]] = []
        self._cues: dict[int, str] = {}
        self._look_up()
        for wording in self.wordings:
            self.listed(wording)

    def _look_up(self) -> None:
        found = self._same.elsewhere(self._quote, self.article, self._beside, self._shared)
        self.wordings = _wordings(found)

    @property
    def articles(self) -> int:
        """The number of articles that have these words."""
        return len({each.article for wording in self.wordings for each in wording.occurrences})

    def listed(self, wording: QuoteWording) -> Sequence[Occurrence]:
        """Return the articles of a wording that are listed, with their cues looked up."""
        found = wording.occurrences[: wording.listed]
        missing = [each for each in found if each.quote not in self._cues]
        if missing:
            self._cues |= self._same.cues(missing)
        return found

    def cue(self, occurrence: Occurrence) -> str:
        """Return the words of the cue of a quote that is listed."""
        return self._cues.get(occurrence.quote, "")

    def copied(self, wording: QuoteWording, occurrence: Occurrence) -> str:
        """Return the words of a quote elsewhere; with speaker and cue where they would mislead alone."""
        from tui.library.people import KeptQuote
        from tui.session.citing.kept_quote_citation import KeptQuoteCiter

        each = occurrence
        said = KeptQuote(
            article=each.article,
            number=each.number,
            words=wording.alignment.there.text,
            cue=self.cue(each),
            name=each.name or "",
            role=each.role,
            title=each.title,
            source=each.source,
            date=each.date,
            content=each.content,
            kind=each.kind,
            stance=each.stance,
            certainty=each.certainty,
            corrected=each.corrected,
        )
        return said.words if each.kind == Kind.DIRECT else KeptQuoteCiter(self.library).words(said)

    def sentences(self) -> list[str]:
        """Return what is to be looked at first: another speaker, other words in quotation marks."""
        out = []
        here = self.speaker.name if self.speaker else ""
        others: dict[str, list[Occurrence]] = {}
        for wording in self.wordings:
            if wording.same_speaker is False and wording.name:
                others.setdefault(wording.name, []).extend(wording.occurrences)
        for name, found in others.items():
            out.append(f"The speaker differs: {here} here, {name} in {_places(found)}.")
        changed: dict[tuple[str, str], list[Occurrence]] = {}
        for wording in self.wordings:
            for change in wording.alignment.changes:
                changed.setdefault(change, []).extend(wording.occurrences)
        for (mine, theirs), found in changed.items():
            out.append(
                f"The words differ: “{mine or NOTHING}” here, “{theirs or NOTHING}” in {_places(found)}."
            )
        return out

    def with_others(self, cited: str, style: Style) -> str:
        """Return a citation with a line that names the other articles, the oldest first: “Also in …”."""
        if style not in ("plain", "markdown") or not self.wordings:
            return cited  # BibTeX and CSL-JSON describe one article
        found = [each for wording in self.wordings for each in wording.occurrences]
        line = f"Also in {_places(sorted(found, key=lambda each: each.date))}"
        return f"{cited}\n>\n> {escape_markdown(line)}" if style == "markdown" else f"{cited}\n{line}"

    # A corrected speaker

    @property
    def offers(self) -> str:
        """The name of a speaker that the reader corrected here and that others can be given; "" without one."""
        if self.speaker is None or not (self.attribution.corrected or self.speaker.corrected):
            return ""
        differs = any(wording.same_speaker is not True for wording in self.wordings)
        return one_line(self.speaker.name) if differs else ""

    def give_speaker(self, occurrence: Occurrence) -> str:
        """Give a quote elsewhere the speaker of the quote here, as a correction there; return a sentence on it."""
        from tui.session.comparing.shared_correction import correct_speaker

        if self.speaker is None or (article := self.library.article(occurrence.article)) is None:
            return "The text of that article is not kept, so it cannot be corrected."
        row = correct_speaker(self.library, article, occurrence, self.speaker)
        if row is None:
            return self.library.notice or "That quote has changed since; open its article to correct it."
        self._given.append((article, row))
        self._look_up()
        return f"{one_line(self.speaker.name)} said it in “{occurrence.title}”, too; u undoes."

    def take_back(self) -> str:
        """Undo the last correction that was given; return a sentence on it."""
        from tui.session.comparing.shared_correction import undo_correction

        if not self._given:
            return "There is nothing to undo here."
        article, row = self._given.pop()
        undo_correction(self.library, article, row)
        self._look_up()
        return "Undone: that article has its own speaker again."


def compared_quote(article: Article, analysis: Analysis, index: int) -> ComparedQuote:
    """Return a quote of an article as it is compared with others."""
    speaker = analysis.speaker(analysis.attributions[index].speaker)
    return ComparedQuote(quote_as_compared(article, analysis, index), speaker.name if speaker else None)


def _wordings(found: Sequence[SameQuote]) -> list[QuoteWording]:
    """Return quotes by their words and speaker: what differs first, each by the date of its first article."""
    out: dict[tuple[object, ...], QuoteWording] = {}
    for each in found:
        name = each.occurrence.name if each.same_speaker is False else None
        key = (each.alignment.there.keys, tuple(each.alignment.changes), each.same_speaker, name)
        if key in out:
            out[key].occurrences.append(each.occurrence)
        else:
            out[key] = QuoteWording(each.alignment, each.same_speaker, [each.occurrence])
    return sorted(out.values(), key=lambda wording: not wording.differs)


def _places(found: Sequence[Occurrence]) -> str:
    once = list({each.article: each for each in found}.values())
    named = "; ".join(where(each) for each in once[:_NAMED])
    more = len(once) - _NAMED
    return f"{named} and {pluralise(more, 'more article')}" if more > 0 else named


def count_elsewhere(
    library: Library, article: Article, analysis: Analysis, is_cancelled: Callable[[], bool] = lambda: False
) -> dict[tuple[Span, ...], int]:
    """Return in how many other articles of a library each quote stands, by its content; not all once cancelled."""
    quotes = {
        quote.content: compared_quote(article, analysis, index)
        for index, quote in enumerate(analysis.attributions)
    }
    return SameWords(library).counts(quotes, article, is_cancelled)
