"""What a bot is: somebody who is shown a seat and says what to do."""

from abc import ABC, abstractmethod

from livegame.bots.seat import Seat
from livegame.engine.actions import Action
from livegame.engine.state import State
from livegame.engine.world import World


class Host(ABC):
    """Anything that hosts a room.

    One object hosts one night, so it may remember what it has done. It is asked whenever its host
    has nothing to do; if it is `alert`, also in mid-beat when the good on stage has run dry or
    something comes from outside.

    Attributes:
        listens: wants to hear the room's events, the chat's topics among them.
        alert: wants to be asked in mid-beat when the link on stage runs dry or news comes.
        restless: show seconds of a beat after which an alert host wants to be asked again, and
            again after as many more; 0 for never.
    """

    listens = False
    alert = False
    restless = 0

    @abstractmethod
    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The actions to take now, in order, a beat last; empty to stay silent for a tick.

        Each must be allowed when its turn comes.
        """

    def choose(self, world: World, state: State, room: int) -> tuple[Action, ...]:
        """The same for the state of one night, for those who step the engine themselves."""
        return self.decide(Seat(world, state, room))
