"""Which noun the relative pronouns "who", "which" and "that" stand for."""

from __future__ import annotations

from collections.abc import Container

from tui.analysis.parsed_article import ParsedArticle

_NOUNS = frozenset({"PROPN", "NOUN", "PRON"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADV"})
_AFFILIATING = frozenset({"of", "at", "from", "with"})
_MAX_DISTANCE = 8  # tokens back to a noun where the parse gives none


def antecedent(parsed: ParsedArticle, token: int, named: Container[int]) -> int | None:
    """Return the noun that the relative pronoun at `token` stands for: its clause's head, else the nearest noun.

    `named` holds the tokens of names. An apposition is followed to what it is in apposition to ("Jane Doe, a lawyer
    who"). None if no noun stands before the pronoun in its sentence.
    """
    head, dep, pos = parsed.head, parsed.dep, parsed.pos
    at = token
    noun: int | None = None
    for _ in range(5):
        if head[at] == at:
            break
        if dep[at] == "relcl":
            noun = head[at]
            break
        at = head[at]
    floor = parsed.sentences[parsed.sentence[token]][0]
    # "Doe met Roe, | who said it was late", where the parse hangs the clause on "met"
    if noun is None or pos[noun] in ("VERB", "AUX") or not floor <= noun < token:
        before = range(token - 1, max(floor, token - _MAX_DISTANCE) - 1, -1)
        noun = next((i for i in before if pos[i] in _NOUNS), None)
    if noun is None:
        return None
    comma = parsed.word[token - 1] in (",", "—", "–", "--")
    if comma and parsed.word[token - 2] == ")":  # "Jane Doe (Ind, Wardle), who"
        opening = next((i for i in range(token - 3, floor, -1) if parsed.word[i] == "("), floor)
        noun = opening - 1 if floor < opening <= noun and pos[opening - 1] in _NOUNS else noun
    person = comma and parsed.word[token].casefold() == "who"
    for _ in range(4):
        up = head[noun]
        if person and noun in named and _is_affiliation(parsed, noun, named):
            noun = head[up]  # "Jane Doe of the Harbour Trust, who"
            continue
        if person and dep[noun] == "appos" and parsed.entity[up] == "PERSON" != parsed.entity[noun]:
            noun = up  # "Sen. Jane Doe, R-Mill Creek, who"
            continue
        if noun in named or up == noun or not floor <= up < noun:
            break
        if dep[noun] == "appos":
            noun = up
        elif person and dep[noun] == "pobj" and pos[head[up]] in _NOUNS and floor <= head[up] < up:
            noun = head[up]  # "the candidate for mayor, who"
        else:
            break
    return noun


def _is_affiliation(parsed: ParsedArticle, noun: int, named: Container[int]) -> bool:
    """Tell whether the name that ends at `noun` only says where somebody named before it belongs.

    Not "England" of "the Bank of England", which is one name, nor "Jane Doe" of "the wife of Jane Doe".
    """
    up = parsed.head[noun]
    holder = parsed.head[up]
    return (
        parsed.dep[noun] == "pobj"
        and parsed.word[up] in _AFFILIATING
        and up not in named
        and holder < up < noun
        and holder in named
        and parsed.sentence[holder] == parsed.sentence[noun]
    )


def noun_phrase(parsed: ParsedArticle, noun: int) -> tuple[int, ...]:
    """Return the tokens of the noun and of what stands before it and depends on it."""
    begin, floor = noun, parsed.sentences[parsed.sentence[noun]][0]
    while (
        begin > floor
        and begin - 1 <= parsed.head[begin - 1] <= noun
        and (parsed.pos[begin - 1] in _BEFORE_NOUN or parsed.word[begin - 1] == "-")
    ):
        begin -= 1
    return tuple(range(begin, noun + 1))
