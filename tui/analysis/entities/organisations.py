"""The organisations, places and other things of an article: long forms, acronyms and short forms clustered.

"World Health Organization" and "WHO" are one, and so are "U.S." and "United States", "the United Nations Security
Council" and "the Security Council".
"""

from __future__ import annotations

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.head_nouns import head_label
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.misspellings import compact, is_misspelt, spellings
from tui.analysis.entities.name_parts import Key, in_title_case
from tui.analysis.entities.referents import BUCKET, LEAST_WEIGHT, Form, Referent
from tui.analysis.entities.short_names import ShortNames
from tui.analysis.entities.word_lists import groups, words
from tui.analysis.parsed_article import ParsedArticle

_ALIAS: dict[str, str] = {
    name: names[0] for names in (*groups("aliases"), *groups("bodies by initials")) for name in names
}
_STATE: dict[str, str] = {name: names[0] for names in groups("state abbreviations") for name in names}
_PLAIN_STATES = frozenset(names[0] for names in groups("state abbreviations")) | {
    "ariz", "calif", "colo", "fla", "minn", "mont", "okla", "tenn", "wis", "wyo",
}  # fmt: skip
_COMPANY = words("company endings")
_STATES = frozenset({"state", "republic", "city", "kingdom", "commonwealth", "province", "town"})
_THINGS = frozenset({"EVENT", "PRODUCT"})
_OPPOSITES = {"north": "south", "south": "north", "east": "west", "west": "east"}
_CLUBS = frozenset({"fc", "afc", "ac", "sc"})
_MOST_WORDS = 8  # of a name in which a slip is looked for
_OFTEN = 3  # mentions of an acronym for "the Agency" to mean it
_PURPOSES = frozenset({"for", "on", "against"})
_SKIPPED = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "at", "by", "&"})


def impersonal_forms(forms: dict[Key, Form]) -> set[Key]:
    """Return the forms that are no person's name: known aliases, named things, acronyms of names in the article."""
    out = {k for k in forms if " ".join(k) in _ALIAS}
    out |= {k[-1:] for k in forms if _is_named_thing(k)}  # "Oswin" of "Cyclone Oswin"
    letters = {text for k in forms if len(k) > 1 for text in _initials(k)}
    for k, form in forms.items():
        if len(k) == 1 and _is_acronym(form.text) and (k[0] in letters or "." in form.text):
            out.add(k)
    return out


def _alias_of(form: Form) -> str | None:
    """Return the fullest name of the body or state that the form is another name of, if any.

    "Ind." and "Miss." are states only with a full stop.
    """
    name = " ".join(form.key)
    state = _STATE.get(name)
    if state is not None and (form.text.endswith(".") or len(form.key) > 1 or name in _PLAIN_STATES):
        return state
    return _ALIAS.get(name)


def _is_named_thing(name: Key) -> bool:
    """Tell whether it is a word for a thing, then its name: "Cyclone Oswin", "Space Shuttle Petrel"."""
    return head_label((*name[:-1], "")) in _THINGS


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def _initials(key: Key) -> tuple[str, str]:
    return "".join(w[0] for w in key), "".join(w[0] for w in key if w not in _SKIPPED)


def _spells_out(long: Key, short: Key) -> bool:
    """Tell whether `long` is `short` with its first word spelt out ("UN Security Council")."""
    rest = len(long) - len(short) + 1
    return rest > 1 and long[rest:] == short[1:] and short[0] in _initials(long[:rest])


def _label(referent: Referent) -> str:
    """Return the label that the mentions of something other than a person suggest, "" if they suggest none."""
    if place_class(referent.key) == "GPE":
        referent.weights["GPE"] += 1.0 * referent.weighed  # South Carolina, for which "SC" stands as well
    if referent.common:
        return ""  # "Reactive Oxygen Species", and "ROS" with it
    if _is_named_thing(referent.key):
        return head_label(referent.key)
    weights = {label: weight / max(1, referent.weighed) for label, weight in referent.weights.items()}
    weights["ORG"] = max(weights.get("ORG", 0.0), weights.pop("PERSON", 0.0))  # an acronym, "the Treasury"
    label = max(weights, key=lambda label: weights[label])
    return label if weights[label] > LEAST_WEIGHT else ""


