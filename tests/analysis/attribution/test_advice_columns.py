"""Answers of an advice column are the adviser's."""

from __future__ import annotations

from tui.analysis.attribution.advice_columns import find
from tui.article.text.blocks import find_blocks


def answers(text: str) -> list[tuple[str, str]]:
    return [
        (advice.name.of(text), " / ".join(span.of(text) for span in advice.content))
        for advice in find(text, find_blocks(text))
    ]


COLUMN = (
    "DEAR JO: My feet are cold at night and nobody helps me with it.\n\n"
    "— COLD IN NORTHPORT\n\n"
    "DEAR COLD: Wear a hat to bed. It helps more than you would think.\n\n"
    "If it does not, see a doctor about it soon.\n\n"
    "DEAR JO: My dog barks at the moon, every night, for hours.\n\n"
    "— SLEEPLESS\n\n"
    "DEAR SLEEPLESS: Close the curtains, and walk the dog before you go to bed."
)


def test_answers_are_the_advisers() -> None:
    assert answers(COLUMN) == [
        (
            "JO",
            "Wear a hat to bed. It helps more than you would think. / If it does not, see a doctor about it soon.",
        ),
        ("JO", "Close the curtains, and walk the dog before you go to bed."),
    ]


def test_without_an_adviser_nobody_answers() -> None:
    assert answers("DEAR COLD: Wear a hat to bed. It helps more than you would think.") == []


def test_a_letter_is_no_answer() -> None:
    assert answers("Dear Mayor: The bridge is old.\n\nDear Mayor: The road is old, too, and so am I.") == []
