"""The reader's keys: every one with an id, so that settings can rebind it and help can list it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

from textual.binding import Binding, BindingType

from tui.corrections.correction_types import CORRECTION_TYPES

READING = [
    Binding("n", "next_quote", "next", id="quote.next", tooltip="Go to the next matching quote"),
    Binding(
        "N",
        "previous_quote",
        "previous",
        id="quote.previous",
        show=False,
        tooltip="Go to the previous matching quote",
    ),
    Binding(
        "slash", "filter", "filter", id="filter", key_display="/", tooltip="Filter all panels as you type"
    ),
    Binding(
        "f",
        "only",
        "only this speaker",
        id="speaker.only",
        tooltip="Show only this speaker; again: everybody",
    ),
    Binding(
        "y",
        "copy_words",
        "copy",
        id="copy.words",
        tooltip="Copy the quote's words, or the selection",
    ),
    Binding(
        "Y",
        "copy_cited",
        "cite",
        id="copy.cited",
        show=False,
        tooltip="Copy the quote with its speaker and a citation",
    ),
    Binding(
        "A",
        "copy_all",
        "copy all",
        id="copy.all",
        show=False,
        tooltip="Copy all matching quotes with citations",
    ),
    Binding(
        "c",
        "app.last_copy",
        "last copy",
        id="copy.last",
        show=False,
        tooltip="Show what was copied last, to save it",
    ),
    Binding("e", "export", "export", id="export", show=False, tooltip="Export the matching quotes to a file"),
    Binding("w", "why", "why", id="quote.why", tooltip="Show why this speaker: the evidence"),
    Binding("z", "alone", "read alone", id="alone", tooltip="Show the article alone, or with its panels"),
    Binding(
        "j,down", "move(1)", "down", id="down", show=False, tooltip="Down a line; in a panel, down a row"
    ),
    Binding("k,up", "move(-1)", "up", id="up", show=False, tooltip="Up a line; in a panel, up a row"),
    Binding("space,pagedown", "page(1)", "page down", id="page.down", show=False, tooltip="Down a page"),
    Binding("b,pageup", "page(-1)", "page up", id="page.up", show=False, tooltip="Up a page"),
    Binding("g,home", "end(-1)", "top", id="top", show=False, tooltip="Go to the beginning"),
    Binding("G,end", "end(1)", "end", id="bottom", show=False, tooltip="Go to the end"),
    Binding(
        "right_curly_bracket",
        "paragraph(1)",
        "next paragraph",
        id="paragraph.next",
        show=False,
        key_display="}",
        tooltip="Go to the next paragraph",
    ),
    Binding(
        "left_curly_bracket",
        "paragraph(-1)",
        "previous paragraph",
        id="paragraph.previous",
        show=False,
        key_display="{",
        tooltip="Go to the previous paragraph",
    ),
    Binding(
        "shift+right",
        "select('word', 1)",
        "select a word",
        id="select.word",
        show=False,
        tooltip="Select by words, from the chosen quote or the top of the screen",
    ),
    Binding("shift+left", "select('word', -1)", "deselect a word", id="select.word.back", show=False),
    Binding(
        "shift+down",
        "select('sentence', 1)",
        "select a sentence",
        id="select.sentence",
        show=False,
        tooltip="Select by sentences; y copies what is selected",
    ),
    Binding(
        "shift+up", "select('sentence', -1)", "deselect a sentence", id="select.sentence.back", show=False
    ),
    Binding("tab", "pane(1)", "next pane", id="pane.next", show=False, tooltip="Go to the next pane"),
    Binding(
        "shift+tab",
        "pane(-1)",
        "previous pane",
        id="pane.previous",
        show=False,
        tooltip="Go to the previous pane",
    ),
    Binding(
        "enter",
        "choose",
        "choose",
        id="choose",
        show=False,
        tooltip="Choose the marked row, or the quote here",
    ),
    Binding(
        "escape",
        "back",
        "deselect",
        id="back",
        show=False,
        tooltip="Deselect the quote, entity, speaker or filter, one at a time; then back to the list",
    ),
    Binding("t", "app.change_theme", "theme", id="theme", show=False, tooltip="Choose a theme"),
    Binding(
        "question_mark",
        "show_help",
        "help",
        id="help",
        key_display="?",
        tooltip="Show all keys and the filter language",
    ),
    Binding("q", "app.quit", "quit", id="quit", show=False, tooltip="Quit"),
]

OPENING = [
    Binding("o", "app.open", "open", id="open", tooltip="Open a path or an address"),
    Binding(
        "l",
        "links",
        "links",
        id="links",
        show=False,
        tooltip="Show the article's links, to follow or copy one",
    ),
    Binding(
        "right_square_bracket",
        "article(1)",
        "next article",
        id="article.next",
        show=False,
        key_display="]a",
        tooltip="Go to the next article in the list",
    ),
    Binding(
        "left_square_bracket",
        "article(-1)",
        "previous article",
        id="article.previous",
        show=False,
        key_display="[a",
        tooltip="Go to the previous article in the list",
    ),
    Binding(
        "backspace",
        "app.list",
        "list",
        id="list",
        show=False,
        tooltip="Go back to the list this article is from",
    ),
    Binding(
        "H,alt+left",
        "app.history(-1)",
        "back",
        id="history.back",
        show=False,
        tooltip="Go back to the article read before",
    ),
    Binding(
        "alt+right",
        "app.history(1)",
        "forward",
        id="history.forward",
        show=False,
        tooltip="Go forward again",
    ),
]
"""The keys that open other articles."""

CLIPPING = [
    Binding("m", "clip", "clip", id="clip", show=False, tooltip="Clip the quote; again: remove the clipping"),
    Binding(
        "M",
        "app.clippings",
        "clippings",
        id="clippings",
        show=False,
        tooltip="Show the clippings of all articles",
    ),
    Binding(
        "L", "app.library", "library", id="library", show=False, tooltip="Search everything you have read"
    ),
    Binding(
        "S",
        "person",
        "speaker's page",
        id="person",
        show=False,
        tooltip="Show everything this speaker said in what you have read",
    ),
]
"""The keys of clippings, the library and a speaker's page."""

