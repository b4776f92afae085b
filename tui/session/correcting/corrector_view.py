"""What correcting needs from the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.corrections.correction import Correction, EntityReference, SpeakerReference
    from tui.session.correcting.entity_proposals import EntityCandidate
    from tui.session.correcting.proposals import SpeakerCandidate

    Speakers = Sequence[SpeakerCandidate]
    SpeakerAnswer = Callable[[SpeakerReference | None], None]
    Entities = Sequence[EntityCandidate]
    EntityAnswer = Callable[[EntityReference], None]
    Drop = Callable[[Correction], Sequence[Unplaced]]


class CorrectionView(Protocol):
    """What a corrector needs from the screen. Each `ask_` method calls `answer`, unless the reader cancels."""

    @property
    def here(self) -> int | None:
        """The index of the quote that the reader is at; None if no quote is in sight."""

    @property
    def visible_span(self) -> Span:
        """The part of the article on the screen."""

    @property
    def selected_span(self) -> Span | None:
        """The part of the article that is selected; None without a selection."""

    @property
    def is_current(self) -> bool:
        """Tell whether no other screen covers the article."""

    @property
    def in_speakers_panel(self) -> bool:
        """Tell whether the Speakers panel has the focus."""

    @property
    def in_entities_panel(self) -> bool:
        """Tell whether the Entities panel has the focus."""

    def clear_selection(self) -> None:
        """Clear the selection."""

    def redraw(self) -> None:
        """Redraw the article and its panels."""

    def show_chosen(self) -> None:
        """Scroll to the chosen quote, and redraw."""

    def key_of(self, binding: str) -> str:
        """Return the display name of the key bound to this id."""

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence."""

    def tell_only(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence in place of all others."""

    def ask_correction(self, title: str, answer: Callable[[str], None], *, of_entity: bool) -> None:
        """Ask which correction to make; the answer is its name in the table of corrections."""

    def ask_kind(self, title: str, answer: Callable[[str], None]) -> None:
        """Ask for a kind or stance; the answer is its value."""

    def ask_speaker(
        self, title: str, about: str, candidates: Speakers, answer: SpeakerAnswer, *, free: bool = True
    ) -> None:
        """Ask for a speaker; with `free` also a new name, or None for somebody the article does not name."""

    def ask_content(self, content: tuple[Span, ...], answer: Callable[[tuple[Span, ...]], None]) -> None:
        """Let the reader move the ends of a content."""

    def ask_quotes(
        self, name: str, quotes: Sequence[str], marked: int | None, answer: Callable[[list[int]], None]
    ) -> None:
        """Ask which quotes the speaker called `name` did not say; the answer is their indices in `quotes`."""

    def ask_name(self, name: str, role: str, answer: Callable[[str, str], None]) -> None:
        """Ask for another name and role of a speaker; "" for no role."""

    def ask_entity_kind(self, title: str, answer: Callable[[str], None]) -> None:
        """Ask for another label of an entity."""

    def ask_entity(
        self, title: str, about: str, candidates: Entities, answer: EntityAnswer, *, typed: str = ""
    ) -> None:
        """Ask for an entity; with `typed`, a name that is typed will do, too, as one of this label."""

    def ask_mentions(self, name: str, mentions: Sequence[str], answer: Callable[[list[int]], None]) -> None:
        """Ask which mentions of the entity called `name` are another's; the answer is their indices."""

    def ask_entity_name(self, name: str, answer: Callable[[str], None]) -> None:
        """Ask for another name of an entity."""

    def list_unplaced(self, unplaced: Sequence[Unplaced], drop: Drop) -> None:
        """List corrections that could not be applied; `drop` undoes one and returns those that remain."""