class Organisations:
    """Clusters all names but those of people: appends to `referents`, and sets `referent` of their mentions."""

    def __init__(self, parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent]) -> None:
        self.parsed = parsed
        self.mentions = mentions
        self.referents = referents
        self._alias: dict[str, int] = {}
        self._initials: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}
        self._starts: dict[Key, int] = {}
        self._exact: dict[Key, int] = {}
        self._before_of: dict[str, list[int]] = {}  # by the noun before "of": "Church of Harbour Lights"
        self._compact: dict[str, int] = {}
        self._bodies_by_noun: dict[str, set[int]] = {}  # acronyms by the last word of what they stand for
        self._in_brackets = self._bracketed()
        self._short = ShortNames()
        self._spellings: dict[str, list[Key]] = {}  # names by the keys of `spellings` of each word

    def _bracketed(self) -> dict[Key, Key]:
        """Return the acronyms in brackets, each with the name before the brackets."""
        out: dict[Key, Key] = {}
        word = self.parsed.word
        for long, short in zip(self.mentions, self.mentions[1:], strict=False):
            if len(short.key) > 1 or len(long.key) == 1 or short.end >= len(word):
                continue
            between = word[long.end : short.begin]
            bracketed = between == ["("] and word[short.end] == ")" and short.key[0][0] == long.key[0][0]
            named = between == [",", "or"] and word[short.end] in (",", ")", ".") and _is_acronym(short.text)
            if bracketed or named:
                out.setdefault(short.key, long.key)
        return out

    def add(self, forms: list[Form]) -> None:
        """Add the forms, the longest first, so that short ones find the long ones they stand for."""
        in_order = sorted(forms, key=lambda f: (-len(f.key), not f.text.isupper(), -len(f.mentions)))
        for form in in_order:
            alias = _alias_of(form)
            found = self._alias.get(alias) if alias else None
            if found is None:
                found = self._compact.get(compact(form.key))
            if found is None:
                found = self._long_form_of(form)
            if found is None:
                found = self._short.find(form)
            if found is None:
                # These say nothing of its name and kind.
                other = self._body_of_noun(form) if len(form.key) == 1 else None
                other = self._misspelt(form) if other is None else other
                if other is not None:
                    for i in form.mentions:
                        self.mentions[i].referent = other
                    continue
            if found is None:
                found = len(self.referents)
                self.referents.append(Referent(form.text, form.key, "", common=form.common))
            referent = self.referents[found]
            if referent.key[:1] and referent.key[0] in _STATES and referent.key[2:] == form.key:
                referent.name, referent.key = form.text, form.key  # "Texas" rather than "State of Texas"
            if len(" ".join(form.key)) > len(" ".join(referent.key)):
                referent.name, referent.key = form.text, form.key
            referent.labels.update(form.labels)
            if form.likeliest:
                referent.weighed += len(form.mentions)
                for label, weight in form.weights.items():
                    referent.weights[label] += weight * len(form.mentions)
            for i in form.mentions:
                self.mentions[i].referent = found
            self._exact[form.key] = found
            self._compact.setdefault(compact(form.key), found)
            if alias:
                self._alias[alias] = found
                if len(form.key) == 1 and len(form.mentions) >= _OFTEN and " " in alias:
                    self._bodies_by_noun.setdefault(alias.rpartition(" ")[2], set()).add(found)
            self._index(form.key, found)
            self._short.add(form.key, found)
        for referent in self.referents:
            if not referent.is_person:
                referent.label = _label(referent)
                if referent.name.isupper() and place_class(referent.key):
                    referent.name = in_title_case(referent.name)  # "LEEDS — Jane Doe said"

    def _body_of_noun(self, form: Form) -> int | None:
        """Return the one body that a noun with "the" means: "the Administration", in an article on NASA."""
        word = form.key[0]
        bodies = self._bodies_by_noun.get(word, set())
        if len(bodies) != 1 or word in self._ends or form.definite * 2 <= form.labels.total():
            return None
        return next(iter(bodies))

    def _misspelt(self, form: Form) -> int | None:
        """Return the one referent whose name this rare one misspells: "the Untied Nations", "Starhip"."""
        parts = form.key
        if (
            len(form.mentions) > 1
            or len(parts) > _MOST_WORDS
            or place_class(parts)
            or not any(map(str.isalpha, parts[0]))
            or form.text.isupper()
        ):
            return None
        near = {
            name
            for word in parts
            for spelling in spellings(word)
            for name in self._spellings.get(spelling, ())
            if len(name) == len(parts)
        }
        found = set()
        for name in near:
            differing = [(a, b) for a, b in zip(parts, name, strict=True) if a != b]
            if len(differing) == 1 and is_misspelt(*differing[0]) and not place_class(name):
                found.add(self._exact[name])
        return found.pop() if len(found) == 1 else None

    def _index(self, parts: Key, number: int) -> None:
        for word in parts if len(parts) <= _MOST_WORDS else ():
            for spelling in spellings(word):
                alike = self._spellings.setdefault(spelling, [])
                if len(alike) < BUCKET:
                    alike.append(parts)
        if len(parts) < 2:
            return
        for letters in dict.fromkeys(_initials(parts)):
            known = self._initials.setdefault(letters, [])
            if number not in known[:BUCKET]:
                known.append(number)
        self._ends.setdefault(parts[-1], []).append(number)
        at = parts.index("of") if "of" in parts else 0
        if at > 1 and place_class(parts[at + 1 :]):
            turned = parts[at + 1 :] + parts[:at]  # "Liberal Party of Norway", "Norway Liberal Party"
            self._exact.setdefault(turned, self._exact.get(parts, number))
        if parts[1] == "of" and len(parts) > 2:
            self._before_of.setdefault(parts[0], []).append(number)
            if parts[0] in _STATES:
                self._exact.setdefault(parts[2:], number)  # "State of Texas"
        if parts[0] in ("department", "ministry") and parts[1] == "of":
            turned = (*(w for w in parts[2:] if w != "the"), parts[0])
            self._exact.setdefault(turned, number)  # "Department of Labor", "Labor Department"
        opposite = _OPPOSITES.get(parts[0])
        if opposite and len(parts) == 2 and (opposite, parts[1]) in self._exact:
            self._before_of.setdefault(parts[0], []).append(
                number
            )  # "the North" and "the South" of two Koreas
            self._before_of.setdefault(opposite, []).append(self._exact[opposite, parts[1]])
        for at, word in enumerate(parts[2:-1], 2):
            if word in _PURPOSES and head_label(parts[:at]) in ("ORG", "FAC"):
                self._starts.setdefault(
                    parts[:at], number
                )  # "Doe Foundation" for the "… for the Visual Arts", "Doe Center" for the "… on Poverty"
                break
        if parts[0] in _CLUBS and len(parts) == 2:
            self._starts.setdefault(parts[1:], number)  # "FC Wardle"
        while len(parts) > 1 and parts[-1] in _COMPANY and not place_class(parts[:-1]):  # not "Salem News"
            parts = parts[:-1]
            self._starts.setdefault(parts, number)

    def _long_form_of(self, form: Form) -> int | None:
        """Return the referent that the form is short for, if one was added already."""
        parts = form.key
        long_form = self._in_brackets.get(parts)
        if long_form is not None and long_form in self._exact:
            return self._exact[long_form]  # "World Health Organization (WHO)"
        if parts in self._exact:
            return self._exact[parts]
        if len(parts) == 1 and form.definite * 2 > form.labels.total():
            whole = self._before_of.get(parts[0], ())
            if len(whole) == 1:
                return whole[0]  # "the Church"
        if parts in self._starts:
            return self._starts[parts]  # "Acme" for "Acme Holdings plc"
        if len(parts) == 1 and _is_acronym(form.text):
            found = self._initials.get(parts[0], [])
            return found[0] if len(found) == 1 else None  # "UN" for "United Nations"
        if len(parts) > 1 and _is_acronym(form.text.split()[0]):
            for number in self._ends.get(parts[-1], ())[:BUCKET]:
                if _spells_out(self.referents[number].key, parts):
                    return number  # "UN Security Council"
        if len(parts) == 1:
            things = [
                n for n in self._ends.get(parts[0], ())[:BUCKET] if _is_named_thing(self.referents[n].key)
            ]
            if len(things) == 1:
                return things[0]  # "Oswin" for "Cyclone Oswin"
        if form.labels["ORG"] or form.labels[""]:
            ends = self._ends.get(parts[-1], ())[:BUCKET]
            long = {n for n in ends if self.referents[n].key[-len(parts) :] == parts}
            # "The Security Council"; "council" alone only with "the" before it.
            if len(long) == 1 and (len(parts) > 1 or form.definite):
                number = long.pop()
                return number if self.referents[number].labels["ORG"] else None
        return None
