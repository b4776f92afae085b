"""A terminal that can be driven without waiting as a Pilot does, for what measures or compares frames."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.keys import _character_to_key


class Sink(HeadlessDriver):
    """A terminal that swallows what it is sent: that is made, which Textual spares itself without a terminal."""

    written = 0

    @property
    def is_headless(self) -> bool:
        """Discard what is written."""
        return False

    def write(self, data: str) -> None:
        """Encode it, as for a file."""
        self.written += len(data.encode())

    def press(self, key: str) -> None:
        """Have the app hear a key, given as a character or by its name."""
        event = Key(_character_to_key(key), key) if len(key) == 1 else Key(key, None)
        event.set_sender(self._app)
        self.send_message(event)

    def resize(self, size: Size) -> None:
        """Give the terminal another size."""
        self._size = (size.width, size.height)
        self._app.post_message(Resize(size, size))


def sink_of(app: App[Any]) -> Sink:
    """Return the terminal of an app that runs with one of these."""
    assert isinstance(app._driver, Sink)
    return app._driver
