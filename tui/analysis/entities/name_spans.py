"""Where names begin and end: the recogniser's spans and the proper nouns that it left out, split and joined.

"Ukraine’s Volodymyr Zelenskyy" is two names, and so is "Trump’s Middle East". "Kim Jong-un" is one although the
recogniser stops at the hyphen. What is cut off their edges stands in `span_edges`.
"""

from __future__ import annotations

from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.span_edges import NAMED, trim_edges
from tui.analysis.entities.span_joining import (
    BARE,
    KNOWN_ORGANISATIONS,
    NameSpan,
    continues_article,
    continues_campus,
    continues_organisation,
    continues_purpose,
    is_place,
    is_role,
    is_title,
    join_neighbours,
    shares_head,
)
from tui.analysis.entities.word_lists import groups, words
from tui.analysis.parsed_article import ParsedArticle

_NAME_PARTICLES = words("name particles")
_NAMESAKES = words("possessors in names")
_BUILDINGS = words("heads of buildings") | {
    "aid", "army", "party", "university", "college", "school", "republic",
}  # fmt: skip

_AFTER_COMMA = words("company endings") | words("suffixes") | words("generations")
_HYPHENS = frozenset({"-", "–", "‑"})
_APOSTROPHES = frozenset({"'", "’", "'s", "’s", "'S", "’S"})
_BRACKETS = frozenset({"(", ")", "[", "]", ":", ";", "|", "/"})
_BODIES_AND_PLACES = frozenset({"ORG", "FAC", "LOC"})
_LEADERS = words("leaders")
_KNOWN_BODIES = frozenset(name for names in groups("known bodies") for name in names)
_ORG_WORDS = words("words of organisations")
_POSSESSORS = frozenset({"PERSON", "GPE", "NORP", BARE})
_CUTTABLE = NAMED - {"WORK_OF_ART", "EVENT", "LAW"}
_AFTER_HYPHEN = frozenset("based born era esque free held led like only owned run style type wide".split())
_MAX_SYLLABLE = 5  # letters after a hyphen inside a name ("-un", "-woo")


def find_name_spans(parsed: ParsedArticle) -> list[NameSpan]:
    """Return the spans of names in reading order, none overlapping another."""
    entity, sentence = parsed.entity, parsed.sentence
    people = frozenset(w for w, label in zip(parsed.word, entity, strict=True) if label == "PERSON")
    doubled = _double_surnames(parsed)
    candidates = [i for i, p in enumerate(parsed.pos) if p == "PROPN" or entity[i] in NAMED]
    out: list[NameSpan] = []
    k, count = 0, len(candidates)
    while k < count:
        begin = candidates[k]
        k += 1
        end = begin + 1
        while True:
            if k < count and candidates[k] == end and sentence[end] == sentence[begin]:
                k += 1
                end += 1
            elif end + 1 < len(parsed) and _joins_first_names(parsed, end):
                end += 1
            elif (more := _end_after_hyphen(parsed, begin, end) or _end_after_particles(parsed, end)) > end:
                end = more
            elif end - 1 in doubled:
                end += 2
            else:
                break
            while k < count and candidates[k] < end:
                k += 1
        if end - begin == 1:
            found = [NameSpan(begin, end, entity[begin] if entity[begin] in NAMED else BARE)]
        else:
            found = _split_run(parsed, begin, end, people, doubled)
        trimmed = [t for span in found for t in trim_edges(parsed, span)]
        trimmed = trimmed if len(trimmed) < 2 else join_neighbours(parsed, trimmed)
        if trimmed and out and continues_purpose(parsed, out[-1], trimmed[0]):
            trimmed[0] = NameSpan(out.pop().begin, trimmed[0].end, "ORG")
        if trimmed and out and continues_campus(parsed, out[-1], trimmed[0]):
            trimmed[0] = NameSpan(out.pop().begin, trimmed[0].end, "ORG")
        if trimmed and out and continues_article(parsed, out[-1], trimmed[0]):
            trimmed[0] = NameSpan(out.pop().begin, trimmed[0].end, trimmed[0].label)
        if trimmed and out and shares_head(parsed, out[-1], trimmed[0]):
            trimmed[0] = NameSpan(out.pop().begin, trimmed[0].end, trimmed[0].label or "ORG")
        if trimmed and continues_organisation(parsed, trimmed[0]):
            first = trimmed[0].begin - 2
            if out and out[-1].begin <= first < out[-1].end:
                first = out.pop().begin
            trimmed[0] = NameSpan(first, trimmed[0].end, trimmed[0].label)
        out.extend(trimmed)
    return out


