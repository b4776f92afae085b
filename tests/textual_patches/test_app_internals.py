"""Exceptions of an app that is being left, and of one that is not."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext

import pytest
from textual.css.query import NoMatches

from tests.screens.driving import reader


@pytest.mark.parametrize("leaving", [True, False])
async def test_a_missing_widget_is_an_error_unless_the_app_is_being_left(leaving: bool) -> None:
    looked = asyncio.Event()

    def look_for_a_widget_that_is_gone() -> None:
        looked.set()
        raise NoMatches

    with nullcontext() if leaving else pytest.raises(NoMatches):
        async with reader() as (_, pilot):
            pilot.app.call_later(look_for_a_widget_that_is_gone)
            if leaving:
                pilot.app.exit()
            await looked.wait()


async def test_nor_is_it_one_once_the_app_shuts_down() -> None:
    async with reader() as (_, pilot):
        app = pilot.app
    app._handle_exception(NoMatches())
    assert app._exception is None
