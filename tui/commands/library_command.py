"""`quoth library ACTION`: list, search, export and import what was read."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.article.sanitising import one_line
from tui.commands.arguments import FILES, Parser, output_arguments
from tui.commands.console import SourceProgress, print_notice, printing_output, refuse_output
from tui.commands.library_importing import import_file
from tui.commands.library_printing import (
    article_line,
    article_object,
    hit_line,
    hit_object,
    person_line,
    person_object,
    print_found,
    print_pieces,
    quote_line,
    quote_object,
    version_line,
)
from tui.library.articles import ORDERS
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import compared_words
from tui.library.library import FILE, Library, home
from tui.library.people import People, Person
from tui.library.same_words import SameWords
from tui.session.comparing.variant_families import variant_families
from tui.session.exporting.atomic_writing import write_pieces
from tui.session.exporting.json_escaping import dump_json
from tui.session.exporting.variants_export import VARIANTS_FORMATS, export_families, export_found
from tui.session.keeping.speaker_profile import SpeakerProfile
from tui.session.settings import Settings

_FORMATS = ("json", "jsonl", "text")

_ABOUT = """\
List and search what you have read, export it and import it. The output is a JSON
array by default; with --format jsonl it is one JSON object on each line.
"""

_MORE = """\
  quoth library list --query turkey --format text
  quoth library search '"peace talks" putin'
  quoth library speaker 'Dmitry Peskov' --format jsonl | jq -r .words
  quoth library versions https://news.example/story --format text
  quoth library same 'we are determined to look for ways' --format text
  quoth library variants --speaker 'Dmitry Peskov' --differing
  quoth library export --output library.jsonl
  quoth library import library.jsonl

A filter is written as in the reader, where article: is a further field:

  quoth library speaker 'Dmitry Peskov' --filter 'turkey -kind:indirect'

A search takes words, "phrases" and -words that must not occur; the last word
may be incomplete. The library is a single file, whose path `quoth library path`
prints; QUOTH_HOME sets its folder.
"""


def parser() -> Parser:
    """Return the parser of `quoth library ACTION`."""
    parser = Parser(
        prog="quoth library",
        description=_ABOUT,
        epilog=_MORE,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)

    def action(
        name: str, about: str, limit: int | None = None, formats: Sequence[str] = _FORMATS
    ) -> argparse.ArgumentParser:
        made = actions.add_parser(name, help=about, description=about)
        if limit is not None:
            made.add_argument("--format", choices=formats, default="json", help="what to print (json)")
            made.add_argument(
                "--limit", type=_count, default=limit, metavar="N", help=f"print at most N ({limit})"
            )
        return made

    listing = action("list", "list the articles, the last one read first", 1000)
    listing.add_argument("--query", default="", help="only those that contain these words")
    listing.add_argument("--order", choices=ORDERS, default="read", help="what to sort them by (read)")
    search = action("search", "search articles and quotes", 50)
    search.add_argument("words", nargs="+", help="the words to look for")
    speaker = action("speaker", "list all speakers, or everything that one of them said", 1000)
    speaker.add_argument("name", nargs="?", help="a full name; without one, list all speakers")
    speaker.add_argument(
        "--filter", metavar="QUERY", default="", help="with a name: only the quotes that match this filter"
    )
    speaker.add_argument(
        "--attitudes", action="store_true", help="include attitudes: what they want, back or fear"
    )
    versions = action("versions", "list what was read at one address or in one file, the oldest first", 1000)
    versions.add_argument("name", metavar="ADDRESS", help="an address, or a file's path").complete = FILES  # type: ignore[attr-defined]
    same = action(
        "same",
        "find these words in quotes of all articles, whole or in part, changed or cut",
        1000,
        VARIANTS_FORMATS,
    )
    same.add_argument("words", help="the words of a quote")
    same.add_argument("--speaker", metavar="NAME", help="who said them: then shorter parts are found, too")
    variants = action(
        "variants", "list quotes that occur in several articles, with what differs", 1000, VARIANTS_FORMATS
    )
    variants.add_argument("--speaker", metavar="NAME", help="only those with words of this speaker")
    variants.add_argument(
        "--differing", action="store_true", help="only if the speaker differs, or words in quotation marks"
    )
    output_arguments(action("export", "export everything as JSON lines"))
    importing = action("import", "add what export wrote; existing entries stay unchanged")
    importing.add_argument(
        "file", help="JSON lines; “-” for standard input; or the folder of an archive"
    ).complete = FILES  # type: ignore[attr-defined]
    importing.add_argument(
        "--filter",
        metavar="QUERY",
        default="",
        help="of an archive only articles with a quote that this matches",
    )
    action("path", "print the path of the library")
    action("vacuum", "make the file as small as possible, and searches fast again")
    return parser


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run the action and return the exit status. Raises CannotWrite."""
    for problem in settings.problems:
        print_notice(problem)
    if arguments.action == "path":
        print(os.path.abspath(home() / FILE))  # noqa: PTH100 (no error for a folder that is gone)
        return 0
    if arguments.action == "export" and refuse_output(arguments.output, overwrite=arguments.force):
        return 2
    library = Library.open()
    try:
        if library.caught_up:
            print_notice(library.caught_up)
        status = _ACTIONS[arguments.action](library, arguments)
        if library.notice:
            print_notice(library.notice)
        return 1 if library.notice and not library.read_only_reason else status
    finally:
        library.close()


