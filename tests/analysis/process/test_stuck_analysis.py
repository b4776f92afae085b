"""The real analysis process with a rule that takes exponential time: one paragraph is left out, others are read."""

from __future__ import annotations

from queue import SimpleQueue

import pytest

from tui.analysis.process import analysis_client
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, Event, ProcessDied
from tui.article.files import from_bytes
from tui.worker import spawning

# As it stood once: the time doubles with each link.
BREAK_A_RULE = """
import re
from tui.analysis.attribution import signatures
links = re.compile(r"(?:\\s*(?:pic\\.twitter\\.com|https?://)\\S*)+\\s*\\Z")
def end_before_links(text, start, end):
    found = links.search(text, start, end)
    return found.start() if found else end
signatures.end_before_links = end_before_links
"""
TEXT = f"""\
The harbour master, Jane Doe, said the ferry would stay. “It is not safe,” she told reporters on Monday.

The minister, John Roe, said he would ask the council to look at the plans again before the summer.

We will do this {"http://" * 32} x — Jane Doe (@janedoe) January 3, 2020

“We are ready,” said Mary Major, who leads the council of the northern district.
"""


def test_a_paragraph_that_stops_the_analysis_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    before, last, _ = spawning.BOOT.rpartition("importlib.import_module(name)")
    monkeypatch.setattr(spawning, "BOOT", f"{before}{BREAK_A_RULE}{last}.main(*rest)")
    # What is not stuck reports far more often, on any machine that the tests end on.
    monkeypatch.setattr(analysis_client, "PATIENCE", 3.0)
    monkeypatch.setattr(analysis_client, "PATIENCE_WITH_BLOCK", 3.0)
    events: SimpleQueue[Event] = SimpleQueue()
    process = AnalysisProcess()
    try:
        process.analyse(from_bytes(TEXT.encode(), "x"), events.put)
        received = [events.get()]
        while not isinstance(received[-1], AnalysisComplete | AnalysisFailed):
            received.append(events.get())
    finally:
        process.stop()
    assert [type(event) for event in received].count(ProcessDied) == 1
    complete = received[-1]
    assert isinstance(complete, AnalysisComplete), complete
    (notice,) = complete.analysis.notices
    assert notice.startswith("One paragraph could not be analysed: “We will do this http")
    said = {span.of(TEXT) for found in complete.analysis.attributions for span in found.content}
    assert {"“It is not safe,”", "“We are ready,”"} <= said
    assert not any("http" in words for words in said)
