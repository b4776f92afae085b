"""Links at the end of a post's words, which are not part of what was said."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
_LINK = re.compile(r"pic\.twitter\.com|https?://")


def end_before_links(text: str, start: int, end: int) -> int:
    """Return where the words of `text[start:end]` end once the links after them are left out.

    A link glued to a word is cut off too: of "Rents will fall.https://t.co/abc" the words end at "fall.".
    """
    for word in reversed(list(_WORD.finditer(text, start, end))):
        link = _LINK.search(text, *word.span())
        if link is None:
            return word.end()
        if link.start() > word.start():
            return link.start()
    return start
