"""The same words elsewhere: which quotes of the articles read are the same as a given one, and where they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.library import same_words_index
from tui.library.article_texts import SHIFT, newest_among, shown_text
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import ComparedWords
from tui.library.comparing.same_words_rule import are_same_words
from tui.library.comparing.word_alignment import Alignment, align
from tui.library.connection import Connection
from tui.library.content_keys import display_field, display_title
from tui.library.misquotations import find_misquoted
from tui.library.serialisation import said, spans

_TOGETHER = 400  # values bound in one query
_COMPARED = 120  # the most different wordings that a quote is compared with, the likeliest first
_STEP = 10  # quotes looked up before others may use the library

_FACTS = """
SELECT q.id, q.content, q.cue, q.kind, q.stance, q.certainty, q.corrected, a.name, a.role, a.person, a.speaker,
    r.title, r.source, r.url, r.site, r.published, coalesce(r.published, r.first)
FROM quotes q LEFT JOIN appearances a ON a.id = q.appearance JOIN articles r ON r.id = q.id >> 20
"""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A quote in an article of the library; each text is on one line and safe to draw.

    `article` is its id, `number` the quote's index in the analysis, `content` its spans in the article's text,
    `cue` those of its cue. `name` is None if the article names nobody, `person` the id of the speaker for
    `People.person`, `speaker` the speaker's id in the analysis. `published` is as the article gives it, `date` that
    or when it was first read (ISO 8601). `source` is as it was kept, to be opened again.
    """

    article: int
    number: int
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: str
    stance: str
    certainty: float
    corrected: bool
    name: str | None
    role: str | None
    person: int | None
    speaker: str | None
    title: str
    source: str
    url: str | None
    outlet: str
    published: str | None
    date: str

    @property
    def quote(self) -> int:
        """The quote's id in the library."""
        return self.article << SHIFT | self.number


@dataclass(frozen=True, slots=True)
class SameQuote:
    """A quote elsewhere, word against word with the one that was asked for."""

    occurrence: Occurrence
    alignment: Alignment
    same_speaker: bool | None
    """True if both have the same speaker; None if one has none."""


