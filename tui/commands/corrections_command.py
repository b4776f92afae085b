"""`quoth corrections ACTION`: list what was corrected, or export it as gold for measuring and training."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tui.article.sanitising import one_line
from tui.commands.arguments import FILES, Parser, model_argument
from tui.commands.console import SourceProgress, print_notice, printing_output, refuse_output
from tui.corrections.correction_types import summary
from tui.library.content_keys import text_hash
from tui.library.correction_store import CorrectionStore, KeptCorrection
from tui.library.database_file import has_file
from tui.library.library import FILE, Library
from tui.session.exporting.atomic_writing import CannotWrite, write_text
from tui.session.exporting.json_escaping import dump_json
from tui.session.reading.plurals import pluralise
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.article.article import Article

GOLD = "quoth-gold"
"""The default folder for brat standoff."""

_ABOUT = """\
List what you corrected by hand, or export it as gold: the text of every
corrected article, with all its quotes as corrected.
"""

_MORE = """\
  quoth corrections list
  quoth corrections export --output my-gold
  python tests/benchmarks/accuracy.py my-gold
  python tests/benchmarks/names.py my-gold
  python -m tui.analysis.training.train GOLD_DIR --more my-gold
  quoth corrections export --format jsonl > corrected.jsonl

A folder of brat standoff holds text/NAME.txt, attributions/NAME_quoth.ann,
entities/NAME_quoth.ann, and speakers.jsonl, in which only those speakers that
you corrected are called sure; names that you corrected have an attribute.
Read an article through before you take it for gold: what nobody corrected
is as the analysis found it.
"""


@dataclass(frozen=True, slots=True)
class _Gold:
    """A corrected article, with the number of its corrections."""

    article: Article
    analysis: Analysis
    corrections: int


def parser() -> Parser:
    """Return the parser of `quoth corrections ACTION`."""
    parser = Parser(
        prog="quoth corrections",
        description=_ABOUT,
        epilog=_MORE,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    listing = actions.add_parser(
        "list",
        help="list all corrections",
        description="List all corrections that are not undone.",
    )
    listing.add_argument(
        "--format", choices=("text", "json", "jsonl"), default="text", help="what to print (text)"
    )
    export = actions.add_parser(
        "export",
        help="export the corrected articles as gold",
        description="Export the corrected articles as gold: a folder of brat standoff, or JSON lines.",
    )
    export.add_argument(
        "--format",
        choices=("brat", "jsonl"),
        default="brat",
        help="a folder of brat standoff, or JSON lines (brat)",
    )
    where = export.add_argument(
        "--output", "-o", metavar="PATH", help=f"the folder ({GOLD}), or the file of JSON lines"
    )
    where.complete = FILES  # type: ignore[attr-defined]
    export.add_argument("--force", action="store_true", help="overwrite existing files")
    model_argument(export)
    return parser


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run the action and return the exit status. Raises CannotAnalyse and CannotWrite."""
    for problem in settings.problems:
        print_notice(problem)
    if not has_file(FILE):
        print_notice("Nothing was corrected so far; in the reader, x corrects the quote in sight.")
        return 0
    library = Library.open()
    try:
        kept = CorrectionStore(library).all()
        for sentence in filter(None, (library.notice, library.caught_up)):
            print_notice(sentence)
        if not kept:
            print_notice("Nothing was corrected so far; in the reader, x corrects the quote in sight.")
            return 1 if library.notice else 0
        return (
            _list(library, kept, arguments.format)
            if arguments.action == "list"
            else _export(library, kept, arguments, settings)
        )
    finally:
        library.close()


def _by_text(kept: list[KeptCorrection]) -> dict[bytes, list[KeptCorrection]]:
    """Group corrections by the hash of the text they were made on, in the order of first occurrence."""
    out: dict[bytes, list[KeptCorrection]] = {}
    for each in kept:
        out.setdefault(each.text_hash, []).append(each)
    return out


# List


def _list(library: Library, kept: list[KeptCorrection], format: str) -> int:
    rows = []
    for key, its in _by_text(kept).items():
        article = library.article(key)
        name = (article.title if article else None) or its[0].source or (article.source if article else "")
        if format == "text":
            print(one_line(name or "an article that is not kept"))
            for each in its:
                print(f"  {each.made[:16].replace('T', ' ')}  {summary(each.correction)}")
        rows += [_row(each, article) for each in its]
    if format == "json":
        print(dump_json(rows, indent=2))
    elif format == "jsonl":
        for row in rows:
            print(dump_json(row))
    return 0


def _row(kept: KeptCorrection, article: Article | None) -> dict[str, Any]:
    from tui.corrections.correction_json import to_json

    return {
        "source": article.source if article else kept.source,
        "title": article.title if article else None,
        "text_sha256": kept.text_hash.hex(),
        "made": kept.made,
        "summary": summary(kept.correction),
        "correction": to_json(kept.correction),
    }


# Export


