"""How keys are called, the same on every screen: Esc, Tab, Ctrl+R, Shift+→."""

from __future__ import annotations

from textual.app import App
from textual.binding import Binding
from textual.keys import format_key

NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
}
"""Keys that have names, as they stand on a keyboard; arrows and letters are shown as they are."""


class KeyNames(App[None]):
    """An app that calls its keys as its sentences do."""

    def get_key_display(self, binding: Binding) -> str:
        """What to call the key of a binding."""
        if binding.key_display:
            return binding.key_display
        modifiers, key = binding.parse_key()
        held = [modifier.capitalize() for modifier in modifiers]
        name = NAMES.get(key) or format_key(key)
        if name[:1] == "f" and name[1:].isdigit():
            name = name.upper()
        if held and len(name) == 1:
            name = name.upper()
        return "+".join([*held, name])
