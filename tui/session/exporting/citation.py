"""Quotes with their speaker and article, as they are copied and exported.

Words are cleaned (see `tui.session.reading.quote_text`). A quote that is not in quotation marks is a
sentence with its speaker and cue (see `tui.session.reading.quote_sentence`), and says what it is, lest the
article's words be taken for the speaker's own, or for the opposite of what was said.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.session.exporting.markdown_escaping import autolink, escape_markdown
from tui.session.reading.article_name import name_of
from tui.session.reading.quote_sentence import sentence
from tui.session.reading.quote_text import span_words, words
from tui.session.settings import Style

UNKNOWN = "speaker not named"
_TURNED_ROUND = {
    Polarity.DENIED: "denied it",
    Polarity.REFUSED: "refused to say it",
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
        _TURNED_ROUND.get(polarity, ""): polarity is not Polarity.AFFIRMED,
        f"“{cue}”": bool(cue),
        "corrected by hand": corrected,
    }
    notes = ", ".join(note for note, holds in noted.items() if holds)
    return f"{who} ({notes})" if notes else who


def source_line(article: Article, style: Style) -> str:
    """Return the article on one line: title or file name, byline, date and address as far as they are known."""
    name = name_of(article)
    day = (article.published or "")[:10]
    others = [clean(part) for part in (article.byline, day) if part and clean(part)]
    url = clean(article.url or "")
    if style == "markdown":
        parts = [f"*{escape_markdown(name)}*", *map(escape_markdown, others)]
        return ", ".join([*parts, autolink(url)] if url else parts)
    title = f"“{name}”" if article.title else name
    return ", ".join([title, *others, *([url] if url else [])])


def cite(article: Article, analysis: Analysis, attribution: Attribution, style: Style) -> str:
    """Return the words, then their speaker and article, without a final line end."""
    speaker = analysis.speaker(attribution.speaker)
    cited = cited_words(article, attribution, speaker)
    who = speaker_line(article, attribution, speaker)
    where = source_line(article, style)
    if style == "markdown":
        return block_quote(cited, f"{escape_markdown(who)}, in {where}")
    return f"{cited}\n— {who}, in {where}"


def cite_all(article: Article, analysis: Analysis, attributions: Iterable[Attribution], style: Style) -> str:
    """Return the article, then every quote with its speaker; "" for no quotes."""
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    parts = []
    for attribution in attributions:
        speaker = speakers.get(attribution.speaker or "")
        cited = cited_words(article, attribution, speaker)
        who = speaker_line(article, attribution, speaker)
        if style == "markdown":
            parts.append(block_quote(cited, escape_markdown(who)))
        else:
            parts.append(f"{cited}\n— {who}")
    if not parts:
        return ""
    where = source_line(article, style)
    return "\n\n".join([f"From {where}:" if style == "markdown" else f"From {where}", *parts])


def block_quote(cited: str, last: str) -> str:
    """Return words as a Markdown block quote, with `last`, which is Markdown already, as its last line."""
    lines = [escape_markdown(clean(paragraph)) for paragraph in cited.split("\n")]
    return "\n>\n".join(f"> {line}" for line in [*lines, f"— {last}"])
