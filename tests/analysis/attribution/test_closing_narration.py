"""Narration behind the words is not in them; what belongs to them is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Anna Holt said, “Both rooms will stay,” including the annex by the weir that many have used.",
            "“Both rooms will stay,”",
        ),
        ("Anna Holt blurted out, “Oh, no, not that,” at the mere sound of the name.", "“Oh, no, not that,”"),
        (
            "The account changed — “the key was in my coat,” Anna Holt said, asked about the safe.",
            "“the key was in my coat,”",
        ),
        (
            "Anna Holt said the fair was “a gift,” citing hope for the mill at her first talk in the port.",
            "the fair was “a gift,”",
        ),
        (
            "Anna Holt had lashed out at the mill's owner, calling him a “so-called baker” in a tweet.",
            "him a “so-called baker”",
        ),
        (
            "Anna Holt vowed to “build boats like bread” in what experts called the first such plan of the port.",
            "to “build boats like bread”",
        ),
        (
            "Anna Holt pointed to the “great backlog of repair across the port,” which takes in three ferries.",
            "the “great backlog of repair across the port,”",
        ),
        (
            "Anna Holt said the fair was “a gift,” including the boats.",
            "the fair was “a gift,” including the boats",
        ),
        # what else they did at the same time
        ("Anna Holt and others left the hall, shouting “thief” and throwing bottles at it.", "“thief”"),
        (
            "Anna Holt has dismissed the letters as “fake news” and closed the mill.",
            "the letters as “fake news”",
        ),
        ("Anna Holt was denouncing the fair as “a gift” and handing out bread.", "the fair as “a gift”"),
        # what they said it in, and what a judge or a chair does in saying it
        (
            "Anna Holt called the fair a “rare gift”, in the release of a yearly report on the port.",
            "the fair a “rare gift”",
        ),
        ("Anna Holt said the theft was vile as she jailed Tom Bell for nine years.", "the theft was vile"),
        ("Anna Holt said the plan was “a disgrace” as she opened the debate.", "the plan was “a disgrace”"),
        (
            "Anna Holt said she heard a “bang” as she opened the door.",
            "she heard a “bang” as she opened the door",
        ),
        (
            "Anna Holt said that “nobody”, in the report, was named.",
            "that “nobody”, in the report, was named",
        ),
        # what they said that they do is theirs
        ("Anna Holt said she was taking “the bread” and leaving.", "she was taking “the bread” and leaving"),
        (
            "Anna Holt has promised that the mill would “cut costs” and raise wages.",
            "that the mill would “cut costs” and raise wages",
        ),
        (
            "Anna Holt was calling for “cutting costs” and raising wages.",
            "“cutting costs” and raising wages",
        ),
        ("Anna Holt said the mill had “no room” in the harbour.", "the mill had “no room” in the harbour"),
        ("Anna Holt said the road was shut when asked by a reader.", "the road was shut"),
        ("Anna Holt said the road was shut, speaking to the paper.", "the road was shut"),
        ("Anna Holt joked, “You are silly,” drawing “Shame!” from the hall.", "“You are silly,”"),
        (
            "Anna Holt called out, “Peter Lind, please,” who then sang “The Long Road.”",
            "“Peter Lind, please,”",
        ),
        (
            "“The number of boats is stunning,” since so many were sold by the town, said Anna Holt.",
            "“The number of boats is stunning,” since so many were sold by the town",
        ),
        (
            "Anna Holt urged them to work at “getting the mill to turn” - then was drawn to the south.",
            "to work at “getting the mill to turn”",
        ),
        ("“It is a fine day,” Anna Holt wrote on Twitter.", "“It is a fine day,”"),
        (
            "“This is a lie,” Anna Holt said. That Lind is richer than he is surprised nobody.",
            "“This is a lie,”",
        ),
        (
            "Anna Holt warned that the boats were not ready, according to a letter of May.",
            "that the boats were not ready",
        ),
        ("The dam was old, Anna Holt said while visiting the mill.", "The dam was old"),
        ("“They are glad,” Anna Holt said of the Linds.", "“They are glad,”"),
        ("Anna Holt insisted the lift was “safe”, then took the stairs.", "the lift was “safe”"),
        ("Anna Holt promised to mend the roof, and promptly left for Spain.", "to mend the roof"),
        (
            "Anna Holt said the levy would hit “grey boats,” a term for those that nobody has listed.",
            "the levy would hit “grey boats,”",
        ),
        ("Anna Holt says the boats are “old wood” and wants new ones.", "the boats are “old wood”"),
        ("“Those are bad beams,” Anna Holt said this afternoon.", "“Those are bad beams,”"),
        ("“The mill is full,” Anna Holt said, a claim that nobody could check.", "“The mill is full,”"),
        ("“We won,” Anna Holt said, the crowd cheering.", "“We won,”"),
        (
            "“The fairs are so full,” Anna Holt said Thursday, words we will read of the others too.",
            "“The fairs are so full,”",
        ),
        (
            "Anna Holt said it would be “a fine weir for the U.K.” A crane fell on Monday.",
            "it would be “a fine weir for the U.K.”",
        ),
        ("Anna Holt said the mill would open, drawing a long cheer.", "the mill would open"),
        # what belongs to them
        ("“A disgrace,” Anna Holt called the plan.", "“A disgrace,” … the plan"),
        ("“It is late,” Anna Holt added, her voice low, “and dark.”", "“It is late,” … “and dark.”"),
        ("The plan, Anna Holt said, is “a mess.”", "The plan … is “a mess.”"),
        ("Anna Holt said it was “good for the U.S.” Army.", "it was “good for the U.S.” Army"),
        (
            "Anna Holt said the fair won prizes, drawing praise from bakers.",
            "the fair won prizes, drawing praise from bakers",
        ),
        (
            "Anna Holt says the mill is “old wood” and needs new beams.",
            "the mill is “old wood” and needs new beams",
        ),
        (
            "Anna Holt says the tolls are “plain theft” and are paid by the poor.",
            "the tolls are “plain theft” and are paid by the poor",
        ),
        (
            "Anna Holt won them over, assuring them “your lamps are paid for” – without naming a sum.",
            "“your lamps are paid for”",
        ),
        ("Anna Holt told him, “I never forget a face,” the court heard.", "“I never forget a face,”"),
        ("“They were brave,” Sgt. Anna Holt told reporters, her voice cracking.", "“They were brave,”"),
        ("Anna Holt said the road was shut when the dam broke.", "the road was shut when the dam broke"),
        (
            "Anna Holt said there was “no boat,” because of the storm.",
            "there was “no boat,” because of the storm",
        ),
        (
            "Witnesses saw the yard “where he carried the crate,” Anna Holt said.",
            "Witnesses saw the yard “where he carried the crate,”",
        ),
    ],
)
def test_narration_behind_the_words_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, HOLT)]
