"""Shops and the like: those with a name ("Wendy’s", "Miller’s Grocery Store") and those without ("Coffee Shop")."""

from __future__ import annotations

from tui.analysis.entities.name_parts import POSSESSIVE
from tui.analysis.entities.span_joining import BARE, NameSpan
from tui.analysis.entities.word_lists import groups, words
from tui.analysis.parsed_article import ParsedArticle

_KINDS = {
    **dict.fromkeys(("store", "stores", "shop", "shops", "market", "markets"), words("kinds of shops")),
    **dict.fromkeys(
        ("center", "centers", "centre", "centres", "club", "clubs"), words("kinds of gathering places")
    ),
}
"""For each noun that ends a name, the words that before it only say what kind of shop it is."""
_BRANDS = frozenset(name for names in groups("brands with a possessive") for name in names)
_KIN = words("kin")


def name_shops(parsed: ParsedArticle, spans: list[NameSpan]) -> list[NameSpan]:
    """Return the spans without those that only name a kind of shop, and with the owner where one is named."""
    out: list[NameSpan] = []
    word = parsed.word
    for span in spans:
        if not _says_a_kind(word[span.begin : span.end]):
            out.append(span)
        elif out and out[-1].end == span.begin - 1 and word[out[-1].end] in POSSESSIVE:
            out[-1] = NameSpan(out[-1].begin, span.end, "ORG")  # "Miller" | "’s Grocery Store"
    return out


def _says_a_kind(name: list[str]) -> bool:
    """Tell whether a name is only a kind of shop or club."""
    *before, last = (w.casefold() for w in name)
    return bool(before) and _KINDS.get(last, frozenset()).issuperset(before)


def bare_words(parsed: ParsedArticle) -> frozenset[str]:
    """Return the words that occur somewhere without a possessive."""
    behind = (*parsed.word[1:], "")  # one more than the words of an empty text
    return frozenset(w for w, after in zip(parsed.word, behind, strict=False) if after not in ("'s", "’s"))


def is_brand(parsed: ParsedArticle, span: NameSpan, bare: frozenset[str]) -> bool:
    """Tell whether the possessive after a name is part of it: nothing owned follows, or it is a well-known brand.

    In "Doe’s said" it is, if the article never writes Doe alone (`bare` are its `bare_words`); "Wendy’s" followed
    by a sister is a woman.
    """
    begin, end, label = span
    word, after = parsed.word, end + 1
    if after >= len(word) or word[end] not in ("'s", "’s"):
        return False
    verb = parsed.pos[after] in ("VERB", "AUX", "PUNCT")
    nothing_owned = verb and parsed.tag[after] not in ("VBG", "VBN", "``")
    if label == "ORG" and nothing_owned:
        return True
    if label not in ("PERSON", "ORG", "GPE", "FAC", BARE) or word[after].casefold() in _KIN:
        return False
    known = " ".join(w.casefold() for w in word[begin:end]) in _BRANDS
    single = end - begin == 1
    if not (known or (label == "PERSON" and single and nothing_owned and word[after] not in '”“"')):
        return False
    return not single or word[begin] not in bare
