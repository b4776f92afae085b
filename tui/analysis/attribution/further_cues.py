"""Further cues inside a content, each of which begins an attribution of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS, VERDICTS
from tui.analysis.attribution.thing_subjects import is_of_thing
from tui.analysis.attribution.token_arrays import TokenArrays

_LEAD_IN = 4  # tokens between a verb and the quotation that it introduces
_LONG_LEAD_IN = 10  # the same where "including" ends them
_TIES = frozenset(
    {",", "while", "whereas", "and", "but", "before", "after", "later", "then", "also", "either"}
)
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_ADDRESSED = frozenset({"her", "him", "them"})
_CONTRASTS = frozenset({"while", "whereas", "but"})
_IN_TURN = frozenset({"before", "while", "after"})
_WEIGHING = frozenset({"consider", "deem", "find", "judge", "rate", "regard", "think", "view"})
_APPEALING = frozenset({"appeal", "call", "plead"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(slots=True)
class FurtherCue:
    """A cue and the ranges of its content; `source` is empty where it is the first cue's."""

    cue: int
    source: TokenRanges = ()
    content: list[tuple[int, int]] = field(default_factory=list)


def split(
    arrays: TokenArrays, cue: int, content: TokenRanges, likely: frozenset[int] = frozenset()
) -> list[FurtherCue]:
    """Split a content at further cues inside it: “…,” he said, adding: “…” makes two attributions.

    A quotation introduced by another verb of speech is that verb's, and so is one that a verb of judgement, or
    one of the `likely` cues, has in its content.
    """
    out = [FurtherCue(cue)]
    for first, last in content:
        begin = first
        for at in range(max(first - _LEAD_IN, cue + 1, 1), last) if first > cue else ():
            if arrays.quote_of[at] >= 0:
                continue
            found = (
                _introduces_quotation(arrays, at, begin, last)
                or _judges(arrays, cue, at, begin, last, at in likely)
                or _is_coordinate(arrays, cue, at, begin, last)
                or _has_own_speaker(arrays, at, begin, last)
            )
            if found is None:
                continue
            end, further = found
            # The first content ends before the words that tie the verb to it: “No,” he said | while adding: “…”
            while end > begin and arrays.parsed.word[end - 1] in _TIES:
                end -= 1
            if begin < end:
                out[-1].content.append((begin, end))
            out.append(further)
            begin = max(further.content.pop()[0], first)
        out[-1].content.append((begin, last))
    return [further for further in out if further.content]


def _introduces_quotation(
    arrays: TokenArrays, at: int, begin: int, last: int
) -> tuple[int, FurtherCue] | None:
    """Return where the content before it ends, and a verb of speech right before a quotation of its own."""
    parsed = arrays.parsed
    if parsed.lemma[at] not in SPEECH_WORDS or parsed.pos[at - 1] == "AUX":  # they were calling “…”
        return None
    tag = parsed.tag[at]
    if tag != "VBG" and not (tag in _FINITE or (tag == "VB" and parsed.word[at - 1] == "to")):
        return None
    # A few words may stand between verb and quotation: adding later: “Yes.”; asking questions, including, “Why?”
    opens = at + 1
    while opens < last and opens - at < _LONG_LEAD_IN and arrays.quote_of[opens] < 0:
        opens += 1
    if opens - at >= _LEAD_IN and "including" not in parsed.word[opens - 2 : opens]:
        return None
    # Only a comma or a colon may introduce it: adding “Yes”, adding: “Yes”; but not adding to his “debt”.
    led_in = parsed.word[at + 1 : opens]
    if opens >= last or arrays.quote_of[opens] < 0:
        return None
    if not (led_in[-1:] in ([","], [":"]) or not led_in):
        return None
    if tag == "VBG":
        return at, FurtherCue(at, content=[(opens, last)])
    if named := _named_subject(arrays, at, begin):
        return named[0][0], FurtherCue(at, named, [(opens, last)])
    if not led_in:
        return None
    # asks, “Who?” | and goes on in the last line to ask, “Why?”: the first must have words of its own
    before = next((i for i in range(at - 1, begin - 1, -1) if arrays.quote_of[i] >= 0), -1)
    if before < 0:
        return None
    subject = _own_subject(arrays, at, before + 1)
    if not subject and not {"and", "then"}.intersection(parsed.word[before + 1 : at]):
        return None
    return before + 1, FurtherCue(at, subject, [(opens, last)])


