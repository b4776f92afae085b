"""Applying corrections of entities to an analysis, and to every later analysis of the same text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.corrections.corrected import correct
from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis, Entity
from tui.article.article import Article
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.applying import apply
from tui.corrections.correction import Correction, EntityReference, entity_reference, passages
from tui.corrections.correction_json import from_json, to_json
from tui.corrections.correction_types import summary

SHIPPER = Entity("e1", "Norvik Shipping", "ORG", (span("Norvik Shipping"),))
TOWN = Entity("e2", "Ostende", "GPE", (span("Ostende"),))
OKAFOR = Entity("e3", "Tom Okafor", "PERSON", (span("Tom Okafor"),))
SHORT = Entity("e4", "Okafor", "ORG", (span("Okafor", 2),))
FOUND = replace(ANALYSIS, entities=(SHIPPER, TOWN, OKAFOR, SHORT))


def of(entity: Entity) -> EntityReference:
    return entity_reference(TEXT, entity)


def named(analysis: Analysis) -> dict[str, str]:
    return {entity.name: entity.label for entity in analysis.entities}


IS_A_PERSON = Correction(Action.ENTITY_KIND, entity=of(SHORT), to_entity=EntityReference("Okafor", "PERSON"))
IN_FULL = Correction(Action.ENTITY_NAME, entity=of(TOWN), to_entity=EntityReference("City of Ostende", "GPE"))
ONE = Correction(Action.ENTITY_MERGE, entity=of(SHORT), to_entity=of(OKAFOR))
DIVIDED = Correction(
    Action.ENTITY_DIVIDE,
    entity=of(replace(TOWN, mentions=(*TOWN.mentions, span("harbour")))),
    to_entity=EntityReference("Port", "FAC"),
    spans=passages(TEXT, [span("harbour")]),
)
NO_NAME = Correction(Action.ENTITY_REJECT, entity=of(TOWN))


def test_changing_the_kind() -> None:
    found = correct(IS_A_PERSON, analysis=FOUND)
    assert found.entities == (SHIPPER, TOWN, OKAFOR, replace(SHORT, label="PERSON", corrected=True))
    assert summary(IS_A_PERSON) == "Okafor is a person"


def test_changing_the_name() -> None:
    found = correct(IN_FULL, analysis=FOUND)
    assert found.entities[1] == replace(TOWN, name="City of Ostende", corrected=True)
    assert summary(IN_FULL) == "Ostende is named City of Ostende"


def test_merging_two_entities() -> None:
    found = correct(ONE, analysis=FOUND)
    both = tuple(sorted((*OKAFOR.mentions, *SHORT.mentions)))
    assert found.entities == (SHIPPER, TOWN, replace(OKAFOR, mentions=both, corrected=True))
    assert summary(ONE) == "Okafor and Tom Okafor are one"


def test_dividing_an_entity() -> None:
    both = replace(TOWN, mentions=(*TOWN.mentions, span("harbour")))
    found = correct(DIVIDED, analysis=replace(FOUND, entities=(SHIPPER, both)))
    assert [(e.name, e.label, e.mentions) for e in found.entities] == [
        ("Norvik Shipping", "ORG", SHIPPER.mentions),
        ("Ostende", "GPE", TOWN.mentions),
        ("Port", "FAC", (span("harbour"),)),
    ]
    assert summary(DIVIDED) == "one mention of Ostende is Port"
    assert from_json(to_json(DIVIDED)) == DIVIDED


def test_an_entity_is_divided_between_two_that_are_found() -> None:
    both = replace(TOWN, mentions=(*TOWN.mentions, span("harbour")))
    port = Entity("e8", "Port", "FAC", (span("old pier"),))
    found = correct(DIVIDED, analysis=replace(FOUND, entities=(port, both)))
    assert found.entities[0].mentions == (span("harbour"), span("old pier"))
    assert found.entities[1].mentions == TOWN.mentions


def test_mentions_that_the_analysis_gives_to_the_other_by_itself_stay_there() -> None:
    port = Entity("e8", "Port", "FAC", (span("harbour"),))
    found = replace(FOUND, entities=(port, TOWN))
    assert correct(DIVIDED, analysis=found).entities == (port, TOWN)


def test_rejecting_a_name() -> None:
    assert correct(NO_NAME, analysis=FOUND).entities == (SHIPPER, OKAFOR, SHORT)
    assert summary(NO_NAME) == "Ostende is not a name"


def test_an_entity_that_gets_the_name_and_kind_of_another_is_merged_with_it() -> None:
    person = Entity("e5", "okafor", "PERSON", (span("Officials"),))
    found = correct(IS_A_PERSON, analysis=replace(FOUND, entities=(SHORT, person)))
    assert [(e.name, e.label, e.mentions) for e in found.entities] == [
        ("Okafor", "PERSON", (*SHORT.mentions, *person.mentions))
    ]


def test_of_two_entities_with_one_name_the_one_with_the_mentions_is_corrected() -> None:
    other = Entity("e9", "Okafor", "ORG", (span("Officials"),))
    found = correct(IS_A_PERSON, analysis=replace(FOUND, entities=(other, SHORT)))
    assert [e.label for e in found.entities] == ["ORG", "PERSON"]


@pytest.mark.parametrize("correction", [IS_A_PERSON, IN_FULL, ONE], ids=summary)
def test_a_corrected_entity_that_is_no_longer_found_is_put_back(correction: Correction) -> None:
    before = correct(correction, analysis=FOUND)
    now = correct(correction, analysis=replace(FOUND, entities=()))
    assert correction.to_entity is not None
    name = correction.to_entity.name
    assert named(now)[name] == named(before)[name]
    mentions = {entity.name: entity.mentions for entity in now.entities}
    assert mentions[name] == next(entity.mentions for entity in before.entities if entity.name == name)


def test_an_analysis_that_already_agrees_is_unchanged() -> None:
    both = replace(OKAFOR, mentions=(*OKAFOR.mentions, *SHORT.mentions))
    found = replace(FOUND, entities=(SHIPPER, both))
    assert correct(ONE, analysis=found) == replace(found, applied=((ONE.id, ""),))
    assert correct(NO_NAME, analysis=found).entities == found.entities


def test_a_rejected_name_is_removed_from_the_mentions_of_another_entity() -> None:
    port = Entity("e7", "Port of Ostende", "FAC", (*TOWN.mentions, span("harbour")))
    found = correct(NO_NAME, analysis=replace(FOUND, entities=(port, replace(TOWN, id="e8", name="Os"))))
    assert [(e.name, e.mentions) for e in found.entities] == [("Port of Ostende", (span("harbour"),))]


def test_a_correction_follows_its_words_when_the_text_changes() -> None:
    text = f"Updated on Friday. {TEXT}"
    article = replace(ARTICLE, text=text, blocks=())
    done = apply(article, Analysis(), [IS_A_PERSON])
    (entity,) = done.analysis.entities
    assert [mention.of(text) for mention in entity.mentions] == ["Okafor"]
    assert entity.mentions[0].start == SHORT.mentions[0].start + len("Updated on Friday. ")


def test_a_correction_whose_words_are_gone_is_unplaced() -> None:
    article = Article(text="Nothing of it is left.", source="-", blocks=())
    done = apply(article, Analysis(), [IS_A_PERSON, IN_FULL, ONE, DIVIDED, NO_NAME])
    assert done.analysis.entities == ()
    assert [each.correction for each in done.unplaced] == [IS_A_PERSON, IN_FULL, ONE, DIVIDED]
    assert done.placed == (NO_NAME,)


def test_a_correction_builds_on_those_before_it() -> None:
    renamed = Entity("e2", "City of Ostende", "GPE", TOWN.mentions)
    group = Correction(
        Action.ENTITY_KIND, entity=of(renamed), to_entity=EntityReference("City of Ostende", "ORG")
    )
    assert named(correct(IN_FULL, group, analysis=FOUND))["City of Ostende"] == "ORG"
    assert "Ostende" not in named(correct(IN_FULL, group, analysis=FOUND))


def test_quotes_and_speakers_are_unchanged() -> None:
    found = correct(IS_A_PERSON, IN_FULL, ONE, NO_NAME, analysis=FOUND)
    assert (found.attributions, found.speakers) == (FOUND.attributions, FOUND.speakers)


def test_a_new_speaker_has_the_mentions_of_the_corrected_entity() -> None:
    from tests.corrections.corrected import at, said
    from tui.corrections.correction import SpeakerReference

    harbour = Entity("e5", "harbour", "FAC", (Span(0, 7),))
    name = Correction(
        Action.ENTITY_NAME, entity=of(TOWN), to_entity=EntityReference("Port of Ostende", "GPE")
    )
    speaker = Correction(Action.SPEAKER, at("q4"), to=SpeakerReference("Port of Ostende", "place"))
    found = correct(name, speaker, analysis=replace(FOUND, entities=(TOWN, harbour)))
    made = found.speaker(said(found, "q4").speaker)
    assert made is not None
    assert made.mentions == TOWN.mentions
