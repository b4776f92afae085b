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
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import KNOWN_LABELS, POSSESSIVE, TITLES, Key
from tui.analysis.entities.referents import Form
from tui.analysis.entities.word_lists import groups, words
from tui.analysis.parsed_article import ParsedArticle

_HEADS: dict[str, str] = {
    **dict.fromkeys(words("heads of works"), "WORK_OF_ART"),
    **dict.fromkeys(words("heads of laws"), "LAW"),
    **dict.fromkeys(words("heads of products"), "PRODUCT"),
    **dict.fromkeys(words("heads of undertakings"), "EVENT"),
    **dict.fromkeys(words("heads of events"), "EVENT"),
    **dict.fromkeys(words("heads of places") | words("landforms"), "LOC"),
    **dict.fromkeys(words("heads of buildings"), "FAC"),
    **dict.fromkeys(words("heads of organisations"), "ORG"),
}
"""The label of a name by the noun that ends it."""

_FIRST: dict[str, str] = {
    **dict.fromkeys(words("first words of events"), "EVENT"),
    **dict.fromkeys(words("first words of products"), "PRODUCT"),
}
_NOUNS: dict[str, str] = {
    **_HEADS,
    **dict.fromkeys(words("works"), "WORK_OF_ART"),
    **dict.fromkeys(words("bodies"), "ORG"),
    **dict.fromkeys(
        words("places") | {"town", "village", "province", "suburb", "capital", "continent"}, "GPE"
    ),
    **dict.fromkeys(words("people") | words("kin"), "PERSON"),
}
"""What somebody or something is that a noun beside the name describes ("Tarn, a novel")."""

_NOUNS_BEFORE = (
    frozenset(_NOUNS)
    - words("heads of buildings")
    - {"state", "district", "government", "territory", "champion", "rival", "winner", "star"}
)
"""Nouns that before a name say what it is; "champion Spain" and "center Jane Doe" are of another kind."""

_CRAFTS = frozenset("cyclone hurricane probe rover satellite shuttle spacecraft telescope typhoon".split())
_ARTICLES = (["a"], ["an"], ["the"])
_ORG_WORDS = words("words of organisations")
_MATTERS = words("matters")
_PRODUCTS = frozenset(name for group in groups("known products") for name in group)
_ALIASES = frozenset(name for names in groups("aliases") for name in names)
KNOWN_BODIES = frozenset(name for group in groups("known bodies") for name in group)
_LEADERS = words("leaders")
_STATES = words("state abbreviations")
_TEAMS = words("teams")
_SURE_ORGANISATIONS = words("companies") | _TEAMS
_LINKING_WORDS = frozenset({"of", "for", "and", "the", "&"})
_TOWN_ENDINGS = frozenset(
    {"church", "corps", "court", "front", "green", "greens", "post", "star", "sun", "union", "west"}
)
_HOUSES = frozenset(
    """center centre chapel church clinic factory gallery hospital library museum observatory opera restaurant
    school seminary theater theatre zoo""".split()
)
"""Buildings that are called by the same name as the people who run them."""

_SURNAMES_TOO = frozenset(
    """banks battle bay bush castle church cliffs court cross day field fields forest french garden gates guard hall
    hill hills house lake lakes lane law love marsh may page park parks post power press price rivers rock song star
    street sun temple waters west woods""".split()
)
"""Words of organisations, places and things that are surnames as well."""

