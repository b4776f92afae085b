"""The reader's default keys: every one with an id, so that settings can rebind it and help can list it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from textual.binding import Binding, BindingType

from tui.corrections.correction_types import CORRECTION_TYPES


def _key(
    id: str, key: str, action: str, description: str, tooltip: str, *, show: bool = False, **more: Any
) -> Binding:
    """Return a binding; with `show` it stands in the footer."""
    return Binding(key, action, description, show, id=id, tooltip=tooltip, **more)


READING = [
    _key("quote.next", "n", "next_quote", "next", "Go to the next matching quote", show=True),
    _key("quote.previous", "N", "previous_quote", "previous", "Go to the previous matching quote"),
    _key("filter", "slash", "filter", "filter", "Filter all panels as you type", show=True),
    _key(
        "speaker.only",
        "f",
        "only",
        "this speaker",
        "Show only this speaker; again for everybody",
        show=True,
    ),
    _key("copy.words", "y", "copy_words", "copy", "Copy the quote's words, or the selection", show=True),
    _key(
        "copy.cited", "Y", "copy_cited", "cite", "Copy the quote, or the selection, with speaker and citation"
    ),
    _key("copy.all", "A", "copy_all", "copy all", "Copy all matching quotes with citations"),
    _key("copy.last", "c", "app.last_copy", "last copy", "Show what was copied last, to save it"),
    _key("export", "e", "export", "export", "Export the matching quotes to a file"),
    _key("quote.why", "w", "why", "why", "Show why this speaker: the evidence", show=True),
    _key(
        "quote.elsewhere",
        "equals_sign",
        "elsewhere",
        "elsewhere",
        "Show where else in your reading these words occur, and what differs",
    ),
    _key("pane.next", "tab", "pane(1)", "panels", "Go to the next pane", show=True),
    _key("quit", "q", "app.quit", "quit", "Quit", show=True),
    _key("alone", "z", "alone", "read alone", "Show the article alone, or with its panels", show=True),
    _key("down", "j,down,ctrl+e", "move(1)", "down", "Down a line; in a panel, down a row"),
    _key("up", "k,up,ctrl+y", "move(-1)", "up", "Up a line; in a panel, up a row"),
    _key("page.down", "space,pagedown", "page(1)", "page down", "Down a page, all but two lines"),
    _key("page.up", "b,pageup,ctrl+b", "page(-1)", "page up", "Up a page, all but two lines"),
    _key("half_page.down", "ctrl+d", "page(0.5)", "half a page down", "Down half a page"),
    _key("half_page.up", "ctrl+u", "page(-0.5)", "half a page up", "Up half a page"),
    _key("top", "g,home", "end(-1)", "top", "Go to the beginning"),
    _key("bottom", "G,end", "end(1)", "end", "Go to the end"),
    _key(
        "paragraph.next", "right_curly_bracket", "paragraph(1)", "next paragraph", "Go to the next paragraph"
    ),
    _key(
        "paragraph.previous",
        "left_curly_bracket",
        "paragraph(-1)",
        "previous paragraph",
        "Go to the previous paragraph",
    ),
    _key(
        "select",
        "v",
        "select_mode",
        "select",
        "Select as in vim: h l words, ( ) sentences, j k lines, o the other end; then y Y m",
    ),
    _key(
        "select.word",
        "shift+right",
        "select('word', 1)",
        "select a word",
        "Select by words from the quote or the top",
    ),
    _key(
        "select.word.back", "shift+left", "select('word', -1)", "deselect a word", "Move that end back a word"
    ),
    _key(
        "select.sentence",
        "shift+down",
        "select('sentence', 1)",
        "select a sentence",
        "Select by sentences; y copies what is selected",
    ),
    _key(
        "select.sentence.back",
        "shift+up",
        "select('sentence', -1)",
        "deselect a sentence",
        "Move that end back a sentence",
    ),
    _key("pane.previous", "shift+tab", "pane(-1)", "previous pane", "Go to the previous pane"),
    _key("choose", "enter", "choose", "choose", "Choose the marked row, or the quote here"),
    _key(
        "back",
        "escape",
        "back",
        "deselect",
        "Deselect quote, entity and speaker, clear the filter: one at a time; then back to the list",
    ),
    _key("theme", "t", "app.change_theme", "theme", "Choose a theme"),
    _key("help", "question_mark", "show_help", "help", "Show all keys and the filter language", show=True),
]

OPENING = [
    _key("open", "o", "app.open", "open", "Open a path or an address", show=True),
    _key(
        "read_again",
        "R",
        "app.read_again",
        "read again",
        "Read the address or file again, and say what changed",
    ),
    _key("versions", "V", "app.versions", "versions", "Show the versions of this article, to compare two"),
    _key("links", "l", "links", "links", "Show the article's links, to follow or copy one"),
    _key(
        "article.next",
        "right_square_bracket",
        "article(1)",
        "next article",
        "Go to the next article in the list",
        key_display="]a",
    ),
    _key(
        "article.previous",
        "left_square_bracket",
        "article(-1)",
        "previous article",
        "Go to the previous article in the list",
        key_display="[a",
    ),
    _key("list", "backspace", "app.list", "list", "Go back to the list this article is from"),
    _key("history.back", "H,alt+left", "app.history(-1)", "back", "Go back to the article read before"),
    _key("history.forward", "alt+right", "app.history(1)", "forward", "Go forward again"),
]
"""The keys that open other articles."""

CLIPPING = [
    _key("clip", "m", "clip", "clip", "Clip the quote or the selection; again to remove it"),
    _key("clippings", "M", "app.clippings", "clippings", "Show the clippings of all articles"),
    _key("library", "L", "app.library", "library", "Search everything you have read"),
    _key(
        "person", "S", "person", "speaker's page", "Show everything this speaker said in what you have read"
    ),
]
"""The keys of clippings, the library and a speaker's page."""

