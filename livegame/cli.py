"""The command line: finds the command, and turns whatever goes wrong into one clear line."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from livegame import __version__
from livegame.commands.names import COMMANDS, DEFAULT

FINE, FAILED, WRONG, INTERRUPTED = 0, 1, 2, 130


class Parser(argparse.ArgumentParser):
    """argparse, with errors of one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            SystemExit: always, with code 2.
        """
        from livegame.runs.clean import clean

        line = clean(message, 500)
        self.exit(WRONG, f"{self.prog}: {line}; `{self.prog} --help` lists what there is\n")


def build_parser(names: Sequence[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """The parser with the commands named; the others are not even imported."""
    parser = Parser(prog="livegame", description="Host a live sales broadcast.")
    parser.add_argument("--version", action="version", version=f"livegame {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name in names:
        about = COMMANDS[name]
        module = import_module(f"livegame.commands.{name}")
        command = commands.add_parser(name, help=about, description=about)
        module.configure(command)
        command.set_defaults(run=module.run)
    return parser


def _with_command(argv: list[str]) -> list[str]:
    """`livegame` and `livegame --plain` mean `livegame play ...`."""
    if argv and (not argv[0].startswith("-") or argv[0] in ("-h", "--help", "--version")):
        return argv
    return [DEFAULT, *argv]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 fine, 1 a check failed, 2 wrong use or input."""
    _calm_streams()
    words = _with_command(list(sys.argv[1:] if argv is None else argv))
    names = [name for name in COMMANDS if name == words[0]] or list(COMMANDS)
    if words[0] == "--version":
        names = []
    try:
        args = build_parser(names).parse_args(words)
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return FINE
    except Exception as error:
        return _explain(error)


def _calm_streams() -> None:
    """Let text that the terminal's encoding does not have come and go as question marks."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def _drop_output() -> None:
    """Whoever read our output has gone; keep Python from complaining about it at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _explain(error: Exception) -> int:
    from livegame.commands.output import complain, explained

    complain(explained(error))
    if os.environ.get("LIVEGAME_DEBUG"):
        raise error
    return WRONG
