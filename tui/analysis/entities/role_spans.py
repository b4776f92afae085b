"""Where a role stands: the titles before a name, the apposition beside it, with its prepositional phrases."""

from __future__ import annotations

from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import HONORIFICS, POSSESSIVE, TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

PERSONS = words("kin") | words("people") | TITLES
"""Nouns for what somebody is."""

_MAX_TOKENS = 12
_MAX_WORDS = 9  # of a role, with its articles
_BEING = frozenset({"is", "serves", "works", "acts"})
_SMALL = frozenset(HONORIFICS) | {"the", "a", "an", "-"}  # what a role is not longer by
_DASHES = frozenset({"--", "—", "–"})
_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "ADV"})
_STOPS = frozenset(
    {",", ";", ":", ".", "--", "—", "–", "-", "(", ")", "“", "”", '"', "who", "whose", "which", "that"}
)
_IN_PHRASE = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM", "PART"})
_BEHIND_TITLE = frozenset({"of", "for", "at", "in", "to", ",", "and", "&", ")", "--", "—", "–"})
_BEHIND = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "PART", "CCONJ"})
_FIELDS = frozenset(
    {"defence", "defense", "finance", "foreign", "cabinet", "staff", "general", "justice", "house"}
)
_HOLDERS = PERSONS - _FIELDS
_TITLE_WORDS = PERSONS | {
    "senior",
    "executive",
    "managing",
    "associate",
    "assistant",
    "lead",
    "legal",
    "operating",
}
_QUALIFYING = frozenset({"former", "then", "late", "ex"})
_BEFORE_NOUN = frozenset({"former", "then", "acting", "deputy", "chief", "senior", "junior", "top", "lead"})
_OPENING = frozenset({"“", "``", "''", '"'})
OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_SHOW_HOSTS = frozenset({"host", "presenter", "anchor", "star", "co-host"})
_MAX_TITLE = 6  # tokens of a programme's title before "with" and its host
_NOT_ROLES = frozenset(
    "tour policy campaign era administration election rally presidency family attack plan talks".split()
)


