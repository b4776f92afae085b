"""Sources of more than one: "X and Y", "Mr and Mrs Doe"."""

from __future__ import annotations

from tui.analysis.coreference import description_nouns
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import roles_before_names
from tui.analysis.entities.name_parts import HONORIFICS
from tui.analysis.parsed_article import ParsedArticle

_MAX_SPEAKERS = 6  # speakers named together
_NOUNS = frozenset({"PROPN", "NOUN", "PRON"})
_CONJUNCTIONS = frozenset({"and", "&", "or", "nor", ","})
_BEFORE_NAME = frozenset({"NOUN", "PROPN", "ADJ"})
_DETERMINERS = description_nouns.DEFINITE | {"a", "an"}


def conjuncts(names: NamedSources, source: SourcePhrase) -> list[SourcePhrase]:
    """Return the sources joined in one, in reading order.

    That is the one source itself where the words joined describe one person, and where none of them is a name or
    pronoun ("directors and advisers").
    """
    parsed, mentions, mention_of_token = names.parsed, names.mentions, names.mention_of_token
    alone = _name_behind_titles(names, source)
    if alone is None:
        alone = _behind_comma(names, source)
    if alone is not None:
        return [alone]
    introduced = _names_introduced(names, source)
    if introduced:
        return introduced
    heads, seen = [source.head], {source.head}
    first = mention_of_token.get(source.head)
    for i in source.tokens:
        mention = mention_of_token.get(i)
        # "Jane Doe, John Roe and Ann Poe": the second looks like an apposition to the first.
        enumerated = (
            parsed.dep[i] == "appos"
            and names.is_person(first)
            and names.is_person(mention)
            and any(parsed.word[k] in ("and", "&") for k in range(i + 1, source.end))
        )
        joined = parsed.dep[i] == "conj" or enumerated
        if not joined or parsed.head[i] not in seen or parsed.pos[i] not in _NOUNS:
            continue
        if mention is not None and mention == first:
            continue  # inside one name: "Marks and Spencer"
        begin = _phrase_begin(parsed, i, heads[-1] + 1)
        if parsed.word[begin - 1].casefold() not in _CONJUNCTIONS or begin - 1 in mention_of_token:
            continue  # "everyone but Jane Doe", "the Office of Works and Bridges chief Jane Doe"
        named = mention is not None or parsed.pos[i] == "PRON"
        if not named and (first is not None or not description_nouns.is_plural(parsed, i)):
            # "Jane Doe, the mayor and landlady" is one person; "Jane Doe and the mayor" are two.
            determined = parsed.word[begin].casefold() in _DETERMINERS and begin < i
            if not determined or "," in parsed.word[source.head : begin]:
                continue
        if mention is not None and first is None and parsed.pos[source.head] == "NOUN":
            named_last = mentions[mention]
            singular = not description_nouns.is_plural(parsed, source.head)
            if (
                names.is_person(mention)
                and singular
                and "of" not in parsed.word[source.head : begin]  # "the governor of Ohio and Senator Doe"
                and roles_before_names.before_name(parsed, named_last)
            ):
                return [SourcePhrase(tuple(range(begin, i + 1)), i)]  # "his aunt and deputy Jane Doe"
        heads.append(i)
        seen.add(i)
    # "Neither the club nor its lawyer" are two, described or not
    apart = "nor" in (parsed.word[i] for i in source.tokens)
    if len(heads) == 1 or not (apart or any(h in mention_of_token or parsed.pos[h] == "PRON" for h in heads)):
        return [source]
    return [
        SourcePhrase(
            tuple(range(_phrase_begin(parsed, head, source.begin), _phrase_end(parsed, source, head, named))),
            head,
        )
        for head in heads[:_MAX_SPEAKERS]
        for named in [head in mention_of_token]
    ]


def begins_with_pronoun(parsed: ParsedArticle, source: SourcePhrase) -> bool:
    """Tell whether a source is a pronoun and somebody joined to it: "she and her aides"."""
    return (
        source.begin == source.head
        and parsed.pos[source.head] == "PRON"
        and parsed.word[source.begin + 1 : source.begin + 2] in (["and"], ["&"])
        and source.begin + 1 in source.tokens
    )


def _phrase_end(parsed: ParsedArticle, source: SourcePhrase, head: int, named: bool) -> int:
    """Return the token after a joined source: a description goes on to what it is of, "the governor of Ohio"."""
    if named or parsed.word[head + 1 : head + 2] != ["of"]:
        return head + 1
    return next((i for i in range(head + 1, source.end) if parsed.word[i] in _CONJUNCTIONS), source.end)


