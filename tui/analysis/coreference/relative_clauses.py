"""What "who", "which" and "that" stand for."""

from __future__ import annotations

from collections.abc import Container

from tui.analysis.parsed_article import ParsedArticle

_NOUNS = frozenset({"PROPN", "NOUN", "PRON"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADV"})
_NEAR = 8  # tokens


def antecedent(parsed: ParsedArticle, token: int, named: Container[int]) -> int | None:
    """The noun that the relative pronoun at `token` stands for: what its clause hangs on, else the nearest.

    `named` holds the tokens of names; an apposition is followed to what it stands beside ("Jane Doe, a lawyer
    who"). None where no noun stands before it in its sentence.
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
    least = parsed.sentences[parsed.sentence[token]][0]
    if noun is None or not least <= noun < token:
        before = range(token - 1, max(least, token - _NEAR) - 1, -1)
        noun = next((i for i in before if pos[i] in _NOUNS), None)
    if noun is None:
        return None
    comma = parsed.word[token - 1] in (",", "—", "–", "--")
    for _ in range(4):
        up = head[noun]
        if noun in named or up == noun or not least <= up < noun:
            break
        if dep[noun] == "appos":
            noun = up
        elif (
            comma
            and parsed.word[token].casefold() == "who"
            and dep[noun] == "pobj"
            and pos[head[up]] in _NOUNS
            and least <= head[up] < up
        ):
            noun = head[up]  # "the candidate for mayor, who"
        else:
            break
    return noun


def noun_phrase(parsed: ParsedArticle, noun: int) -> tuple[int, ...]:
    """The tokens of the noun with what stands before it and hangs on it."""
    begin, least = noun, parsed.sentences[parsed.sentence[noun]][0]
    while (
        begin > least
        and begin - 1 <= parsed.head[begin - 1] <= noun
        and parsed.pos[begin - 1] in _BEFORE_NOUN
    ):
        begin -= 1
    return tuple(range(begin, noun + 1))
