"""Bodies named after somebody or something else: "the Clinton campaign", "Saudi government", "Smith’s team"."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.mentions import Mention
from tui.analysis.parsed import Parsed
from tui.analysis.referents import Referent
from tui.analysis.wordlists import words

_NOUNS = words("bodies named after somebody")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Composite:
    """Tokens `[begin, noun]`, and the referent they name."""

    referent: int
    begin: int
    noun: int


def find(parsed: Parsed, mentions: list[Mention], referents: list[Referent]) -> dict[int, Composite]:
    """The composites by their noun, their referents appended, named without "’s" where the article ever does."""
    word, total = parsed.word, len(parsed)
    out: dict[int, Composite] = {}
    known: dict[tuple[int, str], int] = {}
    plain: set[int] = set()
    for mention in mentions:
        at = mention.end
        possessive = at < total and word[at] in _POSSESSIVE
        at += possessive
        if at >= total or parsed.sentence[at] != parsed.sentence[mention.begin]:
            continue
        noun = word[at].casefold()
        if noun not in _NOUNS or noun in mention.key:
            continue
        number = known.get((mention.referent, noun))
        if number is None:
            number = known[mention.referent, noun] = len(referents)
            referents.append(Referent("", (), "ORG"))
        if not referents[number].name or (number not in plain and not possessive):
            referents[number].name = f"{mention.text}’s {noun}" if possessive else f"{mention.text} {noun}"
            referents[number].key = (*mention.key, noun)
        if not possessive:
            plain.add(number)
        out[at] = Composite(number, mention.begin, at)
    return out
