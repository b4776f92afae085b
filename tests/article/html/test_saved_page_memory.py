"""A small file that a browser is said to have saved cannot take the computer's memory."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

MOST = 500 * 1024 * 1024  # bytes that any process of quoth may take


def shared_arrays(times: int, length: int) -> bytes:
    """Return a binary property list that names one array of `length` members `times` times."""
    name = b"WebMainResource"
    objects = [
        b"\xd1" + struct.pack(">HH", 1, 2),
        b"\x5f\x10" + bytes([len(name)]) + name,
        b"\xaf\x11" + struct.pack(">H", times) + b"".join(struct.pack(">H", 4 + n) for n in range(times)),
        b"\x09",
        b"\xaf\x12" + struct.pack(">I", length) + struct.pack(">H", 3) * length,
    ]
    data, offsets = b"bplist00", []
    for each in objects:
        offsets.append(len(data))
        data += each
    offsets += offsets[-1:] * (times - 1)
    table = b"".join(struct.pack(">I", offset) for offset in offsets)
    trailer = struct.pack(">6xBBQQQ", 4, 2, len(offsets), 0, len(data))
    return data + table + trailer


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system limits no process's memory")
def test_an_archive_that_grows_is_given_up(tmp_path: Path) -> None:
    file = tmp_path / "page.webarchive"
    file.write_bytes(shared_arrays(times=900, length=200_000))
    assert file.stat().st_size < 410_000
    # A process of its own asks: what a child is said to have taken at most begins with what its parent holds.
    asking = (
        "import resource, subprocess, sys\n"
        "run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "print(run.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)\n"
    )
    command = [sys.executable, "-P", "-c", asking, sys.executable, "-P", "-m", "tui", "text", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    status, most = map(int, run.stdout.split())
    said = run.stderr
    assert status == 1
    assert most < MOST  # of the command and of the processes that it started
    assert "page.webarchive" in said
    assert "Traceback" not in said
    assert "fault of quoth" not in said
