"""The two lines on top: what is on air, the clock, the money, and the room in figures."""

from livegame.catalog.texts import t
from livegame.studio import figures, marks
from livegame.studio.lines import Line, Span, apart, bar, join, line, width_of
from livegame.studio.widgets.window import Window

INK = {"live": "live", "paused": "hold", "turn": "hold", "over": "dim"}
GAP = "   "


class Status(Window):
    """LIVE, host, time and takings; below them watching, heat, trust, voice, budget."""

    def draw(self, width: int, height: int) -> list[Line]:
        """Both lines; what matters less goes first when it gets narrow."""
        return [self._air(width), self._room(width)]

    def _air(self, width: int) -> Line:
        view, scene = self.show.view, self.show.session.scenario
        state = self.show.state
        name = "replay" if self.show.watched and state == "live" else state
        night = (
            f" · {scene.title} · {scene.festival}, {scene.date}"
            if width >= 110
            else f" · {scene.festival}"
        )
        left = line(
            Span(f" {t(f'studio.state.{name}')} ", INK[state], ("pause", "")),
            Span(" " + self.show.country(view.role), "bold"),
            Span(night, "dim"),
            Span(f"  {figures.clock(scene.starts, view.clock)}  ", "bold"),
        )
        seconds = max(0, (view.ticks - view.tick) * scene.tick_seconds)
        right = line(
            Span("  " + t("studio.bar.left", time=_left(seconds))),
            Span(f"  x{self.show.speed}  ", "key", ("speed", "")),
            Span(figures.money(view.sales), "gold"),
            " ",
        )
        left += self._race(width)
        room = max(4 if not self.show.ghost else 0, width - width_of(left) - width_of(right))
        done = 1000 * view.tick // max(1, view.ticks)
        return (*left, *bar(done, room, "red"), *right)

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
        return line(Span(f"{words} ", ink))

    def _room(self, width: int) -> Line:
        view = self.show.view
        net = view.arrived - view.left
        parts = [
            line(
                Span(" " + figures.count(view.watching), "bold"),
                Span(" " + t("studio.bar.watching") + " ", "dim"),
                Span(f"{marks.trend(net)}{figures.short(abs(net))}", "good" if net >= 0 else "bad"),
                Span(t("studio.bar.minute"), "dim"),
            ),
            _pair("heat", figures.ordinal(view.heat_rank)),
            _pair("trust", str(view.trust // 10)),
            line(Span(t("studio.bar.voice") + " ", "dim"), *bar(view.voice, 5, _voice(view.voice))),
        ]
        if width >= 120:
            parts.append(_pair("mood", str(view.mood // 10)))
            parts.append(_pair("peak", figures.short(view.peak)))
            parts.append(_pair("seen", figures.short(view.visitors)))
        right = line(
            Span(t("studio.bar.budget") + " ", "dim"),
            Span(figures.money(view.budget), "bold"),
            " ",
        )
        return apart(join(parts, GAP if width >= 84 else "  "), right, width)


def _left(seconds: int) -> str:
    return f"{(seconds + 59) // 60} min" if seconds > 90 else f"{seconds} s"


def _voice(level: int) -> str:
    return "good" if level >= 500 else "warn" if level >= 250 else "bad"


def _pair(name: str, value: str) -> Line:
    return line(Span(t(f"studio.bar.{name}") + " ", "dim"), Span(value, "bold"))
