"""Objects of verbs of speech that tell of a deed: claimed the prize, charged a fee, was denied bail.

Those who mark news by hand count them, but a reader who asks what somebody said gets nothing from them.
"""

from __future__ import annotations

from tui.analysis.attribution.agentless_passives import is_agentless
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.noun_phrases import noun_phrase_end
from tui.analysis.attribution.speech_nouns import SPEECH_NOUNS
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_WINNINGS = frozenset(
    "% championship contest corner crown defeat delegate election free-kick goal ground lead life majority medal "
    "nomination penalty percent place point prize race seat spot state title trophy victim victory vote win".split()
)
_CHARGES = frozenset({"fee", "fare", "interest", "price", "rate", "rent", "toll"})
_ARTICLES = frozenset(
    "account article book card cartoon check clip column essay footage graphic image letter link meme novel photo "
    "photograph picture play poem profile review script selfie shot song transcript video will".split()
)
_PLEAS = frozenset(
    "access admission appeal application asylum bail benefit claim coverage entry motion parole permission permit "
    "petition request right service visa".split()
)
_POSTS = frozenset(
    "appointee appointment judge justice nominee nomination booking reservation successor".split()
)
_GREETINGS = frozenset("farewell goodbye goodnight grace hello mass prayer tale".split())
_CASES = frozenset({"case", "appeal", "motion"})
_PROCLAIMED = frozenset(
    "alert amnesty armistice bankruptcy boycott candidacy ceasefire curfew default disaster dividend drought "
    "emergency epidemic famine holiday incident independence jihad lockdown mistrial moratorium mourning outbreak "
    "pandemic quarantine siege strike truce war".split()
)
_LASTING = frozenset({"day", "hour", "minute", "month", "night", "period", "state", "week"})
_SUMMONED = frozenset(
    "attention ballot debate election halt meeting referendum session strike summit truce vote".split()
)
_QUOTED = frozenset("bible line passage poem poet remark report statement verse word".split())
_CACHES = frozenset("cache document email file record tape text".split())
_DECLARED = frozenset({"winner", "victor", "champion"})
_MOCKING = frozenset({"mock", "tease"})
_OBJECTS = {
    "claim": _WINNINGS,
    "concede": _WINNINGS,
    "post": _WINNINGS | _ARTICLES,
    "boast": _WINNINGS,
    "charge": _CHARGES,
    "share": _ARTICLES,
    "tweet": _ARTICLES,
    "email": _ARTICLES,
    "deny": _PLEAS - {"claim"},
    "confirm": _POSTS,
    "argue": _CASES,
    "disclose": _CACHES,
    "ask": frozenset({"question"}),
    "call": _SUMMONED,
    "quote": _QUOTED,
    "say": _GREETINGS,
    "tell": _GREETINGS | {"story"},
}
"""What the verbs have for an object where they tell of a deed: conceded the race, posted a photo, denied bail."""

_MONEY = frozenset("$€£¥")
_COUNTS = frozenset({"number", "dozen", "couple", "series", "string", "lot", "handful"})
_CUE = 5  # tokens of a cue