def _named_subject(arrays: TokenArrays, verb: int, begin: int) -> TokenRanges:
    """Return the person after a comma and "and" who is the subject of a verb: …, and | Jane Doe | replied “No.”"""
    parsed = arrays.parsed
    subject = _own_subject(arrays, verb, begin)
    if not subject or subject[0][1] != verb or subject[0][0] - begin < _LEAD_IN:
        return ()
    first, last = subject[0]
    tied = parsed.word[first - 1] in _CONTRASTS | {"and"} and parsed.word[first - 2] in (
        ",",
        "”",
        '"',
        "’",
        "'",
    )
    return (
        subject if tied and (parsed.entity[last - 1] == "PERSON" or parsed.pos[last - 1] == "PROPN") else ()
    )


def _judges(
    arrays: TokenArrays, cue: int, at: int, begin: int, last: int, likely: bool
) -> tuple[int, FurtherCue] | None:
    """Return where the content before it ends, and a verb of judgement whose content holds a quotation."""
    parsed = arrays.parsed
    quoted = arrays.quoted_until
    weighs = parsed.lemma[at] in _WEIGHING
    if not (parsed.lemma[at] in VERDICTS or weighs or likely) or at - begin < 2:
        return None
    # described her as “kind” | before describing the “long night”
    in_turn = parsed.tag[at] == "VBG" and parsed.word[at - 1] in _IN_TURN and quoted[at] > quoted[begin]
    contrasted = _contrasted_subject(arrays, at, begin)
    if parsed.tag[at] not in _FINITE and not in_turn and not contrasted:
        return None
    if at + 1 >= last or parsed.pos[at + 1] == "ADP" or quoted[last] == quoted[at + 1]:
        return None
    subject = _own_subject(arrays, at, begin) or contrasted
    # find it “fair,” | but a third think it is “late”: set against another verdict, not against what was said
    against = _CONTRASTS if parsed.lemma[cue] in VERDICTS | _WEIGHING else _CONTRASTS - {"but"}
    if weighs and not (subject and parsed.word[subject[0][0] - 1] in against):
        return None
    if subject:
        # say it is “unfair,” | while a third call it “decent”: only after words that set one against the other
        before = parsed.word[subject[0][0] - 1]
        if subject[0][0] - 1 <= begin or before not in _CONTRASTS:
            return None
        if before == "but" and quoted[at] == quoted[begin]:
            return None
        return subject[0][0] - 1, FurtherCue(at, subject, [(at + 1, last)])
    if in_turn:
        return at, FurtherCue(at, (), [(at + 1, last)])
    # asked about the board, called the mayor a “crook” and | said: “…”
    listed = (
        parsed.word[at - 1] == "," and parsed.head[at] == cue and parsed.word_at(cue + 1) in ("about", "for")
    )
    if listed and quoted[at] == quoted[begin]:
        return at - 1, FurtherCue(at, (), [(at + 1, last)])
    if parsed.word[at - 1] not in ("and", "but"):
        return None
    # said he had read it and | slammed it as a “circus”: in the tense of "said", not of what he says he did
    head = parsed.head[at]
    if head != cue and (parsed.tag[at] != parsed.tag[cue] or parsed.tag[head] == parsed.tag[at]):
        return None
    return at - 1, FurtherCue(at, _doer(arrays, cue, at, begin), [(at + 1, last)])


