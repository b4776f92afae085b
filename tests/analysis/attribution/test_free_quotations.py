"""Unclaimed quotations whose speaker stands beside them, whatever the verb."""

from __future__ import annotations

import pytest

from tests.spoken import parse
from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import free_quotations, quotations
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks


def laid_out(text: str) -> TokenArrays:
    return TokenArrays(parse(text), [q.span for q in quotations.find(text, find_blocks(text))])


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("“We have waited long enough for it,” Doe thundered.", "thundered", "Doe"),
        (
            "“We have waited long enough for it,” the old skipper drawled on the quay.",
            "drawled",
            "the old skipper",
        ),
        ("“Have we waited long enough?” asked Jane Doe, the mayor.", "asked", "Jane Doe"),
        ("“My boat, my boat, my poor little boat,” cried one man limping over the quay.", "cried", "one man"),
        (
            "“It is a great day,” said Mayor Sue Brown as the bridge opened on Friday after years of delays and "
            "cost overruns that angered many.",
            "said",
            "Mayor Sue Brown",
        ),
        (
            "“We have room for forty,” insisted warden Joel Marsh, though beds had not come.",
            "insisted",
            "warden Joel Marsh",
        ),
        ("“Bring some soup,” texted Jane Doe.", "texted", "Jane Doe"),
        ("“Soup,” texted Jane Doe.", "texted", "Jane Doe"),
        ("“Doors were left open,” the document states.", "states", "the document"),
        ("“We have waited long enough,” Doe, a miller, said in May.", "said", "Doe, a miller"),
        ("“It is not a stork,” the 71-year-old insisted.", "insisted", "the 71-year-old"),
        ("On the quay she demurred: “We have waited long enough.”", "demurred", "she"),
        ("In the call a docker can be heard whispering, “He has locked the gate.”", "whispering", "a docker"),
        ("“Resign!” shouted somebody.", "shouted", "somebody"),
        ("“Which tide?” bellowed somebody from the back.", "bellowed", "somebody"),
        ("The sea had risen ― as it does in May ― Doe boasted, “We have waited for it.”", "boasted", "Doe"),
    ],
)
def test_the_speaker_stands_beside_an_unclaimed_quotation(text: str, cue: str, source: str) -> None:
    arrays = laid_out(text)
    (attribution,) = free_quotations.find(arrays, [])
    assert (attribution.cue[0].of(text), attribution.source[0].of(text)) == (cue, source)
    assert attribution.content[0].of(text) == arrays.quotes[0].of(text)
    assert attribution.kind is Kind.DIRECT
    known = RawAttribution(
        Kind.DIRECT, Stance.SPEECH, (Span(arrays.quotes[0].start + 2, arrays.quotes[0].end),), (), (), 0.9
    )
    assert free_quotations.find(arrays, [known]) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The Storm Over Northport,” he sighed.",
        "“The lower harbour,” he sighed.",
        "“We have waited long enough for it,” said Friday as the day on which it began.",
        "The ship “has been lost for years” somewhere north of here.",
        "“We have waited long enough.” The crowd left the quay.",
    ],
)
def test_names_and_quotations_without_a_speaker_are_left_alone(text: str) -> None:
    assert free_quotations.find(laid_out(text), []) == []
