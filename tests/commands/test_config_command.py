"""`quoth config`: where the settings are, what is set, what is wrong, and editing them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.cli import main
from tui.session.settings import from_table
from tui.session.settings_report import settings_notice, settings_path

Out = pytest.CaptureFixture[str]


def write(text: str) -> Path:
    path = settings_path()
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_wrong_is_said_in_one_place(capsys: Out) -> None:
    path = write(
        'measure = 90\ncitation = "plain"\nthem = "x"\ntheme = "nowhere"\nmodel = "no_such_model"\n'
        '[keymap]\n"quote.nex" = "j"\n'
    )
    assert main(["config"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith(f"{path}\n")
    assert 'citation   "plain"' in printed
    assert "private    false (not set)" in printed
    for words in (
        "“measure”",
        "“them”",
        "no theme called “nowhere”",
        "“no_such_model” is not",
        "“quote.nex”",
    ):
        assert words in printed.split("Wrong, and not used:")[1]


def test_without_a_file_nothing_is_wrong(capsys: Out) -> None:
    assert main(["config"]) == 0
    assert "there is none yet; quoth config edit makes it" in capsys.readouterr().out
    assert main(["config", "path"]) == 0
    assert capsys.readouterr().out == f"{settings_path()}\n"


def test_a_place_that_no_file_can_have_is_said(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTH_HOME", str(Path.cwd() / ("a" * 300)))
    assert main(["config"]) == 1
    assert "could not be read" in capsys.readouterr().out


def test_editing_makes_the_file_and_then_says_what_is_wrong(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = tmp_path / "my editor.py"
    editor.write_text(
        "import sys; f = open(sys.argv[1], 'r+'); f.read(); f.seek(0); f.write('measure = 5\\n#')",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{editor}'")
    monkeypatch.delenv("VISUAL", raising=False)
    assert main(["config", "edit"]) == 1
    assert "“measure” must be a whole number from 60 to 72" in capsys.readouterr().out
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert main(["config", "edit"]) == 1
    assert "could not be edited" in capsys.readouterr().err


def test_one_message_names_the_file_and_the_first_of_many() -> None:
    assert settings_notice([]) == []
    problems = from_table(dict.fromkeys(("a", "b", "c", "d", "theme"), 1)).problems
    (message,) = settings_notice(problems)
    assert "… and 2 more." in message
    assert str(settings_path()) in message
    assert settings_notice([f"“{settings_path()}” is not TOML."]) == [f"“{settings_path()}” is not TOML."]
