"""The events that the analysis process reports to the reader.

They stand in a module of their own because none is needed before the first screen is up, and making the classes
takes a noticeable part of the start.
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
    """`done` of `total` characters have been analysed."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class PartialAnalysis:
    """What has been found so far."""

    analysis: Analysis


@dataclass(frozen=True, slots=True)
class AnalysisComplete:
    """The whole analysis. No event follows."""

    analysis: Analysis


@dataclass(frozen=True, slots=True)
class AnalysisFailed:
    """The article cannot be analysed; `sentence` says why and what to do. No event follows.

    `is_permanent` tells that no other article can be analysed either, as without a model; `is_not_started` that the
    system does not start the process, so that another that runs may analyse the article.
    """

    sentence: str
    is_permanent: bool = False
    is_not_started: bool = False


@dataclass(frozen=True, slots=True)
class ProcessDied:
    """The process ended unexpectedly and was started again; `sentence` says so."""

    sentence: str


Event = ModelLoaded | AnalysisProgress | PartialAnalysis | AnalysisComplete | AnalysisFailed | ProcessDied
