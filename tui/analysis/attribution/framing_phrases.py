"""Phrases that frame a sentence and say whose it is: “…,” as Jane Doe puts it; According to Jane Doe, it is “over”.

Most say so beyond doubt: what the learned steps made of their quotation gives way to them. "According to" does not,
for a paper may stand after it: it counts only where the learned steps leave a quotation to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.name_parts import POSSESSIVE
from tui.analysis.parsed_article import FINITE

_LONGEST = 40  # tokens of a frame
_STOPS = frozenset(".?!;")
_CLAUSE_STOPS = frozenset({",", ":", ";", "—", "–", "--", "(", ")"})
_IN_WORDS = ["in", "the", "words", "of"]
_FRAMES_BEHIND = (_IN_WORDS, ["to", "quote"], ["to", "borrow", "a", "phrase", "from"])
_MAX_NAME = 14  # tokens of a source between its frame and the quotation
_IT = ("it", "that", "things", "matters")
_PUTTING = frozenset({"put", "have", "see", "tell", "phrase", "describe", "word", "frame"})
_FOND = frozenset({"like", "love", "use", "prefer"})
_WRITING = frozenset({"write", "say", "observe", "note", "remark"})
_TELLING = frozenset({"say", "tell", "joke", "put", "call", "describe", "remark", "quip"})
_WAYS = (["how"], ["what"], ["the", "way"])
_NO_SPEAKERS = frozenset("it one you that this there which nobody everybody anyone anybody".split())
_PERSONS = frozenset({"i", "he", "she", "they", "we", "you"})
_RELATIVES = frozenset({"who", "whose", "which"})


@dataclass(frozen=True, slots=True)
class FramedSentence:
    """The tokens of a framed content, of its cue and of its source."""

    content: tuple[range, ...]
    cue: range
    source: range


def find(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the framed sentence that the quotation of tokens `[first, last)` stands in, if it stands in one."""
    return (
        find_certain(arrays, first, last)
        or _according_to(arrays, first)
        or _behind(arrays, first, last, ["according", "to"])
    )


