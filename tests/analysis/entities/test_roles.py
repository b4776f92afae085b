"""What an article says somebody is, with the real model."""

from __future__ import annotations

import pytest

from tests.analysis.entities.small_articles import BODIES, COUPLE, KNIGHTS, ONE_SURNAME
from tests.spoken import resolved


def test_speakers_have_the_role_that_the_article_gives_them() -> None:
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
        ("⟦The city’s mayor, Jane Doe,|Jane Doe⟧ said no.", "Jane Doe", "mayor"),
        ("⟦Its vice-chair, Jane Doe,|Jane Doe⟧ said no.", "Jane Doe", "vice-chair"),
        ("⟦The bishop of Leeds, the Rt Rev Jane Doe,|Jane Doe⟧ said no.", "Jane Doe", "bishop of Leeds"),
        ("⟦The landlord, Peter Lind,|Peter Lind⟧ said no.", "Peter Lind", "landlord"),
        ("⟦Recorder Jane Doe|Jane Doe⟧ said no. “No,” ⟦Doe|Jane Doe⟧ said.", "Jane Doe", "Recorder"),
        ("⟦The Rt Rev Jane Doe|Jane Doe⟧ said no.", "Jane Doe", "Rt Rev"),
        ("⟦The psychologist Dr Jane Doe|Jane Doe⟧ said no.", "Jane Doe", "psychologist"),
        ("Back at the pier ⟦Jane Doe|Jane Doe⟧ said no.", "Jane Doe", None),
        ("Good morning, Laura. ⟦Laura|Laura⟧ said no.", "Laura", None),
        (
            "An aide of Minister for Roads Anna Holt met the workers. “No,” ⟦Anna Holt|Anna Holt⟧ said.",
            "Anna Holt",
            "Minister for Roads",
        ),
        (
            "She told the head of the council Anna Holt was late. “No,” ⟦Anna Holt|Anna Holt⟧ said.",
            "Anna Holt",
            None,
        ),
        (
            "⟦The founder and chief executive Anna Holt|Anna Holt⟧ said no.",
            "Anna Holt",
            "founder and chief executive",
        ),
    ],
)
def test_roles_before_a_name(article: str, speaker: str, role: str | None) -> None:
    assert resolved(article).speaker(speaker).role == role


