"""Contents that were cut short: the rest of a list, the beginning of a relative clause."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_OWNING_UP = frozenset("accuse acknowledge admit confess deny describe recall remember suspect".split())
_STATING = frozenset("add announce claim confirm estimate note predict report say state".split())
_DASHES = frozenset({"–", "—", "--"})
_STOPS = frozenset({".", "?", "!"})
_LONGEST_ASIDE = 20  # tokens
_MAX_LEFT = 12  # tokens between "which" and the quotation


def complete(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content together with what belongs to it and was left out."""
    content = _with_subject(arrays, cue, _with_preposition(arrays, cue, _with_verb(arrays, cue, content)))
    content = _across_commas(arrays, cue, _with_deeds(arrays, cue, content))
    content = _across_dashes(arrays, cue, content)
    quoted = arrays.quoted_until
    if all(quoted[b] == quoted[a] for a, b in content):
        return content
    return _with_list(arrays, cue, _with_relative(arrays, cue, _with_object(arrays, cue, content)))


def up_to_source(arrays: TokenArrays, source: TokenRanges, content: TokenRanges) -> TokenRanges:
    """Return a content with the rest before its source, cut at its quotation: “It is shut” | to us, Doe said."""
    parsed = arrays.parsed
    first, last = content[-1]
    begin = source[0][0] if source else 0
    closes = arrays.quote_of[last - 1] >= 0 and last == arrays.unit_end[arrays.unit_of[last - 1]]
    if not closes or not last + 1 < begin <= last + _LONGEST_ASIDE or parsed.word[begin - 1] != ",":
        return content
    rest = range(last, begin - 1)
    goes_on = parsed.pos[last] == "ADP" and parsed.word[last - 2] not in (",", *_STOPS)
    plain = all(arrays.quote_of[i] < 0 and parsed.word[i] != "," for i in rest)
    return (
        (*content[:-1], (first, begin - 1))
        if goes_on and plain and FINITE.isdisjoint(parsed.tag[last:begin])
        else content
    )


