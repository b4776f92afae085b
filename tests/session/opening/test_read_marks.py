"""What was read before, what is marked as read, and how many quotes and speakers are counted."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import seed_analysis, seed_article
from tui.analysis.analysis import Analysis, Attribution, Kind, Stance
from tui.analysis.model import DEFAULT, identify
from tui.article.spans import Span
from tui.library.library import Library
from tui.session.opening.read_marks import Counts, ReadMarks, count_quotes


def test_the_library_knows_what_was_read_in_earlier_sittings() -> None:
    seed = replace(seed_article(), source="papers/a.txt")
    library = Library.open()
    library.keep(seed, replace(seed_analysis(seed), model=identify(DEFAULT), complete=True))
    library.close()
    marks = ReadMarks(Library.open)
    assert marks.read_before(["papers/a.txt", "papers/b.txt"]) == {"papers/a.txt": Counts(8, 5)}


def test_a_mark_holds_until_the_source_is_read_again() -> None:
    marks = ReadMarks(lambda: None)
    marks.add({"a"})
    assert marks.read_before(["a", "b"]) == {"a": None}
    marks.mark("a", is_read=False)
    marks.mark("b", is_read=True)
    assert marks.read_before(["a", "b"]) == {"b": None}
    marks.add({"a"})
    assert marks.read_before(["a", "b"]) == {"a": None, "b": None}


def test_attitudes_and_nobody_are_not_counted_as_speakers() -> None:
    span = (Span(0, 1),)
    analysis = Analysis(
        (
            Attribution("q1", Kind.DIRECT, Stance.SPEECH, span, speaker="s1"),
            Attribution("q2", Kind.DIRECT, Stance.SPEECH, span),
            Attribution("q3", Kind.INDIRECT, Stance.ATTITUDE, span, speaker="s2"),
        )
    )
    assert count_quotes(analysis) == Counts(2, 1)
