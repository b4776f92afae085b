"""Which marks and letters fall on a line."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.article.spans import Span
from tui.session.reading.text_marks import MarginLetter, TextMark
from tui.widgets.article.line_marks import LineMarks

STYLES = ("speaker-1", "dim", "cue")
spans = st.tuples(st.integers(0, 30_000), st.one_of(st.integers(0, 60), st.integers(0, 30_000))).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
marks = st.lists(st.builds(TextMark, spans, st.sampled_from(STYLES)), max_size=30)
lines = st.tuples(st.integers(0, 30_000), st.integers(1, 80)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(marks, st.lists(lines, min_size=1, max_size=5))
def test_every_character_has_the_styles_of_its_marks_in_their_order(
    given_marks: list[TextMark], asked: list[Span]
) -> None:
    found = LineMarks(given_marks)
    for line in asked:
        runs = found.runs(line.start, line.end)
        assert runs[0][0] == line.start
        assert runs[-1][1] == line.end
        assert all(a[1] == b[0] and a[2] != b[2] for a, b in pairwise(runs))
        for start, end, styles in runs:
            for offset in (start, end - 1):
                assert styles == tuple(m.style for m in given_marks if m.span.start <= offset < m.span.end)


def test_letters_stand_beside_what_they_overlap_once_and_in_reading_order() -> None:
    found = LineMarks(
        letters=[
            MarginLetter(Span(50, 60), "P", "speaker-2"),
            MarginLetter(Span(10, 20), "D", "speaker-1"),
            MarginLetter(Span(62, 70), "P", "speaker-2"),
        ]
    )
    assert found.letters(0, 80) == [("D", "speaker-1"), ("P", "speaker-2")]
    assert found.letters(15, 50) == [("D", "speaker-1")]
    assert found.letters(20, 50) == []
    assert found.letters(50_000, 50_010) == []
    assert found.letters(59, 65) == [("P", "speaker-2")]
