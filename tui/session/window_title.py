"""The terminal window's title: what is read, set and given back by xterm's control sequences.

xterm's "Operating System Commands" (OSC 2 sets the title) and "Window manipulation" (22;2 keeps the title, 23;2
brings it back). A terminal that does not know one of them ignores it.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.article.sanitising import one_line

KEEP = "\x1b[22;2t"
RESTORE = "\x1b[23;2t"
LONGEST = 120  # characters


def sets_titles(environ: Mapping[str, str]) -> bool:
    """Tell whether the terminal may have a title; the Linux console and dumb terminals have none."""
    return environ.get("TERM", "xterm") not in ("", "dumb", "linux")


def title_sequence(name: str) -> str:
    """Return the sequence that sets the title to the article's name; "" for none. Nothing in `name` can end it."""
    shown = "".join(c for c in one_line(name) if c.isprintable())
    if len(shown) > LONGEST:
        shown = shown[: LONGEST - 1] + "…"
    return f"\x1b]2;{f'{shown} · quoth' if shown else 'quoth'}\x1b\\"
