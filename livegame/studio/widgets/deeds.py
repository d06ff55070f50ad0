"""What the host did, newest last, where a player would have the pitches."""

from collections.abc import Callable, Sequence

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.runs.lines import Decision
from livegame.studio.deeds import deed
from livegame.studio.lines import Line, Span, beside, clip, line, rule
from livegame.studio.show import Show
from livegame.studio.widgets.window import Window

ONE_COLUMN = 6  # rows from which one column is enough


class Deeds(Window):
    """The latest decisions with their times, in two columns where it is low."""

    def __init__(self, show: Show, taken: Callable[[], Sequence[Decision]]) -> None:
        super().__init__(show, "deeds")
        self._taken = taken

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, then what was done."""
        rows = height - 1
        columns = 1 if rows >= ONE_COLUMN or width < 60 else 2
        half = (width - 2) // 2 if columns == 2 else width
        latest = self._taken()[-rows * columns :] if rows > 0 else ()
        cells = [self._cell(entry, half) for entry in latest]
        head = rule(t("theatre.deeds"), width, note=line(self._note_span()))
        if columns == 1:
            return [head, *cells]
        left, right = cells[:rows], cells[rows:]
        return [head, *beside(left, right, half, 2)]

    def _cell(self, entry: Decision, width: int) -> Line:
        scene = self.show.session.scenario
        when = figures.clock(scene.starts, entry.tick * scene.tick_seconds)
        ink = "bold" if isinstance(entry.action, Beat) else ""
        words = clip(deed(self.show, entry.action), width - 10)
        why = f"did:{entry.tick}"
        return line(" ", Span(when, "dim", why=why), " ", Span(words, ink, why=why))

    def _note_span(self) -> Span:
        running = self.show.view.pitch if not self.show.view.idle else ""
        return Span(self._note(), "dim", why=f"pitch:{running}" if running else "")

    def _note(self) -> str:
        view = self.show.view
        if not view.pitch or view.idle:
            return t("theatre.idle")
        pitch = self.show.library.pitches.get(view.pitch)
        words = {
            "pitch": pitch.name if pitch else view.pitch,
            "time": figures.beat_time(view.beat_left, " "),
        }
        if view.product:
            return t("studio.beats.busy", name=self.show.short(view.product), **words)
        return t("studio.beats.busy_room", **words)
