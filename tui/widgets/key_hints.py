"""The last line of the screen: the keys that matter now, as many as fit."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input


class KeyHints(Widget):
    """Hints for those bindings of the screen that have `show`, in order, with the keys of the keymap."""

    COMPONENT_CLASSES = {"hints--key", "hints--what"}

    pending: reactive[tuple[str | tuple[str, str], ...]] = reactive(())
    """The keys of an unfinished chord, and each key that may follow with what it does; empty without a chord."""

    renamed: reactive[dict[str, str]] = reactive({}, always_update=True)
    """What actions are called for now instead of their descriptions: what z does while the article is alone."""

    def on_mount(self) -> None:
        """Draw the hints again when the focus changes."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> RenderResult:
        """Draw as many hints as fit, always including help."""
        key_style = self.get_visual_style("hints--key", partial=True)
        what_style = self.get_visual_style("hints--what", partial=True)
        if self.pending:
            content = Content("")
            for hint in self.pending:
                key, what = hint if isinstance(hint, tuple) else (hint, "…")
                content += Content.assemble((key, key_style), " ", (what, what_style), "  ")
            return content.truncate(self.size.width)
        hints: dict[str, tuple[str, str]] = {}
        typing = self.screen.focused if isinstance(self.screen.focused, Input) else None
        # Keys that a keymap has bound come last in Textual's list.
        ids = [binding.id for binding in self.screen.BINDINGS if isinstance(binding, Binding)]
        places = {name: place for place, name in enumerate(ids)}
        active = sorted(
            self.screen.active_bindings.values(), key=lambda each: places.get(each.binding.id, len(places))
        )
        for node, binding, enabled, _ in active:
            if typing is not None and node is not typing:  # all other keys are text
                continue
            if binding.show and enabled and binding.action not in hints:
                what = self.renamed.get(binding.action, binding.description)
                hints[binding.action] = (self.app.get_key_display(binding), what)
        order = list(hints)
        if "show_help" in order:
            order.remove("show_help")
        order.sort(key=lambda action: action not in self.renamed)  # what is new to the reader always fits
        shown: list[str] = []
        room = self.size.width - (8 if "show_help" in hints else 0)
        for action in order:
            key, what = hints[action]
            need = cell_len(key) + cell_len(what) + 3
            if need > room:
                break
            room -= need
            shown.append(action)
        if "show_help" in hints:
            shown.append("show_help")
        content = Content("")
        for action in shown:
            key, what = hints[action]
            content += Content.assemble((key, key_style), " ", (what, what_style), "  ")
        return content
