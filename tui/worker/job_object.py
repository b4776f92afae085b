"""A Windows job object for a child: the system ends the child with this process, and limits its memory.

The job ends with the last handle to it, which is this process's, however this process ends; nothing else reaches a
child that holds the interpreter.
"""

from __future__ import annotations

import ctypes
from ctypes import c_int64, c_size_t, c_uint32, c_uint64
from typing import Any

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_KILL_ON_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
_MAY_ASSIGN = 0x0101  # PROCESS_SET_QUOTA, PROCESS_TERMINATE

_jobs: list[Any] = []  # handles: one that is lost cannot be closed, and the children are few


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, the basic limits and the counters written out."""

    _fields_ = (
        ("process_time", c_int64),
        ("job_time", c_int64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
        ("counters", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    )


def confine(kernel: Any, pid: int, memory: int) -> bool:
    """Put the process `pid` into a job of its own, with `memory` bytes at most (0: no limit); tell whether it is.

    `kernel` is kernel32, with functions that return handles as pointers.
    """
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    limits = JobLimits(flags=_KILL_ON_CLOSE | (_PROCESS_MEMORY if memory else 0), process_memory=memory)
    process = kernel.OpenProcess(_MAY_ASSIGN, False, pid)
    try:
        is_confined = bool(
            process
            and kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            and kernel.AssignProcessToJobObject(job, process)
        )
    finally:
        if process:
            kernel.CloseHandle(process)
    if is_confined:
        _jobs.append(job)
    else:
        kernel.CloseHandle(job)
    return is_confined


def kernel32() -> Any:
    """Return kernel32 for `confine`. Raises AttributeError if this is not Windows."""
    from ctypes import c_void_p, wintypes

    kernel = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 (only Windows has it)
    kernel.CreateJobObjectW.argtypes = (c_void_p, c_void_p)
    kernel.CreateJobObjectW.restype = c_void_p
    kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    kernel.OpenProcess.restype = c_void_p
    kernel.SetInformationJobObject.argtypes = (c_void_p, ctypes.c_int, c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (c_void_p, c_void_p)
    kernel.CloseHandle.argtypes = (c_void_p,)
    return kernel
