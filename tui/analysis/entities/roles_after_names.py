"""Where a role stands after a name: the apposition with its prepositional phrases, the relative clause."""

from __future__ import annotations

from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import HONORIFICS, POSSESSIVE, POSSESSIVE_DETERMINERS
from tui.analysis.entities.role_words import (
    IN_PHRASE,
    MAX_TOKENS,
    MAX_WORDS,
    OCCUPATIONS,
    PERSONS,
    is_inside_word,
)
from tui.analysis.parsed_article import FINITE, ParsedArticle

_BEING = frozenset({"is", "serves", "works", "acts"})
_NOW = frozenset({"now", "currently"})
_SMALL = frozenset(HONORIFICS) | {"the", "a", "an", "-"}  # what a role is not longer by
_DASHES = frozenset({"--", "—", "–"})
_STOPS = frozenset(
    {",", ";", ":", ".", "--", "—", "–", "-", "(", ")", "“", "”", '"', "who", "whose", "which", "that"}
)
_BEHIND_TITLE = frozenset({"of", "for", "at", "in", "to", ",", "and", "&", ")", "--", "—", "–"})
_TITLE_WORDS = PERSONS | frozenset(
    "senior executive managing associate assistant lead legal operating".split()
)
_BEFORE_NOUN = frozenset({"former", "then", "acting", "deputy", "chief", "senior", "junior", "top", "lead"})
_OPENING = frozenset({"“", "``", "''", '"'})


