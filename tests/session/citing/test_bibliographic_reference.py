"""Sources as they are cited: in lines, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.session.citing.bibliographic_reference import Author, Reference, reference_of
from tui.session.citing.citation import cite, cite_all

KNOWN = Reference(
    name="Harbour & plan: 50% of #1",
    titled=True,
    byline="By Jane van der Doe, Bob Roe Jr and Reuters",
    outlet="The Coast",
    published="2031-03-04T10:00:00+01:00",
    url="https://coast.example/a_b?c={d}%20e",
    accessed="2031-03-05",
    language="en",
)


def test_bibtex() -> None:
    assert KNOWN.bibtex("page 2", "“It costs $5,” she said.") == (
        "@online{vanderdoe2031harbour,\n"
        "  author = {van der Doe, Jane and Roe, Bob Jr and {Reuters}},\n"
        "  title = {{Harbour \\& plan: 50\\% of \\#1}},\n"
        "  organization = {The Coast},\n"
        "  date = {2031-03-04},\n"
        "  url = {https://coast.example/a_b?c=%7Bd%7D%20e},\n"
        "  urldate = {2031-03-05},\n"
        "  note = {page 2},\n"
        "  annotation = {“It costs \\$5,” she said.},\n"
        "}"
    )


def test_csl_json() -> None:
    assert KNOWN.csl("“Yes.”") == {
        "id": "vanderdoe2031harbour",
        "type": "article-newspaper",
        "title": "Harbour & plan: 50% of #1",
        "author": [
            {"family": "van der Doe", "given": "Jane"},
            {"family": "Roe", "given": "Bob Jr"},
            {"literal": "Reuters"},
        ],
        "container-title": "The Coast",
        "issued": {"date-parts": [[2031, 3, 4]]},
        "accessed": {"date-parts": [[2031, 3, 5]]},
        "URL": "https://coast.example/a_b?c={d}%20e",
        "language": "en",
        "note": "“Yes.”",
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = Reference("notes.txt", titled=False, accessed="2031-03-05")
    assert bare.bibtex() == "@online{anonnotestxt,\n  title = {{notes.txt}},\n}"
    assert bare.csl() == {"id": "anonnotestxt", "type": "webpage", "title": "notes.txt"}
    assert bare.line(markdown=False) == "notes.txt"
    at = replace(bare, url="https://www.coast.example/x")
    assert at.csl()["container-title"] == "coast.example"
    assert "organization = {coast.example}" in at.bibtex()


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ann Lee, Political Editor", [Author("Lee", "Ann")]),
        ("Ann Lee & Bob Roe", [Author("Lee", "Ann"), Author("Roe", "Bob")]),
        ("Ludwig van Beethoven", [Author("van Beethoven", "Ludwig")]),
        ("J. R. R. Tolkien", [Author("Tolkien", "J. R. R.")]),
        ("BBC News", [Author("BBC News")]),
        ("Associated Press", [Author("Associated Press")]),
        ("Staff", [Author("Staff")]),
        ("", []),
    ],
)
def test_authors_are_told_from_the_byline(byline: str, authors: list[Author]) -> None:
    assert list(replace(KNOWN, byline=byline).authors) == authors


def test_quotes_are_cited_for_reference_managers() -> None:
    quote = ANALYSIS.attributions[2]
    entry = cite(ARTICLE, ANALYSIS, quote, "bibtex")
    assert (
        "annotation = {Tom Okafor said the council had ignored its own engineers. — Tom Okafor (indirect)}"
        in entry
    )
    assert "note = {paragraph 4}" in entry
    (item,) = json.loads(cite_all(ARTICLE, ANALYSIS, ANALYSIS.attributions[:2], "csl-json"))
    assert item["note"].count("\n") == 1
    assert item["title"] == ARTICLE.title
    assert cite_all(ARTICLE, ANALYSIS, [], "csl-json") == cite_all(ARTICLE, ANALYSIS, [], "bibtex") == ""
    assert reference_of(ARTICLE, date(2031, 3, 5)).accessed == "2031-03-05"


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=20))
def test_nothing_breaks_out_of_an_entry(title: str, note: str, url: str) -> None:
    entry = replace(KNOWN, name=title, byline=note, url=f"https://a.example/{url}").bibtex(note, title)
    bare = re.sub(r"\\[\\{}$&#%_]", "", entry.replace("\\textbackslash{}", ""))
    depth = 0
    for char in bare:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    assert entry.count("\n@") == 0
    json.dumps(KNOWN.csl(note))
