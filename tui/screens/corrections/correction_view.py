"""The reader screen as a corrector sees it: what is in sight and selected, and the dialogs that ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.article.spans import Span
from tui.screens import toasts
from tui.screens.corrections.correction_menu import CorrectMenu, Entry, correction_entries
from tui.screens.default_keys import CORRECTING
from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.reader_panes import ReaderPanes
from tui.screens.saving_mark import background_runner
from tui.session.correcting.corrector import Corrector

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.library.library import Library
    from tui.screens.corrections.candidate_screen import Picked
    from tui.screens.corrections.divide_screen import Wording
    from tui.session.correcting.corrector_view import Drop, Entities, EntityAnswer, SpeakerAnswer, Speakers

KINDS = [
    Entry("d", "direct", "direct"),
    Entry("m", "mixed", "mixed"),
    Entry("i", "indirect", "indirect"),
    Entry("s", "said, written", "speech"),
    Entry("a", "an attitude: wants, fears", "attitude"),
]
"""What a quote may be instead."""
ENTITY_LABELS = [
    Entry("p", "a person", "PERSON"),
    Entry("o", "an organisation", "ORG"),
    Entry("c", "a country or city", "GPE"),
    Entry("l", "a place", "LOC"),
    Entry("g", "a group, a nationality", "NORP"),
    Entry("w", "a work", "WORK_OF_ART"),
    Entry("e", "an event", "EVENT"),
    Entry("r", "a product", "PRODUCT"),
    Entry("a", "a law", "LAW"),
]
"""What an entity may be instead."""


def corrector_for(
    screen: ArticleScreen, panes: ReaderPanes, library: Library | None, keymap: Mapping[str, str]
) -> Corrector:
    """Return what corrects the article on a reader screen."""
    history = panes.reading.corrections
    assert history is not None
    if library is not None:
        history.run = background_runner(screen.app, library)
    return Corrector(panes.reading, ReaderCorrectionView(screen, panes, keymap))


class ReaderCorrectionView:
    """A `CorrectionView` of one reader screen."""

    def __init__(self, screen: ArticleScreen, panes: ReaderPanes, keymap: Mapping[str, str]) -> None:
        self._screen = screen
        self._panes = panes
        self._keymap = keymap

    @property
    def here(self) -> int | None:
        return self._panes.here

    @property
    def visible_span(self) -> Span:
        return self._screen.article_pane.visible_span

    @property
    def selected_span(self) -> Span | None:
        return self._screen.article_pane.selected_span

    @property
    def is_current(self) -> bool:
        return self._screen.is_current

    @property
    def in_speakers_panel(self) -> bool:
        return self._screen.focused is self._panes.side.speakers

    @property
    def in_entities_panel(self) -> bool:
        return self._screen.focused is self._panes.side.entities

    def clear_selection(self) -> None:
        self._screen.article_pane.clear_selection()

    def redraw(self) -> None:
        self._panes.redraw()

    def show_chosen(self) -> None:
        self._panes.reveal_quote()
        self._panes.redraw()

    def key_of(self, binding: str) -> str:
        key = self._keymap.get(binding) or next(b.key for b in CORRECTING if b.id == binding)
        return self._screen.app.get_key_display(CORRECTING[0].with_key(key, None))

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        if warning:
            self._screen.app.notify(sentence, markup=False, severity="warning", timeout=toasts.WARNING)
        else:
            self._screen.app.notify(sentence, markup=False)

    def tell_only(self, sentence: str, *, warning: bool = False) -> None:
        self._screen.app.clear_notifications()
        self.tell(sentence, warning=warning)

    def ask_correction(self, title: str, answer: Callable[[str], None], *, of_entity: bool) -> None:
        self._ask(title, correction_entries(of_entity=of_entity), answer)

    def ask_kind(self, title: str, answer: Callable[[str], None]) -> None:
        self._ask(title, KINDS, answer)

    def _ask(self, title: str, entries: Sequence[Entry], answer: Callable[[str], None]) -> None:
        def pressed(name: str | None) -> None:
            if name is not None:
                answer(name)

        self._screen.app.push_screen(CorrectMenu(title, entries, self._screen, pressed))

    def ask_speaker(
        self, title: str, about: str, candidates: Speakers, answer: SpeakerAnswer, *, free: bool = True
    ) -> None:
        from tui.corrections.correction import EntityReference
        from tui.screens.corrections.candidate_screen import CandidateScreen

        def picked(result: Picked | None) -> None:
            if result is not None and not isinstance(result.reference, EntityReference):
                answer(result.reference)

        self._screen.app.push_screen(CandidateScreen(title, about, candidates, free=free), picked)

    def ask_entity(
        self, title: str, about: str, candidates: Entities, answer: EntityAnswer, *, typed: str = ""
    ) -> None:
        from tui.corrections.correction import EntityReference
        from tui.screens.corrections.candidate_screen import CandidateScreen

        def picked(result: Picked | None) -> None:
            if result is not None and isinstance(result.reference, EntityReference):
                answer(result.reference)

        screen = CandidateScreen(title, about, candidates, free=bool(typed), label=typed)
        self._screen.app.push_screen(screen, picked)

    def ask_mentions(self, name: str, mentions: Sequence[str], answer: Callable[[list[int]], None]) -> None:
        from tui.screens.corrections.divide_screen import OF_ENTITY

        self._ask_ticks(name, mentions, None, answer, OF_ENTITY)

    def ask_entity_kind(self, title: str, answer: Callable[[str], None]) -> None:
        self._ask(title, ENTITY_LABELS, answer)

    def ask_entity_name(self, name: str, answer: Callable[[str], None]) -> None:
        from tui.screens.corrections.rename_screen import RenameScreen

        def typed(result: tuple[str, str] | None) -> None:
            if result is not None:
                answer(result[0])

        self._screen.app.push_screen(RenameScreen(name), typed)

    def ask_content(self, content: tuple[Span, ...], answer: Callable[[tuple[Span, ...]], None]) -> None:
        from tui.screens.corrections.trim_screen import TrimScreen

        def moved(new: tuple[Span, ...], end: int) -> None:
            self._panes.preview(content, new)
            self._screen.article_pane.reveal(Span(end, end + 1), center=False)

        def closed(new: tuple[Span, ...] | None) -> None:
            self._panes.preview(content, None)
            if new is not None:
                answer(new)

        self._screen.app.push_screen(TrimScreen(self._screen.article, content, moved), closed)

    def ask_quotes(
        self, name: str, quotes: Sequence[str], marked: int | None, answer: Callable[[list[int]], None]
    ) -> None:
        from tui.screens.corrections.divide_screen import OF_SPEAKER

        self._ask_ticks(name, quotes, marked, answer, OF_SPEAKER)

    def _ask_ticks(
        self,
        name: str,
        rows: Sequence[str],
        marked: int | None,
        answer: Callable[[list[int]], None],
        wording: Wording,
    ) -> None:
        from tui.screens.corrections.divide_screen import DivideScreen

        def ticked(places: list[int] | None) -> None:
            if places:
                answer(places)

        self._screen.app.push_screen(DivideScreen(name, rows, marked, wording), ticked)

    def ask_name(self, name: str, role: str, answer: Callable[[str, str], None]) -> None:
        from tui.screens.corrections.rename_screen import RenameScreen

        def typed(result: tuple[str, str] | None) -> None:
            if result is not None:
                answer(*result)

        self._screen.app.push_screen(RenameScreen(name, role), typed)

    def list_unplaced(self, unplaced: Sequence[Unplaced], drop: Drop) -> None:
        from tui.screens.corrections.unplaced_screen import UnplacedScreen

        self._screen.app.push_screen(UnplacedScreen(unplaced, drop))