CORRECTING = [
    _key("correct", "x", "correct", "correct", "Correct something: shows what can be corrected"),
    # Keys that no terminal sends: x, then the letter. In a keymap each may have a key of its own.
    *(
        Binding(
            f"x_then_{name}", f"correct('{name}')", hint, False, f"x {key}", id=f"correct.{name}", tooltip=tip
        )
        for key, name, hint, tip in (
            *((entry.key, entry.name, entry.hint, entry.tooltip) for entry in CORRECTION_TYPES.values()),
            ("u", "unplaced", "unplaced", "The corrections whose words are gone"),
        )
    ),
    _key("correct.undo", "u", "undo_correction", "undo", "Undo the last correction"),
    _key("correct.redo", "ctrl+r", "redo_correction", "redo", "Redo the last undone correction"),
]
"""The keys that correct, undo and redo."""

FINDING = [
    _key("find", "s,ctrl+f", "find", "search", "Search the whole text of the article", show=True),
    # One key for each tenth; help and hints need not list nine of them.
    *(
        Binding(
            str(n),
            f"tenth({n})",
            f"{n}0 %",
            False,
            "1 … 9" if n == 1 else str(n),
            id=f"tenth.{n}",
            tooltip="Go to 10 % of the article, 20 % …" if n == 1 else f"Go to {n}0 % of the article",
        )
        for n in range(1, 10)
    ),
]
"""The keys that find words and places in the article."""

LISTING = [
    _key("item.read", "u", "toggle_read", "read / unread", "Mark the item as read, or as unread", show=True),
]
"""The keys of lists of articles alone."""

READER = [*READING, *OPENING, *FINDING, *CLIPPING, *CORRECTING]

ALWAYS = [
    _key("quit.always", "ctrl+q", "quit", "quit", "Quit, from everywhere", priority=True),
    _key(
        "suspend",
        "ctrl+z",
        "suspend_process",
        "suspend",
        "Suspend to the shell; fg comes back",
        priority=True,
    ),
    _key("redraw", "ctrl+l", "redraw", "redraw", "Redraw what another program wrote over", priority=True),
]
"""The app's own keys, which work on every screen."""
if sys.platform == "win32":
    ALWAYS = [binding for binding in ALWAYS if binding.id != "suspend"]


def keys_of(binding: Binding, keymap: Mapping[str, str], display: Callable[[Binding], str]) -> str:
    """Return the keys of a binding under `keymap`, each as `display` shows it."""
    rebound = keymap.get(binding.id or "")
    if rebound is None and binding.key_display:
        return binding.key_display
    keys = (rebound or binding.key).split(",")
    return " ".join(display(binding.with_key(key.strip(), None)) for key in keys)


def shared(**changes: Mapping[str, object]) -> list[BindingType]:
    """Return bindings of the reader for another screen, under the same ids, so that a keymap sets both.

    They are named by their ids with "_" for "."; each is changed as its mapping says. Only those with `show` stand
    in the footer. A binding that is given another description needs another tooltip, too.
    """
    by_id = {(binding.id or "").replace(".", "_"): binding for binding in READER}
    return [
        replace(
            by_id[name],
            **{"show": False, **({"tooltip": ""} if "description" in change else {}), **change},  # type: ignore[arg-type]
        )
        for name, change in changes.items()
    ]
