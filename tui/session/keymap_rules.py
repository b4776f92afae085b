"""Check whether a keymap can do what it asks for.

Textual ignores unknown ids, lets an invalid key unbind, and lets two bindings share a key, all without a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "meta", "super", "hyper"})
_NAMED = frozenset(
    "backspace delete end enter escape home insert pagedown pageup space tab up down left right".split()
).union(f"f{number}" for number in range(1, 25))
_SHORT = {"slash": "/", "minus": "-", "plus": "+", "underscore": "_", "backslash": "\\", "at": "@"}
# What terminals send for two of them is one and the same.
_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
    "ctrl+[": "escape",
    "return": "enter",
}


def check_keymap(keymap: Mapping[str, str], known: Mapping[str, str]) -> list[str]:
    """Return sentences about ids, keys and clashes of `keymap` that would not do what is meant.

    `keymap` holds what the person set, `known` every binding's id with its keys by default, both with keys
    as Textual writes them ("n,ctrl+n"). Clashes between two defaults are not reported: they are meant.
    """
    problems = []
    keys: dict[str, list[str]] = {identifier: _split(default) for identifier, default in known.items()}
    for identifier, wanted in keymap.items():
        if identifier not in known:
            problems.append(_unknown(identifier, known))
            continue
        keys[identifier] = []
        if not wanted.strip():
            problems.append(f"[keymap] leaves “{identifier}” without a key.")
        for key in _split(wanted):
            if _valid(key):
                keys[identifier].append(key)
            else:
                problems.append(
                    f"“{key}”, set for “{identifier}” in [keymap], is not a key that quoth knows."
                )
    set_here = [identifier for identifier in keymap if identifier in known]
    for at, identifier in enumerate(set_here):
        mine = {_one_name(key) for key in keys[identifier]}
        for other, theirs in keys.items():
            if other == identifier or other in set_here[:at]:
                continue
            for key in theirs:
                if _one_name(key) in mine:
                    both = f"“{identifier}” and “{other}”"
                    problems.append(f"Key “{key}” is for both {both}; give one of them another in [keymap].")
    return problems


def usable(keymap: Mapping[str, str]) -> dict[str, str]:
    """Return the part of `keymap` whose keys exist; an id whose keys are misspelt keeps its default."""
    pressed = {
        identifier: [key for key in _split(keys) if _valid(key)] for identifier, keys in keymap.items()
    }
    return {
        identifier: ",".join(keys)
        for identifier, keys in pressed.items()
        if keys or not keymap[identifier].strip()
    }


def _split(keys: str) -> list[str]:
    """Return the keys of "a,b"; a comma itself is written "comma"."""
    return [key.strip() for key in keys.split(",") if key.strip()]


def _valid(key: str) -> bool:
    *modifiers, last = key.split("+") if key != "+" else [key]
    if not last or not all(modifier in _MODIFIERS for modifier in modifiers):
        return False
    if last in _NAMED or key in _SAME:
        return True
    return (len(last) == 1 and last.isprintable()) or _character(last) is not None


def _character(name: str) -> str | None:
    """Return the character that Textual calls `name`: its Unicode name in small letters, with underscores."""
    if name in _SHORT:
        return _SHORT[name]
    try:
        found = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None
    return found if found.isascii() else None  # "cat" is a character's name, too


def _one_name(key: str) -> str:
    """Return one spelling for keys that are the same: "?" and question_mark, "N" and shift+n."""
    key = _SAME.get(key, key)
    *modifiers, last = key.split("+") if key != "+" else [key]
    character = _character(last) if len(last) > 1 and last not in _NAMED else None
    if character is not None:
        last = character
    if "shift" in modifiers and len(last) == 1 and last.isalpha():
        modifiers.remove("shift")
        last = last.upper()
    return "+".join([*sorted(modifiers), last])


def _unknown(identifier: str, known: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(identifier, known, n=1, cutoff=0.6)
    hint = f"did you mean “{near[0]}”?" if near else "the palette (Ctrl+P) shows all of them."
    return f"[keymap] names “{identifier}”, but no key has that id; {hint}"
