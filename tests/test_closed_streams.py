"""Standard streams that are closed or full, no home folder, no memory: a sentence, and the right status."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli import main
from tui.linear.line_terminal import LineTerminal

if sys.platform == "win32":
    pytest.skip("there is no such shell", allow_module_level=True)

TEXT = "A headline\n\nThe town “will wait”, said Ann Lee.\n"
FULL = "quoth: The output cannot be written: No space left on device."
CLOSED = "quoth: The output cannot be written: Bad file descriptor."


def run(line: str, folder: Path, **environment: str) -> tuple[int, str, str]:
    """Run a line in which “quoth” is this quoth; return the status, standard output and standard error."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    quoth = f"{shlex.quote(sys.executable)} -P -m tui"
    done = subprocess.run(
        ["/bin/sh", "-c", line.replace("quoth", quoth)],
        cwd=folder,
        env={
            **os.environ,
            "QUOTH_HOME": str(folder),
            "PYTHONPATH": str(Path(__file__).parents[1]),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("line", "status", "complaint"),
    [
        ("quoth text a.txt >&-", 1, CLOSED),
        ("quoth --help >&-", 1, CLOSED),
        ("quoth help --man >&-", 1, CLOSED),
        ("quoth text -o b.md a.txt >&-", 0, ""),
        ("quoth text nosuch 2>&-", 1, ""),
        ("quoth text a.txt >&- 2>&- <&-", 1, ""),
        ("quoth --nosuch 2>&-", 2, ""),
        ("quoth --linear a.txt >&- </dev/null", 1, CLOSED),
        ("quoth text - <&-", 1, "quoth: There is no standard input; name a file instead."),
    ],
)
def test_a_closed_stream_is_one_sentence(line: str, status: int, complaint: str, tmp_path: Path) -> None:
    assert run(line, tmp_path) == (status, "", f"{complaint}\n" if complaint else "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("line", "status", "complaint"),
    [
        ("quoth text a.txt >/dev/full", 1, FULL),
        ("quoth --help >/dev/full", 1, FULL),
        ("quoth help --man >/dev/full", 1, FULL),
        ("quoth --linear a.txt >/dev/full </dev/null", 1, FULL),
        ("quoth text nosuch 2>/dev/full", 1, ""),
    ],
)
def test_a_full_device_is_one_sentence(line: str, status: int, complaint: str, tmp_path: Path) -> None:
    assert run(line, tmp_path) == (status, "", f"{complaint}\n" if complaint else "")


def test_without_standard_input_nothing_more_is_read_linearly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert LineTerminal().ask() is None


def test_a_file_opened_later_does_not_become_standard_output(tmp_path: Path) -> None:
    status, _, _ = run("quoth library export >&-", tmp_path)
    assert status == 1
    assert not any(b"quoth: " in file.read_bytes() for file in tmp_path.iterdir() if file.suffix == ".db")


def test_without_a_home_folder_texts_are_read_and_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.article.errors import CannotRead
    from tui.library.database_file import home
    from tui.session import settings

    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.delenv("QUOTH_HOME", raising=False)
    monkeypatch.delenv("QUOTH_CONFIG", raising=False)
    monkeypatch.setattr("platformdirs.user_config_path", no_home)
    monkeypatch.setattr("platformdirs.user_data_path", no_home)
    found = settings.load({})
    assert found.private
    assert found.problems == (f"{settings.NO_HOME} Until then nothing is kept.",)
    with pytest.raises(CannotRead, match="set HOME or QUOTH_HOME"):
        home()


def test_a_library_that_cannot_be_looked_for_is_none(tmp_path: Path) -> None:
    too_long = str(
        tmp_path / ("x" * 300)
    )  # as little can be seen there as in a folder that may not be entered
    status, out, said = run("quoth corrections list", tmp_path, QUOTH_HOME=too_long)
    assert (status, out) == (0, "")
    assert "fault of quoth" not in said
    assert said.endswith(
        "quoth: Nothing was corrected so far; in the reader, x corrects the quote in sight.\n"
    )


@pytest.mark.parametrize(
    "error", [RuntimeError("can't start new thread"), BlockingIOError(errno.EAGAIN, "unavailable")]
)
def test_no_thread_or_process_is_one_sentence(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(*_: object) -> int:
        raise error

    monkeypatch.setattr("tui.commands.text_command.run", start)
    assert main(["text", "a.txt"]) == 1
    sentence = "The system starts no more threads or processes; end other programs, or raise ulimit -u."
    assert capsys.readouterr().err == f"quoth: {sentence}\n"


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_no_file_is_one_sentence(
    number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(*_: object) -> int:
        raise OSError(number, "Too many open files", "/lib/any.py")

    monkeypatch.setattr("tui.commands.text_command.run", start)
    assert main(["text", "a.txt"]) == 1
    sentence = "The system opens no more files; end other programs, or raise ulimit -n."
    assert capsys.readouterr().err == f"quoth: {sentence}\n"


def test_a_folder_that_is_gone_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["archive", "a.txt", "-o", "out"]) == 1
    assert capsys.readouterr().err == "quoth: The folder you are in is gone; change to another one.\n"


def test_no_memory_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def take_all(*_: object) -> int:
        raise MemoryError

    monkeypatch.setattr("tui.commands.text_command.run", take_all)
    assert main(["text", "a.txt"]) == 1
    said = capsys.readouterr().err
    assert said == "quoth: There is not enough memory left; end other programs, or give quoth less to read.\n"
