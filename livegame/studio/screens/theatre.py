"""The theatre: every run file there is, to be watched and taken over."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, asks, clip, fit, line
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.card import Card
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.runs.theatre import Showing
    from livegame.studio.answers.answer import Answer

SIGNS = {
    "verified": (marks.YES, "good"),
    "differs": (marks.NO, "bad"),
    "unfinished": ("…", "gold"),
    "not checked": (marks.LEVEL, "dim"),
}
SHELF, COUNTRY, POINTS, DATE = 9, 13, 8, 11

ABOUT = 12  # rows of what is known of a run, where its office stands below


class Theatre(Room):
    """The programme at the top, one run's story below."""

    HELP = "theatre"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "watch", t("theatre.key.watch"), key_display="⏎", id="theatre.watch"),
        Binding("v", "check", t("theatre.key.check"), id="theatre.check"),
        Binding("r", "review", t("review.key.review"), id="theatre.review"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Showing] = []
        self._said = t("theatre.reading")
        self._opening = False

    def panels(self) -> Iterable[Widget]:
        """Runs and what is known of one."""
        yield Picker(title=t("theatre.title"), id="runs")
        yield Prose(self._about, title=t("theatre.about.title"), id="about")
        yield Card()

    def floor(self, width: int, height: int) -> Plan:
        """Side by side on a wide terminal, else under each other."""
        if width >= 150:
            left = width * 2 // 3
            return {
                "runs": Region(0, 0, left, height),
                "about": Region(left + 2, 0, width - left - 3, ABOUT),
                "card": Region(left + 2, ABOUT + 1, width - left - 3, height - ABOUT - 1),
            }
        below = max(7, height // 4)
        return {
            "runs": Region(0, 0, width, height - below - 1),
            "about": Region(0, height - below, width - 1, below),
        }

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one("#runs", Picker).focus()

    def on_screen_resume(self) -> None:
        """A run may have been played in the meantime."""
        self._opening = False
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        found: Sequence[Showing] = ()
        try:
            found = self.game.house.programme()
            said = "" if found else t("theatre.empty")
        except Exception as error:
            said = self.game.told(error)
        self.call_later(self._have, found, said)

    def _have(self, found: "Sequence[Showing]", said: str) -> None:
        self._all, self._said = list(found), said
        self._fill()

    def _fill(self) -> None:
        picker = self.query_one("#runs", Picker)
        cells = [
            fit(t("theatre.col.shelf"), SHELF),
            fit(t("theatre.col.host"), COUNTRY),
            fit(t("theatre.col.points"), POINTS, ">") + "  ",
            fit(t("theatre.col.date"), DATE),
            t("theatre.col.night"),
        ]
        picker.heading = line(Span("  " + "".join(cells), "dim"))
        rows = [self._line(one) for one in self._all]
        picker.show(rows or [line(Span(self._said, "dim"))])
        self._look()

    def _look(self) -> None:
        """What is known of the run under the cursor, and whose it is."""
        self.query_one("#about", Prose).tell(self._about)
        role = self._chosen.role if self._chosen else ""
        self.query_one(Card).show(self.game.house.library(), role)

    def _line(self, one: "Showing") -> Line:
        sign, ink = SIGNS.get(one.state, ("!", "warn"))
        points = figures.count(one.points) if one.points is not None else "-"
        who = "" if one.shelf == "history" else one.player
        night = [Span(self._night(one) or one.file.name, "" if one.watchable else "dim")]
        if one.origin or who:
            night.append(Span(f" · {one.origin or who}", "dim"))
        return line(
            Span(f"{sign} ", ink),
            Span(fit(t(f"theatre.shelf.{one.shelf}"), SHELF), "dim"),
            Span(fit(self._country(one), COUNTRY), "bold"),
            *asks(line(Span(fit(points, POINTS, ">"), "gold"), Span("  "),
                       Span(fit(one.date[:10], DATE), "dim"), *night), f"run:{one.file.name}"),
        )  # fmt: skip

    def answer(self, why: str) -> "Answer | None":
        """A run: its points, and what is known of it."""
        from livegame.studio.answers.answer import WHOLE, Answer

        found = next((one for one in self._all if f"run:{one.file.name}" == why), None)
        if found is None:
            return None
        points = figures.count(found.points) if found.points is not None else "-"
        told = Answer(f"{self._country(found)}: {self._night(found)}")
        told.part(t("board.col.points"), points)
        return told.tell(self._about(WHOLE, found)[1:])

    def _country(self, one: "Showing") -> str:
        host = self.game.house.library().hosts.get(one.role)
        return host.country if host else one.role

    def _night(self, one: "Showing") -> str:
        scene = self.game.house.library().scene(one.scenario)
        return scene.title if scene else one.scenario

    @property
    def _chosen(self) -> "Showing | None":
        at = self.query_one("#runs", Picker).at
        return self._all[at] if at < len(self._all) else None

    def _about(self, width: int, of: "Showing | None" = None) -> list[Line]:
        one = of or self._chosen
        if one is None:
            return flow(t("theatre.about.none"), width, "dim")
        sign, ink = SIGNS.get(one.state, ("!", "warn"))
        state = keyed(self, f"theatre.state.{one.state.replace(' ', '_')}")
        head = f"{self._country(one)}: {self._night(one)}" if one.scenario else one.file.name
        lines = flow(head, width, "bold") + flow(f"{sign} {state}", width, ink)
        if one.why:
            lines += flow(one.why, width, "warn")
        if one.shelf == "history":
            points = figures.count(one.points or 0)
            lines += flow(t("theatre.about.history", points=points), width)
        elif one.mode:
            who = one.player or t("common.nameless")
            lines += flow(
                t(
                    "theatre.about.run",
                    who=who,
                    mode=one.mode,
                    date=one.date[:16].replace("T", " "),
                ),
                width,
            )
        if one.origin:
            lines += flow(t("theatre.about.origin", origin=one.origin), width)
        return [*lines, line(Span(clip(one.file.name, width), "dim"))]

    # -- hands ------------------------------------------------------------

    def on_picker_moved(self) -> None:
        """Another run."""
        self._look()

    def on_picker_chosen(self) -> None:
        """Watch it."""
        self.action_watch()

    def action_watch(self) -> None:
        """Watch the run under the cursor; it is replayed once, so that seeking is quick."""
        one = self._chosen
        if one is None or self._opening:
            return
        if not one.watchable:
            self.say(one.why)
            return
        self._opening = True
        self.say(t("theatre.opening"))
        self._open(one.file)

    @work(thread=True, exit_on_error=False)
    def _open(self, path: Path) -> None:
        try:
            watch = self.game.watching(path)
        except Exception as error:
            self.call_later(self._failed, self.game.told(error))
            return
        self.call_later(self._opened, watch)

    def _opened(self, watch: Callable[[], None]) -> None:
        self.say("")
        if self._opening and self.is_active:
            watch()
        self._opening = False

    def _failed(self, told: str) -> None:
        self._opening = False
        self.say(told)

    def action_review(self) -> None:
        """What each choice of the run under the cursor was worth."""
        one = self._chosen
        if one is None:
            return
        if one.watchable and one.points is not None:
            self.game.review(one.file)
        else:
            self.say(one.why or t("review.refuse.unfinished", file=one.file.name))

    def action_check(self) -> None:
        """Replay the run under the cursor: does it give its score?"""
        if self._chosen:
            self.say(t("theatre.checking"))
            self._check(self._chosen)

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self, one: "Showing") -> None:
        try:
            found = self.game.house.check(one)
        except Exception as error:
            self.call_later(self.say, self.game.told(error))
            return
        self.call_later(self._checked, one, found)

    def _checked(self, one: "Showing", found: "Showing") -> None:
        self._all = [found if other is one else other for other in self._all]
        self.say(keyed(self, f"theatre.state.{found.state.replace(' ', '_')}"))
        self._fill()
