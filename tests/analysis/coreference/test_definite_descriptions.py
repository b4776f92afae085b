"""Whom descriptions mean: somebody named only where the article ties the two together."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

TIED = {
    "by its role": """
        The mayor, Anna Holt, came late. ⟦The mayor|Anna Holt⟧ said the boat was stolen.
    """,
    "by a word for the same role": """
        Chairman Tom Reed came late. ⟦The chair|Tom Reed⟧ said the boat was stolen.
    """,
    "by a headline and the role below": """
        Mayor says boat was stolen

        ⟦Mayor Anna Holt|Anna Holt⟧ spoke on Monday. ⟦The mayor|Anna Holt⟧ said the boat was stolen.
    """,
    "the singer": """
        Rory Vane teased the tour on Monday. “I am ready,” ⟦the singer and guitarist|Rory Vane⟧ told the radio.
    """,
    "the writer": """
        Rory Vane won the prize on Monday. “I am ready,” ⟦the novelist|Rory Vane⟧ told the radio.
    """,
    "the magnate": """
        Rory Vane held a rally on Monday. “I am ready,” ⟦the real estate magnate|Rory Vane⟧ told the radio.
    """,
    "a company whose name an account bears": """
        ⟦Twitter|Twitter⟧ said it was late. Twitter was founded in spring. A rival of Twitter stands in Leeds.

        Twitter grew. Twitter fell. An account was called “Wilayat Twitter.” ⟦The company|Twitter⟧ said so.
    """,
    "a website set up before": """
        Rob Cala has set up a website for refugees. ⟦He|Rob Cala⟧ told the National Post he was happy.

        “It is over,” ⟦the website|Website⟧ explains.
    """,
    "a firm that was read as a person": """
        Jeff Marsh wept when Nordlund had closed it. ⟦Nordlund|Nordlund⟧ reiterated that its ovens were cold.

        ⟦The company|Nordlund⟧ said bread was dear.
    """,
    "no person, who has a gender": """
        Alder Bank was glad. ⟦Jane Nordlund|Jane Nordlund⟧ reiterated that her choice was hard.

        ⟦The company|Alder Bank⟧ said sales had declined.
    """,
    "the newspaper": """
        The National Post is in Leeds. “It is over,” ⟦the newspaper|National Post⟧ explains.
    """,
    "a friend of the same person": """
        Tom Bell came late. “He ran,” ⟦his friend Sam Oumar|Sam Oumar⟧ said. Bell sat down. “He is old,”
        ⟦his friend|Sam Oumar⟧ said.
    """,
    "not a friend of another one": """
        Tom Bell came late. “He ran,” ⟦his friend Sam Oumar|Sam Oumar⟧ said.

        Peter Lind came at ten. He “wanted to fly,” ⟦his childhood friend|His childhood friend⟧ said.
    """,
    "the one with two terms": """
        President Rory Vane will speak. “I am ready,” ⟦the two-term president|Rory Vane⟧ told the radio.
    """,
    "the one named behind a long description": """
        ⟦A teacher who lives by the river, Mia Lund from Leeds,|Mia Lund⟧ said the boat was stolen.
    """,
    "not whoever is only the subject of a clause inside another": """
        Tom Glim is in a film. Though his part, Oskar, was a thief, ⟦the actor|Actor⟧ said he was paid.
    """,
    "not both the minister and the captain": """
        John Doe left the hall. ⟦The minister|John Doe⟧ said it was late. ⟦The captain|Captain⟧ said all was lost.
    """,
    "the same minister twice": """
        John Doe left the hall. ⟦The minister|John Doe⟧ said it was late. ⟦The minister|John Doe⟧ said so twice.
    """,
    "the brokerage": """
        Alder Securities, the brokerage, cut its forecast. ⟦The brokerage|Alder Securities⟧ said demand fell.
    """,
    "a son of the same name": """
        Donal Thorne Jr. offered trainees advice. ⟦Donal Thorne’s son|Donal Thorne Jr.⟧ told the radio so.
    """,
    "a father of the same name": """
        Donal Thorne Sr. came late. ⟦Donal Thorne’s father|Donal Thorne Sr.⟧ told the radio so.
    """,
    "the presenter, who is the host": """
        Ana Bloom told host Rick Stave that it was late. ⟦The presenter|Rick Stave⟧ said no.
    """,
    "the production company": """
        ⟦Oakhurst Records|Oakhurst Records⟧ says it is on, and ⟦Halloway Events|Halloway Events⟧, which runs
        it, says it is not.

        “That is all,” ⟦the production company|Halloway Events⟧ said.
    """,
}

NOT_TIED = {
    "a son of another name": """
        Donal Thorne Jr. offered trainees advice. ⟦Tom Reed’s son|Tom Reed’s son⟧ told the radio so.
    """,
    "the mayor": """
        ⟦The mayor|Mayor⟧ said the boat was stolen. “He should resign,” ⟦Anna Holt|Anna Holt⟧ said.
    """,
    "the minister further down": """
        ⟦The minister|Minister⟧ said on Monday that the road would close.

        “It is a shame,” said ⟦Carl Moss, a shopkeeper|Carl Moss⟧.
    """,
    "a doctor": """
        Tom Reed fell from a roof. ⟦The doctor|Doctor⟧ said he was lucky.
    """,
    "the president of nowhere, and a witness": """
        ⟦The president|President⟧ said the talks were over.

        “I saw them leave,” ⟦Lena Mayer|Lena Mayer⟧ said.
    """,
    "the judge before the accused": """
        ⟦The judge|Judge⟧ said it was wicked. ⟦Tom Reed|Tom Reed⟧ told the court he was sorry.
    """,
}

DESCRIBED_ONCE = {
    "one legal expert": """
        ⟦One legal expert|Legal expert⟧ said the law was old. “It may fall,” ⟦the expert|Legal expert⟧ warned.
    """,
    "a neighbour": """
        ⟦A neighbour of the couple|Neighbour of the couple⟧ heard it.
        ⟦The neighbour|Neighbour of the couple⟧ said it was loud.
    """,
    "a senior official": """
        ⟦A senior US official|Senior US official⟧ said no. ⟦The official|Senior US official⟧ added that talks go on.
    """,
    "another is another": """
        ⟦A neighbour|Neighbour⟧ heard it. ⟦Another neighbour|Another neighbour⟧ said it was loud.
    """,
    "one of two is left open": """
        ⟦A legal expert|Legal expert⟧ said no. ⟦A tax expert|Tax expert⟧ said yes.
        ⟦The expert|Tax expert⟧ said it again.
    """,
    "an acronym for the same words": """
        ⟦A senior Harbour Trust aide|Senior Harbour Trust aide⟧ said no.
        ⟦The HT aide|Senior Harbour Trust aide⟧ said so twice.
    """,
    "prosecutors": """
        ⟦Federal prosecutors|Federal prosecutors⟧ charged him in May.
        ⟦Prosecutors|Federal prosecutors⟧ said he lied.
    """,
    "prosecutors of two kinds": """
        ⟦Federal prosecutors|Federal prosecutors⟧ said no. ⟦State prosecutors|State prosecutors⟧ said yes.
        ⟦Prosecutors|Prosecutors⟧ said he lied.
    """,
    "voters are anybody": """
        ⟦Young voters|Young voters⟧ like him. ⟦Voters|Voters⟧ say he lies.
    """,
    "nobody": """
        ⟦Nobody|⟧ said that it was late. ⟦None|⟧ said that it was early.
    """,
    "critics of whom the source does not say": """
        ⟦Critics of|Critics⟧ the plan said no.
    """,
    "the other words stay apart": """
        ⟦A police officer|Police officer⟧ said no. ⟦The army officer|Army officer⟧ said yes.
    """,
}

COUNTERPARTS = {
    "his counterpart": """
        The Hull manager, Carl Moss, was calm. ⟦His counterpart, Per Dahl,|Per Dahl⟧ said they were lucky.
    """,
    "a spokesman by name": """
        ⟦A spokesman for Alder Foods, Carl Moss,|Carl Moss⟧ said it was over. ⟦The spokesman|Carl Moss⟧ left.
    """,
    "the spokesman of somebody with a title": """
        ⟦A spokesman for Economy Minister Carl Moss|Spokesman for Economy Minister Carl Moss⟧ said it was over.
    """,
    "the friend of somebody with a title": """
        ⟦A friend of actor Carl Moss|Friend of actor Carl Moss⟧ said it was over.
    """,
    "a minister of something": """
        ⟦Shadow Minister for Health Carl Moss|Carl Moss⟧ said it was over.
    """,
    "an apposition within an apposition": """
        ⟦His son, the novelist Carl Moss,|Carl Moss⟧ said it was over. “It was cold,” ⟦he|Carl Moss⟧ said.
    """,
    "an apposition without an article": """
        ⟦Her husband, painter Carl Moss,|Carl Moss⟧ said it was over.
    """,
    "a queen who is not the woman talked about": """
        ⟦Elsie Moss|Elsie Moss⟧ said he was late. ⟦The Queen|Queen⟧ said it was cold.
    """,
    "a pope by name": """
        Pope Francis prayed. ⟦The Pope|Pope Francis⟧ left, and ⟦the pope|Pope Francis⟧ said it was cold.
    """,
    "an alliance is no paper": """
        ⟦Per Dahl|Per Dahl⟧, who heads the Harbour Alliance, said no. ⟦The paper|Paper⟧ said that it was cold.
    """,
    "the son of somebody": """
        ⟦His friend, the son of Tom Reed,|His friend⟧ said it was cold.
    """,
    "her lawyer": """
        Anna Holt, the mayor, spoke to Tom Reed, her lawyer. “It is late,” ⟦the lawyer|Tom Reed⟧ said.
    """,
    "an essay of hers": """
        ⟦In a Harbour Journal essay last week, Ivana Trent|Ivana Trent⟧ said it was late.
    """,
    "what somebody was before": """
        ⟦Chief of Staff Denis Lough (then deputy adviser)|Denis Lough⟧ said it was late.
    """,
}

AGES = {
    "two ages": """
        Tom Reed, 43, and Paul Brown, 61, run the shop. ⟦The 61-year-old|Paul Brown⟧ said that it was closing.
        ⟦The 43-year-old|Tom Reed⟧ said it was not.
    """,
    "an age before the name": """
        Comedian 43-year-old Peter Hull imitated Carl Moss, 70. ⟦The 43-year-old|Peter Hull⟧ said it was easy.
    """,
    "nobody of that age": """
        Carl Moss (70) spoke first. ⟦The 43-year-old|43-year-old⟧ said it was easy.
    """,
}

ELABORATED = {
    "the magnate, of whom something else is said": """
        Rory Vane, the winner, held a rally. “Yes,” ⟦the billionaire real estate magnate|Rory Vane⟧ said.
    """,
    "the front-runner": "Rory Vane held a rally. “Yes,” ⟦the party front-runner|Rory Vane⟧ said.",
    "not the judge": """
        Rory Vane, the winner, held a rally. “Yes,” ⟦the federal judge|Federal judge⟧ said.
    """,
    "not the spokesman": """
        Rory Vane, the winner, held a rally. “Yes,” ⟦the party spokesman|Party spokesman⟧ said.
    """,
}

OFFICES = {
    "a premier is nobody with another role": """
        ⟦Attorney General Tom Reed|Tom Reed⟧ said that it was late. ⟦The prime minister|Prime minister⟧ said no.
    """,
    "a premier of whom no role is said": """
        ⟦Tom Reed|Tom Reed⟧ said that it was late. “No,” ⟦the prime minister|Tom Reed⟧ said.
    """,
    "a party’s member is the senator, not the subject": """
        Olga Brandt has vowed to cut the toll. Brandt might not find a friend in Sen. Tom Reed, either.
        ⟦The Ohio Republican|Tom Reed⟧ told CNN that it was late.
    """,
    "a party’s member named behind": """
        “No,” House Committee Chairman Carl Moss told CNN.
        ⟦The top Democrat on the committee, Rep. Tom Reed,|Tom Reed⟧ said that it was late.
    """,
    "a party’s member sits in a parliament": """
        ⟦President Olga Brandt|Olga Brandt⟧ said no. ⟦The Ohio Republican|Ohio Republican⟧ told CNN it was late.
    """,
    "but anybody is a party’s": """
        ⟦Former Vice President Carl Moss|Carl Moss⟧ said no. “It was late,” ⟦the Republican|Carl Moss⟧ told CNN.
    """,
    "a people": """
        Carl Moss leads the party. ⟦The Dutch|Dutch⟧ said that it was late.
    """,
    "one of a people": """
        Carl Moss coaches the club. “It was late,” ⟦the Australian|Carl Moss⟧ said.
    """,
    "somebody else’s spokesman": """
        ⟦Ministry spokesman Tom Reed|Tom Reed⟧ said no. ⟦Brandt’s spokesman|Brandt’s spokesman⟧ said it was late.
    """,
    "the spokesman of a Taoiseach": """
        ⟦A spokesperson for Taoiseach Nora Moss|Spokesperson for Taoiseach Nora Moss⟧ said that it was late.
        ⟦The Taoiseach|Nora Moss⟧ said no.
    """,
    "what somebody was before": """
        ⟦Transport Minister Tom Reed|Tom Reed⟧ said no.
        “It was late,” ⟦the former Harbour Trust executive|Tom Reed⟧ said.
    """,
    "an official of another body": """
        ⟦Harbour Bank economist Tom Reed|Tom Reed⟧ said no.
        “It was late,” ⟦the White House official|White House official⟧ said.
    """,
    "a senator of another state is another": """
        Sen. Tom Reed (R-Ohio) left. Sen. Carl Moss (D-Fla.) stayed. “No,” ⟦the Ohio senator|Tom Reed⟧ said.
    """,
    "a party's member of another state is another": """
        Anna Holt, D-Ohio, spoke after Sen. Carl Moss, D-New York, had left. Holt, whom Moss called, was calm.
        ⟦The Ohio Democrat|Anna Holt⟧ denied that Moss had told her to wait.
    """,
    "a senator of another party is another": """
        Sen. Tom Reed, R-Ohio, left. Sen. Carl Moss (D-N.Y.) stayed. “No,” ⟦the New York Democrat|Carl Moss⟧ said.
        “Yes,” ⟦the Republican|Tom Reed⟧ said.
    """,
    "nobody, where all are of the other party": """
        Tom Reed, R-Ohio, left. ⟦The Democrat|Democrat⟧ said it was late.
    """,
    "a senator from that state": """
        Sen. Tom Reed (R-Ohio) left. Sen. Carl Moss (D-Fla.) stayed.
        “No,” said ⟦the senator from Florida|Carl Moss⟧.
    """,
    "whoever is talked about, where the senator was named long before": """
        Sen. Tom Reed left on Monday. It was late.

        Nobody stayed but a few. It was cold. They sang.

        Carl Moss laughed at it. “No,” ⟦the senator|Carl Moss⟧ said.
    """,
    "the senator just named": """
        Sen. Tom Reed left on Monday. Carl Moss waved.

        “No,” ⟦the senator|Tom Reed⟧ said.
    """,
    "what somebody calls somebody else in passing": """
        ⟦Ted Holm|Ted Holm⟧ said that the businessman was right. Carl Moss is a businessman. Holm warned of it.
        “No,” ⟦the Texas senator|Ted Holm⟧ said.
    """,
    "an age says who is talked about": """
        Carl Moss, the head of the Alder Trust, sat in Leeds.

        “It was cold,” ⟦the bespectacled, 71-year-old diplomat|Carl Moss⟧ said.
    """,
    "not somebody named in passing": """
        Signs against Carl Moss hung there. ⟦The 71-year-old diplomat|71-year-old diplomat⟧ said no.
    """,
}

WHOLE = {
    "at least": "⟦At least 40 riders|At least 40 riders⟧ said that they would walk.",
    "more than": "⟦More than half of the riders|More than half of the riders⟧ say the toll is “unfair.”",
    "four in ten": "⟦Four in ten commuters|Four in ten commuters⟧ say the toll is “unfair.”",
    "one in five": "⟦One in five riders|One in five riders⟧ say the toll is “unfair.”",
    "two thirds": "⟦Two thirds of riders|Two thirds of riders⟧ say the toll is “unfair.”",
    "those over sixty": "⟦Those over 60|Those over 60⟧ say the toll is “unfair.”",
    "four witnesses": "⟦Four witnesses|Witnesses⟧ say the toll is “unfair.”",
}

AGAIN = {
    "a ministry described before, not a conference": """
        Poland has signed, ⟦the Polish foreign ministry|Polish foreign ministry⟧ said. The sides discussed
        “a meeting in Lodz and the Prague Energy Conference,” ⟦the ministry|Polish foreign ministry⟧ added.
    """,
    "a press service, not the agency it told": """
        The film was sold abroad, ⟦the press service of Riga Pictures|Press service of Riga Pictures⟧ told LETA.

        “It was shown in Estonia,” ⟦the press service|Press service of Riga Pictures⟧ said.
    """,
    "a company named since": """
        ⟦A local company|Local company⟧ said it would grow. Alder Foods opened its office in May.
        ⟦The company|Alder Foods⟧ said it was glad.
    """,
    "an army, not whom it fights": """
        The raids helped the so-called Northern State. “They crossed our borders,” ⟦the army|Army⟧ said.
    """,
    "a diplomat with a role that says more": """
        “We have seen the report,” ⟦Norwegian Foreign Ministry Spokeswoman Ingrid Dahl|Ingrid Dahl⟧ said.

        “It is early,” ⟦the Norwegian diplomat|Ingrid Dahl⟧ added.
    """,
    "an official who spoke last": """
        ⟦Oleg Marsh, the president of the Football Union|Oleg Marsh⟧, told reporters that fans behaved well.

        “It was a creative move,” ⟦the official|Oleg Marsh⟧ said.
    """,
    "an official introduced without a name": """
        ⟦A city official|City official⟧ said it was late. ⟦Oleg Marsh|Oleg Marsh⟧ said so, too.

        “It was a creative move,” ⟦the official|City official⟧ said.
    """,
    "a nurse is nobody who spoke last": """
        ⟦Oleg Marsh, the president of the Football Union|Oleg Marsh⟧, told reporters that fans behaved well.

        “They ran,” ⟦the nurse|Nurse⟧ said.
    """,
    "an ambassador who is an envoy": """
        ⟦Norwegian Ambassador to Malta Sven Dahl|Sven Dahl⟧ said it was late. ⟦The envoy|Sven Dahl⟧ said no.
    """,
    "the diplomat of a land, named behind it": """
        ⟦Latvia’s top diplomat|Sandis Ozols⟧ also said that it was “a change.”

        Ties are good, ⟦Latvian Foreign Minister Sandis Ozols|Sandis Ozols⟧ said.
        ⟦Latvia’s top diplomat|Sandis Ozols⟧ told the radio that it was late.
    """,
    "the diplomat of another land": """
        Ties are good, ⟦Latvian Foreign Minister Sandis Ozols|Sandis Ozols⟧ said.
        ⟦Norway’s diplomat|Norway’s diplomat⟧ told the radio that it was late.
    """,
    "the diplomat of a land is not its president": """
        ⟦Latvian President Ilze Kalnina|Ilze Kalnina⟧ said that it was early.
        ⟦Latvia’s top diplomat|Latvia’s top diplomat⟧ told the radio that it was late.
    """,
    "an official is nobody named behind": """
        ⟦A Harbour Trust official|Harbour Trust official⟧ said it was late.

        ⟦Harbour Trust Chairman Tom Reed|Tom Reed⟧ left, he said.
    """,
    "the subject of the sentence before": """
        Carl Moss took to Twitter. “I am relieved,” ⟦the former parliamentarian|Carl Moss⟧ wrote.
    """,
    "another land’s leader": """
        President Olga Brandt has won. ⟦Iceland’s leader|Iceland’s leader⟧ said that ⟦Brandt|Olga Brandt⟧ was late.
    """,
    "a leader of the body somebody is of": """
        ⟦The Reform Party’s Nora Stein|Nora Stein⟧ said no. ⟦Tessa Moor|Tessa Moor⟧ said it was late.
        ⟦The Reform Party leader|Nora Stein⟧ told the crowd that it was not.
    """,
    "the aide who spoke, not one named before": """
        Tom Reed, an aide to the governor, left. ⟦One Harbour Party aide|Harbour Party aide⟧ said it was late.

        “It plays well,” ⟦the aide|Harbour Party aide⟧ said.
    """,
    "the aide named since": """
        ⟦One Harbour Party aide|Harbour Party aide⟧ said it was late. Tom Reed, an aide to the governor, left.

        “It plays well,” ⟦the aide|Tom Reed⟧ said.
    """,
    "the mayor is not a former one": """
        Tom Reed, the mayor of Oxley, left. ⟦A former mayor|Former mayor⟧ said it was late.

        “It plays well,” ⟦the mayor|Tom Reed⟧ said.
    """,
    "somebody who asked not to be named": """
        ⟦One lawyer, who asked not to be named,|Lawyer⟧ said it was late. ⟦Tom Reed, a lawyer,|Tom Reed⟧ said no.
    """,
    "not the subject of the sentence": """
        Anna Holt spoke before ⟦the chairman|Chairman⟧ called it “over”.
    """,
    "whose party stands in brackets": """
        Cllr Anna Holt (Ind, Wardle), ⟦who|Anna Holt⟧ said that it was late, left.
    """,
    "one of several": """
        Tom Reed called it a small key. ⟦One, a banker who would not be named,|Banker⟧ said it was late.

        “It is,” ⟦he|Banker⟧ said.
    """,
    "a manager is nobody of whom only the foul is told": """
        ⟦Tom Reed|Tom Reed⟧ accused referee Peter Lund of guessing. Lund punished a foul on Carl Moss.

        “He did,” said ⟦the Oxley manager|Tom Reed⟧.
    """,
    "an actress is no character": """
        Marta (Anna Holt) drives a lorry, and Marta weeps in it. “It is real,” ⟦the actress|Anna Holt⟧ said.
    """,
    "a surname read as a verb": """
        Anna Holt met Marcus Thring. Holt spoke of the roads in Devon.

        “It's not my county!” ⟦Thring|Marcus Thring⟧ cried.
    """,
    "somebody’s wife": "⟦The wife of Oxley bomber Peter Lund|Wife of Oxley bomber Peter Lund⟧ has said no.",
    "the sister of a singer": "⟦The sister of the singer Peter Lund|Sister of the singer Peter Lund⟧ said no.",
}


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(text, id=name)
        for group in (TIED, NOT_TIED, DESCRIBED_ONCE, COUNTERPARTS, AGES, ELABORATED, OFFICES, WHOLE, AGAIN)
        for name, text in group.items()
    ],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
