"""What stands round the mentions of a name: prepositions, verbs, nouns in apposition, an age or "who"."""

from __future__ import annotations

from tui.analysis.entities import gazetteer
from tui.analysis.entities.head_nouns import NOUN_LABELS
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import KNOWN_LABELS, POSSESSIVE, TITLES
from tui.analysis.entities.referents import Form
from tui.analysis.entities.role_words import is_of_title
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_NOUNS_BEFORE = (
    frozenset(NOUN_LABELS)
    - words("heads of buildings")
    - {"state", "district", "government", "territory", "champion", "rival", "winner", "star"}
)
"""Nouns that before a name say what it is; "champion Spain" and "center Jane Doe" are of another kind."""

_CRAFTS = frozenset(
    """app blog browser cyclone database ferry frigate hurricane liner missile probe rifle rover satellite ship
    shuttle software spacecraft submarine tanker telescope trawler typhoon vaccine yacht""".split()
)
_STORMS = frozenset({"cyclone", "hurricane", "storm", "typhoon"})
_THING_LABELS = {noun: label for noun, label in NOUN_LABELS.items() if label in ("PRODUCT", "WORK_OF_ART")}
_SHIPS_READ_AS = frozenset({"ORG", "PERSON", "FAC", "WORK_OF_ART", "PRODUCT", ""})
_SETTLEMENTS = words("settlements")
_CREDITS = words("credits")
_LIVING = frozenset("arrive bear born bury die jail live marry reside settle stay".split())
_BEFORE_TOWNS = frozenset({"in", "of", "from", "near", "to", "at", "outside", "around", "—", "("})
_BEHIND_LANDS = frozenset({",", ".", ")", "-", "–", "—", ";"})
_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "’"})
_ARTICLES = (["a"], ["an"], ["the"])
PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "across", "throughout", "toward", "towards"})
"""Prepositions after which places stand."""

_PERSONAL_VERBS = frozenset(
    """say tell add ask think believe argue explain claim insist reply recall note write describe feel know
    want hope speak joke laugh smile marry die bear live grow resign admit confess deny remember agree
    warn wear thank praise cry sit walk sleep wake eat drink study graduate teach love hate cook sing
    act dance shrug nod sigh weep sob grin frown blame apologise retire""".split()
)
_KIN = words("kin")
_GOVERNED = frozenset(
    """batista blair brown bush cameron carter castro ceausescu chavez churchill coolidge eisenhower ford franco
    gaddafi harding harper hoover howard johnson kennedy khomeini maduro major marcos mugabe nixon pinochet
    roosevelt suharto taft thatcher truman wilson""".split()
)
"""Presidents and premiers whose names are other names as well."""
_GOVERNMENTS = frozenset({"administration", "regime"})
_OF_BODIES = frozenset(
    """analyst ceo chair chairman chairwoman co-founder director employee executive founder member members partner
    president publicist spokesman spokesperson spokeswoman strategist""".split()
)
"""What somebody is of or at a body."""
_OFFICES = _OF_BODIES | TITLES | {"head"}
_BODIES = words("bodies")
_PERSONAL_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_MAX_MENTIONS = 40  # whose surroundings are looked at


def look_around(parsed: ParsedArticle, mentions: list[Mention], form: Form) -> None:
    """Count in the form what stands round its mentions: `places`, `ways`, `persons`, `introduced`, `described` …"""
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
            # "in Leeds and Doe"
            form.places += first > 0 and word[first - 1].casefold() in PLACE_PREPOSITIONS
        form.opening += begin == floor
        form.governing += after in _GOVERNMENTS and mention.key[-1] in _GOVERNED and len(mention.key) == 1
        form.one_of_many += before in ("a", "an")
        form.of_person += (
            before in ("of", "from")
            and i > 0
            and mentions[i - 1].label == "PERSON"
            and mentions[i - 1].end == begin - 1
        )
        form.introduced += is_introduced(parsed, mention, ceiling)
        form.persons += acts_as_person(parsed, mention, ceiling)
        label = (
            "GPE"
            if _is_settled(parsed, mentions, i, floor)
            else _label_beside(parsed, mention, floor, ceiling, before, after)
        )
        if label:
            # "my son Jordan", "“Jordan,” a novel"
            form.described[label] += 3 if before in _KIN or before in _MARKS or label == "EVENT" else 1
        if _holds_office(parsed, end, ceiling):
            form.described["PERSON"] += 2
        elif mention.label in ("PERSON", "") and _is_staffed(parsed, mentions, i, floor):
            form.described["ORG"] += 1


