"""Sources that are only described: somebody described or named before, or nobody whom the article names."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

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


@pytest.mark.parametrize("article", [pytest.param(text, id=name) for name, text in AGAIN.items()])
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
