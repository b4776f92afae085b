"""Questions that an interview sets in bold belong to whoever asks."""

from __future__ import annotations

import re

import pytest

from tests.analysis.readers import Reader, as_read
from tui.analysis.analysis import Kind
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.article.text_markup import Emphasis, EmphasisedWords

PRESENTED = "Anna Holt has kept the weir at Marlow for thirty years. We met her on the bank."
INTERVIEW = (
    f"{PRESENTED}\n\n_How did it begin?_\n\nBy chance. I was selling nets, and somebody had to do it.\n\n"
    "_What has changed since then?_\n\nEverything. We had boats here.\n\n_Would you do it again?_\n\nTomorrow."
)


def bold(marked: str, byline: str | None = "Jo Marsh") -> Article:
    """Return an article in which what stands between underscores is bold."""
    parts = marked.split("_")
    text = "".join(parts)
    spans = [
        Span(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer("_[^_]+_", marked))
    ]
    strong = tuple(EmphasisedWords(span, Emphasis.STRONG) for span in spans)
    return Article(text, "test", find_blocks(text), byline=byline, emphasis=strong)


def asked(reader: Reader, article: Article) -> list[tuple[str, str | None]]:
    analysis, text = reader.read(article)
    rows = [as_read(each, analysis, text) for each in analysis.attributions if each.kind is Kind.DIRECT]
    return [(row.words[0], row.speaker) for row in rows]


def test_the_author_asks_what_is_bold_and_whom_the_introduction_presents_answers(reader: Reader) -> None:
    assert asked(reader, bold(INTERVIEW)) == [
        ("How did it begin?", "Jo Marsh"),
        ("By chance. I was selling nets, and somebody had to do it.", "Anna Holt"),
        ("What has changed since then?", "Jo Marsh"),
        ("Everything. We had boats here.", "Anna Holt"),
        ("Would you do it again?", "Jo Marsh"),
        ("Tomorrow.", "Anna Holt"),
    ]


def test_an_answer_has_all_its_paragraphs(reader: Reader) -> None:
    text = INTERVIEW.replace("by chance", "By chance").replace("\n\n_What", "\n\nMy father helped.\n\n_What")
    text += "\n\nI would, yes.\n\nThe weir is open on Sundays."
    analysis, shown = reader.read(bold(text))
    answers = [
        [span.of(shown) for span in each.content]
        for each in analysis.attributions
        if each.kind is Kind.DIRECT and not each.content[0].of(shown).endswith("?")
    ]
    assert answers[0] == ["By chance. I was selling nets, and somebody had to do it.", "My father helped."]
    assert answers[-1] == ["Tomorrow.", "I would, yes."]


def test_a_narrated_answer_and_a_guide_are_nobodys_turns(reader: Reader) -> None:
    told = INTERVIEW.replace("Everything. We had boats here.", "“Everything,” she says, and laughs at it.")
    assert ("“Everything,”", "Anna Holt") in asked(reader, bold(told))
    guide = (
        f"{PRESENTED}\n\n_How do you apply?_\n\nYou fill it in.\n\n_When will you hear?_\n\nIn May, by post."
    )
    assert [words for words, _ in asked(reader, bold(guide)) if not words.endswith("?")] == []


PLAIN = (
    f"{PRESENTED}\n\nHow did you begin?\n\nBy chance. I was selling nets.\n\nDo you swim?\n\nMy doctor forbids it."
    "\n\nIs it worth it?\n\nTomorrow."
)


def test_short_questions_to_somebody_need_no_bold(reader: Reader) -> None:
    rows = asked(reader, Article(PLAIN, "test", find_blocks(PLAIN), byline="Jo Marsh"))
    assert [speaker for _, speaker in rows] == ["Jo Marsh", "Anna Holt"] * 3


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("Do you swim?", "Am I to swim?"),  # two are left
        ("I was selling nets.", "Somebody sold nets."),  # hardly any says "I"
        ("How did you begin?", "How does one begin?"),  # only one says "you"
        ("How did you begin?", "“How did you begin?”"),
    ],
)
def test_other_plain_questions_are_the_writers(reader: Reader, words: str, instead: str) -> None:
    text = PLAIN.replace(words, instead)
    rows = asked(reader, Article(text, "test", find_blocks(text), byline="Jo Marsh"))
    assert "Is it worth it?" not in [words for words, _ in rows]


def test_nobody_named_asks_without_a_byline(reader: Reader) -> None:
    rows = asked(reader, bold(INTERVIEW, None))
    assert {speaker for words, speaker in rows if words.endswith("?")} == {"Interviewer"}


def test_headings_of_an_explainer_are_nobodys(reader: Reader) -> None:
    text = (
        f"{PRESENTED}\n\n_What happens next?_\n\nThe court meets on Monday.\n\n"
        "_Why is the weir shut?_\n\nThe gates are broken."
    )
    assert asked(reader, bold(text)) == []


def test_one_question_may_be_the_writers_own(reader: Reader) -> None:
    assert asked(reader, bold(f"{PRESENTED}\n\n_Do you swim?_\n\nI do not.")) == []
