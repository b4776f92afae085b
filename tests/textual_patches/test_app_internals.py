"""Exceptions of an app that is being left, and of one that is not."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext

import pytest
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from tests.screens.driving import reader


@pytest.mark.parametrize("leaving", [True, False])
@pytest.mark.parametrize("by_worker", [True, False])
async def test_a_missing_widget_is_an_error_unless_the_app_is_being_left(
    leaving: bool, by_worker: bool
) -> None:
    looked = asyncio.Event()
    with nullcontext() if leaving else pytest.raises(WorkerFailed if by_worker else NoMatches):
        async with reader() as (_, pilot):

            async def look_for_a_widget_that_is_gone() -> None:
                if leaving:
                    pilot.app.exit()
                looked.set()
                raise NoMatches

            if by_worker:
                pilot.app.run_worker(look_for_a_widget_that_is_gone())
            else:
                pilot.app.call_later(look_for_a_widget_that_is_gone)
            await looked.wait()


async def test_nor_is_it_one_once_the_app_shuts_down() -> None:
    async with reader() as (_, pilot):
        app = pilot.app
    app._handle_exception(NoMatches())
    assert app._exception is None
