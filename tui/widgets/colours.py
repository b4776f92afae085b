"""The colours of marked words: component styles laid over one another, and kept readable."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual.color import Color
from textual.css.styles import RenderStyles
from textual.widget import Widget

from tui.textual_patches.component_styles import component_styles

LEGIBLE = 4.5  # contrast of text on its ground, WCAG 2.2's success criterion 1.4.3
CLEAR = 6.0  # contrast of words at full strength, so that fainter ones can be told from them
_STEPS = 20


class Colours:
    """Styles for words of one widget, by the names of components.

    A component is styled by the classes `.ink--NAME`, for all widgets, and PREFIX + NAME, for this one. It is
    looked up when it is first drawn: Textual's own component classes are all styled whenever the widget is,
    and at the start that would take longer than anything else that can be left for later.

    A component's `color` is laid over the widget's own as thickly as its alpha says: `#E69F00 60%` tints the
    theme's foreground, dark or light. `text-opacity` lets the ground show through. A colour laid over a
    fainter one lifts it again. What comes out is made darker or lighter until it can be read, save where the
    lowest component is one of `decoration`, which nobody reads.
    """

    def __init__(self, widget: Widget, prefix: str, decoration: tuple[str, ...] = ()) -> None:
        self._widget = widget
        self._prefix = prefix
        self._decoration = decoration
        _, self._ground = widget.background_colors
        self._text = (
            self._ground + widget.styles.color if widget.styles.color.ansi is None else widget.styles.color
        )
        self._cache: dict[tuple[str, ...], Style] = {}
        self._parts: dict[str, RenderStyles] = {}

    def style(self, names: tuple[str, ...]) -> Style:
        """The style for these components, the lowest first. Unknown names change nothing."""
        style = self._cache.get(names)
        if style is None:
            style = self._cache[names] = self._mixed(
                self._components(names), legible=not set(names[:1]).intersection(self._decoration)
            )
        return style

    def _components(self, names: Iterable[str]) -> Iterable[RenderStyles]:
        for name in names:
            styles = self._parts.get(name)
            if styles is None:
                styles = component_styles(self._widget, f"ink--{name} {self._prefix}{name}")
                self._parts[name] = styles
            yield styles

    def _mixed(self, components: Iterable[RenderStyles], legible: bool) -> Style:
        colour, ground, opacity = self._text, self._ground, 1.0
        text_style = Style()
        for styles in components:
            if styles.has_rule("background"):
                ground = ground + styles.background if styles.background.ansi is None else styles.background
            if styles.has_rule("color"):
                over = styles.color
                plain = over.ansi is not None or colour.ansi is not None
                colour = over if plain else colour.blend(over.with_alpha(1.0), over.a)
                opacity = 1.0
                text_style += Style(dim=False)
            opacity *= styles.text_opacity
            text_style += styles.text_style
        if colour.ansi is None and ground.ansi is None:
            if legible:
                enough = max(LEGIBLE, min(CLEAR, contrast(self._text, ground)))
                colour = readable(colour, ground, enough, opposite(ground))
            if opacity < 1:
                faint = ground.blend(colour, opacity)
                colour = readable(faint, ground, LEGIBLE, colour) if legible else faint
        return Style.from_color(colour.rich_color, ground.rich_color) + text_style


def readable(colour: Color, ground: Color, enough: float, target: Color) -> Color:
    """`colour`, moved towards `target` no further than it takes to have `enough` contrast on `ground`."""
    for step in range(_STEPS):
        mixed = colour.blend(target, step / _STEPS)
        if contrast(mixed, ground) >= enough:
            return mixed
    return target


def opposite(ground: Color) -> Color:
    """Black or white, whichever stands out more."""
    return max(Color(0, 0, 0), Color(255, 255, 255), key=lambda colour: contrast(colour, ground))


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21, by WCAG 2.2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
