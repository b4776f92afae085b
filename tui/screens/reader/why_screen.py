"""Why this speaker: a quote's evidence, each step with the words it rests on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text_markup import ShownText
from tui.resources import folder
from tui.screens.page_screen import SCROLLING, PageScreen
from tui.session.correcting.trimming import first_words, last_words
from tui.session.reading.quote_text import span_words, words_on_one_line
from tui.session.reading.reading import Reading

MAX_WORDS = 200
"""How many characters of the quote are repeated: it is in sight above."""
CONTEXT = 60
"""How many characters of the article stand on either side of a step's words."""


class WhyScreen(PageScreen):
    """A page with a quote, its speaker, how sure that is, and the steps from the words to the name."""

    CSS_PATH = [folder("styles") / "why.tcss"]
    PAGE = "#why"
    BINDINGS = [
        Binding("escape,q,w,enter", "dismiss", "close", id="why.close"),
        *SCROLLING,
    ]

    def __init__(self, reading: Reading, quote: int) -> None:
        super().__init__()
        self._reading = reading
        self._quote = quote

    def compose(self) -> ComposeResult:
        """Compose the words, the speaker, then the evidence."""
        reading = self._reading
        quote = reading.analysis.attributions[self._quote]
        speaker = reading.speaker_of(self._quote)
        words = words_on_one_line(reading.article, quote)
        with VerticalScroll(id="why", can_focus=False) as page:
            page.border_title = Content("Why this speaker")
            page.border_subtitle = Content("Esc closes")
            yield Static(
                Content(first_words(words, MAX_WORDS)),
                classes="why-words",
            )
            name = one_line(speaker.name) if speaker else "nobody the article names"
            role = f", {one_line(speaker.role)}" if speaker and speaker.role else ""
            yield _fact("speaker", f"{name}{role}")
            sure = "you corrected this" if quote.corrected else f"{round(100 * quote.certainty)} %"
            yield _fact("certainty", f"{sure}, {quote.kind} {quote.stance}, {quote.polarity}")
            if quote.content in reading.clipped:
                yield _fact("clipped", "m removes it, M shows all clippings")
            yield Static(Content("Evidence"), classes="why-heading")
            if not quote.evidence:
                yield Static(Content("Nothing but the words themselves."))
            for number, step in enumerate(quote.evidence, 1):
                yield Static(Content(f"{number}  {one_line(step.reason)}"))
                if step.span is not None:
                    yield Static(_in_context(reading.article, step.span), classes="why-context")
            yield Static(Content("In the text"), classes="why-heading")
            yield _fact(
                "source", one_line(span_words(reading.article, quote.source)) or "none beside the words"
            )
            yield _fact("cue", one_line(span_words(reading.article, quote.cue)) or "none beside the words")


def _fact(name: str, value: str) -> Static:
    return Static(Content.assemble((f"{name:<10} ", "$text-muted"), value))


def _in_context(article: Article, whole: Span) -> Content:
    """Return the words of a step, underlined, with what stands around them on their line."""
    shown = ShownText(
        article.text, article.markup, Span(max(0, whole.start - 9 * CONTEXT), whole.end + 9 * CONTEXT)
    )
    text, span = shown.text, shown.shown_span(whole)
    begin, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before, after = text[begin : span.start], text[span.end : end if end >= 0 else len(text)]
    left = last_words(before, CONTEXT) + (" " if before[-1:].isspace() else "")
    right = (" " if after[:1].isspace() else "") + first_words(after, CONTEXT)
    return Content.assemble(
        (left, "$text-muted"), (one_line(span.of(text)), "underline"), (right, "$text-muted")
    )
