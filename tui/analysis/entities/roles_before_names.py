"""Where a role stands before a name: titles, "one of the judges", what the name is in apposition to."""

from __future__ import annotations

from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import HONORIFICS, POSSESSIVE, TITLES
from tui.analysis.entities.role_words import (
    HOLDERS,
    IN_PHRASE,
    MAX_TOKENS,
    MAX_WORDS,
    PERSONS,
    PREPOSITIONS,
    is_inside_word,
)
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE, ParsedArticle

_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "ADV"})
_BEHIND = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "PART", "CCONJ"})
_FIELDS = frozenset(
    {"defence", "defense", "finance", "foreign", "cabinet", "staff", "general", "justice", "house"}
)
_HOLDERS = PERSONS - _FIELDS
_OCCUPATIONS = words("occupations")
_BODIES = words("bodies")
_ADDRESSED = frozenset(HONORIFICS) | {"dr", "prof", "rev"}
_STYLES = frozenset({"the", "rt", "right", "very", "most"})
_QUALIFYING = frozenset({"former", "then", "late", "ex"})
_SHOW_HOSTS = frozenset({"host", "presenter", "anchor", "star", "co-host"})
_KIN = words("kin")
_MAX_TITLE = 6  # tokens of a programme's title before "with" and its host
_NOT_ROLES = frozenset(
    "tour policy campaign era administration election rally presidency family attack plan talks".split()
)


