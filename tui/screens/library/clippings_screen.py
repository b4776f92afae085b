"""The clippings of all articles, to browse, annotate, copy and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from tui.article.sanitising import displayable, one_line
from tui.library.clippings import PASSAGE
from tui.resources import folder
from tui.screens.browse_screen import AGAIN, BACK, MOVING
from tui.screens.default_keys import shared
from tui.screens.filter_screen import FilterScreen
from tui.screens.messages import OpenClipping
from tui.session.filtering.records import RECORD_FIELDS
from tui.session.keeping.clipping_list import ClippingList
from tui.session.opening.library_place import LibraryPlace, LibraryStop
from tui.session.reading.dates import local_time, short_date
from tui.session.reading.plurals import pluralise
from tui.session.reading.quote_marks import certainty_mark
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import fit, said_line, spread, wrap_words
from tui.widgets.panels.row_list import Row

if TYPE_CHECKING:
    from tui.library.clippings import Clipping
    from tui.session.filtering.filter_completion import Completion
    from tui.session.settings import Settings

MAX_WORD_LINES = 5
MAX_NOTE_LINES = 3
NOT_SAVED = "That could not be saved: the library cannot be written."


class ClippingRows(Choices):
    """One row for each clipping: its words, who said them, where and when, its note and tags."""

    EMPTY_TEXT = "No clippings yet: m in an article clips the quote you are at."

    def __init__(self, book: ClippingList, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._book = book
        self._now = local_time()

    def rows(self, width: int) -> Sequence[Row]:
        """Return a row for each matching clipping."""
        return [Row(str(i), len(self._lines(i, width)), gap=1) for i in self._book.left]

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the lines of a clipping."""
        return self._lines(int(row.key), width)

    def _lines(self, index: int, width: int) -> list[Content]:
        clipping, room, faint = self._book.clippings[index], width - 4, self.row_style("faint")
        words = wrap_words(one_line(clipping.cited), room, MAX_WORD_LINES)
        out = [Content(line) for line in words]
        date = short_date(clipping.published, self._now)
        said = Content.styled(_said(clipping, max(8, room - len(date) - 2)), faint)
        out.append(spread(said, Content.styled(date, faint), room))
        if clipping.note:
            out += map(Content, wrap_words(f"Note: {displayable(clipping.note)}", room, MAX_NOTE_LINES))
        if clipping.tags:
            tags = fit(" ".join(f"#{displayable(tag)}" for tag in clipping.tags), room)
            out.append(Content.styled(tags, self.row_style("tag")))
        return out

    COMPONENT_CLASSES = {"row--tag"}