def _export(
    library: Library, kept: list[KeptCorrection], arguments: argparse.Namespace, settings: Settings
) -> int:
    from tui.commands.parallel_analysis import SourceAnalyser

    output = Path(arguments.output) if arguments.output else None
    brat = arguments.format == "brat"
    folder = output or Path(GOLD)
    if not brat and refuse_output(arguments.output, overwrite=arguments.force):
        return 2
    if brat and os.path.exists(folder) and not arguments.force:
        print_notice(
            f"“{one_line(str(folder))}” exists and is left as it is; name another folder, or add --force."
        )
        return 2
    with SourceProgress(len(_by_text(kept))) as bar, closing(SourceAnalyser(settings.model, bar)) as analyser:
        found = _corrected(library, kept, analyser)
        if brat:
            written = _write_folder(list(found), folder)
            print_notice(f"{pluralise(written, 'article')} written to “{one_line(str(folder))}”.")
        elif output is None:
            for gold in found:
                with printing_output(bar):
                    sys.stdout.write(_line(gold))
        else:
            write_text(output, "".join(map(_line, found)), overwrite=arguments.force)
    return 1 if analyser.failed else 0


def _corrected(library: Library, kept: list[KeptCorrection], analyser: Any) -> Iterator[_Gold]:
    """Yield each corrected article; report those whose text is no longer available."""
    from tui.corrections.applying import apply
    from tui.library.article_texts import kept_analysis

    books = CorrectionStore(library)
    for key, its in _by_text(kept).items():
        article = library.article(key) or _from_source(its, key)
        if article is None:
            name = f"“{one_line(its[-1].source)}”" if its[-1].source else "an article"
            count = pluralise(len(its), "correction")
            analyser.reading.report_failure(
                f"{count} of {name} left out: its text is neither kept nor still at its source."
            )
            continue
        analysis = library.query(lambda db, key=key: kept_analysis(db, key))  # type: ignore[misc]
        if analysis is None:
            analysis = analyser.analysed(article)
        if analysis is not None:
            active = [each.correction for each in books.of(article) if not each.undone]
            done = apply(article, analysis, active)
            if done.unplaced:
                count = pluralise(len(done.unplaced), "correction")
                analyser.reading.print_notice(f"“{one_line(article.source)}”: {count} could not be placed.")
            yield _Gold(article, done.analysis, len(done.placed))


def _from_source(kept: list[KeptCorrection], key: bytes) -> Article | None:
    """Return the article, read again from its file, if its text is unchanged, else None."""
    from tui.article.article import Article
    from tui.article.errors import CannotRead
    from tui.article.sources import read

    for source in {each.source for each in kept if each.source and "://" not in each.source}:
        try:
            article = read(source)
        except CannotRead:
            continue
        if isinstance(article, Article) and text_hash(article.text) == key:
            return article
    return None


def _write_folder(found: list[_Gold], folder: Path) -> int:
    """Write text, attributions and entities of each article, and speakers.jsonl; return the number of articles."""
    from tui.corrections.brat import entity_standoff, speakers, standoff

    try:
        for name in ("text", "attributions", "entities"):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"“{one_line(str(folder))}” cannot be made: {error.strerror}.") from error
    rows: list[dict[str, object]] = []
    for gold in found:
        article, analysis = gold.article, gold.analysis
        name = _name(article)
        write_text(folder / "text" / f"{name}.txt", article.text, overwrite=True)
        annotation = folder / "attributions" / f"{name}_quoth.ann"
        write_text(annotation, standoff(article.text, analysis), overwrite=True)
        names = folder / "entities" / f"{name}_quoth.ann"
        write_text(names, entity_standoff(article.text, analysis), overwrite=True)
        rows += speakers(article.text, analysis, name)
    write_text(folder / "speakers.jsonl", "".join(f"{dump_json(row)}\n" for row in rows), overwrite=True)
    return len(found)


def _name(article: Article) -> str:
    """Return PUBLISHER_TITLE-HASH: train.py takes everything before the first “_” for the publisher."""
    publisher = _host(article.url or article.source) or article.site or "quoth"
    title = article.title or Path(article.source).stem
    plain = [re.sub(r"[^\w.]+|_", "-", part.casefold()).strip("-.")[:40] for part in (publisher, title)]
    return f"{plain[0] or 'quoth'}_{plain[1] or 'article'}-{text_hash(article.text).hex()[:8]}"


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname if "://" in address else None
    except ValueError:  # a library may have been imported from anywhere
        return None


def _line(gold: _Gold) -> str:
    """Return a JSON object with the article's text and all that `quoth quotes --format jsonl` prints about it."""
    from tui.session.exporting.quotes_export import Selected, json_object

    every = range(len(gold.analysis.attributions))
    data = json_object(Selected(gold.article, gold.analysis, every))
    return f"{dump_json({**data, 'corrections': gold.corrections, 'text': gold.article.text})}\n"
