"""The Entities panel: the entities of the article by label, with counts."""

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
    """A heading for each label, then a row for each entity with its count."""

    EMPTY = "Nothing is named so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entities: dict[str, tuple[Entity, int]] = {}
        self._drawn_analysis: object = None

    def show(self, reading: Reading) -> None:
        """Show the entities that the filter of `reading` leaves."""
        self._entities = {
            entity.id: (entity, count)
            for entity, count in sorted(
                reading.entities,
                key=lambda pair: (label_order(pair[0].label), -pair[1]),
            )
        }
        same, self._drawn_analysis = self._drawn_analysis is reading.analysis, reading.analysis
        self.update_rows(reading.entity, same=same)

    def rows(self, width: int) -> Sequence[Row]:
        """Return rows of one line."""
        out: list[Row] = []
        label = None
        for key, (entity, count) in self._entities.items():
            if entity.label != label:
                label = entity.label
                out.append(Row(f"label {label}", heading=True))
            out.append(Row(key, look=count))
        return out

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the name and, at the right, the count; or a label in plain words."""
        if row.heading:
            label = row.key.removeprefix("label ")
            return [Content.assemble((one_line(label_name(label)), self.look("heading")))]
        entity, count = self._entities[row.key]
        return [spread(Content(one_line(entity.name)), Content(f"{count:>3} "), width - 3)]
