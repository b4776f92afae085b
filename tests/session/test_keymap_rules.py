"""What Textual does not say of a keymap."""

from __future__ import annotations

import pytest

from tui.session.keymap_rules import check_keymap, usable

KNOWN = {
    "quote.next": "n",
    "quote.previous": "N",
    "help": "question_mark",
    "quit": "q",
    "back": "escape",
    "clear": "escape",
}


def test_a_keymap_that_does_what_it_says() -> None:
    assert check_keymap({"quote.next": "ctrl+n,f5", "help": "h", "quit": "shift+f10,Q,alt+x"}, KNOWN) == []
    assert check_keymap({}, KNOWN) == []
    assert check_keymap({"help": "?"}, KNOWN) == []


def test_keys_may_change_places() -> None:
    assert check_keymap({"quote.next": "q", "quit": "n"}, KNOWN) == []


@pytest.mark.parametrize(
    ("keymap", "problem"),
    [
        (
            {"quote.nex": "j"},
            "[keymap] names “quote.nex”, but no key has that id; did you mean “quote.next”?",
        ),
        (
            {"zz": "j"},
            "[keymap] names “zz”, but no key has that id; the palette (Ctrl+P) shows all of them.",
        ),
        ({"quit": "ctlr+q"}, "“ctlr+q”, set for “quit” in [keymap], is not a key that quoth knows."),
        ({"quit": "cat"}, "“cat”, set for “quit” in [keymap], is not a key that quoth knows."),
        ({"quit": "ctrl+"}, "“ctrl+”, set for “quit” in [keymap], is not a key that quoth knows."),
        ({"quit": " "}, "[keymap] leaves “quit” without a key."),
        ({"quit": "n"}, "Key “n” is for both “quit” and “quote.next”; give one of them another in [keymap]."),
        (
            {"quit": "shift+n"},
            "Key “N” is for both “quit” and “quote.previous”; give one of them another in [keymap].",
        ),
        (
            {"quit": "?"},
            "Key “question_mark” is for both “quit” and “help”; give one of them another in [keymap].",
        ),
    ],
)
def test_problems(keymap: dict[str, str], problem: str) -> None:
    assert check_keymap(keymap, KNOWN) == [problem]


def test_a_clash_of_two_that_were_set_is_said_once() -> None:
    assert len(check_keymap({"quit": "x", "help": "x"}, KNOWN)) == 1


def test_every_key_that_textual_has_a_name_for_is_known() -> None:
    from textual.keys import Keys

    names = [
        key.value
        for key in Keys
        if not key.value.startswith("<") and "@" not in key.value and key.value != "ctrl-at"
    ]
    known = {"a": "f20"}
    for name in names:
        assert not [p for p in check_keymap({"a": name}, known) if "no key" in p], name


def test_what_names_no_key_keeps_its_default_and_nothing_is_nothing() -> None:
    keymap = {"quit": "ctlr+q", "help": "h,ctlr+h", "back": " ", "quote.next": "n"}
    assert usable(keymap) == {"help": "h", "back": "", "quote.next": "n"}
