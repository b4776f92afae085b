"""A keymap over all screens."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from textual.binding import Binding
from textual.screen import Screen

import tui
from tui.app import QuothApp
from tui.screens.keys_of_screens import keymap_problems, reader_keys, screen_keys


def test_ids_of_every_screen_can_be_named_and_clash_only_where_both_are() -> None:
    def problems(**keymap: str) -> list[str]:
        return keymap_problems({name.replace("_", "."): key for name, key in keymap.items()})

    assert problems(clipping_note="x", library_forget="n") == []  # x and n are the reader's
    assert problems(clipping_note="D") == [
        "Key “D” is for both “clipping.note” and “clipping.remove”; give one of them another in [keymap]."
    ]
    assert len(problems(clipping_notes="D")) == 1
    assert "did you mean “clipping.note”?" in problems(clipping_notes="D")[0]
    assert len(problems(down="pagedwn")) == 1
    assert len(problems(quote_next="w")) == 1


def test_no_screen_has_a_key_twice() -> None:
    for keys in screen_keys():
        taken = [key for value in keys.values() for key in value.split(",")]
        assert len(taken) == len(set(taken)), keys


def test_every_key_of_every_screen_can_be_set_by_its_id() -> None:
    root = Path(tui.__path__[0])
    unnamed = []
    for path in (root / "screens").rglob("*_screen.py"):
        module = import_module("tui." + ".".join(path.relative_to(root).with_suffix("").parts))
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Screen) and value.__module__ == module.__name__:
                unnamed += [
                    (value.__name__, binding)
                    for binding in value.__dict__.get("BINDINGS", ())
                    if not isinstance(binding, Binding) or not binding.id
                ]
    assert unnamed == []
    named = set(reader_keys()).union(*screen_keys())
    assert {"help.close", "why.close", "links.browser", "fetching.again", "line.done"} <= named
    assert {binding.id for binding in QuothApp.BINDINGS if isinstance(binding, Binding)} <= named
