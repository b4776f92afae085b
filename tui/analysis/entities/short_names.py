"""The short names of bodies: "Samsung" of Samsung Electronics, "Shell" of Royal Dutch Shell.

Only where the article has one long name that the short one may stand for: with Samsung Biologics in it as well,
"Samsung" is a body of its own, and so is "Airbus" beside Airbus Helicopters, which is a part of it.
"""

from __future__ import annotations

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.head_nouns import NOUN_LABELS, head_label
from tui.analysis.entities.name_parts import Key
from tui.analysis.entities.referents import BUCKET, Form
from tui.analysis.entities.word_lists import words

_TRADES = words("trades in the names of companies")
_COMPANY = words("company endings")
_COUNCILS = frozenset({"borough", "city", "county", "district", "metropolitan", "town"})
_JOINING = frozenset({"and", "of", "&"})
_SHARE = 0.5  # the share of its mentions that the recogniser has for a body


class ShortNames:
    """Finds the one long name, among those added, that a name is short for."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[Key, int]] = {}
        self._by_last: dict[str, dict[Key, int]] = {}
        self._plain: dict[Key, set[int]] = {}  # without "of Norland", without "Borough"

    def add(self, parts: Key, number: int) -> None:
        """Note a name of several words."""
        if len(parts) < 2:
            return
        for index, word in ((self._by_first, parts[0]), (self._by_last, parts[-1])):
            known = index.setdefault(word, {})
            if len(known) < BUCKET:
                known[parts] = number
        at = parts.index("of") if "of" in parts else 0
        # not "Royal Society of Chemistry"
        whole = at > 2 or (at > 1 and place_class(parts[at + 1 :]))
        if whole and head_label(parts[:at]) == "ORG":
            self._plain.setdefault(parts[:at], set()).add(number)
            if at > 2:  # "the National Public Service Union of Norland"
                self._plain.setdefault(parts[1:at], set()).add(number)
        if len(parts) == 3 and parts[1] in _COUNCILS and parts[2] == "council":
            self._plain.setdefault((parts[0], parts[2]), set()).add(number)

    def find(self, form: Form) -> int | None:
        """Return the referent that the form is short for, None if there is none or there are several."""
        parts = form.key
        if len(parts) > 1:
            plain = self._plain.get(parts, set())
            return next(iter(plain)) if len(plain) == 1 else None
        word = parts[0]
        if form.share("ORG", "") < _SHARE or form.definite or word in NOUN_LABELS or place_class(parts):
            return None
        begins = self._by_first.get(word, {})
        if len(set(begins.values())) == 1:
            ((key, number), *_) = begins.items()
            trade = not _TRADES.isdisjoint(key[1:]) and all(w in _TRADES | _COMPANY for w in key[1:])
            return number if trade else None
        ends = self._by_last.get(word, {})
        if not begins and len(set(ends.values())) == 1 and form.share("ORG") >= _SHARE:
            ((key, number), *_) = ends.items()
            # not "Opel Vauxhall", which are two, nor "Church of Lights"
            return number if len(key) > 2 and _JOINING.isdisjoint(key) else None
        return None