def _name_behind_titles(names: NamedSources, source: SourcePhrase) -> SourcePhrase | None:
    """Return the name in a source that is else only titles in a row: "chairman, CEO and president Carl Moss".

    None for any other source, and where one of the titles has an article of its own ("the mayor and the singer Jane
    Doe" may be two).
    """
    parsed, mentions, mention_of_token = names.parsed, names.mentions, names.mention_of_token
    named = mention_of_token.get(source.tokens[-1])
    if named is None or not names.is_person(named):
        return None
    begin = mentions[named].begin
    before = [i for i in source.tokens if i < begin]
    if not any(parsed.word[i] in _CONJUNCTIONS for i in before):
        return None
    others = (mention_of_token[i] for i in before if i in mention_of_token)
    if any(names.is_person(n) and parsed.word[mentions[n].end] in _CONJUNCTIONS for n in others):
        return None  # "baker Jane Doe and carpenter John Roe"
    if parsed.word[source.begin].casefold() not in _DETERMINERS and _are_titles(parsed, before):
        return SourcePhrase(tuple(range(begin, source.end)), source.tokens[-1])
    for i in before:
        last = i + 1 == begin or parsed.word[i + 1] in _CONJUNCTIONS
        noun = parsed.word[i].casefold()
        if parsed.word[i] in _CONJUNCTIONS or (i == source.begin and noun == "the"):
            continue
        if i in mention_of_token or parsed.pos[i] not in _BEFORE_NAME:
            return None
        if last and not description_nouns.is_person_noun(noun):
            return None
    return SourcePhrase(tuple(range(begin, source.end)), source.tokens[-1])


def _behind_comma(names: NamedSources, source: SourcePhrase) -> SourcePhrase | None:
    """Return the second of two people whom only a comma parts: "it went to, now, Roe, Doe said"."""
    first, last = (names.mention_of_token.get(i) for i in (source.tokens[0], source.tokens[-1]))
    if first is None or last is None or first == last:
        return None
    begin, end = names.mentions[first].end, names.mentions[last].begin
    people = names.is_person(first) and names.is_person(last)
    if not people or end != begin + 1 or names.parsed.word[begin] != ",":
        return None
    return SourcePhrase(tuple(range(end, source.end)), source.tokens[-1])


def _are_titles(parsed: ParsedArticle, before: list[int]) -> bool:
    """Tell whether the tokens are titles without an article, some with what they are of.

    "Former Secretary of State and presidential front-runner", before a name; "ex-keeper and Race of the Year host".
    """
    segments: list[list[int]] = [[]]
    for i in before:
        if parsed.word[i] in _CONJUNCTIONS:
            segments.append([])
        else:
            segments[-1].append(i)
    return all(
        any(description_nouns.is_person_noun(parsed.word[i].casefold()) for i in segment)
        and all(
            parsed.pos[i] in _BEFORE_NAME
            or parsed.word[i] in ("of", "for", "-")
            or parsed.word[i - 1] in ("of", "for")
            for i in segment
        )
        for segment in segments
    )


def _names_introduced(names: NamedSources, source: SourcePhrase) -> list[SourcePhrase]:
    """Return the names of "the mayor, Jane Doe, and the singer, John Roe", whatever the parse makes of it.

    Between each "and" there must be one person, named first or last; none of any other source.
    """
    parsed, mention_of_token, tokens = names.parsed, names.mention_of_token, source.tokens
    joints = [i for i in tokens if parsed.word[i] in ("and", "&") and i not in mention_of_token]
    if not joints or tokens[-1] - tokens[0] + 1 != len(tokens):
        return []
    sources: list[SourcePhrase] = []
    for begin, end in zip([tokens[0], *(i + 1 for i in joints)], [*joints, tokens[-1] + 1], strict=True):
        while end > begin and parsed.word[end - 1] == ",":
            end -= 1
        inside = {mention_of_token[i] for i in range(begin, end) if i in mention_of_token}
        people = [n for n in inside if names.is_person(n)]
        if len(people) != 1:
            return []
        name = names.mentions[people[0]]
        first = name.begin == begin and (name.end == end or parsed.word[name.end] in (",", "of", "from"))
        role = roles_before_names.before_name(parsed, name)
        # not "Jane Doe, a fellow of the Trust and an adviser to Mayor John Roe": he does not speak
        titled = role is not None and all(parsed.pos[i] != "ADP" for i in range(begin, role[0]))
        titled |= begin < name.begin and _are_titles(parsed, list(range(begin, name.begin)))
        last = name.end == end and (parsed.word[name.begin - 1] == "," or titled)
        if not (first or last):
            return []
        sources.append(SourcePhrase(tuple(range(name.begin, name.end)), name.end - 1))
    return sources[:_MAX_SPEAKERS]


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


def couple(names: NamedSources, source: SourcePhrase) -> tuple[str, list[bool]]:
    """Return the surname of "Mr and Mrs Doe", and for each of the two whether it is a woman.

    The surname of any other source is "".
    """
    word, begin = names.parsed.word, source.begin
    if source.end - begin < 4 or word[begin + 1].casefold() not in ("and", "&"):
        return "", []
    genders = [HONORIFICS.get(word[i].casefold().strip("."), 0.0) for i in (begin, begin + 2)]
    name = names.mention_of_token.get(begin + 3)
    if not all(genders) or name is None:
        return "", []
    return names.mentions[name].key[-1], [gender > 0 for gender in genders]