def is_object_of_deed(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a content without quotation marks is what something was done to, not what was said."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    following = parsed.word_at(cue + 1).casefold()
    passive = is_agentless(arrays, cue)
    # was later charged with assault; is assured of 40 votes; was written off
    if (lemma, following) in (("assure", "of"), ("write", "off")) and passive:
        return True
    if lemma == "charge" and passive and "with" in parsed.word[cue + 1 : cue + 4]:
        return True
    if lemma in _MOCKING:  # has mocked a reporter
        return True
    first, last = content[0]
    finite = any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b))
    # a plan announced in May
    participle = parsed.dep[cue] == "acl" and parsed.tag[cue] == "VBN"
    if participle and not finite and last <= cue and "by" not in parsed.word[cue + 1 : cue + 2]:
        return True
    # aired a refrain | that has grown common; not: the claim that it has
    if _is_relative(arrays, cue, first):
        return True
    # testified before the board; ordered an inquiry, not: ordered them to leave
    if not finite and (lemma == "testify" or (lemma == "order" and not _has_infinitive(arrays, content))):
        return True
    if lemma == "declare" and not finite and _is_proclaimed(arrays, cue, content):
        return True
    # was declared the winner by the papers
    winners = any(parsed.lemma[i] in _DECLARED for a, b in content for i in range(a, b))
    if lemma == "declare" and winners and not finite:
        return True
    # Nobody has been asked this question.
    if lemma == "ask" and passive and "question" in parsed.lemma[first:last]:
        return True
    if first <= cue or passive:
        return False
    first = (
        cue + 1 if first - cue <= _CUE else first
    )  # the cue itself may take in the object: claimed the prize for
    end = noun_phrase_end(arrays, first, last)
    if end == first or (end < last and parsed.tag[end] in FINITE and parsed.word[cue - 1] != "from"):
        return False
    noun = end - 1
    # argued a number of | cases
    if parsed.lemma[noun] in _COUNTS and end + 1 < last and parsed.word[end] == "of":
        end = noun_phrase_end(arrays, end + 1, last)
        noun = end - 1
    if parsed.lemma[noun].casefold() in _OBJECTS.get(lemma, ()):
        return True
    if lemma == "charge":  # charged a $20 fee; charged her with theft
        return any(parsed.word[i][0] in _MONEY for i in range(first, end)) or (
            "with" in parsed.word[end : min(last, end + 2)]
        )
    # an article quoted three experts; she quoted the Talmud; “Yes,” he said, adding a smile
    if lemma in ("quote", "add") and not finite and end == last:
        return True
    saying = content[0][0] > cue + 1 and parsed.lemma[content[0][0] - 1] == "say"
    if lemma == "quote" and parsed.pos[noun] == "NOUN" and not (saying or is_thing(parsed, noun)):
        return True
    # called her; called Jane Doe to thank her; reported it to the police
    named = parsed.pos[noun] == "PROPN" or parsed.tag[first] == "PRP"
    if lemma == "call" and named and parsed.pos[cue] == "VERB":
        return end == last or (parsed.word[end] == "to" and parsed.tag[min(end + 1, last - 1)] == "VB")
    return lemma == "report" and parsed.tag[first] == "PRP" and parsed.word[end : end + 1] == ["to"]


def _is_proclaimed(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a content is what becomes so when it is declared: war, martial law, a state of emergency.

    Not what something is declared to be: the drought a disaster, the truce dead.
    """
    parsed = arrays.parsed
    first, last = content[0]
    first = cue + 1 if cue < first <= cue + _CUE else first  # declared war on | the smugglers
    end = noun_phrase_end(arrays, first, last)
    if parsed.lemma[end - 1] in _LASTING and parsed.word[end : end + 1] == ["of"]:
        end = noun_phrase_end(arrays, end + 1, last)
    phrase = range(first, end)
    so = parsed.lemma[end - 1] in _PROCLAIMED or parsed.lemma[end - 2 : end] == ["martial", "law"]
    begins = any(i > first and parsed.pos[i] == "DET" for i in phrase)
    return so and not begins and parsed.word[first] != "the"


def _is_relative(arrays: TokenArrays, cue: int, first: int) -> bool:
    """Tell whether a content begins with the "that" of a clause on a noun before it, which says nothing."""
    parsed = arrays.parsed
    if first < 2 or first - 1 <= cue or parsed.word[first] not in ("that", "which"):
        return False
    return (
        parsed.tag[first] == "WDT"
        and parsed.dep[first] in ("nsubj", "nsubjpass", "dobj")
        and is_thing(parsed, first - 1)  # not: told the agents that …
        and parsed.lemma[first - 1] not in SPEECH_WORDS | SPEECH_NOUNS
    )


def _has_infinitive(arrays: TokenArrays, content: TokenRanges) -> bool:
    return any(arrays.parsed.tag[i] == "TO" for first, last in content for i in range(first, last))
