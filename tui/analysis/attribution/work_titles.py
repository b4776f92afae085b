"""Titles of works in quotation marks: songs, books, ships. Nobody is said to have spoken them."""

from __future__ import annotations

from tui.analysis.attribution.token_arrays import TokenArrays

_SMALL = frozenset("the a an of and in on to for with at by or from is as 's ’s".split())
_LONGEST = 8  # words
WORKS = frozenset(
    "album anthem ballad blog book column comedy documentary drama essay film hit memoir movie musical novel opera "
    "painting play podcast poem sequel series show single sitcom song thriller track".split()
)
"""Nouns of what has a title."""
_TITLED = frozenset({"titled", "entitled"})
_HEADING = _TITLED | {"headed", "headlined", "subtitled"}
_SAID = frozenset(".?!")
_CALLED = (["known", "as"], ["the", "word"], ["the", "term"])


def is_work_title(arrays: TokenArrays, content: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a content (ranges of tokens) is mostly, or begins with, quotations that are names.

    One that it begins with counts only if it is announced as a name ("the so-called “golden mile” of hotels").
    """
    quotes = {arrays.quote_of[i] for first, last in content for i in range(first, last)} - {-1}
    marked = 0
    leads = False
    for quote in quotes:
        unit = arrays.quote_units[quote]
        first, last = arrays.unit_start[unit], arrays.unit_end[unit]
        called = is_announced_as_name(arrays.parsed.word, first, last)
        # a paper titled “How to Sail” by Doe is Doe's; what a piece is headlined is nobody's
        called |= arrays.parsed.word[first - 1] not in _TITLED and is_headed(arrays.parsed.word, first)
        if not called and not in_title_case(arrays.parsed.word[first + 1 : last - 1]):
            return False
        leads = leads or (called and first == content[0][0])
        marked += last - first
    return leads or 2 * marked > sum(last - first for first, last in content)


def is_done_to_a_work(arrays: TokenArrays, cue: int, content: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a passive is about a work: "A copy of “The Sea” was found in a boat"."""
    parsed = arrays.parsed
    if not any(parsed.dep[child] == "auxpass" for child in arrays.children[cue]):
        return False
    quotes = {arrays.quote_of[i] for first, last in content for i in range(first, last)} - {-1}
    spans = [
        (arrays.unit_start[u] + 1, arrays.unit_end[u] - 1) for u in (arrays.quote_units[q] for q in quotes)
    ]
    return bool(spans) and all(in_title_case(parsed.word[first:last]) for first, last in spans)


def is_titled_work(words: list[str], first: int, last: int) -> bool:
    """Tell whether the quotation of tokens `[first, last)` is the title of a work named before it.

    American papers set the sentence's full stop or comma inside the marks: her memoir, “Mostly Rain.”
    """
    said = words[first + 1 : last - 1]
    while said and said[-1] in (".", ","):
        said = said[:-1]
    at = first - 1
    if at >= 0 and words[at] == ",":
        at -= 1
    if at >= 0 and words[at].casefold() in ("called", "titled", "entitled"):
        at -= 1
        if at >= 0 and words[at] == ",":
            at -= 1
    return at >= 0 and words[at].casefold() in WORKS and in_title_case(said)


def is_headed(words: list[str], first: int) -> bool:
    """Tell whether a quotation is the heading of what somebody wrote: an essay headed | “Melting”."""
    at = first - 2 if first > 1 and words[first - 1] in (",", ":") else first - 1
    return at > 0 and (words[at] in _HEADING or words[at - 2 : at + 1] == ["under", "the", "headline"])


def without_headings(
    arrays: TokenArrays, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return a content without the heading of what it is from: “…,” Doe wrote in a note headed | “Tea”."""
    unit = (arrays.unit_of[first] for first, _ in content)
    said = tuple(
        (first, last)
        for (first, last), n in zip(content, unit, strict=True)
        if arrays.quote_of[first] < 0
        or last > arrays.unit_end[n]
        or not is_headed(arrays.parsed.word, arrays.unit_start[n])
    )
    return said or content  # a paper titled | “How to Sail” | by Doe


def is_announced_as_name(words: list[str], first: int, last: int) -> bool:
    """Tell whether the quotation of tokens `[first, last)` is short and announced as a name ("known as")."""
    if last - first - 2 > _LONGEST or words[last - 2] in _SAID:
        return False
    before = [word.casefold() for word in words[max(0, first - 3) : first]]
    return before[-1:] == ["so-called"] or before[-3:] == ["so", "-", "called"] or before[-2:] in _CALLED


def in_title_case(words: list[str]) -> bool:
    """Tell whether the words of a quotation are capitalised as a name is, without a full stop."""
    if not words or words[-1] in _SAID:
        return False
    said = [word for word in words if word[0].isalnum()]
    return 0 < len(said) <= _LONGEST and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in said
    )
