"""Labels: names that stand before a colon or after a dash, and words that are no names there."""

from __future__ import annotations

import re

from tui.analysis.entities.name_parts import QUESTION_LABELS
from tui.analysis.entities.word_lists import words

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.’'&\-]*"
_SMALL = r"(?:de|da|di|del|dos|du|la|le|van|von|der|den|bin|ibn|al|el|of|the|for|and|at)"
NAME = rf"{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,6}}"
"""A regular expression for capitalised words, with small ones between them; white space is one character."""

PARTY = r"(?:\s?\([^()\n]{1,40}\))?"
"""What may follow a name in brackets: "(D-Ohio)", "(@handle)", "(via translator)"."""

SPEECH = (
    r"(?:said|says|say|saying|told|tells|added|adds|wrote|writes|tweeted|tweets|posted|posts|replied|replies|responded|"
    r"responds|explained|explains|stated|states|noted|notes|argued|argues|reported|reports|observed|observes|"
    r"declared|declares|announced|announces|asked|asks|continued|continues|concluded|concludes|recalled|"
    r"insisted|insists|warned|warns|claimed|claims|admitted|admits|commented|comments|echoed|echoes|reporting|adding|writing|went\son\sto\ssay|goes\son\sto\ssay|read|reads)"
)
"""A regular expression for verbs that introduce words said or written."""

_NOT_NAMES = words("no labels")

SPEAKING_NOUNS = words("labels of headlines")
"""Common nouns that stand before the colon of a headline and name who says it."""


def is_name(label: str) -> bool:
    """Tell whether a label may name a speaker ("PENCE", "Rep. Jane Doe"; not "Note", "Read more")."""
    parts = [part.strip(".,").casefold() for part in label.split()]
    if not parts:
        return False
    return parts[0] not in _NOT_NAMES or (len(parts) == 1 and parts[0] in QUESTION_LABELS)


def speaker_key(label: str) -> str:
    """Return what the labels of one speaker share: their last word ("tapper" of "JAKE TAPPER" and "Tapper")."""
    return _last_word(label).casefold()


def is_said_to_speak(text: str, label: str) -> bool:
    """Tell whether `text` says anywhere that the last word of a label speaks: "Doe said", "according to Doe"."""
    last = re.escape(_last_word(label))
    pattern = (
        rf"\b{last}\b,?(?:\s[^,.\n]{{1,60}},)?\s(?:\w+\s)?{SPEECH}\b"
        rf"|\b(?:{SPEECH}|according\sto)\s(?:[\w.’'\-]+\s){{0,5}}{last}\b"
    )
    return re.search(pattern, text) is not None


def is_named_in(text: str, label: str) -> bool:
    """Tell whether `text` has the last word of a label after another capitalised word in mid-sentence.

    "with Jane Doe" supports "Doe"; "after Brexit" does not support "Brexit".
    """
    return re.search(rf"[\w,]\s[A-Z][\w.’'\-]+\s{re.escape(_last_word(label))}\b", text) is not None


def _last_word(label: str) -> str:
    parts = label.split() or [""]
    return re.sub(r"[’']s?\Z", "", parts[-1].strip(".,"))
