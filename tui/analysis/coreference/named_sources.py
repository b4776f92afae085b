"""Sources that are names: which mention they are, and where the article gives the full name."""

from __future__ import annotations

from tui.analysis.analysis import Step
from tui.analysis.coreference import description_nouns
from tui.analysis.coreference.clauses import head_token
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import composite_names, roles_before_names
from tui.analysis.entities.mentions import Mention, span_of
from tui.analysis.entities.name_parts import POSSESSIVE, TITLES, words_of
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.role_words import PREPOSITIONS
from tui.analysis.parsed_article import FINITE, ParsedArticle


class NamedSources:
    """Resolves sources that hold a name.

    `mention_of_token` gives the number of the mention that a token is part of. `last_mention` gives each referent's
    last mention by name so far; the resolver keeps it up to date.
    """

    def __init__(self, parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent]) -> None:
        self.parsed = parsed
        self.mentions = mentions
        self.referents = referents
        self.mention_of_token = {i: n for n, m in enumerate(mentions) for i in range(m.begin, m.end)}
        self.last_mention: dict[int, int] = {}
        self._titled = {m.title_begin: n for n, m in enumerate(mentions)}
        self._full_mention: dict[int, int | None] = {}

    def is_person(self, mention: int | None) -> bool:
        """Tell whether the mention names a person."""
        return mention is not None and self.referents[self.mentions[mention].referent].is_person

    def find(self, source: SourcePhrase, head: int) -> int | None:
        """Return the mention that names the source, or None if only a description or pronoun stands there."""
        parsed = self.parsed
        n = self._first_of_clause(source)
        if n is None:
            n = self.mention_of_token.get(head)
        if n is not None and not self.is_person(n) and (last := self._last_words(source, n)) is not None:
            return last  # "The Harbour Trust (HT) chief Jane Doe"
        if n is not None:
            # "The Italian" describes somebody; "the Italians" and "Italian" are names.
            singular = parsed.entity[head] == "NORP" and parsed.tag[head] not in ("NNPS", "NNS")
            definite = parsed.word[source.begin].casefold() in description_nouns.DEFINITE
            if not (singular and definite):
                return n
        n = self._beside(source, head)
        # "the office of the mayor, Jane Doe,": the office is not she
        body = description_nouns.is_body(parsed.lemma[head]) or parsed.lemma[head] in composite_names.NOUNS
        whose = parsed.pos[head] == "NOUN" and parsed.word_at(head + 1) in ("of", "for")
        return None if body and whose and self.is_person(n) else n

    def _beside(self, source: SourcePhrase, head: int) -> int | None:
        """Return the mention of whom a source describes with the noun at `head` and names beside it, or None."""
        parsed = self.parsed
        first = self.mention_of_token.get(source.begin)
        if first is None:
            first = self._titled.get(source.begin)
        if first is not None and self.is_person(first):
            end = self.mentions[first].end
            if end < source.end and parsed.word[end] in (",", "(", "--", "—", "–"):
                return first  # "Jane Doe, whose husband …"
        n = self.mention_of_token.get(head - 1)
        if n is not None and parsed.pos[head] == "PROPN" and self.is_person(n) and head - 1 in source.tokens:
            return n  # "Jane Doe KC"
        for i in source.tokens:
            n = self.mention_of_token.get(i)
            if n is None:
                continue
            mention = self.mentions[n]
            if i != head_token(parsed, mention.begin, mention.end) or self._described(i) != head:
                continue
            between = parsed.word[head + 1 : max(mention.title_begin, 0) or mention.begin]
            if between and "," not in between and description_nouns.is_person_noun(between[-1].casefold()):
                continue  # "the widow of the painter Jane Doe", but not "her husband, painter Jane Doe"
            if parsed.dep[i] == "appos" or (mention.begin == head + 1 and self.is_person(n)):
                return n  # "the mayor, Jane Doe"; "mayor Jane Doe"
        for i in source.tokens:
            n = self.mention_of_token.get(i)
            if n is None or not self.is_person(n) or i != self.mentions[n].begin or i < head:
                continue
            role = roles_before_names.before_name(parsed, self.mentions[n])
            if role is not None and role[0] <= head < role[1]:
                return n  # "the singer and mayor Jane Doe"
        for find in (self._said_to_be_named, self._in_apposition, self._behind_description):
            if (n := find(source, head)) is not None:
                return n
        return self._last_words(source)

    def _described(self, name: int) -> int:
        """Return the noun that a name depends on, by way of other appositions: his | son, the novelist Jane Doe."""
        parsed = self.parsed
        noun = parsed.head[name]
        while parsed.dep[name] == "appos" and parsed.dep[noun] == "appos":
            noun = parsed.head[noun]
        return noun

    def _first_of_clause(self, source: SourcePhrase) -> int | None:
        """Return the person who begins a source that is a clause, or that a time ends; None for any other.

        "Jane Doe Backs John Roe: ‘…’", in a headline; "Doe Sunday night said". It is not Roe, nor the night.
        """
        parsed = self.parsed
        first = self.mention_of_token.get(source.begin)
        if not self.is_person(first) or first is None:
            return None
        end = self.mentions[first].end
        if not source.begin < end < source.end:
            return None
        if all(parsed.entity[i] in ("DATE", "TIME") for i in range(end, source.end)):
            return first
        if end + 1 < source.end and parsed.tag[end] in FINITE:
            return first
        last = self.mention_of_token.get(source.end - 1)
        if last is None or not self.is_person(last) or parsed.word[source.end : source.end + 1] != [":"]:
            return None
        between = parsed.word[end : self.mentions[last].begin]
        said = all(
            w.isalpha() and w[:1].isupper() and not description_nouns.is_person_noun(w.casefold())
            for w in between
        )
        return first if between and said and "And" not in between else None

    def _behind_description(self, source: SourcePhrase, head: int) -> int | None:
        """Return the person named right after the comma of a description of one person, or None.

        "One pastor who backs Roe, Jane Doe of the Harbour Church", but not "a friend of Roe, Doe and Poe".
        """
        parsed = self.parsed
        word = parsed.word
        person = description_nouns.is_person_noun(word[head].casefold()) and parsed.pos[head] == "NOUN"
        if not person or description_nouns.is_plural(parsed, head):
            return None
        comma = next((i for i in source.tokens if i > head and word[i] == ","), -1)
        n = self.mention_of_token.get(comma + 1) if comma >= 0 else None
        if n is None or not self.is_person(n) or len(self.mentions[n].key) < 2:
            return None
        end = self.mentions[n].end
        goes_on = end < len(word) and word[end] in ("of", "from", ",", "(")
        listed = end + 1 < len(word) and (word[end] in ("and", "or", "&") or end + 1 in self.mention_of_token)
        return n if goes_on and not (listed and word[end] == ",") else None

    def _said_to_be_named(self, source: SourcePhrase, head: int) -> int | None:
        """Return the person whom the description at `head` is said to be: "The guard, a tall man named Tom Doe"."""
        parsed = self.parsed
        for i in source.tokens[1:-1]:
            n = self.mention_of_token.get(i + 1)
            noun = parsed.head[i]
            if parsed.word[i] != "named" or not head <= noun < i or not self.is_person(n):
                continue
            while noun > head and parsed.dep[noun] == "appos":
                noun = parsed.head[noun]
            return (
                n if noun == head and description_nouns.is_person_noun(parsed.word[head].casefold()) else None
            )
        return None

    def _in_apposition(self, source: SourcePhrase, head: int) -> int | None:
        """Return the person whose name is all that stands after the comma of a description, or None.

        "His counterpart, Jane Doe," and "Head of Roads, Jane Doe," where the parse sees no apposition, but not "his
        friend, the son of Jane Doe".
        """
        word = self.parsed.word
        last = source.tokens[-1] - (word[source.tokens[-1]] == ",")
        n = self.mention_of_token.get(last)
        if n is None or not self.is_person(n) or self.mentions[n].end != last + 1:
            return None
        begin = min(self.mentions[n].begin, max(self.mentions[n].title_begin, 0) or last)
        titled = source.begin == head and description_nouns.is_person_noun(word[head].casefold())
        described = titled or word[source.begin].casefold() in description_nouns.DEFINITE | {"a", "an"}
        if not described or not source.begin <= head < begin - 1 or word[begin - 1] != ",":
            return None
        before = (i for i in range(source.begin, begin - 1) if i not in self.mention_of_token)
        return None if any(word[i] in (",", "and", "&", "or") for i in before) else n

    def _last_words(self, source: SourcePhrase, body: int | None = None) -> int | None:
        """Return the mention that ends a source of which it is the only person, with a role right before it.

        "Harbour Post editor-in-chief Jane Doe" and "Director of Public Works Jane Doe", parsed wrongly, but not
        "spokesman for Jane Doe". `body` is the mention of what the parse takes for the speaker.
        """
        named = [i for i in source.tokens if self.parsed.entity[i] not in ("DATE", "TIME")]
        n = self.mention_of_token.get(named[-1]) if named else None
        if n is None or not self.is_person(n):
            return None
        if self._is_titled(source, n) or (body is not None and self._is_of_body(source, n)):
            return n
        role = roles_before_names.before_name(self.parsed, self.mentions[n])
        if role is None:
            return None
        before = role[0] - 1
        while before > source.begin and self.parsed.pos[before] in ("DET", "ADJ"):
            before -= 1  # "the widow of the painter Jane Doe"
        inside = (
            body is not None and before < self.mentions[body].end
        )  # "Corps of | Engineers chief Jane Doe"
        if before in source.tokens and self.parsed.pos[before] == "ADP" and not inside:
            return None
        others = (self.mention_of_token.get(i, n) for i in source.tokens)
        outside = (i for i in source.tokens if i not in self.mention_of_token)
        commas = any(self.parsed.word[i] in (",", "and", "&", "or") for i in outside)
        return n if not commas and all(m == n or not self.is_person(m) for m in others) else None

    def _is_titled(self, source: SourcePhrase, n: int) -> bool:
        """Tell whether a title and what it is of stand before a full name: "Director of the State Museum Jane Doe".

        Not so in "Friend of the actor Jane Doe" and "Lawyer for Gov. Jane Doe".
        """
        parsed = self.parsed
        word = parsed.word
        name = begin = self.mentions[n].begin
        while begin > source.begin and word[begin - 1].endswith("."):
            begin -= 1
        of = next((i for i in source.tokens if word[i] in PREPOSITIONS), begin)
        return (
            len(self.mentions[n].key) > 1
            and source.begin < of < begin - 1
            and word[of - 1].casefold() in TITLES
            and parsed.pos[begin - 1] == "PROPN"
            and (begin < name or not description_nouns.is_person_noun(word[begin - 1].casefold()))
        )

    def _is_of_body(self, source: SourcePhrase, n: int) -> bool:
        """Tell whether a full name stands after whose it is: "the Office of Works’ Jane Doe"."""
        at = self.mentions[n].begin - 1
        full = len(self.mentions[n].key) > 1
        return full and source.begin < at and self.parsed.word[at] in POSSESSIVE

    def resolve(self, n: int) -> Resolution:
        """Return whom mention `n` names, with the steps to the full name."""
        mention = self.mentions[n]
        span = span_of(self.parsed, mention, title=True)
        if mention.text.casefold() == self.referents[mention.referent].name.casefold():
            full = self.is_person(n) and len(mention.key) > 1
            return Resolution(
                mention.referent, 0.995 if full else 0.98, [Step("named beside the words", span)]
            )
        words_there = " ".join(words_of(span.of(self.parsed.text)))
        steps = [
            Step(f"“{words_there}”: named beside the words", span),
            *self.steps_to_full_name(mention.referent),
        ]
        return Resolution(mention.referent, 0.99, steps)

    def steps_to_full_name(self, number: int) -> list[Step]:
        """Return the step to the first mention of the fullest name, none where no mention gives it whole."""
        referent = self.referents[number]
        if number not in self._full_mention:
            name = referent.name.casefold()
            found = (i for i in referent.mentions if self.mentions[i].text.casefold() == name)
            self._full_mention[number] = next(found, None)
        at = self._full_mention[number]
        if at is None:
            return []
        span = span_of(self.parsed, self.mentions[at])
        return [Step(f"“{referent.name}”: the fullest form in the article", span)]

    def steps_to_last_name(self, number: int) -> list[Step]:
        """Return the steps from the last mention by name to the fullest name."""
        last = self.last_mention.get(number)
        if last is None:
            return self.steps_to_full_name(number)
        mention = self.mentions[last]
        span = span_of(self.parsed, mention, title=True)
        step = Step(f"“{' '.join(words_of(span.of(self.parsed.text)))}”: named before", span)
        return (
            [step]
            if mention.text == self.referents[number].name
            else [step, *self.steps_to_full_name(number)]
        )
