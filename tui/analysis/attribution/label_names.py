"""Labels: names that stand before a colon or after a dash, and words that are no names there."""

from __future__ import annotations

import re

from tui.analysis.entities.name_parts import QUESTION_LABELS

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
    r"insisted|insists|warned|warns|claimed|claims|admitted|admits|commented|comments|echoed|echoes|reporting|adding|writing|went\son\sto\ssay|goes\son\sto\ssay|read|reads)"
)
"""A regular expression: verbs that introduce words said or written."""

_NOT_NAMES = frozenset(
    "a about address advertisement age alert also analysis and answer april as at attendance "
    "attention august background bench bonus booked born bottom bottomline breaking but by byline "
    "card cast caution certificate chance comment commentary comments cons contact context corner "
    "correction cost credit customs date day dear december details died director disclaimer "
    "disclosure edited editor's editorial editors' editors’ editor’s email episode error example "
    "exclusive explained explainer facebook fact fact-check facts fax february file filed first five "
    "follow for formation foul four friday from full full-time fulltime gallery genre goal goals half "
    "half-time halftime headline height here here's here’s hint hours how however i if image images "
    "important in info ingredients instagram interview it january july june key keywords kick-off "
    "kickoff lap latest lead learn left legend lesson letter letters line-ups lineups link links "
    "listen live location lol look magazine map march meanwhile method mobile monday more name names "
    "next no note notes november now number obituary october odds of on one online opinion option or other our "
    "pages paid part payment penalty perspective phone photo photos picture pictures player players "
    "please podcast point points prediction preview previously price profile pros ps published "
    "question quiz quote rated rating read recipe red referee related reminder reply result results "
    "review right roundup rules runtime saturday score scorer scorers scores second section see "
    "september series serves share shop sign so source sources speech spoiler sponsored squad stage "
    "stars status step still stop story sub subs substitutes substitution summary sunday "
    "superdelegates survey tags teams tel the then there these third this three thursday tickets time "
    "timeline tip title to today tomorrow tonight top topic topics total transcript translation "
    "trigger try tuesday tv tweet twitter two type update updated updates url var venue verdict "
    "version video view visit warning watch we web website wednesday weight what when where which who "
    "why wicket winner with wow written yellow yes yesterday you your".split()
)

SPEAKING_NOUNS = frozenset(
    "poll report study survey insiders historians experts analysts police officials sources "
    "scientists researchers economists newspaper newspapers watchdog prosecutors lawyers lawyer "
    "doctors critics supporters witnesses family parents teachers unions union ministers minister "
    "president government investigators campaigners coroner judge court mayor governor senator data "
    "reports".split()
)
"""Common nouns that stand before the colon of a headline and name who says it."""


def is_name(label: str) -> bool:
    """Tell whether a label may name a speaker ("PENCE", "Rep. Jane Doe"; not "Note", "Read more")."""
    words = [word.strip(".,").casefold() for word in label.split()]
    if not words:
        return False
    return words[0] not in _NOT_NAMES or (len(words) == 1 and words[0] in QUESTION_LABELS)


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

    "with Jane Doe" bears out "Doe", "after Brexit" does not bear out "Brexit".
    """
    return re.search(rf"[\w,]\s[A-Z][\w.’'\-]+\s{re.escape(_last_word(label))}\b", text) is not None


def _last_word(label: str) -> str:
    words = label.split() or [""]
    return re.sub(r"[’']s?\Z", "", words[-1].strip(".,"))
