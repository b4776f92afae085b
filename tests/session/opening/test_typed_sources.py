"""What is typed to be opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.session.opening.typed_sources import (
    Suggestion,
    complete_path,
    interpret_input,
    matching_history,
    matching_paths,
)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        (" https://example.org/x ", "https://example.org/x"),
        ("example.org/x?y", "https://example.org/x?y"),
        ("www.example.org", "www.example.org"),
        ("localhost:8000/a", "http://localhost:8000/a"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("'a b.txt'", "a b.txt"),
        ("a b", "a b"),
        ("papers/", "papers/"),
        ("missing.txt", "missing.txt"),
        ("page.HTML", "page.HTML"),
        ("example.org/page.html", "https://example.org/page.html"),
        ("example.md/x", "https://example.md/x"),
    ],
)
def test_what_is_typed_is_understood(typed: str, source: str) -> None:
    assert interpret_input(typed) == source


def test_a_file_that_is_there_is_meant_and_the_home_folder_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "example.org").write_text("x")
    assert interpret_input("example.org") == "example.org"
    assert interpret_input("~/x.txt") == f"{tmp_path}/x.txt"
    assert [each.line for each in matching_paths("~/ex")] == ["~/example.org"]
    assert matching_paths("~/ex")[0].source == f"{tmp_path}/example.org"


def test_paths_complete_folders_first_and_hidden_ones_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("news", "new"):
        (tmp_path / name).mkdir()
    for name in ("newer.txt", ".new"):
        (tmp_path / name).write_text("x")
    assert [each.shown for each in matching_paths("ne")] == ["new/", "news/", "newer.txt"]
    assert [each.shown for each in matching_paths(".n")] == [".new"]
    assert complete_path("n", matching_paths("n")) == "new"
    assert complete_path("news", matching_paths("news")) == "news/"
    assert complete_path("new", matching_paths("new")) is None
    assert complete_path("x", matching_paths("x")) is None
    assert matching_paths("https://ne") == []
    assert matching_paths("no/such/folder/") == []
    assert matching_paths("a\0b/") == []


def test_a_name_that_cannot_stand_in_the_line_can_only_be_picked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        (tmp_path / "x\x1b[2J").write_text("x")
    except OSError:
        pytest.skip("names like this cannot be made here")
    (found,) = matching_paths("x")
    assert found == Suggestion("x\x1b[2J", "x␛[2J", "", None)
    assert complete_path("x", [found]) is None


def test_what_was_opened_before_is_found_by_words_of_source_and_title() -> None:
    history = [("a.txt", "First News"), ("b\x1b.txt", None), ("a.txt", None), ("-", "standard input")]
    assert [each.source for each in matching_history("", history)] == ["a.txt", "b\x1b.txt"]
    assert [each.source for each in matching_history("NEWS a", history)] == ["a.txt"]
    assert [each.line for each in matching_history("b", history)] == [None]


def test_the_home_folder_is_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (found,) = matching_history("~/a", [(str(tmp_path / "a.txt"), None), (f"{tmp_path}x/a.txt", None)])
    assert (found.shown, found.source) == (f"~{os.sep}a.txt", str(tmp_path / "a.txt"))
