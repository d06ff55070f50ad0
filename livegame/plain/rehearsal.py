"""The rehearsal line by line: the broadcast as ever, and somebody who says what comes next."""

from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.plain.broadcast import Broadcast
from livegame.plain.console import Console, Left
from livegame.plain.words import coins
from livegame.runs.coach import OTHER, Coach
from livegame.runs.rehearsal import RehearsalSession, Step, rehearsal, start


class GuidedBroadcast(Broadcast):
    """Asks as a broadcast does; before each answer it says the open step, once."""

    def __init__(self, console: Console, session: RehearsalSession, coach: Coach) -> None:
        super().__init__(console, session)
        self._coach = coach
        self._step: Step | None = None

    def run(self) -> None:
        """Play until every step was taken, or the time is up.

        Raises:
            Left: the player leaves.
        """
        while self._coach.step and not self._session.finished:
            if self._session.view.idle:
                self._decide()
            else:
                self._pass_beat()

    def _menu(self, beats: list[Beat]) -> None:
        """The menu, and below it what the coach would do."""
        super()._menu(beats)
        self._say_step(beats)

    def _decide(self) -> None:
        """Say the next step where the menu was told before it."""
        before = self._coach.step
        super()._decide()
        if self._coach.step is not before:
            self._told = -1

    def _say_step(self, beats: list[Beat]) -> None:
        step = self._coach.step
        if step is None:
            return
        key, pitch = f"step.{step.id}", step.pitch
        if step.id == OTHER and self._coach.untold(self._focus):
            key, pitch = f"held.{OTHER}", self._coach.steps[0].pitch
        number = next((n for n, beat in enumerate(beats, 1) if beat.pitch == pitch), "")
        words = t(f"rehearsal.plain.{key}", number=number)
        self._console.gap()
        self._console.say(t("rehearsal.plain.coach", words=words))


def rehearse(console: Console, seed: int | None = None) -> None:
    """A guided first show; it is played again until something is sold, or the player leaves."""
    read = rehearsal()
    console.say(t("rehearsal.plain.begin"), read.scenario.intro)
    try:
        take, sold = 1, False
        while not sold:
            if take > 1:
                console.say(t("rehearsal.take", take=take))
            session = start(None if seed is None else seed + take - 1)
            coach = Coach(session, read.step)
            GuidedBroadcast(console, session, coach).run()
            take, sold = take + 1, coach.sold
        console.gap()
        console.say(t("rehearsal.plain.took", fen=coins(session.view.sales)))
        console.say(t("rehearsal.plain.onwards", night=read.after))
    except Left:
        console.say(t("plain.bye"))
