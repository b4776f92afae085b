"""The arguments of the command line, and the texts that `--help` prints."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import tui
from tui.article.sanitising import one_line
from tui.commands import NAMES

SHELLS = ("bash", "zsh", "fish", "tcsh")
# The same as tui.session.exporting.quotes_export.FORMATS, which is slow to import.
_FORMATS = ("text", "json", "jsonl", "csv", "markdown", "bibtex", "csl-json")

_ABOUT = """\
Read articles and see who said what: their quotes, their speakers and what is
named in them, linked to the text.

  quoth SOURCE...          open the reader; without a terminal print a report
  quoth quotes SOURCE...   print the quotes, for people and for programs
  quoth text SOURCE...     print the articles alone
{others}
A source is a text, Markdown or HTML file, a document (PDF, DOCX, ODT, RTF,
EPUB, mail, subtitles), a web page's address, a feed (RSS, Atom, JSON Feed; a
file or an address), a list of feeds (OPML), a folder, or “-” for standard
input. What is piped in is read without being named.
"""

_MORE = """\
In the reader ? shows the keys, and / filters. Settings are in config.toml
in your configuration folder or in the folder QUOTH_HOME, or in the file
QUOTH_CONFIG. NO_COLOR is respected. A file called “quotes” is ./quotes.

Exit status: 0; 1 if something could not be read; 2 if the command is wrong.
"""

_QUOTES = """\
Print the quotes of articles: text and Markdown for people; JSON (one object;
for several articles an array), JSON lines and CSV for programs. A source that
cannot be read is named on standard error, and the others are still printed. A
folder stands for the articles in it, a feed for those it leads to, fetched one
after the other.
"""

_FILTER = """\
A filter: words and "phrases" search what was said; speaker:, entity:, kind:,
cue:, role:, stance:, polarity: and certainty: look elsewhere; a comma means
or, a minus in front means not.

  quoth quotes --filter 'speaker:smith -kind:indirect certainty:>0.8' a.txt
  quoth quotes --format csv --output quotes.csv *.txt
  quoth quotes --format jsonl *.txt | jq '.quotes | length'

