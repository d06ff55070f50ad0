"""History's host: follows the running order of the record."""

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action


class History(Host):
    """Does what the scenario's script has this host do."""

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The script's next actions."""
        return seat.script()
