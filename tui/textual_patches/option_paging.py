"""Lists of options, as the palette's, that take a page's key before they are laid out.

What Textual does: it looks for the line of the marked option, of which there is none until the list has a width,
and the KeyError ends the app: Ctrl+P PageDown in a burst, or in a very small terminal.
What ours gains: such a key does nothing.
Concerns: `OptionList._move_page` and `_lines` in textual/widgets/_option_list.py of Textual 8.
Can go: when tests/textual_patches/test_option_paging.py passes without it.
"""

from __future__ import annotations

from typing import Any

from textual.widgets import OptionList

_page: Any = OptionList._move_page


def _page_of_lines(options: OptionList, direction: int) -> None:
    if options._lines:
        _page(options, direction)


def page_once_laid_out() -> None:
    """Have lists of options pass over the keys for a page while they have no lines."""
    OptionList._move_page = _page_of_lines  # type: ignore[method-assign, assignment]
