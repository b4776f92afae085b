"""Lead-ins to the words, which end in a colon or a dash: put it to | me: | “The dam is old.”"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_LONGEST = 15  # tokens of a lead-in after the cue


def drop(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the lead-in to its words; never an empty one."""
    return _behind_cue(arrays, cue, _before_cue(arrays, cue, content))


def _behind_cue(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without nouns between the cue and a colon, where a whole quotation follows.

    He listed | his reasons: | “I am old. …”; she cites | Amos – | “Let justice roll.” Words with a verb were said.
    """
    parsed = arrays.parsed
    first, last = content[0]
    if first <= cue or arrays.quote_of[first] >= 0:
        return content
    opens = next((i for i in range(first, min(last, first + _LONGEST)) if arrays.quote_of[i] >= 0), -1)
    if opens < first + 2 or parsed.word[opens - 1] not in (":", "—", "–", "--", "-"):
        return content
    end = arrays.unit_end[arrays.unit_of[opens]]
    whole = not FINITE.isdisjoint(parsed.tag[opens + 1 : end - 1]) and parsed.word[opens + 1][0].isupper()
    verbless = FINITE.isdisjoint(parsed.tag[first:opens])
    return ((opens, last), *content[1:]) if whole and verbless else content


def _before_cue(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without narration that a colon ends: The reason is no riddle: “I adore it,” Doe said."""
    parsed = arrays.parsed
    for n, (first, last) in enumerate(content):
        if last > cue or (n + 1 < len(content) and content[n + 1][0] < cue):
            continue
        for at in range(last - 1, first, -1):
            dash = parsed.word[at] in ("—", "–", "--")
            if not (dash or parsed.word[at] == ":") or arrays.quote_of[at] >= 0 or at + 2 >= last:
                continue
            quote = arrays.quote_of[at + 1]
            # only where one whole quotation, a sentence, is all that follows the colon
            if quote < 0 or arrays.unit_end[arrays.quote_units[quote]] != last:
                break
            if (
                not (dash and FINITE.intersection(parsed.tag[at + 2 : last]))
                and not parsed.word_at(at + 2)[:1].isupper()
            ):
                break
            return (*((at + 1, last),), *content[n + 1 :])
    return content
