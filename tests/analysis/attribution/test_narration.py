"""Narration before and after the words is not in them; what belongs to them is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Anna Holt said, “Both rooms will stay,” including the annex by the weir that many have used.",
            "“Both rooms will stay,”",
        ),
        ("Anna Holt blurted out, “Oh, no, not that,” at the mere sound of the name.", "“Oh, no, not that,”"),
        (
            "The account changed — “the key was in my coat,” Anna Holt said, asked about the safe.",
            "“the key was in my coat,”",
        ),
        ("Anna Holt thanked the nurses. “You carried this town.”", "“You carried this town.”"),
        ("Anna Holt said later the toll was “fair.”", "the toll was “fair.”"),
        ("The root of the “debts” is no riddle: “I adore velvet,” Anna Holt said.", "“I adore velvet,”"),
        (
            "Anna Holt said while visiting the mill that the wheel would turn again.",
            "that the wheel would turn again",
        ),
        (
            "Coming back to the river, Anna Holt says the water is “too warm for trout.”",
            "the water is “too warm for trout.”",
        ),
        ("Coming back to the river, Anna Holt says it is low.", "it is low"),
        ("Anna Holt said the road was shut when asked by a reader.", "the road was shut"),
        ("Anna Holt said the road was shut, speaking to the paper.", "the road was shut"),
        ("Anna Holt joked, “You are silly,” drawing “Shame!” from the hall.", "“You are silly,”"),
        (
            "Anna Holt called out, “Peter Lind, please,” who then sang “The Long Road.”",
            "“Peter Lind, please,”",
        ),
        ("Anna Holt said the sea would rise —", "the sea would rise"),
        (
            "“The number of boats is stunning,” since so many were sold by the town, said Anna Holt.",
            "“The number of boats is stunning,” since so many were sold by the town",
        ),
        (
            "Anna Holt said on Friday he met the mayor earlier in the week.",
            "he met the mayor earlier in the week",
        ),
        ("Anna Holt said the boat would sail on Friday.", "the boat would sail on Friday"),
        (
            "Anna Holt urged them to work at “getting the mill to turn” - then was drawn to the south.",
            "to work at “getting the mill to turn”",
        ),
        ("A baker from Brink, Anna Holt says she sold out by noon.", "she sold out by noon"),
        ("“It is a fine day,” Anna Holt wrote on Twitter.", "“It is a fine day,”"),
        (
            "“This is a lie,” Anna Holt said. That Lind is richer than he is surprised nobody.",
            "“This is a lie,”",
        ),
        (
            "Anna Holt said that she “backs Peter Lind fully,” while her rival, Tom Bell, is a critic of his.",
            "that she “backs Peter Lind fully,”",
        ),
        ("Anna Holt had said in a talk taped before the vote that the dam was old.", "that the dam was old"),
        (
            "Anna Holt warned that the boats were not ready, according to a letter of May.",
            "that the boats were not ready",
        ),
        ("The dam was old, Anna Holt said while visiting the mill.", "The dam was old"),
        ("Anna Holt told the Brink Courier, the dam was old.", "the dam was old"),
        ("“We sail,” Anna Holt told a cheering crowd. “Nobody stays.”", "“We sail,” … “Nobody stays.”"),
        ("“They are glad,” Anna Holt said of the Linds.", "“They are glad,”"),
        ("OSLO, Norway (NTB) — “The port is shut for now,” Anna Holt said.", "“The port is shut for now,”"),
        ("14:32 “The port is shut for now,” Anna Holt said.", "“The port is shut for now,”"),
        ("• “The port is shut for now,” Anna Holt said.", "“The port is shut for now,”"),
        # what belongs to them
        ("The plan, Anna Holt said, is dead.", "The plan … is dead"),
        ("Anna Holt described the night as a nightmare for all.", "the night as a nightmare for all"),
        ("Looking back, Anna Holt says, the dam was old.", "Looking back … the dam was old"),
        ("Anna Holt said the road was shut when the dam broke.", "the road was shut when the dam broke"),
        (
            "Anna Holt complained of telephone wait times that exceeded “an hour on most days”.",
            "telephone wait times that exceeded “an hour on most days”",
        ),
        (
            "Anna Holt said there was “no boat,” because of the storm.",
            "there was “no boat,” because of the storm",
        ),
        (
            "Witnesses saw the yard “where he carried the crate,” Anna Holt said.",
            "Witnesses saw the yard “where he carried the crate,”",
        ),
    ],
)
def test_the_narrator_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, HOLT)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Anna Holt said after the hearing that he had shown “not a shred of remorse”.",
            "that he had shown “not a shred of remorse”",
        ),
        ("Anna Holt said at the long public meeting that it was late.", "that it was late"),
        # what must stay
        (
            "Anna Holt said the hearing that ended on Monday was late.",
            "the hearing that ended on Monday was late",
        ),
    ],
)
def test_the_occasion_is_no_part_of_what_is_said(reader: Reader, text: str, words: str) -> None:
    (quote,) = reader.analysis(text).attributions
    assert [span.of(text) for span in quote.content] == [words]
