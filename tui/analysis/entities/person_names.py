"""The people of an article: full names clustered, then surnames and first names assigned to their bearers.

A title decides first: "Ms. Obama" is not Barack Obama. `namesakes` tells whom a surname of two people means.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from tui.analysis.entities import birth_names, gazetteer, gender
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.misspellings import compact, is_misspelt, spellings
from tui.analysis.entities.name_parts import GENERATIONS, KNOWN_LABELS, Key, core, in_title_case, same_person
from tui.analysis.entities.namesakes import Bearer, Namesakes
from tui.analysis.entities.referents import BUCKET, Form, Referent
from tui.analysis.entities.span_joining import KNOWN_ORGANISATIONS
from tui.analysis.parsed_article import ParsedArticle

_OFTEN = 5  # mentions of a word that is a name of its own
_EXCLUDING = 2.0  # the log-odds from which a first name is that of one gender only
_MOST_SLIPS = 2  # mentions of a misspelt surname


class PersonNames:
    """Clusters the names of people: appends to `referents`, and sets `referent` of their mentions."""

    def __init__(
        self,
        parsed: ParsedArticle,
        mentions: list[Mention],
        referents: list[Referent],
        source_heads: Container[int],
    ) -> None:
        self.parsed = parsed
        self.mentions = mentions
        self.referents = referents
        self._by_last: dict[str, list[int]] = {}
        self._by_other: dict[str, list[int]] = {}
        self._full: dict[int, list[int]] = {}  # mentions by a name of two words and more
        self._namesakes = Namesakes(parsed, mentions, referents, self._full, source_heads)
        self._compact: dict[str, int] = {}
        self._surnames: dict[str, str] = {}  # by their letters without accents and hyphens
        self._spellings: dict[str, set[str]] = {}  # surnames by the keys of `spellings`

    def add(self, forms: dict[Key, Form], impersonal: set[Key]) -> set[Key]:
        """Add the forms that name people, and return their keys; `impersonal` ones never do."""
        full = [f for k, f in forms.items() if k not in impersonal and len(core(k)) > 1 and _is_person(f)]
        full.sort(key=lambda f: (-len(f.key), -len(f.mentions)))
        for form in full:
            self._add_full_name(form)
        for mentions in self._full.values():
            mentions.sort()
        taken = {f.key for f in full}
        short = [f for k, f in forms.items() if k not in impersonal and k not in taken and len(core(k)) == 1]
        return taken | self._add_short_names(short)

    def _add_full_name(self, form: Form) -> None:
        parts = core(form.key)
        for number in self._by_last.get(parts[-1], ())[:BUCKET]:
            if same_person(form.key, self.referents[number].key):
                break
        else:
            known = self._compact.get(compact(parts), self._bearer_of_first_names(parts))
            if known is None:
                known = self._bearer_of_misspelt(parts)
            if known is None and (known := self._born_under_another_name(form, parts)) is not None:
                self.referents[known].name, self.referents[known].key = in_title_case(form.text), form.key
            if known is not None and (
                GENERATIONS.intersection(form.key) != GENERATIONS.intersection(self.referents[known].key)
            ):
                known = None  # "Tom Reed Sr" is not Tom Reed Jr
            number = self._add_person(form) if known is None else known
        self._full.setdefault(number, []).extend(form.mentions)
        for i in form.mentions:
            self._assign(i, number)

    def _add_person(self, form: Form) -> int:
        """Add somebody named in full, and return the number."""
        parts = core(form.key)
        number = self._new_person(form)
        self._compact.setdefault(compact(parts), number)
        self._by_last.setdefault(parts[-1], []).append(number)
        for surname in (parts[-1:], parts[-2:]) if len(parts) > 2 else (parts[-1:],):
            self._surnames.setdefault(compact(surname), parts[-1])  # "Diaz-Holt" for Jane Diaz Holt
        for spelling in spellings(parts[-1]):
            known = self._spellings.setdefault(spelling, set())
            if len(known) < BUCKET:
                known.add(parts[-1])
        for word in dict.fromkeys(parts[:-1]):
            self._by_other.setdefault(word, []).append(number)
        return number

    def _bearer_of_misspelt(self, parts: Key) -> int | None:
        """Return the one person whose name differs by a slip in one word: "Kristin Dole", "Kristen Doole"."""
        surnames = {parts[-1], *self._misspelt_surnames(parts[-1])}
        found = [
            n
            for surname in surnames
            for n in self._by_last.get(surname, ())[:BUCKET]
            if _differs_by_a_slip(parts, core(self.referents[n].key))
        ]
        return found[0] if len(found) == 1 else None

    def _misspelt_surnames(self, word: str) -> set[str]:
        """Return the surnames of the article that a misspelt word may stand for."""
        near = {name for spelling in spellings(word) for name in self._spellings.get(spelling, ())}
        return {name for name in near if is_misspelt(word, name)}

    def _born_under_another_name(self, form: Form, parts: Key) -> int | None:
        """Return whoever is named only once before or after, and by the name given at birth."""
        for number in self._by_last.get(parts[-1], ())[:BUCKET]:
            known = [self.mentions[i] for i in self._full[number]]
            first = self.mentions[form.mentions[0]]
            if len(known) == 1 and birth_names.is_at_birth(self.parsed, known[0], first):
                return number
        return None

    def _bearer_of_first_names(self, parts: Key) -> int | None:
        """Return whoever has these first names before a surname: "Mary Ann" for "Mary Ann Kowalski"."""
        if not is_first_name(parts[-1]):
            return None
        found = [
            n
            for n in self._by_other.get(parts[-1], ())[:BUCKET]
            if len(known := core(self.referents[n].key)) > len(parts) and known[: len(parts)] == parts
        ]
        return found[0] if len(found) == 1 else None

    def _new_person(self, form: Form) -> int:
        parts = core(form.key)
        referent = Referent(in_title_case(form.text), form.key, "PERSON")
        if len(parts) > 1 or is_first_name(parts[0]):
            referent.gender = gender.from_first_name(parts[0])
        self.referents.append(referent)
        return len(self.referents) - 1

    def _assign(self, mention: int, number: int) -> None:
        self.mentions[mention].referent = number
        self.referents[number].labels[self.mentions[mention].label] += 1

    def _add_short_names(self, forms: Iterable[Form]) -> set[Key]:
        """Assign names of one word to their bearers, or to new people, and return the keys of those assigned."""
        taken: set[Key] = set()
        for form in forms:
            word = core(form.key)[0]
            bearers = self._by_last.get(word)
            if bearers is None and word.endswith("s") and word[:-1] in self._by_last and form.definite:
                form.weights = {"NORP": 1.0}
                continue  # "the Does" are a family
            if bearers is None and (
                form.share("GPE", "LOC", "NORP", "FAC") <= 0.5 or form.places < form.personal
            ):
                bearers = self._by_other.get(word)  # "Jane", but no place of that name
            if bearers is None:
                bearers = self._by_last.get(self._surnames.get(compact((word,)), ""))  # "Pena" for Jane Peña
            if bearers is None and _may_be_slip(form, word):
                meant = self._misspelt_surnames(word)
                if len(meant) == 1 and len(self._by_last[name := meant.pop()]) == 1:
                    bearers = self._by_last[name]  # "Mauer" for Jane Maurer
            bearers = [n for n in bearers or () if not self._is_namesake(form, n)]
            if bearers and _may_be_short_name(form):
                generation = GENERATIONS.intersection(form.key)
                same = [n for n in bearers if generation and generation <= set(self.referents[n].key)]
                self._distribute(form, same or bearers)  # "Reed Sr" is Tom Reed Sr
            elif _may_be_person(form, word) and (
                form.likeliest == "PERSON" or _is_first_name_only(form, word)
            ):
                self._add_by_surname(form, word)
            else:
                continue
            taken.add(form.key)
        return taken

    def _is_namesake(self, form: Form, number: int) -> bool:
        """Tell whether somebody named once only shares the name of a company that was named often before.

        "Twitter fell …", and far below an account called “Desert Twitter”.
        """
        full = self._full.get(number, [])
        return (
            len(full) == 1
            and len(form.mentions) >= _OFTEN
            and form.mentions[0] < full[0]
            and core(form.key)[0] in KNOWN_ORGANISATIONS
            and not form.with_honorific
        )

    def _add_by_surname(self, form: Form, word: str) -> None:
        """Add whoever is only named by a surname: one person, but two where "Mr Doe" and "Mrs Doe" both stand."""
        signs = {self.mentions[i].honorific > 0 for i in form.mentions if self.mentions[i].honorific}
        first = len(self.referents)
        if len(signs) < 2:
            self._new_person(form)
            for i in form.mentions:
                self._assign(i, first)
        else:
            self._distribute(form, [])
            for i in form.mentions:
                mention = self.mentions[i]
                if mention.honorific and mention.title_begin >= 0:
                    title = self.parsed.word[mention.title_begin]
                    self.referents[mention.referent].name = f"{title} {in_title_case(form.text)}"
        self._by_last.setdefault(word, []).extend(range(first, len(self.referents)))

    def _distribute(self, form: Form, bearers: list[int]) -> None:
        """Assign each mention of a name of one word to one of its bearers, or to somebody new."""
        everyone = [self._namesakes.bearer(n) for n in bearers[:BUCKET]]
        bare: list[int] = []
        for i in form.mentions:
            sign = self.mentions[i].honorific  # "Mr" and "Ms" rule people out
            if not sign:
                bare.append(i)
                continue
            fit = [b for b in everyone if sign * self._namesakes.gender_of(b) >= 0]
            # "Ms. Doe" may be Lee Doe where no woman of that surname is named: Lee is a woman's name, too
            fit = fit or [
                b for b in everyone if self._namesakes.gender_of(b) * (1 if sign > 0 else -1) > -_EXCLUDING
            ]
            if not fit:
                fit = [Bearer(self._new_person(form), 0, False, None)]
                self.referents[fit[0].number].gender = sign / 2
                everyone += fit
            chosen = fit[0] if len(fit) == 1 else self._namesakes.likeliest(i, fit, 0)
            chosen.certain += 1
            self._assign(i, chosen.number)
            if sign * self.referents[chosen.number].gender <= 0:
                self.referents[chosen.number].gender = (
                    sign / 2
                )  # Ms. Doe is not Mr. Doe, whatever the first name
        other = self._namesakes.unnamed_relative(bare, everyone)
        if other:
            number = self._new_person(form)
            self.referents[number].gender = float(other.gender)
            everyone.append(Bearer(number, len(other.mentions), False, other.mentions[0]))
            for i in other.mentions:
                self._assign(i, number)
            bare = bare[len(other.mentions) :]
        votes = sum(self._namesakes.pronoun_gender_after(i) for i in bare[:100]) if len(everyone) > 1 else 0
        for i in bare:
            chosen = everyone[0] if len(everyone) == 1 else self._namesakes.likeliest(i, everyone, votes)
            self._assign(i, chosen.number)


def _differs_by_a_slip(one: Key, other: Key) -> bool:
    """Tell whether the names differ only by a misspelt word, and are not a man's and a woman's."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1 or not is_misspelt(*differing[0]):
        return False
    return gender.from_first_name(one[0]) * gender.from_first_name(other[0]) >= 0


