"""The words of an attribution's source that name the speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from tui.analysis.coreference.relative_clauses import noun_phrase
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_SUBJECT_WINDOW = 40  # tokens on either side of a verb in which its subject is looked for
_NAMING = ({"NOUN", "PROPN", "PRON"}, {"NUM", "ADJ"}, {"DET"})  # the likeliest first


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """The tokens of a source, and the one on which the others depend."""

    tokens: tuple[int, ...]
    head: int

    @property
    def begin(self) -> int:
        """Return the first token."""
        return self.tokens[0]

    @property
    def end(self) -> int:
        """Return the token after the last."""
        return self.tokens[-1] + 1


def tokens_of(parsed: ParsedArticle, spans: Iterable[Span]) -> list[int]:
    """Return the tokens that share a character with one of the spans."""
    out: list[int] = []
    for span in spans:
        out.extend(range(bisect_right(parsed.end, span.start), bisect_left(parsed.start, span.end)))
    return out


def from_spans(parsed: ParsedArticle, spans: Iterable[Span], cue: Iterable[Span] = ()) -> SourcePhrase | None:
    """Return the source in `spans`, or None if no token stands there.

    The subject of the verb in `cue` is its head, whatever stands before it. Where the spans hold only the verb
    ("said"), the source is the verb's subject.
    """
    tokens = sorted(set(tokens_of(parsed, spans)))
    if not tokens:
        return None
    head, pos, dep = parsed.head, parsed.pos, parsed.dep
    inside = set(tokens)
    tops = [i for i in tokens if (head[i] == i or head[i] not in inside) and pos[i] not in ("PUNCT", "SPACE")]
    named = (i for kinds in _NAMING for i in tops if pos[i] in kinds)
    top = next(named, tops[0] if tops else tokens[0])
    verbs = tokens_of(parsed, cue) if len(tops) > 1 and not dep[top].startswith("nsubj") else []
    # "In an essay last week, Doe acknowledged": Doe, although the source begins with the essay
    top = next((i for i in tops if dep[i] == "nsubj" and head[i] in verbs and pos[i] == "PROPN"), top)
    while top + 2 in inside and parsed.word[top + 1] == "-" and parsed.end[top] == parsed.start[top + 1]:
        top += 2  # "co-author"
    if dep[top] == "prep" or pos[top] in ("ADP", "DET", "PUNCT"):
        complement = next((i for i in tokens if head[i] == top and dep[i] == "pobj"), None)
        top = (
            complement
            if complement is not None
            else next((i for i in tokens if pos[i] in ("PROPN", "NOUN", "PRON")), top)
        )
    if parsed.word[top].casefold() in ("one", "another") and pos[top] != "PROPN":
        # "One, a banker who would not be named,": the banker
        said = next((i for i in tokens if dep[i] == "appos" and head[i] == top and pos[i] == "NOUN"), top)
        begin = next((i for i in tokens if top < i and parsed.word[i - 1] == ","), top)
        if top < begin <= said:
            return SourcePhrase(tuple(i for i in tokens if i >= begin), said)
    if pos[top] in ("VERB", "AUX") and len(tokens) <= 3:
        begin, end = parsed.sentences[parsed.sentence[top]]
        near = range(max(begin, top - _SUBJECT_WINDOW), min(end, top + _SUBJECT_WINDOW))
        subject = next((i for i in near if head[i] == top and dep[i] in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return SourcePhrase(noun_phrase(parsed, subject), subject)
    return SourcePhrase(tuple(tokens), top)


def subject_of_cue(
    parsed: ParsedArticle, cue: Iterable[Span], content: Iterable[Span]
) -> SourcePhrase | None:
    """Return the subject of a cue without a source, or of the verb it is joined to; None for a passive.

    "Smith, appearing later, cited …": the subject of "cited".
    """
    pos, dep, head = parsed.pos, parsed.dep, parsed.head
    verb = next((i for i in tokens_of(parsed, cue) if pos[i] in ("VERB", "AUX")), None)
    if verb is None or parsed.lemma[verb] == "hear":  # the court heard that Doe had fled: it does not say so
        return None
    content_tokens = set(tokens_of(parsed, content))
    begin, end = parsed.sentences[parsed.sentence[verb]]
    for _ in range(4):
        near = range(max(begin, verb - _SUBJECT_WINDOW), min(end, verb + _SUBJECT_WINDOW))
        dependants = [i for i in near if head[i] == verb and i != verb]
        if any(dep[i] in ("nsubjpass", "auxpass", "csubj") for i in dependants):
            return None
        # Asked whether it was late, Doe said no: somebody else asked (a finite verb would have a subject)
        passive = parsed.tag[verb] in ("VBN", "VBD") and dep[verb] in ("advcl", "acl")
        if passive and not {"aux", "nsubj"}.intersection(dep[i] for i in dependants):
            return None
        # Doe was given tablets and told to wait: whoever tells has somebody to tell it to
        if parsed.word[verb] == "told" and dep[verb] == "conj" and parsed.word_at(verb + 1) in ("to", "that"):
            return None
        found = next((i for i in dependants if dep[i] == "nsubj"), None)
        # Doe, once called “a liar”, is late: a comma parts no subject from its verb
        if found is not None and found + 1 < verb and parsed.word[found + 1] == ",":
            apposed = parsed.word[noun_phrase(parsed, found)[0] - 1] == ","  # which the mayor, Doe, called
            if not apposed and all(pos[i] == "ADV" for i in range(found + 2, verb)):
                return None
        if found is not None:
            return None if found in content_tokens else SourcePhrase(noun_phrase(parsed, found), found)
        up = head[verb]
        if dep[verb] == "acl" and parsed.tag[verb] == "VBG" and pos[up] in _NAMING[0]:
            return None if up in content_tokens else SourcePhrase(noun_phrase(parsed, up), up)
        if dep[verb] not in ("conj", "xcomp", "advcl") or up == verb or not begin <= up < end:
            return None
        verb = up
    return None
