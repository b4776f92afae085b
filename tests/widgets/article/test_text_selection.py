"""Clean text of a selection, and its growth by units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.articles import article, span
from tui.article.article import Article, BlockKind
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.widgets.article.flow import Flow
from tui.widgets.article.text_layout import TextLayout
from tui.widgets.article.text_selection import UNITS, TextSelection, clean_text, unit_at

TEXT = article(
    "Mr. Peskov spoke. “It’s over,” he said! Then he left.",
    "A well-known\n  second   paragraph.",
    (BlockKind.LIST_ITEM, "one"),
    (BlockKind.LIST_ITEM, "two"),
    (BlockKind.LINK_LIST, "Read more:\nFirst link\nSecond link"),
)
FLOW = Flow(TEXT)
texts = st.lists(
    st.text(alphabet="ab .!”\n\t\u2028\x1b\u202e日", min_size=1, max_size=40), min_size=1, max_size=5
)


def copied(of: Article, first: str, last: str) -> str:
    return clean_text(of, Flow(of), Span(span(of, first).start, span(of, last).end))


def test_white_space_inside_a_paragraph_becomes_one_space() -> None:
    assert copied(TEXT, "A well", "paragraph.") == "A well-known second paragraph."


def test_paragraphs_are_a_blank_line_apart_and_lists_a_line_end() -> None:
    whole = clean_text(TEXT, FLOW, Span(0, len(TEXT.text)))
    assert whole == (
        "Mr. Peskov spoke. “It’s over,” he said! Then he left.\n\nA well-known second paragraph.\n\n"
        "one\ntwo\n\nRead more:\nFirst link\nSecond link"
    )


def test_a_selection_of_space_between_paragraphs_copies_nothing() -> None:
    end = span(TEXT, "left.").end
    assert clean_text(TEXT, FLOW, Span(end, end + 2)) == ""
    assert clean_text(TEXT, FLOW, Span(end - 5, end + 2)) == "left."


def test_odd_line_separators_and_escapes_are_not_copied_as_they_are() -> None:
    of = article("one\u2028two\u0085three \x1b[31mred\u202e end")
    assert copied(of, "one", "end") == "one two three ␛[31mred end"


def test_the_marks_of_a_quoted_mail_are_not_copied() -> None:
    of = article((BlockKind.BLOCK_QUOTE, "> so it was\n> said"))
    assert copied(of, "> so", "said") == "so it was said"


def test_a_giant_paragraph_is_copied_as_one() -> None:
    of = article("A sentence here. " * 2_000)
    assert copied(of, "A sent", "A sent") == "A sent"
    assert clean_text(of, Flow(of), Span(0, len(of.text))) == of.text.strip()


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_nothing_unprintable_and_no_hard_break_is_copied(parts: list[str], start: int, length: int) -> None:
    parts = [part for part in parts if part.strip()] or ["a"]
    of = article(*parts)
    text = clean_text(of, Flow(of), Span(start, start + length))
    assert all(char.isprintable() or char == "\n" for char in text)
    assert all(part == part.strip() and "\n" not in part for part in text.split("\n\n"))
    assert "  " not in text


def test_units_at_an_offset() -> None:
    said = span(TEXT, "said").start
    assert unit_at(FLOW, "word", said + 1).of(TEXT.text) == "said"
    assert unit_at(FLOW, "word", said + 4).of(TEXT.text) == "!"
    assert unit_at(FLOW, "sentence", 3).of(TEXT.text) == "Mr. Peskov spoke."
    assert unit_at(FLOW, "sentence", said).of(TEXT.text) == "“It’s over,” he said!"
    assert (
        unit_at(FLOW, "paragraph", said).of(TEXT.text)
        == "Mr. Peskov spoke. “It’s over,” he said! Then he left."
    )
    assert unit_at(FLOW, "word", span(TEXT, "well").start).of(TEXT.text) == "well-known"
    assert unit_at(FLOW, "word", len(TEXT.text) + 5).of(TEXT.text) == "link"
    assert unit_at(Flow(Article("", "")), "word", 0) == Span(0, 0)


def test_growing_and_shrinking_by_units() -> None:
    began = unit_at(FLOW, "word", span(TEXT, "over").start)
    selecting = TextSelection(began, began.end)

    def moved(*steps: tuple[str, int]) -> str:
        now = selecting
        for unit, direction in steps:
            now = now.extended(FLOW, unit, direction)
        return now.span.of(TEXT.text)

    assert moved() == "over"
    assert moved(("sentence", 1)) == "over,” he said!"
    assert moved(("sentence", 1), ("word", -1)) == "over,” he said"
    assert moved(("sentence", 1), ("sentence", 1), ("paragraph", 1)).endswith("second   paragraph.")
    assert moved(("sentence", 1), ("sentence", -1)) == "over"
    assert moved(("word", -1)) == "It’s over"
    assert moved(("sentence", -1)) == "“It’s over"
    assert moved(("sentence", -1), ("sentence", -1)) == "Mr. Peskov spoke. “It’s over"
    assert moved(("paragraph", -1), ("paragraph", 1)) == "over"
    assert moved(("character", 1)) == "over,"


@given(
    texts,
    st.lists(st.tuples(st.sampled_from(UNITS), st.sampled_from((1, -1))), max_size=12),
    st.integers(0, 80),
)
def test_what_a_selection_began_with_stays_in_it(
    parts: list[str], steps: list[tuple[str, int]], at: int
) -> None:
    parts = [part for part in parts if part.strip()] or ["a"]
    of = article(*parts)
    flow = Flow(of)
    began = unit_at(flow, "word", at)
    selecting = TextSelection(began, began.end)
    for unit, direction in steps:
        before = selecting.head
        selecting = selecting.extended(flow, unit, direction)
        assert selecting.span.contains(began)
        assert (selecting.head - before) * direction >= 0 or began.start <= selecting.head <= began.end
        assert 0 <= selecting.span.start <= selecting.span.end <= len(of.text)


MARKED = from_bytes(
    b"# A **bold** day\n\nIt is [the *big*\nplan](https://a.example/x_(y)), AT&amp;T said.\n\n"
    b"| Town | Share |\n|--|--:|\n| Rome | **52** |\n| Ely | 7 |\n\n"
    b"```\n  if x:\n    y = **z**\n```\n\n> one\n> *two*\n",
    "a.md",
)


def test_marks_of_markdown_are_not_copied() -> None:
    assert clean_text(MARKED, Flow(MARKED), Span(0, len(MARKED.text))) == (
        "A bold day\n\nIt is the big plan, AT&T said.\n\nTown │ Share\nRome │ 52\nEly │ 7\n\n"
        "  if x:\n    y = **z**\n\none two"
    )


def test_words_of_markdown_are_selected_without_their_marks() -> None:
    flow, text = Flow(MARKED), MARKED.text
    assert unit_at(flow, "word", text.index("**bold")).of(text) == "bold"
    word = unit_at(flow, "word", text.index("big"))
    one = TextSelection(word, word.end).extended(flow, "word", 1)
    assert clean_text(MARKED, flow, one.span) == "big plan"
    assert clean_text(MARKED, flow, one.extended(flow, "word", 1).span) == "big plan,"


def test_every_character_on_the_screen_is_found_where_it_stands() -> None:
    layout = TextLayout(Flow(MARKED), 24)
    for row in range(layout.height):
        line = layout.line_at(place := layout.place(row))
        if line is None:
            continue
        drawn, places = layout.drawn(place.piece, line)
        assert len(places) == len(drawn) + 1
        assert layout.find(line.start) == place
        for char, at in zip(drawn, places, strict=False):
            assert layout.find(at) == place
            if char.isalnum():
                assert MARKED.text[at] == char


def test_words_are_words() -> None:
    text = "The U.S. didn’t pay 3.5% to state-owned AT&T, Mr. J. Doe said at 10:30 a.m. on $1,000.50."
    of = article(text)
    flow, found, at = Flow(of), [], 0
    while (word := unit_at(flow, "word", at)).end > at:
        found.append(word.of(of.text))
        at = word.end
    assert found == [
        *("The", "U.S.", "didn’t", "pay", "3.5%", "to", "state-owned", "AT&T", ",", "Mr.", "J.", "Doe"),
        *("said", "at", "10:30", "a.m.", "on", "$1,000.50", "."),
    ]


def test_the_ends_are_swapped_and_swapped_back() -> None:
    of = article("One two three four five.")
    flow = Flow(of)
    word = unit_at(flow, "word", 4)
    two = TextSelection(word, word.end).extended(flow, "word", 1)
    back = two.swapped(flow)
    assert back.span == two.span
    assert back.extended(flow, "word", -1).span.of(of.text) == "One two three"
    assert back.extended(flow, "word", 1).span.of(of.text) == "three"
    assert back.extended(flow, "word", -1).swapped(flow).extended(flow, "word", 1).span.of(of.text) == (
        "One two three four"
    )
    assert back.swapped(flow).span == two.span
