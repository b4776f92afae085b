"""A paper that passes words on is not their speaker, unless nobody else is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted, told
from tests.analysis.readers import Reader

REED = "Tom Reed"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“You have to look at this,” Tom Reed said, according to the Courier.",
            "“You have to look at this,”",
            REED,
        ),
        (
            "“You have to look at this,” said Tom Reed, according to the Courier.",
            "“You have to look at this,”",
            REED,
        ),
        ("“The pier is closed,” Tom Reed told staff, according to a memo.", "“The pier is closed,”", REED),
        ("According to the Courier, Mayor Tom Reed said: “The port is shut.”", "“The port is shut.”", REED),
        ("“The port is shut,” the Herald quoted Tom Reed as telling friends.", "“The port is shut,”", REED),
        ("“The port is shut,” Reuters reported, citing Tom Reed, the mayor.", "“The port is shut,”", REED),
        ("“The port is shut,” Reuters reported, citing court papers.", "“The port is shut,”", "Reuters"),
        ("According to the Courier, Tom Reed said “the port is shut”.", "“the port is shut”", REED),
        ("The Courier reported that Mayor Tom Reed said “the port is shut”.", "“the port is shut”", REED),
        (
            "“The port is shut,” Tass quoted the foreign minister, Igor Petrov, as saying.",
            "“The port is shut,”",
            "Igor Petrov",
        ),
        (
            "“The port is shut,” Tass reported Igor Petrov as having told the council.",
            "“The port is shut,”",
            "Igor Petrov",
        ),
        ("Tass quoted Igor Petrov as saying: “The port is shut.”", "“The port is shut.”", "Igor Petrov"),
        (
            "Ali Rezai was quoted by state television as saying: “The port is shut.”",
            "“The port is shut.”",
            "Ali Rezai",
        ),
        (
            "Ali Rezai was quoted as saying the port was “as good as shut”.",
            "the port was “as good as shut”",
            "Ali Rezai",
        ),
        (
            "The strike is over.\n\nJo Marsh, The Courier: “A town without a bridge is an island.”",
            "“A town without a bridge is an island.”",
            "Jo Marsh",
        ),
        (
            "The strike is over.\n\nJo Marsh, Lake TV: “A town without a bridge is an island.”",
            "“A town without a bridge is an island.”",
            "Jo Marsh",
        ),
        (
            "The strike is over.\n\nPeter Lowe, Twitter: “A town without a bridge is an island.”",
            "“A town without a bridge is an island.”",
            "Peter Lowe",
        ),
    ],
)
def test_the_words_are_whose_the_channel_says_they_are(
    reader: Reader, text: str, words: str, speaker: str
) -> None:
    assert quoted(reader, text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # nobody else speaks
        (
            "The port is “as good as shut”, according to the Courier.",
            "The port is “as good as shut”",
            "Courier",
        ),
        (
            "“The port is shut and will stay shut,” the Courier reported.",
            "“The port is shut and will stay shut,”",
            "Courier",
        ),
        # spoken to, not passing on
        ("“The port is shut for good,” Tom Reed told the Courier.", "“The port is shut for good,”", REED),
        # a label with a post
        (
            "The strike is over.\n\nTom Reed, the mayor: “A town without a bridge is an island.”",
            "“A town without a bridge is an island.”",
            REED,
        ),
    ],
)
def test_a_paper_speaks_where_nobody_else_does(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert quoted(reader, text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The minister, Igor Petrov, was quoted by Tass as saying that the port was shut.",
            "that the port was shut",
            "Igor Petrov",
        ),
        ("The agency quoted Igor Petrov as saying the port was shut.", "the port was shut", "Igor Petrov"),
        (
            "That said, the DEA says the drug is still sold in the north.",
            "the drug is still sold in the north",
            "DEA",
        ),
    ],
)
def test_words_without_marks_are_passed_on_too(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert told(reader, text) == [(words, speaker)]


def test_the_channel_is_kept_in_the_evidence(reader: Reader) -> None:
    text = "“You have to look at this,” Tom Reed said, according to the Courier."
    (attribution,) = reader.analysis(text).attributions
    step = attribution.evidence[-1]
    assert step.span is not None
    assert (step.reason, step.span.of(text)) == ("the words are passed on by", "the Courier")


def test_a_source_leaves_out_the_clause_it_is_the_object_of(reader: Reader) -> None:
    assert quoted(reader, "One video featured farmers declaring, “I'm a fish.”") == [
        ("“I'm a fish.”", "Farmers")
    ]
