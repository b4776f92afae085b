"""The entry point: the command line, with or without a screen."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING

import tui
from tui.commands import NAMES
from tui.standard_streams import PLAIN, open_closed_streams

if TYPE_CHECKING:
    from argparse import Namespace

_UNWRITABLE = (errno.EBADF, errno.ENOSPC, errno.EIO, errno.EFBIG)


def main(argv: Sequence[str] | None = None) -> int:
    """Run `quoth` with these arguments (by default the process's own) and return the exit status.

    The status is 0; 1 where something could not be read; 2 for a wrong command; 130 after Ctrl+C. Output is UTF-8
    whatever the locale. Raises SystemExit for --help, --version and what argparse rejects.
    """
    open_closed_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors=PLAIN)
    if os.environ.get("QUOTH_LOG"):
        _start_logging()
    try:
        try:
            return _run(sys.argv[1:] if argv is None else argv)
        finally:
            sys.stdout.flush()
    except OSError as error:
        from tui.commands.console import discard_output, print_notice

        discard_output()
        if isinstance(error, BrokenPipeError):  # the reading program has closed the pipe, as `head` does
            return 0
        print_notice(f"The output cannot be written: {error.strerror or error}.")
        return 1
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        from tui.commands.console import print_notice

        print_notice("There is not enough memory left; end other programs, or give quoth less to read.")
        return 1


def _parse(argv: Sequence[str]) -> Namespace | SimpleNamespace:
    """Parse the command line; one source alone, or none, without argparse, which would add 11 ms to the start.

    With argparse a kept article would take more than 1.6 times as long to show as an empty app.
    """
    if not argv or (len(argv) == 1 and argv[0] not in NAMES and not argv[0].startswith("-")):
        return SimpleNamespace(command="open", files=argv, paste=False, linear=False, print_completion=None)
    from tui.commands.arguments import parse

    return parse(argv)


def _run(argv: Sequence[str]) -> int:
    from tui.article.errors import CannotRead
    from tui.commands.console import print_notice

    arguments = _parse(argv)
    if arguments.command == "open" and arguments.print_completion:
        return _print_completion(arguments.print_completion)
    from tui.session.exporting.atomic_writing import CannotWrite
    from tui.session.settings import load

    settings = load()
    settings = replace(settings, model=getattr(arguments, "model", None) or settings.model)
    try:
        if getattr(arguments, "private", False):
            settings = replace(settings, private=True)
        if arguments.command != "open":
            command = import_module(f"tui.commands.{arguments.command}_command")
            return int(command.run(arguments, settings))
        from tui.commands import open_command as opening

        return opening.run(arguments.files, settings, paste=arguments.paste, linear=arguments.linear)
    except (CannotRead, CannotWrite) as error:
        print_notice(error.message)
        return 1
    except (BrokenPipeError, MemoryError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _UNWRITABLE:
            raise  # of standard output: what else is written has a sentence of its own
        if os.environ.get("QUOTH_DEBUG"):
            raise
        return _failed(error)


def _start_logging() -> None:
    from tui.commands.console import print_notice
    from tui.debug_log import log, start_logging

    if problem := start_logging():
        print_notice(problem)
    log.info("quoth %s, Python %s, %s", tui.__version__, sys.version.split()[0], sys.platform)


def _failed(error: Exception) -> int:
    from tui.analysis.model import CannotAnalyse
    from tui.commands.console import describe_fault, limit_notice, print_notice

    if isinstance(error, CannotAnalyse):
        print_notice(error.message)
        return 2
    if notice := limit_notice(error):
        print_notice(notice)
    elif isinstance(error, FileNotFoundError) and error.filename is None:  # of os.getcwd
        print_notice("The folder you are in is gone; change to another one.")
    else:
        print_notice(f"quoth had to stop, {describe_fault(error)}")
    return 1


def _print_completion(shell: str) -> int:
    from tui.commands.console import print_notice
    from tui.commands.shell_completion import script

    try:
        sys.stdout.write(script(shell))
    except NotImplementedError:
        print_notice(f"The installed shtab has no completion for {shell}; a newer one does.")
        return 1
    return 0
