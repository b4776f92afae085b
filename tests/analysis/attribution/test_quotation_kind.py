"""tui.analysis.attribution.quotation_kind."""

from __future__ import annotations

import pytest

from tui.analysis.analysis import Kind
from tui.analysis.attribution.quotation_kind import kind_of
from tui.article.spans import Span

TEXT = "He said “yes, I do” and left. “Now?” – “No.”"
MARKS = [Span(8, 19), Span(30, 36), Span(39, 44)]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ([Span(8, 19)], Kind.DIRECT),
        ([Span(3, 19)], Kind.MIXED),
        ([Span(20, 28)], Kind.INDIRECT),
        ([Span(8, 12), Span(13, 19)], Kind.DIRECT),
        ([Span(30, 44)], Kind.DIRECT),
        ([Span(19, 20)], Kind.INDIRECT),
    ],
)
def test_the_marks_decide_the_kind(content: list[Span], kind: Kind) -> None:
    assert kind_of(TEXT, content, MARKS) is kind


@pytest.mark.parametrize(("beside", "kind"), [(1, Kind.DIRECT), (2, Kind.MIXED)])
def test_a_letter_of_a_hundred_may_stand_outside(beside: int, kind: Kind) -> None:
    text = f"“{'a' * (100 - beside)}”{'b' * beside}"
    assert kind_of(text, [Span(0, len(text))], [Span(0, 102 - beside)]) is kind
