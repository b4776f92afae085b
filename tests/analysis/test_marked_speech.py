"""Speech in every shape of quotation marks, from the text to who said it."""

from __future__ import annotations

import pytest

from tests.analysis.readers import CLOSING, DOE, MARSH, OPENING, Quote, Reader, as_read
from tui.analysis.analysis import Kind


@pytest.mark.parametrize(
    "paragraph",
    [
        '"The harbour is not safe," Doe said.',
        "“The harbour is not safe,” Doe said.",
        "''The harbour is not safe,'' Doe said.",
        "‘The harbour is not safe,’ Doe said.",
        "'The harbour isn't safe,' Doe said.",
        "”The harbour is not safe,” Doe said.",
        "“The harbour is not safe,“ Doe said.",
        '""The harbour is not safe,"" Doe said.',
        "“He told me, ‘The harbour is not safe,’ twice,” Doe said.",
        "‘He told me, “The harbour is not safe,” twice,’ Doe said.",
    ],
)
def test_direct_speech_in_every_shape_of_marks(reader: Reader, paragraph: str) -> None:
    words = paragraph.removesuffix(" Doe said.")
    assert reader.quotes(paragraph) == [Quote(Kind.DIRECT, (words,), DOE)]


def test_a_quotation_that_reopens_its_marks_is_one(reader: Reader) -> None:
    paragraph = (
        "Doe said: “The harbour is not safe. Nobody may sail.\n\n"
        "“The wind will drop on Friday. Until then we wait.\n\n"
        "“And when it has dropped, we shall see.”"
    )
    assert reader.quotes(paragraph) == [Quote(Kind.DIRECT, (paragraph.removeprefix("Doe said: "),), DOE)]


def test_a_quotation_longer_than_what_is_parsed_at_once(reader: Reader) -> None:
    words = f"“{'The wind has turned, and nobody may sail. ' * 160}That is all,”"
    assert reader.quotes(f"{words} Doe said.") == [Quote(Kind.DIRECT, (words,), DOE)]


def test_soft_hyphens_break_no_word(reader: Reader) -> None:
    (quote,) = reader.quotes("“The har\u00adbour is not safe,” Pe\u00adter Mar\u00adsh told re\u00adporters.")
    assert quote == Quote(Kind.DIRECT, ("“The har\u00adbour is not safe,”",), MARSH)


def test_a_missing_closing_mark_harms_only_its_paragraph(reader: Reader) -> None:
    paragraph = (
        "Doe said: “The harbour is not safe.\n\n"
        "The wind dropped in the night and the rain stopped.\n\n"
        "“The town cannot pay,” Marsh said."
    )
    assert reader.quotes(paragraph) == [
        Quote(Kind.DIRECT, ("“The harbour is not safe.",), DOE),
        Quote(Kind.DIRECT, ("“The town cannot pay,”",), MARSH),
    ]


def test_a_free_standing_quotation_continues_its_run(reader: Reader) -> None:
    text = (
        f"{OPENING}\n\n“The harbour is not safe,” Doe said.\n\n"
        f"“Nobody may sail before Friday. We have lost four boats.”\n\n{CLOSING}"
    )
    analysis = reader.analysis(text)
    first, second = [a for a in analysis.attributions if a.kind is Kind.DIRECT]
    assert as_read(second, analysis, text) == Quote(
        Kind.DIRECT, ("“Nobody may sail before Friday. We have lost four boats.”",), DOE
    )
    assert second.certainty < first.certainty
    assert any("continues" in step.reason for step in second.evidence)
