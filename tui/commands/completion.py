"""`quoth --print-completion SHELL`: a script that completes commands, options and files."""

from __future__ import annotations

from tui.commands.arguments import open_parser, quotes_parser

_HELP = "print the quotes of articles"

# The first word is a command or a file; shtab gives a word one of the two, so the other is added here.
_BEFORE = {
    "bash": "_shtab_quoth_pos_0_COMPGEN=_shtab_compgen_files",
    "zsh": f"_shtab_quoth_commands() {{\n  local _commands=('quotes:{_HELP}')\n"
    "  _describe 'quoth commands' _commands\n  _files\n}",
}
_AFTER = {"fish": "complete -c quoth -n '_shtab_quoth_using; and test $_shtab_quoth_npos -eq 0' -F\n"}


def script(shell: str) -> str:
    """The completion script. Raises NotImplementedError where the installed shtab does not know `shell`."""
    import shtab

    if shell not in shtab.SUPPORTED_SHELLS:
        raise NotImplementedError(shell)
    parser = open_parser()
    parser._remove_action(next(action for action in parser._actions if action.dest == "file"))
    commands = parser.add_subparsers(dest="command", metavar="FILE")
    quotes_parser(commands.add_parser("quotes", help=_HELP, allow_abbrev=False))
    text: str = shtab.complete(parser, shell, preamble=_BEFORE.get(shell, ""))
    if shell == "tcsh":
        text = text.replace("'p/1/(quotes)/'", "'p/1/f/'").replace("'p/*/()/'", "'p/*/f/'")
    return text + _AFTER.get(shell, "")