def _is_coordinate(
    arrays: TokenArrays, cue: int, at: int, begin: int, last: int
) -> tuple[int, FurtherCue] | None:
    """Return where the content before it ends, and a second verb of the first one's subject.

    said it was “opposed” to the test and | warned the North to refrain.
    """
    parsed = arrays.parsed
    head = parsed.head[at]
    # the parse may take "urged drivers" for a participle, which has no object
    active = parsed.tag[at] == "VBN" and parsed.pos[at + 1 : at + 2] in (
        ["NOUN"],
        ["PROPN"],
        ["DET"],
        ["PRON"],
    )
    tag = "VBD" if active else parsed.tag[at]
    if parsed.dep[at] != "conj" or tag != parsed.tag[cue]:
        return None
    # in the tense of "said", not of what was said to be done: said he went and warned them; but what was so is
    # no deed: said it was “opposed” to the test and warned them
    if head != cue and parsed.tag[head] == tag and parsed.lemma[head] != "be":
        return None
    appeals = parsed.lemma[at] in _APPEALING and parsed.word_at(at + 1) in ("for", "on", "to", "upon")
    if parsed.lemma[at] not in SPEECH_WORDS and parsed.lemma[at] != "encourage" and not appeals:
        return None
    if parsed.word[at - 1] != "and" or at - begin < 3 or at + 2 >= last:
        return None
    quoted = arrays.quoted_until
    # without quotation marks only where what was done is a thing's: said the car was stolen | and urged them
    if quoted[last] == quoted[begin] and not is_of_thing(arrays, head, begin):
        return None
    return at - 1, FurtherCue(at, _doer(arrays, cue, at, begin), [(at + 2 if appeals else at + 1, last)])


def _doer(arrays: TokenArrays, cue: int, at: int, least: int) -> TokenRanges:
    """Return who said to somebody what is told of them: said | Doe | had knocked and told her it was “wet”.

    Empty where the first cue's speaker goes on: said the bridge had closed and told reporters it was “wet”.
    """
    parsed = arrays.parsed
    head = parsed.head[at]
    addressed = parsed.word_at(at + 1) in _ADDRESSED or parsed.lemma[at] == "threaten"
    done = parsed.tag[head] == "VBN" and any(parsed.word[i] == "had" for i in arrays.children[head])
    if head == cue or not addressed or not done:
        return ()
    subject = _own_subject(arrays, head, least)
    return () if subject and is_of_thing(arrays, head, least) else subject


def _has_own_speaker(arrays: TokenArrays, at: int, begin: int, last: int) -> tuple[int, FurtherCue] | None:
    """Return where the content before it ends, and a participle with a subject of its own after "with".

    criticised the shift, | with the minister warning of “dire results”
    """
    parsed = arrays.parsed
    quoted = arrays.quoted_until
    participle = parsed.word[at].endswith("ing")  # the parser may take "warning" for a noun
    if not participle or parsed.lemma[at] not in SPEECH_WORDS or quoted[last] == quoted[at]:
        return None
    subject = _own_subject(arrays, at, begin)
    if not subject and parsed.entity[at - 1] == "PERSON" and arrays.left[at] >= begin:
        subject = ((arrays.left[at], at),)
    if not subject or subject[0][1] != at or subject[0][0] - 2 < begin:
        return None
    tied = subject[0][0] - 1
    if parsed.word[tied] != "with" or parsed.word[tied - 1] != ",":
        return None
    opens = at + 2 if parsed.word_at(at + 1) in (",", ":") else at + 1
    return tied - 1, FurtherCue(at, subject, [(opens, last)])


def _contrasted_subject(arrays: TokenArrays, verb: int, least: int) -> TokenRanges:
    """Return the nouns between "while" and a verb that the parse may have missed: while | a fifth | call it so."""
    parsed = arrays.parsed
    begin = verb
    while begin > least and verb - begin < _LONG_LEAD_IN and parsed.pos[begin - 1] in _NOMINAL:
        begin -= 1
    found = begin < verb and begin > least and parsed.word[begin - 1] in ("while", "whereas")
    return ((begin, verb),) if found else ()


def _own_subject(arrays: TokenArrays, verb: int, least: int) -> TokenRanges:
    """Return the tokens of the subject that stands before a verb, after token `least`."""
    parsed = arrays.parsed
    for child in arrays.children[verb]:
        if parsed.dep[child] == "nsubj" and least <= arrays.left[child] and child < verb:
            return ((arrays.left[child], min(arrays.right[child] + 1, verb)),)
    return ()
