"""Opening from the reader: other sources, links, the next article.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from tui.screens.reader_view import ReaderView


class OpeningKeys(ReaderView):
    """Opening from the reader: other sources, links, the next article."""
