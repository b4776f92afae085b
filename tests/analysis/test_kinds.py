"""Every kind of attribution, from the text to who said it, with the model that quoth comes with."""

from __future__ import annotations

import pytest

from tests.analysis.readers import DOE, MARSH, Quote, Reader
from tui.analysis.analysis import Kind


@pytest.mark.parametrize(
    ("paragraph", "kind", "words", "speaker"),
    [
        # direct
        ("“The harbour is not safe,” Doe said.", Kind.DIRECT, ("“The harbour is not safe,”",), DOE),
        ("“The harbour is not safe,” she said on Monday.", Kind.DIRECT, ("“The harbour is not safe,”",), DOE),
        (
            '"The harbour is not safe," Marsh told reporters.',
            Kind.DIRECT,
            ('"The harbour is not safe,"',),
            MARSH,
        ),
        # mixed
        (
            "Marsh said the harbour was “not safe for anyone”.",
            Kind.MIXED,
            ("the harbour was “not safe for anyone”",),
            MARSH,
        ),
        # indirect
        ("Doe said the harbour would stay closed.", Kind.INDIRECT, ("the harbour would stay closed",), DOE),
        (
            "Marsh said that the town could not pay.",
            Kind.INDIRECT,
            ("that the town could not pay",),
            MARSH,
        ),
        # in pieces around the cue
        (
            "“The harbour,” Doe said, “is not safe.”",
            Kind.DIRECT,
            ("“The harbour,”", "“is not safe.”"),
            DOE,
        ),
        (
            "“The harbour is not safe,” Doe said. “Nobody may sail.”",
            Kind.DIRECT,
            ("“The harbour is not safe,”", "“Nobody may sail.”"),
            DOE,
        ),
        # inverted
        ("“The harbour is not safe,” said Doe.", Kind.DIRECT, ("“The harbour is not safe,”",), DOE),
        (
            "“The town cannot pay,” said the mayor, Peter Marsh.",
            Kind.DIRECT,
            ("“The town cannot pay,”",),
            MARSH,
        ),
        # colon
        ("Marsh said: “The town cannot pay.”", Kind.DIRECT, ("“The town cannot pay.”",), MARSH),
        ("Marsh: “The town cannot pay.”", Kind.DIRECT, ("“The town cannot pay.”",), MARSH),
        # according to
        (
            "The harbour is not safe, according to Doe.",
            Kind.INDIRECT,
            ("The harbour is not safe",),
            DOE,
        ),
        (
            "According to Marsh, the town cannot pay.",
            Kind.INDIRECT,
            ("the town cannot pay",),
            MARSH,
        ),
        # cues and sources of many forms, statements and tweets that are quoted
        (
            "The harbour master said that “nobody may sail” until Friday.",
            Kind.MIXED,
            ("that “nobody may sail” until Friday",),
            DOE,
        ),
        ("Doe told the crews they would have to wait.", Kind.INDIRECT, ("they would have to wait",), DOE),
        (
            "The town, Marsh said, cannot pay for another wall.",
            Kind.INDIRECT,
            ("The town", "cannot pay for another wall"),
            MARSH,
        ),
        (
            "The town cannot pay for another wall, Marsh said.",
            Kind.INDIRECT,
            ("The town cannot pay for another wall",),
            MARSH,
        ),
        (
            "“We wait,” Doe told reporters on the quay. “We have done it before.”",
            Kind.DIRECT,
            ("“We wait,”", "“We have done it before.”"),
            DOE,
        ),
        (
            "Doe called the plan “a waste of good money”.",
            Kind.MIXED,
            ("the plan “a waste of good money”",),
            DOE,
        ),
        (
            "Marsh described the wall as “the work of a lifetime”.",
            Kind.MIXED,
            ("the wall as “the work of a lifetime”",),
            MARSH,
        ),
        (
            "“Why did nobody warn us?” asked Marsh.",
            Kind.DIRECT,
            ("“Why did nobody warn us?”",),
            MARSH,
        ),
        (
            "“Never again!” Marsh shouted from the steps of the town hall.",
            Kind.DIRECT,
            ("“Never again!”",),
            MARSH,
        ),
        (
            "In a statement, Doe said: “The harbour stays closed until Friday.”",
            Kind.DIRECT,
            ("“The harbour stays closed until Friday.”",),
            DOE,
        ),
        (
            "“The harbour stays closed until Friday,” Doe said in a statement.",
            Kind.DIRECT,
            ("“The harbour stays closed until Friday,”",),
            DOE,
        ),
        (
            "“The harbour stays closed,” Doe wrote on Twitter.",
            Kind.DIRECT,
            ("“The harbour stays closed,”",),
            DOE,
        ),
        ("Doe tweeted: “The harbour stays closed.”", Kind.DIRECT, ("“The harbour stays closed.”",), DOE),
        (
            "“We shall rebuild it,” Marsh, who has been mayor since 2009, told the council.",
            Kind.DIRECT,
            ("“We shall rebuild it,”",),
            MARSH,
        ),
        (
            "According to the harbour master, four boats were lost.",
            Kind.INDIRECT,
            ("four boats were lost",),
            DOE,
        ),
        (
            "Four boats, according to Doe, were lost in the first hour.",
            Kind.INDIRECT,
            ("Four boats", "were lost in the first hour"),
            DOE,
        ),
        (
            "Speaking after the meeting, Marsh added that he was “sorry for every one of them”.",
            Kind.MIXED,
            ("that he was “sorry for every one of them”",),
            MARSH,
        ),
        (
            "Doe warned that the wind could rise again.",
            Kind.INDIRECT,
            ("that the wind could rise again",),
            DOE,
        ),
        (
            "Marsh denied that the wall had been neglected.",
            Kind.INDIRECT,
            ("that the wall had been neglected",),
            MARSH,
        ),
        (
            "“It was dark.” Doe paused. “And then the mast came down.”",
            Kind.DIRECT,
            ("“It was dark.”", "“And then the mast came down.”"),
            DOE,
        ),
        (
            "‘It’s the skippers’ choice,’ said Doe, ‘and I won’t make it for them.’",
            Kind.DIRECT,
            ("‘It’s the skippers’ choice,’", "‘and I won’t make it for them.’"),
            DOE,
        ),
        (
            '"We lost the lot," Marsh said, "but nobody died."',
            Kind.DIRECT,
            ('"We lost the lot,"', '"but nobody died."'),
            MARSH,
        ),
        ("He said: “We have no money left.”", Kind.DIRECT, ("“We have no money left.”",), MARSH),
        ("“We have no money left,” the mayor said.", Kind.DIRECT, ("“We have no money left,”",), MARSH),
        (
            "Marsh, 61, says he has not slept since Sunday.",
            Kind.INDIRECT,
            ("he has not slept since Sunday",),
            MARSH,
        ),
        (
            "Former Northport captain Alan Denning on Harbour Radio: “The sea gives nothing back.”",
            Kind.DIRECT,
            ("“The sea gives nothing back.”",),
            "Alan Denning",
        ),
        (
            "Northport captain Alan Denning, speaking to Harbour Radio: “The sea gives nothing back.”",
            Kind.DIRECT,
            ("“The sea gives nothing back.”",),
            "Alan Denning",
        ),
        (
            "Jane Doe on the evening news: “The sea gives nothing back.”",
            Kind.DIRECT,
            ("“The sea gives nothing back.”",),
            DOE,
        ),
        # what leads in to a colon is not said
        (
            "In it, Marsh said:\n\n“The town cannot pay for it. It never could.”",
            Kind.DIRECT,
            ("“The town cannot pay for it. It never could.”",),
            MARSH,
        ),
        (
            "Speaking after a meeting of the town council on Friday, Marsh said:\n\n"
            "This is a hard year. I would ask everybody to wait.",
            Kind.INDIRECT,
            ("This is a hard year. I would ask everybody to wait.",),
            MARSH,
        ),
        # who asks not to be named says something else
        (
            "A neighbour who asked not to be named said the wall had become a danger.",
            Kind.INDIRECT,
            ("the wall had become a danger",),
            "Neighbour",
        ),
        # a verb before its subject
        ("“Is it over at last?” asked the mayor.", Kind.DIRECT, ("“Is it over at last?”",), MARSH),
        # the place and the agency that a report begins with are nobody's words
        (
            "TULSA, Okla. (AP) — The harbour of the town will stay closed for two weeks, Jane Doe said Monday.",
            Kind.INDIRECT,
            ("The harbour of the town will stay closed for two weeks",),
            DOE,
        ),
        (
            "LONDON — The town will pay for the wall, the mayor said Monday.",
            Kind.INDIRECT,
            ("The town will pay for the wall",),
            MARSH,
        ),
        # dashes
        (
            "“The sea took the whole of it, and nobody came to help us.” — Peter Marsh, mayor",
            Kind.DIRECT,
            ("“The sea took the whole of it, and nobody came to help us.”",),
            MARSH,
        ),
        # tweets
        (
            "The port stays closed until the wind drops. Stay at home. — Jane Doe (@janedoe) May 5, 2021",
            Kind.INDIRECT,
            ("The port stays closed until the wind drops. Stay at home.",),
            DOE,
        ),
    ],
)
def test_one_attribution(
    reader: Reader, paragraph: str, kind: Kind, words: tuple[str, ...], speaker: str
) -> None:
    assert reader.quotes(paragraph) == [Quote(kind, words, speaker)]


