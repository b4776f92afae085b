"""The pass through an article from its first token to its last that resolves its sources on the way."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Kind, Step
from tui.analysis.coreference import coordination, source_phrases
from tui.analysis.coreference.clauses import head_token, is_subject
from tui.analysis.coreference.description_nouns import ROLE_NOUNS, is_group_of_people
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.pronoun_words import PERSONAL
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.source_referents import SourceReferents
from tui.analysis.coreference.spoken_of import named_in_words
from tui.analysis.entities import gender
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span

_NO_SOURCE = Step("the words stand alone and the article names nobody beside them")
_NOBODY_NAMED = 0.95  # how sure it is that the article names nobody where no source was found
_OTHER_GENDER = 2.0  # the log-odds from which a first name is one gender's only
_SUBJECTS = frozenset({"NOUN", "PROPN"})
_MAX_JOINED_VERBS = 3  # verbs joined by "and" up to the one that has the subject
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLOSING = frozenset('”"')
_NAME, _PRONOUN, _DESCRIPTION, _SOURCE = range(4)


SourcesByHead = dict[int, list[tuple[int, source_phrases.SourcePhrase]]]
"""The sources by their head token, each with the number of its attribution."""


def sources_by_head(parsed: ParsedArticle, raw: Sequence[RawAttribution]) -> SourcesByHead:
    """Return the sources of the attributions, by their head token."""
    sources: SourcesByHead = {}
    for n, attribution in enumerate(raw):
        source = _source_phrase(parsed, attribution)
        if source is not None:
            sources.setdefault(source.head, []).append((n, source))
    return sources


def resolve_sources(
    parsed: ParsedArticle,
    article: Article,
    raw: Sequence[RawAttribution],
    sources: SourcesByHead,
    mentions: list[Mention],
    referents: list[Referent],
) -> list[Resolution]:
    """Return whom each attribution's source means, in the order of `raw`.

    Sources that are only described ("a neighbour") become referents of their own, appended to `referents`.
    """
    quoted = bytearray(len(parsed))
    for attribution in raw:
        if attribution.kind is Kind.DIRECT:
            for i in source_phrases.tokens_of(parsed, attribution.content):
                quoted[i] = 1
    discourse = Discourse(parsed, referents, quoted)
    discourse.spoken_of = named_in_words(parsed, raw, sources, mentions, referents)
    resolver = SourceReferents(parsed, article, mentions, referents, discourse, set(sources))
    word = parsed.word
    events = [(m.end - 1, _NAME, n) for n, m in enumerate(mentions)]
    events += [
        (i, _PRONOUN, i)
        for i, tag in enumerate(parsed.tag)
        if tag in ("PRP", "PRP$") and word[i].casefold() in PERSONAL
    ]
    events += [
        (i, _DESCRIPTION, i)
        for i, pos in enumerate(parsed.pos)
        if pos == "NOUN" and word[i] in ROLE_NOUNS and i not in sources and i and not quoted[i]
    ]
    events += [(head, _SOURCE, head) for head in sources]
    events.sort()
    resolutions: dict[int, Resolution] = {}
    by_token: dict[int, Resolution] = {}
    for token, kind, n in events:
        if kind == _NAME:
            _add_name(mentions[n], n, resolver)
        elif kind == _PRONOUN:
            if any(coordination.begins_with_pronoun(parsed, source) for _, source in sources.get(token, ())):
                continue  # "She and her aides": resolved together
            if token in sources or not quoted[token]:
                inside = _named_inside(parsed, resolver, quoted, [raw[d] for d, _ in sources.get(token, ())])
                by_token[token] = resolver.pronouns.resolve(token, source=token in sources, inside=inside)
        elif kind == _DESCRIPTION:
            resolver.descriptions.note(token)
        else:
            for d, source in sources[token]:
                if token not in by_token:
                    by_token[token] = (
                        (
                            resolver.resolve_question_label(source)
                            or resolver.resolve_introduced(source, raw[d].content[0])
                        )
                        if raw[d].turn
                        else None
                    ) or resolver.resolve(source)
                resolutions[d] = by_token[token]
                if not _speaks_aside(parsed, token):
                    discourse.set_speaker(resolutions[d].referent, token)
                if not raw[d].source:
                    resolutions[d] = _from_cue_subject(resolutions[d], referents, parsed, token)
    for n, attribution in enumerate(raw):
        if n not in resolutions:
            asked = attribution.turn and not attribution.source
            resolutions[n] = (
                resolver.resolve_bold_turn(attribution.content[0], asks=not attribution.answers)
                if asked
                else _continue_run(attribution, raw, resolutions)
            )
    return [resolutions[n] for n in range(len(raw))]


def _named_inside(
    parsed: ParsedArticle, resolver: SourceReferents, quoted: bytearray, said: Sequence[RawAttribution]
) -> set[int]:
    """Return the referents that quoted words name: “Doe will pay for it,” he said.

    Not where a mark inside closes a quotation, whose other mark is missing: nobody knows what is quoted there.
    """
    numbers = (
        resolver.names.mention_of_token.get(i)
        for attribution in said
        for span in attribution.content
        if _CLOSING.isdisjoint(span.of(parsed.text)[1:-1])
        for i in source_phrases.tokens_of(parsed, [span])
        if quoted[i]
    )
    return {resolver.mentions[n].referent for n in numbers if n is not None}


def _speaks_aside(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether a source is a relative pronoun whose noun is no subject: the text goes on about somebody else.

    "Reed kept from attacking Roe, who says he is young. ¶ He praised …": he is Reed.
    """
    if parsed.tag[token] not in ("WP", "WDT"):
        return False
    verb = parsed.head[token]
    noun = parsed.head[verb]
    return parsed.dep[verb] == "relcl" and noun < token and not is_subject(parsed, noun)


