"""A speaker's page, without a screen."""

from __future__ import annotations

from tests.spoken_library import small_library
from tui.library.people import People
from tui.session.keeping.speaker_profile import SpeakerProfile


def profile(name: str = "Dmitry Peskov") -> SpeakerProfile:
    library = small_library()
    person = People(library).person(name)
    assert person is not None
    return SpeakerProfile(library, person)


def test_everything_they_said_stands_under_its_article_the_newest_first() -> None:
    peskov = profile()
    assert [(first.source, len(quotes)) for first, quotes in peskov.by_article()] == [
        ("/news/hostile.txt", 1),
        ("/news/talks.txt", 1),
    ]
    assert peskov.about == "spokesman · 2 quotes in 2 articles"


def test_it_can_be_filtered() -> None:
    peskov = profile()
    peskov.set_filter("article:talks")
    assert [peskov.quotes[i].words for i in peskov.left] == ["“We are ready to talk.”"]
    peskov.set_filter("stance:attitude")
    assert peskov.left == []
    peskov.set_filter("")
    assert len(peskov.left) == 2


def test_who_is_told_apart_or_joined_changes_the_page() -> None:
    peskov = profile()
    marsh = peskov.people.person("Ann Marsh")
    assert marsh is not None
    change = peskov.people.join(peskov.person.id, marsh.id)
    assert change is not None
    peskov.person = marsh
    peskov.load()
    assert peskov.total == 4
    assert peskov.people.undo(change)
    peskov.load()
    assert peskov.total == 2
