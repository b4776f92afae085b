"""The marks beside a quote: how sure quoth is of it, and whether it is corrected, clipped or elsewhere, too."""

from __future__ import annotations

CORRECTED = "✎"
"""The mark beside anything that was corrected by hand."""
CLIPPED = "★"
"""The mark beside quotes that are clipped."""
ELSEWHERE = "≡"
"""The mark before the number of other articles that have the same words."""
SURE = 0.8
"""The least certainty for a full circle."""
UNSURE = 0.5
"""Below this certainty a quote is called unsure: it has an empty circle and is drawn fainter."""


def certainty_mark(certainty: float) -> str:
    """Return a full, half or empty circle."""
    return "●" if certainty >= SURE else "◐" if certainty >= UNSURE else "○"
