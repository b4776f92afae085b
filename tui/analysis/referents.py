"""Who and what the names of an article stand for: mentions gathered under their fullest name.

Names are gathered by their forms, then each form by its last word, so that the work grows with the number of
mentions and never with its square. "Ms. Obama" is somebody else than Barack Obama; a surname that two people
bear goes to the one the article is about, unless a title or the neighbourhood says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.analysis import gender
from tui.analysis.gender import is_first_name
from tui.analysis.mentions import Mention
from tui.analysis.names import Key, core, same_person
from tui.analysis.parsed import Parsed
from tui.analysis.wordlists import groups, words

_BUCKET = 24  # bearers of one surname that a name is compared with; more is not news

_ALIAS: dict[str, str] = {name: names[0] for names in groups("aliases") for name in names}

_ORG_WORDS = words("words of organisations")
_COMPANY = words("company endings")


@dataclass(slots=True)
class Referent:
    """Somebody or something named: `name` its fullest form, `forms` every key it goes by."""

    name: str
    key: Key
    label: str
    forms: list[Key] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)  # into the list of Mentions
    gender: float = 0.0  # log-odds of a woman
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def person(self) -> bool:
        """Whether it is somebody."""
        return self.label == "PERSON"


@dataclass(slots=True)
class _Form:
    key: Key
    text: str
    labels: Counter[str]
    mentions: list[int]
    titled: int = 0


class Referents:
    """All that is named in an article, and ways to find it by name."""

    def __init__(self, parsed: Parsed, mentions: list[Mention]) -> None:
        self.parsed = parsed
        self.mentions = mentions
        self.all: list[Referent] = []
        self.by_last: dict[str, list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        self._exact: dict[Key, int] = {}
        forms = self._forms()
        people = {k for k, f in forms.items() if len(core(k)) > 1 and self._is_person(f)}
        for form in sorted((forms[k] for k in people), key=lambda f: -len(f.key)):
            self._add_person(form)
        rest = [f for k, f in forms.items() if k not in people]
        short = self._surnames(rest)
        self._others([f for f in rest if f.key not in short])
        for referent in self.all:
            self._settle(referent)

    def _forms(self) -> dict[Key, _Form]:
        forms: dict[Key, _Form] = {}
        for i, mention in enumerate(self.mentions):
            form = forms.get(mention.key)
            if form is None:
                form = forms[mention.key] = _Form(mention.key, mention.text, Counter(), [])
            elif form.text.isupper() and not mention.text.isupper():
                form.text = mention.text
            form.labels[mention.label] += 1
            form.mentions.append(i)
            form.titled += mention.titled
        return forms

    @staticmethod
    def _is_person(form: _Form) -> bool:
        """Whether a name of two parts and more is somebody's: by majority, with first names and titles."""
        parts = form.key
        total = form.labels.total()
        votes = form.labels["PERSON"] / total
        votes += 0.6 * is_first_name(parts[0]) + 0.8 * (form.titled / total)
        votes -= 0.7 * (parts[-1] in _ORG_WORDS or any(w in _ORG_WORDS for w in parts[1:]))
        votes -= 0.8 * any(w in ("of", "for", "and", "the", "&") for w in parts)
        if form.labels[""] == total:
            return votes > 0.5 and len(parts) <= 3
        return votes > 0.55

    def _add(self, form: _Form, label: str) -> int:
        number = len(self.all)
        self.all.append(Referent(form.text, form.key, label))
        self._give(form, number)
        return number

    def _give(self, form: _Form, number: int) -> None:
        referent = self.all[number]
        referent.forms.append(form.key)
        referent.labels.update(form.labels)
        self._exact[form.key] = number
        for i in form.mentions:
            self.mentions[i].referent = number

    def _add_person(self, form: _Form) -> None:
        parts = core(form.key)
        for number in self.by_last.get(parts[-1], ())[:_BUCKET]:
            referent = self.all[number]
            if same_person(form.key, referent.key):
                self._give(form, number)
                return
        number = self._add(form, "PERSON")
        self.by_last.setdefault(parts[-1], []).append(number)
        for word in dict.fromkeys(parts[:-1]):
            self.by_word.setdefault(word, []).append(number)

    def _bearers(self, word: str) -> list[int]:
        """People who may go by this one word: their surname, else their first or middle name."""
        return self.by_last.get(word) or self.by_word.get(word, [])

    def _surnames(self, forms: Iterable[_Form]) -> set[Key]:
        """Give single parts (and "Jr"s) to the people they name; returns the forms that were given away."""
        taken: set[Key] = set()
        for form in forms:
            parts = core(form.key)
            if len(parts) != 1:
                continue
            bearers = self._bearers(parts[0])
            places = form.labels["GPE"] + form.labels["LOC"] + form.labels["NORP"] + form.labels["FAC"]
            if (
                bearers
                and places > 0.5 * form.labels.total()
                and not form.titled
                and parts[0] not in self.by_last
            ):
                continue
            if bearers:
                self._share(form, bearers)
                taken.add(form.key)
            elif form.titled or form.labels["PERSON"] > 0.5 * form.labels.total():
                number = self._add(form, "PERSON")
                self.by_last.setdefault(parts[0], []).append(number)
                taken.add(form.key)
        return taken

    def _share(self, form: _Form, bearers: list[int]) -> None:
        """Give each mention of a bare name to one of its bearers, or to somebody new."""
        new: dict[bool, int] = {}
        for i in form.mentions:
            mention = self.mentions[i]
            fit = [n for n in bearers if mention.honorific * self._first_name_gender(n) >= 0]
            if fit:
                mention.referent = fit[0] if len(fit) == 1 else self._likeliest(mention, fit)
                self.all[mention.referent].labels[mention.label] += 1
                continue
            woman = mention.honorific > 0
            if woman not in new:
                new[woman] = len(self.all)
                self.all.append(Referent(form.text, form.key, "PERSON"))
            mention.referent = new[woman]
            self.all[mention.referent].labels[mention.label] += 1
        for n in bearers:
            self.all[n].forms.append(form.key)

    def _first_name_gender(self, number: int) -> float:
        parts = core(self.all[number].key)
        return gender.of_first_name(parts[0]) if len(parts) > 1 else 0.0

    def _likeliest(self, mention: Mention, bearers: list[int]) -> int:
        """Which of several bearers of a surname is meant: whom the article names most and first."""
        best, best_score = bearers[0], float("-inf")
        for n in bearers[:_BUCKET]:
            full = [self.mentions[i] for key in self.all[n].forms[:1] for i in self._full(n)]
            score = len(full) - 0.001 * (full[0].begin if full else 0)
            before = [m for m in full if m.begin <= mention.begin]
            score += 1.5 if before else -1.5
            if score > best_score:
                best, best_score = n, score
        return best

    def _full(self, number: int) -> list[int]:
        return self._full_mentions().get(number, [])

    def _full_mentions(self) -> dict[int, list[int]]:
        if not hasattr(self, "_full_cache"):
            self._full_cache: dict[int, list[int]] = {}
            for i, m in enumerate(self.mentions):
                if m.referent >= 0 and len(m.key) > 1:
                    self._full_cache.setdefault(m.referent, []).append(i)
        return self._full_cache

    def _others(self, forms: list[_Form]) -> None:
        """Organisations, places and the rest: long forms first, then what may be short for them."""
        initials: dict[str, list[int]] = {}
        ends: dict[str, list[int]] = {}
        starts: dict[Key, int] = {}
        for form in sorted(forms, key=lambda f: -len(f.key)):
            plain = _ALIAS.get(" ".join(form.key))
            found = self._exact.get(("alias", plain)) if plain else None
            if found is None:
                found = self._short_for(form, initials, ends, starts)
            if found is not None:
                self._give(form, found)
                self._longest(found, form)
            else:
                found = self._add(form, form.labels.most_common(1)[0][0])
            if plain:
                self._exact[("alias", plain)] = found
            parts = form.key
            if len(parts) > 1:
                for skip in (True, False):
                    letters = "".join(
                        w[0] for w in parts if not (skip and w in ("of", "the", "for", "and", "on", "in"))
                    )
                    at = initials.setdefault(letters, [])
                    if found not in at:
                        at.append(found)
                ends.setdefault(parts[-1], []).append(found)
                while len(parts) > 1 and parts[-1] in _COMPANY:
                    parts = parts[:-1]
                    starts.setdefault(parts, found)

    def _longest(self, number: int, form: _Form) -> None:
        referent = self.all[number]
        if len(" ".join(form.key)) > len(" ".join(referent.key)):
            referent.name, referent.key = form.text, form.key

    def _short_for(
        self, form: _Form, initials: dict[str, list[int]], ends: dict[str, list[int]], starts: dict[Key, int]
    ) -> int | None:
        parts = form.key
        if parts in starts:
            return starts[parts]
        letters = form.text.replace(".", "")
        if len(parts) == 1 and 2 <= len(letters) <= 6 and letters.isupper():
            found = initials.get(letters.casefold(), [])
            return found[0] if len(found) == 1 else None
        if form.labels["ORG"] or form.labels[""]:
            long = [n for n in ends.get(parts[-1], ())[:_BUCKET] if self.all[n].key[-len(parts) :] == parts]
            definite = any(self.mentions[i].definite for i in form.mentions)
            if len(set(long)) == 1 and (len(parts) > 1 or definite) and self.all[long[0]].labels["ORG"]:
                return long[0]
        return None

    def _settle(self, referent: Referent) -> None:
        """Its label by majority and, of a person, its gender from first name and titles together."""
        if referent.person:
            parts = core(referent.key)
            referent.gender = (
                gender.of_first_name(parts[0]) if len(parts) > 1 or is_first_name(parts[0]) else 0.0
            )
            return
        votes = [(count, label) for label, count in referent.labels.items() if label]
        if votes:
            referent.label = max(votes)[1]

    def named(self, parts: Key) -> int | None:
        """The referent that goes by exactly this name, or the one bearer of a single word."""
        if parts in self._exact:
            return self._exact[parts]
        if len(parts) == 1:
            bearers = self._bearers(parts[0])
            if len(bearers) == 1:
                return bearers[0]
        return None


def gather(parsed: Parsed, mentions: list[Mention]) -> list[Referent]:
    """Set `referent` of every mention and give the list it counts in, in no particular order."""
    found = Referents(parsed, mentions)
    for i, mention in enumerate(mentions):
        if mention.referent >= 0:
            referent = found.all[mention.referent]
            referent.mentions.append(i)
            if referent.person and abs(referent.gender) < 6:
                referent.gender += mention.honorific / 2
    return found.all
