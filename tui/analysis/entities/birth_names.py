"""Names given at birth, by which an obituary calls somebody once: Charlotte Ann Doe was born in Leeds."""

from __future__ import annotations

from tui.analysis.entities import gender
from tui.analysis.entities.mentions import Mention
from tui.analysis.parsed_article import ParsedArticle


def is_at_birth(parsed: ParsedArticle, mention: Mention, before: Mention) -> bool:
    """Tell whether a mention is of the same surname's bearer named `before`, at birth.

    "Lottie Doe sang. … Charlotte Ann Doe was born in Leeds". A sister would be called one: "Her sister, Ann Doe, …"
    """
    opens = mention.begin == parsed.sentences[parsed.sentence[mention.begin]][0]
    born = parsed.word[mention.end : mention.end + 2] == ["was", "born"]
    same = gender.from_first_name(mention.key[0]) * gender.from_first_name(before.key[0]) >= 0
    return before.begin < mention.begin and opens and born and same
