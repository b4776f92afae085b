"""Rules over what was read: versions, the same words elsewhere, reading aloud, exports and archives."""

import json
import tempfile
from pathlib import Path

from tests.fuzzing.text_rules import Rule, article_of, check
from tui.analysis.analysis import Analysis, Attribution, Kind, Speaker, Stance
from tui.analysis.attribution import quotations
from tui.archive.documents import Columns, read_lines
from tui.archive.tables import rows_of, table_of
from tui.article.article import Article
from tui.article.compared_text import fingerprint
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import compared_words
from tui.library.comparing.quote_families import find_families
from tui.library.comparing.word_alignment import align
from tui.linear.spoken_text import speak_block, speak_place, speak_quote
from tui.session.comparing.marked_differences import marked_line
from tui.session.exporting import quotes_export
from tui.session.exporting.quotes_export import FORMATS, Selected
from tui.session.reading.reading import Reading
from tui.session.versions import changes_export
from tui.session.versions.quote_changes import compare_quotes
from tui.session.versions.text_changes import compare

LEE = Speaker("s1", "Ann Lee", "person", role="mayor")


def analysis_of(article: Article) -> Analysis:
    """Return an analysis in which Ann Lee says everything between quotation marks."""
    found = quotations.find(article.text, article.blocks)
    return Analysis(
        tuple(
            Attribution(f"q{number}", Kind.DIRECT, Stance.SPEECH, tuple(quotation.pieces), speaker="s1")
            for number, quotation in enumerate(found)
        ),
        (LEE,),
    )


def versions(text: str) -> None:
    """Compare a text with another version of it, and the quotes of both."""
    middle = len(text) // 2
    old, new = article_of(text), article_of(f"{text[:middle]} and so{text[middle:][::-1]}")
    changes = compare(old, new)
    check((each.old for each in changes.paragraphs if each.old), old.text)
    check((each.new for each in changes.paragraphs if each.new), new.text)
    quotes = compare_quotes(old, analysis_of(old), new, analysis_of(new))
    list(changes_export.text_lines(changes))
    list(changes_export.quote_lines(quotes))
    for each in changes.paragraphs:
        changes_export.marked(each.pieces)
    fingerprint(old)


def same_words(text: str) -> None:
    """Compare a text as a quote with others."""
    middle = len(text) // 2
    texts = (text, f"{text} again", text[middle:], f"{text[:middle]} … {text[middle:][::-1]}")
    quotes = [
        ComparedQuote(compared_words.__wrapped__(each, kind), "Ann Lee", None, number)
        for number, each in enumerate(texts)
        for kind in (Kind.DIRECT, Kind.MIXED)
    ]
    for quote in quotes:
        check(zip(quote.words.starts, quote.words.ends, strict=True), quote.words.text)
        marked_line(align(quotes[0].words, quote.words))
    find_families(quotes)


def spoken(text: str) -> None:
    """Read a text aloud."""
    article = article_of(text)
    reading = Reading(article, analysis_of(article))
    for block in article.blocks:
        speak_block(reading, block.span)
    for index in range(min(50, len(reading.analysis.attributions))):
        speak_quote(reading, index)
        speak_place(reading, index)


def quotes_exported(text: str) -> None:
    """Export the quotes of a text in every format."""
    article = article_of(text)
    analysis = analysis_of(article)
    for format in FORMATS:
        quotes_export.export([Selected(article, analysis, range(len(analysis.attributions)))], format)


def tables(text: str) -> None:
    """Write an article and its quotes as rows of an archive."""
    article = article_of(text)
    analysis = analysis_of(article)
    contract = quotes_export.json_object(Selected(article, analysis, range(len(analysis.attributions))))
    for name, rows in rows_of("a", article, analysis, contract).items():
        table_of(name, rows)


def lines(text: str) -> None:
    """Read JSON lines that hold a text, and lines that are it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        data = f"{json.dumps({'text': text, 'id': text})}\n{text}\n".encode("utf-8", "replace")
        path.write_bytes(data)
        first, *_ = read_lines(str(path), 0, len(data), Columns())
        assert first.text == text


RULES: dict[str, Rule] = {
    "versions": versions,
    "same words": same_words,
    "read aloud": spoken,
    "quotes exported": quotes_exported,
    "tables": tables,
    "JSON lines": lines,
}
