"""Speakers whom a headline names and the first paragraphs describe: both tell the same words.

“Kearney: Autumn is ‘sensible’ for a vote”, and below: "Malta’s first minister has said autumn would be “sensible”."
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.analysis import Step
from tui.analysis.coreference.description_nouns import KIN, NAMELESS
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.entities.name_parts import POSSESSIVE_DETERMINERS
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

_WORDS = re.compile(r"\w{4,}")
_MAX_PARAGRAPHS = 2  # below it
_LEAST_COMMON = 2  # words that tell the same, and at least half of the headline's
_CERTAINTY = 0.85
_OTHERS = KIN | NAMELESS | POSSESSIVE_DETERMINERS | {"adviser", "advisor", "aide", "attorney", "lawyer"}
"""Words for who speaks for somebody whom a headline names, or is theirs."""


def name_described(
    parsed: ParsedArticle,
    headline: Span | None,
    raw: Sequence[RawAttribution],
    referents: Sequence[Referent],
    resolutions: list[Resolution],
) -> None:
    """Replace, in `resolutions`, somebody who is only described by whom the headline names for the same words.

    `headline` is its place, None where the article begins with none.
    """
    if headline is None or not len(parsed) or parsed.start[0] >= headline.end:
        return
    starts = [parsed.start[begin] for begin, end in parsed.paragraphs[: _MAX_PARAGRAPHS + 2] if begin < end]
    named: list[tuple[set[str], Resolution, RawAttribution]] = []
    same: dict[int, Resolution] = {}
    pairs = sorted(zip(raw, resolutions, strict=True), key=lambda pair: pair[0].content[0].start)
    for attribution, resolution in pairs:
        number = resolution.referent
        paragraph = bisect_right(starts, attribution.content[0].start) - 1
        if number is None or paragraph > _MAX_PARAGRAPHS or not attribution.source:
            continue
        said = {w.casefold() for s in attribution.content for w in _WORDS.findall(s.of(parsed.text))}
        if paragraph == 0:
            if referents[number].is_person:
                named.append((said, resolution, attribution))
            continue
        for told, said_above, titled in named:
            common = said & told
            if len(common) < max(_LEAST_COMMON, len(told) / 2) or not _may_be(
                referents[number], referents[said_above.referent or 0]
            ):
                continue
            step = Step("the headline has these words from", titled.source[0])
            same.setdefault(number, replace(said_above, steps=[step, *said_above.steps]))
    for n, resolution in enumerate(resolutions):
        found = same.get(resolution.referent) if resolution.referent is not None else None
        if found is not None:
            resolutions[n] = Resolution(
                found.referent,
                _CERTAINTY * min(found.certainty, resolution.certainty),
                [*resolution.steps, *found.steps],
                resolution.mentions,
            )


def _may_be(described: Referent, named: Referent) -> bool:
    """Tell whether one person who is only described may be somebody named: no lawyer of theirs, no other gender."""
    called = set(re.findall(r"\w+", described.name.casefold()))
    return (
        described.label == "somebody"
        and not described.mentions
        and called.isdisjoint(_OTHERS)
        and called.isdisjoint(named.key)
        and described.known_gender * named.gender >= 0
    )
