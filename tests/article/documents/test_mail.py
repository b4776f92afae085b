"""Messages, mailboxes and Outlook's own files."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import BlockKind
from tui.article.documents.draft import Refused, build_article
from tui.article.documents.mail import read_message, read_outlook, split_mailbox
from tui.article.source_kind import SourceKind, source_kind


def test_answers_and_the_signature_are_told_apart() -> None:
    document = made.message(1)
    message = read_message(document.data)
    assert [each.text for each in message.draft.paragraphs] == document.paragraphs
    kinds = {each.text: each.kind for each in message.draft.paragraphs}
    assert kinds["Is it true that it closes?"] is BlockKind.BLOCK_QUOTE
    assert kinds["Jo Berg Press officer"] is BlockKind.NEWSLETTER
    assert kinds["Dear all,"] is BlockKind.PARAGRAPH
    article = build_article(message.draft, "a.eml")
    assert (article.title, article.byline) == ("Port of Lowhaven to close", "Jo Berg")
    assert article.published == "2026-11-02T10:00:00+00:00"


def test_the_words_of_markup_are_read_where_there_is_no_plain_text() -> None:
    document = made.message(2, html=True)
    assert [each.text for each in read_message(document.data).draft.paragraphs] == document.paragraphs


def test_attachments_keep_their_names_and_bytes() -> None:
    attached = made.subtitles(3)
    message = read_message(made.message(3, attachment=attached).data)
    assert [(each.name, each.data) for each in message.attachments] == [(attached.name, attached.data)]


def test_a_mailbox_is_split_where_a_message_begins() -> None:
    one = made.message(4).data
    box = b"".join(
        b"From jo@port.example Mon Nov  2 10:00:00 2026\n" + one + b"\n>From here on.\n" for _ in range(3)
    )
    messages = split_mailbox(box)
    assert len(messages) == 3
    for each in messages:
        draft = read_message(each).draft
        assert draft.title == "Port of Lowhaven to close"
        assert draft.paragraphs[-1].text.endswith("From here on.")


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: =?utf-8?B?//8=?=\nFrom: <\nDate: nonsense\nMIME-Version: 1.0\n\nWords.",
        b"Subject: a\nContent-Type: text/plain; charset=nonsense\n\nWords.",
        b"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nWords.",
        b"Subject: a\nContent-Transfer-Encoding: base64\n\nV29yZHMu",
        b"Subject: a\nContent-Type: multipart/mixed\n\nWords.",
    ],
    ids=["headers", "charset", "parts", "base64", "no boundary"],
)
def test_damaged_headers_lose_nothing_of_the_words(data: bytes) -> None:
    assert any("Words." in each.text for each in read_message(data).draft.paragraphs)


def test_parts_without_end_are_bounded() -> None:
    deep = b"Subject: a\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300)
    )
    read_message(deep + b"\nWords.")


RICH = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Dear all,\par \ldblquote It closes,\rdblquote  said Anna Holt.\par}"


def test_outlooks_messages_say_who_wrote_what_when() -> None:
    document = made.outlook_message(5)
    assert source_kind(document.data) is SourceKind.OUTLOOK_MESSAGE
    draft = read_outlook(document.data).draft
    assert [each.text for each in draft.paragraphs] == document.paragraphs
    assert draft.paragraphs[-1].kind is BlockKind.NEWSLETTER
    assert (draft.title, draft.byline) == ("Port of Lowhaven to close", "Berg, Jo")
    assert draft.published == "2026-11-02T10:00:00+00:00"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (
            made.outlook_message(
                6, plain=False, markup="<p>Dear all,</p><p>“It closes,” said Anna Holt.</p>"
            ),
            None,
        ),
        (made.outlook_message(6, plain=False, rich=RICH), None),
        (made.outlook_message(6, one_byte=True), ["“It closes,” said Zoë Holt."]),
    ],
    ids=["markup", "rich text", "one byte a letter"],
)
def test_outlooks_words_are_found_whatever_they_are_kept_in(
    document: made.Made, words: list[str] | None
) -> None:
    found = [each.text for each in read_outlook(document.data).draft.paragraphs]
    assert found == (words or ["Dear all,", "“It closes,” said Anna Holt."])


def test_what_came_with_outlooks_message_can_be_opened() -> None:
    attached = made.subtitles(3)
    message = read_outlook(made.outlook_message(7, attachment=attached, enclosed=True).data)
    assert [each.name for each in message.attachments] == [attached.name, "A question.eml"]
    assert message.attachments[0].data == attached.data
    inner = read_message(message.attachments[1].data).draft
    assert inner.title == "A question"
    assert [each.text for each in inner.paragraphs] == ["“Does it close?” asked Tim Roe."]


def kinds_of(text: str, *, markup: bool = False) -> list[tuple[str, BlockKind]]:
    mail = EmailMessage()
    mail["Subject"] = "Port"
    mail.set_content(text, subtype="html" if markup else "plain")
    return [(each.text, each.kind) for each in read_message(mail.as_bytes()).draft.paragraphs]


HEADER = ["From: Tim Roe", "Sent: Monday, 1 November 2026", "To: Jo Berg", "Subject: Port"]


@pytest.mark.parametrize("rule", ["", "________________________________\n", "-----Original Message-----\n"])
def test_a_message_that_is_answered_below_is_told_apart(rule: str) -> None:
    found = kinds_of(f"It does not close.\n\n{rule}{chr(10).join(HEADER)}\n\nDoes it close?\n")
    assert found[0] == ("It does not close.", BlockKind.PARAGRAPH)
    assert found[-1] == ("Does it close?", BlockKind.BLOCK_QUOTE)
    assert {kind for _, kind in found[1:-1]} == {BlockKind.BYLINE}
    assert not any("____" in text for text, _ in found)


@pytest.mark.parametrize(
    "header",
    [
        ["Subject: Port", "Date: 1 November 2026", "From: roe@post.example", "To: berg@port.example"],
        ["From: roe@post.example", "To: berg@port.example", "Cc: ", "Sent: 1 November 2026", "Subject: Port"],
        ["From: Roe To: Jo Berg; Ada Crane Sent: Monday 1 November 2026 5:44 PM Subject: Port"],
        ["Von: Tim Roe", "Gesendet: Montag, 1. November 2026", "An: Jo Berg", "Betreff: Hafen"],
        ["De : Tim Roe", "Envoyé : lundi 1 novembre 2026", "À : Jo Berg", "Objet : Port"],
        ["Da: Tim Roe", "Inviato: 1 novembre 2026", "A: Jo Berg", "Oggetto: Porto"],
        ["--- On Mon, 1/11/26, roe@post.example <roe@post.example> wrote:"],
        ["On 1 November 2026, at 4:19 PM, Tim Roe wrote:"],
        ["Il giorno 1 novembre 2026 alle ore 10:00 Tim Roe <roe@post.example> ha scritto:"],
        ["Am 01.11.2026 um 10:00 schrieb Tim Roe <roe@post.example>:"],
    ],
    ids=lambda lines: lines[0][:12],
)
def test_programs_write_the_header_of_what_is_answered_in_many_ways(header: list[str]) -> None:
    found = kinds_of(f"It does not close.\n\n{chr(10).join(header)}\n\nDoes it close?\n")
    assert found[0] == ("It does not close.", BlockKind.PARAGRAPH)
    assert {kind for _, kind in found[1:-1]} == {BlockKind.BYLINE}
    assert found[-1] == ("Does it close?", BlockKind.BLOCK_QUOTE)


@pytest.mark.parametrize(
    "lines", [["To: the harbour", "An: engineer", "A: diver"], ["Date: Monday", "To: all who sail"]]
)
def test_lines_with_a_label_are_no_header_where_nobody_sent_them(lines: list[str]) -> None:
    found = kinds_of("\n\n".join(["It does not close.", *lines, "It is open."]))
    assert {kind for _, kind in found} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sent from my iPhone", BlockKind.NEWSLETTER),
        ("Sent via the Lowhaven app", BlockKind.NEWSLETTER),
        ("Get Outlook for Android", BlockKind.NEWSLETTER),
        ("Von meinem Telefon gesendet", BlockKind.NEWSLETTER),
        (
            "Sent from the wall by night, the signal was seen at sea by two boats and a pilot.",
            BlockKind.PARAGRAPH,
        ),
    ],
)
def test_what_a_telephone_puts_under_a_message_is_its_signature(
    line: str, kind: BlockKind, *, markup: bool
) -> None:
    text = f"<p>It does not close.</p><p>{line}</p>" if markup else f"It does not close.\n\n{line}\n"
    assert kinds_of(text, markup=markup) == [("It does not close.", BlockKind.PARAGRAPH), (line, kind)]


def test_the_signature_ends_where_the_message_that_is_answered_begins() -> None:
    found = kinds_of("No.\n\n--\nJo Berg\n\nOn 1 November 2026 Tim Roe wrote:\n\n> Does it close?\n")
    assert found[1] == ("Jo Berg", BlockKind.NEWSLETTER)
    assert found[-1] == ("Does it close?", BlockKind.BLOCK_QUOTE)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The plan<https://port.example/plan?a=1> is out.", "The plan is out."),
        ("Ask berg@port.example<mailto:berg@port.example> today.", "Ask berg@port.example today."),
        ("[cid:logo.png@01]It closes.", "It closes."),
        (
            "The plan is at <https://port.example/plan> now.",
            "The plan is at <https://port.example/plan> now.",
        ),
        ("[The wall] closes, [1] he said.", "[The wall] closes, [1] he said."),
    ],
)
def test_links_and_pictures_of_markup_are_no_words_of_the_plain_text(line: str, words: str) -> None:
    assert kinds_of(line) == [(words, BlockKind.PARAGRAPH)]


def test_a_message_that_is_only_sent_on_is_the_text() -> None:
    found = kinds_of("\n".join(["---------- Forwarded message ---------", *HEADER, "", "The port closes."]))
    assert found[-1] == ("The port closes.", BlockKind.PARAGRAPH)


def test_what_somebody_wrote_in_a_release_is_no_answer() -> None:
    found = kinds_of("On Monday the minister wrote:\n\n“The port will close.”\n")
    assert [kind for _, kind in found] == [BlockKind.PARAGRAPH] * 2


def test_markup_laid_out_in_tables_has_paragraphs_and_its_answers_and_signature_are_told_apart() -> None:
    found = kinds_of(
        "<table><tr><td><img src=cid:logo></td><td><p>The port of Lowhaven closes on Monday.</p>"
        "<p>“The wall is broken,” said Anna Holt.</p></td></tr></table>"
        "<div class=gmail_signature>Jo Berg<br>Press officer</div>"
        f"<div><p>{'<br>'.join(HEADER)}</p></div><p>Does it close?</p><blockquote>It will not.</blockquote>",
        markup=True,
    )
    assert found[0] == ("The port of Lowhaven closes on Monday.", BlockKind.PARAGRAPH)
    assert found[1] == ("“The wall is broken,” said Anna Holt.", BlockKind.PARAGRAPH)
    assert {kind for text, kind in found if text in ("Jo Berg", "Press officer")} == {BlockKind.NEWSLETTER}
    assert found[-2] == ("Does it close?", BlockKind.BLOCK_QUOTE)
    assert found[-1] == ("It will not.", BlockKind.BLOCK_QUOTE)


def test_plain_text_that_only_points_to_the_markup_is_not_the_message() -> None:
    mail = EmailMessage()
    mail.set_content("View this message in your browser.")
    mail.add_alternative(
        "<p>The port of Lowhaven closes on Monday, said Anna Holt in a letter.</p>", subtype="html"
    )
    found = read_message(mail.as_bytes()).draft.paragraphs
    assert [each.text for each in found] == [
        "The port of Lowhaven closes on Monday, said Anna Holt in a letter."
    ]


def test_pictures_of_a_letterhead_and_signatures_of_keys_are_no_attachments() -> None:
    mail = EmailMessage()
    mail.set_content("The port closes.")
    mail.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline"
    )
    mail.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="quay.png")
    assert [each.name for each in read_message(mail.as_bytes()).attachments] == ["quay.png"]


def test_a_damaged_outlook_file_is_refused() -> None:
    with pytest.raises(Refused):
        read_outlook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
