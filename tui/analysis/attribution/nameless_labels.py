"""Labels before a colon that name nobody who speaks: Podcast: …; On Marsh: …; DEAR COLD: …"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.label_names import is_name
from tui.analysis.attribution.token_arrays import TokenArrays


def names_nobody(arrays: TokenArrays, colon: int, source: TokenRanges, *, headline: bool) -> bool:
    """Tell whether a source before a colon is nobody; `headline` tells whether it stands in one."""
    # DEAR COLD: Wear a hat. Whoever is addressed does not speak.
    if arrays.parsed.word[source[0][0]].casefold() == "dear":
        return True
    # Here are the best of them: “…” Interview: “…”
    return (
        _is_pointed_at(arrays, source)
        or _is_rubric(arrays, source)
        or _is_topic(arrays, source)
        or (headline and _is_score(arrays, colon))
    )


def _is_rubric(arrays: TokenArrays, source: TokenRanges) -> bool:
    """Tell whether a source is the one word before a headline or paragraph that says what follows: Podcast."""
    parsed = arrays.parsed
    first, last = source[0]
    begins = first == parsed.paragraphs[arrays.paragraph_of[first]][0]
    alone = begins and last == first + 1 and len(source) == 1
    return alone and parsed.pos[first] != "PRON" and not is_name(parsed.word[first])


def _is_topic(arrays: TokenArrays, source: TokenRanges) -> bool:
    """Tell whether a label says what somebody speaks of: On Marsh: “A dull man.”"""
    begin = arrays.parsed.sentences[arrays.parsed.sentence[source[0][0]]][0]
    return source[0][0] <= begin + 1 and arrays.parsed.word[begin] == "On"


def _is_score(arrays: TokenArrays, colon: int) -> bool:
    """Tell whether a headline's label is the score of a match: Leeds 2-1 Wardle: Rovers hold on."""
    word = arrays.parsed.word
    label = range(arrays.parsed.paragraphs[arrays.paragraph_of[colon]][0] + 1, colon - 1)
    return any(word[i] in ("-", "–") and word[i - 1].isdigit() and word[i + 1].isdigit() for i in label)


def _is_pointed_at(arrays: TokenArrays, source: TokenRanges) -> bool:
    """Tell whether a source is what the writer hands over: Here are some of the best answers."""
    before = [word.casefold() for word in arrays.parsed.word[max(0, source[0][0] - 2) : source[0][0]]]
    return before[:1] == ["here"] and before[1:] in (["are"], ["is"], ["were"], ["’s"], ["'s"])
