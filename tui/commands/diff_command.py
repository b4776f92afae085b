"""`quoth diff A B`: what differs between two articles, or two versions of one."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.analysis.model import CannotAnalyse
from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.commands.arguments import FILES, Parser, model_argument
from tui.commands.console import SourceProgress, print_notice, printing_output
from tui.commands.source_inputs import SourceInputs
from tui.session.exporting.atomic_writing import CannotWrite
from tui.session.settings import Settings
from tui.session.versions.text_changes import Change, TextChanges, compare

if TYPE_CHECKING:
    from tui.session.versions.changes_export import Line
    from tui.session.versions.quote_changes import QuoteChange

_ABOUT = """\
Compare two articles, paragraph by paragraph and word by word: files,
addresses, versions of either in the library (ADDRESS@2, as quoth library
versions counts them), or one “-” for standard input. [-Words-] were removed,
{+words+} added; a line begins with ~ for a paragraph that changed, + for one
added, - for one removed. Dates, times and counters, and how quotation marks
are set, count for nothing.
"""

_MORE = """\
  quoth diff draft.txt printed.txt
  quoth diff --quotes monday.html tuesday.html
  quoth diff https://news.example/story@1 https://news.example/story
  quoth diff --format json a.txt b.txt | jq '.paragraphs | length'

Exit status: 0 if they are the same, 1 if they differ, 2 in case of trouble.
"""

_COLOURS = {Change.REMOVED: "\x1b[31m", Change.ADDED: "\x1b[32m"}
_TROUBLE = 2


def parser() -> Parser:
    """Return the parser of `quoth diff`."""
    parser = Parser(
        prog="quoth diff",
        description=_ABOUT,
        epilog=_MORE,
    )
    for name, about in (("old", "the article as it was"), ("new", "the article as it is")):
        parser.add_argument(name, metavar=name.upper(), help=about).complete = FILES  # type: ignore[attr-defined]
    parser.add_argument("--quotes", action="store_true", help="compare only who said what")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (text)")
    model_argument(parser)
    parser.add_argument("--private", action="store_true", help="do not apply your corrections")
    return parser


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print what differs; return 0 if nothing does, 1 if something does, 2 if the two cannot be compared."""
    for problem in settings.problems:
        print_notice(problem)
    try:
        return _run(arguments, settings)
    except (CannotRead, CannotAnalyse, CannotWrite) as error:
        print_notice(error.message)
        return _TROUBLE


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    if arguments.old == arguments.new == "-":
        print_notice("Only one of the two can be standard input.")
        return _TROUBLE
    with SourceProgress(2) as bar:
        reading = SourceInputs(bar)
        old, new = (_article(reading, source) for source in (arguments.old, arguments.new))
        if old is None or new is None:
            return _TROUBLE
        changes: TextChanges | None = None
        quotes: tuple[QuoteChange, ...] | None = None
        if arguments.quotes:
            quotes = _quotes(old, new, bar, settings)
            if quotes is None:
                return _TROUBLE
        else:
            changes = compare(old, new)
        from tui.session.versions.quote_changes import QuoteChangeKind

        differ = bool(changes) or any(each.kind is not QuoteChangeKind.SAME for each in quotes or ())
        with printing_output(bar):
            _print(old, new, changes, quotes, arguments.format, differ)
    return 1 if differ else 0


def _article(reading: SourceInputs, source: str) -> Article | None:
    """Return the article, or None with a notice."""
    if (kept := _kept_version(source)) is not None:
        return kept
    result = reading.result(source)
    reading.bar.finish_article()
    if result is not None and not isinstance(result, Article):
        reading.report_failure(f"“{source}” is a list of several articles; name one.")
        return None
    return result


def _kept_version(source: str) -> Article | None:
    """Return the version of the library that ADDRESS@N stands for; None for any other source. Raises CannotRead."""
    name, _, number = source.rpartition("@")
    if not (name and number.isascii() and number.isdigit() and len(number) < 9) or os.path.lexists(source):
        return None
    from tui.library.database_file import has_file
    from tui.library.library import FILE, Library
    from tui.library.source_versions import version_of, versions_of
    from tui.session.opening.history import absolute_source

    if not has_file(FILE):
        return None
    library = Library.open()
    try:
        where = absolute_source(name)
        if not (there := versions_of(library, where, 1)):
            return None  # an address may end like this, too
        kept = version_of(library, where, int(number))
    finally:
        library.close()
    if kept is None:
        raise CannotRead(f"There is no version {number} of “{name}”; the last one is {there[-1].number}.")
    return kept


def _quotes(
    old: Article, new: Article, bar: SourceProgress, settings: Settings
) -> tuple[QuoteChange, ...] | None:
    from tui.commands.parallel_analysis import SourceAnalyser
    from tui.session.correcting.kept_corrections import corrected
    from tui.session.versions.quote_changes import compare_quotes

    analyser = SourceAnalyser(settings.model, bar)
    try:
        analyses = [analyser.analysed(article) for article in (old, new)]
    finally:
        analyser.close()
    both = [
        (article, found) for article, found in zip((old, new), analyses, strict=True) if found is not None
    ]
    if len(both) < 2:
        return None
    (old, before), (new, after) = both if settings.private else corrected(both, print_notice)
    return compare_quotes(old, before, new, after)


def _print(
    old: Article,
    new: Article,
    changes: TextChanges | None,
    quotes: tuple[QuoteChange, ...] | None,
    format: str,
    differ: bool,
) -> None:
    from tui.session.versions.changes_export import changes_object, quote_lines, text_lines

    if format == "json":
        from tui.session.exporting.json_escaping import dump_json

        sys.stdout.write(dump_json(changes_object(old, new, changes, quotes), indent=2) + "\n")
    elif differ:
        lines: Iterable[Line] = text_lines(changes) if changes is not None else quote_lines(quotes or ())
        write_marked(lines)


def write_marked(lines: Iterable[Line]) -> None:
    """Write lines to standard output with an empty one between two, in colour where that is a terminal."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    between = ""
    for line in lines:
        parts = (
            f"{_COLOURS[change]}{words}\x1b[0m" if colour and change in _COLOURS else words
            for change, words in line
        )
        sys.stdout.write(f"{between}{''.join(parts)}\n")
        between = "\n"