def find_certain(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the same where the frame leaves no doubt whose the words are."""
    return (
        _put_behind(arrays, first, last)
        or _is_how(arrays, first, last)
        or _in_front(arrays, first)
        or _in_words_of(arrays, first, last)
        or _was_like(arrays, first, last)
        or next((found for frame in _FRAMES_BEHIND if (found := _behind(arrays, first, last, frame))), None)
        or _put_between(arrays, first)
    )


def _in_words_of(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: It was, in the words of the mayor Jane Doe, “a long night”."""
    parsed = arrays.parsed
    end = first - 1 if parsed.word[first - 1] == "," else first
    floor = max(parsed.sentences[parsed.sentence[first]][0], end - _MAX_NAME - len(_IN_WORDS))
    for at in range(end - len(_IN_WORDS) - 1, floor - 1, -1):
        name = at + len(_IN_WORDS)
        if arrays.quote_of[name] >= 0 or parsed.word[name] in _CLAUSE_STOPS | _STOPS:
            return None
        if [w.casefold() for w in parsed.word[at:name]] == _IN_WORDS:
            return FramedSentence((range(first, last),), range(at, name), range(name, end))
    return _in_words_of_owner(arrays, first, last, end)


def _in_words_of_owner(arrays: TokenArrays, first: int, last: int, end: int) -> FramedSentence | None:
    """Find: It was, in Jane Doe’s words, “a long night”."""
    parsed = arrays.parsed
    owner = end - 1
    if end == first or parsed.word[owner] != "words" or parsed.word[owner - 1] not in POSSESSIVE:
        return None
    begin = owner - 1
    while (
        begin > 0 and owner - begin < _MAX_NAME and parsed.pos[begin - 1] in ("PROPN", "NOUN", "DET", "ADJ")
    ):
        begin -= 1
    if begin == owner - 1 or begin < 1 or parsed.word[begin - 1].casefold() != "in":
        return None
    return FramedSentence((range(first, last),), range(owner, end), range(begin, owner - 1))


def _was_like(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: My sister was like, “You can’t do that.” They’re like “wow, you did it”.

    Not: He is like “a father”; it was like “Groundhog Day”.
    """
    parsed = arrays.parsed
    word = parsed.word
    like = first - 2 if word[first - 1] in (",", ":") else first - 1
    be = like - 2 if word[like - 1] in ("all", "just") else like - 1
    if be < 1 or word[like] != "like" or parsed.lemma[be] != "be" or arrays.quote_of[be] >= 0:
        return None
    subject = next((i for i in arrays.children[be] if parsed.dep[i] == "nsubj"), -1)
    names = parsed.pos[subject] in ("NOUN", "PROPN") or word[subject].casefold() in _PERSONS
    begin = arrays.left[subject] if subject >= 0 else be
    if not 0 <= begin < be or subject >= be or not names or is_thing(parsed, subject):
        return None
    spoken = parsed.pos[first + 1] in ("INTJ", "PRON", "AUX") or (
        like < first - 1 and word[first + 1][0].isupper()
    )
    uttered = spoken and (not FINITE.isdisjoint(parsed.tag[first:last]) or word[last - 2] in _STOPS)
    return FramedSentence((range(first, last),), range(be, like + 1), range(begin, be)) if uttered else None


def _is_how(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: “Sell it or starve,” is how Jane Doe sums it up; “Sell it” – that was how Doe summed it up."""
    parsed = arrays.parsed
    stop = parsed.paragraphs[arrays.paragraph_of[first]][1]
    at = last + 1 if last < stop and parsed.word[last] in _CLAUSE_STOPS else last
    at += at < stop and parsed.word[at].casefold() in ("that", "this")
    if at + 4 > stop or parsed.lemma[at] != "be" or last - first < 4:
        return None
    way = next((way for way in _WAYS if parsed.word[at + 1 : at + 1 + len(way)] == way), None)
    if way is None:
        return None
    begin = at + 1 + len(way)
    verb, aside = begin, False
    while verb < min(stop, begin + _MAX_NAME):
        word = parsed.word[verb]
        if word in _STOPS or arrays.quote_of[verb] >= 0:
            return None
        aside = word in _RELATIVES or (aside and word != ",")
        if parsed.pos[verb] == "VERB" and not aside and verb > begin:
            break
        verb += 1
    else:
        return None
    end = verb
    while end > begin and (parsed.pos[end - 1] in ("AUX", "ADV", "PART") or parsed.word[end - 1] == ","):
        end -= 1
    # “Old Sal” is how the light is known; “Enough” is what it says there
    passive = parsed.tag[verb] == "VBN" and "be" in parsed.lemma[end:verb]
    if end == begin or passive or parsed.word[begin].casefold() in _NO_SPEAKERS:
        return None
    return FramedSentence((range(first, last),), range(verb, verb + 1), range(begin, end))


def _put_behind(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: The road is “sliding away,” as Jane Doe puts it."""
    parsed = arrays.parsed
    at = last + 1 if last < arrays.count and parsed.word[last] == "," else last
    if at >= arrays.count or parsed.word[at] != "as" or parsed.word[at - 1 if at > last else last - 2] != ",":
        return None
    stop = parsed.paragraphs[arrays.paragraph_of[first]][1]
    put = _put(arrays, at, stop) or _written(arrays, at, stop)
    if put is None:
        return None
    cue, source = put
    # all of the clause is Doe's, not what stands before its comma
    begin = first
    start = parsed.sentences[parsed.sentence[first]][0]
    while begin > start and arrays.quote_of[begin - 1] < 0 and parsed.word[begin - 1] not in _CLAUSE_STOPS:
        begin -= 1
    return FramedSentence((range(begin, last),), cue, source)


def _written(arrays: TokenArrays, at: int, stop: int) -> tuple[range, range] | None:
    """Return cue and source of "as Jane Doe wrote", "as she writes in her memoir", which begins at token `at`."""
    parsed = arrays.parsed
    verb = next((i for i in range(at + 2, min(stop, at + _MAX_NAME)) if parsed.lemma[i] in _WRITING), -1)
    if (
        verb < 0
        or parsed.tag[verb] not in FINITE
        or not all(
            parsed.pos[i] in ("PROPN", "PRON", "DET", "NOUN", "ADJ", "ADV") for i in range(at + 1, verb)
        )
    ):
        return None
    ends = verb + 1 >= stop or parsed.word[verb + 1] in _STOPS | {",", "in", "of", "at"}
    named = parsed.word[at + 1].casefold() not in _NO_SPEAKERS
    return (range(verb, verb + 1), range(at + 1, verb)) if ends and named else None


def _put_between(arrays: TokenArrays, quote: int) -> FramedSentence | None:
    """Find: The road, as Jane Doe likes to say, is “sliding away.”"""
    parsed = arrays.parsed
    start, end = _sentence(arrays, quote)
    for at in range(max(start + 2, quote - _LONGEST), quote):
        if parsed.word[at] == "as" and parsed.word[at - 1] == "," and arrays.quote_of[at] < 0:
            put = _put(arrays, at, quote)
            if put is None or parsed.word[put[0].stop] != "," or put[0].stop + 1 >= end:
                continue
            if any(arrays.quote_of[i] >= 0 or parsed.word[i] in _STOPS for i in range(start, at)):
                return None
            cue, source = put
            behind = range(cue.stop + 1, end)
            # But that is because, as Jane Doe puts it, “nobody came”: only the subject of what she says is hers
            subject = at - 1 - start > 1 and FINITE.isdisjoint(parsed.tag[start : at - 1])
            before = (range(start, at - 1),) if subject else ()
            return FramedSentence((*before, behind), cue, source)
    return None


def _put(arrays: TokenArrays, at: int, stop: int) -> tuple[range, range] | None:
    """Return the cue and the source of the clause "as Jane Doe puts it" that begins at token `at`."""
    parsed = arrays.parsed
    end = min(stop, at + _LONGEST) - 1
    for verb in range(at + 2, end):
        if parsed.word[verb - 1] in _STOPS or arrays.quote_of[verb - 1] >= 0:
            return None
        putting = parsed.lemma[verb] in _PUTTING and parsed.word_at(verb + 1) in _IT
        fond = parsed.lemma[verb] in _FOND and parsed.word_at(verb + 1) == "to"
        fond = fond and not _TELLING.isdisjoint(parsed.lemma[verb + 2 : verb + 3])
        if not putting and not fond:
            continue
        cue_end = verb + 2 if putting else verb + 3
        if fond and parsed.word[cue_end : cue_end + 1] in ([word] for word in _IT):
            cue_end += 1
        if cue_end < stop and not _ends_frame(arrays, cue_end):
            return None  # as Jane Doe put it on the table
        source_end = verb
        while source_end > at + 1 and (
            parsed.word[source_end - 1] == "," or parsed.pos[source_end - 1] in ("AUX", "ADV")
        ):
            source_end -= 1
        named = source_end > at + 1 and parsed.word_at(at + 1).casefold() not in _NO_SPEAKERS
        return (range(verb, cue_end), range(at + 1, source_end)) if named else None
    return None


def _ends_frame(arrays: TokenArrays, at: int) -> bool:
    """Tell whether "puts it" ends a frame before token `at`, or when and to whom follows: put it on Monday."""
    parsed = arrays.parsed
    if arrays.quote_of[at] >= 0 or parsed.word[at] in _CLAUSE_STOPS | _STOPS:
        return True
    timed = not {"DATE", "TIME"}.isdisjoint(parsed.entity[at : at + 3])
    return timed or parsed.word[at] in ("to", "when", "after", "during", "later", "recently")


def _in_front(arrays: TokenArrays, quote: int) -> FramedSentence | None:
    """Find: As Jane Doe put it, the road is “sliding away”; To quote Jane Doe, “Nobody came.”"""
    parsed = arrays.parsed
    start, end = _sentence(arrays, quote)
    # Or, as Jane Doe put it, … And in the words of Jane Doe, …
    if start + 4 < quote and parsed.pos[start] == "CCONJ":
        start += 2 if parsed.word[start + 1] == "," else 1
    opening = [word.casefold() for word in parsed.word[start : start + 4]]
    if opening[:1] == ["as"]:
        put = _put(arrays, start, quote)
        if put is None:
            return None
        cue, source = put
        comma = _comma(arrays, cue.stop, quote)
        return FramedSentence((range(comma + 1, end),), cue, source) if comma >= 0 else None
    if opening == _IN_WORDS:
        return _fronted(arrays, range(start, start + 4), quote, end)
    if opening[:2] == ["to", "quote"]:
        return _fronted(arrays, range(start, start + 2), quote, end)
    return None


def _according_to(arrays: TokenArrays, quote: int) -> FramedSentence | None:
    """Find: According to Jane Doe, the mayor, it is “over”."""
    start, end = _sentence(arrays, quote)
    opening = [word.casefold() for word in arrays.parsed.word[start : start + 2]]
    return _fronted(arrays, range(start, start + 2), quote, end) if opening == ["according", "to"] else None


def _fronted(arrays: TokenArrays, cue: range, quote: int, end: int) -> FramedSentence | None:
    """Return the sentence up to token `end` that a frame of which the tokens `cue` come first introduces."""
    parsed = arrays.parsed
    comma = _comma(arrays, cue.stop, quote)
    behind = _comma(arrays, comma + 1, quote) if comma >= 0 else -1
    # According to Jane Doe, the mayor, it is “over”: the frame ends after what the mayor is called, or does
    aside = comma >= 0 and parsed.word[comma + 1] in _RELATIVES
    if behind >= 0 and (aside or FINITE.isdisjoint(parsed.tag[comma + 1 : behind])):
        comma = behind
    source = range(cue.stop, comma)
    return FramedSentence((range(comma + 1, end),), cue, source) if comma >= 0 and source else None


def _behind(arrays: TokenArrays, first: int, last: int, frame: list[str]) -> FramedSentence | None:
    """Find: The market is “holding its breath,” in the words of Jane Doe, who trades there."""
    parsed = arrays.parsed
    start, stop = (
        parsed.sentences[parsed.sentence[first]][0],
        parsed.paragraphs[arrays.paragraph_of[first]][1],
    )
    at = last + 1 if last < stop and parsed.word[last] == "," else last
    name = at + len(frame)
    if parsed.word[at:name] != frame or name >= stop or parsed.word[at - 1 if at > last else last - 2] != ",":
        return None
    end = name
    while end < min(stop, name + _MAX_NAME) and parsed.word[end] not in _CLAUSE_STOPS | _STOPS:
        end += 1
    named = end + 1
    while name < end and parsed.word[end] == "," and named < stop and parsed.entity[named] == "PERSON":
        named += 1  # in the words of its manager | , Jane Doe
    end = named if named > end + 1 else end
    begin = first
    while begin > start and arrays.quote_of[begin - 1] < 0 and parsed.word[begin - 1] not in _CLAUSE_STOPS:
        begin -= 1
    return FramedSentence((range(begin, last),), range(at, name), range(name, end)) if end > name else None


def _comma(arrays: TokenArrays, start: int, stop: int) -> int:
    """Return the first comma from token `start` to `stop`, -1 where there is none or a sentence ends before it."""
    for i in range(start, min(stop, start + _LONGEST)):
        if arrays.parsed.word[i] == ",":
            return i
        if arrays.parsed.word[i] in _STOPS:
            break
    return -1


def _sentence(arrays: TokenArrays, quote: int) -> tuple[int, int]:
    """Return the tokens from the beginning of a quotation's sentence to before the full stop that ends it."""
    parsed = arrays.parsed
    start, end = parsed.sentences[parsed.sentence[quote]]
    if end - 1 > quote and parsed.word[end - 1] in _STOPS and arrays.quote_of[end - 1] < 0:
        end -= 1
    return start, end
