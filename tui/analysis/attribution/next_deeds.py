"""What a speaker did next, joined to the words by "and": said it was “unfair” | and left the room."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_of_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_PARTICIPLES = frozenset({"VBG", "VBN"})
_PERSONAL = frozenset(
    "apologise apologize appoint file hug kiss laugh nod phone quit resign sack shrug sigh slam smile stand storm "
    "stride sue thank vote vow walk wave weep".split()
)
"""Deeds of persons, never of what is spoken about: the ruling was “unfair” | and walked out."""
_STATES = frozenset("be belong cost deserve have hope lack look mean need owe remain seem stay want".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = {"he": "him", "she": "her", "they": "them"}
_LEFT = frozenset(
    "building chamber court courtroom hall house meeting office party room stage studio".split()
)


def without_next_deed(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what its speaker did next: admitted stealing the cow | and went home."""
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue or parsed.tag[cue] not in FINITE | _PARTICIPLES:
        return content
    for at in range(first + 1, last):
        tie = at - 1
        while tie > first + 1 and (parsed.tag[tie] == "RB" or parsed.dep[tie] == "aux"):
            tie -= 1  # insisted it was safe, | then took the stairs; and promptly left
        head = parsed.head[at]
        # without an "and" what is so of a thing does not go on: it was safe, | then took the stairs
        so = parsed.lemma[head] == "be" and is_of_thing(arrays, head, first)
        loose = tie < at - 1 and parsed.word[tie] == "," and (head == cue or so)
        ties = arrays.quote_of[at] < 0 and (loose or parsed.word[tie] in ("and", "but"))
        # better roads, renovated schools, and repaired bridges: a list may hold what is taken for a verb
        deed = parsed.tag[head] in ("VB", "VBG") and parsed.word[tie - 1] != ","
        finite = parsed.tag[cue] in FINITE  # they left, chanting “thief” | and throwing bottles
        beside = (parsed.dep[at] == "conj" and (head == cue or (deed and finite))) or (
            loose and parsed.dep[at] in ("conj", "dep")
        )
        tags = {parsed.tag[at], parsed.tag[cue]}
        alike = len(tags) == 1 or (head == cue and tags == {"VBD", "VBN"})  # has dismissed it | and curtailed
        agrees = (
            beside or _agrees_with_cue(arrays, cue, at) or _is_done_to_subject(arrays, cue, at)
        ) and alike
        if ties and (
            agrees or (parsed.word[tie] == "and" and _is_behind_quotation(arrays, cue, content, (tie, at)))
        ):
            end = tie - 1 if parsed.word[tie - 1] == "," else tie
            return (*content[:-1], (first, end)) if end > first else content
    return content


def _agrees_with_cue(arrays: TokenArrays, cue: int, verb: int) -> bool:
    """Tell whether a verb after "and" is of the cue's subject by its number: they say it is unfair | and want …"""
    parsed = arrays.parsed
    top = parsed.head[verb] if parsed.dep[verb] == "aux" else verb
    before = parsed.head[top]
    if parsed.dep[top] != "conj" or before <= cue:
        return False
    finite = next((i for i in arrays.children[before] if parsed.dep[i] == "aux"), before)
    subject = any(parsed.dep[i] in _SUBJECTS for i in arrays.children[top])
    return not subject and {parsed.tag[verb], parsed.tag[finite]} == {"VBZ", "VBP"}


def _is_done_to_subject(arrays: TokenArrays, cue: int, verb: int) -> bool:
    """Tell whether the object of a verb after "and" is the subject before it: said he was late | and sent him off.

    He would send himself off.
    """
    parsed = arrays.parsed
    before = parsed.head[verb]
    if parsed.dep[verb] != "conj" or before <= cue or parsed.tag[verb] != parsed.tag[cue]:
        return False
    subject = next((i for i in arrays.children[before] if parsed.dep[i] in _SUBJECTS), -1)
    done_to = _OBJECTS.get(parsed.word[subject].casefold()) if subject > cue else None
    return any(
        parsed.dep[i] in ("dobj", "dative") and parsed.word[i] == done_to for i in arrays.children[verb]
    ) and not any(parsed.dep[i] in _SUBJECTS for i in arrays.children[verb])


def _is_behind_quotation(
    arrays: TokenArrays, cue: int, content: TokenRanges, joined: tuple[int, int]
) -> bool:
    """Tell whether a verb without a subject after "and", both `joined`, is the speaker's, behind a quotation.

    So where a comma ends the quotation: building an “open town,” | and is getting on with it; but not: was “old,”
    and needed a roof. Without one, where the words are of a thing, which does no such deed.
    """
    parsed = arrays.parsed
    tie, verb = joined
    marks = parsed.word[tie - 2 : tie]
    comma = "," in marks
    closes = arrays.quote_of[tie - 1 - (marks[-1:] == [","])] >= 0 > arrays.quote_of[tie]
    top = parsed.head[verb] if parsed.dep[verb] in ("aux", "auxpass") else verb
    if not closes or parsed.tag[verb] not in FINITE - {"MD"}:
        return False
    if any(parsed.dep[i] in _SUBJECTS for i in arrays.children[top]):
        return False
    if comma:
        passive = any(parsed.dep[i] == "auxpass" for i in arrays.children[top])
        return content[0][0] > cue and parsed.lemma[top] not in _STATES and not passive
    left = parsed.lemma[top] == "leave" and any(
        parsed.dep[i] == "dobj" and parsed.lemma[i] in _LEFT for i in arrays.children[top]
    )
    personal = left or parsed.lemma[top] in _PERSONAL
    return personal and parsed.tag[verb] == parsed.tag[cue] and is_of_thing(arrays, parsed.head[top], cue)
