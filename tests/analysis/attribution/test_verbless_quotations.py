"""Quotations without a verb of their own: whose they are, and that none is left out."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
from tests.analysis.readers import Reader

MARSH, HOLT, BELL = "Jo Marsh", "Anna Holt", "Tom Bell"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # narration between two quotations
        (
            "Jo Marsh said it was no rout, whatever the label told the papers. “It was a rest for me.”",
            [("it was no rout … “It was a rest for me.”", MARSH)],
        ),
        (
            "“The road is loud,” Jo Marsh said. The road was built in May. “It keeps me up at night.”",
            [("“The road is loud,”", MARSH), ("“It keeps me up at night.”", MARSH)],
        ),
        (
            "“I can't sleep,” Jo Marsh said. About 75 cars pass each hour. “It made me stop.”",
            [("“I can't sleep,”", MARSH), ("“It made me stop.”", MARSH)],
        ),
        (
            "“It is loud,” Jo Marsh said. It was built in May. “It keeps me up.” Some 40 lorries roared past. "
            "“It made me stop.”",
            [("“It is loud,”", MARSH), ("“It keeps me up.”", MARSH), ("“It made me stop.”", MARSH)],
        ),
        # asked twice: no pull quote
        (
            "“How do you know they sailed?” Jo Marsh asked Bell.\n\n“How do you know?”\n\n“I saw them,” "
            "Tom Bell said.",
            [
                ("“How do you know they sailed?”", MARSH),
                ("“How do you know?”", MARSH),
                ("“I saw them,”", BELL),
            ],
        ),
        # a word or two
        (
            "“It is loud,” Jo Marsh said. She shook her head. “Never.” Her sister laughed.",
            [("“It is loud,”", MARSH), ("“Never.”", MARSH)],
        ),
        ("Jo Marsh was asked if she would go. She shrugged. “Not yet.”", [("“Not yet.”", MARSH)]),
        ("The road was built in May. The sign has a new word. “Slow.”", []),
        # a deed between two sentences: only what follows it may be whose it is
        (
            "“We were late,” Tom Bell told the court. Rain fell all night. “I ran home.” Jo Marsh nodded. "
            "“We were afraid.”",
            [("“We were late,”", BELL), ("“I ran home.”", BELL), ("“We were afraid.”", MARSH)],
        ),
        # a name that the recogniser misses
        (
            "Gardener Silje Moe is done with promises. “They lied to me.”",
            [("“They lied to me.”", "Silje Moe")],
        ),
        # what only people do, be they described or alone with a thing
        ("The plasterer laughed. “I never liked that wall.”", [("“I never liked that wall.”", "Plasterer")]),
        ("The baker shook his head. “I never liked that wall.”", [("“I never liked that wall.”", "Baker")]),
        ("The trailer stopped. “I never liked that wall.”", [("“I never liked that wall.”", None)]),
        (
            "It was a long winter for Tom Bell.\n\n“I never liked that wall.”",
            [("“I never liked that wall.”", BELL)],
        ),
        (
            "It was a long winter for Anna Holt.\n\n“I never liked her wall.”",
            [("“I never liked her wall.”", None)],
        ),
        (
            "Reporters asked Anna Holt about the fire.\n\n“I smelled it before I saw it.”",
            [("“I smelled it before I saw it.”", HOLT)],
        ),
        ("For Tom Bell the choice was simple. “I left the silver.”", [("“I left the silver.”", BELL)]),
        ("Police met Anna Holt.\n\n“I never liked that wall.”", [("“I never liked that wall.”", None)]),
        (
            "Brock Praised The Dockers For Their Patience. “You waited, and you waited well.”",
            [("“You waited, and you waited well.”", "Brock")],
        ),
        # a plural noun at the beginning of a sentence is nobody's name
        (
            "Tom Bell, 71, has fished here for years. “There were eels as thick as my arm.” Eels are rare now. "
            "“You see one a year.” He sells no eels.",
            [("“There were eels as thick as my arm.”", BELL), ("“You see one a year.”", BELL)],
        ),
        # the person just described
        ("Tom Bell is angry. “They lied to us. Nobody came.”", [("“They lied to us. Nobody came.”", BELL)]),
        (
            "“I am fine,” Jo Marsh said. Tom Bell is angry. “They lied to us. Nobody came.”",
            [("“I am fine,”", MARSH), ("“They lied to us. Nobody came.”", BELL)],
        ),
        ("Anna Holt’s answer was short. “We will do it again.”", [("“We will do it again.”", HOLT)]),
        (
            "“I am fine,” Jo Marsh said. Her neighbour, Tom Bell, was not. “They lied to us. Nobody came.”",
            [("“I am fine,”", MARSH), ("“They lied to us. Nobody came.”", BELL)],
        ),
        (
            "“Will it hold?” Anna Holt asked. “It will,” Tom Bell replied. Holt nodded. “Good. Then we go on.”",
            [("“Will it hold?”", HOLT), ("“It will,”", BELL), ("“Good. Then we go on.”", HOLT)],
        ),
        # a role in the narration is not the one who goes on
        (
            "“The road is loud,” Jo Marsh said. The driver was fined in May. “It keeps me up at night.”",
            [("“The road is loud,”", MARSH), ("“It keeps me up at night.”", MARSH)],
        ),
        (
            "“The road is loud,” Jo Marsh said. Her husband sleeps in the shed. “It keeps me up at night.”",
            [("“The road is loud,”", MARSH), ("“It keeps me up at night.”", MARSH)],
        ),
        # one that touches the next goes on from the paragraph above, if somebody spoke there
        (
            "“The road is loud,” Jo Marsh said.\n\n“It keeps me up at night.” “I hear nothing,” Tom Bell said.",
            [
                ("“The road is loud,”", MARSH),
                ("“It keeps me up at night.”", MARSH),
                ("“I hear nothing,”", BELL),
            ],
        ),
        (
            "The road was built in May.\n\n“It keeps me up at night.” “I hear nothing,” Tom Bell said.",
            [("“It keeps me up at night.”", None), ("“I hear nothing,”", BELL)],
        ),
        # its marks opened again where two paragraphs ran together
        (
            "“The road is loud,” Jo Marsh said.\n\n“It keeps me up. “Nobody sleeps in our street.”",
            [("“The road is loud,”", MARSH), ("“It keeps me up. “Nobody sleeps in our street.”", MARSH)],
        ),
        # indirect speech goes before
        (
            "It is not clear which came first, Tom Bell says. Even so, “that doesn't mean it was wrong.”",
            [("“that doesn't mean it was wrong.”", BELL)],
        ),
        (
            "Anna Holt said the letter was one more attempt.\n\n“First came the letters, then the fines.”",
            [("“First came the letters, then the fines.”", HOLT)],
        ),
        # asked
        ("Anna Holt was asked about the count.\n\n“It was a bad night.”", [("“It was a bad night.”", HOLT)]),
        # one attribution in two pieces
        (
            "“I am tired,” Anna Holt said. “We all are. The night was long.”",
            [("“I am tired,” … “We all are. The night was long.”", HOLT)],
        ),
        # nobody
        ("The count was late. “It was a bad night for us.”", [("“It was a bad night for us.”", None)]),
        (
            "“It was a bad night for us.”\n\nThe town has a new mayor.",
            [("“It was a bad night for us.”", None)],
        ),
        (
            "Anna Holt lives by the sea.\n\nThe ferry sank in May.\n\n“It was a bad night for us.”",
            [("“It was a bad night for us.”", None)],
        ),
    ],
)
def test_a_quotation_without_a_verb(reader: Reader, text: str, expected: Told) -> None:
    assert quoted(reader, text) == expected


@pytest.mark.parametrize(
    "pull_quote", ["“We lost the boat and the nets”", "“We lost the boat and the nets.”"]
)
@pytest.mark.parametrize("first", [True, False])
def test_a_pull_quote_is_told_once(reader: Reader, pull_quote: str, first: bool) -> None:
    speech = "Anna Holt lives by the sea. “We lost the boat and the nets, and the winter is long,” she said."
    text = "\n\n".join([pull_quote, speech] if first else [speech, pull_quote])
    assert quoted(reader, text) == [("“We lost the boat and the nets, and the winter is long,”", HOLT)]
