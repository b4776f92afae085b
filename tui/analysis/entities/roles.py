"""What an article says somebody is: titles before a name and appositions beside it."""

from __future__ import annotations

from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import HONORIFICS, POSSESSIVE, TITLES, words_of
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_MAX_TOKENS = 12
_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "ADV"})
_STOPS = frozenset(
    {",", ";", ":", ".", "--", "—", "–", "-", "(", ")", "“", "”", '"', "who", "whose", "which", "that"}
)
_BEHIND = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "PART", "CCONJ"})
_PERSONS = words("kin") | words("people") | TITLES
_NOT_ROLES = frozenset(
    [
        "tour",
        "policy",
        "campaign",
        "era",
        "administration",
        "election",
        "rally",
        "presidency",
        "family",
        "attack",
        "plan",
        "talks",
    ]
)


def before_name(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of the role before a name ("Kremlin spokesperson"), or None.

    Articles and a bare "Mr" are no part of it, and what ends in a possessive ("Ukraine’s") is no role.
    """
    begin = end = mention.begin
    pos, word = parsed.pos, parsed.word
    floor = max(parsed.sentences[parsed.sentence[begin]][0], begin - _MAX_TOKENS)
    while begin > floor:
        at = begin - 1
        plain = word[at].casefold().strip(".")
        if plain in HONORIFICS:
            if begin == end:
                begin = end = at  # "council leader Mr Doe": the role stands before "Mr"
                continue
            break
        # "vice-president", "Lt. Col.", "editor-in-chief"
        inner = begin < end and (word[at] in ("-", "&", ".") or word[begin] == "-" == word[at - 1])
        # "Secretary of State", "director for research and training", with a title to the left.
        of = (
            plain in ("of", "for", "and")
            and begin < end
            and at > floor
            and word[begin].casefold() not in HONORIFICS
        )
        possessive = word[at] in POSSESSIVE and begin < end  # "the city’s mayor"
        if not (
            pos[at] in _INSIDE
            or plain in TITLES
            or inner
            or possessive
            or (of and _title_left(parsed, at, floor))
        ):
            break
        begin = at
    while begin < end and (word[begin] in ("-", "&", ".") or pos[begin] == "ADV"):
        begin += 1  # "then chancellor"
    if begin == end:
        return None
    at = end - 2 if word[end - 1] == "." and begin < end - 1 else end - 1  # "Lt ." is two tokens
    last = word[at].casefold().strip(".")
    # "Campaign Doe" has no role, and neither has a noun that depends on anything but the name or the role.
    if last in _NOT_ROLES or not (
        last in TITLES or (pos[end - 1] == "NOUN" and parsed.head[end - 1] in range(begin, mention.end))
    ):
        return None
    return begin, end


def _title_left(parsed: ParsedArticle, at: int, floor: int) -> bool:
    """Tell whether a title is one of the two tokens before `at`."""
    return any(parsed.word[i].casefold().strip(".") in TITLES for i in range(max(floor, at - 2), at))


def after_name(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of the apposition behind a name (", the mayor of X,") without its article, or None."""
    sentence_end = parsed.sentences[parsed.sentence[mention.begin]][1]
    at = mention.end
    pos, word, dep, head = parsed.pos, parsed.word, parsed.dep, parsed.head
    if at + 1 < sentence_end and word[at] == "," and pos[at + 1] == "NUM":
        at += 2  # "Doe, 41, who …"
    if at + 1 >= sentence_end or word[at] not in (",", "--", "—", "–"):
        return None
    begin = at + 1
    if word[begin].casefold() in ("the", "a", "an", "one"):
        begin += 1
    elif pos[begin] not in ("NOUN", "PROPN", "ADJ", "PRON", "VERB") or word[begin][0].isupper():
        return None  # ", Leeds" and ", when"
    end = begin
    named = range(mention.begin, mention.end)
    while end < sentence_end and end - begin < _MAX_TOKENS + 4 and word[end].casefold() not in _STOPS:
        if pos[end] in ("AUX",) or (
            pos[end] == "VERB" and dep[end] in ("ROOT", "relcl", "ccomp", "conj", "advcl")
        ):
            break  # a clause begins: ", the mayor said"
        end += 1
    nouns = [i for i in range(begin, end) if pos[i] in ("NOUN", "PROPN")]
    if not nouns:
        return None
    # Where the parse sees no apposition, its first noun must be one, with an article, and in no enumeration.
    if not any(dep[i] == "appos" and head[i] in named for i in nouns):
        first = nouns[0]
        while first + 1 in nouns:
            first += 1
        if pos[first] != "NOUN" or word[begin - 1] == "," or (first + 1 < end and word[first + 1] == "and"):
            return None
    return begin, end


def heads(parsed: ParsedArticle, tokens: tuple[int, int]) -> list[int]:
    """Return the nouns of a role that say what somebody is: of "the mayor’s younger brother" only "brother"."""
    begin, end = tokens
    word, pos = parsed.word, parsed.pos
    out: list[int] = []
    for i in range(begin, end):
        if word[i] in POSSESSIVE:
            out.clear()
        elif pos[i] == "ADP" or word[i] in (",", "who", "whose"):
            break
        elif pos[i] in ("NOUN", "PROPN") or word[i].casefold().strip(".") in TITLES:
            joined = i + 1 < end and pos[i + 1] in ("NOUN", "PROPN")
            if not joined or word[i].casefold().strip(".") in TITLES:
                out.append(i)
    return out


def text_of(parsed: ParsedArticle, tokens: tuple[int, int]) -> str:
    """Return the words of a role on one line."""
    return " ".join(words_of(span_of(parsed, tokens).of(parsed.text)))


def span_of(parsed: ParsedArticle, tokens: tuple[int, int]) -> Span:
    """Return where tokens `[begin, end)` stand in the article."""
    return Span(parsed.start[tokens[0]], parsed.end[tokens[1] - 1])


def find(parsed: ParsedArticle, mention: Mention) -> list[tuple[int, int]]:
    """Return every role that the article gives the name where it stands: before, behind and around it."""
    found = (before_name(parsed, mention), after_name(parsed, mention), in_apposition(parsed, mention))
    return [tokens for tokens in found if tokens is not None]


def in_apposition(parsed: ParsedArticle, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of what the name is in apposition to ("mayor" in "the mayor, Jane Doe"), or None.

    A person who is only addressed ("Good morning, Jane") is in apposition to nothing.
    """
    pos, word, head = parsed.pos, parsed.word, parsed.head
    name = max(mention.title_begin, 0) or mention.begin
    if name < 2 or word[name - 1] != "," or parsed.dep[mention.end - 1] != "appos":
        return None
    noun = head[mention.end - 1]
    if pos[noun] != "NOUN" or not name - _MAX_TOKENS <= noun < name:
        return None
    floor = max(parsed.sentences[parsed.sentence[noun]][0], noun - _MAX_TOKENS)
    begin = _phrase_begin(parsed, noun, floor)
    whose = begin > floor and (pos[begin - 1] in ("DET", "PRON") or word[begin - 1] in POSSESSIVE)
    if not whose and word[noun].casefold() not in _PERSONS:
        return None  # "Good morning, Jane"
    if begin - 1 > floor and word[begin - 1] in POSSESSIVE and pos[begin - 2] in ("NOUN", "PROPN"):
        begin = _phrase_begin(parsed, begin - 2, floor)  # "the city council’s head"
    behind = range(noun + 1, name - 1)
    of = len(behind) > 1 and word[noun + 1] in ("of", "for", "at")
    joined = of and all(pos[i] in _BEHIND for i in behind)
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
