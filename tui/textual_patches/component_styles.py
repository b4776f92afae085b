"""Styles of one component class, looked up when they are first needed.

What Textual does: it works out all the `COMPONENT_CLASSES` of a widget whenever the widget is styled.
What ours gains: the article's forty components cost nothing before the first frame.
Concerns: `DOMNode._attach` in textual/dom.py, with which `Stylesheet` styles component classes itself.
Can go: when `get_component_styles` works a component out on demand.
"""

from __future__ import annotations

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


def component_styles(widget: Widget, classes: str) -> RenderStyles:
    """Return the styles that the stylesheet gives to a child of `widget` with these classes."""
    component = DOMNode(classes=classes)
    component._attach(widget)
    widget.app.stylesheet.apply(component)
    return component.styles
