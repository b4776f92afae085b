"""Where a source ends and its cue or content begins, which a parse may misread: Doe | rejects claims that …"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_speaker, is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_JUDGING = frozenset(
    "brand call condemn criticise criticize denounce describe dismiss dub hail label name praise recommend".split()
)
_CALLING = frozenset(
    "brand call christen deem dub entitle label name nickname pronounce style term title".split()
)
"""Verbs whose object may have another behind it: called the plan “a gift”."""
_LINKING = frozenset({"as", "by", "for"})
_NO_AGENTS = frozenset(
    "default end hour means minute moment morning night standard start time turn way".split()
)
_NOMINAL = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PRON"})
_OWN = frozenset({"the", "its", "their", "his", "her"})
_TIMES = frozenset({"DATE", "TIME"})
_REJECTS = frozenset({"denies", "disputes", "dismisses", "rebuts", "rejects"})


def verb_read_as_noun(
    arrays: TokenArrays, cue: int, source: TokenRanges, cue_words: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and cue words of "Doe rejects claims that …", of which the parse makes rejects that claim."""
    parsed = arrays.parsed
    verb = cue - 1
    misread = (
        len(source) == len(cue_words) == 1
        and source[0][1] == cue == cue_words[0][0]
        and source[0][0] < verb
        and parsed.tag[verb] == "NNS"
        and parsed.word[verb] in _REJECTS
        and parsed.pos[verb - 1] == "PROPN"
    )
    return (((source[0][0], verb),), ((verb, cue_words[0][1]),)) if misread else (source, cue_words)


