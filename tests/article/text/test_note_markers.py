"""The markers of notes in a plain text."""

import pytest

from tui.article.text.note_markers import find_note_markers


def shown(text: str) -> str:
    for markup in reversed(find_note_markers(text)):
        text = text[: markup.span.start] + text[markup.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“There is no money[1] left,” said Anna Holt[2].", "“There is no money left,” said Anna Holt."),
        ("The weir broke.[1] The [2]mill stood.", "The weir broke. The mill stood."),
        ("“It is over,”[3][4] she said.", "“It is over,” she said."),
        ("The lynx's [14]keeper saw [15]Peter Lind.", "The lynx's keeper saw Peter Lind."),
        ("The weir broke[1] in May.", "The weir broke in May."),
        (
            "It broke.[1]\n\nIt held.[2]\n\n[1] Holt, page 3\n[2] Lind",
            "It broke.\n\nIt held.\n\n[1] Holt, page 3\n[2] Lind",
        ),
    ],
)
def test_markers_that_touch_a_word_are_not_shown(text: str, words: str) -> None:
    assert shown(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "“We saw [12] people and [13] dogs,” she said.",
        "“We met [in 1990] and [2016] again,” she said.",
        "Let rows[0] be the first and rows[1] the next.",
        "Set rows[1] = 4 and rows[2] = 5.",
        "See [1](https://example.org) and [2](https://example.org).",
        "The model X[7] was sold.",
        "In 19[80] and 19[81].",
        "[1] Holt, page 3\n[2] Lind, page 4",
    ],
)
def test_other_brackets_stay_words(text: str) -> None:
    assert find_note_markers(text) == []
