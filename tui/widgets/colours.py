"""The colours of marked words: component styles that are laid over one another and kept readable."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual.color import Color
from textual.css.styles import RenderStyles
from textual.widget import Widget

from tui.textual_patches.component_styles import component_styles

LEGIBLE = 4.5  # contrast of text with its background, WCAG 2.2, success criterion 1.4.3
CLEAR = 6.0  # contrast of words at full strength, to distinguish them from fainter ones
_STEPS = 20


class Colours:
    """Styles for words of one widget, by the names of components.

    A component is styled by the classes `.colour--NAME`, for all widgets, and PREFIX + NAME, for this one, when
    it is first drawn.

    A component's `color` is blended with the widget's own by its alpha: `#E69F00 60%` tints the theme's
    foreground, dark or light. `text-opacity` lets the background show through; a colour laid over a fainter one
    restores full opacity. The result is made darker or lighter until it is readable, unless the lowest
    component is one of `decoration`, which is not text.
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
        """Return the style for these components, the lowest first; unknown names have no effect."""
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
                styles = component_styles(self._widget, f"colour--{name} {self._prefix}{name}")
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
    """Return `colour`, moved towards `target` just far enough for a contrast of `enough` with `ground`."""
    for step in range(_STEPS):
        mixed = colour.blend(target, step / _STEPS)
        if contrast(mixed, ground) >= enough:
            return mixed
    return target


def opposite(ground: Color) -> Color:
    """Return black or white, whichever contrasts more with `ground`."""
    return max(Color(0, 0, 0), Color(255, 255, 255), key=lambda colour: contrast(colour, ground))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
