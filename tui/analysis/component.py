"""quoth as a component of anybody's spaCy pipeline: `nlp.add_pipe("quoth")`.

The factory is registered through the `spacy_factories` entry point, so spaCy imports this module whenever it
makes a Language: what it needs beyond spaCy is imported at the first Doc.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

_KEY = "quoth"  # in Doc.user_data, as JSON, so that to_bytes and n_process=2 can send the Doc


def _get(doc: Doc) -> Analysis | None:
    from tui.analysis.analysis import Analysis
    from tui.json_codec import decode

    data = doc.user_data.get(_KEY)
    return None if data is None else decode(Analysis, data)


def _set(doc: Doc, analysis: Analysis) -> None:
    from tui.json_codec import encode

    doc.user_data[_KEY] = encode(analysis)


if not Doc.has_extension("quoth"):
    Doc.set_extension("quoth", getter=_get, setter=_set)


@Language.factory(
    "quoth",
    assigns=["doc._.quoth", "doc.spans"],
    requires=["token.dep", "token.head", "token.tag", "token.lemma", "doc.sents", "doc.ents"],
)
def make_quoth(nlp: Language, name: str) -> Quoth:
    """Make the component; it has no settings and reads what tagger, parser, lemmatizer and NER left."""
    return Quoth(nlp, name)


class Quoth:
    """Sets `doc._.quoth` (an Analysis) and `doc.spans["quotes"]`, `["cues"]` and `["sources"]`.

    The Doc is one article, its paragraphs on lines of their own or set apart by blank lines. Offsets in the
    Analysis are characters of `doc.text`. Each span's label is the kind ("direct", "mixed", "indirect") of
    the attribution it belongs to, its id the attribution's. Raises ValueError on a Doc without a parse.
    """

    def __init__(self, nlp: Language, name: str = "quoth") -> None:
        self.name = name
        self._model = f"{nlp.lang}_{nlp.meta.get('name', 'pipeline')} {nlp.meta.get('version', '')}".strip()

    def __call__(self, doc: Doc) -> Doc:
        from tui.analysis.parsed_article import ParsedArticle
        from tui.analysis.pipeline import analysis_of
        from tui.article.article import Article
        from tui.article.text.blocks import find_blocks

        if len(doc) and not doc.has_annotation("DEP"):
            raise ValueError("quoth reads the parse: add it after the parser, the lemmatizer and the NER")
        text = doc.text
        article = Article(text=text, source="", blocks=find_blocks(text))
        parsed = ParsedArticle(text)
        for index, block in enumerate(article.blocks):
            if not block.kind.speaks:
                continue
            tokens = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
            if tokens is not None:
                parsed.add(tokens.as_doc(), tokens.start_char, index)
        analysis = analysis_of(parsed, article, self._model)
        doc._.quoth = analysis
        found: dict[str, list[DocSpan]] = {"quotes": [], "cues": [], "sources": []}
        for attribution in analysis.attributions:
            for key, spans in zip(
                found, (attribution.content, attribution.cue, attribution.source), strict=True
            ):
                found[key].extend(_in_doc(doc, spans, str(attribution.kind), attribution.id))
        for key, doc_spans in found.items():
            doc.spans[key] = SpanGroup(doc, name=key, spans=doc_spans)
        return doc


def _in_doc(doc: Doc, spans: Iterable[Span], label: str, identifier: str) -> Iterable[Any]:
    for span in spans:
        found = doc.char_span(span.start, span.end, label=label, span_id=identifier, alignment_mode="expand")
        if found is not None:
            yield found
