"""Rules that mend contents where too few training articles show how."""

from __future__ import annotations

import re

from tui.analysis.attribution.speech_words import SPEECH_WORDS, VERDICTS
from tui.analysis.parsed_article import FINITE, ParsedArticle
from tui.article.spans import Span

_LOOK_BACK = 25  # tokens
_CLOSING = frozenset("”\"’'")
_OPENING = frozenset("“\"‘'«„")
_TELLING = frozenset({"tell", "ask", "warn", "inform", "advise", "remind", "assure", "order", "urge"})
_ADDRESSED = frozenset({"me", "you", "him", "her", "us", "them"})
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_THEN = frozenset({"later", "afterwards", "afterward", "earlier", "today", "yesterday", "then", "again"})
_LOOSE = frozenset({",", ";", "—", "–", "--", "-"})
_LOOSE_AT_END = _LOOSE | {"and", "but", "or"}
_SUBJECT_TAGS = (["PRP"], ["DT"], ["NNP"], ["EX"], ["IN"])
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_RELATIVES = frozenset({"WDT", "WP"})
_DATELINE_ENDS = 80  # characters
_OPENING_BRACKETS = {")": "(", "]": "["}
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ \-]{2,40}(?:,\s[A-Z\d][\w.]*(?:\s[A-Z\d][\w.]*){0,2}){0,4}"
    r"(?:\s?\([A-Z][\w ]{1,20}\)|\s/[A-Z][A-Za-z ]{1,20}/)?"
    r"|\([A-Z][\w ]{1,20}\))\s?(?:(?:—|–|--|-)\s+|--\([A-Z][A-Z ]{1,20}\)--\s?)"
    r"|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?\s|GMT\s|BST\s|CET\s|ET\s)?(?:[-–—:|]\s)?(?=[A-Z“\"‘'])"
)


