"""One article read a paragraph or a quote at a time, by commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.article.article import BlockKind
from tui.article.cleaning import clean
from tui.article.folding import fold
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.linear.spoken_text import speak_block, speak_place, speak_quote
from tui.session.citing.cited_place import NUMBERED, places_in
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.session.opening.opening import Opening
    from tui.session.reading.reading import Reading


class LinearArticle:
    """An article, the reader's place in it, and what its commands print."""

    def __init__(self, opening: Opening, reading: Reading, say: Callable[[str], None]) -> None:
        """Read an article; `say` prints a line."""
        self.reading = reading
        self.progress = ""
        """What to say about an analysis that is still running."""
        self._opening = opening
        self._say = say
        blocks = opening.article.blocks
        kept = [block for block in blocks if block.kind is not BlockKind.LINK_LIST]
        self._blocks = [block.span for block in kept]
        self._paragraphs = [index for index, block in enumerate(kept) if block.kind in NUMBERED]
        self._place_of = places_in(opening.article)
        self._at = sum(span.end <= opening.position for span in self._blocks) - 1 if opening.position else -1
        self._found: list[Span] = []
        self.actions: dict[str, Callable[[str], None]] = {
            "": lambda _: self._go(1),
            "p": lambda _: self._go(-1),
            "r": lambda _: self._go(0),
            "g": lambda _: self._read_block(0),
            "G": lambda _: self._read_block(len(self._blocks) - 1),
            "all": lambda _: self._read_on(),
            "n": lambda _: self._step(1),
            "N": lambda _: self._step(-1),
            "f": self._only,
            "/": self._filter,
            "s": self._search,
            "w": lambda _: self._why(),
            "speakers": lambda _: self._list_speakers(),
            "quotes": lambda _: self._list_quotes(),
            "names": lambda _: self._list_names(),
        }
        """What each command does, given the words after it."""

    @property
    def position(self) -> int:
        """The reader's place, as an offset."""
        return self.here.start

    @property
    def here(self) -> Span:
        """The paragraph that was read last, or the beginning if none was."""
        return self._blocks[self._at] if 0 <= self._at < len(self._blocks) else Span(0, 0)

    def go_to(self, number: int) -> None:
        """Print the paragraph with this number, counted from 1 as citations do: without headlines and captions."""
        if 1 <= number <= len(self._paragraphs):
            self._read_block(self._paragraphs[number - 1])
        else:
            self._say(f"The article has {pluralise(len(self._paragraphs), 'paragraph')}.")

    # Paragraphs

    def _go(self, step: int) -> None:
        self._read_block(max(self._at + step, 0))

    def _read_block(self, index: int) -> None:
        """Print a paragraph, with who says what."""
        reading = self.reading
        if not 0 <= index < len(self._blocks):
            end = "That was the end of the article." if self._blocks else "The article is empty."
            self._say(end)
            return
        self._at = index
        reading.choose_quote(None)
        self._opening.refocus(self._blocks[index])
        self._say(speak_block(reading, self._blocks[index]))

    def _read_on(self) -> None:
        while self._at + 1 < len(self._blocks):
            self._go(1)

    def _block_at(self, offset: int) -> int:
        return max(sum(span.start <= offset for span in self._blocks) - 1, 0)

    # Quotes

    def counts(self) -> str:
        """Return how many quotes there are, or how many match."""
        reading = self.reading
        shown = len(reading.quotes)
        if reading.narrowed:
            words = f"{shown} of {pluralise(reading.total, 'quote')} match"
            filtered = f" the filter {one_line(reading.filter_text)}" if reading.filter_text else ""
            return f"{words}{filtered}{self.progress}."
        speakers = pluralise(reading.quoted, "speaker")
        paragraphs = pluralise(len(self._paragraphs), "paragraph")
        return (
            f"{paragraphs}, {pluralise(shown, 'quote')}, {speakers}{self.progress}. Enter reads on, ? helps."
        )

    def _step(self, direction: int) -> None:
        reading = self.reading
        around = Span(self.here.end, self.here.end) if direction > 0 else self.here
        index = reading.step(direction, around)
        if index is None:
            which, back = ("last", "N") if direction > 0 else ("first", "n")
            told = f"That was the {which} matching quote; {back} goes the other way."
            self._say(told if reading.quotes else self._nothing())
            return
        self._at = self._block_at(reading.analysis.attributions[index].start)
        self._say_quote(index)

    def _nothing(self) -> str:
        """Return why there is no quote, and what to do."""
        if not self.reading.narrowed:
            return "No quote has been found." if not self.progress else f"No quote{self.progress}."
        undone = "f shows everybody again" if self.reading.speaker else "/ alone clears the filter"
        return f"No quote matches; {undone}."

    def _say_quote(self, index: int) -> None:
        reading = self.reading
        place = self._place_of(reading.analysis.attributions[index].start)
        self._say(f"{speak_place(reading, index)} {place.capitalize()}".rstrip() + ("." if place else ""))
        self._say(speak_quote(reading, index))

    def _only(self, name: str) -> None:
        """Keep only the quotes of the speaker whose name contains these words."""
        reading = self.reading
        if not name:
            speaker = reading.only(self.here)
            if speaker is None:
                self._say(f"Everybody. {self.counts()}")
                return
        else:
            wanted = fold(name)
            reading.choose_speaker(None)
            found = [speaker for speaker, _ in reading.speakers if wanted in fold(speaker.name)]
            if not found:
                self._say(f"No speaker is called “{one_line(name)}”; speakers lists them.")
                return
            if len(found) > 1:
                self._say(f"Several speakers match: {'; '.join(clean(each.name) for each in found)}.")
            speaker = found[0]
            reading.choose_speaker(speaker.id)
        role = f", {clean(speaker.role)}" if speaker.role else ""
        self._say(f"Only {clean(speaker.name)}{role}. {self.counts()}")

    def _filter(self, query: str) -> None:
        reading = self.reading
        reading.set_filter(query.strip())
        if reading.query.problem:
            self._say(one_line(reading.query.problem))
        self._say(self.counts())

    def _search(self, words: str) -> None:
        """Go to the next place in the article that has these words."""
        reading = self.reading
        if words:
            from tui.session.reading.text_search import TextSearch

            self._found = TextSearch(reading.article.text, words).places
            if not self._found:
                self._say(f"“{one_line(words)}” is not in this article.")
                return
            self._say(f"{pluralise(len(self._found), 'place')}; s goes to the next.")
        elif not self._found:
            self._say("Type s and the words to search for.")
            return
        place = next((found for found in self._found if found.start >= self.here.end), self._found[0])
        self._read_block(self._block_at(place.start))

    def current_quote(self) -> int | None:
        """Return the quote that was read last, or the first one of the paragraph; say so if there is none."""
        reading = self.reading
        index = reading.current(self.here)
        if index is None:
            self._say("There is no quote here; n goes to the next one.")
        return index

    def _why(self) -> None:
        """Print the steps from the words to the speaker."""
        reading = self.reading
        index = self.current_quote()
        if index is None or reading is None:
            return
        quote = reading.analysis.attributions[index]
        speaker = reading.speaker_of(index)
        name = clean(speaker.name) if speaker else "Nobody that the article names"
        sure = "corrected by hand" if quote.corrected else f"{round(100 * quote.certainty)} percent sure"
        self._say(f"{name}, {sure}.")
        for number, step in enumerate(quote.evidence, 1):
            words = f": {one_line(step.span.of(reading.article.text))}" if step.span is not None else ""
            self._say(f"{number}. {one_line(step.reason)}{words}")

    # Lists

    def _list_speakers(self) -> None:
        reading = self.reading
        for speaker, count in reading.speakers:
            role = f", {clean(speaker.role)}" if speaker.role else ""
            self._say(f"{clean(speaker.name)}{role}: {pluralise(count, 'quote')}.")
        if not reading.speakers:
            self._say("Nobody is quoted.")

    def _list_quotes(self) -> None:
        reading = self.reading
        for index in reading.quotes:
            self._say_quote(index)
        if not reading.quotes:
            self._say(self._nothing())

    def _list_names(self) -> None:
        from tui.analysis.entity_labels import label_name, label_order, shown_label

        reading = self.reading
        by_label: dict[str, list[str]] = {}
        for entity, count in reading.entities:
            by_label.setdefault(shown_label(entity.label), []).append(f"{clean(entity.name)} {count}")
        for label in sorted(by_label, key=label_order):
            self._say(f"{clean(label_name(label))}: {', '.join(by_label[label])}.")
        if not by_label:
            self._say("Nothing is named.")
