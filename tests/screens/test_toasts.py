"""Messages never pile up over what one reads."""

from __future__ import annotations

import pytest

from tests.screens.driving import drawn, reader
from tui.textual_patches.app_internals import notifications


async def test_a_message_said_again_takes_its_own_place_and_older_ones_make_room() -> None:
    async with reader() as (screen, pilot):

        def shown() -> list[str]:
            return [message.message for message in notifications(pilot.app)]

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
        assert {message.message for message in notifications(pilot.app)} == {*warnings, "Clipped.", "Saved."}


async def test_a_message_leaves_what_is_typed_and_counted_and_the_keys_in_sight() -> None:
    async with reader((80, 24)) as (screen, pilot):
        await pilot.press(*"/kind:direct", "enter")
        pilot.app.clear_notifications()
        await pilot.pause()
        line, hints = drawn(screen)[-2:]
        assert line.split()[:2] == ["/", "kind:direct"]
        assert "quotes" in line
        screen.notify("A sentence.")
        await pilot.pause()
        rule, *foot = drawn(screen)[-3:]
        assert "A sentence." in rule
        assert foot == [line, hints]


async def test_read_alone_a_message_stands_on_the_rule_too() -> None:
    async with reader((80, 24)) as (screen, pilot):
        pilot.app.clear_notifications()
        await pilot.press("z")
        *article, _, hints = drawn(screen)
        screen.notify("A sentence.")
        await pilot.pause()
        *same, rule, below = drawn(screen)
        assert "A sentence." in rule
        assert (same, below) == (article, hints)
        assert below.startswith(" z show panels ")  # the key back, however little room there is
        pilot.app.clear_notifications()
        await pilot.resize_terminal(40, 12)
        screen.notify("Copied “John Smith denied that he had …” with its cue (tmux and terminal)")
        await pilot.pause()
        said = " ".join("\n".join(drawn(screen)).replace("▌", " ").split())
        assert "John Smith denied that he had …” with its cue (tmux and terminal)" in said


@pytest.mark.parametrize("key", ["t", "question_mark", "e", "w", "ctrl+p", "M"])
async def test_a_message_makes_way_for_the_screen_that_a_key_opens(key: str) -> None:
    async with reader((80, 24)) as (screen, pilot):
        pilot.app.clear_notifications()
        await pilot.press("n")
        screen.notify("This is over.")
        screen.notify("This is wrong.", severity="warning")
        await pilot.pause()
        assert "This is over." in "\n".join(drawn(screen))
        await pilot.press(key)
        assert pilot.app.screen is not screen
        assert [message.message for message in notifications(pilot.app)] == ["This is wrong."]
        assert "This is over." not in "\n".join([*drawn(screen), *drawn(pilot.app.screen)])
