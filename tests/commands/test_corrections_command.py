"""`quoth corrections`, and kept corrections in what other commands print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import scoring
from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT, span
from tui.analysis.analysis import Analysis, Entity, Kind
from tui.analysis.training.gold import read_annotation, read_folder
from tui.article.article import Article
from tui.article.spans import Span
from tui.cli import main
from tui.commands.parallel_analysis import SourceAnalyser
from tui.corrections.action import Action
from tui.corrections.brat import entity_standoff, standoff
from tui.corrections.correction import (
    Correction,
    EntityReference,
    SpeakerReference,
    entity_reference,
    passages,
    quote_reference,
)
from tui.library.correction_store import CorrectionStore
from tui.library.database_file import home
from tui.library.library import Library
from tui.session.correcting.kept_corrections import corrected

LESS = span("the council had ignored")


def correct(article: Article = ARTICLE, analysis: Analysis | None = ANALYSIS) -> None:
    """Keep the article, and two corrections of its third quote."""
    library = Library.open()
    if analysis is not None:
        library.keep(article, analysis)
    third = (quote_reference(TEXT, ANALYSIS.attributions[2], ANALYSIS.speakers[1]),)
    kept = CorrectionStore(library)
    assert kept.add(
        article, Correction(Action.SPEAKER, third, to=SpeakerReference("Ada Novak", "person", "engineer"))
    )
    assert kept.add(
        article, Correction(Action.CONTENT, third, spans=passages(TEXT, [LESS]), kind=Kind.INDIRECT)
    )
    library.close()


def test_exported_as_gold_that_the_benchmark_reads(tmp_path: Path) -> None:
    correct()
    folder = tmp_path / "gold"
    assert main(["corrections", "export", "--output", str(folder)]) == 0
    ((name, (text, attributions)),) = read_folder(folder).items()
    assert text == TEXT
    assert len(attributions) == 5
    assert attributions[2].content == (LESS,)
    assert attributions[2].cue == ANALYSIS.attributions[2].cue
    assert attributions[2].source == ANALYSIS.attributions[2].source
    speakers = scoring.read_speakers(folder)
    assert speakers == {name: {2: ("Ada Novak", "nominal")}}
    rows = [json.loads(line) for line in (folder / "speakers.jsonl").read_text("utf-8").splitlines()]
    assert [row["mention"] for row in rows] == ["name", "pronoun", "nominal", "nominal", "name"]
    assert [row["sure"] for row in rows] == [False, False, True, False, False]
    # What is predicted just so is all right.
    predicted = [scoring.Predicted(a.content, a.source, "Ada Novak") for a in attributions]
    totals = scoring.total([scoring.score(text, attributions, predicted, speakers[name])])
    assert totals["all"].f1(joint=True) == 1.0


def test_names_are_exported_as_brat_standoff(tmp_path: Path) -> None:
    library = Library.open()
    library.keep(ARTICLE, ANALYSIS)
    shipper, _, town = ANALYSIS.entities
    kept = CorrectionStore(library)
    port = EntityReference("Port of Ostende", "FAC")
    assert kept.add(
        ARTICLE, Correction(Action.ENTITY_NAME, entity=entity_reference(TEXT, town), to_entity=port)
    )
    assert kept.add(ARTICLE, Correction(Action.ENTITY_REJECT, entity=entity_reference(TEXT, shipper)))
    library.close()
    assert main(["corrections", "export", "--output", str(tmp_path / "gold")]) == 0
    (path,) = (tmp_path / "gold" / "entities").glob("*_quoth.ann")
    start, end = town.mentions[0]
    assert path.read_text(encoding="utf-8").splitlines()[2:] == [
        f"T2\tGPE {start} {end}\tOstende",
        "#2\tAnnotatorNotes T2\tPort of Ostende",
        "A1\tCorrected T2",
    ]


def test_mentions_of_one_entity_are_tied_and_no_name_breaks_a_line() -> None:
    mentions = (Span(0, 7), span("Ostende"))
    hostile = Entity("e1", "Os\ttende\u2028T9\tGPE 0 4", "GPE\t1", mentions)
    lines = entity_standoff(TEXT, Analysis(entities=(hostile,))).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["T1", "T2", "*", "#1"]
    assert lines[2] == "*\tEquiv T1 T2"
    assert lines[3] == "#1\tAnnotatorNotes T1\tOs tende T9 GPE 0 4"
    assert lines[0].startswith("T1\tGPE_1 0 7\t")


def test_gold_of_an_article_whose_address_is_none(tmp_path: Path) -> None:
    correct(replace(ARTICLE, url="http://[of a hostile export/"))
    assert main(["corrections", "export", "--output", str(tmp_path / "gold")]) == 0
    assert len(read_folder(tmp_path / "gold")) == 1


def test_what_is_there_is_not_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    correct()
    assert main(["corrections", "export", "--output", str(tmp_path)]) == 2
    assert "exists and is left as it is" in capsys.readouterr().err
    assert main(["corrections", "export", "--output", str(tmp_path), "--force"]) == 0
    assert len(read_folder(tmp_path)) == 1
    file = tmp_path / "a.jsonl"
    file.write_text("x", encoding="utf-8")
    assert main(["corrections", "export", "--format", "jsonl", "--output", str(file)]) == 2
    assert main(["corrections", "export", "--format", "jsonl", "--output", str(file), "--force"]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["corrections"] == 2


def test_as_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    correct()
    assert main(["corrections", "export", "--format", "jsonl"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["text"] == TEXT
    assert [quote["corrected"] for quote in data["quotes"]] == [False, False, True, False, False]
    assert data["quotes"][2]["text"] == "the council had ignored"


def test_an_article_that_is_nowhere_any_more_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_bytes(TEXT.encode())
    correct(replace(ARTICLE, source=str(path)), analysis=None)
    path.unlink()
    assert main(["corrections", "export", "--format", "jsonl"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "2 corrections of" in said.err
    assert "harbour.txt" in said.err


def test_an_article_that_is_not_kept_is_read_where_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_bytes(TEXT.encode())
    correct(replace(ARTICLE, source=str(path)), analysis=None)
    monkeypatch.setattr(SourceAnalyser, "analysed", lambda self, article: ANALYSIS)
    assert main(["corrections", "export", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == TEXT


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    correct()
    assert main(["corrections", "list"]) == 0
    title, first, second = capsys.readouterr().out.splitlines()
    assert title == "Harbour plan divides Ostende"
    assert "is said by Ada Novak" in first
    assert "now reads “the council had ignored”" in second
    assert main(["corrections", "list", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["correction"]["action"] for row in rows] == ["speaker", "content"]
    assert main(["corrections", "list", "--format", "jsonl"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == rows


@pytest.mark.parametrize("action", ["list", "export"])
def test_nothing_corrected(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", action]) == 0
    assert "Nothing was corrected so far" in capsys.readouterr().err
    assert not home().exists()
    Library.open().close()
    assert main(["corrections", action]) == 0
    assert "Nothing was corrected so far" in capsys.readouterr().err


# In what other commands print


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    def articles(self: SourceAnalyser, sources: object) -> Iterator[tuple[Article, Analysis]]:
        yield ARTICLE, ANALYSIS

    monkeypatch.setattr(SourceAnalyser, "articles", articles)


@pytest.mark.usefixtures("analysed")
def test_quotes_applies_them_unless_private(capsys: pytest.CaptureFixture[str]) -> None:
    correct()
    command = ["quotes", "--format", "jsonl", "x"]
    assert main(command) == 0
    quote = json.loads(capsys.readouterr().out)["quotes"][2]
    assert (quote["text"], quote["corrected"]) == ("the council had ignored", True)
    assert main([*command, "--private"]) == 0
    quote = json.loads(capsys.readouterr().out)["quotes"][2]
    assert (quote["text"], quote["corrected"]) == ("the council had ignored its own engineers", False)
    assert main(["quotes", "x"]) == 0
    assert "Ada Novak, engineer (indirect, corrected by hand)" in capsys.readouterr().out


@pytest.mark.usefixtures("analysed")
def test_quotes_makes_no_library() -> None:
    assert main(["quotes", "--format", "json", "x"]) == 0
    assert not home().exists()


def test_words_that_are_gone_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    correct(replace(ARTICLE, source=str(path)))
    told: list[str] = []
    other = Article("Quite another text.", str(path))
    ((_, found),) = corrected([(other, Analysis())], told.append)
    assert found.attributions == ()
    assert "2 corrections could not be applied" in told[0]


@pytest.mark.parametrize("end", "\r\u2028\t\x0b\x85")
def test_gold_is_read_back_whatever_ends_the_lines_of_its_text(tmp_path: Path, end: str) -> None:
    text = TEXT.replace("harbour.\n", f"harbour.{end}")  # inside the first content
    path = tmp_path / "x.ann"
    path.write_bytes(standoff(text, ANALYSIS).encode())
    for line in path.read_text(encoding="utf-8").splitlines():
        assert line.count("\t") == (2 if line[0] == "T" else 1)
    first, *_ = found = read_annotation(path)
    assert [gold.cue for gold in found] == [quote.cue for quote in ANALYSIS.attributions]
    assert [piece.of(text)[-8:] for piece in first.content] == ["harbour.", "er ten.”"]


def test_standoff_has_no_span_over_a_line_end() -> None:
    lines = standoff(TEXT, ANALYSIS).splitlines()
    assert all(line[0] in "TE" and line.count("\t") in (1, 2) for line in lines)
    first = next(line for line in lines if "\tContent " in line)
    where = first.split("\t")[1].removeprefix("Content ")
    pieces = [Span(*map(int, piece.split())) for piece in where.split(";")]
    assert len(pieces) == 2
    assert first.split("\t")[2] == " ".join(piece.of(TEXT) for piece in pieces)
