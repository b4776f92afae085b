"""Sources that have taken in the clause around them, cut to the words that name who speaks."""

from __future__ import annotations

from tui.analysis.attribution import subordinate_subjects
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.intervening_speakers import person_heard, subject_of_clause
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays

_ADDRESSING = frozenset({"ask", "press", "tell", "inform", "warn", "advise", "assure", "remind", "instruct"})
_HOLDING = frozenset(
    {"say", "rumour", "rumor", "report", "believe", "think", "understand", "allege", "reckon"}
)
"""Verbs whose passive tells what others hold of somebody: Doe is said to be ill."""
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_TOWARDS = frozenset({"to", "into", "in", "on", "at"})
_OBJECTS = frozenset({"a", "an", "any", "the", "his", "her", "their", "its"})


def own_subject(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without the clause whose object it is: "One video featured | farmers declaring"."""
    parsed = arrays.parsed
    if source and source[0][0] == cue + 1:
        return source
    if subordinate := subordinate_subjects.own(arrays, cue, source):
        return subordinate
    if len(source) > 1:
        return _nearest(arrays, cue, source)
    if _is_addressee(arrays, cue, source):
        return ()
    if nearer := person_heard(arrays, cue, source) or subject_of_clause(arrays, cue, source):
        return nearer
    source = _without_fronted_phrase(arrays, cue, _without_object(arrays, cue, source))
    source = _without_quotation(arrays, _without_first_verb(arrays, cue, source))
    if parsed.tag[cue] != "VBG" or len(source) != 1:
        return source
    first, last = source[0]
    for verb in range(first + 1, last - 1):
        if parsed.tag[verb] not in ("VBD", "VBN", "VBZ") or not first < verb:
            continue
        noun = parsed.head[cue] if parsed.dep[cue] == "acl" else parsed.head[verb]
        if not verb < noun < last:
            continue
        # "a video featured farmers declaring": the parse has "featured" as the farmers' attribute, or as the verb
        takes_object = parsed.head[noun] == verb and parsed.dep[noun] == "dobj"
        misread = parsed.dep[verb] == "amod" and any(
            parsed.dep[child] == "npadvmod" and parsed.pos[child] == "NOUN" for child in arrays.children[verb]
        )
        if takes_object:
            return ((max(arrays.left[noun], verb + 1), last),)
        if misread and parsed.word[verb - 1] != "-":
            return ((verb + 1, last),)
    return source


def _is_addressee(arrays: TokenArrays, cue: int, source: TokenRanges) -> bool:
    """Tell whether a source is whom something was said to or of: Doe was told: “Go.” Nobody named said so."""
    parsed = arrays.parsed
    children = arrays.children[cue]
    passive = any(parsed.dep[child] == "auxpass" for child in children)
    # Doe is said to be “broken”; not: to have called it “dull”
    spoke = parsed.word_at(cue + 2) == "have" and not SPEECH_WORDS.isdisjoint(parsed.lemma[cue + 3 : cue + 4])
    if passive and not spoke and parsed.lemma[cue] in _HOLDING and parsed.word_at(cue + 1) == "to":
        return any(parsed.dep[i] == "nsubjpass" and a <= i < b for i in children for a, b in source)
    # Doe was given tablets and told to “wait”: whoever tells has somebody to tell it to
    if parsed.word[cue] == "told" and parsed.dep[cue] == "conj" and parsed.word_at(cue + 1) in ("to", "that"):
        return bool(source) and source[0][1] <= cue
    if parsed.lemma[cue] not in _ADDRESSING:
        return False
    alone = not any(parsed.dep[child] in ("aux", "auxpass", "nsubj") for child in children)
    if source and alone and parsed.tag[cue] in ("VBN", "VBD") and parsed.dep[cue] == "advcl":
        return parsed.word[source[0][0] - 1] != "by"  # Asked whether it was late, | Doe | said no
    if not passive:
        return False
    subject = next((child for child in children if parsed.dep[child] == "nsubjpass"), -1)
    if subject < 0 and parsed.dep[cue] == "pcomp":
        # | Doe | shouted before being asked to leave; not: after being warned by | Doe
        return not source or parsed.word[source[0][0] - 1] != "by"
    return any(first <= subject < last for first, last in source)


def _without_object(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without the pronoun that its clause has as object: a herb, which | the growers | call so."""
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue:
        return source
    first, last = source[0]
    # a count who, | a sign in the chapel | tells us, “ate a bishop”
    for i in range(first, last - 2):
        related = parsed.tag[i] in ("WP", "WDT") and parsed.word[i + 1] == ","
        if related and parsed.tag[i + 2] in ("DT", "PRP$", "NNP", "PRP"):
            return ((i + 2, last),)
    # serves it with what | the menu | calls “bits”
    for i in range(first, last - 1):
        if parsed.tag[i] == "WP" and parsed.word[i] == "what" and last == cue:
            return ((i + 1, last),)
    if parsed.word[first] not in ("which", "that", "whom"):
        return source
    subject = first + 1 < last and parsed.pos[first + 1] not in ("VERB", "AUX", "PUNCT", "ADV")
    return ((first + 1, last),) if subject and parsed.tag[first] in ("WDT", "WP") else source


def _without_quotation(arrays: TokenArrays, source: TokenRanges) -> TokenRanges:
    """Return a source without a relative clause that quotes: | Doe | , who wore a shirt reading “Ask me”."""
    for first, last in source[:1]:
        if arrays.quoted_until[last] == arrays.quoted_until[first] or arrays.quote_of[first] >= 0:
            continue
        for at in range(first + 1, last):
            if arrays.parsed.tag[at] in ("WP", "WDT") and arrays.parsed.word[at - 1] == ",":
                return ((first, at - 1), *source[1:])
    return source


def _nearest(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source in pieces as the one that names who speaks, where the parse or a "by" shows it.

    The union criticised the cuts, with | its leader Doe | warning; the man, called a “hero” by | neighbours |
    """
    parsed = arrays.parsed
    # | We | have spent | ten years | telling boys to “open up”
    untimed = tuple(
        (a, b) for a, b in source if parsed.lemma[b - 1] not in _TIMES or parsed.pos[b - 1] != "NOUN"
    )
    if len(untimed) == 1:
        return untimed
    first, last = source[-1]
    subject = any(parsed.dep[child] == "nsubj" and first <= child < last for child in arrays.children[cue])
    for child in arrays.children[cue]:
        whole = arrays.left[child] <= source[0][0] and last - 1 <= arrays.right[child]
        if whole and parsed.dep[child] == "nsubj" and last <= cue:
            return ((source[0][0], last),)  # | the shepherd | , | Amos Reeve, | answered
    # but | the trust | has condemned “raids” by | the militia |
    verbal = all(parsed.pos[i] in ("AUX", "ADV") for i in range(source[0][1], cue))
    does = source[0][1] <= cue and verbal and _has_active_subject(arrays, cue)
    agent = first > cue and parsed.word[first - 1] == "by" and not does
    # a pronoun says less than what stands before it: Doe … she
    adjoining = subject and last == cue and parsed.pos[last - 1] != "PRON"
    if agent or adjoining:
        return (source[-1],)
    if does and first > cue and parsed.word[first - 1] == "by":
        return source[:1]
    # “We sail,” | the pilot | told the crew through | a megaphone
    beside = source[0][1] == cue < first and parsed.pos[first - 1] == "ADP"
    if beside and parsed.word[first - 1] != "by":
        return source[:1]
    # | hundreds | took to | the streets | to protest: the streets protest against nothing
    purpose = parsed.tag[cue] == "VB" and parsed.dep[last - 1] == "pobj" and last < cue and len(source) == 2
    if purpose and parsed.word[parsed.head[last - 1]] in _TOWARDS and is_thing(parsed, last - 1):
        return source[:1]
    # Neither Doe nor | Roe | has won | a match and Poe | suggested: the object of the clause before is no speaker
    joined = _joined_clause(arrays, cue, source)
    if joined:
        return joined
    # Doe says | the port | will close, calls it “dead”: the second has a verb of its own
    apart = last < cue and parsed.pos[last - 1] in ("NOUN", "PROPN") and parsed.pos[last] in ("VERB", "AUX")
    return source[:1] if apart and len(source) == 2 else source


def _has_active_subject(arrays: TokenArrays, cue: int) -> bool:
    deps = [arrays.parsed.dep[child] for child in arrays.children[cue]]
    return "nsubj" in deps and "auxpass" not in deps


def _without_fronted_phrase(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source before its cue without what stands before the subject.

    In a statement to | the Herald, her adviser, Jane Doe | said; more money than | the trade | says it needs.
    """
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue:
        return source
    first, last = source[0]
    # "more sugar than the trade says", not "less than a third"
    behind = range(first + 1, last - 1)
    than = next((i for i in behind if parsed.word[i] == "than" and parsed.pos[i - 1] == "NOUN"), -1)
    if than >= 0:
        return ((than + 1, last),)
    subject = next((i for i in arrays.children[cue] if parsed.dep[i] == "nsubj" and first < i < last), -1)
    begin = arrays.left[subject] if subject >= 0 else -1
    fronted = first and parsed.pos[first - 1] == "ADP" and parsed.word[first - 1].islower()
    if fronted and first + 1 < begin and parsed.word[begin - 1] == ",":
        return ((begin, last),)
    # the parse has the adviser as what the Herald is
    comma = next((i for i in range(first, last) if parsed.word[i] == ","), last)
    named = "PERSON" in parsed.entity[comma:last] and "PERSON" not in parsed.entity[first:comma]
    spoken_to = fronted and subject < 0 and parsed.word[first - 1] in ("to", "with", "for")
    seen_by = fronted and subject < 0 and parsed.word[first - 1] == "by" and comma + 1 < last
    seen_by = seen_by and parsed.dep[last - 1] == "pobj" and parsed.head[last - 1] == first - 1
    if (spoken_to and named and parsed.pos[parsed.head[first - 1]] == "NOUN") or seen_by:
        return ((comma + 1, last),)
    return source


def _joined_clause(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the name after the "and" of a source's last piece that joins it to the object of another clause."""
    parsed = arrays.parsed
    first, last = source[-1]
    if last > cue or source[-2][1] >= first or parsed.pos[source[-2][1]] not in ("VERB", "AUX"):
        return ()
    joint = next((i for i in range(first + 1, last - 1) if parsed.word[i] in ("and", "but")), -1)
    named = joint >= 0 and parsed.entity[last - 1] == "PERSON" and "PERSON" not in parsed.entity[first:joint]
    return ((joint + 1, last),) if named and parsed.word[first].casefold() in _OBJECTS else ()


def _without_first_verb(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source before its cue without the verb and object before: | Doe | praised the crew, thanked Roe."""
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue:
        return source
    first, last = source[0]
    if parsed.word[last - 1] == "and" and last == cue:
        last -= 1  # | her mother | rang and asked
        own = parsed.dep[last - 1] == "ROOT" and any(
            parsed.dep[child] == "nsubj" and first <= child for child in arrays.children[last - 1]
        )
        return ((first, last - 1 if own else last),)
    for verb in range(first + 1, last):
        if parsed.tag[verb] in ("WDT", "WP", "WP$", "WRB") or arrays.quote_of[verb] >= 0:
            break
        if parsed.tag[verb] in ("VBD", "VBZ", "VBP") and parsed.pos[verb] == "VERB":
            own = any(
                parsed.dep[child] == "nsubj" and first <= child < verb for child in arrays.children[verb]
            )
            # Doe | teased the tour: “…”
            alike = parsed.tag[verb] == parsed.tag[cue] or parsed.word[cue] == ":"
            idiom = parsed.word[verb + 1 : verb + 3] == ["it", "quits"]  # | The couple | called it quits
            return ((first, verb),) if (own and alike) or idiom else source
    return source
