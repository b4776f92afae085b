"""Text from outside made fit to leave quoth: to be copied, exported and kept in clippings.

For what is drawn, where offsets must hold, see `tui.article.sanitising`.
"""

from __future__ import annotations

import re

from tui.article.characters import CONTROL_RANGE, INVISIBLE, SURROGATE_RANGE
from tui.article.sanitising import stream_safe

# The joiners stay: Persian and emoji need them.
_UNSEEN = f"[{CONTROL_RANGE}{INVISIBLE}]"
_SURROGATE = f"[{SURROGATE_RANGE}]"


def clean(text: str) -> str:
    """Return `text` on one line: no control or hidden character, every stretch of white space one space.

    Of combining marks on one letter at most as many stay as Unicode's Stream-Safe Text Format allows.
    """
    if not text.isprintable():
        text = re.sub(_SURROGATE, "\ufffd", re.sub(_UNSEEN, "", text))
    return stream_safe(" ".join(text.split()))
