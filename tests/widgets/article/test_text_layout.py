"""Where each character stands, at any width, with only the neighbourhood wrapped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.widgets.articles import article, long_article
from tui.article.article import Article, Block, BlockKind
from tui.article.sanitising import displayable
from tui.article.spans import Span
from tui.widgets.article.flow import LONGEST_PIECE, Flow
from tui.widgets.article.text_layout import TAIL, LaidOutLine, TextLayout, TextPosition

KINDS = list(BlockKind)
words = st.text(alphabet="ab .-—’日本é👩\u200d👧\u0301\n\t\u2028\x1b\u202e", min_size=1, max_size=90).filter(
    lambda t: t.strip() != ""
)
articles = st.lists(st.tuples(st.sampled_from(KINDS), words), min_size=1, max_size=12).map(
    lambda parts: article(*parts)
)
widths = st.integers(1, 72)


def rows(layout: TextLayout) -> list[tuple[TextPosition, LaidOutLine | None]]:
    """Return every row, all of them measured."""
    layout.measure(TextPosition(0, 0), 0, 10**9)
    places = [layout.place(row) for row in range(layout.height - TAIL)]
    return [(place, layout.line_at(place)) for place in places]


def drawn(layout: TextLayout) -> list[str]:
    """Return the rows as they look, blank ones as ""."""
    out = []
    for place, line in rows(layout):
        if line is None:
            out.append("")
        else:
            text, _ = layout.drawn(place.piece, line)
            out.append(line.bullet.rjust(line.column) + text if line.bullet else " " * line.column + text)
    return out


@given(articles, widths)
def test_every_character_is_drawn_once_and_in_order(of: Article, width: int) -> None:
    layout = TextLayout(Flow(of), width)
    offsets: list[int] = []
    seen = ""
    for place, line in rows(layout):
        if line is not None:
            text, at = layout.drawn(place.piece, line)
            assert len(at) == len(text) + 1
            offsets.extend(at[:-1])
            seen += "".join(text.split())
    assert offsets == sorted(set(offsets))
    expected = "".join(displayable(block.span.of(of.text)) for block in of.blocks)
    assert seen == "".join(expected.split())


@given(articles, st.integers(24, 72))
def test_no_row_is_wider_than_the_column(of: Article, width: int) -> None:
    assert all(cell_len(row) <= width for row in drawn(TextLayout(Flow(of), width)))


@given(articles, widths)
def test_offsets_and_rows_map_both_ways(of: Article, width: int) -> None:
    layout = TextLayout(Flow(of), width)
    for number, (place, line) in enumerate(rows(layout)):
        assert layout.row(place) == number
        if line is not None:
            for offset in range(line.start, line.end):
                assert layout.find(offset) == place
                assert layout.grapheme(offset).contains(Span(offset, offset + 1))
            assert layout.first_offset(place) == line.start


@given(articles, widths, widths)
def test_what_is_found_at_one_width_is_found_at_another(of: Article, one: int, other: int) -> None:
    first, second = TextLayout(Flow(of), one), TextLayout(Flow(of), other)
    for _, line in rows(first):
        if line is not None:
            at = line.start  # blanks before a word may stand in no line of a narrow column
            while at < line.end - 1 and of.text[at].isspace():
                at += 1
            there = second.line_at(second.find(at))
            assert there is not None
            assert there.start <= at < there.end


@given(articles, widths, st.integers(2, 20))
def test_what_is_measured_late_has_the_same_lines(of: Article, width: int, height: int) -> None:
    whole = rows(TextLayout(Flow(of), width))
    layout = TextLayout(Flow(of), width)
    top = layout.end(height)
    seen = [layout.line_at(layout.place(layout.row(top) + y)) for y in range(height - TAIL)]
    assert seen == [line for _, line in whole[-(height - TAIL) :]] or len(whole) < height


def test_estimates_never_move_what_is_measured() -> None:
    layout = TextLayout(Flow(long_article()), 30)
    place = layout.find(long_article().text.index("Number30"))
    layout.measure(place, 20, 20)
    rows_around = [layout.line_at(layout.place(layout.row(place) + y)) for y in range(-20, 20)]
    layout.measure(TextPosition(0, 0), 0, 10**6)
    assert [layout.line_at(layout.place(layout.row(place) + y)) for y in range(-20, 20)] == rows_around


def test_only_what_was_asked_for_is_wrapped() -> None:
    of = long_article(2_000)
    layout = TextLayout(Flow(of), 60)
    layout.find(len(of.text) // 2)
    layout.measure(layout.find(len(of.text) // 2), 50, 50)
    layout.end(50)
    assert layout.measured < 60


def test_the_visible_characters() -> None:
    of = article("One two three four five six seven.", "Another paragraph here.")
    layout = TextLayout(Flow(of), 20)
    assert layout.visible(TextPosition(0, 0), 3) == Span(0, len("One two three four five six seven."))
    assert layout.visible(TextPosition(0, 2), 2).of(of.text) == "five six seven."
    assert layout.visible(TextPosition(0, 0), 100) == Span(0, len(of.text))
    assert TextLayout(Flow(Article("", "empty")), 20).visible(TextPosition(0, 0), 10) == Span(0, 0)


def test_an_article_without_text_can_be_asked_anything() -> None:
    layout = TextLayout(Flow(Article("", "empty")), 20)
    assert layout.find(5) == TextPosition(0, 0)
    assert layout.line_at(TextPosition(0, 3)) is None
    assert layout.end(10) == TextPosition(0, 0)
    assert layout.first_offset(TextPosition(0, 0)) == 0


def test_paragraphs_are_a_blank_row_apart_and_subheadings_two() -> None:
    of = article("One.", "Two.", (BlockKind.SUBHEADING, "Three"), "Four.")
    assert drawn(TextLayout(Flow(of), 20)) == ["", "One.", "", "Two.", "", "", "Three", "", "Four."]


def test_lists_hang_and_keep_together() -> None:
    of = article((BlockKind.LIST_ITEM, "apples and pears"), (BlockKind.LIST_ITEM, "plums"))
    assert drawn(TextLayout(Flow(of), 12)) == ["", "• apples and", "  pears", "• plums"]


def test_a_list_that_brings_its_own_marks_gets_no_others() -> None:
    of = article((BlockKind.LIST_ITEM, "- apples and pears"), (BlockKind.LIST_ITEM, "12. plums and cherries"))
    assert drawn(TextLayout(Flow(of), 14)) == ["", "- apples and", "  pears", "12. plums and", "    cherries"]


def test_a_list_of_links_has_a_heading_and_items() -> None:
    of = article((BlockKind.LINK_LIST, "Read more:\nOne thing here\r\nAnother thing"))
    assert drawn(TextLayout(Flow(of), 12)) == [
        "",
        "Read more:",
        "· One thing",
        "  here",
        "· Another",
        "  thing",
    ]


def test_block_quotes_are_indented() -> None:
    of = article((BlockKind.BLOCK_QUOTE, "so it was said by him"))
    assert drawn(TextLayout(Flow(of), 40)) == ["", "    so it was said by him"]


def test_a_quoted_mail_shows_its_words_and_not_its_marks() -> None:
    of = article((BlockKind.BLOCK_QUOTE, "> so it was\n>> said 2 > 1\r\n> there"), "a > b")
    assert drawn(TextLayout(Flow(of), 40)) == ["", "    so it was said 2 > 1 there", "", "a > b"]


def test_lines_wrapped_by_hand_flow() -> None:
    of = article("One two\nthree\r\n   four")
    assert drawn(TextLayout(Flow(of), 40)) == ["", "One two three four"]


def test_a_giant_block_is_cut_after_sentences() -> None:
    sentence = "This is one of very many sentences. "
    text = (sentence * 3_000).strip()
    flow = Flow(Article(text, "giant", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))
    assert len(flow) > 10
    assert all(end - start <= LONGEST_PIECE for start, end in zip(flow.starts, flow.ends, strict=True))
    assert all(flow.text[start:].startswith("This is") for start in flow.starts)
    assert set(flow.gaps) == {0, 1}
    layout = TextLayout(flow, 60)
    last = layout.line_at(layout.find(len(text) - 1))
    assert last is not None
    assert last.end == len(text)


def test_two_million_characters_without_a_space_are_cut_too() -> None:
    text = "x" * 2_000_000
    flow = Flow(Article(text, "giant", (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))
    layout = TextLayout(flow, 50)
    assert layout.visible(layout.end(10), 10).end == len(text)
    assert layout.measured < 5


def test_two_million_spaces_in_a_list_of_links_take_no_time() -> None:
    text = "Read more:\n" + " " * 2_000_000 + "\nOne"
    flow = Flow(Article(text, "giant", (Block(BlockKind.LINK_LIST, Span(0, len(text))),)))
    assert drawn(TextLayout(flow, 20)) == ["", "Read more:", "· One"]
