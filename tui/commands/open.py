"""`quoth [FILE]`: the reader on a terminal, a report anywhere else."""

from __future__ import annotations

import os
import sys

from tui.commands.saying import Bar, say
from tui.resources import folder
from tui.session.settings import Settings

WELCOME = "This is an example that comes with quoth. quoth FILE opens an article of yours; ? shows the keys."


def run(source: str | None, settings: Settings) -> int:
    """Do it, and return the exit status. Raises CannotRead and CannotAnalyse."""
    if source != "-" and has_screen():
        return read(source, settings)
    if source is None:
        say("Name an article: quoth FILE prints a report of who said what where there is no terminal.")
        return 2
    return report(source, settings)


def read(source: str | None, settings: Settings) -> int:
    """Show the reader; without a source, the example article that comes with quoth."""
    from tui.session.opening import open_source

    if source is None:
        opening = open_source(str(min(folder("seeds").glob("*.txt"))), settings)
        opening.notices.append(WELCOME)
    else:
        opening = open_source(source, settings)
    from tui import app  # only now: the analysis has begun, and a file that cannot be read waits for nothing

    return app.run(opening, settings)


def has_screen() -> bool:
    """Whether the reader can be shown. Textual reads standard input and draws on standard error.

    Where standard input is something else than the terminal, it is made the terminal.
    """
    if os.environ.get("TERM") == "dumb" or not (_is_terminal("stdout") and _is_terminal("stderr")):
        return False
    if _is_terminal("stdin"):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def _is_terminal(name: str) -> bool:
    stream = getattr(sys, name)
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:  # closed
        return False


def report(source: str, settings: Settings) -> int:
    """Print the report."""
    from tui.commands.analysing import Reader

    with Bar(1) as bar:
        reader = Reader(settings.model, bar)
        for article, analysis in reader.articles([source]):
            from tui.session.report import print_report

            with bar.out_of_the_way():
                print_report(article, analysis)
    return 1 if reader.failed else 0
