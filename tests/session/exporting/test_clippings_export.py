"""tui.session.exporting.clippings_export: nothing of what was clipped acts where it is taken to."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.article.cleaning import clean
from tui.article.spans import Span
from tui.library.clippings import Clipping
from tui.session.exporting.clippings_export import COLUMNS, cite_clipping, export_clippings
from tui.session.exporting.quotes_export import FORMATS

PLAIN = Clipping(
    words="“It stays,\n“and it stays.”",
    speaker="Jane Doe",
    role="harbour master",
    named="she",
    cue="said",
    kind="direct",
    stance="speech",
    certainty=0.9,
    corrected=False,
    article="Ferry stays",
    source="ferry.txt",
    text_hash=b"\1" * 32,
    content=(Span(4, 20), Span(30, 40)),
    byline="Ana Writer",
    published="2025-05-12",
    url="https://news.example/ferry",
    note="Ask her.\nAgain?",
    tags=("ferry", "port/north"),
    made="2025-05-13T10:00:00.000000Z",
    id="an-id",
)
HOSTILE = replace(
    PLAIN,
    words='“#tag [[link]] <b>x</b> %%gone%% ==lit== ^block @cite $x$ ![](http://x) --- : "quoted"',
    speaker="=cmd|'x'!A1",
    article='---\ntitle: "x"\x1b[31m #head [[a]]',
    note="# No heading\n---\n- [ ] no task\n%%",
    text_hash=b"\2" * 32,
)


def test_markdown() -> None:
    assert export_clippings(
        [PLAIN, replace(PLAIN, speaker=None, note="", tags=(), kind="indirect")], "markdown"
    ) == (
        """---
title: "Clippings"
date: "2025-05-13"
tags: ["ferry", "port/north"]
sources: ["https://news.example/ferry"]
---

## Ferry stays

*Ferry stays*, Ana Writer, 2025-05-12, <https://news.example/ferry>, accessed 2025-05-13

> “It stays,
>
> “and it stays.”
>
> — Jane Doe, harbour master

Ask her.

Again?

#ferry #port/north

