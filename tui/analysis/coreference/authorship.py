"""Whose words a noun names: "his claim", "Reed’s remarks", "a report from Acme", "the statement" said before."""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_SAYINGS = words("what somebody says")
_DOCUMENTS = words("documents")
_DEFINITE = frozenset({"the", "this", "that"})
_FROM = frozenset({"from", "by"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAX_SENTENCES_BACK = 8  # in which a document that is "the statement" here was said to be somebody's
_MAX_CLIMB = 5  # heads climbed from a document to the verb of its clause


def is_saying(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether the noun is something said or written, which is its author's."""
    return parsed.lemma[head] in _SAYINGS or parsed.lemma[head] in _DOCUMENTS


def owner(parsed: ParsedArticle, head: int) -> int | None:
    """Return the token of whoever the noun at `head` says it belongs to or comes from, or None.

    "his claim", "Reed’s claim", "a report from Acme", "a statement by the mayor".
    """
    begin, end = parsed.sentences[parsed.sentence[head]]
    for i in range(head - 1, max(begin, head - 12) - 1, -1):
        if parsed.head[i] == head and parsed.dep[i] == "poss":
            return i
    for i in range(head + 1, min(end, head + 4)):
        if parsed.head[i] == head and parsed.word[i] in _FROM:
            near = range(i + 1, min(end, i + 12))
            return next((k for k in near if parsed.head[k] == i and parsed.dep[k] == "pobj"), None)
    return None


def is_document_again(parsed: ParsedArticle, begin: int, head: int) -> bool:
    """Tell whether tokens `[begin, head]` are a document that was mentioned before ("the statement")."""
    return parsed.lemma[head] in _DOCUMENTS and (begin == head or parsed.word[begin].casefold() in _DEFINITE)


def authors_before(parsed: ParsedArticle, head: int) -> Iterator[int]:
    """Yield the tokens of whoever issued the document at `head`, where it was mentioned before, the last first.

    "The navy said in a statement that …" and "Reed issued a statement": the subject of the clause.
    """
    sentence = parsed.sentence[head]
    floor = parsed.sentences[max(0, sentence - _MAX_SENTENCES_BACK)][0]
    noun = parsed.lemma[head]
    for at in range(head - 1, floor - 1, -1):
        if parsed.lemma[at] != noun or parsed.pos[at] != "NOUN":
            continue
        whose = owner(parsed, at)
        if whose is None:
            whose = _subject_of_clause(parsed, at)
        if whose is not None:
            yield whose


def _subject_of_clause(parsed: ParsedArticle, token: int) -> int | None:
    """Return the subject of the verb that the token hangs on, or of the one that this is joined to."""
    begin, end = parsed.sentences[parsed.sentence[token]]
    for _ in range(_MAX_CLIMB):
        token = parsed.head[token]
        if parsed.pos[token] in ("VERB", "AUX"):
            found = [i for i in range(begin, end) if parsed.head[i] == token and parsed.dep[i] in _SUBJECTS]
            if found:
                return found[0]
        if parsed.head[token] == token:
            break
    return None
