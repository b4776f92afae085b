"""tui.analysis.attribution.signatures, in attributions and by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.attribution.laid_out import BODY, found, said
from tui.analysis.analysis import Kind
from tui.analysis.attribution import signatures
from tui.article.article import Block, BlockKind
from tui.article.spans import Span


@pytest.mark.parametrize("dash", ["—", "–", "-", "--", "―"])
def test_a_dash_and_a_name_after_the_quotation(dash: str) -> None:
    text = f"“The river took everything we had, and then it took the road.” {dash} Ada Quill, farmer"
    assert said(text) == [
        ("Ada Quill", dash, "“The river took everything we had, and then it took the road.”")
    ]
    assert found(text)[0].kind is Kind.DIRECT


def test_a_dash_and_a_name_on_a_line_of_its_own() -> None:
    text = f"{BODY}\n\n“We lost the lot. All of it.”\n\n― Lena Marsh, reader from Leeds\n\n{BODY}"
    assert said(text) == [("Lena Marsh", "―", "“We lost the lot. All of it.”")]


@pytest.mark.parametrize(
    ("line", "name"),
    [("— Lena Marsh.", "Lena Marsh"), ("- Marsh.", "Marsh"), ("– Lena Marsh Jr.", "Lena Marsh Jr.")],
)
def test_the_full_stop_after_a_signature_is_not_part_of_the_name(line: str, name: str) -> None:
    text = f"{BODY}\n“We lost the lot. All of it.”\n{line}"
    assert [source for source, _, _ in said(text, *(BlockKind.PARAGRAPH,) * 3)] == [name]


@pytest.mark.parametrize(
    "line",
    [
        "Former Rovers defender Lena Marsh on Radio Wardle",
        "finance expert Lena Marsh",
        "the club’s former goalkeeper Lena Marsh, 57",
    ],
)
def test_what_somebody_is_may_stand_before_the_name(line: str) -> None:
    text = f"“Selling Quill is like selling the roof in November” – {line}"
    assert [source for source, _, _ in said(text)] == ["Lena Marsh"]


def test_a_pull_quote_that_closes_after_its_speaker() -> None:
    text = f'{BODY}\n"We lost the lot. All of it.\nLena Marsh, farmer."\n{BODY}'
    (attribution,) = found(text, *(BlockKind.PARAGRAPH,) * 4)
    assert attribution.source[0].of(text) == "Lena Marsh"
    assert attribution.content[0].of(text) == '"We lost the lot. All of it.'
    assert attribution.probability < 0.5


def test_a_signature_under_a_block_quote_without_marks() -> None:
    text = "> We lost the lot.\n> And nobody came.\n\n— Lena Marsh"
    (attribution,) = found(text)
    assert attribution.source[0].of(text) == "Lena Marsh"
    assert "We lost the lot." in attribution.content[0].of(text)
    assert attribution.kind is Kind.INDIRECT


def test_a_signature_under_a_run_of_re_opened_marks_takes_all_of_it() -> None:
    text = "“We lost the lot.\n“And nobody came.”\n— Lena Marsh"
    kinds = (BlockKind.PARAGRAPH,) * 3
    assert said(text, *kinds) == [("Lena Marsh", "—", "“We lost the lot.\n“And nobody came.”")]


@pytest.mark.parametrize(
    "text",
    [
        "“The lot,” she said — Ada Quill had left by then.",
        "He called it “the lot” – London had heard worse.",
        f"{BODY}\n\n— Ada Quill",
        "- Milk\n- Bread\n- Ada Quill",
        "“We lost the lot,” she said.\n\nAda Quill left.",
        "“We lost the lot in November” – so went the year at Rovers",
        "“We lost the lot in November” – a song for Ada Quill",
    ],
)
def test_other_dashes_and_names_are_not_signatures(text: str) -> None:
    assert said(text) == []


def test_a_tweet_and_its_author() -> None:
    text = "Rents will fall. I mean it. #rents https://t.co/abc — Ada Quill (@adaquill) May 5, 2016"
    assert said(text) == [("Ada Quill (@adaquill)", "—", "Rents will fall. I mean it. #rents")]


def test_the_author_of_a_tweet_on_a_line_of_its_own() -> None:
    text = "Rents will fall. I mean it.\n— Ada Quill (@adaquill) May 5, 2016"
    kinds = (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    assert said(text, *kinds) == [("Ada Quill (@adaquill)", "—", "Rents will fall. I mean it.")]


LINE = "— Jane Doe"


class Counted(list[Block]):
    """Blocks that count how often one of them is asked for."""

    asked = 0

    def __getitem__(self, which: Any) -> Any:
        self.asked += 1
        return super().__getitem__(which)


def test_twice_the_block_quotes_are_twice_the_work() -> None:
    count = 2_000
    text = f"{LINE}\n" * count
    starts = range(0, len(text), len(LINE) + 1)
    blocks = Counted(Block(BlockKind.BLOCK_QUOTE, Span(at, at + len(LINE))) for at in starts)
    found = signatures.find(text, blocks, [])
    assert [signed.content[0] for signed in found] == [Span(0, blocks[n].span.end) for n in range(count - 1)]
    assert blocks.asked < 10 * count
