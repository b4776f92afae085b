"""Attributions shown by layout are well formed, whatever the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.attribution.laid_out import found
from tui.article.article import BlockKind

PARTS = st.sampled_from(
    [
        "DOE:",
        "Q:",
        "A:",
        "Ann Smith",
        "said",
        ":",
        "“",
        "”",
        "—",
        "(@ann)",
        "\n",
        " ",
        "Note:",
        "> ",
        "he",
        ".",
        "I",
        "*",
    ]
)
TEXTS = st.lists(PARTS, max_size=40).map(" ".join) | st.lists(PARTS, max_size=40).map("".join)


@given(TEXTS, st.lists(st.sampled_from(list(BlockKind)), min_size=41, max_size=41))
def test_attributions_are_in_order_inside_the_text_and_do_not_overlap(
    text: str, kinds: list[BlockKind]
) -> None:
    attributions = found(text, *kinds[: text.count("\n") + 1])
    contents = [span for attribution in attributions for span in attribution.content]
    for first, second in pairwise(sorted(contents)):
        assert first.end <= second.start
    assert [attribution.content[0] for attribution in attributions] == sorted(
        attribution.content[0] for attribution in attributions
    )
    for attribution in attributions:
        assert len(attribution.source) == len(attribution.cue) == 1
        for span in (*attribution.content, *attribution.cue, *attribution.source):
            assert 0 <= span.start < span.end <= len(text)
        assert not any(span.overlaps(other) for span in attribution.source for other in attribution.content)
        assert 0.0 < attribution.probability < 1.0


@given(TEXTS)
def test_nothing_is_found_in_blocks_that_do_not_speak(text: str) -> None:
    kinds = [k for k in BlockKind if not k.speaks] * 41
    assert found(text, *kinds[: text.count("\n") + 1]) == []


@given(st.text())
def test_no_text_raises(text: str) -> None:
    found(text)


def test_ten_thousand_turns() -> None:
    assert len(found("DOE: Yes.\n\nROE: No.\n\n" * 5_000)) == 10_000
