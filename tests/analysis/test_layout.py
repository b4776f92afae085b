"""Speech that the layout of an article tells: transcripts, posts, block quotes, headlines."""

from __future__ import annotations

import pytest

from tests.analysis.readers import CLOSING, DOE, MARSH, OPENING, Quote, Reader, as_read
from tui.analysis.analysis import Kind
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks


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
        Quote(Kind.DIRECT, ("How long will the port stay closed?",), MARSH),
        Quote(Kind.DIRECT, ("Until the wind drops. I think that will be on Friday.",), DOE),
        Quote(Kind.DIRECT, ("And who will pay?",), MARSH),
        Quote(Kind.DIRECT, ("The town will pay, as it did before.", "I have the letter here."), DOE),
        Quote(Kind.DIRECT, ("Thank you for your time.",), MARSH),
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
    """Return an article as it comes from a page: its blocks are known."""
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
def test_a_post_belongs_to_its_author(reader: Reader, post: list[str]) -> None:
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


def test_turns_marked_by_the_page_need_no_pattern(reader: Reader) -> None:
    article = of_blocks(
        (PARAGRAPH, OPENING),
        (TURN, "Jane Doe: The port stays closed until the wind has dropped."),
        (TURN, "Interviewer: And who will pay for it?"),
        (TURN, "Peter Marsh: The town will."),
    )
    analysis, text = reader.read(article)
    assert [as_read(a, analysis, text) for a in analysis.attributions] == [
        Quote(Kind.DIRECT, ("The port stays closed until the wind has dropped.",), DOE),
        Quote(Kind.DIRECT, ("And who will pay for it?",), "Interviewer"),
        Quote(Kind.DIRECT, ("The town will.",), MARSH),
    ]


def test_boxes_and_times_are_not_speech(reader: Reader) -> None:
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