class SameWords:
    """The quotes of a library, by their words. If it cannot be read, every method answers as for an empty one."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def counts(
        self,
        quotes: Mapping[_Key, ComparedQuote],
        article: Article | None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> dict[_Key, int]:
        """Return in how many articles beside `article` each quote stands; those that stand in none are left out.

        Versions of one article are one. Once `is_cancelled`, those are returned that were counted by then.
        """
        found: dict[_Key, set[int]] = {}
        out: dict[_Key, int] = {}
        apart: set[int] = self._library.query(lambda db: _same_source(db, article)) or set()
        text = _hash(article)
        keys = list(quotes)
        steps = [keys[at : at + _STEP] for at in range(0, len(keys), _STEP)]
        for step in steps:
            if is_cancelled():
                break

            def look_up(db: sqlite3.Connection, some: Sequence[_Key] = step) -> None:
                apart.update(_with_text(db, text))  # the article itself may be kept between two steps
                for key in some:
                    found[key] = {quote >> SHIFT for quote, _ in _same(db, quotes[key], apart)}

            self._library.query(look_up)

        def look_beside(db: sqlite3.Connection) -> dict[_Key, dict[int, Alignment]]:
            apart.update(_with_text(db, text))
            return find_misquoted(db, quotes, set().union(*found.values()) - apart)

        misquoted = {} if is_cancelled() else self._library.query(look_beside) or {}
        for step in steps:

            def count(db: sqlite3.Connection, some: Sequence[_Key] = step) -> None:
                for key in some:
                    articles = found.get(key, set()) | {quote >> SHIFT for quote in misquoted.get(key, {})}
                    if articles:
                        out[key] = len(newest_among(db, articles))

            self._library.query(count)
        return out

    def elsewhere(
        self,
        quote: ComparedQuote,
        article: Article | None = None,
        beside: Sequence[ComparedQuote] = (),
        shared: Sequence[ComparedQuote] = (),
    ) -> list[SameQuote]:
        """Return the quotes that are the same words, outside `article` and other texts of its source, by date.

        Of several versions of an article that have them only the newest is returned. `beside` are the other quotes
        of `article`, `shared` those of them that stand elsewhere: there this one may stand with another word.
        """

        def look_up(db: sqlite3.Connection) -> list[SameQuote]:
            apart = _same_source(db, article)
            found = dict(_same(db, quote, apart))
            together = {each >> SHIFT for other in shared[:_STEP] for each, _ in _same(db, other, apart)}
            together |= {each >> SHIFT for each in found}
            found |= find_misquoted(db, dict(enumerate([quote, *beside])), together).get(0, {})
            once = newest_among(db, {each >> SHIFT for each in found})
            out = []
            for each in _occurrences(db, [each for each in found if each >> SHIFT in once]):
                other = ComparedQuote(found[each.quote].there, each.name, each.person)
                out.append(SameQuote(each, found[each.quote], quote.has_speaker_of(other)))
            return sorted(
                out, key=lambda same: (same.occurrence.date, same.occurrence.article, same.occurrence.number)
            )

        return self._library.query(look_up) or []

    def cues(self, occurrences: Iterable[Occurrence]) -> dict[int, str]:
        """Return the words of the cues, by the id of the quote."""

        def look_up(db: sqlite3.Connection) -> dict[int, str]:
            out = {}
            ordered = sorted(occurrences, key=lambda each: each.article)
            for article, those in groupby(ordered, key=lambda each: each.article):
                shown = shown_text(db, article)
                if shown is not None:
                    for each in those:
                        words = one_line(said(shown.text, map(shown.shown_span, each.cue)))
                        out[each.quote] = words.strip(" ,:;")
            return out

        return self._library.query(look_up) or {}

    def shared(self, person: int | None = None) -> list[tuple[Occurrence, ComparedWords]]:
        """Return the quotes that share a run of words with another one; with `person` those which share theirs.

        Those of an article of which a newer version is among them are left out.
        """

        def look_up(db: sqlite3.Connection) -> list[tuple[Occurrence, ComparedWords]]:
            query = "SELECT w.id, w.whole FROM quote_words w"
            of_person = (
                f"{query} JOIN quotes q USING (id) JOIN appearances a ON a.id = q.appearance AND a.person = ?"
            )
            theirs = None
            if person is not None:
                theirs = {whole for _, whole in db.execute(of_person, (person,))}
            wanted: set[int] = set()
            for group in same_words_index.pairs(db):
                if theirs is None or not theirs.isdisjoint(group):
                    wanted.update(group)
            by_words: dict[int, list[int]] = {}
            for quote, whole in db.execute(query):
                by_words.setdefault(whole, []).append(quote)
            chosen = [
                quote
                for whole, those in by_words.items()
                if whole in wanted or (len(those) > 1 and (theirs is None or whole in theirs))
                for quote in those
            ]
            once = newest_among(db, {quote >> SHIFT for quote in chosen})
            chosen = [quote for quote in chosen if quote >> SHIFT in once]
            words = same_words_index.quote_words(db, chosen)
            return [(each, words[each.quote]) for each in _occurrences(db, chosen) if each.quote in words]

        return self._library.query(look_up) or []


def _same(db: sqlite3.Connection, quote: ComparedQuote, apart: set[int]) -> list[tuple[int, Alignment]]:
    """Return the ids of the quotes that are the same words, with alignments; none of the articles `apart`."""
    out: list[tuple[int, Alignment]] = []
    compared = 0
    for quotes in same_words_index.candidates(db, quote.words).values():
        others = [each for each in quotes if each >> SHIFT not in apart]
        if not others:
            continue
        compared += 1
        if compared > _COMPARED:
            break
        words = next(iter(same_words_index.quote_words(db, others[:1]).values()), None)
        if words is None:
            continue
        alignment = align(quote.words, words)
        if are_same_words(alignment, False):
            out += [(each, alignment) for each in others]
        elif are_same_words(alignment, True):  # it depends on the speaker
            for each in _occurrences(db, others):
                other = ComparedQuote(words, each.name, each.person)
                if are_same_words(alignment, quote.has_speaker_of(other)):
                    out.append((each.quote, alignment))
    return out


def _same_source(db: sqlite3.Connection, article: Article | None) -> set[int]:
    """Return the ids of an article and of other texts of its source: a page that changed is not elsewhere."""
    if article is None:
        return set()
    query = "SELECT id FROM articles WHERE source = ? OR (url IS NOT NULL AND url = ?)"
    named = None if article.source in ("", "-") else article.source
    same = {number for (number,) in db.execute(query, (named, article.url))}
    return same | _with_text(db, _hash(article))


def _hash(article: Article | None) -> bytes | None:
    from tui.library.content_keys import text_hash

    return text_hash(article.text) if article else None


def _with_text(db: sqlite3.Connection, text: bytes | None) -> set[int]:
    return {number for (number,) in db.execute("SELECT id FROM articles WHERE text_hash = ?", (text,))}


def _occurrences(db: sqlite3.Connection, quotes: Sequence[int]) -> list[Occurrence]:
    out = []
    for at in range(0, len(quotes), _TOGETHER):
        some = quotes[at : at + _TOGETHER]
        rows = db.execute(f"{_FACTS} WHERE q.id IN ({', '.join('?' * len(some))})", some)
        out += [_occurrence(row) for row in rows]
    return out


def _occurrence(row: tuple[Any, ...]) -> Occurrence:
    quote, content, cue, kind, stance, certainty, corrected, name, role, person, speaker, *where = row
    title, source, url, site, published, date = where
    return Occurrence(
        article=quote >> SHIFT,
        number=quote & (1 << SHIFT) - 1,
        content=spans(content),
        cue=spans(cue),
        kind=kind,
        stance=stance,
        certainty=certainty,
        corrected=bool(corrected),
        name=name and display_field(name),
        role=role and display_field(role),
        person=person,
        speaker=speaker,
        title=display_title(title, source),
        source=source or "",
        url=url and display_field(url),
        outlet=display_field(site or ""),
        published=published and display_field(published),
        date=display_field(date),
    )
