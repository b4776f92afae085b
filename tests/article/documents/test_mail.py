"""Messages, mailboxes and Outlook's own files."""

from __future__ import annotations

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import BlockKind
from tui.article.documents.draft import Refused, build_article
from tui.article.documents.mail import read_message, read_outlook, split_mailbox


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


def test_a_damaged_outlook_file_is_refused() -> None:
    with pytest.raises(Refused):
        read_outlook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
