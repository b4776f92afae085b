"""Families of quotes that are the same words, as JSON, text and Markdown.

`cues` are the words of their cues, by the id of the quote: without them denied words would be the speaker's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from tui.analysis.analysis import Kind
from tui.article.sanitising import one_line, stream_safe
from tui.library.comparing.compared_words import ComparedWords
from tui.library.comparing.word_alignment import Alignment
from tui.library.same_words import Occurrence, SameQuote
from tui.session.citing.citation import UNKNOWN
from tui.session.comparing.marked_differences import NOTHING, marked_line
from tui.session.comparing.variant_families import VariantFamily
from tui.session.exporting.json_escaping import dump_json
from tui.session.exporting.markdown_escaping import autolink, escape_markdown
from tui.session.reading.dates import long_date
from tui.session.reading.plurals import pluralise

_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT")

VariantsFormat = Literal["json", "jsonl", "text", "markdown"]
VARIANTS_FORMATS: tuple[VariantsFormat, ...] = get_args(VariantsFormat)


def export_families(
    families: Iterable[VariantFamily], format: VariantsFormat, cues: Mapping[int, str]
) -> Iterator[str]:
    """Yield the text of each family."""
    if format == "json":
        yield dump_json([_family(family, cues) for family in families], indent=2) + "\n"
        return
    between = ""
    for family in families:
        if format == "jsonl":
            yield dump_json(_family(family, cues)) + "\n"
        else:
            text = _markdown(family, cues) if format == "markdown" else _text(family, cues)
            yield f"{between}{text}\n"
            between = "\n"


def export_found(
    found: Sequence[SameQuote], format: VariantsFormat, cues: Mapping[int, str]
) -> Iterator[str]:
    """Yield the text of each quote that was found elsewhere."""
    lines = [(each.occurrence, each.alignment.there, each.alignment) for each in found]
    if format == "json":
        yield dump_json([_quote(*each, cues) for each in lines], indent=2) + "\n"
        return
    for each in lines:
        if format == "jsonl":
            yield dump_json(_quote(*each, cues)) + "\n"
        else:
            line = _markdown_line if format == "markdown" else _line
            yield line(each[0], each[2], cues) + "\n"


def _family(family: VariantFamily, cues: Mapping[int, str]) -> dict[str, Any]:
    quotes = zip(family.quotes, family.alignments, strict=True)
    return {
        "articles": family.articles,
        "speakers": family.speakers,
        "speaker_differs": len(family.speakers) > 1,
        "changes": [list(change) for change in family.changes],
        "quotes": [_quote(each, words, alignment, cues) for (each, words), alignment in quotes],
    }


def _quote(
    each: Occurrence, words: ComparedWords, alignment: Alignment, cues: Mapping[int, str]
) -> dict[str, Any]:
    """Return a quote as JSON; `differences` are against the first of its family, or the words asked for."""
    return {
        "words": words.text,
        "speaker": each.name,
        "role": each.role,
        "cue": cues.get(each.quote, ""),
        "kind": each.kind,
        "stance": each.stance,
        "certainty": each.certainty,
        "corrected": each.corrected,
        "article": each.article,
        "number": each.number,
        "content": [list(span) for span in each.content],
        "title": each.title,
        "outlet": each.outlet or None,
        "published": each.published,
        "source": stream_safe(each.source),
        "url": each.url,
        "shared": alignment.shared,
        "differences": [
            {
                "kind": str(part.difference),
                "here": alignment.here.words(part.start, part.end),
                "there": alignment.there.words(part.other_start, part.other_end),
                "quoted": part.quoted,
            }
            for part in alignment.parts
            if part.difference != "same"
        ],
    }


def heading(family: VariantFamily) -> str:
    """Return in how many articles a family stands, and what differs first."""
    parts = [pluralise(family.articles, "article")]
    if len(family.speakers) > 1:
        parts.append(f"the speaker differs: {', '.join(family.speakers)}")
    parts += [f"“{here or NOTHING}” or “{there or NOTHING}”" for here, there in family.changes[:3]]
    return " · ".join(parts)


def where(each: Occurrence) -> str:
    """Return title, outlet and date of a quote's article: “Nets on the move”, The Courier, 3 Dec 2026."""
    title = each.title or one_line(each.source)
    outlet = each.outlet if each.outlet != title else ""
    date = each.published or each.date
    day = long_date(date.partition("T")[0] if _ISO_TIME.match(date) else date)
    return ", ".join(part for part in (f"“{title}”", outlet, day) if part)


def _who(each: Occurrence, cues: Mapping[int, str]) -> str:
    """Return the speaker, with the cue where not all of the words are in quotation marks: John Doe (denied)."""
    cue = cues.get(each.quote) if each.kind != Kind.DIRECT else None
    return f"{each.name or UNKNOWN} ({cue})" if cue else each.name or UNKNOWN


def _text(family: VariantFamily, cues: Mapping[int, str]) -> str:
    first, words = family.quotes[0]
    lines = [heading(family), f"  {where(first)}: {_who(first, cues)}: {words.text}"]
    rest = zip(family.quotes[1:], family.alignments[1:], strict=True)
    return "\n".join([*lines, *(f"  {_line(each, alignment, cues)}" for (each, _), alignment in rest)])


def _line(each: Occurrence, alignment: Alignment, cues: Mapping[int, str]) -> str:
    return f"{where(each)}: {_who(each, cues)}: {marked_line(alignment)}"


def _markdown(family: VariantFamily, cues: Mapping[int, str]) -> str:
    first, words = family.quotes[0]
    rest = zip(family.quotes[1:], family.alignments[1:], strict=True)
    head = f"> {escape_markdown(words.text)}\n>\n> — {_markdown_place(first, cues)}\n"
    lines = "\n".join(_markdown_line(each, alignment, cues) for (each, _), alignment in rest)
    return f"{head}\n{escape_markdown(heading(family))}\n\n{lines}"


def _markdown_line(each: Occurrence, alignment: Alignment, cues: Mapping[int, str]) -> str:
    return f"- {_markdown_place(each, cues)}: {escape_markdown(marked_line(alignment))}"


def _markdown_place(each: Occurrence, cues: Mapping[int, str]) -> str:
    place = escape_markdown(f"{_who(each, cues)}, in {where(each)}")
    return f"{place}, {autolink(each.url)}" if each.url else place
