"""The real analysis process, started as the reader starts it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from queue import Queue

import pytest

from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.analysis_host import _described, _lacks_memory
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, AnalysisProgress, Event, ModelLoaded
from tui.article.article_transport import packed
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.worker import spawning
from tui.worker.serving import encoded
from tui.worker.spawning import spawn

STORY = from_bytes(
    "The harbour master, Jane Doe, said the ferry would stay. “It is not safe,” she told reporters.".encode(),
    "x",
)


def test_an_article_is_analysed_and_modules_in_the_current_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    for name in ("spacy", "numpy", "json", "tui"):
        (tmp_path / f"{name}.py").write_text(
            "print('run from the current folder', flush=True)\nraise SystemExit(9)\n"
        )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", ".", os.environ.get("PYTHONPATH", "")]))
    events: Queue[Event] = Queue()
    process = AnalysisProcess()
    try:
        process.analyse(STORY, events.put, Span(0, 10))
        received = [events.get(timeout=120)]
        while not isinstance(received[-1], AnalysisComplete | AnalysisFailed):
            received.append(events.get(timeout=120))
    finally:
        process.stop()
    assert isinstance(received[0], ModelLoaded)
    assert isinstance(received[1], AnalysisProgress)
    assert isinstance(received[-1], AnalysisComplete), received[-1]
    direct = [a for a in received[-1].analysis.attributions if str(a.kind) == "direct"]
    assert [a.content[0].of(STORY.text) for a in direct] == ["“It is not safe,”"]


def test_only_messages_go_to_stdout_and_it_ends_with_stdin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noisy = tmp_path / "noisy_model"
    noisy.mkdir()
    (noisy / "__init__.py").write_text(
        "import os\nprint('printed')\nos.write(1, b'written')\n"
        "def load(**_):\n    print('loading')\n    raise RuntimeError('not this one')\n"
    )
    installed = tmp_path / "noisy_model-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: noisy_model\nVersion: 1.0\n")
    article, data = packed(STORY)
    request = {"analyse": 1, "article": article, "focus": None, "data_size": len(data)}
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with spawn("tui.analysis.process.analysis_host", "noisy_model") as run:
        assert run.stdin
        assert run.stdout
        assert run.stderr
        run.stdin.write(encoded(request) + data)
        run.stdin.flush()
        answer = json.loads(run.stdout.readline())
        run.stdin.close()
        assert run.wait(timeout=120) == 0
        assert run.stdout.read() == b""
        complaints = run.stderr.read()
        assert b"printed" in complaints
        assert b"written" in complaints
    assert answer["event"] == "failed"
    assert "“noisy_model” cannot be loaded (not this one)" in answer["sentence"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be limited")
def test_an_article_that_takes_too_much_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    before, last, _ = spawning.BOOT.rpartition("importlib.import_module(name)")
    limit = "from tui.analysis.process import analysis_host\nanalysis_host.MEMORY_LIMIT = 100_000_000\n"
    monkeypatch.setattr(spawning, "BOOT", f"{before}{limit}{last}.main(*rest)")
    long = from_bytes(STORY.text.encode() * 1000, "x")
    events: Queue[Event] = Queue()
    process = AnalysisProcess()
    try:
        process.analyse(long, events.put)
        while not isinstance(event := events.get(), AnalysisComplete | AnalysisFailed):
            pass
    finally:
        process.stop()
    assert isinstance(event, AnalysisFailed)
    assert "more memory to analyse" in event.sentence


def test_it_ends_when_its_reader_dies_in_the_middle_of_a_line() -> None:
    request = encoded({"analyse": 1, "article": packed(STORY)[0], "focus": None})
    with spawn("tui.analysis.process.analysis_host", "no_such_model") as run:
        assert run.stdin
        try:
            run.stdin.write(request[: len(request) // 2])
            run.stdin.close()
            assert run.wait(timeout=120) == 0
        finally:
            run.kill()


def test_too_little_memory_to_start_is_said_in_plain_words() -> None:
    assert _lacks_memory(MemoryError())
    assert _lacks_memory(
        ImportError("Please read this … libblas.so: failed to map segment from shared object")
    )
    assert not _lacks_memory(ImportError("No module named 'numpy'"))
    assert len(_described(ImportError("a long tale " * 100))) == 200