WITH_WHAT_THEY_ARE_OF = [
    ("⟦Leader of the Commons Orla Brandt|Orla Brandt⟧ said no.", "Leader of the Commons"),
    (
        "⟦Minister for Public Safety and Emergency Preparedness Ralf Groening|Ralf Groening⟧ said no.",
        "Minister for Public Safety and Emergency Preparedness",
    ),
    (
        "⟦The head of the Harbour Police Union Anna Holt|Anna Holt⟧ said no.",
        "head of the Harbour Police Union",
    ),
    (
        "⟦President of the Association of River Pilots Marta Quill|Marta Quill⟧ said no.",
        "President of the Association of River Pilots",
    ),
    (
        "“No,” said ⟦director of the National Institute for Water Lucia Ferrand|Lucia Ferrand⟧.",
        "director of the National Institute for Water",
    ),
    (
        "⟦Chair of the town’s planning board Peter Lind|Peter Lind⟧ said no.",
        "Chair of the town’s planning board",
    ),
    ("⟦Chief of the General Staff Ivan Marek|Ivan Marek⟧ said no.", "Chief of the General Staff"),
    ("⟦Director of the Coast Guard Peter Lind|Peter Lind⟧ said no.", "Director of the Coast Guard"),
    ("⟦CEO of Alder Foods Nina Corelli|Nina Corelli⟧ said no.", "CEO of Alder Foods"),
    (
        "⟦Vice-president of the European Parliament Pavel Drost|Pavel Drost⟧ said no.",
        "Vice-president of the European Parliament",
    ),
    ("⟦Minister for transport Anna Holt|Anna Holt⟧ said no.", "Minister for transport"),
    ("⟦World Health Organization (WHO) chief Anna Holt|Anna Holt⟧ said no.", "chief"),
    ("⟦Kenya’s ambassador to the UN Tomas Brel|Tomas Brel⟧ said no.", "ambassador to the UN"),
    ("⟦Myanmar’s UN envoy in Geneva Htin Lynn|Htin Lynn⟧ said no.", "UN envoy in Geneva"),
    (
        "“No,” ⟦professor of history at the University of Quay Dr Anna Holt|Anna Holt⟧ said.",
        "professor of history at the University of Quay",
    ),
]
BEHIND_THE_SPEAKER = """
    The rebels fled Daraa and Quneitra, ⟦the expert|Expert⟧ said.

    ⟦The expert|Expert⟧ said no.
"""
BEFORE_THE_SPEAKER = """
    The army is near Palmyra, the ambassador to Corrania, ⟦Ivan Kinsky|Ivan Kinsky⟧ told the Post.

    ⟦Kinsky|Ivan Kinsky⟧ said no.
"""
SOMEBODY_ELSE = [
    BEHIND_THE_SPEAKER,
    BEFORE_THE_SPEAKER,
    "⟦A spokeswoman for the actor Peter Lind|Spokeswoman for the actor Peter Lind⟧ said no.",
    "⟦The brother of the leader Peter Lind|Brother of the leader Peter Lind⟧ said no.",
    "⟦A niece of the poet Ada Lund|Niece of the poet Ada Lund⟧ said no.",
    "⟦The chief of staff of Prime Minister Anna Holt|Chief of staff of Prime Minister Anna Holt⟧ said no.",
    "⟦The director of the Anna Freud Centre|Director of the Anna Freud Centre⟧ said no.",
    "⟦The president of Johns Hopkins|President of Johns Hopkins⟧ said no.",
    "⟦The mayor of San Jose|Mayor of San Jose⟧ said no.",
    "⟦The leader of the party Peter Lind founded|Leader of the party Peter Lind founded⟧ said no.",
    """
        ⟦Ed Zheng, founder and chairman of the consultancy Lao Wen Advisory,|Ed Zheng⟧
        said no.
    """,
]


