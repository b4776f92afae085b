"""Articles shown one after another."""

from __future__ import annotations

from tests.samples import seed_article
from tests.screens.opening_app import app_with, article, keep_analysis, sees, until
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening

SECOND = article("second.txt", "Second: the harbour opens.")


async def test_an_app_that_closes_just_after_a_second_article_was_shown_closes_cleanly() -> None:
    keep_analysis(SECOND)
    async with app_with(opening=Opening(seed_article(), settled=True)) as (app, pilot):
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        app.articles.show_article(SECOND)
        await sees(pilot, "Second: the harbour opens.")
        app.articles.close()  # on the way out this comes before what the reader has just posted
        app.articles.reader.post_message(ReaderScreen.FullyMounted())
        await pilot.pause()
