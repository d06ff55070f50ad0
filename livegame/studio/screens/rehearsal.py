"""The rehearsal: the studio itself, with somebody beside it who says what comes next."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Key
from textual.timer import Timer
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs.coach import OTHER, Coach
from livegame.runs.rehearsal import RehearsalSession, Step, rehearsal
from livegame.studio.keynames import PITCHES, keyed, names
from livegame.studio.screens.curtain import Curtain
from livegame.studio.screens.room import Plan
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.show import Show
from livegame.studio.widgets.hint import Hint

BOW_SECONDS = 2.0  # the last sale is looked at for a moment before the curtain


class RehearsalRoom(StudioRoom):
    """A show on the real rules. Whoever hesitates gets a hint; the show waits for every choice."""

    HELP = "rehearsal"
    DEFAULT_CSS = "RehearsalRoom { layers: default above; }"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, show: Show, session: RehearsalSession, *, take: int = 1) -> None:
        hello = "rehearsal.hello" if take == 1 else "rehearsal.take"
        super().__init__(show, hello=keyed(self, hello, take=take))
        show.scored = False
        self._coach = Coach(session, rehearsal().step)
        self._take = take
        self._box = Hint()
        self._said: Step | None = None
        self._hush: Timer | None = None
        self._sold: ProductView | None = None
        self._bowing = False

    def panels(self) -> Iterable[Widget]:
        """The studio's, and the hint over them."""
        yield from super().panels()
        yield self._box

    def on_mount(self) -> None:  # Textual calls the bases' too
        """Begin to listen."""
        self._listen()

    def first_speed(self) -> int:
        """Two minutes are two minutes."""
        return 1

    @property
    def waiting(self) -> bool:
        """Whatever the settings say, a rehearsal waits for its host."""
        return self.show.free and not self._through

    def floor(self, width: int, height: int) -> Plan:
        """The studio's, with the hint beside what it speaks of."""
        plan = super().floor(width, height)
        step, hint = self._coach.step, self._box
        if hint.words and step and step.panel in plan:
            plan["hint"] = hint.place(plan[step.panel], width, height)
        return plan

    # -- hints ------------------------------------------------------------

    def _listen(self) -> None:
        """Say nothing now; after a while without a key, say what comes next."""
        self._tell("")
        if self._hush:
            self._hush.stop()
            self._hush = None
        step = self._said = self._coach.step
        if step and not self._bowing:
            self._hush = self.set_timer(step.wait, self._prompt)

    def _prompt(self) -> None:
        step = self._coach.step
        if step and self.is_active and not self.show.over:
            self._tell(self._words(step))

    def _words(self, step: Step) -> str:
        at = f"{self._coach.taken + 1}/{len(self._coach.steps)}"
        name = self.show.short(self.show.chosen)
        binding = step.key or (self._pitch_key(step.pitch) if step.pitch else "")
        words = f"step.{step.id}"
        if step.id == OTHER and self._coach.untold(self.show.chosen):
            # It is in hand already: the key would put it down again.
            words, binding = f"held.{OTHER}", self._pitch_key(self._coach.steps[0].pitch)
        key = names(self).name(binding) if binding else ""
        return f"{at}  {t(f'rehearsal.{words}', key=key, name=name)}"

    def _pitch_key(self, pitch: str) -> str:
        """The binding that begins a pitch."""
        at = next(n for n, one in enumerate(self.show.pitches) if one.id == pitch)
        return PITCHES[at]

    def _tell(self, words: str) -> None:
        hint = self._box
        if hint.words != words and hint.is_attached:
            hint.words = words
            hint.refresh(layout=True)
            hint.redraw()

    def on_key(self, event: Key) -> None:
        """Whoever presses keys does not hesitate."""
        self._listen()

    def on_click(self, event: Click) -> None:
        """Nor does whoever clicks."""
        self._listen()

    # -- the show ---------------------------------------------------------

    def go_on(self) -> None:
        """As in any show; a step that was just taken starts the wait for the next one."""
        super().go_on()
        if self._coach.step is not self._said:
            self._listen()
        if self._coach.step is None and self.show.view.idle and not self._bowing:
            self._bowing = True
            self.set_timer(BOW_SECONDS, self._bow)

    def on_screen_resume(self) -> None:  # Textual calls the base's too
        """A sheet is closed: count anew."""
        self._listen()

    def tick(self) -> None:
        """One tick; what the first sale was made of is remembered."""
        before = self.show.view
        super().tick()
        if self._sold is None:
            for was, good in zip(before.products, self.show.view.products, strict=True):
                if good.sold + good.reserved > was.sold + was.reserved:
                    self._sold = was

    def _end(self) -> None:
        """Time is up: a rehearsal without a sale is played again."""
        self._rest()
        if not self.is_active:
            return
        if self._coach.sold:
            self._bow()
        else:
            self.game.rehearse(self._take + 1)

    def _bow(self) -> None:
        """The curtain, once nothing lies over the studio."""
        if not self.is_active:
            self.set_timer(BOW_SECONDS, self._bow)
            return
        self._rest()
        self.app.push_screen(Curtain(self.show, rehearsal(), self._sold), self._leave)

    def _leave(self, onwards: bool | None) -> None:
        """To the real night, or back to the title."""
        if onwards:
            self.game.again(rehearsal().after, rehearsal().role)
        else:
            self.game.back()