@pytest.mark.parametrize(("article", "role"), WITH_WHAT_THEY_ARE_OF)
def test_a_title_with_what_it_is_of_stands_before_its_bearer(article: str, role: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
    assert [speaker.role for speaker in spoken.speakers] == [role]


@pytest.mark.parametrize("article", SOMEBODY_ELSE)
def test_somebody_s_own_role_parts_them_from_whom_they_belong_to(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected


ROLES = [
    ("“No,” said ⟦Tom Reed, the mayor of Leeds|Tom Reed⟧", "mayor of Leeds"),
    ("⟦NASA Administrator Tom Reed|Tom Reed⟧ said no.", "NASA Administrator"),
    (
        "⟦Anna Keller, Head of Research at Alder Securities|Anna Keller⟧, said no.",
        "Head of Research at Alder Securities",
    ),
    ("⟦Secretary of State Tom Reed|Tom Reed⟧ said no.", "Secretary of State"),
    ("⟦US Secretary of State Tom Reed|Tom Reed⟧ said no.", "US Secretary of State"),
    ("⟦Former Secretary of State Tom Reed|Tom Reed⟧ said no.", "Former Secretary of State"),
    ("⟦Tom Reed, chief executive of Alder Foods,|Tom Reed⟧ said no.", "chief executive of Alder Foods"),
    (
        "⟦Tom Reed, Chief Executive Officer of Alder Foods,|Tom Reed⟧ said no.",
        "Chief Executive Officer of Alder Foods",
    ),
    ("⟦Tom Reed, CEO of Alder Foods,|Tom Reed⟧ said no.", "CEO of Alder Foods"),
    (
        "⟦Tom Reed, a young British filmmaker hot off directing his first feature,|Tom Reed⟧ said no.",
        "young British filmmaker",
    ),
    ("⟦Tom Reed, a man from Leeds,|Tom Reed⟧ said no.", None),
    ("Tom Reed, Leeds and co lost. ⟦Reed|Tom Reed⟧ said no.", None),
    ("⟦Tom Reed, 41, a plumber from Leeds,|Tom Reed⟧ said no.", "plumber from Leeds"),
    ("⟦Tom Reed, who runs a shop,|Tom Reed⟧ said no.", None),
    (
        "⟦Tom Reed, a professor of history at the University of Leeds who studied the law,|Tom Reed⟧ said no.",
        "professor of history at the University of Leeds",
    ),
    (
        "⟦Tom Reed, the lead author of the new study, published on Monday in the journal Water,|Tom Reed⟧ said no.",
        "lead author of the new study",
    ),
    (
        "⟦Tom Reed, director of the Institute for Water and Land Use Planning,|Tom Reed⟧ said no.",
        "director of the Institute for Water and Land Use Planning",
    ),
    ("“No,” ⟦Latvian Ambassador to Bolivia Tom Reed|Tom Reed⟧ said.", "Latvian Ambassador to Bolivia"),
    (
        "“No,” ⟦Latvian Ambassador to the Republic of Malta Tom Reed|Tom Reed⟧ said.",
        "Latvian Ambassador to the Republic of Malta",
    ),
    ("A spokesman for the President of Latvia spoke. ⟦President Tom Reed|Tom Reed⟧ said no.", "President"),
    ("“No,” said ⟦Tom Reed, lord mayor of the capital|Tom Reed⟧.", "lord mayor of the capital"),
    ("“No,” said ⟦Tom Reed (left), head of Alder Foods|Tom Reed⟧.", "head of Alder Foods"),
    ("“No,” says ⟦Tom Reed, now a partner at Alder Foods|Tom Reed⟧.", "partner at Alder Foods"),
    ("“No,” says ⟦Tom Reed, a cook at the Palace|Tom Reed⟧.", "cook at the Palace"),
    ("“No,” ⟦Tom Reed, the principal|Tom Reed⟧, said on Monday.", "principal"),
    (
        "“No,” said ⟦Tom Reed, one of eight commissioners at the trust|Tom Reed⟧.",
        "one of eight commissioners",
    ),
    ("“No,” said ⟦Tom Reed, one of the few|Tom Reed⟧.", None),
    (
        "“No,” said ⟦Tom Reed, a former Wardle reserve captain and ex-player|Tom Reed⟧.",
        "former Wardle reserve captain and ex-player",
    ),
    (
        "“No,” said ⟦Tom Reed, the minister of industry, trade and investment|Tom Reed⟧.",
        "minister of industry, trade and investment",
    ),
    ("⟦Tom Reed, mayor of the town, teachers and parents|Tom Reed⟧ said no.", "mayor of the town"),
    (
        "“No,” said ⟦Harbour News medical correspondent Dr. Tom Reed|Tom Reed⟧.",
        "Harbour News medical correspondent",
    ),
    ("“No,” said ⟦Navy spokesman Major-General Tom Reed|Tom Reed⟧.", "Navy spokesman"),
    ("“No,” said ⟦an Arab expert Tom Reed|Tom Reed⟧.", "Arab expert"),
    ("“No,” said ⟦Tom Reed, 34, who works as a plumber in Leeds|Tom Reed⟧.", "plumber in Leeds"),
    ("⟦Former Ohio Gov. Tom Reed|Tom Reed⟧ said no.", "Former Ohio Gov."),
    (
        "⟦Minister for Children and Youth Affairs Tom Reed|Tom Reed⟧ said no.",
        "Minister for Children and Youth Affairs",
    ),
    ("⟦Prof Tom Reed|Tom Reed⟧ said no.", "Prof"),
    (
        "⟦Tom Reed, a national security expert at York University and a graduate of Leeds,|Tom Reed⟧ said no.",
        "national security expert at York University",
    ),
    (
        "⟦Tom Reed, a senior fellow at the Trust for a New Coastal Law and author of “Tides”,|Tom Reed⟧ said no.",
        "senior fellow at the Trust for a New Coastal Law",
    ),
    ("⟦Tom Reed, a lawyer and a father of two,|Tom Reed⟧ said no.", "lawyer and a father of two"),
    ("⟦Dr Tom Reed, an epidemiologist,|Tom Reed⟧ said no.", "epidemiologist"),
    ("⟦Mr Tom Reed|Tom Reed⟧ said no.", None),
    ("⟦Labour leader Tom Reed|Tom Reed⟧ said no.", "Labour leader"),
    ("⟦Republican Sen. Tom Reed|Tom Reed⟧ said no.", "Republican Sen."),
    ("⟦Sen. Tom Reed, R-Ohio,|Tom Reed⟧ said no.", "Sen."),
    ("⟦Tom Reed, mayor of Leeds|Tom Reed⟧, said no.", "mayor of Leeds"),
    ("⟦Tom Reed, Mayor of Leeds|Tom Reed⟧, said no.", "Mayor of Leeds"),
    ("⟦Tom Reed, the bank’s chief economist,|Tom Reed⟧ said no.", "chief economist"),
    (
        "⟦Tom Reed, Disney’s head of freight and digital,|Tom Reed⟧ said no.",
        "Disney’s head of freight and digital",
    ),
    (
        "⟦Tom Reed, vice president for sales at Alder Foods,|Tom Reed⟧ said no.",
        "vice president for sales at Alder Foods",
    ),
    ("⟦World Bank President Tom Reed|Tom Reed⟧ said no.", "World Bank President"),
    ("⟦Alder Foods CEO Tom Reed|Tom Reed⟧ said no.", "Alder Foods CEO"),
    ("⟦Alder Foods chief executive Tom Reed|Tom Reed⟧ said no.", "Alder Foods chief executive"),
    ("⟦Head of Research Tom Reed|Tom Reed⟧ said no.", "Head of Research"),
    ("⟦Minister for Transport Tom Reed|Tom Reed⟧ said no.", "Minister for Transport"),
    ("⟦Foreign Minister Tom Reed|Tom Reed⟧ said no.", "Foreign Minister"),
    ("⟦Iranian Foreign Minister Tom Reed|Tom Reed⟧ said no.", "Iranian Foreign Minister"),
    ("⟦Scientist Tom Reed|Tom Reed⟧ said no.", "Scientist"),
    ("⟦Tom Reed, a spokesman for the police,|Tom Reed⟧ said no.", "spokesman for the police"),
    ("⟦Tom Reed, spokesman for Alder Foods,|Tom Reed⟧ said no.", "spokesman for Alder Foods"),
    ("⟦Tom Reed (chair of the board)|Tom Reed⟧ said no.", "chair of the board"),
    ("⟦Tom Reed from Leeds|Tom Reed⟧ said no.", None),
    ("⟦A man, Tom Reed,|Tom Reed⟧ said no.", None),
    ("⟦The victim, Tom Reed,|Tom Reed⟧ said no.", "victim"),
    ("⟦Police Chief Tom Reed|Tom Reed⟧ said no.", "Police Chief"),
    ("⟦White House press secretary Tom Reed|Tom Reed⟧ said no.", "White House press secretary"),
    ("⟦Tom Reed, president and CEO of Alder Foods,|Tom Reed⟧ said no.", "president and CEO of Alder Foods"),
    (
        "⟦Tom Reed, senior lecturer at the Alder Institute, a research body,|Tom Reed⟧ said no.",
        "senior lecturer at the Alder Institute",
    ),
    ("Tom Reed, meanwhile, left. ⟦Reed|Tom Reed⟧ said no.", None),
    ("Tom Reed, the son of a miner, left. ⟦Reed|Tom Reed⟧ said no.", "son of a miner"),
    ("⟦Acting Attorney General Tom Reed|Tom Reed⟧ said no.", "Acting Attorney General"),
    ("⟦EU foreign policy chief Tom Reed|Tom Reed⟧ said no.", "EU foreign policy chief"),
    ("⟦Tom Reed, 41, said no.|Tom Reed⟧", None),
    ("In the talks Tom Reed, Anna Holt and Carl Moss agreed. ⟦Reed|Tom Reed⟧ said no.", None),
    ("⟦Senior Vice President of Marketing Tom Reed|Tom Reed⟧ said no.", "Senior Vice President of Marketing"),
    (
        "⟦Tom Reed, a former governor and two-time mayor of Leeds,|Tom Reed⟧ said no.",
        "former governor and two-time mayor of Leeds",
    ),
    (
        "⟦Tom Reed, a senior fellow at the right-leaning Alder Institute,|Tom Reed⟧ said no.",
        "senior fellow at the right-leaning Alder Institute",
    ),
    ("Last week council official Tom Reed left. ⟦Reed|Tom Reed⟧ said no.", "council official"),
    (
        "⟦Tom Reed, Alder’s former national security adviser,|Tom Reed⟧ said no.",
        "Alder’s former national security adviser",
    ),
    ("⟦Tom Reed, a Republican of Ohio and one of the few sceptics,|Tom Reed⟧ said no.", "Republican of Ohio"),
    (
        "⟦Tom Reed, an expert on water at the Alder Institute,|Tom Reed⟧ said no.",
        "expert on water at the Alder Institute",
    ),
    ("Taking, with Tom Reed, a tough line on crime, she won. ⟦Reed|Tom Reed⟧ said no.", None),
    ("After two hours alone with Tom Reed, the mayor “looked pale.” ⟦Reed|Tom Reed⟧ said no.", None),
    ("In a dead heat with Tom Reed, a problem for the party, she won. ⟦Reed|Tom Reed⟧ said no.", None),
    ("The radio host of The Evening with Tom Reed left. ⟦Reed|Tom Reed⟧ said no.", "radio host"),
    ("⟦The state’s governor, Tom Reed,|Tom Reed⟧ said no.", "governor"),
    ("⟦Tom Reed, the school’s head teacher,|Tom Reed⟧ said no.", "head teacher"),
    ("⟦Tom Reed, the victim’s lawyer,|Tom Reed⟧ said no.", "victim’s lawyer"),
    ("⟦Tom Reed, the mayor’s younger brother,|Tom Reed⟧ said no.", "mayor’s younger brother"),
    ("“No,” ⟦his childhood friend Tom Reed|Tom Reed⟧ told the site.", "childhood friend"),
    ("⟦Tom Reed, her lawyer,|Tom Reed⟧ said no.", "lawyer"),
    ("⟦Tom Reed, a Democrat,|Tom Reed⟧ said no.", None),
    ("⟦Tom Reed, a German,|Tom Reed⟧ said no.", None),
    ("⟦Tom Reed, a Democrat from Ohio,|Tom Reed⟧ said no.", "Democrat from Ohio"),
    ("⟦Tom Reed, an Ohio Republican,|Tom Reed⟧ said no.", "Ohio Republican"),
    ("Former Tom Reed aides left. ⟦Reed|Tom Reed⟧ said no.", None),
    (
        "⟦Tom Reed, 66, a retired fast-food worker who lives in Leeds,|Tom Reed⟧ said no.",
        "retired fast-food worker",
    ),
    ("⟦Tom Reed, the acting deputy head of water,|Tom Reed⟧ said no.", "acting deputy head of water"),
    (
        "⟦Tom Reed, South Carolina director for Alder Foods,|Tom Reed⟧ said no.",
        "South Carolina director for Alder Foods",
    ),
    ("⟦Tom Reed, Alder Foods spokesman,|Tom Reed⟧ said no.", "Alder Foods spokesman"),
    (
        "⟦Tom Reed, Holt’s in-state communications director,|Tom Reed⟧ said no.",
        "Holt’s in-state communications director",
    ),
    ("⟦The Turkish President, Tom Reed,|Tom Reed⟧ said no.", "Turkish President"),
    ("Thank you, Mayor, ⟦Tom Reed|Tom Reed⟧ said.", None),
    (
        "⟦The Kuwaiti Deputy Foreign Minister for Island Affairs, Tom Reed,|Tom Reed⟧ said no.",
        "Kuwaiti Deputy Foreign Minister for Island Affairs",
    ),
    (
        "⟦Tom Reed, director of the Daddy and Me swimming program,|Tom Reed⟧ said no.",
        "director of the Daddy and Me swimming program",
    ),
    ("⟦Walk for $20 organizing director Tom Reed|Tom Reed⟧ said no.", "organizing director"),
    ("Holt’s rivals - ⟦Sen. Tom Reed|Tom Reed⟧ of Texas among them - said no.", "Sen."),
    ("The presidential candidates ⟦Sen. Tom Reed|Tom Reed⟧ and Gov. Anna Holt said no.", "Sen."),
    ("⟦Operations director Tom Reed|Tom Reed⟧ said no.", "Operations director"),
    ("⟦Vice-president Tom Reed|Tom Reed⟧ said no.", "Vice-president"),
    ("⟦Tom Reed, head of One Harbour Now,|Tom Reed⟧ said no.", "head of One Harbour Now"),
    (
        "⟦Tom Reed, a former top press official in Mr. Holt's White House,|Tom Reed⟧ said no.",
        "former top press official in Mr. Holt's White House",
    ),
    (
        "⟦Tom Reed, vice president and assistant general counsel for the Alder Trust,|Tom Reed⟧ said no.",
        "vice president and assistant general counsel for the Alder Trust",
    ),
    ("⟦One of the city’s top judges, Tom Reed,|Tom Reed⟧ said no.", "One of the city’s top judges"),
    ("One of the rivals left. ⟦Tom Reed|Tom Reed⟧ said no.", None),
    ("The letter former mayor Tom Reed sent was plain. ⟦Reed|Tom Reed⟧ said no.", "former mayor"),
    ("⟦Fox host and former mayor Tom Reed|Tom Reed⟧ said no.", "Fox host and former mayor"),
    ("They will make one - likely Tom Reed - the next mayor of Leeds. ⟦Reed|Tom Reed⟧ said no.", None),
    ("⟦Tom Reed — the mayor of Leeds —|Tom Reed⟧ said no.", "mayor of Leeds"),
    ("⟦Representative Tom Reed, Democrat of Ohio,|Tom Reed⟧ said no.", "Representative"),
    ("⟦Tom Reed, Democrat of Ohio,|Tom Reed⟧ said no.", "Democrat of Ohio"),
    (
        "⟦Tom Reed, who serves as chairman of the Alder Trust,|Tom Reed⟧ said no.",
        "chairman of the Alder Trust",
    ),
    ("⟦Tom Reed, who is the mayor of Leeds,|Tom Reed⟧ said no.", "mayor of Leeds"),
    ("⟦Tom Reed, who is tired of the mayor,|Tom Reed⟧ said no.", None),
    ("⟦Tom Reed, who was mayor of Leeds,|Tom Reed⟧ said no.", None),
    (
        "⟦Tom Reed|Tom Reed⟧ said no. “It is,” ⟦the Senate minority leader|Tom Reed⟧ said.",
        "Senate minority leader",
    ),
    ("Sens. Tom Reed and Carl Moss debated. ⟦Reed|Tom Reed⟧ said no.", None),
    ("For native sons Tom Reed and Carl Moss it was late. ⟦Reed|Tom Reed⟧ said no.", None),
    ("Gov. Holt and former governor Tom Reed left. ⟦Reed|Tom Reed⟧ said no.", "former governor"),
    (
        "⟦Tom Reed, the billionaire chief executive of a Leeds-based roofing and building supplies company,"
        "|Tom Reed⟧ said no.",
        "billionaire chief executive",
    ),
    ("⟦A lawyer for the news outlets, Tom Reed,|Tom Reed⟧ said no.", "lawyer for the news outlets"),
    ('<a id="7">Mayor Tom Reed left. ⟦Reed|Tom Reed⟧ said no.', None),
]


@pytest.mark.parametrize(("article", "role"), ROLES, ids=[text for text, _ in ROLES])
def test_a_role_is_a_title_or_the_head_of_an_apposition(article: str, role: str | None) -> None:
    assert [speaker.role for speaker in resolved(article).speakers] == [role]
