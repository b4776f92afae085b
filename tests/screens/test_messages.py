"""Messages never pile up over what one reads."""

from __future__ import annotations

from tests.screens.driving import reader


async def test_a_message_said_again_takes_its_own_place_and_older_ones_make_room() -> None:
    async with reader() as (screen, pilot):

        def shown() -> list[str]:
            return [message.message for message in pilot.app._notifications]

        pilot.app.clear_notifications()
        for sentence in ("Copied.", "Copied.", "Clipped.", "Copied."):
            screen.notify(sentence)
            await pilot.pause()
        assert shown() == ["Clipped.", "Copied."]
        screen.notify("Saved.")
        await pilot.pause()
        assert shown() == ["Copied.", "Saved."]


async def test_warnings_stay_their_time() -> None:
    async with reader() as (screen, pilot):
        pilot.app.clear_notifications()
        warnings = [f"Setting {n} is wrong." for n in range(3)]
        for sentence in warnings:
            screen.notify(sentence, severity="warning")
        for sentence in ("Copied.", "Clipped.", "Saved."):
            screen.notify(sentence)
        await pilot.pause()
        assert {message.message for message in pilot.app._notifications} == {*warnings, "Clipped.", "Saved."}
