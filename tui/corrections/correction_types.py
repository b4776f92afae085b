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
from tui.article.sanitising import one_line
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


def _someone_else(correction: Correction) -> str:
    return f"{_content(correction)} is said by {_new_speaker(correction)}"


def _not_a_quote(correction: Correction) -> str:
    return f"{_content(correction)} is not a quote"


def _kind(correction: Correction) -> str:
    return f"{_content(correction)} is {correction.kind} {correction.stance}"


def _new_content(correction: Correction) -> str:
    return f"{_content(correction)} now reads {_shortened(correction.spans, ends=True)}"


def _cue(correction: Correction) -> str:
    return f"the cue of {_content(correction)} is {_shortened(correction.spans)}"


def _source(correction: Correction) -> str:
    return f"the source of {_content(correction)} is {_shortened(correction.spans)}"


def _missed_quote(correction: Correction) -> str:
    return f"{_content(correction)} is a quote, said by {_new_speaker(correction)}"


def _same_speaker(correction: Correction) -> str:
    return f"{_name(correction.speaker)} and {_name(correction.to)} are one{_in_entities(correction)}"


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


def _entity_name(correction: Correction) -> str:
    return f"{_name(correction.entity)} is named {_name(correction.to_entity)}{_in_speakers(correction)}"


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


def _not_a_name(correction: Correction) -> str:
    return f"{_name(correction.entity)} is not a name"


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
        return f"“{words[: most // 2].rpartition(' ')[0]} … {words[-most // 2 :].partition(' ')[2]}”"
    return f"“{_cut(words, most)}”"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


CORRECTION_TYPES = {
    entry.action: entry
    for entry in (
        CorrectionType(
            Action.SPEAKER,
            key="s",
            name="speaker",
            hint="someone else",
            label="someone else said it",
            tooltip="Someone else said this quote",
            needs=("quote",),  # `to` is None where the article does not name the speaker
            sentence=_someone_else,
        ),
        CorrectionType(
            Action.REJECT,
            key="x",
            name="reject",
            hint="no quote",
            label="not a quote",
            tooltip="This is not a quote",
            needs=("quote",),
            sentence=_not_a_quote,
        ),
        CorrectionType(
            Action.KIND,
            key="k",
            name="kind",
            hint="kind",
            label="direct, mixed …",
            tooltip="Another kind of quote: direct, mixed, indirect, an attitude",
            needs=("quote", "kind", "stance"),
            sentence=_kind,
        ),
        CorrectionType(
            Action.CONTENT,
            key="t",
            name="trim",
            hint="trim",
            label="trim or extend",
            tooltip="Trim or extend the quote by words",
            needs=("quote", "spans", "kind"),
            sentence=_new_content,
        ),
        CorrectionType(
            Action.CUE,
            key="c",
            name="cue",
            hint="cue",
            label="selection: its cue",
            tooltip="What is selected is the quote's cue",
            needs=("quote",),
            sentence=_cue,
        ),
        CorrectionType(
            Action.SOURCE,
            key="o",
            name="source",
            hint="source",
            label="selection: its source",
            tooltip="What is selected is the quote's source",
            needs=("quote",),
            sentence=_source,
        ),
        CorrectionType(
            Action.ADD,
            key="a",
            name="add",
            hint="add",
            label="selection: a quote",
            tooltip="What is selected is a quote that was missed",
            needs=("quote",),
            sentence=_missed_quote,
        ),
        CorrectionType(
            Action.MERGE,
            key="m",
            name="merge",
            hint="merge",
            label="speaker: same as",
            tooltip="This speaker and another are one",
            needs=("speaker", "to"),  # `to` is the one that is kept
            sentence=_same_speaker,
        ),
        CorrectionType(
            Action.DIVIDE,
            key="d",
            name="divide",
            hint="divide",
            label="speaker: is two",
            tooltip="This speaker is two: some of the quotes are another's",
            needs=("quotes", "speaker", "to"),
            sentence=_two_speakers,
        ),
        CorrectionType(
            Action.NAME,
            key="n",
            name="name",
            hint="name",
            label="speaker: name, role",
            tooltip="Another name or role for this speaker",
            needs=("speaker", "to"),  # the speaker takes name, role and kind of `to`
            sentence=_new_name,
        ),
        CorrectionType(
            Action.ENTITY_KIND,
            key="k",
            name="entity_kind",
            hint="kind of name",
            label="another kind",
            tooltip="In Entities: it is another kind of name",
            needs=("entity", "to_entity"),  # the entity takes the label of `to_entity`
            sentence=_entity_kind,
        ),
        CorrectionType(
            Action.ENTITY_NAME,
            key="n",
            name="entity_name",
            hint="full name",
            label="another name",
            tooltip="In Entities: its name in full",
            needs=("entity", "to_entity"),  # the entity takes the name of `to_entity`
            sentence=_entity_name,
        ),
        CorrectionType(
            Action.ENTITY_MERGE,
            key="m",
            name="entity_merge",
            hint="same name",
            label="same as",
            tooltip="In Entities: this one and another are one",
            needs=("entity", "to_entity"),  # `to_entity` is the one that is kept
            sentence=_same_entity,
        ),
        CorrectionType(
            Action.ENTITY_DIVIDE,
            key="d",
            name="entity_divide",
            hint="two names",
            label="is two",
            tooltip="In Entities: this is two, some of the mentions are another's",
            needs=("entity", "to_entity", "spans"),  # `spans` are the mentions of `to_entity`
            sentence=_two_entities,
        ),
        CorrectionType(
            Action.ENTITY_REJECT,
            key="x",
            name="entity_reject",
            hint="no name",
            label="not a name",
            tooltip="In Entities: this is not a name",
            needs=("entity",),
            sentence=_not_a_name,
        ),
    )
}


def summary(correction: Correction) -> str:
    """Return a correction as a clause on one clean line, without a full stop."""
    return CORRECTION_TYPES[correction.action].sentence(correction)