def _with_subject(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content before its frame with its subject: Lind, who came by sea, | will stay, Doe maintains.

    So is one in quotation marks: The sheep | “know the road,” Doe told them, which is why …
    """
    parsed = arrays.parsed
    first, last = content[0]
    start = parsed.sentences[parsed.sentence[first]][0]
    if start < first and last <= cue and first == arrays.unit_start[arrays.unit_of[first]] < last - 1:
        subject = next((i for i in range(start, first) if parsed.dep[i] == "nsubj"), -1)
        own = subject >= 0 and parsed.head[subject] == first + 1 and parsed.tag[first + 1] in FINITE
        if own and (arrays.left[subject], arrays.right[subject]) == (start, first - 1):
            return ((start, last), *content[1:])
    if last > cue or first == start or parsed.tag[first] not in FINITE or parsed.word[first - 1] != ",":
        return content
    verbs = {first, parsed.head[first]}  # an auxiliary, or the verb itself
    subject = next(
        (i for i in range(start, first) if parsed.dep[i] == "nsubj" and parsed.head[i] in verbs), -1
    )
    plain = arrays.quoted_until[last] == arrays.quoted_until[start]
    whole = subject >= 0 and arrays.left[subject] == start
    return ((start, last), *content[1:]) if whole and plain else content


def _with_verb(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content with the verb before its frame: It | was |, Doe says, “like a hug”."""
    parsed = arrays.parsed
    first, last = content[0]
    begins = first == parsed.sentences[parsed.sentence[first]][0]
    cut = last + 1 < cue and parsed.tag[last] in FINITE and parsed.word[last + 1] == ","
    if len(content) < 2 or not (begins and cut) or not FINITE.isdisjoint(parsed.tag[first:last]):
        return content
    return ((first, last + 1), *content[1:])


def _with_preposition(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content with the preposition before it: Over | the long term, Doe said, it pays; said | about half.

    The "about" of a number is no part of the cue.
    """
    parsed = arrays.parsed
    first, last = content[0]
    before = first - 1
    if before < 0:
        return content
    fronted = (
        last <= cue
        and parsed.pos[before] == "ADP"
        and before == parsed.sentences[parsed.sentence[first]][0]
        and any(parsed.head[i] == before for i in range(first, last))
    )
    number = (
        before == cue + 1
        and parsed.word[before] in ("about", "around")
        and parsed.lemma[cue] in _STATING
        and (parsed.pos[first] == "NUM" or parsed.word[first] in ("half", "a"))
        and not FINITE.isdisjoint(parsed.tag[first:last])
    )
    return ((before, last), *content[1:]) if fronted or number else content


def _with_object(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content that ends in a quoted verb with its object: vowed to “cancel” | the deal, saying …"""
    parsed = arrays.parsed
    first, last = content[-1]
    opens = arrays.unit_start[arrays.unit_of[last - 1]]
    if first < cue or arrays.quote_of[last - 1] < 0 or last != arrays.unit_end[arrays.unit_of[last - 1]]:
        return content
    noun = next(
        (
            i
            for i in range(last, min(arrays.count, last + _LONGEST_ASIDE))
            if parsed.dep[i] == "dobj" and opens <= parsed.head[i] < last and arrays.left[i] == last
        ),
        -1,
    )
    if noun < 0:
        return content
    end = arrays.right[noun] + 1
    stop = next((i for i in range(noun, end) if parsed.pos[i] == "PUNCT" or arrays.quote_of[i] >= 0), end)
    return (*content[:-1], (first, stop))


def _with_deeds(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content with the rest of a list of deeds: admitted stealing it | , hurting a guard and hiding it."""
    parsed = arrays.parsed
    first, last = content[-1]
    begin = first + 1 if parsed.word[first] in ("of", "to") and first + 1 < last else first
    if not cue < first <= cue + 3 or parsed.tag[begin] != "VBG" or parsed.lemma[cue] not in _OWNING_UP:
        return content
    end = parsed.sentences[parsed.sentence[last - 1]][1]
    stop, listed = last, False
    while True:
        at = stop
        while at < end and at - stop < 2 and parsed.word[at] in (",", "and", "or"):
            at += 1
        if at == stop or at >= end or parsed.tag[at] != "VBG" or arrays.quote_of[at] >= 0:
            # without an "and" it is what somebody did meanwhile: admitted stealing it, looking at the floor
            return (*content[:-1], (first, stop if listed else last))
        stop = min(end, arrays.right[at] + 1)
        listed = listed or parsed.word[at - 1] != "," or any(parsed.dep[i] == "cc" for i in range(at, stop))
        while parsed.pos[stop - 1] == "PUNCT":
            stop -= 1


def _across_commas(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content that is only a subject with its clause: said that the door, | known as “Tom”, was shut."""
    parsed = arrays.parsed
    word = parsed.word
    first, last = content[-1]
    end = parsed.sentences[parsed.sentence[first]][1]
    bare = word[first] == "that" and first == cue + 1 and FINITE.isdisjoint(parsed.tag[first:last])
    if not bare or last >= end or word[last] != ",":
        return content
    closes = next((i for i in range(last + 1, min(end, last + _LONGEST_ASIDE)) if word[i] == ","), -1)
    if closes < 0 or closes + 2 >= end or parsed.tag[closes + 1] not in FINITE:
        return content
    return (*content[:-1], (first, end - (word[end - 1] in _STOPS)))


def _across_dashes(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content that is only a subject, cut at an aside, with its clause: a ferry | – an old one – sank."""
    parsed = arrays.parsed
    word = parsed.word
    first, last = content[-1]
    end = parsed.sentences[parsed.sentence[first]][1]
    opens = next((i for i in range(first, min(last + 1, end)) if word[i] in _DASHES), -1)
    if first < cue or opens <= first or not FINITE.isdisjoint(parsed.tag[first:opens]):
        return content
    closes = next((i for i in range(opens + 1, min(end, opens + _LONGEST_ASIDE)) if word[i] in _DASHES), -1)
    if last not in (opens, closes) or closes < 0 or closes + 2 >= end or parsed.tag[closes + 1] not in FINITE:
        return content
    stop = next(
        (i for i in range(closes, end - 1) if word[i] == "," and parsed.tag[i + 1] == "VBG"),
        end - (word[end - 1] in _STOPS),
    )
    return (*content[:-1], (first, stop))


def _with_list(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content with the rest of a list: “in danger” because of the fall | , the cold and the fever."""
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue or last >= arrays.count or parsed.word[last] != ",":
        return content
    begin, end = parsed.sentences[parsed.sentence[last - 1]]
    while end > last and parsed.pos[end - 1] == "PUNCT":
        end -= 1
    quoted = arrays.quoted_until
    if quoted[end] > quoted[last] or not begin < last + 1 < end:
        return content
    # After a noun of the speaker's own, and as definite as it is: "a remark that …" is the narrator's.
    own = arrays.quote_of[last - 1] < 0 and parsed.dep[last - 1] in ("pobj", "dobj")
    if not own or parsed.tag[last + 1] not in ("DT", "PRP$"):
        return content
    if parsed.word[last + 1] in ("a", "an") and not _is_indefinite(arrays, last - 1, first):
        return content
    # All the rest of the sentence must be nouns of that list, however the parse hangs them up.
    top = min(range(last + 1, end), key=arrays.depth.__getitem__)
    whole = arrays.left[top] == last + 1 and arrays.right[top] + 1 == end
    listed = any(parsed.dep[i] == "cc" for i in range(top, end))
    return (*content[:-1], (first, end)) if whole and listed and parsed.pos[top] == "NOUN" else content


def _is_indefinite(arrays: TokenArrays, noun: int, least: int) -> bool:
    """Tell whether a noun after a preposition, or the one it belongs to, has "a": after a winter without hay."""
    parsed = arrays.parsed
    for _ in range(3):
        if noun < least or arrays.quote_of[noun] >= 0:
            return False
        if any(parsed.word[i] in ("a", "an") for i in arrays.children[noun]):
            return True
        by = parsed.head[noun]
        noun = parsed.head[by] if parsed.pos[by] in ("ADP", "SCONJ") else by
    return False


def _with_relative(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content whose last piece has its clause: “…,” Doe told them, | which meant | a “crowded map”.

    So it is with what joins the piece to the first one: “…,” Doe told them, | but never | “on a Monday”.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    if len(content) < 2 or first < cue:
        return content
    begin = first
    while begin > cue + 1 and first - begin < _MAX_LEFT and parsed.word[begin - 1] != ",":
        begin -= 1
        if arrays.quote_of[begin] >= 0:
            return content
    joined = (
        parsed.word[begin] in ("and", "but")
        and content[-2][1] <= cue
        and FINITE.isdisjoint(parsed.tag[begin:first])
        and not {"PROPN", "PUNCT"}.intersection(parsed.pos[begin:first])
    )
    relative = parsed.word[begin] == "which" and arrays.quote_of[first] >= 0
    if begin < first and parsed.word[begin - 1] == "," and (relative or joined):
        return (*content[:-1], (begin, last))
    return content
