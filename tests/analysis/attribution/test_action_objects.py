"""Words of speech that tell of a deed are no speech; the same words with something said are."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt claimed the prize for the best cheese on Monday.",
        "Peter Lind was charged with theft and fraud on Monday.",
        "The club charged a $40 fee for each boat.",
        "Anna Holt called Peter Lind to congratulate him.",
        "Peter Lind posted a photo of himself eating soup.",
        "The guard was denied bail on Monday.",
        "The mill responded by closing its doors.",
        "Anna Holt was asked about the count.",
        "Anna Holt did not mention Peter Lind by name.",
        "She spoke with a passion that suggested the fight was not over.",
        "Her victory confirmed the strength of the small towns.",
        "The dam broke, which Anna Holt conceded on Monday.",
        "Nobody has been asked this question.",
        "Anna Holt was declared the winner in Tarn by the papers.",
        "That said, the dam is old and the road is shut.",
        "Two guards were charged Tuesday with theft.",
        "Anna Holt testified before the board on Monday.",
        "The mayor ordered an inquiry into the fire.",
        "Researchers disclosed a cache of letters.",
        "Anna Holt is aware that the dam is old.",
        "The letter prompted the council to call a meeting.",
        "Anna Holt quoted the mayor's remarks.",
        "Anna Holt argued a number of cases before the court.",
        "The islanders declared war on the mainland.",
        "The islanders declared a state of emergency on Friday.",
        "The council declared three days of mourning for the miners.",
        "The generals declared martial law and shut the airport.",
        "Famine has been declared on both islands.",
        "Brink Town have now conceded nine goals in May.",
        "The paper quoted three experts who had found no trace of it.",
        "Anna Holt wrote a bill in May that opened the port.",
        "The Fuels Institute will report its figures at noon.",
        "Some fishermen are hopeful they can threaten the lead of the port.",
        "Anna Holt had hardly uttered a word about Tom Bell.",
        "Anna Holt drew cheers as she thanked her adopted home state.",
        "Anna Holt quoted the Talmud and visited the grave of the poet.",
        "Anna Holt asked a question he did not like.",
        "Anna Holt tweeted the transcript of the talk between Bell and Lind.",
        "The town will go on testing boats, a plan announced in May.",
    ],
)
def test_the_object_of_a_deed_is_no_speech(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Anna Holt claimed that the prize was hers.", "that the prize was hers", "Anna Holt"),
        ("Anna Holt claimed the prize was hers.", "the prize was hers", "Anna Holt"),
        ("Peter Lind charged that the vote was bought.", "that the vote was bought", "Peter Lind"),
        ("Anna Holt called Peter Lind a liar.", "Peter Lind a liar", "Anna Holt"),
        ("Peter Lind denied the charges.", "the charges", "Peter Lind"),
        ("Peter Lind responded that the mill was shut.", "that the mill was shut", "Peter Lind"),
        ("Reporters asked whether the port would open.", "whether the port would open", "Reporters"),
        ("Anna Holt mentioned that the dam was old.", "that the dam was old", "Anna Holt"),
        ("Peter Lind told friends the boat was lost.", "the boat was lost", "Peter Lind"),
        ("Anna Holt is adamant that the dam is safe.", "that the dam is safe", "Anna Holt"),
        (
            "It is certain that the dam is old, Anna Holt said.",
            "It is certain that the dam is old",
            "Anna Holt",
        ),
        ("There was a boat there, Anna Holt said.", "There was a boat there", "Anna Holt"),
        ("The firm was sold. It said that the dam was old.", "that the dam was old", "Firm"),
        ("Anna Holt declared the winner was Peter Lind.", "the winner was Peter Lind", "Anna Holt"),
        ("Anna Holt declared the drought a disaster.", "the drought a disaster", "Anna Holt"),
        ("Anna Holt declared the truce dead.", "the truce dead", "Anna Holt"),
        ("Anna Holt declared war a sin.", "war a sin", "Anna Holt"),
        ("Anna Holt declared that the vote was valid.", "that the vote was valid", "Anna Holt"),
        ("Anna Holt testified that the dam was old.", "that the dam was old", "Anna Holt"),
        ("The actors are quick to point out that the play is old.", "that the play is old", "Actors"),
        ("Researchers disclosed that the dam was old.", "that the dam was old", "Researchers"),
        ("Polls show that most people want a bridge.", "that most people want a bridge", "Polls"),
        ("The report suggests that the dam is old.", "that the dam is old", "Report"),
        ("The court confirmed that the dam was old.", "that the dam was old", "Court"),
        (
            "The Courier quoted the mayor, Anna Holt, as saying the dam was old.",
            "the dam was old",
            "Anna Holt",
        ),
        ("Peter Lind told the agents that he had seen the boat.", "that he had seen the boat", "Peter Lind"),
        (
            "Anna Holt argued that a number of cases were lost.",
            "that a number of cases were lost",
            "Anna Holt",
        ),
        ("Anna Holt declared that the war was lost.", "that the war was lost", "Anna Holt"),
        ("Brink Town conceded that the pitch was wet.", "that the pitch was wet", "Brink Town"),
        ("Anna Holt repeated her claim that the dam was old.", "that the dam was old", "Anna Holt"),
    ],
)
def test_what_was_said_is_speech(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in told(reader, text)
