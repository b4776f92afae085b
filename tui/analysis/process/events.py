"""What the analysis process says, as the reader hears it.

A module of its own because nothing is heard before the first screen is up: until then these classes need not
be made, which takes longer than much else at the start. `tui.analysis.process.analysis_client` offers them, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis


@dataclass(frozen=True, slots=True)
class ModelLoaded:
    """The model is loaded; `model` is its name and version."""

    model: str


@dataclass(frozen=True, slots=True)
class AnalysisProgress:
    """So many characters have been read, of so many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class PartialAnalysis:
    """What has been found so far."""

    analysis: Analysis


@dataclass(frozen=True, slots=True)
class AnalysisComplete:
    """All there is; nothing follows."""

    analysis: Analysis


@dataclass(frozen=True, slots=True)
class AnalysisFailed:
    """The article is not analysed; `sentence` says why and what to do. Nothing follows.

    `every` is whether no other would be either, as without a model.
    """

    sentence: str
    every: bool = False


@dataclass(frozen=True, slots=True)
class ProcessDied:
    """The process ended unasked and was started again; `sentence` says so."""

    sentence: str


Event = ModelLoaded | AnalysisProgress | PartialAnalysis | AnalysisComplete | AnalysisFailed | ProcessDied
