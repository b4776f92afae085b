"""The pages of help: all of them are listed, and name what there is."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from tui.corrections.correction_types import CORRECTION_TYPES
from tui.resources import folder
from tui.screens.default_keys import ALWAYS, READER
from tui.screens.key_names import key_name
from tui.session.filtering.query import FIELDS
from tui.session.help_topics import TOPICS, read_topic
from tui.session.settings import Settings


def words_in_code(topic: str) -> set[str]:
    """Return what stands between backticks in a topic, and the parts of it."""
    code = re.findall(r"`([^`\n]+)`", read_topic(topic).text)
    return {*code, *(word for words in code for word in words.split())}


def test_every_page_is_listed_and_begins_with_its_title() -> None:
    assert {file.stem for file in folder("help").glob("*.md")} == set(TOPICS)
    for topic in map(read_topic, TOPICS):
        assert topic.text.startswith(f"# {topic.title}\n")
        assert len(topic.title) > 3


@pytest.mark.parametrize("name", TOPICS)
def test_a_page_refers_to_pages_that_exist(name: str) -> None:
    assert set(re.findall(r"`quoth help (\w+)`", read_topic(name).text)) <= set(TOPICS)


def test_the_page_of_keys_has_one_key_of_every_action() -> None:
    listed = words_in_code("keys")
    # What the selection deselects again is told with what selects; the tenths as a row of digits.
    told_together = ("select.", "tenth.", "correct.", "quit.always", "history.")
    for binding in (*READER, *ALWAYS):
        if not (binding.id or "").startswith(told_together):
            keys = {key_name(binding.with_key(key, None)) for key in binding.key.split(",")}
            assert listed & ({binding.key_display} | keys), (binding.id, keys)


def test_the_page_of_the_filter_has_every_field() -> None:
    assert {f"{name}:" for name in FIELDS} <= {f"{word.split(':')[0]}:" for word in words_in_code("filter")}


def test_the_page_of_corrections_has_every_letter() -> None:
    listed = words_in_code("corrections")
    assert {entry.key for entry in CORRECTION_TYPES.values()} <= listed


def test_the_page_of_settings_has_every_setting() -> None:
    text = read_topic("settings").text
    for setting in fields(Settings):
        if setting.name != "problems":
            assert re.search(rf"(?m)^ +\[?{setting.name}\b", text), setting.name
