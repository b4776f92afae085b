"""The command line: what may stand on it, and what `--help` says."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import tui
from tui.article.cleaning import one_line
from tui.commands import NAMES

SHELLS = ("bash", "zsh", "fish", "tcsh")
_FORMATS = (
    "text",
    "json",
    "jsonl",
    "csv",
    "markdown",
)  # tui.session.export.FORMATS, which takes long to import

_ABOUT = """\
Read an article and see who said what: its quotes, its speakers and what is
named in it, linked to the text.

  quoth FILE               open the reader; without a terminal print a report
  quoth quotes FILE...     print the quotes, for people and for programs
"""

_MORE = """\
In the reader ? shows the keys, and / filters. Settings stand in config.toml
in your configuration folder or in the folder QUOTH_HOME, or in the file
QUOTH_CONFIG. NO_COLOR is respected. A file called “quotes” is ./quotes.

Exit status: 0; 1 if something could not be read; 2 if the command is wrong.
"""

_QUOTES = """\
Print the quotes of articles: text and Markdown for people; JSON (one object;
for several articles an array), JSON lines and CSV for programs. A file that
cannot be read is named on standard error, and the others still come.
"""

_FILTER = """\
A filter: words and "phrases" search what was said; speaker:, entity:, kind:,
cue:, role:, stance: and certainty: look elsewhere; a comma means or, a minus
in front means not.

  quoth quotes --filter 'speaker:smith -kind:indirect certainty:>0.8' a.txt
  quoth quotes --format csv --output quotes.csv *.txt
  quoth quotes --format jsonl *.txt | jq '.quotes | length'

Attitudes (who wants, backs or fears what) are in JSON and CSV, marked by
their stance; in text and Markdown only where the filter asks for them:
stance:attitude, stance:any.
"""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that says what is wrong in one line, and what next."""

    def error(self, message: str) -> NoReturn:
        """Exit with status 2."""
        self.exit(2, f"{self.prog}: {one_line(message)}; see {self.prog} --help\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; `command` is "open" or one of NAMES. Raises SystemExit on --help and on errors."""
    if argv and argv[0] in NAMES:
        of_command: argparse.ArgumentParser = import_module(f"tui.commands.{argv[0]}").parser()
        return of_command.parse_args(_filter_joined(argv[1:]), argparse.Namespace(command=argv[0]))
    parser = open_parser()
    arguments, more = parser.parse_known_args(argv, argparse.Namespace(command="open"))
    if more and not any(word.startswith("-") for word in more):
        parser.error("the reader opens one article; “quoth quotes FILE...” takes several")
    elif more:
        parser.error(f"unrecognized arguments: {' '.join(more)}")
    return arguments


def _filter_joined(argv: Sequence[str]) -> list[str]:
    """`--filter X` as `--filter=X`: a query that begins with a minus is no option."""
    out: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return [*out, word, *words]
        following = next(words, None) if word == "--filter" else None
        out.append(word if following is None else f"{word}={following}")
    return out


def open_parser() -> Parser:
    """`quoth [FILE]`."""
    parser = Parser(
        prog="quoth",
        usage="quoth [options] [FILE]\n       quoth quotes [options] FILE...",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _file(parser, nargs="?", help="the article: a text file; “-” or a pipe: standard input")
    _common(parser)
    parser.add_argument("--private", action="store_true", help="keep nothing of what is read")
    _completion(parser)
    parser.add_argument("--version", action="version", version=f"quoth {tui.__version__}")
    return parser


def quotes_parser(parser: argparse.ArgumentParser | None = None) -> argparse.ArgumentParser:
    """`quoth quotes FILE...`; with `parser` the arguments are added to it."""
    parser = parser or Parser(
        prog="quoth quotes",
        description=_QUOTES,
        epilog=_FILTER,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _file(parser, nargs="+", help="articles: text files; “-” for standard input")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="what to print (text)")
    parser.add_argument("--filter", metavar="QUERY", default="", help="only the quotes that this leaves")
    output = parser.add_argument(
        "--output", "-o", metavar="FILE", help="write to a file that does not exist yet"
    )
    output.complete = FILES  # type: ignore[attr-defined]
    parser.add_argument("--force", action="store_true", help="with --output: overwrite the file")
    _common(parser)
    return parser


FILES = {
    "bash": "_shtab_compgen_files",
    "zsh": "_files",
    "fish": "(__fish_complete_path (commandline -ct))",
    "tcsh": "f",
}
"""How the shells complete a file name, in shtab's terms: shtab itself is imported when it is asked for."""


def _file(parser: argparse.ArgumentParser, nargs: str, help: str) -> None:
    name = "files" if nargs == "+" else "file"
    action = parser.add_argument(name, metavar="FILE", nargs=nargs, help=help)
    action.complete = FILES  # type: ignore[attr-defined]


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME", help="the spaCy pipeline: a package's name or a folder")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--print-completion", choices=SHELLS, metavar="SHELL", help=f"for {', '.join(SHELLS)}"
    )
