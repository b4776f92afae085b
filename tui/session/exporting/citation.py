"""What y, Y and A copy: a quote's words, the words with who said them and where, and all that are left.

Words come out clean (see `tui.session.reading.wording`). A quote that is no quotation, or a wish and no statement,
says so: nobody should take the article's words for the speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.analysis import Analysis, Attribution, Kind, Speaker, Stance
from tui.article.article import Article
from tui.session.exporting.markdown import escaped, linked
from tui.session.reading.naming import name_of
from tui.session.reading.wording import clean, spoken, words
from tui.session.settings import Style

__all__ = ["all_cited", "cited", "name_of", "source_line", "speaker_line", "words"]

UNKNOWN = "speaker not named"
_PRONOUNS = frozenset("he she it they him her them i we me us you who which that this".split())


def speaker_line(article: Article, attribution: Attribution, speaker: Speaker | None) -> str:
    """Who said it, with role; the source's own words where the article names nobody, unless they are
    a pronoun. Plain, one line."""
    if speaker is not None:
        who = clean(speaker.name)
        if speaker.role and clean(speaker.role):
            who = f"{who}, {clean(speaker.role)}"
    else:
        who = spoken(article, attribution.source)
        if not who or who.casefold() in _PRONOUNS:
            who = UNKNOWN
    notes = []
    if attribution.kind is Kind.INDIRECT:
        notes.append("indirect")
    if attribution.stance is Stance.ATTITUDE:
        notes.append("attitude")
    if attribution.corrected or (speaker is not None and speaker.corrected):
        notes.append("corrected by hand")
    return f"{who} ({', '.join(notes)})" if notes else who


def source_line(article: Article, style: Style) -> str:
    """Which article it is: title or file, byline, date and address as far as they are known. One line."""
    name = name_of(article)
    day = (article.published or "")[:10]
    others = [clean(part) for part in (article.byline, day) if part and clean(part)]
    url = clean(article.url or "")
    if style == "markdown":
        parts = [f"*{escaped(name)}*", *map(escaped, others)]
        return ", ".join([*parts, linked(url)] if url else parts)
    title = f"“{name}”" if article.title else name
    return ", ".join([title, *others, *([url] if url else [])])


def cited(article: Article, analysis: Analysis, attribution: Attribution, style: Style) -> str:
    """The words, then who said them and in which article; ends without a line end."""
    who = speaker_line(article, attribution, analysis.speaker(attribution.speaker))
    where = source_line(article, style)
    if style == "markdown":
        return _block_quote(article, attribution, f"{escaped(who)}, in {where}")
    return f"{words(article, attribution)}\n— {who}, in {where}"


def all_cited(article: Article, analysis: Analysis, attributions: Iterable[Attribution], style: Style) -> str:
    """Several quotes of one article: the article once, then every quote with its speaker. "" for none."""
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    parts = []
    for attribution in attributions:
        who = speaker_line(article, attribution, speakers.get(attribution.speaker or ""))
        if style == "markdown":
            parts.append(_block_quote(article, attribution, escaped(who)))
        else:
            parts.append(f"{words(article, attribution)}\n— {who}")
    if not parts:
        return ""
    where = source_line(article, style)
    return "\n\n".join([f"From {where}:" if style == "markdown" else f"From {where}", *parts])


def _block_quote(article: Article, attribution: Attribution, last: str) -> str:
    lines = [escaped(paragraph) for paragraph in words(article, attribution).split("\n")]
    return "\n>\n".join(f"> {line}" for line in [*lines, f"— {last}"])
