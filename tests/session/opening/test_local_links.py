"""The files that notes link to, and none that they should not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.article.files import read_file
from tui.session.opening.local_links import local_links

NOTE = "# Plan\n\nThe plan is long, said Ann Lee.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "People").mkdir(parents=True)
    for name in ("plan.md", "Ferry times.md", "People/Jo Berg.md", "a b.md", "page.html", "photo.png"):
        (folder / name).write_text(NOTE)
    (tmp_path / "secret.md").write_text(NOTE)
    return folder


def found(notes: Path, text: str, name: str = "n.md") -> dict[str, str]:
    (notes / name).write_text(f"# Note\n\n{text}\n")
    links = local_links(read_file(notes / name))
    return {link.words: str(Path(link.address).relative_to(notes.resolve())) for link in links}


@pytest.mark.parametrize(
    ("text", "words", "path"),
    [
        ("See [the plan](plan.md) of it.", "the plan", "plan.md"),
        ("See [the plan](./plan.md#costs \"Plan\") of it.", "the plan", "plan.md"),
        ("See [it](a%20b.md).", "it", "a b.md"),
        ("See [a page](page.html).", "a page", "page.html"),
        ("See [[Ferry times]].", "Ferry times", "Ferry times.md"),
        ("See [[ferry times|them]].", "them", "Ferry times.md"),
        ("See [[Jo Berg]].", "Jo Berg", "People/Jo Berg.md"),
        ("See [[People/Jo Berg#Life|Jo]].", "Jo", "People/Jo Berg.md"),
    ],
)  # fmt: skip
def test_files_beside_the_note_are_links(notes: Path, text: str, words: str, path: str) -> None:
    assert found(notes, text) == {words: str(Path(path))}


@pytest.mark.parametrize(
    "text",
    [
        "See [gone](gone.md) and [[Gone]].",
        "See [out](../secret.md).",
        "See [root](/etc/passwd) and [file](file:///etc/passwd).",
        "See [photo](photo.png) and ![plan](plan.md) and ![[plan]].",
        "See [web](https://a.example/plan.md).",
    ],
)
def test_what_is_gone_outside_or_no_text_is_none(notes: Path, text: str) -> None:
    assert found(notes, text) == {}


def test_a_plain_text_links_to_no_files(notes: Path) -> None:
    assert found(notes, "See [the plan](plan.md) and [[Ferry times]].", "n.txt") == {}


def test_in_a_folder_of_obsidian_all_notes_are_found(notes: Path) -> None:
    (notes.parent / ".obsidian").mkdir()
    (notes / "n.md").write_text("See [[secret]] and [it](../secret.md).\n")
    (link,) = local_links(read_file(notes / "n.md"))
    assert Path(link.address) == (notes.parent / "secret.md").resolve()
