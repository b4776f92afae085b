"""When Python looks for garbage: not while somebody reads, where thousands of quotes take it a tenth of a second.

The objects of an article that is shown are no garbage until the article is left. Even then the collector does not
run after each short article: the key that opens the next one should be quick, too.
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
    """Exempt all objects that exist now: an article, its analysis and what was made of them will stay."""
    if _garbage.is_managed:
        gc.freeze()


def leave(characters: int) -> None:
    """Count an article of so many characters that was left, and collect garbage once that is worth the time."""
    _garbage.left += 1
    _garbage.characters += characters
    if _garbage.is_managed and (_garbage.left >= MOST_LEFT or _garbage.characters >= MOST_CHARACTERS):
        _garbage.left = _garbage.characters = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()
