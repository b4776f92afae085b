"""Who is who, as it is changed on a speaker's page: done, undone and done again.

What is asked for is done apart and answers later, in the order asked for: another program may hold the library.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.library.people_changes import ChangeKind
from tui.library.write_queue import Apart, at_once

if TYPE_CHECKING:
    from tui.library.people import Appearance, People, Person

_TAKEN_BACK = {
    ChangeKind.JOIN: ": they are two again",
    ChangeKind.SPLIT: ": they are one again",
    ChangeKind.RENAME: ": the name is as it was",
}
"""What it means that a change is taken back, by what it was."""


@dataclass(frozen=True, slots=True)
class PeopleEditResult:
    """What came of something that was asked for, as a sentence."""

    sentence: str
    changed: bool = False
    failed: bool = False
    person: Person | None = None
    """Who the person is from now on, where that is somebody else than before."""


Told = Callable[[PeopleEditResult], object]


class PeopleEdits:
    """What is done on one page, and can be undone there."""

    def __init__(self, people: People, notice: Callable[[], str]) -> None:
        """`notice` says why the last thing could not be kept, where the library knows."""
        self.apart: Apart = at_once
        """Who writes."""
        self._people, self._notice = people, notice
        # Both are changed by who writes, and by nobody else.
        self._done: list[str] = []
        self._undone: list[str] = []

    def join(self, person: Person, other: Person, told: Told) -> None:
        """`person` is the same as `other`."""
        done = PeopleEditResult(
            f"{person.name} and {other.name} are one from now on; u undoes.", True, person=other
        )
        self._change(lambda: self._people.join(person.id, other.id), done, "They could not be joined.", told)

    def part(self, person: Person, as_whom: Sequence[Appearance], title: str, told: Told) -> None:
        """Who appears so in the article of this title is another of the same name."""
        done = PeopleEditResult(f"In “{title}” it is another {person.name}; u undoes.", True)
        self._change(
            lambda: self._people.part(person.id, as_whom), done, "They could not be told apart.", told
        )

    def rename(self, person: Person, name: str, told: Told) -> None:
        """`person` is called so."""
        done = PeopleEditResult(f"They are called {one_line(name)} from now on; u undoes.", True)
        self._change(lambda: self._people.rename(person.id, name), done, "They could not be renamed.", told)

    def undo(self, person: Person, told: Told) -> None:
        """Take back the last change made on this page; then those made of this person before."""

        def work() -> PeopleEditResult:
            if not self._done:
                self._done += [each.id for each in self._people.changes_of(person.id)][-1:]
            if not self._done:
                return PeopleEditResult("Nobody was joined with them, parted or renamed.")
            what = {each.id: _TAKEN_BACK[each.kind] for each in self._people.changes()}
            sentence = f"Taken back{what.get(self._done[-1], '')}; Ctrl+R does it again."
            return self._moved(self._done, self._undone, self._people.undo, sentence)

        self.apart(work, told)

    def redo(self, told: Told) -> None:
        """Make it again."""

        def work() -> PeopleEditResult:
            if not self._undone:
                return PeopleEditResult("There is nothing to do again.")
            return self._moved(self._undone, self._done, self._people.redo, "Done again; u undoes.")

        self.apart(work, told)

    def _change(
        self, make: Callable[[], str | None], done: PeopleEditResult, failure: str, told: Told
    ) -> None:
        def work() -> PeopleEditResult:
            change = make()
            if change is None:
                return self._failed(failure)
            self._done.append(change)
            self._undone.clear()
            return done

        self.apart(work, told)

    def _moved(
        self, from_: list[str], to: list[str], work: Callable[[str], bool], sentence: str
    ) -> PeopleEditResult:
        if not work(from_[-1]):
            return self._failed("That could not be kept.")
        to.append(from_.pop())
        return PeopleEditResult(sentence, True)

    def _failed(self, sentence: str) -> PeopleEditResult:
        return PeopleEditResult(self._notice() or sentence, failed=True)
