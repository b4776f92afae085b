"""Attributions as they stand in the text: who says what, before it is known who "he" is.

Three learned steps: `cue_classifier` tells which words are cues; `crf_features` and `viterbi` tag content and
source in the window of each likely cue; `rerank_features` and `selection` choose among the readings, so that no
two attributions claim the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tui.analysis.analysis import Kind, Polarity, Stance
from tui.analysis.attribution import (
    channels,
    content_rules,
    crf_features,
    cue_classifier,
    cut_short,
    deed_objects,
    deeds,
    feature_hashing,
    framed_quotations,
    free_quotations,
    further_cues,
    hearings,
    interrupted_sentences,
    intervening_speakers,
    layout_attributions,
    layout_merging,
    misplaced_sources,
    narration,
    narrow_sources,
    nested_frames,
    pair_features,
    participle_clauses,
    quotation_runs,
    rerank_features,
    run_together,
    selection,
    shared_quotations,
    source_boundaries,
    speech_nouns,
    speech_topics,
    spurious_readings,
    subject_inversion,
    two_voices,
    verbless_quotations,
    viterbi,
    weights,
)
from tui.analysis.attribution.cue_readings import CueReading, TokenRanges, cue_readings
from tui.analysis.attribution.cue_windows import CueWindow, window
from tui.analysis.attribution.feature_hashing import FloatArray
from tui.analysis.attribution.polarity import polarity
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.attribution.stance import SPEECH_WORDS, stance
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_done_to_a_work, is_work_title
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article, BlockKind
from tui.article.spans import Span

MIN_CUE = 0.12
"""The probability below which a cue is not tagged."""

MIN_READING = 0.38
"""The probability below which a reading is not reported: near half of the joint F1, where F1 is highest."""

MIN_QUOTED_READING = 0.44
"""The same for contents with quotations, more of which are right. Both were chosen on training articles."""

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
        at = parsed.blocks[arrays.paragraph_of[cue]]
        headline = at == 0 or article.blocks[at].kind is BlockKind.HEADLINE
        if spurious_readings.is_spurious(arrays, cue, reading, headline=headline) or (
            spurious_readings.says_nothing(parsed, reading.content, float(probability[n]))
        ):
            probability[n] = 0.0
    chosen = selection.select(readings, probability, [_threshold(arrays, reading) for reading in readings])
    inner = nested_frames.inner_readings(arrays, cues.tokens, readings, probability, chosen)
    cue_tokens = frozenset(cues.tokens[readings[n].cue] for n in chosen)
    attributions = [
        attribution
        for m in chosen
        for n in (inner.get(m, m),)
        if parsed.lemma[cues.tokens[readings[n].cue]] in SPEECH_WORDS
        or not (
            is_work_title(arrays, readings[n].content)
            or is_done_to_a_work(arrays, cues.tokens[readings[n].cue], readings[n].content)
        )
        for attribution in _apply_rules(
            article.text,
            arrays,
            readings[n]
            if n == m
            else nested_frames.inner_content(arrays, cues.tokens[readings[m].cue], readings[n]),
            cues.tokens[readings[n].cue],
            float(probability[n] if n == m else 0.9 * probability[m]),
            quoted,
            readings[m].source if n != m else (),
            cue_tokens,
        )
    ]
    attributions = [
        attribution for attribution in attributions if _says_more_than_letter(parsed, attribution)
    ]
    attributions = shared_quotations.give_to_one(arrays, attributions)
    laid_out = layout_attributions.find(article.text, article.blocks, quotations, article.emphasis)
    attributions = framed_quotations.put_right(arrays, attributions)
    attributions = layout_merging.merge(attributions, laid_out, article.text)
    attributions = two_voices.separate(arrays, attributions)
    attributions = interrupted_sentences.across_dashes(arrays, attributions)
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


def _apply_rules(
    text: str,
    arrays: TokenArrays,
    reading: CueReading,
    token: int,
    probability: float,
    quoted: Sequence[Span],
    channel: TokenRanges = (),
    other_cues: frozenset[int] = frozenset(),
) -> list[RawAttribution]:
    """Return the attributions of a chosen reading, mended by rule; several where its content holds further cues.

    Those among `other_cues` have readings of their own: they end the content before them, and no more.
    """
    parsed = arrays.parsed
    if not channel and (stated := nested_frames.stated_inside(arrays, token, reading)) is not None:
        channel = reading.source
        token, reading = stated
    relayed = channels.relayed_words(arrays, token, reading)
    if relayed is not None:
        said, cue_words, named, channel = relayed.content, relayed.cue, relayed.source, relayed.channel
    else:
        said, cue_words = content_rules.move_named_object(parsed, token, reading.content, reading.cue_words)
        said, cue_words = content_rules.move_relative_head(parsed, token, said, cue_words)
        said = content_rules.cut_before_next_clause(parsed, said)
        said = content_rules.drop_as(parsed, token, content_rules.drop_addressee(parsed, token, said))
        said, cue_words = content_rules.move_occasion(parsed, said, cue_words)
        named, cue_words = intervening_speakers.move_from_cue(arrays, reading.source, cue_words)
        named, cue_words = source_boundaries.verb_read_as_noun(arrays, token, named, cue_words)
        named = named or subject_inversion.subject(arrays, token, said)
        named, said = source_boundaries.give_back_subject(arrays, token, named, said)
        named = narrow_sources.own_subject(arrays, token, named)
        named = participle_clauses.own_subject(arrays, token, named, other_cues)
        named, said = source_boundaries.agent_behind(arrays, token, named, said)
        named, said = speech_nouns.own(arrays, token, named, said)
        named, said = interrupted_sentences.turned_round(arrays, token, named, said)
        said = interrupted_sentences.whole(arrays, token, named, said)
        if not channel:
            named, channel = channels.split_label(arrays, token, named)
        named, cue_words = hearings.heard(arrays, token, named, cue_words)
    source = content_rules.strip_dateline(text, _spans(parsed, named))
    out = []
    for further in further_cues.split(arrays, token, said):
        cue = further.cue
        if cue != token and cue in other_cues:
            continue
        pieces = narration.cut(arrays, cue, cut_short.complete(arrays, cue, tuple(further.content)))
        pieces = content_rules.trim(parsed, pieces)
        if not pieces:
            continue
        begin = pieces[0][0]
        marked = tuple((a, min(b, begin) if a < begin else b) for a, b in cue_words)  # said | about half
        cues = _spans(parsed, marked if cue == token else ((cue, cue + 1),))
        content = _spans(parsed, pieces)
        if not interrupted_sentences.is_listed(arrays, cue, pieces):
            content = content_rules.drop_lead_in(text, content, cues, source)
        content = content_rules.strip_dateline(text, content)
        kind = kind_of(text, content, quoted)
        turned = polarity(
            arrays, cue, cue_words if cue == token else (), pieces, kind, further.source or named
        )
        if turned is not Polarity.AFFIRMED or (
            kind is Kind.MIXED and stance(arrays, cue, kind, reading.top) is Stance.ATTITUDE
        ):
            # He did not suggest revenge. “Our goal is peace.”: the second sentence is not what he did not suggest,
            # nor is that after "Doe knows it." what she knows
            unsaid = turned in (Polarity.DENIED, Polarity.REFUSED)
            pieces = run_together.first_sentence(arrays, pieces, at_colon=unsaid)
            content = tuple(
                Span(span.start, min(span.end, parsed.end[pieces[-1][1] - 1]))
                for span in content
                if span.start < parsed.end[pieces[-1][1] - 1]
            )
            kind = kind_of(text, content, quoted)
        stands = stance(arrays, cue, kind, reading.top)
        if deeds.is_deed(arrays, cue, further.source or named, pieces, kind, reading.top) or (
            kind is Kind.INDIRECT
            and (
                deed_objects.is_object_of_deed(arrays, cue, pieces)
                or speech_topics.is_only_topic(arrays, cue, pieces)
            )
        ):
            stands = Stance.ATTITUDE
        out.append(
            RawAttribution(
                kind,
                stands,
                content,
                cues,
                _spans(parsed, further.source) or source,
                probability,
                channel=_spans(parsed, channel),
                polarity=turned,
            )
        )
    return out


def _spans(parsed: ParsedArticle, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(parsed.start[first], parsed.end[last - 1]) for first, last in pieces)
