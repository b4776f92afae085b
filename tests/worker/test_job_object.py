"""The job object that ends a child with its reader on Windows, asked of a made-up kernel32."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from tui.worker import job_object
from tui.worker.job_object import JobLimits, confine


class Kernel:
    """Notes what it is asked; `refuses` names a function that fails."""

    def __init__(self, refuses: str = "") -> None:
        self._refuses = refuses
        self.limits: JobLimits | None = None
        self.closed: list[int] = []

    def CreateJobObjectW(self, *_: object) -> int:
        return 0 if self._refuses == "create" else 7

    def OpenProcess(self, _access: int, _inherit: bool, pid: int) -> int:
        return 0 if self._refuses == "open" else pid

    def SetInformationJobObject(self, job: int, kind: int, limits: Any, size: int) -> bool:
        assert (job, kind, size) == (7, 9, ctypes.sizeof(JobLimits))
        self.limits = JobLimits.from_buffer_copy(limits._obj)
        return self._refuses != "set"

    def AssignProcessToJobObject(self, job: int, process: int) -> bool:
        assert (job, process) == (7, 42)
        return self._refuses != "assign"

    def CloseHandle(self, handle: int) -> None:
        self.closed.append(handle)


def test_the_child_ends_with_the_last_handle_and_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_object, "_jobs", [])
    kernel = Kernel()
    assert confine(kernel, 42, 1000)
    assert kernel.limits is not None
    assert (kernel.limits.flags, kernel.limits.process_memory) == (0x2100, 1000)
    assert kernel.closed == [42]  # the job's handle stays open
    assert job_object._jobs == [7]
    assert confine(kernel, 42, 0)
    assert kernel.limits.flags == 0x2000


@pytest.mark.parametrize("refuses", ["create", "open", "set", "assign"])
def test_no_handle_is_left_where_it_cannot_be_confined(refuses: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_object, "_jobs", [])
    kernel = Kernel(refuses)
    assert not confine(kernel, 42, 0)
    assert job_object._jobs == []
    assert (7 in kernel.closed) == (refuses != "create")


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes are those of 64 bits")
def test_the_structure_is_that_of_windows() -> None:
    assert ctypes.sizeof(JobLimits) == 144
    assert (JobLimits.counters.offset, JobLimits.process_memory.offset) == (64, 112)
