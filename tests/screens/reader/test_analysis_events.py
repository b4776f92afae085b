"""What the analysis process says, shown in the reader."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from tests.samples import seed_analysis, seed_article
from tests.screens.driving import drawn
from tests.screens.fake_process import FakeProcess
from tests.screens.opening_app import until
from tui.analysis.analysis import Analysis, Speaker
from tui.analysis.process import events
from tui.app import QuothApp
from tui.session.opening.opening import Opening
from tui.session.settings import Settings


def text_of(pilot: Pilot[None]) -> str:
    return "\n".join(drawn(pilot.app.screen))


async def test_the_article_is_readable_while_the_analysis_runs() -> None:
    process = FakeProcess()
    article = seed_article()
    whole = seed_analysis(article)
    app = QuothApp(Opening(article, process=process), Settings())  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await process.asked(pilot)
        assert "Donald Trump has said" in text_of(pilot)
        assert "Looking for quotes" in text_of(pilot)
        process.say(events.AnalysisProgress(40, 100))
        await pilot.pause()
        assert "40 %" in text_of(pilot)
        part = Analysis(whole.attributions[:2], whole.speakers[:1], (), complete=False)
        process.say(events.PartialAnalysis(part))
        await pilot.pause()
        assert "1 speaker · 2 quotes" in text_of(pilot)
        await pilot.press("n")
        wants = Speaker("s99", "Somebody Who Wants")
        process.say(events.AnalysisComplete(replace(whole, speakers=(*whole.speakers, wants))))
        await pilot.pause()
        assert "5 speakers · 8 quotes" in text_of(pilot)
        assert app.articles.reader.reading.quote == 0
        await pilot.press("G")
        await pilot.pause()
    assert process.stopped


async def test_scrolling_asks_for_what_is_on_the_screen() -> None:
    process = FakeProcess()
    article = seed_article()
    app = QuothApp(Opening(article, process=process), Settings())  # type: ignore[arg-type]
    async with app.run_test(size=(80, 20)) as pilot:
        await process.asked(pilot)
        await pilot.press("G")
        await pilot.pause()
        visible = app.articles.reader.article_pane.visible_span
    assert process.focus[-1] == visible


async def test_a_death_is_said_once_and_a_failure_leaves_the_reader_standing() -> None:
    process = FakeProcess()
    app = QuothApp(Opening(seed_article(), process=process), Settings())  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await process.asked(pilot)
        process.say(events.ProcessDied("It ended unexpectedly; it was started again."))
        await pilot.pause()
        assert "started again" in text_of(pilot)
        process.say(events.AnalysisFailed("It ended twice; the article can be read without it."))
        await pilot.pause()
        text = text_of(pilot)
        assert "ended twice" in text
        assert "There is no quote" not in text
        assert "not analysed" in text.splitlines()[0]
        await pilot.press("j", "space", "z", "z")
        assert "Donald" in text_of(pilot) or "Trump" in text_of(pilot)


async def test_the_article_is_drawn_before_its_analysis_begins() -> None:
    frames: list[bool] = []
    drawn_then: list[bool] = []

    class Watched(FakeProcess):
        def analyse(self, *args: object, **more: object) -> None:
            drawn_then.append(any(frames))

    app = QuothApp(Opening(seed_article(), process=Watched()), Settings())  # type: ignore[arg-type]
    app.post_display_hook = lambda: frames.append("Donald Trump has said" in "\n".join(drawn(app.screen)))  # type: ignore[method-assign]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: drawn_then)
    assert drawn_then == [True]
