"""Joins, splits and renamings of people made on a speaker's page, with undo and redo.

A `Runner` writes the changes in the order they are made, and calls back once each is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.library.people_changes import ChangeKind
from tui.library.write_queue import Runner, run_inline

if TYPE_CHECKING:
    from tui.library.people import Appearance, People, Person

_UNDONE = {
    ChangeKind.JOIN: ": they are two again",
    ChangeKind.SPLIT: ": they are one again",
    ChangeKind.RENAME: ": the old name is back",
}
"""The effect of undoing a change, by its kind."""


@dataclass(frozen=True, slots=True)
class PeopleEditResult:
    """The outcome of a change, as a sentence for the reader."""

    sentence: str
    changed: bool = False
    failed: bool = False
    person: Person | None = None
    """The person whose page is shown from now on, if that is another."""


Callback = Callable[[PeopleEditResult], object]


class PeopleEdits:
    """The changes made on one speaker's page."""

    def __init__(self, people: People, notice: Callable[[], str]) -> None:
        """Start without changes; `notice` returns why the library could not keep the last change, or ""."""
        self.run: Runner = run_inline
        """Runs the work that writes changes."""
        self._people, self._notice = people, notice
        # Ids of changes. Only work that `run` runs changes these two.
        self._done: list[str] = []
        self._undone: list[str] = []

    def join(self, person: Person, other: Person, callback: Callback) -> None:
        """Join `person` with `other`."""
        done = PeopleEditResult(f"{person.name} and {other.name} are now one; u undoes.", True, person=other)
        self._change(
            lambda: self._people.join(person.id, other.id), done, "They could not be joined.", callback
        )

    def split(
        self, person: Person, appearances: Sequence[Appearance], title: str, callback: Callback
    ) -> None:
        """Make these appearances of `person`, in the article called `title`, another person of that name."""
        done = PeopleEditResult(f"In “{title}” this is another {person.name}; u undoes.", True)
        self._change(
            lambda: self._people.split(person.id, appearances),
            done,
            "They could not be split.",
            callback,
        )

    def rename(self, person: Person, name: str, callback: Callback) -> None:
        """Give `person` the name `name`."""
        done = PeopleEditResult(f"Renamed to {one_line(name)}; u undoes.", True)
        self._change(
            lambda: self._people.rename(person.id, name), done, "They could not be renamed.", callback
        )

    def undo(self, person: Person, callback: Callback) -> None:
        """Undo the last change made on this page, or else an earlier one of this person."""

        def work() -> PeopleEditResult:
            if not self._done:
                self._done += [each.id for each in self._people.changes_of(person.id)][-1:]
            if not self._done:
                return PeopleEditResult("There is nothing to undo here.")
            what = {each.id: _UNDONE[each.kind] for each in self._people.changes()}
            sentence = f"Undone{what.get(self._done[-1], '')}; Ctrl+R redoes it."
            return self._moved(self._done, self._undone, self._people.undo, sentence)

        self.run(work, callback)

    def redo(self, callback: Callback) -> None:
        """Redo the change that was undone last."""

        def work() -> PeopleEditResult:
            if not self._undone:
                return PeopleEditResult("There is nothing to redo.")
            return self._moved(self._undone, self._done, self._people.redo, "Redone; u undoes it.")

        self.run(work, callback)

    def _change(
        self, make: Callable[[], str | None], done: PeopleEditResult, failure: str, callback: Callback
    ) -> None:
        def work() -> PeopleEditResult:
            change = make()
            if change is None:
                return self._failed(failure)
            self._done.append(change)
            self._undone.clear()
            return done

        self.run(work, callback)

    def _moved(
        self, from_: list[str], to: list[str], work: Callable[[str], bool], sentence: str
    ) -> PeopleEditResult:
        if not work(from_[-1]):
            return self._failed("That could not be kept.")
        to.append(from_.pop())
        return PeopleEditResult(sentence, True)

    def _failed(self, sentence: str) -> PeopleEditResult:
        return PeopleEditResult(self._notice() or sentence, failed=True)
