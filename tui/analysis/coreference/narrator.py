"""Who says "I" in the article's own voice: the byline, or the note on the author at the end."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.entities.mentions import Mention, span_of
from tui.analysis.entities.name_parts import display, key
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.article.article import Article
from tui.article.spans import Span

_MAX_PARAGRAPHS_FROM_END = 3  # in which a note on the author is looked for
_VERBS_OF_NOTES = frozenset(
    {"is", "was", "teaches", "writes", "served", "serves", "works", "runs", "directs"}
)


@dataclass(frozen=True, slots=True)
class Narrator:
    """The author as far as the article says: a referent, only a name, or neither, and where it says so."""

    referent: int | None
    name: str
    reason: str
    span: Span | None = None


def find_narrator(
    parsed: ParsedArticle, article: Article, mentions: list[Mention], referents: list[Referent]
) -> Narrator:
    """Return the author by the byline, else by the first name of a note among the last paragraphs."""
    if article.byline:
        name = display(article.byline.removeprefix("By ").removeprefix("by ").split(",")[0].split(" and ")[0])
        wanted = key(name)
        for number, referent in enumerate(referents):
            if referent.key == wanted:
                return Narrator(number, name, "named in the byline")
        return Narrator(None, name, "named in the byline")
    sentence_of = parsed.sentence
    for begin, end in reversed(parsed.paragraphs[-_MAX_PARAGRAPHS_FROM_END:]):
        if begin == end:
            continue
        for mention in mentions:
            if mention.begin != begin or not referents[mention.referent].is_person or len(mention.key) < 2:
                continue
            first = referents[mention.referent].mentions[0]
            following = parsed.word[mention.end] if mention.end < end else ""
            if (
                mentions[first] is mention
                and following.casefold() in _VERBS_OF_NOTES
                and sentence_of[begin] > 3
            ):
                span = span_of(parsed, mention)
                return Narrator(mention.referent, mention.text, "named in the note at the end", span)
    return Narrator(None, "", "whom the article does not name")
