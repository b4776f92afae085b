"""The quotes of a text as typed values, for pipelines of one's own."""

from __future__ import annotations

from typing import NamedTuple


class Quote(NamedTuple):
    """A quote: the words, who said them and how; `start` and `end` are offsets into the text, in characters.

    `speaker` and `role` are None if the text names nobody; `certainty` is between 0 and 1. `polarity` says what
    the speaker did with the words (affirmed, denied, refused, asked): show `cue` where it is not affirmed.
    """

    text: str
    speaker: str | None
    role: str | None
    kind: str
    stance: str
    polarity: str
    cue: str
    source: str
    start: int
    end: int
    certainty: float


def quotes_of(text: str, *, model: str | None = None) -> list[Quote]:
    """Return the quotes of a text, in reading order.

    The first call in a process starts an analysis process beside it, in a second or two; it ends with this one.
    Raises ArticleFailed for a text that cannot be analysed, and CannotAnalyse where the model is not installed.

    In a bag of Dask's, and in a column of pandas':

    >>> import dask.bag
    >>> texts = ["“It will close,” Mayor Ann Roe said.", "Nobody spoke."]
    >>> dask.bag.from_sequence(texts).map(quotes_of).compute(scheduler="synchronous")[0][0].speaker
    'Ann Roe'

    >>> import pandas
    >>> articles = pandas.DataFrame({"text": texts})
    >>> quotes = articles.text.map(quotes_of).explode().dropna()
    >>> [(quote.speaker, quote.text) for quote in quotes]
    [('Ann Roe', '“It will close,”')]
    """
    from tui.archive.article_analyser import analyser
    from tui.article.files import from_bytes
    from tui.session.reading.quote_text import span_words, words

    if not text.strip():
        return []
    article = from_bytes(text.encode("utf-8", "replace"), "text")
    analysis = analyser(model).analyse(article)
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    quotes = []
    for each in analysis.attributions:
        speaker = speakers.get(each.speaker or "")
        quotes.append(
            Quote(
                text=words(article, each),
                speaker=speaker.name if speaker else None,
                role=speaker.role if speaker else None,
                kind=str(each.kind),
                stance=str(each.stance),
                polarity=str(each.polarity),
                cue=span_words(article, each.cue),
                source=span_words(article, each.source),
                start=each.start,
                end=each.end,
                certainty=each.certainty,
            )
        )
    return quotes
