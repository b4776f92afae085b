"""`quoth watch ADDRESS...`: read pages again by themselves, and print what changed."""

from __future__ import annotations

import argparse
import re
import sys
import time
from typing import Any

from tui.article.errors import CannotRead
from tui.article.http.urls import is_url
from tui.article.sanitising import one_line
from tui.commands.arguments import Parser
from tui.commands.console import SourceProgress, print_notice, printing_output
from tui.session.settings import Settings

_ABOUT = """\
Read web pages again at intervals, and print what changed in each since it was
read last: which paragraphs and words, and whether a page is gone or back. A
page that has not changed prints nothing. Each version is kept in the library.
"""

_MORE = """\
  quoth watch --once https://news.example/story        # for cron
  quoth watch --every 10m --format jsonl ADDRESS... >> changes.jsonl

A page is read at most once a minute, and not before its server wants to be
asked again. Sites that do not allow automatic reading (robots.txt) are not read.

Exit status: 0; 1 if a page could not be read; 130 after Ctrl+C.
"""

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_TICK = 0.5  # seconds; Windows notices Ctrl+C only between two sleeps


def parser() -> Parser:
    """Return the parser of `quoth watch`."""
    parser = Parser(
        prog="quoth watch",
        description=_ABOUT,
        epilog=_MORE,
    )
    parser.add_argument("addresses", metavar="ADDRESS", nargs="+", help="web pages")
    parser.add_argument(
        "--every", type=interval, default=1800.0, metavar="TIME", help="how often: 90s, 30m, 2h, 1d (30m)"
    )
    parser.add_argument("--once", action="store_true", help="read each page that is due once, then end")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="what to print (text)")
    parser.add_argument("--private", action="store_true", help="do not keep anything")
    return parser


def interval(text: str) -> float:
    """Parse a time such as “30m”; it is at least a minute."""
    match = re.fullmatch(r"([0-9]{1,6})([smhd]?)", text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(f"a time such as 30m or 2h, not “{one_line(text)}”")
    return max(60.0, float(match[1]) * _UNITS[match[2] or "m"])


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Watch the pages, and return the exit status. Raises CannotWrite."""
    from tui.library.library import Library
    from tui.session.versions.watching import PageWatcher

    for problem in settings.problems:
        print_notice(problem)
    if wrong := next((each for each in arguments.addresses if not is_url(each)), None):
        print_notice(f"“{one_line(wrong)}” is not a web address; only pages are watched.")
        return 2
    library = None if settings.private else Library.open()
    try:
        if library is not None and library.notice:
            print_notice(library.notice)
        watcher = PageWatcher(library, time.time)
        addresses = list(dict.fromkeys(arguments.addresses))
        failed = False
        while True:
            for address in addresses:
                # From cron the interval is cron's own: only the least pause and the server's wishes hold.
                if watcher.due(address, 0.0 if arguments.once else arguments.every) <= time.time():
                    failed |= not _read(watcher, address, arguments.format)
            if arguments.once:
                return int(failed)
            _sleep_until(min(watcher.due(address, arguments.every) for address in addresses))
    finally:
        if library is not None:
            library.close()


def _sleep_until(moment: float) -> None:
    while (left := moment - time.time()) > 0:
        time.sleep(min(_TICK, left))


def _read(watcher: Any, address: str, format: str) -> bool:
    """Read a page and print what happened to it; tell whether it could be read."""
    from tui.session.versions.watching import PageChange

    try:
        change: PageChange | None = watcher.read(address)
    except CannotRead as error:
        shown = one_line(address)
        print_notice(error.message if shown in error.message else f"{shown}: {error.message}")
        return False
    if change is not None:
        with SourceProgress(1) as bar, printing_output(bar):
            _print(change, format)
    return True


def _print(change: Any, format: str) -> None:
    from tui.commands.diff_command import write_marked
    from tui.session.exporting.json_escaping import dump_json
    from tui.session.versions.changes_export import changes_object, summary, text_lines
    from tui.session.versions.watching import moment

    at = moment(time.time())
    if format == "jsonl":
        about: dict[str, Any] = {
            "at": at,
            "address": change.address,
            "what": change.what,
            "status": change.status,
        }
        if change.old is not None and change.new is not None:
            about |= changes_object(change.old, change.new, change.changes, None)
        sys.stdout.write(dump_json(about) + "\n")
        return
    words = {"gone": f"gone ({change.status})", "back": "back"}.get(change.what, "changed")
    if change.changes:
        words += f": {summary(change.changes, None)}"
    sys.stdout.write(f"{at}  {one_line(change.address)}  {words}\n")
    if change.changes:
        write_marked(text_lines(change.changes))
        sys.stdout.write("\n")
