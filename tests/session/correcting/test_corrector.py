"""The steps of each correction, with a view that answers every dialog at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, span
from tui.analysis.analysis import Analysis, Entity
from tui.article.spans import Span
from tui.corrections.applying import Unplaced
from tui.corrections.correction import Correction, EntityReference, SpeakerReference
from tui.corrections.correction_types import CORRECTION_TYPES, CorrectionType, summary
from tui.session.correcting.correction_history import CorrectionHistory
from tui.session.correcting.corrector import NO_QUOTE, PRIVATE, SELECT_FIRST, Corrector
from tui.session.correcting.entity_corrector import NO_ENTITY
from tui.session.correcting.speaker_corrector import NO_SPEAKER
from tui.session.reading.reading import Reading

if TYPE_CHECKING:
    from tui.session.correcting.corrector_view import Drop, Entities, EntityAnswer, SpeakerAnswer, Speakers

NOVAK = SpeakerReference("Ada Novak")


class AnsweringView:
    """A `CorrectionView` whose dialogs call `meanwhile`, then give the answers set here."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.visible_span = Span(0, len(reading.article.text))
        self.selected_span: Span | None = None
        self.is_current = True
        self.in_speakers_panel = False
        self.in_entities_panel = False
        self.label = "PERSON"
        self.told: list[str] = []
        self.asked: list[str] = []
        self.speaker: SpeakerReference | None = NOVAK
        self.kind = "mixed"
        self.content = (span("Nothing else"),)
        self.places = [0]
        self.meanwhile: Callable[[], object] = lambda: None

    @property
    def here(self) -> int | None:
        return self.reading.current(self.visible_span)

    def clear_selection(self) -> None:
        self.selected_span = None

    def redraw(self) -> None: ...

    def show_chosen(self) -> None: ...

    def key_of(self, binding: str) -> str:
        return {"correct.undo": "u", "correct.redo": "^r"}[binding]

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        self.told.append(sentence)

    def tell_only(self, sentence: str, *, warning: bool = False) -> None:
        self.told.append(sentence)

    def ask_correction(self, title: str, answer: Callable[[str], None], *, of_entity: bool) -> None:
        self.asked.append(title)
        answer("entity_reject" if of_entity else "reject")

    def ask_entity_kind(self, title: str, answer: Callable[[str], None]) -> None:
        self.meanwhile()
        answer(self.label)

    def ask_entity(
        self, title: str, about: str, candidates: Entities, answer: EntityAnswer, *, typed: str = ""
    ) -> None:
        self.meanwhile()
        answer(EntityReference("Os", typed) if typed else candidates[0].reference)

    def ask_mentions(self, name: str, mentions: Sequence[str], answer: Callable[[list[int]], None]) -> None:
        self.asked += mentions
        answer(self.places)

    def ask_entity_name(self, name: str, answer: Callable[[str], None]) -> None:
        self.meanwhile()
        answer(f"{name} Ltd")

    def ask_kind(self, title: str, answer: Callable[[str], None]) -> None:
        self.meanwhile()
        answer(self.kind)

    def ask_speaker(
        self, title: str, about: str, candidates: Speakers, answer: SpeakerAnswer, *, free: bool = True
    ) -> None:
        self.asked.append(title)
        self.meanwhile()
        answer(self.speaker if free else candidates[0].reference)

    def ask_content(self, content: tuple[Span, ...], answer: Callable[[tuple[Span, ...]], None]) -> None:
        answer(self.content)

    def ask_quotes(
        self, name: str, quotes: Sequence[str], marked: int | None, answer: Callable[[list[int]], None]
    ) -> None:
        answer(self.places)

    def ask_name(self, name: str, role: str, answer: Callable[[str, str], None]) -> None:
        self.meanwhile()
        answer(f"{name} Jr", role)

    def list_unplaced(self, unplaced: Sequence[Unplaced], drop: Drop) -> None:
        for each in unplaced:
            drop(each.correction)


SHIPPER, *OTHERS = ANALYSIS.entities
TWICE = replace(ANALYSIS, entities=(replace(SHIPPER, mentions=(span("Ostende"), *SHIPPER.mentions)), *OTHERS))
"""An entity has a mention that is another’s."""


def correcting(analysis: Analysis = ANALYSIS) -> tuple[Reading, AnsweringView, Corrector]:
    reading = Reading(ARTICLE, analysis, CorrectionHistory(ARTICLE, None))
    reading.choose_quote(1)
    view = AnsweringView(reading)
    return reading, view, Corrector(reading, view)


