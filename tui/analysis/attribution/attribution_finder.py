"""The finding of attributions: who says what, as it stands in the text, before anybody knows who "he" is.

Three learned steps. Every word that may be a cue is classified (`cues`); content and source of each likely cue
are tagged in its window (`tagging`); where two claim the same words, the more probable one keeps them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from tui.analysis.attribution import (
    content_rules,
    crf_features,
    feature_hashing,
    free_quotations,
    layout_attributions,
    quotation_runs,
    rerank_features,
    selection,
    subject_inversion,
    viterbi,
    weights,
)
from tui.analysis.attribution import cue_classifier as cue_finding
from tui.analysis.attribution.candidates import CueReading
from tui.analysis.attribution.candidates import candidates as candidates_of
from tui.analysis.attribution.cue_windows import CueWindow, window
from tui.analysis.attribution.feature_hashing import Floats
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.attribution.stance import UTTERS, stance
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_about_a_work, names_a_work
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span

TAGGED = 0.12
"""A cue less likely than this is not tagged."""

KEPT = 0.38
"""A reading less likely to be right than this is not reported: near half of the joint F1, where F1 is highest."""

KEPT_QUOTED = 0.44
"""The same for contents with quotations in them, of which more are right. Both were chosen on training articles."""

_WAYS = 3
_WITHIN = 2.5
_SOURCE = crf_features.LABELS.index("S")
_NEVER = 9.0
"""Off the score of a label: of 18,360 sources of the training articles four are titles in marks."""


def find(parsed: ParsedArticle, article: Article, quotations: Sequence[Quotation]) -> list[RawAttribution]:
    """The attributions of what was parsed of an article, in reading order of their contents.

    `quotations` are those of the article. Every block of it that speaks was parsed (see `stretches.find`).
    """
    if not len(parsed):
        return []
    learned = weights.loaded()
    marks = [quotation.span for quotation in quotations]
    layout = TokenArrays(parsed, marks)
    cues, windows = likely_cues(layout, learned)
    paths = labellings(layout, cues, windows, learned.state, learned.moves)
    found = candidates_of(layout, windows, paths)
    pair = feature_hashing.summed(learned.pair, rerank_features.pair_buckets(layout, cues, found))
    odds = learned.choice.scores(rerank_features.features(layout, cues, windows, found, pair))
    probability = 1 / (1 + np.exp(-odds))
    for n, candidate in enumerate(found):
        cue = cues.tokens[candidate.cue]
        candidate.content = content_rules.without_other_speech(parsed, cue, candidate.content)
        if content_rules.says_nothing(parsed, cue, candidate.content) or content_rules.is_writing_on(
            parsed, cue, candidate.source
        ):
            probability[n] = 0.0
    drafts = [
        draft
        for n in selection.apart(found, probability, [_least(layout, candidate) for candidate in found])
        if parsed.lemma[cues.tokens[found[n].cue]] in UTTERS
        or not (
            names_a_work(layout, found[n].content)
            or is_about_a_work(layout, cues.tokens[found[n].cue], found[n].content)
        )
        for draft in _drafts(
            article.text, layout, found[n], cues.tokens[found[n].cue], float(probability[n]), marks
        )
    ]
    drafts = [draft for draft in drafts if draft.content]
    drafts = merged(drafts, layout_attributions.find(article.text, article.blocks, quotations), article.text)
    drafts = sorted([*drafts, *free_quotations.found(layout, drafts)], key=lambda draft: draft.content)
    return quotation_runs.carried_on(drafts, article, quotations)


def _least(layout: TokenArrays, candidate: CueReading) -> float:
    """How likely to be right a reading must be to be reported."""
    quoted = any(layout.quoted_until[b] > layout.quoted_until[a] for a, b in candidate.content)
    return KEPT_QUOTED if quoted else KEPT


def merged(
    drafts: Sequence[RawAttribution], laid_out: Sequence[RawAttribution], text: str
) -> list[RawAttribution]:
    """What grammar and what layout shows, in reading order; of two that claim the same the likelier one.

    All of a transcript's turn or a post is its speaker's: nobody else is found in it.
    """
    rows = sorted(((span, n) for n, draft in enumerate(laid_out) for span in draft.content))
    starts = [span.start for span, _ in rows]
    kept: list[RawAttribution] = []
    beaten: set[int] = set()
    for draft in drafts:
        rivals = set()
        for span in draft.content:
            at = max(0, bisect_left(starts, span.start) - 1)
            while at < len(rows) and rows[at][0].start < span.end:
                if rows[at][0].overlaps(span):
                    rivals.add(rows[at][1])
                at += 1
        if any(laid_out[n].turn or laid_out[n].probability >= draft.probability for n in rivals):
            continue
        if any(_first_person(text, draft.source, laid_out[n].content) for n in rivals):
            continue
        beaten |= rivals
        kept.append(draft)
    kept += (draft for n, draft in enumerate(laid_out) if n not in beaten)
    return sorted(kept, key=lambda draft: draft.content)


def _first_person(text: str, source: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether it is the "I" of what somebody is already known to say."""
    words = {span.of(text) for span in source}
    inside = all(any(span.start <= s.start and s.end <= span.end for span in content) for s in source)
    return bool(words) and words <= {"I", "We", "we"} and inside


