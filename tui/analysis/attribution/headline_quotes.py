"""Headlines that name a speaker with a colon or a dash: "Trump: I will win", "I will win: Trump"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.analysis.attribution.label_names import NAME, SPEAKING_NOUNS, is_name, is_named_in, is_said_to_speak
from tui.analysis.attribution.work_titles import in_title_case
from tui.article.spans import Span

_KICKER = re.compile(r"\s*(?:[A-Z]{4,}(?:\s[A-Z]{4,})?|Exclusive|Breaking|Watch|Video)\s?[-–—:|]\s*")
_FIRST = re.compile(
    rf"(?P<name>{NAME}|[A-Z][\w’']+)(?:\s(?:on|On|to|To|at|At)\s[^:\n“‘]{{2,60}})?(?P<colon>:)\s"
)
_LAST = re.compile(rf"(?P<colon>:|\s[-–—])\s(?P<name>{NAME})\s*\Z")
_SAYS = re.compile(
    r",\s(?P<cue>says?|said|warns?|claims?|admits?|insists?|vows?|argues?)\s(?P<name>[^,:;\n“”\"]{2,60}?)\s*\Z"
)
_SAYS_LAST = re.compile(
    r",\s(?P<name>(?!(?:and|but|as|who|which)\s)[^,:;\n“”\"]{2,40}?)\s(?P<cue>says?|warns?|claims?|admits?|insists?|finds?|suggests?)\s*\Z"
)
_QUOTED_FIRST = re.compile(rf"(?P<words>[‘“'\"][^\n]{{4,200}}?[’”'\"])(?P<colon>:)\s(?P<name>{NAME})")
_ON = re.compile(
    rf"(?P<name>{NAME})\s(?P<cue>on|reflects\son|opens\sup\son|opens\sup\sabout|looks\sback\son)\s[^\n:“‘\"']{{2,80}}?"
    r"(?:\s|\sand\s)(?P<words>[‘“'\"][^\n]{4,120}[’”'\"])\Z"
)
_MIN_WORDS = 3
_PREPOSITION = re.compile(r"\s(?:On|To|At|In|For|After|Over|As)\s")
_MAX_BODY = 100_000  # characters of the article
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b(?!\.)")


@dataclass(frozen=True, slots=True)
class HeadlineQuote:
    """The words that a headline quotes and the speaker that it names.

    `rule` is why the label is taken for a speaker: "body" (Police:), "speaks" (the article has it say
    something), "i" (first person follows), "quoted" (a quotation follows), "name" (the article has it as
    somebody's name), "last" (it ends the headline), "says" (a verb of speech and a name end it: "Port shut,
    says mayor").
    """

    rule: str
    content: Span
    colon: Span
    name: Span


def find(text: str, headline: Span) -> HeadlineQuote | None:
    """Return the quote of a headline that names a speaker, if the beginning of the article bears it out."""
    start, end = headline
    end = text.find("\n", start, end) if "\n" in headline.of(text) else end
    while end > start and text[end - 1] in " \t\r\u00a0.;":
        end -= 1
    if (flag := _KICKER.match(text, start, end)) is not None:
        start = flag.end()
    body = text[headline.end : headline.end + _MAX_BODY]
    if (match := _FIRST.match(text, start, end)) is not None:
        return _label_first(text, match, end, body)
    behind = max(start, end - 80)
    if (match := _SAYS.search(text, behind, end) or _SAYS_LAST.search(text, behind, end)) is not None:
        words = Span(start, match.start())
        if len(words.of(text).split()) > 2 and ":" not in words.of(text):
            return HeadlineQuote("says", words, Span(*match.span("cue")), Span(*match.span("name")))
    quoted_first = _QUOTED_FIRST.match(text, start, end)
    if quoted_first is not None and (found := _quoted_first(quoted_first, body)) is not None:
        return found
    if (match := _ON.match(text, start, end)) is not None and is_said_to_speak(body, match["name"]):
        words = Span(*match.span("words"))
        if len(words.of(text).split()) >= _MIN_WORDS and not _is_titled(words.of(text)):
            return HeadlineQuote("quoted", words, Span(*match.span("cue")), Span(*match.span("name")))
    if (match := _LAST.search(text, max(start, end - 80), end)) is not None and is_name(match["name"]):
        words = Span(start, match.start())
        quoted = text[start] in "‘“'\"" and text[match.start() - 1] in "’”'\""
        if (
            len(words.of(text).split()) > 2
            and (quoted or _FIRST_PERSON.search(text, *words))
            and is_said_to_speak(body, match["name"])
        ):
            return HeadlineQuote(
                "last", words, _without_space(text, match.span("colon")), Span(*match.span("name"))
            )
    return None


def _quoted_first(match: re.Match[str], body: str) -> HeadlineQuote | None:
    """Return the quote of ‘We are ready’: Mayor Jane Doe on the flood."""
    name = _PREPOSITION.split(match["name"])[0]
    if len(match["words"].split()) < _MIN_WORDS or _is_titled(match["words"]) or name.endswith(("’s", "'s")):
        return None
    if not is_name(name) or len(name.split()) < 2 or not is_named_in(body, name):
        return None
    start = match.start("name")
    span = Span(start, start + len(name))
    return HeadlineQuote("quoted", Span(*match.span("words")), Span(*match.span("colon")), span)


def _is_titled(quoted: str) -> bool:
    """Tell whether words in quotation marks are the title of a work: ‘The Long Road’: Doe on her novel."""
    words = quoted[1:-1].split()
    return in_title_case(words) or sum(word[0].isupper() for word in words) > 1 + len(words) // 2


def _label_first(text: str, match: re.Match[str], end: int, body: str) -> HeadlineQuote | None:
    name, content = _PREPOSITION.split(match["name"])[0], Span(match.end(), end)
    if content.of(text).rstrip("’”'\"").endswith("?") or len(content.of(text).split()) < 3:
        return None
    quoted = text[content.start : content.start + 1] in ("‘", "“", "'", '"')
    if name.split()[-1].casefold() in SPEAKING_NOUNS and len(name.split()) <= 2:
        rule = "body"  # Police: man seen on the roof
    elif not is_name(name) or (
        " and " in name and not quoted
    ):  # Opinion: the sea is rising; Doe and Roe: a feud
        return None
    elif is_said_to_speak(body, name):
        rule = "speaks"  # Doe: tax will fall (the article: Doe said)
    elif _FIRST_PERSON.search(text, *content):
        rule = "i"  # Doe: I will stay
    elif quoted:
        rule = "quoted"  # Doe: ‘Tax will fall’
    elif is_named_in(body, name):
        rule = "name"  # Doe: tax will fall (the article: with Jane Doe)
    else:  # Brexit: the end of a road
        return None
    start = match.start("name")
    return HeadlineQuote(rule, content, Span(*match.span("colon")), Span(start, start + len(name)))


def _without_space(text: str, span: tuple[int, int]) -> Span:
    start, end = span
    return Span(start + 1, end) if text[start].isspace() else Span(start, end)
