"""The studio in a pseudo terminal, as a player has it, and what that costs.

    python -m tests.bench.studio [NAME ...]

measures everything, or what is named: start, open, key, x1, low, paused. Medians; the first
frame in pairs with an app of one widget. Processor time is told beside the time on the wall.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte

from tests.bench.terminal import Terminal, rows_of

PROGRAM = [str(Path(sys.executable).with_name("livegame"))]
BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Nothing but this")

Bare().run()
"""
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


def key(presses: int = 300, speed: int = 4) -> Figures:
    """From a key to the cells that it changes, while the show runs.

    The key puts the hands on the next good; it has been shown when the shelf's cursor is on
    another line. A show that waits for its host would stand still, so this one does not wait.
    """
    dice = random.Random(1)
    with on_air(speed=speed, paced=False, costed=True) as terminal:
        terminal.send("1")
        time.sleep(1)
        sent: list[tuple[float, float]] = []
        ran = terminal.waited()
        for press in range(presses):
            spent = terminal.processor()
            sent.append((terminal.send("\t"), spent))
            time.sleep(dice.uniform(0.08, 0.2))
            if press % 40 == 39:
                terminal.send("1")
                time.sleep(0.2)
        stood = terminal.waited() - ran
        answers = list(_answers(terminal, sent, _hand))
    delays, costs = (sorted(answer[at] for answer in answers) for at in (0, 1))
    half, most = len(answers) // 2, len(answers) * 99 // 100
    return {
        "presses": len(answers),
        "key_p50_ms": 1000 * delays[half],
        "key_p99_ms": 1000 * delays[most],
        "key_processor_p50_ms": 1000 * costs[half],
        "key_processor_p99_ms": 1000 * costs[most],
        "stood_in_line_ms_per_key": 1000 * stood / presses,
    }


def _hand(rows: list[str]) -> str:
    """The line of the stage that names the good in hand."""
    return next((row[:70] for row in rows if "in your hands:" in row or "on stage:" in row), "")


def _answers(
    terminal: Terminal, sent: list[tuple[float, float]], look: Callable[[list[str]], str]
) -> Iterator[tuple[float, float]]:
    """For each key (when it was sent, processor time till then) the time until what `look` sees
    was another, and the processor time that this took."""
    screen = pyte.Screen(*terminal.size)
    stream = pyte.ByteStream(screen)
    pending = list(sent)
    seen, waiting = "", (0.0, 0.0)
    for when, data, spent in terminal.pieces:
        while pending and pending[0][0] <= when:
            waiting = pending.pop(0)
        stream.feed(data)
        now = look(rows_of(screen))
        if now != seen:
            if waiting[0]:
                yield when - waiting[0], spent - waiting[1]
            seen, waiting = now, (0.0, 0.0)


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
