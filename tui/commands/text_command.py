"""`quoth text SOURCE...`: print articles, or write them to a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui.article.article import Article
from tui.article.errors import CannotRead, NoArticle
from tui.commands.arguments import Parser, output_arguments, sources_argument
from tui.commands.console import SourceProgress, print_notice, printing_output, refuse_output
from tui.commands.source_inputs import SourceInputs
from tui.session.exporting.atomic_writing import write_text
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.article.listing import Listing
    from tui.session.exporting.article_text import Format

_FORMATS = ("text", "markdown", "jsonl")

_ABOUT = """\
Print articles alone, without what a page holds beside them: text and Markdown
for people; JSON lines, one object an article, for programs. A source that
cannot be read is named on standard error, and the others are still printed.
"""

_MORE = """\
A folder stands for the articles in it. A feed or a list of feeds (OPML) prints
its items, a line each of date, title and address, with tabs between;
--articles fetches them instead, one after the other.

  quoth text https://news.example/story
  quoth text --format jsonl *.html | jq -r .text
  quoth text https://news.example/rss | fzf | cut -f3 | xargs quoth
"""


def parser() -> Parser:
    """Return the parser of `quoth text`."""
    parser = Parser(
        prog="quoth text",
        description=_ABOUT,
        epilog=_MORE,
    )
    sources_argument(parser)
    parser.add_argument("--format", choices=_FORMATS, default="text", help="what to print (text)")
    parser.add_argument("--articles", action="store_true", help="for a feed: the articles it leads to")
    parser.add_argument("--raw", action="store_true", help="for a page without an article: all its text")
    output_arguments(parser)
    return parser


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print or write the articles, and return the exit status. Raises CannotWrite."""
    for problem in settings.problems:
        print_notice(problem)
    if refuse_output(arguments.output, overwrite=arguments.force):
        return 2
    output = Path(arguments.output) if arguments.output else None
    with SourceProgress(len(arguments.files)) as bar:
        reading = _RawInputs(bar) if arguments.raw else SourceInputs(bar)
        pieces = _pieces(reading, arguments)
        if output is None:
            for piece in pieces:
                with printing_output(bar):
                    sys.stdout.write(piece)
        elif text := "".join(pieces):
            write_text(output, text, overwrite=arguments.force)
    return 1 if reading.failed else 0


def _pieces(reading: SourceInputs, arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the output, one article or list at a time."""
    from tui.session.exporting.article_text import render_article, render_listing

    format = cast("Format", arguments.format)
    between = ""
    for result in _results(reading, arguments):
        text = (
            render_article(result, format) if isinstance(result, Article) else render_listing(result, format)
        )
        yield between + text
        between = "" if format == "jsonl" else "\n\n"


def _results(reading: SourceInputs, arguments: argparse.Namespace) -> Iterator[Article | Listing]:
    if arguments.articles:
        yield from reading.articles(arguments.files)
        return
    for source in arguments.files:
        result = reading.result(source)
        if isinstance(result, Article):
            yield result
        elif result is not None and result.kind == "folder":
            yield from reading.articles_of(result)
        elif result is not None:
            reading.notice_empty(result)
            yield result
        reading.bar.finish_article()


class _RawInputs(SourceInputs):
    """Source inputs that return all the text of a page without an article."""

    def read(self, source: str, came_from: str | None = None) -> Article | Listing:
        try:
            return super().read(source, came_from)
        except NoArticle as error:
            if error.raw is None:
                raise CannotRead(error.message) from None
            return error.raw
