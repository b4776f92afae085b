"""The scorer of names: what is right, what is found, and by which kind it counts."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.name_scoring import Tallies, add_article, read_gold
from tests.benchmarks.names import rows
from tui.article.spans import Span

TEXT = "Mayor Ann Lee of Leeds visited the Glass Museum. The mayor left Leeds."
LEE = Span(6, 13)
LEEDS = Span(17, 22)
MUSEUM = Span(35, 47)
GOLD = [
    {"id": "1", "type": "person", "span": [0, 22], "names": [[0, 5], [6, 9], [10, 13]]},
    {"id": "2", "type": "place", "span": [17, 22], "names": [[17, 22]]},
    {"id": "3", "type": "place", "span": [31, 47], "names": [[35, 40], [41, 47]]},
    {"id": "1", "type": "person", "span": [49, 58], "names": []},
    {"id": "2", "type": "place", "span": [64, 69], "names": [[64, 69]]},
]


def _counted(tmp_path: Path, listed: list[tuple[str, Span]]) -> Tallies:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "names.jsonl").write_text(json.dumps({"doc": "a", "mentions": GOLD}), encoding="utf-8")
    text, marked = read_gold(tmp_path)["a"]
    assert text == TEXT
    tallies = Tallies()
    add_article(tallies, marked, listed)
    return tallies


def test_each_kind_is_counted_for_itself(tmp_path: Path) -> None:
    tallies = _counted(tmp_path, [("PERSON", LEE), ("PERSON", LEEDS)])
    people, places = tallies.kinds["People"], tallies.kinds["Places"]
    assert (people.precision, people.recall) == (0.5, 1.0)  # Leeds is nobody
    assert (places.listed, places.marked, places.found) == (0, 3, 0)
    assert tallies.total.precision == 0.5


def test_a_museum_is_a_place_and_a_body(tmp_path: Path) -> None:
    tallies = _counted(tmp_path, [("ORG", MUSEUM), ("GPE", Span(64, 69))])
    assert tallies.kinds["Organisations"].precision == 1.0
    assert tallies.kinds["Places"].found == 2


def test_what_nobody_marked_is_wrong(tmp_path: Path) -> None:
    tallies = _counted(tmp_path, [("ORG", Span(23, 30)), ("EVENT", Span(23, 30))])
    assert (tallies.total.listed, tallies.total.right) == (1, 0)
    assert tallies.total.f1 == 0.0


def test_the_table_has_a_line_for_each_kind(tmp_path: Path) -> None:
    tallies = _counted(tmp_path, [("PERSON", LEE)])
    lines = list(rows(tallies, Tallies()))
    assert [line.split()[0] for line in lines[1:]] == ["People", "Organisations", "Places", "all"]
    assert lines[1].split()[1:5] == ["1", "1.000", "1.000", "1.000"]


def test_what_was_corrected_is_gold(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "entities").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = [
        "T1\tPERSON 6 13\tAnn Lee",
        "T2\tGPE 17 22\tLeeds",
        "T3\tGPE 64 69\tLeeds",
        "*\tEquiv T2 T3",
        "A1\tCorrected T1",
    ]
    (tmp_path / "entities" / "a_quoth.ann").write_text("\n".join(lines), encoding="utf-8")
    _, marked = read_gold(tmp_path)["a"]
    tallies = Tallies()
    add_article(tallies, marked, [("PERSON", LEE), ("ORG", LEEDS)])
    assert tallies.kinds["People"].f1 == 1.0
    assert (tallies.kinds["Places"].marked, tallies.kinds["Places"].found) == (2, 0)
