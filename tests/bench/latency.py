"""From a key to the cells that it changes, beside a bare app whose keys change one line.

    python -m tests.bench.latency [RUNS] [SPEED]

The two run at the same time and their keys are pressed in turn, so that the ratio says what the
studio adds to Textual on whatever the machine has left over for both.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte

from tests.bench.played import Figures, on_air
from tests.bench.terminal import Terminal, rows_of

BARE = """
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    CSS = "Static { height: 1; }"
    ALLOW_SELECT = False
    pressed = 0

    def compose(self) -> ComposeResult:
        yield Static("pressed 0 times")

    def on_key(self, event: events.Key) -> None:
        self.pressed += 1
        self.query_one(Static).update(f"pressed {self.pressed} times", layout=False)

Bare().run()
"""
TAB = "\t"
APART = (0.08, 0.2)  # seconds between two keys, so that they fall anywhere between two ticks
AGAIN = 40  # keys after which the host begins another pitch
Press = tuple[float, float]  # when a key was sent, and the processor time spent till then
Answer = tuple[float, float]  # seconds, and seconds of processor time, until it was to be seen


@contextmanager
def bare() -> Iterator[Terminal]:
    """An app of one line, which says how many keys were pressed."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE)
        with Terminal([sys.executable, str(script)], costed=True) as terminal:
            terminal.wait_for("pressed")
            terminal.quiet()
            yield terminal


def key(presses: int = 300, speed: int = 4, rng: int = 1) -> Figures:
    """The delays of `presses` keys at a speed, and those of the bare app's.

    The key puts the hands on the next good; it has been shown when the line of the stage that
    names it is another. A show that waits for its host would stand still, so this one does not.
    """
    dice = random.Random(rng)
    sent: list[Press] = []
    floor: list[Press] = []
    with bare() as other, on_air(speed=speed, paced=False, costed=True) as terminal:
        terminal.send("1")
        time.sleep(1)
        ran = terminal.waited()
        for press in range(presses):
            for keys, one in ((sent, terminal), (floor, other)):
                spent = one.processor()
                keys.append((one.send(TAB), spent))
                time.sleep(dice.uniform(*APART) / 2)
            if press % AGAIN == AGAIN - 1:
                terminal.send("1")
                time.sleep(0.2)
        stood = terminal.waited() - ran
        studio = list(answers(terminal, sent, _hand))
        plain = list(answers(other, floor, _pressed))
    found = {
        "presses": len(studio),
        **_spread("key", studio),
        **_spread("bare", plain),
        "stood_in_line_ms_per_key": 1000 * stood / presses,
    }
    return found | {
        f"ratio_{part}": found[f"key_{part}_ms"] / found[f"bare_{part}_ms"]
        for part in ("p50", "p99")
    }


def _spread(name: str, found: list[Answer]) -> Figures:
    """Median and 99th percentile, of time on the wall and of processor time."""
    walls, costs = (sorted(answer[at] for answer in found) for at in (0, 1))
    half, most = len(found) // 2, len(found) * 99 // 100
    return {
        f"{name}_p50_ms": 1000 * walls[half],
        f"{name}_p99_ms": 1000 * walls[most],
        f"{name}_processor_p50_ms": 1000 * costs[half],
        f"{name}_processor_p99_ms": 1000 * costs[most],
    }


def _hand(rows: list[str]) -> str:
    """The line of the stage that names the good in hand."""
    return next((row[:70] for row in rows if "in your hands:" in row or "on stage:" in row), "")


def _pressed(rows: list[str]) -> str:
    return rows[0]


def answers(
    terminal: Terminal, sent: list[Press], look: Callable[[list[str]], str]
) -> Iterator[Answer]:
    """For each key the time until what `look` sees was another."""
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


def runs(times: int, speed: int = 4) -> Figures:
    """The medians of so many runs."""
    found = [key(speed=speed, rng=run) for run in range(times)]
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    found = runs(*(given or [10]))
    print(", ".join(f"{name} {number:.3g}" for name, number in found.items()))
