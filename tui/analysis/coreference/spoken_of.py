"""Who is named in quoted words, and so is hardly their speaker: people say "I" of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.analysis.analysis import Kind
from tui.analysis.coreference.source_phrases import SourcePhrase, tokens_of
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution


def named_in_words(
    parsed: ParsedArticle,
    raw: Sequence[RawAttribution],
    sources: Mapping[int, Iterable[tuple[int, SourcePhrase]]],
    mentions: Sequence[Mention],
    referents: Sequence[Referent],
) -> dict[int, set[int]]:
    """Return for the head of every source the people and places that its own quoted words name.

    "“When Roe builds, Leeds must pay,” it said.": it is neither Roe nor Leeds. Not so in "Roe was never asked, he
    said", which a reporter words, and in "“The Roe plan”".
    """
    named_at = {
        token: mention.referent
        for mention in mentions
        if referents[mention.referent].label in ("PERSON", "GPE")
        and parsed.dep[mention.end - 1] != "compound"
        for token in range(mention.begin, mention.end)
    }
    return {
        head: {
            named_at[token]
            for n, _ in said
            if raw[n].kind is Kind.DIRECT
            for token in tokens_of(parsed, raw[n].content)
            if token in named_at
        }
        for head, said in sources.items()
    }
