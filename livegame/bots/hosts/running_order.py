"""The host with a fixed running order: does the same in every night, whatever happens."""

from collections.abc import Sequence

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat


class RunningOrder(Host):
    """Takes its turns one after the other; what isn't allowed is left out.

    Without a clock it goes on as soon as it is free, and when the turns are used up it begins
    again with the first. With one, each turn comes at its tick, in mid-beat too.
    """

    def __init__(
        self, turns: Sequence[Sequence[Action]], clock: Sequence[int] | None = None
    ) -> None:
        self._turns = [tuple(turn) for turn in turns]
        self._clock = clock
        self.alert, self.restless = clock is not None, 1  # by the clock: asked at every tick
        self._at = 0

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The next turn that has a beat which may begin; silence where there is none."""
        if self._clock is not None:
            return self._due(seat, self._clock)
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

    def _due(self, seat: Seat, clock: Sequence[int]) -> tuple[Action, ...]:
        done: list[Action] = []
        while self._at < len(self._turns) and clock[self._at] <= seat.tick:
            for action in self._turns[self._at]:
                if seat.why_not(action):
                    continue
                done.append(action)
                if not isinstance(action, Beat):
                    seat = seat.after(action)
            self._at += 1
        return tuple(done)
