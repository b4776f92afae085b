"""Whom a sentence is about: | Tom Bell | is angry; the decision angered | Jane Doe | ."""

from __future__ import annotations

from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities import gender
from tui.analysis.entities.name_parts import SPEAKER_LABELS
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE, ParsedArticle
from tui.analysis.title_case import is_title_case

QUESTIONING = frozenset({"ask", "press", "question", "quiz"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANSWERS = frozenset(
    {"answer", "reply", "response", "message", "verdict", "conclusion", "explanation", "advice"}
)
_PERSONS = SPEAKER_LABELS | words("kin") | words("nobody in particular")
_KIN = words("kin") | {"partner", "fiance", "fiancé", "fiancee", "fiancée"}
_BEING = frozenset({"be", "feel", "look", "remain", "seem", "stay"})
_KNOWN = 2.0  # the log-odds from which a first name is that of one gender only
_GESTURES = frozenset(
    "blush chuckle cry frown giggle grimace grin laugh nod shrug sigh smile weep wince".split()
)
_IT = frozenset({"it", "this", "that", "there", "nothing", "nobody", "little"})
_BELOW_VERB = frozenset({"attr", "dative", "dobj", "pobj", "prep"})
_SELF = frozenset({"i", "me", "my", "myself"})
_OTHERS = frozenset({"he", "she", "him", "her", "his"})
_MOVING = frozenset(
    """
    alarm amaze amuse anger annoy appal astonish baffle bother concern delight devastate disappoint disgust enrage
    frighten frustrate gall horrify hurt infuriate irritate move outrage please puzzle sadden scare shock stun
    surprise thrill trouble upset worry
    """.split()
)
_HE_OR_SHE = frozenset({"he", "she"})
_NO_NAMES = frozenset("It That This Nobody Nothing Everybody Everything".split())
_NOMINAL = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_MAX_SUBJECT = 12  # tokens


def described_person(
    arrays: TokenArrays, sentence: tuple[int, int], named: set[str]
) -> tuple[tuple[int, int], ...]:
    """Return whom a sentence is about: the last subject of its main clauses that is a person, named or not.

    Tom Bell is angry; it is hard, and she knows it; the mayor walked out; for Tom Bell, the answer is simple. Of
    "Doe’s answer was short" it is Doe, of "Her neighbour, Jane Doe, was not" all of it.
    """
    parsed = arrays.parsed
    begin, end = sentence
    for i in range(end - 1, begin - 1, -1):
        if parsed.dep[i] not in _SUBJECTS or arrays.quote_of[i] >= 0 or not _is_main(arrays, parsed.head[i]):
            continue
        answer = parsed.lemma[i] in _ANSWERS
        whose = next((c for c in arrays.children[i] if answer and parsed.dep[c] == "poss"), -1)
        if whose >= 0 and (parsed.word[whose] in named or parsed.word[whose].casefold() in ("his", "her")):
            return ((arrays.left[whose], whose + 1),)
        known = parsed.word[i] in named and (parsed.entity[i] == "PERSON" or parsed.pos[i] == "PROPN")
        # a name that the recogniser missed: two words or more without a label
        known |= i > begin and all(parsed.pos[k] == "PROPN" and not parsed.entity[k] for k in (i - 1, i))
        role = parsed.pos[i] == "NOUN" and (
            parsed.lemma[i] in _PERSONS or (_is_gesture(arrays, parsed.head[i]) and not is_thing(parsed, i))
        )
        if known or role or parsed.word[i].casefold() in _HE_OR_SHE:
            left, right = arrays.left[i], arrays.right[i] + 1
            return ((left, right),) if right - left <= _MAX_SUBJECT else ((i, i + 1),)
    if parsed.word[begin] in ("For", "To") and begin + 1 < end and parsed.entity[begin + 1] == "PERSON":
        name_end = begin + 1
        while name_end < end and parsed.entity[name_end] == "PERSON":
            name_end += 1
        if name_end < end and (parsed.word[name_end] == "," or parsed.pos[name_end] == "DET"):
            return ((begin + 1, name_end),)
    return _moved_person(arrays, sentence) or _title_case_subject(parsed, sentence)


def _moved_person(arrays: TokenArrays, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the person whom something moved, who ends a sentence: The decision angered | Jane Doe."""
    parsed = arrays.parsed
    begin, end = sentence
    last = end - 1
    while last > begin and parsed.pos[last] == "PUNCT":
        last -= 1
    at = last + 1
    while at > begin and (parsed.entity[at - 1] == "PERSON" or parsed.pos[at - 1] == "PROPN"):
        at -= 1
    moved = any(
        parsed.lemma[i] in _MOVING or parsed.word[i].removesuffix("ed") in _MOVING for i in range(begin, at)
    )
    return ((at, last + 1),) if begin < at <= last and moved else ()


def is_spoken_of(arrays: TokenArrays, subject: tuple[int, int], quotation: int) -> bool:
    """Tell whether a quotation begins with he or she, who is the subject before it: Her aunt baked. “She sang.”"""
    parsed = arrays.parsed
    sign = {"he": -1, "she": 1}.get(parsed.word_at(quotation + 1).casefold(), 0)
    begin, end = subject
    if not sign:
        return False
    if parsed.word[begin].casefold() in ("his", "her"):
        kin = next((i for i in range(begin + 1, end) if parsed.lemma[i] in _KIN), -1)
        return kin >= 0 and sign * gender.from_role(parsed.lemma[kin]) >= 0
    verb = next((parsed.head[i] for i in range(begin, end) if parsed.dep[i] in _SUBJECTS), begin)
    known = parsed.entity[begin] == "PERSON" and sign * gender.from_first_name(parsed.word[begin]) > _KNOWN
    return known and parsed.lemma[verb] not in _BEING  # Jane Doe is angry. “She lied to us.”


def asked_person(arrays: TokenArrays, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the person whom others asked something: Reporters asked | Jane Doe | about the fire."""
    parsed = arrays.parsed
    for i in range(*sentence):
        asked = parsed.dep[i] in ("dobj", "dative") and parsed.lemma[parsed.head[i]] in QUESTIONING
        if asked and parsed.entity[i] == "PERSON" and arrays.quote_of[i] < 0:
            return ((arrays.left[i], i + 1),)
    return ()


def _is_gesture(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a verb is of what people do with their faces and bodies: laughed, shook her head."""
    parsed = arrays.parsed
    return parsed.lemma[verb] in _GESTURES or any(
        parsed.dep[i] == "dobj" and arrays.left[i] < i and parsed.word[arrays.left[i]] in ("his", "her")
        for i in arrays.children[verb]
    )


def only_person(
    arrays: TokenArrays, sentence: tuple[int, int], quotation: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """Return the one person whom a sentence about a thing names, if the quotation below is of "I" and no other.

    The verdict left | Jane Doe | in tears. / “I have waited eleven years.”
    """
    parsed = arrays.parsed
    said = {word.casefold() for word in parsed.word[slice(*quotation)]}
    if said.isdisjoint(_SELF) or not said.isdisjoint(_OTHERS):
        return ()
    begin, end = sentence
    named = [i for i in range(begin, end) if parsed.entity[i] == "PERSON"]
    subjects = [i for i in range(begin, end) if parsed.dep[i] in _SUBJECTS and arrays.quote_of[i] < 0]
    if (
        not named
        or named[-1] - named[0] >= len(named)
        or any(not _is_impersonal(arrays, i) for i in subjects)
    ):
        return ()
    at = named[-1]
    while parsed.dep[at] in _BELOW_VERB:
        at = parsed.head[at]  # a long winter | for Jane Doe; not: tweets accusing Jane Doe
    met = at != named[-1] and parsed.pos[at] in ("VERB", "AUX") and _is_main(arrays, at)
    return ((named[0], named[-1] + 1),) if met else ()


def _is_impersonal(arrays: TokenArrays, subject: int) -> bool:
    parsed = arrays.parsed
    return parsed.word[subject].casefold() in _IT or is_thing(parsed, subject)


def names_somebody(arrays: TokenArrays, tokens: tuple[int, int]) -> bool:
    """Tell whether a subject is more than a role: a name, or he or she."""
    parsed = arrays.parsed
    return any(
        parsed.pos[i] in ("PROPN", "PRON") or parsed.entity[i] == "PERSON" for i in range(*tokens)
    ) and (parsed.word[tokens[0]].casefold() not in ("his", "her") or parsed.pos[tokens[1] - 1] != "NOUN")


def _is_main(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a verb is that of a sentence's main clause, or is joined to it."""
    parsed = arrays.parsed
    while parsed.dep[verb] == "conj" and parsed.head[verb] != verb:
        verb = parsed.head[verb]
    return parsed.head[verb] == verb


def _title_case_subject(parsed: ParsedArticle, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the name before the verb of a sentence in title case, whose parse says little.

    Doe Thanked The Mill For Its Welcome. “The tea is cold.”
    """
    first, last = sentence
    heading = parsed.text[parsed.start[first] : parsed.end[last - 1]]
    verb = next((i for i in range(first, last) if parsed.tag[i] in FINITE), last)
    if not 0 < verb - first <= _MAX_SUBJECT or not is_title_case(heading):
        return ()
    nominal = all(parsed.pos[i] in _NOMINAL for i in range(first, verb))
    return ((first, verb),) if nominal and parsed.word[first] not in _NO_NAMES else ()
