"""Rules over documents: the text stands in each kind as its words, and as its markup."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from html import escape

from tests.article.documents import made_documents
from tests.fuzzing.text_rules import Rule, check
from tui.article.article_transport import unpacked
from tui.article.documents.document_worker import _answer

QUOTE_STYLE = "Words that somebody else wrote"
REMARK = "This was remarked upon"
PDF = b"""%%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
/Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length %d>> stream
%s
endstream endobj
trailer <</Root 1 0 R>>
%%%%EOF
"""


@cache
def template(kind: str) -> bytes:
    """Return a document of a kind, made once."""
    made = {"docx": made_documents.docx, "odt": made_documents.odt, "epub": made_documents.epub}
    return made[kind](1).data


def with_words(kind: str, member: str, words: str, text: str) -> bytes:
    """Return a document in which some words of a member are replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template(kind))) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.infolist():
            data = old.read(each)
            if each.filename == member:
                assert words.encode() in data
                data = data.replace(words.encode(), text.encode("utf-8", "replace"), 1)
            new.writestr(each.filename, data)
    return out.getvalue()


def read(kind: str, data: bytes, member: int = 0) -> None:
    """Read a document as the process of documents does, which answers with an article, a list or a sentence."""
    answer = _answer({"kind": kind, "source": "a", "member": member}, data)
    assert "failed" not in answer, answer["failed"]
    if "article" in answer:
        article = unpacked(answer["article"], answer["data"])
        check((block.span for block in article.blocks), article.text)
        check((link.span for link in article.links), article.text)
    elif "items" in answer and not member:
        read(kind, data, 1)


def packed_words(kind: str, member: str, words: str) -> tuple[Rule, Rule]:
    """Return the rules for a zipped kind: the text as words of a member, and as markup there."""
    return (
        lambda text: read(kind.upper(), with_words(kind, member, words, escape(text))),
        lambda text: read(kind.upper(), with_words(kind, member, words, text)),
    )


def plain(kind: str, begin: str = "", end: str = "") -> Rule:
    """Return the rule for a kind that is a text itself."""
    return lambda text: read(kind, (begin + text + end).encode("utf-8", "replace"))


def pdf(written: Callable[[str], str]) -> Rule:
    """Return the rule for a page of a PDF on which the text is written."""

    def run(text: str) -> None:
        stream = written(text).encode("latin-1", "replace")
        read("PDF", PDF % (len(stream), stream))

    return run


def lines_of(text: str) -> str:
    """Return the operators that write a text, forty characters to the line."""
    lines = [text[at : at + 40] for at in range(0, len(text), 40)]
    shown = "".join(f"({escaped}) Tj 0 -12 Td\n" for line in lines if (escaped := _in_pdf(line)))
    return f"BT /F1 10 Tf 40 800 Td {shown} ET"


def _in_pdf(line: str) -> str:
    return "".join(f"\\{c}" if c in "()\\" else c for c in line)


DOCX = packed_words("docx", "word/document.xml", QUOTE_STYLE)
ODT = packed_words("odt", "content.xml", REMARK)
EPUB = packed_words("epub", "OPS/c0.xhtml", "Chapter 1")
MAIL = "From: Ann Lee <ann@a.example>\nSubject: A wall\n"
RULES: dict[str, Rule] = {
    "DOCX": DOCX[0],
    "DOCX markup": DOCX[1],
    "ODT": ODT[0],
    "ODT markup": ODT[1],
    "EPUB": EPUB[0],
    "EPUB markup": EPUB[1],
    "RTF": plain("RTF", "{\\rtf1\\ansi ", "}"),
    "mail": plain("MAIL", f"{MAIL}\n"),
    "mail's head": plain("MAIL", f"{MAIL}X-A: "),
    "mail of parts": plain("MAIL", f"{MAIL}Content-Type: multipart/mixed; boundary=x\n\n"),
    "mailbox": plain("MAILBOX", f"From ann Mon May  5 10:00:00 2025\n{MAIL}\n"),
    "subtitles": plain("SUBTITLES", "WEBVTT\n\n00:00.000 --> 00:02.000\n"),
    "PDF": pdf(lines_of),
    "PDF markup": pdf(lambda text: f"BT /F1 10 Tf 40 800 Td {text}"),
}
