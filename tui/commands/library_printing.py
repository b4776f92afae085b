"""What `quoth library` prints: articles, hits, people and quotes as JSON, JSON lines or a line of text each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from tui.article.sanitising import one_line
from tui.commands.console import SourceProgress, printing_output
from tui.library.articles import KeptArticle
from tui.library.full_text_search import Hit
from tui.library.people import KeptQuote, Person
from tui.session.exporting.json_escaping import dump_json
from tui.session.reading.plurals import pluralise


def version_line(it: dict[str, Any]) -> str:
    """Return a version as a line of text."""
    counts = f"{pluralise(it['words'], 'word')}, {pluralise(it['quotes'], 'quote')}"
    return f"{it['number']:>4}  {it['first'][:16].replace('T', ' ')}  {it['title']}  ({counts})"


def print_pieces(pieces: Iterable[str]) -> None:
    """Print a text that comes in pieces."""
    with SourceProgress(1) as bar, printing_output(bar):
        for piece in pieces:
            sys.stdout.write(piece)


def print_found(found: Iterable[dict[str, Any]], format: str, line: Callable[[dict[str, Any]], str]) -> None:
    """Print objects in a format; `line` makes one a line of text."""
    with SourceProgress(1) as bar, printing_output(bar):
        if format == "json":
            sys.stdout.write(dump_json(list(found), indent=2) + "\n")
        else:
            for each in found:
                sys.stdout.write((dump_json(each) if format == "jsonl" else line(each)) + "\n")


def article_object(kept: KeptArticle) -> dict[str, Any]:
    """Return an article as an object of JSON."""
    out = asdict(kept)
    out["text_hash"] = kept.text_hash.hex()
    return out


def article_line(it: dict[str, Any]) -> str:
    """Return such an object of an article as a line of text."""
    counts = f"{pluralise(it['quotes'], 'quote')}, {pluralise(it['speakers'], 'speaker')}"
    if not it["quotes"] and not it["analysed"]:
        counts = "not analysed"
    if it["versions"] > 1:
        counts += f", {it['versions']:,} versions"
    return f"{it['opened'][:10]}  {it['title']}  ({counts})  {one_line(it['source'])}"


def hit_object(hit: Hit) -> dict[str, Any]:
    """Return what a search found as an object of JSON."""
    return {"what": "article" if hit.number is None else "quote", **asdict(hit)}


def hit_line(it: dict[str, Any]) -> str:
    """Return such an object of a hit as a line of text."""
    said = it["snippet"].strip()
    if it["what"] == "quote":
        name = it["name"] or "speaker not named"
        cue = f" ({it['cue']})" if it["cue"] and it["kind"] != "direct" else ""
        said = f"{name}{cue}: {said}"
    return f"{it['date'][:10]}  {it['title']}  {said}"


def person_object(person: Person) -> dict[str, Any]:
    """Return a person as an object of JSON."""
    return asdict(person)


def person_line(it: dict[str, Any]) -> str:
    """Return such an object of a person as a line of text."""
    role = f", {it['role']}" if it["role"] else ""
    return f"{it['quotes']:>6}  {it['name']}{role}  ({pluralise(it['articles'], 'article')})"


def quote_object(said: KeptQuote, person: Person) -> dict[str, Any]:
    """Return a quote of a person as an object of JSON."""
    return {"person": person.name, **asdict(said)}


def quote_line(it: dict[str, Any]) -> str:
    """Return such an object of a quote as a line of text."""
    cue = f"({it['cue']}) " if it["cue"] and it["kind"] != "direct" else ""
    mark = " (indirect)" if it["kind"] == "indirect" else ""
    return f"{it['date'][:10]}  {it['title']}  {cue}{it['words']}{mark}"
