"""The pages of `quoth help`: Markdown files that also the reader's help and the man page are made from."""

from __future__ import annotations

from dataclasses import dataclass

from tui.resources import folder

TOPICS = tuple(
    "keys filter copying library versions elsewhere corrections sources settings linear programs archive "
    "accuracy speed".split()
)
"""The names of the topics, in the order in which they are listed; each is a file in `tui/help/`."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of help: its name on the command line, its title and its whole text as Markdown."""

    name: str
    title: str
    text: str


def read_topic(name: str) -> Topic:
    """Read one of TOPICS."""
    text = (folder("help") / f"{name}.md").read_text(encoding="utf-8")
    return Topic(name, text.partition("\n")[0].removeprefix("# "), text)
