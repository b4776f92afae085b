"""The command line as it is read."""

from __future__ import annotations

from typing import get_args

import pytest

from tui.commands import NAMES
from tui.commands.arguments import parse, summary_of
from tui.session.exporting.article_text import Format
from tui.session.exporting.quotes_export import FORMATS


def test_a_file_opens_the_reader() -> None:
    arguments = parse(["--model", "m", "--private", "a.txt"])
    assert (arguments.command, arguments.files, arguments.model) == ("open", ["a.txt"], "m")
    assert (arguments.private, arguments.paste) == (True, False)
    assert parse([]).files == []
    assert parse(["./quotes"]).command == "open"
    assert parse(["a.txt", "https://a.example/", "-"]).files == ["a.txt", "https://a.example/", "-"]
    assert parse(["--paste"]).paste


def test_text() -> None:
    arguments = parse(["text", "a", "b", "--format", "jsonl", "-o", "c", "--articles", "--raw"])
    assert (arguments.command, arguments.files, arguments.format) == ("text", ["a", "b"], "jsonl")
    assert (arguments.output, arguments.force, arguments.articles, arguments.raw) == ("c", False, True, True)


def test_every_command_can_be_asked_what_it_does() -> None:
    for name in NAMES:
        assert summary_of(name)
        assert summary_of(name).isprintable()
    assert [summary_of(name) for name in ("quotes", "text")] == [
        "print the quotes of articles",
        "print articles alone",
    ]


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
    for of_text in get_args(Format):
        assert parse(["text", "--format", of_text, "a"]).format == of_text


@pytest.mark.parametrize(
    "argv",
    [
        ["a", "--paste"],
        ["text"],
        ["text", "--format", "csv", "a"],
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


@pytest.mark.parametrize("argv", [["--help"], ["quotes", "--help"], ["text", "--help"]])
def test_help_fits_a_terminal(
    argv: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as raised:
        parse(argv)
    assert raised.value.code == 0
    out = capsys.readouterr().out
    assert "SOURCE" in out
    assert max(map(len, out.splitlines())) <= 80
