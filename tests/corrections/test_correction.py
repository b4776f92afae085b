"""Corrections as JSON: the round trip, and invalid data rejected."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.session.article_with_quotes import ANALYSIS, TEXT, span
from tui.analysis.analysis import Kind, Speaker, Stance
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.correction import (
    CONTEXT,
    Correction,
    EntityReference,
    QuoteReference,
    SpeakerReference,
    entity_reference,
    passages,
    quote_reference,
    speaker_reference,
    unique_passages,
)
from tui.corrections.correction_json import from_json, to_json
from tui.corrections.correction_types import summary

QUOTE = quote_reference(TEXT, ANALYSIS.attributions[1], ANALYSIS.speakers[1])
WHO = speaker_reference(TEXT, ANALYSIS.speakers[0])


def full(action: Action) -> Correction:
    spans = passages(TEXT, ANALYSIS.attributions[1].content)
    return Correction(
        action,
        (QUOTE,),
        WHO,
        SpeakerReference("Ada\x1b[31m Novak"),
        spans,
        Kind.MIXED,
        Stance.ATTITUDE,
        entity_reference(TEXT, ANALYSIS.entities[0]),
        EntityReference("Norvik\x1b[31m Shipping", "MADE\nUP"),
    )


@pytest.mark.parametrize("action", Action)
def test_every_correction_survives_the_round_trip_through_json(action: Action) -> None:
    it = full(action)
    assert from_json(json.loads(json.dumps(to_json(it)))) == it
    assert summary(it).isprintable()


def test_a_minimal_correction_survives_the_round_trip_through_json() -> None:
    it = Correction(Action.SPEAKER, (quote_reference(TEXT, ANALYSIS.attributions[3], None),))
    assert from_json(to_json(it)) == it
    assert "nobody the article names" in summary(it)


def test_very_long_names_survive_the_round_trip_through_json() -> None:
    """Read back any correction: one that cannot be read is lost when the article is opened again."""
    long = Speaker("s1", "X" * 4_000, role="chair of " * 90, mentions=(span("Tom Okafor"), span("Okafor")))
    for it in (
        Correction(Action.REJECT, (quote_reference(TEXT, ANALYSIS.attributions[1], long),)),
        Correction(Action.NAME, speaker=speaker_reference(TEXT, long), to=speaker_reference(TEXT, long)),
    ):
        assert from_json(json.loads(json.dumps(to_json(it)))) == it
        assert len(summary(it)) < 2_000
    assert "…" in summary(Correction(Action.MERGE, speaker=speaker_reference(TEXT, long), to=WHO))


def test_the_summary_of_a_new_content_shows_both_its_ends() -> None:
    content = [span("“It is a gift to Norvik Shipping,” he said. “Nothing else.”")]
    it = Correction(Action.CONTENT, (QUOTE,), spans=passages(TEXT, content), kind=Kind.MIXED)
    assert summary(it).endswith("now reads “It is a gift to … ‘Nothing else.”")
    inside = Correction(Action.REJECT, (replace(QUOTE, content=passages(TEXT, [span("a “small”")])),))
    assert summary(inside) == "“a ‘small’” is not a quote"


def test_enough_context_is_kept_to_tell_identical_quotes_apart() -> None:
    text = "The beginning. " + "“We will wait,” said Ann Bell on Monday. " * 9 + "The end."
    spans = [Span(at, at + 15) for at in range(len(text)) if text.startswith("“We will wait,”", at)]
    kept = unique_passages(text, spans)
    around = [piece.before + piece.words + piece.after for piece in kept]
    assert all(text.count(each) == 1 for each in around)
    assert len(unique_passages(TEXT, [span("Nothing else")])[0].before) == CONTEXT
    assert (
        from_json(to_json(Correction(Action.REJECT, (QuoteReference(kept[4:5]),)))).quotes[0].content
        == kept[4:5]
    )


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
        changed(lambda d: d.update(id="x" * 65)),
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
        changed(lambda d: d.pop("entity"), Action.ENTITY_REJECT),
        changed(lambda d: d.pop("to_entity"), Action.ENTITY_MERGE),
        changed(lambda d: d["to_entity"].update(label="")),
        changed(lambda d: d["entity"].update(name="")),
        changed(lambda d: d["entity"]["mentions"].append([3, 5, "x", "", ""])),
    ],
)
def test_invalid_json_is_rejected(data: object) -> None:
    with pytest.raises(ValueError, match="not a correction"):
        from_json(data)


def test_pronouns_are_not_kept_as_mentions() -> None:
    who = Speaker("s1", "Tom Okafor", mentions=(span("he", 3), span("Tom Okafor")))
    assert span("he", 3).of(TEXT) == "he"
    assert [mention.words for mention in speaker_reference(TEXT, who).mentions] == ["Tom Okafor"]
