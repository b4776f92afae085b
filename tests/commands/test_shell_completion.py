"""Completion in the shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import shtab

from tui.commands.arguments import SHELLS
from tui.commands.shell_completion import script


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shell in shtab.SUPPORTED_SHELLS])
def test_every_shell_has_a_script(shell: str) -> None:
    text = script(shell)
    for word in ("quoth", "format", "jsonl", "filter", "private"):
        assert word in text


def test_tcsh_completes_files_at_every_place() -> None:
    assert "'p/1/f/'" in script("tcsh")
    assert "'p/*/f/'" in script("tcsh")


def test_a_shell_that_the_installed_shtab_does_not_know() -> None:
    with pytest.raises(NotImplementedError):
        script("rc")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["quo"], {"quotes"}),
        (["te"], {"text"}),
        (["text", "--a"], {"--articles"}),
        (["text", "--format", "m"], {"markdown"}),
        (["text", "article.txt", "art"], {"article.txt"}),
        (["art"], {"article.txt"}),
        (["--pr"], {"--private", "--print-completion"}),
        (["--pa"], {"--paste"}),
        (["quotes", "--fo"], {"--format", "--force"}),
        (["quotes", "--format", "json"], {"json", "jsonl"}),
        (["quotes", "article.txt", "art"], {"article.txt"}),
        (["--model", "m", "art"], {"article.txt"}),
    ],
)
def test_bash_completes(words: list[str], expected: set[str], tmp_path: Path) -> None:
    (tmp_path / "article.txt").touch()
    (tmp_path / "script").write_text(script("bash"), encoding="utf-8")
    ask = (
        'source ./script; COMP_WORDS=(quoth "$@"); COMP_CWORD=$#; _shtab_quoth 2>/dev/null; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    run = subprocess.run(
        ["bash", "-c", ask, "-", *words], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert set(run.stdout.split()) == expected
