"""The whole night as one line: where the playback stands, and the moments worth going to."""

from collections.abc import Sequence

from livegame.catalog import figures
from livegame.runs.landmarks import Landmark
from livegame.studio import marks
from livegame.studio.lines import Line, Span, line
from livegame.studio.show import Show
from livegame.studio.widgets.window import Window

SIGNS = {
    "beat": (marks.BEAT, "dim"),
    "launch": (marks.LAUNCH, "good"),
    "peak": (marks.PEAK, "gold"),
    "soldout": (marks.SOLD_OUT, "bad"),
}
WEIGHT = list(SIGNS)
EDGE = 7


class Scrubber(Window):
    """Signs above, the bar below; a click on either goes there."""

    def __init__(self, show: Show, landmarks: Sequence[Landmark], last: int) -> None:
        super().__init__(show, "scrubber")
        self._landmarks = landmarks
        self._last = max(1, last)

    def draw(self, width: int, height: int) -> list[Line]:
        """Two lines."""
        cells = width - 2 * EDGE
        if cells < 2:
            return []
        kinds = [""] * cells
        for mark in self._landmarks:
            x = self._x(mark.tick, cells)
            if not kinds[x] or WEIGHT.index(mark.kind) > WEIGHT.index(kinds[x]):
                kinds[x] = mark.kind
        here = self._x(self.show.view.tick, cells)
        hits = [("seek", str(-(-x * self._last // (cells - 1)))) for x in range(cells)]
        signs = [
            Span(*SIGNS.get(kind, (" ", "")), hit) for kind, hit in zip(kinds, hits, strict=True)
        ]
        bar = [
            Span("━" if x < here else "─", "gold" if x < here else "faint") for x in range(cells)
        ]
        bar[here] = Span("●", "bad")
        track = [span._replace(hit=hit) for span, hit in zip(bar, hits, strict=True)]
        return [
            line(Span(" " * EDGE), *signs),
            line(
                Span(f" {self._time(0)} ", "dim", why="time"),
                *track,
                Span(f" {self._time(self._last)}", "dim", why="time"),
            ),
        ]

    def _x(self, tick: int, cells: int) -> int:
        return max(0, min(cells - 1, tick * (cells - 1) // self._last))

    def _time(self, tick: int) -> str:
        scene = self.show.session.scenario
        return figures.clock(scene.starts, tick * scene.tick_seconds)[:5]
