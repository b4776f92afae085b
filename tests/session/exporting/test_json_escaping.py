"""JSON is the same when it is read, and what would act on a terminal is escaped."""

from __future__ import annotations

import json
import re
import unicodedata

from tui.article.characters import INVISIBLE, INVISIBLE_RANGE
from tui.session.exporting.json_escaping import dump_json


def test_what_acts_on_a_terminal_or_cannot_be_seen_is_escaped() -> None:
    hostile = "a\x1b]0;x\x07\x7f\x9b\u2028\u202e\u2069\ud800\ufeff\U000e0041 “ä” 😀\u200d👧 می\u200cخواهم"
    written = dump_json({"a": [hostile]})
    assert json.loads(written) == {"a": [hostile]}
    left = {char for char in written if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert left == {"\u200c", "\u200d"}
    assert "“ä” 😀" in written


def test_the_invisible_characters_as_a_class_are_the_same() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert set(re.findall(f"[{INVISIBLE_RANGE}]", everything)) == set(INVISIBLE)
