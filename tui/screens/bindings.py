"""The reader's keys: every one with an id, so that settings can rebind it and help can list it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

from textual.binding import Binding, BindingType

from tui.corrections.correction_types import CORRECTION_TYPES

READING = [
    Binding("n", "next_quote", "next", id="quote.next", tooltip="To the next quote among those left"),
    Binding(
        "N",
        "previous_quote",
        "previous",
        id="quote.previous",
        show=False,
        tooltip="To the quote before, of those left",
    ),
    Binding(
        "slash", "filter", "filter", id="filter", key_display="/", tooltip="Narrow all panels as you type"
    ),
    Binding(
        "f", "only", "only this speaker", id="speaker.only", tooltip="Only this speaker; again: everybody"
    ),
    Binding(
        "y",
        "copy_words",
        "copy",
        id="copy.words",
        tooltip="Copy the quote's words, or what is selected",
    ),
    Binding("Y", "copy_cited", "cite", id="copy.cited", show=False, tooltip="Copy with speaker and citation"),
    Binding(
        "A", "copy_all", "copy all", id="copy.all", show=False, tooltip="Copy all quotes that are left, cited"
    ),
    Binding(
        "c",
        "app.last_copy",
        "last copy",
        id="copy.last",
        show=False,
        tooltip="Show the last copy, to save it",
    ),
    Binding(
        "e", "export", "export", id="export", show=False, tooltip="Write the quotes that are left to a file"
    ),
    Binding("w", "why", "why", id="quote.why", tooltip="Why this speaker: the evidence"),
    Binding("z", "alone", "read alone", id="alone", tooltip="The article alone, or with its panels"),
    Binding(
        "j,down", "move(1)", "down", id="down", show=False, tooltip="A line down; in a panel the next row"
    ),
    Binding("k,up", "move(-1)", "up", id="up", show=False, tooltip="A line up; in a panel the row before"),
    Binding("space,pagedown", "page(1)", "page down", id="page.down", show=False, tooltip="A page down"),
    Binding("b,pageup", "page(-1)", "page up", id="page.up", show=False, tooltip="A page up"),
    Binding("g,home", "end(-1)", "top", id="top", show=False, tooltip="To the beginning"),
    Binding("G,end", "end(1)", "end", id="bottom", show=False, tooltip="To the end"),
    Binding(
        "right_curly_bracket",
        "paragraph(1)",
        "next paragraph",
        id="paragraph.next",
        show=False,
        key_display="}",
        tooltip="To the next paragraph",
    ),
    Binding(
        "left_curly_bracket",
        "paragraph(-1)",
        "previous paragraph",
        id="paragraph.previous",
        show=False,
        key_display="{",
        tooltip="To the paragraph before",
    ),
    Binding(
        "shift+right",
        "select('word', 1)",
        "select a word",
        id="select.word",
        show=False,
        tooltip="Select by words, from the chosen quote on or the top of the screen",
    ),
    Binding("shift+left", "select('word', -1)", "a word less", id="select.word.back", show=False),
    Binding(
        "shift+down",
        "select('sentence', 1)",
        "select a sentence",
        id="select.sentence",
        show=False,
        tooltip="Select by sentences; y copies what is selected",
    ),
    Binding("shift+up", "select('sentence', -1)", "a sentence less", id="select.sentence.back", show=False),
    Binding("tab", "pane(1)", "next pane", id="pane.next", show=False, tooltip="To the next pane"),
    Binding(
        "shift+tab", "pane(-1)", "previous pane", id="pane.previous", show=False, tooltip="To the pane before"
    ),
    Binding("enter", "choose", "choose", id="choose", show=False, tooltip="Choose what the cursor is on"),
    Binding(
        "escape",
        "back",
        "let go",
        id="back",
        show=False,
        tooltip="Let go of quote, entity, speaker, filter: one a press; then back to the list",
    ),
    Binding("t", "app.change_theme", "theme", id="theme", show=False, tooltip="Pick a theme"),
    Binding(
        "question_mark",
        "show_help",
        "help",
        id="help",
        key_display="?",
        tooltip="All keys and the filter's words",
    ),
    Binding("q", "app.quit", "quit", id="quit", show=False, tooltip="Leave"),
]

OPENING = [
    Binding("o", "app.open", "open", id="open", tooltip="Open a path or an address"),
    Binding("l", "links", "links", id="links", show=False, tooltip="The article's links: follow or copy one"),
    Binding(
        "right_square_bracket",
        "article(1)",
        "next article",
        id="article.next",
        show=False,
        key_display="]a",
        tooltip="To the next article of the list this one is from",
    ),
    Binding(
        "left_square_bracket",
        "article(-1)",
        "previous article",
        id="article.previous",
        show=False,
        key_display="[a",
        tooltip="To the article before it in the list",
    ),
    Binding(
        "backspace",
        "app.list",
        "list",
        id="list",
        show=False,
        tooltip="Back to the list this article is from",
    ),
    Binding(
        "H,alt+left",
        "app.history(-1)",
        "back",
        id="history.back",
        show=False,
        tooltip="Back to the article read before",
    ),
    Binding(
        "alt+right",
        "app.history(1)",
        "forward",
        id="history.forward",
        show=False,
        tooltip="Forward again",
    ),
]
"""Opening other articles, links, the next and previous one."""

CLIPPING = [
    Binding("m", "clip", "clip", id="clip", show=False, tooltip="Clip the quote; again: let the clipping go"),
    Binding(
        "M", "app.clippings", "clippings", id="clippings", show=False, tooltip="The clippings of all articles"
    ),
    Binding("L", "app.library", "library", id="library", show=False, tooltip="All that was read, to search"),
    Binding(
        "S",
        "person",
        "speaker's page",
        id="person",
        show=False,
        tooltip="All that this speaker said in what you read",
    ),
]
"""Clippings, the library, a speaker's page."""

