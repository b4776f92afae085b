"""What the parse says of a token's place in its clause."""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.entities.mentions import Mention
from tui.analysis.parsed_article import ParsedArticle

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_EMBEDDED = frozenset({"ccomp", "relcl", "advcl", "acl", "xcomp", "pcomp", "csubj"})
_JOINED = ("conj", "appos")
_MAX_JOINED = 3  # conjuncts and appositions followed to the subject they are joined to
_MAX_CLIMB = 6  # heads climbed from a verb
_MAX_FRONTED = 80  # tokens of a clause before its "he said"
_MAX_CLIMB_FROM_NAME = 12
ASKING = frozenset({"ask", "press", "question", "challenge", "quiz", "grill"})
"""Verbs whose object is whoever is to answer."""

_QUESTION_WORDS = frozenset({"whether", "if", "about", "what", "why", "how", "when", "where", "who", "which"})
_DASHES = frozenset({"–", "—", "--"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "pcomp", "acl", "xcomp", "conj", "prep"})


def head_token(parsed: ParsedArticle, begin: int, end: int) -> int:
    """Return the token of `[begin, end)` on which the others depend."""
    head = parsed.head
    at = end - 1
    for _ in range(end - begin):
        if not begin <= head[at] < end or head[at] == at:
            break
        at = head[at]
    return at


def is_subject(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether the token is a subject, or joined to one by "and" or as an apposition."""
    dep, head = parsed.dep, parsed.head
    for _ in range(_MAX_JOINED):
        if dep[token] in _SUBJECTS:
            return True
        if dep[token] not in _JOINED or head[token] == token:
            return False
        token = head[token]
    return False


def is_according_to(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether something is so according to whom the token names: "It is safe, according to Jane Doe." """
    to = parsed.head[token]
    return (
        parsed.dep[token] == "pobj"
        and parsed.word[to] == "to"
        and to > 0
        and parsed.word[to - 1].casefold() == "according"
    )


def is_embedded_subject(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether the token is the subject of a clause inside another."""
    dep, head = parsed.dep, parsed.head
    for _ in range(_MAX_JOINED):
        if dep[token] not in _JOINED:
            break
        token = head[token]
    if dep[token] not in _SUBJECTS:
        return False
    verb = head[token]
    begin = min((i for i in range(max(0, token - _MAX_CLIMB), token) if head[i] == token), default=token)
    if parsed.word[begin - 1 : begin] == ["however"]:
        return False  # The guard said he was tired, however Doe was not: a sentence of its own
    for _ in range(_MAX_CLIMB):
        if dep[verb] in _EMBEDDED:
            return True
        if head[verb] == verb:
            break
        verb = head[verb]
    return False


def named_in_complement(parsed: ParsedArticle, token: int, following: Iterable[Mention]) -> set[int]:
    """Return the referents named in the complement of the verb whose subject is the pronoun at `token`.

    "He believes Smith is right": he is not Smith (principle C of the binding theory). `following` are the mentions
    after the pronoun, in reading order.
    """
    if parsed.dep[token] not in ("nsubj", "nsubjpass"):
        return set()
    verb = parsed.head[token]
    end = parsed.sentences[parsed.sentence[token]][1]
    # after a dash a writer names whoever is meant again: "He called Roe a hero – a word that Doe seldom uses"
    end = next((i for i in range(token, end) if parsed.word[i] in _DASHES), end)
    out: set[int] = set()
    for mention in following:
        if mention.begin >= end:
            break
        at = mention.end - 1
        for _ in range(_MAX_CLIMB_FROM_NAME):
            if parsed.head[at] in (at, verb):
                break
            at = parsed.head[at]
        if parsed.head[at] == verb and at != verb and parsed.dep[at] not in ("advcl", "conj", "parataxis"):
            out.add(mention.referent)
    return out


def subject_of_fronted(parsed: ParsedArticle, token: int) -> int | None:
    """Return the subject of the clause before the verb whose subject is the pronoun at `token`, None without one.

    "But the judge failed to see it, she said": she is not the judge.
    """
    verb = parsed.head[token]
    begin = max(parsed.sentences[parsed.sentence[token]][0], token - _MAX_FRONTED)
    if parsed.dep[token] != "nsubj" or verb < token:
        return None
    said = next((i for i in range(begin, token) if parsed.dep[i] == "ccomp" and parsed.head[i] == verb), None)
    if said is None:
        return None
    subjects = (i for i in range(begin, said) if parsed.head[i] == said and parsed.dep[i] == "nsubj")
    return next((i for i in subjects if parsed.pos[i] != "PRON"), None)


def whose_clause(parsed: ParsedArticle, token: int) -> int | None:
    """Return the token of whoever the clause around a pronoun is about, None if it is about nobody certain.

    "Joe Roe, the man who shone when he shouted": it is Roe, of whom the relative clause speaks. "Doe asked Roe
    about what he had said": it is Roe, who is asked.
    """
    head, dep = parsed.head, parsed.dep
    verb = head[token]
    for _ in range(_MAX_CLIMB):
        if dep[verb] == "relcl" and head[token] != verb:
            subjects = (i for i in range(head[verb] + 1, verb) if head[i] == verb and dep[i] == "nsubj")
            if any(parsed.word[i].casefold() == "who" for i in subjects):
                return _named_by(parsed, head[verb])
        above = head[verb]
        if parsed.lemma[above] in ASKING and dep[verb] in _CLAUSES and above < token:
            asked = (i for i in range(above + 1, token) if head[i] == above and dep[i] in ("dobj", "dative"))
            return next(asked, None)
        if above == verb:
            return None
        verb = above
    return None


def asked_in(parsed: ParsedArticle, begin: int, end: int) -> int | None:
    """Return the token of whom somebody asked something in tokens `[begin, end)`, the last of several; or None.

    "Doe asked Roe whether it was fair", but not "Doe asked Roe to leave", which no answer follows.
    """
    head, dep, word = parsed.head, parsed.dep, parsed.word
    for verb in range(end - 1, begin - 1, -1):
        if parsed.lemma[verb] not in ASKING or parsed.pos[verb] != "VERB":
            continue
        asked = (i for i in range(verb + 1, end) if head[i] == verb and dep[i] in ("dobj", "dative"))
        person = next(asked, None)
        if person is None or any(dep[i] == "auxpass" and head[i] == verb for i in range(begin, verb)):
            continue
        behind = {w.casefold() for w in word[person + 1 : end]}
        question = not behind.isdisjoint(_QUESTION_WORDS) or "?" in word[max(0, begin - 2) : verb]
        if parsed.lemma[verb] != "ask" or question:
            return person
    return None


def _named_by(parsed: ParsedArticle, noun: int) -> int:
    """Return what a noun is in apposition to, itself where it is in apposition to nothing."""
    for _ in range(_MAX_JOINED):
        if parsed.dep[noun] != "appos":
            break
        noun = parsed.head[noun]
    return noun
