"""The boundary between a cue and its content: words that stand on the wrong side of it are moved.

They are few kinds, of which the training articles show too little.
"""

from __future__ import annotations

from tui.analysis.attribution.addressees import ADDRESSING
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import VERDICTS
from tui.analysis.parsed_article import FINITE, ParsedArticle

_NAMING_VERBS = frozenset({"call", "describe", "dub", "label", "brand", "rate"})
_COMPLAINING = frozenset({"complain", "speak", "talk", "warn", "boast", "dream"})
_OCCASIONS = frozenset({"after", "before", "during", "following", "outside", "at", "in", "on"})
_LONGEST_OCCASION = 6  # tokens
_FARTHEST_OBJECT = 20  # tokens from a naming verb to what it names
_PROMISING = frozenset({"agree", "offer", "pledge", "promise", "swear", "threaten", "vow"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_RELATIVES = frozenset({"WDT", "WP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def move_named_object(
    parsed: ParsedArticle,
    cue: int,
    content: TokenRanges,
    cue_words: TokenRanges,
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue with the object of a naming verb moved from the cue to the content.

    "called the plan “a waste”": the content begins with "the plan", not with “a waste”. "Called the claim made on
    Monday that he had lied “a joke”": with "the claim".
    """
    first, last = cue_words[-1] if cue_words else (cue, cue)
    that = content[0][0]
    if parsed.lemma[cue] in _NAMING_VERBS and parsed.word[that] == "that":
        before = range(cue + 1, min(that, cue + _FARTHEST_OBJECT))
        if any(parsed.head[i] == cue and parsed.dep[i] == "dobj" for i in before):
            words = tuple((a, min(b, cue + 1)) for a, b in cue_words if a <= cue)
            return ((cue + 1, content[0][1]), *content[1:]), words
    if (
        parsed.lemma[cue] not in _NAMING_VERBS | VERDICTS
        or not first <= cue < last - 1
        or content[0][0] != last
    ):
        return content, cue_words
    if parsed.pos[cue + 1] == "ADP":  # "called for", "called on"
        return content, cue_words
    return ((cue + 1, content[0][1]), *content[1:]), (*cue_words[:-1], (first, cue + 1))


def move_dated_subject(
    parsed: ParsedArticle,
    cue: int,
    content: TokenRanges,
    cue_words: TokenRanges,
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue with the date that is the content's subject moved to it: said | autumn would do."""
    first, last = cue_words[-1] if cue_words else (cue, cue)
    begin, end = content[0]
    if not first <= cue < last - 1 or begin != last or parsed.tag[begin] not in FINITE:
        return content, cue_words
    if any(parsed.entity[i] not in ("DATE", "TIME") for i in range(cue + 1, last)):
        return content, cue_words
    verbs = {begin, parsed.head[begin]}  # would | be
    own = any(parsed.dep[i] in _SUBJECTS and parsed.head[i] in verbs for i in range(begin, end))
    return (
        (content, cue_words) if own else (((cue + 1, end), *content[1:]), (*cue_words[:-1], (first, cue + 1)))
    )


def move_bare_subject(
    parsed: ParsedArticle,
    cue: int,
    content: TokenRanges,
    cue_words: TokenRanges,
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue with the noun before a quoted verb moved to it: added | voters “do not want it”.

    Not so where somebody is told: told voters “do not panic”.
    """
    begin, end = content[0]
    said = parsed.tag[cue] in FINITE and parsed.lemma[cue] not in ADDRESSING
    if not said or cue_words[-1:] != ((cue, begin),) or begin != cue + 2 or begin + 1 >= end:
        return content, cue_words
    verb = parsed.tag[begin] in ("``", "''") and parsed.tag[begin + 1] in FINITE
    if not verb or parsed.tag[cue + 1] not in ("NN", "NNS"):
        return content, cue_words
    return ((cue + 1, end), *content[1:]), (*cue_words[:-1], (cue, cue + 1))


def move_relative_head(
    parsed: ParsedArticle,
    cue: int,
    content: TokenRanges,
    cue_words: TokenRanges,
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue with the noun of a relative clause moved from the cue to the content.

    "complained of waits that exceeded “an hour”": the content begins with "waits", not with "that".
    """
    first = content[0][0]
    if (
        not cue_words
        or parsed.tag[first] not in _RELATIVES
        or cue_words[-1][1] != first
        or cue_words[-1][0] > cue
    ):
        return content, cue_words
    begin = cue + 2
    # Not "stated of the plan that it was dead": there the clause is what was said, whatever its tag.
    if (
        parsed.lemma[cue] not in _COMPLAINING
        or parsed.word_at(cue + 1) not in ("of", "about")
        or begin >= first
    ):
        return content, cue_words
    return ((begin, content[0][1]), *content[1:]), (*cue_words[:-1], (cue_words[-1][0], begin))


def move_occasion(
    parsed: ParsedArticle, content: TokenRanges, cue_words: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue with the time or place of "said after the hearing | that …" in the cue.

    Of a promise what follows may be an infinitive: vowed during his campaign | to “drain the lake”.
    """
    first, last = content[0]
    if not cue_words or cue_words[-1][1] != first:
        return content, cue_words
    that = first + (parsed.word[first] in _OCCASIONS)
    if parsed.word[that - 1] not in _OCCASIONS:
        return content, cue_words
    begin = that
    while that < min(last, first + _LONGEST_OCCASION) and (
        parsed.pos[that] in _NOMINAL or parsed.tag[that] == "PRP$"
    ):
        that += 1
    promised = any(parsed.lemma[i] in _PROMISING for a, b in cue_words for i in range(a, b))
    clause = that < last - 1 and (
        (parsed.word[that] == "that" and parsed.pos[that + 1] != "VERB")
        or (parsed.word[that] == "to" and promised and "VB" in parsed.tag[that + 1 : that + 3])
    )
    if not begin < that or not clause:
        return content, cue_words
    return ((that, last), *content[1:]), (*cue_words[:-1], (cue_words[-1][0], that))


def without_source(cue_words: TokenRanges, source: TokenRanges) -> TokenRanges:
    """Return the words of a cue without a source that stands inside them: recalled | the mayor | ’s warning."""
    out: list[tuple[int, int]] = []
    for first, last in cue_words:
        inside = sorted((a, b) for a, b in source if first < a and b < last)
        edges = [first, *(edge for part in inside for edge in part), last]
        out += zip(edges[::2], edges[1::2], strict=True)
    return tuple(out)
