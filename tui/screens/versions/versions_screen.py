"""The versions of one source, to choose two that are compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.screens.browse_screen import AGAIN, BACK, MOVING, BrowseScreen
from tui.screens.default_keys import shared
from tui.session.reading.plurals import pluralise
from tui.widgets.panels.item_rows import PlainRows

if TYPE_CHECKING:
    from tui.library.source_versions import SourceVersion
    from tui.session.settings import Settings
    from tui.session.versions.version_list import VersionList


class VersionsScreen(BrowseScreen):
    """Versions, the newest on top: v ticks one, Enter compares another with it, or with the one being read."""

    BINDINGS = [
        *shared(
            choose={
                "show": True,
                "description": "compare",
                "tooltip": "Compare with the ticked version, else with the one being read",
            },
            select={
                "show": True,
                "action": "tick",
                "description": "tick",
                "tooltip": "Tick a version to compare another with",
            },
            filter={"show": True, "description": "search", "tooltip": "Find versions by title or date"},
            back=BACK,
            versions=AGAIN,
            help={"show": True},
            quit={"show": True},
        ),
        *MOVING,
    ]
    PLACEHOLDER = "words of a title, a date"

    def __init__(
        self,
        name: str,
        versions: VersionList,
        settings: Settings,
        compare: Callable[[SourceVersion, SourceVersion], None],
    ) -> None:
        """List the versions of the article `name`; `compare` shows how one version became another."""
        super().__init__(settings)
        self._article_name = name
        self._versions = versions
        self._compare = compare

    def make_rows(self) -> PlainRows:
        """Return the list of versions."""
        return PlainRows(self._versions.describe, id="items")

    def on_mount(self) -> None:
        """Show all versions."""
        self.set_title(self._article_name, pluralise(len(self._versions.versions), "version"))
        self.call_after_refresh(self.narrow, "")

    def narrow(self, text: str) -> None:
        """Show the versions whose row contains every word."""
        left = self._versions.matching(text)
        rows = self.query_one(PlainRows)
        rows.empty_text = "No version has these words. Esc shows all again."
        rows.show(left)

    def action_tick(self) -> None:
        """Tick the marked version, or none."""
        rows = self.query_one(PlainRows)
        if rows.marked is not None:
            self._versions.tick(int(rows.marked))
            rows.update_rows(rows.marked)

    def open(self, key: str) -> None:
        """Compare a version."""
        pair = self._versions.pair(int(key))
        if pair is None:
            self.show_message("This is the only version so far; R reads the article again.")
        elif not all(each.whole for each in pair):
            self.show_message("The text of one of the two is not kept.")
        else:
            self._compare(*pair)
