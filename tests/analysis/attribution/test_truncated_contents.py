"""Contents and sources have all that is theirs, and nothing else."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted, told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list
        (
            "Anna Holt said the boy was “in danger” because of the fall, the cold he felt on Sunday and the fever.",
            [("the boy was “in danger” because of the fall, the cold he felt on Sunday and the fever", HOLT)],
        ),
        (
            "Anna Holt said the mares were “too thin” after a winter without hay, a spring of rain and a drought.",
            [
                (
                    "the mares were “too thin” after a winter without hay, a spring of rain and a drought",
                    HOLT,
                )
            ],
        ),
        # the object of a quoted verb
        (
            "Anna Holt threatened to “cancel” the deal, saying it was a fraud.",
            [("to “cancel” the deal", HOLT)],
        ),
        ("Anna Holt, who vowed to “cancel” the deal, met the envoys.", [("to “cancel” the deal", HOLT)]),
        ("Anna Holt vowed to “fight” and the town cheered.", [("to “fight”", HOLT)]),
        # a clause behind an aside
        (
            "It was, Anna Holt says, “like being hugged by a bear”, and she should know: one had hugged her.",
            [("It was … “like being hugged by a bear”", HOLT)],
        ),
        (
            "Anna Holt had argued that the back door, known as the “poor door”, kept tea “cheap for all”.",
            [("that the back door, known as the “poor door”, kept tea “cheap for all”", HOLT)],
        ),
        (
            "Anna Holt said the ferry – called the “old lady” by its crew – was not insured.",
            [
                ("the ferry – called the “old lady” by its crew – was not insured", HOLT),
                ("the “old lady”", "Its crew"),
            ],
        ),
        # when something was promised
        (
            "Anna Holt has called the mill a hoax and vowed during her campaign to “shut” the mill in May.",
            [("to “shut” the mill in May", HOLT)],
        ),
        # a preposition before it
        (
            "Over the coming decade, according to the harbour board, the debt “is due to rust and to oil.”",
            [("Over the coming decade … the debt “is due to rust and to oil.”", "Harbour board")],
        ),
        # a relative clause with a quotation of its own
        (
            "Riders “kept asking for one more stop,” Anna Holt told us, which meant drawing the “longest map.”",
            [("Riders “kept asking for one more stop,” … which meant drawing the “longest map.”", HOLT)],
        ),
        # the narrator's list, and his tail
        (
            "Anna Holt called the boy “a danger”, a remark that stung the mayor and the crew.",
            [("the boy “a danger”", HOLT)],
        ),
        (
            "Anna Holt likened it to “burning books” - a charge that stung the mayor.",
            [("it to “burning books”", HOLT)],
        ),
        # a passive
        (
            "The roof was recommended as a main “quiet technology” for towns by the Board for Northern Building.",
            [("as a main “quiet technology” for towns", "Board for Northern Building")],
        ),
        (
            "The sheep “know the road better than the bus does,” Anna Holt told the inquiry, which is why she "
            "calls them “the only timetable on the island.”",
            [
                ("The sheep “know the road better than the bus does,”", HOLT),
                ("them “the only timetable on the island.”", HOLT),
            ],
        ),
        # a second verb of the same subject
        (
            "Anna Holt said it was “wholly opposed” to the test and warned the north to refrain.",
            [("it was “wholly opposed” to the test", HOLT)],
        ),
        # what was denied ends with its sentence
        (
            "Anna Holt did not suggest revenge. “Our goal is not to fight, but to talk.”",
            [("“Our goal is not to fight, but to talk.”", HOLT)],
        ),
        # title case
        (
            "Anna Holt Thanked Lind For Making The Mill Her First Stop. “Well, the tea is cold but you are not.”",
            [("“Well, the tea is cold but you are not.”", HOLT)],
        ),
    ],
)
def test_what_belongs_together(reader: Reader, text: str, expected: Told) -> None:
    assert quoted(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Peter Lind admitted threatening the guard, and hiding the money in a shed.",
            "threatening the guard, and hiding the money in a shed",
        ),
        (
            "Peter Lind confessed to stealing the cow, hurting a guard and hiding it.",
            "stealing the cow, hurting a guard and hiding it",
        ),
        ("Peter Lind promised to keep the cow and went home.", "to keep the cow"),
        ("Peter Lind promised to keep the cow and feed it.", "to keep the cow and feed it"),
        ("Peter Lind admitted stealing the cow and went home.", "stealing the cow"),
    ],
)
def test_a_list_of_deeds_is_whole(reader: Reader, text: str, words: str) -> None:
    assert words in [said for said, _ in told(reader, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a bracket that closes what the words open
        (
            "Anna Holt denied that Bell had lied to the [council].",
            [("that Bell had lied to the [council]", HOLT)],
        ),
        ("(Anna Holt said that it was late.)", [("that it was late", HOLT)]),
        (
            "The budget office said about half of the fall reflected losses from the cuts.",
            [("about half of the fall reflected losses from the cuts", "Budget office")],
        ),
        # the subject
        (
            "The miller, a graduate of Leeds, will do an excellent job in the council, Anna Holt maintains.",
            [("The miller, a graduate of Leeds, will do an excellent job in the council", HOLT)],
        ),
        # a bracket that is not of it
        ("The plan died (though Anna Holt allowed that it was old).", [("that it was old", HOLT)]),
        (
            "Anna Holt said that the plan (her own) was old (and dear).",
            [("that the plan (her own) was old (and dear)", HOLT)],
        ),
        # the rest of a frame
        (
            "The port was shut, Anna Holt said, on condition of silence about the firm's deals.",
            [("The port was shut", HOLT)],
        ),
        ("Anna Holt spoke about half of the fall.", []),
    ],
)
def test_what_is_not_quoted_is_whole(reader: Reader, text: str, expected: Told) -> None:
    assert told(reader, text) == expected


def test_a_headline_is_not_cut_to_what_it_quotes(reader: Reader) -> None:
    text = "‘Damp walls’ found in nine of ten flats, tenants warn\n\n“It is bad,” said Anna Holt."
    assert ("‘Damp walls’ found in nine of ten flats", "Tenants") in told(reader, text)
