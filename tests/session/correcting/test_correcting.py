"""Correcting a reading: proposed, done, undone, done again, kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis, Kind, Stance
from tui.article.spans import Span
from tui.corrections.correction import Correction, SpeakerReference
from tui.corrections.correction_types import Action
from tui.library.clippings import Clippings
from tui.library.library import Library
from tui.session.correcting.correcting import Correcting
from tui.session.correcting.correction_history import CorrectionHistory, book_of
from tui.session.keeping.clipping import clip
from tui.session.reading.reading import Reading


def begun(library: Library | None = None, analysis: Analysis = ANALYSIS) -> tuple[Reading, Correcting]:
    book = CorrectionHistory(ARTICLE, library)
    reading = Reading(ARTICLE, analysis, book)
    return reading, Correcting(reading, book)


def state(reading: Reading) -> object:
    return reading.analysis.attributions, reading.analysis.speakers


PROPOSALS: dict[str, Callable[[Correcting], Correction]] = {
    "said by": lambda c: c.said_by(1, SpeakerReference("Ada Novak")),
    "nobody": lambda c: c.said_by(1, None),
    "not a quote": lambda c: c.not_a_quote(1),
    "kind": lambda c: c.of_kind(1, Kind.MIXED),
    "stance": lambda c: c.of_kind(1, stance=Stance.ATTITUDE),
    "reads": lambda c: c.reads(1, (span("“Nothing else.”"),)),
    "cue": lambda c: c.has_cue(1, span("disagreed")),
    "source": lambda c: c.has_source(1, span("Tom Okafor")),
    "missed": lambda c: c.missed(span("Why the old pier fell"), SpeakerReference("Ada Novak")),
    "one": lambda c: c.one("s1", c.candidates("s1")[0].reference),
    "two": lambda c: c.two("s2", [2], SpeakerReference("Ada Novak")),
    "called": lambda c: c.called("s2", "T. Okafor", "councillor"),
}


@pytest.mark.parametrize("name", PROPOSALS)
def test_undo_restores_exactly_and_redo_corrects_again(name: str) -> None:
    reading, correcting = begun()
    reading.choose_quote(1)
    before = state(reading)
    said = correcting.do(PROPOSALS[name](correcting))
    after = state(reading)
    assert after != before
    assert said
    assert "\n" not in said
    assert correcting.undo() == said
    assert state(reading) == before
    assert correcting.redo() == said
    assert state(reading) == after
    assert correcting.redo() is None


def test_trimming_changes_the_kind_only_as_the_marks_do() -> None:
    reading, correcting = begun()
    correcting.do(correcting.of_kind(1, Kind.MIXED))
    correcting.do(correcting.reads(1, (span("“It is a gift”"[:-1]),)))
    assert reading.analysis.attributions[1].kind is Kind.MIXED
    correcting.do(correcting.reads(1, (span("disagreed. “It is a gift"),)))
    correcting.do(correcting.of_kind(1, Kind.DIRECT))
    correcting.do(correcting.reads(1, (span("disagreed"),)))
    assert reading.analysis.attributions[1].kind is Kind.INDIRECT


def test_all_together_undone_one_by_one() -> None:
    reading, correcting = begun()
    states = [state(reading)]
    for propose in list(PROPOSALS.values())[:2] + list(PROPOSALS.values())[3:]:
        try:
            correcting.do(propose(correcting))
        except (IndexError, AssertionError):
            continue
        states.append(state(reading))
    assert len(states) > 9
    while states:
        assert state(reading) == states.pop()
        correcting.undo()
    assert correcting.undo() is None


def test_one_stays_at_the_quote_that_was_corrected() -> None:
    reading, correcting = begun()
    reading.choose_quote(2)
    reading.choose_speaker("s2")
    correcting.do(correcting.said_by(2, SpeakerReference("Ada Novak")))
    assert reading.chosen_quote is not None
    assert reading.chosen_quote.id == "q3"
    correcting.do(correcting.reads(2, (span("engineers"),)))
    assert reading.chosen_quote.content == (span("engineers"),)
    correcting.undo()
    assert reading.chosen_quote.content == (span("the council had ignored its own engineers"),)
    correcting.do(correcting.missed(span("Why the old pier fell"), None))
    assert reading.chosen_quote.content == (span("Why the old pier fell"),)


def test_a_speaker_stays_chosen_under_another_name() -> None:
    mentioned_nowhere = replace(ANALYSIS, speakers=tuple(replace(s, mentions=()) for s in ANALYSIS.speakers))
    reading, correcting = begun(analysis=mentioned_nowhere)
    reading.choose_speaker("s2")
    correcting.do(correcting.called("s2", "T. B. Okafor", ""))
    assert reading.chosen_speaker is not None
    assert reading.chosen_speaker.name == "T. B. Okafor"
    correcting.undo()
    assert reading.chosen_speaker.name == "Tom Okafor"


def test_the_analysis_as_it_came_is_kept_apart_and_a_newer_one_is_corrected_too() -> None:
    reading, correcting = begun()
    correcting.do(correcting.not_a_quote(0))
    assert reading.raw is ANALYSIS
    newer = replace(ANALYSIS, model="newer")
    reading.adopt(newer)
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q3", "q4", "q5"]
    assert reading.analysis.model == "newer"
    assert reading.raw is newer


def test_candidates_are_the_speakers_then_what_is_named() -> None:
    _, correcting = begun()
    assert [(c.reference.name, c.note, c.quotes) for c in correcting.candidates()] == [
        ("Tom Okafor", "", 2),
        ("Éloïse Brandt", "Mayor", 1),
        ("Norvik Shipping", "organisation", 0),
        ("Ostende", "place", 0),
    ]
    assert correcting.candidates("s1")[0].reference.name == "Tom Okafor"


def test_the_kind_is_read_off_the_text() -> None:
    _, correcting = begun()
    assert correcting.kind_of([span("It is a gift")]) is Kind.DIRECT
    assert correcting.kind_of([span("I will not wait")]) is Kind.DIRECT
    assert correcting.kind_of([span("a “small” delay")]) is Kind.MIXED
    assert correcting.kind_of([span("the council had")]) is Kind.INDIRECT


# What is kept


def test_corrections_are_there_the_next_time_with_what_was_undone() -> None:
    library = Library.open()
    reading, correcting = begun(library)
    correcting.do(correcting.not_a_quote(0))
    correcting.do(correcting.not_a_quote(0))
    correcting.do(correcting.of_kind(0, Kind.DIRECT))
    correcting.undo()
    correcting.undo()
    assert correcting.notice == ""
    library.close()

    again = Library.open()
    reading, correcting = begun(again)
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q3", "q4", "q5"]
    correcting.redo()
    assert [a.id for a in reading.analysis.attributions] == ["q3", "q4", "q5"]
    correcting.redo()
    assert reading.analysis.attributions[0].kind is Kind.DIRECT
    correcting.undo()
    correcting.undo()
    correcting.do(correcting.of_kind(0, Kind.INDIRECT))
    again.close()

    third = Library.open()
    reading, correcting = begun(third)
    assert correcting.redo() is None
    assert reading.analysis.attributions[0].kind is Kind.INDIRECT
    third.close()


def test_without_a_library_they_hold_for_this_session() -> None:
    reading, correcting = begun()
    correcting.do(correcting.not_a_quote(0))
    assert len(reading.analysis.attributions) == 4
    assert correcting.notice == ""
    assert len(begun()[0].analysis.attributions) == 5


def test_a_library_that_cannot_be_written_is_said_and_they_hold_for_this_session() -> None:
    library = Library.open()
    library.close()
    reading, correcting = begun(library)
    correcting.do(correcting.not_a_quote(0))
    assert len(reading.analysis.attributions) == 4
    assert "until quoth is closed" in correcting.notice
    correcting.undo()
    assert len(reading.analysis.attributions) == 5


def test_while_the_analysis_is_under_way_what_was_corrected_is_there_and_nothing_is_missed() -> None:
    reading, correcting = begun()
    correcting.do(correcting.said_by(2, SpeakerReference("Ada Novak")))
    correcting.do(correcting.one("s1", correcting.candidates("s1")[0].reference))
    reading.adopt(Analysis(complete=False))
    assert [a.content for a in reading.analysis.attributions] == [ANALYSIS.attributions[2].content]
    assert not reading.unplaced
    reading.adopt(ANALYSIS)
    assert len(reading.analysis.attributions) == 5
    assert not reading.unplaced


def test_two_readers_of_one_article_see_what_the_other_corrected() -> None:
    one, other = Library.open(), Library.open()
    books: dict[str, CorrectionHistory] = {}
    here = book_of(ARTICLE, one, books)
    reading = Reading(ARTICLE, ANALYSIS, here)
    _, correcting_there = begun(other)
    correcting_there.do(correcting_there.not_a_quote(0))
    correcting = Correcting(reading, here)
    correcting.do(correcting.of_kind(1, Kind.MIXED))
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q3", "q4", "q5"]
    assert reading.analysis.attributions[0].kind is Kind.MIXED
    # Undo takes back what one sees, not what somebody has done since.
    correcting_there.do(correcting_there.not_a_quote(1))
    assert correcting.undo() == "“It is a gift to Norvik Shipping,” … “No…” is mixed speech"
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q4", "q5"]
    correcting_there.undo()
    assert book_of(ARTICLE, one, books) is here
    assert reading.corrected_elsewhere
    assert [each.action for each in here.active] == [Action.REJECT]
    for library in (one, other):
        library.close()
    assert len(here.active) == 1  # a library that does not answer takes nothing back
    here.refresh()
    assert len(here.active) == 1


def test_a_quote_that_the_filter_hides_once_corrected_stays_chosen() -> None:
    reading, correcting = begun()
    reading.set_filter("speaker:okafor")
    correcting.do(correcting.of_kind(2, Kind.MIXED))
    assert not correcting.hidden
    correcting.do(correcting.said_by(2, SpeakerReference("Ada Novak")))
    assert reading.quote == 2
    assert correcting.hidden
    correcting.undo()
    assert not correcting.hidden


@pytest.mark.parametrize(
    ("visible", "chosen"), [(Span(0, 999), "q4"), (Span(0, 300), "q2"), (Span(250, 300), None)]
)
def test_from_what_is_no_quote_one_goes_on_to_the_next_in_sight(visible: Span, chosen: str | None) -> None:
    reading, correcting = begun()
    reading.choose_quote(2)
    start = ANALYSIS.attributions[2].start
    correcting.do(correcting.not_a_quote(2))
    correcting.go_on(start, visible)
    assert (reading.chosen_quote.id if reading.chosen_quote else None) == chosen


def test_what_is_clipped_says_what_was_corrected() -> None:
    library = Library.open()
    reading, correcting = begun(library)
    clippings = Clippings(library)
    for i in (1, 2):
        assert clippings.add(
            replace(clip(ARTICLE, ANALYSIS, ANALYSIS.attributions[i]), note="Ask.", tags=("x",))
        )
    before = clippings.all()
    reading.clipped = frozenset(clipping.content for clipping in before)
    correcting.do(correcting.said_by(1, SpeakerReference("Ada Novak")))
    correcting.do(correcting.reads(1, (span("“Nothing else.”"),)))
    correcting.do(correcting.called("s2", "T. B. Okafor", "councillor"))
    third, second = clippings.all()
    assert reading.clipped == {third.content, second.content} != {clipping.content for clipping in before}
    assert (second.speaker, second.words, second.corrected) == ("Ada Novak", "“Nothing else.”", True)
    assert (third.speaker, third.role) == ("T. B. Okafor", "councillor")
    assert [(c.id, c.made, c.note, c.tags) for c in (third, second)] == [
        (c.id, c.made, c.note, c.tags) for c in before
    ]
    while correcting.undo() is not None:
        pass
    assert clippings.all() == before
    assert reading.clipped == {clipping.content for clipping in before}
    correcting.do(correcting.not_a_quote(1))
    assert clippings.all() == before
    library.close()


def test_a_library_of_a_newer_quoth_is_not_written() -> None:
    library = Library.open()
    library.tried(lambda db: db.execute("PRAGMA user_version = 99"))
    library.close()
    newer = Library.open()
    reading, correcting = begun(newer)
    correcting.do(correcting.not_a_quote(0))
    assert len(reading.analysis.attributions) == 4
    assert "until quoth is closed" in correcting.notice
    assert "newer quoth" in correcting.notice
    newer.close()


def test_without_a_library_they_are_there_when_one_comes_back_to_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    article = replace(ARTICLE, source=str(path))
    books: dict[str, CorrectionHistory] = {}
    book = book_of(article, None, books)
    reading = Reading(article, ANALYSIS, book)
    correcting = Correcting(reading, book)
    correcting.do(correcting.not_a_quote(0))
    assert book_of(article, None, books) is book
    changed = replace(article, text=f"Corrected on Monday.\n{TEXT}")
    assert book_of(changed, None, books).active == book.active
    assert book_of(replace(changed, source="another.txt", text="x"), None, books).active == ()
