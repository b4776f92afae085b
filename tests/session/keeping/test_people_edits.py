"""tui.session.keeping.people_edits: what is asked for is done in its order, whenever it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.spoken_library import small_library
from tui.library.library import Library
from tui.library.people import People, Person
from tui.session.keeping.people_edits import PeopleEditResult, PeopleEdits


class Later:
    """Does nothing of what it is given before it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def __call__(self, work: Callable[[], Any], told: Callable[[Any], object], /) -> None:
        self.waiting.append(lambda: told(work()))

    def go(self) -> None:
        for each in self.waiting:
            each()
        self.waiting.clear()


@pytest.fixture
def library() -> Library:
    return small_library()


@pytest.fixture
def people(library: Library) -> People:
    return People(library)


@pytest.fixture
def book(library: Library, people: People) -> PeopleEdits:
    return PeopleEdits(people, lambda: library.notice)


def named(people: People, name: str) -> Person:
    return people.all(name)[0]


def test_what_is_undone_before_it_was_done_is_done_and_undone(book: PeopleEdits, people: People) -> None:
    later, answers = Later(), list[PeopleEditResult]()
    book.run = later
    peskov = named(people, "peskov")
    book.rename(peskov, "Dmitri", answers.append)
    book.rename(peskov, "Dima", answers.append)
    book.undo(peskov, answers.append)
    book.redo(answers.append)
    book.undo(peskov, answers.append)
    assert people.changes() == []
    later.go()
    assert [change.name for change in people.changes()] == ["Dmitri"]
    assert [answer.changed for answer in answers] == [True] * 5
    assert "the old name is back" in answers[-1].sentence


def test_who_is_joined_is_the_other_from_now_on(book: PeopleEdits, people: People) -> None:
    answers: list[PeopleEditResult] = []
    peskov, marsh = named(people, "peskov"), named(people, "marsh")
    book.join(peskov, marsh, answers.append)
    assert answers[0].person == marsh
    assert "are now one" in answers[0].sentence
    book.undo(marsh, answers.append)
    assert answers[-1].person is None
    assert "they are two again" in answers[-1].sentence
    book.undo(marsh, answers.append)
    assert not answers[-1].changed
    assert "There is nothing to undo" in answers[-1].sentence


def test_what_cannot_be_kept_changes_nothing_and_says_why(
    book: PeopleEdits, people: People, library: Library
) -> None:
    answers: list[PeopleEditResult] = []
    peskov = named(people, "peskov")
    book.rename(peskov, "Dmitri", answers.append)
    library.read_only_reason = "It can only be read."
    for ask in (
        lambda: book.rename(peskov, "Dima", answers.append),
        lambda: book.undo(peskov, answers.append),
    ):
        ask()
        assert answers[-1] == PeopleEditResult("It can only be read.", failed=True)
    library.read_only_reason = ""
    book.undo(peskov, answers.append)
    assert answers[-1].changed
    assert people.changes() == []
