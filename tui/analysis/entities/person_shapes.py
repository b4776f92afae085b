"""Names of people that their neighbours hide: after a rank or place, with a nickname or a first name like "An".

The recogniser and the tagger read "Kestrels DL Marlon Sprague" as one name, "To Lam" as a preposition and a name,
and "Anna ‘Birdie’ Kowalski" as two.
"""

from __future__ import annotations

from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.role_words import PREPOSITIONS, is_of_title
from tui.analysis.entities.span_joining import BARE, NameSpan, is_place, is_role
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_ORGANISATION_WORDS = words("words of organisations") | words("small words")
_INSIDE_ROLES = words("words of roles")
LIKE_FUNCTION_WORDS = frozenset({"An", "To", "Per"})
"""First names that the tagger reads as an article or preposition."""
_OPENS_NICKNAME = frozenset({"‘", "“", "'", '"', "("})
_CLOSES_NICKNAME = frozenset({"’", "”", "'", '"', ")"})
_WORKS = frozenset({"WORK_OF_ART", "EVENT", "LAW"})
_VOWELS = frozenset("AEIOUH")
_MAX_APPOSITION = 12  # tokens between the two commas around one


def find_hidden_people(parsed: ParsedArticle, spans: list[NameSpan]) -> list[NameSpan]:
    """Return the spans, those that hide a person's name widened, joined or split."""
    out: list[NameSpan] = []
    for span in spans:
        if out and (whole := _around_nickname(parsed, out[-1], span)) is not None:
            out[-1] = whole
            continue
        if out and _is_completed(parsed, out[-1], span):
            out[-1] = NameSpan(out[-1].begin, span.end, "PERSON")
            continue
        if out and _continues_double_first_name(parsed, out[-1], span):
            left = out.pop()
            if left.end - left.begin > 1:
                out.append(NameSpan(left.begin, left.end - 1, left.label))
            out.append(NameSpan(left.end - 1, span.end, "PERSON"))
            continue
        if out and _is_surname_of(parsed, out[-1], span):
            left = out.pop()
            if left.end - left.begin > 1:
                out.append(NameSpan(left.begin, left.end - 1, left.label))
            out.append(NameSpan(left.end - 1, span.end, "PERSON"))
            continue
        if _has_first_name_before(parsed, span):
            span = NameSpan(span.begin - 1, span.end, "PERSON")
        if _has_double_first_name(parsed, span):
            span = NameSpan(span.begin, span.end, "PERSON")
        at = _first_name_inside(parsed, span)
        if at is None:
            out.append(span)
        else:
            out += [NameSpan(span.begin, at, BARE), NameSpan(at, span.end, "PERSON")]
    return out


