"""tui.library.source_history: what was read, by the names it was read under."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.library.kept_story import ANALYSIS, ARTICLE
from tui.library import source_history
from tui.library.library import Library
from tui.library.source_history import read_of

HERE, THERE, PAPER = "https://a.example/story", "https://b.example/same", "/home/jane/story.txt"


def test_what_was_read_under_two_names_was_read_under_both(kept: Library) -> None:
    for name in (HERE, THERE, PAPER, HERE):
        kept.mark_read(replace(ARTICLE, source=name))
    assert read_of(kept, [HERE, THERE, PAPER, "else"]) == {HERE: None, THERE: None, PAPER: None}
    kept.keep(replace(ARTICLE, source=HERE), ANALYSIS)
    assert read_of(kept, [HERE, THERE]) == {HERE: (1, 1), THERE: (1, 1)}
    assert [each.source for each in kept.articles()] == [HERE]


def test_what_is_read_there_now_counts(kept: Library) -> None:
    for name in (HERE, THERE):
        kept.keep(replace(ARTICLE, source=name), ANALYSIS)
    kept.mark_read(replace(ARTICLE, text="Another text by now.", blocks=(), source=HERE))
    assert read_of(kept, [HERE]) == {HERE: None}


def test_what_is_forgotten_was_not_read(kept: Library) -> None:
    for name in (HERE, THERE):
        kept.mark_read(replace(ARTICLE, source=name))
    kept.forget(kept.id_of(ARTICLE.text) or 0)
    assert read_of(kept, [HERE, THERE]) == {}
    assert HERE not in str(kept.query(lambda db: db.execute("SELECT value FROM preferences").fetchall()))


def test_so_many_names_are_kept_and_what_is_no_list_of_them_is_none(
    kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_history, "OTHERS_KEPT", 2)
    names = [f"https://{n}.example/" for n in range(5)]
    for name in names:
        kept.mark_read(replace(ARTICLE, source=name))
    assert list(read_of(kept, names)) == [names[4], names[3], names[2]]
    for value in ("[", "[]", '{"x": 1}', '{"x": "zz"}'):
        kept.set_preference("other sources", value)
        assert read_of(kept, ["x"]) == {}
    assert kept.notice == ""
