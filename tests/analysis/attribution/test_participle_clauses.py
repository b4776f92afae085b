"""Who speaks beside a participle’s clause: whoever it is said of, and not who is named in it."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "It came up after Mr. Pell, asked about the floods under Mr. Holm, had said, “I think we dig a lot.”",
            "Pell",
        ),
        ("Anna Vosk, pressed on the levy by Mr. Holm, said: “No, that is wrong.”", "Anna Vosk"),
        ("Dan Holm, accompanied by Mrs. Reed, said: “It is late now.”", "Dan Holm"),
        # what they did meanwhile opens the sentence
        (
            "Peter Lind fell. Sentencing Lind, Judge Anna Vosk said: “You are a danger to the town.”",
            "Anna Vosk",
        ),
        (
            "Rob Molloy fell. Jailing Molloy, chair of the bench Dan Holm told him: “It is late now.”",
            "Dan Holm",
        ),
        ("Anna Vosk won. Congratulating Vosk, Dan Holm said: “She was the best of us.”", "Dan Holm"),
        ("Backing Trump, Senator Dan Holm said the plan was “fine”.", "Dan Holm"),
        ("Addressing Lind, Mr Justice Holm said: “You are a danger to the town.”", "Holm"),
        ("Irving Marsh, a friend of Dan Holm, said: “It is late now.”", "Irving Marsh"),
        ("Sterling Marsh, the mayor of Leeds, said: “It is late now.”", "Sterling Marsh"),
        ("According to Dan Holm, the plan was dropped, adding that it was “late now.”", "Dan Holm"),
        # the clause is of whoever speaks
        ("According to Dan Holm, Anna Vosk denied it, adding that it was “late now.”", "Anna Vosk"),
        ("After the vote, led by Senator Reed, Anna Vosk said: “It is over now.”", "Anna Vosk"),
        ("Dan Holm laughed after Anna Vosk left, saying it was “late enough.”", "Dan Holm"),
        ("When Anna Vosk left, Dan Holm laughed, saying it was “late enough.”", "Dan Holm"),
    ],
)
def test_who_speaks_beside_a_participle(reader: Reader, sentence: str, speaker: str) -> None:
    assert reader.quotes(sentence)[-1].speaker == speaker
