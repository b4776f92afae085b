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


def conjuncts(
    parsed: ParsedArticle,
    source: SourcePhrase,
    mention_of_token: Mapping[int, int],
    mentions: list[Mention],
    referents: list[Referent],
) -> list[SourcePhrase]:
    """The sources joined in one, in reading order; one where the words joined say what one person is.

    `at` gives the mention that a token is part of. Where nobody among them is named ("directors and
    advisers") they are one.
    """
    heads, seen = [source.head], {source.head}
    there = mention_of_token.get(source.head)
    for i in source.tokens:
        if parsed.dep[i] != "conj" or parsed.head[i] not in seen or parsed.pos[i] not in _NOUNS:
            continue
        here = mention_of_token.get(i)
        if here is not None and here == there:
            continue  # inside one name
        begin = _phrase_begin(parsed, i, heads[-1] + 1)
        if parsed.word[begin - 1].casefold() not in _CONJUNCTIONS:
            continue  # "everyone but Jane Doe"
        named = here is not None or parsed.pos[i] == "PRON"
        if not named and (there is not None or not definite_descriptions.is_plural(parsed, i)):
            # "Jane Doe, the mayor and landlady": still one
            own = parsed.word[begin].casefold() in definite_descriptions.DEFINITE | {"a", "an"} and begin < i
            if not own or "," in parsed.word[source.head : begin]:
                continue
        if here is not None and there is None and parsed.pos[source.head] == "NOUN":
            person = referents[mentions[here].referent].is_person
            if (
                person
                and not definite_descriptions.is_plural(parsed, source.head)
                and roles.before_name(parsed, mentions[here])
            ):
                return [SourcePhrase(tuple(range(begin, i + 1)), i)]  # "his aunt and deputy Jane Doe"
        heads.append(i)
        seen.add(i)
    if len(heads) == 1 or not any(h in mention_of_token or parsed.pos[h] == "PRON" for h in heads):
        return [source]
    out = []
    for head in heads[:_MAX_SPEAKERS]:
        begin = _phrase_begin(parsed, head, source.begin)
        out.append(SourcePhrase(tuple(range(begin, head + 1)), head))
    return out


def _phrase_begin(parsed: ParsedArticle, head: int, floor: int) -> int:
    """The first token of the words that stand before `head` and hang on it."""
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
    """The surname of "Mr and Mrs Doe", and of each in turn whether it is a woman; "" for any other source."""
    word, begin = parsed.word, source.begin
    if source.end - begin < 4 or word[begin + 1].casefold() not in ("and", "&"):
        return "", []
    signs = [HONORIFICS.get(word[i].casefold().strip("."), 0.0) for i in (begin, begin + 2)]
    name = mention_of_token.get(begin + 3)
    if not all(signs) or name is None:
        return "", []
    return mentions[name].key[-1], [sign > 0 for sign in signs]
