"""tui.library.library_import: a library is the same elsewhere; what comes from elsewhere is not believed."""

from __future__ import annotations

import copy
import io
import itertools
import json
import tracemalloc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.made_up import story
from tui.analysis.model import DEFAULT
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library import library_import
from tui.library.clippings import Clippings
from tui.library.correction_store import CorrectionStore
from tui.library.export_format import SCHEMA
from tui.library.library import Library
from tui.library.library_export import export_lines
from tui.library.library_import import NoExport, import_lines, read_lines
from tui.library.people import People
from tui.session.exporting.clippings_export import cite_clipping, export_clippings
from tui.session.exporting.json_escaping import dump_json
from tui.session.keeping.clipping import clip

ARTICLE, ANALYSIS = story(
    ("Words of hers", "Jane Doe", "More.\ud800"), ("And his", "Okafor", ""), published="2025"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library with something of everything."""
    kept = Library.open(tmp_path / "x.sqlite3")
    kept.keep(ARTICLE, ANALYSIS)
    kept.mark_read(ARTICLE, ANALYSIS)
    kept.set_position(ARTICLE.text, 5)
    kept.set_filter(ARTICLE.text, "speaker:doe")
    kept.keep(*story(("Something else", "Tom Okafor", ""), title="Another"))
    said = quote_reference(ARTICLE.text, ANALYSIS.attributions[0], ANALYSIS.speakers[0])
    made = [
        Correction(Action.SPEAKER, quotes=(said,), to=SpeakerReference(name))
        for name in ("Olga Novak", "Nobody Else")
    ]
    rows = [CorrectionStore(kept).add(ARTICLE, each) for each in made]
    assert CorrectionStore(kept).undo(rows[1] or 0)
    kept.keep(ARTICLE, ANALYSIS)
    clipping = Clippings(kept).add(clip(ARTICLE, ANALYSIS, ANALYSIS.attributions[0]))
    assert clipping is not None
    Clippings(kept).change(clipping.id, note="a note", tags="one two")
    people = People(kept)
    okafor = next(person for person in people.all() if person.name == "Okafor")
    people.join(okafor.id, people.all("tom okafor")[0].id)
    kept.set_preference("theme", "nord")
    assert kept.notice == ""
    yield kept
    kept.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    kept = Library.open(tmp_path / "other.sqlite3")
    yield kept
    kept.close()


def lines(library: Library) -> list[str]:
    return [dump_json(line) for line in export_lines(library)]


def people(library: Library) -> list[tuple[str, int]]:
    return sorted((person.name, person.quotes) for person in People(library).all())


def test_there_and_back(library: Library, other: Library) -> None:
    out = lines(library)
    done = import_lines(other, out)
    assert done.refused == []
    assert dict(done.added) == {
        "article": 2,
        "analysis": 2,
        "correction": 2,
        "clipping": 1,
        "people": 1,
        "preference": 1,
    }
    assert lines(other) == out
    assert other.article(1) == ARTICLE
    assert other.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    assert (other.recall(ARTICLE.text).position, other.recall(ARTICLE.text).filter_text) == (5, "speaker:doe")
    assert people(other) == people(library) == [("Olga Novak", 1), ("Tom Okafor", 2)]
    assert len(other.search("words of hers")) == 2
    assert other.preference("theme") == "nord"
    assert other.notice == ""


def test_read_in_again_nothing_changes(library: Library, other: Library) -> None:
    out = lines(library)
    assert not import_lines(library, out).added
    assert lines(library) == out
    import_lines(other, out)
    assert not import_lines(other, out).added
    assert lines(other) == out


def test_put_together_with_what_is_there(library: Library, other: Library) -> None:
    other.keep(ARTICLE, ANALYSIS)
    other.set_position(ARTICLE.text, 9)
    third = story(("Third", "Jane Doe", ""), title="A third")
    other.keep(*third)
    other.set_preference("theme", "gruvbox")
    done = import_lines(other, lines(library))
    assert (done.added["article"], done.known["article"], done.refused) == (1, 1, [])
    assert other.count() == 3
    assert other.recall(ARTICLE.text).position == 9, "where this reader is, later"
    assert other.preference("theme") == "gruvbox"
    assert len(CorrectionStore(other).all()) == 1
    assert people(other) == [("Jane Doe", 1), ("Olga Novak", 1), ("Tom Okafor", 2)]


def test_one_library_after_the_other_knows_who_is_who(library: Library, other: Library) -> None:
    """Import in either order: what was said of people holds whichever library comes first."""
    out = sorted(lines(library), key=lambda line: json.loads(line)["what"] != "people")
    assert import_lines(other, out).refused == []
    assert people(other) == people(library)


HOSTILE: list[tuple[str, list[str | int], Any]] = [
    ("article", ["text"], None),
    ("article", ["text"], 5),
    ("article", ["title"], ["x"]),
    ("article", ["source"], None),
    ("article", ["blocks"], [["paragraph", 0, 10**9]]),
    ("article", ["blocks"], [["no such kind", 0, 1]]),
    ("article", ["blocks"], "x"),
    ("article", ["links"], [[0, 1, "javascript:alert(1)"]]),
    ("article", ["first"], "yesterday\x1b[31m"),
    ("article", ["opened"], 10**30),
    ("article", ["times"], -1),
    ("article", ["times"], 1e400),
    ("article", ["position"], 10**6),
    ("article", ["filter"], {}),
    ("analysis", ["text_hash"], "00" * 32),
    ("analysis", ["text_hash"], "zz"),
    ("analysis", ["text_hash"], "00"),
    ("analysis", ["analysis"], None),
    ("analysis", ["analysis", "version"], "1"),
    ("analysis", ["analysis", "version"], 10**40),
    ("analysis", ["analysis", "model"], None),
    ("analysis", ["analysis", "complete"], False),
    ("analysis", ["analysis", "quotes", 0, "content"], [[0, 10**9]]),
    ("analysis", ["analysis", "quotes", 0, "content"], [[5, 1]]),
    ("analysis", ["analysis", "quotes", 0, "content"], []),
    ("analysis", ["analysis", "quotes", 0, "content"], [[5, 5]]),
    ("analysis", ["analysis", "quotes", 0, "content"], [[5, 9], [0, 4]]),
    ("analysis", ["analysis", "quotes", 0, "content"], [[0, 6], [5, 9]]),
    ("analysis", ["analysis", "quotes", 0, "content"], [["0", "1"]]),
    ("analysis", ["analysis", "quotes", 0, "kind"], "shouted"),
    ("analysis", ["analysis", "quotes", 0, "certainty"], float("nan")),
    ("analysis", ["analysis", "quotes", 0, "certainty"], "sure"),
    ("analysis", ["analysis", "quotes", 0, "speaker"], ["s1"]),
    ("analysis", ["analysis", "quotes", 0, "id"], None),
    ("analysis", ["analysis", "speakers", 0, "name"], 3),
    ("analysis", ["analysis", "speakers", 0, "kind"], "ghost"),
    ("analysis", ["analysis", "speakers", 0, "mentions"], [[-5, 2]]),
    ("analysis", ["analysis", "entities", 0, "label"], {}),
    ("correction", ["correction"], {"action": "format the disk"}),
    ("correction", ["undone"], -7),
    ("correction", ["source"], 5),
    ("clipping", ["clipping"], {}),
    ("clipping", ["clipping", "words"], None),
    ("clipping", ["clipping", "content"], [[1]]),
    ("clipping", ["id"], None),
    ("clipping", ["tags"], 5),
    ("clipping", ["tags"], "x y"),
    ("clipping", ["tags"], [1]),
    ("people", ["change"], None),
    ("people", ["change", "what"], "marry"),
    ("people", ["change", "key"], 1),
    ("people", ["change", "appearances"], [["x"]]),
    ("people", ["undone"], "no"),
    ("preference", ["value"], None),
    ("library", ["schema"], 99),
    ("library", ["schema"], None),
    ("library", ["what"], "virus"),
    ("library", ["what"], ["library"]),
]


@pytest.mark.parametrize(("what", "where", "value"), HOSTILE)
def test_nothing_is_believed(
    library: Library, other: Library, what: str, where: list[Any], value: Any
) -> None:
    out = [json.loads(line) for line in lines(library)]
    bad = copy.deepcopy(next(line for line in out if line["what"] == what))
    inner = bad
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    if what != "article":
        import_lines(other, [json.dumps(line) for line in out if line["what"] == "article"])
    before = lines(other)
    done = import_lines(other, [HEAD, json.dumps(bad)])
    assert [number for number, _ in done.refused] == [2]
    assert lines(other) == before
    assert other.notice == ""


@pytest.mark.parametrize("missing", ["text", "first", "blocks", "position"])
def test_what_is_missing_is_said(library: Library, other: Library, missing: str) -> None:
    line = json.loads(lines(library)[1])
    if missing == "blocks":
        line["blocks"] = None
    else:
        del line[missing]
    assert len(import_lines(other, [json.dumps(line)]).refused) == 1


@pytest.mark.parametrize("line", ["x", "[]", "3", "null", '{"what": null}', "[" * 100_000, '"text"', "{}"])
def test_what_is_no_line_of_a_library(other: Library, line: str) -> None:
    done = import_lines(other, ["", HEAD, line, "  \n", HEAD])
    assert [number for number, _ in done.refused] == [3]
    assert other.notice == ""


@pytest.mark.parametrize(
    "line", ["x", "[]", "3", "null", '{"what": null}', '{"what": []}', "[" * 100_000, '{"what": "library"}']
)
def test_a_file_that_begins_with_something_else_is_read_in_not_at_all(
    library: Library, other: Library, line: str
) -> None:
    with pytest.raises(NoExport, match="not an export of a library"):
        import_lines(other, ["\n", line, *lines(library)])
    assert other.count() == 0


def test_of_an_export_of_a_newer_quoth_nothing_is_read_in(library: Library, other: Library) -> None:
    newer = dump_json({"what": "library", "schema": SCHEMA + 1})
    with pytest.raises(NoExport, match="newer version of quoth"):
        import_lines(other, [newer, *lines(library)])
    assert other.count() == 0


def test_some_lines_of_an_export_can_be_read_in_alone(library: Library, other: Library) -> None:
    (clipping,) = (line for line in lines(library) if '"clipping"' in line)
    assert import_lines(other, [clipping]).added == {"clipping": 1}


HEAD = dump_json({"what": "library", "schema": SCHEMA, "articles": 0})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40)
@given(
    st.sampled_from(["library", "article", "analysis", "correction", "clipping", "people", "preference"]),
    st.dictionaries(
        st.sampled_from(
            "text text_hash source title first opened times position filter blocks links analysis kept made "
            "undone correction id note tags clipping change name value schema".split()
        ),
        JSON,
    ),
)
def test_any_line(what: str, data: dict[str, Any]) -> None:
    library = Library(Path("nowhere"))
    import sqlite3

    from tui.library.schema import migrate

    library._db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(library._db)
    import_lines(library, [HEAD, json.dumps({**data, "what": what})])
    assert library.notice == ""
    library.close()


def test_a_library_that_cannot_be_written(library: Library, other: Library) -> None:
    other.read_only_reason = "Only to be read."
    assert not import_lines(other, lines(library)).added
    assert other.notice == "Only to be read."


HIDDEN = "\x1b]52;c;aGk=\x07\x9b31m\u202eevil\u2066\U000e0041\u200b" + "e" + "\u0301" * 100


def test_a_clipping_comes_in_and_goes_out_without_anything_hidden(library: Library, other: Library) -> None:
    line = next(json.loads(each) for each in lines(library) if json.loads(each)["what"] == "clipping")
    texts = [name for name, value in line["clipping"].items() if isinstance(value, str) or value is None]
    bad = {**line, "clipping": {**line["clipping"], **dict.fromkeys(texts, HIDDEN)}}
    bad["note"], bad["tags"] = HIDDEN, [HIDDEN]
    done = import_lines(other, [HEAD, json.dumps(bad)])
    assert done.added["clipping"] == 1
    # One that an older quoth took in as it was.
    data = json.dumps(bad["clipping"])
    other.transact(lambda db: db.execute("UPDATE clippings SET data = ?, note = ?", (data, HIDDEN)))
    kept = Clippings(other).all()
    out = [cite_clipping(kept[0], style) for style in ("plain", "markdown")]
    out += [export_clippings(kept, format) for format in ("text", "markdown", "csv", "json", "jsonl")]
    for text in (*out, kept[0].words, kept[0].note, kept[0].source):
        assert "evil" in text
        assert not {char for char in text if category(char) in ("Cc", "Cf")} - {"\n", "\r"}
        assert "\u0301" * 31 not in text


def test_a_clipping_with_a_hostile_id_is_refused(library: Library, other: Library) -> None:
    line = next(json.loads(each) for each in lines(library) if json.loads(each)["what"] == "clipping")
    assert import_lines(other, [HEAD, json.dumps({**line, "id": "\x1b[2J"})]).refusals == 1


def test_what_is_refused_is_counted_and_not_remembered(other: Library) -> None:
    done = import_lines(other, itertools.chain([HEAD], itertools.repeat("{}", 5000)))
    assert done.refusals == 5000
    assert [number for number, _ in done.refused] == list(range(2, 12))


def test_few_long_lines_are_held_at_once(other: Library) -> None:
    """Hold no more than some megabytes of the lines, however long they are."""

    class Line(str):
        pass

    held: weakref.WeakSet[Line] = weakref.WeakSet()
    most = 0

    def long_lines() -> Iterator[str]:
        nonlocal most
        yield HEAD
        for number in range(40):
            line = Line(f'{{"what": "{number}' + "x" * 1_000_000 + '"}')
            held.add(line)
            yield line
            del line
            most = max(most, len(held))

    assert import_lines(other, long_lines()).refusals == 40
    assert most < 10


def test_a_line_that_is_too_long_is_passed_over(
    library: Library, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = lines(library)
    monkeypatch.setattr(library_import, "LONGEST", max(map(len, out)) * 4)
    data = "\n".join([out[0], "x" * 10_000_000, *out[1:]]).encode()
    done = import_lines(other, read_lines(io.BufferedReader(io.BytesIO(data))))
    assert done.refused == [(2, "it is too long")]
    assert lines(other)[1:] == out[1:]


def test_blank_lines_are_read_together_and_counted(other: Library) -> None:
    blank = "\n" * 300_000 + " \r\n" * 100_000
    file = io.BufferedReader(io.BytesIO(f"{blank}{HEAD}\n{blank}  []\n\n \n{{}}\n\n ".encode()))
    read = list(read_lines(file))
    assert len(read) < 1000
    done = import_lines(other, read)
    assert done.refused == [(800_002, "it does not say what it is"), (800_005, "it does not say what it is")]


def test_a_line_of_too_many_pieces_is_not_read(other: Library) -> None:
    tracemalloc.start()
    done = import_lines(other, [HEAD, "[" + "[]," * 3_000_000 + "[]]"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert done.refused == [(2, "it is too long")]
    assert peak < 100_000_000


def test_a_text_longer_than_any_source_is_refused(
    library: Library, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_import, "_LONGEST_TEXT", len(ARTICLE.text) - 1)
    refused = dict(import_lines(other, lines(library)).refused).values()
    assert "its text is longer than any that quoth reads" in refused


def test_a_number_of_too_many_digits_is_refused_in_a_sentence_of_quoth(other: Library) -> None:
    done = import_lines(other, [HEAD, '{"what": "article", "times": ' + "9" * 5000 + "}"])
    assert done.refused == [(2, "a number is out of range")]


def test_a_first_line_without_end_is_not_read_to_its_end(kept: Library) -> None:
    class Endless(io.BufferedReader):
        asked = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.asked += 1
            assert self.asked < 3
            return b"\0" * (size or 0)

    with pytest.raises(NoExport, match="one of its lines is too long"):
        import_lines(kept, read_lines(Endless(io.BytesIO())))
