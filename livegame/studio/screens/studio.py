"""The studio: the broadcast, with its panels, its keys, the run that is raced, the co-host."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from attrs import evolve
from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.runs.ghost import Ghost
from livegame.studio import floor
from livegame.studio.keynames import keyed
from livegame.studio.ports import Rival
from livegame.studio.screens.hands import Hands
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.room import Plan
from livegame.studio.show import Show
from livegame.studio.widgets.beats import Beats
from livegame.studio.widgets.chat import Chat
from livegame.studio.widgets.choice import Choice
from livegame.studio.widgets.curve import Curve
from livegame.studio.widgets.flight import Flight
from livegame.studio.widgets.keybar import NOTICE_SECONDS
from livegame.studio.widgets.orders import Orders
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.shelf import Shelf
from livegame.studio.widgets.stage import Stage
from livegame.studio.widgets.status import Status
from livegame.studio.widgets.tonight import Tonight
from livegame.studio.widgets.why import Why
from livegame.studio.wrap import flow

TALL = 33  # rows from which the pitches have room for all that is to be said of one


def _key(keys: str, action: str, name: str, *, show: bool = True) -> Binding:
    shown = keys.split(",")[0]
    display = {"space": "space", "full_stop": ".", "plus": "+", "question_mark": "?"}.get(shown)
    words = t(f"studio.key.{name}")
    return Binding(keys, action, words, show=show, key_display=display, id=f"studio.{name}")


class StudioRoom(Hands):
    """A show on air, with the host's hands on it."""

    HELP = "studio"
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("e", "run_out", "run_out"),  # first: it is there only where little else is to be done
        _key("p", "price", "price"),
        _key("s", "stock", "stock"),
        _key("l", "link", "link"),
        _key("r", "reply", "reply"),
        _key("tab,right_square_bracket", "product(1)", "product"),
        Binding(
            "shift+tab,left_square_bracket", "product(-1)", show=False, id="studio.product_back"
        ),
        _key("space", "pause", "pause"),
        _key("plus,equals_sign", "speed(1)", "faster", show=False),
        _key("minus", "speed(-1)", "slower", show=False),
        _key("question_mark", "why", "why"),
        Binding("f1", "app.help", t("common.key.help"), id="app.help", key_display="F1"),
        _key("c", "cut", "cut"),  # from here on a key may have no room at 80 columns
        Binding("h", "hint", t("review.key.hint"), show=False, id="studio.hint"),
        _key("x", "speed(0)", "around"),
        _key("full_stop", "step", "step"),
        _key("enter", "begin", "begin", show=False),
        Binding("up", "move(0,-1)", show=False, id="studio.up"),
        Binding("down", "move(0,1)", show=False, id="studio.down"),
        Binding("left", "move(-1,0)", show=False, id="studio.left"),
        Binding("right", "move(1,0)", show=False, id="studio.right"),
        *(
            Binding(str((n + 1) % 10), f"pitch({n})", show=False, id=f"studio.pitch_{n + 1}")
            for n in range(10)
        ),
        Binding("escape", "back", show=False, id="room.back"),
    ]

    def __init__(
        self, show: Show, *, hello: str, rival: Rival | None = None, still: bool = False
    ) -> None:
        super().__init__(show)
        # Midway into a beat nothing would wait for whoever comes in; a free host is waited for.
        self._paused = still and not (show.view.idle or show.over)
        self._rival = rival
        self._choosing = self._hinting = self._bare = False
        show.note(hello)
        if self._paused:
            show.note(keyed(self, "studio.note.still"))
        self._helps = True
        if header := getattr(show.session, "header", None):
            from livegame.runs.hints import may_hint

            self._helps = may_hint(header)
            if self._helps:
                show.note(keyed(self, "review.cohost.hello"))

    def on_mount(self) -> None:  # Textual calls the base's too
        """Fetch the run that is raced."""
        if self._rival:
            self._race(self._rival)

    @work(thread=True, group="race", exit_on_error=False)
    def _race(self, rival: Rival) -> None:
        try:
            ghost = self.game.house.ghost(rival.file, self.show.session.scenario.id)
        except Exception as error:
            self.call_later(self.say, self.game.told(error))
            return
        named = rival.who or rival.name == "chosen"
        name = ghost.name if named else t(f"studio.race.{rival.name}")
        self.call_later(self._raced, evolve(ghost, name=name))

    def _raced(self, ghost: Ghost) -> None:
        self.show.ghost = ghost
        self.show.note(t("studio.race.begins", who=ghost.name))
        self.refresh_all()

    def panels(self) -> Iterable[Widget]:
        """All panels; the floor decides which are to be seen."""
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
        beats = Beats(show)
        yield beats
        yield Choice(show, beats)
        yield Why(show, "why")

    def refresh_all(self) -> None:
        """Draw what changed; comments fly only while the show runs."""
        choosing = self._chooses()
        if choosing != self._choosing:
            self._choosing = choosing
            self.query_one(Beats).refresh(layout=True)  # from below: clears what is cached here
        if self._bare != self.show.bare:
            self._bare = self.show.bare
            self.refresh_bindings()
        super().refresh_all()
        settings = self.game.settings
        live = self.show.state == "live" and self.is_active
        self.query_one(Flight).fly(live and settings.danmaku and not settings.low_bandwidth)

    def _chooses(self) -> bool:
        """Whether the pitch under the cursor is to be seen in full."""
        show = self.show
        return not show.over and (self._looking or show.free)

    def floor(self, width: int, height: int) -> Plan:
        """As the terminal's size has it; where there is no table, a choice hides the curve."""
        show = self.show
        flight = self.game.settings.danmaku
        goods, pitches = len(show.view.products), len(show.pitches)
        plan = floor.floor(width, height, goods, pitches, flight=flight)
        if self._rival and "sales" not in plan:
            plan["sales"] = plan.pop("watching")
        if self._choosing and ("orders" not in plan or height < TALL):
            plan["choice"] = plan.pop("sales" if "sales" in plan else "watching")
        return plan

    def say(self, text: str) -> None:
        """A notice in the head of the pitches, so that the keys stay; a long one below."""
        beats = self.query_one(Beats)
        if not beats.fits(text):
            super().say(text)
            return
        beats.notice = text
        beats.redraw()
        self.set_timer(NOTICE_SECONDS, partial(self._unsay, text))

    def _unsay(self, text: str) -> None:
        beats = self.query_one(Beats)
        if beats.notice == text:
            beats.notice = ""
            beats.redraw()

    def action_pause(self) -> None:
        """Stop the show, or let it run on, even where it waits for a choice."""
        if self.waiting and not self._paused:
            self._through = True
            self.say(t("studio.said.runs"))
        else:
            self._paused = not self._paused
            self._through = not self._paused and self.show.view.idle
            self.say(keyed(self, "studio.said.paused" if self._paused else "studio.said.runs"))
        self.go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a key for the end only once nothing is left to sell."""
        if action == "run_out":
            return self._bare
        return super().check_action(action, parameters)

    def action_run_out(self) -> None:
        """With nothing left to sell, rest until the end, or until there is; again, and stop."""
        self.show.resting = not self.show.resting
        self.show.next = None
        self._paused = self._through = False
        self.go_on()

    def action_step(self) -> None:
        """One tick while the show stands still; what was foreseen before it holds no longer."""
        if self.state() in ("paused", "turn"):
            self.forget()
            self.tick()
            self.go_on()

    def action_hint(self) -> None:
        """Ask the co-host; time stands still until the answer has been read. Where it may not
        help, say at once where it does."""
        if not self._helps:
            self.say(keyed(self, "review.cohost.ranked"))
            return
        if not self._hinting and not self.show.over:
            self._hinting = True
            self.say(t("review.cohost.thinking"))
            self._hint()

    @work(thread=True, group="hint", exit_on_error=False)
    def _hint(self) -> None:
        try:
            told = self.game.house.hint(self.show.session)
        except Exception as error:
            self.call_later(self._hinted, self.game.told(error))
            return
        self.call_later(self._hinted, told)

    def _hinted(self, told: str) -> None:
        self._hinting = False
        if self.is_active:
            self.app.push_screen(Reading(t("review.cohost.title"), partial(flow, told)))

    def action_why(self) -> None:
        """The figures taken apart; the score first."""
        self.ask("points" if self.show.scored else "takings")

    def action_back(self) -> None:
        """Leave; the run waits to be continued."""
        self.show.session.close()
        self.game.back()
        if self.show.session.path:
            self.game.call_later(self.game.say, t("studio.said.kept"))

    def on_unmount(self) -> None:
        """However the studio is left, the run goes on from this very moment, at this speed."""
        session = self.show.session
        session.close()
        self.game.left = None if session.finished else session.path
        if self.game.left and self.game.settings.speed != self._pace.speed:
            self.game.settings.speed = self._pace.speed
            self.game.keep_settings()

    def on_panel_hit(self, hit: Panel.Hit) -> None:  # Textual calls the base's too
        """Clicks on pitches."""
        if hit.verb == "pitch":
            self.action_pitch(int(hit.what))
