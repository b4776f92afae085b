"""tui.commands.parallel_analysis: answers come in the order of the files, and no process is left."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.analysis.analysis import Analysis
from tui.analysis.model import CannotAnalyse
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, AnalysisProgress, Event
from tui.article.article import Article
from tui.commands import parallel_analysis
from tui.commands.arguments import jobs as number_of_jobs
from tui.commands.console import SourceProgress


class Slow:
    """A process that answers when the test says so: the article given to it last first."""

    all: list[Slow] = []
    under_way: list[tuple[Article, Callable[[Event], None]]] = []
    at_most = 0
    answer: Callable[[Article], Event] = staticmethod(
        lambda article: AnalysisComplete(Analysis(model=article.text))
    )

    def __init__(self, model: str) -> None:
        self.stopped = False
        self.pid: int | None = 1
        Slow.all.append(self)

    def analyse(self, article: Article, on_event: Callable[[Event], None]) -> None:
        Slow.under_way.append((article, on_event))
        Slow.at_most = max(Slow.at_most, len(Slow.under_way))

    def stop(self) -> None:
        self.stopped = True

    @classmethod
    def finish_last(cls) -> None:
        article, on_event = cls.under_way.pop()
        on_event(AnalysisProgress(1, 2))
        on_event(cls.answer(article))


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use processes that need no model; whoever listens in vain has the last of them answer."""
    Slow.all, Slow.under_way, Slow.at_most = [], [], 0
    monkeypatch.setattr(parallel_analysis, "AnalysisProcess", Slow)
    listen = parallel_analysis.SourceAnalyser._receive

    def answer_and_listen(self: parallel_analysis.SourceAnalyser) -> None:
        if self._events.empty():
            Slow.finish_last()
        listen(self)

    monkeypatch.setattr(parallel_analysis.SourceAnalyser, "_receive", answer_and_listen)


def files(folder: Path, count: int) -> list[str]:
    """Write so many articles and return their paths."""
    out = []
    for number in range(count):
        path = folder / f"{number}.txt"
        path.write_text(f"Article {number}.", encoding="utf-8")
        out.append(str(path))
    return out


def test_they_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    sources = files(tmp_path, 30)
    with SourceProgress(30) as bar:
        found = list(parallel_analysis.SourceAnalyser(None, bar, 3).articles(sources))
    assert [article.source for article, _ in found] == sources
    assert all(analysis.model == article.text for article, analysis in found)
    assert Slow.at_most == len(Slow.all) == 3
    assert all(process.stopped for process in Slow.all)


def test_no_more_processes_than_articles(tmp_path: Path) -> None:
    with SourceProgress(1) as bar:
        assert len(list(parallel_analysis.SourceAnalyser(None, bar, 8).articles(files(tmp_path, 1)))) == 1
    assert len(Slow.all) == 1


def test_one_that_fails_is_named_and_the_others_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(article: Article) -> Event:
        return (
            AnalysisFailed("It broke off.") if article.text == "Article 1." else AnalysisComplete(Analysis())
        )

    monkeypatch.setattr(Slow, "answer", staticmethod(answer))
    sources = files(tmp_path, 4)
    with SourceProgress(4) as bar:
        analysts = parallel_analysis.SourceAnalyser(None, bar, 2)
        found = [article.source for article, _ in analysts.articles([*sources, str(tmp_path / "none.txt")])]
    assert found == [sources[0], *sources[2:]]
    assert analysts.failed
    said = capsys.readouterr().err
    assert f"“{sources[1]}”: It broke off." in said
    assert "none.txt" in said


def test_without_a_model_all_is_over_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Slow, "answer", staticmethod(lambda article: AnalysisFailed("No model.", is_permanent=True))
    )
    with SourceProgress(9) as bar, pytest.raises(CannotAnalyse, match="No model"):
        list(parallel_analysis.SourceAnalyser(None, bar, 2).articles(files(tmp_path, 9)))
    assert all(process.stopped for process in Slow.all)


def test_who_stops_reading_leaves_no_process_behind(tmp_path: Path) -> None:
    with SourceProgress(9) as bar:
        articles = parallel_analysis.SourceAnalyser(None, bar, 2).articles(files(tmp_path, 9))
        next(articles)
        articles.close()  # type: ignore[attr-defined]
    assert Slow.all
    assert all(process.stopped for process in Slow.all)


def test_how_many_may_be_asked_for() -> None:
    assert [number_of_jobs(text) for text in ("1", "12", "0", "auto")] == [1, 12, 0, 0]
    assert parallel_analysis.cpu_count() >= 1
    for text in ("-1", "two", "", "1000", "1.5"):
        with pytest.raises(argparse.ArgumentTypeError):
            number_of_jobs(text)


def test_fewer_processes_where_the_system_starts_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def analyse(self: Slow, article: Article, on_event: Callable[[Event], None]) -> None:
        if self is Slow.all[0]:
            Slow.under_way.append((article, on_event))
        else:
            self.pid = None
            on_event(AnalysisFailed("It cannot be started.", is_not_started=True))

    monkeypatch.setattr(Slow, "analyse", analyse)
    with SourceProgress(5) as bar:
        analysed = [
            analysis.model
            for _, analysis in parallel_analysis.SourceAnalyser(None, bar, 3).articles(files(tmp_path, 5))
        ]
    assert analysed == [f"Article {number}." for number in range(5)]
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == "quoth: The system starts no more processes; going on with 1 process."
    assert len(said) <= 2


def test_no_process_at_all_is_said_of_each_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def analyse(self: Slow, article: Article, on_event: Callable[[Event], None]) -> None:
        self.pid = None
        on_event(AnalysisFailed("It cannot be started.", is_not_started=True))

    monkeypatch.setattr(Slow, "analyse", analyse)
    with SourceProgress(2) as bar:
        analyser = parallel_analysis.SourceAnalyser(None, bar, 3)
        assert not list(analyser.articles(files(tmp_path, 2)))
    assert analyser.failed
    assert capsys.readouterr().err.count("It cannot be started.") == 2