def found(analysis: Analysis) -> object:
    return analysis.attributions, analysis.speakers, analysis.entities


def active(reading: Reading) -> tuple[Correction, ...]:
    assert reading.corrections is not None
    return reading.corrections.active


@pytest.mark.parametrize("entry", CORRECTION_TYPES.values(), ids=lambda entry: entry.name)
def test_every_correction_is_made_announced_undone_and_redone(entry: CorrectionType) -> None:
    reading, view, corrector = correcting(TWICE)
    view.selected_span = span("Why the old pier fell")
    if entry.is_of_entity:
        reading.choose_entity("e1")
    before = reading.analysis
    corrector.correct(entry.name)
    after = reading.analysis
    (correction,) = active(reading)
    assert correction.action is entry.action
    assert found(after) != found(before)
    sentence = summary(correction)
    assert view.told[-1] == f"{sentence[0].upper()}{sentence[1:]}. u undoes it. {PRIVATE}"
    corrector.undo()
    assert view.told[-1] == f"Undone: {sentence}. ^r redoes it. {PRIVATE}"
    assert reading.analysis == before
    corrector.redo()
    assert view.told[-1] == f"Redone: {sentence}. u undoes it. {PRIVATE}"
    assert found(reading.analysis) == found(after)


def test_a_correction_that_lacks_something_says_what_and_does_nothing() -> None:
    reading = Reading(
        ARTICLE, replace(ANALYSIS, attributions=(), speakers=()), CorrectionHistory(ARTICLE, None)
    )
    view = AnsweringView(reading)
    corrector = Corrector(reading, view)
    for entry in CORRECTION_TYPES.values():
        corrector.correct(entry.name)
    assert view.told == [NO_QUOTE] * 4 + [SELECT_FIRST] * 3 + [NO_SPEAKER] * 3 + [NO_ENTITY] * 5
    corrector.undo()
    corrector.redo()
    assert view.told[-2:] == ["There is no correction to undo.", "There is no correction to redo."]
    assert reading.corrections is not None
    assert reading.corrections.is_empty


def test_an_entity_is_corrected_from_its_panel_and_a_quote_from_elsewhere() -> None:
    reading, view, corrector = correcting()
    view.in_entities_panel = True
    corrector.show_menu()
    assert view.told == [NO_ENTITY]
    reading.choose_entity("e1")
    corrector.show_menu()
    assert view.asked == ["Correct Norvik Shipping"]
    assert "e1" not in {entity.id for entity in reading.analysis.entities}
    assert reading.chosen_entity is None


def test_an_entity_that_is_of_that_kind_already_is_not_corrected() -> None:
    reading, view, corrector = correcting()
    reading.choose_entity("e1")
    view.label = "ORG"
    corrector.correct("entity_kind")
    assert view.told == ["It is of that kind already."]
    assert not active(reading)


def test_dividing_an_entity_shows_its_mentions_with_the_words_around_them() -> None:
    reading, view, corrector = correcting(TWICE)
    reading.choose_entity("e1")
    corrector.correct("entity_divide")
    assert view.asked == [
        "Harbour plan divides [Ostende]",
        "“It is a gift to [Norvik Shipping],” he said. “Nothing else.”",
    ]
    named = {entity.name: entity for entity in reading.analysis.entities}
    assert named["Norvik Shipping"].mentions == SHIPPER.mentions
    assert (named["Os"].label, named["Os"].mentions) == ("ORG", (span("Ostende"),))


def test_an_entity_with_one_mention_cannot_be_divided() -> None:
    reading, view, corrector = correcting()
    reading.choose_entity("e1")
    corrector.correct("entity_divide")
    assert view.told == ["Norvik Shipping is mentioned only once; x n gives it another name."]
    assert not active(reading)


BOTH = replace(
    ANALYSIS, entities=(Entity("e1", "Tom Okafor", "PERSON", ANALYSIS.speakers[1].mentions), *OTHERS)
)
"""A speaker is an entity, too."""


def speakers(reading: Reading) -> dict[str, str]:
    return {speaker.name: speaker.kind for speaker in reading.analysis.speakers}


def test_the_speaker_of_an_entity_changes_with_it_and_the_sentence_says_so() -> None:
    reading, view, corrector = correcting(BOTH)
    reading.choose_entity("e1")
    view.label = "ORG"
    corrector.correct("entity_kind")
    assert view.told[-1].startswith("Tom Okafor is an organisation, in Speakers too. ")
    assert speakers(reading)["Tom Okafor"] == "organisation"
    corrector.correct("entity_name")
    assert view.told[-1].startswith("Tom Okafor is named Tom Okafor Ltd, in Speakers too. ")
    assert "Tom Okafor Ltd" in speakers(reading)
    corrector.undo()
    corrector.undo()
    assert reading.analysis == BOTH


