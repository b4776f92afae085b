"""Parses written by hand."""

from __future__ import annotations

from tui.analysis.parsed_article import ParsedArticle


def parsed(
    *rows: tuple[str, str, str, int], paragraphs: list[tuple[int, int]] | None = None
) -> ParsedArticle:
    """Tokens from (word, part of speech, dependency, head); every root begins a sentence's tree."""
    out = ParsedArticle(" ".join(row[0] for row in rows))
    at = 0
    for word, pos, dep, head in rows:
        out.start.append(at)
        out.end.append(at + len(word))
        out.word.append(word)
        out.lemma.append(word.lower())
        out.pos.append(pos)
        out.tag.append(pos)
        out.dep.append(dep)
        out.head.append(head)
        out.entity.append("")
        out.entity_begins.append(False)
        at += len(word) + 1
    out.paragraphs = paragraphs or [(0, len(rows))]
    for number, (first, last) in enumerate(out.paragraphs):
        out.sentences.append((first, last))
        out.sentence += [number] * (last - first)
    out.blocks = list(range(len(out.paragraphs)))
    return out


SAID = parsed(
    ("Ann", "PROPN", "nsubj", 1),
    ("say", "VERB", "ROOT", 1),
    ("rain", "NOUN", "nsubj", 3),
    ("fall", "VERB", "ccomp", 1),
    ("and", "CCONJ", "cc", 1),
    ("add", "VERB", "conj", 1),
    ("nothing", "PRON", "dobj", 5),
    (".", "PUNCT", "punct", 1),
)
