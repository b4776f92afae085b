"""What stands round the mentions of a name: prepositions, verbs, nouns in apposition, an age or "who"."""

from __future__ import annotations

from tui.analysis.entities.head_nouns import NOUN_LABELS
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import POSSESSIVE, TITLES
from tui.analysis.entities.referents import Form
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_NOUNS_BEFORE = (
    frozenset(NOUN_LABELS)
    - words("heads of buildings")
    - {"state", "district", "government", "territory", "champion", "rival", "winner", "star"}
)
"""Nouns that before a name say what it is; "champion Spain" and "center Jane Doe" are of another kind."""

_CRAFTS = frozenset("cyclone hurricane probe rover satellite shuttle spacecraft telescope typhoon".split())
_ARTICLES = (["a"], ["an"], ["the"])
PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "across", "throughout", "toward", "towards"})
"""Prepositions behind which places stand."""

_PERSONAL_VERBS = frozenset(
    """say tell add ask think believe argue explain claim insist reply recall note write describe feel know
    want hope speak joke laugh smile marry die bear live grow resign admit confess deny remember agree
    warn wear thank praise cry sit walk sleep wake eat drink study graduate teach love hate cook sing
    act dance shrug nod sigh weep sob grin frown blame apologise retire""".split()
)
_KIN = words("kin")
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
                return NOUN_LABELS.get(noun, "PERSON" if noun in TITLES else "")
    if (
        before in _NOUNS_BEFORE
        and begin - 1 > floor
        and pos[begin - 1] == "NOUN"
        and (head[end - 1] == begin - 1 or head[begin - 1] == end - 1)
        and dep[end - 1] not in ("nsubj", "nsubjpass")  # "the woman Doe admires"
    ):
        return NOUN_LABELS[before]  # "the novel Tarn"
    if after in _CRAFTS and head[end - 1] == end and mention.label in ("PERSON", "GPE", "NORP", ""):
        return NOUN_LABELS[after]  # "the Tarn spacecraft"
    verb = head[end - 1]
    if dep[end - 1] == "nsubj" and parsed.lemma[verb] == "be" and end <= verb < end + 2:
        for at in range(verb + 1, min(ceiling, verb + 9)):  # "Tarn is a long novel"
            if dep[at] == "attr" and head[at] == verb:
                return NOUN_LABELS.get(word[at].casefold(), "")
    return ""


def is_introduced(parsed: ParsedArticle, mention: Mention, ceiling: int) -> bool:
    """Tell whether ", who" or an age (", 57,") follows the mention."""
    word, end = parsed.word, mention.end
    if end + 2 >= ceiling or word[end] != ",":
        return False
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
