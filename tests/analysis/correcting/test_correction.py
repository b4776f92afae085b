"""Corrections go out and in as JSON, and nothing that makes no sense comes in."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.session.article_with_quotes import ANALYSIS, TEXT, span
from tui.analysis.analysis import Kind, Speaker, Stance
from tui.analysis.correcting.correction import Action, Correction, Named, named, passages, quoted
from tui.analysis.correcting.correction_json import from_json, to_json

QUOTE = quoted(TEXT, ANALYSIS.attributions[1], ANALYSIS.speakers[1])
WHO = named(TEXT, ANALYSIS.speakers[0])


def full(action: Action) -> Correction:
    spans = passages(TEXT, ANALYSIS.attributions[1].content)
    return Correction(action, (QUOTE,), WHO, Named("Ada\x1b[31m Novak"), spans, Kind.MIXED, Stance.ATTITUDE)


@pytest.mark.parametrize("action", Action)
def test_there_and_back(action: Action) -> None:
    it = full(action)
    assert from_json(json.loads(json.dumps(to_json(it)))) == it
    assert it.summary.isprintable()


def test_the_least_there_and_back() -> None:
    it = Correction(Action.SPEAKER, (quoted(TEXT, ANALYSIS.attributions[3], None),))
    assert from_json(to_json(it)) == it
    assert "nobody the article names" in it.summary


def changed(change: Callable[[dict[str, Any]], object], action: Action = Action.DIVIDE) -> dict[str, Any]:
    data = json.loads(json.dumps(to_json(full(action))))
    change(data)
    return data


@pytest.mark.parametrize(
    "data",
    [
        *(None, [], 1, "x", {}, {"id": "x"}, {"id": "x", "action": "fly"}, {"id": "", "action": "name"}),
        *({"id": "x", "action": action} for action in ("speaker", "merge", "name", "divide", "add")),
        changed(lambda d: d.update(id=7)),
        changed(lambda d: d.update(quotes=[])),
        changed(lambda d: d.update(quotes={})),
        changed(lambda d: d.pop("speaker")),
        changed(lambda d: d.pop("to")),
        changed(lambda d: d["to"].update(name="")),
        changed(lambda d: d["to"].update(name="x" * 201)),
        changed(lambda d: d["to"].update(role=3)),
        changed(lambda d: d["to"].update(mentions=[[1, 2]])),
        changed(lambda d: d["quotes"][0].update(content=[])),
        changed(lambda d: d["quotes"][0]["content"].reverse()),
        changed(lambda d: d["quotes"][0].update(kind="loud")),
        changed(lambda d: d["spans"].append([3, 3, "", "", ""])),
        changed(lambda d: d["spans"].append([-1, 0, "x", "", ""])),
        changed(lambda d: d["spans"].append([True, 2, "x", "", ""])),
        changed(lambda d: d["spans"].append([3, 5, "x", "", ""])),
        changed(lambda d: d["spans"].append([999, 1000, 5, "", ""])),
        changed(lambda d: d.pop("spans"), Action.CONTENT),
        changed(lambda d: d.pop("kind"), Action.KIND),
    ],
)
def test_nonsense_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="not a correction"):
        from_json(data)


def test_pronouns_are_no_anchors() -> None:
    who = Speaker("s1", "Tom Okafor", mentions=(span("he", 3), span("Tom Okafor")))
    assert span("he", 3).of(TEXT) == "he"
    assert [mention.words for mention in named(TEXT, who).mentions] == ["Tom Okafor"]
