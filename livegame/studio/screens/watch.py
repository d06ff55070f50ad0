"""The watching studio: a run that has been played goes by; one key takes it over."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio import floor
from livegame.studio.screens.clicks import Clicks
from livegame.studio.screens.room import Plan
from livegame.studio.show import Show
from livegame.studio.watched import BEATS, MOMENTS, Watched, neighbour
from livegame.studio.widgets.chat import Chat
from livegame.studio.widgets.curve import Curve
from livegame.studio.widgets.deeds import Deeds
from livegame.studio.widgets.flight import Flight
from livegame.studio.widgets.orders import Orders
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.scrubber import Scrubber
from livegame.studio.widgets.shelf import Shelf
from livegame.studio.widgets.stage import Stage
from livegame.studio.widgets.status import Status
from livegame.studio.widgets.tonight import Tonight
from livegame.studio.widgets.why import Why

SCRUBBER = 2
GRACE = 3  # ticks after a landmark in which "back" means the one before it


class WatchRoom(Clicks):
    """A show that goes by, without a host's hands on it."""

    HELP = "watch"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_over", t("theatre.key.take_over"), id="watch.take_over"),
        Binding("left", "seek(-1)", show=False, id="watch.back"),
        Binding("right", "seek(1)", t("theatre.key.beat"), key_display="← →", id="watch.on"),
        Binding("up", "moment(-1)", show=False, id="watch.moment_back"),
        Binding("down", "moment(1)", t("theatre.key.moment"), key_display="↑ ↓", id="watch.moment"),
        Binding("space", "pause", t("studio.key.pause"), id="studio.pause"),
        Binding("x", "speed(0)", t("studio.key.around"), id="studio.around"),
        Binding("plus,equals_sign", "speed(1)", show=False, id="studio.faster"),
        Binding("minus", "speed(-1)", show=False, id="studio.slower"),
        Binding("full_stop", "step", t("studio.key.step"), key_display=".", id="studio.step"),
        Binding("home", "go(0)", show=False, id="watch.start"),
        Binding("end", "go(99999)", show=False, id="watch.end"),
        Binding("tab,right_square_bracket", "product(1)", show=False, id="studio.product"),
        Binding(
            "shift+tab,left_square_bracket", "product(-1)", show=False, id="studio.product_back"
        ),
        Binding("question_mark", "why", t("studio.key.why"), key_display="?", id="studio.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self, show: Show, run: Watched) -> None:
        super().__init__(show)
        show.watched = True
        self.run = run
        self._goal: int | None = None
        show.note(t("theatre.hello", country=show.country(run.role), date=run.scenario.date))

    def panels(self) -> Iterable[Widget]:
        """The studio's, with what the host did and the scrubber in place of the pitches."""
        show = self.show
        yield Status(show, "status")
        yield Curve(show, "watching", lambda s: s.session.watching, "curve")
        yield Curve(show, "sales", lambda s: s.session.sales, "curve2")
        yield Tonight(show, "tonight")
        yield Stage(show, "stage")
        yield Flight(show)
        yield Shelf(show, "shelf")
        yield Chat(show, "chat")
        yield Orders(show, "orders")
        yield Deeds(show, lambda: self.run.taken)
        yield Scrubber(show, self.run.reel.landmarks, self.run.reel.playback.last)
        yield Why(show, "why")

    def floor(self, width: int, height: int) -> Plan:
        """The studio's floor; its pitches make room for deeds and scrubber."""
        show, flight = self.show, self.game.settings.danmaku
        goods, pitches = len(show.view.products), len(show.pitches)
        plan = floor.floor(width, height, goods, pitches, flight=flight)
        x, y, room, rows = plan.pop("beats")
        plan["deeds"] = Region(x, y, room, rows - SCRUBBER)
        plan["scrubber"] = Region(x, y + rows - SCRUBBER, room, SCRUBBER)
        return plan

    @property
    def waiting(self) -> bool:
        """A playback waits for nobody."""
        return False

    def _wants_forecast(self) -> bool:
        return False

    def _end(self) -> None:
        """Off air: it can be looked at again from any moment."""
        self._rest()

    def refresh_all(self) -> None:
        """Draw what changed; comments fly only while the show runs."""
        super().refresh_all()
        settings = self.game.settings
        live = self.show.state == "live" and self.is_active
        self.query_one(Flight).fly(live and settings.danmaku and not settings.low_bandwidth)

    # -- time -------------------------------------------------------------

    def action_go(self, tick: int) -> None:
        """To a moment. Keys that come faster than it can be drawn are taken together."""
        fresh = self._goal is None
        self._goal = max(0, min(self.run.reel.playback.last, tick))
        if fresh:
            self.call_later(self._seek)

    def _seek(self) -> None:
        goal, self._goal = self._goal, None
        if goal is None or not self.is_attached:
            return
        self.attempt(partial(self.run.jump, goal))
        self.show.turned()
        self.show.note(t("theatre.now", time=self.run.time))
        self._rest()
        self.go_on()

    def _to(self, kinds: tuple[str, ...], way: int) -> None:
        here = self.run.tick if self._goal is None else self._goal
        if way < 0 and self._goal is None and self.show.state == "live":
            here -= min(here, GRACE * self.show.speed)
        goal = neighbour(self.run.reel.landmarks, kinds, here, way)
        if goal is None and way < 0:
            goal = 0
        if goal is not None:
            self.action_go(goal)

    def action_seek(self, way: int) -> None:
        """To the next or last beat."""
        self._to(BEATS, way)

    def action_moment(self, way: int) -> None:
        """To the next or last launch, sell-out or peak."""
        self._to(MOMENTS, way)

    def action_pause(self) -> None:
        """Stop and go on; at the end, from the start."""
        if self.show.over:
            self._paused = False
            self.action_go(0)
            return
        self._paused = not self._paused
        self.go_on()

    def action_step(self) -> None:
        """One tick while it stands still."""
        self._seek()
        if self.state() == "paused":
            self.tick()
            self.go_on()

    # -- hands ------------------------------------------------------------

    def action_take_over(self) -> None:
        """From here on it is yours."""
        self._seek()
        if self.is_active:
            self.game.take_over(self.run)

    def action_product(self, step: int) -> None:
        """Look at another good."""
        self.show.hand_on(step)
        self.go_on()

    def action_why(self) -> None:
        """The figures taken apart; the score first."""
        self.ask("points")

    def on_panel_hit(self, hit: Panel.Hit) -> None:  # Textual calls the base's too
        """Clicks on the scrubber."""
        if hit.verb == "seek":
            self.action_go(int(hit.what))
