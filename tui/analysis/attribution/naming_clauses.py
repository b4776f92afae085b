"""What somebody calls a thing in a clause beside: listed as a “bridge technology” by the council.

The learned steps find such words where a verb in the main clause calls them so. Here a participle with its agent,
or a relative clause with its subject, says whose they are: figures that it described as “encouraging”.
"""

from __future__ import annotations

from tui.analysis.attribution.framing_phrases import FramedSentence
from tui.analysis.attribution.source_boundaries import takes_object
from tui.analysis.attribution.speech_words import VERDICTS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case
from tui.analysis.entities.word_lists import words

_NAMING = VERDICTS | words("words of naming")
_NAMES_ONLY = frozenset({"call", "christen", "dub", "entitle", "name", "nickname", "title"})
"""Verbs that give a name as well as a verdict: a dog that he called “Rex”."""
_TITLING = frozenset({"entitle", "title"})  # whose agent wrote the work
_REACH = 5  # tokens between the verb and the quotation
_LONGEST = 12  # tokens of an agent, or of what stands before its "by"
_BEFORE = frozenset({"DET", "ADJ", "ADV", "NOUN"})
_ATTACHED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "CCONJ"})
_NAMED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})
_SPEAKERS = words("people") | words("occupations") | words("bodies") | words("kin") | words("plurals")
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_RELATIVES = frozenset({"that", "which", "what"})