def _end_after_particles(parsed: ParsedArticle, end: int) -> int:
    """Return the end of "Ursula von der Leyen" for the end of "Ursula"; 0 where no particle of a name follows."""
    word, total = parsed.word, len(parsed)
    at = end
    while (
        at < total and at - end < 3 and word[at] in _NAME_PARTICLES and parsed.entity[at] in ("PERSON", BARE)
    ):
        at += 1
    if at == end or at >= total or not word[at][0].isupper() or parsed.pos[at] != "PROPN":
        return 0
    return at + 1 if word[end - 1][0].isupper() and parsed.sentence[at] == parsed.sentence[end - 1] else 0


def _end_after_hyphen(parsed: ParsedArticle, begin: int, end: int) -> int:
    """Return the end of "Jong-un" for the end of "Jong"; 0 where no syllable of a name follows after a hyphen."""
    word = parsed.word
    if end + 1 >= len(word) or word[end] not in _HYPHENS or parsed.start[end + 1] != parsed.end[end - 1] + 1:
        return 0
    syllable = word[end + 1]
    if syllable in _AFTER_HYPHEN:
        return 0  # "Trump-led"
    if not (
        syllable.islower() and len(syllable) <= _MAX_SYLLABLE and parsed.pos[end + 1] not in ("VERB", "ADP")
    ):
        return 0
    if parsed.entity[end - 1] not in ("PERSON", BARE):
        return 0
    after = end + 2
    capital = after < len(word) and parsed.pos[after] == "PROPN" and word[after][0].isupper()
    return after if capital or end - begin > 1 else 0


def _double_surnames(parsed: ParsedArticle) -> frozenset[int]:
    """Return where the first halves of double surnames stand that the article gives with a first name.

    Behind "Jane Holt-Storm" the recogniser may see a name in "Holt" alone: "Ms Holt-Storm said".
    """
    word, entity, start, end = parsed.word, parsed.entity, parsed.start, parsed.end
    hyphens = [
        i
        for i in range(1, len(word) - 1)
        if word[i] in _HYPHENS
        and end[i - 1] == start[i]
        and end[i] == start[i + 1]
        and word[i - 1][0].isupper()
        and word[i + 1][0].isupper()
    ]
    known = {
        (word[i - 1], word[i + 1])
        for i in hyphens
        if i > 1
        and entity[i - 2 : i + 2] == ["PERSON"] * 4
        and not any(parsed.entity_begins[i - 1 : i + 2])
        and is_first_name(word[i - 2])
    }
    return frozenset(i - 1 for i in hyphens if (word[i - 1], word[i + 1]) in known)


def _joins_first_names(parsed: ParsedArticle, at: int) -> bool:
    """Tell whether a token is the hyphen of "Jan-Peter Doe" or "King Willem-Peter", not of "Doe-Kelly debate"."""
    word, head, name = parsed.word, parsed.head, at + 2
    if word[at] not in _HYPHENS or parsed.start[at + 1] != parsed.end[at - 1] + 1:
        return False
    parts = (at - 1, at + 1)
    named = all(word[i].istitle() and parsed.entity[i] in ("PERSON", "DATE", BARE) for i in parts)
    if not named or not is_first_name(word[at + 1]) or any(is_place([word[i]]) for i in parts):
        return False
    surname = name < len(parsed) and parsed.pos[name] == "PROPN" and {head[i] for i in parts} == {name}
    surname = surname and parsed.tag[at - 1] == "NNP"
    return surname or is_first_name(word[at - 1]) or (at > 1 and is_title(word[at - 2]))


