"""The files that a Markdown file links to: `[the plan](plan.md)`, and Obsidian's `[[The plan]]`.

Only files that exist, of kinds that are read as text or pages, and none outside the folder of notes.
"""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.session.opening.article_links import ArticleLink

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\(<?([^\s()<>]{1,500})>?(?:\s[^()\n]{0,200})?\)")
_WIKI_LINK = re.compile(r"(?<!!)\[\[([^\[\]|#\n]{1,300})(?:#[^\[\]|\n]{0,300})?(?:\|([^\[\]\n]{1,300}))?\]\]")
_NOTES = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
_READ = (*_NOTES, ".txt", ".html", ".htm")
_MOST_LINKS, _MOST_FILES = 500, 5_000
_LEVELS = 6  # folders above a note in which the mark of Obsidian's folder is looked for


def local_links(article: Article) -> list[ArticleLink]:
    """Return each file that a Markdown file on this computer links to once, in the article's order."""
    note = Path(article.source)
    if note.suffix.lower() not in _NOTES or not os.path.isfile(note):
        return []
    folder = _folder_of_notes(note.absolute())
    by_name: dict[str, str] = {}
    if "[[" in article.text:
        for parent, folders, files in islice(os.walk(folder), _MOST_FILES // 10):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in files[:_MOST_FILES]:
                if name.lower().endswith(_NOTES):
                    by_name.setdefault(os.path.splitext(name)[0].casefold(), os.path.join(parent, name))  # noqa: PTH118, PTH122
    found: list[tuple[Span, str]] = []
    for match in islice(_LINK.finditer(article.text), _MOST_LINKS):
        path = _inside(folder, note.absolute().parent, unquote(match[2].partition("#")[0]))
        if path is not None:
            found.append((Span(*match.span(1)), path))
    for match in islice(_WIKI_LINK.finditer(article.text), _MOST_LINKS):
        name = match[1].strip()
        beside = (folder, note.absolute().parent)
        path = next((p for at in beside if (p := _inside(folder, at, f"{name}.md")) is not None), None)
        path = path or by_name.get(name.rpartition("/")[2].casefold())
        if path is not None:
            found.append((Span(*match.span(2 if match[2] else 1)), path))
    out: dict[str, ArticleLink] = {}
    for span, path in sorted(found):
        out.setdefault(path, ArticleLink(path, one_line(span.of(article.text)), span))
    return list(out.values())


def _folder_of_notes(note: Path) -> Path:
    """Return the folder that all notes are in: the one Obsidian keeps its settings in, else the note's own."""
    for folder in islice(note.parents, _LEVELS):
        if os.path.isdir(folder / ".obsidian"):
            return folder
    return note.parent


def _inside(folder: Path, at: Path, written: str) -> str | None:
    """Return the path of a file that `at` relates to, if it is one that is read and lies in `folder`."""
    if not written or "\0" in written or ":" in written or not written.lower().endswith(_READ):
        return None
    try:
        path = (at / written).resolve()
        if path.is_relative_to(folder.resolve()) and os.path.isfile(path):
            return str(path)
    except OSError:
        pass
    return None
