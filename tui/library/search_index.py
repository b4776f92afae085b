"""Fill the tables for search and for who said what, from an article and its analysis.

The search tables (FTS5, contentless) hold no words, so deleting an article from them takes the very words that
were inserted, from its row, its text and its quotes as stored. All functions run inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from tui.analysis.analysis import Analysis, Stance
from tui.article.article import Article
from tui.library import people_changes, same_words_index
from tui.library.article_texts import FACTS, SHIFT, ArticleParts, text_of
from tui.library.content_keys import text_hash, without_surrogates
from tui.library.people_names import key_of, may_be_namesake, namesake_key
from tui.library.serialisation import deflated, json_text, offsets, said, searchable, spans

_MOST = 1 << SHIFT  # the most quotes of one article that are indexed
_STEP = 1 << 20  # characters
LONGEST = 4_000_000
"""Characters of an article that are searched, as many as are analysed: SQLite holds all words of a row."""
_WHOLE, _BEGINNING = 1, 2  # what is indexed of an article; versions up to 0.2 indexed the whole of any


def put_article(db: sqlite3.Connection, article: Article, moment: str) -> int:
    """Store an article and its text; return its id. The search tables stay consistent with it."""
    hashed = text_hash(article.text)
    facts = [value and without_surrogates(value) for value in (getattr(article, name) for name in FACTS)]
    row = db.execute(
        f"SELECT id, indexed, words, {', '.join(FACTS)} FROM articles WHERE text_hash = ?",
        (hashed,),
    ).fetchone()
    if row is None:
        marks = ", ".join("?" * (len(FACTS) + 5))
        cursor = db.execute(
            f"INSERT INTO articles (text_hash, first, opened, times, words, {', '.join(FACTS)}) VALUES ({marks})",
            (hashed, moment, moment, 0, _words(article.text), *facts),
        )
        number = int(cursor.lastrowid or 0)
    else:
        number = int(row[0])
        # Known facts are not lost if the article is now read without them.
        facts = [new if new is not None else old for new, old in zip(facts, row[3:], strict=True)]
        if facts != list(row[3:]):
            at = FACTS.index("source")
            if row[3 + at] not in (None, facts[at]):
                from tui.library.source_history import keep_other  # mostly there is only one

                keep_other(db, row[3 + at], hashed)
            if row[1]:
                unindex(db, number)
            db.execute(
                f"UPDATE articles SET {', '.join(f'{name} = ?' for name in FACTS)} WHERE id = ?",
                (*facts, number),
            )
        if not row[2]:
            db.execute("UPDATE articles SET words = ? WHERE id = ?", (_words(article.text), number))
    more = deflated(json_text(ArticleParts.of(article)))
    there = db.execute("SELECT more FROM texts WHERE id = ?", (number,)).fetchone()
    if there is None:
        db.execute(
            "INSERT INTO texts (id, text, more) VALUES (?, ?, ?)", (number, deflated(article.text), more)
        )
    elif there[0] != more:  # a newer version may find other blocks
        db.execute("UPDATE texts SET more = ? WHERE id = ?", (more, number))
    return number


def _words(text: str) -> int:
    """Return the number of words in a text, counted in steps so that other threads can run."""
    count = 0
    for at in range(0, len(text), _STEP):
        part = text[at : at + _STEP]
        is_cut = at > 0 and not (text[at - 1].isspace() or part[0].isspace())
        count += len(part.split()) - is_cut
    return count


def index(db: sqlite3.Connection, number: int, text: str, analysis: Analysis) -> None:
    """Put an article with its quotes and speakers into the tables, replacing what they had of it.

    The article itself stays in its table if it is there: its text is never another, and may be long.
    """
    indexed = _indexed(db, number)
    _unindex_quotes(db, number, text if indexed else None)
    title, about, hashed = _indexed_facts(db, number)
    said_by = Counter(a.speaker for a in analysis.attributions[:_MOST] if a.stance is Stance.SPEECH)
    first = number << SHIFT
    names: dict[str, tuple[int, str]] = {}
    for at, speaker in enumerate(analysis.speakers[:_MOST]):
        name, role = searchable(speaker.name), searchable(speaker.role) if speaker.role else None
        key = key_of(name, speaker.kind, hashed)
        if may_be_namesake(key, name, role):
            others = db.execute(
                "SELECT DISTINCT name, role FROM appearances WHERE key = ?", (key,)
            ).fetchall()
            key = namesake_key(key, name, role, others)
        person = people_changes.person_for(db, key, name, role, hashed)
        names[speaker.id] = (first + at, name)
        db.execute(
            "INSERT INTO appearances (id, speaker, name, kind, role, quotes, key, person) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (first + at, speaker.id, name, speaker.kind, role, said_by[speaker.id], key, person),
        )
    rows, words = [], []
    for at, a in enumerate(analysis.attributions[:_MOST]):
        who, name = names.get(a.speaker or "", (None, ""))
        rows.append(
            (
                *(first + at, who, offsets(a.content), offsets(a.cue), str(a.kind), str(a.stance)),
                *(round(a.certainty, 3), a.corrected),
            )
        )
        words.append((first + at, searchable(said(text, a.content)), name))
    db.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany("INSERT INTO quotes_fts (rowid, words, speaker) VALUES (?, ?, ?)", words)
    if not indexed:
        db.execute(
            "INSERT INTO articles_fts (rowid, title, about, text) VALUES (?, ?, ?, ?)",
            (number, title, about, searchable(text[:LONGEST])),
        )
        indexed = _WHOLE if len(text) <= LONGEST else _BEGINNING
    spoken = sum(said_by.values())
    speaking = len(said_by.keys() - {None})
    db.execute(
        "UPDATE articles SET indexed = ?, quotes = ?, speakers = ? WHERE id = ?",
        (indexed, spoken, speaking, number),
    )
    same_words_index.put(db, number)


def unindex(db: sqlite3.Connection, number: int) -> None:
    """Delete an article from the tables that `index` fills."""
    indexed = _indexed(db, number)
    text = text_of(db, number) if indexed else None
    _unindex_quotes(db, number, text)
    if text is not None:
        title, about, _ = _indexed_facts(db, number)
        db.execute(
            "INSERT INTO articles_fts (articles_fts, rowid, title, about, text) VALUES ('delete', ?, ?, ?, ?)",
            (number, title, about, searchable(text if indexed == _WHOLE else text[:LONGEST])),
        )
    db.execute("UPDATE articles SET indexed = 0 WHERE id = ?", (number,))


def _unindex_quotes(db: sqlite3.Connection, number: int, text: str | None) -> None:
    """Delete the quotes and speakers of an article from the tables; `text` is None if it is not indexed."""
    first, last = number << SHIFT, (number + 1 << SHIFT) - 1
    if text is not None:
        found = db.execute(
            "SELECT q.id, q.content, coalesce(a.name, '') FROM quotes q LEFT JOIN appearances a "
            "ON a.id = q.appearance WHERE q.id BETWEEN ? AND ?",
            (first, last),
        ).fetchall()
        db.executemany(
            "INSERT INTO quotes_fts (quotes_fts, rowid, words, speaker) VALUES ('delete', ?, ?, ?)",
            [(at, searchable(said(text, spans(content))), name) for at, content, name in found],
        )
    same_words_index.remove(db, number)
    db.execute("DELETE FROM quotes WHERE id BETWEEN ? AND ?", (first, last))
    db.execute("DELETE FROM appearances WHERE id BETWEEN ? AND ?", (first, last))


def _indexed(db: sqlite3.Connection, number: int) -> int:
    row = db.execute("SELECT indexed FROM articles WHERE id = ?", (number,)).fetchone()
    return row[0] if row else 0


def _indexed_facts(db: sqlite3.Connection, number: int) -> tuple[str, str, bytes]:
    """Return what is indexed of an article beside its text (title, about), and the text's hash."""
    row = db.execute(
        "SELECT title, byline, site, source, text_hash FROM articles WHERE id = ?", (number,)
    ).fetchone()
    return row[0] or "", " ".join(part for part in row[1:4] if part), row[4]
