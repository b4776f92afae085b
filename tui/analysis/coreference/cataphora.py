"""Whom a description means that stands before the name (cataphora): "Mayor charged with fraud"."""

from __future__ import annotations

from tui.analysis.coreference import role_conflicts
from tui.analysis.coreference.clauses import head_token, is_subject
from tui.analysis.coreference.described_referents import acronyms
from tui.analysis.coreference.description import Description
from tui.analysis.coreference.description_nouns import CALLINGS, GENERIC
from tui.analysis.coreference.discourse import Antecedent, Discourse
from tui.analysis.coreference.role_index import RoleIndex
from tui.analysis.entities.mentions import Mention
from tui.analysis.parsed_article import ParsedArticle

_LOOKAHEAD = 40  # mentions looked at for somebody whom a headline or first sentence only describes
_MAX_PARAGRAPHS_AHEAD = 5
_MAX_INTRODUCTION = 14  # tokens after a name that say who it is


class Cataphora:
    """Finds who is described first and named in what follows."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        mentions: list[Mention],
        role_index: RoleIndex,
        source_heads: set[int],
    ) -> None:
        self._parsed = parsed
        self._discourse = discourse
        self._mentions = mentions
        self._role_index = role_index
        self._source_heads = source_heads  # the tokens on which the sources of attributions depend
        self._named_ahead: set[int] = set()  # whom a headline described before they were named

    def resolve(self, description: Description, next_mention: int) -> Antecedent | None:
        """Return the person whom a headline or first sentence describes and the next ones name."""
        discourse, role_index = self._discourse, self._role_index
        modifiers = description.modifiers
        paragraph = discourse.paragraph_at(description.head)
        scored: list[tuple[float, int]] = []
        seen: set[int] = set()
        for mention in self._mentions[next_mention : next_mention + _LOOKAHEAD]:
            number = mention.referent
            referent = discourse.referents[number]
            token = head_token(self._parsed, mention.begin, mention.end)
            ahead = discourse.paragraph_at(token) - paragraph
            if ahead > _MAX_PARAGRAPHS_AHEAD:
                break
            if number in seen or not referent.is_person or number in discourse.traces:
                continue
            role_words = role_index.role_words.get(number, ())
            if role_conflicts.exclude(description.noun, modifiers, role_words):
                continue
            score = 3.0 * role_index.fits(number, description.noun, modifiers)
            score += sum(0.6 for m in modifiers if m in role_words)
            score += 1.5 * (token in self._source_heads) + 0.5 * is_subject(self._parsed, token)
            score -= 0.5 * len(seen)  # the first one named is the likeliest
            score -= 1.0 * (ahead == 0)  # "Mayor meets Jane Doe" names somebody else
            score += description.gender_fit(referent)
            seen.add(number)
            scored.append((score, number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        if score < 1.0 or not (
            description.noun in GENERIC | CALLINGS or role_index.fits(best, description.noun, modifiers)
        ):
            return None  # "The mayor said … Anna Holt said": nothing makes her the mayor
        margin = score - scored[1][0] if len(scored) > 1 else 1.0
        self._named_ahead.add(best)
        return Antecedent(best, min(margin, 1.5) - 0.5, "described first, named in what follows", sure=False)

    def resolve_tied(self, description: Description, next_mention: int) -> Antecedent | None:
        """Return the person whom what follows names with the same role and the same name in it.

        "Denmark’s ambassador accused …", further down "Denmark’s ambassador, Jane Doe, said". At the top of an
        article the name is tie enough: "Former Harbour Party chairman says …", "said Jane Doe, who led the Harbour
        Party". Not so in "Father of suspect says …", "According to Jane Doe, the suspect was".
        """
        parsed, role_index, discourse = self._parsed, self._role_index, self._discourse
        begin = description.begin
        near = range(begin, min(description.head + 4, parsed.sentences[parsed.sentence[begin]][1]))
        owners = {
            parsed.word[i].casefold()
            for i in near
            if parsed.pos[i] == "PROPN" and i != description.head and _is_in(parsed, i, description.head)
        }
        owners.update(name.casefold() for name in acronyms(parsed.word[begin : description.head]))
        if not owners:
            return None
        paragraph = discourse.paragraph_at(begin)
        seen: set[int] = set()
        for mention in self._mentions[next_mention : next_mention + _LOOKAHEAD]:
            number = mention.referent
            if not discourse.referents[number].is_person or mention.begin <= description.head:
                continue
            said: set[str] = role_index.role_words.get(number, set())
            fits = role_index.fits(number, description.noun, description.modifiers)
            called = role_index.calls(number, description.noun, owners)
            if called or (fits and not owners.isdisjoint(said)):
                return Antecedent(number, 1.0, "named so in what follows", sure=False)
            first = number in self._named_ahead or (number not in seen and number not in discourse.traces)
            seen.add(number)
            ahead = discourse.paragraph_at(mention.begin) - paragraph
            if not first or paragraph > 1 or not 0 < ahead <= _MAX_PARAGRAPHS_AHEAD:
                continue
            if head_token(parsed, mention.begin, mention.end) not in self._source_heads:
                continue
            end = parsed.sentences[parsed.sentence[mention.begin]][1]
            behind = range(mention.end + 1, min(end, mention.end + _MAX_INTRODUCTION))
            if parsed.word[mention.end : mention.end + 1] == [","] and any(
                parsed.word[i].casefold() in owners and parsed.pos[i] == "PROPN" for i in behind
            ):
                self._named_ahead.add(number)
                return Antecedent(number, 0.5, "described first, named in what follows", sure=False)
        return None


def _is_in(parsed: ParsedArticle, token: int, head: int) -> bool:
    """Tell whether the token hangs on the head of a description."""
    for _ in range(4):
        if token == head:
            return True
        token = parsed.head[token]
    return False
