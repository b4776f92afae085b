"""Narration after the words of a content: “…,” she said, | asked about the safe; “an insult” | - a charge."""

from __future__ import annotations

from tui.analysis.attribution.content_rules import WEEKDAYS
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS, VERDICTS
from tui.analysis.attribution.thing_subjects import is_of_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_DASHES = frozenset({"-", "–", "—", "--"})
_REMARKS = frozenset(
    "accusation allusion charge claim comment comparison description nickname phrase reference remark slogan "
    "statement term word".split()
)
_ON_SAYING = frozenset({"refer", "speak", "describe", "cite", "allude", "point", "smile", "laugh", "gesture"})
"""Verbs of what somebody does in saying it: “…,” she said, | referring to the mayor; not: talking to Ukraine."""
_APPEARING = frozenset(
    {"address", "answer", "appear", "attend", "campaign", "speak", "talk", "tour", "visit"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "PUNCT"})
_SAYING = frozenset({"add", "continue", "explain", "insist", "note", "reply", "respond", "say"})
_SENTENCING = frozenset({"adjourn", "imprison", "jail", "remand", "sentence"})
_PRESIDING = frozenset({"adjourn", "announce", "concede", "introduce", "launch", "open", "unveil"})
"""What speakers do as they speak: it was “vile” | as she opened the debate."""
_DRAWING = frozenset("draw earn elicit get prompt provoke receive spark win".split())
_RECEPTIONS = frozenset("applause boo cheer chuckle gasp groan jeer laugh laughter roar".split())
"""What an audience does at words: the mill would open, | drawing a long cheer."""
_MAX_TO_PRONOUN = 40  # tokens before "as he" among which another "he" is looked for
_MESSAGES = frozenset(
    {"blog", "email", "Facebook", "interview", "letter", "post", "speech", "statement", "tweet", "Twitter"}
)
_PUBLICATIONS = _MESSAGES | frozenset(
    {"book", "briefing", "column", "forecast", "memo", "newsletter", "note", "outlook", "release", "report"}
)
_TAIL_TAGS = frozenset({"VBG", "VBN", "IN", "WRB"})
_REASONS = frozenset({"because", "since", "as", "if", "unless", "although", "though"})
_GOES_ON = frozenset({"that", "than", "of"})
"""Words after which a sentence that began in quotation marks may well go on: “no boat,” because of the storm."""


