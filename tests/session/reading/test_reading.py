"""What is chosen, what it leaves, and how one moves on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import seed_analysis, seed_article
from tui.analysis.analysis import Analysis, Entity, Speaker, Stance
from tui.article.spans import Span
from tui.session.reading.reading import Reading
from tui.session.reading.speaker_styles import NEUTRAL


@pytest.fixture
def reading() -> Reading:
    article = seed_article()
    return Reading(article, seed_analysis(article))


def names(reading: Reading) -> list[str]:
    return [speaker.name for speaker, _ in reading.speakers]


def words(reading: Reading) -> list[str]:
    return [reading.analysis.attributions[i].id for i in reading.quotes]


def test_attitudes_are_left_out_until_asked_for(reading: Reading) -> None:
    assert words(reading) == [f"q{n}" for n in range(1, 9)]
    assert reading.total == 8
    reading.set_filter("stance:attitude")
    assert words(reading) == ["q9"]


def test_speakers_come_by_how_much_they_are_quoted(reading: Reading) -> None:
    assert [(s.name, n) for s, n in reading.speakers][:2] == [("Donald Trump", 3), ("Dmitry Peskov", 2)]


def test_a_chosen_speaker_narrows_quotes_and_entities_but_not_speakers(reading: Reading) -> None:
    reading.choose_speaker("s3")
    assert words(reading) == ["q5", "q6"]
    assert [e.name for e, _ in reading.entities] == ["Turkey"]
    assert "Donald Trump" in names(reading)
    assert reading.narrowed


def test_a_chosen_entity_narrows_quotes_and_speakers_but_not_entities(reading: Reading) -> None:
    before = [e.name for e, _ in reading.entities]
    reading.choose_entity("e2")
    assert words(reading) == ["q1", "q4", "q5"]
    assert set(names(reading)) == {"Donald Trump", "Volodymyr Zelenskyy", "Dmitry Peskov"}
    assert set(before) >= {e.name for e, _ in reading.entities}


def test_choosing_an_entity_leaves_its_own_number_and_those_of_the_others(reading: Reading) -> None:
    before = reading.entities
    assert {e.name: n for e, n in before}["Turkey"] == 3
    reading.choose_entity("e2")
    assert reading.entities == before
    assert reading.speakers_narrowed
    assert not reading.entities_narrowed
    reading.choose_speaker("s3")
    assert reading.entities_narrowed


def test_dates_and_numbers_are_no_entities() -> None:
    article = seed_article()
    date = Entity("e9", "Monday", "DATE", (Span(0, 6),))
    analysis = seed_analysis(article)
    reading = Reading(article, replace(analysis, entities=(*analysis.entities, date)))
    assert "e9" not in {e.id for e, _ in reading.entities}
    reading.choose_speaker("s3")
    assert "e9" not in {e.id for e, _ in reading.entities}


def test_speaker_entity_and_filter_narrow_together(reading: Reading) -> None:
    reading.choose_entity("e2")
    reading.choose_speaker("s1")
    reading.set_filter("kind:mixed")
    assert words(reading) == ["q1"]
    reading.set_filter("kind:direct")
    assert words(reading) == []
    assert reading.step(1, Span(0, 10)) is None


def test_next_and_previous_walk_over_what_is_left_only(reading: Reading) -> None:
    reading.choose_speaker("s1")
    seen = []
    while (at := reading.step(1, Span(0, 500))) is not None:
        seen.append(reading.analysis.attributions[at].id)
    assert seen == ["q1", "q2", "q3"]
    assert reading.step(1, Span(0, 500)) is None
    assert reading.chosen_quote is not None
    assert reading.chosen_quote.id == "q3"
    back = reading.step(-1, Span(0, 500))
    assert back is not None
    assert reading.analysis.attributions[back].id == "q2"


def test_without_a_chosen_quote_the_walk_begins_at_what_is_on_the_screen(reading: Reading) -> None:
    text = reading.article.text
    here = text.index("However, Kremlin")
    at = reading.step(1, Span(here, here + 500))
    assert at is not None
    assert reading.analysis.attributions[at].id == "q5"


def test_a_quote_that_is_filtered_out_is_let_go(reading: Reading) -> None:
    reading.step(1, Span(0, 100))
    reading.choose_speaker("s3")
    assert reading.quote is None


def test_escape_lets_go_one_thing_at_a_time(reading: Reading) -> None:
    reading.set_filter("turkey")
    reading.choose_speaker("s1")
    reading.choose_entity("e2")
    reading.step(1, Span(0, 2000))
    assert [reading.back() for _ in range(5)] == ["quote", "entity", "speaker", "filter", None]
    assert not reading.narrowed


def test_only_toggles_the_speaker_of_the_quote_in_sight(reading: Reading) -> None:
    here = reading.article.text.index("He said: ")
    speaker = reading.only(Span(here, here + 200))
    assert speaker is not None
    assert speaker.name == "Volodymyr Zelenskyy"
    assert reading.only(Span(here, here + 200)) is None
    assert reading.speaker is None


def test_a_problem_in_the_filter_leaves_what_can_be_read(reading: Reading) -> None:
    reading.set_filter("speaker:peskov spekaer:x")
    assert words(reading) == ["q5", "q6"]
    assert "speaker" in (reading.query.problem or "")


def test_a_growing_analysis_keeps_choices_letters_and_hues(reading: Reading) -> None:
    whole = reading.analysis
    kept = tuple(a for a in whole.attributions if a.speaker in ("s3", "s4"))
    part = Analysis(attributions=kept, speakers=whole.speakers[2:4], entities=whole.entities, complete=False)
    growing = Reading(reading.article, part)
    before = {s.name: growing.style_of(s.id) for s in part.speakers}
    growing.choose_speaker("s3")
    growing.choose_quote(1)
    chosen = growing.chosen_quote
    growing.adopt(whole)
    after = {s.name: growing.style_of(s.id) for s in whole.speakers}
    assert after["Dmitry Peskov"] == before["Dmitry Peskov"]
    assert after["Kaja Kallas"] == before["Kaja Kallas"]
    assert growing.chosen_speaker is not None
    assert growing.chosen_speaker.name == "Dmitry Peskov"
    assert growing.chosen_quote == chosen
    assert words(growing) == ["q5", "q6"]


def test_an_empty_analysis_has_nothing_to_offer() -> None:
    reading = Reading(seed_article())
    assert (reading.quotes, reading.speakers, reading.entities) == ([], [], [])
    assert reading.step(1, Span(0, 10)) is None
    assert reading.only(Span(0, 10)) is None
    assert reading.current(Span(0, 10)) is None


def test_the_beginning_of_a_fields_name_does_not_empty_the_screen(reading: Reading) -> None:
    reading.set_filter("kind:direct spe")
    assert words(reading) == ["q3", "q4", "q6", "q7"]
    reading.set_filter("kind:direct spx")
    assert words(reading) == []


def test_who_is_not_quoted_is_no_speaker_of_the_panel_until_attitudes_are_asked_for(reading: Reading) -> None:
    analysis = reading.analysis
    quotes = [
        replace(quote, speaker="s99") if quote.stance is Stance.ATTITUDE else quote
        for quote in analysis.attributions
    ]
    wants = Speaker("s99", "Nobody Quoted")
    reading.adopt(replace(analysis, attributions=tuple(quotes), speakers=(*analysis.speakers, wants)))
    assert "Nobody Quoted" not in names(reading)
    reading.set_filter("stance:attitude")
    assert names(reading) == ["Nobody Quoted"]


def test_the_hues_that_differ_most_are_of_those_who_are_given_the_most_words() -> None:
    article = seed_article()
    analysis = seed_analysis(article)
    silent = tuple(Speaker(f"x{n}", f"Bystander {n}") for n in range(4))
    grown = replace(analysis, speakers=(*silent, *analysis.speakers))
    reading = Reading(article, grown)
    by_words = sorted(analysis.speakers, key=lambda speaker: -reading.words_said[speaker.id])
    assert [reading.style_of(speaker.id).hue for speaker in by_words] == [1, 2, 3, 4, 5]
    assert [reading.style_of(speaker.id).hue for speaker in silent] == [6, 7, 8, NEUTRAL]


def test_attitudes_are_counted_among_attitudes(reading: Reading) -> None:
    assert reading.counted == ""
    reading.set_filter("peace")
    assert reading.counted.endswith(" of 8 quotes")
    reading.set_filter("stance:attitude")
    assert (reading.counted, len(reading.asked)) == ("1 of 1 attitude", 1)
    reading.set_filter("stance:any")
    assert (reading.counted, len(reading.asked)) == ("9 of 9 in all", 9)
    reading.choose_speaker("s1")
    assert reading.counted == "3 of 9 in all"
