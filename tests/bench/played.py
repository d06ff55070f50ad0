"""The game as a player has it, in a pseudo terminal and a folder of its own."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.terminal import Terminal

PROGRAM = [str(Path(sys.executable).with_name("livegame"))]
NIGHT = ["play", "618-2020-diplomats", "--role", "thailand", "--seed", "4"]
FIRST_FRAME, ON_AIR, GREEN = "see you", "budget", "GO ON AIR"
Figures = dict[str, float]


@contextmanager
def livegame(
    *words: str, costed: bool = False, size: tuple[int, int] = (120, 36), **settings: object
) -> Iterator[Terminal]:
    """The game in a folder of its own, with these settings."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "settings.json").write_text(json.dumps(settings))
        with Terminal(
            [*PROGRAM, *words],
            columns=size[0],
            rows=size[1],
            environment={"LIVEGAME_HOME": folder},
            costed=costed,
        ) as terminal:
            yield terminal


@contextmanager
def on_air(*, costed: bool = False, **settings: object) -> Iterator[Terminal]:
    """The studio, a second after it was opened."""
    with livegame(*NIGHT, costed=costed, **settings) as terminal:
        terminal.wait_for(GREEN)
        terminal.quiet()
        terminal.send("a")
        terminal.wait_for(ON_AIR)
        time.sleep(1)
        yield terminal
