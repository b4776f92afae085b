"""The words of a quote, made comparable: regardless of marks, case, accents and dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tui.analysis.analysis import Kind
from tui.article.folding import fold
from tui.article.sanitising import one_line
from tui.article.spans import Span

MOST_WORDS = 2000
"""The most words of a quote that are compared; the rest of a longer one is left out."""

_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                 # U.N.
    | \d+(?:[.,]\d+)*                                  # 1,000.5
    | (?:\[[^\W\d_]\](?=[^\W\d_]))?                    # [W]e
      [^\W_]+(?:['’ʼ][^\W_]+)*
      (?:\[[^\W_]{1,4}\])?                             # want[ed]
    | %
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(r"\[[^\[\]]{0,300}\]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[\s?\]")
_OPENING, _CLOSING, _EITHER = "“„«‟", "”»", '"＂'
_NOT_IN_KEYS = re.compile(r"[\[\].,]")


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """A quote as it is compared. `text` is its words on one line, in which they have their `starts` and `ends`.

    Two words are the same if their `keys` are. `quoted` and `bracketed` tell of each word whether it stands
    inside quotation marks, and inside an editor's square brackets. `gaps` are the indices of the words before
    which the article left something out: an ellipsis, or words of its own (“…”, he said. “…”); the number of
    words is among them if one ends the quote.

    All fields hold atoms: the garbage collector would look at every span of thousands of quotes.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    bracketed: tuple[bool, ...]
    gaps: frozenset[int]

    def words(self, start: int, end: int) -> str:
        """Return the words from index `start` to before `end`, as they are written, with square brackets."""
        if start == end:
            return ""
        first, last = self.starts[start], self.ends[end - 1]
        first -= self.text[first - 1 : first] == "["
        return self.text[first : last + (self.text[last : last + 1] == "]")]


@lru_cache(maxsize=4096)
def compared_words(text: str, kind: str = Kind.DIRECT) -> ComparedWords:
    """Return the words of a quote of this kind, its spans joined by an ellipsis as `serialisation.said` does."""
    text = one_line(text)
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    quoted_at = _quoted_stretches(text) if kind == Kind.MIXED else []
    cuts = [match.end() for match in _ELLIPSIS.finditer(text)]
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    bracketed: list[bool] = []
    quoted: list[bool] = []
    gaps: set[int] = set()
    bracket = stretch = cut = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while cut < len(cuts) and cuts[cut] <= start + 1:
            gaps.add(len(keys))
            cut += 1
        while bracket < len(brackets) and brackets[bracket][1] <= start:
            bracket += 1
        while stretch < len(quoted_at) and quoted_at[stretch].end <= start:
            stretch += 1
        word = match.group()
        key = _NOT_IN_KEYS.sub("", fold(word)) if not word.isalpha() or not word.isascii() else word.lower()
        if key == "cent" and keys and keys[-1] == "per":
            keys[-1], ends[-1] = "percent", end
            continue
        if len(keys) == MOST_WORDS:
            break
        keys.append("percent" if key == "%" else key)
        starts.append(start)
        ends.append(end)
        in_bracket = bracket < len(brackets) and brackets[bracket][0] <= start
        bracketed.append(in_bracket or word[0] == "[" or word[-1] == "]")
        inside = stretch < len(quoted_at) and quoted_at[stretch].start <= start
        quoted.append(kind == Kind.DIRECT or (kind == Kind.MIXED and inside))
    else:
        if cut < len(cuts):
            gaps.add(len(keys))
    return ComparedWords(
        text,
        tuple(keys),
        tuple(starts),
        tuple(ends),
        tuple(quoted),
        tuple(bracketed),
        frozenset(gaps - {0}),
    )


def _quoted_stretches(text: str) -> list[Span]:
    """Return where a text stands inside double quotation marks; an unclosed one reaches to the end."""
    out: list[Span] = []
    start: int | None = None
    for at, character in enumerate(text):
        if start is None:
            if character in _OPENING or character in _EITHER:
                start = at + 1
        elif character in _CLOSING or character in _EITHER:
            out.append(Span(start, at))
            start = None
    if start is not None:
        out.append(Span(start, len(text)))
    return out
