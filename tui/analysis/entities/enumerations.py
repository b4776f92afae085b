"""Enumerations of names: what one member of "Leeds, Doe and York" is, the others are likely to be, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from tui.analysis.entities.head_nouns import NOUN_LABELS
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import Key
from tui.analysis.entities.referents import Form
from tui.analysis.parsed_article import ParsedArticle

_BETWEEN = frozenset({",", "and", "or", "&", "the"})
_MOST_BETWEEN = 3  # tokens between two members
_INTRODUCING = frozenset({"including", "like"})


def _plurals() -> dict[str, str]:
    """Return the labels of nouns in the plural."""
    found = {"men": "PERSON", "women": "PERSON", "people": "PERSON"}
    for noun, label in NOUN_LABELS.items():
        found[f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"] = label
    return found


_PLURALS = _plurals()
_LONG = 8  # names with only commas between them


def look_along(parsed: ParsedArticle, mentions: list[Mention], forms: Mapping[Key, Form]) -> None:
    """Count for each form how the members of its enumerations are labelled (`listed`) or described (`described`).

    "Rivers such as the Tarn and the Wardle", "Doe, Roe and other novelists".
    """
    begin, count = 0, len(mentions)
    while begin < count:
        end = begin + 1
        while end < count and _continues(parsed, mentions[end - 1], mentions[end]):
            end += 1
        chain = mentions[begin:end]
        called = _noun_label(parsed, chain[0].begin, chain[-1].end)
        if called:
            for member in chain:
                if (form := forms.get(member.key)) is not None:
                    form.described[called] += 1
        joined = any(
            word in ("and", "or", "&")
            for left, right in pairwise(chain)
            for word in parsed.word[left.end : right.begin]
        )
        if len(chain) > 2 and (joined or len(chain) >= _LONG):
            labels = Counter(member.label for member in chain if member.label)
            for member in chain:
                others = labels - Counter([member.label])
                label, votes = max(others.items(), key=lambda item: item[1], default=("", 0))
                form = forms.get(member.key)
                if form is not None and votes > 1 and votes * 4 >= 3 * others.total():
                    form.listed[label] += votes
        begin = end


def _continues(parsed: ParsedArticle, left: Mention, right: Mention) -> bool:
    """Tell whether nothing but commas, "and" or "or" stands between two mentions of a sentence."""
    between = parsed.word[left.end : right.begin]
    return (
        0 < len(between) <= _MOST_BETWEEN
        and _BETWEEN.issuperset(between)
        and between != ["the"]
        and parsed.sentence[left.begin] == parsed.sentence[right.begin]
    )


def _noun_label(parsed: ParsedArticle, begin: int, end: int) -> str:
    """Return the label of the noun of which the names from `begin` to `end` are examples, "" without one."""
    word = parsed.word
    floor, ceiling = parsed.sentences[parsed.sentence[begin]]
    at = begin - 1
    if at > floor and word[at] in ("the", "The"):
        at -= 1
    if at - 1 > floor and word[at] == "as" and word[at - 1] == "such":
        at -= 2
    elif at - 2 > floor and word[at] == "as" and word[at - 2] == "such":
        at -= 1  # "such rivers as the Tarn"
    elif at > floor and word[at] in _INTRODUCING:
        at -= 1
    else:
        at = -1
    if at >= floor and word[at] == ",":
        at -= 1
    if at >= floor and (label := _PLURALS.get(word[at].casefold())):
        return label
    if word[end : end + 2] in (["and", "other"], ["or", "other"]):
        nouns = (word[i].casefold() for i in range(end + 2, min(ceiling, end + 5)))
        return next((_PLURALS[noun] for noun in nouns if noun in _PLURALS), "")
    return ""
