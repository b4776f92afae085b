"""Rich text: what is left out of it, what moves, and what kind its paragraphs are."""

from __future__ import annotations

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import BlockKind
from tui.article.documents.draft import Refused, build_article
from tui.article.documents.rich_text import read_rtf

STYLES = r"{\stylesheet{\s0 Normal;}{\s7\b heading 1;}{\s8 heading 2;}{\s9 Quote;}{\*\cs3 Heading 1 Char;}}"


def texts(body: str) -> list[str]:
    draft = read_rtf(rf"{{\rtf1\ansi\ansicpg1252{STYLES}{body}}}".encode("latin-1"))
    return [each.text for each in draft.paragraphs]


def test_rich_text_has_its_paragraphs_and_curly_marks() -> None:
    document = made.rtf(1)
    assert [each.text for each in read_rtf(document.data).paragraphs] == document.paragraphs


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (r"It opened in {\deleted\revauthdel1 1931}{\revised 1937}.\par", ["It opened in 1937."]),
        (r"She {\v never }agreed.\par", ["She agreed."]),
        (r"She \v never \v0 agreed, \deleted not\plain and left.\par", ["She agreed, and left."]),
        (r"It said so{\super\chftn{\*\footnote\pard \chftn A note.}}.\par The end.\par",
            ["It said so.", "The end.", "A note."]),
        (r"One.{\*\atnid X}{\*\annotation Cut this}\par Two.\par", ["One.", "Two."]),
        (r"Above{\shp{\*\shpinst{\shptxt \pard In a box.\par}}{\shprslt Old box}}.\par Below.\par",
            ["Above.", "In a box.", "Below."]),
        (r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt a link}} here\par', ["a link here"]),
        (r"\trowd Ardle\cell 1,200 | 3\cell\row Wick\cell\cell\row", ["Ardle · 1,200 | 3", "Wick"]),
        (r"Seen {\pict\bin5 }}{{\x} here\par", ["Seen here"]),
        (r"It says \\pict or \\bin\par and goes on\par", ["It says \\pict or \\bin", "and goes on"]),
    ],
)  # fmt: skip
def test_what_is_left_out_and_what_moves(body: str, wanted: list[str]) -> None:
    assert texts(body) == wanted


def test_styles_say_what_a_paragraph_is() -> None:
    body = (
        r"\pard\s7 A title\par\pard\s8 Why\par\pard\s0 Words\par\pard\s9 Of others\par"
        r"\pard{\listtext\'b7\tab}\ls1 An item\par\pard\outlinelevel1 How\par\pard More words.\par"
    )
    draft = read_rtf(rf"{{\rtf1{STYLES}{body}}}".encode())
    assert [(each.text, each.kind) for each in draft.paragraphs] == [
        ("A title", BlockKind.HEADLINE),
        ("Why", BlockKind.SUBHEADING),
        ("Words", BlockKind.PARAGRAPH),
        ("Of others", BlockKind.BLOCK_QUOTE),
        ("An item", BlockKind.LIST_ITEM),
        ("How", BlockKind.SUBHEADING),
        ("More words.", BlockKind.PARAGRAPH),
    ]
    assert draft.title == "A title"


@pytest.mark.parametrize("data", [b"nothing", rb"{\rtf1{{{", rb"{\rtf1}}}}x", rb"{\rtf1\bin99999999999 x"])
def test_damage_is_refused_or_read_as_far_as_it_goes(data: bytes) -> None:
    try:
        draft = read_rtf(data)
    except Refused:
        return
    assert [each.text for each in draft.paragraphs] in ([], ["x"])


@pytest.mark.parametrize(("above", "is_title"), [(0, True), (1, True), (2, False)])
def test_a_heading_below_the_text_is_no_title(above: int, is_title: bool) -> None:
    prose = (
        "The ferry had been late since the morning, and those who waited at the old quay said that they knew why. "
        * 2
    )
    body = rf"\pard {prose}\par" * above + rf"\pard\s7 On deck\par\pard {prose}\par"
    article = build_article(read_rtf(rf"{{\rtf1\ansi{STYLES}{body}}}".encode()), "a.rtf")
    assert article.title == ("On deck" if is_title else None)
    kinds = {block.span.of(article.text): block.kind for block in article.blocks}
    assert kinds["On deck"] is (BlockKind.HEADLINE if is_title else BlockKind.SUBHEADING)
