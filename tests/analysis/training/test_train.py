"""Training from a gold folder gives weights that find what it marks, and the same bytes each time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.analysis.attribution import quotations, weights
from tui.analysis.attribution.attribution_finder import find
from tui.analysis.model import DEFAULT
from tui.analysis.training import train
from tui.analysis.training.dataset import parse
from tui.article.article import Article
from tui.article.text.blocks import find_blocks

NAMES = ["Ann Poe", "Jane Doe", "Peter Marsh", "Mary Reed", "Tom Hill", "Ruth Lake"]
CLAIMS = ["the harbour is closed", "the boats are safe", "the storm has passed", "the road is open again"]


def write_gold(folder: Path) -> None:
    """Write six articles of three publishers: somebody says four things, and does four things nobody says."""
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    for n, name in enumerate(NAMES):
        text, rows = "", []
        for k, claim in enumerate(CLAIMS):
            start = len(text)
            text += f"{name} said {claim}. {name} sold the boats.\n\n"
            said = start + len(name) + 1
            spans = [("Source", start, start + len(name)), ("Cue", said, said + 4)]
            spans.append(("Content", said + 5, said + 5 + len(claim)))
            rows += [f"T{3 * k + m}\t{role} {a} {b}\t{text[a:b]}" for m, (role, a, b) in enumerate(spans, 1)]
            rows.append(f"E{k + 1}\tSource:T{3 * k + 1} Cue:T{3 * k + 2} Content:T{3 * k + 3}")
        doc = f"paper{n % 3}_{n}"
        (folder / "text" / f"{doc}.txt").write_text(text, encoding="utf-8")
        (folder / "attributions" / f"{doc}_me.ann").write_text("\n".join(rows), encoding="utf-8")


def test_the_marked_attributions_are_learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_gold(tmp_path / "gold")
    parses = tmp_path / "parses"
    for name in ("first.npz", "second.npz"):
        monkeypatch.setattr(
            "sys.argv",
            ["train", str(tmp_path / "gold"), "--parses", str(parses), "--out", str(tmp_path / name)],
        )
        train.main()
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()

    learned = weights.read(tmp_path / "first.npz")
    monkeypatch.setattr(weights, "load_bundled", lambda: learned)
    text = "Kate Brook said the market was closed. Kate Brook sold the house."
    ((article, parsed),) = parse({"x": text}, DEFAULT).values()
    assert article == Article(text, "x", find_blocks(text))
    (draft,) = find(parsed, article, quotations.find(text, article.blocks))
    assert [span.of(text) for span in (*draft.source, *draft.cue, *draft.content)] == [
        "Kate Brook", "said", "the market was closed",
    ]  # fmt: skip


def test_folds_keep_publishers_together() -> None:
    names = ["b", "a", "c", "a", "d", "b"]
    fold = train.folds(names)
    assert len({(name, f) for name, f in zip(names, fold, strict=True)}) == len(set(names))
    assert set(fold) == set(range(train.FOLDS))
    assert len(set(train.folds(["a", "a", "a", "a"]))) == train.FOLDS


def test_without_scipy_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.setattr("sys.argv", ["train", "gold"])
    with pytest.raises(SystemExit, match="2"):
        train.main()
    assert "pip install '.[train]'" in capsys.readouterr().err
