"""The Entities panel: who and what the article names, by kind, with counts."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.analysis.analysis import Entity
from tui.analysis.entity_labels import label_name, label_order, shown_label
from tui.article.sanitising import one_line
from tui.session.reading.quote_marks import CORRECTED
from tui.session.reading.reading import Reading
from tui.session.reading.unsure_entities import roles_of_people, unsure_entities
from tui.widgets.panels.panel_text import spread
from tui.widgets.panels.row_list import Row, RowList


class EntitiesList(RowList):
    """A heading for each kind, then a row for each entity: name, role, count. Unsure ones come last, and dim."""

    EMPTY_TEXT = "Nothing is named so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entities: dict[str, tuple[Entity, int]] = {}
        self._roles: dict[str, str] = {}
        self._unsure: set[str] = set()
        self._drawn_analysis: object = None

    def show(self, reading: Reading) -> None:
        """Show the entities that the filter of `reading` leaves."""
        same = self._drawn_analysis is reading.analysis
        if not same:
            self._drawn_analysis = reading.analysis
            self._roles = roles_of_people(reading.analysis)
            self._unsure = unsure_entities(reading.analysis)
        self._entities = {
            entity.id: (entity, count)
            for entity, count in sorted(
                reading.entities,
                key=lambda pair: (label_order(pair[0].label), pair[0].id in self._unsure, -pair[1]),
            )
        }
        self.update_rows(reading.entity, same=same)

    def rows(self, width: int) -> Sequence[Row]:
        """Return rows of one line."""
        out: list[Row] = []
        label = None
        for key, (entity, count) in self._entities.items():
            if shown_label(entity.label) != label:
                label = shown_label(entity.label)
                out.append(Row(f"label {label}", heading=True))
            out.append(Row(key, look=count))
        return out

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the name, the role of a person and, at the right, the count; or the heading of a kind."""
        if row.heading:
            label = row.key.removeprefix("label ")
            return [Content.assemble((one_line(label_name(label)), self.row_style("heading")))]
        entity, count = self._entities[row.key]
        name = f"{one_line(entity.name)}{f' {CORRECTED}' if entity.corrected else ''}"
        right = Content(f"{count:>3} ")
        if entity.id in self._unsure:
            faint = self.row_style("faint")
            return [spread(Content.styled(name, faint), right.stylize(faint), width - 3)]
        left = Content(name)
        if role := self._roles.get(entity.id):
            left += Content.assemble("  ", (one_line(role), self.row_style("faint")))
        return [spread(left, right, width - 3)]