def find(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the frame of the quotation of tokens `[first, last)` if a clause beside says who calls it so."""
    verb = _naming_verb(arrays, first)
    if verb < 0:
        return None
    return _by_agent(arrays, verb, first, last) or _in_relative_clause(arrays, verb, first, last)


def _naming_verb(arrays: TokenArrays, first: int) -> int:
    """Return the verb whose complement begins or ends with a quotation: described as “X”; listed as a main “X”."""
    parsed = arrays.parsed
    begin = parsed.sentences[parsed.sentence[first]][0]
    by = -1
    for at in range(first - 1, max(begin, first - _LONGEST - _REACH) - 1, -1):
        if arrays.quote_of[at] >= 0 or parsed.word[at] in ".;:":
            return -1
        if (parsed.lemma[at] in _NAMING and parsed.tag[at] in ("VBN", "VBD", "VBZ", "VBP")) or (
            at == begin and _is_participle(parsed.word[at])
        ):
            return at if by > at or first - at <= _REACH else -1
        if parsed.word[at] == "by":
            by = at  # hailed by the mayor as “X”
        elif by < 0 and parsed.word[at] == "as" and parsed.pos[at - 1] in _NAMED:
            continue
        elif parsed.tag[at] == "RP" or _is_when(arrays, at):
            continue  # singled out as “X”; listed in May as “X”
        elif by < 0 and parsed.word[at] != "as" and parsed.pos[at] not in _BEFORE | {"PROPN"}:
            return -1
    return -1


def _is_when(arrays: TokenArrays, at: int) -> bool:
    """Tell whether a token is part of a date, or the preposition before one."""
    entity = arrays.parsed.entity
    return entity[at] in ("DATE", "TIME") or (
        arrays.parsed.pos[at] == "ADP" and entity[at + 1] in ("DATE", "TIME")
    )


def _is_participle(word: str) -> bool:
    """Tell whether the first word of a sentence is such a participle, for which the parse may take a name."""
    small = word.casefold()
    return small.endswith("ed") and (small[:-2] in _NAMING or small[:-1] in _NAMING)


def _by_agent(arrays: TokenArrays, verb: int, first: int, last: int) -> FramedSentence | None:
    """Find: listed as a “bridge technology” for towns by the council; hailed by the mayor as “a gift”."""
    parsed = arrays.parsed
    begin, stop = parsed.sentences[parsed.sentence[verb]]
    stop = max(stop, parsed.sentences[parsed.sentence[last - 1]][1])
    active = any(parsed.dep[i] == "nsubj" for i in arrays.children[verb])
    had = any(parsed.lemma[i] == "have" for i in range(max(begin, verb - 2), verb))
    if verb > begin and takes_object(arrays, verb):
        return None
    if not (parsed.tag[verb] in ("VBN", "VBD") or verb == begin) or (
        active and not had and parsed.tag[verb] == "VBD"
    ):
        return None
    opens = verb + 2 if parsed.tag[verb + 1 : verb + 2] == ["RP"] else verb + 1
    if parsed.word[opens] == "by":
        by = opens
        end = _name_end(arrays, by + 1, first)
        opens = end
    else:
        by = last
        while by < min(stop, last + _LONGEST) and parsed.pos[by] in _ATTACHED and parsed.word[by] != "by":
            by += 1
        end = _name_end(arrays, by + 1, stop) if by < stop and parsed.word[by] == "by" else by
    source = range(by + 1, end)
    if not source or not _may_speak(arrays, source):
        return None
    while opens < first and _is_when(arrays, opens):
        opens += 1
    named_as = parsed.word[opens] == "as"
    opens += named_as
    if opens > first or any(parsed.pos[i] not in _BEFORE | {"PROPN"} for i in range(opens, first)):
        return None
    # The keeper, nicknamed “the Wall” by supporters; a child named “Rex” by the nurses
    if parsed.lemma[verb] in _NAMES_ONLY - _TITLING and in_title_case(parsed.word[first + 1 : last - 1]):
        return None
    content = range(opens, by if by >= last else last)
    subject = () if named_as and by >= last else _passive_subject(arrays, verb, begin)
    return FramedSentence((*subject, content), range(verb, verb + 1), source)


def _passive_subject(arrays: TokenArrays, verb: int, begin: int) -> tuple[range, ...]:
    """Return the subject of a passive, which is part of what is said: the plan | was called “a gift” by Doe."""
    parsed = arrays.parsed
    passive = any(parsed.dep[i] == "auxpass" for i in arrays.children[verb])
    for i in arrays.children[verb]:
        if passive and parsed.dep[i] == "nsubjpass" and arrays.left[i] >= begin and i < verb:
            if parsed.tag[i] in ("WDT", "WP"):
                return ()
            tokens = range(arrays.left[i], arrays.right[i] + 1)
            return (tokens,) if tokens.stop <= verb else ()
    return ()


def _name_end(arrays: TokenArrays, begin: int, stop: int) -> int:
    """Return where the words that name an agent end, from token `begin` on."""
    parsed = arrays.parsed
    end = begin
    while end < min(stop, begin + _LONGEST) and arrays.quote_of[end] < 0:
        joined = parsed.word[end] in ("of", "for", "and", "&") and parsed.word[end + 1 : end + 2] != []
        if parsed.pos[end] not in _NAMED and not (joined and end > begin and parsed.pos[end + 1] in _NAMED):
            break
        end += 1
    return end


def _in_relative_clause(arrays: TokenArrays, verb: int, first: int, last: int) -> FramedSentence | None:
    """Find: figures (that) it described as “encouraging”; the fence, which they branded “an insult”."""
    parsed = arrays.parsed
    if first - verb > _REACH or last - first < 3:
        return None
    begin = verb
    while begin > 0 and verb - begin < 3 and parsed.pos[begin - 1] in ("AUX", "ADV"):
        begin -= 1
    subject_end = begin
    pronoun = parsed.word[begin - 1].casefold() in _PRONOUNS
    while begin > 0 and subject_end - begin < _LONGEST and parsed.pos[begin - 1] in (*_NAMED, "PRON"):
        begin -= 1
        if pronoun or parsed.word[begin].casefold() in _RELATIVES:
            break
    if parsed.word[begin].casefold() in _RELATIVES:
        begin += 1
    # the tower that the mayor, | Hugo Doe, | calls “a needle”
    if begin == subject_end and parsed.word[begin - 1] == ",":
        comma = next((i for i in range(begin - 2, max(0, begin - _LONGEST), -1) if parsed.word[i] == ","), -1)
        begin = max(comma, 0)
        while comma > 0 and comma - begin < 5 and parsed.pos[begin - 1] in _NAMED:
            begin -= 1
            if parsed.word[begin] in _RELATIVES:
                begin += 1
                break
        subject_end -= 1
    source = range(begin, subject_end)
    related = begin > 1 and (
        parsed.word[begin - 1].casefold() in _RELATIVES
        or (pronoun and parsed.pos[begin - 1] in ("NOUN", "PROPN") and parsed.dep[verb] in ("relcl", "acl"))
    )
    noun = begin - 2 if related and parsed.word[begin - 1] in _RELATIVES else begin - 1
    if parsed.word[noun] == ",":
        noun -= 1
    if not source or not related or parsed.pos[noun] not in ("NOUN", "PROPN"):
        return None
    said = parsed.word[first + 1]
    named = parsed.lemma[verb] in _NAMES_ONLY and (last - first < 4 or not said[0].islower())
    if named or not (pronoun or _may_speak(arrays, source)):
        return None
    return FramedSentence((range(first, last),), range(verb, verb + 1), source)


def _may_speak(arrays: TokenArrays, tokens: range) -> bool:
    """Tell whether tokens name somebody who can call a thing so: a name, people, a body."""
    parsed = arrays.parsed
    return any(
        parsed.pos[i] == "PROPN"
        or parsed.entity[i] in ("PERSON", "ORG", "NORP", "GPE")
        or parsed.lemma[i] in _SPEAKERS
        or (parsed.tag[i] == "NNS" and parsed.lemma[i].endswith(("er", "or", "ist", "ian", "ant", "ent")))
        for i in tokens
    )
