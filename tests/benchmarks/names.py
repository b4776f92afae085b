"""How right the names in the Entities panel are by kind, beside the model alone.

    python tests/benchmarks/names.py GOLD_DIR [--model NAME]

GOLD_DIR holds text/NAME.txt and names.jsonl (`name_scoring.py` says what is in it), or is what `quoth corrections
export` wrote. Printed: precision, recall and
F1 of people, organisations, places and all of them, by quoth and by the model's own labels.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.name_scoring import Tallies, add_article, read_gold  # noqa: E402
from tui.analysis.model import DEFAULT  # noqa: E402
from tui.analysis.model_loading import load  # noqa: E402
from tui.analysis.pipeline import Analyser  # noqa: E402
from tui.article.files import from_bytes  # noqa: E402
from tui.article.spans import Span  # noqa: E402


def measure(gold: Path, model: str = DEFAULT) -> tuple[Tallies, Tallies]:
    """Return the counts of quoth and of the model alone over the articles of a folder."""
    nlp = load(model)
    analyser = Analyser(nlp)
    ours, bare = Tallies(), Tallies()
    for name, (text, marked) in read_gold(gold).items():
        *_, analysis = analyser.run(from_bytes(text.encode(), name))
        add_article(ours, marked, ((e.label, span) for e in analysis.entities for span in e.mentions))
        add_article(bare, marked, ((e.label_, Span(e.start_char, e.end_char)) for e in nlp(text).ents))
    return ours, bare


def rows(ours: Tallies, bare: Tallies) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':15}{'marked':>7}{'quoth: P':>12}{'R':>7}{'F1':>7}{'model: P':>12}{'R':>7}{'F1':>7}"
    for kind in (*ours.kinds, "all"):
        one, other = (t.total if kind == "all" else t.kinds[kind] for t in (ours, bare))
        figures = "".join(f"{t.precision:>12.3f}{t.recall:>7.3f}{t.f1:>7.3f}" for t in (one, other))
        yield f"{kind:15}{one.marked:>7}{figures}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default=DEFAULT)
    args = parser.parse_args()
    print("\n".join(rows(*measure(args.gold, args.model))))


if __name__ == "__main__":
    main()