> “It stays,
>
> “and it stays.”
>
> — speaker not named (indirect)
"""
    )


def test_nothing_acts_in_markdown() -> None:
    found = export_clippings([HOSTILE], "markdown")
    head, _, body = found.removeprefix("---\n").partition("\n---\n")
    assert len(head.splitlines()) == 4
    for line in head.splitlines():
        name, _, value = line.partition(": ")
        assert name in ("title", "date", "tags", "sources")
        json.loads(value)  # JSON strings and lists are YAML, and hold nothing else
    for active in (
        "\x1b",
        " #tag",
        "[[",
        "<b>",
        "%%",
        "==lit",
        " ^block",
        " @cite",
        "![",
        "\n# No",
        "\n---",
        "\n- [",
    ):
        assert active not in body, active
    assert "\\#tag" in body
    assert body.count("#ferry #port/north") == 1


PIECES = (
    st.text(st.sampled_from("#=%^@:[]()!<>*_`~$&\\|+-.1/ aé\t\n\u2028\x1b\x7f\ufffe😀'\"“"))
    | st.sampled_from(
        "[[a]] ![[b]] <b> <!-- &#60; $x$ %% == ^id @cite a@b.com éhttp://x.y/z www.x.com === --- ``` #🔥".split()
    )
    | st.sampled_from(["[^1]", "[!note]", "javascript:x()", "- [ ]", "1. ", " #"])
)
LINES = st.lists(PIECES, max_size=5).map("".join)
PARSERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"html": True, "linkify": True})]


def shown(tokens: list[Token]) -> list[str]:
    """Return the words of every block; all but words and addresses in <> stand as the name of their token."""
    out = []
    for block in tokens:
        if block.type == "inline":
            pieces = [
                piece.content
                if piece.type in ("text", "em_open", "em_close") or piece.markup == "autolink"
                else piece.type
                for piece in block.children or ()
            ]
            out.append(" ".join("".join(pieces).split()))
        elif not block.type.startswith(("paragraph_", "heading_", "blockquote_")):
            out.append(block.type)
    return out


@given(LINES, LINES, LINES, LINES, st.none() | LINES)
def test_whatever_is_clipped_is_shown_to_the_letter(
    words: str, title: str, byline: str, note: str, url: str | None
) -> None:
    it = replace(
        PLAIN,
        words=clean(words) or "x",
        article=clean(title) or "x",
        byline=clean(byline),
        note=note,
        url=url,
    )
    found = export_clippings([it], "markdown")
    head, _, body = found.removeprefix("---\n").partition("\n---\n")
    assert len(head.split("\n")) == 4
    assert not set(head) & set("\ufffe\x1b\x7f\u2028\t")  # what no YAML may hold
    notes = [" ".join(line.split()) for line in map(clean, note.splitlines()) if line]
    for parser in PARSERS:
        heading, _, quoted, _, *rest = shown(parser.parse(body))
        assert heading == " ".join(it.article.split())
        assert quoted == " ".join(it.words.split())
        assert rest == [*notes, "#ferry #port/north"]
        assert "link_open" not in "".join(shown(parser.parse(body)))


def test_as_many_articles_as_there_are_have_headings() -> None:
    found = export_clippings([PLAIN, HOSTILE, PLAIN], "markdown")
    assert sum(line.startswith("## ") for line in found.splitlines()) == 3


def test_json() -> None:
    (found,) = json.loads(export_clippings([PLAIN], "json"))
    assert found["text"] == PLAIN.words
    assert (found["speaker"], found["tags"], found["content"]) == (
        "Jane Doe",
        ["ferry", "port/north"],
        [[4, 20], [30, 40]],
    )
    lines = export_clippings([PLAIN, HOSTILE], "jsonl").splitlines()
    assert [json.loads(line)["speaker"] for line in lines] == ["Jane Doe", "=cmd|'x'!A1"]


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(export_clippings([PLAIN, HOSTILE], "csv"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["text"] == "“It stays, “and it stays.”"
    assert (rows[0]["start"], rows[0]["end"], rows[0]["corrected"]) == ("4", "40", "false")
    assert rows[1]["speaker"] == "'=cmd|'x'!A1"
    denied = replace(PLAIN, kind="indirect", polarity="denied", sentence="Jane Doe denied it.")
    (row,) = csv.DictReader(io.StringIO(export_clippings([denied], "csv")))
    assert (row["polarity"], row["sentence"]) == ("denied", "Jane Doe denied it.")


def test_reference_managers_get_an_entry_for_each_clipping() -> None:
    it = replace(PLAIN, place="paragraph 3", site="The Coast")
    entries = export_clippings([it, HOSTILE], "bibtex")
    assert entries.count("@online{") == 2
    assert (
        "  note = {paragraph 3},\n  annotation = {“It stays, “and it stays.” — Jane Doe, harbour master},\n"
        in entries
    )
    first, second = json.loads(export_clippings([it, HOSTILE], "csl-json"))
    assert (first["container-title"], first["accessed"]) == ("The Coast", {"date-parts": [[2025, 5, 13]]})
    assert first["note"].endswith("(paragraph 3)")
    assert second["title"].startswith("--- title")


def test_text() -> None:
    assert export_clippings([PLAIN], "text") == (
        "“It stays,\n“and it stays.”\n— Jane Doe, harbour master, in “Ferry stays”, Ana Writer, 2025-05-12, "
        "https://news.example/ferry, accessed 2025-05-13\nAsk her.\nAgain?\n#ferry #port/north\n"
    )


def test_of_when_it_was_published_the_day_is_told() -> None:
    at_noon = replace(PLAIN, published="2025-05-12T12:00:15Z")
    assert export_clippings([at_noon], "text") == export_clippings([PLAIN], "text")


def test_one_is_cited() -> None:
    corrected = replace(
        PLAIN, corrected=True, titled=False, url=None, byline=None, published=None, words="“X”"
    )
    assert (
        cite_clipping(corrected, "plain")
        == "“X”\n— Jane Doe, harbour master (corrected by hand), in Ferry stays"
    )
    assert cite_clipping(corrected, "markdown") == (
        "> “X”\n>\n> — Jane Doe, harbour master (corrected by hand), in *Ferry stays*"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_none(format: str) -> None:
    found = export_clippings([], format)  # type: ignore[arg-type]
    assert found.count("\n") <= 6
