"""Quotations that nobody claims although who spoke stands beside them: “…,” he went on; she demurred: “…”.

The learned steps miss verbs that were never met; here the punctuation decides. A quotation that ends in a comma
goes on in whoever speaks; one that a colon or a comma behind a verb brings in is its subject's.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import subject_inversion
from tui.analysis.attribution.stance import UTTERS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

PROBABILITY = 0.65
"""How often content and source were both right, on training articles of publishers not learned from."""

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OF_NAME = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "IN"})
_NO_SUBJECTS = frozenset({"it", "that", "this", "there", "which", "what"})
_SHUT = frozenset({",", "?", "!", "…", "—"})
_LONGEST = 10  # tokens of a source
_LEAST = 3  # words
_TO_SOMEBODY = frozenset({"tell", "ask", "inform", "assure", "remind", "warn", "accuse", "thank", "urge"})
"""Behind these the name may be that of who is spoken to."""
_VERBS = frozenset({"VERB", "AUX"})


def found(layout: TokenArrays, drafts: Sequence[RawAttribution]) -> list[RawAttribution]:
    """The attributions of quotations that none of `drafts` touches."""
    taken = bytearray(len(layout.parsed.text))
    for draft in drafts:
        for span in draft.content:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    out: list[RawAttribution] = []
    for n, unit in enumerate(layout.quote_units):
        span = layout.quotes[n]
        if any(taken[span.start : span.end]):
            continue
        first, last = layout.unit_start[unit], layout.unit_end[unit]
        if not _is_said(layout, first + 1, last - 1):
            continue
        beside = _behind(layout, first, last) or _before(layout, first)
        if beside is not None:
            cue, source = (_span(layout, tokens) for tokens in beside)
            out.append(RawAttribution(Kind.DIRECT, Stance.SPEECH, (span,), (cue,), (source,), PROBABILITY))
    return out


def _is_said(layout: TokenArrays, first: int, last: int) -> bool:
    """Whether the tokens inside the marks are more than a name, a date or a phrase."""
    words = layout.parsed.word[first:last]
    if sum(word[0].isalnum() for word in words) < _LEAST or in_title_case(words):
        return False
    return words[0][0].isupper() and not _VERBS.isdisjoint(layout.parsed.pos[first:last])


def _behind(layout: TokenArrays, first: int, last: int) -> tuple[range, range] | None:
    """Cue and source behind a quotation of tokens `[first, last)`."""
    parsed = layout.parsed
    if last - first < 3 or parsed.word[last - 2] not in _SHUT:
        return None
    end = min(parsed.paragraphs[layout.paragraph_of[last - 1]][1], last + _LONGEST)
    if last >= end:
        return None
    turned = subject_inversion.subject(layout, last, ((first, last),))
    if turned and parsed.lemma[last] in UTTERS:
        return range(last, last + 1), range(*turned[0])
    if named := _named(layout, last):
        return range(last, last + 1), named
    at = last
    while at < end and parsed.tag[at] in _OF_NAME and layout.quote_of[at] < 0:
        at += 1
    if at == last or at >= end:
        return None
    comma = parsed.word[last - 2] == ","
    if parsed.tag[at] not in _FINITE and not (comma and _mistagged(layout, last, at)):
        return None
    if not (comma or parsed.lemma[at] in UTTERS) or parsed.word[last].casefold() in _NO_SUBJECTS:
        return None
    return range(at, at + 1), range(last, at)


def _named(layout: TokenArrays, verb: int) -> range | None:
    """Who is named behind a verb of saying, however the sentence goes on: “…,” said Mayor Jane Doe as it rained.

    The parse often takes such a name for the subject of what follows.
    """
    parsed = layout.parsed
    if parsed.tag[verb] not in ("VBD", "VBZ") or parsed.lemma[verb] not in UTTERS - _TO_SOMEBODY:
        return None
    end = parsed.sentences[parsed.sentence[verb]][1]
    at = verb + 1
    while (
        at < end and at - verb <= _LONGEST and parsed.tag[at] in ("NNP", "NNPS") and layout.quote_of[at] < 0
    ):
        at += 1
    if at == verb + 1 or parsed.entity[at - 1] in ("DATE", "TIME"):
        return None
    return range(verb + 1, at)


def _mistagged(layout: TokenArrays, begin: int, verb: int) -> bool:
    """Whether what was read as a participle may be finite: "the skipper drawled", not "a phrase coined by"."""
    parsed = layout.parsed
    if parsed.tag[verb] != "VBN" or parsed.word[begin].casefold() in ("a", "an"):
        return False
    return verb + 1 >= layout.count or parsed.word[verb + 1] not in ("by", "for", "from", "to")


def _before(layout: TokenArrays, first: int) -> tuple[range, range] | None:
    """Cue and source before a quotation that begins at token `first`, brought in by a colon or a comma."""
    parsed = layout.parsed
    begin = parsed.paragraphs[layout.paragraph_of[first]][0]
    if first - 2 < begin or parsed.word[first - 1] not in (":", ","):
        return None
    verb = first - 2
    if parsed.pos[verb] != "VERB" or not (parsed.word[first - 1] == ":" or parsed.lemma[verb] in UTTERS):
        return None
    beside = verb - 1 > begin and parsed.tag[verb - 1] in ("NNP", "PRP", "NN", "NNS")
    subject = verb - 1 if beside else layout.subject(verb)[0]
    if subject < 0 or parsed.word[subject].casefold() in _NO_SUBJECTS or subject >= verb:
        return None
    left = max(layout.left[subject], begin)
    if subject - left > _LONGEST:
        left = subject
    return range(verb, verb + 1), range(left, subject + 1)


def _span(layout: TokenArrays, tokens: range) -> Span:
    return Span(layout.parsed.start[tokens.start], layout.parsed.end[tokens[-1]])
