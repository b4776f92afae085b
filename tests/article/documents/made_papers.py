"""PDFs laid out as those that reporters are sent: a release, a ruling on numbered lines, a hearing, a speech."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tests.article.documents.made_documents import Made, prose


def _style(size: float, leading: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        "made", fontName=more.pop("font", "Times-Roman"), fontSize=size, leading=leading, **more
    )


def _flowing(paragraphs: list[Paragraph], frame: Frame, head: Callable[[Canvas, int], None]) -> bytes:
    """Return a document of these paragraphs, with a head drawn on each page."""
    out = io.BytesIO()

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        head(canvas, document.page)
        canvas.restoreState()

    document = BaseDocTemplate(out, pagesize=letter, invariant=1)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=draw)])
    document.build(paragraphs)
    return out.getvalue()


def release(seed: int) -> Made:
    """Return a press release under a letterhead of four lines, which ends with ###."""
    body = prose(seed, 14, 3)

    def letterhead(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 760, "PORT OF LOWHAVEN")
        canvas.setFont("Helvetica", 7.5)
        for n, text in enumerate(
            ("1 Quay Street", "Lowhaven LH1 2AB", "Tel. 01234 567890", "www.port.example")
        ):
            canvas.drawRightString(540, 768 - 9 * n, text)
        canvas.drawCentredString(306, 36, "Port of Lowhaven · 1 Quay Street · Lowhaven LH1 2AB")
        canvas.drawRightString(540, 24, str(page))

    title = "Port of Lowhaven to close for the winter"
    plain, centred = _style(11, 13.5, spaceAfter=9), _style(11, 14, alignment=TA_CENTER)
    flow = [
        Paragraph(title, _style(16, 19, font="Times-Bold", alignment=TA_CENTER, spaceAfter=12)),
        Paragraph(f"<b>LOWHAVEN, 2 November 2026</b> – {body[0]}", plain),
        *(Paragraph(text, plain) for text in body[1:]),
        Paragraph("###", centred),
        Paragraph("<b>Notes to editors</b>", plain),
        Paragraph("1. Pictures are available on request.", plain),
    ]
    known = [title, f"LOWHAVEN, 2 November 2026 – {body[0]}", *body[1:], "###", "Notes to editors"]
    data = _flowing(flow, Frame(72, 60, 468, 660), letterhead)
    return Made(f"release-{seed}.pdf", data, [*known, "1. Pictures are available on request."])


def speech(seed: int) -> Made:
    """Return a speech, set large and wide, under a title in bold and “CHECK AGAINST DELIVERY”."""
    body = prose(seed, 12, 3)

    def head(canvas: Canvas, page: int) -> None:
        canvas.setFont("Times-Bold", 12)
        canvas.drawRightString(540, 765, "CHECK AGAINST DELIVERY")
        canvas.drawCentredString(306, 40, str(page))

    title, date, hail = (
        "Remarks by Anna Holt at the Port of Lowhaven",
        "2 November 2026",
        "Ladies and gentlemen,",
    )
    wide = _style(14, 28, firstLineIndent=36)
    flow = [
        Paragraph(title, _style(14, 18, font="Times-Bold", alignment=TA_CENTER)),
        Paragraph(date, _style(14, 18, alignment=TA_CENTER, spaceAfter=18)),
        *(Paragraph(text, wide) for text in [hail, *body, "Thank you."]),
    ]
    return Made(
        f"speech-{seed}.pdf",
        _flowing(flow, Frame(72, 60, 468, 690), head),
        [title, date, hail, *body, "Thank you."],
    )


def _wrapped(text: str, width: int, begin: str = "") -> list[str]:
    lines = [begin]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return [line.rstrip() for line in lines]


def ruling(seed: int) -> Made:
    """Return a ruling on pages of twenty-eight numbered lines, with a footnote below the first."""
    body = prose(seed, 12, 2)
    lines = [line for text in body for line in _wrapped(text, 70, "      ")]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    note, of_first = "See Port Authority v. Lind, 512 U.S. 14 (1994).", 25
    pages = [lines[:of_first], *(lines[at : at + 28] for at in range(of_first, len(lines), 28))]
    for page, rows in enumerate(pages, 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(
            110, 775, f"Case 1:26-cv-01234   Document 45   Filed 11/02/26   Page {page} of {len(pages)}"
        )
        canvas.setFont("Times-Roman", 12)
        for n in range(28):
            canvas.drawRightString(92, 740 - 24 * n, str(n + 1))
            if n < len(rows):
                canvas.drawString(108, 740 - 24 * n, rows[n])
        if page == 1:
            end = 108 + canvas.stringWidth(rows[-1], "Times-Roman", 12)
            canvas.setFont("Times-Roman", 7)
            canvas.drawString(end + 1, 740 - 24 * (len(rows) - 1) + 4, "1")
            canvas.drawString(108, 108, "1")
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(113, 104, note)
        canvas.setFont("Times-Roman", 10)
        canvas.drawCentredString(306, 40, f"- {page} -")
        canvas.showPage()
    canvas.save()
    # The footnote comes after the paragraph that goes on over the page's end.
    ends = accumulate(len(_wrapped(text, 70, "      ")) for text in body)
    last = next(n for n, end in enumerate(ends, 1) if end >= of_first)
    return Made(f"ruling-{seed}.pdf", out.getvalue(), [*body[:last], f"1 {note}", *body[last:]])


def hearing(seed: int) -> Made:
    """Return a hearing: questions and answers on numbered lines, the same short one at the top of every page."""
    pages: list[list[str]] = []
    known: list[str] = []
    for n, text in enumerate(prose(seed, 40, 2)):
        rows = _wrapped(text, 58, f"     {'QA'[n % 2]}.   ")
        if not pages or len(pages[-1]) + len(rows) > 25:
            pages.append(["     A.   Yes."])
            known.append("A. Yes.")
        pages[-1] += rows
        known.append(f"{'QA'[n % 2]}. {text}")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for page, rows in enumerate(pages, 41):
        canvas.setFont("Courier", 10)
        canvas.drawString(108, 750, "Lind - Direct - Roe")
        canvas.drawRightString(540, 750, f"Page {page}")
        for n, row in enumerate(rows):
            canvas.drawRightString(96, 720 - 26 * n, str(n + 1))
            canvas.drawString(110, 720 - 26 * n, row)
        canvas.drawCentredString(306, 40, "HOLT REPORTING SERVICE (555) 123-4567")
        canvas.showPage()
    canvas.save()
    return Made(f"hearing-{seed}.pdf", out.getvalue(), known)
