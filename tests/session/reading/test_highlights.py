"""How the state of a reading looks in the article."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from tests.benchmarks.made_up import made_up
from tests.samples import seed_analysis, seed_article
from tui.article.spans import Span
from tui.session.reading import highlights as highlights_module
from tui.session.reading.highlights import highlights, ticks
from tui.session.reading.reading import Reading


@pytest.fixture
def reading() -> Reading:
    article = seed_article()
    return Reading(article, seed_analysis(article))


def marked(reading: Reading, style: str, **options: Any) -> str:
    marks, _ = highlights(reading, **options)
    return " | ".join(mark.span.of(reading.article.text) for mark in marks if mark.style == style)


def test_every_quote_left_has_its_speakers_hue_and_letter(reading: Reading) -> None:
    marks, letters = highlights(reading)
    face = reading.style_of("s3")
    assert {letter.letter for letter in letters if letter.style == face.component} == {face.letter}
    assert sum(mark.style == face.component for mark in marks) == 2
    assert marked(reading, "dim") == ""


def test_indirect_and_unsure_ones_say_so(reading: Reading) -> None:
    assert "he could end the conflict" in marked(reading, "indirect")
    assert marked(reading, "unsure") == "Moscow launched more than 100 drones"


def test_choosing_a_speaker_dims_what_is_not_theirs(reading: Reading) -> None:
    reading.choose_speaker("s3")
    dimmed = marked(reading, "dim")
    assert "Donald Trump has said" in dimmed
    assert "“Overall" not in dimmed
    marks, letters = highlights(reading)
    assert {letter.letter for letter in letters} == {reading.style_of("s3").letter}
    dims = sorted(mark.span for mark in marks if mark.style == "dim")
    assert all(a.end <= b.start for a, b in pairwise(dims))


def test_only_the_chosen_quote_shows_cue_and_source(reading: Reading) -> None:
    assert marked(reading, "cue") == marked(reading, "source") == ""
    reading.step(1, Span(0, 10))
    assert marked(reading, "cue") == "has said"
    assert marked(reading, "source") == "Donald Trump"
    assert "thinking" in marked(reading, "chosen")


def test_entities_are_marked_when_one_is_chosen_or_all_are_asked_for(reading: Reading) -> None:
    assert marked(reading, "entity") == ""
    assert "Vladimir Putin" in marked(reading, "entity", entities=True)
    reading.choose_entity("e2")
    assert set(marked(reading, "entity", entities=True).split(" | ")) == {"Turkey"}


def test_what_the_filter_found_is_marked_in_the_quotes_left(reading: Reading) -> None:
    reading.set_filter("“TURKEY”")
    assert set(marked(reading, "hit").split(" | ")) == {"Turkey"}
    assert marked(reading, "hit").count("Turkey") == 3
    marks, _ = highlights(reading, Span(0, 100))
    assert sum(mark.style == "hit" for mark in marks) == 1


def test_of_very_many_quotes_the_gutter_is_told_of_those_spread_over_the_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article, analysis = made_up(200)
    reading = Reading(article, analysis)
    assert len(ticks(reading)) == 200
    monkeypatch.setattr(highlights_module, "MAX_TICKS", 20)
    some = ticks(reading)
    assert 10 <= len(some) <= 20
    starts = [tick.span.start for tick in some]
    assert starts == sorted(starts)
    assert max(b - a for a, b in pairwise([0, *starts, len(article.text)])) < len(article.text) / 10


def test_what_could_not_be_analysed_is_dimmed_and_has_a_sign(reading: Reading) -> None:
    block = reading.article.blocks[5].span
    reading.adopt(replace(reading.analysis, left_out=(block,)))
    marks, letters = highlights(reading, block)
    assert [mark.span for mark in marks if mark.style == "dim"] == [block]
    assert [letter.span for letter in letters if letter.letter == "×"] == [block]
    marks, letters = highlights(reading, Span(0, block.start))
    assert "×" not in [letter.letter for letter in letters]
