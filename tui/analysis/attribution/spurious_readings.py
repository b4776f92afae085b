"""Readings in which nobody speaks: “We Love Fish” became a trend; the company reports earnings; a video shows."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.attribution.cue_readings import CueReading, TokenRanges
from tui.analysis.attribution.impersonal_verbs import is_impersonal
from tui.analysis.attribution.inscriptions import is_borne, is_inscription, is_on_bearer, is_slogan
from tui.analysis.attribution.nameless_labels import names_nobody
from tui.analysis.attribution.scare_quotes import SAYING
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case, is_done_to_a_work, is_titled_work
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_ANSWERING = frozenset({"respond", "reply", "answer", "return"})
_REQUESTS = frozenset({"request", "requests"})
_ANONYMITY = frozenset({"named", "identified", "anonymous"})
_FOOTAGE = frozenset("clip film footage image map photo photograph picture scan video webcam x-ray".split())
_SHOWING = frozenset({"capture", "depict", "feature", "show"})
_CAUSING = frozenset(
    "allow choose contain enable feature include inspire let list popularise popularize prompt spark "
    "trigger".split()
)
"""Verbs of what a thing does with words that nobody says: the list includes “quiet favours”."""
_FIGURES = frozenset(
    "earnings figure figures income loss losses profit profits quarter result results revenue sales".split()
)
_SO_MANY = (["so", "many"], ["so", "few"])
_FELT = frozenset("convince worry surprise please shock concern disappoint impress satisfy alarm".split())
_FULL_STOPS = frozenset({".", "!", "?"})
_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "while"})
_COUNTING = frozenset({"DET", "NUM", "ADP", "ADV", "ADJ"})
_LONGEST_DURATION = 5  # tokens
_PEOPLE = words("people")
_WHATEVER_NEAR = 5  # tokens before the verb whose object it is
_THANKED = frozenset({"god", "goodness", "heaven", "heavens"})
_EMPTY = frozenset(
    "it that this so to do as much the a an comment he she they him her them one something anything nothing".split()
)
_BEING = frozenset({"be", "have"})
_UNSURE = 0.5  # the probability below which words that say nothing alone are left out


def is_spurious(arrays: TokenArrays, cue: int, reading: CueReading, *, headline: bool) -> bool:
    """Tell whether nobody speaks in a reading; `headline` tells whether it stands in one."""
    parsed = arrays.parsed
    content = reading.content
    if _is_not_speech(parsed, cue, content) or is_inscription(parsed, cue, reading.source):
        return True
    # They argued for a month.
    if _is_duration(parsed, content):
        return True
    lemma = parsed.lemma[cue]
    quotes = sorted({arrays.quote_of[i] for a, b in content for i in range(a, b)} - {-1})
    noun = reading.source_top
    if (
        parsed.word[cue] == ":"
        and reading.source
        and names_nobody(arrays, cue, reading.source, headline=headline)
    ):
        return True
    # That said, the port is shut.
    if (
        lemma == "say"
        and parsed.word[cue + 1 : cue + 2] == [","]
        and [parsed.word[a].casefold() for a, _ in reading.source] == ["that"]
    ):
        return True
    # A video shows the boat sinking.
    if not quotes and lemma in _SHOWING and noun >= 0 and parsed.lemma[noun] in _FOOTAGE:
        return True
    # Doe, the self-styled “queen of soup”
    if parsed.word[max(0, cue - 2) : cue] in (["self", "-"], ["Self", "-"]):
        return True
    # The so called “green week” is over.
    if lemma == "call" and cue and parsed.word[cue - 1].casefold() == "so":
        return True
    # Doe is home now, thank God, and well.
    if lemma == "thank" and parsed.word_at(cue + 1).casefold() in _THANKED:
        return True
    # It's worth noting, it is important to note that the port is shut. It dawned on Doe that it was.
    if parsed.word[cue - 1 if cue else 0].casefold() == "worth" or is_impersonal(arrays, cue, reading):
        return True
    # The company reports earnings on Thursday; a visitor who reports no birds.
    if not quotes and lemma == "report" and not _has_verb(parsed, content) and _is_figures(parsed, content):
        return True
    # Labour laws would toughen, debt would fall, and care would be cheaper.
    if (
        not quotes
        and lemma not in SPEECH_WORDS
        and content[0][0] == cue + 1
        and parsed.word_at(cue + 1) == ","
    ):
        return True
    # The presenter was not convinced: whoever is, is no content.
    if not quotes and lemma in _FELT and not reading.source and _is_its_subject(arrays, cue, content):
        return True
    if not quotes:
        return False
    # Had she read it? “I have been told of it.”
    opens = [arrays.unit_start[arrays.quote_units[quote]] for quote in quotes]
    if any(first - 1 > cue and parsed.word[first - 1] == "?" for first in opens) or _only_labels(
        arrays, cue, reading, quotes
    ):
        return True
    # Her first film was called “Eels”.
    if lemma == "call" and is_done_to_a_work(arrays, cue, content) and parsed.word_at(content[-1][1]) != "by":
        return True
    # So many people spoke of the pond that “We Love Fish” became a trend.
    if reading.source and _begins_with_so_many(parsed, reading.source):
        return True
    units = [arrays.quote_units[quote] for quote in quotes]
    # her 2009 memoir, “Mostly Rain.”
    titles = content[0][0] in opens or lemma not in SPEECH_WORDS
    if titles and all(
        is_titled_work(parsed.word, arrays.unit_start[unit], arrays.unit_end[unit]) for unit in units
    ):
        return True
    # It was no rout, whatever Doe told the papers. “It was a rest.”
    later = all(cue < first and parsed.word[first - 1] in _FULL_STOPS for first in opens)
    before = parsed.word[max(0, cue - _WHATEVER_NEAR) : cue]
    if later and "whatever" in before and "," not in before[before.index("whatever") :]:
        return True
    if lemma in SPEECH_WORDS:
        return False
    # “Who needs a dream?” I often visit the page: what has an object of its own tells of no words before it
    (first, end), (behind, last) = content[0], content[-1]
    plain = arrays.quoted_until[last] == arrays.quoted_until[behind]
    if lemma not in SAYING and first in opens and end <= cue < behind and plain:
        return True
    person = noun >= 0 and _may_be_person(parsed, noun)
    # The speech sparked a wave of “Nilsmania”; the notebook lists “quiet favours”.
    if lemma in _CAUSING and not person:
        return True
    # put up a sign that said “Full” in the window
    if all(
        first > 1 and is_borne(parsed, first) and parsed.lemma[first - 1] in ("say", "read")
        for first in opens
    ):
        return True
    # a campaign with the slogan “Fish for all.”; the sign “No fishing” by the pond; a film with the title “Fish”
    if all(first > 1 and (is_slogan(parsed, first) or is_on_bearer(parsed, first)) for first in opens):
        return True
    # Third case found as towns close – ‘The fever is coming’
    if headline and any(first and parsed.word[first - 1] in ("–", "—", "-") for first in opens):
        return True
    # “It keeps me up.” About 75 cars pass each hour. “It made me stop.”
    ends = [arrays.unit_end[unit] for unit in units]
    apart = all(
        parsed.word[first - 1] in _FULL_STOPS if first > cue else "." in parsed.word[max(0, last - 2) : last]
        for first, last in zip(opens, ends, strict=True)
    )
    # “There were eels.” Eels are rare now. “You see one a year.”
    does = person and lemma not in _BEING and parsed.pos[cue] != "ADJ"
    # The lamp was out. “I ran home.” His sister nodded: not her words, as those that begin a paragraph might be.
    begins = [parsed.paragraphs[arrays.paragraph_of[first]][0] for first in opens]
    behind = all(begin < first < cue for begin, first in zip(begins, opens, strict=True))
    return apart and (behind or not does)


def _is_duration(parsed: ParsedArticle, content: TokenRanges) -> bool:
    """Tell whether a content says how long somebody spoke, and no more: argued for "a month"."""
    first, last = content[0]
    return (
        len(content) == 1
        and last - first <= _LONGEST_DURATION
        and parsed.lemma[last - 1].casefold() in _TIMES
        and "for" in (parsed.word[first], parsed.word[first - 1 if first else 0])
        and all(parsed.pos[i] in _COUNTING for i in range(first, last - 1))
    )


def _is_its_subject(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether all of a content is the subject of a passive."""
    parsed = arrays.parsed
    return all(last <= cue for _, last in content) and any(
        parsed.dep[i] in ("nsubjpass", "nsubj") and any(first <= i < last for first, last in content)
        for i in arrays.children[cue]
    )


