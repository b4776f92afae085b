"""Quotations that fill a paragraph of their own, with nobody named beside them, and the run they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.analysis import Kind, Stance
from tui.analysis.draft import Draft
from tui.analysis.quotations import Quotation, Style
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

BEFORE = 0.85
"""How often the speaker is who was quoted last in the paragraph above, on the training articles."""

AFTER = 0.6
"""The same for who is named in the paragraph below, where nobody is quoted above."""

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})
_BETWEEN = frozenset({BlockKind.CAPTION, BlockKind.LINK_LIST})
_SHORT = 5  # words: fewer are a heading, unless they are a sentence in double marks


def carried_on(
    text: str, blocks: Sequence[Block], quotations: Sequence[Quotation], drafts: Sequence[Draft]
) -> list[Draft]:
    """`drafts` and, in reading order among them, one more for each free-standing quotation that goes on with
    a run: its `continues` is the index, in the list returned, of the draft whose speaker it keeps.

    A quotation stands free when it fills its paragraphs and no draft has words of it. Its run is what was
    quoted last in the paragraph above, or failing that what the paragraph below begins with. `drafts` are
    all that grammar and layout found.
    """
    taken = _Taken([draft.content for draft in drafts])
    starts = [block.span.start for block in blocks]
    last: dict[int, Draft] = {}  # by block: who is quoted last in it, and first
    first: dict[int, Draft] = {}
    for draft in drafts:
        if draft.kind is not Kind.INDIRECT and draft.stance is Stance.SPEECH and (draft.source or draft.cue):
            for span in draft.content:
                at = bisect_right(starts, span.end - 1) - 1
                if at not in last or last[at].content[-1] < draft.content[-1]:
                    last[at] = draft
            first.setdefault(bisect_right(starts, draft.content[0].start) - 1, draft)
    runs: list[tuple[Draft, Draft | None]] = [
        (draft, drafts[draft.continues] if draft.continues is not None else None) for draft in drafts
    ]
    for quotation in quotations:
        if not _fills(text, blocks, quotation) or taken.meets(quotation.span):
            continue
        above, below = _above(blocks, quotation.blocks[0]), quotation.blocks[-1] + 1
        run, sure = last.get(above), BEFORE
        if run is None and (run := first.get(below)) is not None:
            sure = AFTER
            if any(c.isalnum() for c in text[blocks[below].span.start : run.content[0].start]):
                run = None
        if run is not None:
            probability = min(sure, run.probability)
            runs.append((Draft(Kind.DIRECT, Stance.SPEECH, (quotation.span,), (), (), probability), run))
            last[quotation.blocks[-1]] = run
    runs.sort(key=lambda pair: pair[0].content)
    index = {id(draft): n for n, (draft, _) in enumerate(runs)}
    return [replace(draft, continues=index[id(run)]) if run is not None else draft for draft, run in runs]


class _Taken:
    """The spans that drafts have taken."""

    def __init__(self, contents: Sequence[Sequence[Span]]) -> None:
        self.spans = sorted(span for content in contents for span in content)
        self.ends: list[int] = []  # the furthest end so far
        for span in self.spans:
            self.ends.append(max(span.end, self.ends[-1]) if self.ends else span.end)

    def meets(self, span: Span) -> bool:
        """Whether a draft has words of `span`."""
        at = bisect_right(self.spans, Span(span.end - 1, span.end))
        return at > 0 and self.ends[at - 1] > span.start


def _above(blocks: Sequence[Block], index: int) -> int:
    """The block above, captions and lists of links passed over; -1 when it is no prose."""
    index -= 1
    while index >= 0 and blocks[index].kind in _BETWEEN:
        index -= 1
    return index if index >= 0 and blocks[index].kind in _PROSE else -1


def _fills(text: str, blocks: Sequence[Block], quotation: Quotation) -> bool:
    """Whether nothing but the quotation stands in its paragraphs, and it is more than a heading."""
    begin, end = blocks[quotation.blocks[0]], blocks[quotation.blocks[-1]]
    if begin.kind not in _PROSE:
        return False
    if quotation.span.start - begin.span.start > 12 or end.span.end - quotation.span.end > 12:
        return False
    beside = text[begin.span.start : quotation.span.start] + text[quotation.span.end : end.span.end]
    if any(c.isalnum() for c in beside):
        return False
    said = quotation.span.of(text)
    words = len(said.split())
    single = quotation.style in (Style.SINGLE_STRAIGHT, Style.SINGLE_CURLY)
    sentence = said.rstrip("\"'“”‘’»«").endswith((".", "!", "?", "…", "—", "–", "-"))
    if said.isupper() or words <= (2 * _SHORT if single else 0 if sentence else _SHORT):
        return False
    return words > 1
