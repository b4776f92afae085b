"""The report that is printed without a screen: speakers with their quotes, and entities."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Polarity, Speaker, Stance
from tui.analysis.entity_labels import is_name, label_name, label_order, shown_label
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.session.citing.citation import UNKNOWN, cited_words
from tui.session.reading.article_name import name_of
from tui.session.reading.plurals import pluralise
from tui.session.reading.quote_marks import UNSURE
from tui.session.reading.quote_text import span_words

WIDTH = 80  # columns where nothing says how many there are


def print_report(
    article: Article,
    analysis: Analysis,
    file: TextIO | None = None,
    width: int | None = None,
    environ: Mapping[str, str] = os.environ,
) -> None:
    """Print the report to `file`, by default standard output; in colour only on a terminal and without NO_COLOR.

    `width` is in cells; by default it is that of COLUMNS, of the terminal, or 80. FORCE_COLOR asks for colour
    without a terminal, as for pagers.
    """
    file = file or sys.stdout
    terminal = file.isatty()
    plain = environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    colour = not plain and (terminal or bool(environ.get("FORCE_COLOR")))
    if width is None and not terminal:
        columns = environ.get("COLUMNS", "")
        width = max(20, int(columns)) if columns.isdecimal() else WIDTH
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="auto" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as printed:
        console.print(report(article, analysis))
    file.writelines(line.rstrip() + "\n" for line in printed.get().splitlines())


def report(article: Article, analysis: Analysis) -> Group:
    """Return the report as a Rich renderable. The article's text is cleaned in it and is never read as markup."""
    known = {speaker.id for speaker in analysis.speakers}
    by_speaker: dict[str | None, list[Attribution]] = {}
    attitudes = 0
    for quote in analysis.attributions:
        if quote.stance is Stance.ATTITUDE:
            attitudes += 1
        else:
            by_speaker.setdefault(quote.speaker if quote.speaker in known else None, []).append(quote)
    parts: list[RenderableType] = [Text(name_of(article), "bold")]
    if about := [clean(part) for part in (article.byline, article.published, article.url) if part]:
        parts.append(Text(" · ".join(about)))
    speakers = pluralise(len(by_speaker.keys() - {None}), "speaker")
    quotes = pluralise(sum(map(len, by_speaker.values())), "quote")
    parts.append(Text(f"{speakers} · {quotes}", "dim"))
    quoted = [speaker for speaker in analysis.speakers if speaker.id in by_speaker]
    for speaker in sorted(quoted, key=lambda speaker: -len(by_speaker[speaker.id])):
        heading = Text(clean(speaker.name), "bold")
        if speaker.role and (role := clean(speaker.role)):
            heading = Text.assemble(heading, f", {role}")
        parts += [Text(), heading, *(_quote(article, quote, speaker) for quote in by_speaker[speaker.id])]
    if None in by_speaker:
        heading = Text(UNKNOWN.capitalize(), "bold")
        parts += [Text(), heading, *(_quote(article, quote, None) for quote in by_speaker[None])]
    if attitudes:
        parts += [
            Text(),
            Text(f"Left out: {pluralise(attitudes, 'attitude')} (wants, backs, fears …)", "dim"),
        ]
    if analysis.entities:
        parts += [Text(), Text("Entities", "bold"), _entities(analysis)]
    return Group(*parts)


def _quote(article: Article, quote: Attribution, speaker: Speaker | None) -> RenderableType:
    """Render the words and, indented under them, the cue and the certainty."""
    about = [span_words(article, quote.source)] if speaker is None else []
    about += [span_words(article, quote.cue), str(quote.kind)]
    if quote.polarity is not Polarity.AFFIRMED:
        about.append(str(quote.polarity))
    if quote.certainty < UNSURE:
        about.append("unsure")
    if quote.corrected:
        about.append("corrected by hand")
    style = "italic" if quote.kind is Kind.INDIRECT else ""
    return Group(
        Padding(Text(cited_words(article, quote, speaker), style), (0, 0, 0, 2)),
        Padding(Text(" · ".join(filter(None, about)), "dim"), (0, 0, 0, 6)),
    )


def _entities(analysis: Analysis) -> RenderableType:
    """Render a line for each kind, the most mentioned entities first."""
    by_label: dict[str, list[Entity]] = {}
    for entity in analysis.entities:
        if not is_name(entity.label):
            continue
        by_label.setdefault(shown_label(entity.label), []).append(entity)
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=24)
    table.add_column(ratio=1)
    for label in sorted(by_label, key=label_order):
        found = sorted(by_label[label], key=lambda entity: -len(entity.mentions))
        counted = [
            f"{clean(e.name)} ({len(e.mentions)})" if len(e.mentions) > 1 else clean(e.name) for e in found
        ]
        table.add_row(Text(clean(label_name(label)), "dim"), Text(", ".join(counted)))
    return Padding(table, (0, 0, 0, 2))
