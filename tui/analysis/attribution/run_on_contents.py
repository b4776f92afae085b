"""Sentences that are not of one content, and were run together with it."""

from __future__ import annotations

from tui.analysis.attribution.addressees import ADDRESSING
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import WORKS, in_title_case
from tui.analysis.entities.name_parts import POSSESSIVE
from tui.analysis.parsed_article import FINITE, ParsedArticle

_LONGEST_TERM = 3  # words
_STOPS = frozenset({".", "!", "?"})
_NAMING = frozenset({"PROPN", "PART", "DET", "ADP"})
_BEFORE_TITLE = frozenset({"POS", "IN", "NN", "NNP", "JJ"})
_RELATIVES = frozenset({"WDT", "WP"})
_OPENING = frozenset(
    {"DT", "EX", "PRP", "PRP$", "WRB"}
)  # of words that have a capital only at a sentence's head


def beside_cue(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the sentence beyond a quotation that ends with a full stop and its cue's own words.

    “We sail.” | Doe says she knew; Doe said: “We sail.” | The ship is old. In the training articles a quotation
    before a sentence whose cue has words of its own is that cue's once in 322 times. None is left where it is all
    that was read as the content.
    """
    parsed = arrays.parsed
    for quote in sorted({arrays.quote_of[i] for first, last in content for i in range(first, last)} - {-1}):
        unit = arrays.quote_units[quote]
        end = arrays.unit_end[unit]
        if end >= arrays.count or not _ends_sentence(parsed, end):
            continue
        if arrays.quote_of[end] >= 0 or arrays.paragraph_of[end] != arrays.paragraph_of[end - 1]:
            continue
        if end <= cue:
            behind = tuple((max(first, end), last) for first, last in content if last > end)
            # “It was dark.” Doe paused. “The mast came down.” is one row
            parted = behind and parsed.word[behind[0][0] - 1] not in _STOPS
            content = behind if parted or (not behind and _has_own_words(arrays, cue)) else content
        elif any(first < end < last for first, last in content) and cue < arrays.unit_start[unit]:
            return tuple((first, min(last, end)) for first, last in content if first < end)
    return content


def _ends_sentence(parsed: ParsedArticle, end: int) -> bool:
    """Tell whether a quotation that ends before token `end` ends a sentence: “… in the U.K.” A bill was read."""
    stop = parsed.word[end - 2]
    begins = parsed.word[end][0].isupper()
    return begins and (stop == "." or (stop.endswith(".") and parsed.tag[end] in _OPENING))


def _has_own_words(arrays: TokenArrays, cue: int) -> bool:
    """Tell whether a cue has its own content or subject: Doe said she knew; it was told by Doe; asked by Doe."""
    parsed = arrays.parsed
    begin, end = parsed.sentences[parsed.sentence[cue]]
    fronted = parsed.tag[cue] == "VBN" and cue == begin
    later = any(parsed.word[i - 1] == "," and parsed.word[i] == "that" for i in range(cue + 2, end))
    below = {
        parsed.dep[child] for child in arrays.children[cue] if child > cue or parsed.dep[child] != "ccomp"
    }
    own = parsed.lemma[cue] == "refer" and any(
        parsed.word[i] == "to" and i > cue for i in arrays.children[cue]
    )
    return fronted or later or own or not below.isdisjoint(("ccomp", "nsubjpass"))


def first_sentence(arrays: TokenArrays, content: TokenRanges, *, at_colon: bool) -> TokenRanges:
    """Return a content without what begins a sentence after its first, in quotation marks or not.

    He wondered whether it was ill. | “A sick eel hides.” With `at_colon`, what is quoted after a colon is a
    sentence of its own, too: He denied that he had lied: | “I was there.”
    """
    stops = _STOPS | {":"} if at_colon else _STOPS
    parsed = arrays.parsed
    out = []
    for n, (first, last) in enumerate(content):
        if n and parsed.word[first - 1] in _STOPS:
            break
        stop = next(
            (
                i
                for i in range(first + 1, last - 1)
                if parsed.word[i] in stops and arrays.quote_of[i] < 0 <= arrays.quote_of[i + 1]
            ),
            last,
        )
        out.append((first, stop))
        if stop < last:
            break
    return tuple(out)


def without_insertion(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return the pieces of a quotation without what the narrator put between them.

    “It is old,” read the note, | which was hers. | “Mend it.”; “It is old,” she said on the mill's | “Dawn Hour.”
    """
    parsed = arrays.parsed
    content = _without_term(arrays, cue, content)
    if len(content) < 2 or arrays.quote_of[content[0][0]] < 0 or content[0][0] > cue:
        return content
    out = [content[0]]
    for first, last in content[1:]:
        stop = next(
            (
                i
                for i in range(first, last - 1)
                if parsed.word[i] in _STOPS and arrays.quote_of[i] < 0 <= arrays.quote_of[i + 1]
            ),
            -1,
        )
        # read the note, | which was hers. | “…”; said on | the “Dawn” programme. | “…”
        verbless = FINITE.isdisjoint(parsed.tag[first : max(stop, first)])
        if stop >= 0 and arrays.quote_of[first] < 0 and (parsed.tag[first] in _RELATIVES or verbless):
            out.append((stop + 1, last))
            continue
        if not _is_programme(arrays, cue, first, last):
            out.append((first, last))
    return tuple(out)


def _is_programme(arrays: TokenArrays, cue: int, first: int, last: int) -> bool:
    """Tell whether tokens begin with the title of where it was said: told the mill's | “Dawn Hour” on Monday."""
    parsed = arrays.parsed
    while first < last and arrays.quote_of[first] < 0 and _may_name(parsed, first):
        first += 1  # said on | Mill Radio's “Dawn Hour”
    if first == last or arrays.quote_of[first] < 0:
        return False
    end = arrays.unit_end[arrays.unit_of[first]]
    inside = [w for w in parsed.word[first + 1 : end - 1] if w not in (".", ",")]
    beside = parsed.tag[first - 1] in _BEFORE_TITLE or parsed.word[first - 1] in POSSESSIVE
    joined = beside or (first == cue + 1 and parsed.lemma[cue] in ADDRESSING)
    named = len(inside) > 1 or (inside and len(inside[0]) > 1 and inside[0].isupper())
    quoted = arrays.quoted_until
    return bool(joined and named and in_title_case(inside)) and quoted[last] == quoted[end]


def _may_name(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether a token may be of the name of where it was said, before the title: Mill News' | “Dawn Hour”."""
    return parsed.pos[token] in _NAMING or parsed.word[token] in POSSESSIVE


def _without_term(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the narrator's term or title before the cue: In “Old Mills,” Doe said | the dam …"""
    parsed = arrays.parsed
    first, last = content[0]
    if len(content) < 2 or last > cue or arrays.quote_of[first] < 0 or first < 2:
        return content
    alone = last == arrays.unit_end[arrays.unit_of[first]]
    inside = [w for w in parsed.word[first + 1 : last - 1] if w not in (".", ",")]
    titled = parsed.word[first - 1] == "," and parsed.lemma[first - 2] in WORKS and in_title_case(inside)
    # files later deemed “top secret,” saying: “…”
    term = (
        parsed.tag[first - 1] in ("VBN", "VBD")
        and parsed.tag[cue] == "VBG"
        and 0 < len(inside) <= _LONGEST_TERM
        and inside[0][0].islower()
    )
    return content[1:] if alone and (titled or term) else content
