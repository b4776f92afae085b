import asyncio
from tests.screens.test_library import *
async def test_x():
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m")
        await until(pilot, lambda: app.reader.reading.clipped)
        await pilot.pause(.3)
        print(app.reader.reading.clipped, app.reader.reading.analysis.attributions[0].content)
        q=app.reader.query_one("QuotesList")
        print([[str(c) for c in q.draw(r, 30)] for r in q.rows(30)], q.size)
        print("\n".join(drawn(app.screen)))
