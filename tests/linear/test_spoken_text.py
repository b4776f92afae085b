"""Paragraphs and quotes told in words: whose they are, where they begin and end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import between, spans
from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.linear.spoken_text import speak_block, speak_place, speak_quote
from tui.session.reading.reading import Reading

ROE = Speaker("s1", "Ann Roe", "person", role="mayor")


def reading_of(text: str, *quotes: Attribution) -> Reading:
    """Return a reading of a text in which Ann Roe says these."""
    return Reading(Article(text, "a.txt", find_blocks(text)), Analysis(quotes, (ROE,)))


def said(
    text: str, words: str, source: str, cue: str, kind: Kind = Kind.DIRECT, **more: object
) -> Attribution:
    """Return Ann Roe's quote of these words."""
    return Attribution(
        id="q1",
        content=spans(text, words),
        source=spans(text, source) if source else (),
        cue=spans(text, cue) if cue else (),
        kind=kind,
        stance=Stance.SPEECH,
        certainty=0.9,
        speaker="s1",
        **more,  # type: ignore[arg-type]
    )


def spoken(reading: Reading, paragraph: int = 0) -> str:
    return speak_block(reading, reading.article.blocks[paragraph].span)


@pytest.mark.parametrize(
    ("text", "words", "source", "cue", "told"),
    [
        (
            "“He is late,” she added. Nobody came.",
            "“He is late,”",
            "she",
            "added",
            "Ann Roe added, quote: He is late, end quote, she added. Nobody came.",
        ),
        (
            "Roe told us “Me too.” Hill left.",
            "“Me too.”",
            "Roe",
            "told",
            "Roe told us, quote: Me too, end quote. Hill left.",
        ),
        (
            "“He is late,” Roe told us.",
            "“He is late,”",
            "Roe",
            "told",
            "Ann Roe said, quote: He is late, end quote, Roe told us.",
        ),
        (
            "Mayor Ann Roe said: “He is late.”",
            "“He is late.”",
            "Mayor Ann Roe",
            "said",
            "Mayor Ann Roe said, quote: He is late, end quote.",
        ),
        (
            '"Is he late?" asked Roe.',
            '"Is he late?"',
            "Roe",
            "asked",
            "Ann Roe asked, quote: Is he late? end quote, asked Roe.",
        ),
        (
            "‘It’s the boys’ boat,’ according to her.",
            "‘It’s the boys’ boat,’",
            "her",
            "according to",
            "Ann Roe said, quote: It’s the boys’ boat, end quote, according to her.",
        ),
    ],
)
def test_the_marks_of_a_quotation_are_told(text: str, words: str, source: str, cue: str, told: str) -> None:
    assert spoken(reading_of(text, said(text, words, source, cue))) == told


def test_marks_that_are_nobodys_words_are_left() -> None:
    text = "The “Blue Boat” sank."
    assert spoken(reading_of(text)) == text


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_told_so() -> None:
    text = "Roe said: “It was dark.\n\n“Nobody came.”"
    quote = replace(said(text, "“It", "Roe", "said"), content=(between(text, "“It", "came.”"),))
    reading = reading_of(text, quote)
    assert spoken(reading) == "Roe said, quote: It was dark."
    assert spoken(reading, 1) == "Ann Roe goes on, quote: Nobody came, end quote."
    assert speak_quote(reading, 0) == "Ann Roe said, quote: It was dark. Nobody came, end quote."


def test_what_was_denied_is_told_with_its_cue() -> None:
    text = "Roe denied that she had sold “the boat”."
    quote = said(text, "that she had sold “the boat”", "Roe", "denied", Kind.MIXED, polarity=Polarity.DENIED)
    reading = reading_of(text, quote)
    assert speak_quote(reading, 0) == "Ann Roe denied that she had sold, quote: the boat, end quote."
    assert speak_place(reading, 0) == "Quote 1 of 1, mixed, denied."


def test_nothing_that_acts_on_a_terminal_is_told() -> None:
    text = "“He \x1b[2J is \u202elate,” she said."
    reading = reading_of(text, said(text, "“He \x1b[2J is \u202elate,”", "she", "said"))
    for told in (spoken(reading), speak_quote(reading, 0)):
        assert told.isprintable()


def test_a_whole_article_has_all_its_words() -> None:
    text = "“A b,” said Roe. C “d” e.\n\nF."
    reading = reading_of(text, said(text, "“A b,”", "Roe", "said"))
    told = " ".join(spoken(reading, n) for n in range(2))
    assert set("A b said Roe C “d” e. F.".split()) <= set(told.replace(",", "").split())
    assert speak_block(reading, Span(0, 0)) == ""
