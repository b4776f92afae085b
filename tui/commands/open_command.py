"""`quoth [SOURCE...]`: show the reader on a terminal, print a report anywhere else."""

from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands import NAMES
from tui.commands.console import SourceProgress, print_notice, printing_output
from tui.commands.source_inputs import is_piped, standard_input
from tui.resources import folder
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.article.article import Article
    from tui.article.listing import Listing
    from tui.library.library import Library
    from tui.session.opening.source_reader import SourceReader

WELCOME = "This is an example that comes with quoth. quoth FILE opens one of yours; ? shows the keys."
PIPED_ADDRESS = "The input is only an address; quoth ADDRESS opens the page there."

_DOCUMENTS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"WEBVTT", b"From ")
_HEAD = 1024  # bytes that distinguish a text from a page or a feed


def run(sources: Sequence[str], settings: Settings, *, paste: bool = False, linear: bool = False) -> int:
    """Open or report the sources, and return the exit status. Raises CannotRead, CannotAnalyse and CannotWrite."""
    if sources and (meant := _misspelt_command(sources[0])):
        print_notice(f"There is no file “{sources[0]}”; did you mean “quoth {meant}”?")
        return 2
    given: bytes | None = None
    if paste:
        sources, given = _from_clipboard()
    elif not sources and is_piped() and not linear:
        sources = ["-"]
    if list(sources) == ["-"]:
        # Piped input is read to its end first; then standard input becomes the terminal, for the keys.
        given = standard_input()
    if linear:
        return _read_linearly(sources, settings, given)
    if has_screen():
        return show(sources, settings, given)
    for problem in settings.problems:
        print_notice(problem)
    if not sources:
        print_notice(
            "Name an article: quoth FILE prints a report of who said what where there is no terminal."
        )
        return 2
    return report(sources, settings, given)


def _misspelt_command(word: str) -> str | None:
    """Return the command that may have been misspelt, or None."""
    if not word.isalpha() or os.path.lexists(word):
        return None
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), NAMES, 1, 0.75)), None)


def _from_clipboard() -> tuple[list[str], bytes | None]:
    """Return what is on the clipboard: a source, or a name and a text. Raises CannotRead."""
    from tui.session.copying.system_clipboard import read_clipboard
    from tui.session.opening.pasting import interpret_paste

    pasted = interpret_paste(read_clipboard())
    if pasted.source:
        return [pasted.source], None
    return ["pasted text"], pasted.text.encode("utf-8", "replace")


def show(sources: Sequence[str], settings: Settings, given: bytes | None = None) -> int:
    """Show the reader; without sources, the library or else the example that comes with quoth.

    `given` is the content of the only source if it was read already. Anything but plain text may take a while
    and is read after the screen is up. Raises CannotRead.
    """
    if len(sources) > 1 and "-" in sources:
        print_notice(
            "Standard input cannot be combined with other sources: use quoth - alone, or leave out “-”."
        )
        return 2
    library = None if sources or settings.private else _library()
    if library is not None and library.recent(1):
        gc.disable()  # as below
        from tui.launch import run_library

        return run_library(library, settings)
    from tui.article.article import Article

    article = _read_at_once(sources, given)
    if not isinstance(article, Article):
        from tui.launch import run_sources
        from tui.session.opening.source_reader import SourceReader, bytes_reader

        wanted: Sequence[str | SourceReader] = sources
        if article is not None:
            listing = article
            wanted = [SourceReader(sources[0], lambda *_: listing)]
        elif given is not None:
            wanted = [bytes_reader(given, sources[0])]
        return run_sources(wanted, settings)
    # Until the first screen is complete hardly anything becomes garbage, and collecting takes a tenth of the time.
    gc.disable()
    from tui.launch import run_article
    from tui.session.opening.opening import open_article

    opening = open_article(article, settings, library=library)
    if not sources:
        opening.notices.append(WELCOME)
    elif given is not None and len(article.text) < 2000 and _is_address(article.text):
        opening.notices.append(PIPED_ADDRESS)
    return run_article(opening, settings)


def _read_linearly(sources: Sequence[str], settings: Settings, given: bytes | None) -> int:
    """Read without a screen, by commands that may come from anything; what is piped in is the article."""
    from tui.linear.line_terminal import LineTerminal
    from tui.linear.linear_reader import LinearReader

    if given is not None and not reopen_terminal():
        print_notice("There is no terminal to take commands from; quoth --linear FILE takes them piped in.")
        return 2
    for problem in settings.problems:
        print_notice(problem)
    return LinearReader(settings, LineTerminal()).run(sources or [_example()], given)


def _example() -> str:
    return str(min(folder("seeds").glob("*.txt")))


def _library() -> Library:
    from tui.library.library import Library

    return Library.open()


def _read_at_once(sources: Sequence[str], given: bytes | None) -> Article | Listing | None:
    """Read a text or a folder, which takes no time; return None for anything else. Raises CannotRead."""
    from tui.article.sources import read, read_bytes

    if given is not None:
        return read_bytes(given, sources[0]) if _is_text(given[:_HEAD]) else None
    if not sources:
        return read(_example())
    return read(sources[0]) if len(sources) == 1 and _is_text(_head(sources[0])) else None


def _head(source: str) -> bytes:
    """Return the first bytes of a file; b"<", as for a page, for what may be slow; b"" for anything else."""
    try:
        mode = os.stat(source).st_mode  # noqa: PTH116 (no error for a NUL in the name)
        if stat.S_ISREG(mode):
            with open(source, "rb") as file:  # noqa: PTH123
                return file.read(_HEAD)
        return b"<" if stat.S_ISFIFO(mode) else b""
    except (OSError, ValueError):
        return b"<" if _is_address(source) else b""  # reading it later reports the error


def _is_text(head: bytes) -> bool:
    """Tell whether no page, feed or document begins like this."""
    return not head.startswith(_DOCUMENTS) and head.replace(b"\0", b"").lstrip(
        b"\xef\xbb\xbf\xff\xfe \t\r\n"
    )[:1] not in (b"<", b"{")


def _is_address(text: str) -> bool:
    from tui.article.http.urls import is_url

    return is_url(text) and len(text.split()) == 1


def has_screen() -> bool:
    """Tell whether the reader can be shown: Textual reads standard input and draws on standard error.

    Where standard input is not the terminal, it is replaced by the terminal.
    """
    if os.environ.get("TERM") == "dumb" or not (_is_terminal("stdout") and _is_terminal("stderr")):
        return False
    return _is_terminal("stdin") or reopen_terminal()


def reopen_terminal() -> bool:
    """Put the terminal in the place of standard input, which was something else; tell whether there is one."""
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


def report(sources: Sequence[str], settings: Settings, given: bytes | None = None) -> int:
    """Print a report on each article; `given` is the content of the only source if it was read already."""
    from tui.commands.parallel_analysis import SourceAnalyser

    with SourceProgress(len(sources)) as bar:
        analyser = SourceAnalyser(settings.model, bar)
        analyser.reading.given = given
        between = ""
        analysed = analyser.articles(sources)
        if not settings.private:
            from tui.session.correcting.kept_corrections import corrected

            analysed = corrected(analysed, analyser.reading.print_notice)
        for article, analysis in analysed:
            from tui.session.exporting.report import print_report

            with printing_output(bar):
                sys.stdout.write(between)
                print_report(article, analysis)
            between = "\n\n"
    return 1 if analyser.failed else 0