def give_back_subject(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content with the subject of the quoted words in the content.

    Customers | “began to ask for more,” Doe told them: "Customers" is no part of the source.
    """
    if len(source) != 2 or source[0][1] != content[0][0] or arrays.quote_of[content[0][0]] < 0:
        return source, content
    first, last = source
    beside = last[1] == cue or last[0] == cue + 1
    begins = first[0] == arrays.parsed.sentences[arrays.parsed.sentence[first[0]]][0]
    if not beside or not begins or first[1] > last[0]:
        return source, content
    return (last,), ((first[0], content[0][1]), *content[1:])


def give_back_object(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content with the object of a preposition that ends the content given back to it.

    No ferry sails before | Easter, union secretary Jane Doe | said: the parse has Easter speak.
    """
    if len(source) != 1 or source[0][0] != content[-1][1] or source[0][1] > cue:
        return source, content
    parsed = arrays.parsed
    first, last = source[0]
    stranded = (
        parsed.pos[first - 1] == "ADP"
        and parsed.word[first - 1].islower()
        and not arrays.children[first - 1]
        and arrays.quoted_until[first - 1] == arrays.quoted_until[first]
    )
    comma = next((i for i in range(first, last) if parsed.word[i] == ","), last)
    named = "PERSON" in parsed.entity[comma:last] and "PERSON" not in parsed.entity[first:comma]
    if not (stranded and named):
        return source, content
    return ((comma + 1, last),), (*content[:-1], (content[-1][0], comma))


def give_back_role(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content with the role that ends the content given back to whoever is named behind it.

    The port was shut, | the head of the port authority, | Jane Doe, | said: the name stands between commas.
    """
    parsed = arrays.parsed
    first, last = source[0] if len(source) == 1 else (0, 0)
    begin, end = content[-1]
    end -= parsed.word[end - 1] == ","
    closed = parsed.word[last - 1] == "," or (last < cue and parsed.word[last] == ",")
    if not 1 < end + 1 == first < last <= cue or parsed.word[end] != "," or not closed:
        return source, content
    comma = next((i for i in range(end - 1, begin, -1) if parsed.word[i] == ","), -1)
    noun = next((i for i in range(comma + 1, end) if parsed.pos[i] == "ADP"), end) - 1
    role = range(comma + 1, end)
    if (
        comma < 0
        or parsed.entity[first] != "PERSON"
        or parsed.word[role.start].casefold() not in _OWN
        or not is_speaker(parsed, noun)
        or any(parsed.tag[i] in FINITE or arrays.quote_of[i] >= 0 for i in role)
        or FINITE.isdisjoint(parsed.tag[begin:comma])
    ):
        return source, content
    return ((role.start, last),), (*content[:-1], (begin, comma))


def whole_phrase(arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges) -> TokenRanges:
    """Return a source before its cue with whoever is of it: a docker from | the union | said: the docker speaks."""
    parsed = arrays.parsed
    first, last = source[0] if len(source) == 1 else (0, 0)
    noun = parsed.head[first - 1] if first > 1 else first
    if last == cue and parsed.pos[first - 1] == "ADP" and content[0][0] > cue:
        # the tower, | a sign in the chapel at | Wardle | tells us, “was never finished”
        begin = first
        while begin > 1 and parsed.pos[begin - 1] in _NOMINAL:
            begin -= 1
        noun = next((i for i in range(begin, first) if parsed.pos[i] == "NOUN"), first)
        opens = parsed.tag[begin] == "DT" and parsed.word[begin - 1] == ","
        return ((begin, last),) if opens and noun < first - 1 and parsed.pos[noun + 1] == "ADP" else source
    begin = arrays.left[noun]
    # “The strike goes on” for work on ships, | a docker from the union: the parse has the docker for a ship
    behind = content[-1][1] <= begin < last and parsed.sentence[content[-1][1] - 1] == parsed.sentence[cue]
    whole = (
        last == cue
        and parsed.pos[first - 1] == "ADP"
        and noun == first - 2
        and is_speaker(parsed, noun)
        and behind
        and parsed.word[begin - 1] in (",", "”", '"')
        and parsed.tag[begin] == "DT"
    )
    return ((begin, last),) if whole else source


def speaker_of_place(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges, cue_words: TokenRanges
) -> tuple[TokenRanges, TokenRanges, TokenRanges]:
    """Return source, content and cue words of an inverted cue with whoever is of the place that the source names.

    “We sail,” wrote | one docker from Harwich |: the docker is no content, nor does Harwich write.
    """
    parsed = arrays.parsed
    first, last = source[0] if len(source) == 1 else (0, 0)
    begin = cue + 1
    if not begin < first - 1 or arrays.quote_of[cue - 1 if cue else 0] < 0 or parsed.pos[first - 1] != "ADP":
        return source, content, cue_words
    nominal = all(parsed.pos[i] in _NOMINAL for i in range(begin, first - 1))
    if not nominal or parsed.pos[first - 2] not in ("NOUN", "PRON") or parsed.pos[begin] == "ADP":
        return source, content, cue_words
    said = tuple((a, b) for a, b in content if not begin <= a < first)
    return ((begin, last),), said, tuple((a, min(b, begin)) for a, b in cue_words if a < begin)


def give_back_charge(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content with the charge that ends an agent in the content: accused by Doe | of lying."""
    parsed = arrays.parsed
    if parsed.lemma[cue] != "accuse" or len(source) != 1 or source[0][0] != cue + 2:
        return source, content
    first, last = source[0]
    gerunds = (i for i in range(first + 1, last - 1) if parsed.tag[i + 1] == "VBG")
    of = next((i for i in gerunds if parsed.word[i] == "of"), -1)
    if of < 0 or parsed.word_at(cue + 1) != "by" or content[-1][1] > cue:
        return source, content
    return ((first, of),), (*content, (of, last))


def agent_behind(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content of a passive whose agent ends the content.

    The roof was recommended as a “quiet technology” for towns | by the board: the board says so, not the roof.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    participle = parsed.tag[cue] == "VBN" or (
        parsed.tag[cue] == "VBD" and (parsed.word_at(cue + 1) == "as" or _lacks_object(arrays, cue, last))
    )
    participle |= _is_apposed(arrays, cue)
    passive = participle and parsed.lemma[cue] in _JUDGING and not takes_object(arrays, cue)
    if (
        not passive
        or first <= cue
        or any(parsed.dep[i] == "agent" for a, b in source for i in range(a - 1, b) if i >= 0)
    ):
        return source, content
    # was described as “a stab in the back” | by the union
    for by in (i for i in range(first + 1, last + 1) if arrays.quote_of[i - 1] >= 0):
        if parsed.word[by : by + 1] == ["by"] and (agent := _agent(arrays, by)):
            return (agent,), (*content[:-1], (first, by))
    by = last - 1
    while by > first and arrays.quote_of[by] < 0 and parsed.word[by] != "by":
        by -= 1
    named = by > first and parsed.word[by] == "by" and by + 1 < last
    quoted = arrays.quoted_until
    if (
        not named
        or quoted[by] == quoted[first]
        or not any(w[0].isupper() for w in parsed.word[by + 1 : last])
    ):
        return source, content
    end = last - 1 if parsed.word[last - 1] in (",", ".") else last
    begin = cue + 1 if parsed.word_at(cue + 1) == "as" else first
    return ((by + 1, end),), ((begin, by),)


def _lacks_object(arrays: TokenArrays, cue: int, last: int) -> bool:
    """Tell whether a verb of calling has a name for somebody and nobody whom it calls so, and so is no past tense.

    The man called | “a menace” | by his pupils: he called nobody so.
    """
    parsed = arrays.parsed
    named = cue + 1 + (parsed.tag[cue + 1 : cue + 2] == ["DT"])
    if parsed.lemma[cue] not in _CALLING:
        return False
    end = next((i for i in range(named, last) if arrays.quote_of[i] < 0), last)
    return end > named and parsed.word_at(end) == "by"


def _agent(arrays: TokenArrays, by: int) -> tuple[int, int] | None:
    """Return the person or body after a "by", None where something else stands there."""
    parsed = arrays.parsed
    agent = next((i for i in arrays.children[by] if parsed.dep[i] == "pobj"), -1)
    named = parsed.pos[agent] == "PROPN" or (parsed.pos[agent] == "NOUN" and not is_thing(parsed, agent))
    # by the guild; not: by the end, by law
    definite = parsed.tag[by + 1] in ("DT", "PRP$") and parsed.lemma[agent] not in _NO_AGENTS
    if agent < 0 or not (named or definite) or not _TIMES.isdisjoint(parsed.entity[by + 1 : agent + 1]):
        return None
    # by the pupils | left on Monday: a past tense that was read as a participle
    clauses = (
        arrays.left[i] for i in arrays.children[agent] if parsed.dep[i] == "acl" and parsed.tag[i] == "VBN"
    )
    end = min([arrays.right[agent] + 1, *clauses])
    # by the guild | on Monday
    when = next((i for i in arrays.children[agent] if parsed.pos[i] == "ADP" and i > agent), end)
    timed = when < end and not _TIMES.isdisjoint(parsed.entity[when + 1 : end])
    return by + 1, when if timed else end


def _is_apposed(arrays: TokenArrays, cue: int) -> bool:
    """Tell whether a judging verb is a participle behind a name and a comma: Doe, | once called | “a liar”, …

    A finite verb would have an object: Doe sat down, called Roe “a liar”.
    """
    parsed = arrays.parsed
    before = cue - 1
    while before > 0 and parsed.pos[before] == "ADV":
        before -= 1
    if parsed.word[before] != "," or parsed.pos[before - 1] != "PROPN" or parsed.lemma[cue] not in _JUDGING:
        return False
    name = before
    while name > 1 and parsed.pos[name - 1] == "PROPN":
        name -= 1
    if parsed.word[name - 1] == ",":
        return False  # which the mayor, Jane Doe, called “dull”
    called = (
        parsed.lemma[cue] in _CALLING
        and arrays.quoted_until[cue + 2 : cue + 3] > arrays.quoted_until[cue + 1 : cue + 2]
        and parsed.word_at(cue + 2)[:1].islower()
    )
    return parsed.tag[cue] in ("VBN", "VBD") and (called or parsed.word_at(cue + 1) == "as")


def takes_object(arrays: TokenArrays, cue: int) -> bool:
    """Tell whether what follows a judging participle is its object: Doe has condemned | “raids” by the militia.

    Not: raids that were condemned as “cowardly” by Doe; a man called “a coward” by Doe.
    """
    parsed = arrays.parsed
    children = arrays.children[cue]
    if any(parsed.dep[i] == "aux" and parsed.lemma[i] == "have" for i in children) and not any(
        parsed.dep[i] == "auxpass" for i in children
    ):
        return True  # Doe has called it | a “hoax” | made up by the militia
    if parsed.lemma[cue] in _CALLING or any(parsed.dep[i] == "auxpass" for i in children):
        return False
    end = parsed.sentences[parsed.sentence[cue]][1]
    quoted = next((i for i in range(cue + 1, end) if arrays.quote_of[i] >= 0), end)
    return _LINKING.isdisjoint(parsed.word[cue + 1 : quoted])


def without_judged(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without whoever is judged in a passive: Doe was called “a liar”, and nobody says by whom."""
    parsed = arrays.parsed
    children = arrays.children[cue]
    # Doe, often described as “a liar”, is late
    if _is_apposed(arrays, cue) and len(source) == 1 and source[0][1] <= cue:
        return ()
    if parsed.lemma[cue] not in _JUDGING or not any(parsed.dep[i] == "auxpass" for i in children):
        return source
    subjects = [i for i in children if parsed.dep[i] == "nsubjpass"]
    if parsed.dep[cue] == "conj" and not subjects:
        subjects = [i for i in arrays.children[parsed.head[cue]] if parsed.dep[i] in ("nsubj", "nsubjpass")]
    return tuple((a, b) for a, b in source if not any(a <= i < b for i in subjects))
