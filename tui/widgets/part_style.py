"""The style of a part of a widget, by its component class."""

from __future__ import annotations

from textual.style import Style
from textual.widget import Widget


def part_style(widget: Widget, name: str) -> Style:
    """Return the style of a component class, to lay over the widget's own.

    Textual 8 leaves `reverse` out of what it returns.
    """
    style = widget.get_visual_style(name, partial=True)
    reverse = widget.get_component_styles(name).text_style.reverse
    return style + Style(reverse=True) if reverse else style
