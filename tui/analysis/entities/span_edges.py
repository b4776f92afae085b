"""What is cut off the edges of the recogniser's spans: articles, marks, verbs and what stands after them.

"the Post" loses its article, "Jones accused Smith" everything from the verb on; "Doe Open in Leeds" is two names.
"""

from __future__ import annotations

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.span_joining import BARE, KNOWN_ORGANISATIONS, NameSpan, is_place, is_role
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

NAMED = frozenset(
    {
        "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE",
    }
)  # fmt: skip
"""The recogniser's labels that are names; the others are dates, numbers and amounts."""

_FUNCTION_WORDS = words("small words")
_PARTICLES = words("particles")
_NOT_NAMES = words("no names")
_ORG_HEADS = words("heads of organisations")
_OPENINGS = words("openings")
_HYPHENS = frozenset({"-", "–", "‑"})
_APOSTROPHES = frozenset({"'", "’", "'s", "’s", "'S", "’S"})
_CUTTABLE = NAMED - {"WORK_OF_ART", "EVENT", "LAW"}
_BODIES_ON = {
    (body, "on") for body in ("Center", "Centre", "Coalition", "Initiative", "Institute", "Project")
}
_CLAUSE_WORDS = frozenset({"as", "after", "amid", "that", "than", "who", "while"})


def trim_edges(parsed: ParsedArticle, span: NameSpan) -> list[NameSpan]:
    """Return the span trimmed, with the place after "in" that it was read as one with ("Doe Open in Leeds")."""
    pair, label = _and_between_two(parsed, span), "ORG"
    if not pair:
        pair, label = _hyphen_between_two(parsed, span), "GPE"
    if pair:
        return trim_edges(parsed, NameSpan(span.begin, pair, label)) + trim_edges(
            parsed, NameSpan(pair + 1, span.end, label)
        )
    first = _trim(parsed, span)
    if first is None:
        return []
    begin = first.begin
    if (
        first.label == "NORP"
        and first.end - begin > 1
        and place_class((parsed.word[begin].casefold(),)) == "GPE"
    ):
        return [
            NameSpan(begin, begin + 1, "GPE"),
            NameSpan(begin + 1, first.end, "NORP"),
        ]  # "Florida Latinos"
    at = first.end
    if at + 1 < span.end and parsed.word[at] in ("in", "at", "of"):
        place = NameSpan(at + 1, span.end, BARE)
        return [first, *trim_edges(parsed, place)]
    return [first]


def _and_between_two(parsed: ParsedArticle, span: NameSpan) -> int:
    """Return the "and" between two organisations read as one ("Doe Bank and Leeds Savings Bank"), 0 without one."""
    word = [w.casefold() for w in parsed.word[span.begin : span.end]]
    if span.label != "ORG" or word.count("and") != 1:
        return 0
    at = word.index("and")
    if len(word) == 3 and at == 1 and {word[0], word[2]} & KNOWN_ORGANISATIONS:
        return span.begin + at  # "Alphabet and Facebook"
    if word[-1] not in _ORG_HEADS:
        return 0
    return span.begin + at if 1 < at < len(word) - 2 and word[at - 1] in _ORG_HEADS else 0


def _hyphen_between_two(parsed: ParsedArticle, span: NameSpan) -> int:
    """Return the hyphen between two places that everybody knows ("Chile-Peru"), 0 without one."""
    word = parsed.word
    for at in range(span.begin + 1, span.end - 1):
        if word[at] in _HYPHENS:
            before = [w for w in word[span.begin : at] if w.casefold() != "the"]
            return at if is_place(before) and is_place(word[at + 1 : span.end]) else 0
    return 0


def _trim(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Return the span without articles, marks and possessive at its edges; None if no name is left."""
    begin, end, label = span
    word, pos = parsed.word, parsed.pos
    while begin < end and (
        not word[begin][0].isalnum()
        or word[begin].casefold() in _FUNCTION_WORDS
        or (word[begin] == "No" and label != "WORK_OF_ART" and end - begin > 2)
        or (word[begin].islower() and word[begin] not in _PARTICLES)
    ):
        begin += 1  # "the Post", "“Jones"
    if (
        label == "PERSON"
        and end - begin > 1
        and begin == parsed.sentences[parsed.sentence[begin]][0]
        and word[begin].casefold() in _OPENINGS
    ):
        begin += 1  # "Outside Doe’s shop"
    # "Jones accused Smith of lying" and "Jones as Rovers sink City", each read as one name, end before the verb or
    # conjunction. Titles of works in quotation marks stay whole, and so does "University of Leeds".
    title_of_work = label not in _CUTTABLE and begin and parsed.tag[begin - 1] == "``"
    for i in range(begin + 1, end):
        if title_of_work or not word[i].islower() or word[i - 1] in _HYPHENS:
            continue
        if word[i] == "of" and i == begin + 2 and is_first_name(word[begin]) and is_place(word[i + 1 : end]):
            end = i
            break  # "Jane Castle of Leeds"
        if word[i] in _PARTICLES:
            continue
        cut = (pos[i] in ("VERB", "AUX", "PRON") and word[i] != "to") or (
            word[i] in ("in", "on") and not is_role(word[i - 1]) and (word[i - 1], word[i]) not in _BODIES_ON
        )  # "Freewinds in Bonaire", but not "Committee on Energy", "Project on Bridge Safety"
        if (
            word[i] in _CLAUSE_WORDS
            or (label == "PERSON" and word[i].isalpha())
            or (
                cut
                and (
                    label in _CUTTABLE
                    or (word[i] == "in" and label == "EVENT")
                    or parsed.tag[i] in ("VBD", "VBZ")
                )
            )
        ):
            end = i
            break
    while end > begin and (
        not word[end - 1][0].isalnum()
        or word[end - 1] in _APOSTROPHES
        or word[end - 1].casefold() in _FUNCTION_WORDS
    ):
        end -= 1
    if begin == end:
        return None
    before = begin - 1
    if (
        (label in ("NORP", "ORG") or (label in ("PERSON", BARE) and word[end - 1].casefold() in _ORG_HEADS))
        and before > parsed.sentences[parsed.sentence[begin]][0]
        and pos[before] == "ADJ"
        and word[before][0].isupper()
        and parsed.entity[before] == BARE
        and parsed.head[before] == end - 1
    ):
        begin = before  # "the Liberal Democrats", where only the second word is labelled
    if label == BARE and not word[begin][0].isupper():
        return None  # "e-mail", tagged as a proper noun
    if (label == BARE or end - begin == 1) and word[begin].casefold().strip(".") in _NOT_NAMES:
        return None  # "Monday"
    return NameSpan(begin, end, label)
