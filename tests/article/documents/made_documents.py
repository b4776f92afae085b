"""Documents that are made for tests and measurements: every format and layout, with the text that must come out."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any, NamedTuple

_SUBJECTS = ("The harbour master", "The council", "Peter Lind", "Mayor Anna Holt", "The state-owned operator")
_VERBS = ("said", "denied", "told reporters", "confirmed", "argued", "explained")
_THINGS = (
    "that the wall would not stand another winter",
    "that nobody had been consulted about the closure",
    "that four million pounds had been set aside",
    "that the ferries would sail from the northern quay",
    "that the well-known figures were out of date",
    "that the decision could still be appealed",
)
_TAILS = ("on Thursday evening", "in a statement", "after the meeting", "to loud applause", "at noon")


class Made(NamedTuple):
    """A document: its file's name and bytes, and its paragraphs in the order of reading."""

    name: str
    data: bytes
    paragraphs: list[str]


def prose(seed: int, paragraphs: int = 12, sentences: int = 4) -> list[str]:
    """Return paragraphs of made-up news, the same for the same seed."""
    chance = random.Random(seed)
    return [
        " ".join(
            f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {chance.choice(_THINGS)} {chance.choice(_TAILS)}."
            for _ in range(chance.randint(2, sentences))
        )
        for _ in range(paragraphs)
    ]


# PDF


def pdf_columns(seed: int, columns: int = 2, *, heads: bool = True, justified: bool = True) -> Made:
    """Return a PDF with a title over columns, running heads and page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

    title, body = "Port of Lowhaven to close for ten days", prose(seed, 40)
    styles = getSampleStyleSheet()
    styles["BodyText"].alignment = 4 if justified else 0
    width, height = A4
    each = (width - 144 - 20 * (columns - 1)) / columns
    frames = [Frame(72, height - 150, width - 144, 70)]
    frames += [Frame(72 + n * (each + 20), 72, each, height - 240) for n in range(columns)]
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    document.addPageTemplates(
        [PageTemplate("all", frames, onPage=_running_heads if heads else lambda *_: None)]
    )
    story = [Paragraph(title, styles["Title"]), FrameBreak()]
    document.build([*story, *(Paragraph(text, styles["BodyText"]) for text in body)])
    return Made(f"columns-{columns}-{seed}.pdf", out.getvalue(), [title, *body])


def pdf_report(seed: int, *, pages: int = 3, indented: bool = False) -> Made:
    """Return a PDF of one column with headings, a list and a table, over several pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    style = styles["Normal"] if indented else styles["BodyText"]
    if indented:
        style.firstLineIndent = 14
    known = ["Annual report of the port"]
    story: list[Any] = [Paragraph(known[0], styles["Title"])]
    for part in range(pages):
        heading = f"Chapter {part + 1}: the quays"
        known.append(heading)
        story.append(Paragraph(heading, styles["Heading1"]))
        for text in prose(seed + part, 9):
            known.append(text)
            story.append(Paragraph(text, style))
    story.append(Table([["Year", "Ships", "Tonnes"], ["2024", "310", "12,000"]]))
    known += ["Year Ships Tonnes", "2024 310 12,000"]
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build(story, onFirstPage=_running_heads, onLaterPages=_running_heads)
    return Made(f"report-{'indented' if indented else 'spaced'}-{seed}.pdf", out.getvalue(), known)


def _running_heads(canvas: Any, document: Any) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 810, "PRESS RELEASE – Port of Lowhaven")
    canvas.drawString(280, 30, f"Page {document.page} of 9")
    canvas.restoreState()


def pdf_transcript(seed: int) -> Made:
    """Return a PDF of a court's transcript, its lines numbered, its words hyphenated at line ends."""
    from reportlab.pdfgen.canvas import Canvas

    body = prose(seed, 3)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    words = [word for text in body for word in [*text.split(), "\n"]]
    lines: list[str] = [""]
    for word in words:
        if word == "\n":
            lines.append("")
        elif len(lines[-1]) + len(word) > 58 and len(word) > 6 and word.isalpha() and len(lines[-1]) < 52:
            lines[-1] += f" {word[:4]}-"
            lines.append(word[4:])
        elif len(lines[-1]) + len(word) > 58:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    y = 780
    for number, line in enumerate((line for line in lines if line), 1):
        canvas.setFont("Courier", 10)
        canvas.drawRightString(60, y, str(number))
        canvas.drawString(80, y, line)
        y -= 24
    canvas.save()
    return Made(f"transcript-{seed}.pdf", out.getvalue(), body)


# Office documents


