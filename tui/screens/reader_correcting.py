"""Correcting from the reader: what its keys do.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from tui.screens.reader_view import ReaderView


class CorrectingKeys(ReaderView):
    """Correcting from the reader: what its keys do."""
