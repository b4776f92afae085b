"""The speakers of small articles, with the real model."""

from __future__ import annotations

import pytest

from tests.analysis.entities.small_articles import ARTICLES, BODIES, CHAIN, KNIGHTS
from tests.analysis.readers import Reader
from tests.spoken import resolved


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected


def test_ids_follow_reading_order() -> None:
    spoken = resolved(KNIGHTS)
    assert [a.id for a in spoken.attributions] == [f"q{n}" for n in range(1, len(spoken.attributions) + 1)]
    starts = [a.start for a in spoken.attributions]
    assert starts == sorted(starts)
    assert [s.id for s in spoken.speakers] == ["s1", "s2", "s3"]
    assert spoken.attributions[0].speaker == "s1"


def test_a_label_in_capitals_is_shown_as_a_name() -> None:
    spoken = resolved("⟦LAURA KEENE|Laura Keene⟧: Good morning.\n\n⟦KEENE|Laura Keene⟧: Good night.")
    assert spoken.found == spoken.expected


def test_speakers_have_a_kind() -> None:
    kinds = {s.name: s.kind for s in resolved(BODIES).speakers}
    assert kinds["Acme Holdings plc"] == "organisation"
    assert kinds["United States"] == "place"
    assert kinds["US officials"] == "group"
    assert resolved(CHAIN).speaker("Anna Pereira").kind == "person"


def test_mentions_are_names_and_the_pronouns_and_descriptions_of_sources() -> None:
    spoken = resolved(KNIGHTS)
    assert spoken.mentions("Alan Pryce") == ["Sir Alan Pryce", "The prime minister", "Sir Alan"]
    assert spoken.mentions("Kate Bellamy") == ["Kate Bellamy", "she", "Mrs Bellamy"]


def test_an_empty_article_has_no_speakers_and_no_entities() -> None:
    spoken = resolved("")
    assert (spoken.attributions, spoken.speakers, spoken.entities) == ((), (), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministry spokesman Tom Reed said the deaths were caused by gunshot wounds and called on all to stay home.",
        "Tom Reed said the bridge was hit by two lorries and promised that it would reopen.",
        "Tom Reed said the vote was won by the Greens and predicted that they would raise taxes.",
        "Tom Reed said the delays were caused by broken pumps and urged patience.",
    ],
)
def test_what_something_was_done_by_says_nothing(reader: Reader, sentence: str) -> None:
    assert {speaker.name for speaker in reader.analysis(sentence).speakers} == {"Tom Reed"}


def test_what_something_was_said_by_says_it(reader: Reader) -> None:
    analysis = reader.analysis("The deal was called “a fine step” by Tom Reed. “No,” was said by Anna Holt.")
    assert "Tom Reed" in {speaker.name for speaker in analysis.speakers}
