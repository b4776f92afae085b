"""`quoth library`: what was read, for scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.library.made_up import story
from tui.article.files import from_bytes
from tui.cli import main
from tui.library.library import FILE, Library


@pytest.fixture(autouse=True)
def filled(quoth_home: Path) -> None:
    library = Library.open()
    roles = {"Dmitry Peskov": "spokesman"}
    library.keep(
        *story(("Peace talks go on", "Dmitry Peskov", ""), roles=roles, title="One", published="2025-05-01")
    )
    library.keep(
        *story(
            ("No peace", "Jane Doe", "\x1b[31m"),
            ("Talks are dead", "Dmitry Peskov", ""),
            roles=roles,
            title="Two\u202e",
            published="2025-05-02",
        )
    )
    library.close()


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    assert main(["library", *arguments]) == status
    out = capsys.readouterr()
    return out.out, out.err


def objects(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    found = json.loads(run(capsys, *arguments)[0])
    lines = [json.loads(line) for line in run(capsys, *arguments, "--format", "jsonl")[0].splitlines()]
    assert lines == found
    return list(found)


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    found = objects(capsys, "list")
    assert [(a["title"], a["quotes"], a["speakers"]) for a in found] == [("Two", 2, 2), ("One", 1, 1)]
    assert [a["title"] for a in objects(capsys, "list", "--query", "go o")] == ["One"]
    assert [a["title"] for a in objects(capsys, "list", "--order", "title", "--limit", "1")] == ["One"]
    text, _ = run(capsys, "list", "--format", "text")
    assert text.splitlines()[1].endswith("  One  (1 quote, 1 speaker)  https://news.example/ferry")


def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    found = objects(capsys, "search", "peace")
    assert [(hit["what"], hit["title"], hit["name"]) for hit in found] == [
        ("article", "Two", None),
        ("article", "One", None),
        ("quote", "Two", "Jane Doe"),
        ("quote", "One", "Dmitry Peskov"),
    ]
    assert found[3]["snippet"] == "“Peace talks go on,”"
    assert found[3]["marks"] == [[1, 6]]
    assert [hit["title"] for hit in objects(capsys, "search", "peace talks", "on")] == ["One", "One"]
    assert objects(capsys, "search", "nothing of it") == []
    text, _ = run(capsys, "search", "peace", "--format", "text")
    assert text.splitlines()[3] == "2025-05-01  One  Dmitry Peskov: “Peace talks go on,”"


def test_everybody_and_everything_one_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert [(p["name"], p["role"], p["quotes"], p["articles"]) for p in objects(capsys, "speaker")] == [
        ("Dmitry Peskov", "spokesman", 2, 2),
        ("Jane Doe", None, 1, 1),
    ]
    said = objects(capsys, "speaker", "Dmitry Peskov")
    assert [(s["date"], s["title"], s["words"]) for s in said] == [
        ("2025-05-02", "Two", "“Talks are dead,”"),
        ("2025-05-01", "One", "“Peace talks go on,”"),
    ]
    assert objects(capsys, "speaker", "pesk") == said, "nobody else's name begins so"
    text, _ = run(capsys, "speaker", "peskov", "--format", "text", "--limit", "1")
    assert text == "2025-05-02  Two  “Talks are dead,”\n"
    out, errors = run(capsys, "speaker", "nobody", status=1)
    assert (out, errors) == ("", "quoth: Nobody is called “nobody”.\n")


def test_what_one_said_is_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    def said(query: str) -> list[str]:
        return [s["words"] for s in objects(capsys, "speaker", "Dmitry Peskov", "--filter", query)]

    assert said("dead") == ["“Talks are dead,”"]
    assert said("-dead") == ["“Peace talks go on,”"]
    assert said("article:two kind:direct") == ["“Talks are dead,”"]
    assert said("nothing") == []
    out, errors = run(capsys, "speaker", "Dmitry Peskov", "--filter", "speeker:x", status=2)
    assert out == ""
    assert errors.startswith("quoth: The filter cannot be read: no field “speeker”")


def test_of_several_names_one_has_to_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open()
    library.keep(*story(("Never", "Olga Doe", ""), title="Three"))
    library.close()
    out, errors = run(capsys, "speaker", "doe", status=1)
    assert out == ""
    assert errors == "quoth: Nobody is called “doe”; there are “Jane Doe” (1), “Olga Doe” (1).\n"


def test_nothing_acts_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("list",), ("search", "peace"), ("speaker",), ("speaker", "Jane Doe")):
        for format in ("json", "jsonl", "text"):
            out, _ = run(capsys, *arguments, "--format", format)
            assert "\x1b" not in out
            assert "\u202e" not in out


def test_out_and_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.jsonl"
    assert run(capsys, "export", "--output", str(file)) == ("", "")
    assert file.read_text(encoding="utf-8") == run(capsys, "export")[0]
    assert "exists and is left as it is" in run(capsys, "export", "--output", str(file), status=2)[1]
    monkeypatch.setenv("QUOTH_HOME", str(tmp_path / "other"))
    out, errors = run(capsys, "import", str(file))
    assert (out, errors) == ("", "quoth: Added: 2 articles, 2 analyses; already there: nothing.\n")
    assert "Added: nothing" in run(capsys, "import", str(file))[1]
    assert run(capsys, "export")[0] == file.read_text(encoding="utf-8")
    before = file.read_bytes()
    file.write_bytes(before + b"\xff\xfe\n" * 20)
    _, errors = run(capsys, "import", str(file), status=1)
    assert errors.count("\n") == 12
    assert "So were 10 more lines." in errors
    assert "cannot be read" in run(capsys, "import", str(tmp_path / "none"), status=1)[1]


def test_a_file_that_is_no_export_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "\x1bother.jsonl"
    for data in (b"\x00\xff" * 100 + b"\n" + b"x\n" * 20, b"[]", b'{"what": "library", "schema": 99}\n{}'):
        file.write_bytes(data)
        out, errors = run(capsys, "import", str(file), status=1)
        assert (out, errors.count("\n")) == ("", 1)
        assert "other.jsonl” cannot be imported: it " in errors
        assert "\x1b" not in errors
    monkeypatch.setattr("tui.library.library_import.LONGEST", 5)
    file.write_bytes(b"0" * 20)
    assert "one of its lines is too long" in run(capsys, "import", str(file), status=1)[1]


def test_a_file_that_cannot_be_opened_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    out, errors = run(capsys, "import", "a" * 300, status=1)
    assert (out, errors.count("\n")) == ("", 1)
    assert "cannot be read: " in errors


def test_where_it_is_and_how_small_it_can_be(capsys: pytest.CaptureFixture[str], quoth_home: Path) -> None:
    assert run(capsys, "path")[0] == f"{quoth_home / FILE}\n"
    assert re.search(r"now takes 0\.\d MB", run(capsys, "vacuum")[1])
    assert len(objects(capsys, "search", "peace")) == 4


def test_a_search_that_finds_its_tables_damaged_finds_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    library = Library.open()
    library.transact(lambda db: db.execute("UPDATE quotes_fts_data SET block = x'ff00ff' WHERE id > 10"))
    library.close()
    out, errors = run(capsys, "search", "peace", status=1)
    assert len(json.loads(out)) == 4
    assert "being rebuilt, nothing is lost" in errors


def test_what_can_only_be_read_is_not_made_smaller(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open()
    library.read_only_reason = library.notice = "Only to be read."
    monkeypatch.setattr("tui.commands.library_command.Library.open", lambda: library)
    assert run(capsys, "vacuum", status=1)[1] == "quoth: Only to be read.\n"


def test_a_library_that_cannot_be_used(capsys: pytest.CaptureFixture[str], quoth_home: Path) -> None:
    (quoth_home / FILE).unlink()
    (quoth_home / FILE).mkdir()
    out, errors = run(capsys, "list", status=1)
    assert out == "[]\n"
    assert errors.startswith("quoth: The library “")
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [(), ("nothing",), ("list", "--limit", "0"), ("list", "--limit", "x"), ("search",)]
)
def test_a_wrong_call(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["library", *arguments])
    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_versions_are_listed_and_compared(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open()
    address = "https://paper.example/story"
    for text in (b"We sail on Monday.", b"We sail on Tuesday."):
        library.mark_read(from_bytes(text, address, url=address), from_source=True)
    library.close()
    assert main(["library", "versions", address, "--format", "jsonl"]) == 0
    assert [json.loads(line)["number"] for line in capsys.readouterr().out.splitlines()] == [1, 2]
    assert main(["library", "versions", address, "--format", "text"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("   2  2")
    assert main(["diff", f"{address}@1", f"{address}@2"]) == 1
    assert capsys.readouterr().out == "~ We sail on [-Monday-]{+Tuesday+}.\n"
    assert main(["diff", f"{address}@1", f"{address}@1"]) == 0
    assert main(["diff", f"{address}@1", f"{address}@7"]) == 2
    assert main(["library", "versions", "https://paper.example/other"]) == 1
