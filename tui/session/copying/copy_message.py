"""What is said of a copy: “Copied “We sail on …” (clipboard)”, or why nothing was copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article.sanitising import in_marks, one_line

_SHOWN = 32  # characters of a copy that the sentence shows
_LONG = 74_994  # bytes of text; more than that several terminals drop (hterm, older xterm)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")  # in Markdown


def copied_message(ways: Sequence[str], text: str, size: int, remark: str, what: str, last_copy: str) -> str:
    """Return what is said of a copy of `size` bytes that was sent these ways.

    `what` names it ("17 quotes"), else its first words do; `remark` is said of it. `last_copy` tells where the text
    is kept, should it not arrive.
    """
    # A tmux that takes a copy sends it on to the terminals it is shown on.
    told = " and ".join("tmux and terminal" if way == "tmux" and len(ways) == 1 else way for way in ways)
    copied = " ".join(part for part in ("Copied", what or _beginning(text), remark, f"({told})") if part)
    if ways == ["terminal"] and size > _LONG:
        return f"{copied}; many terminals take less at once. The text is kept: {last_copy}."
    return copied


def not_copied_message(last_copy: str, *, remote: bool, is_linux: bool) -> str:
    """Return what is said where no way out of the terminal works; `is_linux` also of the BSDs, without tmux."""
    if remote:
        why = "This terminal takes no copies, and your own machine's clipboard is out of reach."
    elif is_linux:
        why = "No clipboard can be reached; installing wl-clipboard or xclip helps."
    else:
        why = "No clipboard can be reached."
    return f"{why} The text is kept: {last_copy}."


def _beginning(text: str) -> str:
    """Return the first words of a copy in quotation marks, without marks of their own, for one short line."""
    begin = text[: 4 * _SHOWN]
    if begin.startswith("> "):
        begin = _ESCAPED.sub(r"\1", begin)
    line = one_line(begin.lstrip("> \n").partition("\n")[0]).strip('“”" ')
    if len(line) > _SHOWN:
        line = f"{line[:_SHOWN].rsplit(' ', 1)[0].rstrip(' ,;:.–—“”')} …"
    return in_marks(line)
