"""A single word that stands in the article once may well be another kind of thing."""

from __future__ import annotations

import pytest

from tui.analysis.analysis import Analysis, Entity, Speaker
from tui.article.spans import Span
from tui.session.reading.unsure_entities import roles_of_people, unsure_entities

ONCE, TWICE = (Span(0, 5),), (Span(0, 5), Span(9, 14))


@pytest.mark.parametrize(
    "entity",
    [
        Entity("e1", "Grocery", "PERSON", ONCE),
        Entity("e1", "Executive", "ORG", ONCE),
        Entity("e1", "Suite", "GPE", ONCE),
    ],
    ids=lambda entity: entity.name,
)
def test_one_word_seen_once_is_unsure(entity: Entity) -> None:
    assert unsure_entities(Analysis(entities=(entity,))) == {"e1"}


@pytest.mark.parametrize(
    "entity",
    [
        Entity("e1", "Grocery", "PERSON", TWICE),
        Entity("e1", "Ada Novak", "PERSON", ONCE),
        Entity("e1", "Turkey", "GPE", ONCE),
        Entity("e1", "Danish", "NORP", ONCE),
        Entity("e1", "Executive", "ORG", ONCE, corrected=True),
    ],
    ids=["seen twice", "two words", "a country", "a nationality", "corrected by hand"],
)
def test_what_speaks_for_a_name_makes_it_sure(entity: Entity) -> None:
    assert unsure_entities(Analysis(entities=(entity,))) == set()


def test_who_speaks_is_sure() -> None:
    plato = Entity("e1", "Plato", "PERSON", ONCE)
    assert unsure_entities(Analysis(entities=(plato,), speakers=(Speaker("s1", "plato"),))) == set()


def test_the_role_of_a_person_is_that_of_the_speaker_of_the_same_name() -> None:
    entities = (
        Entity("e1", "Ada Novak", "PERSON", ONCE),
        Entity("e2", "Tom Okafor", "PERSON", ONCE),
        Entity("e3", "Norvik", "ORG", ONCE),
    )
    speakers = (
        Speaker("s1", "ada novak", role="engineer"),
        Speaker("s2", "Norvik", "organisation", "shipper"),
    )
    assert roles_of_people(Analysis(entities=entities, speakers=speakers)) == {"e1": "engineer"}
