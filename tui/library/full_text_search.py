"""Full-text search over everything that was read, while a query is typed.

A query is a list of words, all of which must occur, whatever their accents and case ("Lukasz" finds "Łukasz").
The last word may be incomplete (from two letters on), "several words" in quotation marks must occur in this
order, and -word must not occur. No query is an error, and nothing in it acts as FTS5's own syntax
(https://sqlite.org/fts5.html, section 3): every word is passed on as a quoted string.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.analysis.analysis import Stance
from tui.article.folding import without_accents
from tui.article.sanitising import displayable, one_line
from tui.article.spans import Span
from tui.article.text_markup import ShownText
from tui.library.article_texts import SHIFT, newest_among, newest_of, shown_text
from tui.library.content_keys import display_field, display_title
from tui.library.serialisation import said, spans
from tui.library.spellings import EVEN, pattern, spellings

_PIECE = re.compile(r"""(-?)(?:["“”„«»]([^"“”„«»]*)(["“”„«»]?)|([^\s"“”„«»]+))""")
_LONG = 160  # characters of a snippet from an article
_BEFORE = 40  # of them before the first match
_PREFIX = 2  # the fewest letters of an incomplete word
_AT_ONCE, _AHEAD = 1500, 100  # characters of an article searched at a time, and the overlap
_COMMON = "“”‘’–—…\xa0"  # characters of English text beside ASCII that are not letters
_MOST = 24  # the most words of a query that are used


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that was found, or an article, whose `number` is None.

    `snippet` is one line that is safe to draw, `marks` are the spans in it that match. `spans` were found in
    the article's text: the content of the quote, or the first match of an article (none if only its title or
    source matches). `number` is the quote's index in the analysis; `name`, `role` and `person` (an id for
    `People.person`) are those of its speaker, `cue` the words of its cue on one line. `date` is when the article
    was published, or else first read.
    """

    article: int
    title: str
    source: str
    date: str
    snippet: str
    marks: tuple[Span, ...]
    spans: tuple[Span, ...]
    number: int | None = None
    name: str | None = None
    role: str | None = None
    person: int | None = None
    kind: str | None = None
    corrected: bool = False
    stance: str | None = None
    cue: str = ""
    certainty: float | None = None


