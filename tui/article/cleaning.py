"""Text from outside made fit to leave quoth: to be copied, exported and kept in clippings.

For what is drawn, where offsets must hold, see `tui.article.sanitising`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.article.characters import CONTROL_RANGE, INVISIBLE_RANGE, SURROGATE_RANGE
from tui.article.sanitising import stream_safe

# The joiners stay: Persian and emoji need them.
_UNSEEN = f"[{CONTROL_RANGE}{INVISIBLE_RANGE}]"
_SURROGATE = f"[{SURROGATE_RANGE}]"
_SPACE = re.compile(r"\s")
_AT_A_TIME = 1 << 20  # characters: a list of all words of a long text takes some sixty bytes more for each


def clean(text: str) -> str:
    """Return `text` on one line: no control or hidden character, every stretch of white space one space.

    Of combining marks on one letter at most as many stay as Unicode's Stream-Safe Text Format allows.
    """
    if not text.isprintable():
        parts = (text[at : at + _AT_A_TIME] for at in range(0, len(text), _AT_A_TIME))
        text = "".join(re.sub(_SURROGATE, "\ufffd", re.sub(_UNSEEN, "", part)) for part in parts)
    return stream_safe(" ".join(single_spaced(text)))


def single_spaced(text: str) -> Iterator[str]:
    """Yield `text` in parts between which a space stands, with every stretch of white space one space."""
    at = 0
    while at < len(text):
        space = _SPACE.search(text, at + _AT_A_TIME)
        end = space.start() if space else len(text)
        if words := text[at:end].split():
            yield " ".join(words)
        at = end
