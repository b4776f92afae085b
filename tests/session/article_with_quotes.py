"""An article and its analysis, made by hand, for the tests of the session floor."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

TEXT = """Harbour plan divides Ostende
Mayor Éloïse Brandt said: “We’ve waited ten years for this harbour.
“I will not wait another ten.”
Read more:
Why the old pier fell
Her rival, Tom Okafor, disagreed. “It is a gift to Norvik Shipping,” he said. “Nothing else.”
Okafor said the council had ignored its own engineers.
Officials said a “small” delay was likely.
Mrs Brandt wants the work to begin in May, according to her office.
"""


def span(words: str, nth: int = 1) -> Span:
    """Return where the `nth` occurrence of `words` stands in TEXT."""
    at = -1
    for _ in range(nth):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def lines() -> list[Span]:
    """Return the lines of TEXT without their ends."""
    out, at = [], 0
    for row in TEXT.splitlines():
        out.append(Span(at, at + len(row)))
        at += len(row) + 1
    return out


_L = lines()
ARTICLE = Article(
    text=TEXT,
    source="news/harbour.txt",
    blocks=(
        Block(BlockKind.HEADLINE, _L[0]),
        Block(BlockKind.PARAGRAPH, _L[1]),
        Block(BlockKind.PARAGRAPH, _L[2]),
        Block(BlockKind.LINK_LIST, Span(_L[3].start, _L[4].end)),
        *(Block(BlockKind.PARAGRAPH, line) for line in _L[5:]),
    ),
    title="Harbour plan divides Ostende",
    published="2031-03-04",
)

ANALYSIS = Analysis(
    attributions=(
        Attribution(
            "q1",
            Kind.DIRECT,
            Stance.SPEECH,
            (Span(span("“We’ve").start, span("another ten.”").end),),
            (span("said"),),
            (span("Mayor Éloïse Brandt"),),
            "s1",
            0.97,
            (Step("named beside the cue", span("Éloïse Brandt")),),
        ),
        Attribution(
            "q2",
            Kind.DIRECT,
            Stance.SPEECH,
            (span("“It is a gift to Norvik Shipping,”"), span("“Nothing else.”")),
            (span("said", 2),),
            (Span(span("he said").start, span("he said").start + 2),),
            "s2",
            0.8,
            (Step("subject of the sentence before", span("Tom Okafor")), Step("same gender")),
        ),
        Attribution(
            "q3",
            Kind.INDIRECT,
            Stance.SPEECH,
            (span("the council had ignored its own engineers"),),
            (span("said", 3),),
            (span("Okafor", 2),),
            "s2",
            0.9,
        ),
        Attribution(
            "q4",
            Kind.MIXED,
            Stance.SPEECH,
            (span("a “small” delay was likely"),),
            (span("said", 4),),
            (span("Officials"),),
            None,
            0.4,
        ),
        Attribution(
            "q5",
            Kind.INDIRECT,
            Stance.ATTITUDE,
            (span("the work to begin in May"),),
            (span("wants"),),
            (span("Mrs Brandt"),),
            "s1",
            0.6,
        ),
    ),
    speakers=(
        Speaker("s1", "Éloïse Brandt", "person", "Mayor", (span("Éloïse Brandt"), span("Mrs Brandt"))),
        Speaker("s2", "Tom Okafor", "person", None, (span("Tom Okafor"), span("Okafor", 2))),
    ),
    entities=(
        Entity("e1", "Norvik Shipping", "ORG", (span("Norvik Shipping"),)),
        Entity("e2", "ten years", "DATE", (span("ten years"),)),
        Entity("e3", "Ostende", "GPE", (span("Ostende"),)),
    ),
    model="made by hand 1",
)
