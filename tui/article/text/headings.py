"""Tell short lines that are a headline or a subheading from short paragraphs."""

from __future__ import annotations

import re

_HEADLINE_WORDS = 24
_SENTENCE_WORDS = 16  # words of a headline that ends with a full stop, as some publishers print them
_SUBHEADING_WORDS = 12
_FULL_WORDS = 12  # a paragraph of this many words is prose whatever it ends with
_CLOSERS = "\"'”’)]»›"
_DOUBLE = frozenset('"“”„«»')
_SMALL = frozenset(
    "a an the and or but nor of in on at to for by from with as into over after before about against than is "
    "are was be its it he she his her that who will how why what when".split()
)
# A question that points back at the text is part of it; so is one that goes on with an argument.
_POINTS_BACK = frozenset("i we you he she they me us him them my our your his their mine ours".split())
_GOES_ON = frozenset("but and so or then yet now well still nor because if really right".split())
_INVERTED = frozenset(
    "is are was were do does did has have had can could will would shall should may might must isn't aren't "
    "wasn't don't doesn't didn't won't can't couldn't wouldn't shouldn't".split()
)


def is_headline(text: str, lead: str, longest: str, *, signed: bool = False) -> bool:
    """Tell whether `text`, the first thing in an article, is its headline.

    `lead` is the longest of the first paragraphs below it, `longest` the longest of some more. `signed` says that a
    byline or a date follows directly: only a headline stands above one, and even a quotation is one there.

    A line without a final stop is one when it is no longer than a headline gets. One that ends with a stop
    must be in title case, or a short single sentence with a much longer paragraph under it.
    """
    if len(text) > 170 or text[-1:] in ",:-–—" or not longest:
        return False
    words = text.split()
    if not 1 < len(words) <= _HEADLINE_WORDS:
        return False
    if not _starts_well(text) or re.match(_DATELINE, text):
        return False
    if signed or title_case(words):
        return True
    if text[0] in _DOUBLE or words[0].casefold() in ("i", "he", "she", "we", "they", "it", "there"):
        return False
    end = text.rstrip(_CLOSERS)[-1:]
    if end not in ".!":
        return len(longest) > len(text)
    single = (
        re.search(r"[.!?][\"'”’)]*\s+[A-Z“\"‘]", re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.", "", text)) is None
    )
    return (
        single
        and len(words) <= _SENTENCE_WORDS
        and len(text) <= 110
        and _DOUBLE.isdisjoint(text)
        and len(lead) >= 1.5 * len(text)
        and len(lead.split(None, 18)) >= 18
    )


def may_be_subheading(text: str) -> bool:
    """Tell whether `text`, whatever surrounds it, is short and title-like enough for a subheading."""
    if says_so(text):
        return True
    if len(text) > 90 or text[-1] in ".!,;:…-–—" or not _DOUBLE.isdisjoint(text) or not _starts_well(text):
        return False
    words = text.split()
    if len(words) > _SUBHEADING_WORDS or text.rstrip(_CLOSERS)[-1:] in (".", "!", ","):
        return False
    return text[-1] != "?" or _titles_with_question(words)


def says_so(text: str) -> bool:
    """Tell whether `text` is a heading by its own words: "# Title" in Markdown, "Chapter II"."""
    return len(text) <= 210 and (
        re.match(_MARKDOWN, text) is not None
        or (text[:2].casefold() in _CHAPTER_FIRST and re.match(_CHAPTER, text) is not None)
    )


def is_ornament(text: str) -> bool:
    """Tell whether `text` only separates parts of a text: "* * *", "———"."""
    return len(text) <= 40 and not any(c.isalnum() for c in text) and _DOUBLE.isdisjoint(text)


def is_long(text: str) -> bool:
    """Tell whether `text` is so long that it must be prose."""
    return len(text) > 90 or text.count(" ") + 1 >= _FULL_WORDS


def is_full(text: str) -> bool:
    """Tell whether `text` is a paragraph of prose rather than a line of a list, a table or a poem."""
    return is_long(text) or text.rstrip(_CLOSERS)[-1:] in (".", "!", "…")


def title_case(words: list[str]) -> bool:
    """Tell whether nearly all words but the small ones begin with a capital letter."""
    told = [word.lstrip("‘'\"“(") for word in words]
    weighed = [
        word for word in told if word and word[0].isalpha() and word.casefold().strip(".,:;’'") not in _SMALL
    ]
    return len(weighed) >= 2 and sum(word[0].isupper() for word in weighed) >= 0.8 * len(weighed)


def without_marks(text: str) -> str:
    """Return a heading without Markdown's marks around it and without the full stop or semicolon that ends it."""
    text = re.sub(r"\A#{1,6}\s+|(?<!\s)\s+#{1,6}\Z", "", text)
    return text[:-1] if text.endswith((".", ";")) and not text.endswith("..") else text


def _titles_with_question(words: list[str]) -> bool:
    told = [word.strip("‘’'“”\"?,.()").casefold().replace("’", "'") for word in words]
    if len(told) > 9 or told[0] in _GOES_ON or any(word.endswith(",") for word in words):
        return False
    if not _POINTS_BACK.isdisjoint(told) or len(told) == 1:
        return False
    # "Is it true?", "Does this matter?": an inverted question about "it" or "this" goes on with the text.
    return not (told[0] in _INVERTED and told[1] in ("it", "this", "that", "there", "these", "those"))


_CHAPTER = (
    r"(?i)(?:chapter|part|book|act|scene|section)\s+(?:[ivxlcdm]+|\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\s*[.:—–-].{0,80}|\s*)\Z"
)
_CHAPTER_FIRST = frozenset(("ch", "pa", "bo", "ac", "sc", "se"))
_MARKDOWN = r"#{1,6}\s+\S.{0,200}\Z"
_DATELINE = r"[A-Z][A-Z. ,]{2,40}(?:\([A-Z][\w ]{1,20}\))?\s*[—–-]{1,2}\s"


def _starts_well(text: str) -> bool:
    first = text.lstrip("# ‘'“\"([¿")[:1]
    return bool(first) and (
        first.isupper() or first.isdigit() or not (first.islower() or first.isalnum() is False)
    )
