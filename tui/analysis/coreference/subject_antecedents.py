"""What the subject of a sentence before says of whom a pronoun means: who did something, and to whom."""

from __future__ import annotations

from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.pronoun_agreement import KNOWN
from tui.analysis.coreference.pronoun_words import sign_of

_SPOKEN_TO = frozenset({"you", "your", "yours"})
_OBJECT_FORMS = frozenset({"him", "her", "them"})


def acts_on(discourse: Discourse, number: int, token: int) -> bool:
    """Tell whether a referent is the subject of the verb whose object is the pronoun at `token`."""
    dep, head = discourse.parsed.dep, discourse.parsed.head
    subject = discourse.traces[number].token
    verb = head[token]
    made = dep[token] == "nsubj" and dep[verb] in ("ccomp", "xcomp")  # "the judge made her leave"
    if made and discourse.parsed.word[token] in _OBJECT_FORMS:
        verb = head[verb]
    elif dep[token] not in ("dobj", "dative"):
        return False
    return (
        dep[subject] in ("nsubj", "nsubjpass")
        and head[subject] == verb
        and not discourse.parsed.word[token].endswith(("self", "selves"))
    )


def is_introduced_here(discourse: Discourse, number: int, token: int, sign: float) -> bool:
    """Tell whether a pronoun's paragraph names a subject, and nobody who spoke before it.

    "Mary Roe, the pastor, opened the church. Sixty came. “Nobody slept,” she said.": Doe, who spoke above, is
    not meant, unless the words are of another woman.
    """
    trace, here = discourse.traces[number], discourse.paragraph_at(token)
    last = discourse.last_speaker
    if last is None or last == number or last not in discourse.traces:
        return False
    named = (
        trace.paragraph == here and trace.subject and not (trace.pronoun or trace.embedded or trace.quoted)
    )
    if not named or discourse.traces[last].paragraph == here:
        return False
    begin = discourse.parsed.sentences[discourse.parsed.sentence[token]][0]
    others = (discourse.parsed.word[i].casefold() for i in range(begin, token) if discourse.quoted[i])
    return sign * discourse.referents[number].known_gender >= KNOWN and all(
        sign_of(w) != sign for w in others
    )


def was_answered(discourse: Discourse, number: int, token: int, sign: float) -> bool:
    """Tell whether the sentence before tells what somebody described did to whom its pronoun calls so.

    Not so where the words at `token` are spoken to them: "The judge thanked her. “You were brave,” she said."
    """
    referent = discourse.referents[number]
    before = discourse.narration_before(token)
    if referent.label != "somebody" or referent.known_gender or before is None:
        return False
    parsed = discourse.parsed
    begin, end = parsed.sentences[before]
    if not begin <= discourse.traces[number].token < end:
        return False
    said = {word.casefold() for word in parsed.word[end:token]}
    return said.isdisjoint(_SPOKEN_TO) and any(
        parsed.word[i] in _OBJECT_FORMS
        and parsed.tag[i] == "PRP"
        and sign_of(parsed.word[i]) == sign
        and acts_on(discourse, number, i)
        for i in range(begin, end)
    )
