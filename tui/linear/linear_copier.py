"""What the reader takes out of an article: copies, clippings and exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.linear.line_terminal import LineTerminal
    from tui.linear.linear_article import LinearArticle
    from tui.session.settings import Style


class LinearCopier:
    """Copies, clips and exports the quotes of an article."""

    def __init__(
        self, article: LinearArticle, library: Library | None, style: Style, terminal: LineTerminal
    ) -> None:
        self._article = article
        self._library = library
        self._style = style
        self._terminal = terminal
        self._say = terminal.write
        self._copied: str | None = None
        self.actions: dict[str, Callable[[str], None]] = {
            "y": lambda _: self._copy("words"),
            "Y": lambda _: self._copy("cited"),
            "A": lambda _: self._copy("all"),
            "c": lambda _: self._say(self._copied or "Nothing has been copied so far."),
            "m": lambda _: self._clip(),
            "e": self._export,
        }
        """What each command does, given the words after it."""
        self._mark_clipped()

    def _copy(self, what: str) -> None:
        from tui.session.copying import copied_text

        reading = self._article.reading
        if what == "all":
            cite = copied_text.all_with_citations(reading, self._style)
            text = cite() if cite else None
            if text is None:
                self._say("No quote matches, so there is nothing to copy.")
                return
        else:
            if self._article.current_quote() is None:
                return
            text = (
                copied_text.words(reading, self._article.here)
                if what == "words"
                else copied_text.words_with_citation(reading, self._article.here, self._style)
            )
        from tui.session.copying.clipboard import Clipboard, osc52

        self._copied = text
        send = self._terminal.send if self._terminal.takes_sequences else None
        clipboard = Clipboard(
            send and (lambda copied: send(osc52(copied))), write_sequence=send, last_copy="c prints it"
        )
        self._say(clipboard.copy(text or "").message)

    def _mark_clipped(self) -> None:
        if self._library is not None:
            from tui.library.clippings import Clippings

            reading = self._article.reading
            kept = Clippings(self._library).of(reading.article.text)
            reading.clipped = frozenset(each.content for each in kept)

    def _clip(self) -> None:
        reading = self._article.reading
        index = self._article.current_quote()
        if index is None:
            return
        if self._library is None:
            self._say("Clippings are not kept while you read privately.")
            return
        from tui.session.keeping.clipping import clip, toggle_clipping

        clipping = clip(reading.article, reading.analysis, reading.analysis.attributions[index])
        done = toggle_clipping(self._library, clipping)
        reading.clipped = done.all
        self._say(done.failed or ("Clipped." if done.is_clipped else "Clipping removed."))

    def _export(self, name: str) -> None:
        """Write the matching quotes in the format that the file name ends in."""
        from tui.session.exporting.atomic_writing import CannotWrite, write_text
        from tui.session.exporting.quotes_export import SUFFIXES, Selected, encoding_of, export
        from tui.session.opening.typed_sources import expand_home

        reading = self._article.reading
        by_suffix = {suffix: format for format, suffix in SUFFIXES.items()}
        endings = [suffix for suffix in by_suffix if name.lower().endswith(suffix)]
        format = by_suffix[max(endings, key=len)] if endings else None  # a.csl.json is no .json
        if format is None:
            self._say(f"Type e and a file name that ends in {', '.join(by_suffix)}.")
            return
        try:
            text = export([Selected(reading.article, reading.analysis, reading.quotes)], format)
            write_text(Path(expand_home(name)), text, encoding=encoding_of(format))
        except CannotWrite as error:
            self._say(error.message)
        else:
            self._say(f"{pluralise(len(reading.quotes), 'quote')} written to {one_line(name)}.")
