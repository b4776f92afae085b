"""Contents that were cut short: the rest of a list, the beginning of a relative clause."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays

_MAX_LEFT = 12  # tokens between "which" and the quotation


def complete(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content with quotation marks in it together with what belongs to it and was left out."""
    quoted = arrays.quoted_until
    if all(quoted[b] == quoted[a] for a, b in content):
        return content
    return _with_list(arrays, cue, _with_relative(arrays, cue, content))


def _with_list(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content with the rest of a list: “in danger” because of the fall | , the cold and the fever."""
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue or last >= arrays.count or parsed.word[last] != ",":
        return content
    begin, end = parsed.sentences[parsed.sentence[last - 1]]
    while end > last and parsed.pos[end - 1] == "PUNCT":
        end -= 1
    quoted = arrays.quoted_until
    if quoted[end] > quoted[last] or not begin < last + 1 < end:
        return content
    # After a noun of the speaker's own, and as definite as it is: "a remark that …" is the narrator's.
    own = arrays.quote_of[last - 1] < 0 and parsed.dep[last - 1] in ("pobj", "dobj")
    if not own or parsed.tag[last + 1] not in ("DT", "PRP$") or parsed.word[last + 1] in ("a", "an"):
        return content
    # All the rest of the sentence must be nouns of that list, however the parse hangs them up.
    top = min(range(last + 1, end), key=arrays.depth.__getitem__)
    whole = arrays.left[top] == last + 1 and arrays.right[top] + 1 == end
    listed = any(parsed.dep[i] == "cc" for i in range(top, end))
    return (*content[:-1], (first, end)) if whole and listed and parsed.pos[top] == "NOUN" else content


def _with_relative(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content whose last piece has its clause: “…,” Doe told them, | which meant | a “crowded map”."""
    parsed = arrays.parsed
    first, last = content[-1]
    if len(content) < 2 or first < cue or arrays.quote_of[first] < 0:
        return content
    begin = first
    while begin > cue + 1 and first - begin < _MAX_LEFT and parsed.word[begin - 1] != ",":
        begin -= 1
        if arrays.quote_of[begin] >= 0:
            return content
    if begin < first and parsed.word[begin] == "which" and parsed.word[begin - 1] == ",":
        return (*content[:-1], (begin, last))
    return content
