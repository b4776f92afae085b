"""An article of the small library, opened."""

from __future__ import annotations

from tests.spoken_library import article_of, small_library
from tui.app import QuothApp
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening, open_article
from tui.session.settings import Settings


def opened(name: str = "talks", **settings: bool) -> Opening:
    """Return an article of the small library as the reader opens it; its analysis is kept."""
    small_library().close()
    article, analysis = article_of(name)
    return open_article(article, Settings(**settings), known=analysis)  # type: ignore[arg-type]


def reading(app: QuothApp) -> bool:
    return isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted
