"""The polarity of an attribution: what its speaker did with the content: affirmed, denied, refused it, or asked.

"Denied that he had lied" must never be read as "he had lied", nor "refused to say who paid" as "who paid".
"""

from __future__ import annotations

from tui.analysis.analysis import Kind, Polarity
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays

_DENYING = frozenset({"deny", "denial", "dispute", "disavow", "rebut", "refute", "debunk"})
_REJECTING = frozenset({"dismiss", "reject", "challenge", "contest"})
_CLAIMS = frozenset(
    "accusation allegation assertion charge claim idea notion report rumor rumour suggestion".split()
)
"""What is denied by who rejects it; who rejects a plan denies nothing."""
_EVIDENCE = frozenset({"evidence", "hint", "indication", "proof", "sign", "suggestion"})
_REFUSING = frozenset({"refuse", "refusal", "decline", "fail"})
_WITHHOLDING = frozenset(
    "answer clarify comment confirm deny detail disclose discuss elaborate explain identify name respond reveal "
    "say specify tell".split()
)
"""Verbs that, with "not" before them, leave something unsaid: would not say who, did not comment."""
_ASKING = frozenset({"ask", "inquire", "enquire", "wonder", "query", "question"})
QUESTION_WORDS = frozenset("who whom whose what which when where why how whether if".split())
_NEGATIONS = frozenset({"never", "neither", "nor"})
_NEGATIVE = frozenset("hardly neither never no nobody none nor not nothing rarely scarcely seldom".split())
"""In the subject or a leading adverb they turn the verb round: No official would say, not once did he say."""
_HINDERING = frozenset(
    {"hesitate", "resist", "forget", "neglect", "help", "refrain", "shy", "shrink", "tire"}
)
"""Verbs that are negative themselves: who does not hesitate to say something says it."""
_BEFORE_SENTENCE = frozenset({",", ":", ".", "?", "!"})
_CLIMBING = frozenset({"xcomp", "conj", "pcomp", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TURNING = _SUBJECTS | {"advmod", "npadvmod"}
_AUXILIARIES = frozenset({"aux", "auxpass"})
_NOT_ALONE = frozenset({"just", "least", "long", "only", "until"})
_COUNTING = frozenset("a all an any even every many one single".split())
_PHRASE = 5  # tokens of a negative phrase before an auxiliary: under no circumstances
_NOR_REACH = 10  # tokens between "nor" and its verb
_CLIMB = 4  # verbs above the cue that may turn it round: declined | to confirm | or deny


def polarity(
    arrays: TokenArrays,
    cue: int,
    marked: TokenRanges,
    content: TokenRanges,
    kind: Kind,
    source: TokenRanges = (),
) -> Polarity:
    """Return the polarity of the attribution whose cue is the token `cue` among the words `marked`."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    lemmas = {parsed.lemma[i] for a, b in marked for i in range(a, b) if arrays.quote_of[i] < 0} | {lemma}
    # “I never did,” he denied; nobody asked. “I saw it.”: a sentence of one's own is not what is denied;
    # denied stealing “the money”: it is
    first = content[0][0]
    spoken = kind is Kind.DIRECT and (first < cue or parsed.word[first - 1] in _BEFORE_SENTENCE)
    # refused to say; his refusal to say; declined to confirm or deny; without saying; stopped short of saying
    # recommended refusal on these grounds
    lemmas -= {"refusal"} if lemma != "refusal" and _says_refusal(arrays, cue, marked) else set()
    negated = _is_negated(arrays, cue, source) and lemmas.isdisjoint(_HINDERING)
    if negated and _is_affirmed_by_negation(arrays, cue, lemmas):
        return Polarity.AFFIRMED
    refusing = lemmas & _REFUSING
    if (negated and refusing == {"fail"}) or any(
        parsed.lemma[i] in _REFUSING and _has_negation(arrays, i) for a, b in marked for i in range(a, b)
    ):
        return Polarity.AFFIRMED  # did not fail to say; never refused to say
    # stopped short of calling it so; has yet to say; made no comment on whether; avoided saying
    held = {"stop", "short"} <= lemmas or parsed.word[max(0, cue - 2) : cue] == ["yet", "to"]
    held = held or (not lemmas.isdisjoint({"no", "avoid"}) and not lemmas.isdisjoint(_WITHHOLDING))
    if refusing or held or _is_held_back(arrays, cue):
        return Polarity.AFFIRMED if spoken else Polarity.REFUSED
    if negated and lemmas & _WITHHOLDING and not spoken:
        return Polarity.REFUSED  # did not say whether; would neither confirm nor deny
    if not spoken:
        if lemma in _DENYING or lemmas & _DENYING:
            return Polarity.DENIED
        if lemmas & _REJECTING and _is_claim(arrays, content, lemmas):
            return Polarity.DENIED  # rejected claims that he had lied
        if negated or _is_without_evidence(arrays, first):
            return Polarity.DENIED  # does not believe that the port is shut; found no sign that it was
    if lemma in _ASKING and _is_question(arrays, content):
        return Polarity.ASKED
    return Polarity.AFFIRMED


def _is_affirmed_by_negation(arrays: TokenArrays, cue: int, lemmas: set[str]) -> bool:
    """Tell whether who does not do what a cue says affirms: does not dispute, cannot deny, could not agree more."""
    parsed = arrays.parsed
    children = arrays.children[cue]
    if parsed.dep[cue] == "conj" or any(parsed.dep[i] == "conj" for i in children):
        return False  # could neither confirm nor deny
    beside = {parsed.word[i].casefold() for i in children}
    if "deny" in lemmas:
        return not beside.isdisjoint({"can", "ca", "could"})
    return not lemmas.isdisjoint(_DENYING - {"denial"}) or (parsed.lemma[cue] == "agree" and "more" in beside)


def _says_refusal(arrays: TokenArrays, verb: int, marked: TokenRanges) -> bool:
    """Tell whether "refusal" is what the verb says: announced their refusal to sign."""
    parsed = arrays.parsed
    return any(
        parsed.lemma[i] == "refusal" and parsed.dep[i] == "dobj" and parsed.head[i] == verb
        for a, b in marked
        for i in range(a, b)
    )


def _is_contrasted(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether "but" stands between a verb and the one that it is joined to."""
    parsed = arrays.parsed
    return any(
        parsed.word[i] == "but" and parsed.head[i] == parsed.head[verb]
        for i in arrays.children[parsed.head[verb]]
        if i < verb
    )


def _is_without_evidence(arrays: TokenArrays, first: int) -> bool:
    """Tell whether "no evidence" or the like stands before a content that begins at token `first`."""
    parsed = arrays.parsed
    end = first - 2 if parsed.word[max(0, first - 2)] == "to" else first  # no evidence to suggest that
    before = [word.casefold() for word in parsed.word[max(0, end - 4) : end]]
    return "no" in before and before[-1] in _EVIDENCE


def _is_negated(arrays: TokenArrays, verb: int, source: TokenRanges) -> bool:
    parsed = arrays.parsed
    cue = verb
    for _ in range(_CLIMB):
        if verb != cue and parsed.lemma[verb] in _HINDERING:
            return False  # does not hesitate to say, could not resist saying: says
        if verb == cue and _follows_nor(arrays, cue):
            return True
        if _has_negation(arrays, verb) or _is_turned(arrays, verb):
            return True
        for child in arrays.children[verb]:
            if (
                parsed.dep[child] in _TURNING
                and child < verb
                and _is_negative(arrays, child)
                and (parsed.dep[child] in _SUBJECTS or not _opens_without_turning(arrays, child, verb))
            ):
                return True
        # does not want to say; did not comment or say
        if parsed.dep[verb] not in ("xcomp", "conj") or parsed.head[verb] == verb:
            return False
        if parsed.dep[verb] == "conj" and _has_subject(arrays, verb):
            return False  # Doe did not stay, and Roe said
        if parsed.dep[verb] == "conj" and _is_contrasted(arrays, verb):
            return False  # did not give a day but said
        joined = parsed.dep[verb] == "conj"
        verb = parsed.head[verb]
        if joined and _has_other_subject(arrays, verb, source):
            return False  # Doe said that Roe did not know, and accused him: it is Roe who did not
    return False


def _has_negation(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether "not", "never" or the like stands beside a verb, but not "not only", "not just"."""
    parsed = arrays.parsed
    return any(
        (parsed.dep[child] == "neg" or parsed.word[child].casefold() in _NEGATIONS)
        and parsed.word_at(child + 1).casefold() not in _NOT_ALONE
        for child in arrays.children[verb]
    )


def _follows_nor(arrays: TokenArrays, cue: int) -> bool:
    """Tell whether "nor" and an auxiliary turn a verb round, whatever the parse hangs them on: nor did he | say."""
    parsed = arrays.parsed
    for at in range(cue - 1, max(0, cue - _NOR_REACH), -1):
        if parsed.word[at - 1].casefold() in ("nor", "neither"):
            return parsed.pos[at] == "AUX"
        if parsed.pos[at] in ("VERB", "PUNCT", "CCONJ"):
            return False
    return False


def _is_negative(arrays: TokenArrays, phrase: int) -> bool:
    """Tell whether a subject or adverb is negative: neither official; not once; not "not only", nor "No 10"."""
    parsed = arrays.parsed
    # not only; No 10; not long after Doe had said it; no doubt she believes it
    if parsed.word[phrase].casefold() in ("only", "long", "doubt", "wonder") or parsed.word[phrase].isdigit():
        return False
    first = arrays.left[phrase]
    # not one official; but not: not only Doe, nor "Not guilty: the court said"
    if parsed.word[first].casefold() == "not" and parsed.word_at(first + 1).casefold() in _COUNTING:
        return True
    return any(
        parsed.word[i].casefold() in _NEGATIVE for i in (phrase, *arrays.children[phrase]) if i <= phrase
    )


def _is_turned(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a negative phrase before auxiliary and subject turns a verb round: at no time did Doe | say."""
    parsed = arrays.parsed
    children = arrays.children[verb]
    subject = next((i for i in children if parsed.dep[i] in _SUBJECTS), -1)
    at = next((i for i in children if parsed.dep[i] in _AUXILIARIES and i < subject), 0)
    for i in range(at - 1, max(-1, at - _PHRASE), -1):
        if parsed.word[i].casefold() in _NEGATIVE:
            return parsed.word_at(i + 1).casefold() not in _NOT_ALONE
        if parsed.pos[i] in ("VERB", "PUNCT", "CCONJ"):
            break
    return False


def _opens_without_turning(arrays: TokenArrays, adverb: int, verb: int) -> bool:
    """Tell whether an adverb stands before a verb's subject and no auxiliary between: not surprisingly, Doe | says.

    What turns the verb round turns the order of words as well: not once did Doe | say; never has she | said.
    """
    parsed = arrays.parsed
    subject = next((i for i in arrays.children[verb] if parsed.dep[i] in _SUBJECTS and i > adverb), -1)
    if subject < 0:
        return False
    return not any(adverb < i < subject for i in arrays.children[verb] if parsed.dep[i] in _AUXILIARIES)


def _has_subject(arrays: TokenArrays, verb: int) -> bool:
    return any(arrays.parsed.dep[child] in ("nsubj", "nsubjpass", "aux") for child in arrays.children[verb])


def _has_other_subject(arrays: TokenArrays, verb: int, source: TokenRanges) -> bool:
    """Tell whether the verb's own subject stands outside a source in front of it."""
    subject = next((i for i in arrays.children[verb] if arrays.parsed.dep[i] in ("nsubj", "nsubjpass")), -1)
    if subject < 0 or not source or source[0][0] > subject:
        return False
    return not any(first <= subject < last for first, last in source)


def _is_held_back(arrays: TokenArrays, cue: int) -> bool:
    """Tell whether a word above the cue holds it back: refused to say, without saying, short of saying."""
    parsed = arrays.parsed
    verb = cue
    for _ in range(_CLIMB):
        head = parsed.head[verb]
        if head == verb or parsed.dep[verb] not in _CLIMBING:
            return False
        if parsed.lemma[head] in _REFUSING or parsed.word[head].casefold() == "without":
            # did not fail to mention, never refused to say: said
            return parsed.dep[verb] != "conj" and not _has_negation(arrays, head)
        if parsed.word[head] == "of" and head and parsed.word[head - 1] == "short":
            return True
        verb = head
    return False


def _is_claim(arrays: TokenArrays, content: TokenRanges, lemmas: set[str]) -> bool:
    """Tell whether what is rejected is a claim: it begins the content, or ends the cue."""
    first, last = content[0]
    return not _CLAIMS.isdisjoint({*lemmas, *arrays.parsed.lemma[first : min(last, first + 4)]})


def _is_question(arrays: TokenArrays, content: TokenRanges) -> bool:
    """Tell whether a content asks: it begins with whether, who …, or ends in a question mark."""
    parsed = arrays.parsed
    first, last = content[0][0], content[-1][1]
    if parsed.word[first].casefold() in QUESTION_WORDS:
        return True
    return any(word == "?" for word in parsed.word[max(first, last - 2) : last])
