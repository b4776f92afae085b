"""The door, from outside: what is printed where, and with which status one leaves."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.immediate_process import analyse_at_once
from tests.session.article_with_quotes import ANALYSIS, TEXT
from tui.analysis.analysis import Analysis
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, Event
from tui.article.article import Article
from tui.cli import main

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def answer(article: Article) -> Event:
    """Answer for one article known by heart, and fail on another."""
    if "KABOOM" in article.text:
        return AnalysisFailed("The analysis of this article broke off (ValueError); please report it.")
    if "CTRL-C" in article.text:
        raise KeyboardInterrupt
    return AnalysisComplete(ANALYSIS if article.text == TEXT else Analysis(notices=("Not English.",)))


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the models that were loaded; here loading takes no time."""
    return analyse_at_once(monkeypatch, answer)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write the file "harbour.txt" in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("harbour.txt").write_text(TEXT, encoding="utf-8")
    Path("other.txt").write_text("Nothing is said here.\n", encoding="utf-8")
    return "harbour.txt"


Out = pytest.CaptureFixture[str]


def test_help_and_version(capsys: Out) -> None:
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as raised:
            main([option])
        assert raised.value.code == 0
    assert "quoth 0." in capsys.readouterr().out


def test_a_report_where_there_is_no_terminal(article: str, capsys: Out) -> None:
    assert main([article]) == 0
    out, err = capsys.readouterr()
    assert "Éloïse Brandt, Mayor\n  “We’ve waited" in out
    assert err == ""


def test_quotes_as_text(article: str, capsys: Out) -> None:
    assert main(["quotes", article]) == 0
    out = capsys.readouterr().out
    assert out.endswith("Officials said a “small” delay was likely.\n— Officials, paragraph 5\n")
    assert "the work to begin" not in out  # an attitude


def test_json_is_an_object_for_one_and_an_array_for_several(article: str, capsys: Out) -> None:
    assert main(["quotes", "--format", "json", article]) == 0
    one = json.loads(capsys.readouterr().out)
    assert [quote["id"] for quote in one["quotes"]] == ["q1", "q2", "q3", "q4", "q5"]
    assert main(["quotes", "--format", "json", article, "other.txt"]) == 0
    assert [each["source"] for each in json.loads(capsys.readouterr().out)] == [article, "other.txt"]


def test_the_filter_narrows(article: str, capsys: Out) -> None:
    assert main(["quotes", "--format", "jsonl", "--filter", "-kind:indirect speaker:okafor", article]) == 0
    assert [quote["id"] for quote in json.loads(capsys.readouterr().out)["quotes"]] == ["q2"]
    assert main(["quotes", "--filter", "stance:attitude", article]) == 0
    assert "the work to begin" in capsys.readouterr().out