def docx(seed: int) -> Made:
    """Return a Word document with headings, a list, a quotation and a table."""
    import docx as library

    body = prose(seed, 6)
    document = library.Document()
    document.add_heading("Port of Lowhaven to close", 0)
    document.add_heading("Why now", 1)
    for text in body:
        document.add_paragraph(text)
    document.add_paragraph("First item of a list", style="List Bullet")
    document.add_paragraph("Words that somebody else wrote", style="Quote")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Year", "Ships"), ("2024", "310"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    out = io.BytesIO()
    document.save(out)
    known = [
        "Port of Lowhaven to close",
        "Why now",
        *body,
        "First item of a list",
        "Words that somebody else wrote",
    ]
    return Made(f"document-{seed}.docx", out.getvalue(), [*known, "Year Ships", "2024 310"])


def odt(seed: int) -> Made:
    """Return an OpenDocument text with a heading, a footnote, a comment and a list."""
    from odf.office import Annotation
    from odf.opendocument import OpenDocumentText
    from odf.text import H, List, ListItem, Note, NoteBody, NoteCitation, P

    body = prose(seed, 6)
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Port of Lowhaven to close"))
    for text in body:
        document.text.addElement(P(text=text))
    with_note = P(text="This has a note")
    note, note_body = Note(noteclass="footnote"), NoteBody()
    note.addElement(NoteCitation(text="1"))
    note_body.addElement(P(text="What the note says."))
    note.addElement(note_body)
    with_note.addElement(note)
    with_note.addText(" and goes on.")
    document.text.addElement(with_note)
    annotation, commented = Annotation(), P(text="This was remarked upon")
    annotation.addElement(P(text="delete this"))
    commented.addElement(annotation)
    document.text.addElement(commented)
    items, item = List(), ListItem()
    item.addElement(P(text="First item of a list"))
    items.addElement(item)
    document.text.addElement(items)
    out = io.BytesIO()
    document.write(out)
    known = ["Port of Lowhaven to close", *body, "This has a note and goes on.", "This was remarked upon"]
    return Made(
        f"document-{seed}.odt", out.getvalue(), [*known, "First item of a list", "What the note says."]
    )


def rtf(seed: int) -> Made:
    """Return a rich text document with bold words and curly marks."""
    body = ["“It will close,” said Anna Holt.", *prose(seed, 6)]
    written = [
        text.replace("“", r"\'93").replace("”", r"\'94").replace("wall", r"{\b wall}") for text in body
    ]
    start = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\author Jo}}\f0\fs24 "
    whole = start + r"\par ".join(written) + r"\par}"
    return Made(f"document-{seed}.rtf", whole.encode("ascii"), body)


def epub(seed: int, chapters: int = 2) -> Made:
    """Return an e-book whose cover holds no words, and its chapters with headings."""
    import zipfile

    out = io.BytesIO()
    known = []
    names = [f"c{n}.xhtml" for n in range(chapters)]
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        )
        items = "".join(
            f'<item id="{n}" href="{name}" media-type="application/xhtml+xml"/>'
            for n, name in enumerate(names)
        )
        order = "".join(f'<itemref idref="{n}"/>' for n in range(chapters))
        archive.writestr(
            "OPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>The Wall</dc:title><dc:creator>Ann Roe</dc:creator></metadata><manifest>{items}</manifest>"
            f"<spine>{order}</spine></package>",
        )
        for n, name in enumerate(names):
            paragraphs = prose(seed + n, 8)
            known += [f"Chapter {n + 1}", *paragraphs]
            body = "".join(f"<p>{text}</p>" for text in paragraphs)
            archive.writestr(
                f"OPS/{name}",
                f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Chapter {n + 1}</h1>{body}</body></html>',
            )
    return Made(f"book-{seed}.epub", out.getvalue(), known)


# Mail and subtitles


def message(seed: int, *, attachment: Made | None = None, html: bool = False) -> Made:
    """Return a message with an answer, a signature and perhaps an attachment."""
    body = prose(seed, 3)
    mail = EmailMessage()
    mail["Subject"] = "Port of Lowhaven to close"
    mail["From"] = "Jo Berg <jo@port.example>"
    mail["To"] = "news@courier.example"
    mail["Date"] = "Mon, 02 Nov 2026 10:00:00 +0000"
    mail["Message-ID"] = "<1@port.example>"
    answer = "On Sun, 1 Nov 2026 Tim Roe wrote:\n> Is it true that\n> it closes?"
    if html:
        mail.set_content("".join(f"<p>{text}</p>" for text in body), subtype="html")
        known = body
    else:
        mail.set_content("\n\n".join(["Dear all,", *body, answer, "-- \nJo Berg\nPress officer"]))
        known = [
            "Dear all,",
            *body,
            *answer.replace("that\n> ", "that ").replace("> ", "").split("\n"),
            "Jo Berg Press officer",
        ]
    if attachment is not None:
        mail.add_attachment(
            attachment.data, maintype="application", subtype="octet-stream", filename=attachment.name
        )
    return Made(f"message-{seed}{'-html' if html else ''}.eml", mail.as_bytes(), known)


