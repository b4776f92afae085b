"""Unclaimed quotations whose speaker stands beside them: “…,” he went on; she demurred: “…”.

The learned steps miss verbs not met in training; here punctuation decides. A quotation that ends in a comma is
followed by who speaks; one that follows a verb and a colon or comma is the words of the verb's subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import framed_quotations, framing_phrases, speech_nouns, subject_inversion
from tui.analysis.attribution.claimed_text import ClaimedText
from tui.analysis.attribution.polarity import polarity
from tui.analysis.attribution.quoted_sentences import begins_as_sentence
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case, is_headed
from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.raw_attribution import RawAttribution

PROBABILITY = 0.65
"""How often content and source were both right, on training articles of publishers not learned from."""

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAME_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "IN", "HYPH"})
_NO_SUBJECTS = frozenset({"it", "that", "this", "there", "which", "what"})
_GOES_ON_AFTER = frozenset({",", "?", "!", "…", "—"})
_MAX_SOURCE = 10  # tokens of a source
_SENTENCE_STOPS = frozenset({".", "?", "!", ":", "—", "–"})
_MIN_WORDS = 3  # words
_ADDRESSING = frozenset({"tell", "ask", "inform", "assure", "remind", "warn", "accuse", "thank", "urge"})
"""Verbs after which a name may be that of the person spoken to."""
_OCCUPATIONS = words("people") | words("occupations") | words("nobody in particular") | TITLES
_TALKING = words("words of talking")
_VERBS = frozenset({"VERB", "AUX"})


def find(arrays: TokenArrays, attributions: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return the attributions of quotations that none of `attributions` touches."""
    parsed = arrays.parsed
    claimed = ClaimedText(parsed.text, attributions)
    out: list[RawAttribution] = []
    for n, unit in enumerate(arrays.quote_units):
        span = arrays.quotes[n]
        if claimed.holds_any_of(span):
            continue
        first, last = arrays.unit_start[unit], arrays.unit_end[unit]
        if is_headed(parsed.word, first):
            continue
        framed = _framed(arrays, first, last)
        if framed is not None:
            out.append(framed)
            claimed.add(framed)
            continue
        sentence = _is_sentence(arrays, first + 1, last - 1)
        if not sentence and not _is_exclamation(arrays, first, last):
            continue
        # Doe denied that he had lied: “I was there.” He lies in no way there
        explains = (
            first > 1
            and parsed.word[first - 1] == ":"
            and claimed.holds_any_of(parsed.span(first - 2, first - 1))
        )
        beside = speaker_after(arrays, first, last) or (None if explains else _before(arrays, first))
        turned = beside is not None and beside[0].start == last and parsed.word[last - 2] == ","
        if not sentence and not (
            turned or (beside is not None and parsed.lemma[beside[0].start] in SPEECH_WORDS | _TALKING)
        ):
            continue
        if beside is not None:
            cue, source = (parsed.span(tokens.start, tokens.stop) for tokens in beside)
            asked = polarity(arrays, beside[0].start, (), ((first, last),), Kind.DIRECT)
            out.append(
                RawAttribution(
                    Kind.DIRECT, Stance.SPEECH, (span,), (cue,), (source,), PROBABILITY, polarity=asked
                )
            )
    return out


def _framed(arrays: TokenArrays, first: int, last: int) -> RawAttribution | None:
    """Return the attribution of a quotation's sentence that a phrase frames, or a noun and a colon introduce."""
    found = framing_phrases.find(arrays, first, last) or speech_nouns.find(arrays, first)
    return None if found is None else framed_quotations.attribution_of(arrays, found)