def after_name(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of the apposition after a name (", the mayor of X,") without its article, or None.

    It is a noun with what stands before it and the prepositional phrases after it, in brackets or after a comma.
    """
    sentence_end = parsed.sentences[parsed.sentence[mention.begin]][1]
    at = _behind_name(parsed, mention, sentence_end)
    pos, word, dep, head = parsed.pos, parsed.word, parsed.dep, parsed.head
    if at + 1 >= sentence_end or word[at] not in (",", "--", "—", "–", "("):
        return None
    if word[at] in _DASHES and any(
        word[i] in _DASHES
        for i in range(max(parsed.sentences[parsed.sentence[at]][0], at - MAX_TOKENS), mention.begin)
    ):
        return None  # "one of them — likely Jane Doe — the next mayor"
    begin = at + 1
    if word[begin] in _NOW and begin + 1 < sentence_end:
        begin += 1
    if word[begin : begin + 2] == ["one", "of"]:
        return _one_of(parsed, begin, sentence_end)
    article = word[begin].casefold() in ("the", "a", "an", "one")
    if article or word[begin].casefold() in POSSESSIVE_DETERMINERS:
        begin += 1
        article = True  # "Jane Doe, her lawyer" is a lawyer
    elif word[begin][0].isupper():
        if not (
            _is_capitalised_title(parsed, begin, sentence_end)
            or _is_owned(parsed, begin, sentence_end)
            or _is_of_a_name(parsed, mention, begin, sentence_end)
        ):
            return None  # ", Leeds" and ", Anna Holt and"
    elif pos[begin] not in ("NOUN", "PROPN", "ADJ", "PRON", "VERB"):
        return None  # ", when"
    noun = _head_noun(parsed, begin, sentence_end)
    if noun is None or (word[at] == "(" and word[noun].casefold() not in PERSONS):
        return None
    end = _end_of_role(parsed, begin, noun, sentence_end)
    name = mention.end - 1
    while dep[name] == "conj" and head[name] < name:
        name = head[name]  # "in Leeds and York, the mayor said"
    if dep[name] in ("pobj", "dobj", "poss") and end < sentence_end:
        if word[end] in _OPENING or _is_finite(parsed, end):
            return None  # "After two hours with Jane Doe, the mayor looked pale"
        if word[end] == "," and _speaks_behind(parsed, end + 1, sentence_end):
            return None  # "The road was shut near York, the mayor, Jane Doe, said"
    of = (
        word[noun] in OCCUPATIONS and word[noun + 1 : noun + 2] != [","] and end > noun + 1
    )  # "lord mayor of X"
    nouns = [i for i in range(begin, end) if pos[i] in ("NOUN", "PROPN")]
    # Where the parse sees no apposition, its first noun must be one, with an article, and in no enumeration.
    named = range(mention.begin, mention.end)
    if (
        word[begin][0].islower()
        and word[at] != "("
        and not any(dep[i] == "appos" and head[i] in named for i in nouns)
        and (pos[noun] != "NOUN" or not (article or of) or word[noun + 1 : noun + 2] == ["and"])
    ):
        return None
    return begin, end


def _behind_name(parsed: ParsedArticle, mention: Mention, limit: int) -> int:
    """Return where an apposition's mark stands, be it after an age or a place in a picture: "Doe (left),"."""
    word, at = parsed.word, mention.end
    if at + 1 < limit and word[at] == "," and parsed.pos[at + 1] == "NUM" and word[at + 1] != "one":
        return at + 2
    return at + 3 if word[at : at + 4][::2] == ["(", ")"] and word[at + 3 : at + 4] == [","] else at


def _one_of(parsed: ParsedArticle, begin: int, limit: int) -> tuple[int, int] | None:
    """Return the tokens of "one of eight judges" after a name, or None."""
    near = range(begin + 2, min(limit, begin + MAX_TOKENS))
    noun = next((i for i in near if parsed.pos[i] not in IN_PHRASE or parsed.tag[i] == "NNS"), begin)
    several = parsed.tag[noun] == "NNS" and parsed.lemma[noun] in OCCUPATIONS
    return (begin, noun + 1) if several else None


def _speaks_behind(parsed: ParsedArticle, begin: int, limit: int) -> bool:
    """Tell whether a name begins there that a finite verb follows, with a comma between or without."""
    at = begin
    while at < limit and parsed.pos[at] == "PROPN":
        at += 1
    verb = at + (at < limit and parsed.word[at] == ",")
    return begin < at and verb < limit and _is_finite(parsed, verb)


def _is_capitalised_title(parsed: ParsedArticle, begin: int, limit: int) -> bool:
    """Tell whether a title in capitals begins at `begin` and no name follows it: "Head of Research", "CEO of Acme".

    In "Jane Doe, Mayor Anna Holt and" it is another's.
    """
    at = begin
    while at < limit and parsed.word[at].casefold().strip(".") in _TITLE_WORDS:
        at += 1
    return begin < at < limit and parsed.word[at] in _BEHIND_TITLE


def _is_owned(parsed: ParsedArticle, begin: int, limit: int) -> bool:
    """Tell whether the role has an owner ("Disney’s head of freight"): a possessive, then a noun for a person."""
    word = parsed.word
    owned = next((i for i in range(begin, min(limit, begin + 4)) if word[i] in POSSESSIVE), None)
    if owned is None:
        return False
    near = range(owned + 1, min(limit, owned + 6))
    return any(word[i] in PERSONS and parsed.pos[i] == "NOUN" for i in near)


def _is_of_a_name(parsed: ParsedArticle, mention: Mention, begin: int, limit: int) -> bool:
    """Tell whether a name and somebody's role there follow: "Jane Doe, South Wardle director for sales"."""
    noun = _head_noun(parsed, begin, limit)
    return (
        noun is not None
        and noun > begin
        and parsed.word[noun].casefold() in PERSONS
        and parsed.word[noun].islower()
        and parsed.dep[noun] == "appos"
        and parsed.head[noun] in range(mention.begin, mention.end)
        and all(parsed.pos[i] in IN_PHRASE for i in range(begin, noun))
    )


def _head_noun(parsed: ParsedArticle, begin: int, limit: int) -> int | None:
    """Return the noun that says what somebody is: the last of the compound that begins at `begin`."""
    pos, word = parsed.pos, parsed.word
    for i in range(begin, min(limit, begin + MAX_TOKENS)):
        title = word[i].casefold().strip(".") in _TITLE_WORDS
        if pos[i] in ("NOUN", "PROPN") or title:
            after = word[i + 1] if i + 1 < limit else ""
            joined = i + 1 < limit and (
                pos[i + 1] in ("NOUN", "PROPN")
                or after in POSSESSIVE
                or after == "-"
                or (pos[i + 1] == "ADJ" and word[i].casefold() in _BEFORE_NOUN)
                or (pos[i] == "PROPN" and pos[i + 1] == "ADJ" and pos[i + 2 : i + 3] == ["NOUN"])
            )
            if not joined and pos[i] in ("ADJ", "VERB") and i + 2 < limit and pos[i + 1] == "ADJ":
                continue  # "a retired fast-food worker"
            if not joined:
                return i
        elif word[i] == "-" or is_inside_word(parsed, i - 1) or is_inside_word(parsed, i + 1):
            continue  # "vice-president", "editor-in-chief", "in-state director"
        elif word[i] in _STOPS or pos[i] in ("ADP", "AUX", "PRON", "SCONJ"):
            return None
    return None


def _end_of_role(parsed: ParsedArticle, begin: int, noun: int, limit: int) -> int:
    """Return where a role with the head `noun` ends: after its prepositional phrases, at most some eight words on.

    "filmmaker | hot off directing …", "lead author of the new study | published on Monday", "head of freight and
    digital". A name is not cut: "director of the Institute for Land Use | at the University of X".
    """
    pos, word = parsed.pos, parsed.word
    before = end = noun + 1
    another = 0
    while end < limit and (word[end] not in _STOPS or (listed := _end_of_list(parsed, end, limit))):
        if word[end] == ",":
            return listed
        if pos[end] not in ("ADP", "CCONJ") and word[end] not in ("and", "&", "to", "of", "for"):
            break
        stop = end + 1
        while stop < limit and (
            (
                word[stop] not in _STOPS
                and (pos[stop] in IN_PHRASE or word[stop] in POSSESSIVE or word[stop][0].isupper())
            )
            or any(is_inside_word(parsed, i) for i in (stop - 1, stop, stop + 1))
        ):
            stop += 1
        named = word[stop - 1][0].isupper()  # "of One Wardle Now"
        if stop == end + 1 or not (named or pos[stop - 1] in ("NOUN", "PROPN", "ADJ", "NUM")):
            break
        finite = stop < limit and _is_finite(parsed, stop)
        if word[end] in ("and", "&", "or") and (finite or pos[stop - 1] == "NUM"):
            break  # "the mayor and the banks said", "a Republican and one of the few"
        continues_name = word[end - 1][0].isupper() and word[stop - 1][0].isupper()
        noun_behind = word[end + 1].casefold() in PERSONS | OCCUPATIONS
        further = word[end] == "and" and (pos[end + 1] == "DET" or noun_behind)  # a role of its own
        length = sum(w not in POSSESSIVE and w.casefold().strip(".") not in _SMALL for w in word[begin:stop])
        if length > (MAX_TOKENS if continues_name and pos[end - 1] == "PROPN" else MAX_WORDS):
            # "head of a roofing | and building company", "expert at Leeds | and a graduate of York"
            return another or (before if word[end] == "and" and not further else end)
        another = end if further else another
        before, end = end, stop
    return end


def _end_of_list(parsed: ParsedArticle, comma: int, limit: int) -> int:
    """Return where "minister of industry | , trade and investment" ends, 0 where the comma goes on with no list."""
    if parsed.word[comma] != ",":
        return 0
    at = comma + 1
    while at < limit and (
        parsed.word[at] in (",", "and", "&")
        or (parsed.tag[at] == "NN" and parsed.word[at].islower() and parsed.word[at] not in OCCUPATIONS)
    ):
        at += 1
    listed = range(comma + 1, at)
    joined = [i for i in listed if parsed.dep[i] == "conj"]
    ended = at == limit or parsed.word[at] in _STOPS or _is_finite(parsed, at)
    and_last = len(joined) > 1 and any(parsed.word[i] in ("and", "&") for i in range(joined[0], joined[-1]))
    return joined[-1] + 1 if and_last and (ended or parsed.word[at - 1] == ",") else 0


def in_relative_clause(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of "mayor of Leeds" in "Jane Doe, who is the mayor of Leeds", or None.

    Who "was" the mayor may no longer be, and the role would not say so.
    """
    word = parsed.word
    limit = parsed.sentences[parsed.sentence[mention.begin]][1]
    at = _behind_name(parsed, mention, limit)
    begin = at + 3
    said = tuple(w.casefold() for w in word[at:begin])
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


def _is_finite(parsed: ParsedArticle, token: int) -> bool:
    return parsed.pos[token] in ("AUX", "VERB") and parsed.tag[token] in FINITE
