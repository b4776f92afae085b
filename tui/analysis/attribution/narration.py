"""Narration that a content has taken in before or after the words that were said, and is cut off again."""

from __future__ import annotations

from tui.analysis.attribution import addressees, leads, run_together
from tui.analysis.attribution.content_rules import WEEKDAYS
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.stance import SPEECH_WORDS, VERDICTS
from tui.analysis.attribution.thing_subjects import is_of_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_CONNECTIVES = (("that", "said", ","), ("that", "being", "said", ","), ("having", "said", "that", ","))
_FRONTED = frozenset({"while", "before", "after", "when", "during", "as", "upon"})
_RELATIVES = frozenset({"WDT", "WP"})
_COMPLAINING = frozenset({"complain", "speak", "talk", "warn", "boast", "dream"})
_ADDRESSING = frozenset({"tell", "assure", "inform", "remind", "warn"})
_DASHES = frozenset({"-", "–", "—", "--"})
_REMARKS = frozenset(
    "accusation allusion charge claim comment comparison description nickname phrase reference remark slogan "
    "statement term word".split()
)
_OCCASIONS = frozenset(
    "address announcement appearance blog briefing broadcast call conference debate e-mail email hearing interview "
    "letter meeting memo message note post press rally release remark report speech statement testimony tweet "
    "video visit".split()
)
_ON_SAYING = frozenset({"refer", "speak", "describe", "cite", "allude", "point", "smile", "laugh", "gesture"})
"""Verbs of what somebody does in saying it: “…,” she said, | referring to the mayor; not: talking to Ukraine."""
_APPEARING = frozenset(
    {"address", "answer", "appear", "attend", "campaign", "speak", "talk", "tour", "visit"}
)
_FRONTED_REACH = 20  # tokens
_TAIL_TAGS = frozenset({"VBG", "VBN", "IN", "WRB"})
_REASONS = frozenset({"because", "since", "as", "if", "unless", "although", "though"})
_GOES_ON = frozenset({"that", "than", "of"})
"""Words after which a sentence that began in quotation marks may well go on: “no boat,” because of the storm."""


