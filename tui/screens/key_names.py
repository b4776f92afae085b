"""The names of keys as every screen shows them: Esc, Tab, Ctrl+R, Shift+→."""

from __future__ import annotations

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
"""The keys with a name, as it is printed on a keyboard; arrows and letters are shown as they are."""


def key_name(binding: Binding) -> str:
    """Return the name of a binding's key."""
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
