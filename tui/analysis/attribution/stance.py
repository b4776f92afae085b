"""The stance of an attribution: what somebody said, or what somebody wants, thinks or supports."""

from __future__ import annotations

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution.speech_words import ATTITUDE_WORDS, SPEECH_WORDS, VERDICTS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_OPINING = frozenset({"believe", "consider", "feel", "find", "think"})
_JUDGING = frozenset({"deem", "judge", "rate", "regard", "see", "view"})
_LONGEST_OBJECT = 10  # tokens between a verdict and the marks
CLAUSES = frozenset({"ccomp", "parataxis", "advcl"})
"""How the verb of a clause that was said depends on the verb that says so."""
_AMBIGUOUS = frozenset(
    {"call", "point", "threaten"}
)  # called him a liar, called for talks; threatened them with
_CALLED = frozenset({"for", "on", "upon", "off", "in", "to", "out", "up", "back", "together", "over"})
_ASCRIBING = frozenset({"ascribe", "attribute", "characterise", "characterize", "dub", "label", "liken"})
_TOLD_OFTEN = (
    ["say"],
    ["tell"],
    ["joke"],
    ["quip"],
    ["recall"],
    ["boast"],
    ["claim"],
    ["repeat"],
    ["remind"],
)
_OUTSPOKEN = frozenset(
    "adamant blunt candid clear critical dismissive emphatic explicit frank insistent vocal".split()
)
_REFUSALS = frozenset({"refuse", "decline"})  # refused to say: somebody was asked, and did answer


def stance(arrays: TokenArrays, token: int, kind: Kind, top: int) -> Stance:
    """Return the stance of the attribution whose cue is `token`; `top` is the highest token of its content.

    Quoted words were spoken. Otherwise the cue's lemma decides, and where it is neither a word of speech nor of
    attitude, the construction: a finite clause reports speech, an object or an infinitive does not.
    """
    if kind is Kind.DIRECT:
        return Stance.SPEECH
    lemma = arrays.parsed.lemma[token]
    if _is_phrasal_speech(arrays, token):
        return Stance.SPEECH
    if (lemma in SPEECH_WORDS and lemma not in _AMBIGUOUS) or arrays.parsed.pos[token] == "PUNCT":
        return Stance.SPEECH
    if lemma in ("appear", "seem"):  # the letter appears to contradict his “full account”
        return Stance.ATTITUDE
    if kind is Kind.MIXED and lemma in VERDICTS:  # dismissed it as “a costly toy”
        return Stance.SPEECH
    if kind is Kind.MIXED and lemma in _OPINING and arrays.parsed.dep[top] in CLAUSES:
        return Stance.SPEECH  # commuters think the toll is “plainly unfair”: they said so
    if kind is Kind.MIXED and lemma in _OPINING | _JUDGING and _judges_in_marks(arrays, token):
        return Stance.SPEECH  # fishers view the quota as “a death sentence,” consider it “unfair”
    if lemma in ATTITUDE_WORDS:
        return Stance.SPEECH if _is_habit_of_saying(arrays, token) else Stance.ATTITUDE
    if lemma in _REFUSALS:
        below = {arrays.parsed.lemma[c] for c in arrays.children[token]}
        said = below & (SPEECH_WORDS | VERDICTS | {"blame"})
        return Stance.SPEECH if said else Stance.ATTITUDE  # refused to say; refused to pay
    if kind is Kind.MIXED:  # whoever “slams the door on” a plan said so
        return Stance.SPEECH
    if _is_of_mind(arrays, token):
        return Stance.ATTITUDE
    tags = {arrays.parsed.tag[c] for c in arrays.children[top] if arrays.parsed.dep[c] == "aux"}
    finite = (tags | {arrays.parsed.tag[top]}) & FINITE
    return Stance.SPEECH if finite and arrays.parsed.dep[top] in CLAUSES else Stance.ATTITUDE


def _judges_in_marks(arrays: TokenArrays, token: int) -> bool:
    """Tell whether what somebody thinks of a thing begins with a quotation: views it as “dead”, finds it “dull”."""
    parsed = arrays.parsed
    end = min(arrays.count, token + _LONGEST_OBJECT, parsed.sentences[parsed.sentence[token]][1])
    opens = next((i for i in range(token + 1, end) if arrays.quote_of[i] >= 0), -1)
    if opens < token + 2 or any(parsed.pos[i] in ("VERB", "PUNCT") for i in range(token + 1, opens)):
        return False
    by_as = parsed.word[opens - 1] == "as"
    return by_as or (parsed.lemma[token] in _OPINING | {"deem"} and parsed.pos[opens - 1] in ("PRON", "NOUN"))


def _is_of_mind(arrays: TokenArrays, token: int) -> bool:
    """Tell whether the cue is an adjective of knowing or feeling: is aware, is hopeful; not: is adamant."""
    parsed = arrays.parsed
    adjectives = [token] if parsed.pos[token] == "ADJ" else []
    if parsed.lemma[token] == "be":
        adjectives = [
            i for i in arrays.children[token] if parsed.dep[i] == "acomp" and parsed.pos[i] == "ADJ"
        ]
    return any(
        parsed.lemma[i] not in _OUTSPOKEN
        # quick to point out
        and not any(
            parsed.lemma[c] in SPEECH_WORDS | _AMBIGUOUS
            and any(parsed.tag[t] == "TO" for t in arrays.children[c])
            for c in arrays.children[i]
        )
        for i in adjectives
    )


def _is_habit_of_saying(arrays: TokenArrays, token: int) -> bool:
    """Tell whether somebody likes to say it, and so does; "would like to say" is a wish."""
    parsed = arrays.parsed
    return (
        parsed.lemma[token] in ("like", "love")
        and parsed.word[token + 1 : token + 2] == ["to"]
        and parsed.lemma[token + 2 : token + 3] in _TOLD_OFTEN
        and not any(parsed.dep[child] == "aux" for child in arrays.children[token])
    )


def _is_phrasal_speech(arrays: TokenArrays, token: int) -> bool:
    """Tell whether a verb speaks in the company it keeps: points out, attributes it to, calls it a scandal."""
    parsed = arrays.parsed
    lemma = parsed.lemma[token]
    following = parsed.word_at(token + 1).casefold()
    if lemma == "point":
        return following == "out" or any(parsed.word[child] == "out" for child in arrays.children[token])
    if lemma == "call":  # not "called for talks", "called out the mayor to go", "called off the match"
        return following not in _CALLED and parsed.pos[token] == "VERB"
    return lemma in _ASCRIBING and parsed.pos[token] == "VERB"
