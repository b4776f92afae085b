"""tui.session.clippings_export: nothing of what was clipped acts where it is taken to."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tui.article.spans import Span
from tui.library.clippings import Clipping
from tui.session.clippings_export import COLUMNS, cited, export_clippings
from tui.session.export import FORMATS

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

*Ferry stays*, Ana Writer, 2025-05-12, <https://news.example/ferry>

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


def test_text() -> None:
    assert export_clippings([PLAIN], "text") == (
        "“It stays,\n“and it stays.”\n— Jane Doe, harbour master, in “Ferry stays”, Ana Writer, 2025-05-12, "
        "https://news.example/ferry\nAsk her.\nAgain?\n#ferry #port/north\n"
    )


def test_one_is_cited() -> None:
    corrected = replace(
        PLAIN, corrected=True, titled=False, url=None, byline=None, published=None, words="“X”"
    )
    assert cited(corrected, "plain") == "“X”\n— Jane Doe, harbour master (corrected by hand), in Ferry stays"
    assert cited(corrected, "markdown") == (
        "> “X”\n>\n> — Jane Doe, harbour master (corrected by hand), in *Ferry stays*"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_none(format: str) -> None:
    found = export_clippings([], format)  # type: ignore[arg-type]
    assert found.count("\n") <= 6