def without_predicate(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
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


def without_visit(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
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


def without_noun(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without a noun behind the cue of a quotation: “It is late,” Holt said | this afternoon.

    So with “…,” Holt said, | a claim that nobody made; “…,” he said, | the crowd cheering. Not with “a disgrace,”
    Holt called | the plan.
    """
    parsed = arrays.parsed
    if len(content) < 2 or parsed.lemma[cue] not in _SAYING:
        return content
    (begin, end), (first, last) = content[-2:]
    quoted = arrays.quote_of[begin] >= 0 and arrays.quote_of[end - 1] >= 0
    if not quoted or not end <= cue < first or arrays.quoted_until[last] > arrays.quoted_until[first]:
        return content
    tops = [i for i in range(first, last) if not first <= parsed.head[i] < last or parsed.head[i] == i]
    verbless = all(parsed.pos[i] in _NOMINAL or parsed.tag[i] in ("VBG", "VBN") for i in tops)
    return content[:-1] if verbless else content


def without_circumstance(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without how it came to be said: it was shut | when asked; …, | speaking to the paper.

    It is shut | while visiting the mill: a road visits nothing; it was vile | as she sentenced him.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue:
        return content
    for at in range(first + 2, last - 1):
        if arrays.quote_of[at] >= 0:
            continue
        word, following = parsed.word[at], parsed.word_at(at + 1)
        asked = word in ("when", "if") and following in ("asked", "questioned", "pressed") and at + 2 <= last
        speaking = word == "," and following == "speaking" and parsed.word[at + 2 : at + 3] != ["of"]
        on_visit = (
            word in ("while", "when", "after", "before")
            and parsed.lemma[at + 1] in _APPEARING
            and parsed.tag[at + 1] == "VBG"
            and is_of_thing(arrays, parsed.head[at + 1], first)
        )
        presiding = word == "as" and following in ("he", "she") and _presides(arrays, at, first, last)
        # the mill would open, | drawing a long cheer
        received = (
            word == ","
            and parsed.lemma[at + 1] in _DRAWING
            and parsed.tag[at + 1] == "VBG"
            and not _RECEPTIONS.isdisjoint(parsed.lemma[at + 2 : min(last, at + 6)])
        )
        sourced = word == "," and following == "according" and parsed.lemma[cue] != "accord"
        if asked or speaking or on_visit or presiding or sourced or received:
            end = at - 1 if parsed.word[at - 1] == "," else at
            return (*content[:-1], (first, end)) if end > first else content
    return content


def _presides(arrays: TokenArrays, at: int, first: int, last: int) -> bool:
    """Tell whether "as she …" is said of the speaker: it was vile | as she sentenced him; “a sin” | as he began.

    Not where the words themselves may be of "he": that he heard a “bang” as he opened the door.
    """
    verb = arrays.parsed.lemma[min(at + 2, last - 1)]
    before = arrays.parsed.word[max(first, at - _MAX_TO_PRONOUN) : at]
    behind_quotation = arrays.quote_of[at - 1] >= 0 and arrays.parsed.word_at(at + 1) not in before
    return verb in _SENTENCING or (behind_quotation and verb in _PRESIDING)


def without_remark(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what the narrator remarks on it or on the saying, after its last quotation.

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
    if _is_aside(arrays, first, begin, last):
        return (*content[:-1], (first, begin))
    for at in range(begin, last):
        word, following = parsed.word[at], parsed.word_at(at + 1).casefold() if at + 1 < last else ""
        remarked = word == "," and not _REMARKS.isdisjoint(parsed.lemma[at + 2 : min(last, at + 5)])
        # work at “getting it done” - then went to sea; “all is paid for” – without naming a sum
        doing = following == "without" or parsed.tag[at + 1 : at + 2] == ["VBG"]
        if at == begin and word in _DASHES and (following == "then" or doing):
            return (*content[:-1], (first, at))
        if at == begin and following in ("a", "an") and (word in _DASHES or remarked):
            return (*content[:-1], (first, at))
        # “black money,” a term for what nobody taxes
        if at == begin and word in ("a", "an") and parsed.word[at - 2] == ",":
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


def _is_aside(arrays: TokenArrays, first: int, begin: int, last: int) -> bool:
    """Tell whether what stands after the quotation that ends at token `begin` is narration: “a gift,” | citing it.

    So are 32 of 37 participles after a comma in the training articles, and six of six "which". A participle that
    says nothing may be of the clause that was said: that they were “well paid,” earning a lot.
    """
    parsed = arrays.parsed
    at = begin + 1 if parsed.word[begin : begin + 1] == [","] else begin
    if at >= last:
        return False
    if at > begin or parsed.word[begin - 2] == ",":
        speaks = parsed.lemma[at] in SPEECH_WORDS | _ON_SAYING
        clause = any(parsed.tag[i] in FINITE for i in range(first, begin))
        aside = parsed.tag[at] == "VBG" and parsed.word[at] != "including" and (speaks or not clause)
        # called it a “gift”, | in the release of its yearly report; not: “nobody”, in the report, was named
        named = not _PUBLICATIONS.isdisjoint(parsed.lemma[at : min(last, at + 5)])
        released = parsed.word[at] == "in" and named and FINITE.isdisjoint(parsed.tag[at:last])
        return aside or released or parsed.word[at] == "which"
    # “shed blood” | in what experts called a first; a “so-called baker” | in a tweet
    noun = next((i for i in range(at, min(last, at + 5)) if parsed.lemma[i] in _MESSAGES), -1)
    return parsed.word[at : at + 2] == ["in", "what"] or (
        parsed.word[at] in ("in", "on") and noun == last - 1
    )


def without_tail(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
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
        # “I know you,” | the court said, the court heard
        framed = any(
            parsed.lemma[i] in SPEECH_WORDS | {"hear"}
            and any(end <= child < i for child in arrays.children[i])
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
        # …, | her voice breaking
        gesture = parsed.tag[a] == "PRP$" and "VBG" in parsed.tag[a + 2 : min(b, a + 4)]
        if quoted[b] == quoted[a] and (subjectless or gesture) and parsed.word[a - 1] == ",":
            return content[:1]
        # “…,” she wrote on | Twitter; she said of | the Roes; “…,” she said. | That he was wrong surprised nobody.
        place = parsed.pos[a - 1] == "ADP" and all(parsed.pos[i] in ("PROPN", "DET") for i in range(a, b))
        if quoted[b] == quoted[a] and (place or parsed.word[a - 1] in (".", "!", "?")):
            return content[:1]
    return content
