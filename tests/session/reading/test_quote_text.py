"""The words of a quote as they are shown and copied."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.analysis.analysis import Attribution, Kind, Stance
from tui.article.article import Article, Block, BlockKind
from tui.article.cleaning import clean
from tui.article.spans import Span
from tui.session.reading.quote_text import paragraphs, span_words, words, words_on_one_line

Q1, Q2, *_ = ANALYSIS.attributions


def quote(text: str, *pieces: str, blocks: tuple[Block, ...] = ()) -> tuple[Article, Attribution]:
    content = tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    return Article(text, "x", blocks), Attribution("q1", Kind.DIRECT, Stance.SPEECH, content)


def test_paragraphs_keep_their_reopened_marks_on_lines_of_their_own() -> None:
    assert words(ARTICLE, Q1) == "“We’ve waited ten years for this harbour.\n“I will not wait another ten.”"


def test_on_one_line_marks_come_in_pairs() -> None:
    assert (
        words_on_one_line(ARTICLE, Q1)
        == "“We’ve waited ten years for this harbour. I will not wait another ten.”"
    )


def test_straight_marks_reopened() -> None:
    article, said = quote('"One.\n"Two.\n"Three."', '"One.\n"Two.\n"Three."')
    assert words_on_one_line(article, said) == '"One. Two. Three."'
    assert words(article, said) == '"One.\n"Two.\n"Three."'


def test_a_mark_that_opens_a_new_quotation_stays() -> None:
    article, said = quote("“One.”\n“Two.”", "“One.”\n“Two.”")
    assert words_on_one_line(article, said) == "“One.” “Two.”"


def test_pieces_with_the_articles_words_between_them() -> None:
    assert (
        words(ARTICLE, Q2)
        == words_on_one_line(ARTICLE, Q2)
        == "“It is a gift to Norvik Shipping,” … “Nothing else.”"
    )


def test_pieces_with_nothing_between_them() -> None:
    article, said = quote("“One.”\n\n“Two.” “Three.”", "“One.”", "“Two.”", "“Three.”")
    assert words(article, said) == "“One.”\n“Two.” “Three.”"


def test_hard_line_ends_inside_a_paragraph_are_spaces() -> None:
    text = "“We go on\r\nand on,\nsaid he\n\n“and on.”"
    whole = Span(0, len(text))
    assert paragraphs(Article(text, "x"), whole) == ["“We go on and on, said he", "“and on.”"]
    in_one = Article(text, "x", (Block(BlockKind.PARAGRAPH, whole),))
    assert paragraphs(in_one, whole) == ["“We go on and on, said he “and on.”"]


def test_what_is_nobodys_words_between_paragraphs_is_left_out() -> None:
    text = "“One.\nRead more:\nOther story\n“Two.”"
    at = text.index("Read"), text.index("\n“Two")
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 5)),
        Block(BlockKind.LINK_LIST, Span(*at)),
        Block(BlockKind.PARAGRAPH, Span(at[1] + 1, len(text))),
    )
    article, said = quote(text, text, blocks=blocks)
    assert words(article, said) == "“One.\n“Two.”"


def test_cues_and_sources() -> None:
    article, _ = quote("he said, in Rome:", "he")
    assert span_words(article, (Span(3, 8), Span(12, 17))) == "said … Rome"
    assert span_words(article, ()) == ""


def test_clean() -> None:
    assert clean("a\u00a0b\u202ec\x1b[31md\x00\u200be\u2028f\x85g\x9b1m") == "a bc[31mde f g1m"
    assert clean("\ud800") == "\ufffd"
    assert clean("👩\u200d🚀 می\u200cخواهم") == "👩\u200d🚀 می\u200cخواهم"


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_hidden_and_nothing_that_controls_is_left(text: str) -> None:
    left = clean(text)
    assert left == clean(left)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in left)
    assert not any(
        unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for c in left
    )
    left.encode("utf-8")


marks = st.text(alphabet="“”\"'‘’«» ab\n\r\x85\u2028.\x1b", min_size=1, max_size=30)


@given(marks, st.data())
def test_any_content_has_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article(text, "x")
    said = Attribution("q1", Kind.DIRECT, Stance.SPEECH, (Span(start, end),))
    assert "\n" not in words_on_one_line(article, said)
    kept = [c for c in text[start:end] if not c.isspace() and c != "\x1b"]
    assert [c for c in words(article, said) if not c.isspace()] == kept
