"""Narration that a content has taken in before or after the words that were said, and is cut off again."""

from __future__ import annotations

from tui.analysis.attribution import (
    addressees,
    closing_narration,
    lead_ins,
    next_deeds,
    opening_narration,
    reticence,
    run_on_contents,
)
from tui.analysis.attribution.addressees import ADDRESSING
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE


def cut(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the narration before and after its words; never an empty one."""
    out = opening_narration.without_connective(arrays, content)
    out = addressees.drop(arrays, cue, out)
    out = opening_narration.from_that(arrays, cue, out)
    out = opening_narration.without_occasion(arrays, cue, out)
    out = opening_narration.without_caption(arrays, cue, opening_narration.without_fronted(arrays, cue, out))
    out = closing_narration.without_noun(arrays, cue, closing_narration.without_visit(arrays, cue, out))
    out = closing_narration.without_circumstance(arrays, cue, out)
    out = reticence.without_unsaid(arrays, cue, out)
    out = next_deeds.without_next_deed(arrays, cue, out)
    out = closing_narration.without_predicate(arrays, cue, out)
    out = opening_narration.without_sentence_of_deed(arrays, cue, out)
    out = lead_ins.drop(arrays, cue, out)
    out = closing_narration.without_tail(arrays, cue, out)
    out = _without_gesture(arrays, cue, out)
    out = run_on_contents.without_insertion(arrays, cue, out)
    return closing_narration.without_remark(arrays, cue, out)


def _without_gesture(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what was done between its two quotations.

    “It is a shame,” Doe said, | her voice breaking, | “that nobody came.”
    """
    parsed = arrays.parsed
    if len(content) != 2 or not content[0][1] <= cue < content[1][0] or arrays.quote_of[content[0][0]] < 0:
        return content
    first, last = content[1]
    opens = first
    while opens < last and arrays.quote_of[opens] < 0:
        opens += 1
    between = range(first, opens)
    # “We sail,” Holt told | a cheering crowd. | “Nobody stays.”
    addressed = parsed.lemma[cue] in ADDRESSING and first == cue + 1 and parsed.word[opens - 1] in (".", "!")
    if addressed and first < opens < last and not any(parsed.tag[i] in FINITE for i in between):
        return (content[0], (opens, last))
    if not between or opens == last or parsed.word[opens - 1] != "," or parsed.word[first - 1] != ",":
        return content
    return content if any(parsed.tag[i] in FINITE for i in between) else (content[0], (opens, last))
