"""Words that a thing bears, and that nobody says there: a banner that read “Enough”, the slogan “Fish for all.”"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.parsed_article import ParsedArticle

_INSCRIBED = frozenset(
    "badge banner billboard board button cap flag graffiti hat jersey label mug placard plaque poster shirt sign "
    "signboard stamp sticker t-shirt tattoo tee".split()
)
_BORNE = frozenset("words word slogan motto message line inscription logo text".split())
_PRINTED = frozenset(
    "daubed embroidered emblazoned inscribed marked painted printed scrawled stamped stitched".split()
)
_SLOGANS = frozenset("brand catchphrase hashtag label moniker motto nickname slogan tagline".split())


def is_inscription(parsed: ParsedArticle, cue: int, source: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a thing worn, carried or put up "reads" the words, as in: a banner that read “Enough”.

    A hat that said “Rain”, too, but not: “We never closed,” says a sign in the window.
    """
    if parsed.lemma[cue] not in ("read", "say"):
        return False
    if cue > 1 and parsed.word[cue - 1] in ("that", "which") and parsed.lemma[cue - 2] in _INSCRIBED:
        return True
    if not source:
        return False
    noun = source[-1][1] - 1
    if parsed.lemma[cue] == "say" and parsed.word[noun] not in ("that", "which"):
        return False
    # A shirt that read “Enough”: the source ends in the relative pronoun.
    if parsed.word[noun].casefold() in ("that", "which"):
        noun = max(noun - 1, 0)
    return parsed.lemma[noun] in _INSCRIBED


def is_borne(parsed: ParsedArticle, opens: int) -> bool:
    """Tell whether a quotation is only shown by a thing: a cape bearing the words, “Ask the Mayor,”"""
    before = [word.casefold() for word in parsed.word[max(0, opens - 4) : opens]]
    while before and before[-1] in (",", ":"):
        before.pop()
    # who wore a shirt reading “Ask me”, or one printed with “Ask me”
    if before[-1:] == ["reading"] or (before[-1:] == ["with"] and before[-2:-1] and before[-2] in _PRINTED):
        return True
    # Under a poster that says “Think,” Doe shouted, “Nobody move!”
    if before[-1:] in (["says"], ["said"], ["reads"], ["read"]) and before[-2:-1] in (["that"], ["which"]):
        return before[-3:-2] != [] and before[-3] in _INSCRIBED
    # Doe, whose shirt read “No more mud,” shouted, “Nobody move!”
    if before[-1:] in (["read"], ["reads"]):
        return before[-2:-1] != [] and before[-2] in _INSCRIBED
    return before[-3:-1] in (["bearing", "the"], ["with", "the"]) and before[-1] in _BORNE


def is_slogan(parsed: ParsedArticle, opens: int) -> bool:
    """Tell whether a quotation stands after a word such as "slogan", with a colon or comma between or not."""
    at = opens - 2 if opens > 1 and parsed.word[opens - 1] in (":", ",") else opens - 1
    return at >= 0 and parsed.lemma[at] in _SLOGANS


def is_on_bearer(parsed: ParsedArticle, opens: int) -> bool:
    """Tell whether a quotation stands right after the noun of what bears it, or the word "title"."""
    return parsed.pos[opens - 1] == "NOUN" and (
        parsed.lemma[opens - 1] in _INSCRIBED or parsed.lemma[opens - 1] in ("title", "heading", "rubric")
    )
