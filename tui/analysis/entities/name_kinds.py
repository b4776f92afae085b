"""What each name of an article stands for, weighed once from all its mentions and their surroundings.

The recogniser labels a name sentence by sentence, and often differently. Here its labels are votes; so are the noun
that ends the name ("Harbour Trust"), nouns beside it ("the film Tarn"), titles, first names, the preposition before
it, and lists of facts. None of them decides alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from tui.analysis.entities import gazetteer, gender
from tui.analysis.entities.enumerations import look_along
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.head_nouns import head_label
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import KNOWN_LABELS, Key
from tui.analysis.entities.name_surroundings import look_around
from tui.analysis.entities.referents import Form
from tui.analysis.entities.species import find_genera
from tui.analysis.entities.word_lists import groups, words
from tui.analysis.parsed_article import ParsedArticle

_ORG_WORDS = words("words of organisations")
_MATTERS = words("matters")
_PRODUCTS = frozenset(name for group in groups("known products") for name in group)
_ALIASES = frozenset(name for names in groups("aliases") for name in names)
KNOWN_BODIES = frozenset(name for group in groups("known bodies") for name in group)
KNOWN_THINGS = {
    name: label
    for section, label in (
        ("known groups", "NORP"),
        ("known works", "WORK_OF_ART"),
        ("known events", "EVENT"),
    )
    for names in groups(section)
    for name in names
}
LEADERS = words("leaders")
_STATES = frozenset(name for names in groups("state abbreviations") for name in names[1:])
_SURE_ORGANISATIONS = words("companies") | words("teams")
KNOWN_WORDS = _SURE_ORGANISATIONS | LEADERS | _PRODUCTS | _ALIASES
_LINKING_WORDS = frozenset({"of", "for", "and", "the", "&"})
_TOWN_ENDINGS = frozenset(
    {"church", "corps", "court", "front", "green", "greens", "post", "star", "sun", "union", "west"}
)
_PAPERS = words("papers")
_CAMPUSES = frozenset(
    """academy ballet bank brewery broadcasting club college consulate embassy enterprises foundation house
    institute institution laboratories laboratory library observatory office orchestra parliament school statehouse
    studios university works""".split()
)
"""Bodies called by the same name as where they are."""
_HOUSES = frozenset(
    """center centre chapel church clinic factory gallery hospital library museum observatory opera restaurant
    school seminary theater theatre zoo""".split()
)
"""Buildings that are called by the same name as the people who run them."""

_SURNAMES_TOO = frozenset(
    """banks battle bay bush castle church cliffs court cross day field fields forest french garden gates guard hall
    hill hills house lake lakes lane law ledger love marsh may page park parks post power press price rivers rock
    song star street sun temple waters west woods""".split()
)
"""Words of organisations, places and things that are surnames as well."""

_INITIALS = re.compile(r"(?:[A-Z]\.){1,3} ")
_LETTER = re.compile(r"[B-HJ-WYZ] [A-Z][a-z]{3,}")
_SYLLABLES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_GIVEN_SYLLABLES = re.compile(r"[A-Z][a-z]{1,4}-[a-z]{1,5} [A-Z][a-z]+")
_CAMEL_CASE = re.compile(r"(?!Fitz)[A-Z][a-z]{3,}[A-Z][a-z]+")
_LANDS_BY_INITIALS = frozenset({"us", "uk", "un", "eu", "la", "dc", "ny", "nj"})
_ACRONYM = re.compile(r" (?!I+$|I?V$)[A-Z-]{3,}$")
_CODE = re.compile(r"[A-Z]+[a-z]*-?\d+[A-Z]?")
_ADDRESS = re.compile(r"\w\.(?:com|org|net|co\.uk)$")
_MEMBER = re.compile(r"(?:ist|ian|crat|independent)s?$")
_DEMONYM = re.compile(
    r"(?:an|ans|ish|ese|ic|ics|ite|ites|ist|ists|crat|crats|i|is|ch|eek|eeks|urk|urks|oi|ni)$"
)
_REGIONS = frozenset({"west", "midwest", "northeast", "northwest", "southeast", "southwest"})
_OTHER_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ", "MD", "IN", "RB", "WRB", "UH", "CC", "DT"})
_KEPT = frozenset({"NORP", "LAW", "EVENT", "LANGUAGE", "WORK_OF_ART"})
_WEIGHTS = {"PERSON": 1.0, "ORG": 0.9, "GPE": 1.2, "LOC": 1.1, "FAC": 1.0, "NORP": 1.0}
_WEIGHT_OF_THINGS = 0.9
_LONG_LIST = 6  # neighbours of one kind
_LEAST_SHARE = 1 / 3  # of the mentions labelled, for the labels to count in full


def weigh(parsed: ParsedArticle, mentions: list[Mention], forms: Mapping[Key, Form]) -> None:
    """Set `weights` of each form: how much speaks for each label; none of a form of common words."""
    common = _common_words(parsed)
    genera = find_genera(parsed, mentions)
    look_along(parsed, mentions, forms)
    for form in forms.values():
        look_around(parsed, mentions, form)
        form.weights = _weights(form)
        if form.key[0] in genera:
            form.weights, form.common = {}, True
        if _is_no_name(form, common) or _is_other_word(parsed, mentions, form):
            form.weights, form.common = {}, True
    for name, form in forms.items():
        if (
            len(name) in (2, 3)
            and form.labels["ORG"]
            and not head_label(name)
            and not form.text[:2].isupper()
        ):
            surname = forms.get(name[-1:])
            if surname is not None and surname.likeliest == "PERSON" and name[0] not in _SURE_ORGANISATIONS:
                form.weights["PERSON"] = form.weights.get("PERSON", 0.0) + 1.0  # "Doe" is a person elsewhere


def _common_words(parsed: ParsedArticle) -> frozenset[str]:
    """Return the nouns, verbs and adjectives that the article writes small."""
    pos = parsed.pos
    return frozenset(
        w for i, w in enumerate(parsed.word) if pos[i] in ("NOUN", "VERB", "ADJ") and w.islower()
    )


def _is_no_name(form: Form, common: frozenset[str]) -> bool:
    """Tell whether it is a common word that stands with a capital somewhere, or ends in one: "Oxygen Species"."""
    name = form.key
    if name[-1] in _MATTERS and head_label(name) == "":
        return True
    if len(name) > 1 or form.titled or form.persons or form.text.isupper() or form.likeliest in _KEPT:
        return False
    word = name[0]
    sure = (
        word in KNOWN_LABELS
        or word in _SURE_ORGANISATIONS
        or gazetteer.place_class(name)
        or is_first_name(word)
    )
    return not sure and word in common and form.labels.total() < 3


def _is_other_word(parsed: ParsedArticle, mentions: list[Mention], form: Form) -> bool:
    """Tell whether it is an adverb, verb or preposition with a capital: "Since Monday", "It is DEAD"."""
    word = form.key[0]
    if len(form.key) > 1 or len(form.mentions) > 1 or form.titled or form.persons or form.places:
        return False
    mention = mentions[form.mentions[0]]
    return (
        parsed.tag[mention.begin] in _OTHER_TAGS
        and mention.end - mention.begin == 1
        and word not in KNOWN_LABELS
        and word not in KNOWN_WORDS
        and not gazetteer.place_class(form.key)
        and not is_first_name(word)
    )


def _weights(form: Form) -> dict[str, float]:
    """Return how much speaks for each label: 1 is about what all its mentions labelled so by the recogniser say."""
    name, total = form.key, form.labels.total()
    labelled = total - form.labels[""]
    out: defaultdict[str, float] = defaultdict(float)
    for label, count in form.labels.items():
        if label:
            out[label] += (
                _WEIGHTS.get(label, _WEIGHT_OF_THINGS)
                * count
                / labelled
                * min(1.0, labelled / total / _LEAST_SHARE)
            )
    out["PERSON"] += 0.8 * form.titled / total
    if form.as_source and not labelled:
        out["PERSON"] += 0.6 if len(name) > 1 else 0.4
    if form.of_person and not labelled and form.text.isupper():
        out["ORG"] += 0.9  # "Jane Doe of ADPL"
    for label, count in form.described.items():
        out[label] += min(3.3 if label in ("PERSON", "WORK_OF_ART", "EVENT") else 1.4, 1.1 * count)
    for label, votes in form.listed.items():
        if label != "PERSON" or (len(name) in (2, 3) and not head_label(name)):
            out[label] += 0.6 if votes < 3 else 1.0 if votes < _LONG_LIST else 1.5
    if any(map(str.isdigit, name[-1])) and name[-1] != form.text.casefold():
        out["PERSON"] -= 1.0  # "Bill 115"
    if any(" ".join(name[:size]) in _PRODUCTS for size in (1, 2)) and not labelled == form.labels["ORG"] > 1:
        out["PRODUCT"] += 1.5
    out["PERSON"] += min(1.2, 1.0 * form.introduced)
    place = gazetteer.place_class(name)
    if place == "" and form.labels["GPE"] and form.persons > form.places:
        out["PERSON"] += min(1.5, 0.5 * form.persons)  # a surname read as a town, which speaks
    if known_thing := KNOWN_THINGS.get(" ".join(name)):
        out[known_thing] += 2.5
    if len(name) == 1:
        _weigh_word(form, out)
    else:
        _weigh_words(form, out)
    if place == gazetteer.CITY:
        known = 0.3 if len(name) == 1 and is_first_name(name[0]) else 0.95
        out["GPE"] += known + 0.15 * (form.ways > 0)
    elif place:
        out[place] += 1.2
    if form.places and (place or labelled):
        out["GPE"] += min(0.6, 0.3 * form.places) if out["GPE"] >= 0.5 else 0.0
    return out


def _weigh_word(form: Form, out: defaultdict[str, float]) -> None:
    """Add to `out` what a name of one word says itself."""
    word = form.key[0]
    if form.definite and word.endswith("s") and not form.titled:
        out["PERSON"] -= 1.0  # "The Harriers", a team
    known = KNOWN_LABELS.get(word) or ("NORP" if KNOWN_LABELS.get(word.removesuffix("s")) == "NORP" else "")
    member = form.one_of_many * 2 > form.labels.total() or word.endswith("s")
    if word in _REGIONS:
        out["LOC"] += 1.2 * (form.definite * 2 >= form.labels.total())  # "the West"
    elif member and _MEMBER.search(word) and not form.labels["GPE"] and not is_first_name(word):
        out["NORP"] += 1.0 + out.pop("ORG", 0.0)  # "a Libertarian", "Marxists"
    elif form.text.endswith(".") and word in _STATES:
        out["GPE"] += 2.0  # "Mo."
    elif known:
        out[known] += 2.0
    elif word in _SURE_ORGANISATIONS:
        out["ORG"] += 1.3
    elif (word in LEADERS and not form.text.endswith(("’s", "'s"))) or form.governing:
        out["PERSON"] += 1.0 + out.pop("ORG", 0.0) * (form.governing > 0)  # "the Ford administration"
    elif out["NORP"] and form.opening == form.labels.total() and not known and not _DEMONYM.search(word):
        del out["NORP"]  # "Harbour plan splits town"
    elif form.text.isupper() and "-" in form.text and not _CODE.fullmatch(form.text):
        out["ORG"] += out.pop("PERSON", 0.0)  # "ZANU-PF"
    elif (
        form.text.isupper()
        and 2 < len(word) < 5
        and word not in _ALIASES
        and not gazetteer.place_class(form.key)
    ):
        out["ORG"] += out.pop("GPE", 0.0)  # an acronym read as a town
    elif _ADDRESS.search(form.text):
        out["ORG"] += 1.5  # "Example.com"
    elif _CAMEL_CASE.fullmatch(form.text) and not form.titled:
        out["ORG"] += out.pop("PERSON", 0.0)  # "NorthRail", read as somebody
    elif _CODE.fullmatch(form.text) and not form.labels["ORG"]:
        out["PRODUCT"] += 1.3  # "F-16"
    elif abs(gender.from_first_name(word)) > 2 and not gazetteer.place_class(form.key):
        out["PERSON"] += 1.25 * (form.labels["GPE"] > 0)  # "Agatha", read as a town


def _is_plain_body(name: Key, head: str) -> bool:
    """Tell whether it is no town, whatever the recogniser says: "West Yorkshire Police", but "Falls Church"."""
    return head == "ORG" and name[-1] not in _TOWN_ENDINGS and not gazetteer.place_class(name)


def _weigh_words(form: Form, out: defaultdict[str, float]) -> None:
    """Add to `out` what a name of several words says itself: its head noun, first name and shape."""
    name = form.key
    # "Bo-ram Park", who speaks, is no park
    syllables = form.persons > 0 and _GIVEN_SYLLABLES.fullmatch(form.text) is not None
    first = is_first_name(name[0]) or syllables
    head = head_label(name)
    surname = (
        len(name) == 2
        and name[1] in _SURNAMES_TOO
        and (first or not gazetteer.place_class(name[:1]) or name[1] not in _PAPERS)  # "Cardiff Sun"
        and (first or out["PERSON"] >= 1.0)
        and (
            form.persons or out["PERSON"] >= 0.5 or out["FAC"] + out["GPE"] + out["LOC"] + out["EVENT"] < 0.5
        )
    )
    if len(name) == 2 and form.persons and (surname or not head):
        out["PERSON"] += 0.4
    if " ".join(name) in KNOWN_BODIES:
        out["ORG"] += 2.0
    elif head and head != "LAW" and out["WORK_OF_ART"] >= 0.9:
        pass  # "The Kind of War", a book
    elif (
        head
        and not surname
        and (out["GPE"] < 1.0 or _is_plain_body(name, head))
        and not (head == "ORG" and out["FAC"] > 0.8 and name[-1] in _CAMPUSES)
    ):
        out[
            "ORG" if head == "FAC" and not _HOUSES.isdisjoint(name) and out["ORG"] >= out["FAC"] else head
        ] += 1.2 if out["GPE"] < 1.0 else 1.5
    if _ACRONYM.search(form.text) and not form.text.isupper():
        out["PERSON"] -= 1.0  # "Virginia AFL-CIO"
    if _SYLLABLES.fullmatch(form.text) and not out["GPE"]:
        out["PERSON"] += 1.0  # "Wei Jin-long"
    if form.share("") == 1.0 and _LETTER.fullmatch(form.text):
        out["PERSON"] += 0.6  # "R Doe"
    if _INITIALS.match(form.text) and len(name) <= 3 and not head and name[0] not in _LANDS_BY_INITIALS:
        out["PERSON"] += 1.0  # "K.C. Doe"
    plain = len(name) <= 3 and (not head or surname) and not gazetteer.place_class(name)
    out["PERSON"] += ((1.3 if len(name) == 2 else 1.0) if plain else 0.7) * first
    if surname and out["PERSON"] >= 1.0:
        return  # "Jane West"
    labelled = out["PERSON"]
    organisation = head == "ORG" or not _ORG_WORDS.isdisjoint(name[1:])
    out["PERSON"] -= 0.7 * organisation  # "Jane Doe Foundation UK"
    out["PERSON"] -= 0.8 * (not _LINKING_WORDS.isdisjoint(name))  # "Friends of Jane Doe"
    out["PERSON"] -= 0.8 * (name[-1] in _ORG_WORDS)  # "Doe Holdings"
    if out["PERSON"] < labelled:
        out["ORG"] = max(out["ORG"], min(labelled, 0.9))
