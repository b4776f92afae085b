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
    """able aboard absolutely accept accident according account accused across act action actually address
    administration affected afternoon agencies agency ago agree agreement agreements aid air aircraft airport
    allegation allegations alleged allegedly allow almost alone already although ambassador analysts announce
    announced announcement annual anonymity anonymous answer anybody apologise apologize apology apparent appeal
    appeared appropriate april area around arrest arrested arrests ask asked assault assets assistance attack
    attacks attend attended attention august authorised authorities authority authorized aware bad bail bank
    banks based became become begin beginning begun behalf behind believe best better big bilateral billion bit
    blaze board bodies body bomb bond border boys branch break bring brought budget build buildings business
    businesses call called came campaign candidate candidates capital care careful case cases cause certain
    certainly chairman chance change changed changes changing charge charged charges chief child children choice
    circumstances city civilian civilians claim claimed claims clear clearly close closely club coalition comes
    comment comments commission committed committee common communities community company complete completely
    concern concerned concerns condition conference confidence confident confirm confirmed congress connection
    consider considered constructive consular consumers continue continued contract control convicted convoy
    cooperate cooperating cooperation correct cost council countries country course court crash create crime
    criminal criticism currency current custody customers cut damage data day days dead deadline deal deals
    death deaths debt december decide decided decision decisions declined deeply defence defendant defense
    deficit delegation deliver demand democracy denied denies deny department deputy deserve despite details
    detained detectives determine determined develop development dialogue died different difficult director
    disclose disclosed discuss discussed discussions dollar dollars donors doubt driver drone due earlier early
    earnings easy economic economist economists economy effect effort efforts either election else embassy
    emergency employees employment end ended energy enjoy enough enquiries ensure entire environment especially
    euro euros evacuated evening event events evidence exactly example excited executive expect expectations
    expected experience explain explosion exports express expressed extremely face fact facts fair fall families
    family fans far fast fatal father february feel feeling felt fight fighting figures filed final finally
    finance financial find fine fire firefighters firm flight flights focus focused follow following force
    forces forecast foreign form formal forward found framework free friday friend friendly friends front full
    fully funding funds future game games gas gave general gets girl given gives glad global goal goals goes
    gone government governor great group grow growth guidance guilty gunman guys half hand happen happened
    happening happens happy hard head health hear heard hearing heart held help helped helping high history hold
    home honest hope hopefully hospital hospitals hour hours house huge human hurt idea identified identify
    immediate immediately impact important imports impossible improve inappropriate incident include including
    income incredible incredibly individual industry inflation information injured injuries injury inquiries
    inquiry instead intend interest interested interests international interview invest investigate investigated
    investigating investigation investigators investment investments investor investors involved issue issues
    january job jobs join journalist journalists judge judges judgment july june jury keep keeping kept key
    killed kind knew known knows labour landed large late later launched law lawmakers lawyer lawyers lead
    leader leaders league learn least leave left legal legislation less letting level life line linked links
    listen little live lives living loan loans local locals long longer look looked looking lose lost love low
    main majority making male man man's manager market markets match matter mayor mean means media medical meet
    meeting member members memorandum men message midday midnight migrants military million mind minister
    ministers minority minute minutes missile missiles missing mistake moment monday money monitor month months
    morning mother motive move moving mutual named names nation national nations nature necessary negotiations
    news next nice night nobody noon nor normal november nuclear number obvious obviously occurred october offer
    office officer officers official officials often oil okay old ones ongoing online open operations opinion
    opportunity opposition order ordered organisation organization others outcome outside pandemic paramedics
    parliament part particular particularly parties partners party pass passenger passengers past pay payments
    peace pending perfect performance perhaps period person petition place plan plane planes planning plans
    plant play played player players playing pleaded please point police policy political politics position
    positive possible pounds power precaution premier prepared present president presidential pressure pretty
    prevent price prime priority prison private problem problems process production profit profits progress
    project projects pronounced proper properly prosecutor prosecutors protect protest protesters protests proud
    provide public publicly put quarter question questions quick quickly quiet rates rather ratings reach
    reached read ready real realise reality realize reason reasons rebels receive received recent recently
    record referendum reform reforms refugees region regional regret regulator regulators relations relationship
    relatives release released reopened report reported reporters reports request requested requests rescue
    residents resign respect respond responded response responsibility responsible rest result results return
    revenue review rights rise rising risk road role room rose rule rules ruling run running sad safe safely
    safety sales sanctions saturday saying says scene school search season seat second secretary security seems
    seen senate senator sense sentence sentenced september serious seriously service services set several severe
    share shareholders shares shooting short shortly shot show side sides signed similar simple simply since sit
    situation small social society soldiers solution sometimes somewhat soon sorry sort source sources speak
    speaking special spend spending spoke spokesman spokesperson spokeswoman spread stable staff stage stake
    stand standards start started state statement stay step steps stock stocks stop stopped story straight
    strategy strengthen strike strikes strong struggle students success successful suffered suggest summer
    summit sunday supplies supply support supported supporters supporting supposed survey suspect suspected
    suspects suspicious system taken takes taking talk talked talking talks taskforce tax taxes team tell ten
    terms terrible terribly territory thank thanks thousand threatening three thursday ties tired today together
    told toll tomorrow tonight took top tough toward towards track trade trading traffic tragedy tragic training
    transported treated treatment treaty trial tried troops true trust truth try trying tuesday turn unclear
    understand understanding union united unknown unless update updates used using usually vaccine value vehicle
    verified verify version victim victims view violence visit vote voters votes wait waiting walk wanting wants
    war warrant watch weapons weather website wednesday week weekend weeks welcome whatever whether white win
    winning wish witness witnesses woman women won wonderful word words worked worker workers working works
    world worried worst worth wounded write written wrong year years yesterday young""".split()
)
"""Words of which many a speech consists, and reports of crimes, courts, companies and talks."""

