"""Articles of any length, made up, with analyses to match: for benchmarks that need no model."""

from __future__ import annotations

import random

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

FIRST = "Anna Boris Clara David Elena Frank Greta Hugo Irene Jonas Karla Lars Maria Nils Olga Pavel".split()
LAST = (
    "Ashdown Bremer Castell Dorsey Ekman Farrow Grieve Holm Ibarra Janson Kestrel Lund Moreau Novak".split()
)
PLACES = "Turkey Ukraine Berlin Ottawa Nairobi Lisbon Quito Oslo Geneva Vienna".split()
WORDS = (
    "the council will not accept any delay to this plan because people in every town have waited long enough and "
    "they want to know when work begins who pays for it and what happens if the money runs out before winter"
).split()


def made_up(quotes: int, speakers: int = 60, words: int = 25, seed: int = 1) -> tuple[Article, Analysis]:
    """Return an article of `quotes` paragraphs, each with a quote of about `words` words, and its analysis."""
    chance = random.Random(seed)
    people = [
        f"{FIRST[i % len(FIRST)]} {LAST[(i * 5 + i // 16) % len(LAST)]}{'' if i < 100 else i}"
        for i in range(speakers)
    ]
    text: list[str] = []
    at = 0
    blocks, attributions = [], []
    mentions: dict[str, list[Span]] = {place: [] for place in PLACES}
    names: dict[int, list[Span]] = {}
    for i in range(quotes):
        who = chance.randrange(speakers)
        said = [chance.choice(WORDS) for _ in range(words)]
        place = chance.choice(PLACES)
        said[words // 2] = place
        content = f"“{' '.join(said).capitalize()},”"
        paragraph = f"{content} said {people[who]} on Monday."
        start = at + content.index(place) if place in content else at
        if place in content:
            mentions[place].append(Span(start, start + len(place)))
        end = at + len(content)
        source = Span(end + 6, end + 6 + len(people[who]))
        names.setdefault(who, []).append(source)
        attributions.append(
            Attribution(
                id=f"q{i + 1}",
                kind=Kind.DIRECT,
                stance=Stance.SPEECH,
                content=(Span(at, end),),
                cue=(Span(end + 1, end + 5),),
                source=(source,),
                speaker=f"s{who + 1}",
                certainty=0.9,
            )
        )
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(paragraph))))
        text.append(paragraph)
        at += len(paragraph) + 2
    analysis = Analysis(
        attributions=tuple(attributions),
        speakers=tuple(
            Speaker(f"s{w + 1}", people[w], "person", "councillor", tuple(s))
            for w, s in sorted(names.items())
        ),
        entities=tuple(
            Entity(f"e{i + 1}", p, "GPE", tuple(m)) for i, (p, m) in enumerate(mentions.items()) if m
        ),
        model="made up",
    )
    return Article("\n\n".join(text), "made-up.txt", tuple(blocks)), analysis
