"""How the text of an article changed: paragraph by paragraph, and word by word in those that changed.

Bodies are compared as extracted, without furniture, and words without regard to how quotation marks, dashes and
spaces are set (see `tui.article.compared_text`). The work is bounded: two texts of 120,000 words with a thousand
changes take about a second, and texts made to be difficult are compared more coarsely, not for longer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from tui.article.article import Article, BlockKind
from tui.article.cleaning import clean
from tui.article.compared_text import ComparedParagraph, compared, compared_paragraphs
from tui.article.spans import Span
from tui.session.versions.sequence_alignment import equal_runs, go_on, increasing

_TOKEN = re.compile(r"\w+(?:['’.,\-]\w+)*|[^\w\s]")
_RARE = 4  # paragraphs of a gap that a word may stand in to be a hint which paragraph became which
_ALIKE = 0.4  # the share of words that two paragraphs must have in common for one to have become the other
_MOST_WORDS = 60_000  # words of a paragraph that are compared one by one
_ISLAND = 2  # characters; so little that stayed between two changes is shown as changed, too


class Change(StrEnum):
    """How words or a paragraph changed."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, were added or removed. Put together, all but the added ones are the old paragraph."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph in both versions, or in one. `old` and `new` are its spans; `pieces` its cleaned words."""

    change: Change
    pieces: tuple[Piece, ...]
    old: Span | None
    new: Span | None
    kind: BlockKind = BlockKind.PARAGRAPH
    moved: bool = False
    """Tells whether the same words stand elsewhere in the other version."""


@dataclass(frozen=True)
class TextChanges:
    """How one version became another. `facts` are the title and byline that changed: name, before, after."""

    paragraphs: tuple[ParagraphChange, ...]
    facts: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def changes(self) -> tuple[int, ...]:
        """The indices of the paragraphs that are not the same."""
        return tuple(n for n, each in enumerate(self.paragraphs) if each.change is not Change.SAME)

    def __bool__(self) -> bool:
        return bool(self.changes or self.facts)

    def count(self, change: Change) -> int:
        """Return the number of paragraphs that changed in this way, not counting those that only moved."""
        return sum(each.change is change and not each.moved for each in self.paragraphs)


def compare(old: Article, new: Article, check: Callable[[], None] = go_on) -> TextChanges:
    """Return how `old` became `new`; `check` is called every now and then, and what it raises ends it."""
    before, after = compared_paragraphs(old), compared_paragraphs(new)
    out: list[ParagraphChange] = []
    a = b = 0
    runs = equal_runs([each.key for each in before], [each.key for each in after], check)
    for at, its, length in [*runs, (len(before), len(after), 0)]:
        out += _gap(before[a:at], after[b:its], check)
        out += [
            ParagraphChange(Change.SAME, (Piece(Change.SAME, new.words),), old.span, new.span, new.kind)
            for old, new in zip(before[at : at + length], after[its : its + length], strict=True)
        ]
        a, b = at + length, its + length
    return TextChanges(tuple(_moves_marked(out)), tuple(_facts(old, new)))


def word_changes(old: str, new: str, check: Callable[[], None] = go_on) -> tuple[Piece, ...]:
    """Return how one text became another, word by word."""
    before, after = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    if max(len(before), len(after)) > _MOST_WORDS:
        return _replaced(old, new)
    olds, news = [compared(token[0]) for token in before], [compared(token[0]) for token in after]
    runs = [
        (a, b, length)
        for a, b, length in equal_runs(olds, news, check)
        if sum(map(len, news[b : b + length])) > _ISLAND or a == b == 0 or a + length == len(olds)
    ]
    pieces: list[Piece] = []
    old_at = new_at = 0
    for a, b, length in [*runs, (len(olds), len(news), 0)]:
        old_to = before[a].start() if a < len(before) else len(old)
        new_to = after[b].start() if b < len(after) else len(new)
        pieces += _replaced(old[old_at:old_to], new[new_at:new_to])
        old_at, new_at = old_to, new_to
        if length:
            old_at = before[a + length - 1].end()
            new_end = after[b + length - 1].end()
            pieces.append(Piece(Change.SAME, new[new_at:new_end]))
            new_at = new_end
    return _joined(pieces)


def _replaced(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces for replaced words; spaces at both beginnings or both ends are kept out."""
    if old == new or (not old.strip() and not new.strip()):
        return (Piece(Change.SAME, new),) if new else ()
    lead = " " if old[:1].isspace() and new[:1].isspace() else ""
    old, new = old[len(lead) :], new[len(lead) :]
    trail = " " if old[-1:].isspace() and new[-1:].isspace() else ""
    old, new = old[: len(old) - len(trail)], new[: len(new) - len(trail)]
    parts = ((Change.SAME, lead), (Change.REMOVED, old), (Change.ADDED, new), (Change.SAME, trail))
    return tuple(Piece(change, text) for change, text in parts if text)


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].change is piece.change:
            out[-1] = Piece(piece.change, out[-1].text + piece.text)
        else:
            out.append(piece)
    return tuple(out)