CORRECTING = [
    Binding(
        "x", "correct", "correct", id="correct", show=False, tooltip="Correct: shows what can be corrected"
    ),
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
    Binding(
        "u", "undo_correction", "undo", id="correct.undo", show=False, tooltip="Undo the last correction"
    ),
    Binding(
        "ctrl+r",
        "redo_correction",
        "redo",
        id="correct.redo",
        show=False,
        tooltip="Redo the correction undone last",
    ),
]
"""The keys that correct, undo and redo."""

FINDING = [
    Binding(
        "s,ctrl+f",
        "find",
        "search",
        id="find",
        tooltip="Search the whole text of the article",
    ),
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

READER = [*READING, *OPENING, *FINDING, *CLIPPING, *CORRECTING]

ALWAYS = [
    Binding(
        "ctrl+q", "quit", "quit", False, id="quit.always", priority=True, tooltip="Quit, from everywhere"
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        "suspend",
        id="suspend",
        show=False,
        priority=True,
        tooltip="Suspend to the shell, from everywhere; fg comes back",
    ),
    Binding(
        "ctrl+l",
        "redraw",
        "redraw",
        id="redraw",
        show=False,
        priority=True,
        tooltip="Redraw the screen, after another program wrote over it",
    ),
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


SCROLLING = shared(
    down={"action": "scroll(1)"},
    up={"action": "scroll(-1)"},
    page_down={"action": "scroll(10)"},
    page_up={"action": "scroll(-10)"},
)
"""The keys that scroll the text of a dialog, by lines."""
