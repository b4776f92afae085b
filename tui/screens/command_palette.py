"""The command palette: everything that a key does, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import Hit, Hits
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider

from tui.screens.default_keys import keys_of
from tui.screens.screenshot import save_screenshot

_SYNONYMS = {
    "export": "save write file csv json markdown",
    "quit": "exit close leave",
    "correct.redo": "redo again",
    "correct.undo": "undo revert",
    "history.back": "history previous article",
    "history.forward": "history next article",
    "theme": "dark light colours colors appearance",
    "search": "find text",
    "find": "find search text",
    "filter": "find search narrow",
    "library": "library search history archive",
    "help": "keys manual shortcuts",
    "read_again": "reload refresh update changed again",
    "versions": "diff compare changes changed before",
    "clip": "bookmark keep note",
    "clippings": "bookmarks notes",
    "copy.words": "yank clipboard",
}
"""Words that people look for beside an action's name, by its id."""

WHOLE = 1000
"""The score from which on an action has the words that are looked for, or their beginnings."""


class PaletteSearch(SystemCommandsProvider):
    """Searches the palette's commands by name, id, key and synonyms."""

    async def search(self, query: str) -> Hits:
        """Yield what matches: names that have the words, else those with its letters scattered over them."""
        matcher = self.matcher(query)
        wanted = query.casefold().split()
        found = []
        for name, about, run, _ in self.app.get_system_commands(self.screen):
            keys, _, id = about.rpartition("   ")
            others = f"{id} {id.replace('.', ' ')} {_SYNONYMS.get(id, '')}"
            words = f"{name} {others}".casefold().split()
            score = max(matcher.match(name), matcher.match(others) * 0.9)  # far below 1000
            if query.strip() in keys.split():
                score += 4000
            elif id and wanted == [id]:
                score += 3000
            elif wanted and all(word in words for word in wanted):
                score += 2000
            elif wanted and all(any(word.startswith(begun) for word in words) for begun in wanted):
                score += WHOLE
            if score > 0:
                found.append(Hit(score, matcher.highlight(name), run, help=about))
        least = WHOLE if any(hit.score >= WHOLE for hit in found) else 0
        for hit in found:
            if hit.score >= least:
                yield hit


def palette_commands(
    app: App[None], screen: Screen[object], keymap: Mapping[str, str]
) -> Iterable[SystemCommand]:
    """Yield a command for each key of `screen`, and one that has no key."""
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding):
            run = partial(app.run_action, binding.action, screen)
            what = binding.tooltip or binding.description.capitalize()
            keys = keys_of(binding, keymap, app.get_key_display)
            yield SystemCommand(what, f"{keys}   {binding.id or ''}".rstrip(), run)
    yield SystemCommand(
        "Save a picture of this screen",
        "an SVG file in the folder you are in",
        partial(save_screenshot, app),
    )