def _holds_office(parsed: ParsedArticle, at: int, ceiling: int) -> bool:
    """Tell whether what somebody is of a body follows without an article: "Doe, head of the Wardle Institute"."""
    word = parsed.word[at : min(ceiling, at + 3)]
    return len(word) == 3 and word[0] == "," and word[1] in _OFFICES and word[2] in ("of", "at")


def _is_staffed(parsed: ParsedArticle, mentions: list[Mention], i: int, floor: int) -> bool:
    """Tell whether somebody works for it or belongs to it: "founder of Doe", "Jane Doe of Sandy Promise"."""
    mention = mentions[i]
    begin, word = mention.begin, parsed.word
    if (
        begin - 2 < floor
        or word[begin - 1] not in ("of", "at")
        or word[mention.end : mention.end + 1]
        in (
            ["'s"],
            ["’s"],
        )
    ):
        return False
    before = mentions[i - 1] if i else None
    belongs = (
        word[begin - 1] == "of"
        and before is not None
        and before.end == begin - 1
        and before.label == "PERSON"
        and min(len(before.key), len(mention.key)) > 1
    )
    return belongs or word[begin - 2].casefold() in _OF_BODIES


def _is_settled(parsed: ParsedArticle, mentions: list[Mention], i: int, floor: int) -> bool:
    """Tell whether somebody is said to live in what is mentioned, or its country or state is: it is a town.

    "Jane Doe, 55, of Wardle", "the village of Wardle", "born in Wardle", "in Wardle, Ohio, on Monday".
    """
    mention = mentions[i]
    begin, end = mention.begin, mention.end
    word = parsed.word
    if begin - 1 > floor and word[begin - 1] == "of" and word[begin - 2].casefold() in _SETTLEMENTS:
        return mention.label != "PERSON"
    if begin - 2 > floor and word[begin - 1] in ("of", "from") and word[begin - 2] == ",":
        return word[begin - 3].isdigit() and len(word[begin - 3]) == 2
    if begin > floor and word[begin - 1] == "in" and len(mention.key) == 1 and not mention.text.isupper():
        lives = parsed.lemma[parsed.head[begin - 1]] in _LIVING
        return lives and mention.label in ("ORG", "PERSON", "") and mention.key[0] not in KNOWN_LABELS
    if word[end : end + 1] != [","] or i + 1 == len(mentions) or mentions[i + 1].begin != end + 1:
        return False
    land = mentions[i + 1]
    behind = word[land.end] if land.end < len(word) else ","
    placed = begin == floor or word[begin - 1].casefold() in _BEFORE_TOWNS
    return (
        placed
        and mention.label != "PERSON"
        and behind in _BEHIND_LANDS
        and (gazetteer.place_class(land.key) == "GPE" or land.text.endswith("."))
        and gazetteer.place_class(mention.key) in ("", gazetteer.CITY)
    )


