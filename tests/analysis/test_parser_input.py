"""The parser's input keeps the article's offsets, in pieces of bounded size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.parser_input import LONGEST, parsable, readable, split_long_blocks
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks

SENTENCE = "The ferry stays in port until the wind has turned. "


def article(text: str) -> Article:
    return Article(text, "x", find_blocks(text))


@given(st.lists(st.sampled_from([SENTENCE, "“No”", ' "so" ', "x" * 700, " ", "¿"]), max_size=60).map("".join))
def test_long_blocks_are_cut_and_nothing_is_lost(text: str) -> None:
    before, after = article(text * 4), split_long_blocks(article(text * 4))
    last = 0
    for block in after.blocks:
        assert 0 < block.span.end - block.span.start <= LONGEST
        assert not after.text[last : block.span.start].strip()
        assert block.span.of(after.text) == block.span.of(after.text).strip()
        last = block.span.end
    assert not after.text[last:].strip()
    assert before.text == after.text


def test_a_cut_falls_between_sentences_and_outside_quotation_marks() -> None:
    text = SENTENCE * 60 + "“" + SENTENCE * 30 + "” she said. " + SENTENCE * 60
    blocks = split_long_blocks(article(text)).blocks
    assert len(blocks) > 1
    for block in blocks:
        words = block.span.of(text)
        assert words.endswith(".")
        assert words.count("“") == words.count("”")


def test_short_blocks_and_link_lists_stay_as_they_are() -> None:
    short = article(SENTENCE)
    assert split_long_blocks(short) is short
    links = Block(BlockKind.LINK_LIST, Span(0, 9000))
    assert split_long_blocks(Article("x" * 9000, "x", (links,))).blocks == (links,)


@given(st.text(), st.sampled_from(BlockKind))
def test_readable_keeps_every_offset(text: str, kind: BlockKind) -> None:
    words = readable("ab" + text + "cd", Block(kind, Span(2, 2 + len(text))))
    assert len(words) == len(text)
    assert not set(words) & set("\n\r\t\xa0\x1b\u2009\u2028\u3000")


def test_the_marks_of_a_block_quote_are_not_read() -> None:
    text = "> We stay.\n> > We wait, said A > B."
    assert (
        readable(text, Block(BlockKind.BLOCK_QUOTE, Span(0, len(text))))
        == "  We stay.     We wait, said A > B."
    )


def test_runs_of_signs_are_not_read() -> None:
    text = f"He said {'[' * 200}so{')' * 200}. {'-' * 40}"
    words = readable(text, Block(BlockKind.PARAGRAPH, Span(0, len(text))))
    assert len(words) == len(text)
    assert words.split() == ["He", "said", "so", "-" * 40]


@given(st.lists(st.sampled_from(["a", "b", " ", "\u00ad", "\x83", ".", "\u2060"]), max_size=30).map("".join))
def test_offsets_of_characters_left_out_are_returned(text: str) -> None:
    words, left_out = parsable("ab " + text + "cd", Block(BlockKind.PARAGRAPH, Span(3, 3 + len(text))))
    assert len(words) + len(left_out) == len(text)
    assert all(text[i] in "\u00ad\x83\u2060" for i in left_out)
    there = [c for i, c in enumerate(text) if i not in set(left_out)]
    assert all(a == b for a, b in zip(words, there, strict=True) if b.isalpha())


def test_a_soft_hyphen_inside_a_word_is_left_out_and_no_other() -> None:
    text = "har\u00adbour \u00ad so"
    words, left_out = parsable(text, Block(BlockKind.PARAGRAPH, Span(0, len(text))))
    assert (words, left_out) == ("harbour - so", [3])


def test_a_terminal_s_escape_sequence_is_no_word() -> None:
    text = "Doe wrote to us. \x1b[2J“We will not go,” she said. \x1b[31mNobody[2] pays [2J."
    words, left_out = parsable(text, Block(BlockKind.PARAGRAPH, Span(0, len(text))))
    assert words == "Doe wrote to us. “We will not go,” she said. Nobody pays [2J."
    assert len(words) + len(left_out) == len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("(CNN)Tom Reed won.", "Tom Reed won."),
        ("LEEDS (CNN)Tom Reed won.", "LEEDS. Tom Reed won."),
        ("New York (CNN Business)The bank won.", "New York. The bank won."),
        ("Bonn, Germany (CNN) — Tom Reed won.", "Bonn, Germany. Tom Reed won."),
        ("LEEDS, Dec 1 (Reuters) - The bank won.", "LEEDS, Dec 1. The bank won."),
        ("LEEDS — The bank won.", "LEEDS. The bank won."),
        ("LEEDS, Dec 1 - The bank won.", "LEEDS. The bank won."),
        ("SAN JUAN, Puerto Rico - The bank won.", "SAN JUAN, Puerto Rico. The bank won."),
        ("NATO — the alliance — won.", "NATO — the alliance — won."),
        ("Anna Holt — Leeds — won.", "Anna Holt — Leeds — won."),
        ("The Harbour Trust (HT) Chief Tom Reed won.", "The Harbour Trust (HT) Chief Tom Reed won."),
        ("(CNN) Tom Reed won.", "(CNN) Tom Reed won."),
        ("The Harbour Trust (HT) won. f(AB)C", "The Harbour Trust (HT) won. f(AB)C"),
    ],
)
def test_a_dateline_is_a_sentence_without_its_outlet(text: str, read: str) -> None:
    words, left_out = parsable(text, Block(BlockKind.PARAGRAPH, Span(0, len(text))))
    assert words == read
    assert len(words) + len(left_out) == len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The port is shut.-“We wait,” Doe said.", "The port is shut. “We wait,” Doe said."),
        (
            "It closed in May.- The union sued.-- On Monday it won.",
            "It closed in May.  The union sued.   On Monday it won.",
        ),
        ("“We wait.”- Jane Doe said so.", "“We wait.”  Jane Doe said so."),
        # what the dash belongs to
        ("Lt.-Gen. Doe left for St.-Denis.", "Lt.-Gen. Doe left for St.-Denis."),
        ("A U.S.-Mexico road, 3.-4 miles long.", "A U.S.-Mexico road, 3.-4 miles long."),
        ("“We wait.”- Jane Doe, a baker", "“We wait.”- Jane Doe, a baker"),
    ],
)
def test_a_dash_between_two_sentences_is_a_blank(text: str, read: str) -> None:
    assert readable(text, Block(BlockKind.PARAGRAPH, Span(0, len(text)))) == read
