"""A source ends where its verb begins, and a passive's speaker stands behind it."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted, told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Dr. Anita Rao is the health officer.\n\nRao rejects claims that the vaccine causes harm.",
            "Anita Rao",
        ),
        # what must stay
        ("The dockers described the ferry as “a floating wreck.”", "Dockers"),
        ("Rao's rejections claim that the port is shut.", "Rao's rejections"),
    ],
)
def test_the_source_is_whole(reader: Reader, text: str, speaker: str) -> None:
    assert [who for _, who in told(reader, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“About time,” wrote one docker from Harwich.", "“About time,”", "Docker from Harwich"),
        ("“Resign,” shouted a woman from Oster Bay at the back.", "“Resign,”", "Woman from Oster Bay"),
        ("“About time,” said another sailor from Prell, who limped.", "“About time,”", "Another sailor"),
        (
            "It was built by a count who, a sign in the chapel at Wrell tells us, “ate a bishop”.",
            "“ate a bishop”",
            "Sign in the chapel at Wrell",
        ),
        # what must stay
        ("“About time,” wrote Anna Holt from Harwich.", "“About time,”", "Anna Holt"),
        ("“About time,” wrote a spokesman for Harbour Bank.", "“About time,”", "Spokesman for Harbour Bank"),
        ("“About time,” she told sailors in Harwich.", "“About time,”", None),
    ],
)
def test_whoever_is_of_a_place_speaks(reader: Reader, text: str, words: str, speaker: str | None) -> None:
    ((said, who),) = told(reader, text)
    assert said == words
    assert who == speaker or (speaker is not None and who is not None and who.startswith(speaker))


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Plans for a prawn on the pier have been branded “an eyesore with whiskers” by residents.",
            "Plans for a prawn on the pier … “an eyesore with whiskers”",
            "Residents",
        ),
        (
            "The move was described as “a stab in the back” by the union on Monday.",
            "The move … “a stab in the back”",
            "Union",
        ),
        (
            "The Seal Watch has condemned “cruel raids” by the militia.",
            "“cruel raids” by the militia",
            "Seal Watch",
        ),
        ("The Seal Watch condemned “cruel raids” by the militia on boats.", "“cruel raids”", "Seal Watch"),
        ("Anna Holt has praised “brave work” by the crew.", "“brave work” by the crew", "Anna Holt"),
        ("The raids were condemned as “cruel” by the Seal Watch.", "The raids … “cruel”", "Seal Watch"),
        ("The plan was called “a farce” by Anna Holt.", "The plan … “a farce”", "Anna Holt"),
        ("Anna Holt, described as “a wreck” by her coach, won.", "“a wreck”", "Her coach"),
        ("Anna Holt, once called “a fool” by Tom Reed, won.", "“a fool”", "Tom Reed"),
        ("Anna Holt, often described as “a wreck”, won.", "“a wreck”", None),
        ("Anna Holt, once called “a wreck” in print, won.", "“a wreck”", None),
        (
            "The toll was described as “a tax on eels” by the guild on Monday.",
            "The toll … “a tax on eels”",
            "Guild",
        ),
        ("The inn was branded “a shed” by drinkers in Prell.", "The inn … “a shed”", "Drinkers"),
        ("Tom Reed was called “a liar” on Monday.", "“a liar”", None),
        ("Anna Holt was described as “a floating wreck” in May.", "“a floating wreck” in May", None),
        ("Anna Holt left over the plan, a text she dismissed as “wallpaper”.", "“wallpaper”", "Anna Holt"),
        ("Anna Holt, dubbed “a menace” by the council, left the hall.", "“a menace”", "Council"),
        ("The man called “a menace” by his pupils left on Monday.", "“a menace”", "His pupils"),
        ("Now the singer dubbed a “tin goat” by critics is late.", "a “tin goat”", "Critics"),
        (
            "Anna Holt has called the toll a “hoax” made up by the guild.",
            "the toll a “hoax” made up by the guild",
            "Anna Holt",
        ),
        # what must stay
        ("Anna Holt called him “the Fox” by mistake.", "him “the Fox”", "Anna Holt"),
        (
            "Anna Holt has called the toll “a hoax” made by elves.",
            "the toll “a hoax” made by elves",
            "Anna Holt",
        ),
        ("Tom Reed has described the plan as “mad”.", "the plan as “mad”", "Tom Reed"),
        ("It is the bill which the mayor, Anna Holt, called “a farce”.", "“a farce”", "Anna Holt"),
        ("Anna Holt sat down, called Tom Reed “a fool” and left.", "Tom Reed “a fool”", "Anna Holt"),
    ],
)
def test_who_judges_in_a_passive_says_so(reader: Reader, text: str, words: str, speaker: str | None) -> None:
    assert quoted(reader, text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The strike goes on “until it is signed” and no ferry will sail before Easter, union secretary Olaf "
            "Brandvik said.",
            "The strike goes on “until it is signed” and no ferry will sail before Easter",
            "Olaf Brandvik",
        ),
        (
            "The road “is a trap” and should have been shut in March, police chief Ron Hale said.",
            "The road “is a trap” and should have been shut in March",
            "Ron Hale",
        ),
        # what must stay
        ("In a call with Ferrier, Anna Holt said it was “dead”.", "it was “dead”", "Anna Holt"),
    ],
)
def test_the_end_of_the_content_is_not_in_the_source(
    reader: Reader, text: str, words: str, speaker: str
) -> None:
    assert quoted(reader, text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Two thousand people had been stranded, the president of Lind Airports, Carl de Roma, told CNN.",
            "Two thousand people had been stranded",
            "Carl de Roma",
        ),
        (
            "The harbour was shut for two days, the head of the port authority, Tom Bell, said.",
            "The harbour was shut for two days",
            "Tom Bell",
        ),
        (
            "The ferry was bought from Anna Holt, the president of Lind Ferries, Tom Bell told CNN.",
            "The ferry was bought from Anna Holt, the president of Lind Ferries",
            "Tom Bell",
        ),
        (
            "Bell has been accused by members of the old council of taking bribes.",
            "Bell … of taking bribes",
            "Members of the old council",
        ),
        (
            "“The strike will go on” in the ports of Leeds and Hull, a docker from the union told a crowd.",
            "“The strike will go on” in the ports of Leeds and Hull",
            "Docker from the union",
        ),
        (
            "“The strike will go on as long as the port pays too little” for work on the quays and the ships, a "
            "docker from the union told the square through a megaphone.",
            "“The strike will go on as long as the port pays too little” for work on the quays and the ships",
            "Docker from the union",
        ),
        (
            "“We march as long as the road is shut” to the valley, Tom Bell of the group told the square "
            "through a megaphone.",
            "“We march as long as the road is shut” to the valley",
            "Tom Bell",
        ),
        (
            "Bell was accused by members of the board of the trust.",
            "Bell",
            "Members of the board of the trust",
        ),
    ],
)
def test_roles_and_charges_stand_on_their_side(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert told(reader, text) == [(words, speaker)]


def test_who_asks_and_laughs_is_not_in_the_words(reader: Reader) -> None:
    text = "“Sent where?” asked Dahl, laughing, as he looked through a drawer of letters."
    assert told(reader, text) == [("“Sent where?”", "Dahl")]
