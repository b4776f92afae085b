"""Settings: what can be used is, and each other thing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.session.settings import Settings, from_table, load, settings_file


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert load({"QUOTH_HOME": str(tmp_path)}) == Settings()


def test_where_the_file_is_looked_for(tmp_path: Path) -> None:
    assert settings_file({"QUOTH_HOME": str(tmp_path)}) == tmp_path / "config.toml"
    assert settings_file({"QUOTH_HOME": str(tmp_path), "QUOTH_CONFIG": "a.toml"}) == Path("a.toml")
    assert settings_file({}).name == "config.toml"
    for name in (
        "QUOTH_HOME",
        "QUOTH_CONFIG",
    ):  # a folder of this name, as the library has it
        assert settings_file({name: "~nobody called that/x"}).parts[0] == "~nobody called that"
    assert "quoth" in settings_file({}).parts


def test_everything_set(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '\ufefftheme = "nord"\nmodel = "en_core_web_md"\nmeasure = 70\ncitation = "plain"\n'
        "also_in = true\nprivate = true\n"
        '[keymap]\n"quote.next" = "n,ctrl+n"\nfilter.done = ["enter", "f2"]\nquit = "q"\n',
        encoding="utf-8",
    )
    assert load({"QUOTH_HOME": str(tmp_path)}) == Settings(
        theme="nord",
        model="en_core_web_md",
        measure=70,
        citation="plain",
        also_in=True,
        private=True,
        keymap={"quote.next": "n,ctrl+n", "filter.done": "enter,f2", "quit": "q"},
    )


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"measure": 200}, "Setting “measure” must be a whole number from 60 to 72, not 200."),
        ({"measure": True}, "Setting “measure” must be a whole number from 60 to 72, not True."),
        (
            {"citation": "html"},
            'Setting “citation” must be "markdown", "plain", "bibtex" or "csl-json", not “html”.',
        ),
        ({"also_in": 1}, "Setting “also_in” must be true or false, not 1."),
        ({"private": "yes"}, "Setting “private” must be true or false, not “yes”."),
        ({"theme": 3}, "Setting “theme” must be a name in quotation marks, not 3."),
        ({"keymap": "q"}, "Setting “keymap” must be a table, [keymap], not “q”."),
        ({"keymap": {"quit": 3}}, "Key “quit” in [keymap] takes keys in quotation marks, not 3."),
        ({"measur": 66}, "There is no setting “measur”; did you mean “measure”?"),
        (
            {"zz": 1},
            "There is no setting “zz”; there are theme, model, measure, citation, also_in, private, keymap.",
        ),
    ],
)
def test_what_cannot_be_used_is_said_and_the_rest_is(table: dict[str, object], problem: str) -> None:
    settings = from_table({"model": "m", **table})
    assert settings.problems == (problem,)
    assert settings.model == "m"
    assert (settings.measure, settings.citation, settings.private) == (66, "markdown", False)


@pytest.mark.parametrize("data", [b"measure = ", b"\xff\xfe", b"[" * 5000, b"a = 1\na = 2"])
def test_a_file_that_is_not_toml(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "config.toml").write_bytes(data)
    settings = load({"QUOTH_HOME": str(tmp_path)})
    assert "not TOML" in settings.problems[0]
    assert settings.measure == 66


def test_a_file_that_was_asked_for_and_is_not_there(tmp_path: Path) -> None:
    (problem,) = load({"QUOTH_CONFIG": str(tmp_path / "x.toml")}).problems
    assert problem.startswith("There are no settings at")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (problem,) = load({"QUOTH_CONFIG": str(tmp_path)}).problems
    assert "could not be read" in problem
