"""How much of a document comes out: word F1 and F1 of four words in a row, beside the converter's own text.

    python tests/benchmarks/documents.py --make FOLDER   # sixty documents of all formats, with their texts
    python tests/benchmarks/documents.py FOLDER          # a.pdf.txt beside a.pdf holds what must come out

Your own documents do as well: put each one's text beside it.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections import Counter
from pathlib import Path
from statistics import mean
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.article.sources import read


def f1(wanted: list[str], got: list[str], length: int) -> float:
    """Return the F1 of runs of `length` words, each counted as often as it stands."""
    runs = [Counter(zip(*(words[n:] for n in range(length)), strict=False)) for words in (wanted, got)]
    common = sum((runs[0] & runs[1]).values())
    return 2 * common / (sum(runs[0].values()) + sum(runs[1].values()) or 1)


def words(text: str) -> list[str]:
    """Return the words of a text without what stands round them."""
    return re.findall(r"\w[\w’'-]*", text.lower())


def converters_own(path: Path) -> str:
    """Return what the library gives by itself; the source of the file where none is used."""
    data = path.read_bytes()
    match path.suffix:
        case ".pdf":
            import pypdfium2

            document = pypdfium2.PdfDocument(data)
            return "\n".join(page.get_textpage().get_text_range() for page in document)
        case ".docx":
            import mammoth

            return str(mammoth.extract_raw_text(io.BytesIO(data)).value)
        case ".rtf":
            from striprtf.striprtf import rtf_to_text

            return str(rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace"))
        case ".msg":
            import olefile

            body = olefile.OleFileIO(io.BytesIO(data)).openstream("__substg1.0_1000001F")
            return str(body.read(), "utf-16-le")
        case ".odt" | ".epub":
            import zipfile

            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [n for n in archive.namelist() if n.endswith(("content.xml", "html"))]
                return " ".join(re.sub("<[^>]+>", " ", archive.read(n).decode()) for n in parts)
    return re.sub("<[^>]+>", " ", data.decode("utf-8", "replace"))


def measure(folder: Path) -> None:
    """Print a line a format."""
    rows: dict[str, list[tuple[float, float, float, float, float]]] = {}
    for path in sorted(folder.iterdir()):
        known = path.with_suffix(path.suffix + ".txt")
        if not known.exists():
            continue
        wanted = words(known.read_text(encoding="utf-8"))
        started = process_time()
        try:
            article = read(str(path))
        except CannotRead as error:
            print(path.name, error.message)
            continue
        got = words(article.text) if isinstance(article, Article) else []
        own = words(converters_own(path))
        took = process_time() - started
        figures = (f1(wanted, got, 1), f1(wanted, got, 4), f1(wanted, own, 1), f1(wanted, own, 4), took)
        rows.setdefault(path.suffix, []).append(figures)
        if figures[1] < 0.97:
            print(f"{path.name:<28} words {figures[0]:.3f}  four in a row {figures[1]:.3f}")
    print("format  files  words  four in a row | converter alone: words  four in a row")
    for suffix, found in sorted(rows.items()):
        one, four, own_one, own_four, _ = (mean(column) for column in zip(*found, strict=True))
        print(f"{suffix:<7} {len(found):>5}  {one:.3f}  {four:.3f}         | {own_one:.3f}  {own_four:.3f}")


def main() -> None:
    """Make documents, or measure some."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--make", action="store_true", help="make the documents in FOLDER first")
    arguments = parser.parse_args()
    if arguments.make:
        from tests.article.documents.made_documents import everything

        arguments.folder.mkdir(parents=True, exist_ok=True)
        for made in everything():
            (arguments.folder / made.name).write_bytes(made.data)
            (arguments.folder / f"{made.name}.txt").write_text("\n\n".join(made.paragraphs), encoding="utf-8")
    measure(arguments.folder)


if __name__ == "__main__":
    main()
