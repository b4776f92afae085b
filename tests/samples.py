"""The seed article with an analysis made by hand, so that tests of what is shown need no model."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.article.article import Article
from tui.article.files import read_file
from tui.article.spans import Span
from tui.resources import folder


def seed_article() -> Article:
    """Return the article in seeds/."""
    return read_file(next(folder("seeds").glob("*.txt")))


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Return every place where `words` stand."""
    out, at = [], text.find(words)
    while at >= 0:
        out.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    assert out, words
    return tuple(out)


def between(text: str, first: str, last: str) -> Span:
    """Return the span from the first place of `first` to the end of the next `last`."""
    start = text.index(first)
    return Span(start, text.index(last, start) + len(last))


def seed_analysis(article: Article | None = None) -> Analysis:
    """Return eight quotes of five speakers, one attitude, a few entities."""
    text = (article or seed_article()).text

    def quote(
        number: int,
        kind: Kind,
        first: str,
        last: str,
        cue: str,
        source: str,
        speaker: str,
        certainty: float = 0.95,
    ) -> Attribution:
        content = between(text, first, last)
        near = max(0, content.start - 120)
        cue_at = text.index(cue, near)
        source_at = text.index(source, near)
        return Attribution(
            id=f"q{number}",
            kind=kind,
            stance=Stance.SPEECH,
            content=(content,),
            cue=(Span(cue_at, cue_at + len(cue)),),
            source=(Span(source_at, source_at + len(source)),),
            speaker=speaker,
            certainty=certainty,
            evidence=(Step(f"{source}: the subject of “{cue}”", Span(source_at, source_at + len(source))),),
        )

    direct, mixed, indirect = Kind.DIRECT, Kind.MIXED, Kind.INDIRECT
    quotes = [
        quote(1, mixed, "he is “thinking”", "Russia’s leaders", "has said", "Donald Trump", "s1"),
        quote(2, indirect, "he could end", "in a day", "claimed", "who", "s1", 0.7),
        quote(3, direct, "“I was thinking", "can happen.”", "said", "Mr Trump", "s1"),
        quote(4, direct, "“I supported", "in Turkey.”", "said", "He", "s2", 0.9),
        quote(
            5,
            indirect,
            "who, if anyone",
            "Russian side",
            "refused to say",
            "Kremlin spokesperson Dmitry Peskov",
            "s3",
        ),
        quote(6, direct, "“Overall", "That is all,”", "said", "Mr Peskov", "s3", 0.98),
        quote(
            7,
            direct,
            "“We want to see",
            "wants war.”",
            "said",
            "European Union commission vice president",
            "s4",
        ),
        quote(8, indirect, "Moscow launched", "drones", "said", "Ukraine", "s5", 0.4),
    ]
    attitude = Attribution(
        id="q9",
        kind=indirect,
        stance=Stance.ATTITUDE,
        content=(between(text, "the prospect of", "the talks"),),
        cue=spans(text, "backed"),
        source=spans(text, "Mr Zelenskyy backed"),
        speaker="s2",
        certainty=0.6,
    )
    everything = sorted([*quotes, attitude], key=lambda q: q.start)
    return Analysis(
        attributions=tuple(everything),
        speakers=(
            Speaker(
                "s1",
                "Donald Trump",
                "person",
                "US president",
                spans(text, "Donald Trump") + spans(text, "Mr Trump"),
            ),
            Speaker("s2", "Volodymyr Zelenskyy", "person", None, spans(text, "Volodymyr Zelenskyy")),
            Speaker("s3", "Dmitry Peskov", "person", "Kremlin spokesperson", spans(text, "Dmitry Peskov")),
            Speaker(
                "s4",
                "Kaja Kallas",
                "person",
                "European Union commission vice president",
                spans(text, "Kaja Kallas"),
            ),
            Speaker("s5", "Ukraine", "place", None, spans(text, "Ukraine")),
        ),
        entities=(
            Entity("e1", "Donald Trump", "PERSON", spans(text, "Donald Trump")),
            Entity("e2", "Turkey", "GPE", spans(text, "Turkey")),
            Entity("e3", "Ukraine", "GPE", spans(text, "Ukraine")),
            Entity("e4", "Russia", "GPE", spans(text, "Russia ")),
            Entity("e5", "European Union", "ORG", spans(text, "European Union")),
            Entity("e6", "Vladimir Putin", "PERSON", spans(text, "Vladimir Putin")),
        ),
        model="by hand",
    )
