"""How the quotes of an article changed from one version to another: new, changed, gone, the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from tui.analysis.analysis import Analysis, Attribution, Stance
from tui.article.article import Article
from tui.article.compared_text import compared
from tui.session.reading.quote_text import span_words, words_on_one_line
from tui.session.versions.sequence_alignment import go_on
from tui.session.versions.text_changes import Piece, word_changes

_ALIKE = 0.5  # the share of words that two quotes must have in common for one to have become the other
_RARE = 8  # quotes that a word may stand in to be a hint
_MARKS = "\"'"


class QuoteChangeKind(StrEnum):
    """What happened to a quote."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """A quote of either version. `old` and `new` are indices into the attributions, None if it is not there.

    `pieces` are its words, `old_speaker` and `new_speaker` who said it by name, and `old_cue`, `new_cue` how.
    """

    kind: QuoteChangeKind
    old: int | None
    new: int | None
    pieces: tuple[Piece, ...]
    old_speaker: str | None = None
    new_speaker: str | None = None
    old_cue: str = ""
    new_cue: str = ""


class _Quote:
    def __init__(self, number: int, article: Article, analysis: Analysis, quote: Attribution) -> None:
        self.number = number
        self.words = words_on_one_line(article, quote)
        self.key = compared(self.words).strip(_MARKS + " ,.")
        self.bag = Counter(self.key.lower().split())
        speaker = analysis.speaker(quote.speaker)
        self.speaker = speaker.name if speaker is not None else None
        self.cue = span_words(article, quote.cue)
        self.polarity = quote.polarity

    @cached_property
    def said(self) -> tuple[str, str | None, str]:
        """What is compared of a quote: words, speaker, and what was done with the words."""
        return self.key, _name(self.speaker), str(self.polarity)


def compare_quotes(
    old: Article,
    old_analysis: Analysis,
    new: Article,
    new_analysis: Analysis,
    check: Callable[[], None] = go_on,
) -> tuple[QuoteChange, ...]:
    """Return every quote of both versions, attitudes aside, in the order of the new one; gone ones stand last."""
    before, after = _quotes(old, old_analysis), _quotes(new, new_analysis)
    became: dict[int, _Quote] = {}
    _pair_equal(before, after, became, lambda quote: quote.said)
    _pair_equal(before, after, became, lambda quote: quote.key)
    _pair_alike(before, after, became, check)
    out = [_change(became.get(quote.number), quote, check) for quote in after]
    kept = {quote.number for quote in became.values()}
    return tuple(out + [_change(quote, None, check) for quote in before if quote.number not in kept])


def count(changes: Sequence[QuoteChange], kind: QuoteChangeKind) -> int:
    """Return the number of quotes that changed in this way."""
    return sum(each.kind is kind for each in changes)


def _quotes(article: Article, analysis: Analysis) -> list[_Quote]:
    return [
        _Quote(number, article, analysis, quote)
        for number, quote in enumerate(analysis.attributions)
        if quote.stance is Stance.SPEECH
    ]


def _pair_equal(
    before: list[_Quote], after: list[_Quote], became: dict[int, _Quote], key: Callable[[_Quote], object]
) -> None:
    """Pair quotes with the same key, in order."""
    taken = {quote.number for quote in became.values()}
    waiting: defaultdict[object, list[_Quote]] = defaultdict(list)
    for quote in reversed(before):
        if quote.number not in taken:
            waiting[key(quote)].append(quote)
    for quote in after:
        if quote.number not in became and waiting.get(key(quote)):
            became[quote.number] = waiting[key(quote)].pop()


def _pair_alike(
    before: list[_Quote], after: list[_Quote], became: dict[int, _Quote], check: Callable[[], None]
) -> None:
    """Pair quotes of which the words changed: the most alike first."""
    taken = {quote.number for quote in became.values()}
    left = [quote for quote in before if quote.number not in taken]
    holding: defaultdict[str, list[_Quote]] = defaultdict(list)
    for quote in left:
        for word in quote.bag:
            holding[word].append(quote)
    found = []
    for quote in after:
        check()
        if quote.number in became:
            continue
        shared: Counter[int] = Counter()
        near: dict[int, _Quote] = {}
        for word in quote.bag:
            if len(holding.get(word, ())) <= _RARE:
                for other in holding.get(word, ()):
                    shared[other.number] += 1
                    near[other.number] = other
        for number, _ in shared.most_common(_RARE):
            other = near[number]
            both = (quote.bag & other.bag).total()
            alike = 2 * both / max(1, quote.bag.total() + other.bag.total())
            # A quote that was cut or went on: nearly all of the shorter one, and enough of it.
            inside = both / max(1, min(quote.bag.total(), other.bag.total()))
            if alike >= _ALIKE or (inside >= 0.85 and both >= 5):
                found.append((-alike, quote.number, other.number, other))
    for _, number, old_number, other in sorted(found, key=lambda each: each[:3]):
        if number not in became and old_number not in taken:
            became[number] = other
            taken.add(old_number)


def _change(old: _Quote | None, new: _Quote | None, check: Callable[[], None]) -> QuoteChange:
    if old is not None and new is not None:
        kind = QuoteChangeKind.SAME if old.said == new.said else QuoteChangeKind.CHANGED
    else:
        kind = QuoteChangeKind.NEW if new is not None else QuoteChangeKind.GONE
    pieces = word_changes(old.words if old is not None else "", new.words if new is not None else "", check)
    change = QuoteChange(kind, None, None, pieces)
    if old is not None:
        change = replace(change, old=old.number, old_speaker=old.speaker, old_cue=old.cue)
    if new is not None:
        change = replace(change, new=new.number, new_speaker=new.speaker, new_cue=new.cue)
    return change


def _name(name: str | None) -> str | None:
    return compared(name).casefold() if name is not None else None