def _only_labels(arrays: TokenArrays, cue: int, reading: CueReading, quotes: Sequence[int]) -> bool:
    """Tell whether all that is quoted is a title, after a label or what it is known as.

    Radio Nine: “The Long Thaw,” a play in two parts. A tea that is known as “Healthy Home.” Her novel, “The Long
    Thaw,” tells of a village.
    """
    parsed = arrays.parsed
    titled = any(arrays.quote_of[i] >= 0 for a, b in reading.source for i in range(a, b))
    if titled and parsed.lemma[cue] == "tell" and parsed.word_at(cue + 1) in ("of", "about", "the", "a"):
        return True
    for quote in quotes:
        unit = arrays.quote_units[quote]
        first, last = arrays.unit_start[unit], arrays.unit_end[unit]
        said = parsed.word[first + 1 : last - 1]
        while said and said[-1] in (".", ","):
            said = said[:-1]
        before = [word.casefold() for word in parsed.word[max(0, first - 2) : first]]
        known = before in (["known", "as"], ["sold", "as"]) or before[-1:] == ["so-called"]
        begin = parsed.paragraphs[arrays.paragraph_of[first]][0]
        label = parsed.word[cue] == ":" and cue == first - 1 and "VERB" not in parsed.pos[begin:cue]
        if not (
            known
            or (
                label
                and len(said) > 1
                and said == parsed.word[first + 1 : last - 1 - (parsed.word[last - 2] == ",")]
            )
        ):
            return False
        if not in_title_case(said):
            return False
    return True