def before_name(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of the role before a name ("Kremlin spokesperson"), or None.

    Articles and a bare "Mr" are no part of it, and what ends in a possessive ("Ukraine’s") is no role.
    """
    begin = end = mention.begin
    pos, word = parsed.pos, parsed.word
    floor = max(parsed.sentences[parsed.sentence[begin]][0], begin - _MAX_TOKENS)
    while begin > floor:
        at = begin - 1
        plain = word[at].casefold().strip(".")
        if plain in HONORIFICS:
            if begin == end:
                begin = end = at  # "council leader Mr Doe": the role stands before "Mr"
                continue
            break
        # "vice-president", "Lt. Col.", "editor-in-chief"
        inner = begin < end and (
            word[at] in ("&", ".") or _is_inside_word(parsed, at) or _is_inside_word(parsed, begin)
        )
        # "Secretary of State", "director for research and training", with a title to the left.
        of = (
            plain in ("of", "for", "and")
            and begin < end
            and at > floor
            and word[begin].casefold() not in HONORIFICS
            # "spokesman for Economy Minister Doe", "friend of actor Doe": the title is the other's
            and not (plain in ("for", "of") and word[end - 1].casefold() in _HOLDERS)
            and parsed.entity[at - 1] != "PERSON"  # "Gov. Roe and former governor Jane Doe"
        )
        possessive = word[at] in POSSESSIVE and begin < end  # "the city’s mayor"
        if parsed.entity[at] in ("DATE", "TIME"):
            break  # "Last week official Jane Doe said"
        if begin < end and word[begin] in _QUALIFYING and pos[at] == "NOUN" and word[at].islower():
            break  # "the letter former mayor Jane Doe sent"
        if parsed.tag[at] == "NNS" and begin < end and word[begin][0].isupper():
            break  # "the rival candidates Sen. Jane Doe and"
        if not (
            pos[at] in _INSIDE
            or plain in TITLES
            or inner
            or possessive
            or (of and _title_left(parsed, at, floor))
        ):
            break
        begin = at
    while begin < end and (
        word[begin] in ("-", "&", ".")
        or pos[begin] == "ADV"
        or (pos[begin] == "NUM" and not _is_inside_word(parsed, begin + 1))
    ):
        begin += 1  # "then chancellor", "Walk for $20 director"
    if begin == end:
        return None
    at = end - 2 if word[end - 1] == "." and begin < end - 1 else end - 1  # "Lt ." is two tokens
    last = word[at].casefold().strip(".")
    # "Campaign Doe" has no role, and neither has a noun that depends on anything but the name or the role.
    if last in _NOT_ROLES or not (
        last in TITLES
        or (pos[end - 1] == "NOUN" and parsed.head[end - 1] in range(begin, mention.end))
        or _is_title_of_something(parsed, begin, end)
    ):
        return None
    while end - begin > _MAX_WORDS and word[begin + 1] not in ("-", "of", "for") and word[begin] != "-":
        begin += 1
    return begin, end


def _is_title_of_something(parsed: ParsedArticle, begin: int, end: int) -> bool:
    """Tell whether it is a title with what it is of: "Secretary of State", "Minister for Transport"."""
    word = parsed.word
    return any(
        word[i] in ("of", "for") and word[i - 1].casefold().strip(".") in PERSONS
        for i in range(begin + 1, end - 1)
    )


def _title_left(parsed: ParsedArticle, at: int, floor: int) -> bool:
    """Tell whether a title is one of the two tokens before `at`."""
    return any(parsed.word[i].casefold().strip(".") in PERSONS for i in range(max(floor, at - 2), at))


def after_name(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of the apposition behind a name (", the mayor of X,") without its article, or None.

    It is a noun with what stands before it and the prepositional phrases behind it, in brackets or after a comma.
    """
    sentence_end = parsed.sentences[parsed.sentence[mention.begin]][1]
    at = mention.end
    pos, word, dep, head = parsed.pos, parsed.word, parsed.dep, parsed.head
    if at + 1 < sentence_end and word[at] == "," and pos[at + 1] == "NUM":
        at += 2  # "Doe, 41, who …"
    if at + 1 >= sentence_end or word[at] not in (",", "--", "—", "–", "("):
        return None
    if word[at] in _DASHES and any(
        word[i] in _DASHES
        for i in range(max(parsed.sentences[parsed.sentence[at]][0], at - _MAX_TOKENS), mention.begin)
    ):
        return None  # "one of them — likely Jane Doe — the next mayor"
    begin = at + 1
    article = word[begin].casefold() in ("the", "a", "an", "one")
    if article or word[begin].casefold() in OWNERS:
        begin += 1
        article = True  # "Jane Doe, her lawyer" is a lawyer
    elif word[begin][0].isupper():
        if not (
            _is_capitalised_title(parsed, begin, sentence_end)
            or _is_owned(parsed, begin, sentence_end)
            or _is_of_a_name(parsed, mention, begin, sentence_end)
        ):
            return None  # ", Leeds" and ", Anna Holt and"
    elif pos[begin] not in ("NOUN", "ADJ", "PRON", "VERB"):
        return None  # ", when"
    noun = _head_noun(parsed, begin, sentence_end)
    if noun is None or (word[at] == "(" and word[noun].casefold() not in PERSONS):
        return None
    end = _end_of_role(parsed, begin, noun, sentence_end)
    in_phrase = dep[mention.end - 1] in ("pobj", "dobj", "poss")
    if in_phrase and end < sentence_end and (word[end] in _OPENING or _is_finite(parsed, end)):
        return None  # "After two hours with Jane Doe, the mayor looked pale"
    nouns = [i for i in range(begin, end) if pos[i] in ("NOUN", "PROPN")]
    # Where the parse sees no apposition, its first noun must be one, with an article, and in no enumeration.
    named = range(mention.begin, mention.end)
    if (
        word[begin][0].islower()
        and word[at] != "("
        and not any(dep[i] == "appos" and head[i] in named for i in nouns)
        and (pos[noun] != "NOUN" or not article or word[noun + 1 : noun + 2] == ["and"])
    ):
        return None
    return begin, end


def _is_capitalised_title(parsed: ParsedArticle, begin: int, limit: int) -> bool:
    """Tell whether a title in capitals begins at `begin` and no name follows it: "Head of Research", "CEO of Acme".

    In "Jane Doe, Mayor Anna Holt and" it is another's.
    """
    at = begin
    while at < limit and parsed.word[at].casefold().strip(".") in _TITLE_WORDS:
        at += 1
    return begin < at < limit and parsed.word[at] in _BEHIND_TITLE


def _is_owned(parsed: ParsedArticle, begin: int, limit: int) -> bool:
    """Tell whether it is somebody's ("Disney’s head of freight"): a possessive and soon a person's noun."""
    word = parsed.word
    owned = next((i for i in range(begin, min(limit, begin + 4)) if word[i] in POSSESSIVE), None)
    if owned is None:
        return False
    near = range(owned + 1, min(limit, owned + 6))
    return any(word[i] in PERSONS and parsed.pos[i] == "NOUN" for i in near)


def _is_of_a_name(parsed: ParsedArticle, mention: Mention, begin: int, limit: int) -> bool:
    """Tell whether a name and what somebody is for it stand there: "Jane Doe, South Wardle director for sales"."""
    noun = _head_noun(parsed, begin, limit)
    return (
        noun is not None
        and noun > begin
        and parsed.word[noun].casefold() in PERSONS
        and parsed.word[noun].islower()
        and parsed.dep[noun] == "appos"
        and parsed.head[noun] in range(mention.begin, mention.end)
        and all(parsed.pos[i] in _IN_PHRASE for i in range(begin, noun))
    )


def _head_noun(parsed: ParsedArticle, begin: int, limit: int) -> int | None:
    """Return the noun that says what somebody is: the last of the compound that begins at `begin`."""
    pos, word = parsed.pos, parsed.word
    for i in range(begin, min(limit, begin + _MAX_TOKENS)):
        title = word[i].casefold().strip(".") in _TITLE_WORDS
        if pos[i] in ("NOUN", "PROPN") or title:
            after = word[i + 1] if i + 1 < limit else ""
            joined = i + 1 < limit and (
                pos[i + 1] in ("NOUN", "PROPN")
                or after in POSSESSIVE
                or after == "-"
                or (pos[i + 1] == "ADJ" and word[i].casefold() in _BEFORE_NOUN)
            )
            if not joined and pos[i] in ("ADJ", "VERB") and i + 2 < limit and pos[i + 1] == "ADJ":
                continue  # "a retired fast-food worker"
            if not joined:
                return i
        elif word[i] == "-" or _is_inside_word(parsed, i - 1) or _is_inside_word(parsed, i + 1):
            continue  # "vice-president", "editor-in-chief", "in-state director"
        elif word[i] in _STOPS or pos[i] in ("ADP", "AUX", "PRON", "SCONJ"):
            return None
    return None


def _is_inside_word(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether it is the hyphen of a compound ("two-time")."""
    return (
        0 < token < len(parsed) - 1
        and parsed.word[token] == "-"
        and parsed.end[token - 1] == parsed.start[token]
        and parsed.end[token] == parsed.start[token + 1]
    )


def _end_of_role(parsed: ParsedArticle, begin: int, noun: int, limit: int) -> int:
    """Return where a role with the head `noun` ends: behind its prepositional phrases, at most some eight words on.

    "filmmaker | hot off directing …", "lead author of the new study | published on Monday", "head of freight and
    digital". A name is not cut: "director of the Institute for Land Use | at the University of X".
    """
    pos, word = parsed.pos, parsed.word
    before = end = noun + 1
    while end < limit and word[end] not in _STOPS:
        if pos[end] not in ("ADP", "CCONJ") and word[end] not in ("and", "&", "to", "of", "for"):
            break
        stop = end + 1
        while stop < limit and (
            (
                word[stop] not in _STOPS
                and (pos[stop] in _IN_PHRASE or word[stop] in POSSESSIVE or word[stop][0].isupper())
            )
            or any(_is_inside_word(parsed, i) for i in (stop - 1, stop, stop + 1))
        ):
            stop += 1
        named = word[stop - 1][0].isupper()  # "of One Wardle Now"
        if stop == end + 1 or not (named or pos[stop - 1] in ("NOUN", "PROPN", "ADJ", "NUM")):
            break
        finite = stop < limit and _is_finite(parsed, stop)
        if word[end] in ("and", "&", "or") and (finite or pos[stop - 1] == "NUM"):
            break  # "the mayor and the banks said", "a Republican and one of the few"
        continues_name = word[end - 1][0].isupper() and word[stop - 1][0].isupper()
        length = sum(w not in POSSESSIVE and w.casefold().strip(".") not in _SMALL for w in word[begin:stop])
        if length > (_MAX_TOKENS if continues_name and pos[end - 1] == "PROPN" else _MAX_WORDS):
            # "head of a roofing | and building company": half a phrase says nothing
            halved = word[end] == "and" and pos[end + 1] != "DET"
            return before if halved else end
        before, end = end, stop
    return end


def in_relative_clause(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of "mayor of Leeds" in "Jane Doe, who is the mayor of Leeds", or None.

    Who "was" the mayor may be so no more, of which the words would say nothing.
    """
    word = parsed.word
    limit = parsed.sentences[parsed.sentence[mention.begin]][1]
    begin = mention.end + 3
    said = tuple(w.casefold() for w in word[mention.end : begin])
    if begin >= limit or said[:2] != (",", "who") or said[2] not in _BEING:
        return None
    if said[2] != "is":
        if word[begin] != "as":
            return None
        begin += 1
    if begin < limit and word[begin].casefold() in ("the", "a", "an", "also"):
        begin += 1
    noun = _head_noun(parsed, begin, limit)
    if noun is None or word[noun].casefold() not in PERSONS:
        return None
    return begin, _end_of_role(parsed, begin, noun, limit)


def one_of_several(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of "one of the city’s top judges" before ", Jane Doe", or None."""
    word = parsed.word
    end = (max(mention.title_begin, 0) or mention.begin) - 1
    floor = max(parsed.sentences[parsed.sentence[mention.begin]][0], end - _MAX_TOKENS)
    if end <= floor or word[end] != "," or parsed.tag[end - 1] != "NNS":
        return None
    begin = next((i for i in range(end - 3, floor - 1, -1) if word[i].casefold() == "one"), -1)
    if (
        begin < 0
        or word[begin + 1] != "of"
        or not all(
            parsed.pos[i] in _IN_PHRASE or word[i] in POSSESSIVE or word[i][0].isupper()
            for i in range(begin + 2, end)
        )
    ):
        return None
    return begin, end


def _is_finite(parsed: ParsedArticle, token: int) -> bool:
    return parsed.pos[token] in ("AUX", "VERB") and parsed.tag[token] in ("VBD", "VBZ", "VBP", "MD")


def host_of_show(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of "BNN host" in "the BNN host of The Evening with Jane Doe", or None."""
    word, pos = parsed.word, parsed.pos
    at = mention.begin - 1
    floor = parsed.sentences[parsed.sentence[mention.begin]][0]
    if at <= floor or word[at].casefold() != "with":
        return None
    for of in range(at - 1, max(floor, at - _MAX_TITLE), -1):
        if word[of] == "of":
            host = of - 1
            if host < floor or word[host].casefold() not in _SHOW_HOSTS:
                return None
            return _phrase_begin(parsed, host, floor), host + 1
        if not (word[of][0].isupper() or pos[of] in ("DET", "ADP", "PART")):
            return None
    return None


def in_apposition(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of what the name is in apposition to ("mayor" in "the mayor, Jane Doe"), or None.

    A person who is only addressed ("Good morning, Jane") is in apposition to nothing.
    """
    pos, word, head = parsed.pos, parsed.word, parsed.head
    name = max(mention.title_begin, 0) or mention.begin
    if name < 2 or word[name - 1] != "," or parsed.dep[mention.end - 1] != "appos":
        return None
    noun = head[mention.end - 1]
    of = head[noun]
    if parsed.dep[noun] == "pobj" and pos[of] == "ADP" and word[head[of]].casefold() in PERSONS:
        noun = head[of]  # "a spokesman for Alder Foods, Jane Doe", of whom the parse makes Alder Foods
    titled = pos[noun] == "PROPN" and word[noun].casefold() in PERSONS  # "The Wardle President, Jane Doe"
    if not (pos[noun] == "NOUN" or titled) or not name - _MAX_TOKENS <= noun < name:
        return None
    floor = max(parsed.sentences[parsed.sentence[noun]][0], noun - _MAX_TOKENS)
    begin = _phrase_begin(parsed, noun, floor)
    whose = begin > floor and (pos[begin - 1] in ("DET", "PRON") or word[begin - 1] in POSSESSIVE)
    if not whose and (titled or word[noun].casefold() not in PERSONS):
        return None  # "Good morning, Jane"
    if begin - 1 > floor and word[begin - 1] in POSSESSIVE and pos[begin - 2] in ("NOUN", "PROPN"):
        begin = _phrase_begin(parsed, begin - 2, floor)  # "the city council’s head"
    behind = range(noun + 1, name - 1)
    joined = (
        len(behind) > 1
        and word[noun + 1] in ("of", "for", "at")
        and all(pos[i] in _BEHIND or word[i][0].isupper() for i in behind)
    )
    return begin, (behind.stop if joined else noun + 1)


def _phrase_begin(parsed: ParsedArticle, noun: int, floor: int) -> int:
    """Return the first token of the compound that ends in `noun`, with "co-" of "co-author"."""
    begin = noun
    while begin > floor:
        if (
            begin - 1 > floor
            and parsed.word[begin - 1] == "-"
            and parsed.end[begin - 2] == parsed.start[begin - 1]
        ):
            begin -= 2
        elif parsed.pos[begin - 1] in ("ADJ", "NOUN", "PROPN") and begin <= parsed.head[begin - 1] <= noun:
            begin -= 1
        else:
            break
    return begin
