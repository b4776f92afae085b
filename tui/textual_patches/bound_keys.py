"""Which keys need not be shown to the widgets round the one that has the focus.

Textual hands a key from the widget with the focus up to the app, a message and a turn of the loop for each widget
on the way, before it looks which binding it has. Most widgets look at no key, and most keys are bindings.
"""

from __future__ import annotations

from functools import lru_cache

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

_TEXTUALS = {each._on_key for each in (Widget, Screen, App)}


def only_bindings_hear(target: DOMNode, key: events.Key) -> bool:
    """Whether nothing between `target`, which has the focus, and the app looks at this key itself.

    What has an `on_key` that is wanted at times only may say so by `looks_at_keys`.
    """
    return not any(
        _looks_at(type(node), tuple(key.name_aliases)) and getattr(node, "looks_at_keys", True)
        for node in target.ancestors_with_self
    )


@lru_cache(maxsize=1024)
def _looks_at(kind: type[MessagePump], names: tuple[str, ...]) -> bool:
    """Whether such a widget has a method for keys, or for the key of these names."""
    return (
        hasattr(kind, "on_key")
        or getattr(kind, "_on_key", None) not in _TEXTUALS
        or any(hasattr(kind, f"{lead}key_{name}") for name in names for lead in ("", "_"))
        or any(events.Key in vars(each).get("_decorated_handlers", ()) for each in kind.__mro__)
    )