def _source_phrase(parsed: ParsedArticle, attribution: RawAttribution) -> source_phrases.SourcePhrase | None:
    if attribution.continues is not None:
        return None  # the source of the quotation that it continues
    if attribution.source:
        return source_phrases.from_spans(
            parsed,
            _nearest_span(parsed, attribution) if len(attribution.source) > 1 else attribution.source,
            attribution.cue,
        )
    if attribution.cue:
        return source_phrases.subject_of_cue(parsed, attribution.cue, attribution.content)
    return None


def _nearest_span(parsed: ParsedArticle, attribution: RawAttribution) -> tuple[Span, ...]:
    """Return the part nearest to the cue of a source in several places; a name rather than "he" or "she"."""
    if not attribution.cue:
        return attribution.source
    cue = attribution.cue[0]
    said_by = [s for s in attribution.source if not _is_agent_of_other_verb(parsed, s, cue)]
    if len(said_by) > 1:
        said_by = [s for s in said_by if s.of(parsed.text) not in ("that", "which")] or said_by
    subject = _subject_span(parsed, said_by, cue)
    if subject is not None:
        return (subject,)
    naming = [
        s for s in said_by if any(parsed.pos[i] in _NAMING for i in source_phrases.tokens_of(parsed, [s]))
    ]
    spans = sorted(
        naming or said_by or attribution.source, key=lambda s: max(s.start - cue.end, cue.start - s.end)
    )
    words = [span.of(parsed.text) for span in spans]
    # "Jane Doe (then deputy adviser) praised": what stands in brackets is no name of its own
    if words[0].endswith(")") and "(" not in words[0]:
        spans.append(spans.pop(0))
        words.append(words.pop(0))
    if "who" in words and words[0].islower():
        return (spans[words.index("who")],)
    if words[0].casefold() in ("he", "she"):
        named = (s for s in spans[1:] if any(w[:1].isupper() for w in s.of(parsed.text).split()[-1:]))
        name = next(named, spans[0])
        # "Tom Bell met the woman who left after she said": she is not Tom
        sign = 1 if words[0].casefold() == "she" else -1
        other = sign * gender.from_first_name(name.of(parsed.text).partition(" ")[0]) < -_OTHER_GENDER
        return (spans[0],) if other else (name,)
    return (spans[0],)


def _subject_span(parsed: ParsedArticle, spans: Sequence[Span], cue: Span) -> Span | None:
    """Return the span with the noun that the parse has as the subject of the cue, or of the verb it is joined to.

    "The Doe campaign sent a picture of Roe, and accused …": the campaign.
    """
    for verb in source_phrases.tokens_of(parsed, [cue]):
        for _ in range(_MAX_JOINED_VERBS):
            for span in spans:
                for i in source_phrases.tokens_of(parsed, [span]):
                    if parsed.dep[i] == "nsubj" and parsed.head[i] == verb and parsed.pos[i] in _SUBJECTS:
                        return span
            if parsed.dep[verb] != "conj":
                break
            verb = parsed.head[verb]
    return None


def _is_agent_of_other_verb(parsed: ParsedArticle, source: Span, cue: Span) -> bool:
    """Tell whether the words are what something else than the cue was done by.

    "Holt said the bridge was hit by two lorries and promised that …": the lorries promise nothing.
    """
    said = source_phrases.tokens_of(parsed, [cue])
    for token in source_phrases.tokens_of(parsed, [source]):
        by = parsed.head[token]
        if parsed.dep[token] == "pobj" and parsed.dep[by] == "agent":
            return parsed.head[by] not in said
    return False


def _from_cue_subject(
    resolution: Resolution, referents: list[Referent], parsed: ParsedArticle, token: int
) -> Resolution:
    """Return the resolution of a source that is only the cue's subject, and so trusted only if it is named."""
    label = "" if resolution.referent is None else referents[resolution.referent].label
    # "The deaths were caused by gunshot wounds and called on …": things in the plural call on nobody.
    if not label or (label == "group" and not is_group_of_people(parsed, token)):
        return Resolution(None, _NOBODY_NAMED, [_NO_SOURCE])
    span = parsed.span(token, token + 1)
    step = Step("nobody stands beside the words; this is the subject of their verb", span)
    return Resolution(resolution.referent, 0.6 * resolution.certainty, [step, *resolution.steps])


def _add_name(mention: Mention, n: int, resolver: SourceReferents) -> None:
    """Note a name, and an organisation named after it ("the Doe campaign")."""
    discourse = resolver.discourse
    before = resolver.parsed.word[mention.begin - 1] if mention.begin else ""
    if before in ("Dear", "DEAR"):
        return  # "Dear Jane, my husband snores. “It is the dog,” he says.": who is written to is not talked about
    resolver.names.last_mention[mention.referent] = n
    resolver.pronouns.note_name(mention.referent)
    discourse.add_mention(mention.referent, head_token(resolver.parsed, mention.begin, mention.end))
    for noun in range(mention.end, mention.end + 3):
        composite = resolver.composites.at.get(noun)
        if composite is not None and composite.begin == mention.begin:
            discourse.add_mention(composite.referent, noun)


def _continue_run(
    attribution: RawAttribution, raw: Sequence[RawAttribution], resolutions: dict[int, Resolution]
) -> Resolution:
    """Return the resolution of an attribution without a source: that of the one it continues, if any."""
    before = resolutions.get(attribution.continues) if attribution.continues is not None else None
    if attribution.continues is None or before is None or before.referent is None:
        return Resolution(None, _NOBODY_NAMED, [_NO_SOURCE])
    run = raw[attribution.continues]
    step = Step("continues the quote before it", (run.source or run.content)[0])
    return Resolution(before.referent, before.certainty * 0.95, [step, *before.steps])
