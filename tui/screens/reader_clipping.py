"""Clipping from the reader, and the way to the clippings, the library and a speaker's page.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from tui.screens.reader_view import ReaderView


class ClippingKeys(ReaderView):
    """Clipping from the reader, and the way to the clippings, the library and a speaker's page."""
