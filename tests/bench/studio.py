"""The studio in a pseudo terminal, as a player has it, and what that costs.

    python -m tests.bench.studio [NAME ...]

measures everything, or what is named: start, open, key, x1, low, paused. Medians; the first
frame and the keys in pairs with an app of one widget. Processor time is told beside the time on
the wall.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.latency import key
from tests.bench.played import FIRST_FRAME, GREEN, NIGHT, ON_AIR, Figures, livegame, on_air
from tests.bench.terminal import Terminal

BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Nothing but this")

Bare().run()
"""


def start(pairs: int = 10) -> Figures:
    """The title's first frame beside that of a bare app, in pairs."""
    bare: list[tuple[float, float]] = []
    title: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE)
        for pair in range(pairs + 1):
            with Terminal([sys.executable, str(script)], costed=True) as terminal:
                piece = terminal.wait_for("Nothing but this")
                one = (piece.when - terminal.born, piece.spent)
            with livegame(costed=True) as terminal:
                piece = terminal.wait_for(FIRST_FRAME)
                other = (piece.when - terminal.born, piece.spent)
            if pair:  # the first pair fills the caches
                bare.append(one)
                title.append(other)
    wall, spent = (
        statistics.median(b[at] / a[at] for a, b in zip(bare, title, strict=True)) for at in (0, 1)
    )
    return {
        "bare_ms": 1000 * statistics.median(a for a, _ in bare),
        "title_ms": 1000 * statistics.median(a for a, _ in title),
        "ratio": wall,
        "ratio_processor": spent,
    }


def opening(times: int = 10) -> Figures:
    """From the key in the green room to the studio's frame."""
    walls, costs = [], []
    for _ in range(times):
        with livegame(*NIGHT, costed=True) as terminal:
            terminal.wait_for(GREEN)
            terminal.quiet(1.0)
            before = terminal.processor()
            pressed = terminal.send("a")
            piece = terminal.wait_for(ON_AIR, since=pressed)
            walls.append(piece.when - pressed)
            costs.append(piece.spent - before)
    return {
        "open_ms": 1000 * statistics.median(walls),
        "open_processor_ms": 1000 * statistics.median(costs),
    }


def running(seconds: float = 20.0, **settings: object) -> Figures:
    """A share of a core, and bytes a second, with a host who starts a pitch now and then."""
    with on_air(paced=False, **settings) as terminal:
        terminal.send("1")
        time.sleep(2)
        begun, spent, aside = time.perf_counter(), terminal.processor(), terminal.children()
        while time.perf_counter() < begun + seconds:
            time.sleep(5)
            terminal.send(random.choice("123"))
        end = time.perf_counter()
        return {
            "core_percent": 100 * (terminal.processor() - spent) / (end - begun),
            "aside_percent": 100 * (terminal.children() - aside) / (end - begun),
            "kb_a_second": terminal.bytes_between(begun, end) / (end - begun) / 1000,
        }


def paused(seconds: float = 10.0) -> Figures:
    """A share of a core while the show stands still."""
    with on_air(paced=False) as terminal:
        terminal.send("1")
        time.sleep(2)
        terminal.send(" ")
        time.sleep(3)
        begun, spent = time.perf_counter(), terminal.processor()
        time.sleep(seconds)
        end = time.perf_counter()
        return {
            "core_percent": 100 * (terminal.processor() - spent) / (end - begun),
            "kb_a_second": terminal.bytes_between(begun, end) / (end - begun) / 1000,
        }


MEASURES: dict[str, Callable[[], Figures]] = {
    "start": start,
    "open": opening,
    "key": key,
    "x1": lambda: running(speed=1),
    "low": lambda: running(speed=1, low_bandwidth=True),
    "paused": paused,
}


def main(names: list[str]) -> None:
    """Print what was measured, a line each."""
    for name in names or MEASURES:
        figures = MEASURES[name]()
        print(name, ", ".join(f"{what} {number:.3g}" for what, number in figures.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
