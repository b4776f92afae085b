"""Files are written whole or not at all, and nothing is lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tui.session.exporting.atomic_writing import CannotWrite, check_writable, write_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def test_text_is_written_to_the_letter(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "ä\r\nb\n")
    assert (tmp_path / "a.txt").read_bytes() == "ä\r\nb\n".encode()
    write_text(tmp_path / "a.csv", "ä", encoding="utf-8-sig")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf\xc3\xa4"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["a.csv", "a.txt"]


def test_what_exists_is_left_alone_until_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(CannotWrite, match=r"exists and is left as it is"):
        write_text(path, "new")
    assert path.read_text() == "old"
    write_text(path, "new", overwrite=True)
    assert path.read_text() == "new"


def test_what_comes_to_exist_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    link = os.link
    monkeypatch.setattr(os, "link", lambda a, b: path.write_text("theirs") and link(a, b))
    with pytest.raises(CannotWrite, match="exists now"):
        write_text(path, "mine")
    assert path.read_text() == "theirs"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.txt"]


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    write_text(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").read_text() == "x"


def test_a_failure_half_way_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fsync(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CannotWrite, match=r"cannot be written: No space left on device"):
        write_text(path, "new", overwrite=True)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.txt"]


def test_a_name_that_is_too_long_is_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="; name a file elsewhere"):
        check_writable(tmp_path / ("a" * 300))
    with pytest.raises(CannotWrite, match="; name a file elsewhere"):
        check_writable(tmp_path / ("a" * 300) / "b.txt")


@posix
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    write_text(tmp_path / "link", "new", overwrite=True)
    assert (tmp_path / "link").is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


@posix
def test_devices_are_written_to(tmp_path: Path) -> None:
    write_text(Path("/dev/null"), "x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "is a folder"), ("none/a.txt", "There is no folder"), ("\x1b[31m/a", "There is no folder")],
)
def test_paths_that_cannot_be(tmp_path: Path, name: str, problem: str) -> None:
    with pytest.raises(CannotWrite, match=problem) as raised:
        check_writable(tmp_path / name)
    assert "\x1b" not in raised.value.message
