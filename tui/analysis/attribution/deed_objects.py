"""Objects of verbs of speech that tell of a deed: claimed the prize, charged a fee, was denied bail.

Those who mark news by hand count them, but a reader who asks what somebody said gets nothing from them.
"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_WINNINGS = frozenset(
    "% championship contest crown defeat delegate election lead life majority medal nomination percent place "
    "point prize race seat spot state title trophy victim victory vote win".split()
)
_CHARGES = frozenset({"fee", "fare", "interest", "price", "rate", "rent", "toll"})
_ARTICLES = frozenset(
    "article book card cartoon check clip column essay footage graphic image letter link meme novel photo "
    "photograph picture play poem profile review script selfie song video will".split()
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
_SUMMONED = frozenset(
    "attention ballot debate election halt meeting referendum session strike summit truce vote".split()
)
_QUOTED = frozenset("bible line passage poem poet remark report statement verse word".split())
_CACHES = frozenset("cache document email file record tape text".split())
_DECLARED = frozenset({"winner", "victor", "champion"})
_AMOUNTS = frozenset("little less more much no nothing so".split())
_POINTING = frozenset({"it", "this", "that", "these", "those"})
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

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "SYM"})
_MONEY = frozenset("$€£¥")
_REACH = 12  # tokens
_CUE = 5  # tokens of a cue


def is_object_of_deed(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a content without quotation marks is what something was done to, not what was said."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    following = parsed.word[cue + 1].casefold() if cue + 1 < arrays.count else ""
    passive = parsed.tag[cue] == "VBN" and _is_passive(arrays, cue)
    # was later charged with assault; is assured of 40 votes; was written off
    if (lemma, following) in (("assure", "of"), ("write", "off")) and passive:
        return True
    if lemma == "charge" and passive and "with" in parsed.word[cue + 1 : cue + 4]:
        return True
    if lemma in ("mock", "tease"):  # has mocked a reporter
        return True
    # was declared the winner by the papers
    first, last = content[0]
    finite = any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b))
    # Clinton's claim on this; what is meant stands elsewhere
    if last - first == 1 and len(content) == 1 and parsed.word[first].casefold() in _POINTING:
        return True
    # testified before the board; ordered an inquiry, not: ordered them to leave
    if not finite and (lemma == "testify" or (lemma == "order" and not _has_infinitive(arrays, content))):
        return True
    winners = any(parsed.lemma[i] in _DECLARED for a, b in content for i in range(a, b))
    if lemma == "declare" and winners and not finite:
        return True
    # said little about it
    if lemma in ("say", "reveal", "disclose") and not finite and following in _AMOUNTS and first > cue:
        return True
    # Nobody has been asked this question.
    if lemma == "ask" and passive and "question" in parsed.lemma[first:last]:
        return True
    # told few people about it: nothing of it
    if lemma == "tell" and first > cue and _tells_about(arrays, first, last):
        return True
    if first <= cue or passive:
        return False
    first = (
        cue + 1 if first - cue <= _CUE else first
    )  # the cue itself may take in the object: claimed the prize for
    end = _noun_phrase_end(arrays, first, last)
    if end == first or (end < last and parsed.tag[end] in FINITE and parsed.word[cue - 1] != "from"):
        return False
    noun = end - 1
    if parsed.lemma[noun].casefold() in _OBJECTS.get(lemma, ()):
        return True
    if lemma == "charge":  # charged a $20 fee; charged her with theft
        return any(parsed.word[i][0] in _MONEY for i in range(first, end)) or (
            "with" in parsed.word[end : min(last, end + 2)]
        )
    # called her; called Jane Doe to thank her; reported it to the police
    named = parsed.pos[noun] == "PROPN" or parsed.tag[first] == "PRP"
    if lemma == "call" and named and parsed.pos[cue] == "VERB":
        return end == last or (parsed.word[end] == "to" and parsed.tag[min(end + 1, last - 1)] == "VB")
    return lemma == "report" and parsed.tag[first] == "PRP" and parsed.word[end : end + 1] == ["to"]


def _has_infinitive(arrays: TokenArrays, content: TokenRanges) -> bool:
    return any(arrays.parsed.tag[i] == "TO" for first, last in content for i in range(first, last))


def _tells_about(arrays: TokenArrays, first: int, last: int) -> bool:
    parsed = arrays.parsed
    end = _noun_phrase_end(arrays, first, last)
    about = parsed.word[first - 1] == "about" or (first < end < last and parsed.word[end] == "about")
    return about and not any(parsed.tag[i] in FINITE for i in range(first, last))


def _is_passive(arrays: TokenArrays, verb: int) -> bool:
    parsed = arrays.parsed
    children = arrays.children[verb]
    return any(parsed.dep[i] in ("auxpass", "nsubjpass") for i in children) and not any(
        parsed.dep[i] == "agent" for i in children
    )


def _noun_phrase_end(arrays: TokenArrays, first: int, last: int) -> int:
    """Return where the words before the first verb, preposition or mark of a content end."""
    parsed = arrays.parsed
    end = first
    while end < min(last, first + _REACH) and (
        parsed.pos[end] in _NOMINAL or parsed.word[end].casefold() == "percent"
    ):
        if parsed.tag[end] in ("TO", "WDT", "WP") or (parsed.word[end] == "that" and end > first):
            break
        end += 1
    return end