def _around_nickname(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> NameSpan | None:
    """Return the whole of a name that stands around a nickname in marks, of which `right` is the surname.

    "Anna ‘Birdie" and "Kowalski" with the closing mark between them.
    """
    word = parsed.word
    if right.end - right.begin > 2 or right.begin != left.end + 1 or word[left.end] not in _CLOSES_NICKNAME:
        return None
    if left.label not in ("PERSON", BARE) or right.label not in ("PERSON", BARE, "ORG", "GPE"):
        return None
    opened = [i for i in range(left.begin + 1, left.end) if word[i] in _OPENS_NICKNAME]
    if not opened or left.end - opened[0] > 3 or not is_first_name(word[left.begin]):
        return None
    return NameSpan(left.begin, right.end, "PERSON")


def _is_completed(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether an editor completed a name in square brackets: "[Jane] Doe", "Jane [Doe]"."""
    word = parsed.word
    if right.begin != left.end + 1 or left.end - left.begin != 1 or right.end - right.begin != 1:
        return False
    people = ("PERSON", BARE)
    if left.label not in people or right.label not in people or not is_first_name(word[left.begin]):
        return False
    if word[left.end] == "]":
        return left.begin > 0 and word[left.begin - 1] == "["
    return word[left.end] == "[" and word[right.end : right.end + 1] == ["]"]


def _continues_double_first_name(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether a hyphen joins the spans in a first name: "Prosecution Eva" and "Marie Holt"."""
    word, hyphen = parsed.word, left.end
    return (
        right.begin == hyphen + 1
        and word[hyphen] in ("-", "‑")
        and parsed.end[hyphen - 1] == parsed.start[hyphen]
        and parsed.end[hyphen] == parsed.start[right.begin]
        and 2 <= right.end - right.begin <= 3
        and is_first_name(word[hyphen - 1])
        and is_first_name(word[right.begin])
        and word[right.end - 1].casefold() not in _ORGANISATION_WORDS
    )


def _has_double_first_name(parsed: ParsedArticle, span: NameSpan) -> bool:
    """Tell whether it is a name like "Eva-Marie Holt", which the recogniser may take for an organisation."""
    word, begin, end = parsed.word, span.begin, span.end
    return (
        end - begin == 4
        and word[begin + 1] in ("-", "‑")
        and is_first_name(word[begin])
        and is_first_name(word[begin + 2])
        and word[end - 1].casefold() not in _ORGANISATION_WORDS
    )


def _is_surname_of(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether a first name after a title and a single word are one name: "chief Pilar" and "Ostrow".

    The title may stand in the first span: "Chief Executive Pilar" and "Ostrow".
    """
    word, begin = parsed.word, left.end - 1
    return (
        left.end == right.begin
        and right.end - right.begin == 1
        and (left.label == BARE or (left.label == "PERSON" and begin == left.begin))
        and right.label in (BARE, "ORG", "GPE", "PRODUCT", "PERSON")
        and parsed.head[begin] == right.begin
        and is_first_name(word[begin])
        and word[right.begin].casefold() not in _ORGANISATION_WORDS
        and begin > 0
        and (
            (right.label == "PERSON" and begin > left.begin)
            or word[begin - 1].casefold().strip(".") in TITLES
            or is_role(word[begin - 1])
            or (begin > left.begin and word[begin - 1].casefold() in _INSIDE_ROLES)
        )
    )


def _has_first_name_before(parsed: ParsedArticle, span: NameSpan) -> bool:
    """Tell whether a first name that looks like an article or preposition stands before: "An", "To", "Per".

    "“It was late,” said Per Dahl, the treasurer.", "To Lam, Vietnam’s leader, said no.", but not "To Lam, this was
    late." nor "An Oscar".
    """
    word, at = parsed.word, span.begin - 1
    if at < 0 or word[at] not in LIKE_FUNCTION_WORDS or span.label not in (BARE, "PERSON"):
        return False
    if span.end - span.begin > 2 or parsed.sentence[at] != parsed.sentence[span.begin]:
        return False
    if word[at] == "An":
        return word[span.begin][0] not in _VOWELS
    first = parsed.sentences[parsed.sentence[at]][0]
    shouted = all(w[0].isupper() for w in word[first:at] if w[0].isalpha() and len(w) > 3)
    if at > first and word[at - 1] not in "“\"‘'" and not shouted:
        return True  # a capital inside a sentence
    after = span.end
    if after < len(word) and word[after] == ",":
        near = range(after + 2, min(len(word), after + _MAX_APPOSITION))
        after = next((i + 1 for i in near if word[i] == ","), len(word))
    return after < len(word) and parsed.tag[after] in ("VBD", "VBZ", "MD")


def _first_name_inside(parsed: ParsedArticle, span: NameSpan) -> int | None:
    """Return where a person's name begins after a rank or a place in the same span, or None.

    "Kestrels DL Marlon Sprague", "(envoy to) Corrania Torvald Minch".
    """
    word, begin, end = parsed.word, span.begin, span.end
    if end - begin < 3 or word[end - 1].casefold() in _ORGANISATION_WORDS:
        return None
    at = end - 2
    rank = word[at - 1]
    ranked = at - begin >= 2 and rank.isalpha() and rank.isupper() and len(rank) < 4
    if ranked and span.label != "PERSON" and is_first_name(word[at]):
        return at
    before = word[begin - 1 - (word[begin - 1] == "the")] if begin > 1 else ""
    if before not in PREPOSITIONS or not is_of_title(parsed, begin) or is_place(word[begin:end]):
        return None
    if span.label == "PERSON" and is_place(word[begin : begin + 1]):
        return begin + 1 if before == "in" or not is_first_name(word[begin]) else None
    if span.label not in _WORKS:  # "(head of the) River Pilots Anna Holt"
        three = end - begin > 3 and is_first_name(word[at - 1]) and not is_place(word[begin:at])
        name = word[at - three : end]
        if is_first_name(name[0]) and not is_place(name) and all(w[0].isupper() for w in name):
            return at - three
    if all(w[0].isupper() and w.isalpha() for w in word[at:end]):
        land = begin + 2 if word[begin + 1] == "of" else begin  # "the Republic of Corrania"
        if land < at and is_place(word[land:at]):
            return at
    whole = word[begin:end]
    named = all(w[0].isupper() and w.isalpha() for w in whole) and span.label != "PERSON" and len(whole) == 3
    if not named or not _ORGANISATION_WORDS.isdisjoint(w.casefold() for w in whole):
        return None
    titled = word[begin - 2].casefold() in TITLES or is_role(word[begin - 2]) or word[begin - 2] == "envoy"
    return begin + 1 if titled or is_first_name(word[begin + 1]) else None
