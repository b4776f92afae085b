"""The finding of attributions: who says what, as it stands in the text, before anybody knows who "he" is.

Three learned steps. Every word that may be a cue is classified (`cues`); content and source of each likely cue
are tagged in its window (`tagging`); where two claim the same words, the more probable one keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.analysis import cues as cue_finding
from tui.analysis import hashing, tagging, weights
from tui.analysis.analysis import Kind, Stance
from tui.analysis.draft import Draft
from tui.analysis.layout import Layout
from tui.analysis.parsed import Parsed
from tui.analysis.quotations import Quotation
from tui.analysis.windows import Window, window
from tui.article.article import Article
from tui.article.spans import Span

_TAGGED = 0.1  # a cue less likely than this is not tagged
_KEPT = 0.4


def find(parsed: Parsed, article: Article, quotations: Sequence[Quotation]) -> list[Draft]:
    """The attributions of what was parsed of an article, in reading order of their contents.

    `quotations` are those of the whole article. Kinds are read off the marks: direct when every letter of the
    content stands in a quotation, mixed when some do.
    """
    if not len(parsed):
        return []
    learned = weights.loaded()
    layout = Layout(parsed, [q.span for q in quotations])
    cues, windows = likely_cues(layout, learned)
    if not windows:
        return []
    scores = learned.state[tagging.features(layout, cues, windows)].sum(1)
    paths = tagging.viterbi(scores, learned.moves, [len(w.starts) for w in windows])
    found: list[tuple[float, int, Draft]] = []
    for n, (view, path) in enumerate(zip(windows, paths, strict=True)):
        probability = float(cues.probability[n])
        content, cue, source = (spans(layout, view, path, kind) for kind in ("C", "U", "S"))
        if content and probability >= _KEPT:
            own = Span(parsed.start[view.token], parsed.end[view.token])
            draft = Draft(
                kind_of(article.text, content, quotations),
                Stance.SPEECH,
                content,
                cue or (own,),
                source,
                probability,
            )
            found.append((-probability, n, draft))
    return _apart(found)


def likely_cues(layout: Layout, learned: weights.Weights) -> tuple[tagging.Cues, list[Window]]:
    """The cues worth tagging, and their windows."""
    tokens = cue_finding.candidates(layout, learned.habits.get)
    slots = cue_finding.slots(layout, tokens)
    scores = learned.cue[hashing.buckets(slots, cue_finding.TEMPLATES)].sum(1)
    probability = 1 / (1 + np.exp(-scores.astype(np.float64)))
    keep = np.flatnonzero(probability >= _TAGGED)
    cues = tagging.Cues.of([tokens[k] for k in keep], probability[keep], slots[keep])
    return cues, [window(layout, token) for token in cues.tokens]


def spans(layout: Layout, view: Window, path: Sequence[int], kind: str) -> tuple[Span, ...]:
    """The pieces of the window that carry the labels of `kind` ("C", "S" or "U")."""
    wanted = {tagging.LABELS.index(label) for label in {kind, kind.lower()} & set(tagging.LABELS)}
    start, end = layout.parsed.start, layout.parsed.end
    pieces: list[list[int]] = []
    for first, last, label in zip(view.starts, view.ends, path, strict=True):
        if label in wanted:
            if pieces and pieces[-1][1] == first:
                pieces[-1][1] = last
            else:
                pieces.append([first, last])
    return tuple(Span(start[first], end[last - 1]) for first, last in pieces)


def kind_of(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Kind:
    """Whether all, some or none of the content's letters and digits stand inside quotation marks."""
    letters = quoted = 0
    for span in content:
        inside = [q.span for q in quotations if q.span.overlaps(span)]
        for at in range(*span):
            if text[at].isalnum():
                letters += 1
                quoted += any(q.start <= at < q.end for q in inside)
    if quoted == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if quoted > 0.98 * letters else Kind.MIXED


def _apart(found: list[tuple[float, int, Draft]]) -> list[Draft]:
    """The drafts that do not claim another's words, the best first served, in reading order."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for _, _, draft in sorted(found, key=lambda row: row[:2]):
        mine = {at for span in draft.content for at in range(*span)}
        if len(mine & taken) <= 0.3 * len(mine):
            taken |= mine
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.content)
