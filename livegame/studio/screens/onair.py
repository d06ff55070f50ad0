"""Time in the studio: ticks, pauses, the moments when the show waits, and forecasts meanwhile."""

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.studio import collector
from livegame.studio.pace import Pace
from livegame.studio.paint import paint_now
from livegame.studio.ports import Forecast
from livegame.studio.screens.room import Room
from livegame.studio.show import Show
from livegame.studio.widgets.flight import Flight
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.status import Status

if TYPE_CHECKING:
    from textual.screen import Screen

    from livegame.catalog.models import Pitch
    from livegame.engine.view import RoomView
    from livegame.runs.because import Because
    from livegame.studio.answers.answer import Answer

CHAT_SECONDS = 0.2
SLOW_SECONDS = 1.0
FORECAST_SECONDS = 2.0
ASK_SECONDS = 0.08
SETTLE_SECONDS = 0.3  # after the studio opened: its night has been read, nothing happens yet
FRAME_SECONDS = 0.2  # between two looks at a tick that is told bit by bit
LONG_TICK = 0.3  # real seconds from which a tick is
ALIVE = ("status", "chat", "orders")  # the panels in which that shows


class OnAir(Room):
    """A room in which a show goes by. Time stands still whenever something lies over it.

    Attributes:
        show: what the panels look at.
    """

    def __init__(self, show: Show) -> None:
        super().__init__()
        self.show = show
        scene = show.session.scenario
        self._pace = Pace(1, scene.tick_seconds, scene.minutes)
        self._timer: Timer | None = None
        self._paused = False
        self._through = False  # the host lets an idle moment run
        self._chat_shown = (0, 0.0)
        self._foreseen_at = 0.0
        self._asked: object = None
        self._foreseeing = self._asking = False
        self._known: tuple[RoomView | None, dict[str, Because]] = (None, {})

    def on_mount(self) -> None:
        """Take speed and pacing from the settings."""
        scene = self.show.session.scenario
        self._pace = Pace(self.first_speed(), scene.tick_seconds, scene.minutes)
        self.refresh_all()
        self.set_timer(SETTLE_SECONDS, self.game.settle)

    def answer(self, why: str) -> "Answer | None":
        """Any figure of the show taken apart."""
        from livegame.studio.answers.room import answer

        self.show.dollars = self.game.settings.dollars
        return answer(self.show, why, self._because)

    def _because(self, product: str) -> "Because":
        """The room and a good taken apart by the rules, once for each moment."""
        moment = self.show.view
        if self._known[0] is not moment:
            self._known = (moment, {})
        known = self._known[1]
        if product not in known:
            known[product] = self.game.house.because(self.show.session, product)
        return known[product]

    def everything(self) -> "Screen[None]":
        """The score, the good in hand, the host and the people in words."""
        from livegame.studio.explain import explain
        from livegame.studio.screens.reading import Reading

        return Reading(t("studio.head.why"), partial(explain, self.show, pitch=self.pitch()))

    def pitch(self) -> "Pitch | None":
        """The pitch that the host thinks of, where there is one."""
        return None

    def first_speed(self) -> int:
        """How fast it begins."""
        return self.game.settings.speed

    def on_screen_resume(self) -> None:
        """Back in front: time goes on."""
        self.go_on()

    def on_screen_suspend(self) -> None:
        """Something lies over the studio: time stands still."""
        self._rest()

    @property
    def waiting(self) -> bool:
        """The show waits for the host's choice."""
        return self.show.free and self.game.settings.paced and not self._through

    def state(self) -> str:
        """over, paused, turn (the host's) or live."""
        if self.show.over:
            return "over"
        if self._paused:
            return "paused"
        return "turn" if self.waiting else "live"

    def go_on(self) -> None:
        """Draw the moment; wind the clock if time should pass now."""
        self.refresh_all()
        if self.show.over:
            self._end()
        elif self.is_active and self.show.state == "live":
            if self._timer is None:
                self._pace.due(time.monotonic())
                self._wind()
            self._ask()
        else:
            self._rest()
            self._ask()

    def _rest(self) -> None:
        self._pace.rest()
        self.show.reveal(1.0)
        for flight in self.query(Flight):
            flight.fly(False)
        if self._timer:
            self._timer.stop()
            self._timer = None

    def _wind(self) -> None:
        wait = self._pace.wait()
        if self.game.settings.low_bandwidth:
            wait = max(wait, SLOW_SECONDS)
        if self._spreads():
            wait = min(wait, FRAME_SECONDS)
        self._timer = self.set_timer(wait, self._due)

    def _spreads(self) -> bool:
        """Whether what a tick brought is told bit by bit until the next one."""
        return self._pace.lasts > LONG_TICK and not self.game.settings.low_bandwidth

    def _due(self) -> None:
        self._timer = None
        if not self.is_active:
            return
        self.show.spread = self._spreads()
        ticks = self._pace.due(time.monotonic())
        if ticks:
            self.play(ticks)
        else:
            self._tell_more()
            self._wind()

    def play(self, ticks: int) -> None:
        """So many ticks, or until the show stands still; then the moment after them is painted."""
        for _ in range(ticks):
            self.tick()
            if self.state() != "live":
                break
        self.go_on()
        paint_now(self)
        self.call_next(collector.tidy)

    def _tell_more(self) -> None:
        """Between two ticks: the clock runs, comments and orders come in."""
        self.show.reveal(self._pace.part)
        for name in ALIVE:
            self.query_one(f"#{name}", Panel).redraw()

    def _end(self) -> None:
        """Off air: to the front page, once nothing lies over the studio."""
        self._rest()
        if self.is_active:
            self.game.front(self.show)

    def tick(self) -> None:
        """A tick of the show; if it cannot be kept, the show pauses and says why."""
        busy = not self.show.view.idle
        self.attempt(self.show.step)
        if busy and self.show.view.idle:
            self._through = False

    def attempt(self, deed: Callable[[], object]) -> str:
        """Do what writes to the run file; returns the notice that came of it."""
        try:
            said = deed()
        except Exception as error:
            self._paused = True
            told = self.game.told(error)
            self.say(told)
            return told
        return said if isinstance(said, str) else ""

    def action_speed(self, step: int) -> None:
        """Faster, slower, or around; told where the speed stands, so that no key gives way."""
        if step:
            self._pace.faster(step)
        else:
            self._pace.around()
        self.query_one(Status).mark_speed()
        self.go_on()

    def refresh_all(self) -> None:
        """Draw what changed; while the show runs, the chat at most five times a second."""
        self.show.state, self.show.speed = self.state(), self._pace.speed
        now = time.monotonic()
        said, when = self._chat_shown
        for panel in self.placed():
            if panel.id == "chat":
                soon = said != self.show.said and now - when < CHAT_SECONDS
                if soon and self.show.state == "live":
                    continue
                self._chat_shown = (self.show.said, now)
            panel.redraw()

    def forget(self) -> None:
        """The moment is another one: what was foreseen for it no longer holds."""
        self.show.bands = {}
        self._asked = None

    def _ask(self) -> None:
        """Have the bands computed for this moment, shortly: painting comes first."""
        if self._wants_forecast() and not self._asking:
            self._asking = True
            self.set_timer(ASK_SECONDS, partial(self._ask_now, self._moment()))

    def _wants_forecast(self) -> bool:
        show = self.show
        if show.session.scenario.limits.blind:
            return False
        if not show.view.idle or show.over or not self.is_active or self._foreseeing:
            return False
        # While time passes every moment is another one; where it stands still, this one lasts.
        lately = time.monotonic() - self._foreseen_at < FORECAST_SECONDS
        if show.bands and lately and show.state == "live":
            return False
        return self._asked != self._moment()

    def _moment(self) -> object:
        """What a forecast depends on."""
        view = self.show.view
        return (view.tick, self.show.chosen, view.products, view.budget)

    def _ask_now(self, moment: object) -> None:
        """One thread at a time; none while one moment after the other goes by."""
        self._asking = False
        if self.show.state != "live" and moment != self._moment():
            self._ask()
        elif self._wants_forecast():
            show = self.show
            self._asked, self._foreseeing = self._moment(), True
            beats = [show.beat(pitch) for pitch in show.pitches if not show.why_not(pitch)]
            self._foresee(self._asked, beats)

    @work(thread=True, group="forecast", exit_on_error=False)
    def _foresee(self, key: object, beats: list[Beat]) -> None:
        found: list[Forecast] | None = None
        try:
            found = list(self.game.house.forecast(self.show.session, beats))
        finally:
            self.call_later(partial(self._foreseen, key, found))

    def _foreseen(self, key: object, found: list[Forecast] | None) -> None:
        """Show the bands; None says that there are none to be had."""
        self._foreseeing, self._foreseen_at = False, time.monotonic()
        if self.show.unforeseen is not (found is None):
            self.show.unforeseen = found is None
            self.redraw()
        found = found or []
        if key == self._asked and self.show.view.idle:
            self.show.bands = {band.action.pitch: band for band in found}
            self.redraw()
        if self.is_attached:
            self._ask()  # the moment may be another one by now
