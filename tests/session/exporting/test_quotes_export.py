"""Quotes for other programs: the JSON contract, CSV that runs nothing, text and Markdown that are clean."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT
from tui.analysis.analysis import Analysis
from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.session.exporting.quotes_export import (
    COLUMNS,
    FORMATS,
    SUFFIXES,
    Format,
    Selected,
    encoding_of,
    export,
    stream,
)

ALL = Selected(ARTICLE, ANALYSIS, range(5))
HOSTILE = "=1+1\x1b]0;x\x07\u202e\u2028[/b]\x9b\ud800"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_json_contract() -> None:
    data = json.loads(export([ALL], "json"))
    assert list(data) == [
        *(
            "schema",
            "source",
            "title",
            "byline",
            "published",
            "url",
            "model",
            "speakers",
            "entities",
            "quotes",
        )
    ]
    assert data["schema"] == 1
    assert data["source"] == "news/harbour.txt"
    assert data["title"] == "Harbour plan divides Ostende"
    assert data["byline"] is None
    assert data["model"] == "made by hand 1"
    assert data["speakers"][0] == {
        "id": "s1",
        "name": "Éloïse Brandt",
        "kind": "person",
        "role": "Mayor",
        "mentions": [[35, 48], [353, 363]],
        "corrected": False,
    }
    assert data["entities"][0] == {
        "id": "e1",
        "name": "Norvik Shipping",
        "label": "ORG",
        "mentions": [[212, 227]],
        "corrected": False,
    }
    quote = data["quotes"][1]
    assert list(quote) == [
        *("id", "kind", "stance", "polarity", "text", "content", "cue", "source", "speaker", "certainty"),
        *("evidence", "corrected"),
    ]
    assert quote == {
        "id": "q2",
        "kind": "direct",
        "stance": "speech",
        "polarity": "affirmed",
        "text": "“It is a gift to Norvik Shipping,” … “Nothing else.”",
        "content": [[195, 229], [239, 254]],
        "cue": [[233, 237]],
        "source": [[230, 232]],
        "speaker": "s2",
        "certainty": 0.8,
        "evidence": [
            {"reason": "subject of the sentence before", "span": [172, 182], "text": "Tom Okafor"},
            {"reason": "same gender", "span": None, "text": None},
        ],
        "corrected": False,
    }
    assert data["quotes"][3]["speaker"] is None


def test_offsets_are_those_of_the_file() -> None:
    data = json.loads(export([ALL], "jsonl"))
    start, end = data["quotes"][0]["content"][0]
    assert TEXT[start:end] == "“We’ve waited ten years for this harbour.\n“I will not wait another ten.”"


def test_only_what_is_selected_but_everybody() -> None:
    data = json.loads(export([Selected(ARTICLE, ANALYSIS, [2])], "json"))
    assert [quote["id"] for quote in data["quotes"]] == ["q3"]
    assert [speaker["id"] for speaker in data["speakers"]] == ["s1", "s2"]


def test_spans_stand_on_one_line_in_the_json_for_people() -> None:
    text = export([ALL], "json")
    assert '"content": [[195, 229], [239, 254]],' in text
    assert '"span": [172, 182],' in text


def test_one_article_is_an_object_and_several_an_array() -> None:
    assert json.loads(export([ALL], "json"))["source"] == "news/harbour.txt"
    assert [a["source"] for a in json.loads(export([ALL, ALL], "json"))] == ["news/harbour.txt"] * 2
    assert json.loads("".join(stream([], "json"))) == []
    assert len(json.loads("".join(stream([ALL], "json")))) == 1


def test_json_lines() -> None:
    lines = export([ALL, ALL], "jsonl").splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["news/harbour.txt"] * 2


def hostile(**speaker: Any) -> Selected:
    article = replace(ARTICLE, title=HOSTILE, source=f"a{HOSTILE}.txt")
    analysis = replace(ANALYSIS, speakers=(replace(ANALYSIS.speakers[0], name=HOSTILE, **speaker),))
    return Selected(article, analysis, range(5))


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_acts_on_a_terminal(format: Format) -> None:
    text = export([hostile(role=HOSTILE)], format)
    assert not set(text) & set("\x1b\x07\u202e\u2028\x9b\ud800")
    text.encode("utf-8")


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_gives_hostile_text_back_to_the_letter(format: Format) -> None:
    data = json.loads(export([hostile()], format))
    assert data["title"] == HOSTILE
    assert data["speakers"][0]["name"] == HOSTILE
    assert len(export([hostile()], "jsonl").splitlines()) == 1


def test_csv() -> None:
    text = export([ALL], "csv")
    assert text.count("\r\n") == text.count("\n") == 6
    found = rows(text)
    assert list(found[0]) == list(COLUMNS)
    assert found[0] == {
        "article": "news/harbour.txt",
        "title": "Harbour plan divides Ostende",
        "byline": "",
        "published": "2031-03-04",
        "url": "",
        "id": "q1",
        "kind": "direct",
        "stance": "speech",
        "polarity": "affirmed",
        "speaker": "Éloïse Brandt",
        "role": "Mayor",
        "text": "“We’ve waited ten years for this harbour. I will not wait another ten.”",
        "cue": "said",
        "source": "Mayor Éloïse Brandt",
        "certainty": "0.970",
        "start": "55",
        "end": "127",
        "corrected": "false",
    }
    assert found[3]["speaker"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
def test_cells_that_a_spreadsheet_would_run_are_disarmed(start: str) -> None:
    article = replace(ARTICLE, title=f'{start}HYPERLINK("http://evil")')
    (row, *_) = rows(export([Selected(article, ANALYSIS, [0])], "csv"))
    assert row["title"].startswith("'")


def test_several_articles_have_one_heading_row() -> None:
    assert len(rows(export([ALL, ALL], "csv"))) == 10
    assert rows("".join(stream([], "csv"))) == []
    assert "".join(stream([], "csv")).startswith("article,title")


def test_text_and_markdown_of_several_articles() -> None:
    nothing = Selected(ARTICLE, Analysis(), [])
    text = export([Selected(ARTICLE, ANALYSIS, [3]), nothing, Selected(ARTICLE, ANALYSIS, [3])], "text")
    where = "From “Harbour plan divides Ostende”, 2031-03-04"
    one = f"{where}\n\nOfficials said a “small” delay was likely.\n— Officials, paragraph 5\n"
    assert text == f"{one}\n\n{one}"
    assert export([nothing], "markdown") == ""
    assert export([Selected(ARTICLE, ANALYSIS, [3])], "markdown").endswith("> — Officials, paragraph 5\n")
    both = [Selected(ARTICLE, ANALYSIS, [3]), nothing, Selected(ARTICLE, ANALYSIS, [0])]
    assert export(both, "bibtex").count("@online{") == 2
    assert [len(item["note"].split("\n")) for item in json.loads(export(both, "csl-json"))] == [1, 1]
    assert json.loads(export([nothing], "csl-json")) == []


def test_every_format_has_a_suffix_and_an_encoding() -> None:
    assert set(SUFFIXES) == set(FORMATS)
    assert [f for f in FORMATS if encoding_of(f) != "utf-8"] == ["csv"]


def _one_quote(words: str, title: str = "A title") -> Selected:
    """Return an article that is one quote."""
    quote = replace(ANALYSIS.attributions[0], content=(Span(0, len(words)),), cue=(), source=(), evidence=())
    article = replace(
        ARTICLE, text=words, title=title, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(words))),)
    )
    speaker = replace(ANALYSIS.speakers[0], name=title, mentions=())
    return Selected(article, replace(ANALYSIS, attributions=(quote,), speakers=(speaker,), entities=()), [0])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("marks", ["\u0301", "\u0301\u200d", "\u0488\u0300"])
def test_ten_thousand_marks_on_a_letter_are_no_more_than_unicode_allows(format: Format, marks: str) -> None:
    words = f"“e{marks * 10_000} is well”"
    out = export([_one_quote(words, f"A{marks * 10_000} title")], format)
    assert re.search(f"[{marks}]{{31}}", out) is None
    assert "is well”" in out
    if format == "json":
        assert json.loads(out)["quotes"][0]["content"] == [[0, len(words)]]


@pytest.mark.parametrize("word", ["%%hidden%%", "#tag", "==loud==", "^id", "@key", "[[note]]"])
def test_no_dialect_of_markdown_acts(word: str) -> None:
    out = export([_one_quote(f"“It is {word} now”")], "markdown")
    assert f" {word}" not in out
    assert word in re.sub(r"\\(.)", r"\1", out)
