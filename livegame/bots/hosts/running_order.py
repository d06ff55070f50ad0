"""The host with a fixed running order: does the same in every night, whatever happens."""

from collections.abc import Sequence

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat


class RunningOrder(Host):
    """Takes its turns one after the other; what isn't allowed is left out.

    When the turns are used up it begins again with the first that is not about the start.
    """

    def __init__(self, turns: Sequence[Sequence[Action]]) -> None:
        self._turns = [tuple(turn) for turn in turns]
        self._at = 0

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The next turn that has a beat which may begin; silence where there is none."""
        done: list[Action] = []
        for _ in range(len(self._turns)):
            turn = self._turns[self._at % len(self._turns)]
            self._at += 1
            for action in turn:
                if not seat.idle or seat.why_not(action):
                    continue
                done.append(action)
                if isinstance(action, Beat):
                    return tuple(done)
                seat = seat.after(action)
        return tuple(done)