def before_name(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of the role before a name ("Kremlin spokesperson"), or None.

    Articles and a bare "Mr" are no part of it, and what ends in a possessive ("Ukraine’s") is no role.
    """
    if (found := _with_phrase(parsed, mention)) is not None:
        return found
    begin = end = mention.begin
    pos, word = parsed.pos, parsed.word
    floor = max(parsed.sentences[parsed.sentence[begin]][0], begin - MAX_TOKENS)
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
            word[at] in ("&", ".") or is_inside_word(parsed, at) or is_inside_word(parsed, begin)
        )
        # "founder and director", with a title to the left, but not "Gov. Roe and former governor Jane Doe"
        joined = (
            plain == "and"
            and begin < end
            and at > floor
            and word[begin].casefold() not in HONORIFICS
            and parsed.entity[at - 1] != "PERSON"
            and _title_left(parsed, at, floor)
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
            or (plain in _HOLDERS and parsed.dep[at] == "compound")
            or inner
            or possessive
            or joined
        ):
            break
        begin = at
    while begin < end and (
        word[begin] in ("-", "&", ".")
        or pos[begin] == "ADV"
        or (pos[begin] == "NUM" and not is_inside_word(parsed, begin + 1))
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
        or (last in _HOLDERS and mention.end - 1 in (parsed.head[end - 1], *_appositions(parsed, end - 1)))
    ):
        return None
    for i in range(begin, end - 1):
        if (
            pos[i] == "NOUN"
            and word[i] in HOLDERS
            and all(w.istitle() or w == "-" for w in word[i + 1 : end])
        ):
            end = i + 1  # "correspondent | Dr.", "spokesman | Major-General"
            break
    while end - begin > MAX_WORDS and word[begin + 1] not in ("-", "of", "for") and word[begin] != "-":
        begin += 1
    if end - begin > 1 and word[end - 1].casefold().strip(".") in _ADDRESSED and word[end - 2].islower():
        end -= 1  # "the psychologist Dr Jane Doe"
    return begin, end


def _with_phrase(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of a title with what it is of or for, right before a name, or None.

    "The leader of the Commons Jane Doe", "Minister for Public Safety and Roads Jane Doe", but not "the widow of the
    painter Jane Doe" nor "a spokesman for Mayor Jane Doe": they are somebody else.
    """
    word, pos, head, tag = parsed.word, parsed.pos, parsed.head, parsed.tag
    end = mention.begin
    while end > 1 and (word[end - 1].casefold().strip(".") in _ADDRESSED or _is_short_title(word[end - 1])):
        end -= 1  # "a lawyer for Gov. Jane Doe": nothing stands between "for" and her
    floor = max(parsed.sentences[parsed.sentence[mention.begin]][0], end - MAX_TOKENS)
    if end - floor < 3 or pos[end - 1] not in ("PROPN", "NOUN", "NUM") or word[end - 1] in POSSESSIVE:
        return None
    inside_body = parsed.entity[end - 1] == parsed.entity[end - 2] == "ORG"  # "the Coast Guard"
    counsel = word[end - 3 : end] == ["to", "the", "president"]  # "adviser to the president Jane Doe"
    if _is_person(word[end - 1]) and not inside_body and not counsel:
        return None
    apposed = word[mention.end : mention.end + 1] == [","] and not is_first_name(word[mention.begin])
    if word[end - 1] in _BODIES and apposed:
        return None  # "Jane Doe, head of the consultancy Alder Quay, said"
    at = end - 1
    while at > floor and not (
        word[at] in PREPOSITIONS and _is_person(word[at - 1 - (word[at - 1] == "general")])
    ):
        inner = word[at] in POSSESSIVE or pos[at] == "NUM" or is_inside_word(parsed, at)
        if pos[at] not in _BEHIND and not inner:
            return None
        at -= 1
    if at <= floor or at == end - 1:
        return None
    holder = at - 1 - (word[at - 1] == "general")
    if word[holder].casefold() in _KIN and pos[end - 1] != "NUM":
        return None  # "the wife of bomber John Roe", but "mother of three Jane Doe"
    name = mention.end - 1
    # "an aide of Minister for Health Jane Doe", whatever the parse makes her depend on
    titled = word[holder][0].isupper() and word[end - 1][0].isupper()
    if not titled and head[name] not in range(holder, end) and head[holder] not in (name, head[name]):
        return None  # "she told the head of the council Jane Doe was late"
    if all(t in FINITE for t in tag[mention.end : mention.end + 2]):
        return None  # "the leader of the party Jane Doe founded said"
    while end - holder > MAX_WORDS and at < end:
        end = next((i for i in range(end - 1, at, -1) if pos[i] in ("ADP", "CCONJ")), at)
    return _phrase_begin(parsed, holder, floor), end


def _is_short_title(word: str) -> bool:
    return word.endswith(".") and word.casefold().strip(".") in TITLES


def _is_person(noun: str) -> bool:
    plain = noun.casefold().strip(".")
    return plain in _HOLDERS or plain in _OCCUPATIONS or plain.endswith(("man", "woman", "ist"))


def _appositions(parsed: ParsedArticle, noun: int) -> list[int]:
    """Return the tokens shortly after a noun that are in apposition to it: an expert | Jane Doe | ."""
    near = range(noun + 1, min(len(parsed), noun + 5))
    return [i for i in near if parsed.head[i] == noun and parsed.dep[i] == "appos"]


def _title_left(parsed: ParsedArticle, at: int, floor: int) -> bool:
    """Tell whether a title is one of the two tokens before `at`."""
    before = (w.casefold().strip(".") for w in parsed.word[max(floor, at - 2) : at])
    return not PERSONS.isdisjoint(before)


def one_of_several(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of "one of the city’s top judges" before ", Jane Doe", or None."""
    word = parsed.word
    end = (max(mention.title_begin, 0) or mention.begin) - 1
    floor = max(parsed.sentences[parsed.sentence[mention.begin]][0], end - MAX_TOKENS)
    if end <= floor or word[end] != "," or parsed.tag[end - 1] != "NNS":
        return None
    begin = next((i for i in range(end - 3, floor - 1, -1) if word[i].casefold() == "one"), -1)
    if (
        begin < 0
        or word[begin + 1] != "of"
        or not all(
            parsed.pos[i] in IN_PHRASE or word[i] in POSSESSIVE or word[i][0].isupper()
            for i in range(begin + 2, end)
        )
    ):
        return None
    return begin, end


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
    while name > 2 and name < mention.begin and word[name - 1].casefold() in _STYLES:
        name -= 1  # "the bishop, the Rt Rev Jane Doe"
    if name < 2 or word[name - 1] != "," or parsed.dep[mention.end - 1] != "appos":
        return None
    noun = head[mention.end - 1]
    of = head[noun]
    if parsed.dep[noun] == "pobj" and pos[of] == "ADP" and word[head[of]].casefold() in PERSONS:
        noun = head[of]  # "a spokesman for Alder Foods, Jane Doe", of whom the parse makes Alder Foods
    titled = pos[noun] == "PROPN" and word[noun].casefold() in PERSONS  # "The Wardle President, Jane Doe"
    if not (pos[noun] == "NOUN" or titled) or not name - MAX_TOKENS <= noun < name:
        return None
    floor = max(parsed.sentences[parsed.sentence[noun]][0], noun - MAX_TOKENS)
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
