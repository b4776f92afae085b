"""Sources that have taken in the clause around them, cut to the words that name who speaks."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.word_lists import words

_ADDRESSING = frozenset({"ask", "press", "tell", "inform", "warn", "advise", "assure", "remind", "instruct"})
_JUDGING = frozenset(
    "brand call condemn criticise criticize denounce describe dismiss dub hail label name praise recommend".split()
)

_REJECTS = frozenset({"denies", "disputes", "dismisses", "rebuts", "rejects"})
_PEOPLE = words("people") | words("occupations") | words("kin") | words("nobody in particular")
_OBJECTS = frozenset({"a", "an", "any", "the", "his", "her", "their", "its"})


def own_subject(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without the clause whose object it is: "One video featured | farmers declaring".

    One behind its cue is cut before the subject of the next clause.
    """
    parsed = arrays.parsed
    if source and source[0][0] == cue + 1:
        return _without_next_clause(arrays, source)
    if len(source) > 1:
        return _nearest(arrays, cue, source)
    if _is_addressee(arrays, cue, source):
        return ()
    if nearer := _person_heard(arrays, cue, source) or _subject_of_clause(arrays, cue, source):
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


def heard_in_cue(
    arrays: TokenArrays, source: TokenRanges, cue_words: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and cue words where these hold somebody who speaks: a video | shows a man shouting | “Stop”."""
    parsed = arrays.parsed
    for first, last in cue_words:
        verb = last - 1
        noun = next((i for i in arrays.children[verb] if parsed.dep[i] == "nsubj" and i < verb), -1)
        if noun < 0 and parsed.dep[verb] == "acl":
            noun = parsed.head[verb]
        if parsed.tag[verb] == "VBG" and noun == verb - 1 and first < noun and _is_person(arrays, noun):
            return ((max(arrays.left[noun], first + 1), verb),), ((verb, last),)
    return source, cue_words


def verb_read_as_noun(
    arrays: TokenArrays, cue: int, source: TokenRanges, cue_words: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and cue words of "Doe rejects claims that …", of which the parse makes rejects that claim."""
    parsed = arrays.parsed
    verb = cue - 1
    misread = (
        len(source) == len(cue_words) == 1
        and source[0][1] == cue == cue_words[0][0]
        and source[0][0] < verb
        and parsed.tag[verb] == "NNS"
        and parsed.word[verb] in _REJECTS
        and parsed.pos[verb - 1] == "PROPN"
    )
    return (((source[0][0], verb),), ((verb, cue_words[0][1]),)) if misread else (source, cue_words)


def give_back_subject(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content with the subject of the quoted words in the content.

    Customers | “began to ask for more,” Doe told them: "Customers" is no part of the source.
    """
    if len(source) != 2 or source[0][1] != content[0][0] or arrays.quote_of[content[0][0]] < 0:
        return source, content
    first, last = source
    beside = last[1] == cue or last[0] == cue + 1
    begins = first[0] == arrays.parsed.sentences[arrays.parsed.sentence[first[0]]][0]
    if not beside or not begins or first[1] > last[0]:
        return source, content
    return (last,), ((first[0], content[0][1]), *content[1:])


def agent_behind(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content of a passive whose agent ends the content.

    The roof was recommended as a “quiet technology” for towns | by the board: the board says so, not the roof.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    participle = parsed.tag[cue] == "VBN" or (parsed.tag[cue] == "VBD" and parsed.word[cue + 1] == "as")
    passive = participle and parsed.lemma[cue] in _JUDGING
    if (
        not passive
        or first <= cue
        or any(parsed.dep[i] == "agent" for a, b in source for i in range(a - 1, b) if i >= 0)
    ):
        return source, content
    # was described as “a stab in the back” | by the union
    agent = next((i for i in range(last + 1, min(last + 6, arrays.count)) if parsed.dep[i] == "pobj"), -1)
    if parsed.word[last : last + 1] == ["by"] and agent > 0 and arrays.quote_of[last - 1] >= 0:
        person = parsed.pos[agent] == "PROPN" or (parsed.pos[agent] == "NOUN" and not is_thing(parsed, agent))
        if person and parsed.head[agent] == last and parsed.entity[agent] not in ("DATE", "TIME"):
            return ((last + 1, agent + 1),), content
    by = last - 1
    while by > first and arrays.quote_of[by] < 0 and parsed.word[by] != "by":
        by -= 1
    named = by > first and parsed.word[by] == "by" and by + 1 < last
    quoted = arrays.quoted_until
    if (
        not named
        or quoted[by] == quoted[first]
        or not any(w[0].isupper() for w in parsed.word[by + 1 : last])
    ):
        return source, content
    end = last - 1 if parsed.word[last - 1] in (",", ".") else last
    begin = cue + 1 if parsed.word[cue + 1] == "as" else first
    return ((by + 1, end),), ((begin, by),)


def _person_heard(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return whoever stands between a source and a participle: a video shows | a man | shouting “Stop”."""
    parsed = arrays.parsed
    if parsed.tag[cue] != "VBG" or len(source) != 1 or source[0][1] > cue:
        return ()
    noun = next((i for i in arrays.children[cue] if parsed.dep[i] == "nsubj" and i < cue), -1)
    if noun < 0 and parsed.dep[cue] in ("acl", "advcl"):
        noun = parsed.head[cue]
    if not source[0][1] < noun < cue or noun + 2 < cue:
        return ()
    beside = all(parsed.pos[i] == "ADV" for i in range(noun + 1, cue))
    return ((max(arrays.left[noun], source[0][1]), noun + 1),) if _is_person(arrays, noun) and beside else ()


def _subject_of_clause(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return who did something in the clause before the cue, where the source is a thing.

    Shares fell after | the firm | cut its outlook and said …: the parse has "said" beside "fell".
    """
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue or parsed.dep[cue] != "conj":
        return ()
    head = min(range(*source[0]), key=arrays.depth.__getitem__)
    if not is_thing(parsed, head):
        return ()
    clauses = (
        i for i in arrays.children[parsed.head[cue]] if source[0][1] < i < cue and parsed.dep[i] == "advcl"
    )
    for verb in clauses:
        for subject in arrays.children[verb]:
            if parsed.dep[subject] == "nsubj" and not is_thing(parsed, subject):
                return ((arrays.left[subject], arrays.right[subject] + 1),)
    return ()


def _is_person(arrays: TokenArrays, noun: int) -> bool:
    parsed = arrays.parsed
    return parsed.entity[noun] == "PERSON" or (parsed.pos[noun] == "NOUN" and parsed.lemma[noun] in _PEOPLE)


def _is_addressee(arrays: TokenArrays, cue: int, source: TokenRanges) -> bool:
    """Tell whether a source is whom something was said to: Doe was told: “Go.” Nobody is named who said so."""
    parsed = arrays.parsed
    children = arrays.children[cue]
    if parsed.lemma[cue] not in _ADDRESSING:
        return False
    alone = not any(parsed.dep[child] in ("aux", "auxpass", "nsubj") for child in children)
    if source and alone and parsed.tag[cue] in ("VBN", "VBD") and parsed.dep[cue] == "advcl":
        return parsed.word[source[0][0] - 1] != "by"  # Asked whether it was late, | Doe | said no
    if not any(parsed.dep[child] == "auxpass" for child in children):
        return False
    subject = next((child for child in children if parsed.dep[child] == "nsubjpass"), -1)
    if subject < 0 and parsed.dep[cue] == "pcomp":
        # | Doe | shouted before being asked to leave; not: after being warned by | Doe
        return not source or parsed.word[source[0][0] - 1] != "by"
    return any(first <= subject < last for first, last in source)


def _without_object(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without the pronoun that its clause has as object: a herb, which | the growers | call so."""
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue or parsed.word[source[0][0]] not in ("which", "that", "whom"):
        return source
    first, last = source[0]
    subject = parsed.pos[first + 1 : first + 2] not in ([], ["VERB"], ["AUX"], ["PUNCT"], ["ADV"])
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
    first, last = source[-1]
    subject = any(parsed.dep[child] == "nsubj" and first <= child < last for child in arrays.children[cue])
    agent = first > cue and parsed.word[first - 1] == "by"
    # a pronoun says less than what stands before it: Doe … she
    adjoining = subject and last == cue and parsed.pos[last - 1] != "PRON"
    if agent or adjoining:
        return (source[-1],)
    # Neither Doe nor | Roe | has won | a match and Poe | suggested: the object of the clause before is no speaker
    joined = _joined_clause(arrays, cue, source)
    if joined:
        return joined
    # Doe says | the port | will close, calls it “dead”: the second has a verb of its own
    apart = last < cue and parsed.pos[last - 1] in ("NOUN", "PROPN") and parsed.pos[last] in ("VERB", "AUX")
    return source[:1] if apart and len(source) == 2 else source


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
    if spoken_to and named and parsed.pos[parsed.head[first - 1]] == "NOUN":
        return ((comma + 1, last),)
    return source


def _joined_clause(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the name behind the "and" of a source's last piece that joins it to the object of another clause."""
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
    for verb in range(first + 1, last):
        if parsed.tag[verb] in ("WDT", "WP", "WP$", "WRB") or arrays.quote_of[verb] >= 0:
            break
        if parsed.tag[verb] in ("VBD", "VBZ", "VBP") and parsed.pos[verb] == "VERB":
            own = any(
                parsed.dep[child] == "nsubj" and first <= child < verb for child in arrays.children[verb]
            )
            # Doe | teased the tour: “…”
            alike = parsed.tag[verb] == parsed.tag[cue] or parsed.word[cue] == ":"
            return ((first, verb),) if own and alike else source
    return source


def _without_next_clause(arrays: TokenArrays, source: TokenRanges) -> TokenRanges:
    """Return a source behind its verb without the subject of the next: said Anna Holt, | and Peter Lind agreed."""
    parsed = arrays.parsed
    first, last = source[0]
    if len(source) != 1 or last >= arrays.count or parsed.tag[last] not in ("VBD", "VBZ", "VBP"):
        return source
    for at in range(last - 1, first + 1, -1):
        if parsed.word[at] in ("and", "but") and parsed.word[at - 1] == ",":
            return ((first, at - 1),)
    return source