NUMBERS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion""".split()
)
"""Numbers as words."""

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
could not be independently verified
could not immediately be verified
could not be reached for comment
could not immediately be reached for comment
was not immediately available for comment
did not immediately respond to a request for comment
did not immediately respond to requests for comment
did not respond to a request for comment
did not respond to requests for comment
has been contacted for comment
have been contacted for comment
has been approached for comment
declined to comment on pending litigation
declined to comment further
spoke on condition of anonymity
spoke on the condition of anonymity
not authorised to speak to the press
not authorized to speak to the press
not authorised to speak publicly
not authorized to speak publicly
because of the sensitivity of the matter
is under investigation
are under investigation
the cause of the fire is under investigation
the cause of the crash is under investigation
was taken into custody without incident
was pronounced dead at the scene
were pronounced dead at the scene
was declared dead at the scene
names have not been released
no injuries were reported
there were no reports of injuries
injuries that are not thought to be life threatening
injuries not thought to be life threatening
non life threatening injuries
in a critical but stable condition
in a stable condition
emergency services were called to the scene
has been reopened to traffic
is asked to contact police or crimestoppers anonymously
is urged to contact police
an arrest has been made in connection with the incident
in connection with the incident
enquiries are ongoing
inquiries are ongoing
pleaded not guilty to all charges
released on bail
released pending further investigation
next of kin have been informed
specially trained officers
we are keeping an open mind
we are not looking for anyone else
issues of mutual interest
issues of common interest
matters of common concern
discussed bilateral relations
took place in a friendly atmosphere
in a spirit of mutual respect
a frank exchange of views
a frank and open exchange of views
agreed to continue talks
agreed to continue the dialogue
in the coming days and weeks
in the coming weeks
in line with our expectations
in line with expectations
remain on track to meet our full year guidance
we remain on track to
we are well positioned for
we are pleased with the results
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
