"""The app's themes: quoth's own beside Textual's, the one to begin with, and the one that is picked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from tui.article.sanitising import one_line
from tui.resources import folder
from tui.screens.notices import Notices
from tui.session.theme_choice import keep_theme, kept_theme, light_terminal

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.screens.reader.article_switcher import ArticleSwitcher


class Themes:
    """Chooses the first theme of an app, has others previewed, and keeps the one that is picked."""

    def __init__(self, app: App[None], articles: ArticleSwitcher, configured: str | None) -> None:
        """Choose a theme, `configured` if the settings name one; what is picked is kept in the library."""
        self.own = own_themes()
        self._app = app
        self._articles = articles
        self._configured = configured
        self._kept = ""
        self._is_previewing = False

    def first(self, library: Library | None, notices: Notices) -> str:
        """Return the name of the theme to begin with: the one picked last, or else one that suits the terminal."""
        self._kept = self._wanted(library, notices) or ("quoth-light" if light_terminal() else "quoth-dark")
        return self._kept

    def _wanted(self, library: Library | None, notices: Notices) -> str | None:
        theme = kept_theme(library, self._configured)
        if not theme or theme in BUILTIN_THEMES or theme in self.own:
            return theme
        notices.add([f"There is no theme called “{one_line(theme)}”; press t to choose one."])
        return None

    def pick(self) -> None:
        """Show the themes there are; each is previewed."""
        from tui.screens.theme_screen import ThemeScreen

        self._is_previewing = True
        screen = ThemeScreen(self._app.theme, sorted(self._app.available_themes))
        self._app.push_screen(screen, self._end_preview)

    def _end_preview(self, _: None) -> None:
        self._is_previewing = False
        self.changed(self._app.theme)

    def changed(self, theme: str) -> None:
        """Keep a theme for the next session, but none that is only previewed."""
        if theme != self._kept and not self._is_previewing:
            self._kept = theme
            keep_theme(self._articles.history.library, theme, self._configured)


def own_themes() -> dict[str, Theme]:
    """Return quoth's own light and dark theme by name."""
    data = json.loads((folder("styles") / "themes.json").read_text(encoding="utf-8"))
    return {theme["name"]: Theme(**theme) for theme in data}
