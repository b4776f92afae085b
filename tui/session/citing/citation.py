"""Quotes with their speaker and article, as they are copied and exported.

Words are cleaned (see `tui.session.reading.quote_text`). A quote that is not in quotation marks is a
sentence with its speaker and cue (see `tui.session.reading.quote_sentence`), and says what it is, lest the
article's words be taken for the speaker's own, or for the opposite of what was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.session.citing.bibliographic_reference import Reference, reference_of
from tui.session.citing.cited_place import place_in, places_in
from tui.session.exporting.json_escaping import dump_json
from tui.session.exporting.markdown_escaping import escape_markdown
from tui.session.reading.quote_sentence import sentence
from tui.session.reading.quote_text import span_words, words
from tui.session.settings import Style

UNKNOWN = "speaker not named"
_TURNED_ROUND = {
    Polarity.DENIED: "denied it",
    Polarity.REFUSED: "did not say it",
    Polarity.ASKED: "asked it",
}
_PRONOUNS = frozenset("he she it they him her them i we me us you who which that this".split())


def cited_words(article: Article, attribution: Attribution, speaker: Speaker | None) -> str:
    """Return what is cited of a quote: its sentence where it needs one and one can be made, else its words."""
    return sentence(article, attribution, speaker) or words(article, attribution)


def safe_words(article: Article, attribution: Attribution, speaker: Speaker | None) -> str:
    """Return the words of a quote alone, unless they would say the opposite: then with speaker and cue."""
    alone = words(article, attribution)
    if not misleads_alone(attribution):
        return alone
    told = sentence(article, attribution, speaker)
    return told or f"{alone}\n— {speaker_line(article, attribution, speaker)}"


def misleads_alone(attribution: Attribution) -> bool:
    """Tell whether the words of a quote, without a cue, say what its speaker denied, refused to say or asked."""
    polarity = attribution.polarity
    if attribution.kind is Kind.DIRECT and polarity is Polarity.ASKED:
        return False  # “Who paid?” asks by itself
    return polarity is not Polarity.AFFIRMED


def speaker_line(article: Article, attribution: Attribution, speaker: Speaker | None) -> str:
    """Return the speaker of a quote with the role, on one line.

    If the article names nobody, these are the words of the source, unless they are a pronoun.
    """
    return said_by(
        speaker.name if speaker is not None else None,
        speaker.role if speaker is not None else None,
        span_words(article, attribution.source),
        kind=attribution.kind,
        stance=attribution.stance,
        corrected=attribution.corrected or (speaker is not None and speaker.corrected),
        polarity=attribution.polarity,
    )


def said_by(
    name: str | None,
    role: str | None,
    source: str,
    *,
    kind: str,
    stance: str,
    corrected: bool,
    polarity: Polarity = Polarity.AFFIRMED,
    cue: str = "",
) -> str:
    """Return the speaker line of a quote from its parts; `source` is the words that name the speaker.

    `cue` is given where the words are cited without it.
    """
    who = ", ".join(part for part in (clean(name), clean(role or "")) if part) if name else clean(source)
    if not who or (not name and who.casefold() in _PRONOUNS):
        who = UNKNOWN
    noted = {
        "indirect": kind == Kind.INDIRECT,
        "attitude": stance == Stance.ATTITUDE,
        _TURNED_ROUND.get(polarity, ""): polarity is not Polarity.AFFIRMED
        and not (kind == Kind.DIRECT and polarity is Polarity.ASKED),  # “Who paid?” asks by itself
        f"“{cue}”": bool(cue),
        "corrected by hand": corrected,
    }
    notes = ", ".join(note for note, holds in noted.items() if holds)
    return f"{who} ({notes})" if notes else who


def cite(article: Article, analysis: Analysis, attribution: Attribution, style: Style) -> str:
    """Return the words, then their speaker and article, without a final line end."""
    speaker = analysis.speaker(attribution.speaker)
    cited = cited_words(article, attribution, speaker)
    who = speaker_line(article, attribution, speaker)
    return cite_words(cited, who, place_in(article, attribution.start), reference_of(article), style)


def cite_words(cited: str, who: str, place: str, reference: Reference, style: Style) -> str:
    """Return words of a source, cited: who said them ("" for words of the source's own), and where they stand."""
    if style == "bibtex":
        return reference.bibtex(place, _annotation([(cited, who, "")]))
    if style == "csl-json":
        return dump_json([reference.csl(_annotation([(cited, who, place)]))], indent=2)
    where = ", ".join(part for part in (reference.line(markdown=style == "markdown"), place) if part)
    if style == "markdown":
        return block_quote(cited, f"{escape_markdown(who)}, in {where}" if who else where)
    return f"{cited}\n— {who}, in {where}" if who else f"{cited}\n— {where}"


def _annotation(quotes: Iterable[tuple[str, str, str]]) -> str:
    """Return quotes with speaker and place, one a line."""
    return "\n".join(
        f"{' '.join(cited.split())}{f' — {who}' if who else ''}{f' ({place})' if place else ''}"
        for cited, who, place in quotes
    )


def cite_all(article: Article, analysis: Analysis, attributions: Iterable[Attribution], style: Style) -> str:
    """Return the article, then every quote with its speaker; "" for no quotes."""
    if style == "csl-json":
        item = csl_item(article, analysis, attributions)
        return dump_json([item], indent=2) if item else ""
    quotes = _cited(article, analysis, attributions)
    if not quotes:
        return ""
    reference = reference_of(article)
    if style == "bibtex":
        return reference.bibtex(annotation=_annotation(quotes))
    parts = []
    for cited, who, place in quotes:
        last = ", ".join(part for part in (who, place) if part)
        if style == "markdown":
            parts.append(block_quote(cited, escape_markdown(last)))
        else:
            parts.append(f"{cited}\n— {last}")
    where = reference.line(markdown=style == "markdown")
    return "\n\n".join([f"From {where}:" if style == "markdown" else f"From {where}", *parts])


def csl_item(
    article: Article, analysis: Analysis, attributions: Iterable[Attribution]
) -> dict[str, Any] | None:
    """Return the article as an item of CSL-JSON with the quotes in its note; None for no quotes."""
    quotes = _cited(article, analysis, attributions)
    return reference_of(article).csl(_annotation(quotes)) if quotes else None


def _cited(
    article: Article, analysis: Analysis, attributions: Iterable[Attribution]
) -> list[tuple[str, str, str]]:
    """Return what is cited of each quote, its speaker line, and its place."""
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    place = places_in(article)
    out = []
    for attribution in attributions:
        speaker = speakers.get(attribution.speaker or "")
        cited = cited_words(article, attribution, speaker)
        who = speaker_line(article, attribution, speaker)
        out.append((cited, who, place(attribution.start)))
    return out


def block_quote(cited: str, last: str) -> str:
    """Return words as a Markdown block quote, with `last`, which is Markdown already, as its last line."""
    lines = [escape_markdown(clean(paragraph)) for paragraph in cited.split("\n")]
    return "\n>\n".join(f"> {line}" for line in [*lines, f"— {last}"])
