"""What screens ask the app for: to open something, to go back, to show the list again.

The app handles these by name (`on_open_source` …), so that neither imports the other's floor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.article.spans import Span
    from tui.library.clippings import Clipping
    from tui.session.opening.history import ListPlace


@dataclass
class OpenSource(Message):
    """Open a path or an address; `typed` is False where the page or feed at `came_from` named it."""

    source: str
    typed: bool = True
    came_from: str | None = None
    place: ListPlace | None = None


@dataclass
class OpenText(Message):
    """Read a text that was pasted."""

    text: str


@dataclass
class AskSource(Message):
    """Ask what to open."""


@dataclass
class StepInList(Message):
    """Open the article so many further in the list."""

    step: int


@dataclass
class StepInHistory(Message):
    """Open the article read before (-1), or after (1)."""

    step: int


@dataclass
class ShowList(Message):
    """Back to the list the article is from; `unasked` where nothing is to be said if there is none."""

    unasked: bool = False


@dataclass
class ShownAgain(Message):
    """A reader that lay under other screens is the one on top again."""


@dataclass
class OpenKept(Message):
    """Open an article of the library by its id there; `at` is what to bring into sight of it.

    `source` is opened where the library has no text of it.
    """

    article: int
    at: Span | None = None
    source: str = ""


@dataclass
class OpenClipping(Message):
    """Open the article of a clipping, at its words."""

    clipping: Clipping


@dataclass
class ShowLibrary(Message):
    """Show everything that was read."""


@dataclass
class ShowPeople(Message):
    """Show everybody who was quoted."""


@dataclass
class ShowPerson(Message):
    """Show the page of one speaker, by their id in the library."""

    person: int


@dataclass
class ShowClippings(Message):
    """Show the clippings of all articles."""
