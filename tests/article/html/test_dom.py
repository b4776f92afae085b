"""Pages that are hard to parse keep their article."""

from __future__ import annotations

import pytest

from tui.article.html.dom import NoTree, parse
from tui.article.html.text_blocks import split_into_blocks

PROSE = "<p>The harbour at Wexcombe will close for six weeks, the council decided on Tuesday.</p>"


def texts(html: str) -> list[str]:
    return [block.text for block in split_into_blocks(parse(html))]


def test_a_script_too_long_for_libxml2_does_not_lose_the_page() -> None:
    script = f"<script>var all = '{'x' * 11_000_000}'</script>"
    assert texts(f"<body>{script}{PROSE}") == texts(f"<body>{PROSE}")


def test_long_tags_keep_the_attributes_that_are_read() -> None:
    many = " ".join(f"a{i}='1'" for i in range(2000))
    (block,) = split_into_blocks(
        parse(f"<body><div {many} class='related list' hidden2 id=\"more\"><p>One</p></div>")
    )
    assert (block.ancestors[-2].get("class"), block.ancestors[-2].get("id")) == ("related list", "more")
    assert texts(f"<body><p>One</p><p {many} hidden>Two</p>") == ["One"]


def test_comments_neither_add_nor_split_words() -> None:
    assert texts("<body><p>One<!-- two --> three <b>four<!-- --></b><!-- <p>five --></p>") == [
        "One three four"
    ]


def test_letters_are_composed_with_their_accents() -> None:
    assert texts("<body><p>Cafe\u0301<p>") == ["Café"]


def test_a_page_without_elements_is_refused() -> None:
    with pytest.raises(NoTree):
        parse("<!-- -->")


@pytest.mark.parametrize("element", ["article", "main", "section", "header"])
def test_an_article_after_the_title_is_in_the_body(element: str) -> None:
    root = parse(f"<meta charset=utf-8><title>Ferry</title><{element}><p>It stays.</p></{element}>It does.")
    assert root.findtext("head/title") == "Ferry"
    assert root.find("body").text_content() == "It stays.It does."
    root = parse(f"<title>Ferry</title><{element}>First.</{element}><body class='story'>Then.<p>Last.")
    assert root.find("body").get("class") == "story"
    assert root.find("body").text_content() == "First.Then.Last."