def test_a_filter_that_cannot_be_read_is_a_wrong_call(article: str, capsys: Out, loaded: list[str]) -> None:
    assert main(["quotes", "--filter", "spekaer:x", article]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "quoth: The filter cannot be read: no field “spekaer”; did you mean speaker:?\n"
    assert loaded == []


def test_one_failing_file_does_not_stop_the_rest(article: str, capsys: Out) -> None:
    Path("broken.txt").write_text("KABOOM.", encoding="utf-8")
    Path("empty").mkdir()
    assert main(["quotes", "--format", "jsonl", "none.txt", "broken.txt", "empty", article]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["source"] == article
    lines = err.splitlines()
    assert len(lines) == 3
    assert "“none.txt”" in lines[0]
    assert lines[1] == (
        "quoth: “broken.txt”: The analysis of this article broke off (ValueError); please report it."
    )
    assert "folder" in lines[2]


def test_nothing_that_can_be_read_loads_no_model(article: str, capsys: Out, loaded: list[str]) -> None:
    assert main(["quotes", "none.txt"]) == 1
    assert main(["none.txt"]) == 1
    assert loaded == []
    assert capsys.readouterr().out == ""


def test_a_model_that_is_not_there(article: str, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_at_once(
        monkeypatch, lambda _: AnalysisFailed("The spaCy model “nope” is not installed.", is_permanent=True)
    )
    assert main(["quotes", "--model", "nope", article]) == 2
    assert main([article, "--model", "nope"]) == 2
    assert capsys.readouterr().err == "quoth: The spaCy model “nope” is not installed.\n" * 2


def test_the_model_of_the_settings_unless_another_is_asked_for(
    article: str, loaded: list[str], quoth_home: Path
) -> None:
    quoth_home.mkdir()
    (quoth_home / "config.toml").write_text('model = "mine"\n')
    main(["quotes", article, article])
    main(["quotes", "--model", "other", article])
    assert loaded == ["mine", "other"]


def test_settings_that_are_wrong_are_said(article: str, capsys: Out, quoth_home: Path) -> None:
    quoth_home.mkdir()
    (quoth_home / "config.toml").write_text("measure = 3\n")
    assert main(["quotes", article]) == 0
    assert (
        capsys.readouterr().err == "quoth: Setting “measure” must be a whole number from 60 to 72, not 3.\n"
    )


def test_notices_go_to_standard_error(article: str, capsys: Out) -> None:
    assert main(["quotes", "other.txt"]) == 0
    assert capsys.readouterr() == ("", "quoth: “other.txt”: Not English.\n")


def test_output_goes_to_a_new_file(article: str, capsys: Out) -> None:
    assert main(["quotes", "--format", "csv", "-o", "q.csv", article, "none.txt"]) == 1
    assert Path("q.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,title")
    assert main(["quotes", "--format", "json", "-o", "q.json", article]) == 0
    assert json.loads(Path("q.json").read_text(encoding="utf-8"))["source"] == article
    assert capsys.readouterr().out == ""


def test_output_never_overwrites_until_told(article: str, capsys: Out, loaded: list[str]) -> None:
    Path("q.txt").write_text("mine")
    assert main(["quotes", "-o", "q.txt", article]) == 2
    assert main(["quotes", "-o", "none/q.txt", article]) == 2
    assert loaded == []  # said before the work, not after it
    assert Path("q.txt").read_text() == "mine"
    assert capsys.readouterr().err.count("\n") == 2
    assert main(["quotes", "-o", "q.txt", "--force", article]) == 0
    assert Path("q.txt").read_text(encoding="utf-8").startswith("From")


def test_nothing_read_writes_no_file(article: str) -> None:
    assert main(["quotes", "-o", "q.txt", "none.txt"]) == 1
    assert not Path("q.txt").exists()


def test_standard_input(article: str, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    for argv in (["quotes", "--format", "jsonl", "-"], ["-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        assert main(argv) == 0
    line, *report = capsys.readouterr().out.splitlines()
    assert json.loads(line)["source"] == "-"
    assert "Tom Okafor" in report


@posix
def test_hostile_and_undecodable_file_names(article: str, capsys: Out) -> None:
    names = [b"a\xff.txt", b"b\x1b]0;x\x07\n.txt", b"[red]c.txt", b"-d.txt"]
    for name in names:
        (Path.cwd() / os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    given = [f"./{os.fsdecode(name)}" for name in names]
    for format in ("text", "json", "csv", "markdown"):
        assert main(["quotes", "--format", format, *given, os.fsdecode(b"\x1b[31m\xfe")]) == 1
        out, err = capsys.readouterr()
        assert "\x1b" not in out + err
        assert "\x07" not in out
        assert err.count("\n") == 1
        if format == "json":
            assert [article["source"] for article in json.loads(out)] == given


def test_control_c_is_quiet(article: str, capsys: Out) -> None:
    Path("long.txt").write_text("CTRL-C", encoding="utf-8")
    assert main(["quotes", "-o", "q.txt", article, "long.txt"]) == 130
    assert capsys.readouterr().err == ""
    assert not Path("q.txt").exists()


@posix
@pytest.mark.parametrize(
    "argv", [["quotes", "harbour.txt"], ["harbour.txt"], ["--help"], ["quotes", "--help"]]
)
def test_a_reader_who_has_gone_is_no_error(
    argv: list[str], article: str, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main(argv) == 0
        monkeypatch.undo()
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("argv", [["quotes", "harbour.txt"], ["harbour.txt"], ["--print-completion", "bash"]])
def test_a_full_disk_is_one_sentence(
    argv: list[str], article: str, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(argv) == 1
        monkeypatch.undo()
    assert capsys.readouterr().err == "quoth: The output cannot be written: No space left on device.\n"


def test_output_is_utf8_whatever_the_locale(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["quotes", article]) == 0
    assert "Éloïse Brandt".encode() in raw.getvalue()
    assert b"\r" not in raw.getvalue()


def test_a_fault_of_its_own_is_one_sentence(
    article: str, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raise_error(article: Article) -> Event:
        raise ZeroDivisionError

    analyse_at_once(monkeypatch, raise_error)
    assert main(["quotes", article]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "ZeroDivisionError" in err
    monkeypatch.setenv("QUOTH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["quotes", article])


def test_alone_and_without_a_terminal(capsys: Out) -> None:
    assert main([]) == 2
    assert "quoth FILE" in capsys.readouterr().err


def test_completion(capsys: Out) -> None:
    assert main(["--print-completion", "bash"]) == 0
    assert "complete -o" in capsys.readouterr().out


NEVER = ("textual", "spacy", "numpy", "rich", "pyperclip", "shtab", "platformdirs", "tomllib")


@pytest.mark.parametrize("argv", [["--version"], ["quotes", "--help"], ["quotes", "none.txt"], ["none.txt"]])
def test_what_needs_no_model_and_no_screen_imports_none(argv: list[str], tmp_path: Path) -> None:
    code = (
        "import sys\nfrom tui.cli import main\n"
        f"try: main({argv!r})\nexcept SystemExit: pass\n"
        f"print([name for name in {NEVER!r} if name in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "QUOTH_HOME": str(tmp_path)},
    )
    assert run.stderr.splitlines()[-1] == "[]"