def _list(library: Library, arguments: argparse.Namespace) -> int:
    found = library.articles(arguments.query, arguments.order, arguments.limit)
    print_found(map(article_object, found), arguments.format, article_line)
    return 0


def _search(library: Library, arguments: argparse.Namespace) -> int:
    library.index_pending()
    # The shell removed the quotation marks: an argument of several words is a phrase, unless it has marks itself.
    words = [
        f'"{w}"' if " " in w and '"' not in w and len(arguments.words) > 1 else w for w in arguments.words
    ]
    found = library.search(" ".join(words), arguments.limit)
    if (
        library.notice and not library.read_only_reason
    ):  # the search tables may have been damaged and are being rebuilt
        library.index_pending()
        found = library.search(" ".join(words), arguments.limit)
    print_found(map(hit_object, found), arguments.format, hit_line)
    return 0


def _speaker(library: Library, arguments: argparse.Namespace) -> int:
    library.index_pending()
    people = People(library)
    if arguments.name is None:
        print_found(map(person_object, people.all(limit=arguments.limit)), arguments.format, person_line)
        return 0
    if (person := _named(people, arguments.name)) is None:
        return 1
    if arguments.filter:
        profile = SpeakerProfile(library, person)
        profile.set_filter(arguments.filter)
        if profile.query.notice:
            print_notice(profile.query.notice)
            return 2
        said = [profile.quotes[index] for index in profile.left][: arguments.limit]
    else:
        said = people.quotes(person.id, arguments.limit, attitudes=arguments.attitudes)
    print_found((quote_object(each, person) for each in said), arguments.format, quote_line)
    return 0


def _versions(library: Library, arguments: argparse.Namespace) -> int:
    from tui.library.source_versions import versions_of
    from tui.session.opening.history import absolute_source

    found = versions_of(library, absolute_source(arguments.name), arguments.limit)
    if not found and not library.notice:
        print_notice(f"Nothing was read at “{one_line(arguments.name)}”; quoth library list shows what was.")
        return 1
    print_found(
        ({**each._asdict(), "text_hash": each.text_hash.hex()} for each in found),
        arguments.format,
        version_line,
    )
    return 0


def _same(library: Library, arguments: argparse.Namespace) -> int:
    library.index_pending()
    words = compared_words(arguments.words)
    same = SameWords(library)
    found = same.elsewhere(ComparedQuote(words, arguments.speaker))[: arguments.limit]
    print_pieces(export_found(found, arguments.format, same.cues(each.occurrence for each in found)))
    return 0


def _variants(library: Library, arguments: argparse.Namespace) -> int:
    library.index_pending()
    person = None
    if arguments.speaker is not None and (person := _named(People(library), arguments.speaker)) is None:
        return 1
    same = SameWords(library)
    families = variant_families(same.shared(None if person is None else person.id))
    if person is not None:
        families = [f for f in families if any(each.person == person.id for each, _ in f.quotes)]
    if arguments.differing:
        families = [family for family in families if family.differs]
    families = families[: arguments.limit]
    cues = same.cues(each for family in families for each, _ in family.quotes)
    print_pieces(export_families(families, arguments.format, cues))
    return 0


def _named(people: People, name: str) -> Person | None:
    """Return the person of this name, or the only one with words that begin so; None is said in a sentence."""
    person = people.person(name)
    if person is None:
        near = people.all(name, limit=10)
        if len(near) != 1:
            names = ", ".join(f"“{each.name}” ({each.quotes})" for each in near)
            print_notice(f"Nobody is called “{name}”{f'; there are {names}' if names else ''}.")
            return None
        person = near[0]
    return person


def _export(library: Library, arguments: argparse.Namespace) -> int:
    from tui.library.library_export import export_lines

    lines = (dump_json(line) + "\n" for line in export_lines(library))
    if arguments.output:
        write_pieces(Path(arguments.output), lines, overwrite=arguments.force)
        return 0
    with SourceProgress(1) as bar:
        for line in lines:
            with printing_output(bar):
                sys.stdout.write(line)
    return 0


def _vacuum(library: Library, _arguments: argparse.Namespace) -> int:
    library.index_pending()
    before, after = library.vacuum()
    if library.read_only_reason:
        return 1
    if not library.notice:
        print_notice(f"The library took {before / 1e6:.1f} MB and now takes {after / 1e6:.1f} MB.")
    return 0


_ACTIONS: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "list": _list,
    "search": _search,
    "speaker": _speaker,
    "versions": _versions,
    "same": _same,
    "variants": _variants,
    "export": _export,
    "import": import_file,
    "vacuum": _vacuum,
}


def _count(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not 0 < len(typed.lstrip("0")) < 10:
        raise argparse.ArgumentTypeError("expected a whole number from 1 up")
    return int(typed)
