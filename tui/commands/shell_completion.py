"""`quoth --print-completion SHELL`: print a script that completes commands, options and files."""

from __future__ import annotations

import re
from importlib import import_module

from tui.commands import NAMES
from tui.commands.arguments import open_parser, summary_of


def _commands() -> dict[str, str]:
    """Return every command with its summary, without characters that are shell syntax."""
    return {name: re.sub(r"[^\w ,;“”-]", "", summary_of(name)) for name in NAMES}


def _preamble(shell: str, commands: dict[str, str]) -> str:
    """Return the preamble of the script: the first word is a command or a file, of which shtab knows only one."""
    if shell == "bash":
        return "_shtab_quoth_pos_0_COMPGEN=_shtab_compgen_files"
    if shell == "zsh":
        named = " ".join(f"'{name}:{about}'" for name, about in commands.items())
        return (
            f"_shtab_quoth_commands() {{\n  local _commands=({named})\n"
            "  _describe 'quoth commands' _commands\n  _files\n}"
        )
    return ""


_POSTAMBLE = {"fish": "complete -c quoth -n '_shtab_quoth_using; and test $_shtab_quoth_npos -eq 0' -F\n"}


def script(shell: str) -> str:
    """Return the completion script. Raises NotImplementedError if the installed shtab does not know `shell`."""
    import shtab

    if shell not in shtab.SUPPORTED_SHELLS:
        raise NotImplementedError(shell)
    parser = open_parser()
    parser._remove_action(next(action for action in parser._actions if action.dest == "files"))
    commands = _commands()
    named = parser.add_subparsers(dest="command", metavar="SOURCE")
    for name, about in commands.items():
        made = import_module(f"tui.commands.{name}_command").parser()
        named.add_parser(name, parents=[made], add_help=False, help=about)
    text: str = shtab.complete(parser, shell, preamble=_preamble(shell, commands))
    if shell == "tcsh":
        text = re.sub(r"'p/1/\([^)']*\)/'", "'p/1/f/'", text).replace("'p/*/()/'", "'p/*/f/'")
    return text + _POSTAMBLE.get(shell, "")
