"""Whom pronouns mean: what is known of a gender excludes, and what is only guessed does not."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

NUMBERS = {
    "nobody named below, after somebody described spoke": """
        ⟦Oslo's number 2|Oslo's number 2⟧ claimed that the boat was dry.

        “The mast is oak,” ⟦he|⟧ said. The yard paid Peter Lund, who left.
    """,
    "somebody named below, where nobody spoke": """
        The boat was lost. “The mast was oak,” ⟦he|Peter Lund⟧ said. Peter Lund left.
    """,
    "a surname that stands first": """
        Tom Bell left. Harbour Watch's Li Fenwei blamed Leeds for it.

        “Others should not,” ⟦he|Li Fenwei⟧ added.
    """,
    "a woman whose surname stands first": """
        Tom Bell left. Harbour Watch's Li Fenwei blamed Leeds for it.

        “Others should not,” ⟦she|Li Fenwei⟧ added.
    """,
}

DESCRIBED = {
    "the subject of its own words": """
        Anna Holt left. The firm “regrets any upset”, ⟦it|Firm⟧ said in a statement on Monday.
    """,
    "the subjects of their own words": """
        Anna Holt left. Residents “were never asked”, ⟦they|Residents⟧ said.
    """,
    "not a thing that says nothing": """
        Anna Holt left. The dam “is safe”, ⟦it|⟧ said in a report.
    """,
    "not the subject of a clause inside another, whose he it is": """
        Pat Cole failed to come to the talks. Pat Cole trained at noon. ⟦Team officials|Team officials⟧ said he was
        tired, however Todd Lane was cross with the papers, which had questions on his plans. “What do you want him
        to say?” ⟦he|Todd Lane⟧ asked reporters.
    """,
    "not whom only the words name": """
        ⟦A nurse at the clinic|Nurse at the clinic⟧ said that soldiers had come. “When Tom Bell sends soldiers, we
        run,” ⟦he|Nurse at the clinic⟧ said.
    """,
    "nobody, where only the words name somebody": """
        The lamps were out at nine. “When Tom Bell sends soldiers, we run,” ⟦he|⟧ said.
    """,
    "but whom others' words named": """
        “Tom Bell came at nine,” said ⟦Anna Holt|Anna Holt⟧. “I was asleep,” ⟦he|Tom Bell⟧ said.
    """,
    "according to somebody": """
        President Ronald Dunn spoke on Sunday. ⟦The agency|Agency⟧ said that the engine was new, and lighter than
        others, according to Yun Dak-min, who built one.

        “They leave little time,” ⟦he|Yun Dak-min⟧ said.
    """,
    "the subject before, where whoever is named is in another paragraph": """
        “It was cold,” said ⟦Tom Bell|Tom Bell⟧.

        The conductor shakes my hand. “You take the bus?” ⟦he|Conductor⟧ says.
    """,
    "an office that was just spoken of": """
        “It was cold,” said ⟦Tom Bell|Tom Bell⟧.

        ⟦The taoiseach|Taoiseach⟧ said it was grave. “Stay at home,” ⟦he|Taoiseach⟧ said.
    """,
    "not where somebody is named in the paragraph": """
        The waiter was late. Tom Bell was angry, and the waiter knew it. “It was cold,” ⟦he|Tom Bell⟧ said.
    """,
    "not a woman": """
        “It was cold,” said ⟦Tom Bell|Tom Bell⟧.

        The waitress shook my hand. “It was late as well,” ⟦he|Tom Bell⟧ said.
    """,
    "nor an insider, whom nobody calls he": """
        ⟦Jace Holm|Jace Holm⟧ said it was late.

        “There is no bad blood,” ⟦an insider|Insider⟧ says.

        Holm was seen on Monday. “Best of all,” ⟦he|Jace Holm⟧ wrote.
    """,
    "a source without a name": """
        ⟦Tom Bell|Tom Bell⟧ said that it was cold.

        ⟦A source in the harbour office|Source in the harbour office⟧ told the Courier that the crane fell.
        “Nobody has found the bolt,” ⟦he|Source in the harbour office⟧ said.
    """,
    "nor the description of somebody named": """
        “It was cold,” said ⟦Tom Bell, the mayor of Leeds|Tom Bell⟧.

        The mayor shook my hand. “It was late as well,” ⟦he|Tom Bell⟧ said.
    """,
}

NOBODY_CALLED_SO = {
    "whom a letter is to": """
        Dear Jonas,

        ⟦My brother|My brother⟧ says that it is late. “It is the dog,” ⟦he|My brother⟧ says.
    """,
    "a paper's critic": """
        ⟦Nell Carrow|Nell Carrow⟧ sang. Carrow was tired. ⟦The Courier's critic|Courier's critic⟧ found it dull.

        She does not mind it. “It was worse in Leeds,” ⟦she|Nell Carrow⟧ said.
    """,
    "a party in front of its member": """
        The Harbour Party's Nell Carrow had brought a stone. “It fell off,” ⟦she|Nell Carrow⟧ said.

        “It is not ours,” said ⟦Tom Bell|Tom Bell⟧.

        “Whose is it, then?” ⟦they|⟧ chorused.
    """,
}

ASKED = {
    "whoever was asked whether": """
        Tom Bell met ⟦Carl Moss|Carl Moss⟧ of the Courier. Moss asked Bell whether it was late.

        “It is. I would not have stayed,” ⟦he|Tom Bell⟧ said.
    """,
    "by a reporter": "Tom Bell left. A reporter asked Bell about the levy. “It is fair,” ⟦he|Tom Bell⟧ said.",
    "a question in words": """
        Carl Moss came. “Is it late?” ⟦Moss|Carl Moss⟧ asked Tom Bell. “It is,” ⟦he|Tom Bell⟧ said.
    """,
    "pressed": "Carl Moss pressed Tom Bell on the levy. “It is fair,” ⟦he|Tom Bell⟧ said.",
    "of two women": "Ann Quill asked Mary Reed why she left. “I was tired,” ⟦she|Mary Reed⟧ said.",
    "not who was asked to go": "Carl Moss asked Tom Bell to leave. “It is late,” ⟦he|Carl Moss⟧ said.",
    "not of the other gender": "Carl Moss asked Mary Reed about it. “I did ask,” ⟦he|Carl Moss⟧ said.",
    "not who asks again": "Carl Moss asked Tom Bell about it. “And now?” ⟦he|Carl Moss⟧ asked.",
    "not without an answer": "Carl Moss asked Tom Bell if he slept. ⟦He|Carl Moss⟧ said that it mattered.",
    "not after other news": """
        Carl Moss asked Tom Bell about it.

        Per Dahl came. “It is late,” ⟦he|Per Dahl⟧ said.
    """,
}

GOING_ON = {
    "whoever spoke last, although somebody is compared": """
        “They will wait,” ⟦Carl Moss|Carl Moss⟧ said.

        Would that be any wiser than Tom Bell?

        “Perhaps,” ⟦he|Carl Moss⟧ said.
    """,
    "not where somebody else does something": """
        “They will wait,” ⟦Carl Moss|Carl Moss⟧ said.

        Tom Bell shook his head.

        “Perhaps,” ⟦he|Tom Bell⟧ said.
    """,
    "not what is only described": """
        “It is late,” ⟦Carl Moss|Carl Moss⟧ said.

        The election-year road push has proven one thing: Moss was right. “It is late,” ⟦he|Carl Moss⟧ said.
    """,
    "they are no polls": "New Leeds polls showed it. Even as ⟦they|⟧ vowed to go on, it was late.",
}

JOINED = {
    "she and others": "Ann Quill left. ⟦She and her aides|Ann Quill and her aides⟧ said no.",
    "he and somebody named": "Tom Bell left. ⟦He and Carl Moss|Tom Bell and Carl Moss⟧ said no.",
    "she alone": "Ann Quill left. ⟦She|Ann Quill⟧ said no, and her aides clapped.",
}

EITHER_GENDER = {
    "he and she in one paragraph": (
        "Judge Nora Pike met the driver, Sam Lowe. “No,” ⟦he|Sam Lowe⟧ said. “You did,” ⟦she|Nora Pike⟧ replied."
    ),
    "short for names of both": "Alex Morrow won. “I was lucky,” ⟦she|Alex Morrow⟧ said.",
    "a man’s in another land": "Tanja Vell met Joan Laporta. “We are proud,” ⟦he|Joan Laporta⟧ said.",
    "yet likelier a man’s": "Chris Holm met Anna Sand. “We are proud,” ⟦she|Anna Sand⟧ said.",
}

KNOWN_GENDER = {
    "a councilwoman with a man's first name": """
        Bell lived with his first wife, Rosemary Hunt. He later married Ronnie Pell, a former councilwoman.

        On Sunday ⟦she|Ronnie Pell⟧ summed up their life, saying: “It was a great adventure.”
    """,
    "a title excludes": """
        Paul Brown, the driver, was calm. “Are you certain?” ⟦Mrs Marlow|Marlow⟧ asked.

        “I am certain,” ⟦he|Paul Brown⟧ said.
    """,
    "a first name excludes": """
        Mary Brown, the driver, was calm. “Are you certain?” ⟦Peter Marlow|Peter Marlow⟧ asked.

        “I am certain,” ⟦she|Mary Brown⟧ said.
    """,
    "a noun before the name excludes": """
        Lee Brown, the driver, was calm. “Are you certain?” ⟦actress Sam Marlow|Sam Marlow⟧ asked.

        “I am certain,” ⟦he|Lee Brown⟧ said.
    """,
    "a noun behind the name excludes": """
        Lee Brown was calm. “Are you certain?” ⟦Sam Marlow, an actress from Leeds|Sam Marlow⟧, asked.

        “I am certain,” ⟦he|Lee Brown⟧ said.
    """,
    "nobody is left": "⟦Mrs Marlow|Marlow⟧ came in. “I am certain,” ⟦he|⟧ said.",
    "nobody is left, by the first name": "⟦Peter Marlow|Peter Marlow⟧ came in. “I am certain,” ⟦she|⟧ said.",
    "somebody described is left": """
        Mary Marlow was asleep. A policeman knocked.

        “I am certain,” ⟦he|Policeman⟧ said.
    """,
    "pronouns before do not exclude": """
        The contract went to Kowalski. He signed it on Monday, and his lawyer did. He smiled, and he left.

        ⟦Kowalski|Kowalski⟧ told us the deal is done. “My husband is happy,” ⟦she|Kowalski⟧ said.
    """,
    "whoever agrees is chosen though further away": """
        Anna Keller opened the shop in spring. Tom Reed bought it in autumn.

        Reed painted the door. Reed sold bread. “It was mine once,” ⟦she|Anna Keller⟧ said.
    """,
    "beside one whose gender is not known": """
        Quorra Vex met Tom Reed. “It was mine once,” ⟦she|Quorra Vex⟧ said.
    """,
    "one voter is a woman from then on": """
        ⟦One voter|Voter⟧ asked Tom Reed about tolls at the meeting. ⟦She|Voter⟧ said they were a joke.
        ⟦He|Tom Reed⟧ said they would stay.
    """,
    "not the mother by whom she is described": """
        Chelsea Roth came home. Roth, 35, the daughter of candidate Hillary Roth, was late.

        Hillary Roth was glad. ⟦Roth, 35, the daughter of Hillary Roth,|Chelsea Roth⟧ said it was “a girl”.
    """,
    "the only one of the name, whoever she is the daughter of": """
        Chelsea Roth came home. ⟦Roth, 35, the daughter of Anna Bell,|Chelsea Roth⟧ said it was “a girl”.
    """,
    "two of a surname, both named with it": """
        Robin Day is a judge. “I like it,” ⟦Mr. Day|Robin Day⟧ said. “So do I,” ⟦Ms. Day|Day⟧ said.
    """,
    "a title after a first name of men and women": """
        ⟦Lee Kepler|Lee Kepler⟧ said it was late. “Go home,” ⟦Ms. Kepler|Lee Kepler⟧ added.
    """,
    "not after a man's first name": """
        ⟦John Kepler|John Kepler⟧ said it was late. “Go home,” ⟦Ms. Kepler|Kepler⟧ added.
    """,
    "a chairman may be a woman": """
        ⟦The chairman, Val Reed,|Val Reed⟧ rose. “It was mine once,” ⟦she|Val Reed⟧ said.
    """,
}

CLAUSES = {
    "the one whom a relative clause is about": """
        Mark Reed won on Monday. With him came Joe Wilson, the congressman who was known for the day when
        ⟦he|Joe Wilson⟧ shouted “You lie!”
    """,
    "whoever is named, not of whom a noun before says something": """
        Anna Clint is loud. Madeleine Roth, a Clint supporter, caused a stir over ⟦her|Madeleine Roth⟧ remark that
        “there is a special place for women.”
    """,
    "whoever spoke in the sentence before, though only described": """
        William Birdt worked for a bank. He once asked a partner for advice.

        The answer, ⟦the partner|Partner⟧ told them, was simple. “Just wait,” ⟦he|Partner⟧ said.
    """,
    "not whoever is spoken of in passing": """
        Gary Moss, whose friend ⟦Kelly|Kelly⟧ says the house is damp, rang the hotline twice.

        “It was late,” ⟦he|Gary Moss⟧ said.
    """,
    "he whose seat stands between him and the clause about him": """
        State Sen. Wade Colby, R-Mill Creek, ⟦who|Wade Colby⟧ said no, left. ⟦He|Wade Colby⟧ said it was cold.
    """,
    "not where the pronoun's own clause is the relative one": """
        Mark Reed praised Joe Wilson, whom ⟦he|Mark Reed⟧ called “a hero”.
    """,
    "the one who is asked": """
        Mark Reed asked Joe Wilson about words of the night before, when ⟦he|Joe Wilson⟧ called the mayor “a crook”.
    """,
    "not the one who is told": """
        Mark Reed told Joe Wilson that ⟦he|Mark Reed⟧ called it “a bad day”.
    """,
    "whoever the sentence is about, not who speaks in an aside": """
        Paul Reed kept from attacking his rivals, among them Joe Wilson, who says that the senator is young.

        ⟦He|Paul Reed⟧ said it was “a good night”.
    """,
}

SURNAMES = {
    "of whoever was introduced as speaking, not of whom the news is about": """
        President Carl Moss built the dam. Carl Moss opened it in May.

        “It leaks,” ⟦Peter Moss Jr., a grandson of Carl Moss|Peter Moss Jr.⟧, said.
        “It did then,” ⟦Moss|Peter Moss Jr.⟧ said.
    """,
    "not of whom a sentence names in passing": """
        ⟦Carl Moss|Carl Moss⟧ said that it leaked. The builder Peter Moss was ill. “Yes,” ⟦Moss|Carl Moss⟧ said.
    """,
    "not of who spoke far above": """
        ⟦Peter Moss|Peter Moss⟧ said that it leaked. It rained. Carl Moss built the dam. It rained in May.

        Carl Moss opened the dam. It is old. The lake is full. “It holds,” ⟦Moss|Carl Moss⟧ said.
    """,
    "a couple": """
        Mr and Mrs Vask were there. “We cope,” said ⟦Mrs Vask|Mrs Vask⟧. “We do,” said ⟦Mr Vask|Mr Vask⟧.
        “No,” ⟦she|Mrs Vask⟧ said.
    """,
    "one of them": """
        Mr Vask was there. “We cope,” said ⟦Mr Vask|Vask⟧. “We do,” ⟦he|Vask⟧ said.
    """,
    "father and son": """
        ⟦Tom Reed Jr.|Tom Reed Jr.⟧ said it was grave. His father, ⟦Tom Reed Sr.|Tom Reed Sr.⟧, said it was not.
        “We cope,” ⟦Reed Sr.|Tom Reed Sr.⟧ said.
    """,
}

TITLED = {
    "an unknown first name after a title": """
        PM Luzia Bergen asked for dates. “We need dates,” ⟦she|Luzia Bergen⟧ wrote.

        Shopkeeper Tom Gleave told the radio so. “We need dates,” ⟦she|Luzia Bergen⟧ wrote.
    """,
    "a shopkeeper in between": """
        ⟦PM Luzia Bergen|Luzia Bergen⟧ asked for dates. ⟦Shopkeeper Beverley Gleave|Beverley Gleave⟧
        told the radio she was glad.

        ⟦Bergen|Luzia Bergen⟧ said so too.
    """,
    "the prime minister in full": """
        ⟦Prime Minister Orsolya Kint|Orsolya Kint⟧ came on Monday. “We need dates,” ⟦she|Orsolya Kint⟧ said.
    """,
}


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(text, id=name)
        for group in (
            DESCRIBED,
            NOBODY_CALLED_SO,
            ASKED,
            GOING_ON,
            JOINED,
            NUMBERS,
            EITHER_GENDER,
            KNOWN_GENDER,
            CLAUSES,
            SURNAMES,
            TITLED,
        )
        for name, text in group.items()
    ],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected


def test_a_contradiction_costs_certainty() -> None:
    known = resolved("⟦Mary Marlow|Mary Marlow⟧ came in. “I am certain,” ⟦she|Mary Marlow⟧ said.")
    guessed = resolved("""
        Kowalski came in. He signed it, and he smiled, and he left. His lawyer did. He slept.

        ⟦Kowalski|Kowalski⟧ woke. “I am certain,” ⟦she|Kowalski⟧ said.
    """)
    assert guessed.attributions[-1].certainty < known.attributions[-1].certainty