CORRECTING = [
    Binding(
        "x", "correct", "correct", id="correct", show=False, tooltip="Correct: a line shows what may follow"
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
    Binding("ctrl+r", "redo_correction", "redo", id="correct.redo", show=False, tooltip="Correct that again"),
]
"""Corrections, undo and redo."""

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
            tooltip="To 10 % of the article, 20 % …" if n == 1 else f"To {n}0 % of the article",
        )
        for n in range(1, 10)
    ),
]
"""Words and places in the article."""

READER = [*READING, *OPENING, *FINDING, *CLIPPING, *CORRECTING]

ALWAYS = [
    Binding(
        "ctrl+q", "quit", "quit", False, id="quit.always", priority=True, tooltip="Leave, from everywhere"
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        "suspend",
        id="suspend",
        show=False,
        priority=True,
        tooltip="To the shell, from everywhere; fg comes back",
    ),
    Binding(
        "ctrl+l",
        "redraw",
        "draw again",
        id="redraw",
        show=False,
        priority=True,
        tooltip="Draw everything again, after another program wrote over it",
    ),
]
"""The app's own, wherever one is."""
if sys.platform == "win32":
    ALWAYS = [binding for binding in ALWAYS if binding.id != "suspend"]


def keys_of(binding: Binding, keymap: Mapping[str, str], display: Callable[[Binding], str]) -> str:
    """The keys of a binding as `keymap` leaves it, each as `display` shows it."""
    rebound = keymap.get(binding.id or "")
    if rebound is None and binding.key_display:
        return binding.key_display
    keys = (rebound or binding.key).split(",")
    return " ".join(display(binding.with_key(key.strip(), None)) for key in keys)


def shared(**changes: Mapping[str, object]) -> list[BindingType]:
    """The reader's bindings that other screens have, too, under the same ids: a keymap holds for them as well.

    They are named with "_" for "."; what is given is changed in each, {} leaves it as it is but for the footer,
    where only those stand that say `show`. One that is described otherwise needs a tooltip of its own, too.
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
