"""The command line as it is read."""

from __future__ import annotations

import pytest

from tui.commands.arguments import parse
from tui.session.export import FORMATS


def test_a_file_opens_the_reader() -> None:
    arguments = parse(["--model", "m", "--private", "a.txt"])
    assert (arguments.command, arguments.file, arguments.model, arguments.private) == (
        "open",
        "a.txt",
        "m",
        True,
    )
    assert parse([]).file is None
    assert parse(["./quotes"]).command == "open"


def test_quotes() -> None:
    arguments = parse(["quotes", "a", "b", "--format", "csv", "-o", "c", "--force"])
    assert (arguments.command, arguments.files, arguments.format) == ("quotes", ["a", "b"], "csv")
    assert (arguments.output, arguments.force, arguments.filter) == ("c", True, "")


@pytest.mark.parametrize("query", ["-kind:indirect", "--x", "speaker:a", "", "a b"])
def test_any_filter_can_be_given(query: str) -> None:
    assert parse(["quotes", "--filter", query, "a"]).filter == query
    assert parse(["quotes", f"--filter={query}", "a"]).filter == query
    assert parse(["quotes", "a", "--", "--filter"]).files == ["a", "--filter"]


def test_every_format_of_export_can_be_asked_for() -> None:
    for format in FORMATS:
        assert parse(["quotes", "--format", format, "a"]).format == format


@pytest.mark.parametrize(
    "argv",
    [
        ["a", "b"],
        ["--nope"],
        ["--no\x1b[31mpe"],
        ["quotes"],
        ["quotes", "--format", "xml", "a"],
        ["quotes", "a", "--filter"],
        ["--mod", "x"],
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        parse(argv)
    assert raised.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "--help" in err
    assert "\x1b" not in err


@pytest.mark.parametrize("argv", [["--help"], ["quotes", "--help"]])
def test_help_fits_a_terminal(
    argv: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as raised:
        parse(argv)
    assert raised.value.code == 0
    out = capsys.readouterr().out
    assert "quoth quotes" in out
    assert max(map(len, out.splitlines())) <= 80
