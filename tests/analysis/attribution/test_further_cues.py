"""A second cue in a sentence begins an attribution of its own."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, told
from tests.analysis.readers import Reader

HOLT, LIND = "Anna Holt", "Peter Lind"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Two thirds of drivers say the new toll is “a plain theft,” while a fifth call it “fair enough”.",
            [("the new toll is “a plain theft,”", "Two thirds of drivers"), ("it “fair enough”", "Fifth")],
        ),
        (
            "Senator Anna Holt told the hall he had seen the contract and derided the bidding as a “raffle”.",
            [("he had seen the contract", HOLT), ("the bidding as a “raffle”", HOLT)],
        ),
        (
            "Anna Holt asked about the harbour board, called Peter Lind a “crook” and said, “drain that pond.”",
            [("the harbour board", HOLT), ("Peter Lind a “crook”", HOLT), ("“drain that pond.”", HOLT)],
        ),
        (
            "Most anglers view the quota as “a slow death,” while a handful praise it as “overdue.”",
            [("the quota as “a slow death,”", "Anglers"), ("it as “overdue.”", "Handful")],
        ),
        (
            "Anna Holt conceded that the dam had cost too much but branded the audit “a farce.”",
            [("that the dam had cost too much", HOLT), ("the audit “a farce.”", HOLT)],
        ),
        (
            "Anna Holt said she had read the plans and accused the firm of “playing with fire.”",
            [("she had read the plans", HOLT), ("the firm of “playing with fire.”", HOLT)],
        ),
        # what her father did is said of him
        (
            "Anna Holt said her father had left the farm and later blamed “the banks” for it.",
            [("her father had left the farm and later blamed “the banks” for it", HOLT)],
        ),
        # in title case, without a comma before the marks
        (
            "A Baker From Ostley Said The Toll Had Ruined Her, And Mayor Anna Holt Replied “You Have My Word.”",
            [("The Toll Had Ruined Her", "Baker From Ostley"), ("“You Have My Word.”", HOLT)],
        ),
        (
            "A Nurse At The Clinic Told Senator Brock The Wards Were Empty, And Brock Replied “Then Fill Them.”",
            [("The Wards Were Empty", "Nurse At The Clinic"), ("“Then Fill Them.”", "Brock")],
        ),
        # without quotation marks: what a thing underwent, and what its teller asked for
        (
            "Peter Lind said the deaths were caused by gunshot wounds and called on witnesses to come forward.",
            [("the deaths were caused by gunshot wounds", LIND)],
        ),
        (
            "Anna Holt said the road was closed and urged drivers to stay at home.",
            [("the road was closed", HOLT), ("drivers to stay at home", HOLT)],
        ),
        (
            "Anna Holt said the rain had stopped and thanked the crews for their work.",
            [("the rain had stopped", HOLT), ("the crews for their work", HOLT)],
        ),
        (
            "Peter Lind said his sister was ill and asked for help.",
            [("his sister was ill and asked for help", LIND)],
        ),
        (
            "Peter Lind said the report was old and warned of a flood.",
            [("the report was old and warned of a flood", LIND)],
        ),
        (
            "Anna Holt has called the plan “folly,” and Peter Lind, who says it is “sin.”",
            [("the plan “folly,”", HOLT), ("it is “sin.”", LIND)],
        ),
        # a verdict set against another one, not against what was said
        (
            "Critics called the show “a mess,” but the director finds it “bold”.",
            [("the show “a mess,”", "Critics"), ("it “bold”", "Director")],
        ),
        (
            "Anna Holt said the plan was “dead,” but many think it is “only asleep”.",
            [("the plan was “dead,” but many think it is “only asleep”", HOLT)],
        ),
        # what somebody is said to have done
        (
            "Anna Holt said Peter Lind went to the town and warned it of “dark days”.",
            [("Peter Lind went to the town and warned it of “dark days”", HOLT)],
        ),
    ],
)
def test_each_cue_has_its_own_words(reader: Reader, text: str, rows: Told) -> None:
    assert told(reader, text) == rows


def test_a_verdict_with_quoted_words_is_speech(reader: Reader) -> None:
    text = "Anna Holt dismissed the plan as “a costly toy”. Peter Lind dismissed the cook."
    assert told(reader, text) == [("the plan as “a costly toy”", HOLT)]


def test_a_short_word_after_a_verb_of_speech(reader: Reader) -> None:
    text = "Peter Lind, in a talk with Radio Brink, snapped, “No chance,” and left."
    assert told(reader, text) == [("“No chance,”", LIND)]


def test_a_shirt_is_not_who_speaks(reader: Reader) -> None:
    text = "Anna Holt, who wore a shirt reading “Ask Me Later”, told the crowd, “Two days more, and we sail!”"
    assert told(reader, text) == [("“Two days more, and we sail!”", HOLT)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "“The roof was gone,” Anna Holt said. “The walls, too,” added her brother, Tom Lang.",
            [("“The roof was gone,”", HOLT), ("“The walls, too,”", "Tom Lang")],
        ),
        (
            "“It is a shame,” Anna Holt said, her voice breaking, “that nobody came.”",
            [("“It is a shame,” … “that nobody came.”", HOLT)],
        ),
        ("One resident, who asked not to be named, said: “It smells.”", [("“It smells.”", "Resident")]),
        (
            "The band's singer, Anna Holt, teased the tour: “See you in June!”",
            [("“See you in June!”", HOLT)],
        ),
        (
            'Anna Holt said: "Tom Lang taught us to row.\n\n"He has led four clubs.\n\n'
            '— Anna Holt (@holt) May 20, 2019\n\n"No other coach has won twice."',
            [
                (
                    '"Tom Lang taught us to row.\n\n"He has led four clubs. … "No other coach has won twice."',
                    HOLT,
                )
            ],
        ),
        (
            "Half of all drivers think the toll is “plainly unfair”.",
            [("the toll is “plainly unfair”", "Half of all drivers")],
        ),
        # whoever was told something did not say it
        ("Anna Holt was told: “You are not welcome here.”", [("“You are not welcome here.”", None)]),
        ("Anna Holt was quoted as saying: “We will stay here.”", [("“We will stay here.”", HOLT)]),
    ],
)
def test_words_and_speaker_beside_each_other(reader: Reader, text: str, rows: Told) -> None:
    assert told(reader, text) == rows
