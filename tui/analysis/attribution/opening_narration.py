"""Narration before the words of a content: That said, | in a statement, | while visiting the mill | that …"""

from __future__ import annotations

from tui.analysis.attribution.addressees import ADDRESSING
from tui.analysis.attribution.content_rules import WEEKDAYS
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import VERDICTS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_CONNECTIVES = (("that", "said", ","), ("that", "being", "said", ","), ("having", "said", "that", ","))
_FRONTED = frozenset({"while", "before", "after", "when", "during", "as", "upon"})
_OCCASIONS = frozenset(
    "address announcement appearance blog briefing broadcast call conference debate e-mail email hearing interview "
    "letter meeting memo message note post press rally release remark report speech statement testimony tweet "
    "video visit".split()
)
_FRONTED_REACH = 20  # tokens
_SHORTEST_SENTENCE = 8  # tokens, marks included


def without_connective(arrays: TokenArrays, content: TokenRanges) -> TokenRanges:
    """Return a content without a connective before it: "That said, the agency says the drug is sold"."""
    parsed = arrays.parsed
    first, last = content[0]
    words = [word.casefold() for word in parsed.word[first : first + 4]]
    for connective in _CONNECTIVES:
        if words[: len(connective)] == list(connective) or (
            words[: len(connective) - 1] == list(connective[:-1]) and last == first + len(connective) - 1
        ):
            begin = first + len(connective)
            rest = ((begin, last),) if begin < last else ()
            return (*rest, *content[1:]) or content
    return content


def from_that(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content that begins with its "that", without what stands between it and the cue.

    What stands between is a clause about the saying (said | while visiting the mill | that it turned) or whoever
    was told (told | one of his men at dawn | that it was over).
    """
    parsed = arrays.parsed
    first, last = content[0]
    fronted = parsed.word[first] in _FRONTED
    # said in a talk | taped before the vote | that it was over
    taped = parsed.tag[first] == "VBN" and parsed.pos[first - 1] == "NOUN" and first > cue + 1
    if not taped and (first != cue + 1 or not (fronted or parsed.lemma[cue] in ADDRESSING)):
        return content
    for at in range(first + (2 if fronted else 1), min(last, first + _FRONTED_REACH)):
        if arrays.quote_of[at] >= 0:
            break
        if parsed.word[at] != "that" or parsed.dep[at] != "mark":
            continue
        # a clause about the saying has verbs of its own, an addressee has none
        if fronted or parsed.head[parsed.head[at]] == cue:
            return ((at, last), *content[1:])
    return content


def without_occasion(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without where or when it was said, before the source: In a statement, | Doe said, “…”."""
    parsed = arrays.parsed
    first, last = content[0]
    if len(content) < 2 or last > cue or parsed.pos[first] != "ADP" or arrays.quote_of[content[1][0]] < 0:
        return content
    tokens = range(first, last)
    quoted = any(arrays.quote_of[i] >= 0 or parsed.tag[i] in FINITE for i in tokens)
    spoken = any(parsed.lemma[i] in _OCCASIONS or parsed.word[i] in WEEKDAYS for i in tokens)
    return content[1:] if spoken and not quoted else content


def without_fronted(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the narrator's lead to it: Coming back to the river, | they say it is low.

    Between commas of its own the frame interrupts what was said: When it rose, they say, nobody came.
    """
    parsed = arrays.parsed
    if len(content) != 2 or not content[0][1] <= cue < content[1][0]:
        return content
    quoted = arrays.quoted_until
    first, last = content[0]
    begins = first == parsed.sentences[parsed.sentence[first]][0]
    top = min(range(first, last), key=arrays.depth.__getitem__)
    # A clause, or what the speaker is: A baker from Brink, | Holt says she sold out.
    lead = parsed.tag[first] in ("VBG", "VBN") or (
        parsed.pos[top] == "NOUN" and parsed.word[first] in ("A", "An")
    )
    straight = "," not in parsed.word[cue : content[1][0]]
    finite = any(parsed.tag[i] in FINITE for i in range(*content[1]))
    return (
        content[1:] if begins and lead and straight and finite and quoted[last] == quoted[first] else content
    )


def without_caption(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a sentence in quotation marks without the caption before it: A boat on Orde | “We sail,” Doe said."""
    parsed = arrays.parsed
    first, last = content[0]
    opens = next((i for i in range(first, last) if arrays.quote_of[i] >= 0), last)
    if not first < opens < last <= cue or arrays.unit_end[arrays.unit_of[opens]] != last:
        return content
    if any(arrays.quote_of[begin] < 0 for begin, _ in content[1:]):
        return content  # Her motto “We sail,” Doe said, is dead.
    whole = last - opens >= _SHORTEST_SENTENCE and parsed.word[last - 2] in (",", "?", "!")
    begins = parsed.word[opens + 1][0].isupper() and parsed.pos[opens - 1] in ("NOUN", "PROPN", "NUM")
    finite = any(parsed.tag[i] in FINITE for i in range(opens, last))
    return ((opens, last), *content[1:]) if whole and begins and finite else content


def without_sentence_of_deed(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the people whom the speaker praised, where a sentence that was said follows.

    Doe thanked | the nurses. | “You carried us.”
    """
    parsed = arrays.parsed
    if parsed.lemma[cue] not in VERDICTS | {"thank", "congratulate", "greet", "welcome"}:
        return content
    first, last = content[0][0], content[-1][1]
    if len(content) > 2 or not all(
        parsed.word[i] in (".", "!") for i in range(content[0][1], content[-1][0])
    ):
        return content
    opens = next((i for i in range(first, last) if arrays.quote_of[i] >= 0), last)
    apart = cue < first < opens < last and parsed.word[opens - 1] in (".", "!")
    whole = apart and arrays.unit_end[arrays.unit_of[opens]] == last
    return ((opens, last),) if whole and parsed.word[last - 2] in (".", "!", "?") else content