def likely_cues(layout: TokenArrays, learned: weights.Weights) -> tuple[crf_features.Cues, list[CueWindow]]:
    """The cues worth tagging, and their windows."""
    tokens = cue_finding.candidates(layout, learned.habits.get)
    slots = cue_finding.slots(layout, tokens)
    scores = feature_hashing.summed(learned.cue, feature_hashing.buckets(slots, cue_finding.TEMPLATES))
    probability = 1 / (1 + np.exp(-scores.astype(np.float64)))
    keep = np.flatnonzero(probability >= TAGGED)
    cues = crf_features.Cues.of(layout, [tokens[k] for k in keep], probability[keep], slots[keep])
    return cues, [window(layout, token) for token in cues.tokens]


def labellings(
    layout: TokenArrays,
    cues: crf_features.Cues,
    windows: Sequence[CueWindow],
    state: Floats,
    moves: Floats,
) -> list[list[viterbi.Path]]:
    """The best labelling of each window, and others nearly as good. No source begins as a quotation."""
    scores = feature_hashing.summed(state, crf_features.features(layout, cues, windows))
    quoted = [b - a > 1 for w in windows for a, b in zip(w.starts, w.ends, strict=True)]
    scores[np.array(quoted, dtype=bool), _SOURCE] -= _NEVER
    return viterbi.best_paths(
        scores, moves, [len(w.starts) for w in windows], crf_features.KINDS, _WAYS, _WITHIN
    )


def _drafts(
    text: str,
    layout: TokenArrays,
    found: CueReading,
    token: int,
    probability: float,
    marks: Sequence[Span],
) -> list[RawAttribution]:
    """What was chosen for a cue, put right by rule: several where further verbs stand inside."""
    parsed = layout.parsed
    said, marked = content_rules.with_called(parsed, token, found.content, found.marked)
    said = content_rules.without_next(parsed, said)
    named = found.source or subject_inversion.subject(layout, token, said)
    source = content_rules.without_dateline(text, _spans(parsed, named))
    out = []
    for cue, pieces in content_rules.added(layout, token, said):
        cues = _spans(parsed, marked if cue == token else ((cue, cue + 1),))
        content = content_rules.behind_colon(text, _spans(parsed, pieces), cues, source)
        content = content_rules.without_dateline(text, content)
        kind = kind_of(text, content, marks)
        out.append(
            RawAttribution(kind, stance(layout, cue, kind, found.top), content, cues, source, probability)
        )
    return out


def _spans(parsed: ParsedArticle, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(parsed.start[first], parsed.end[last - 1]) for first, last in pieces)
