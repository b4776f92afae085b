"""Latin names of living things ("Lasius flavus"), which the recogniser takes for people and places."""

from __future__ import annotations

import re

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import KNOWN_LABELS
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_LIVING = words("living things")
_LATIN = re.compile(r"[a-z]{3,}(?:us|um|is|ae|ii|i|ens|ana|ata|ica|osa|ina|sca|nia|era|ora|ula|ella|ensis|a)")
_NEAR = 12  # tokens on either side in which a word says that it is a living thing


def find_genera(parsed: ParsedArticle, mentions: list[Mention]) -> frozenset[str]:
    """Return the genera, in lower case, of the species that the article names: "Lasius flavus, an ant"."""
    found = set()
    for mention in mentions:
        begin = mention.begin
        if begin + 1 >= len(parsed) or not _LATIN.fullmatch(parsed.word[begin + 1]):
            continue
        genus = mention.key[0]
        if mention.end > begin + 2 or genus in KNOWN_LABELS or place_class((genus,)):
            continue
        near = parsed.word[max(0, begin - _NEAR) : begin + _NEAR]
        if any(word.casefold() in _LIVING for word in near):
            found.add(genus)
    return frozenset(found)
