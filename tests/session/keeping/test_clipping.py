"""tui.session.keeping.clipping: a quote with all that is needed when its article is gone."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import seed_analysis, seed_article
from tui.library.content_keys import text_hash
from tui.session.keeping.clipping import clip


def test_everything_about_a_quote() -> None:
    article, analysis = seed_article(), seed_analysis()
    quote = next(each for each in analysis.attributions if each.id == "q6")
    article = replace(article, byline="Ana\x1b Writer", published="2025-05-12", url="https://news.example/a")
    found = clip(article, analysis, quote)
    assert found.words.startswith("“Overall, we’re determined")
    assert (found.speaker, found.role, found.named) == ("Dmitry Peskov", "Kremlin spokesperson", "Mr Peskov")
    assert (found.cue, found.kind, found.stance, found.certainty) == ("said", "direct", "speech", 0.98)
    assert found.text_hash == text_hash(article.text)
    assert (found.content, found.cue_spans, found.source_spans) == (quote.content, quote.cue, quote.source)
    assert (found.byline, found.published, found.url) == (
        "Ana Writer",
        "2025-05-12",
        "https://news.example/a",
    )
    assert (found.note, found.tags, found.id, found.made, found.corrected) == ("", (), "", "", False)
    assert clip(article, analysis, replace(quote, corrected=True)).corrected
    assert clip(article, analysis, replace(quote, speaker=None)).speaker is None
