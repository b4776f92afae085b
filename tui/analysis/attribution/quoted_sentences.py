"""Quotations that stand as sentences, short answers or the end of one: “Stop building here.” She shrugged. “No.”"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.attribution.inscriptions import is_slogan
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case, is_announced_as_name
from tui.analysis.parsed_article import FINITE

_MIN_WORDS = 3
_MIN_OPENING_WORDS = 6
_MIN_CAPTION_WORDS = 12
_ENDS = frozenset({".", "?", "!", "…", "..."})
_INNER_MARKS = frozenset({"'", "’", '"', "”"})
_BEHIND_HEADLINE = frozenset({":", "—", "–", "--", "-"})
_BEGINS_AFTER = _ENDS | {":", "—", "–", "--"}


def begins_as_sentence(inside: Sequence[str]) -> bool:
    """Tell whether the words inside marks begin with a capital: “[The eels] are back”; “'Birdie' was kind”."""
    return next((word[0].isupper() for word in inside if word[0].isalnum()), False)


def is_whole_sentence(arrays: TokenArrays, first: int, last: int, *, is_headline: bool) -> bool:
    """Tell whether a quotation stands as a sentence of its own: it begins and ends as one and has a verb."""
    parsed = arrays.parsed
    # “He told me: ‘Go home.’” ends within two pairs of marks
    inner = (
        parsed.word[last - 2] in _INNER_MARKS and parsed.word[last - 3] in _ENDS and last - first > _MIN_WORDS
    )
    inside = parsed.word[first + 1 : last - 2 if inner else last - 1]
    said = sum(word[0].isalnum() for word in inside)
    # "How high?" "High enough," Doe replied: what is answered is a sentence, however short
    answered = said > 1 and inside[-1] == "?" and last < arrays.count and arrays.quote_of[last] >= 0
    begin, end = parsed.paragraphs[arrays.paragraph_of[first]]
    # “if we go on so, the river will win.” that begins a paragraph is a sentence, too; so is “Every one of my sons
    # the same way.”, in which the tagger sees no verb
    opens = first == begin and inside and inside[-1] in _ENDS and said >= _MIN_OPENING_WORDS
    begins = begins_as_sentence(inside)
    if not (opens or begins) or (said < _MIN_WORDS and not answered):
        return False
    # “Stop building here.”; not a slogan: “Fish for all.”
    order = first + 2 if parsed.pos[first + 1] == "INTJ" else first + 1  # “Please stop building here.”
    orders = parsed.pos[order] == "VERB" and inside[-1] in _ENDS and not is_slogan(parsed, first)
    verbless = FINITE.isdisjoint(parsed.tag[first + 1 : last - 1])
    if verbless and not (answered or orders or (opens and begins)):
        return False
    outside = parsed.word[last] if last < end else ""
    # ‘I thought it was a joke’: man wins £5m
    heads = first == begin and outside in _BEHIND_HEADLINE and is_headline
    # “We did it for the fish,” whoever says so; “We are here!” came the answer
    told = inside[-1] == "," and said > _MIN_WORDS and last < end
    told = told or outside == "came"
    if inside[-1] not in _ENDS and outside not in _ENDS and last < end and not heads and not told:
        return False
    if in_title_case(inside) or is_announced_as_name(parsed.word, first, last):
        return False
    # “Enough is enough.” on a banner is no sentence of its own, though it has a full stop
    starts = first == begin or parsed.word[first - 1] in _BEGINS_AFTER or arrays.quote_of[first - 1] >= 0
    # Anna Holt, a baker on Quay Street “We bake at night because it is cool. By six the shelves are full.”
    caption = not starts and said >= _MIN_CAPTION_WORDS and inside[-1] in _ENDS
    starts = starts or (
        caption and parsed.pos[first - 1] in ("NOUN", "PROPN") and not is_slogan(parsed, first)
    )
    # a paragraph's long words end with their full stop, though “…” holt@herald.org stands after them
    told = told or (first == begin and said >= _MIN_CAPTION_WORDS and inside[-1] == ".")
    goes_on = last < end and outside not in _ENDS and parsed.word[last][0].islower() and not told
    return starts and not goes_on


def is_short_answer(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether a quotation of a word or two is all of a sentence after another: She shrugged. “Not yet.”"""
    parsed = arrays.parsed
    inside = parsed.word[first + 1 : last - 1]
    begin, end = parsed.paragraphs[arrays.paragraph_of[first]]
    if not inside or not inside[0][0].isupper() or inside[-1] not in _ENDS:
        return False
    said = sum(word[0].isalnum() for word in inside)
    behind = first > begin and parsed.word[first - 1] in _ENDS and arrays.quote_of[first - 1] < 0
    return 0 < said < _MIN_WORDS and behind and (last == end or parsed.word[last][0].isupper())


def is_fragment(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether a quotation ends a sentence that has no verb outside it: Even so, “that is no reason.”"""
    parsed = arrays.parsed
    begin, end = parsed.sentences[parsed.sentence[first]]
    if first == begin or parsed.word[first - 1] != "," or parsed.word[last - 2] not in _ENDS or end > last:
        return False
    outside = [i for i in range(begin, first) if arrays.quote_of[i] < 0]
    return (
        len(outside) == first - begin
        and all(parsed.pos[i] not in ("VERB", "AUX") for i in outside)
        and all(parsed.pos[i] != "PROPN" or parsed.entity[i] in ("GPE", "LOC", "DATE") for i in outside)
        and not FINITE.isdisjoint(parsed.tag[first + 1 : last - 1])
    )
