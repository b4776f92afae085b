"""Sources of more than one: "X and Y", "Mr and Mrs Doe"."""

from __future__ import annotations

from collections.abc import Mapping

from tui.analysis.coreference import definite_descriptions
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import roles
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import HONORIFICS
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle

_MAX_SPEAKERS = 6  # speakers named together
_NOUNS = frozenset({"PROPN", "NOUN", "PRON"})
_CONJUNCTIONS = frozenset({"and", "&", "or", ","})
_DETERMINERS = definite_descriptions.DEFINITE | {"a", "an"}


def conjuncts(
    parsed: ParsedArticle,
    source: SourcePhrase,
    mention_of_token: Mapping[int, int],
    mentions: list[Mention],
    referents: list[Referent],
) -> list[SourcePhrase]:
    """Return the sources joined in one, in reading order.

    That is the one source itself where the words joined describe one person, and where none of them is a name or
    pronoun ("directors and advisers").
    """
    heads, seen = [source.head], {source.head}
    first = mention_of_token.get(source.head)
    for i in source.tokens:
        if parsed.dep[i] != "conj" or parsed.head[i] not in seen or parsed.pos[i] not in _NOUNS:
            continue
        mention = mention_of_token.get(i)
        if mention is not None and mention == first:
            continue  # inside one name: "Marks and Spencer"
        begin = _phrase_begin(parsed, i, heads[-1] + 1)
        if parsed.word[begin - 1].casefold() not in _CONJUNCTIONS:
            continue  # "everyone but Jane Doe"
        named = mention is not None or parsed.pos[i] == "PRON"
        if not named and (first is not None or not definite_descriptions.is_plural(parsed, i)):
            # "Jane Doe, the mayor and landlady" is one person; "Jane Doe and the mayor" are two.
            determined = parsed.word[begin].casefold() in _DETERMINERS and begin < i
            if not determined or "," in parsed.word[source.head : begin]:
                continue
        if mention is not None and first is None and parsed.pos[source.head] == "NOUN":
            joined = mentions[mention]
            singular = not definite_descriptions.is_plural(parsed, source.head)
            if referents[joined.referent].is_person and singular and roles.before_name(parsed, joined):
                return [SourcePhrase(tuple(range(begin, i + 1)), i)]  # "his aunt and deputy Jane Doe"
        heads.append(i)
        seen.add(i)
    if len(heads) == 1 or not any(h in mention_of_token or parsed.pos[h] == "PRON" for h in heads):
        return [source]
    return [
        SourcePhrase(tuple(range(_phrase_begin(parsed, head, source.begin), head + 1)), head)
        for head in heads[:_MAX_SPEAKERS]
    ]


def _phrase_begin(parsed: ParsedArticle, head: int, floor: int) -> int:
    """Return the first of the tokens, `floor` at the earliest, that stand before `head` and depend on it."""
    begin = head
    while (
        begin > floor
        and begin - 1 < parsed.head[begin - 1] <= head
        and parsed.dep[begin - 1] not in ("cc", "punct")
    ):
        begin -= 1
    return begin


def couple(
    parsed: ParsedArticle, source: SourcePhrase, mention_of_token: Mapping[int, int], mentions: list[Mention]
) -> tuple[str, list[bool]]:
    """Return the surname of "Mr and Mrs Doe", and for each of the two whether it is a woman.

    The surname of any other source is "".
    """
    word, begin = parsed.word, source.begin
    if source.end - begin < 4 or word[begin + 1].casefold() not in ("and", "&"):
        return "", []
    genders = [HONORIFICS.get(word[i].casefold().strip("."), 0.0) for i in (begin, begin + 2)]
    name = mention_of_token.get(begin + 3)
    if not all(genders) or name is None:
        return "", []
    return mentions[name].key[-1], [gender > 0 for gender in genders]