_INITIALS = re.compile(r"(?:[A-Z]\.){1,3} ")
_LETTER = re.compile(r"[B-HJ-WYZ] [A-Z][a-z]{3,}")
_SYLLABLES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_LANDS_BY_INITIALS = frozenset({"us", "uk", "un", "eu", "la", "dc", "ny", "nj"})
_ACRONYM = re.compile(r" (?!I+$|I?V$)[A-Z-]{3,}$")
_CODE = re.compile(r"[A-Z]+[a-z]*-?\d+[A-Z]?")
_ADDRESS = re.compile(r"\w\.(?:com|org|net|co\.uk)$")
_OF = frozenset({"of", "for", "at", "in", "on"})
PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "across", "throughout", "toward", "towards"})
_KEPT = frozenset({"NORP", "LAW", "EVENT", "LANGUAGE", "WORK_OF_ART"})
_THINGS = frozenset({"EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WEIGHTS = {"PERSON": 1.0, "ORG": 0.9, "GPE": 1.2, "LOC": 1.1, "FAC": 1.0, "NORP": 1.0}
_WEIGHT_OF_THINGS = 0.9
_LEAST_SHARE = 1 / 3  # of the mentions labelled, for the labels to count in full
_MAX_MENTIONS = 40  # whose surroundings are looked at


def weigh(parsed: ParsedArticle, mentions: list[Mention], forms: Mapping[Key, Form]) -> None:
    """Set `weights` of each form: how much speaks for each label, and `persons` and `places` (see Form)."""
    common = _common_words(parsed)
    for form in forms.values():
        _look_around(parsed, mentions, form)
        form.weights = _weights(form)
        if _is_no_name(form, common):
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


def head_label(name: Key) -> str:
    """Return the label that the head noun of a name of several words says, "" where it says none."""
    if len(name) < 2:
        return ""
    if name[0] in _FIRST:
        return _FIRST[name[0]]
    if name[0] in ("lake", "mount") and len(name) == 2:
        return "LOC"
    if name[-1] in _TEAMS and gazetteer.place_class(name[:-1]):
        return "ORG"  # "Cleveland Cavaliers"
    if name[0] in ("university", "ministry", "department", "bank") and name[1] in _OF:
        return "ORG"
    if name[:2] == ("space", "shuttle") and len(name) == 3:
        return "PRODUCT"
    for at, word in enumerate(name[1:], 1):
        if word in _OF:
            if found := _HEADS.get(name[at - 1]):
                return found  # "Museum of Flight"
            break
    found = _HEADS.get(name[-1], "")
    if not found and name[-1].isdigit():
        found = _HEADS.get(name[-2], "")
    return found


def _weights(form: Form) -> dict[str, float]:
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
        out[label] += min(3.3 if label == "PERSON" else 1.4, 1.1 * count)
    if any(map(str.isdigit, name[-1])) and name[-1] != form.text.casefold():
        out["PERSON"] -= 1.0  # "Bill 115"
    if any(" ".join(name[:size]) in _PRODUCTS for size in (1, 2)) and not labelled == form.labels["ORG"] > 1:
        out["PRODUCT"] += 1.5
    out["PERSON"] += min(1.2, 1.0 * form.introduced)
    place = gazetteer.place_class(name)
    if place == "" and form.labels["GPE"] and form.persons > form.places:
        out["PERSON"] += min(1.5, 0.5 * form.persons)  # a surname read as a town, which speaks
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
    word = form.key[0]
    known = KNOWN_LABELS.get(word) or ("NORP" if KNOWN_LABELS.get(word.removesuffix("s")) == "NORP" else "")
    if form.text.endswith(".") and word in _STATES:
        out["GPE"] += 2.0  # "Mo."
    elif known:
        out[known] += 2.0
    elif word in _SURE_ORGANISATIONS:
        out["ORG"] += 1.2
    elif word in _LEADERS:
        out["PERSON"] += 1.0
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
    elif _CODE.fullmatch(form.text) and not form.labels["ORG"]:
        out["PRODUCT"] += 1.3  # "F-16"
    elif abs(gender.from_first_name(word)) > 2 and not gazetteer.place_class(form.key):
        out["PERSON"] += 1.25 * (form.labels["GPE"] > 0)  # "Agatha", read as a town


def _is_plain_body(name: Key, head: str) -> bool:
    """Tell whether it is no town, whatever the recogniser says: "West Yorkshire Police", but "Falls Church"."""
    return head == "ORG" and name[-1] not in _TOWN_ENDINGS and not gazetteer.place_class(name)


def _weigh_words(form: Form, out: defaultdict[str, float]) -> None:
    name = form.key
    first = is_first_name(name[0])
    head = head_label(name)
    surname = (
        len(name) == 2
        and name[1] in _SURNAMES_TOO
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
        and not (head == "ORG" and out["FAC"] > 0.8)
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


def _look_around(parsed: ParsedArticle, mentions: list[Mention], form: Form) -> None:
    for i in form.mentions[:_MAX_MENTIONS]:
        mention = mentions[i]
        begin, end = mention.begin, mention.end
        floor, ceiling = parsed.sentences[parsed.sentence[begin]]
        word = parsed.word
        before = word[begin - 1].casefold() if begin > floor else ""
        after = word[end] if end < ceiling else ""
        form.places += before in PLACE_PREPOSITIONS
        form.ways += before in ("from", "to", "via", "between", "at", "of")
        if before in ("and", ",") and i > 0 and mentions[i - 1].end == begin - 1:
            first = mentions[i - 1].begin
            form.places += (
                first > 0 and word[first - 1].casefold() in PLACE_PREPOSITIONS
            )  # "in Leeds and Doe"
        form.of_person += (
            before in ("of", "from")
            and i > 0
            and mentions[i - 1].label == "PERSON"
            and mentions[i - 1].end == begin - 1
        )
        form.introduced += is_introduced(parsed, mention, ceiling)
        form.persons += acts_as_person(parsed, mention, ceiling)
        label = _label_beside(parsed, mention, floor, ceiling, before, after)
        if label:
            form.described[label] += 3 if before in _KIN else 1  # "my son Jordan"


def _label_beside(
    parsed: ParsedArticle, mention: Mention, floor: int, ceiling: int, before: str, after: str
) -> str:
    """Return the label that a noun in apposition, before or behind the name says, "" where none does."""
    begin, end = mention.begin, mention.end
    word, pos, head, dep = parsed.word, parsed.pos, parsed.head, parsed.dep
    if after == "," and before not in PLACE_PREPOSITIONS and word[end + 1 : end + 2] in _ARTICLES:
        for at in range(end + 2, min(ceiling, end + 8)):  # "Tarn, a long novel"
            if dep[at] == "appos" and head[at] == end - 1:
                noun = word[at].casefold()
                return _NOUNS.get(noun, "PERSON" if noun in TITLES else "")
    if (
        before in _NOUNS_BEFORE
        and begin - 1 > floor
        and pos[begin - 1] == "NOUN"
        and (head[end - 1] == begin - 1 or head[begin - 1] == end - 1)
        and dep[end - 1] not in ("nsubj", "nsubjpass")  # "the woman Doe admires"
    ):
        return _NOUNS[before]  # "the novel Tarn"
    if after in _CRAFTS and head[end - 1] == end and mention.label in ("PERSON", "GPE", "NORP", ""):
        return _NOUNS[after]  # "the Tarn spacecraft"
    verb = head[end - 1]
    if dep[end - 1] == "nsubj" and parsed.lemma[verb] == "be" and end <= verb < end + 2:
        for at in range(verb + 1, min(ceiling, verb + 9)):  # "Tarn is a long novel"
            if dep[at] == "attr" and head[at] == verb:
                return _NOUNS.get(word[at].casefold(), "")
    return ""


def is_introduced(parsed: ParsedArticle, mention: Mention, ceiling: int) -> bool:
    """Tell whether ", who" or an age (", 57,") follows the mention."""
    word, end = parsed.word, mention.end
    if end + 2 >= ceiling or word[end] != ",":
        return False
    return word[end + 1] == "who" or (
        word[end + 1].isdigit() and len(word[end + 1]) == 2 and word[end + 2] == ","
    )


_PERSONAL_VERBS = frozenset(
    """say tell add ask think believe argue explain claim insist reply recall note write describe feel know
    want hope speak joke laugh smile marry die bear live grow resign admit confess deny remember agree
    warn wear thank praise cry sit walk sleep wake eat drink study graduate teach love hate cook sing
    act dance shrug nod sigh weep sob grin frown blame apologise retire""".split()
)
_KIN = words("kin")
_PERSONAL_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})


def acts_as_person(parsed: ParsedArticle, mention: Mention, ceiling: int) -> bool:
    """Tell whether the mention speaks, thinks, lives, or has an age, a "who" or kin."""
    end = mention.end
    word, head, dep = parsed.word, parsed.head, parsed.dep
    last = end - 1
    if dep[last] in ("nsubj", "nsubjpass") and parsed.lemma[head[last]] in _PERSONAL_VERBS:
        return True
    after = word[end] if end < ceiling else ""
    if is_introduced(parsed, mention, ceiling):
        return True
    if after in POSSESSIVE and end + 1 < ceiling and word[end + 1].casefold() in _KIN:
        return True
    return dep[last] in ("nsubj", "nsubjpass") and any(
        w.casefold() in _PERSONAL_PRONOUNS for w in word[end : min(ceiling, end + 6)]
    )
