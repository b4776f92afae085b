"""A sheet of what quoth shows of a folder of articles, to be marked by hand, and its marks added up.

    python tests/benchmarks/marking_sheet.py make FOLDER > sheet.txt
    python tests/benchmarks/marking_sheet.py count sheet.txt

FOLDER holds articles that quoth reads (.txt, .html …). The sheet lists each quote of each article with an empty
mark in front. Put one letter into each "[ ]":

    r  right: the words and who said them          p  wrong person (or a person where nobody is named)
    w  wrong words: cut short, swollen, run together    n  nobody's: not said by anybody

and for every quote that quoth does not show add a line "[m] its words" below the article's quotes. Attitudes are
left out, as they are on the screen. Rows left unmarked are counted as such, and in no share.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tui.analysis.analysis import Analysis, Attribution, Stance  # noqa: E402
from tui.analysis.model_loading import load  # noqa: E402
from tui.analysis.pipeline import Analyser  # noqa: E402
from tui.article.article import Article  # noqa: E402
from tui.article.cleaning import clean  # noqa: E402
from tui.article.files import from_bytes  # noqa: E402
from tui.session.reading.quote_marks import certainty_mark  # noqa: E402
from tui.session.reading.quote_text import span_words, words  # noqa: E402

MARKS = {"r": "right", "w": "wrong words", "p": "wrong person", "n": "nobody's", "m": "missing"}
_ROW = re.compile(r"\[(.?)\](?: ([●◐○]))?")


def make(folder: Path) -> Iterator[str]:
    """Yield the lines of the sheet for the articles of a folder, in the order of their names."""
    analyser = Analyser(load())
    yield "r right · w wrong words · p wrong person · n nobody's · add a line “[m] words” for each that is missing"
    for path in sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")):
        article = from_bytes(path.read_bytes(), path.name)
        *_, analysis = analyser.run(article)
        yield ""
        yield f"# {path.name}"
        shown = [quote for quote in analysis.attributions if quote.stance is Stance.SPEECH]
        yield from (row(article, analysis, quote) for quote in shown)


def row(article: Article, analysis: Analysis, quote: Attribution) -> str:
    """Return the line of one quote: an empty mark, how sure quoth is, who, by which words, and what."""
    sign = certainty_mark(quote.certainty)
    speaker = analysis.speaker(quote.speaker)
    who = clean(speaker.name) if speaker else "nobody named"
    told = " … ".join(filter(None, (span_words(article, quote.source), span_words(article, quote.cue))))
    said = " ¶ ".join(words(article, quote).splitlines())
    return f"[ ] {sign} {who} ({told}): {said}"


def count(lines: Iterable[str]) -> Counter[tuple[str, str]]:
    """Count the marks of a sheet, by mark and sign. Raises ValueError on a letter that is no mark."""
    out: Counter[tuple[str, str]] = Counter()
    for number, line in enumerate(lines, 1):
        found = _ROW.match(line)
        if found is None:
            continue
        mark = found[1].strip().casefold()
        if mark and mark not in MARKS:
            raise ValueError(f"line {number}: “{found[1]}” is no mark; use one of {', '.join(MARKS)}")
        out[mark, found[2] or ""] += 1
    return out


def summary(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines that say how many of what is shown is right, by how sure quoth was, and what is missing."""
    by_mark: Counter[str] = Counter()
    for (mark, _), number in counts.items():
        by_mark[mark] += number
    shown = sum(by_mark[m] for m in MARKS if m != "m")
    for mark, name in MARKS.items():
        of = by_mark["m"] + shown - by_mark["n"] if mark == "m" else shown
        share = f"{100 * by_mark[mark] / of:5.1f} of 100 {'said' if mark == 'm' else 'shown'}" if of else ""
        yield f"{name:14}{by_mark[mark]:6}  {share}".rstrip()
    for sign in "●◐○":
        marked = {m: counts[m, sign] for m in MARKS}
        if total := sum(marked.values()):
            wrong = ", ".join(f"{marked[m]} {MARKS[m]}" for m in "wpn")
            yield f"{sign} {total} marked: {marked['r']} right, {wrong}"
    if by_mark[""]:
        yield f"{by_mark['']} not marked"


def main() -> int:
    """Print a sheet, or add one up."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("make", help="print a sheet for a folder of articles").add_argument(
        "folder", type=Path
    )
    commands.add_parser("count", help="add up a sheet that was marked").add_argument("sheet", type=Path)
    args = parser.parse_args()
    try:
        if args.command == "make":
            for line in make(args.folder):
                print(line)
        else:
            lines = args.sheet.read_text(encoding="utf-8").splitlines()
            print("\n".join(summary(count(lines))))
    except (OSError, ValueError) as error:
        print(f"marking_sheet: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