def _label_beside(
    parsed: ParsedArticle, mention: Mention, floor: int, ceiling: int, before: str, after: str
) -> str:
    """Return the label that a noun in apposition, before or after the name says, "" if none does."""
    begin, end = mention.begin, mention.end
    word, pos, head, dep = parsed.word, parsed.pos, parsed.head, parsed.dep
    if before == ":" and begin - 1 > floor and word[begin - 2].casefold() in _CREDITS:
        return "" if mention.text.isupper() or mention.label == "GPE" else "PERSON"  # "Image: Jane Doe"
    if before in _STORMS and word[begin - 1][0].isupper():
        return "EVENT"  # "Storm Agatha", which is nobody
    if before == "the" and begin - 1 > floor and word[begin - 2].casefold() in ("aboard", "board"):
        return "PRODUCT" if mention.label in _SHIPS_READ_AS else ""  # "on board the Petrel"
    if before == "," and begin - 1 > floor and dep[end - 1] == "appos" and head[end - 1] == begin - 2:
        noun = word[begin - 2].casefold()  # "the cruise ship, Petrel", "a company, Alder Wardle"
        return "ORG" if noun in _BODIES else _THING_LABELS.get(noun, "")
    quoted = _quoted_work(parsed, begin, end, ceiling)
    if quoted:
        return quoted
    if after == "," and before not in PLACE_PREPOSITIONS and word[end + 1 : end + 2] in _ARTICLES:
        for at in range(end + 2, min(ceiling, end + 8)):  # "Tarn, a long novel"
            if dep[at] == "appos" and head[at] == end - 1:
                noun = word[at].casefold()
                return NOUN_LABELS.get(noun, "PERSON" if noun in TITLES else "")
    if (
        before in _NOUNS_BEFORE
        and begin - 1 > floor
        and pos[begin - 1] == "NOUN"
        and (head[end - 1] == begin - 1 or head[begin - 1] == end - 1)
        and dep[end - 1] not in ("nsubj", "nsubjpass")  # "the woman Doe admires"
    ):
        if mention.label == "PERSON" and after != "," and is_of_title(parsed, begin):
            return "PERSON"  # "head of the city council Jane Doe"
        return NOUN_LABELS[before]  # "the novel Tarn"
    if after in POSSESSIVE and len(mention.key) == 1 and _is_office_of_company(parsed, end + 1, ceiling):
        return "ORG"  # "Tarn’s head of design"
    if after in _CRAFTS and head[end - 1] == end and mention.label in ("PERSON", "GPE", "NORP", ""):
        return NOUN_LABELS[after]  # "the Tarn spacecraft"
    verb = head[end - 1]
    if dep[end - 1] == "nsubj" and parsed.lemma[verb] == "be" and end <= verb < end + 2:
        for at in range(verb + 1, min(ceiling, verb + 9)):  # "Tarn is a long novel"
            if dep[at] == "attr" and head[at] == verb:
                noun = word[at].casefold()
                return NOUN_LABELS.get(noun, "PERSON" if noun in TITLES else "")
    return ""


def _quoted_work(parsed: ParsedArticle, begin: int, end: int, ceiling: int) -> str:
    """Return the label of a title in marks with what it is after them: "“Wardle,” a play by Jane Doe"."""
    word = parsed.word
    if begin == 0 or word[begin - 1] not in _MARKS:
        return ""
    between = word[end : end + 2]
    if "," not in between or not _MARKS.intersection(between) or word[end + 2 : end + 3] not in _ARTICLES:
        return ""
    near = range(end + 3, min(ceiling, end + 7))
    noun = next((word[i].casefold() for i in near if parsed.pos[i] == "NOUN"), "")
    return _THING_LABELS.get(noun, "")


def _is_office_of_company(parsed: ParsedArticle, at: int, ceiling: int) -> bool:
    """Tell whether only a company has what stands at `at`: a head of something, a chief of something, shares."""
    near = [w.casefold() for w in parsed.word[at : min(ceiling, at + 3)]]
    return (
        near[:2] == ["head", "of"]
        or near[:1] in (["shares"], ["shareholders"], ["ceo"], ["headquarters"], ["co-founder"])
        or near[:2]
        in (["chief", "executive"], ["chief", "financial"], ["finance", "chief"], ["stock", "price"])
    )


def is_introduced(parsed: ParsedArticle, mention: Mention, ceiling: int) -> bool:
    """Tell whether ", who" or an age (", 57,") follows the mention."""
    word, end = parsed.word, mention.end
    if end + 2 >= ceiling or word[end] != ",":
        return False
    if mention.begin and word[mention.begin - 1] == "the":
        return False  # "Jane Doe of the Harbour Project, who"
    return word[end + 1] == "who" or (
        word[end + 1].isdigit() and len(word[end + 1]) == 2 and word[end + 2] == ","
    )


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
