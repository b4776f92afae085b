"""What a label looks like: the name that stands before a colon or after a dash, and what is no name there."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.’'&\-]*"
_SMALL = r"(?:de|da|di|del|dos|du|la|le|van|von|der|den|bin|ibn|al|el|of|the|for|and|at)"
NAME = rf"{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,6}}"
"""A regular expression: capitalised words, small ones between them allowed; white space is one character."""

PARTY = r"(?:\s?\([^()\n]{1,40}\))?"
"""What may follow a name in brackets: "(D-Ohio)", "(@handle)", "(via translator)"."""

SPEECH = (
    r"(?:said|says|say|saying|told|tells|added|adds|wrote|writes|tweeted|tweets|posted|posts|replied|replies|responded|"
    r"responds|explained|explains|stated|states|noted|notes|argued|argues|reported|reports|observed|observes|"
    r"declared|declares|announced|announces|asked|asks|continued|continues|concluded|concludes|recalled|"
    r"insisted|insists|warned|warns|claimed|claims|admitted|admits|commented|comments|read|reads)"
)
"""A regular expression: verbs that introduce words said or written."""

_NOT_NAMES = frozenset(
    "a about advertisement also alert analysis and answer as at attention background bottom breaking "
    "but by byline bonus bottomline caution comment commentary comments context contact correction "
    "credit customs date day details dear disclaimer disclosure editor's editors' editor’s editors’ "
    "edited editorial email episode error example exclusive explainer explained fact facts fact-check "
    "file filed first follow for from full gallery headline here here's here’s hint how however i if "
    "image images important in info interview it key keywords latest learn lead left legend lesson "
    "letter letters link links listen live location lol look magazine map meanwhile more name names "
    "next no note notes now number of on online opinion option or other our pages paid part payment "
    "perspective phone photo photos picture pictures please podcast point points preview previously "
    "price ps profile published question quiz quote rating read recipe related reminder reply result "
    "results review right roundup rules saturday second section see series share shop sign so source "
    "sources speech spoiler sponsored stage status step still stop story summary sunday "
    "superdelegates survey tags tags the then there these third this time timeline tip title to today "
    "tomorrow tonight top topic topics total transcript translation trigger tv tweet twitter facebook "
    "instagram type update updated updates url verdict version video view visit warning watch we "
    "website what when where which who why winner with wow written yes yesterday you your monday "
    "tuesday wednesday thursday friday january february march april june july august september "
    "october november december one two three four five pros cons cast director ingredients method "
    "serves score scores".split()
)

BODIES = frozenset(
    "poll report study survey insiders historians experts analysts police officials sources "
    "scientists researchers economists newspaper newspapers watchdog prosecutors lawyers lawyer "
    "doctors critics supporters witnesses family parents teachers unions union ministers minister "
    "president government investigators campaigners coroner judge court mayor governor senator data "
    "reports".split()
)
"""Common nouns that stand before the colon of a headline and name who says it."""

QUESTIONS = frozenset({"q", "a", "question", "answer"})


def is_name(label: str) -> bool:
    """Whether a label may name a speaker ("PENCE", "Rep. Jane Doe"; not "Note", "Read more")."""
    words = [word.strip(".,").casefold() for word in label.split()]
    return words[0] not in _NOT_NAMES or (len(words) == 1 and words[0] in QUESTIONS)


def key(label: str) -> str:
    """What two labels of one speaker share: the last word, small ("JAKE TAPPER", "Tapper": "tapper")."""
    return _last(label).casefold()


def speaks_in(text: str, label: str) -> bool:
    """Whether the last word of a label is said to say something somewhere in `text`."""
    last = re.escape(_last(label))
    pattern = (
        rf"\b{last}\b,?(?:\s[^,.\n]{{1,60}},)?\s(?:\w+\s)?{SPEECH}\b"
        rf"|\b(?:{SPEECH}|according\sto)\s(?:[\w.’'\-]+\s){{0,5}}{last}\b"
    )
    return re.search(pattern, text) is not None


def named_in(text: str, label: str) -> bool:
    """Whether the last word of a label follows another capitalised word in mid-sentence:
    "with Jane Doe" bears out "Doe", "after Brexit" does not bear out "Brexit"."""
    return re.search(rf"[\w,]\s[A-Z][\w.’'\-]+\s{re.escape(_last(label))}\b", text) is not None


def _last(label: str) -> str:
    return re.sub(r"[’']s?\Z", "", label.split()[-1].strip(".,"))
