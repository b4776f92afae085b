"""Who is heard or remembered saying something says it, not who heard it."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
from tests.analysis.readers import Reader

HOLT, LIND = "Anna Holt", "Peter Lind"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“Never lend a boat to a cousin,” Anna Holt remembers her uncle telling her on the quay.",
            [("“Never lend a boat to a cousin,”", "Her uncle")],
        ),
        ("“Shut the gates!” Anna Holt recalled Peter Lind shouting.", [("“Shut the gates!”", LIND)]),
        ("“Nobody leaves this pier,” a baker heard Peter Lind yell.", [("“Nobody leaves this pier,”", LIND)]),
        ("Anna Holt overheard Peter Lind whisper, “The till is empty.”", [("“The till is empty.”", LIND)]),
        # whatever the frame around it says
        (
            "Anna Holt was fined.\n\nIn the clip, she waves a flag and yells, “This street is ours,” police said.",
            [("“This street is ours,”", HOLT)],
        ),
        # nobody else speaks
        ("“The fog was worse then,” Anna Holt recalls.", [("“The fog was worse then,”", HOLT)]),
        (
            "“I can still hear the bell,” Anna Holt said, watching the pier.",
            [("“I can still hear the bell,”", HOLT)],
        ),
        (
            "“It was a cold spring,” Anna Holt remembers, her uncle humming.",
            [("“It was a cold spring,”", HOLT)],
        ),
    ],
)
def test_who_is_heard_speaks(reader: Reader, text: str, told: Told) -> None:
    assert quoted(reader, text) == told
