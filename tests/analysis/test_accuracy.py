"""A floor under how right the finding of attributions is, where gold stands beside the checkout.

The whole table comes from tests/benchmarks; here are the seed article and every second article of the
development part, for a quick look that nothing broke. Floors stand some two points under what is measured:
fewer articles than these swing by more than a change is worth (every seventh: direct .915, all of them .964).
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.benchmarks import scoring
from tui.analysis.analysis import Analysis, Attribution, Stance
from tui.analysis.model_loading import load
from tui.analysis.pipeline import Analyser
from tui.article.article import Article
from tui.article.text.blocks import find_blocks

GOLD = Path(__file__).resolve().parents[3] / "shared" / "accuracy"

pytestmark = pytest.mark.skipif(
    not (GOLD / "score.py").exists(), reason=f"no gold beside the checkout: {GOLD}"
)


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class Gold:
    """The analyses of articles, each made once."""

    def __init__(self) -> None:
        self._analyser = Analyser(load())
        self._made: dict[str, Analysis] = {}

    def analysis(self, doc: str, text: str) -> Analysis:
        if doc not in self._made:
            *_, self._made[doc] = self._analyser.run(Article(text, doc, find_blocks(text)))
        return self._made[doc]


@pytest.fixture(scope="module")
def gold() -> Gold:
    return Gold()


def measured(
    found_in: Gold, folder: Path, every: int = 1
) -> tuple[dict[str, Any], dict[str, list[Attribution]]]:
    score = scorer()
    files = score.annotations(folder)
    docs = sorted(files)[::every]
    texts = {doc: score.read_text(folder, doc) for doc in docs}
    gold = {doc: score.read_annotation(files[doc][0]) for doc in docs}
    optional = {p.stem: score.read_annotation(p) for p in sorted((folder / "optional").glob("*.ann"))}
    found: dict[str, list[Attribution]] = {}
    for doc, text in texts.items():
        found[doc] = list(found_in.analysis(doc, text).attributions)
    said = {
        doc: [score.Quote(list(map(tuple, a.content)), list(map(tuple, a.source))) for a in attributions]
        for doc, attributions in found.items()
    }
    return score.score(texts, gold, said, optional=optional), found


def test_the_seed_article_is_all_right(gold: Gold) -> None:
    figures, found = measured(gold, GOLD / "seed")
    assert figures["all"]["gold"] == 8
    assert figures["all"]["joint_recall"] == 1.0
    assert figures["all"]["joint_precision"] == 1.0
    spoken = [a for attributions in found.values() for a in attributions if a.stance is Stance.SPEECH]
    assert len(spoken) == 8


def test_the_figures_on_half_of_dev(gold: Gold) -> None:
    figures, _ = measured(gold, GOLD / "polnear" / "dev", every=2)
    assert figures["direct"]["f1"] >= 0.955
    assert figures["quoted"]["joint_f1"] >= 0.88
    assert figures["indirect"]["joint_f1"] >= 0.625
    assert figures["all"]["joint_f1"] >= 0.71


def test_speakers_full_names_on_a_third_of_those_known_in_dev(gold: Gold) -> None:
    folder = GOLD / "polnear" / "dev"
    known = scoring.read_speakers(folder)
    marked_by_hand = scoring.read_folder(folder)
    tally = {"quoted": [0, 0], "indirect": [0, 0]}
    for doc in sorted(known)[::3]:
        text, marked = marked_by_hand[doc]
        analysis = gold.analysis(doc, text)
        called = {speaker.id: speaker.name for speaker in analysis.speakers}
        said = [
            scoring.Predicted(a.content, a.source, called.get(a.speaker or "", ""), a.certainty)
            for a in analysis.attributions
        ]
        for kind, (of_gold, right) in scoring.score(text, marked, said, known[doc]).speakers.items():
            if kind in tally:
                tally[kind][0] += of_gold
                tally[kind][1] += right
    assert tally["quoted"][1] / tally["quoted"][0] >= 0.93, tally
    assert tally["indirect"][1] / tally["indirect"][0] >= 0.69, tally
