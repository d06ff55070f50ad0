"""The two lines on top: what is on air, the clock, the money, and the room in figures."""

from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs import scorewords
from livegame.runs.heat import heat_place
from livegame.studio import marks
from livegame.studio.ahead import going_on, stands
from livegame.studio.lines import Line, Span, apart, asks, bar, join, line, width_of
from livegame.studio.show import Show
from livegame.studio.widgets.keybar import NOTICE_SECONDS
from livegame.studio.widgets.window import Window

INK = {"live": "live", "paused": "hold", "turn": "hold", "over": "dim"}
GAP = "   "
LEAST_BAR = 4
LEAST_TOLD = 20  # cells for what is going on, beside the budget
BROAD = 120


class Tells(NamedTuple):
    """How the line tells voice and budget.

    Attributes:
        bar: cells of the meter; beats: whether those left are told. short: three figures of money.
    """

    bar: int = 5
    beats: bool = True
    short: bool = False


TELLS = (Tells(), Tells(3), Tells(short=True), Tells(3, short=True), Tells(0), Tells(0, short=True),
         Tells(beats=False))  # fmt: skip


class Status(Window):
    """LIVE, host, time and takings; below them watching, heat, trust, voice, budget."""

    SEES: ClassVar[tuple[str, ...] | None] = ("clock", "watching", "state", "speed", "ghost")

    def __init__(self, show: Show, id: str) -> None:  # noqa: A002
        super().__init__(show, id)
        self._marked = 0

    def basis(self) -> object:
        """What it sees, and whether the speed is marked."""
        return (super().basis(), bool(self._marked))

    def mark_speed(self) -> None:
        """The speed has just been changed: it stands out for a few seconds."""
        self._marked += 1
        self.redraw()
        self.set_timer(NOTICE_SECONDS, self._unmark)

    def _unmark(self) -> None:
        self._marked -= 1
        self.redraw()

    def _speed(self) -> Line:
        gap, sign, ink = (" ", marks.HERE, "hold") if self._marked else ("  ", "", "key")
        return line(gap, Span(f"{sign}x{self.show.speed}", ink, ("speed", ""), "time"), "  ")

    def draw(self, width: int, height: int) -> list[Line]:
        """Both lines; what matters less goes first when it gets narrow."""
        return [self._air(width), self._room(width)]

    def _air(self, width: int) -> Line:
        """What matters less goes first: the night's name, the next star, why points are below
        zero, the time left."""
        left, right = self._left_parts(width), self._right_parts(width)
        for name in ("sales", "night", "star", "below", "race", "left"):
            if _room(left, right, width) >= 0:
                break
            left.pop(name, None)
            right.pop(name, None)
        spare = _room(left, right, width)
        view = self.show.view
        done = 1000 * view.tick // max(1, view.ticks)
        between = bar(done, spare, "red") if spare >= LEAST_BAR else line(" " * max(0, spare))
        return tuple(span for part in (*left.values(), between, *right.values()) for span in part)

    def _left_parts(self, width: int) -> dict[str, Line]:
        show, scene = self.show, self.show.session.scenario
        name = "replay" if show.watched and show.state == "live" else show.state
        night = f" · {scene.festival}"
        if width >= 110:
            night = f" · {scene.title}{night}, {scene.date}"
        time = figures.clock(scene.starts, show.clock)
        state = f" {t(f'studio.state.{name}')} "
        return {
            "state": line(Span(state, INK[show.state], ("pause", ""), "time")),
            "host": line(Span(" " + show.country(show.view.role), "bold")),
            "night": line(Span(night, "dim", why="night")),
            "clock": line("  ", Span(time, "bold", why="time"), " "),
            "race": self._race(width),
        }

    def _right_parts(self, width: int) -> dict[str, Line]:
        show, guess = self.show, self.show.session.estimate
        view = show.view
        seconds = max(0, (view.ticks - view.tick) * show.session.scenario.tick_seconds)
        parts = {
            "left": line(" ", Span(t("studio.bar.left", time=_left(seconds)), why="time")),
            "speed": self._speed(),
            "sales": line(Span(figures.money(view.sales), "dim", why="takings"), "  "),
            "points": line(
                Span(
                    t("studio.bar.points", points=figures.count(guess.running)),
                    "gold",
                    why="points",
                )
            ),
            "below": (),
            "star": (),
            "end": line(" "),
        }
        if not guess.sales and not show.over:
            parts["points"] = line(Span(t("studio.bar.unsold"), "gold", why="points"))
        elif why := scorewords.below(guess):
            parts["below"] = line(" ", Span(why, "dim", why="points"))
        if guess.next_star is not None:
            goal = {"stars": "★" * (guess.stars + 1), "points": figures.count(guess.next_star)}
            parts["star"] = line(" ", Span(t("studio.bar.star", **goal), "dim", why="points"))
        if not show.scored:
            taken = Span(figures.money(view.sales), "gold", why="takings")
            parts |= {"points": line(taken), "below": (), "star": ()}
        if width < 100 or not show.scored:
            del parts["sales"]
        return parts

    def _race(self, width: int) -> Line:
        """Ahead of the run that is raced, or behind it, in words."""
        ghost, view = self.show.ghost, self.show.view
        if not ghost:
            return ()
        gap = ghost.ahead(view.tick, view.sales)
        ink = "good" if gap > 0 else "bad" if gap < 0 else "dim"
        if width >= 110:
            words = ghost.words(view.tick, view.sales)
        else:
            key = "ahead" if gap > 0 else "behind" if gap < 0 else "level"
            words = t(f"studio.race.{key}", gap=figures.short(abs(gap) // 100))
        return line(Span(words, ink, why="race"), " ")

    def _room(self, width: int) -> Line:
        """The first way of telling voice and budget that fits; the last one is cut."""
        outside = going_on(self.show.session.scenario, self.show.view, width)
        ways = TELLS[-3:] if outside and width < BROAD else TELLS
        for way in ways:
            left, right = self._crowd(width, way), self._budget(short=way.short)
            if width_of(left) + 2 + width_of(right) <= width:
                break
        told = self._outside(width - width_of(left) - 2, right)
        return apart(left, told or right, width)

    def _crowd(self, width: int, way: Tells) -> Line:
        view = self.show.view
        net = view.arrived - view.left
        parts = [
            line(
                " ",
                *asks(self._watching(net), "watching"),
            ),
            _pair("heat", heat_place(view) or t("studio.bar.heat_none")),
            _pair("trust", str(figures.whole(view.trust))),
            self._voice(way),
        ]
        if width >= BROAD:
            parts.append(_pair("mood", str(figures.whole(view.mood))))
            parts.append(_pair("peak", figures.short(view.peak)))
            parts.append(_pair("seen", figures.short(view.visitors)))
        return join(parts, GAP if width >= 84 else "  ")

    def _voice(self, way: Tells) -> Line:
        """The meter, and how many beats of any kind are left in it."""
        level, left = self.show.view.voice, self.show.session.breath
        told = line(Span(t("studio.bar.voice"), "dim"))
        ink = _ink(level)
        if way.bar:
            told = line(*told, " ", *bar(level, way.bar, ink))
        if left and way.beats:
            key = "voice_left" if left.least else "voice_none"
            words = t(f"studio.bar.{key}", beats=left.least)
            told = line(*told, " ", Span(words, "bold" if way.bar else ink))
        return asks(told, "voice")

    def _budget(self, *, short: bool = False) -> Line:
        fen = self.show.view.budget
        money = f"¥{figures.short(fen // 100)}" if short else figures.money(fen)
        return line(*_pair("budget", money), " ")

    def _watching(self, net: int) -> Line:
        """Viewers, and by how many they grew in a minute."""
        return line(
            Span(figures.count(self.show.watching), "bold"),
            Span(" " + t("studio.bar.watching") + " ", "dim"),
            Span(f"{marks.trend(net)}{figures.short(abs(net))}", "good" if net >= 0 else "bad"),
            Span(t("studio.bar.minute"), "dim"),
        )

    def _outside(self, room: int, budget: Line) -> Line:
        """What touches the room from outside; it stands beside the budget where both fit, else in
        its place for as long as it lasts."""
        scene, view = self.show.session.scenario, self.show.view
        left = room - width_of(budget)
        told = going_on(scene, view, left - 2) or stands(scene, view, left - 2)
        if told and left >= max(LEAST_TOLD, cell_len(told) + 2):
            return line(Span(told, "gold", why="outside"), "  ", *budget)
        told = going_on(scene, view, room - 1)
        return line(Span(told, "gold", why="outside"), " ") if told else ()


def _room(left: dict[str, Line], right: dict[str, Line], width: int) -> int:
    """Cells that the parts leave free; negative where they don't fit."""
    return width - sum(width_of(part) for part in (*left.values(), *right.values()))


def _left(seconds: int) -> str:
    if seconds > 4 * 3600:
        return f"{(seconds + 3599) // 3600} h"
    return f"{(seconds + 59) // 60} min" if seconds > 90 else f"{seconds} s"


def _ink(level: int) -> str:
    return "good" if level >= 500 else "warn" if level >= 250 else "bad"


def _pair(name: str, value: str) -> Line:
    return asks(line(Span(t(f"studio.bar.{name}") + " ", "dim"), Span(value, "bold")), name)
