"""What is said where no quote matches: why, how often the article has the words, and what to do next."""

from __future__ import annotations

from tui.session.reading.reading import Reading
from tui.session.reading.text_search import MAX_MATCHES, TextSearch

LONG = 300_000
"""Characters of an article above which its text is not searched at every letter that is typed."""

CLEARS = "Esc clears the filter."


def no_matches(reading: Reading) -> str:
    """Return a sentence or two for a filter that leaves nothing: “No quote matches. Esc clears the filter.”

    Where words were looked for, it says how often the article has them, and that s finds them there.
    """
    words = words_elsewhere(reading)
    if words is None:
        return f"No quote matches. {CLEARS}"
    text = reading.article.text
    if len(text) > LONG:
        return f"No quote matches; s searches the whole article for “{words}”. {CLEARS}"
    found = len(TextSearch(text, words).places)
    if not found:
        return f"No quote matches, and “{words}” is not in the article. {CLEARS}"
    more = " or more" if found == MAX_MATCHES else ""
    often = "once" if found == 1 else f"{found:,}{more} times"
    return f"No quote matches; the article has “{words}” {often}, and s finds it. {CLEARS}"


def words_elsewhere(reading: Reading) -> str | None:
    """Return the words that the filter looks for in vain, to be searched for in the article; None without any."""
    if reading.quotes or not (terms := reading.query.terms):
        return None
    return " ".join(term.text for term in terms)
