"""Runs over archives on real Dask clusters: whole, resumed, with workers that die."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed.comm.core import CommClosedError

from tests.archive.faulty_workers import DEADLY, FULL
from tests.archive.made_archives import closed_folder, json_lines, rows, text_files, text_of
from tui.analysis.model import CannotAnalyse
from tui.analysis.version import VERSION
from tui.archive import archive_run, cluster, shards
from tui.archive.archive_check import check_archive
from tui.archive.archive_errors import ArchiveError
from tui.archive.archive_import import import_archive
from tui.archive.archive_run import run_archive
from tui.archive.shard_files import Target
from tui.cli import main
from tui.library.library import Library
from tui.session.filtering.query import parse

PAGE = (
    "<html><head><meta charset=latin1><title>Quay</title></head><body><nav>Home</nav><article>"
    "<p>“It will close,” said Ann Roe.</p>"
    + "<p>The boats lay still all day.</p>" * 30
    + "</article></body></html>"
)


def lines_of(path: Path, *articles: dict[str, Any]) -> Path:
    path.write_text(
        "".join(json.dumps(each, ensure_ascii=each["id"] == "halves") + "\n" for each in articles),
        encoding="utf-8",
    )
    return path


def test_a_run_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheduler: str
) -> None:
    monkeypatch.setattr(shards, "FILES_IN_SHARD", 3)
    monkeypatch.setattr(shards, "_ends_a_shard", lambda path: False)
    folder, output = text_files(tmp_path / "in", 8), tmp_path / "out"
    target = Target(str(output))
    done = run_archive([str(folder)], target, scheduler=scheduler)
    assert (done.articles, done.errors, done.shards) == (8, 0, 3)
    assert {row["speaker_name"] for row in rows(output, "quotes")} >= {"Ann Roe", "Peter Lind", "Tom Bell"}
    # Nothing is left to do; then one file has changed, and a run was stopped in the middle of another.
    again = run_archive([str(folder)], target, scheduler="nobody is asked")
    assert (again.kept, again.articles) == (3, 0)
    (folder / "000.txt").write_text("“Another text,” said Ann Roe.")
    stray = output / "quotes" / "stopped.parquet"
    stray.write_bytes(b"half")
    third = run_archive([str(folder)], target, scheduler=scheduler)
    assert (third.kept, third.outdated, third.articles) == (2, 1, 3)
    assert not stray.exists()
    assert check_archive(str(output)).problems == []
    assert check_archive(str(output)).counts["articles"] == 8
    # What is damaged afterwards is said, and made again.
    next((output / "quotes").iterdir()).unlink()
    next((output / "speakers").iterdir()).write_bytes(b"nothing")
    problems = " ".join(check_archive(str(output)).problems)
    assert "is missing" in problems
    assert "cannot be read" in problems
    next((output / "speakers").iterdir()).unlink()
    run_archive([str(folder)], target, scheduler=scheduler)
    assert check_archive(str(output)).problems == []


def test_what_could_not_be_read_is_tried_again(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = text_files(tmp_path / "in", 2), Target(str(tmp_path / "out"))
    (folder / "gone.txt").symlink_to(tmp_path / "later.txt")
    closed = text_files(folder / "closed", 1)
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", closed_folder(closed))
        done = run_archive([str(folder)], target, scheduler=scheduler)
    assert (done.articles, done.errors) == (2, 2)
    (tmp_path / "later.txt").write_text(text_of(0))
    done = run_archive([str(folder)], target, scheduler=scheduler)
    assert done.errors == 0
    assert rows(tmp_path / "out", "errors") == []
    assert check_archive(target.folder).counts["articles"] == 4


def test_an_article_that_ends_its_workers_is_a_row_of_errors(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_run, "TRIES", 1)
    deadly = json.dumps({"id": "deadly", "text": DEADLY})
    path, output = json_lines(tmp_path / "a.jsonl", 1, deadly), tmp_path / "out"
    done = run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    assert (done.articles, done.errors) == (1, 1)
    errors = rows(output, "errors")
    assert [row["article"] for row in errors if "kills the workers" in row["sentence"]] == ["deadly"]
    assert check_archive(str(output)).problems == []


def test_strange_articles_are_rows_or_sentences(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_PARTS", 1)
    monkeypatch.setattr(shards, "BYTES_IN_SHARD", 1 << 30)
    strange = {
        "long": "“It is long,” said Ann Roe. " * 700_000,
        "page": PAGE,
        "no page": "It is <b>bold</b> to say that 3 < 4, said Ann Roe.",
        "empty": "",
        "blank": " \n\t",
        "french": "« Le port va fermer », a déclaré la maire Anne Roux lundi.",
        "chinese": "市长安妮说：“港口将关闭。”",
        "arabic": "قالت رئيسة البلدية: «سيُغلق الميناء».",
        "halves": "“It \ud83d closes,” said Ann Roe.",
        "nul": "“It\x00closes,” said \x1b[31mAnn Roe\x1b[0m.",
    }
    path = lines_of(tmp_path / "a.jsonl", *({"id": name, "text": text} for name, text in strange.items()))
    output = tmp_path / "out"
    done = run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    assert done.articles + done.errors == len(strange)
    read = {row["article"]: row for row in rows(output, "articles")}
    assert (read["page"]["title"], read["page"]["page"], "Home" in read["page"]["text"]) == (
        "Quay",
        True,
        False,
    )
    assert read["no page"]["text"] == strange["no page"]
    assert "“It will close,”" in {row["text"] for row in rows(output, "quotes") if row["article"] == "page"}
    told = {row["article"]: row["sentence"] for row in rows(output, "errors")}
    assert told.keys() == {"long", "empty", "blank"}
    assert "20 MB" in told["long"]
    assert check_archive(str(output)).problems == []


@pytest.mark.parametrize("format", ["parquet", "jsonl"])
def test_an_id_stands_once_however_often_it_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheduler: str, format: str
) -> None:
    monkeypatch.setattr(shards, "BYTES_IN_SHARD", 300)
    one = [{"id": name, "text": f"{text_of(0)} One {name}."} for name in "abcaa"]
    two = [{"id": name, "text": f"{text_of(0)} Two {name}."} for name in "cbde"]
    first, second = lines_of(tmp_path / "1.jsonl", *one), lines_of(tmp_path / "2.jsonl", *two)
    target = Target(str(tmp_path / "out"), format)
    run = run_archive([str(first)], target, scheduler=scheduler)
    assert run.shards > 2
    assert (run.articles, run.errors) == (3, 2)
    run = run_archive([str(first), str(second)], target, scheduler=scheduler)  # also after a stop
    assert (run.articles, run.errors) == (2, 2)
    if format == "jsonl":
        files = (tmp_path / "out" / "articles").iterdir()
        found = [json.loads(line)["article"] for file in files for line in file.read_text().splitlines()]
        assert sorted(found) == list("abcde")
        with pytest.raises(ArchiveError, match="written as jsonl"):
            run_archive([str(first)], Target(str(tmp_path / "out")), scheduler=scheduler)
        return
    assert [row["article"] for row in rows(tmp_path / "out", "articles")] == list("abcde")
    assert {row["article"] for row in rows(tmp_path / "out", "quotes")} == set("abcde")
    assert sorted(row["article"] for row in rows(tmp_path / "out", "errors")) == list("aabc")
    assert check_archive(str(tmp_path / "out")).problems == []


def test_a_full_disk_is_a_sentence_and_the_run_goes_on(tmp_path: Path, scheduler: str) -> None:
    path, output = json_lines(tmp_path / "a.jsonl", 2), tmp_path / "out"
    (tmp_path / FULL).touch()
    with pytest.raises(ArchiveError, match=r"cannot be written \(.*; make room and run it again"):
        run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    assert [each for each in output.rglob("*") if each.is_file()] == [output / "manifest.jsonl"]
    (tmp_path / FULL).unlink()
    assert run_archive([str(path)], Target(str(output)), scheduler=scheduler).articles == 2


def test_a_file_that_is_damaged_further_on_costs_what_is_damaged(tmp_path: Path, scheduler: str) -> None:
    table = pa.table({"id": [f"r{n}" for n in range(40)], "text": [f"{text_of(n)} {n}" for n in range(40)]})
    path, output = tmp_path / "a.parquet", tmp_path / "out"
    pq.write_table(table, path, row_group_size=10, compression="none", use_dictionary=False)
    data = bytearray(path.read_bytes())
    start = data.index(b"Number 25.")  # in the third group
    data[start - 300 : start + 300] = b"\xff" * 600
    path.write_bytes(data)
    done = run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    assert done.errors
    assert {row["article"] for row in rows(output, "articles")} >= {f"r{n}" for n in range(20)}
    assert check_archive(str(output)).problems == []


def test_an_output_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = json_lines(tmp_path / "a.jsonl", 1)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match=r"cannot be (?:written|read)"):
        run_archive([str(path)], Target(str(tmp_path / "file")))
    with pytest.raises(ArchiveError, match="other files"):
        run_archive([str(path)], Target(str(tmp_path)))
    monkeypatch.setattr(cluster, "CONNECT_LIMIT", 0.5)
    with pytest.raises(ArchiveError, match="No Dask scheduler"):
        run_archive([str(path)], Target(str(tmp_path / "new")), scheduler="tcp://127.0.0.1:1")


def test_a_scheduler_that_goes_away_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def lost(*_: object, **__: object) -> Iterator[Any]:
        raise CommClosedError("timed out")
        yield

    monkeypatch.setattr(archive_run, "connected", lost)
    with pytest.raises(ArchiveError, match="The scheduler is gone; the same command resumes"):
        run_archive([str(json_lines(tmp_path / "a.jsonl", 1))], Target(str(tmp_path / "out")))


def test_workers_that_cannot_work_are_a_sentence(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def deaf(_: object) -> None:
        raise ModuleNotFoundError("No module named 'tui'")

    target = Target("out")
    monkeypatch.setattr(cluster, "prepared", deaf)
    with (
        pytest.raises(ArchiveError, match="cannot run quoth"),
        cluster.connected(1, "", scheduler, target, at_most=1),
    ):
        pass
    monkeypatch.setattr(cluster, "ANSWER_LIMIT", 0.0)
    monkeypatch.setattr(cluster, "prepared", lambda _: None)
    with (
        pytest.raises(ArchiveError, match="do not answer"),
        cluster.connected(1, "", scheduler, target, at_most=1),
    ):
        pass


@pytest.mark.parametrize("other", [Target("", model="no_such_model"), Target("", analysis=VERSION + 1)])
def test_workers_that_cannot_analyse_anew_leave_the_archive_as_it_is(
    tmp_path: Path, scheduler: str, other: Target
) -> None:
    path, output = json_lines(tmp_path / "a.jsonl", 2), tmp_path / "out"
    run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    before = rows(output, "quotes")
    with path.open("a") as file:
        file.write('{"id": "new", "text": "“It is new,” said Ann Roe."}\n')
    with pytest.raises(CannotAnalyse, match="install"):
        run_archive([str(path)], other._replace(folder=str(output)), scheduler=scheduler)
    assert rows(output, "quotes") == before
    assert ["left 1 shard undone" in each for each in check_archive(str(output)).problems] == [True]
    done = run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    assert (done.articles, done.outdated) == (3, 1)
    assert check_archive(str(output)).problems == []


def test_a_part_of_an_archive_is_taken_into_the_library(
    tmp_path: Path, quoth_home: object, scheduler: str
) -> None:
    path, output = json_lines(tmp_path / "a.jsonl", 4), tmp_path / "out"
    run_archive([str(path)], Target(str(output)), scheduler=scheduler)
    library = Library.open()
    assert import_archive(str(output), library, parse("speaker:roe")) == (1, 0)
    kept = library.articles()
    assert [article.source for article in kept] == ["a0"]
    library.close()
    assert main(["library", "import", str(output), "--filter", "ceasefire"]) == 0
    assert main(["library", "import", str(tmp_path)]) == 1
