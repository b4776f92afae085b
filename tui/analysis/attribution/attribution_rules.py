"""Attributions of a chosen reading, mended by rules: first its content, then its source, then each cue's words."""

from __future__ import annotations

from tui.analysis.analysis import Kind, Polarity, Stance
from tui.analysis.attribution import (
    action_objects,
    action_verbs,
    channels,
    content_rules,
    coordinated_verbs,
    cue_boundaries,
    further_cues,
    hearings,
    interrupted_sentences,
    intervening_speakers,
    narration,
    narrow_sources,
    nested_frames,
    participle_clauses,
    run_on_contents,
    source_boundaries,
    speech_nouns,
    speech_topics,
    subject_inversion,
    truncated_contents,
)
from tui.analysis.attribution.cue_readings import AttributionParts, CueReading, TokenRanges
from tui.analysis.attribution.further_cues import FurtherCue
from tui.analysis.attribution.polarity import polarity
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.stance import stance
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import without_headings
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span


def apply_rules(
    arrays: TokenArrays,
    reading: CueReading,
    token: int,
    probability: float,
    channel: TokenRanges,
    other_cues: frozenset[int],
    likely: frozenset[int],
) -> list[RawAttribution]:
    """Return the attributions of a chosen reading, mended by rule; several where its content holds further cues.

    Those among `other_cues` have readings of their own: they end the content before them, and no more. `likely` are
    the words that are cues more likely than not.
    """
    if (stated := nested_frames.stated_inside(arrays, token, reading, relayed=bool(channel))) is not None:
        channel = channel or reading.source
        token, reading = stated
    parts = channels.relayed_words(arrays, token, reading)
    if parts is None:
        said, cue_words = _content_and_cue(arrays.parsed, token, reading)
        parts = AttributionParts(cue_words, reading.source, said, channel)
        parts = _with_source(arrays, token, parts)
    attributions = (
        _attribution(arrays, further, token, parts, reading.top, probability)
        for further in further_cues.split(arrays, token, parts.content, likely)
        if further.cue == token or further.cue not in other_cues
    )
    return [attribution for attribution in attributions if attribution is not None]


def _content_and_cue(
    parsed: ParsedArticle, token: int, reading: CueReading
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue of a reading, each with the words that the other had taken."""
    said, cue_words = cue_boundaries.move_named_object(parsed, token, reading.content, reading.cue_words)
    said, cue_words = cue_boundaries.move_dated_subject(parsed, token, said, cue_words)
    said, cue_words = cue_boundaries.move_bare_subject(parsed, token, said, cue_words)
    said, cue_words = cue_boundaries.move_relative_head(parsed, token, said, cue_words)
    said = content_rules.cut_before_next_clause(parsed, said)
    said = content_rules.drop_as(parsed, token, content_rules.drop_addressee(parsed, token, said))
    return cue_boundaries.move_occasion(parsed, said, cue_words)


def _with_source(arrays: TokenArrays, token: int, parts: AttributionParts) -> AttributionParts:
    """Return the parts of an attribution with the source that names who speaks, and the channel beside it."""
    said, channel = parts.content, parts.channel
    named, cue_words = intervening_speakers.move_from_cue(arrays, parts.source, parts.cue)
    named, cue_words = source_boundaries.verb_read_as_noun(arrays, token, named, cue_words)
    if not named and (named := subject_inversion.subject(arrays, token, said)):
        said = subject_inversion.without_subject(arrays, token, named, said)
    named, said = source_boundaries.give_back_subject(arrays, token, named, said)
    named, said = source_boundaries.give_back_object(arrays, token, named, said)
    named, said = source_boundaries.give_back_role(arrays, token, named, said)
    named = coordinated_verbs.own_subject(arrays, token, narrow_sources.own_subject(arrays, token, named))
    named = participle_clauses.own_subject(arrays, token, participle_clauses.without_opening(arrays, named))
    named = participle_clauses.behind_according_to(arrays, token, named)
    named = source_boundaries.whole_phrase(arrays, token, named, said)
    named, said, cue_words = source_boundaries.speaker_of_place(arrays, token, named, said, cue_words)
    said = truncated_contents.up_to_source(arrays, named, said)
    named, said = source_boundaries.give_back_charge(arrays, token, named, said)
    named, said = source_boundaries.agent_behind(arrays, token, named, said)
    named = source_boundaries.without_judged(arrays, token, named)
    named, said = speech_nouns.own(arrays, token, named, said)
    named, said, cue_words = speech_nouns.claimant(arrays, token, named, said, cue_words)
    named, said = interrupted_sentences.turned_round(arrays, token, named, said)
    said = interrupted_sentences.whole(arrays, token, named, said)
    if not channel:
        named, channel = channels.split_label(arrays, token, named)
    named, cue_words = hearings.heard(arrays, token, named, cue_words)
    cue_words = cue_boundaries.without_source(cue_words, named)
    return AttributionParts(cue_words, named, said, channel)


def _attribution(
    arrays: TokenArrays,
    further: FurtherCue,
    token: int,
    parts: AttributionParts,
    top: int,
    probability: float,
) -> RawAttribution | None:
    """Return the attribution of one cue, the reading's own at `token` or one in its content; None without words."""
    parsed, text = arrays.parsed, arrays.parsed.text
    cue = further.cue
    pieces = narration.cut(arrays, cue, truncated_contents.complete(arrays, cue, tuple(further.content)))
    pieces = content_rules.trim(parsed, without_headings(arrays, pieces))
    if not pieces:
        return None
    named = further.source or parts.source
    source = content_rules.strip_dateline(text, parsed.spans(parts.source))
    begin = pieces[0][0]
    marked = tuple((a, min(b, begin) if a < begin else b) for a, b in parts.cue)  # said | about half
    cues = parsed.spans(marked if cue == token else ((cue, cue + 1),))
    content = parsed.spans(pieces)
    if not interrupted_sentences.is_listed(arrays, cue, pieces):
        content = content_rules.drop_lead_in(text, content, cues, source)
    content = content_rules.strip_dateline(text, content)
    kind = kind_of(text, content, arrays.quotes)
    turned = polarity(arrays, cue, parts.cue if cue == token else (), pieces, kind, named)
    if turned is not Polarity.AFFIRMED or (
        kind is Kind.MIXED and stance(arrays, cue, kind, top) is Stance.ATTITUDE
    ):
        # He did not suggest revenge. “Our goal is peace.”: the second sentence is not what he did not suggest,
        # nor is that after "Doe knows it." what she knows
        unsaid = turned in (Polarity.DENIED, Polarity.REFUSED)
        pieces = run_on_contents.first_sentence(arrays, pieces, at_colon=unsaid)
        end = parsed.end[pieces[-1][1] - 1]
        content = tuple(Span(span.start, min(span.end, end)) for span in content if span.start < end)
        kind = kind_of(text, content, arrays.quotes)
    return RawAttribution(
        kind,
        _stance(arrays, cue, named, pieces, kind, top),
        content,
        cues,
        parsed.spans(further.source) or source,
        probability,
        channel=parsed.spans(parts.channel),
        polarity=turned,
    )


def _stance(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges, kind: Kind, top: int
) -> Stance:
    """Return the stance of an attribution; what somebody does, or only speaks of, is no speech."""
    if action_verbs.is_deed(arrays, cue, source, content, kind, top):
        return Stance.ATTITUDE
    if kind is Kind.INDIRECT and (
        action_objects.is_object_of_deed(arrays, cue, content)
        or speech_topics.is_only_topic(arrays, cue, content)
    ):
        return Stance.ATTITUDE
    return stance(arrays, cue, kind, top)