def _split_run(
    parsed: ParsedArticle, begin: int, end: int, people: frozenset[str], doubled: frozenset[int]
) -> list[NameSpan]:
    """Split a run of neighbouring tokens at the edges of entities, at brackets and at possessives.

    `people` are the words that are read as somebody’s name anywhere in the article, `doubled` the first halves of
    double surnames.
    """
    entity, begins, word = parsed.entity, parsed.entity_begins, parsed.word
    out: list[NameSpan] = []
    first, current = begin, BARE
    for i in range(begin, end):
        label = entity[i] if entity[i] in NAMED else BARE
        inner = word[i] in _HYPHENS or (i > begin and word[i - 1] in _HYPHENS and word[i].islower())
        particle = i > first and (word[i] in _NAME_PARTICLES or word[i - 1] in _NAME_PARTICLES)
        if particle and (current == "PERSON" or (current == BARE and entity[i] != "ORG")):
            current = "PERSON"  # "Ursula von der Leyen", of whom only "Leyen" may be labelled
            continue
        if i - first > 1 and _joins_first_names(parsed, i - 1):
            if i - first > 2:
                out.append(NameSpan(first, i - 2, current))  # "Mr" | "Jan-Peter Doe"
            first, current = i - 2, "PERSON"
            continue
        if inner or (i - 2 >= first and i - 2 in doubled):
            label = current  # "Jong-un", "Holt-Storm"
        elif i > first and word[i - 1] in _APOSTROPHES and _is_named_after(parsed, i - 1):
            label = current if current != BARE else label  # "Queen’s Park", of which half is labelled
        elif i > first and (begins[i] or label != current):
            out.append(NameSpan(first, i, current))  # "Leeds Mayor" | "Jane Doe"
            first = i
        current = label
        if i > first and word[i] in _APOSTROPHES and i + 1 < end and current in _BODIES_AND_PLACES:
            owned = _label_of_owned(parsed, first, i, end, people)
            if owned is not None and not _is_named_after(parsed, i):
                return [*out, NameSpan(first, i, BARE), NameSpan(i + 1, end, owned)]
        if i > first and (
            word[i] in _BRACKETS
            or (i + 1 < end and _is_dash(parsed, i))
            or (word[i] == "," and _is_listing(parsed, i, end, current))
            or (word[i] == "," and end - begin == 3 and {word[begin], word[i + 1]} <= people)
        ):
            out.append(NameSpan(first, i, current))  # "Reuters" | "(Leeds)"
            first = i + 1
        elif (
            i > first
            and word[i] in _APOSTROPHES
            and i + 1 < end
            and (
                current in _POSSESSORS
                or (
                    current == "ORG"
                    and (
                        is_place(word[first:i])
                        or is_first_name(word[i + 1])
                        or (i + 2 == end and word[i + 1].casefold() in KNOWN_ORGANISATIONS)
                    )
                )
            )
            and not _is_named_after(parsed, i)
        ):
            # "Ukraine" | "’s Volodymyr Zelenskyy", and "Auckland" | "’s Harbour Trust" read as one organisation
            body = current in _POSSESSORS or not is_place(word[first:i])
            out.append(NameSpan(first, i, current if body else BARE))
            if current == "ORG" and is_first_name(word[i + 1]):
                out.append(NameSpan(i + 1, end, "PERSON"))  # "Harbour News" | "’ Jane Doe"
                return out
            first = i + 1
            if entity[first] == "PERSON" == current and not is_first_name(word[first]):
                # "Trump’s Middle East" all read as a person: what is owned is no person.
                current = BARE
                out.append(NameSpan(first, end, BARE))
                return out
    if first < end:
        out.append(NameSpan(first, end, current))
    return out


def _label_of_owned(
    parsed: ParsedArticle, first: int, at: int, end: int, people: frozenset[str]
) -> str | None:
    """Return the label of what stands after the possessive at `at` where that parts two names, else None.

    "Doe’s Miami" is the town of somebody named in the article, "Fox News’ Jane Doe" somebody of a body.
    """
    word = parsed.word
    if at - first == 1 and word[first].casefold() in _LEADERS:
        return BARE
    if at - first == 1 and word[first] in people:
        # "Dunn’s Hardware" is a shop
        return BARE if is_place(word[at + 1 : end]) or word[at + 1].isdigit() else None
    if " ".join(w.casefold() for w in word[first:at]) not in _KNOWN_BODIES:
        return None
    person = end - at == 3 and _ORG_WORDS.isdisjoint(w.casefold() for w in word[at + 1 : end])
    return "PERSON" if person else None


def _is_dash(parsed: ParsedArticle, at: int) -> bool:
    """Tell whether a hyphen stands for a dash, with blanks around it: "LEEDS - Jane Doe"."""
    start, end = parsed.start, parsed.end
    return parsed.word[at] in ("-", "–", "—") and start[at] > end[at - 1] and end[at] < start[at + 1]


def _is_listing(parsed: ParsedArticle, at: int, end: int, label: str) -> bool:
    """Tell whether the comma parts two names: "Blackbeard, Disney", but not "Doe, Inc." and "Doe, Roe and Poe"."""
    behind = [w.casefold().strip(".") for w in parsed.word[at + 1 : end]]
    return (
        label in _CUTTABLE
        and bool(behind)
        and behind[0] not in _AFTER_COMMA
        and not {"and", "&"} & set(behind)
    )


def _is_named_after(parsed: ParsedArticle, at: int) -> bool:
    """Tell whether the possessive at `at` is inside a name: "St Paul’s Church", "Queen’s Park", "People’s Army"."""
    before, after = parsed.word[at - 1].casefold(), parsed.word[at + 1].casefold()
    saint = at > 1 and parsed.word[at - 2].casefold().strip(".") in ("st", "saint")
    return (saint or before in _NAMESAKES) and (is_role(after) or after in _BUILDINGS)
