"""`quoth library import`: add what export wrote, or the articles of an archive."""

from __future__ import annotations

import argparse
import os

from tui.article.sanitising import one_line
from tui.commands.console import print_notice
from tui.library.library import Library
from tui.session.reading.plurals import pluralise

_SEVERAL = {
    "article": "articles",
    "analysis": "analyses",
    "correction": "corrections",
    "clipping": "clippings",
    "people": "people",
    "version": "versions",
    "preference": "preferences",
}


def import_file(library: Library, arguments: argparse.Namespace) -> int:
    """Add what a file, standard input or an archive holds, and return the exit status."""
    from tui.library.library_import import NoExport, import_lines, read_lines

    if library.read_only_reason:
        return 1
    if arguments.file != "-" and os.path.isdir(arguments.file):
        return _import_archive(library, arguments)
    try:
        is_piped = arguments.file == "-"
        with open(0 if is_piped else arguments.file, "rb", closefd=not is_piped) as file:
            done = import_lines(library, read_lines(file))
    except OSError as error:
        print_notice(
            f"“{one_line(arguments.file)}” cannot be read: {error.strerror or error}; name another file."
        )
        return 1
    except NoExport as error:
        named = "Standard input" if arguments.file == "-" else f"“{one_line(arguments.file)}”"
        print_notice(f"{named} cannot be imported: {error}.")
        return 1
    for number, reason in done.refused:
        print_notice(f"Line {number} was skipped: {reason}.")
    if more := done.refusals - len(done.refused):
        print_notice(f"So were {more:,} more lines.")
    if done.added or done.known or not library.notice:
        print_notice(f"Added: {_counted(done.added)}; already there: {_counted(done.known)}.")
    return 1 if done.refusals else 0


def _import_archive(library: Library, arguments: argparse.Namespace) -> int:
    """Add the articles of an archive, or those that the filter leaves."""
    from tui.session.filtering.query import parse

    query = parse(arguments.filter)
    if query.problem:
        print_notice(query.notice)
        return 2
    try:
        from tui.archive.archive_errors import ArchiveError
        from tui.archive.archive_import import import_archive, is_archive

        if not is_archive(arguments.file):
            print_notice(f"“{one_line(arguments.file)}” is a folder, not an archive; name what export wrote.")
            return 1
        kept, damaged = import_archive(arguments.file, library, query)
    except ImportError:
        print_notice("Reading an archive needs pyarrow: pip install 'quoth[archive]'.")
        return 2
    except ArchiveError as error:
        print_notice(error.message)
        return 1
    print_notice(f"Added or there already: {pluralise(kept, 'article')}.")
    if damaged:
        print_notice(f"{pluralise(damaged, 'article')} could not be read; quoth archive check says more.")
    return 1 if damaged else 0


def _counted(counts: dict[str, int]) -> str:
    named = ((n, what if n == 1 else _SEVERAL[what]) for what, n in counts.items() if what in _SEVERAL)
    return ", ".join(f"{n:,} {what}" for n, what in named) or "nothing"
