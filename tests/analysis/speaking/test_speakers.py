"""Who speaks, in small articles read with the real model."""

from __future__ import annotations

import pytest

from tests.spoken import parse, resolved
from tui.analysis.analysis import Kind, Stance
from tui.analysis.draft import Draft
from tui.analysis.speaking.speakers import resolve
from tui.article.article import Article
from tui.article.spans import Span

SHORT_FORMS = """
⟦Dr Priya Raman|Priya Raman⟧ said on Monday that the whales sing. ⟦Raman|Priya Raman⟧ said so twice.

⟦J.R. Whitmore|J.R. Whitmore⟧ said the plan was sound, and ⟦Senator Joseph Calloway|Joseph Calloway⟧ disagreed.

⟦Joe Calloway|Joseph Calloway⟧ has said so before.

⟦Sen. Calloway|Joseph Calloway⟧ told reporters he would vote no.

⟦Whitmore|J.R. Whitmore⟧ said he was mistaken.
"""

BRITISH = """
Man jailed over shop robbery

Darren Whitlock threatened shop worker Amina Begum with a knife in March, Leeds Crown Court heard.

⟦Detective Constable Jane Hollis|Jane Hollis⟧, of West Yorkshire Police, said: “This was a terrifying ordeal.”

⟦DC Hollis|Jane Hollis⟧ added: “I hope the sentence brings some comfort.”

Ms Begum, 23, has not returned to work. “I still have nightmares,” ⟦she|Amina Begum⟧ said.

⟦Judge Peter Marlowe KC|Peter Marlowe⟧ said it was wicked.

⟦The judge|Peter Marlowe⟧ said he had shown no remorse.

⟦Whitlock|Darren Whitlock⟧, of Beeston, said he was sorry.

⟦Police|Police⟧ said they were not looking for anybody else.
"""

KNIGHTS = """
⟦Sir Alan Pryce|Alan Pryce⟧ has insisted he will not change course.

⟦The prime minister|Alan Pryce⟧ told reporters that the decision was right.

Kate Bellamy, the Conservative leader, was angry. “This is a disgrace,” ⟦she|Kate Bellamy⟧ said.

⟦Sir Alan|Alan Pryce⟧ replied that she was wrong. ⟦Mrs Bellamy|Kate Bellamy⟧ said: “He has lost the country.”

⟦Dame Helen Stokes|Helen Stokes⟧, whose inquiry took years, disagreed.

⟦Dame Helen|Helen Stokes⟧ urged both to act.
"""

PARTICLES = """
⟦European Commission President Ursula von der Linde|Ursula von der Linde⟧ said Europe was ready.

⟦Ms von der Linde|Ursula von der Linde⟧ said the deal was close.

⟦Von der Linde|Ursula von der Linde⟧ urged patience.

⟦Chinese leader Wei Jinlong|Wei Jinlong⟧ met Kim Jong-chul. ⟦Mr Wei|Wei Jinlong⟧ said peace was precious.

⟦Kim|Kim Jong-chul⟧ replied that he agreed.

⟦Rep. Alma Ocasio-Reyes|Alma Ocasio-Reyes⟧ backed it. ⟦Ocasio-Reyes|Alma Ocasio-Reyes⟧ said more was needed.
"""

ONE_SURNAME = """
⟦President Maria Delgado|Maria Delgado⟧ vowed to veto the bill, and ⟦House Speaker Tom Brandt|Tom Brandt⟧ said
he had the votes.

“I won’t blink,” ⟦the president|Maria Delgado⟧ told supporters in Ohio. ⟦Brandt|Tom Brandt⟧ was unmoved.

⟦Carl Delgado, the president’s brother|Carl Delgado⟧, said the family was united.

⟦Delgado|Maria Delgado⟧ said she would fight on.
"""

COUPLE = """
Bill Harper and Susan Harper say the council ignored them.

“They never answered,” ⟦Mrs Harper|Susan Harper⟧ said. ⟦Mr Harper|Bill Harper⟧, a retired teacher, was angry.

“I nearly fell,” ⟦he|Bill Harper⟧ said. ⟦Susan|Susan Harper⟧ said they would sue.

⟦Mr and Mrs Harper|Bill Harper and Susan Harper⟧ said the mayor, Joan Petrie, had apologised.

⟦The mayor|Joan Petrie⟧ said it would not happen again.
"""

