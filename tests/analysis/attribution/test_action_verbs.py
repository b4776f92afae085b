"""What somebody does, or something shows, is nobody's speech."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader
from tui.analysis.analysis import Stance

DONE = [
    "Anna Holt launched the “green week” in the town on Monday.",
    "Tom Bell spearheaded the “clean streets” plan of the council.",
    "Peter Lind signed the “no noise” bill on Friday.",
    "His victory showed how the town had changed in a year.",
    "The timing of the sale suggests that the bank knew of it.",
    "Anna Holt claimed her third victory on Monday.",
    "Anna Holt answered questions about the port on Monday.",
    "Tom Bell wrote a book about the river.",
    "Anna Holt was asked about the count.",
    "Holt is assured of winning at least three seats.",
    "Peter Lind did not mention the strike.",
    "He spends his days observing lessons with a blackboard in a “school” of mud.",
    "Tom Bell has set up a website called “Fish for All” in Leeds.",
    "Tom Bell released a collection called “Yuge!”",
    "Anna Holt seized on the issue of “religious liberty” in May.",
    "The council can ask the state to pay for the bridge.",
    "Critics might argue that the bridge is old.",
    "The so called “green week” is over.",
    "Last year the evening confronted “the reality of a trade in an industry known for its mild politics”.",
    "But her head of office has been placed under formal inquiry for “the spread of cruel pictures”.",
    "Though Tom Bell took the “long way round”, the trip meant no delay.",
    "Anna Holt will show if a miller can run a town better than a singer.",
]

SAID = [
    "Mia Lund opened the shop with the words “we are here to stay.”",
    "Tom Bell launched into a speech about how “the town has been robbed of its bridge.”",
    "A poll shows that voters are tired of the port.",
    "One wish filled the hall: “Mend the bridge.”",
    "The locals defended the name as “an old word for a goose”.",
    "The rule requires that every boat carry “two sound oars and a lamp”.",
    "The charter stipulates that the papers should “give fair room to both sides”.",
    "Those who stayed answered him with “a song that nobody had heard before”.",
    "The council's report suggests that the bank knew of it.",
    "Four fishermen demonstrated that it helps to train.",
    "Anna Holt claimed that she had won the race.",
    "Tom Bell replied that the port was shut.",
    "Tom Bell wrote that the river was rising.",
    "Tom Bell was asked whether the port was shut.",
    "Anna Holt asked about the count.",
    "Tom Bell was called “a hero” by the mayor.",
    "Anna Holt called the group “Fish for All.”",
    "The mayor will ask the state to pay for the bridge.",
    "Tom Bell could not say whether the port was shut.",
    "I should say that my father was a sailor.",
    "Tom Bell would say that the bridge was old.",
    "Peter Lind observed that the “school” was a hut.",
    "Mia Lund described herself as “a gull.”",
    "Peter Lind mentioned that the strike was over.",
]


def spoken(reader: Reader, text: str) -> list[str]:
    """Return the contents of the quotes of the text that are speech."""
    quotes = (a for a in reader.analysis(text).attributions if a.stance is Stance.SPEECH)
    return [" … ".join(span.of(text) for span in quote.content) for quote in quotes]


@pytest.mark.parametrize("text", DONE)
def test_nobody_says_it(reader: Reader, text: str) -> None:
    assert spoken(reader, text) == []


@pytest.mark.parametrize("text", SAID)
def test_somebody_says_it(reader: Reader, text: str) -> None:
    assert len(spoken(reader, text)) == 1
