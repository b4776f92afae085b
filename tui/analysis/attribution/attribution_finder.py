"""Attributions as they stand in the text: who says what, before it is known who "he" is.

Three learned steps: `cue_classifier` tells which words are cues; `crf_features` and `viterbi` tag content and
source in the window of each likely cue; `rerank_features` and `selection` choose among the readings, so that no
two attributions claim the same words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.analysis.attribution import (
    content_rules,
    crf_features,
    cue_classifier,
    feature_hashing,
    framed_quotations,
    free_quotations,
    hearings,
    layout_attributions,
    layout_merging,
    misplaced_sources,
    nested_frames,
    pair_features,
    quotation_runs,
    rerank_features,
    run_on_contents,
    selection,
    shared_quotations,
    spurious_readings,
    trailing_frames,
    two_voices,
    verbless_quotations,
    viterbi,
    weights,
)
from tui.analysis.attribution.attribution_rules import apply_rules
from tui.analysis.attribution.cue_readings import CueReading, cue_readings
from tui.analysis.attribution.cue_windows import CueWindow, window
from tui.analysis.attribution.feature_hashing import FloatArray
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_done_to_a_work, is_work_title
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article, BlockKind

MIN_CUE = 0.12
"""The probability below which a cue is not tagged."""

MIN_READING = 0.38
"""The probability below which a reading is not reported: near half of the joint F1, where F1 is highest."""

MIN_QUOTED_READING = 0.44
"""That for contents with quotations, more of which are right. Both were chosen on training articles."""

_LABELLINGS = 3
_MAX_SHORTFALL = 2.5
_SOURCE = crf_features.LABELS.index("S")
_PENALTY = 9.0
"""What a source loses that begins as a quotation: of 18,360 sources in the training articles four do."""


def find(parsed: ParsedArticle, article: Article, quotations: Sequence[Quotation]) -> list[RawAttribution]:
    """Return the attributions in the parsed part of an article, in the order of their contents.

    `quotations` are those of the article. Every block of it that speaks was parsed (see `segments.find`).
    """
    if not len(parsed):
        return []
    learned = weights.load_bundled()
    quoted = [quotation.span for quotation in quotations]
    arrays = TokenArrays(parsed, quoted)
    cues, windows = find_cues(arrays, learned)
    labellings = label_windows(arrays, cues, windows, learned.emissions, learned.transitions)
    readings = cue_readings(arrays, windows, labellings)
    misplaced_sources.put_right(arrays, cues.tokens, readings)
    pair = feature_hashing.summed(learned.pair, pair_features.buckets(arrays, cues, readings))
    odds = learned.reranker.scores(rerank_features.features(arrays, cues, windows, readings, pair))
    probability = 1 / (1 + np.exp(-odds))
    for n, reading in enumerate(readings):
        cue = cues.tokens[reading.cue]
        reading.content = content_rules.cut_before_other_speaker(parsed, cue, reading.content)
        reading.content = run_on_contents.beside_cue(arrays, cue, reading.content)
        at = parsed.blocks[arrays.paragraph_of[cue]]
        headline = at == 0 or article.blocks[at].kind is BlockKind.HEADLINE
        if (
            not reading.content
            or spurious_readings.is_spurious(arrays, cue, reading, headline=headline)
            or spurious_readings.says_nothing(parsed, reading.content, float(probability[n]))
        ):
            probability[n] = 0.0
    chosen = selection.select(readings, probability, [_threshold(arrays, reading) for reading in readings])
    inner = nested_frames.inner_readings(arrays, cues.tokens, readings, probability, chosen)
    cue_tokens = frozenset(cues.tokens[readings[n].cue] for n in chosen)
    likely = frozenset(token for token, p in zip(cues.tokens, cues.probability, strict=True) if p >= 0.5)
    attributions = [
        attribution
        for m in chosen
        for n in (inner.get(m, m),)
        if parsed.lemma[cues.tokens[readings[n].cue]] in SPEECH_WORDS
        or not (
            is_work_title(arrays, readings[n].content)
            or is_done_to_a_work(arrays, cues.tokens[readings[n].cue], readings[n].content)
        )
        for attribution in apply_rules(
            arrays,
            readings[n]
            if n == m
            else nested_frames.inner_content(arrays, cues.tokens[readings[m].cue], readings[n]),
            cues.tokens[readings[n].cue],
            float(probability[n] if n == m else 0.9 * probability[m]),
            readings[m].source if n != m else (),
            cue_tokens,
            likely,
        )
    ]
    attributions = [
        attribution for attribution in attributions if _says_more_than_letter(parsed, attribution)
    ]
    attributions = shared_quotations.give_to_one(arrays, attributions)
    laid_out = layout_attributions.find(article.text, article.blocks, quotations, article.emphasis)
    attributions = framed_quotations.put_right(arrays, trailing_frames.put_right(arrays, attributions))
    attributions = layout_merging.merge(attributions, laid_out, article.text)
    attributions = two_voices.separate(arrays, attributions)
    attributions += hearings.find(arrays, attributions)
    attributions = sorted(
        [*attributions, *free_quotations.find(arrays, attributions)],
        key=lambda attribution: attribution.content,
    )
    attributions = quotation_runs.add_continuations(attributions, article, quotations)
    return verbless_quotations.add(attributions, arrays, article)


def _says_more_than_letter(parsed: ParsedArticle, attribution: RawAttribution) -> bool:
    """Tell whether a content is more than the "A" before a turn of an interview."""
    return sum(c.isalnum() for span in attribution.content for c in span.of(parsed.text)[:80]) > 1


def _threshold(arrays: TokenArrays, reading: CueReading) -> float:
    """Return the probability that a reading must have to be reported."""
    quoted = any(arrays.quoted_until[b] > arrays.quoted_until[a] for a, b in reading.content)
    return MIN_QUOTED_READING if quoted else MIN_READING


def find_cues(arrays: TokenArrays, learned: weights.Weights) -> tuple[crf_features.Cues, list[CueWindow]]:
    """Return the cues worth tagging and their windows."""
    tokens = cue_classifier.candidate_tokens(arrays, learned.cue_words.get)
    values = cue_classifier.feature_values(arrays, tokens)
    scores = feature_hashing.summed(learned.cue, feature_hashing.buckets(values, cue_classifier.TEMPLATES))
    probability = 1 / (1 + np.exp(-scores.astype(np.float64)))
    keep = np.flatnonzero(probability >= MIN_CUE)
    cues = crf_features.Cues.from_values(arrays, [tokens[k] for k in keep], probability[keep], values[keep])
    return cues, [window(arrays, token) for token in cues.tokens]


def label_windows(
    arrays: TokenArrays,
    cues: crf_features.Cues,
    windows: Sequence[CueWindow],
    emissions: FloatArray,
    transitions: FloatArray,
) -> list[list[viterbi.Labelling]]:
    """Return the best labelling of each window, and others nearly as good. No source begins as a quotation."""
    scores = feature_hashing.summed(emissions, crf_features.feature_buckets(arrays, cues, windows))
    quoted = [b - a > 1 for w in windows for a, b in zip(w.starts, w.ends, strict=True)]
    scores[np.array(quoted, dtype=bool), _SOURCE] -= _PENALTY
    return viterbi.best_labellings(
        scores,
        transitions,
        [len(w.starts) for w in windows],
        crf_features.LABEL_CLASSES,
        _LABELLINGS,
        _MAX_SHORTFALL,
    )
