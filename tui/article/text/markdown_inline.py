"""The inline marks of Markdown: emphasis, code, links, pictures, escapes, character references, tags.

CommonMark 0.31, section 6, with what GitHub adds (strikethrough), and Obsidian and Pandoc (links in double
brackets, highlights, references to notes). Takes time linear in the length of the text: what may be long is
bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import category

from tui.article.spans import Span
from tui.article.text_markup import Emphasis, EmphasisedWords, Markup

LONGEST_LABEL = 300  # characters of what names a link
_SPECIAL = re.compile(r"[\\`*_~=\[\]!<&]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile("`+")
_TARGET = re.compile(
    r"\(\s{0,50}(?:<([^<>\n]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?))"
    r"(?:\s{1,50}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,50}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,300})\]")
_ADDRESS = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_MAIL = re.compile(r"<[\w.+-]{1,64}@[\w.-]{1,255}>")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]{0,1000})?/?>")
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DOUBLE_BRACKETS = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]|\n]{1,300}))?\]\]")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_TAGS = frozenset(
    "a abbr address article aside b bdi bdo big blockquote br button caption center cite code col dd del details "
    "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd li main "
    "mark nav ol p picture pre q s samp section small source span strike strong sub summary sup svg table "
    "tbody td tfoot th thead time tr tt u ul var video wbr".split()
)
_APART = frozenset("br p div li tr td th hr dd dt".split())  # tags that part the words on their two sides


@dataclass(slots=True)
class InlineMarks:
    """What was found in a text; spans are offsets into it. The address of a link is as it is written."""

    markup: list[Markup] = field(default_factory=list)
    emphasis: list[EmphasisedWords] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)


class _DelimiterRun:
    """A run of "*", "_", "~" or "=" that may open or close an emphasis; `start` to `end` is what is left of it."""

    __slots__ = ("char", "closes", "end", "length", "opens", "start")

    def __init__(self, char: str, start: int, end: int, *, opens: bool, closes: bool) -> None:
        self.char = char
        self.start = start
        self.end = end
        self.length = end - start
        self.opens = opens
        self.closes = closes


def normalised_label(label: str) -> str:
    """Return the label of a reference as labels are compared."""
    return " ".join(label.split()).casefold()


def find_marks(text: str, references: Mapping[str, str] | None = None) -> InlineMarks:
    """Return the inline marks of a paragraph; `references` are addresses by their normalised labels."""
    return _Scanner(text, references or {}).scan()


class _Scanner:
    def __init__(self, text: str, references: Mapping[str, str]) -> None:
        self._text = text
        self._references = references
        self._found = InlineMarks()
        self._runs: list[_DelimiterRun] = []
        # Where a link may begin: the place of its bracket, whether of a picture, and how many runs come before it.
        self._brackets: list[tuple[int, bool, int]] = []
        self._spent = 0  # brackets below this stand round a link that ends already: links hold no links
        self._ticks: dict[int, list[int]] | None = (
            None  # the ends of runs of backticks, the last first, by length
        )
        self._no_comment = False

    def scan(self) -> InlineMarks:
        """Go through the text once."""
        text, at = self._text, 0
        handlers = {
            "\\": self._escape,
            "`": self._code,
            "<": self._angle,
            "&": self._character,
            "!": self._picture,
            "[": self._open_bracket,
            "]": self._close_bracket,
        }
        while (found := _SPECIAL.search(text, at)) is not None:
            at = handlers.get(found[0], self._run)(found.start())
        self._pair(0)
        self._found.markup.sort()
        self._found.emphasis.sort()
        return self._found

    def _hide(self, start: int, end: int, shown: str = "") -> None:
        if end > start:
            self._found.markup.append(Markup(Span(start, end), shown))

    def _stress(self, start: int, end: int, emphasis: Emphasis) -> None:
        if end > start:
            self._found.emphasis.append(EmphasisedWords(Span(start, end), emphasis))

    def _escape(self, at: int) -> int:
        following = self._text[at + 1 : at + 2]
        if following in _PUNCTUATION or following == "\n":
            self._hide(at, at + 1)
            return at + 2
        return at + 1

    def _code(self, at: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in reversed(list(_TICKS.finditer(self._text))):
                self._ticks.setdefault(len(run[0]), []).append(run.end())
        opening = _TICKS.match(self._text, at)
        begin = at + len(opening[0]) if opening else at + 1
        size = begin - at
        ends = self._ticks.get(size, [])
        while ends and ends[-1] <= begin:
            ends.pop()
        if not ends:
            return begin
        end = ends.pop()
        inner = self._text[begin : end - size]
        trim = int(len(inner) > 2 and inner[0] == inner[-1] == " " and not inner.isspace())
        self._hide(at, begin + trim)
        self._hide(end - size - trim, end)
        self._stress(begin + trim, end - size - trim, Emphasis.CODE)
        return end

    def _angle(self, at: int) -> int:
        text = self._text
        if (address := _ADDRESS.match(text, at)) is not None:
            self._hide(at, at + 1)
            self._hide(address.end() - 1, address.end())
            self._link(at + 1, address.end() - 1, address[1])
            return address.end()
        if (mail := _MAIL.match(text, at)) is not None:
            self._hide(at, at + 1)
            self._hide(mail.end() - 1, mail.end())
            return mail.end()
        if text.startswith("<!--", at) and not self._no_comment:
            end = text.find("-->", at + 4)
            if end >= 0:
                self._hide(at, end + 3)
                return end + 3
            self._no_comment = True
        tag = _TAG.match(text, at)
        if tag is None or tag[1].casefold() not in _TAGS:
            return at + 1
        self._hide(at, tag.end(), " " if tag[1].casefold() in _APART else "")
        return tag.end()

    def _character(self, at: int) -> int:
        found = _CHARACTER.match(self._text, at)
        if found is None:
            return at + 1
        from html import unescape  # met in few texts

        meant = unescape(found[0])
        if len(meant) == 1 and (meant.isprintable() or meant == "\xa0"):
            self._hide(at, found.end(), meant)
        return found.end()

    def _picture(self, at: int) -> int:
        if not self._text.startswith("[", at + 1):
            return at + 1
        if (embedded := _DOUBLE_BRACKETS.match(self._text, at + 1)) is not None:
            self._hide(at, embedded.end())
            return embedded.end()
        self._brackets.append((at, True, len(self._runs)))
        return at + 2

    def _open_bracket(self, at: int) -> int:
        if (note := _NOTE.match(self._text, at)) is not None:
            self._hide(at + 1, at + 2)
            return note.end()
        if (named := _DOUBLE_BRACKETS.match(self._text, at)) is not None:
            first, last = named.span(2) if named[2] else named.span(1)
            self._hide(at, first)
            self._hide(last, named.end())
            self._stress(first, last, Emphasis.LINK)
            return named.end()
        self._brackets.append((at, False, len(self._runs)))
        return at + 1

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        start, is_picture, runs = self._brackets.pop()
        spent = not is_picture and len(self._brackets) < self._spent
        self._spent = min(self._spent, len(self._brackets))
        begin = start + (2 if is_picture else 1)
        found = None if spent else self._target(begin, at)
        if found is None:
            return at + 1
        end, address = found
        self._pair(runs)
        self._hide(start, begin)
        self._hide(at, end)
        if not is_picture:
            self._spent = len(self._brackets)
            self._link(begin, at, address)
        return end

    def _target(self, begin: int, at: int) -> tuple[int, str] | None:
        """Return the end and the address of the link whose words end with the bracket at `at`."""
        text = self._text
        if (inline := _TARGET.match(text, at + 1)) is not None:
            return inline.end(), inline[1] if inline[1] is not None else inline[2]
        if not self._references:
            return None
        reference = _REFERENCE.match(text, at + 1)
        label = reference[1] if reference is not None and reference[1].strip() else ""
        if not label and at - begin <= LONGEST_LABEL:
            label = text[begin:at]
        address = self._references.get(normalised_label(label)) if label else None
        if address is None:
            return None
        return reference.end() if reference is not None else at + 1, address

    def _link(self, start: int, end: int, address: str) -> None:
        self._found.links.append((Span(start, end), address))
        self._stress(start, end, Emphasis.LINK)

    def _run(self, at: int) -> int:
        text = self._text
        char, end = text[at], at + 1
        while end < len(text) and text[end] == char:
            end += 1
        size = end - at
        if (char == "~" and size > 2) or (char in "~=" and size != 2):
            return end
        before, after = _side(text[at - 1 : at]), _side(text[end : end + 1])
        left = after == "word" or (after == "sign" and before != "word")
        right = before == "word" or (before == "sign" and after != "word")
        if char == "*":
            opens, closes = left, right
        else:  # inside a word, as in snake_case, they are no marks
            opens = left and (not right or before == "sign") and before != "word"
            closes = right and (not left or after == "sign") and after != "word"
        if opens or closes:
            self._runs.append(_DelimiterRun(char, at, end, opens=opens, closes=closes))
        return end

    def _pair(self, first: int) -> None:
        """Pair the runs from the one numbered `first` on, and forget them (CommonMark, "process emphasis")."""
        runs, self._runs[first:] = self._runs[first:], []
        stack: list[_DelimiterRun] = []
        bottoms: dict[tuple[str, bool, int], int] = {}  # below them nothing opens what such a run closes
        for run in runs:
            while run.closes and run.start < run.end:
                key = run.char, run.opens, run.length % 3
                bottom = bottoms.get(key, 0)
                at = next((n for n in range(len(stack) - 1, bottom - 1, -1) if _opens(stack[n], run)), None)
                if at is None:
                    bottoms[key] = len(stack)
                    break
                self._take(stack[at], run)
                del stack[at + (stack[at].start < stack[at].end) :]
                for each, deep in bottoms.items():
                    bottoms[each] = min(deep, len(stack))
            if run.opens and run.start < run.end:
                stack.append(run)

    def _take(self, opening: _DelimiterRun, closing: _DelimiterRun) -> None:
        used = 2 if min(opening.end - opening.start, closing.end - closing.start) > 1 else 1
        first, last = opening.end, closing.start
        opening.end -= used
        closing.start += used
        self._hide(opening.end, first)
        self._hide(last, closing.start)
        kind = Emphasis.STRONG if used == 2 else Emphasis.EMPHASISED
        self._stress(first, last, {"~": Emphasis.STRUCK, "=": Emphasis.STRONG}.get(opening.char, kind))


def _opens(opening: _DelimiterRun, closing: _DelimiterRun) -> bool:
    if opening.char != closing.char:
        return False
    both = opening.closes or closing.opens
    return not both or (opening.length + closing.length) % 3 != 0 or opening.length % 3 == 0


def _side(char: str) -> str:
    """Return what stands beside a run: white space or nothing, a sign, or a part of a word."""
    if not char or char.isspace():
        return "space"
    return "sign" if category(char)[0] in "PS" else "word"
