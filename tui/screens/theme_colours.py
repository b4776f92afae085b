"""Legible theme colours: in every theme all text has a contrast of at least 4.5:1.

Themes choose colours for code and decoration; several are illegible as faint text or on a tint. Each such colour
is moved towards the theme's own text colour, no further than needed (WCAG 2.2, success criterion 1.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color

from tui.widgets.colours import LEGIBLE, contrast, opposite, readable

ROOM = 5.5
"""The contrast of plain text on every background, so that fainter text still looks fainter there."""
FAINT = 0.65
TINTS = (0.25, 0.2, 0.15, 0.1, 0.05)
"""The shares of the primary colour that may lie behind a marked row, largest first."""
SHADE = 0.08
"""The share of the text colour behind a marked row of a list without the focus (styles/rows.tcss)."""
SELECTED = 0.5
"""The share of the primary colour behind selected words."""
_STEPS = 10
_GROUNDS = ("surface", "panel")
_SIGNALS = ("primary", "secondary", "text-warning", "text-error", "text-success")


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """Return new values for those of a theme's variables that need them, and for the marked row of every list."""
    background = Color.parse(variables["background"])
    text = readable(Color.parse(variables["foreground"]), background, ROOM, opposite(background))
    out = {"foreground": text.hex}
    grounds = [background]
    for name in _GROUNDS:
        ground = _calm(Color.parse(variables[name]), background, text)
        out[name] = ground.hex
        grounds.append(ground)
    primary = Color.parse(variables["primary"])
    tints = ((share, _behind_row(primary, share, background)) for share in TINTS)
    share, tint = next((each for each in tints if contrast(text, each[1]) >= ROOM), (0.0, background))
    out["primary-muted"] = f"{primary.hex} {share:.0%}"
    grounds += [tint, _calm(background.blend(primary, TINTS[0]), background, text)]
    grounds.append(_behind_row(text, SHADE, background))

    def lifted(colour: Color) -> str:
        for ground in grounds:
            colour = readable(colour, ground, LEGIBLE, text)
        return colour.hex

    faint = lifted(background.blend(text, FAINT))
    out |= {"text-muted": faint, "text-disabled": faint}
    out |= {name: lifted(Color.parse(variables[name])) for name in _SIGNALS}
    out["screen-selection-background"] = _calm(background.blend(primary, SELECTED), background, text).hex
    cursor = grounds[-2].hex
    out |= dict.fromkeys(("block-cursor-background", "block-cursor-blurred-background"), cursor)
    out |= dict.fromkeys(("block-cursor-foreground", "block-cursor-blurred-foreground"), text.hex)
    return out


def _calm(ground: Color, background: Color, text: Color) -> Color:
    """Return `ground`, moved towards the background no further than text on it needs."""
    for step in range(_STEPS):
        mixed = ground.blend(background, step / _STEPS)
        if contrast(text, mixed) >= ROOM:
            return mixed
    return background


def _behind_row(colour: Color, share: float, background: Color) -> Color:
    """Return how `colour SHARE%` looks as the background of a component over the widget's own background.

    Textual 8 blends such a background with transparent black first (Widget.get_visual_style, partial).
    """
    drawn = Color(0, 0, 0, 0).blend(colour.with_alpha(share), 1 - share)
    return background + drawn