class ClippingsScreen(FilterScreen):
    """The clippings, newest first; / filters as in the reader, and also with article:, note: and tag:."""

    CSS_PATH = [*FilterScreen.CSS_PATH, folder("styles") / "library.tcss"]
    BINDINGS = [
        *shared(
            choose={"show": True, "description": "open", "tooltip": "Open the article at this quote"},
            filter={"show": True, "tooltip": "Filter as you type"},
            copy_words={"show": True},
            copy_cited={"show": True},
            export={"show": True, "tooltip": "Export the matching clippings to a file"},
        ),
        Binding("i", "note", "note", id="clipping.note", tooltip="Write a note"),
        Binding(
            "number_sign", "tag", "tags", id="clipping.tags", key_display="#", tooltip="Tag the clipping"
        ),
        Binding("D", "remove", "remove", id="clipping.remove", tooltip="Remove the clipping"),
        Binding("u", "undo", "undo", id="clipping.undo", tooltip="Undo the last change"),
        Binding(
            "ctrl+r", "redo", "redo", id="clipping.redo", show=False, tooltip="Redo the last undone change"
        ),
        *shared(
            back=BACK,
            clippings=AGAIN,
            copy_all={},
            library={},
            person={"tooltip": "Show all speakers"},
            open={},
            help={"show": True},
            quit={"show": True},
        ),
        *MOVING,
    ]
    PLACEHOLDER = "words, speaker: article: tag: note: kind: certainty:"
    FIELDS = RECORD_FIELDS

    def __init__(self, book: ClippingList, settings: Settings) -> None:
        super().__init__(settings)
        self.book = book

    def make_rows(self) -> ClippingRows:
        """Return the list of clippings."""
        return ClippingRows(self.book, id="items")

    def on_mount(self) -> None:
        """Show all clippings, and those that are still being written once they are."""
        self.call_after_refresh(self._redraw)
        self.book.refresh(self._redraw)
        if self.book.unreadable:
            count = pluralise(self.book.unreadable, "clipping")
            self.show_message(
                f"{count} cannot be read by this version of quoth; they stay in the library.", warning=True
            )

    def on_screen_resume(self) -> None:
        """Load the clippings again, as some may be new."""
        if (index := self._marked) is not None:
            was = self.book.clippings[index].id
            self.book.load()
            at = next((i for i, each in enumerate(self.book.clippings) if each.id == was), index)
            self._redraw(str(at))

    def narrow(self, text: str) -> None:
        """Show the clippings that match the filter."""
        self.book.set_filter(text)
        self._redraw()

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Suggest fields, and values that the clippings have."""
        from tui.session.filtering.filter_completion import complete

        return complete(self.book.index, text, cursor)

    def _redraw(self, marked: str | None = None) -> None:
        if not self.query(ClippingRows):
            return  # the screen was closed while the clippings were read
        book = self.book
        narrowed = bool(book.filter_text.strip())
        nothing = "No clipping matches. Esc shows all of them again."
        self.items.empty_text = nothing if narrowed and book.clippings else ClippingRows.EMPTY_TEXT
        marked = marked or self.items.marked
        self.items.update_rows()
        self.items.mark(marked)
        total = pluralise(len(book.clippings), "clipping")
        self.set_title("clippings", f"{len(book.left)} of {total}" if narrowed else total)
        if book.query.problem:
            self.show_message(book.query.notice, warning=True)

    @property
    def _marked(self) -> int | None:
        return None if self.items.marked is None else int(self.items.marked)

    def open(self, key: str) -> None:
        """Open the article at this quote."""
        clippings = self.book.clippings
        stops = [_stop(clippings[i]) for i in self.book.left]
        opened = clippings[int(key)]
        self.post_message(OpenClipping(opened, LibraryPlace.of(stops, _stop(opened))))

    # Changing

    def action_note(self) -> None:
        """Write a note on the marked clipping."""
        from tui.screens.library.line_screen import LineScreen

        if (index := self._marked) is None:
            return

        def written(note: str | None) -> None:
            if note is not None:
                self.book.note(index, note, self._callback("Note saved; u undoes."))

        self.app.push_screen(LineScreen("Note", self.book.clippings[index].note), written)

    def action_tag(self) -> None:
        """Give the marked clipping tags."""
        from tui.screens.library.line_screen import LineScreen

        if (index := self._marked) is None:
            return

        def typed(tags: str | None) -> None:
            if tags is not None:
                self.book.tag(index, tags, self._callback("Tags saved; u undoes."))

        there = " ".join(f"#{tag}" for tag in self.book.tags[:30])
        note = (
            f"Tags used so far: {there}"
            if there
            else "Words with spaces between them; tag: finds them again."
        )
        tags = " ".join(self.book.clippings[index].tags)
        self.app.push_screen(LineScreen("Tags", tags, note=one_line(note)), typed)

    def action_remove(self) -> None:
        """Remove the marked clipping."""
        if (index := self._marked) is not None:
            self.book.remove(index, self._callback("Removed; u undoes."))

    def action_undo(self) -> None:
        """Undo the last change."""
        self.book.undo(self._callback("Undone; Ctrl+R redoes.", "There is nothing to undo here."))

    def action_redo(self) -> None:
        """Redo the last undone change."""
        self.book.redo(self._callback("Redone; u undoes.", "There is nothing to redo."))

    def _callback(self, sentence: str, nothing: str = "") -> Callable[[bool | None], None]:
        """Return a callback that says `sentence` once a change is saved, or `nothing` if there was none."""

        app = self.app

        def report(done: bool | None) -> None:
            if not self.is_attached:
                if done is False:
                    app.notify(NOT_SAVED, markup=False, severity="warning")
                return
            self._redraw()
            if done is None:
                self.show_message(nothing)
            elif done:
                self.show_message(sentence)
            else:
                self.show_message(NOT_SAVED, warning=True)

        return report

    # Copying

    def action_copy_words(self) -> None:
        """Copy the words of the marked clipping."""
        if (index := self._marked) is not None:
            self.app.copy_to_clipboard(self.book.clippings[index].safe_words)

    def action_copy_cited(self) -> None:
        """Copy the marked clipping with its speaker and a citation."""
        if (index := self._marked) is not None:
            self.app.copy_to_clipboard(self._with_citations([self.book.clippings[index]]))

    def action_copy_all(self) -> None:
        """Copy all matching clippings with citations."""
        if self.book.left:
            self.app.copy_to_clipboard(self._with_citations([self.book.clippings[i] for i in self.book.left]))

    def _with_citations(self, clippings: Sequence[Clipping]) -> str:
        from tui.session.exporting.clippings_export import cite_clipping

        return "\n\n".join(cite_clipping(each, self.settings.citation) for each in clippings)

    def action_export(self) -> None:
        """Export the matching clippings to a file."""
        if not self.book.left:
            self.show_message("No clipping matches, so there is nothing to export; Esc clears the filter.")
            return
        from tui.screens.reader.export_screen import ExportScreen

        self.app.push_screen(ExportScreen.of_clippings([self.book.clippings[i] for i in self.book.left]))


def _stop(clipping: Clipping) -> LibraryStop:
    at = clipping.content[0] if clipping.content else None
    return LibraryStop(clipping.text_hash, at, clipping.source)


def _said(clipping: Clipping, width: int) -> str:
    """Return who said it, where and how, on one line; the article's name is cut first, then the speaker's."""
    nobody = "the article" if clipping.kind == PASSAGE else "speaker not named"
    who = clipping.speaker or clipping.named or nobody
    kind = clipping.kind if clipping.stance == "speech" else f"{clipping.kind} {clipping.stance}"
    if clipping.polarity != "affirmed" and not clipping.sentence:
        kind = f"{kind} {clipping.polarity}"  # a part of what was denied has no sentence that says so
    by_hand = " · corrected" if clipping.corrected else ""
    who = one_line(", ".join(part for part in (who, clipping.role) if part))
    how = one_line(f"{kind} {certainty_mark(clipping.certainty)}{by_hand}")
    return said_line(who, one_line(clipping.article), how, width)
