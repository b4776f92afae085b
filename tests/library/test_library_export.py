"""tui.library.library_export: what cannot be read any more holds up nothing else (there and back: see imports)."""

from __future__ import annotations

import pytest

from tests.library.kept_story import ANALYSIS, ARTICLE
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library.clippings import Clippings
from tui.library.correction_store import CorrectionStore
from tui.library.library import Library
from tui.library.library_export import export_lines
from tui.library.people import People
from tui.session.keeping.clipping import clip

QUOTE = ANALYSIS.attributions[0]


@pytest.mark.parametrize("table", ["corrections", "clippings", "people_changes"])
def test_a_line_that_is_damaged_is_left_out_and_told(kept: Library, table: str) -> None:
    kept.keep(ARTICLE, ANALYSIS)
    said = quote_reference(ARTICLE.text, QUOTE, ANALYSIS.speakers[0])
    for name in ("Olga Novak", "Ada Quill"):
        CorrectionStore(kept).add(
            ARTICLE, Correction(Action.SPEAKER, quotes=(said,), to=SpeakerReference(name))
        )
        Clippings(kept).add(clip(ARTICLE, ANALYSIS, QUOTE))
        People(kept).rename(People(kept).all()[0].id, name)
    whole = list(export_lines(kept))
    assert kept.notice == ""
    damage = f"UPDATE {table} SET data = '{{\"what' WHERE rowid = 1"  # noqa: S608
    assert kept.transact(lambda db: db.execute(damage).rowcount) == 1
    left = list(export_lines(kept))
    assert len(left) == len(whole) - 1
    assert [line for line in whole if line in left] == left
    assert kept.notice == f"Unreadable parts of the library were left out (1 in {table})."
