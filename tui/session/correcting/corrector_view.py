"""What correcting needs of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.corrections.correction import Correction, EntityReference, SpeakerReference
    from tui.session.correcting.entity_proposals import EntityCandidate
    from tui.session.correcting.proposals import SpeakerCandidate


class CorrectionView(Protocol):
    """What a corrector needs of the screen. Whatever asks calls `answer`, unless the reader cancels."""

    @property
    def here(self) -> int | None:
        """The index of the quote that the reader is at."""

    @property
    def visible_span(self) -> Span:
        """The part of the article on the screen."""

    @property
    def selected_span(self) -> Span | None:
        """The part of the article that is selected."""

    @property
    def is_current(self) -> bool:
        """Whether no other screen lies over the article."""

    @property
    def in_speakers_panel(self) -> bool:
        """Whether the speakers panel has the focus."""

    @property
    def in_entities_panel(self) -> bool:
        """Whether the entities panel has the focus."""

    def clear_selection(self) -> None:
        """Select nothing."""

    def redraw(self) -> None:
        """Draw the article and its panels as the reading is now."""

    def show_chosen(self) -> None:
        """Scroll to the chosen quote, and redraw."""

    def key_of(self, binding: str) -> str:
        """Return the key of a binding with this id, as it is shown."""

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence."""

    def tell_only(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence in place of all others."""

    def ask_correction(self, title: str, answer: Callable[[str], None], *, of_entity: bool) -> None:
        """Ask which correction to make of an entity, or of a quote or speaker, by its name in the table."""

    def ask_kind(self, title: str, answer: Callable[[str], None]) -> None:
        """Ask for a kind or stance."""

    def ask_speaker(
        self,
        title: str,
        about: str,
        candidates: Sequence[SpeakerCandidate],
        answer: Callable[[SpeakerReference | None], None],
        *,
        free: bool = True,
    ) -> None:
        """Ask for a speaker; with `free` also for a new name, or None for nobody the article names."""

    def ask_content(self, content: tuple[Span, ...], answer: Callable[[tuple[Span, ...]], None]) -> None:
        """Have the ends of a content moved."""

    def ask_quotes(
        self, name: str, quotes: Sequence[str], marked: int | None, answer: Callable[[list[int]], None]
    ) -> None:
        """Ask which quotes, by their places in the list, a speaker did not say."""

    def ask_name(self, name: str, role: str, answer: Callable[[str, str], None]) -> None:
        """Ask for another name and role, "" for no role."""

    def ask_entity_kind(self, title: str, answer: Callable[[str], None]) -> None:
        """Ask for the label of an entity."""

    def ask_entity(
        self,
        title: str,
        about: str,
        candidates: Sequence[EntityCandidate],
        answer: Callable[[EntityReference], None],
    ) -> None:
        """Ask for another entity."""

    def ask_entity_name(self, name: str, answer: Callable[[str], None]) -> None:
        """Ask for another name."""

    def list_unplaced(
        self, unplaced: Sequence[Unplaced], drop: Callable[[Correction], Sequence[Unplaced]]
    ) -> None:
        """List corrections that could not be applied; `drop` undoes one and returns the others."""
