"""Of two cues around the same words the inner one owns them."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted, told
from tests.analysis.readers import Reader

OPENING = "Osric Tamm was fined on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Orla Beck has responded to critics who described her plan as “mad”.",
            "her plan as “mad”",
            "Critics",
        ),
        ("Orla Beck praised the crew who called it “home”.", "it “home”", "Crew"),
        # what must stay
        (
            "Orla Beck said she pitied those who called her “finished”.",
            "she pitied those who called her “finished”",
            "Orla Beck",
        ),
        (
            "In the call he said, “I know which gate you use,” the county court said.",
            "“I know which gate you use,”",
            "Osric Tamm",
        ),
        (
            "The clerk remembered that he said, “I know which gate you use,” the county court said.",
            "“I know which gate you use,”",
            "Osric Tamm",
        ),
        (
            "A neighbour testified that he had shouted, “The roof comes off,” according to the clerk.",
            "“The roof comes off,”",
            "Osric Tamm",
        ),
        (
            "The neighbours laughed at how the bishop whispered “Is there any pudding?” at the grave.",
            "“Is there any pudding?”",
            "Bishop",
        ),
        (
            "Listeners laughed when he urged the town, “Count what I promised and what I built.”",
            "“Count what I promised and what I built.”",
            "Osric Tamm",
        ),
        (
            "“Fog is no excuse for that,” Orla Beck recalled her uncle saying as she left.",
            "“Fog is no excuse for that,”",
            "Her uncle",
        ),
        (
            "The gate is “sliding into the lake,” as Orla Beck, a lecturer at the institute, puts it.",
            "The gate is “sliding into the lake,”",
            "Orla Beck",
        ),
        ("“Fog is no excuse,” as Orla Beck put it.", "“Fog is no excuse,”", "Orla Beck"),
        (
            "“I know which gate you use,” the mayor will say, according to excerpts of her speech.",
            "“I know which gate you use,”",
            "Mayor",
        ),
        # one frame only
        (
            "“I know which gate you use,” according to excerpts of her speech.",
            "“I know which gate you use,”",
            "Excerpts of her speech",
        ),
        (
            "“I know which gate you use,” the county court said.",
            "“I know which gate you use,”",
            "County court",
        ),
        ("When the clerk was asked what Tamm said, “No idea,” Orla Beck replied.", "“No idea,”", "Orla Beck"),
        (
            "Orla Beck said she remembered the gate as “the wrong one”.",
            "she remembered the gate as “the wrong one”",
            "Orla Beck",
        ),
    ],
)
def test_the_inner_speaker_owns_the_words(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert quoted(reader, OPENING + text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "State media said the minister, Igor Petrov, had called the deal “a fraud on the poor”.",
            "the deal “a fraud on the poor”",
            "Igor Petrov",
        ),
        # her own word, and a word of hers for what he did
        (
            "Anna Holt said she had called the plan “a joke” in May.",
            "she had called the plan “a joke” in May",
            "Anna Holt",
        ),
        (
            "Anna Holt said Peter Lind was right to call it “a joke”.",
            "Peter Lind was right to call it “a joke”",
            "Anna Holt",
        ),
    ],
)
def test_a_verdict_that_somebody_had_passed_is_theirs(
    reader: Reader, text: str, words: str, speaker: str
) -> None:
    assert quoted(reader, text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Anna Holt stood trial on Monday.\n\nA guard told the jury that she shouted, “You will hear from my "
            "brother,” the magistrate's clerk said.",
            "“You will hear from my brother,”",
            "Anna Holt",
        ),
        (
            "The neighbour told police that Brenda Katz had screamed, “Leave my roses alone,” before she left.",
            "“Leave my roses alone,”",
            "Brenda Katz",
        ),
        (
            "Per Lund waved a knife while shouting: “Nobody moves,” before two guards held him, a clerk told us.",
            "“Nobody moves,”",
            "Per Lund",
        ),
        # two clauses side by side, and a question that is no frame
        ("As Per Lund shouted, “Nobody moves,” Anna Holt said.", "“Nobody moves,”", "Anna Holt"),
        ("Asked what she said, “Nothing,” Anna Holt replied.", "“Nothing,”", "Anna Holt"),
    ],
)
def test_a_frame_behind_is_not_who_shouted(reader: Reader, text: str, words: str, speaker: str) -> None:
    ((found, who),) = quoted(reader, text)
    assert found.endswith(words)
    assert who == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The court threw out what Anna Holt called a bid by the mayor to silence her, and fined the town.",
            "a bid by the mayor to silence her",
            "Anna Holt",
        ),
        # whose own words they are
        (
            "Anna Holt said she was hurt by what she called a campaign of lies, and asked the judge for help.",
            "she was hurt by what she called a campaign of lies",
            "Anna Holt",
        ),
        (
            "The board dismissed Anna Holt for what it described as repeated lateness.",
            "as repeated lateness",
            "Board",
        ),
    ],
)
def test_what_somebody_called_it_is_theirs(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert told(reader, text)[:1] == [(words, speaker)]