def _is_sentence(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether the tokens inside the marks are more than a name, a date or a phrase."""
    inside = arrays.parsed.word[first:last]
    if sum(word[0].isalnum() for word in inside) < _MIN_WORDS or in_title_case(inside):
        return False
    return begins_as_sentence(inside) and not _VERBS.isdisjoint(arrays.parsed.pos[first:last])


def _is_exclamation(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether a quotation of a word or two is called out: “Resign!” Doe shouted."""
    word = arrays.parsed.word
    begins = first == 0 or word[first - 1] in _SENTENCE_STOPS or arrays.quote_of[first - 1] >= 0
    # Doe, in her office, snapped, “No chance,” and left
    begins |= first > 1 and word[first - 1] == "," and arrays.parsed.lemma[first - 2] in SPEECH_WORDS
    return last - first > 2 and word[first + 1][0].isupper() and word[last - 2] in ("!", "?", ",") and begins


def speaker_after(arrays: TokenArrays, first: int, last: int) -> tuple[range, range] | None:
    """Return cue and source after a quotation of tokens `[first, last)`."""
    parsed = arrays.parsed
    if last - first < 3 or parsed.word[last - 2] not in _GOES_ON_AFTER:
        return None
    end = min(parsed.paragraphs[arrays.paragraph_of[last - 1]][1], last + _MAX_SOURCE)
    if last >= end or parsed.tag[last] == "IN":
        return None  # “Leave,” | before two of her friends stood up
    turned = subject_inversion.subject(arrays, last, ((first, last),))
    comma = parsed.word[last - 2] == ","
    # “Soup,” texted Jane Doe: whatever the verb, for a comma ends the words
    named = comma and turned and parsed.pos[turned[0][1] - 1] == "PROPN"
    called_out = parsed.lemma[last] in _TALKING and parsed.word[last - 2] in ("!", "?")
    if turned and (named or called_out or parsed.lemma[last] in SPEECH_WORDS):
        return range(last, last + 1), range(*turned[0])
    if behind := _name_after_verb(arrays, last):
        return range(last, last + 1), behind
    at = last
    while at < end and parsed.tag[at] in _NAME_TAGS and arrays.quote_of[at] < 0:
        at += 1
    if comma and last < at and (verb := _behind_apposition(arrays, at)) > 0:
        return range(verb, verb + 1), range(last, verb - 1)
    if comma and last < at - 1 and parsed.word[at : at + 1] == ["."] and _may_end_as_verb(arrays, at - 1):
        at -= 1  # the 71-year-old insisted, the paper states: read as an adjective, a noun
    elif not last < at < end or (
        parsed.tag[at] not in _FINITE and not (comma and _may_be_finite(arrays, last, at))
    ):
        return None
    if not (comma or parsed.lemma[at] in SPEECH_WORDS) or parsed.word[last].casefold() in _NO_SUBJECTS:
        return None
    return range(at, at + 1), range(last, at)


def _name_after_verb(arrays: TokenArrays, verb: int) -> range | None:
    """Return the name after a verb of speech, however the sentence goes on: “…,” said Mayor Jane Doe as it rained.

    The parse often takes such a name for the subject of the clause that follows.
    """
    parsed = arrays.parsed
    if parsed.tag[verb] not in ("VBD", "VBN", "VBZ") or parsed.lemma[verb] not in SPEECH_WORDS - _ADDRESSING:
        return None
    end = parsed.sentences[parsed.sentence[verb]][1]
    at = verb + 1
    while at < end and at - verb < 4 and parsed.word[at] in _OCCUPATIONS:
        at += 1  # insisted | warden | Joel Marsh
    named = at
    while (
        at < end
        and at - verb <= _MAX_SOURCE
        and (parsed.tag[at] in ("NNP", "NNPS") or _is_capitalised(parsed.word[at]))
        and arrays.quote_of[at] < 0
    ):
        at += 1
    if at == named or parsed.entity[at - 1] in ("DATE", "TIME"):
        return None
    return range(verb + 1, at)


def _is_capitalised(word: str) -> bool:
    """Tell whether a word is written as a name is, whatever its tag: Per, Will, Grace."""
    return len(word) > 1 and word[0].isupper() and word[1].islower()


def _behind_apposition(arrays: TokenArrays, comma: int) -> int:
    """Return the verb of speech after what stands between two commas: “…,” Doe | , a farmer, | said; else -1."""
    parsed = arrays.parsed
    end = min(parsed.sentences[parsed.sentence[comma - 1]][1], comma + _MAX_SOURCE)
    if parsed.word[comma : comma + 1] != [","]:
        return -1
    for at in range(comma + 1, end - 1):
        if parsed.word[at] == ",":
            says = parsed.tag[at + 1] in _FINITE and parsed.lemma[at + 1] in SPEECH_WORDS
            return at + 1 if says else -1
        if parsed.tag[at] in _FINITE or arrays.quote_of[at] >= 0:
            return -1
    return -1


def _may_end_as_verb(arrays: TokenArrays, at: int) -> bool:
    word = arrays.parsed.word[at]
    states = word.endswith("s") and arrays.parsed.lemma[at] in SPEECH_WORDS
    return word.islower() and (word.endswith("ed") or states)


def _may_be_finite(arrays: TokenArrays, begin: int, verb: int) -> bool:
    """Tell whether a participle may be a finite verb: "the skipper drawled", but not "a phrase coined by"."""
    parsed = arrays.parsed
    if parsed.tag[verb] != "VBN" or parsed.word[begin].casefold() in ("a", "an"):
        return False
    return parsed.word_at(verb + 1) not in ("by", "for", "from", "to")


def _before(arrays: TokenArrays, first: int) -> tuple[range, range] | None:
    """Return cue and source before a colon or comma and a quotation that begins at token `first`."""
    parsed = arrays.parsed
    begin = parsed.paragraphs[arrays.paragraph_of[first]][0]
    if first - 2 < begin or parsed.word[first - 1] not in (":", ","):
        return None
    verb = first - 2
    heard = parsed.lemma[verb - 1] == "hear" and parsed.word[verb].endswith("ing")
    if heard and begin < verb - 1:  # a caller can be heard | whispering |, “He is here.”
        subject = next((i for i in arrays.children[verb - 1] if parsed.dep[i] == "nsubjpass"), -1)
        known = (
            max(begin, subject - _MAX_SOURCE) <= subject
            and parsed.word[subject].casefold() not in _NO_SUBJECTS
        )
        return (range(verb, verb + 1), range(arrays.left[subject], subject + 1)) if known else None
    if parsed.pos[verb] != "VERB" or not (
        parsed.word[first - 1] == ":" or parsed.lemma[verb] in SPEECH_WORDS
    ):
        return None
    beside = verb - 1 > begin and parsed.tag[verb - 1] in ("NNP", "PRP", "NN", "NNS")
    subject = verb - 1 if beside else arrays.subject(verb)[0]
    if subject < 0 or parsed.word[subject].casefold() in _NO_SUBJECTS or subject >= verb:
        return None
    left = max(arrays.left[subject], begin)
    if subject - left > _MAX_SOURCE:
        left = subject
    return range(verb, verb + 1), range(left, subject + 1)