BODIES = """
⟦Acme Holdings plc|Acme Holdings plc⟧ said it would close two plants.

⟦The company|Acme Holdings plc⟧ said demand fell.

⟦The World Health Organization (WHO)|World Health Organization⟧ said it was watching.

⟦The WHO|World Health Organization⟧ said rules were needed.

⟦The agency|World Health Organization⟧ would write some.

⟦The U.S.|United States⟧ denied the claim; ⟦US officials|US officials⟧ met in the United States.

⟦The White House|White House⟧ said talks would continue.

⟦The Justice Department|Justice Department⟧ sued Texas.

⟦The department|Justice Department⟧ said the law was illegal.

⟦The Brandt campaign|Brandt campaign⟧ was confident.
"""

DESCRIBED = """
⟦Researchers at the University of Leeds|Researchers at the University of Leeds⟧ said the drug worked.

⟦They|Researchers at the University of Leeds⟧ said it was safe.

⟦A Treasury source|Treasury source⟧ said it was dear.

⟦Some residents|Residents⟧ said the noise was unbearable.

⟦Actress Nina Corelli|Nina Corelli⟧ said she was delighted.

⟦Her lawyer, David Ross|David Ross⟧, said she would give the money away.

⟦The actress|Nina Corelli⟧ thanked her fans.
"""

SPORT = """
Jack Draycott is through to the last 16 after beating Carlos Munar. Emma Bolt lost in three sets.

“I felt nervous,” ⟦Draycott|Jack Draycott⟧ said.

⟦The 22-year-old|Jack Draycott⟧ said the crowd had helped him.

⟦Bolt|Emma Bolt⟧ said she was heartbroken. “I wanted to win,” ⟦the 19-year-old|Emma Bolt⟧ said.

⟦Her coach, Ian Platt|Ian Platt⟧, said she would be back. “She’s a fighter,” ⟦he|Ian Platt⟧ said.
"""

CHAIN = """
Anna Pereira met Lucas Stein at university.

⟦She|Anna Pereira⟧ said he was shy. ⟦He|Lucas Stein⟧ said she was loud.

⟦Stein|Lucas Stein⟧ moved to Berlin, where ⟦he|Lucas Stein⟧ told friends that the marriage was over.
"""

RELATIVE = """
The report was welcomed by Liz Trent, a Labour MP, ⟦who|Liz Trent⟧ said it was overdue.

Speaking for the families was John Bell, a retired miner ⟦who|John Bell⟧ told reporters that it came too late.
"""

UNSEEN = """
“He is special and we missed him,” said ⟦Mikel Artegui|Mikel Artegui⟧. “The reaction tells you everything.”

⟦The Rovers manager|Mikel Artegui⟧ refused to be drawn on the title race.

Sakari Bukola, 23, scored twice. ⟦Bukola|Sakari Bukola⟧ said he had been desperate to return.

Villa boss Unai Emerit was frustrated. “For me it is a foul,” ⟦the Spaniard|Unai Emerit⟧ said of the second goal.

⟦Emerit|Unai Emerit⟧ confirmed that there would be a scan.
"""

QUALIFIED = """
⟦Chancellor Rachel Moss|Rachel Moss⟧ will raise taxes. ⟦Ms Moss|Rachel Moss⟧ said there was no choice.

⟦Shadow chancellor Mel Dyson|Mel Dyson⟧ said ⟦the chancellor|Rachel Moss⟧ had broken her word.

⟦The shadow chancellor|Mel Dyson⟧ said it was a betrayal.
"""

UNNAMED = """
Ada Quill moved away in May. ⟦A neighbour|Neighbour⟧ said the street was quiet.

“It is a shame,” ⟦she|Neighbour⟧ added.

⟦Another neighbour|Another neighbour⟧ said nobody had noticed.
"""

OWNED = """
Gov. Mike Dwyer ordered flags lowered on Friday. ⟦His office|Mike Dwyer’s office⟧ said that he was sad.

Senator Ada Quill is ahead, and ⟦her campaign|Quill campaign⟧ said so. The Quill campaign opened an office.
"""

