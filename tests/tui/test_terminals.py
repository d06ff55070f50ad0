"""The game in real (pseudo) terminals: poor ones, suspended ones, and ones it crashes in."""

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.terminal import Terminal

SIZE = {"columns": 80, "rows": 24}
MENU, HELP = "see you next time", "how a night goes"
LEFT_ON = {1000, 1002, 1003, 1004, 1006, 1015, 1049, 2004}  # mouse, focus, other screen, paste
CRASHING = """
import sys
from livegame.studio.screens.studio import StudioRoom

def broken(self, step):
    raise RuntimeError("something inside")

StudioRoom.action_product = broken
from livegame.cli import main
sys.exit(main(["play", "618-2020-diplomats", "--role", "thailand", "--seed", "4"]))
"""


@contextmanager
def terminal(home: Path, *words: str, **environment: str) -> Iterator[Terminal]:
    """The game, or another command, with its folder in `home`."""
    command = words or (sys.executable, "-m", "livegame")
    around = {"LIVEGAME_HOME": str(home), **environment}
    with Terminal(command, environment=around, **SIZE) as shown:
        yield shown


def clean(shown: Terminal) -> bool:
    """Whether the terminal is as it was: no mouse, no other screen, the cursor to be seen."""
    modes = shown.modes()
    return not any(modes.get(mode) for mode in LEFT_ON) and modes.get(25, True)


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "linux", "COLORTERM": ""},
        {"NO_COLOR": "1"},
        *(
            pytest.param(environment, marks=pytest.mark.slow)
            for environment in (
                {"TERM": "xterm", "COLORTERM": ""},
                {"TERM": "vt100", "COLORTERM": ""},
                {"TERM": "xterm-256color", "COLORTERM": "", "TEXTUAL_THEME": "ansi-dark"},
                {"TEXTUAL_ANIMATIONS": "none"},
            )
        ),
    ],
    ids=lambda environment: "-".join(f"{k}={v}" for k, v in environment.items() if v),
)
def test_poor_terminals_show_the_menu_and_are_left_clean(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with terminal(tmp_path, **environment) as shown:
        shown.wait_for(MENU)
        shown.quiet()
        assert any("Rehearsal" in row for row in shown.screen())
        pressed = shown.send("h")
        shown.wait_for(HELP, since=pressed)
        pressed = shown.send("escape")
        shown.wait_for(MENU, since=pressed)
        raw = b"".join(piece.data for piece in shown.pieces)
        if "NO_COLOR" in environment:
            assert b"38;2;" not in raw
            assert b"48;2;" not in raw
        elif environment.get("TERM") == "linux":  # without truecolour none is sent
            assert b"38;2;" not in raw
            assert b"38;5;" not in raw
        shown.send("q")
        assert shown.ended() == 0
        assert clean(shown)


def test_a_dumb_terminal_is_told_of_the_plain_game(tmp_path: Path) -> None:
    with terminal(tmp_path, TERM="dumb") as shown:
        assert shown.ended() == 2
        assert "--plain" in shown.text()
        assert b"\x1b" not in b"".join(piece.data for piece in shown.pieces)


def test_suspended_and_taken_up_again(tmp_path: Path) -> None:
    shell = "set -m; {python} -m livegame; echo SUSPENDED; read go; fg; echo OVER $?"
    command = ("bash", "--norc", "-c", shell.format(python=sys.executable))
    with terminal(tmp_path, *command) as shown:
        shown.wait_for(MENU)
        shown.quiet()
        shown.send("ctrl+z")
        shown.wait_for("SUSPENDED")
        assert clean(shown)
        woken = shown.send("\r")
        shown.wait_for(MENU, since=woken)
        shown.quiet()
        pressed = shown.send("h")
        shown.wait_for(HELP, since=pressed)
        pressed = shown.send("escape")
        shown.wait_for(MENU, since=pressed)
        shown.send("q")
        shown.wait_for("OVER 0", since=woken)
        assert clean(shown)


def test_a_crash_leaves_a_clean_terminal_and_a_report(tmp_path: Path) -> None:
    with terminal(tmp_path, sys.executable, "-c", CRASHING) as shown:
        shown.wait_for("GO ON AIR")
        shown.quiet()
        shown.send("a")
        shown.wait_for("your next beat")
        shown.quiet()
        shown.send("1")
        shown.send("tab")
        assert shown.ended() == 1
        assert clean(shown)
        said = shown.text().rstrip().splitlines()[-1]
    assert "Traceback" not in said
    (report,) = tmp_path.rglob("crash-*.txt")
    assert "something inside" in report.read_text()
    (run,) = tmp_path.rglob("*.live")
    assert report.parent in (run.parent, run.parent.parent)
    for line in run.read_text().splitlines():
        json.loads(line)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_ends_cleanly(tmp_path: Path, name: signal.Signals) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(MENU)
        shown.quiet()
        shown.signal(name)
        shown.ended()
        assert clean(shown)
