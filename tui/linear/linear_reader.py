"""`quoth --linear`: reading by commands, one to a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.article.sanitising import one_line
from tui.linear.linear_article import LinearArticle
from tui.linear.linear_copier import LinearCopier
from tui.session.opening.browsing import Browsing, listing_of_sources, title_of
from tui.session.opening.history import History
from tui.session.opening.list_place import ListPlace
from tui.session.reading.article_name import name_of
from tui.session.reading.plurals import pluralise
from tui.session.reading.reading import Reading
from tui.standard_streams import locale_notice

if TYPE_CHECKING:
    from tui.analysis.process.events import Event
    from tui.article.listing import Listing
    from tui.linear.line_terminal import LineTerminal
    from tui.session.opening.opening import Opening
    from tui.session.settings import Settings

COMMANDS = {
    "Enter": "the next paragraph",
    "p": "the paragraph before",
    "r": "this paragraph again",
    "12": "paragraph 12",
    "g, G": "the first, the last paragraph",
    "all": "everything from here to the end; Ctrl+C stops it",
    "n, N": "the next, the previous matching quote",
    "f NAME": "only this speaker; f alone: whoever is quoted here, or everybody again",
    "/ WORDS": "filter the quotes, as quoth help filter says; / alone clears",
    "s WORDS": "search the article; s alone: the next place",
    "w": "why this speaker",
    "y, Y, A": "copy the words; with speaker and citation; all matching quotes",
    "c": "print what was copied last",
    "m": "clip the quote; again: remove the clipping",
    "e FILE": "export the matching quotes; its ending tells how: .md, .txt, .csv, .json, .jsonl, .bib, .csl.json",
    "speakers, quotes, names": "list them",
    "o SOURCE": "open a file, an address, or a number of the list",
    "], [, list": "the next, the previous article of the list; the list",
    "? or help": "these commands",
    "q": "quit",
}
"""The commands that can be typed, in the order of the help."""

_POLL = 0.5  # seconds; Windows notices Ctrl-C only between two polls


class LinearReader:
    """Reads articles for a line terminal."""

    def __init__(self, settings: Settings, terminal: LineTerminal) -> None:
        self._settings = settings
        self._terminal = terminal
        self._history = History(settings)
        self._events: SimpleQueue[tuple[Opening, Event]] = SimpleQueue()
        self._opening: Opening | None = None
        self._article: LinearArticle | None = None
        self._actions: dict[str, Callable[[str], None]] = {}
        self._listing: Listing | None = None

    # The loop

    def run(self, sources: Sequence[str], given: bytes | None = None) -> int:
        """Read the sources until the reader quits, and return the exit status.

        `given` is the content of the only source, if that was read already. Raises CannotRead if the only source
        cannot be read.
        """
        if (notice := locale_notice()) is not None:
            self._say(notice)
        try:
            if len(sources) > 1:
                self._show_list(listing_of_sources(list(sources)))
            else:
                self._take(self._read(sources[0], given))
            while (line := self._terminal.ask()) is not None:
                self._adopt_news()
                if line.strip() in ("q", "quit", "exit"):
                    break
                self._do(line.strip())
        finally:
            self._leave()
            self._history.close()
        return 0

    def _do(self, line: str) -> None:
        """Do what was typed."""
        name, _, rest = line.partition(" ")
        if line.startswith("/"):
            name, rest = "/", line[1:]
        try:
            if name in ("?", "help"):
                for keys, what in COMMANDS.items():
                    self._say(f"{keys}: {what}.")
            elif name == "o":
                self._open(rest.strip())
            elif name in ("]", "]a"):
                self._step_in_list(1)
            elif name in ("[", "[a"):
                self._step_in_list(-1)
            elif name == "list":
                self._show_list(self._listing)
            elif self._article is None:
                self._open(line) if line.isdigit() else self._say(
                    "Type the number of an article, or ? for help."
                )
            elif line.isdigit():
                self._article.go_to(int(line))
            elif action := self._actions.get(name):
                action(rest.strip())
            else:
                self._say(f"There is no command “{one_line(name)}”; ? lists them.")
        except CannotRead as error:
            self._say(error.message)
        except KeyboardInterrupt:
            self._say("Stopped.")

    def _say(self, line: str) -> None:
        self._terminal.write(line)

    # Articles and lists

    def _read(
        self, source: str, given: bytes | None = None, place: ListPlace | None = None
    ) -> Article | Listing:
        from tui.article import sources

        if given is not None:
            return sources.read_bytes(given, source)
        private_origins = self._history.private_origins
        if place is None:
            return sources.read(source, private_origins=private_origins)
        from tui.article.feed_articles import read_item

        return read_item(
            place.item,
            lambda: sources.read(
                source, typed=place.typed, came_from=place.came_from, private_origins=private_origins
            ),
        )

    def _take(self, result: Article | Listing, place: ListPlace | None = None) -> None:
        """Show what was read: an article, or a list to choose from."""
        if not isinstance(result, Article):
            self._show_list(result)
            return
        self._leave()
        self._opening = opening = self._history.open(result, place)
        from tui.session.correcting.correction_history import history_of

        corrections = history_of(result, opening.library, {})
        reading = Reading(result, opening.analysis, corrections)
        if opening.filter_text:
            reading.set_filter(opening.filter_text)
        self._article = LinearArticle(opening, reading, self._say)
        copier = LinearCopier(self._article, opening.library, self._settings.citation, self._terminal)
        self._actions = {**self._article.actions, **copier.actions}
        for line in (name_of(result), *opening.notices):
            self._say(one_line(line))
        if about := ", ".join(one_line(part) for part in (result.byline, result.published) if part):
            self._say(about)
        self._start_analysis(opening)
        self._say(self._article.counts())

    def _start_analysis(self, opening: Opening) -> None:
        """Start the analysis and wait for its first results, which takes a second or two."""
        if opening.settled:
            return
        if opening.analysis is None:
            self._say("Finding who says what; Ctrl+C reads on without.")
        self._history.start_analysis(opening, lambda event: self._events.put((opening, event)))
        try:
            while not (opening.settled or (self._article and self._article.reading.analysis.attributions)):
                try:
                    self._receive(*self._events.get(timeout=_POLL))
                except Empty:
                    continue
        except KeyboardInterrupt:
            self._say("")

    def _adopt_news(self) -> None:
        """Take in what the analysis has reported since the last command."""
        while True:
            try:
                self._receive(*self._events.get_nowait())
            except Empty:
                return

    def _receive(self, opening: Opening, event: Event) -> None:
        from tui.analysis.process import events

        article = self._article
        if opening is not self._opening or article is None:
            return
        match event:
            case events.AnalysisProgress(done=done, total=total):
                article.progress = f" so far; {100 * done // max(total, 1)} % is read"
            case events.PartialAnalysis(analysis=analysis) if not opening.outdated:
                article.reading.adopt(analysis)
            case events.AnalysisComplete(analysis=analysis):
                article.progress = ""
                article.reading.adopt(analysis)
                self._history.finish_analysis(opening, analysis)
                opening.keep_analysis()
                for notice in analysis.notices:
                    self._say(one_line(notice))
            case events.AnalysisFailed(sentence=told):
                self._history.finish_analysis(opening, None)
                self._say(one_line(told))
            case events.ProcessDied(sentence=told):
                self._say(one_line(told))

    def _leave(self) -> None:
        """Save the reader's place in the article."""
        if self._opening is not None and self._article is not None:
            self._history.leave(self._opening, self._article.position, self._article.reading.filter_text)

    def _open(self, typed: str) -> None:
        """Open an item of the list by its number, or a path or an address."""
        if not typed:
            self._say("Name what to open: o FILE, o ADDRESS, or o 3 of a list.")
        elif typed.isdigit() and self._listing is not None:
            index = int(typed) - 1
            if 0 <= index < len(self._listing.items):
                self._open_place(ListPlace(self._listing, index))
            else:
                self._say(f"The list has {pluralise(len(self._listing.items), 'article')}.")
        else:
            from tui.session.opening.typed_sources import interpret_input

            self._take(self._read(interpret_input(typed)))

    def _open_place(self, place: ListPlace) -> None:
        self._take(self._read(place.item.source, place=place), place)

    def _step_in_list(self, step: int) -> None:
        place = self._history.step_in_list(step)
        if not isinstance(place, ListPlace):
            which = "last" if step > 0 else "first"
            in_list = f"This is the {which} article of the list; list prints it."
            self._say("This article is from no list; o opens another." if self._listing is None else in_list)
        else:
            self._open_place(place)

    def _show_list(self, listing: Listing | None) -> None:
        """Print a list to choose from."""
        if listing is None:
            self._say("This article is from no list; o opens another.")
            return
        self._listing = listing
        browsing = Browsing(listing)
        self._say(
            f"{browsing.title}, {pluralise(len(listing.items), browsing.noun)}. o and a number opens one."
        )
        for number, item in enumerate(listing.items, 1):
            self._say(f"{number}. {title_of(item)}")
