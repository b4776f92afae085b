"""Inverted subjects that the parser takes for objects: “Why not?” asked Doe."""

from __future__ import annotations

from tui.analysis.attribution.token_arrays import TokenArrays

_BEFORE_NAME = frozenset({"DET", "ADJ", "NOUN", "NUM", "PROPN"})
_PRONOUNS = frozenset({"he", "she", "they", "somebody", "someone"})
_BEHIND = frozenset({",", ".", ";", "—", "–", "--", "("})
_LONGEST = 8  # tokens


def subject(
    arrays: TokenArrays, cue: int, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return the tokens of the subject after `cue`, if a quotation of `content` stands right before it.

    For a verb without a subject of its own: what follows it up to a stop or a comma names who spoke. Empty
    where nothing does.
    """
    parsed = arrays.parsed
    touches = (
        cue > 0 and arrays.quote_of[cue - 1] >= 0 and any(first < cue == last for first, last in content)
    )
    if not touches or parsed.tag[cue] not in ("VBD", "VBZ"):
        return ()
    sentence_end = parsed.sentences[parsed.sentence[cue]][1]
    end = cue + 1
    if end < sentence_end and parsed.word[end].casefold() in _PRONOUNS:
        return ((end, end + 1),)
    while (
        end < sentence_end
        and end - cue <= _LONGEST
        and (parsed.pos[end] in _BEFORE_NAME or (end == cue + 1 and parsed.tag[end] == "PRP$"))
    ):
        end += 1
    behind = parsed.word[end] if end < sentence_end else "."
    if behind == "," and parsed.pos[end - 1] == "NOUN":  # said her brother, | Tom Doe.
        name_end = end + 1
        while name_end < sentence_end and parsed.pos[name_end] == "PROPN":
            name_end += 1
        if name_end > end + 1 and (name_end == sentence_end or parsed.word[name_end] in _BEHIND):
            return ((cue + 1, name_end),)
    names = end > cue + 1 and parsed.pos[end - 1] in ("NOUN", "PROPN")
    # cried one sailor | limping past
    dated = parsed.entity[end - 1] in ("DATE", "TIME")
    described = not dated and end < sentence_end and parsed.tag[end] in ("VBG", "IN", "WP")
    return ((cue + 1, end),) if names and (behind in _BEHIND or described) else ()


def without_subject(
    arrays: TokenArrays, cue: int, source: tuple[tuple[int, int], ...], content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return a content without what stands outside quotation marks from such a subject on.

    “Sent where?” asked | Doe, laughing, as he looked through the letters.
    """
    quoted = arrays.quoted_until
    taken = any(first < source[0][1] and source[0][0] < last for first, last in content)
    kept = tuple((a, b) for a, b in content if b <= cue or quoted[b] > quoted[a])
    return kept if taken and kept else content
