"""The index by which quotes that may be the same words are found. All functions run inside a transaction.

It is a table of FTS5 whose words are hashes of some runs of three words of each quote
(`tui.library.comparing.shingles`); beside it stands a hash of the whole, so that an agency's quote in thousands of
articles is compared once. What it finds is compared word for word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from tui.analysis.analysis import Kind
from tui.library.article_texts import SHIFT, shown_text
from tui.library.comparing.compared_words import ComparedWords, compared_words
from tui.library.comparing.shingles import kept_shingles, shingles, whole_hash
from tui.library.serialisation import said, spans

_BATCH = 20  # articles compared in one transaction
_TOGETHER = 100  # runs looked up in one query


def put(db: sqlite3.Connection, number: int) -> None:
    """Put the quotes of an article into the index, which has none of it; they are in the table of quotes."""
    whole, runs = [], []
    for quote, words in article_quotes(db, number):
        if kept := kept_shingles(words.keys):
            whole.append((quote, whole_hash(words.keys)))
            runs.append((quote, _tokens(kept)))
    db.executemany("INSERT OR REPLACE INTO quote_words (id, whole) VALUES (?, ?)", whole)
    db.executemany("INSERT INTO quote_runs (rowid, runs) VALUES (?, ?)", runs)
    db.execute("UPDATE articles SET compared = 1 WHERE id = ?", (number,))


def remove(db: sqlite3.Connection, number: int) -> None:
    """Delete an article from the index, while its text and its quotes are still there.

    A run that is left over, as the text is damaged, leads to a quote that is compared in vain.
    """
    first, last = number << SHIFT, (number + 1 << SHIFT) - 1
    if db.execute("SELECT 1 FROM quote_words WHERE id BETWEEN ? AND ? LIMIT 1", (first, last)).fetchone():
        found = ((quote, kept_shingles(words.keys)) for quote, words in article_quotes(db, number))
        db.executemany(
            "INSERT INTO quote_runs (quote_runs, rowid, runs) VALUES ('delete', ?, ?)",
            [(quote, _tokens(kept)) for quote, kept in found if kept],
        )
        db.execute("DELETE FROM quote_words WHERE id BETWEEN ? AND ?", (first, last))
    db.execute("UPDATE articles SET compared = 0 WHERE id = ?", (number,))


def put_some(db: sqlite3.Connection) -> int:
    """Put some articles into the index that are searched but not in it yet; return how many, 0 if none is left."""
    rows = db.execute(
        "SELECT id FROM articles WHERE compared = 0 AND indexed > 0 ORDER BY id LIMIT ?", (_BATCH,)
    ).fetchall()
    for (number,) in rows:
        put(db, number)
    return len(rows)


def candidates(db: sqlite3.Connection, words: ComparedWords) -> dict[int, list[int]]:
    """Return quotes that may be the same as these words, by the hash of their words, the likeliest first."""
    runs = [_tokens([run]) for run in shingles(words.keys)]
    hits: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for part in _parts(runs):
        each = " UNION ALL ".join(
            ["SELECT rowid AS quote FROM quote_runs WHERE quote_runs MATCH ?"] * len(part)
        )
        rows = db.execute(
            f"SELECT quote, whole, count(*) FROM ({each}) JOIN quote_words ON id = quote GROUP BY quote",
            part,
        )
        for quote, whole, count in rows:
            hits[whole] = max(hits.get(whole, 0), count)
            found.setdefault(whole, []).append(quote)
    own = whole_hash(words.keys)
    ranked = sorted(found, key=lambda whole: (whole != own, -hits[whole]))
    return {whole: sorted(set(found[whole])) for whole in ranked}


def pairs(db: sqlite3.Connection) -> list[list[int]]:
    """Return groups of hashes of words whose quotes share a run."""
    groups: dict[tuple[int, ...], None] = {}
    last, group = None, set[int]()
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.quote_run_terms USING fts5vocab ('main', 'quote_runs', 'instance')"
    )
    rows = db.execute("SELECT term, whole FROM quote_run_terms JOIN quote_words ON quote_words.id = doc")
    for run, whole in rows:
        if run != last:
            if len(group) > 1:
                groups.setdefault(tuple(sorted(group)))
            last, group = run, set()
        group.add(whole)
    if len(group) > 1:
        groups.setdefault(tuple(sorted(group)))
    return [list(each) for each in groups]


def quote_words(db: sqlite3.Connection, quotes: Sequence[int]) -> dict[int, ComparedWords]:
    """Return the words of these quotes, as they are compared; of those whose text is missing or damaged none."""
    out: dict[int, ComparedWords] = {}
    for number in sorted({quote >> SHIFT for quote in quotes}):
        wanted = {quote for quote in quotes if quote >> SHIFT == number} if len(quotes) > 1 else set(quotes)
        out.update((quote, words) for quote, words in article_quotes(db, number, wanted))
    return out


def article_quotes(
    db: sqlite3.Connection, number: int, wanted: set[int] | None = None
) -> list[tuple[int, ComparedWords]]:
    """Return the ids and words of an article's quotes, or of those that are wanted."""
    rows = db.execute(
        "SELECT id, content, kind FROM quotes WHERE id BETWEEN ? AND ?",
        (number << SHIFT, (number + 1 << SHIFT) - 1),
    ).fetchall()
    shown = shown_text(db, number) if rows else None
    if shown is None:
        return []
    return [
        (quote, compared_words(said(shown.text, map(shown.shown_span, spans(content))), Kind(kind)))
        for quote, content, kind in rows
        if wanted is None or quote in wanted
    ]


def _tokens(runs: Iterable[int]) -> str:
    """Return runs as the words of the index."""
    return " ".join(f"{run:x}" for run in runs)


def _parts(values: list[str]) -> Iterable[list[str]]:
    return (values[at : at + _TOGETHER] for at in range(0, len(values), _TOGETHER))