def outlook_message(
    seed: int,
    *,
    plain: bool = True,
    markup: str = "",
    rich: bytes = b"",
    attachment: Made | None = None,
    enclosed: bool = False,
    one_byte: bool = False,
) -> Made:
    """Return a message as Outlook saves it: plain text, markup or compressed rich text, and what came with it."""
    import compressed_rtf
    from aspose.email_foss.msg import MapiMessage, MsgWriter, PropertyId

    body = prose(seed, 3)
    known = ["Dear all,", *body, "Jo Berg Press officer"]
    words = "\r\n\r\n".join(["Dear all,", *body, "-- \r\nJo Berg\r\nPress officer"])
    if (
        one_byte
    ):  # a code page instead of UTF-16, as old versions write; it names none, so that Windows' own is meant
        words, known = "“It closes,” said Zoë Holt.", ["“It closes,” said Zoë Holt."]
    message = MapiMessage.create(
        "Port of Lowhaven to close", words if plain else "", unicode_strings=not one_byte
    )
    message.set_property(PropertyId.SENDER_NAME, "Berg, Jo")
    message.set_property(PropertyId.SENDER_EMAIL_ADDRESS, "jo@port.example")
    message.set_property(0x0039, 0x0040, datetime(2026, 11, 2, 10, tzinfo=UTC))
    if markup:
        message.body_html = markup
    if rich:
        message.set_property(0x1009, 0x0102, compressed_rtf.compress(rich))
    if attachment is not None:
        message.add_attachment(attachment.name, attachment.data, mime_type="application/octet-stream")
    if enclosed:
        inner = MapiMessage.create("A question", "“Does it close?” asked Tim Roe.")
        message.add_embedded_message_attachment(inner)
    return Made(f"message-{seed}.msg", MsgWriter.to_bytes(message.to_msg_document()), known)


def mailbox(seed: int) -> Made:
    """Return a mailbox with one message."""
    one = message(seed)
    data = b"From jo@port.example Mon Nov  2 10:00:00 2026\n" + one.data + b"\n"
    return Made(f"box-{seed}.mbox", data, one.paragraphs)


def subtitles(seed: int, *, vtt: bool = False) -> Made:
    """Return subtitles of two people in turn."""
    body = prose(seed, 4, 2)
    names = ["Anna Holt", "Peter Lind"]
    cues, known = [], []
    for n, text in enumerate(body):
        words = text.split()
        name = names[n % 2]
        known.append(f"{name if vtt else name.upper()}: {text}")
        for at in range(0, len(words), 7):
            part = " ".join(words[at : at + 7])
            voice = f"<v {name}>" if vtt else ""
            cues.append(f"{voice}{'' if vtt or at else name.upper() + ': '}{part}")
    stamp = "00:00:{:02},{:03}".format
    if vtt:
        blocks = [f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{cue}" for n, cue in enumerate(cues)]
        return Made(f"speech-{seed}.vtt", "\n\n".join(["WEBVTT", *blocks]).encode(), known)
    blocks = [f"{n + 1}\n{stamp(n, 0)} --> {stamp(n, 900)}\n{cue}" for n, cue in enumerate(cues)]
    return Made(f"speech-{seed}.srt", "\n\n".join(blocks).encode(), known)


def everything() -> Iterator[Made]:
    """Yield sixty documents of all formats and layouts."""
    from tests.article.documents import made_papers

    makers: list[Callable[[int], Made]] = [
        pdf_columns,
        lambda seed: pdf_columns(seed, 3),
        lambda seed: pdf_columns(seed, 1, justified=False),
        pdf_report,
        lambda seed: pdf_report(seed, indented=True),
        pdf_transcript,
        made_papers.release,
        made_papers.ruling,
        made_papers.hearing,
        made_papers.speech,
        docx,
        odt,
        rtf,
        lambda seed: epub(seed, 1),
        message,
        lambda seed: message(seed, html=True),
        outlook_message,
        mailbox,
        subtitles,
        lambda seed: subtitles(seed, vtt=True),
    ]
    for seed in (1, 2, 3):
        for make in makers:
            yield make(seed * 100)
