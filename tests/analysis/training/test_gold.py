"""tui.analysis.training.gold reads brat standoff."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.analysis.training.gold import GoldAttribution, read_annotation, read_folder
from tui.article.spans import Span

TEXT = "Ann said it was late. “So,” she added, “go.”\n"
ANN = """T1\tSource 0 3\tAnn
T2\tCue 4 8\tsaid
T3\tContent 9 20\tit was
late
T4\tContent 22 27;39 44\t“So,” “go.”
T5\tCue 32 37\tadded
T6\tAttribution 4 8\tsaid
E1\tAttribution:T6 Content:T3 Cue:T2 Source:T1
E2\tContent:T4 Cue:T5
E3\tCue:T5
#1\tAnnotatorNotes T1\twhat a day
"""


def write(folder: Path, annotation: str = ANN) -> Path:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "paper_1.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "paper_1_b.ann").write_text("", encoding="utf-8")
    path = folder / "attributions" / "paper_1_a.ann"
    path.write_text(annotation, encoding="utf-8")
    return path


def test_events_join_spans(tmp_path: Path) -> None:
    assert read_annotation(write(tmp_path)) == [
        GoldAttribution((Span(9, 20),), (Span(4, 8),), (Span(0, 3),)),
        GoldAttribution((Span(22, 27), Span(39, 44)), (Span(32, 37),), ()),
    ]


def test_the_first_annotator_counts(tmp_path: Path) -> None:
    write(tmp_path)
    assert read_folder(tmp_path) == {
        "paper_1": (TEXT, read_annotation(tmp_path / "attributions" / "paper_1_a.ann"))
    }


def test_the_error_names_the_broken_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"paper_1_a\.ann, line 2"):
        read_annotation(write(tmp_path, "T1\tSource 0 3\tAnn\nT2\tCue four 8\tsaid\n"))


def test_the_error_names_the_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no attributions"):
        read_folder(tmp_path)
