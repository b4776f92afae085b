"""What the speaker did with the content: affirmed, denied, refused to say, asked."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader
from tui.analysis.analysis import Polarity

AFFIRMED, DENIED, REFUSED, ASKED = Polarity


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Tom Reed denied that he had lied.", "he had lied", DENIED),
        ("Tom Reed denied stealing “the town's money”.", "town's money", DENIED),
        ("Tom Reed rejected claims that the port was shut.", "the port was shut", DENIED),
        (
            "Tom Reed is the mayor.\n\nReed rejects claims that the port was shut.",
            "the port was shut",
            DENIED,
        ),
        ("Tom Reed denied that he had lied: “I was there all night.”", "I was there", AFFIRMED),
        ("Tom Reed refused to say who paid for it: “Ask them at the bank.”", "Ask them", AFFIRMED),
        ("Tom Reed denied that he had lied: “I was there all night.”", "he had lied", DENIED),
        ("Tom Reed disputed that the port was shut.", "the port was shut", DENIED),
        ("Tom Reed does not dispute that the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed cannot deny that the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed did not deny that the port was shut.", "the port was shut", REFUSED),
        ("Tom Reed could neither confirm nor deny that the port was shut.", "the port was shut", REFUSED),
        ("Tom Reed could not confirm or deny that the port was shut.", "the port was shut", REFUSED),
        ("Tom Reed could neither confirm nor dispute that the port was shut.", "the port was shut", REFUSED),
        ("Tom Reed could not agree more that the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed does not agree that the port was shut.", "the port was shut", DENIED),
        ("Tom Reed no doubt believes that the port was shut.", "the port was shut", AFFIRMED),
        ("Not until Monday did Tom Reed say that the port was shut.", "the port was shut", AFFIRMED),
        ("Not surprisingly, Tom Reed said that the port was shut.", "the port was shut", AFFIRMED),
        ("Not for the first time, Tom Reed said that the port was shut.", "the port was shut", AFFIRMED),
        ("Not only Tom Reed said that the port was shut.", "the port was shut", AFFIRMED),
        ("No doubt Tom Reed said that the port was shut.", "the port was shut", AFFIRMED),
        ("No longer in office, Tom Reed said that the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed no longer says that the port is shut.", "the port is shut", REFUSED),
        ("Not one minister said that the port was shut.", "the port was shut", REFUSED),
        ("Tom Reed did not only say that the port was shut.", "the port was shut", AFFIRMED),
        ("At no time did Tom Reed say that the port was shut.", "the port was shut", REFUSED),
        ("Rarely did Tom Reed say that the port was shut.", "the port was shut", REFUSED),
        ("Never has Tom Reed said that the port was shut.", "the port was shut", REFUSED),
        ("Tom Reed refused to say who paid for the boat.", "who paid", REFUSED),
        ("Tom Reed declined to say whether he would go.", "he would go", REFUSED),
        ("Tom Reed did not say whether he would go.", "he would go", REFUSED),
        ("Tom Reed would not say who paid for the boat.", "who paid", REFUSED),
        ("Tom Reed has yet to say whether he would go.", "he would go", REFUSED),
        ("Tom Reed made no comment on whether he would go.", "he would go", REFUSED),
        ("Tom Reed stopped short of calling the port “shut”.", "the port “shut”", REFUSED),
        ("Nobody asked Tom Reed. “I never liked that wall.”", "that wall", AFFIRMED),
        ("Tom Reed asked whether the port was shut.", "the port was shut", ASKED),
        ("“Is the port shut?” Tom Reed asked.", "port shut", ASKED),
        ("Neither official would confirm that the port was shut.", "the port was shut", REFUSED),
        ("No official said that the port was shut.", "the port was shut", REFUSED),
        ("Not once did Tom Reed say that the port was shut.", "the port was shut", REFUSED),
        ("Nobody in the town said that the port was shut.", "the port was shut", REFUSED),
        ("The board has no evidence to suggest that the port was shut.", "the port was shut", DENIED),
        ("The board found no evidence that the port was shut.", "the port was shut", DENIED),
        ("Tom Reed named nobody, nor did he report that the port was shut.", "the port was shut", DENIED),
        ("Nor would Tom Reed say whether the port was shut.", "the port was shut", REFUSED),
        # affirmed
        ("Not long after Tom Reed said that the port was shut, it rained.", "the port was shut", AFFIRMED),
        ("The planners recommended refusal on the grounds of “scale and massing”.", "scale", AFFIRMED),
        ("Neither rain nor wind had come, Tom Reed said.", "rain nor wind", AFFIRMED),
        ("Not only did Tom Reed say that the port was shut, he laughed.", "the port was shut", AFFIRMED),
        ("Tom Reed, who has no boat, said that the port was shut.", "the port was shut", AFFIRMED),
        ("A man with no name said that the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed said that the port was not shut.", "the port was not shut", AFFIRMED),
        ("“I did not take it,” Tom Reed said.", "did not take it", AFFIRMED),
        ("“I never took the money,” Tom Reed insisted.", "never took", AFFIRMED),
        ("Tom Reed said he had denied nothing.", "denied nothing", AFFIRMED),
        ("Tom Reed asked the crew to “stay in the port for now”.", "stay in the port", AFFIRMED),
        ("Tom Reed did not give a day but said the port was shut.", "the port was shut", AFFIRMED),
        ("The crew did not stay, and Tom Reed said the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed rejected the plan as “a waste of money”.", "a waste of money", AFFIRMED),
        ("Tom Reed does not hesitate to say that “the game is over.”", "the game is over", AFFIRMED),
        ("Tom Reed did not fail to mention that the port was shut.", "the port was shut", AFFIRMED),
        ("Tom Reed failed to say who paid for the boat.", "who paid", REFUSED),
        ("Tom Reed never refused to say who paid for the boat.", "who paid", AFFIRMED),
        ("Tom Reed did not decline to say who paid for the boat.", "who paid", AFFIRMED),
        ("Tom Reed did not answer and declined to say who paid for the boat.", "who paid", REFUSED),
        (
            "Tom Reed said the letter showed that the mayor did not know the law, and accused her of lying.",
            "her of lying",
            AFFIRMED,
        ),
        ("Tom Reed did not stay or say that the port was shut.", "the port was shut", REFUSED),
    ],
)
def test_polarity(reader: Reader, text: str, words: str, polarity: Polarity) -> None:
    found = [
        a.polarity for a in reader.analysis(text).attributions if any(words in s.of(text) for s in a.content)
    ]
    assert found == [polarity]
