"""A small article with an analysis, for tests of the library."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.analysis.model import identify
from tui.article.article import Article, Block, BlockKind, Link
from tui.article.spans import Span


def story(
    *said: tuple[str, str | None, str],
    title: str = "Ferry stays in port",
    roles: dict[str, str] | None = None,
    kinds: dict[str, str] | None = None,
    published: str | None = None,
) -> tuple[Article, Analysis]:
    """Return an article in which each of `said` (words, speaker or None, extra words behind) is a direct quote."""
    text = title
    blocks = [Block(BlockKind.HEADLINE, Span(0, len(text)))]
    names = list(dict.fromkeys(name for _, name, _ in said if name))
    mentions: dict[str, list[Span]] = {name: [] for name in names}
    quotes = []
    for at, (words, name, more) in enumerate(said):
        start = len(text) + 2
        shown = name or "they"
        text += f"\n\n“{words},” said {shown}. {more}"
        end = start + len(words) + 3
        source = Span(end + 6, end + 6 + len(shown))
        if name:
            mentions[name].append(source)
        quotes.append(
            Attribution(
                f"q{at + 1}",
                Kind.DIRECT,
                Stance.SPEECH,
                (Span(start, end),),
                (Span(end + 1, end + 5),),
                (source,),
                f"s{names.index(name) + 1}" if name else None,
                0.9,
                (Step("the subject of “said”", source),),
            )
        )
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
    speakers = tuple(
        Speaker(
            f"s{at + 1}",
            name,
            (kinds or {}).get(name, "person"),
            (roles or {}).get(name),
            tuple(mentions[name]),
        )
        for at, name in enumerate(names)
    )
    article = Article(
        text,
        "https://news.example/ferry",
        tuple(blocks),
        title=title,
        byline="Ana Writer",
        published=published,
        url="https://news.example/ferry",
        language="en",
        encoding="utf-8",
        site="News Example",
        links=(Link(Span(0, 5), "https://news.example/boats"),),
    )
    entities = (Entity("e1", "Ferry", "PRODUCT", (Span(0, 5),)),)
    return article, Analysis(tuple(quotes), speakers, entities, model=identify())