ARTICLES = {
    "people whom the recogniser does not know": UNSEEN,
    "a role with another before it": QUALIFIED,
    "somebody who is only described": UNNAMED,
    "bodies by their possessor": OWNED,
    "short forms, initials and nicknames": SHORT_FORMS,
    "British titles, surnames and ranks": BRITISH,
    "Sir and Dame go with the first name": KNIGHTS,
    "particles, hyphens and surnames that come first": PARTICLES,
    "one surname, two people": ONE_SURNAME,
    "a couple": COUPLE,
    "organisations, countries and their long forms": BODIES,
    "descriptions": DESCRIBED,
    "sport": SPORT,
    "pronouns in a chain": CHAIN,
    "who": RELATIVE,
}


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())
def test_every_source_goes_to_the_speaker_it_means(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected


def test_ids_follow_reading_order() -> None:
    spoken = resolved(KNIGHTS)
    assert [a.id for a in spoken.attributions] == [f"q{n}" for n in range(1, len(spoken.attributions) + 1)]
    starts = [a.start for a in spoken.attributions]
    assert starts == sorted(starts)
    assert [s.id for s in spoken.speakers] == ["s1", "s2", "s3"]
    assert spoken.attributions[0].speaker == "s1"


def test_speakers_carry_what_the_article_says_they_are() -> None:
    assert resolved(KNIGHTS).speaker("Kate Bellamy").role == "Conservative leader"
    assert resolved(COUPLE).speaker("Bill Harper").role == "retired teacher"
    assert resolved(COUPLE).speaker("Joan Petrie").role == "mayor"
    assert resolved(ONE_SURNAME).speaker("Maria Delgado").role == "President"
    assert resolved(BODIES).speaker("Acme Holdings plc").role is None


@pytest.mark.parametrize(
    ("article", "speaker", "role"),
    [
        ("⟦Northport Police Lt. Marcus Reed|Marcus Reed⟧ said no.", "Marcus Reed", "Northport Police Lt."),
        (
            "Marsh’s co-author, ⟦Luis Ortega of the Harbour Institute|Luis Ortega⟧, said no.",
            "Luis Ortega",
            "Marsh’s co-author",
        ),
        (
            "⟦The general secretary of Unite, Sharon Pell,|Sharon Pell⟧ said no.",
            "Sharon Pell",
            "general secretary of Unite",
        ),
        ("⟦The shadow chancellor, Sir Alan Lisle,|Alan Lisle⟧ said no.", "Alan Lisle", "shadow chancellor"),
        ("⟦The city’s mayor, Jane Doe,|Jane Doe⟧ said no.", "Jane Doe", "city’s mayor"),
        ("Good morning, Laura. ⟦Laura|Laura⟧ said no.", "Laura", None),
    ],
)
def test_roles_before_a_name(article: str, speaker: str, role: str | None) -> None:
    assert resolved(article).speaker(speaker).role == role


def test_the_head_of_a_source_with_a_hyphen() -> None:
    spoken = resolved("⟦Marsh’s co-author, Luis Ortega of the Harbour Institute,|Luis Ortega⟧ said no.")
    assert spoken.found == spoken.expected


def test_a_label_in_capitals_is_shown_as_a_name() -> None:
    spoken = resolved("⟦LAURA KEENE|Laura Keene⟧: Good morning.\n\n⟦KEENE|Laura Keene⟧: Good night.")
    assert spoken.found == spoken.expected


@pytest.mark.parametrize(
    "source",
    ["Priya Raman, a scientist at the University of Leeds", "Priya Raman of the University of Leeds"],
)
def test_they_are_not_where_somebody_works(source: str) -> None:
    text = f"“It is old,” said ⟦{source}|Priya Raman⟧.\n\nThe findings, ⟦they|⟧ write, “change everything.”"
    assert resolved(text).found == resolved(text).expected


def test_speakers_say_what_kind_they_are() -> None:
    kinds = {s.name: s.kind for s in resolved(BODIES).speakers}
    assert kinds["Acme Holdings plc"] == "organisation"
    assert kinds["United States"] == "place"
    assert kinds["US officials"] == "group"
    assert resolved(CHAIN).speaker("Anna Pereira").kind == "person"


def test_mentions_are_every_name_and_what_decided_a_source() -> None:
    spoken = resolved(KNIGHTS)
    assert spoken.mentions("Alan Pryce") == ["Sir Alan Pryce", "The prime minister", "Sir Alan"]
    assert spoken.mentions("Kate Bellamy") == ["Kate Bellamy", "she", "Mrs Bellamy"]


def test_two_who_speak_together_are_one_group() -> None:
    spoken = resolved(
        "Mr. Grey and Ada Quill agreed. ⟦Grey and Quill|Grey and Ada Quill⟧ said the rents must fall."
    )
    assert spoken.found == spoken.expected
    assert spoken.speakers[0].kind == "group"


def test_a_narrator_is_the_author_by_the_byline() -> None:
    spoken = resolved("""
        A week in Accra

        By Hannah Osei

        I met the chef at noon. ⟦I|Hannah Osei⟧ said the soup was good and it was.

        ⟦Kofi Mensah|Kofi Mensah⟧ laughed at that. “It is my mother’s,” ⟦he|Kofi Mensah⟧ said.
    """)
    assert spoken.found == spoken.expected


def test_a_narrator_is_the_author_by_the_note_at_the_end() -> None:
    spoken = resolved("""
        My father never spoke of the war. One day ⟦I|Ruth Hanley⟧ said that he should.

        He went out into the garden and stayed there until dark. It was raining hard.

        We did not talk about it again for many years, and then it was too late.

        Ruth Hanley is a playwright who lives in Leeds.
    """)
    assert spoken.found == spoken.expected


def test_a_narrator_whom_nobody_names_is_no_speaker() -> None:
    spoken = resolved("My father never spoke of the war. One day ⟦I|⟧ said that he should.")
    assert spoken.found == spoken.expected
    assert "author" in spoken.attributions[0].evidence[0].reason


def test_a_pronoun_that_nobody_fits_has_no_speaker() -> None:
    spoken = resolved("⟦She|⟧ said that it was late.")
    assert spoken.found == spoken.expected
    assert spoken.attributions[0].certainty < 0.7


def test_a_quote_that_stands_alone_keeps_its_runs_speaker_and_says_so() -> None:
    spoken = resolved(
        "⟦Ada Quill|Ada Quill⟧ said: “The rents are too high.”\n\n“They have doubled in a year.”", alone=True
    )
    first, second = spoken.attributions
    assert second.speaker == first.speaker is not None
    assert second.certainty < first.certainty
    assert "continues" in second.evidence[0].reason


def test_evidence_leads_from_the_pronoun_to_the_fullest_form() -> None:
    spoken = resolved("""
        Mayor Adam Quill came to the hall on Monday.

        Mr Quill opened the meeting. ⟦He|Adam Quill⟧ said: “The rents are too high.”
    """)
    steps = spoken.attributions[0].evidence
    assert [step.span.of(spoken.text) for step in steps if step.span] == ["He", "Mr Quill", "Adam Quill"]
    assert steps[0].reason == "“He”: subject of the sentence before, same gender"
    assert "fullest form" in steps[-1].reason


def test_whoever_is_named_in_what_a_pronoun_says_is_somebody_else() -> None:
    spoken = resolved("""
        Mark Dunn spoke first on Monday. Paul Weir, despite his doubts, clapped.

        ⟦He|Paul Weir⟧ believes that Dunn is right. ⟦He|Mark Dunn⟧ says that Weir is wrong.
    """)
    assert spoken.found == spoken.expected


def test_an_unsure_choice_is_less_certain_than_a_name() -> None:
    spoken = resolved("""
        Mark Dunn met Paul Weir and Carl Moss in the square.

        ⟦Dunn|Mark Dunn⟧ said it was cold.

        Paul Weir nodded to Carl Moss. ⟦He|Paul Weir⟧ said so too.
    """)
    by_source = {a.source[0].of(spoken.text): a.certainty for a in spoken.attributions}
    assert by_source["He"] < by_source["Dunn"]


def test_nothing_to_resolve_is_nothing_found() -> None:
    spoken = resolved("")
    assert (spoken.attributions, spoken.speakers, spoken.entities) == ((), (), ())


def test_of_a_source_in_two_places_the_one_next_to_the_cue_speaks() -> None:
    text = "Rents and wages rose in May, but Ada Quill said that it would end."
    parsed = parse(text)
    spans = {
        word: Span(text.index(word), text.index(word) + len(word)) for word in ("Rents", "Ada Quill", "said")
    }
    content = Span(text.index("that"), len(text) - 1)
    draft = Draft(
        Kind.INDIRECT, Stance.SPEECH, (content,), (spans["said"],), (spans["Rents"], spans["Ada Quill"]), 1.0
    )
    _, speakers, _ = resolve(parsed, Article(text, "test"), [draft])
    assert [s.name for s in speakers] == ["Ada Quill"]


@pytest.mark.parametrize("source", ["You", "One", "Those", "We", "I", "They"])
def test_nobody_is_called_by_a_pronoun(source: str) -> None:
    spoken = resolved(f"⟦{source}|⟧ said that the boats were lost. ⟦{source}|⟧ said so.")
    assert spoken.found == spoken.expected
    assert spoken.speakers == ()


def test_they_are_people_and_no_place_near_by() -> None:
    text = """
        Scientists at the survey have mapped the ridge near Holt Crater for a year. ⟦They|Scientists⟧ said the
        ground was moving.

        Residents left the town of Brackwater. ⟦They|Residents⟧ said the river had never been so high.
    """
    for article in (text, "The team walked for two days to Holt Crater. ⟦They|⟧ said the ground was moving."):
        spoken = resolved(article)
        assert spoken.found == spoken.expected


def test_who_says_it_stays_in_mind_before_whom_it_is_said_of() -> None:
    spoken = resolved("""
        Joan Petrie met Ada Quill in Leeds on Monday. ⟦Quill|Ada Quill⟧ says she believes that Petrie is right.

        “We go on together,” ⟦she|Ada Quill⟧ said.
    """)
    assert spoken.found == spoken.expected
