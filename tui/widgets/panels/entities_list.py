"""The Entities panel: what is named, by label, with counts."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.analysis.analysis import Entity
from tui.article.sanitising import one_line
from tui.session.reading.entity_labels import label_name, label_order
from tui.session.reading.reading import Reading
from tui.widgets.panels.panel_text import spread
from tui.widgets.panels.row_list import Row, RowList


class EntitiesList(RowList):
    """A heading a label, then one row an entity with its count."""

    EMPTY = "Nothing is named so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entities: dict[str, tuple[Entity, int]] = {}
        self._of: object = None

    def show(self, reading: Reading) -> None:
        """Draw the entities that `reading` leaves."""
        self._entities = {
            entity.id: (entity, count)
            for entity, count in sorted(
                reading.entities,
                key=lambda pair: (label_order(pair[0].label), -pair[1]),
            )
        }
        same, self._of = self._of is reading.analysis, reading.analysis
        self.update_rows(reading.entity, same=same)

    def rows(self, width: int) -> Sequence[Row]:
        """One line each."""
        out: list[Row] = []
        label = None
        for key, (entity, count) in self._entities.items():
            if entity.label != label:
                label = entity.label
                out.append(Row(f"label {label}", heading=True))
            out.append(Row(key, look=count))
        return out

    def draw(self, row: Row, width: int) -> list[Content]:
        """The name and, at the right, the count; a label in plain words."""
        if row.heading:
            label = row.key.removeprefix("label ")
            return [Content.assemble((one_line(label_name(label)), self.look("heading")))]
        entity, count = self._entities[row.key]
        return [spread(Content(one_line(entity.name)), Content(f"{count:>3} "), width - 3)]
