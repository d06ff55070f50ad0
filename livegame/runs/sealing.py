"""Going on air seals the plan: it is in the run file, so nobody who has seen the night changes it.

Without a plan in the file, a run that was left before its first beat could be planned anew, with
the crowd's wishes and every forecast already seen.
"""

from typing import Protocol

from livegame.engine.actions import Action, Plan
from livegame.engine.view import RoomView


class Planned(Protocol):
    """Whatever is about to be played."""

    @property
    def view(self) -> RoomView:
        """What the host can see now."""

    def decide(self, action: Action) -> object:
        """Take a decision."""


def standing_plan(view: RoomView) -> Plan:
    """The plan that changes nothing of what stands on the table."""
    return Plan(
        stock=tuple((good.id, good.shelf + good.held) for good in view.products),
        lots=tuple((good.id, good.shelf) for good in view.products if good.shelf),
        open=tuple(good.id for good in view.products if good.open),
    )


def in_green_room(view: RoomView) -> bool:
    """Whether a run stands before going on air: nothing has passed, nothing is planned."""
    return view.tick == 0 and view.idle and not view.planned


def seal(session: Planned) -> None:
    """On air with the plan as it stands, if nothing is planned yet.

    Raises:
        RunError: it cannot be written; then the plan is still open.
    """
    if in_green_room(session.view):
        session.decide(standing_plan(session.view))