def _may_be_slip(form: Form, word: str) -> bool:
    """Tell whether a word may be a slip for somebody's surname: rare, no place, no first name, not always "the"."""
    return (
        len(form.mentions) <= _MOST_SLIPS
        and not form.definite
        and not gazetteer.place_class(form.key)
        and not is_first_name(word)
        and word not in KNOWN_LABELS
    )


def _may_be_short_name(form: Form) -> bool:
    """Tell whether a word that ends somebody's name in the article stands for that person when it stands alone."""
    if form.with_honorific:
        return True
    if form.text.isupper() and len(form.text) <= 4 and form.share("PERSON") <= 0.5:
        return False  # "DAB" in an article that reads "Pro-Leeds DAB" as somebody
    things = form.share("PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
    if things > 0.5 and len(form.mentions) > 1 and not form.personal:
        return False
    place = gazetteer.place_class(form.key)
    if place and form.share("GPE", "LOC") > 0.5:
        # "Paris" of Ada Paris, and the town
        return form.places <= form.personal if place == gazetteer.CITY else form.places < form.personal
    return True


def _is_first_name_only(form: Form, word: str) -> bool:
    """Tell whether it is nearly always a first name, and so a person's though the recogniser saw none."""
    return (
        form.share("") == 1.0 and form.likeliest in ("", "PERSON") and abs(gender.from_first_name(word)) >= 2
    )


def _may_be_person(form: Form, word: str) -> bool:
    """Tell whether a single word can be a person's name: no country, no acronym, not always after "the"."""
    if form.with_honorific:
        return True
    if word in KNOWN_LABELS or (len(word) <= 4 and form.text.isupper()):
        return False
    return form.definite < form.labels.total() or is_first_name(word) or form.weights.get("PERSON", 0) > 1.5


def _is_person(form: Form) -> bool:
    """Tell whether a name of two words or more is a person's; one without any label must not be long."""
    return form.likeliest == "PERSON" and (form.share("") < 1.0 or len(form.key) <= 3)