Attitudes (who wants, backs or fears what) are in JSON and CSV, marked by
their stance; in text and Markdown only where the filter asks for them:
stance:attitude, stance:any.
"""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that says in one line what is wrong and what to do next.

    With an epilog, the description and it are printed as they are laid out.
    """

    def __init__(self, *, epilog: str | None = None, **options: Any) -> None:
        if epilog:
            options["formatter_class"] = argparse.RawDescriptionHelpFormatter
        super().__init__(epilog=epilog, **{**options, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Print the line and exit with status 2."""
        self.exit(2, f"{self.prog}: {one_line(message)}; see {self.prog} --help\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print a message. Raises OSError if standard output cannot be written, which argparse ignores."""
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; `command` is "open" or one of NAMES. Raises SystemExit for --help and errors."""
    if argv and argv[0] in NAMES:
        of_command: argparse.ArgumentParser = import_module(f"tui.commands.{argv[0]}_command").parser()
        arguments = of_command.parse_args(_join_filter(argv[1:]), argparse.Namespace(command=argv[0]))
        if getattr(arguments, "files", None) == []:
            from tui.commands.source_inputs import is_piped

            if not is_piped():
                of_command.error("name a SOURCE, or pipe one in")
            arguments.files = ["-"]
        return arguments
    arguments = open_parser().parse_args(argv, argparse.Namespace(command="open"))
    if arguments.paste and arguments.files:
        open_parser().error("--paste reads the clipboard, and no other source beside it")
    return arguments


def _join_filter(argv: Sequence[str]) -> list[str]:
    """Turn `--filter X` into `--filter=X`, because a query may begin with a minus."""
    out: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return [*out, word, *words]
        following = next(words, None) if word == "--filter" else None
        out.append(word if following is None else f"{word}={following}")
    return out


class _OpenParser(Parser):
    """A parser whose help lists every command, which needs importing them all."""

    def format_help(self) -> str:
        """Return what `--help` prints."""
        others = [name for name in NAMES if name not in ("quotes", "text")]
        self.description = _ABOUT.format(
            others="".join(f"  quoth {f'{name} …':<19}{summary_of(name)}\n" for name in others)
        )
        return super().format_help()


def open_parser() -> Parser:
    """Return the parser of `quoth [SOURCE...]`."""
    parser = _OpenParser(
        prog="quoth",
        usage="quoth [options] [SOURCE...]\n       quoth COMMAND --help",
        epilog=_MORE,
    )
    sources_argument(parser, help="what to read; several, a folder or a feed are shown as a list")
    parser.add_argument("--paste", action="store_true", help="read the clipboard: an address, or a text")
    parser.add_argument(
        "--linear", action="store_true", help="read by typed commands: for screen readers and slow lines"
    )
    model_argument(parser)
    parser.add_argument("--private", action="store_true", help="do not keep anything that is read")
    parser.add_argument(
        "--print-completion", choices=SHELLS, metavar="SHELL", help=f"for {', '.join(SHELLS)}"
    )
    parser.add_argument("--version", action="version", version=f"quoth {tui.__version__}")
    return parser


def summary_of(name: str) -> str:
    """Return a summary of a command: the beginning of its parser's description, in lower case."""
    of_command: argparse.ArgumentParser = import_module(f"tui.commands.{name}_command").parser()
    first = re.split(r"[.:;,(]", " ".join((of_command.description or name).split()))[0].strip()
    return first[:1].lower() + first[1:]


def quotes_parser() -> Parser:
    """Return the parser of `quoth quotes SOURCE...`."""
    parser = Parser(
        prog="quoth quotes",
        description=_QUOTES,
        epilog=_FILTER,
    )
    sources_argument(parser)
    parser.add_argument("--format", choices=_FORMATS, default="text", help="what to print (text)")
    parser.add_argument(
        "--citation",
        choices=("markdown", "plain", "bibtex", "csl-json"),
        help="print the quotes cited in this style, in place of --format",
    )
    parser.add_argument(
        "--filter", metavar="QUERY", default="", help="only the quotes that match this filter"
    )
    parser.add_argument(
        "--variants",
        action="store_true",
        help="print the quotes that are the same words in several articles, with what differs (not as CSV)",
    )
    output_arguments(parser)
    model_argument(parser)
    parser.add_argument(
        "--jobs",
        "-j",
        type=jobs,
        metavar="N",
        default=1,
        help="analyse N articles at a time; auto: one for each core",
    )
    parser.add_argument("--private", action="store_true", help="do not apply your corrections")
    return parser


def jobs(text: str) -> int:
    """Parse a number of processes; 0 and “auto” mean one for each core."""
    number = 0 if text == "auto" else int(text) if text.isdecimal() else -1
    if not 0 <= number <= 256:
        raise argparse.ArgumentTypeError(f"a number from 1 to 256, or auto, not “{one_line(text)}”")
    return number


FILES = {
    "bash": "_shtab_compgen_files",
    "zsh": "_files",
    "fish": "(__fish_complete_path (commandline -ct))",
    "tcsh": "f",
}
"""How each shell completes a file name, as shtab wants it; shtab itself is imported only when needed."""


def sources_argument(
    parser: argparse.ArgumentParser,
    help: str = "files, addresses, feeds, folders; “-”: standard input",
) -> None:
    """Add the argument `files`, the sources, to a parser."""
    action = parser.add_argument("files", metavar="SOURCE", nargs="*", help=help)
    action.complete = FILES  # type: ignore[attr-defined]


def output_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `--output FILE` and `--force` to a parser."""
    output = parser.add_argument(
        "--output", "-o", metavar="FILE", help="write to a file that does not exist yet"
    )
    output.complete = FILES  # type: ignore[attr-defined]
    parser.add_argument("--force", action="store_true", help="with --output: overwrite the file")


def model_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--model NAME` to a parser."""
    parser.add_argument("--model", metavar="NAME", help="the spaCy pipeline: a package's name or a folder")