def cut(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the narration before and after its words; never an empty one."""
    out = _without_connective(arrays, content)
    out = addressees.drop(arrays, cue, out)
    out = _from_that(arrays, cue, out)
    out = _without_occasion(arrays, cue, out)
    out = _without_fronted(arrays, cue, out)
    out = _without_circumstance(arrays, cue, _without_visit(arrays, cue, out))
    out = _without_next_deed(arrays, cue, out)
    out = _without_predicate(arrays, cue, out)
    out = _without_object_of_put(arrays, cue, out)
    out = _without_sentence_of_deed(arrays, cue, out)
    out = leads.drop(arrays, cue, out)
    out = _without_tail(arrays, cue, out)
    out = _without_gesture(arrays, cue, out)
    out = run_together.without_insertion(arrays, cue, out)
    return _without_remark(arrays, cue, out)


def keep_relative_head(
    arrays: TokenArrays, cue: int, content: TokenRanges, marked: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return content and cue with the noun of a relative clause moved from the cue to the content.

    "complained of waits that exceeded “an hour”": the content begins with "waits", not with "that".
    """
    parsed = arrays.parsed
    first = content[0][0]
    if not marked or parsed.tag[first] not in _RELATIVES or marked[-1][1] != first or marked[-1][0] > cue:
        return content, marked
    begin = cue + 2
    # Not "stated of the plan that it was dead": there the clause is what was said, whatever its tag.
    if parsed.lemma[cue] not in _COMPLAINING or parsed.word[cue + 1] not in ("of", "about") or begin >= first:
        return content, marked
    return ((begin, content[0][1]), *content[1:]), (*marked[:-1], (marked[-1][0], begin))


def _without_connective(arrays: TokenArrays, content: TokenRanges) -> TokenRanges:
    """Return a content without a connective before it: "That said, the agency says the drug is sold"."""
    parsed = arrays.parsed
    first, last = content[0]
    words = [word.casefold() for word in parsed.word[first : first + 4]]
    for connective in _CONNECTIVES:
        if words[: len(connective)] == list(connective) or (
            words[: len(connective) - 1] == list(connective[:-1]) and last == first + len(connective) - 1
        ):
            begin = first + len(connective)
            rest = ((begin, last),) if begin < last else ()
            return (*rest, *content[1:]) or content
    return content


def _from_that(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content that begins with its "that", without what stands between it and the cue.

    It is a clause on the saying (said | while visiting the mill | that it turned) or whom it was said to
    (told | one of his men at dawn | that it was over).
    """
    parsed = arrays.parsed
    first, last = content[0]
    fronted = parsed.word[first] in _FRONTED
    # said in a talk | taped before the vote | that it was over
    taped = parsed.tag[first] == "VBN" and parsed.pos[first - 1] == "NOUN" and first > cue + 1
    if not taped and (first != cue + 1 or not (fronted or parsed.lemma[cue] in _ADDRESSING)):
        return content
    for at in range(first + (2 if fronted else 1), min(last, first + _FRONTED_REACH)):
        if arrays.quote_of[at] >= 0:
            break
        if parsed.word[at] != "that" or parsed.dep[at] != "mark":
            continue
        # a clause on the saying has verbs of its own, an addressee has none
        if fronted or parsed.head[parsed.head[at]] == cue:
            return ((at, last), *content[1:])
    return content


def _without_occasion(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without where or when it was said, before the source: In a statement, | Doe said, “…”."""
    parsed = arrays.parsed
    first, last = content[0]
    if len(content) < 2 or last > cue or parsed.pos[first] != "ADP" or arrays.quote_of[content[1][0]] < 0:
        return content
    tokens = range(first, last)
    quoted = any(arrays.quote_of[i] >= 0 or parsed.tag[i] in FINITE for i in tokens)
    spoken = any(parsed.lemma[i] in _OCCASIONS or parsed.word[i] in WEEKDAYS for i in tokens)
    return content[1:] if spoken and not quoted else content


def _without_fronted(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the narrator's lead to it: Coming back to the river, | they say it is low.

    Between commas of its own the frame interrupts what was said: When it rose, they say, nobody came.
    """
    parsed = arrays.parsed
    if len(content) != 2 or not content[0][1] <= cue < content[1][0]:
        return content
    quoted = arrays.quoted_until
    first, last = content[0]
    begins = first == parsed.sentences[parsed.sentence[first]][0]
    top = min(range(first, last), key=arrays.depth.__getitem__)
    # A clause, or what the speaker is: A baker from Brink, | Holt says she sold out.
    lead = parsed.tag[first] in ("VBG", "VBN") or (
        parsed.pos[top] == "NOUN" and parsed.word[first] in ("A", "An")
    )
    straight = "," not in parsed.word[cue : content[1][0]]
    finite = any(parsed.tag[i] in FINITE for i in range(*content[1]))
    return (
        content[1:] if begins and lead and straight and finite and quoted[last] == quoted[first] else content
    )


def _without_predicate(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return the content of a noun without what is said of it: his promise to build a wall | was about more."""
    parsed = arrays.parsed
    first, last = content[-1]
    noun = cue
    while parsed.dep[noun] == "conj" and parsed.head[noun] != noun:
        noun = parsed.head[noun]
    verb = parsed.head[noun]
    if parsed.pos[cue] != "NOUN" or parsed.dep[noun] not in ("nsubj", "nsubjpass") or not first < verb < last:
        return content
    end = min([verb, *(i for i in arrays.children[verb] if parsed.pos[i] == "AUX" and first < i)])
    return (*content[:-1], (first, end))


def _without_visit(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what the speaker did meanwhile: “…,” Holt said | while visiting the mill."""
    parsed = arrays.parsed
    first, last = content[-1]
    if (
        len(content) < 2
        or not content[-2][1] <= cue < first
        or arrays.quoted_until[last] > arrays.quoted_until[first]
    ):
        return content
    while_doing = (
        parsed.word[first] in ("while", "when", "after", "before") and parsed.tag[first + 1] == "VBG"
    )
    # It was shut, Doe said, on condition of silence about | the firm's deals
    begin, end = content[-2]
    verbs = {"VERB", "AUX"}
    left_over = (
        parsed.pos[first - 1] == "ADP"
        and verbs.isdisjoint(parsed.pos[first:last])
        and not FINITE.isdisjoint(parsed.tag[begin:end])
    )
    anonymous = parsed.word[first : first + 3] == ["on", "condition", "of"]
    beside = while_doing and parsed.word[first - 1] != ","
    return content[:-1] if beside or left_over or anonymous else content


def _without_circumstance(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without how it came to be said: it was shut | when asked; …, | speaking to the paper.

    It is shut | while visiting the mill: a road visits nothing.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue:
        return content
    for at in range(first + 2, last - 1):
        if arrays.quote_of[at] >= 0:
            continue
        word, following = parsed.word[at], parsed.word[at + 1]
        asked = word in ("when", "if") and following in ("asked", "questioned", "pressed") and at + 2 <= last
        speaking = word == "," and following == "speaking" and parsed.word[at + 2 : at + 3] != ["of"]
        on_visit = (
            word in ("while", "when", "after", "before")
            and parsed.lemma[at + 1] in _APPEARING
            and parsed.tag[at + 1] == "VBG"
            and is_of_thing(arrays, parsed.head[at + 1], first)
        )
        sourced = word == "," and following == "according" and parsed.lemma[cue] != "accord"
        if asked or speaking or on_visit or sourced:
            end = at - 1 if parsed.word[at - 1] == "," else at
            return (*content[:-1], (first, end)) if end > first else content
    return content


def _without_next_deed(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what its speaker did next: admitted stealing the cow | and went home."""
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue or parsed.tag[cue] not in FINITE:
        return content
    for at in range(first + 2, last):
        ties = parsed.word[at - 1] in ("and", "but") and arrays.quote_of[at] < 0
        head = parsed.head[at]
        # better roads, renovated schools, and repaired bridges: a list may hold what is taken for a verb
        deed = parsed.tag[head] in ("VB", "VBG") and parsed.word[at - 2] != ","
        beside = parsed.dep[at] == "conj" and (head == cue or deed)
        if ties and beside and parsed.tag[at] == parsed.tag[cue]:
            end = at - 2 if parsed.word[at - 2] == "," else at - 1
            return (*content[:-1], (first, end)) if end > first else content
    return content


def _without_gesture(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what was done between its two quotations.

    “It is a shame,” Doe said, | her voice breaking, | “that nobody came.”
    """
    parsed = arrays.parsed
    if len(content) != 2 or not content[0][1] <= cue < content[1][0] or arrays.quote_of[content[0][0]] < 0:
        return content
    first, last = content[1]
    opens = first
    while opens < last and arrays.quote_of[opens] < 0:
        opens += 1
    between = range(first, opens)
    # “We sail,” Holt told | a cheering crowd. | “Nobody stays.”
    addressed = parsed.lemma[cue] in _ADDRESSING and first == cue + 1 and parsed.word[opens - 1] in (".", "!")
    if addressed and first < opens < last and not any(parsed.tag[i] in FINITE for i in between):
        return (content[0], (opens, last))
    if not between or opens == last or parsed.word[opens - 1] != "," or parsed.word[first - 1] != ",":
        return content
    return content if any(parsed.tag[i] in FINITE for i in between) else (content[0], (opens, last))


def _without_object_of_put(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without the "it" of "as Doe once put it, “…”"."""
    first, last = content[0]
    putting = arrays.parsed.lemma[cue] == "put" and first == cue + 1 and last == first + 1
    return content[1:] if putting and len(content) > 1 and arrays.parsed.word[first] == "it" else content


def _without_sentence_of_deed(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without whom somebody praised, where what was said is a sentence of its own behind it.

    Doe thanked | the nurses. | “You carried us.”
    """
    parsed = arrays.parsed
    if parsed.lemma[cue] not in VERDICTS | {"thank", "congratulate", "greet", "welcome"}:
        return content
    first, last = content[0][0], content[-1][1]
    if len(content) > 2 or not all(
        parsed.word[i] in (".", "!") for i in range(content[0][1], content[-1][0])
    ):
        return content
    opens = next((i for i in range(first, last) if arrays.quote_of[i] >= 0), last)
    apart = cue < first < opens < last and parsed.word[opens - 1] in (".", "!")
    whole = apart and arrays.unit_end[arrays.unit_of[opens]] == last
    return ((opens, last),) if whole and parsed.word[last - 2] in (".", "!", "?") else content


def _without_remark(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what the narrator remarks on it or on the saying, behind its last quotation.

    likened it to “burning books” | - a charge that stung; said it was “an insult” if they went, | putting his
    name on the line; called him a “disgrace” | Wednesday on the radio.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    begin = last
    while begin > first and arrays.quote_of[begin - 1] < 0:
        begin -= 1
    if begin == first or first < cue:
        return content
    for at in range(begin, last):
        word, following = parsed.word[at], parsed.word[at + 1].casefold() if at + 1 < last else ""
        remarked = word == "," and not _REMARKS.isdisjoint(parsed.lemma[at + 2 : min(last, at + 5)])
        # work at “getting it done” - then went to sea
        if at == begin and word in _DASHES and following == "then":
            return (*content[:-1], (first, at))
        if at == begin and following in ("a", "an") and (word in _DASHES or remarked):
            return (*content[:-1], (first, at))
        judged = at == begin and (parsed.head[at] == cue or parsed.lemma[cue] in VERDICTS)
        if judged and parsed.dep[at] == "npadvmod" and word in WEEKDAYS:
            return (*content[:-1], (first, at))
        if parsed.head[at] != cue:
            continue
        if parsed.tag[at] == "VBG" and parsed.dep[at] == "advcl":
            end = at - 1 if parsed.tag[at - 1] == "RB" else at
            if end > begin and parsed.word[end - 1] == ",":
                return (*content[:-1], (first, end - 1))
    return content


def _without_tail(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what the narrator adds: “The rooms will stay,” | including the annex by the weir."""
    parsed = arrays.parsed
    first, last = content[0]
    quote = arrays.quote_of[first]
    if quote < 0 or first != arrays.unit_start[arrays.quote_units[quote]]:
        return content
    end = arrays.unit_end[arrays.quote_units[quote]]
    # A comma inside the marks ends the words; without one the sentence goes on: “no boat” in the harbour.
    if end - first < 3 or parsed.word[end - 2] not in (",", "!", "?"):
        return content
    quoted = arrays.quoted_until
    if end < last:
        word = parsed.word[end].casefold()
        # joked, “You are silly,” | drawing “Shame!” from the crowd
        if cue < first and len(content) == 1 and parsed.tag[end] in ("VBG", "WP"):
            return ((first, end),)
        if len(content) > 1 or quoted[last] != quoted[end]:
            return content
        # “It is old,” since nobody mended it, said Doe: she goes on
        if last <= cue and parsed.word[last] == "," and word in _REASONS:
            return content
        # “I know you,” | the court said
        framed = any(
            parsed.lemma[i] in SPEECH_WORDS and any(end <= child < i for child in arrays.children[i])
            for i in range(end, last)
        )
        return (
            ((first, end),) if framed or (parsed.tag[end] in _TAIL_TAGS and word not in _GOES_ON) else content
        )
    # “The key was in my coat,” she said, | asked about the empty safe.
    if len(content) == 2 and content[1][0] > cue > first:
        a, b = content[1]
        on_saying = parsed.tag[a] in ("VBN", "VBD") or parsed.lemma[a] in _ON_SAYING
        subjectless = on_saying and not any(
            parsed.dep[child] in ("nsubj", "nsubjpass") for child in arrays.children[a]
        )
        if quoted[b] == quoted[a] and subjectless and parsed.word[a - 1] == ",":
            return content[:1]
        # “…,” she wrote on | Twitter; she said of | the Roes; “…,” she said. | That he was wrong surprised nobody.
        place = parsed.pos[a - 1] == "ADP" and all(parsed.pos[i] in ("PROPN", "DET") for i in range(a, b))
        if quoted[b] == quoted[a] and (place or parsed.word[a - 1] in (".", "!", "?")):
            return content[:1]
    return content
