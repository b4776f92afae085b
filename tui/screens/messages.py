"""The messages by which screens ask the app to open or show something.

The app handles them by name (`on_open_source` …), so that neither need import the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.article.spans import Span
    from tui.library.clippings import Clipping
    from tui.session.opening.library_place import LibraryPlace
    from tui.session.opening.list_place import ListPlace


@dataclass
class OpenSource(Message):
    """Open a path or an address.

    `typed` is False if the page or feed at `came_from` named it; `place` is where it stands in a list.
    """

    source: str
    typed: bool = True
    came_from: str | None = None
    place: ListPlace | None = None


@dataclass
class OpenText(Message):
    """Read a text that was pasted."""

    text: str


@dataclass
class CopyText(Message):
    """Copy a text; `remark` is said of it in the same line, `what` names it: “17 quotes”. Either may be empty."""

    text: str
    remark: str = ""
    what: str = ""


@dataclass
class AskSource(Message):
    """Ask what to open."""


@dataclass
class StepInList(Message):
    """Read the next article of the list (1), or the one before (-1)."""

    step: int


@dataclass
class ShowList(Message):
    """Return to the list that the article is from; with `silent` nothing is said if there is none."""

    silent: bool = False


@dataclass
class OpenKept(Message):
    """Open an article of the library by its id, scrolled to the span `at`.

    `source` is opened instead if the library does not keep the article's text. `place` is where it stands in the
    list that it was chosen from. An article may be named by the hash of its text, too.
    """

    article: int | bytes
    at: Span | None = None
    source: str = ""
    place: LibraryPlace | None = None


@dataclass
class OpenClipping(Message):
    """Open the article of a clipping, scrolled to its words."""

    clipping: Clipping
    place: LibraryPlace | None = None


@dataclass
class ShowPeople(Message):
    """Show all speakers."""


@dataclass
class ShowPerson(Message):
    """Show the page of a speaker, by the speaker's id in the library."""

    person: int
