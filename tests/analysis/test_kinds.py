"""Every kind of attribution, from the text to who said it, with the model that quoth comes with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tui.analysis.analysis import Analysis, Attribution, Kind
from tui.analysis.pipeline import Analyser, load
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks

OPENING = (
    "The harbour master, Jane Doe, closed the port of Northport on Monday. She met the mayor, Peter Marsh, "
    "after the storm had sunk four boats."
)
CLOSING = "The storm moved north on Tuesday. Four boats were raised from the harbour in the afternoon."


@dataclass(frozen=True)
class Quote:
    """An attribution as a reader sees it."""

    kind: Kind
    words: tuple[str, ...]
    speaker: str | None


class Reader:
    """Analyses texts with one pipeline."""

    def __init__(self, nlp: Any) -> None:
        self.analyser = Analyser(nlp)

    def analysis(self, text: str) -> Analysis:
        article = Article(text, "test", find_blocks(text))
        *_, last = self.analyser.run(article)
        return last

    def read(self, article: Article) -> tuple[Analysis, str]:
        *_, last = self.analyser.run(article)
        return last, article.text

    def quotes(self, paragraph: str, opening: str = OPENING) -> list[Quote]:
        """What is found in `paragraph`, which stands in an article between two others."""
        text = f"{opening}\n\n{paragraph}\n\n{CLOSING}"
        start, end = len(opening) + 2, len(opening) + 2 + len(paragraph)
        analysis = self.analysis(text)
        return [
            as_read(a, analysis, text) for a in analysis.attributions if a.start >= start and a.end <= end
        ]


def as_read(attribution: Attribution, analysis: Analysis, text: str) -> Quote:
    speaker = analysis.speaker(attribution.speaker)
    return Quote(
        attribution.kind,
        tuple(span.of(text) for span in attribution.content),
        speaker.name if speaker else None,
    )


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load())


DOE, MARSH = "Jane Doe", "Peter Marsh"


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


def test_what_is_said_ends_before_the_next_who_says_something(reader: Reader) -> None:
    paragraph = (
        "According to the IFS, a better wall could cost up to £8m a year, but Helen Reed, the council’s deputy "
        "director, warned that it was hard."
    )
    assert [q.words for q in reader.quotes(paragraph)] == [
        ("a better wall could cost up to £8m a year",),
        ("that it was hard",),
    ]


def test_a_further_verb_has_its_own_words(reader: Reader) -> None:
    paragraph = "“The harbour is not safe,” Doe said, adding: “Nobody may sail before Friday.”"
    assert reader.quotes(paragraph) == [
        Quote(Kind.DIRECT, ("“The harbour is not safe,”",), DOE),
        Quote(Kind.DIRECT, ("“Nobody may sail before Friday.”",), DOE),
    ]


def test_no_answer_to_a_request_is_nobody_s_words(reader: Reader) -> None:
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


# Quotation marks, from end to end


@pytest.mark.parametrize(
    "paragraph",
    [
        '"The harbour is not safe," Doe said.',
        "“The harbour is not safe,” Doe said.",
        "''The harbour is not safe,'' Doe said.",
        "‘The harbour is not safe,’ Doe said.",
        "'The harbour isn't safe,' Doe said.",
        "”The harbour is not safe,” Doe said.",
        "“The harbour is not safe,“ Doe said.",
        '""The harbour is not safe,"" Doe said.',
        "“He told me, ‘The harbour is not safe,’ twice,” Doe said.",
        "‘He told me, “The harbour is not safe,” twice,’ Doe said.",
    ],
)
def test_direct_speech_in_every_shape_of_marks(reader: Reader, paragraph: str) -> None:
    words = paragraph.removesuffix(" Doe said.")
    assert reader.quotes(paragraph) == [Quote(Kind.DIRECT, (words,), DOE)]


def test_marks_re_opened_paragraph_after_paragraph(reader: Reader) -> None:
    paragraph = (
        "Doe said: “The harbour is not safe. Nobody may sail.\n\n"
        "“The wind will drop on Friday. Until then we wait.\n\n"
        "“And when it has dropped, we shall see.”"
    )
    assert reader.quotes(paragraph) == [Quote(Kind.DIRECT, (paragraph.removeprefix("Doe said: "),), DOE)]


def test_a_quotation_longer_than_what_is_parsed_at_once(reader: Reader) -> None:
    words = f"“{'The wind has turned, and nobody may sail. ' * 160}That is all,”"
    assert reader.quotes(f"{words} Doe said.") == [Quote(Kind.DIRECT, (words,), DOE)]


def test_soft_hyphens_break_no_word(reader: Reader) -> None:
    (quote,) = reader.quotes("“The har\u00adbour is not safe,” Pe\u00adter Mar\u00adsh told re\u00adporters.")
    assert quote == Quote(Kind.DIRECT, ("“The har\u00adbour is not safe,”",), MARSH)


def test_a_closing_mark_that_never_comes_harms_only_its_paragraph(reader: Reader) -> None:
    paragraph = (
        "Doe said: “The harbour is not safe.\n\n"
        "The wind dropped in the night and the rain stopped.\n\n"
        "“The town cannot pay,” Marsh said."
    )
    assert reader.quotes(paragraph) == [
        Quote(Kind.DIRECT, ("“The harbour is not safe.",), DOE),
        Quote(Kind.DIRECT, ("“The town cannot pay,”",), MARSH),
    ]


def test_a_free_standing_quotation_goes_on_with_its_run(reader: Reader) -> None:
    text = (
        f"{OPENING}\n\n“The harbour is not safe,” Doe said.\n\n"
        f"“Nobody may sail before Friday. We have lost four boats.”\n\n{CLOSING}"
    )
    analysis = reader.analysis(text)
    first, second = [a for a in analysis.attributions if a.kind is Kind.DIRECT]
    assert as_read(second, analysis, text) == Quote(
        Kind.DIRECT, ("“Nobody may sail before Friday. We have lost four boats.”",), DOE
    )
    assert second.certainty < first.certainty
    assert any("continues" in step.reason for step in second.evidence)


# Layout


def test_a_transcript(reader: Reader) -> None:
    text = (
        "Peter Marsh spoke to Jane Doe on the quay on Monday. A partial transcript follows.\n\n"
        "MARSH: How long will the port stay closed?\n\n"
        "DOE: Until the wind drops. I think that will be on Friday.\n\n"
        "MARSH: And who will pay?\n\n"
        "DOE: The town will pay, as it did before.\n\n"
        "I have the letter here.\n\n"
        "MARSH: Thank you for your time."
    )
    analysis = reader.analysis(text)
    assert [as_read(a, analysis, text) for a in analysis.attributions] == [
        Quote(Kind.INDIRECT, ("How long will the port stay closed?",), MARSH),
        Quote(Kind.INDIRECT, ("Until the wind drops. I think that will be on Friday.",), DOE),
        Quote(Kind.INDIRECT, ("And who will pay?",), MARSH),
        Quote(Kind.INDIRECT, ("The town will pay, as it did before.", "I have the letter here."), DOE),
        Quote(Kind.INDIRECT, ("Thank you for your time.",), MARSH),
    ]


def test_questions_and_answers(reader: Reader) -> None:
    text = (
        "These are excerpts of an interview on the quay in Northport on Monday.\n\n"
        "Q: How long will the port stay closed?\n\n"
        "A: Until the wind drops.\n\n"
        "Q: And who will pay?\n\n"
        "A: The town will pay, as it did before."
    )
    analysis = reader.analysis(text)
    assert [as_read(a, analysis, text).words for a in analysis.attributions] == [
        ("How long will the port stay closed?",),
        ("Until the wind drops.",),
        ("And who will pay?",),
        ("The town will pay, as it did before.",),
    ]
    asked, answered, *_ = analysis.attributions
    assert asked.speaker is None or asked.speaker != answered.speaker


def test_a_block_quote_without_marks(reader: Reader) -> None:
    paragraph = "In a statement, Jane Doe said:\n\n> The port stays closed. Nobody may sail before Friday."
    (quote,) = reader.quotes(paragraph)
    assert quote.speaker == DOE
    assert "The port stays closed. Nobody may sail before Friday." in quote.words[0]


@pytest.mark.parametrize(
    ("paragraphs", "words", "speaker"),
    [
        (
            "“The sea took the whole of it, and nobody came.”\n\n― Peter Marsh",
            "“The sea took the whole of it, and nobody came.”",
            MARSH,
        ),
        (
            "Peter Marsh issued the following statement:\n\n“The town cannot pay for it. Not this year.”",
            "“The town cannot pay for it. Not this year.”",
            MARSH,
        ),
        (
            "Then the mayor wrote a letter. In it, Marsh said:\n\n"
            "“The town cannot pay for it.\n\n“It never could.”",
            "“The town cannot pay for it.\n\n“It never could.”",
            MARSH,
        ),
    ],
)
def test_a_name_above_or_below_the_words(reader: Reader, paragraphs: str, words: str, speaker: str) -> None:
    direct = [q for q in reader.quotes(paragraphs) if q.kind is Kind.DIRECT]
    assert direct == [Quote(Kind.DIRECT, (words,), speaker)]


def of_blocks(*parts: tuple[BlockKind, str]) -> Article:
    """An article as it comes from a page: its blocks are known."""
    text = "\n\n".join(words for _, words in parts)
    blocks, at = [], 0
    for kind, words in parts:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return Article(text, "test", tuple(blocks))


PARAGRAPH, EMBED, TURN = BlockKind.PARAGRAPH, BlockKind.EMBED, BlockKind.TURN
POST = "The port stays closed until Friday. The mayor said he would pay for the wall, and I believe him."


@pytest.mark.parametrize(
    "post",
    [
        [f"{POST} pic.twitter.com/x1 — Jane Doe (@janedoe) May 5, 2021"],
        [POST, "— Jane Doe (@janedoe) May 5, 2021"],
        [POST, "— Jane Doe, harbour master (@janedoe)"],
        [POST, "A post shared by Jane Doe (@janedoe)"],
        ["Jane Doe (@janedoe)", POST],
        ["Jane Doe @janedoe · 5 May", POST, "1,024 likes"],
    ],
)
def test_a_post_is_its_author_s(reader: Reader, post: list[str]) -> None:
    article = of_blocks((PARAGRAPH, OPENING), *((EMBED, words) for words in post), (PARAGRAPH, CLOSING))
    (quote,) = [as_read(a, *reader.read(article)) for a in reader.read(article)[0].attributions]
    assert quote.speaker == DOE
    assert quote.words[0] == POST


def test_two_posts_in_a_row_and_one_without_an_author(reader: Reader) -> None:
    article = of_blocks(
        (PARAGRAPH, OPENING),
        (EMBED, "The port stays closed until Friday."),
        (EMBED, "— Jane Doe (@janedoe) May 5, 2021"),
        (EMBED, "The town will pay for the wall."),
        (EMBED, "We have no choice."),
        (EMBED, "— Peter Marsh (@marsh) May 6, 2021"),
        (PARAGRAPH, CLOSING),
        (EMBED, "Nobody knows who wrote these words on a wall."),
    )
    analysis, text = reader.read(article)
    assert [as_read(a, analysis, text) for a in analysis.attributions] == [
        Quote(Kind.INDIRECT, ("The port stays closed until Friday.",), DOE),
        Quote(Kind.INDIRECT, ("The town will pay for the wall.", "We have no choice."), MARSH),
    ]


def test_turns_that_the_page_shows_need_no_pattern(reader: Reader) -> None:
    article = of_blocks(
        (PARAGRAPH, OPENING),
        (TURN, "Jane Doe: The port stays closed until the wind has dropped."),
        (TURN, "Interviewer: And who will pay for it?"),
        (TURN, "Peter Marsh: The town will."),
    )
    analysis, text = reader.read(article)
    assert [as_read(a, analysis, text) for a in analysis.attributions] == [
        Quote(Kind.INDIRECT, ("The port stays closed until the wind has dropped.",), DOE),
        Quote(Kind.INDIRECT, ("And who will pay for it?",), "Interviewer"),
        Quote(Kind.INDIRECT, ("The town will.",), MARSH),
    ]


def test_boxes_and_times_say_nothing(reader: Reader) -> None:
    article = of_blocks(
        (PARAGRAPH, OPENING),
        (PARAGRAPH, "“The harbour is not safe,” Doe said."),
        (BlockKind.NEWSLETTER, "“The best briefing in town,” Marsh said. Sign up for our newsletter."),
        (PARAGRAPH, "“Nobody may sail before Friday. We have lost four boats.”"),
        (BlockKind.TIMESTAMP, "“14:05,” Marsh said"),
        (PARAGRAPH, "“Nobody knows who said this. It was heard on the quay.”"),
    )
    analysis, text = reader.read(article)
    assert [as_read(a, analysis, text) for a in analysis.attributions if a.speaker] == [
        Quote(Kind.DIRECT, ("“The harbour is not safe,”",), DOE),
        Quote(Kind.DIRECT, ("“Nobody may sail before Friday. We have lost four boats.”",), DOE),
    ]


@pytest.mark.parametrize(
    ("headline", "words", "speaker"),
    [
        ("Doe: Port will stay closed all week", "Port will stay closed all week", DOE),
        ("Jane Doe: ‘The harbour is not safe’", "‘The harbour is not safe’", DOE),
        ("‘The town cannot pay’: Peter Marsh", "‘The town cannot pay’", MARSH),
    ],
)
def test_a_headline_with_a_colon(reader: Reader, headline: str, words: str, speaker: str) -> None:
    body = (
        f"{OPENING} Jane Doe said on Monday that the harbour would stay closed. Peter Marsh said that the town "
        "could not pay for it."
    )
    text = f"{headline}\n\n{body}\n\n{CLOSING}"
    assert find_blocks(text)[0].kind is BlockKind.HEADLINE
    analysis = reader.analysis(text)
    first = as_read(analysis.attributions[0], analysis, text)
    assert (first.words, first.speaker) == ((words,), speaker)


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
def test_scare_quotes_titles_nicknames_and_slogans_are_no_attributions(
    reader: Reader, paragraph: str
) -> None:
    assert [q for q in reader.quotes(paragraph) if q.kind is not Kind.INDIRECT] == []