def says_nothing(parsed: ParsedArticle, content: TokenRanges, probability: float) -> bool:
    """Tell whether an unlikely content is only “it”, “to comment”: nothing that could be read alone."""
    if probability >= _UNSURE:
        return False
    return all(
        parsed.word[i].casefold() in _EMPTY
        for first, last in content
        for i in range(first, last)
        if parsed.word[i][0].isalnum()
    )


def _has_verb(parsed: ParsedArticle, content: TokenRanges) -> bool:
    return any(parsed.pos[i] in ("VERB", "AUX") for a, b in content for i in range(a, b))


def _is_figures(parsed: ParsedArticle, content: TokenRanges) -> bool:
    """Tell whether a content is a company's figures, or "no birds"."""
    words = [parsed.word[i].casefold() for a, b in content for i in range(a, b)]
    return words[0] == "no" or not _FIGURES.isdisjoint(words)


def _begins_with_so_many(parsed: ParsedArticle, source: TokenRanges) -> bool:
    first = source[0][0]
    words = [word.casefold() for word in parsed.word[max(0, first - 1) : first + 2]]
    return words[:2] in _SO_MANY or words[1:] in _SO_MANY


def _may_be_person(parsed: ParsedArticle, noun: int) -> bool:
    """Tell whether a noun may be somebody: a name, he or she, or who."""
    if parsed.pos[noun] == "PRON":
        return parsed.word[noun].casefold() not in ("it", "this", "that", "which")
    named = parsed.entity[noun] in ("PERSON", "ORG", "NORP", "GPE") or parsed.pos[noun] == "PROPN"
    return named or parsed.lemma[noun] in _PEOPLE


def _is_not_speech(parsed: ParsedArticle, cue: int, content: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a content (ranges of tokens) is not anybody's words.

    So where a "request for comment" is answered or left unanswered, and where somebody asks "not to be named".
    """
    begin, end = content[0]
    words = [word.casefold() for word in parsed.word[begin : min(end, begin + 5)]]
    # Doe did not respond to a request for comment.
    if parsed.lemma[cue] in _ANSWERING and not _REQUESTS.isdisjoint(words):
        return True
    # An official asked not to be named. A farmer asked to remain anonymous.
    behind = [word.casefold() for word in parsed.word[cue + 1 : cue + 6]]
    if (
        parsed.lemma[cue] == "ask"
        and behind[:2] in (["not", "to"], ["to", "remain"])
        and not _ANONYMITY.isdisjoint(behind)
    ):
        return True
    return words[:2] in (["not", "to"], ["to", "remain"]) and not _ANONYMITY.isdisjoint(words)
