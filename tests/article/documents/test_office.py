"""Word documents, OpenDocument texts and rich text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import BlockKind
from tui.article.documents.draft import Draft, Refused, build_article
from tui.article.documents.office import read_docx, read_odt
from tui.article.documents.rich_text import read_rtf
from tui.article.source_kind import SourceKind, source_kind

OFFICE = Path(__file__).parent / "office"


def texts(draft: Draft) -> list[str]:
    return [each.text.replace(" · ", " ") for each in draft.paragraphs]


def test_a_word_document_has_headings_lists_quotations_and_rows() -> None:
    document = made.docx(1)
    draft = read_docx(document.data)
    assert texts(draft) == document.paragraphs
    kinds = {each.text: each.kind for each in draft.paragraphs}
    assert kinds["First item of a list"] is BlockKind.LIST_ITEM
    assert kinds["Words that somebody else wrote"] is BlockKind.BLOCK_QUOTE
    article = build_article(draft, "a.docx")
    assert article.title == "Port of Lowhaven to close"
    assert [b.kind for b in article.blocks[:3]] == [
        BlockKind.HEADLINE,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
    ]


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word document with this body and these other parts."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="1" '
            f'Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        named = "".join(
            f'<Relationship Id="{name}" Type="{relation}/{name}" Target="{name}.xml"/>' for name in parts
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{named}</Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {word}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {word}>{content}</w:{name}>")
    return out.getvalue()


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def test_deletions_and_comments_are_left_out_and_footnotes_stand_at_the_end() -> None:
    deleted = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('gladly ')}</w:ins>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    data = word_file(
        f"<w:p>{run('She ')}{deleted}{inserted}{run('agreed.')}{note}{comment}</w:p><w:p>{run('The end.')}</w:p>",
        footnotes=f'<w:footnote w:id="2"><w:p>{run("Source: the port.")}</w:p></w:footnote>',
        comments=f'<w:comment w:id="0"><w:p>{run("Cut this")}</w:p></w:comment>',
    )
    found = texts(read_docx(data))
    assert found[0] == "She gladly agreed."
    assert found[-1] == "Source: the port."
    assert "never" not in " ".join(found)
    assert "Cut this" not in " ".join(found)


def test_hidden_words_go_and_a_text_box_that_only_new_programs_know_stays() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not to be seen</w:t></w:r>"
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>to be seen</w:t></w:r>"
    box = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape">{box}</wps:txbx></mc:Choice>%s</mc:AlternateContent></w:r>'
    )
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    older = f"<mc:Fallback><w:pict><v:textbox {vml}>{box}</v:textbox></w:pict></mc:Fallback>"
    for fallback in ("", "<mc:Fallback><w:pict/></mc:Fallback>", older):
        data = word_file(f"<w:p>{run('Words, ')}{hidden}{shown}{shape % fallback}</w:p>")
        assert texts(read_docx(data)) == ["Words, to be seen", "In a box."]


def opendocument(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text with this body and these automatic styles."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in (("o", "office"), ("t", "text"), ("s", "style"), ("d", "drawing"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "content.xml",
            f"<o:document-content{names}><o:automatic-styles>{styles}</o:automatic-styles>"
            f"<o:body><o:text>{body}</o:text></o:body></o:document-content>",
        )
    return out.getvalue()


def test_a_box_that_hangs_on_a_paragraph_comes_once_and_hidden_words_not() -> None:
    style = '<s:style s:name="T1" s:family="text"><s:text-properties t:display="none"/></s:style>'
    box = "<d:custom-shape><t:p>In a box.</t:p></d:custom-shape>"
    data = opendocument(f'<t:p>Words{box} here<t:span t:style-name="T1"> hidden</t:span>.</t:p>', style)
    assert texts(read_odt(data)) == ["Words here.", "In a box."]


def test_an_opendocument_text_has_notes_at_the_end_and_no_comments() -> None:
    document = made.odt(1)
    assert texts(read_odt(document.data)) == document.paragraphs


def test_a_letter_laid_out_in_a_table_has_paragraphs_and_a_table_of_figures_rows() -> None:
    import docx

    document = docx.Document()
    letter = document.add_table(rows=1, cols=2)
    letter.cell(0, 0).text = "Port of Lowhaven"
    body = letter.cell(0, 1)
    body.text = (
        "The port of Lowhaven will close for the winter, the harbour master told the council on Monday."
    )
    body.add_paragraph("“The wall is broken,” said Anna Holt.")
    figures = document.add_table(rows=1, cols=3)
    for n, text in enumerate(("2025", "1,204", "44,100 tonnes")):
        figures.cell(0, n).text = text
    out = io.BytesIO()
    document.save(out)
    found = [each.text for each in read_docx(out.getvalue()).paragraphs]
    assert found == [
        "Port of Lowhaven", body.paragraphs[0].text, body.paragraphs[1].text, "2025 · 1,204 · 44,100 tonnes"
    ]  # fmt: skip


def test_libreoffices_styles_by_hand_and_rows_are_known() -> None:
    found = {each.text: each.kind for each in read_odt((OFFICE / "report.odt").read_bytes()).paragraphs}
    assert found["Words that somebody else wrote"] is BlockKind.BLOCK_QUOTE
    assert found["First item of a list"] is BlockKind.LIST_ITEM
    assert "Year · Ships" in found
    assert "2024 · 310" in found


@pytest.mark.parametrize(
    ("name", "reader"), [("report.docx", read_docx), ("report.odt", read_odt), ("report.rtf", read_rtf)]
)
def test_what_an_office_program_saved_is_read_whole(name: str, reader: Callable[[bytes], Draft]) -> None:
    found = " ".join(texts(reader((OFFICE / name).read_bytes())))
    assert "Port of Lowhaven to close" in found
    assert "confirmed that nobody had been consulted" in found
    assert "\\" not in found


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 130_000_000)
        archive.writestr("content.xml", b"<a>" + b" " * 130_000_000)
    return out.getvalue()


@pytest.mark.parametrize("reader", [read_docx, read_odt])
def test_a_bomb_and_damage_are_refused(reader: Callable[[bytes], Draft]) -> None:
    with pytest.raises(Refused, match="more than a document"):
        reader(bomb())
    for data in (b"PK\x03\x04 nothing", made.docx(1).data[:2_000], word_file("<w:p><")[:-40]):
        with pytest.raises(Refused):
            reader(data)


def test_entities_that_a_document_declares_are_not_expanded() -> None:
    out = io.BytesIO()
    office = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "content.xml",
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "lol">]>'
            f'<o:document-content xmlns:o="{office}:office:1.0" xmlns:t="{office}:text:1.0"><o:body><o:text>'
            "<t:p>Words &a; and &b; more.</t:p></o:text></o:body></o:document-content>",
        )
    found = " ".join(texts(read_odt(out.getvalue())))
    assert "root" not in found
    assert "lol" not in found
    assert found.startswith("Words")


def in_word(lines: list[str]) -> Draft:
    return read_docx(word_file(f"<w:p>{'<w:r><w:br/></w:r>'.join(map(run, lines))}</w:p>"))


def in_opendocument(lines: list[str]) -> Draft:
    return read_odt(opendocument(f"<t:p>{'<t:line-break/>'.join(lines)}</t:p>"))


WRAPPED = [
    "The port closes on Monday, the council said, and it will",
    "open in the spring, when the wall is built anew.",
]


@pytest.mark.parametrize("read", [in_word, in_opendocument])
@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Q: Does it close?", "A: It does."], ["Q: Does it close?", "A: It does."]),
        (["The port closes.", "", "Nobody may sail."], ["The port closes.", "Nobody may sail."]),
        (["The port closes on", "Monday."], ["The port closes on Monday."]),
        (WRAPPED, [" ".join(WRAPPED)]),
    ],
    ids=["turns", "an empty line", "a sentence", "wrapped"],
)
def test_lines_broken_by_hand_are_paragraphs_unless_a_sentence_goes_on(
    read: Callable[[list[str]], Draft], lines: list[str], wanted: list[str]
) -> None:
    assert texts(read(lines)) == wanted


def test_a_heading_and_a_cell_of_two_lines_are_one() -> None:
    cells = "".join(
        f"<b:table-cell><t:p>{words}</t:p></b:table-cell>" for words in ("Port<t:line-break/>of call", "7")
    )
    table = f'<b:table-row xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0">{cells}</b:table-row>'
    data = opendocument(f"<t:h>Port of Lowhaven<t:line-break/>to close</t:h>{table}")
    assert texts(read_odt(data)) == ["Port of Lowhaven to close", "Port of call 7"]


def test_a_document_with_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "EncryptedPackage".encode("utf-16-le")
    assert source_kind(data) is SourceKind.DOCX
    with pytest.raises(Refused, match="is encrypted"):
        read_docx(data)