def _facts(old: Article, new: Article) -> list[tuple[str, str, str]]:
    out = []
    for name in ("title", "byline"):
        before, after = (clean(getattr(article, name) or "").strip() for article in (old, new))
        if compared(before) != compared(after):
            out.append((name, before, after))
    return out


def _gap(
    old: list[ComparedParagraph], new: list[ComparedParagraph], check: Callable[[], None]
) -> list[ParagraphChange]:
    """Return how the paragraphs between two unchanged ones changed: which became which, came or went."""
    out: list[ParagraphChange] = []
    a = b = 0
    for at, its in [*_became(old, new, check), (len(old), len(new))]:
        out += [
            ParagraphChange(Change.REMOVED, (Piece(Change.REMOVED, each.words),), each.span, None, each.kind)
            for each in old[a:at]
        ]
        out += [
            ParagraphChange(Change.ADDED, (Piece(Change.ADDED, each.words),), None, each.span, each.kind)
            for each in new[b:its]
        ]
        if at < len(old):
            one, other = old[at], new[its]
            pieces = word_changes(one.words, other.words, check)
            out.append(ParagraphChange(Change.CHANGED, pieces, one.span, other.span, other.kind))
        a, b = at + 1, its + 1
    return out


def _became(
    old: list[ComparedParagraph], new: list[ComparedParagraph], check: Callable[[], None]
) -> list[tuple[int, int]]:
    """Pair the paragraphs of a gap, in order: those that share rare words, the most alike first."""
    if not old or not new:
        return []
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for n, paragraph in enumerate(new):
        for word in paragraph.bag:
            holding[word].append(n)
    pairs = []
    for n, paragraph in enumerate(old):
        check()
        shared: Counter[int] = Counter()
        for word in paragraph.bag:
            if len(holding.get(word, ())) <= _RARE:
                shared.update(holding.get(word, ()))
        best = max(((_alike(paragraph, new[m]), -m) for m, _ in shared.most_common(_RARE)), default=(0.0, 0))
        if best[0] >= _ALIKE:
            pairs.append((n, -best[1]))
    return increasing(pairs)


def _alike(one: ComparedParagraph, other: ComparedParagraph) -> float:
    """Return the share of words, 0 to 1, that two paragraphs have in common."""
    return 2 * (one.bag & other.bag).total() / max(1, one.bag.total() + other.bag.total())


def _moves_marked(changes: list[ParagraphChange]) -> list[ParagraphChange]:
    """Mark what was removed in one place and added in another."""

    def key(each: ParagraphChange) -> str:
        return compared(each.pieces[0].text)

    removed = Counter(key(each) for each in changes if each.change is Change.REMOVED)
    added = Counter(key(each) for each in changes if each.change is Change.ADDED)
    both = removed & added
    if not both:
        return changes
    left = {Change.REMOVED: Counter(both), Change.ADDED: Counter(both)}
    out = []
    for each in changes:
        counts = left.get(each.change)
        if counts is not None and counts[key(each)] > 0:
            counts[key(each)] -= 1
            each = replace(each, moved=True)
        out.append(each)
    return out
