"""When Python looks for garbage: not while somebody reads, where thousands of quotes take it a tenth of a second.

What an article is made of, once it stands, is no garbage until the article is left. Then it is looked through, but
not for each short article: a key was pressed that opens another one, and that should be quick, too.
"""

from __future__ import annotations

import gc

MOST_LEFT = 16
"""The articles left behind after which garbage is looked for."""
MOST_CHARACTERS = 1_000_000
"""Their length in characters after which it is looked for anyway."""


class _Garbage:
    """How much may have become garbage; nothing is done unless the reader began with the collector off."""

    is_managed = False
    left = 0
    characters = 0


_garbage = _Garbage()


def begin() -> None:
    """Turn the collector on once the first article stands, if it was off until then."""
    if not gc.isenabled():
        _garbage.is_managed = True
        gc.freeze()
        gc.enable()


def keep() -> None:
    """Pass over all that there is now: an article, its analysis and what was made of it are here to stay."""
    if _garbage.is_managed:
        gc.freeze()


def leave(characters: int) -> None:
    """Count an article of so many characters that is left, and look for garbage when that has become worth it."""
    _garbage.left += 1
    _garbage.characters += characters
    if _garbage.is_managed and (_garbage.left >= MOST_LEFT or _garbage.characters >= MOST_CHARACTERS):
        _garbage.left = _garbage.characters = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()
