"""Sources are cut to the words that name who speaks."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "In a statement to the Herald, her senior adviser, Jake Moss, said: “The plan stands.”",
            "Jake Moss",
            "Jake Moss",
        ),
        (
            "That is more sugar than the drinks industry says it can use.",
            "drinks industry",
            "Drinks industry",
        ),
        ("Anna Holt left the clerk who ran the town after she called it “a mess”.", "she", "Anna Holt"),
        (
            "In a letter to the Herald, the mayor's aide, Jake Moss, said: “The plan stands.”",
            "the mayor's aide, Jake Moss",
            "Jake Moss",
        ),
        (
            "In a letter seen by the Herald, Roe's lawyer warns: “The plan stands.”",
            "Roe's lawyer",
            "Roe's lawyer",
        ),
        ("“It was cold,” the shepherd, Jake Moss, answered.", "the shepherd, Jake Moss", "Jake Moss"),
        ("It is a herb, which the growers call “a nuisance”.", "the growers", "Growers"),
        ("Tom Bell serves the fish with what the menu calls “sea bits”.", "the menu", "Menu"),
        (
            "Hundreds of dockers took to the streets to protest the council’s push to close “the mill”.",
            "Hundreds of dockers",
            "Hundreds of dockers",
        ),
        # what must stay
        (
            "The guild sent a letter which not only denounced the toll as unfair but was long.",
            "which",
            "Letter",
        ),
        ("Less than a third agreed that the plan was dead.", "Less than a third", "Less than a third"),
        ("Jake Moss, her senior adviser, said: “The plan stands.”", "Jake Moss", "Jake Moss"),
        ("Tom Bell sent a letter saying “the plan stands.”", "Tom Bell", "Tom Bell"),
        ("Other than that, Anna Holt said, “the plan stands.”", "Anna Holt", "Anna Holt"),
    ],
)
def test_whoever_speaks(reader: Reader, text: str, source: str, speaker: str) -> None:
    analysis = reader.analysis(text)
    (quote,) = analysis.attributions
    who = analysis.speaker(quote.speaker)
    assert source in " ".join(span.of(text) for span in quote.source)
    assert who is not None
    assert who.name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Asked whether it was late, Anna Holt said no.", None),
        ("Asked what a promise looks like, Mr. Bell replied: “We are a long way off from that.”", None),
        ("Told that the port was shut, Anna Holt said she was sorry.", None),
        ("Asked by Tom Bell whether the port was shut, Anna Holt said no.", "Tom Bell"),
        ("Tom Bell stayed until late before being asked to leave.", None),
        ("Asking whether the port was shut, Anna Holt left the room.", "Anna Holt"),
        ("Anna Holt was given a coat and told to “wait by the quay”.", None),
        ("Anna Holt was arrested and told that she had “the right to be silent”.", None),
        ("Anna Holt stood up and told the crew to “wait by the quay”.", "Anna Holt"),
        ("Anna Holt asked whether the port was shut.", "Anna Holt"),
    ],
)
def test_whoever_is_asked_does_not_ask(reader: Reader, text: str, speaker: str | None) -> None:
    analysis = reader.analysis(text)
    who = analysis.speaker(analysis.attributions[0].speaker)
    assert (who and who.name) == speaker


def test_she_is_not_the_man_whose_sentence_it_is(reader: Reader) -> None:
    text = "Tom Bell met Anna Holt, the clerk who left the council after she told it “enough is enough.”"
    analysis = reader.analysis(text)
    (quote,) = analysis.attributions
    who = analysis.speaker(quote.speaker)
    assert who is not None
    assert who.name == "Anna Holt"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Holt is said to be “sad but proud”.", None),
        ("Anna Holt is understood to be “cross” with Tom Bell.", None),
        ("Anna Holt was said by friends to be “cross” with Tom Bell.", "Friends"),
        ("Tom Bell is reported to have called it “a farce”.", "Tom Bell"),
        ("The dockers have spent ten years telling the port to “open up”.", "Dockers"),
        ("The couple called it quits in May, blaming their “hectic diaries”.", "Couple"),
        ("But my own mother rang and asked, “Since when do you sail?”", "My own mother"),
    ],
)
def test_of_whom_others_speak_does_not_speak(reader: Reader, text: str, speaker: str | None) -> None:
    analysis = reader.analysis(text)
    who = analysis.speaker(analysis.attributions[-1].speaker)
    assert (who and who.name) == speaker
