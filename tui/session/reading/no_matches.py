"""What is said where no quote matches: why, how often the article has the words, and what to do next."""

from __future__ import annotations

from tui.article.sanitising import one_line
from tui.session.filtering.query import parse
from tui.session.reading.reading import Reading
from tui.session.reading.text_search import MAX_MATCHES, TextSearch

LONG = 300_000
"""Characters of an article above which its text is not searched at every letter that is typed."""

CLEARS = "Esc clears the filter."


def no_matches(reading: Reading) -> str:
    """Return a sentence or two for a choice or a filter that leaves nothing, and how to take it back.

    Where words were looked for that are a speaker's name, it says how to filter by the speaker; else how often the
    article has them, and that s finds them there.
    """
    if reading.query.empty and (entity := reading.chosen_entity) is not None:
        speaker = reading.chosen_speaker
        whose = f" of {one_line(speaker.name)}" if speaker is not None else ""
        return f"No quote{whose} names {one_line(entity.name)}. Esc deselects the name."
    words = words_elsewhere(reading)
    if words is None:
        return f"No quote matches. {CLEARS}"
    if by_speaker := _by_speaker(reading, words):
        return f"No quote has “{words}” in it; {by_speaker}. {CLEARS}"
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


def _by_speaker(reading: Reading, words: str) -> str:
    """Return how to find what the speaker said whose name has these words; "" if no speaker of quotes has them."""
    asked = f'speaker:"{words}"' if " " in words else f"speaker:{words}"
    query = parse(asked)
    if query.empty or query.problem:
        return ""
    said = [i for i in reading.index.ordered(reading.index.select(query)) if i in set(reading.asked)]
    speakers = {reading.analysis.attributions[i].speaker for i in said}
    if len(speakers) != 1 or (speaker := reading.speaker_of(said[0])) is None:
        return f"{asked} finds what they said" if speakers else ""
    return f"{asked} finds what {one_line(speaker.name)} said"
