""" "The man" is the one person of the sentence before, and nobody named where another may be meant."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Matt Brandon, a retired plumber, stood at the gate. “It is shut,” the man said.", "Matt Brandon"),
        ("The witness, Olga Brandt, wept. “It is shut,” the woman said.", "Olga Brandt"),
        ("Gary Hill was pulled from the river. He was cold. “It is shut,” the man said.", "Gary Hill"),
        ("A former official came to the hearing. “It is shut,” the man said.", "Former official"),
        ("Police stopped a driver near the bridge. “It is shut,” the man said.", "Driver"),
        # of whom else the text may speak
        ("Dale Price stopped a cyclist at the bridge. “It is shut,” the man said.", "Man"),
        ("A man was found in the port. Rolf Berg told reporters. “It is shut,” the man said.", "Man"),
        ("Inspector Rolf Berg spoke to reporters. “It is shut,” the man said.", "Man"),
        ("Karin Lund hid in the cellar. “It is shut,” the man said.", "Man"),
        ("Lena Forsberg and Karin Lund run the shop. “It is shut,” the woman said.", "Woman"),
        ("The house of Tom Bell burned. “It is shut,” the man said.", "Man"),
    ],
)
def test_whom_the_man_means(reader: Reader, text: str, speaker: str) -> None:
    assert told(reader, text)[-1] == ("“It is shut,”", speaker)
