"""A page of help as Rich draws it, on a light terminal as well as on a dark one."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown
from rich.theme import Theme

_STYLES = Theme({"markdown.code": "bold", "markdown.code_block": "none", "markdown.table.header": "bold"})
"""Keys and commands stand out by strokes: Rich's own are cyan on black, also on a light page."""


class HelpPage:
    """Markdown of quoth's own, drawn without links."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the page in our styles."""
        with console.use_theme(_STYLES):
            yield from console.render(Markdown(self._text, hyperlinks=False, code_theme="bw"), options)
