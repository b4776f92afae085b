"""How much a word tells: what everybody says tells nothing about who said it first."""

from __future__ import annotations

from collections.abc import Sequence

FUNCTION_WORDS = frozenset(
    """a about after again all also always am an and any anything are aren't as at away back be because been before
    being both but by can can't cannot come could couldn't did didn't do does doesn't doing don't done down each
    even every everybody everyone everything few first for from get getting give go going good got had has hasn't
    have haven't having he he's her here him his how i i'd i'll i'm i've if in into is isn't it it's its just know
    last let let's like lot made make many may maybe me might more most much must my need never new no not nothing
    now of off on once one only or other our out over own people put quite really right said same say see she
    should so some somebody someone something still such sure take than that that's the their them then there
    there's these they they're they've thing things think this those through time to too two under until up upon
    us very want was wasn't way we we'd we'll we're we've well went were weren't what what's when where which while
    who whole why will with without won't work would wouldn't yes yet you you're you've your""".split()
)
"""Words that stand in any speech."""

COMMON_WORDS = frozenset(
    """able absolutely accept according account across act action actually address affected afternoon ago agree
    agreement air allegation allegations allow
    almost alone already although announced answer anybody appropriate area around ask asked
    attention aware bad based became become begin beginning begun behalf behind believe best better big bit body
    boys break bring brought build business call called came care careful case cases cause certain certainly chance
    change changed changes changing child children choice city clear clearly close closely club comes comment
    comments committed common communities community company complete completely concern concerned concerns
    condition confidence confident considered consider continue continued contract control cooperate cooperating
    correct cost council countries country course create current customers cut day days deal decide decided decision
    decisions deeply deliver democracy department deserve despite develop development different difficult discuss
    doubt early easy economy effect effort efforts either else employees end ended energy enjoy enough ensure
    entire environment especially event events evening exactly example excited expect expected experience explain
    extremely face fact facts fair fall families family fans far fast father feel feeling felt fight final finally
    find fine focus focused follow following force form forward found free friend friends front full fully future
    game games gave general gets girl given gives glad goal goals goes gone government great group grow growth guys
    half hand happen happened happening happens happy hard head health hear heard heart held help helped helping
    high history hold home honest hope hopefully hour hours house huge human hurt idea immediate immediately impact
    important impossible improve inappropriate incident include including incredible incredibly individual
    industry information instead interest interested international investigation involved issue issues job jobs
    join keep keeping kept key kind knew known knows large late later law lead leader leaders league learn least
    leave left less letting level life line listen little live lives living local long longer look looked looking
    lose lost love low main majority making man manager market match matter mean means media meet meeting member
    members men message million mind minister ministers minute minutes mistake moment money month months morning
    mother move moving national nation nature necessary news next nice night nobody normal nor number obvious
    obviously offer office often okay old ones ongoing open opinion opportunity order others outcome outside
    pandemic part particular particularly partners parties party pass past pay peace performance perfect perhaps
    period person place plan planning plans play played player players playing please point police policy
    political politics position positive possible power prepared present president pressure pretty prevent price
    prime priority private problem problems process progress project proper properly protect proud provide public
    put question questions quick quickly quiet rather reach read ready real reality realise realize reason reasons
    receive recent recently regret relationship report reports respect response responsibility responsible rest
    result results return review rights risk role room rule rules run running sad safe safety saying says school
    season seat second security seen seems sense serious seriously service services set several share short show
    side similar simple simply since sit situation small social society solution somewhat sometimes soon sorry sort
    speak special spend spoke spokesman staff stage stand standards start started state statement stay step steps
    stop stopped story straight strategy strong struggle students success successful suggest summer support
    supported supporters supporting supposed system taken takes taking talk talked talking talks team tell ten
    terms terrible terribly thank thanks thousand three tired today together told tomorrow tonight took top tough
    toward towards tragedy tragic training tried true trust truth try trying turn understand understanding united
    unless used using usually value victims view vote voters wait waiting walk wanting wants war watch week weekend
    weeks welcome whatever whether white win winning wish woman women won wonderful word words worked worker
    workers working works world worried worst worth write written wrong year years yesterday young""".split()
)
"""Words of which many a speech consists."""

