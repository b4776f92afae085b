"""Whether a cue reports words or an attitude.

The distinction is that of event selection in TimeML (Pustejovsky et al. 2003: reporting against intensional
states and actions) and of FactBank's source-introducing predicates (Saurí and Pustejovsky 2009): who *says* that
taxes must fall has spoken; who *backs* lower taxes, or *wants* them, holds an attitude that the article ascribes.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.analysis import Kind, Stance

SPEECH = frozenset(
    """
    accept accuse acknowledge add address admit advise affirm agree allege announce answer apologise
    apologize appeal argue ask assert assure attest aver beg blast boast brief call caution chant charge
    chide cite claim clarify comment complain concede conclude confess confide confirm congratulate contend
    contradict counter cry declare decry demand denounce deny describe detail disagree disclose dismiss
    document dub elaborate emphasise emphasize enquire exclaim explain express forecast fume gasp go greet
    gripe grumble hint imply indicate inform inquire insist instruct interject interrupt intone invite issue
    joke lament laugh lecture liken list maintain marvel mention mock mumble murmur muse mutter name note
    notify object observe offer opine order outline plead pledge point post praise pray predict preach press
    proclaim promise pronounce propose protest prove put query question quip quote rant read reaffirm
    reassure rebut recall recite reckon recommend recount reiterate relate release remark remember remind
    repeat reply report request respond retort reveal say scoff scold scream shout show shrug sigh sign
    signal slam snap sneer sniff specify speculate state stress submit suggest summarise summarize swear
    talk taunt tell testify text thank theorise threaten thunder toast tout trumpet tweet underline
    underscore urge utter vent voice volunteer vow wail warn weigh whisper wonder write yell according
    account accord accusation admission allegation announcement answer argument assertion assessment claim
    comment complaint conclusion criticism declaration demand denial estimate explanation finding forecast
    letter memo message note plea pledge post prediction promise proposal question remark reply report
    response speech statement study survey testimony threat tweet verdict vow warning word
    """.split()
)
"""Lemmas of verbs and nouns that report words, spoken or written."""

ATTITUDE = frozenset(
    """
    abhor admire advocate aim anticipate applaud appreciate approve aspire assume back believe bet calculate
    care celebrate champion condemn consider contemplate credit crave dare decide defend deserve desire
    despise determine disapprove dislike doubt dread embrace endorse enjoy envisage envision estimate expect
    fancy favor favour fear feel figure find forget forgive foresee guess hate hold honor hope imagine
    intend judge know learn like long look love mean mind mistrust mull need oppose perceive plan ponder
    prefer presume pretend prize realise realize recognise recognize refuse regard regret reject resent
    resist respect rue see seek sense shun side suppose support suspect sympathise sympathize think treasure
    trust understand value view want welcome wish worry yearn ambition belief concern conviction desire
    doubt expectation fear feeling goal hope intention opposition plan preference support suspicion thought
    view will wish worry afraid angry anxious aware certain comfortable committed concerned confident
    convinced curious determined eager glad grateful happy hopeful keen optimistic pessimistic pleased proud
    reluctant sad sceptical scared skeptical sure surprised thrilled uncertain unsure upset wary willing
    worried
    """.split()
)
"""Lemmas that ascribe an attitude: wishing, holding true, feeling."""


def stance_of(lemmas: Iterable[str], kind: Kind, *, clause: bool) -> Stance:
    """The stance of an attribution.

    `lemmas` are those of its cue's words, lower case; `clause` says whether the content is a clause with a verb of
    its own in a finite form, or such words after a colon. Words in quotation marks throughout were spoken. A
    cue in neither list reports words where a clause follows it ("… that it would rain"), else it does not
    ("… the plan").
    """
    if kind is Kind.DIRECT:
        return Stance.SPEECH
    words = list(lemmas)
    if not words or any(word in SPEECH for word in words):
        return Stance.SPEECH if clause or not words or kind is Kind.MIXED else _of_phrase(words)
    if any(word in ATTITUDE for word in words):
        return Stance.ATTITUDE
    return Stance.SPEECH if clause or kind is Kind.MIXED else Stance.ATTITUDE


# Verbs of saying whose object is what was said, be it a noun or "to …": he told them to go, they demanded talks.
_WITH_PHRASES = frozenset(
    """
    add advise agree announce ask assure beg cite claim confirm decline declare demand deny describe
    disclose express inform instruct mention note offer order pledge predict promise propose read recommend
    refuse remark remind report request reveal say state suggest swear tell tweet urge vow warn write accuse
    according account accord accusation allegation assertion claim comment denial statement testimony
    """.split()
)


def _of_phrase(words: list[str]) -> Stance:
    return Stance.SPEECH if any(word in _WITH_PHRASES for word in words) else Stance.ATTITUDE
