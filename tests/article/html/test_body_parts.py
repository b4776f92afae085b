"""A body that is cut into several containers is read whole, and no other article with it."""

from __future__ import annotations

import random

import pytest

from tests.article.html.test_page import TITLE, body

_CHANCE = random.Random(3)
_WORDS = (
    "harbour council boat ferry winter quay river master union port captain storm spring money vote".split()
)
LINES = [" ".join(_CHANCE.choices(_WORDS, k=22)).capitalize() + ", they said on Monday." for _ in range(40)]
ADVERT = "<div class='ad-slot'><span>Advertisement</span></div>"
HEADLINE = "<h1>Harbour to close</h1>"


def prose(start: int, end: int) -> str:
    return "".join(f"<p>{line}</p>" for line in LINES[start:end])


def page(*containers: str, between: str = ADVERT) -> list[str]:
    return body(
        f"{TITLE}<nav><a href=/>Home</a></nav><main>{HEADLINE}{between.join(containers)}</main><footer>x</footer>"
    )


def box(names: str, start: int, end: int, before: str = "") -> str:
    return f"<div class='{names}'>{before}{prose(start, end)}</div>"


@pytest.mark.parametrize("sizes", [(15, 13, 12), (30, 5, 5), (5, 5, 30), (5, 30, 5)])
@pytest.mark.parametrize("nested", [False, True])
def test_parts_of_one_class_are_one_body(sizes: tuple[int, ...], nested: bool) -> None:
    at, parts = 0, []
    for size in sizes:
        part = box("article-body", at, at + size)
        parts.append(f"<div class=row><div class=col>{part}</div></div>" if nested else part)
        at += size
    assert page(*parts) == LINES


def test_paragraphs_each_in_a_box_without_a_class_are_one_body() -> None:
    each = "".join(
        f"<div data-component=text-block><div><p>{line if n < 9 else line[:70] + '.'}</p></div></div>"
        for n, line in enumerate(LINES[:10])
    )
    links = "<div data-component=links><h2>More on this story</h2><ul><li><a href=/c>Crabs dear</a></li></ul></div>"
    assert len(page(f"<article>{each}{links}</article>")) == 10


def test_a_part_behind_an_advert_needs_no_name() -> None:
    assert page(box("article-body", 0, 30), box("art-more", 30, 40)) == LINES


def test_what_stands_beside_the_body_without_an_advert_is_no_part() -> None:
    assert page(box("article-body", 0, 30), box("corp", 30, 40), between="") == LINES[:30]


@pytest.mark.parametrize(
    "before", ["<h1>Crabs dear</h1>", "<h2><a href=/c>Crabs dear</a></h2>", "<p>By Ann Lee</p>"]
)
def test_the_next_article_is_no_part(before: str) -> None:
    assert page(box("article-body", 0, 25), box("article-body", 25, 40, before)) == LINES[:25]


def test_a_headline_between_two_ends_the_body() -> None:
    found = page(box("article-body", 0, 25), f"<h2>Crabs dear</h2>{box('article-body', 25, 40)}", between="")
    assert found == LINES[:25]


def test_a_box_with_a_heading_behind_an_advert_is_no_part() -> None:
    assert page(box("article-body", 0, 30), box("who", 30, 40, "<h3>Who we are</h3>")) == LINES[:30]


@pytest.mark.parametrize("name", ["about", "letters", "ugc", "company-info about-us"])
def test_a_box_behind_an_advert_that_is_named_for_something_else_is_no_part(name: str) -> None:
    assert page(box("article-body", 0, 30), box(name, 30, 40)) == LINES[:30]
