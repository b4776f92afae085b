"""The finding of attributions: who says what, as it stands in the text, before anybody knows who "he" is.

Three learned steps. Every word that may be a cue is classified (`cues`); content and source of each likely cue
are tagged in its window (`tagging`); where two claim the same words, the more probable one keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.analysis import cues as cue_finding
from tui.analysis import chains, choosing, hashing, tagging, weights
from tui.analysis.analysis import Kind, Stance
from tui.analysis.draft import Draft
from tui.analysis.hashing import Floats
from tui.analysis.layout import Layout
from tui.analysis.parsed import Parsed
from tui.analysis.quotations import Quotation
from tui.analysis.windows import Window, window
from tui.article.article import Article
from tui.article.spans import Span

TAGGED = 0.12
"""A cue less likely than this is not tagged."""

KEPT = 0.36
"""A reading less likely to be right than this is not reported: near half of the joint F1, where F1 is highest."""

_WAYS = 5
_WITHIN = 5.0


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
    paths = labellings(layout, cues, windows, learned.state, learned.moves)
    found = choosing.candidates(windows, paths)
    pair = learned.pair[choosing.pair_buckets(layout, cues, found)].sum(1)
    odds = learned.choice.scores(choosing.features(layout, cues, windows, found, pair))
    probability = 1 / (1 + np.exp(-odds))
    drafts = [
        _draft(article.text, layout, found[n], float(probability[n]), quotations)
        for n in choosing.apart(found, probability, KEPT)
    ]
    return sorted(drafts, key=lambda draft: draft.content)


def likely_cues(layout: Layout, learned: weights.Weights) -> tuple[tagging.Cues, list[Window]]:
    """The cues worth tagging, and their windows."""
    tokens = cue_finding.candidates(layout, learned.habits.get)
    slots = cue_finding.slots(layout, tokens)
    scores = learned.cue[hashing.buckets(slots, cue_finding.TEMPLATES)].sum(1)
    probability = 1 / (1 + np.exp(-scores.astype(np.float64)))
    keep = np.flatnonzero(probability >= TAGGED)
    cues = tagging.Cues.of([tokens[k] for k in keep], probability[keep], slots[keep])
    return cues, [window(layout, token) for token in cues.tokens]


def labellings(
    layout: Layout, cues: tagging.Cues, windows: Sequence[Window], state: Floats, moves: Floats
) -> list[list[chains.Path]]:
    """The best labelling of each window, and others nearly as good."""
    scores = state[tagging.features(layout, cues, windows)].sum(1)
    return chains.best_paths(scores, moves, [len(w.starts) for w in windows], tagging.KINDS, _WAYS, _WITHIN)


def _draft(
    text: str, layout: Layout, found: choosing.Candidate, probability: float, quotations: Sequence[Quotation]
) -> Draft:
    start, end = layout.parsed.start, layout.parsed.end
    content, cue, source = (
        tuple(Span(start[first], end[last - 1]) for first, last in pieces)
        for pieces in (found.content, found.marked, found.source)
    )
    return Draft(kind_of(text, content, quotations), Stance.SPEECH, content, cue, source, probability)


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