_LITTLE, _LESS = 0.15, 0.5
"""What words of any speech tell, and of many a speech, beside 1 for any other."""

_PHRASES = """\
at the end of the day
thoughts and prayers are with the family and friends
our thoughts and prayers are with
our thoughts are with
our hearts go out to
our deepest condolences
my thoughts are with everyone affected
we are doing everything we can
we are doing everything in our power
we are doing all we can
i will do everything in my power
we will do whatever it takes
it is what it is
only time will tell
time will tell
it is only a matter of time
it's only a matter of time
first and foremost
we take this very seriously
we take these allegations very seriously
we take this matter very seriously
we take all allegations extremely seriously
we take the safety of our customers very seriously
the safety of our customers and staff is our top priority
the safety and security of our customers is our top priority
safety is our number one priority
is our number one priority
is our top priority
remains our top priority
we remain committed to
we are committed to working with
the investigation is ongoing
the investigation is still ongoing
it would be inappropriate to comment further
it would be inappropriate to comment at this time
we do not comment on ongoing investigations
we cannot comment on an ongoing investigation
we do not comment on individual cases
we do not comment on rumours or speculation
i am not going to speculate
i don't want to speculate
we are aware of the incident
we are aware of the reports
we are looking into it
we are cooperating fully with the authorities
we are cooperating fully with the investigation
we are working closely with the authorities
we are working closely with
we will continue to monitor the situation
we are monitoring the situation closely
we continue to monitor the situation
we apologise for any inconvenience caused
we apologize for any inconvenience
we are sorry for any inconvenience
lessons will be learned
lessons have been learned
we must make sure this never happens again
to make sure this never happens again
this must never happen again
nobody is above the law
no one is above the law
make no mistake
enough is enough
actions speak louder than words
there is still a lot of work to do
there is a lot of work to be done
there is still work to be done
we have a lot of work to do
we are where we are
we need to move forward
it is time to move on
moving forward
going forward
i am very proud of the team
i'm really proud of the boys
we take it one game at a time
one day at a time
one step at a time
one game at a time
credit to the lads
it was a game of two halves
we gave it everything
we gave it our all
we just have to keep working hard
i would like to thank everyone who
i would like to take this opportunity to thank
i want to thank everybody who
i am delighted to be here
i am honoured and humbled
it is a great honour
it is an honour and a privilege
i couldn't be happier
words cannot express
there are no words
a dream come true
it's a dream come true
the american people
the british people
the people of this country
in this day and age
in the best interests of
the right thing to do
it's the right thing to do
we are all in this together
we're all in this together
the facts speak for themselves
the numbers speak for themselves
let me be clear
let me be very clear
let me be absolutely clear
to be honest with you
as far as i am concerned
as far as i know
from the bottom of my heart
i don't know what to say
i can't believe it
i couldn't believe it
nothing could be further from the truth
in the right direction
a step in the right direction
an important step in the right direction
it remains to be seen
for the foreseeable future
no stone will be left unturned
we will leave no stone unturned
at this moment in time
at this point in time
all options are on the table
anyone with information is asked to contact police
anyone with information should contact
we would urge anyone with information to come forward
i have no further comment
"""


def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for line in _PHRASES.splitlines():
        words = tuple(line.split())
        phrases.setdefault(words[0], []).append(words)
    for those in phrases.values():
        those.sort(key=len, reverse=True)
    return phrases


_PHRASES_BY_FIRST_WORD = _by_first_word()


def weights(keys: Sequence[str]) -> list[float]:
    """Return how much each word tells: 1; less where it is common; nothing inside a stock phrase."""
    out = [_LITTLE if key in FUNCTION_WORDS else _LESS if key in COMMON_WORDS else 1.0 for key in keys]
    free = 0
    for at, key in enumerate(keys):
        if at < free:
            continue
        for phrase in _PHRASES_BY_FIRST_WORD.get(key, ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                free = at + len(phrase)
                out[at:free] = [0.0] * len(phrase)
                break
    return out
