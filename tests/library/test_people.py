"""tui.library.people: who is who across articles, by name and by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.made_up import story
from tui.library.library import Library
from tui.library.people import People, Person


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    kept = Library.open(tmp_path / "x.sqlite3")
    yield kept
    assert kept.notice == ""
    kept.close()


def keep(library: Library, number: int, *names: str | None, **more: dict[str, str] | str) -> None:
    """Keep an article in which each of `names` says one thing."""
    said = [(f"Words {number} {at}", name, "") for at, name in enumerate(names)]
    library.keep(*story(*said, title=f"Story {number}", **more))  # type: ignore[arg-type]


def named(library: Library) -> list[tuple[str, int, int]]:
    return sorted((p.name, p.quotes, p.articles) for p in People(library).all())


def one(library: Library, name: str) -> Person:
    found = People(library).person(name)
    assert found is not None
    return found


def test_full_names_join_and_bare_surnames_never(library: Library) -> None:
    keep(library, 1, "Dmitry Peskov", "Dmitry Peskov")
    keep(library, 2, "Dmitry Peskov", "Eric Trump")
    keep(library, 3, "Trump")
    keep(library, 4, "Trump")
    assert named(library) == [("Dmitry Peskov", 3, 2), ("Eric Trump", 1, 1), ("Trump", 1, 1), ("Trump", 1, 1)]
    assert People(library).person("Trump") is None


def test_a_text_that_damage_has_turned_into_bytes_is_read(library: Library) -> None:
    keep(library, 1, "Jane Doe")
    library.transact(lambda db: db.execute("UPDATE people SET name = CAST(name AS BLOB)"))
    library.transact(
        lambda db: db.execute(
            "UPDATE appearances SET kind = CAST(kind AS BLOB), role = x'436F6F6B', name = 7"
        )
    )
    (doe,) = People(library).all()
    assert (doe.name, doe.kind, doe.role) == ("Jane Doe", "person", "Cook")


def test_bodies_join_by_their_whole_name(library: Library) -> None:
    kinds = dict.fromkeys(("the U.N.", "UN", "United Nations", "Ukraine"), "organisation")
    keep(library, 1, "the U.N.", "Ukraine", kinds=kinds)
    keep(library, 2, "UN", "Ukraine", kinds={"UN": "organisation", "Ukraine": "place"})
    keep(library, 3, "United Nations", kinds=kinds)
    assert [(quotes, articles) for _, quotes, articles in named(library)] == [(2, 2), (1, 1), (2, 2)]


def test_two_of_one_name_are_told_apart_by_their_callings(library: Library) -> None:
    keep(library, 1, "John Smith", roles={"John Smith": "Everton midfielder"})
    keep(library, 2, "John Smith", roles={"John Smith": "health minister"})
    keep(library, 3, "John Smith", roles={"John Smith": "the minister"})
    keep(library, 4, "John Smith")
    assert named(library) == [("John Smith", 2, 2), ("John Smith", 2, 2)]


def test_everything_somebody_said_by_date(library: Library) -> None:
    keep(library, 1, "Jane Doe", "Jane Doe", published="2025-03-01")
    keep(library, 2, "Jane Doe", "Tom Okafor", published="2025-05-12T10:00:00Z")
    people = People(library)
    person = one(library, "Jane Doe")
    said = people.quotes(person.id)
    assert [(s.date[:10], s.words, s.number) for s in said] == [
        ("2025-05-12", "“Words 2 0,”", 0),
        ("2025-03-01", "“Words 1 0,”", 0),
        ("2025-03-01", "“Words 1 1,”", 1),
    ]
    assert [s.words for s in people.quotes(person.id, limit=2)] == ["“Words 2 0,”", "“Words 1 0,”"]
    article = library.article(said[0].article)
    assert article is not None
    assert said[0].content[0].of(article.text) == "“Words 2 0,”"
    assert (said[0].cue, said[0].kind, said[0].certainty) == ("said", "direct", 0.9)
    behind = people.person_of(said[0].article, "s2")
    assert behind is not None
    assert behind.name == "Tom Okafor"


def test_who_is_looked_for(library: Library) -> None:
    keep(library, 1, "Zoë Müller", "Jane Doe", "Jane Doe")
    people = People(library)
    assert [p.name for p in people.all("mull")] == ["Zoë Müller"]
    assert [p.name for p in people.all("Müller z")] == ["Zoë Müller"]
    assert [p.name for p in people.all("")] == ["Jane Doe", "Zoë Müller"]
    assert [p.name for p in people.all(limit=1)] == ["Jane Doe"]
    for nobody in ("oe", "%", "_", "'", "m%l", "x\ud800"):
        assert people.all(nobody) == []


def test_joined_by_hand_and_taken_back(library: Library) -> None:
    keep(library, 1, "Donald Trump")
    keep(library, 2, "Trump")
    people = People(library)
    full = one(library, "Donald Trump")
    bare = next(p for p in people.all() if p.name == "Trump")
    change = people.join(bare.id, full.id)
    assert change is not None
    assert named(library) == [("Donald Trump", 2, 2)]
    assert people.person(bare.id) is None
    assert len(people.changes()) == 1
    assert people.undo(change)
    assert named(library) == [("Donald Trump", 1, 1), ("Trump", 1, 1)]
    assert people.changes() == []
    assert people.redo(change)
    assert named(library) == [("Donald Trump", 2, 2)]
    assert not people.undo("nothing")


def test_a_join_holds_for_what_is_read_later_and_analysed_anew(library: Library) -> None:
    keep(library, 1, "Bill Gates")
    keep(library, 2, "William Gates")
    people = People(library)
    people.join(one(library, "William Gates").id, one(library, "Bill Gates").id)
    keep(library, 3, "William Gates", "Bill Gates")
    keep(library, 2, "William Gates")
    assert named(library) == [("Bill Gates", 4, 3)]
    assert one(library, "William Gates").name == "Bill Gates"


def test_chains_of_joins_are_taken_back_one_by_one(library: Library) -> None:
    for number, name in enumerate(("Ann One", "Ann Two", "Ann Three")):
        keep(library, number, name)
    people = People(library)
    first = people.join(one(library, "Ann One").id, one(library, "Ann Two").id)
    people.join(one(library, "Ann Two").id, one(library, "Ann Three").id)
    assert named(library) == [("Ann Three", 3, 3)]
    assert first is not None
    people.undo(first)
    assert named(library) == [("Ann One", 1, 1), ("Ann Three", 2, 2)]


def test_joined_back_the_other_way(library: Library) -> None:
    keep(library, 1, "Ann One")
    keep(library, 2, "Ann Two")
    people = People(library)
    people.join(one(library, "Ann One").id, one(library, "Ann Two").id)
    assert people.join(one(library, "Ann Two").id, one(library, "Ann Two").id) is None
    keep(library, 3, "Ann One")
    assert named(library) == [("Ann Two", 3, 3)]


def test_parted_by_hand_article_by_article(library: Library) -> None:
    for number in (1, 2, 3):
        keep(library, number, "John Smith")
    people = People(library)
    person = one(library, "John Smith")
    last = people.appearances(person.id)[0]
    assert last.title == "Story 3"
    change = people.split(person.id, [last])
    assert change is not None
    assert named(library) == [("John Smith", 1, 1), ("John Smith", 2, 2)]
    keep(library, 3, "John Smith")
    keep(library, 4, "John Smith")
    assert named(library) == [("John Smith", 1, 1), ("John Smith", 3, 3)]
    people.undo(change)
    assert named(library) == [("John Smith", 4, 4)]


def test_parted_by_hand_by_role(library: Library) -> None:
    keep(library, 1, "John Smith", roles={"John Smith": "fisherman"})
    keep(library, 2, "John Smith", roles={"John Smith": "landlord"})
    people = People(library)
    assert named(library) == [("John Smith", 2, 2)]
    assert people.split(one(library, "John Smith").id, roles=["Landlord"]) is not None
    keep(library, 3, "John Smith", roles={"John Smith": "landlord"})
    assert named(library) == [("John Smith", 1, 1), ("John Smith", 2, 2)]
    assert people.split(one(library, "John Smith").id) is None


def test_renamed_by_hand(library: Library) -> None:
    keep(library, 1, "Jane Doe")
    people = People(library)
    change = people.rename(one(library, "Jane Doe").id, "Jane\x1b[31m\nDoe MP")
    assert change is not None
    assert named(library) == [("Jane␛[31m Doe MP", 1, 1)]
    assert [p.name for p in people.all("doe")] == ["Jane␛[31m Doe MP"]
    keep(library, 1, "Jane Doe")
    assert one(library, "Jane Doe").name == "Jane␛[31m Doe MP"
    people.undo(change)
    assert named(library) == [("Jane Doe", 1, 1)]


def test_it_is_all_there_the_next_time(tmp_path: Path) -> None:
    first = Library.open(tmp_path / "y.sqlite3")
    keep(first, 1, "Bill Gates")
    keep(first, 2, "William Gates")
    people = People(first)
    people.join(one(first, "William Gates").id, one(first, "Bill Gates").id)
    first.close()
    again = Library.open(tmp_path / "y.sqlite3")
    assert named(again) == [("Bill Gates", 2, 2)]
    again.close()
    assert People(again).all() == []
