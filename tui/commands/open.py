"""`quoth [FILE]`: the reader on a terminal, a report anywhere else."""

from __future__ import annotations

import gc
import os
import stat
import sys

from tui.article.article import Article
from tui.commands.analysing import Analyst, read_article
from tui.commands.saying import Bar, printing, say
from tui.resources import folder
from tui.session.settings import Settings

WELCOME = "This is an example that comes with quoth. quoth FILE opens an article of yours; ? shows the keys."


def run(source: str | None, settings: Settings) -> int:
    """Do it, and return the exit status. Raises CannotRead, CannotAnalyse and CannotWrite."""
    if source is None and _is_piped():
        source = "-"
    # What is piped in is read to its end first: then standard input becomes the terminal, for the keys.
    article = read_article(source) if source is not None else None
    if has_screen():
        return show(article, settings)
    for problem in settings.problems:
        say(problem)
    if article is None:
        say("Name an article: quoth FILE prints a report of who said what where there is no terminal.")
        return 2
    return report(article, settings)


def show(article: Article | None, settings: Settings) -> int:
    """Show the reader; without an article, the example that comes with quoth."""
    # Until the first screen is whole nothing becomes garbage, and looking for it costs a tenth of the time.
    gc.disable()
    from tui.session.opening import open_article

    if article is None:
        opening = open_article(read_article(str(min(folder("seeds").glob("*.txt")))), settings)
        opening.notices.append(WELCOME)
    else:
        opening = open_article(article, settings)
    from tui import app  # only now, when the analysis has begun

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


def _is_piped() -> bool:
    """Whether standard input is a pipe or a file, not a terminal or nothing at all."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def report(article: Article, settings: Settings) -> int:
    """Print the report."""
    with Bar(1) as bar:
        analyst = Analyst(settings.model, bar)
        analysis = analyst.analysed(article)
        if analysis is not None:
            from tui.session.report import print_report

            with printing(bar):
                print_report(article, analysis)
    return 1 if analyst.failed else 0