def test_dividing_an_entity_gives_the_other_the_quotes_whose_sources_name_it() -> None:
    reading, view, corrector = correcting(BOTH)
    reading.choose_entity("e1")
    view.places = [1]
    corrector.correct("entity_divide")
    assert view.told[-1].startswith("One mention of Tom Okafor is Os, in Speakers too. ")
    said_by = [reading.analysis.speaker(quote.speaker) for quote in reading.analysis.attributions]
    assert [each.name if each else None for each in said_by[1:3]] == ["Tom Okafor", "Os"]


def test_an_entity_that_is_no_speaker_leaves_the_speakers_alone() -> None:
    reading, view, corrector = correcting(TWICE)
    reading.choose_entity("e1")
    corrector.correct("entity_name")
    assert view.told[-1].startswith("Norvik Shipping is named Norvik Shipping Ltd. ")
    assert reading.analysis.speakers == TWICE.speakers


def test_the_entity_of_a_speaker_changes_with_it() -> None:
    reading, view, corrector = correcting(BOTH)
    corrector.correct("name")
    assert view.told[-1].startswith("Tom Okafor is Tom Okafor Jr, in Entities too. ")
    assert reading.analysis.entities[0].name == "Tom Okafor Jr"
    corrector.undo()
    view.places = [1]
    corrector.correct("divide")
    assert view.told[-1].endswith(f"is said by Ada Novak, in Entities too. u undoes it. {PRIVATE}")
    named = {entity.name: entity.mentions for entity in reading.analysis.entities}
    assert named["Ada Novak"] == (span("Okafor", 2),)
    assert named["Tom Okafor"] == (span("Tom Okafor"),)


@pytest.mark.parametrize("name", ["entity_kind", "entity_name", "entity_merge", "entity_divide"])
def test_an_entity_that_is_gone_when_its_dialog_closes_is_not_corrected(name: str) -> None:
    reading, view, corrector = correcting(TWICE)
    reading.choose_entity("e1")
    view.meanwhile = lambda: reading.adopt(replace(ANALYSIS, entities=ANALYSIS.entities[1:]))
    corrector.correct(name)
    assert view.told == ["The analysis no longer finds Norvik Shipping as a name; nothing was corrected."]
    assert not active(reading)


@pytest.mark.parametrize("name", ["speaker", "kind", "merge", "name"])
def test_a_quote_or_speaker_that_is_gone_when_its_dialog_closes_is_not_corrected(name: str) -> None:
    reading, view, corrector = correcting()
    newer = replace(ANALYSIS, attributions=ANALYSIS.attributions[:1], speakers=ANALYSIS.speakers[:1])
    view.meanwhile = lambda: reading.adopt(newer)
    corrector.correct(name)
    assert view.told[-1].endswith("nothing was corrected.")
    assert not active(reading)


def test_dividing_a_speaker_needs_a_different_name() -> None:
    reading, view, corrector = correcting()
    for view.speaker in (None, SpeakerReference("tom okafor")):
        corrector.correct("divide")
        assert not active(reading)
    assert "Name who said them" in view.told[0]
    assert "another name" in view.told[1]


def test_the_menu_corrects_the_quote_in_its_title() -> None:
    reading, view, corrector = correcting()
    corrector.show_menu()
    assert "It is a gift" in view.asked[0]
    assert len(reading.analysis.attributions) == len(ANALYSIS.attributions) - 1


def test_unplaced_corrections_are_announced_once_and_can_be_undone() -> None:
    corrected, _, corrector = correcting()
    corrector.correct("speaker")
    history = corrected.corrections
    changed = replace(ARTICLE, text="Another text altogether.", blocks=())
    reading = Reading(changed, replace(ANALYSIS, attributions=(), speakers=(), entities=()), history)
    view = AnsweringView(reading)
    corrector = Corrector(reading, view)
    corrector.announce_unplaced()
    corrector.announce_unplaced()
    (sentence,) = view.told
    assert sentence.startswith("1 correction no longer fits this text")
    corrector.correct("unplaced")
    assert not reading.unplaced
    corrector.correct("unplaced")
    assert view.told[-1] == "Every correction fits this text."
