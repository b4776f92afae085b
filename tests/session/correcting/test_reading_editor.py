"""Corrections of a reading: made, undone, redone and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis, Kind, Stance
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference
from tui.library.clippings import Clippings
from tui.library.library import Library
from tui.session.correcting.correction_history import CorrectionHistory, history_of
from tui.session.correcting.proposals import CorrectionProposals
from tui.session.correcting.reading_editor import ReadingEditor
from tui.session.keeping.clipping import clip
from tui.session.reading.reading import Reading


class Editing(NamedTuple):
    reading: Reading
    editor: ReadingEditor
    proposals: CorrectionProposals
    history: CorrectionHistory


def edit(
    library: Library | None = None, analysis: Analysis = ANALYSIS, history: CorrectionHistory | None = None
) -> Editing:
    history = history or CorrectionHistory(ARTICLE, library)
    reading = Reading(history.article, analysis, history)
    return Editing(reading, ReadingEditor(reading, history), CorrectionProposals(reading), history)


def state(reading: Reading) -> object:
    return reading.analysis.attributions, reading.analysis.speakers


PROPOSALS: dict[str, Callable[[CorrectionProposals], Correction]] = {
    "said by": lambda c: c.change_speaker(1, SpeakerReference("Ada Novak")),
    "nobody": lambda c: c.change_speaker(1, None),
    "not a quote": lambda c: c.reject(1),
    "kind": lambda c: c.change_kind(1, Kind.MIXED),
    "stance": lambda c: c.change_kind(1, stance=Stance.ATTITUDE),
    "reads": lambda c: c.change_content(1, (span("“Nothing else.”"),)),
    "cue": lambda c: c.change_cue(1, span("disagreed")),
    "source": lambda c: c.change_source(1, span("Tom Okafor")),
    "missed": lambda c: c.add_quote(span("Why the old pier fell"), SpeakerReference("Ada Novak")),
    "one": lambda c: c.merge("s1", c.candidates("s1")[0].reference),
    "two": lambda c: c.divide("s2", [2], SpeakerReference("Ada Novak")),
    "called": lambda c: c.rename("s2", "T. Okafor", "councillor"),
}


@pytest.mark.parametrize("name", PROPOSALS)
def test_undo_restores_the_analysis_and_redo_corrects_it_again(name: str) -> None:
    reading, editor, proposals, _ = edit()
    reading.choose_quote(1)
    before = state(reading)
    said = editor.do(PROPOSALS[name](proposals))
    after = state(reading)
    assert after != before
    assert said
    assert "\n" not in said
    assert editor.undo() == said
    assert state(reading) == before
    assert editor.redo() == said
    assert state(reading) == after
    assert editor.redo() is None


def test_trimming_changes_the_kind_only_if_the_quotation_marks_change() -> None:
    reading, editor, proposals, _ = edit()
    editor.do(proposals.change_kind(1, Kind.MIXED))
    editor.do(proposals.change_content(1, (span("“It is a gift”"[:-1]),)))
    assert reading.analysis.attributions[1].kind is Kind.MIXED
    editor.do(proposals.change_content(1, (span("disagreed. “It is a gift"),)))
    editor.do(proposals.change_kind(1, Kind.DIRECT))
    editor.do(proposals.change_content(1, (span("disagreed"),)))
    assert reading.analysis.attributions[1].kind is Kind.INDIRECT


def test_many_corrections_are_undone_one_by_one() -> None:
    reading, editor, proposals, _ = edit()
    states = [state(reading)]
    for propose in list(PROPOSALS.values())[:2] + list(PROPOSALS.values())[3:]:
        try:
            editor.do(propose(proposals))
        except (IndexError, AssertionError):
            continue
        states.append(state(reading))
    assert len(states) > 9
    while states:
        assert state(reading) == states.pop()
        editor.undo()
    assert editor.undo() is None


def test_the_corrected_quote_stays_chosen() -> None:
    reading, editor, proposals, _ = edit()
    reading.choose_quote(2)
    reading.choose_speaker("s2")
    editor.do(proposals.change_speaker(2, SpeakerReference("Ada Novak")))
    assert reading.chosen_quote is not None
    assert reading.chosen_quote.id == "q3"
    editor.do(proposals.change_content(2, (span("engineers"),)))
    assert reading.chosen_quote.content == (span("engineers"),)
    editor.undo()
    assert reading.chosen_quote.content == (span("the council had ignored its own engineers"),)
    editor.do(proposals.add_quote(span("Why the old pier fell"), None))
    assert reading.chosen_quote.content == (span("Why the old pier fell"),)


def test_a_renamed_speaker_stays_chosen() -> None:
    mentioned_nowhere = replace(ANALYSIS, speakers=tuple(replace(s, mentions=()) for s in ANALYSIS.speakers))
    reading, editor, proposals, _ = edit(analysis=mentioned_nowhere)
    reading.choose_speaker("s2")
    editor.do(proposals.rename("s2", "T. B. Okafor", ""))
    assert reading.chosen_speaker is not None
    assert reading.chosen_speaker.name == "T. B. Okafor"
    editor.undo()
    assert reading.chosen_speaker.name == "Tom Okafor"


def test_a_newer_analysis_is_corrected_and_the_raw_one_is_unchanged() -> None:
    reading, editor, proposals, _ = edit()
    editor.do(proposals.reject(0))
    assert reading.raw is ANALYSIS
    newer = replace(ANALYSIS, model="newer")
    reading.adopt(newer)
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q3", "q4", "q5"]
    assert reading.analysis.model == "newer"
    assert reading.raw is newer


def test_candidates_are_speakers_first_then_entities() -> None:
    proposals = edit().proposals
    assert [(c.reference.name, c.note, c.quotes) for c in proposals.candidates()] == [
        ("Tom Okafor", "", 2),
        ("Éloïse Brandt", "Mayor", 1),
        ("Norvik Shipping", "organisation", 0),
        ("Ostende", "place", 0),
    ]
    assert proposals.candidates("s1")[0].reference.name == "Tom Okafor"


def test_the_kind_of_a_content_follows_from_its_quotation_marks() -> None:
    proposals = edit().proposals
    assert proposals.kind_of([span("It is a gift")]) is Kind.DIRECT
    assert proposals.kind_of([span("I will not wait")]) is Kind.DIRECT
    assert proposals.kind_of([span("a “small” delay")]) is Kind.MIXED
    assert proposals.kind_of([span("the council had")]) is Kind.INDIRECT


# What is kept


def test_corrections_and_what_was_undone_are_there_the_next_time() -> None:
    library = Library.open()
    reading, editor, proposals, history = edit(library)
    editor.do(proposals.reject(0))
    editor.do(proposals.reject(0))
    editor.do(proposals.change_kind(0, Kind.DIRECT))
    editor.undo()
    editor.undo()
    assert history.notice == ""
    library.close()

    again = Library.open()
    reading, editor, proposals, history = edit(again)
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q3", "q4", "q5"]
    editor.redo()
    assert [a.id for a in reading.analysis.attributions] == ["q3", "q4", "q5"]
    editor.redo()
    assert reading.analysis.attributions[0].kind is Kind.DIRECT
    editor.undo()
    editor.undo()
    editor.do(proposals.change_kind(0, Kind.INDIRECT))
    again.close()

    third = Library.open()
    reading, editor, proposals, history = edit(third)
    assert editor.redo() is None
    assert reading.analysis.attributions[0].kind is Kind.INDIRECT
    third.close()


def test_without_a_library_corrections_last_for_the_session() -> None:
    reading, editor, proposals, history = edit()
    editor.do(proposals.reject(0))
    assert len(reading.analysis.attributions) == 4
    assert history.notice == ""
    assert len(edit()[0].analysis.attributions) == 5


def test_a_library_that_cannot_be_written_is_reported_and_corrections_last_for_the_session() -> None:
    library = Library.open()
    library.close()
    reading, editor, proposals, history = edit(library)
    editor.do(proposals.reject(0))
    assert len(reading.analysis.attributions) == 4
    assert "until quoth is closed" in history.notice
    editor.undo()
    assert len(reading.analysis.attributions) == 5


def test_a_partial_analysis_is_corrected_and_reports_nothing_as_unplaced() -> None:
    reading, editor, proposals, _ = edit()
    editor.do(proposals.change_speaker(2, SpeakerReference("Ada Novak")))
    editor.do(proposals.merge("s1", proposals.candidates("s1")[0].reference))
    reading.adopt(Analysis(complete=False))
    assert [a.content for a in reading.analysis.attributions] == [ANALYSIS.attributions[2].content]
    assert not reading.unplaced
    reading.adopt(ANALYSIS)
    assert len(reading.analysis.attributions) == 5
    assert not reading.unplaced


def test_two_readers_of_an_article_share_their_corrections() -> None:
    one, other = Library.open(), Library.open()
    histories: dict[str, CorrectionHistory] = {}
    here = history_of(ARTICLE, one, histories)
    reading, editor, proposals, _ = edit(history=here)
    _, editor_there, proposals_there, _ = edit(other)
    editor_there.do(proposals_there.reject(0))
    editor.do(proposals.change_kind(1, Kind.MIXED))
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q3", "q4", "q5"]
    assert reading.analysis.attributions[0].kind is Kind.MIXED
    # Undo takes back what one sees, not what somebody has done since.
    editor_there.do(proposals_there.reject(1))
    assert editor.undo() == "“It is a gift to Norvik Shipping,” … “No…” is mixed speech"
    assert [a.id for a in reading.analysis.attributions] == ["q2", "q4", "q5"]
    editor_there.undo()
    assert history_of(ARTICLE, one, histories) is here
    assert reading.corrected_elsewhere
    assert [each.action for each in here.active] == [Action.REJECT]
    for library in (one, other):
        library.close()
    assert len(here.active) == 1  # a library that does not answer takes nothing back
    here.refresh()
    assert len(here.active) == 1


def test_a_corrected_quote_that_the_filter_now_hides_stays_chosen() -> None:
    reading, editor, proposals, _ = edit()
    reading.set_filter("speaker:okafor")
    editor.do(proposals.change_kind(2, Kind.MIXED))
    assert not editor.is_hidden
    editor.do(proposals.change_speaker(2, SpeakerReference("Ada Novak")))
    assert reading.quote == 2
    assert editor.is_hidden
    editor.undo()
    assert not editor.is_hidden


@pytest.mark.parametrize(
    ("visible", "chosen"), [(Span(0, 999), "q4"), (Span(0, 300), "q2"), (Span(250, 300), None)]
)
def test_after_a_rejected_quote_the_nearest_visible_one_is_chosen(visible: Span, chosen: str | None) -> None:
    reading, editor, proposals, _ = edit()
    reading.choose_quote(2)
    start = ANALYSIS.attributions[2].start
    editor.do(proposals.reject(2))
    editor.choose_near(start, visible)
    assert (reading.chosen_quote.id if reading.chosen_quote else None) == chosen


def test_clippings_follow_corrections() -> None:
    library = Library.open()
    reading, editor, proposals, _ = edit(library)
    clippings = Clippings(library)
    for i in (1, 2):
        assert clippings.add(
            replace(clip(ARTICLE, ANALYSIS, ANALYSIS.attributions[i]), note="Ask.", tags=("x",))
        )
    before = clippings.all()
    reading.clipped = frozenset(clipping.content for clipping in before)
    editor.do(proposals.change_speaker(1, SpeakerReference("Ada Novak")))
    editor.do(proposals.change_content(1, (span("“Nothing else.”"),)))
    editor.do(proposals.rename("s2", "T. B. Okafor", "councillor"))
    third, second = clippings.all()
    assert reading.clipped == {third.content, second.content} != {clipping.content for clipping in before}
    assert (second.speaker, second.words, second.corrected) == ("Ada Novak", "“Nothing else.”", True)
    assert (third.speaker, third.role) == ("T. B. Okafor", "councillor")
    assert [(c.id, c.made, c.note, c.tags) for c in (third, second)] == [
        (c.id, c.made, c.note, c.tags) for c in before
    ]
    while editor.undo() is not None:
        pass
    assert clippings.all() == before
    assert reading.clipped == {clipping.content for clipping in before}
    editor.do(proposals.reject(1))
    assert clippings.all() == before
    library.close()


def test_the_library_of_a_newer_quoth_is_not_written() -> None:
    library = Library.open()
    library.query(lambda db: db.execute("PRAGMA user_version = 99"))
    library.close()
    newer = Library.open()
    reading, editor, proposals, history = edit(newer)
    editor.do(proposals.reject(0))
    assert len(reading.analysis.attributions) == 4
    assert "until quoth is closed" in history.notice
    assert "newer version of quoth" in history.notice
    newer.close()


def test_without_a_library_corrections_are_there_when_the_article_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    article = replace(ARTICLE, source=str(path))
    histories: dict[str, CorrectionHistory] = {}
    history = history_of(article, None, histories)
    _, editor, proposals, _ = edit(history=history)
    editor.do(proposals.reject(0))
    assert history_of(article, None, histories) is history
    changed = replace(article, text=f"Corrected on Monday.\n{TEXT}")
    assert history_of(changed, None, histories).active == history.active
    assert history_of(replace(changed, source="another.txt", text="x"), None, histories).active == ()
