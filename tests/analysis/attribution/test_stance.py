"""The stance of attributions: speech or attitude, by the cue, the marks and the construction."""

from __future__ import annotations

import pytest

from tests.spoken import parse
from tui.analysis.analysis import Stance
from tui.analysis.attribution import quotations
from tui.analysis.attribution.attribution_finder import find
from tui.article.article import Article
from tui.article.text.blocks import find_blocks


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("The minister said the harbour would be closed until Monday.", "said", Stance.SPEECH),
        ("The minister wants the harbour to be closed until Monday.", "wants", Stance.ATTITUDE),
        ("The minister likes to say that the harbour is closed on Monday.", "likes to say", Stance.SPEECH),
        ("The minister fears that the harbour will be closed until Monday.", "fears", Stance.ATTITUDE),
        ("The minister refused to say who had closed the harbour.", "refused to say", Stance.SPEECH),
        ("The minister points out that the harbour is closed until Monday.", "points out", Stance.SPEECH),
        ("The minister attributed the rise in the harbour to the storm.", "attributed", Stance.SPEECH),
        ("The minister had called it a landmark judgment for the harbour.", "had called", Stance.SPEECH),
        ("The minister called for talks on the harbour.", "called for", Stance.ATTITUDE),
        (
            "The minister called out the captain to meet him on Monday in the harbour.",
            "called out",
            Stance.ATTITUDE,
        ),
        ("The minister views the harbour as “a hole in the map.”", "views", Stance.SPEECH),
        ("The minister views the harbour from a “glass tower” on the hill.", "views", Stance.ATTITUDE),
        ("“The harbour must be closed at once,” the minister demanded.", "demanded", Stance.SPEECH),
    ],
)
def test_cue_marks_and_construction_tell_speech_from_attitude(text: str, cue: str, stance: Stance) -> None:
    article = Article(text, "x", find_blocks(text))
    (attribution,) = find(parse(text), article, quotations.find(text, article.blocks))
    assert " ".join(span.of(text) for span in attribution.cue) == cue
    assert attribution.stance is stance
