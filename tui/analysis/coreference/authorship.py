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
_NEW = frozenset({"a", "an", "another"})
_MEANS = frozenset({"in", "on", "via", "through", "with", "by"})
_ISSUING = frozenset(
    """issue release write publish post send make give read deliver share tweet file circulate present draft submit
    put produce sign pen leave print quote provide offer prepare address""".split()
)
_SUING = frozenset({"sue", "file", "petition"})
_WRITING = frozenset({"write", "post", "share", "tweet", "send", "email", "message"})
_LEAVING = {
    **dict.fromkeys(("complaint", "lawsuit", "suit", "petition", "filing"), _SUING),
    **dict.fromkeys(
        ("post", "tweet", "caption", "letter", "message", "email", "e-mail", "memo", "note"), _WRITING
    ),
}
"""By document, the verbs of what somebody does who leaves one behind."""
_POSTED = frozenset({"post", "tweet", "caption", "message"})
_OUTLETS = frozenset(
    "facebook instagram twitter x tiktok youtube bluesky reddit threads linkedin telegram".split()
)
_SENTENCES_TO_WRITER = 3
_MAX_MODIFIERS = 4  # tokens between an article and its noun
_MAX_CLIMB = 5  # heads climbed from a document to the verb of its clause


def is_saying(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether the noun is something said or written, which is its author's."""
    return parsed.lemma[head] in _SAYINGS or parsed.lemma[head] in _DOCUMENTS


def is_document(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether the noun is something written that somebody issued."""
    return parsed.lemma[head] in _DOCUMENTS


def owner(parsed: ParsedArticle, head: int) -> int | None:
    """Return the token of whoever the noun at `head` says it belongs to or comes from, or None.

    "his claim", "Reed’s claim", "a report from Acme", "a statement by the mayor", "a video that Reed posted".
    """
    begin, end = parsed.sentences[parsed.sentence[head]]
    for i in range(head - 1, max(begin, head - 12) - 1, -1):
        if parsed.head[i] == head and parsed.dep[i] == "poss":
            return i
    for i in range(head + 1, min(end, head + 4)):
        if parsed.head[i] == head and parsed.word[i] in _FROM:
            near = range(i + 1, min(end, i + 12))
            return next((k for k in near if parsed.head[k] == i and parsed.dep[k] == "pobj"), None)
    for verb in range(head + 2, min(end, head + 8)):
        if parsed.dep[verb] == "relcl" and parsed.head[verb] == head and parsed.lemma[verb] in _ISSUING:
            subjects = (i for i in range(head + 1, verb) if parsed.head[i] == verb)
            return next((i for i in subjects if parsed.dep[i] == "nsubj" and parsed.tag[i] != "WDT"), None)
    return None


def is_document_again(parsed: ParsedArticle, begin: int, head: int) -> bool:
    """Tell whether tokens `[begin, head]` are a document that was mentioned before ("the statement")."""
    bare = begin == head and parsed.tag[head] == "NN"  # not "documents show"
    return parsed.lemma[head] in _DOCUMENTS and (bare or parsed.word[begin].casefold() in _DEFINITE)


def mentions_before(parsed: ParsedArticle, head: int) -> Iterator[int]:
    """Yield the tokens at which the document at `head` was mentioned before, the last first.

    The first that an article introduces ("a statement") is the last to come: what stands before it is another.
    """
    sentence = parsed.sentence[head]
    floor = parsed.sentences[max(0, sentence - _MAX_SENTENCES_BACK)][0]
    noun = parsed.lemma[head]
    for at in range(head - 1, floor - 1, -1):
        if parsed.lemma[at] == noun and parsed.tag[at] == parsed.tag[head] and parsed.pos[at] == "NOUN":
            yield at
            if any(parsed.word[i] in _NEW for i in range(max(floor, at - _MAX_MODIFIERS), at)):
                return


def is_introduced_otherwise(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether "the document" is one that the sentences before call something else: a report, a letter."""
    sentence = parsed.sentence[head]
    before = range(parsed.sentences[max(0, sentence - _SENTENCES_TO_WRITER)][0], head)
    return parsed.lemma[head] == "document" and any(
        parsed.pos[i] == "NOUN" and parsed.lemma[i] in _DOCUMENTS for i in before
    )


def author(parsed: ParsedArticle, document: int) -> int | None:
    """Return the token of whoever issued the document at `document`, or None if its clause does not say.

    "The navy said in a statement that …" and "Reed issued a statement": the subject of the clause. In "Reed ordered
    the release of a statement" it may be anybody's.
    """
    whose = owner(parsed, document)
    return whose if whose is not None else issuer(parsed, document)


def issuer(parsed: ParsedArticle, document: int) -> int | None:
    """Return the subject of the clause that says that a document was issued, whosever it is; else None."""
    by = parsed.head[document]
    issued = (
        parsed.dep[document] == "pobj" and parsed.word[by].casefold() in _MEANS and parsed.pos[by] == "ADP"
    ) or (parsed.dep[document] in ("dobj", "nsubjpass", "ccomp", "conj") and parsed.lemma[by] in _ISSUING)
    return _subject_of_clause(parsed, document) if issued else None


def issuer_in(parsed: ParsedArticle, begin: int, end: int) -> int | None:
    """Return who is said in tokens to have issued one letter or the like: Doe sent an email."""
    written = (i for i in reversed(range(begin, end)) if parsed.tag[i] == "NN" and is_document(parsed, i))
    return next((author for i in written if (author := issuer(parsed, i)) is not None), None)


def _names_outlet(parsed: ParsedArticle, verb: int) -> bool:
    """Tell whether a sentence says that something was done on Facebook or the like."""
    near = range(verb + 1, parsed.sentences[parsed.sentence[verb]][1])
    return any(
        parsed.word[i].casefold() in _OUTLETS and parsed.word[i - 1] in ("on", "to", "via") for i in near
    )


def writer(parsed: ParsedArticle, head: int) -> int | None:
    """Return who did what leaves such a document, just before: Doe sued the town. “…,” the complaint says."""
    verbs = _LEAVING.get(parsed.lemma[head], frozenset())
    last = parsed.sentence[head]
    begin = parsed.sentences[max(0, last - _SENTENCES_TO_WRITER)][0]
    for verb in range(parsed.sentences[last][0] - 1, begin - 1, -1):
        posted = parsed.pos[verb] == "VERB" and parsed.lemma[head] in _POSTED and _names_outlet(parsed, verb)
        if (parsed.lemma[verb] in verbs or posted) and parsed.tag[verb] in ("VBD", "VBN", "VBZ"):
            children = [i for i in range(begin, verb) if parsed.head[i] == verb]
            if any(parsed.dep[i] in ("auxpass", "nsubjpass") for i in children):
                continue
            subject = next((i for i in children if parsed.dep[i] == "nsubj"), None)
            if subject is not None:
                return subject
    return None


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
