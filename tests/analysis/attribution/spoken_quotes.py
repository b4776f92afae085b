"""What a reader is told of a short text: the quoted words and whose they are."""

from __future__ import annotations

from tests.analysis.readers import Reader
from tui.analysis.analysis import Kind, Stance

Told = list[tuple[str, str | None]]


def quoted(reader: Reader, text: str) -> Told:
    """Return the quotes with quotation marks in `text`, words and speaker, the pieces of one joined by " … "."""
    return [told for kind, told in _told(reader, text) if kind is not Kind.INDIRECT]


def told(reader: Reader, text: str) -> Told:
    """Return all that is said in `text`, in words and speaker."""
    return [told for _, told in _told(reader, text)]


def _told(reader: Reader, text: str) -> list[tuple[Kind, tuple[str, str | None]]]:
    analysis = reader.analysis(text)
    out = []
    for attribution in analysis.attributions:
        if attribution.stance is Stance.SPEECH:
            speaker = analysis.speaker(attribution.speaker)
            words = " … ".join(span.of(text) for span in attribution.content)
            out.append((attribution.kind, (words, speaker.name if speaker else None)))
    return out
