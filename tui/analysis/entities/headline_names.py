"""Names in headlines, where capitals hide what is a name: "Doe Tells Guest", "Will Acme Be Last?"."""

from __future__ import annotations

from collections.abc import Container

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.head_nouns import head_label
from tui.analysis.entities.mentions import Mention, mention_at
from tui.analysis.entities.name_kinds import KNOWN_BODIES
from tui.analysis.entities.name_parts import SUFFIXES, Key
from tui.analysis.parsed_article import ParsedArticle

_ASKING = frozenset({"will", "can", "may"})
_MOST_OF_HEADLINE = 4  # words of a name that stands only in a headline
_MAX_WORDS = 6  # words of a part of a headline that is looked up as a name
_CONTENT = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


def title_case_sentences(parsed: ParsedArticle, mentions: list[Mention]) -> set[int]:
    """Return the sentences that hold a name of several words and have every content word capitalised."""
    found: set[int] = set()
    seen: set[int] = set()
    for mention in mentions:
        sentence = parsed.sentence[mention.begin]
        if mention.end - mention.begin < 2 or sentence in seen:
            continue
        seen.add(sentence)
        begin, end = parsed.sentences[sentence]
        if end - begin > 40:
            continue
        long = [i for i in range(begin, end) if len(parsed.word[i]) > 3 and parsed.word[i][0].isalpha()]
        small = [i for i in long if not parsed.text[parsed.start[i]].isupper()]  # as written, not as parsed
        if len(long) >= 4 and not any(parsed.pos[i] in _CONTENT for i in small):
            found.add(sentence)
    return found


def asks(parsed: ParsedArticle, mention: Mention) -> bool:
    """Tell whether a question begins with a verb that was read as a first name: "Will Acme wait?"."""
    begin, end = parsed.sentences[parsed.sentence[mention.begin]]
    return (
        mention.key[0] in _ASKING
        and (mention.begin == begin or parsed.word[mention.begin - 1] == ",")
        and parsed.word[end - 1] == "?"
    )


def without_headline_verbs(parsed: ParsedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions; in the first line a third word after a two-word name of the article is cut off.

    "Ada Quill Opens Up" above an article on Ada Quill.
    """
    known = {m.key for m in mentions if m.label == "PERSON" and len(m.key) == 2}
    out: list[Mention] = []
    for mention in mentions:
        name = mention.key
        if (
            mention.label == "PERSON"
            and len(name) == mention.end - mention.begin == 3
            and mention.end <= parsed.paragraphs[0][1]
            and name[:2] in known
            and name[2] not in SUFFIXES
            and not is_first_name(name[1])
        ):
            mention = mention_at(parsed, mention.begin, mention.end - 1, "PERSON") or mention
        out.append(mention)
    return out


def cut_headline(
    parsed: ParsedArticle,
    mention: Mention,
    known: set[Key],
    surnames: dict[str, set[str]],
    small: Container[str],
) -> list[Mention]:
    """Return the parts of a headline's name that the article names elsewhere, or the whole name if it names none.

    "Holt Will Lead Jane Doe's Effort": of "Will Lead Jane Doe" it is Jane Doe. Return nothing if it is hardly a
    name: "Friends Team Up", or "Jane Photo Found" with "photo" written `small`.
    """
    last = mention.key[-1]
    asking = asks(parsed, mention)
    named_in_full = len(mention.key) > 3 and mention.key[-2:] in known and is_first_name(mention.key[-2])
    if (
        is_first_name(mention.key[0])
        and not asking
        and not named_in_full
        and (last in surnames or (last,) in known)
        and len(mention.key) <= 4
    ):
        return [mention]
    out: list[Mention] = []
    at = mention.begin + (asking and mention.key[:2] not in known)
    while at < mention.end:
        for end in range(min(mention.end, at + _MAX_WORDS), at, -1):
            part = mention_at(parsed, at, end, mention.label)
            if part is None:
                continue
            last = part.key[-1]
            person = last in surnames and len(part.key) == 1
            if len(part.key) == 2 and is_first_name(part.key[0]):
                person = last in surnames or (last,) in known
            if person or part.key in known:
                part.label = "PERSON" if person else part.label
                out.append(part)
                at = end
                break
        else:
            at += 1
    over_article = len(parsed.paragraphs) > 1 and mention.end <= parsed.paragraphs[0][1]
    common = mention.key[-1] in small or (over_article and not _is_plausible(mention))
    return out or ([] if common else [mention])


def _is_plausible(mention: Mention) -> bool:
    """Tell whether what only a headline names may be a name: "Glass Museum", but not "Beyond Compare"."""
    name = mention.key
    if len(name) > _MOST_OF_HEADLINE:
        return False
    known = head_label(name) or place_class(name) or is_first_name(name[0])
    return mention.label == "PERSON" or bool(known) or " ".join(name) in KNOWN_BODIES