def drop_addressee(
    parsed: ParsedArticle, cue: int, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return a content without whoever it was said to: in "Jane Doe was told she must pay" Doe is no part of it.

    In "Jane Doe was said to be ill" she is. Nor is "them" in: when she promised them, “You will sail.”
    """
    first, last = content[0]
    if cue + 1 == first and parsed.word[first] in _ADDRESSED and parsed.word_at(first + 1) in (",", ":"):
        rest = ((first + 2, last), *content[1:]) if last > first + 2 else content[1:]
        return rest or content
    if parsed.lemma[cue] not in _TELLING or parsed.tag[cue] != "VBN" or len(content) < 2:
        return content
    subject = next(
        (
            i
            for i in range(max(0, cue - _LOOK_BACK), cue)
            if parsed.dep[i] == "nsubjpass" and parsed.head[i] == cue
        ),
        -1,
    )
    said = tuple((first, last) for first, last in content if not first <= subject < last or last > cue)
    return said if subject >= 0 and said else content


def drop_as(
    parsed: ParsedArticle, cue: int, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return the content of a passive without the "as" after it: the plan was hailed by Doe as | “a gift”."""
    first, last = content[0]
    if parsed.lemma[cue] in VERDICTS and first == cue + 1 and parsed.word[first] == "as" and last - first > 1:
        return ((first + 1, last), *content[1:])  # figures that it described as | “hopeful”
    # a text that she dismissed as | “wallpaper”
    related = parsed.dep[cue] == "relcl" and len(content) == 2 and first <= parsed.head[cue] < last <= cue
    if related and parsed.lemma[cue] in VERDICTS and parsed.word[content[1][0]] == "as":
        return ((content[1][0] + 1, content[1][1]),)
    passive = parsed.tag[cue] == "VBN" and "be" in parsed.lemma[max(0, cue - 3) : cue]
    if not passive or len(content) < 2:
        return content
    return tuple(
        (first + 1, last)
        if first > cue and last - first > 1 and parsed.word[first] == "as"
        else (first, last)
        for first, last in content
    )


def trim(parsed: ParsedArticle, content: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return a content without marks, "and" or a lone "which" at its edges; () where nothing else is left.

    announced | new support, and | said; laws | that | courts said | discriminated
    """
    out = []
    for n, (first, last) in enumerate(content):
        while n + 1 == len(content) and last > first and parsed.word[last - 1] in _LOOSE_AT_END:
            last -= 1
        # (though he allowed that it was old | )
        if last - first > 1 and parsed.word[last - 1] == ")" and "(" not in parsed.word[first:last]:
            last -= 1
        # lied to the [council | ]
        opening = _OPENING_BRACKETS.get(parsed.word_at(last))
        words = parsed.word[first:last]
        if opening is not None and words.count(opening) > words.count(parsed.word[last]):
            last += 1
        while not n and first < last and parsed.word[first] in _LOOSE:
            first += 1
        # pledged | Saturday | to go
        if (
            not n
            and parsed.word[first] in WEEKDAYS
            and parsed.word[first + 1 : first + 2] in (["to"], ["that"])
        ):
            first += 1
        # said | on Friday | he had met her
        if (
            not n
            and parsed.word[first] == "on"
            and parsed.word[first + 1 : first + 2]
            and parsed.word[first + 1] in WEEKDAYS
            and parsed.tag[first + 2 : first + 3] in _SUBJECT_TAGS
            and first
            and parsed.lemma[first - 1] in SPEECH_WORDS
            and last - first > 3
        ):
            first += 2
        # said | later | the fine was fair
        if (
            not n
            and last - first > 3
            and parsed.word[first] in _THEN
            and parsed.tag[first + 1] in ("DT", "PRP", "PRP$", "NNP", "EX")
        ):
            first += 1
        alone = last - first == 1 and (parsed.tag[first] in _RELATIVES or parsed.word[first] == "that")
        if first < last and not alone:
            out.append((first, last))
    return tuple(out)


def strip_dateline(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans without what heads their paragraph: "TULSA, Okla. (AP) —", "14:32"; never an empty result."""
    if not spans:
        return spans
    start = spans[0].start
    least = max(0, start - _DATELINE_ENDS)
    line = max(text.rfind("\n", least, start), text.rfind("\r", least, start)) + 1
    match = _DATELINE.match(text, line, line + 120) if line or not least else None
    if match is None:
        return spans
    out = tuple(Span(max(a, match.end()), b) for a, b in spans if b > match.end())
    return out or spans


def cut_before_other_speaker(
    parsed: ParsedArticle, cue: int, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Cut a content of "according to" before a clause that has a speaker of its own.

    "According to the institute the sea rose, but Jane Doe warned …" is cut before "but".
    """
    if parsed.lemma[cue] != "accord":
        return content
    first, last = content[-1]
    for at in range(first + 1, last):
        if parsed.dep[at] == "cc" and parsed.pos[at] == "CCONJ":
            # The clause after it is another's speech if its subject governs a word of speech: but Doe warned.
            subject = next((i for i in range(at + 1, last) if parsed.dep[i] == "nsubj"), None)
            verb = -1 if subject is None else parsed.head[subject]
            says = parsed.lemma[verb] in SPEECH_WORDS and parsed.tag[verb] in FINITE
            if subject is not None and subject < verb < last and says:
                end = at - 1 if parsed.word[at - 1] == "," else at
                return (*content[:-1], (first, end)) if end > first else content
    return content


def cut_before_next_clause(
    parsed: ParsedArticle, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Cut a content before the subject of a clause whose verb stands after the content.

    "The sea rose, but Jane Doe, the mayor" is cut before "but" where "warned" follows.
    """
    first, last = content[-1]
    for at in range(last - 1, max(first, last - _LOOK_BACK), -1):
        conjunction = parsed.dep[at] == "cc" and parsed.pos[at] == "CCONJ"
        if conjunction or parsed.word[at] in ("while", "whereas"):
            subject = next((i for i in range(at + 1, last) if parsed.dep[i] in ("nsubj", "nsubjpass")), None)
            if (
                subject is not None
                and parsed.head[subject] >= last
                and parsed.pos[parsed.head[subject]] == "VERB"
            ):
                end = at - 1 if parsed.word[at - 1] == "," else at
                return (*content[:-1], (first, end)) if end > first else content
            if subject is None and _is_next_speaker(parsed, at + 1, last):
                end = at - 1 if parsed.word[at - 1] == "," else at
                return (*content[:-1], (first, end)) if end > first else content
            return content
    return content


def _is_next_speaker(parsed: ParsedArticle, first: int, last: int) -> bool:
    """Tell whether the nouns at a content's end are the subject of what follows: and one in four | said so.

    So are they before ", who": said it was “folly,” and Jane Doe | , who called it “a sin”.
    """
    if first >= last or not all(parsed.pos[i] in _NOMINAL for i in range(first, last)):
        return False
    said = parsed.tag[last : last + 1] in (["VBD"], ["VBZ"]) and parsed.lemma[last] in SPEECH_WORDS
    quoted = parsed.word[first - 2] in _CLOSING and parsed.word[last : last + 2] == [",", "who"]
    return said or quoted


def drop_lead_in(
    text: str, content: tuple[Span, ...], cue: tuple[Span, ...], source: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Return `content` without a lead-in: in "Speaking on Friday, Doe said: …" nothing before the colon is said.

    Empty where all of it is lead-in.
    """
    if not cue:
        return content
    led_in = [span for span in content if span.end <= cue[0].start and text[span.start] not in _OPENING]
    if not led_in or not _has_colon(text, content, max(span.end for span in (*cue, *source))):
        return content
    return tuple(span for span in content if span not in led_in)


def _has_colon(text: str, content: tuple[Span, ...], end: int) -> bool:
    """Tell whether a colon stands at `end`, right after it, or right before the content that follows."""
    if text[end - 1] == ":" or text[end : end + 2].lstrip()[:1] == ":":
        return True
    behind = next((span for span in content if span.start >= end), None)
    return behind is not None and text[end : behind.start].rstrip()[-1:] == ":"
