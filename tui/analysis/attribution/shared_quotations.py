"""Quotations that two attributions claim: each is one speaker's, in one attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span


def give_to_one(arrays: TokenArrays, attributions: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return attributions none of which has a quotation in it that is a content of another, likelier one.

    “Go,” Doe said, referring to the port, “now.”: of "said" and "referring" the likelier keeps “Go,” and, where
    the source is the same, gets the quotations that the other alone claimed.
    """
    quotes = set(arrays.quotes)
    out: list[RawAttribution | None] = list(attributions)
    owner: dict[Span, int] = {}
    for n in sorted(range(len(out)), key=lambda n: -attributions[n].probability):
        attribution = attributions[n]
        claimed = [span for span in attribution.content if span in quotes]
        # also: warning | of “dark days”, beside warning of | “dark days”
        inside = [quote for span in attribution.content for quote in arrays.quotes_within(span)]
        rival = next((owner[span] for span in claimed if span in owner), None)
        if rival is None and inside and all(quote in owner for quote in inside):
            rival = owner[inside[0]]
        if rival is None:
            owner.update((span, n) for span in claimed)
            continue
        first = out[rival]
        if first is not None and first.source == attribution.source:
            more = [quote for quote in inside if quote not in owner]
            out[rival] = replace(first, content=tuple(sorted((*first.content, *more))))
            owner.update((span, rival) for span in more)
        out[n] = None
    return [attribution for attribution in out if attribution is not None]
