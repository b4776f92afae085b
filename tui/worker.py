"""A process of quoth's own: the same interpreter, the same package, nothing that lies about."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import tui

# The package is loaded from the very place this one was, whether installed or a checkout, and neither the
# current folder nor the script's is looked into: a "spacy.py" that lies there must not be run.
BOOT = """
import importlib, importlib.util, sys
file, folder, name, *rest = sys.argv[1:]
spec = importlib.util.spec_from_file_location("tui", file, submodule_search_locations=[folder])
sys.modules["tui"] = module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
importlib.import_module(name).main(*rest)
"""
_FLAGS = ("-I" if sys.flags.isolated else "-P", "-W", "ignore")


def start(module: str, *arguments: str, keep_stderr: bool = False) -> subprocess.Popen[bytes]:
    """Start `main` of a module of this package with these arguments; its input and output are pipes.

    Its standard error is a pipe, too, with `keep_stderr`, and else goes nowhere. Raises OSError where no process
    can be started.
    """
    return subprocess.Popen(
        [sys.executable, *_FLAGS, "-c", BOOT, str(tui.__file__), tui.__path__[0], module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if keep_stderr else subprocess.DEVNULL,
        env=_environment(),
        start_new_session=os.name == "posix",  # a Ctrl+C in the terminal is for the reader alone
        creationflags=_creation_flags(),
    )


def _environment() -> dict[str, str]:
    """This process's environment; PYTHONPATH without the entries that mean the current folder."""
    environment = dict(os.environ)
    if "PYTHONPATH" in environment:
        parts = environment["PYTHONPATH"].split(os.pathsep)
        environment["PYTHONPATH"] = os.pathsep.join(part for part in parts if Path(part).is_absolute())
    return environment


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0
