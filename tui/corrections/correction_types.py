"""The table of all types of correction.

Each entry gives the key that starts a correction, its texts in the menu and the help, the sentence that the
reader is told, and the fields of a `Correction` that it needs, in memory and in JSON. To add a correction,
write an entry here, a function in `applying` decorated with `@_applies`, a method of
`session/correcting/corrector` that asks for what is needed, and a test.

No entry has an inverse. Corrections are applied in order to the original analysis, so that one is undone by
applying all the others.

The reader's key bindings are made from this table before the first frame: it imports nothing slow.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.entity_labels import ENTITY_KINDS
from tui.article.sanitising import in_marks, one_line
from tui.corrections.action import Action

if TYPE_CHECKING:
    from tui.corrections.correction import Correction, EntityReference, Passage, SpeakerReference

_OPENING = tuple("“\"'‘")


class CorrectionType(NamedTuple):
    """The names, the key and the required fields of one type of correction."""

    action: Action
    key: str
    """The key pressed after x, unique among the corrections of quotes and speakers, or among those of entities."""
    name: str
    """Its binding in a keymap is `correct.NAME`."""
    hint: str
    """A word or two for the footer."""
    label: str
    """The text in the menu that x opens."""
    tooltip: str
    """The text in the help."""
    needs: tuple[str, ...]
    """The fields of a `Correction` that must be filled; "quote" stands for exactly one quote in `quotes`."""
    sentence: Callable[[Correction], str]
    """Returns the correction as a clause on one clean line, without a full stop."""

    @property
    def is_of_entity(self) -> bool:
        """Tell whether it corrects an entity, and is offered in the Entities panel, not a quote or speaker."""
        return "entity" in self.needs


def _two_speakers(correction: Correction) -> str:
    count = len(correction.quotes)
    quotes, are = (f"{count} quotes", "are") if count > 1 else (_content(correction), "is")
    sentence = f"{quotes} of {_name(correction.speaker)} {are} said by {_name(correction.to)}"
    return f"{sentence}{_in_entities(correction)}"


def _new_name(correction: Correction) -> str:
    to = correction.to
    role = f", {one_line(to.role)}" if to and to.role else ""
    return f"{_name(correction.speaker)} is {_name(to)}{role}{_in_entities(correction)}"


def _entity_kind(correction: Correction) -> str:
    to = correction.to_entity
    kind = ENTITY_KINDS.get(to.label) if to else None
    said = kind.singular if kind else one_line(to.label if to else "")
    return f"{_name(correction.entity)} is {said}{_in_speakers(correction)}"


def _same_entity(correction: Correction) -> str:
    both = f"{_name(correction.entity)} and {_name(correction.to_entity)}"
    return f"{both} are one{_in_speakers(correction)}"


def _two_entities(correction: Correction) -> str:
    count = len(correction.spans)
    mentions, are = (f"{count} mentions", "are") if count > 1 else ("one mention", "is")
    sentence = f"{mentions} of {_name(correction.entity)} {are} {_name(correction.to_entity)}"
    return f"{sentence}{_in_speakers(correction)}"


def _in_speakers(correction: Correction) -> str:
    return ", in Speakers too" if correction.speaker else ""


def _in_entities(correction: Correction) -> str:
    return ", in Entities too" if correction.entity else ""


def _content(correction: Correction) -> str:
    return _shortened(correction.quotes[0].content)


def _new_speaker(correction: Correction) -> str:
    return _name(correction.to) if correction.to else "nobody the article names"


def _name(named: SpeakerReference | EntityReference | None) -> str:
    return "nobody" if named is None else _cut(one_line(named.name), 80)


def _shortened(content: tuple[Passage, ...], most: int = 40, *, ends: bool = False) -> str:
    """Return the words on one line without the marks around them; with `ends`, only their beginning and end."""
    words = one_line(" … ".join(" ".join(passage.words.split()) for passage in content)).strip()
    if words[:1] in _OPENING:
        words = words.strip("“”\"'‘’ ")
    if ends and len(words) > most:
        words = f"{words[: most // 2].rpartition(' ')[0]} … {words[-most // 2 :].partition(' ')[2]}"
    return in_marks(_cut(words, most))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _type(action: Action, texts: str, needs: str, sentence: Callable[[Correction], str]) -> CorrectionType:
    key, name, hint, label, tooltip = texts.split(" | ")
    return CorrectionType(action, key, name, hint, label, tooltip, tuple(needs.split()), sentence)


CORRECTION_TYPES = {
    entry.action: entry
    for entry in (
        _type(
            Action.SPEAKER,
            "s | speaker | someone else | someone else said it | Someone else said this quote",
            "quote",  # `to` is None if the article does not name the speaker
            lambda it: f"{_content(it)} is said by {_new_speaker(it)}",
        ),
        _type(
            Action.REJECT,
            "x | reject | no quote | not a quote | This is not a quote",
            "quote",
            lambda it: f"{_content(it)} is not a quote",
        ),
        _type(
            Action.KIND,
            "k | kind | kind | direct, mixed … | Another kind of quote: direct, mixed, indirect, an attitude",
            "quote kind stance",
            lambda it: f"{_content(it)} is {it.kind} {it.stance}",
        ),
        _type(
            Action.CONTENT,
            "t | trim | trim | trim or extend | Trim or extend the quote by words",
            "quote spans kind",
            lambda it: f"{_content(it)} now reads {_shortened(it.spans, ends=True)}",
        ),
        _type(
            Action.CUE,
            "c | cue | cue | selection: its cue | What is selected is the quote's cue",
            "quote",
            lambda it: f"the cue of {_content(it)} is {_shortened(it.spans)}",
        ),
        _type(
            Action.SOURCE,
            "o | source | source | selection: its source | What is selected is the quote's source",
            "quote",
            lambda it: f"the source of {_content(it)} is {_shortened(it.spans)}",
        ),
        _type(
            Action.ADD,
            "a | add | add | selection: a quote | What is selected is a quote that was missed",
            "quote",
            lambda it: f"{_content(it)} is a quote, said by {_new_speaker(it)}",
        ),
        _type(
            Action.MERGE,
            "m | merge | merge | speaker: same as | This speaker and another are one",
            "speaker to",  # `to` is the one that is kept
            lambda it: f"{_name(it.speaker)} and {_name(it.to)} are one{_in_entities(it)}",
        ),
        _type(
            Action.DIVIDE,
            "d | divide | divide | speaker: is two | This speaker is two: some of the quotes are another's",
            "quotes speaker to",
            _two_speakers,
        ),
        _type(
            Action.NAME,
            "n | name | name | speaker: name, role | Another name or role for this speaker",
            "speaker to",  # the speaker takes name, role and kind of `to`
            _new_name,
        ),
        _type(
            Action.ENTITY_KIND,
            "k | entity_kind | kind of name | another kind | In Entities: it is another kind of name",
            "entity to_entity",  # the entity takes the label of `to_entity`
            _entity_kind,
        ),
        _type(
            Action.ENTITY_NAME,
            "n | entity_name | full name | another name | In Entities: its name in full",
            "entity to_entity",  # the entity takes the name of `to_entity`
            lambda it: f"{_name(it.entity)} is named {_name(it.to_entity)}{_in_speakers(it)}",
        ),
        _type(
            Action.ENTITY_MERGE,
            "m | entity_merge | same name | same as | In Entities: this one and another are one",
            "entity to_entity",  # `to_entity` is the one that is kept
            _same_entity,
        ),
        _type(
            Action.ENTITY_DIVIDE,
            "d | entity_divide | two names | is two | In Entities: this is two, some of the mentions are another's",
            "entity to_entity spans",  # `spans` are the mentions of `to_entity`
            _two_entities,
        ),
        _type(
            Action.ENTITY_REJECT,
            "x | entity_reject | no name | not a name | In Entities: this is not a name",
            "entity",
            lambda it: f"{_name(it.entity)} is not a name",
        ),
    )
}
"""By what each does; the texts are its key, name, hint, label and tooltip."""


def summary(correction: Correction) -> str:
    """Return a correction as a clause on one clean line, without a full stop."""
    return CORRECTION_TYPES[correction.action].sentence(correction)
