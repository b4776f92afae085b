"""`quoth schema`: what quoth prints as JSON is as its schemas say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.samples import seed_analysis, seed_article
from tui.analysis.analysis import Analysis
from tui.article.files import from_bytes
from tui.article.listing import Item, Listing, ListingKind
from tui.cli import main
from tui.session.exporting.article_text import render_article, render_listing
from tui.session.exporting.quotes_export import Selected, json_text

Out = pytest.CaptureFixture[str]


def schema(name: str, capsys: Out) -> Draft202012Validator:
    assert main(["schema", name]) == 0
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def seed_quotes() -> dict[str, Any]:
    analysis = seed_analysis()
    everything = Selected(seed_article(), analysis, range(len(analysis.attributions)))
    found: dict[str, Any] = json.loads(json_text(everything))
    return found


def test_the_quotes_of_an_article_are_as_the_schema_says(capsys: Out) -> None:
    validator = schema("quotes", capsys)
    validator.validate(seed_quotes())
    validator.validate(json.loads(json_text(Selected(from_bytes(b"Nothing.", "a.txt"), Analysis(), ()))))


@pytest.mark.parametrize("name", ["schema", "source", "speakers", "quotes"])
def test_the_schema_misses_what_is_gone(name: str, capsys: Out) -> None:
    quotes = seed_quotes()
    del quotes[name]
    with pytest.raises(ValidationError):
        schema("quotes", capsys).validate(quotes)


def test_the_schema_names_every_key_of_a_quote(capsys: Out) -> None:
    validator = schema("quotes", capsys)
    defined = validator.schema["$defs"]["quote"]["properties"]  # type: ignore[index]
    assert set(seed_quotes()["quotes"][0]) == set(defined)


def test_articles_and_items_of_lists_are_as_the_schema_says(capsys: Out, tmp_path: Path) -> None:
    validator = schema("text", capsys)
    validator.validate(json.loads(render_article(seed_article(), "jsonl")))
    feed = Listing(
        "https://paper.example/rss", "Paper", ListingKind.FEED, (Item("https://paper.example/a", "A"),)
    )
    validator.validate(json.loads(render_listing(feed, "jsonl")))


def test_an_unknown_schema_is_refused_in_a_line(capsys: Out) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["schema", "quote"])
    assert "see quoth schema --help" in capsys.readouterr().err
