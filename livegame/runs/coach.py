"""Whoever watches a rehearsal and knows what comes next. No clock, no screen."""

from collections.abc import Callable, Sequence

from livegame.engine.actions import Beat, Link, Release, Reply, SetPrice
from livegame.runs.rehearsal import RehearsalSession, Step

OTHER = "other"  # the step that takes two: another good into the hand, then a beat on it


def _beats(session: RehearsalSession) -> list[Beat]:
    return [action for action in session.taken if isinstance(action, Beat)]


def _launched(session: RehearsalSession, action: object) -> bool:
    """Whether a decision opens a link, now or at the end of its beat."""
    table = session.world.pitches
    if isinstance(action, Beat):
        return bool(table.launch[table.ids.index(action.pitch)])
    return isinstance(action, Link) and action.open


def _sold(session: RehearsalSession) -> int:
    """Goods of which at least one pack was ordered."""
    return sum(good.sold + good.reserved > 0 for good in session.view.products)


DONE: dict[str, Callable[[RehearsalSession], bool]] = {
    "beat": lambda s: bool(_beats(s)),
    "beat_over": lambda s: bool(_beats(s)) and (s.view.idle or len(_beats(s)) > 1),
    "launch": lambda s: any(_launched(s, action) for action in s.taken),
    "sale": lambda s: _sold(s) > 0,
    "reply": lambda s: any(
        isinstance(a, Reply) or (isinstance(a, Beat) and a.pitch == "answer") for a in s.taken
    ),
    "release_or_price": lambda s: any(isinstance(a, Release | SetPrice) for a in s.taken),
    "other_good": lambda s: len({b.product for b in _beats(s) if b.product}) > 1,
    "second_sale": lambda s: _sold(s) > 1,
}


class Coach:
    """Follows one rehearsal.

    Attributes:
        steps: what is taught, in order.
    """

    def __init__(self, session: RehearsalSession, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)
        self._session = session

    def done(self, step: Step) -> bool:
        """Whether a step was taken, in whatever order."""
        return DONE[step.does](self._session)

    @property
    def step(self) -> Step | None:
        """The first step that is still open; None once all were taken."""
        return next((step for step in self.steps if not self.done(step)), None)

    def untold(self, good: str) -> bool:
        """Whether a good is in hand of which nothing was said yet, after another."""
        told = {beat.product for beat in _beats(self._session) if beat.product}
        return bool(told) and bool(good) and good not in told

    @property
    def taken(self) -> int:
        """How many steps were taken."""
        return sum(map(self.done, self.steps))

    @property
    def sold(self) -> bool:
        """Whether anything was sold: without that no rehearsal ends."""
        return _sold(self._session) > 0
