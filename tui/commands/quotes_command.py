"""`quoth quotes SOURCE...`: the quotes of articles, printed or written to a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import cast

from tui.commands.arguments import quotes_parser
from tui.commands.console import SourceProgress, print_notice, printing_output, refuse_output
from tui.commands.parallel_analysis import SourceAnalyser, cpu_count
from tui.library.comparing.compared_words import ComparedWords
from tui.library.same_words import Occurrence
from tui.session.comparing.variant_families import occurrences_in, variant_families
from tui.session.correcting.kept_corrections import corrected
from tui.session.exporting import quotes_export
from tui.session.exporting.atomic_writing import write_text
from tui.session.exporting.variants_export import VariantsFormat, export_families
from tui.session.filtering.query import Query, parse
from tui.session.filtering.quote_index import QuoteIndex
from tui.session.reading.quote_text import span_words
from tui.session.settings import Settings

_FOR_PEOPLE = ("text", "markdown", "bibtex", "csl-json")


parser = quotes_parser


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print or write the quotes, and return the exit status. Raises CannotAnalyse and CannotWrite."""
    for problem in settings.problems:
        print_notice(problem)
    if arguments.citation:
        arguments.format = "text" if arguments.citation == "plain" else arguments.citation
    query = parse(arguments.filter)
    if query.problem:
        print_notice(query.notice)
        return 2
    if arguments.variants and arguments.format == "csv":
        print_notice("Variants are printed as text, Markdown, JSON or JSON lines: choose one with --format.")
        return 2
    if refuse_output(arguments.output, overwrite=arguments.force):
        return 2
    output = Path(arguments.output) if arguments.output else None
    with SourceProgress(len(arguments.files)) as bar:
        analyser = SourceAnalyser(settings.model, bar, arguments.jobs or cpu_count())
        selected = _selected(analyser, arguments, query, private=settings.private)
        if arguments.variants:
            pieces = _variants(selected, arguments.format)
            if output is not None:
                write_text(output, "".join(pieces), overwrite=arguments.force)
            else:
                for piece in pieces:
                    with printing_output(bar):
                        sys.stdout.write(piece)
        elif output is None:
            _print(selected, arguments, analyser, bar)
        elif found := list(selected):
            format = cast(quotes_export.Format, arguments.format)
            single = len(arguments.files) == 1 and not analyser.reading.has_several
            text = _text(found, format, single=single)
            write_text(output, text, overwrite=arguments.force, encoding=quotes_export.encoding_of(format))
    return 1 if analyser.failed else 0


def _selected(
    analyser: SourceAnalyser, arguments: argparse.Namespace, query: Query, *, private: bool
) -> Iterator[quotes_export.Selected]:
    attitudes = arguments.format not in _FOR_PEOPLE
    analysed = analyser.articles(arguments.files)
    for article, analysis in analysed if private else corrected(analysed, analyser.reading.print_notice):
        indices = QuoteIndex(article, analysis).matching(query, attitudes=attitudes)
        yield quotes_export.Selected(article, analysis, indices)


def _variants(selected: Iterable[quotes_export.Selected], format: VariantsFormat) -> Iterator[str]:
    """Yield the families of quotes that stand in two or more of the articles, once all are analysed."""
    found: list[tuple[Occurrence, ComparedWords]] = []
    cues: dict[int, str] = {}
    for number, each in enumerate(selected, 1):
        quotes = occurrences_in(each.article, each.analysis, each.indices, number)
        cues |= {quote.quote: span_words(each.article, quote.cue) for quote, _ in quotes}
        found += quotes
    yield from export_families(variant_families(found), format, cues)


def _text(found: list[quotes_export.Selected], format: quotes_export.Format, *, single: bool) -> str:
    return quotes_export.export(found, format) if single else "".join(quotes_export.stream(found, format))


def _print(
    selected: Iterator[quotes_export.Selected],
    arguments: argparse.Namespace,
    analyser: SourceAnalyser,
    bar: SourceProgress,
) -> None:
    """Print each article's quotes as soon as they are known."""
    format = cast(quotes_export.Format, arguments.format)
    first = list(islice(selected, 1)) if len(arguments.files) == 1 else []
    if len(arguments.files) == 1 and not analyser.reading.has_several:
        pieces: Iterable[str] = (_text([each], format, single=True) for each in first)
    else:
        pieces = quotes_export.stream(chain(first, selected), format)
    for piece in pieces:
        with printing_output(bar):
            sys.stdout.write(piece)