def test_a_content_ends_before_the_next_speaker(reader: Reader) -> None:
    paragraph = (
        "According to the IFS, a better wall could cost up to £8m a year, but Helen Reed, the council’s deputy "
        "director, warned that it was hard."
    )
    assert [q.words for q in reader.quotes(paragraph)] == [
        ("a better wall could cost up to £8m a year",),
        ("that it was hard",),
    ]


def test_a_further_cue_has_its_own_content(reader: Reader) -> None:
    paragraph = "“The harbour is not safe,” Doe said, adding: “Nobody may sail before Friday.”"
    assert reader.quotes(paragraph) == [
        Quote(Kind.DIRECT, ("“The harbour is not safe,”",), DOE),
        Quote(Kind.DIRECT, ("“Nobody may sail before Friday.”",), DOE),
    ]


def test_an_unanswered_request_is_not_speech(reader: Reader) -> None:
    assert reader.quotes("The mayor’s office did not immediately respond to a request for comment.") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "“The harbour is closed,”Doe said.",
        '"The harbour is closed,"Doe said.',
        "Doe said:“The harbour is closed.”",
    ],
)
def test_marks_glued_to_words(reader: Reader, paragraph: str) -> None:
    (quote,) = reader.quotes(paragraph)
    assert quote.speaker == DOE
    assert quote.words[0].strip('“”"') in ("The harbour is closed,", "The harbour is closed.")


# What is quoted and said by nobody


@pytest.mark.parametrize(
    "paragraph",
    [
        "The storm hit the so-called “golden mile” of hotels along the shore.",
        "A copy of “The Old Harbour”, a novel of 1911, was found in one of the boats.",
        "John “Fishbone” Reed repaired the boats for nothing in the winter.",
        "Under banners that read “Save our port”, some two hundred people walked to the quay.",
        "The film “Storm Over Northport” opens in the cinema on Friday.",
        "The road, known as “the ladder”, leads down to the ‘lower’ harbour.",
        "The boat, named “Good Hope”, was the oldest in the harbour.",
        "The word “quay” comes from the French.",
        "Her book, ‘A Year on the Quay’, sold well.",
        "The band played “Yellow Moon” and “Stay” before the rain came.",
        "He wore a shirt with “Northport 1911” on the back.",
        "The “smart” buoys failed in the first hour of the storm.",
        "The ‘big four’ firms have offices on the quay.",
    ],
)
def test_scare_quotes_titles_nicknames_and_slogans_are_not_attributions(
    reader: Reader, paragraph: str
) -> None:
    assert [q for q in reader.quotes(paragraph) if q.kind is not Kind.INDIRECT] == []
