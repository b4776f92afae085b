"""tui.session.versions.text_changes: paragraphs and words that were added, removed and changed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import Article
from tui.article.compared_text import compared, fingerprint
from tui.article.files import from_bytes
from tui.article.furniture import is_furniture
from tui.session.versions.changes_export import marked
from tui.session.versions.sequence_alignment import Stopped
from tui.session.versions.text_changes import Change, TextChanges, compare, word_changes

STORY = [
    "Ships will sail after all",
    "By Ann Poe",
    "Captain Jane Doe said: “We sail on Monday.” She gave no reason for it.",
    "The harbour was quiet in the morning, and nobody came to see the ships.",
    "Tom Hill, who sells bread at the pier, had hoped for more.",
]


def article(*paragraphs: str) -> Article:
    return from_bytes("\n\n".join(paragraphs).encode(), "story.txt")


def changed(old: list[str], new: list[str]) -> TextChanges:
    return compare(article(*old), article(*new))


def told(changes: TextChanges) -> list[str]:
    return [f"{changes.paragraphs[n].change} {marked(changes.paragraphs[n].pieces)}" for n in changes.changes]


def test_the_same_is_no_change() -> None:
    changes = changed(STORY, STORY)
    assert not changes
    assert [each.change for each in changes.paragraphs] == [Change.SAME] * len(changes.paragraphs)


def test_a_word_a_paragraph_more_and_one_less() -> None:
    new = [*STORY[:2], STORY[2].replace("Monday", "Tuesday, if at all"), "Rain fell.", *STORY[4:]]
    assert told(changed(STORY, new)) == [
        "changed Captain Jane Doe said: “We sail on [-Monday-]{+Tuesday, if at all+}.” She gave no reason for it.",
        "removed [-The harbour was quiet in the morning, and nobody came to see the ships.-]",
        "added {+Rain fell.+}",
    ]


@pytest.mark.parametrize("calls", [1, 2, 5, 20])
def test_a_comparison_can_be_stopped_at_any_time(calls: int) -> None:
    old = [f"Paragraph {n} of a story that is told here at some length." for n in range(40)]
    left = iter(range(calls))

    def check() -> None:
        if next(left, None) is None:
            raise Stopped

    with pytest.raises(Stopped):
        compare(article(*old), article(*(text.replace("told", "sung") for text in old)), check)


def test_spans_are_those_of_each_text() -> None:
    new = ["Ships may sail", *STORY[1:3], "Much later: " + STORY[3], *STORY[4:]]
    before, after = article(*STORY), article(*new)
    (first, second) = (compare(before, after).paragraphs[n] for n in compare(before, after).changes)
    assert first.old is not None
    assert first.new is not None
    assert (first.old.of(before.text), first.new.of(after.text)) == (STORY[0], "Ships may sail")
    assert second.new is not None
    assert second.new.of(after.text) == "Much later: " + STORY[3]


def test_what_was_only_moved_is_marked_as_moved() -> None:
    changes = changed(STORY, [*STORY[:2], STORY[3], STORY[4], STORY[2]])
    assert changes
    assert all(changes.paragraphs[n].moved for n in changes.changes)
    assert changes.count(Change.ADDED) == changes.count(Change.REMOVED) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Updated 3 December 2025, 10:15 GMT", "Updated 4 December 2025, 09:00 GMT"),
        ("12 comments", "1,304 comments"),
        ("2 hours ago", "3 hours ago"),
        ("5 min read", "6 min read"),
        ("Last modified on Wed 3 Dec 2025 10.15 GMT", "Last modified on Thu 4 Dec 2025 11.40 GMT"),
        ("1.2k shares", "1.4k shares"),
        ("“We sail,” she said – at last.", '"We sail," she said - at last.'),
        ("It is late,  and dark.", "It is late, and\u00a0dark."),
    ],
)
def test_furniture_and_how_marks_are_set_are_no_change(old: str, new: str) -> None:
    before, after = article(*STORY, old), article(*STORY, new)
    assert not compare(before, after)
    assert fingerprint(before) == fingerprint(after)
    assert not compare(article(*STORY), after) or not is_furniture(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("At least 12 people died.", "At least 14 people died."),
        ("The vote is on 3 December.", "The vote is on 4 December."),
        ("It took 2 hours.", "It took 3 hours."),
        ("The ship has 12 readers on board.", "The ship has 13 readers on board."),
        ("She said so.", "She never said so."),
        ("Sunday", "Monday is the day that matters"),
    ],
)
def test_a_number_or_date_that_the_article_is_about_is_a_change(old: str, new: str) -> None:
    before, after = article(*STORY, old), article(*STORY, new)
    assert compare(before, after)
    assert fingerprint(before) != fingerprint(after)


def test_title_and_byline() -> None:
    old = from_bytes(b"---\ntitle: Ships sail\nauthor: Ann Poe\n---\n\nThey sail.\n", "a.md")
    new = from_bytes(b"---\ntitle: Ships stay\nauthor: Ann Poe\n---\n\nThey sail.\n", "a.md")
    assert compare(old, new).facts == (("title", "Ships sail", "Ships stay"),)


WORDS = st.lists(
    st.sampled_from(["a", "the", "ship", "sails", "“We", "go,”", "said", "–", "."]), max_size=25
).map(" ".join)


@given(WORDS, WORDS)
def test_pieces_are_the_new_words_and_the_old_ones(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == new
    before = "".join(piece.text for piece in pieces if piece.change is not Change.ADDED)
    assert compared(before).replace(" ", "") == compared(old).replace(" ", "")


def test_control_characters_are_gone_from_what_is_shown() -> None:
    changes = changed(STORY, [*STORY, "Red \x1b[31m and \u202egreen, \x9b2J \x07bell"])
    shown = "".join(told(changes))
    assert shown.isprintable()


def test_a_long_text_with_a_thousand_changes() -> None:
    dice = random.Random(7)
    words = ["".join(dice.choices("abcdefghij", k=dice.randint(2, 9))) for _ in range(3000)]
    old = [" ".join(dice.choices(words, k=30)) + "." for _ in range(1500)]
    new = list(old)
    for n in dice.sample(range(len(old)), 300):
        new[n] = new[n].replace(" ", " entirely new ", 1)
    changes = changed(old, new)
    assert changes.count(Change.CHANGED) == len(changes.changes) == 300
