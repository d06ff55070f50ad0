"""The day's challenge and the ladder beside it: the median of five, so that no day decides."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, fit, line
from livegame.studio.ports import Today
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.card import Card
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.runs.attempts import Attempt
    from livegame.runs.ladder import Rung
    from livegame.studio.ports import Steps


class LadderRoom(Room):
    """What is to be played today, who has tried it, and the players of the week.

    Attributes:
        folder: a league's; None for one's own runs.
    """

    HELP = "ladder"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,d", "play", t("board.key.play"), key_display="⏎", id="ladder.play"),
        Binding("up", "read(-1)", show=False, id="ladder.up"),
        Binding("down", "read(1)", show=False, id="ladder.down"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder
        self._steps: Steps | None = None
        self._said = t("board.reading")

    def panels(self) -> Iterable[Widget]:
        """The day above, the ladder below."""
        yield Prose(self._day, title=t("board.ladder.today"), id="today")
        yield Prose(self._ladder, title=t("board.ladder.title"), id="ladder")
        yield Card()

    def floor(self, width: int, height: int) -> Plan:
        """Under each other; side by side on a wide terminal."""
        if width >= 110:
            half, day = width // 2, min(height, max(9, height // 3))
            return {
                "today": Region(0, 0, half - 1, day),
                "card": Region(0, day + 1, half - 1, height - day - 1),
                "ladder": Region(half + 1, 0, width - half - 2, height),
            }
        above = max(8, height * 2 // 5)
        return {
            "today": Region(0, 0, width - 1, above),
            "ladder": Region(0, above + 1, width - 1, height - above - 1),
        }

    def on_screen_resume(self) -> None:
        """The attempt may have been played in the meantime."""
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        try:
            steps = self.game.house.ladder(self.folder)
        except Exception as error:
            self.call_later(self._have, None, self.game.told(error))
            return
        self.call_later(self._have, steps, "")

    def _have(self, steps: "Steps | None", said: str) -> None:
        self._steps, self._said = steps, said
        self.query_one("#today", Prose).tell(self._day)
        if steps:
            self.query_one(Card).show(self.game.house.library(), steps.today.role)
        self.query_one("#ladder", Prose).tell(self._ladder)

    def _day(self, width: int) -> list[Line]:
        if self._steps is None:
            return flow(self._said, width, "dim")
        today, library = self._steps.today, self.game.house.library()
        host, scene = library.hosts.get(today.role), library.scenarios.get(today.scenario)
        words = {
            "day": today.day.isoformat(),
            "country": host.country if host else today.role,
            "night": scene.title if scene else today.scenario,
        }
        lines = flow(t("board.ladder.what", **words), width, "bold")
        lines += flow(
            t(f"board.ladder.{_state(today)}", points=figures.count(today.points or 0)), width
        )
        lines.append(())
        lines += [self._attempt(one) for one in self._steps.attempts]
        if not self._steps.attempts:
            lines += flow(t("board.ladder.nobody"), width, "dim")
        return lines

    def _attempt(self, one: "Attempt") -> Line:
        who = one.player or t("common.nameless")
        if one.points is None:
            return line(Span(fit("-", 8, ">"), "dim"), Span(f"  {who}"),
                        Span(f"  {t('board.ladder.unfinished')}", "dim"))  # fmt: skip
        return line(Span(fit(figures.count(one.points), 8, ">"), "gold"), Span(f"  {who}", "bold"))

    def _ladder(self, width: int) -> list[Line]:
        rungs = self._steps.rungs if self._steps else ()
        rows = [row for rung in rungs for row in self._rung(rung, width)]
        return [*rows, *([()] if rows else []), *flow(t("board.ladder.rule"), width, "dim")]

    def _rung(self, rung: "Rung", width: int) -> list[Line]:
        who = rung.player or t("common.nameless")
        points = ", ".join(map(figures.count, rung.points))
        place = f"{rung.place}." if rung.place else "-"
        median = figures.count(rung.median) if rung.median is not None else "-"
        head = line(Span(fit(place, 4, ">"), "dim"), Span(fit(median, 8, ">"), "gold"),
                    Span(f"  {who}", "bold"))  # fmt: skip
        key = "of" if rung.median is not None else "wanting"
        words = t(f"board.ladder.{key}", points=points, count=rung.wanting)
        return [head, *((Span(" " * 14), *row) for row in flow(words, width - 14, "dim"))]

    def action_play(self) -> None:
        """To the green room of the day's challenge, or on with the attempt."""
        if self._steps:
            self.game.challenge(self._steps.today)


def _state(today: Today) -> str:
    if today.file is None:
        return "fresh"
    return "begun" if today.points is None else "played"
