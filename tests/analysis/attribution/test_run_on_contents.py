"""A sentence that is not of a content is not run together with it."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"
LIND = "Peter Lind"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "“It is one beach,” Anna Holt said. She wondered whether the eels were in poor condition. “A sick eel "
            "hides. That is not memory.”",
            ["“It is one beach,”", "“A sick eel hides. That is not memory.”"],
        ),
        (
            "Anna Holt denied that the dam was old. “We built it in May.”",
            ["that the dam was old", "“We built it in May.”"],
        ),
        (
            "“We fish at night. It is cold.” Anna Holt also referred to the dam in her long talk. "
            "“The eels are fat,” Anna Holt said.",
            ["“We fish at night. It is cold.”", "“The eels are fat,”"],
        ),
        (
            "“It is a fine mill,” read a note from Anna Holt, which was sent on Monday. “We shall mend it.”",
            ["“It is a fine mill,” … “We shall mend it.”"],
        ),
        (
            "“It is a fine mill,” Anna Holt said in May on the podcast “Here's the Thing.” She left.",
            ["“It is a fine mill,”"],
        ),
        (
            "“It was a joy,” Anna Holt said in an interview on NBC's “Meet the Press.” “We shall mend it.”",
            ["“It was a joy,” … “We shall mend it.”"],
        ),
        (
            "“I thought, is he mad?” Anna Holt recalled on the “Hot Minute” podcast. “He is from Brink.”",
            ["“I thought, is he mad?” … “He is from Brink.”"],
        ),
        (
            "“It is a fine mill,” Anna Holt told the port's “Good Morning Port” today.",
            ["“It is a fine mill,”"],
        ),
        ("“It is a fine mill,” Anna Holt told “GMP” on Monday.", ["“It is a fine mill,”"]),
        (
            "“It is a fine mill,” Anna Holt said Sunday on PBN “Face the Port,” showing how little she knew of it.",
            ["“It is a fine mill,”"],
        ),
        (
            "“It is a fine mill,” Anna Holt said on Mill News' “Good Morning Port.” She left.",
            ["“It is a fine mill,”"],
        ),
        (
            "“It is a fine mill,” Anna Holt told the local “Larkfield Courier” newspaper.",
            ["“It is a fine mill,”"],
        ),
        ("“It is a fine mill,” Anna Holt told Mill Radio's “Dawn Hour” on Sunday.", ["“It is a fine mill,”"]),
        # names that were said, not where it was said
        (
            "Anna Holt described him as the “Big Man” and the “Little King” of the port.",
            ["him as the “Big Man” and the “Little King” of the port"],
        ),
        (
            "“It is a fine mill,” Anna Holt said, calling him “Big Man”.",
            ["“It is a fine mill,”", "him “Big Man”"],
        ),
        # a cue with its own content says nothing of the sentence before
        (
            "“It is old.” Larkcom said, when it bought the mill, that it was working with the police.",
            ["“It is old.”", "that it was working with the police"],
        ),
        (
            "“It is old.” Anna Holt has claimed without any proof that ten mills had burnt.",
            ["“It is old.”", "that ten mills had burnt"],
        ),
        ("“It is old and it leaks.” Anna Holt said.", ["“It is old and it leaks.”"]),
        ("“It is old and it leaks.” Anna Holt told the guards on Monday.", ["“It is old and it leaks.”"]),
        (
            "“How do you know the mill is old?” Anna Holt asked one of the guards.",
            ["“How do you know the mill is old?”"],
        ),
        ("“It is a fine mill,” Anna Holt told Peter Lind, “but old.”", ["“It is a fine mill,” … “but old.”"]),
        (
            "In her new book, “Doomed to Sail,” and in a talk, Anna Holt said Bell allowed “no boats” in the port.",
            ["Bell allowed “no boats” in the port"],
        ),
        (
            "Anna Holt pounced on news of letters later deemed “top secret,” saying in a post: “The letters are a "
            "disaster.”",
            ["“The letters are a disaster.”"],
        ),
        # one attribution in two pieces
        ("“It is old,” Anna Holt said. “Mend it.”", ["“It is old,” … “Mend it.”"]),
        ("“It is old,” Anna Holt said, “and it leaks.”", ["“It is old,” … “and it leaks.”"]),
        (
            "“It is old,” Anna Holt said of the mill, which she loves. “Mend it.”",
            ["“It is old,” … “Mend it.”"],
        ),
    ],
)
def test_rows(reader: Reader, text: str, rows: list[str]) -> None:
    assert [said for said, _ in told(reader, text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "“The geese come at dawn,” Anna Holt said. “They never wait.” Peter Lind says it took him years to "
            "save for the boat.",
            [
                ("“The geese come at dawn,” … “They never wait.”", HOLT),
                ("it took him years to save for the boat", LIND),
            ],
        ),
        (
            "“The geese come at dawn,” Anna Holt said.\n\n“We watch them from the weir.” A total of 300 geese "
            "landed in May, according to Peter Lind.",
            [
                ("“The geese come at dawn,”", HOLT),
                ("“We watch them from the weir.”", HOLT),
                ("A total of 300 geese landed in May", LIND),
            ],
        ),
        (
            "“The geese come at dawn,” Anna Holt said.\n\n“They never wait.” Mayor Peter Lind wrote on Monday: "
            "“Our geese are heroes.”",
            [
                ("“The geese come at dawn,”", HOLT),
                ("“They never wait.”", HOLT),
                ("“Our geese are heroes.”", LIND),
            ],
        ),
        (
            "Anna Holt said: “The geese come at dawn.” The weir was built by monks.",
            [("“The geese come at dawn.”", HOLT)],
        ),
        # what has no words of its own beside the quotation, or goes on with its sentence
        ("“The geese come at dawn.” Anna Holt said so in May.", [("“The geese come at dawn.”", HOLT)]),
        (
            "“The geese,” Anna Holt said, “come at dawn.” They land on the weir.",
            [("“The geese,” … “come at dawn.”", HOLT)],
        ),
    ],
)
def test_a_quotation_is_not_of_the_next_sentences_cue(
    reader: Reader, text: str, rows: list[tuple[str, str]]
) -> None:
    assert told(reader, text) == rows
