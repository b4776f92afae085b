"""Where nobody speaks, nothing is attributed; where somebody does beside it, it is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "So many people were talking about the pond that “We Love Fish” became a trend.",
        "The menu allows you to choose between “Baker.” and “Butcher.”",
        "The company reports earnings Thursday.",
        "It reported in-line results.",
        "The company reported higher sales in May.",
        "Gyre, otherwise known as “the Whirl”, is a bar.",
        "If the person reports no birds, the form is closed.",
        "Anna Holt and Peter Lind were cross. They argued for a month.",
        "A video shows the boat sinking.",
        "Footage showed that the boat was sinking.",
        "Her 2011 speech sparked a wave of “Fishmania” that carried her into office.",
        "The bundle includes a notebook that lists dozens of “quiet favours.”",
        "The senator first told the story in her 2009 memoir, “Mostly Rain.”",
        "The shop sold a tea that is known as “Healthy Home.”",
        "Her second novel, “The Salt Path,” tells of a village where “hurry” is a dirty word.",
        "On stage tonight\n\nNadia Keller Quartet: “Songs From a Cold Room”",
        "Doe did not respond to a request for comment.",
        "Obituary: Anna Holt, ‘the queen of Quay Street’\n\nShe died on Monday.",
        "He is thirty now, thank God, and a docker.",
        "Anna Holt, the self-styled “queen of soup”, was late.",
        "Her first film was called “Eels”.",
        "Northport 3-1 Leeds: Rovers rage at ‘blind’ referee\n\nThey left the pitch at nine.",
    ],
)
def test_nobody_speaks(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Anna Holt argued for a month of rest.", "a month of rest", "Anna Holt"),
        ("Asked how long it took, Anna Holt said: “For a month.”", "“For a month.”", "Anna Holt"),
        (
            "Anna Holt sat down. Had she read it? “I have been told of it.”",
            "“I have been told of it.”",
            "Anna Holt",
        ),
        ("Tom Reed sat down. Did he say who bought it? “No comment.”", "“No comment.”", "Tom Reed"),
        ("Anna Holt asked who would pay? “Not us,” she said.", "“Not us,”", "Anna Holt"),
        (
            "People were talking about the pond. “We love fish,” Anna Holt said.",
            "“We love fish,”",
            "Anna Holt",
        ),
        ("Anna Holt reported that the port was shut.", "that the port was shut", "Anna Holt"),
        (
            "On the quay\n\nAnna Holt, The Herald: “Songs were sung all night.”",
            "“Songs were sung all night.”",
            "Anna Holt",
        ),
        (
            "Anna Holt wrote in her memoir, “It was mostly rain that year.”",
            "“It was mostly rain that year.”",
            "Anna Holt",
        ),
    ],
)
def test_somebody_speaks(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in told(reader, text)


def test_words_before_a_sentence_with_an_object_of_its_own_are_not_its_subjects(reader: Reader) -> None:
    words = "“Who has never had a wish about what they want to be?”"
    assert told(reader, f"{words} I often stop by the page where my talk stands.") == [(words, None)]
    assert told(reader, f"{words} Anna Holt wondered.") == [(words, "Anna Holt")]


def test_a_quoted_headline_is_nobodys_until_somebody_is_named(reader: Reader) -> None:
    text = "Third case found as towns close – ‘The fever is coming’\n\nThe towns closed on Monday, Anna Holt said."
    assert told(reader, text)[0] == ("‘The fever is coming’", None)


@pytest.mark.parametrize(
    ("label", "speaker"),
    [("Interview", None), ("Exclusive", None), ("Podcast", None), ("Mum", "Mum"), ("Anna Holt", "Anna Holt")],
)
def test_a_rubric_before_a_headline_is_nobody(reader: Reader, label: str, speaker: str | None) -> None:
    text = f"{label}: ‘I never wanted to be the funny one’\n\nAnna Holt has a new show."
    assert told(reader, text)[0] == ("‘I never wanted to be the funny one’", speaker)


@pytest.mark.parametrize(
    "headline",
    [
        "‘I thought it was a joke’: man wins £5m",
        "'I thought it was a joke': Man wins £5m",
        "“I thought it was a joke” – man wins £5m",
        "'I thought it was a joke' - man wins £5m",
    ],
)
def test_a_headline_begins_with_somebodys_sentence(reader: Reader, headline: str) -> None:
    text = f"{headline}\n\nA man from Hull has won on Monday. He was glad."
    words = headline[: headline.index("joke") + 5]
    assert (words, None) in told(reader, text)


def test_a_title_at_the_head_of_a_headline_is_nobodys_sentence(reader: Reader) -> None:
    text = "‘The Salt Path Is Long’: a review\n\nA book from Hull has won on Monday. It is long."
    assert told(reader, text) == []


def test_a_headline_ends_with_who_says_it(reader: Reader) -> None:
    text = "Fire blamed on old wires, says mayor\n\nThe fire began in a wire, Mayor Tom Reed said."
    assert told(reader, text)[0] == ("Fire blamed on old wires", "Tom Reed")


@pytest.mark.parametrize(
    "dateline",
    [
        "BOSTON, March 3, 2025 – ",
        "LONDON, 14 May 2024 /PRNewswire/ -- ",
        "NEW YORK, Jan. 5, 2024 (GLOBE NEWSWIRE) -- ",
        "SAN FRANCISCO--(BUSINESS WIRE)--",
        "BOSTON (AP) — ",
    ],
)
def test_a_dateline_is_nobody(reader: Reader, dateline: str) -> None:
    text = f"{dateline}Norda Group, Inc. (NASDAQ: NRDA) today announced that its drug had met the target."
    analysis = reader.analysis(text)
    (quote,) = analysis.attributions
    assert quote.source[0].of(text).startswith("Norda Group")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("She was good company. On Harwich: “They all had the same nurse.”", None),
        ("She was good company. On Anna Holt: “I have left her many notes.”", None),
        ("She was good company. Anna Holt: “I have left her many notes.”", "Anna Holt"),
    ],
)
def test_what_somebody_speaks_on_does_not_speak(reader: Reader, text: str, speaker: str | None) -> None:
    assert [who for _, who in told(reader, text)] == [speaker]