@dataclass(frozen=True)
class Words:
    """The query: phrases (mostly single words) that must or must not occur; `begun` is an incomplete last one."""

    phrases: tuple[tuple[str, ...], ...] = ()
    begun: tuple[str, ...] = ()
    without: tuple[tuple[str, ...], ...] = ()

    @property
    def match(self) -> str:
        """The query in FTS5's syntax; "" if there is nothing to look for."""
        return self.match_in()

    def match_in(self, columns: str = "") -> str:
        """Return the query with required words limited to `columns` (all for ""), excluded words to none."""
        wanted = [_any(phrase) for phrase in self.phrases]
        if self.begun:
            # A single letter says too little, and costs the most.
            long = len(self.begun) > 1 or len(self.begun[0]) >= _PREFIX
            wanted += [_any(self.begun, " *")] if long else []
        if not wanted:
            return ""
        where = f"{{{columns}}} : " if columns else ""
        return " NOT ".join([f"({where}({' AND '.join(wanted)}))", *map(_any, self.without)])

    @property
    def excluded(self) -> str:
        """The query for the excluded words in FTS5's syntax; "" without any."""
        return " OR ".join(map(_any, self.without))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression for what matches in folded text."""
        ways = [_ordered(phrase) + r"(?![^\W_])" for phrase in self.phrases]
        ways += [_ordered(self.begun) + r"[^\W_]*"] if self.begun else []
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways) or '(?!)'})")


def read_words(query: str) -> Words:
    """Parse a query, which may not be typed to its end."""
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    begun: tuple[str, ...] = ()
    end = len(query)
    for found in list(_PIECE.finditer(query))[:_MOST]:
        minus, quoted, closed, bare = found.groups()
        words = tuple(_tokens(quoted if bare is None else bare))
        if not words:
            continue
        if minus and (bare is None or found.start() == 0 or query[found.start() - 1].isspace()):
            without.append(words)
        elif found.end() == end and not closed:
            begun = words
        else:
            phrases.append(words)
    return Words(tuple(phrases), begun, tuple(without))


def find_articles(db: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """Return articles whose title, byline, site or source match, then those whose text does, the latest first.

    Of several versions that match only the newest is returned; of a quote that stands in several, too, below.
    """
    words = read_words(query)
    if not (match := words.match):
        return []
    numbers: dict[int, None] = {}
    for where in (words.match_in("title about"), match):
        if len(numbers) < limit:
            rows = db.execute(
                "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT ?",
                (where, limit),
            )
            numbers.update(dict.fromkeys(row[0] for row in rows))
    once = newest_among(db, numbers)
    left = [n for n in numbers if n in once]
    return [hit for n in left[:limit] if (hit := _article_hit(db, n, words)) is not None]


def find_quotes(db: sqlite3.Connection, query: str, limit: int, stance: Stance = Stance.SPEECH) -> list[Hit]:
    """Return quotes of this stance whose words together with the speaker's name match; the latest read first.

    Articles in which an excluded word occurs anywhere are left out.
    """
    words = read_words(query)
    if not (match := words.match):
        return []
    excluded = words.excluded
    others = (
        f"AND f.rowid >> {SHIFT} NOT IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?) "
        if excluded
        else ""
    )
    rows = db.execute(
        "SELECT q.id, q.content, q.cue, q.kind, q.certainty, q.corrected, a.name, a.role, a.person "
        "FROM quotes_fts f JOIN quotes q ON q.id = f.rowid LEFT JOIN appearances a ON a.id = q.appearance "
        "WHERE quotes_fts MATCH ? " + others + "AND q.stance = ? ORDER BY f.rowid DESC LIMIT ?",
        (match, *([excluded] if excluded else []), str(stance), limit),
    ).fetchall()
    texts: dict[int, tuple[ShownText, tuple[str, str, str]]] = {}
    out = []
    for number, content, cue, kind, certainty, corrected, name, role, person in rows:
        article = number >> SHIFT
        if article not in texts:
            texts[article] = (shown_text(db, article) or ShownText("", ()), _named(db, article))
        shown, (title, source, date) = texts[article]
        pieces = spans(content)
        snippet, marks = _marked(said(shown.text, map(shown.shown_span, pieces)), words)
        out.append(
            Hit(
                article=article,
                title=title,
                source=source,
                date=date,
                snippet=snippet,
                marks=marks,
                spans=pieces,
                number=number & (1 << SHIFT) - 1,
                name=name and display_field(name),
                role=role and display_field(role),
                person=person,
                kind=kind,
                corrected=bool(corrected),
                stance=str(stance),
                cue=one_line(said(shown.text, map(shown.shown_span, spans(cue)))),
                certainty=certainty,
            )
        )
    newest = newest_of(db, texts)
    # The latest come first.
    once = {(newest[hit.article], hit.name, hit.snippet): hit for hit in reversed(out)}
    return [hit for hit in out if once[newest[hit.article], hit.name, hit.snippet] is hit]


def _article_hit(db: sqlite3.Connection, number: int, words: Words) -> Hit | None:
    shown = shown_text(db, number)
    if shown is None:
        return None
    text = shown.text
    title, source, date = _named(db, number)
    first = _first(text, words.pattern)
    start = max(0, first.start - _BEFORE) if first else 0
    while first and 0 < start < first.start and not text[start - 1].isspace():
        start += 1
    snippet, marks = _marked(_excerpt(text, start), words)
    return Hit(number, title, source, date, snippet, marks, (shown.span_in_text(first),) if first else ())


def _excerpt(text: str, start: int) -> str:
    """Return an excerpt of `text` from `start` on, in whole words on one line, with an ellipsis at each cut."""
    end = start + _LONG - 4
    piece = text[start:end]
    if end < len(text) and not text[end].isspace():
        piece = piece.rsplit(None, 1)[0] if len(piece.split()) > 1 else piece
    lead = "… " if text[:start].rstrip(" ")[-1:] not in ("", "\n") else ""
    trail = " …" if text[end:].strip() else ""
    return f"{lead}{' '.join(piece.split())}{trail}"


def _first(text: str, pattern: re.Pattern[str]) -> Span | None:
    """Return the first match, searching piece by piece, as it is mostly near the beginning."""
    at = 0
    while at < len(text):
        end = at + _AT_ONCE
        while end < len(text) and not text[end].isspace():
            end += 1
        # A phrase across the border is matched a little beyond it. A match that begins there may be cut in the
        # middle of a word, and is left to the next piece.
        found = pattern.search(_folded(text[at : end + _AHEAD]))
        if found and at + found.start() < end:
            return Span(at + found.start(), at + found.end())
        at = end
    return None


def _named(db: sqlite3.Connection, number: int) -> tuple[str, str, str]:
    """Return the title (or source), source and date of an article."""
    row = db.execute(
        "SELECT title, coalesce(source, ''), coalesce(published, first) FROM articles WHERE id = ?",
        (number,),
    ).fetchone()
    title, source, date = row or (None, "", "")
    return display_title(title, source), display_field(source), display_field(date)


def _marked(text: str, words: Words) -> tuple[str, tuple[Span, ...]]:
    """Return `text` on one line, safe to draw, and the spans in it that match."""
    shown = displayable(text)
    return shown, tuple(Span(*found.span()) for found in words.pattern.finditer(_folded(shown)))


class _Folding(dict[int, int]):
    """A translation of letters one for one, to lower case without accents."""

    def __missing__(self, code: int) -> int:
        plain = unicodedata.normalize("NFKD", chr(code))[0].lower()
        self[code] = out = ord(plain) if len(plain) == 1 else code
        return out


_FOLDING = _Folding()


def _plain(text: str) -> str:
    plain = text
    if not plain.isascii():
        for mark in _COMMON:
            plain = plain.replace(mark, " ")
    return plain.lower() if plain.isascii() else text.translate(_FOLDING)


def _folded(text: str) -> str:
    """Return `text` folded for `Words.pattern`, character for character."""
    plain = _plain(text)
    return plain if plain.isascii() else plain.translate(EVEN)


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    """Return the words of a query, split as the index splits them."""
    return tuple(re.findall(r"[^\W_]+", _plain(without_accents(text))))


def _any(words: tuple[str, ...], more: str = "") -> str:
    """Return an FTS5 query for these words in this order, in any spelling, each followed by `more`."""
    ways = [
        f'"{each}"{more}' for each in spellings(" ".join(words))
    ]  # only letters and digits: nothing to escape
    return f"({' OR '.join(ways)})"


def _ordered(words: tuple[str, ...]) -> str:
    return r"[\W_]+".join(map(pattern, words))
