"""The bots by name. Each hosts one night; the seed is for those who need dice of their own."""

from collections.abc import Callable

from livegame.bots.host import Host
from livegame.bots.hosts.expert import Expert
from livegame.bots.hosts.fixed_price import FixedPrice
from livegame.bots.hosts.greedy import Greedy, margin_of
from livegame.bots.hosts.history import History
from livegame.bots.hosts.planner import Planner
from livegame.bots.hosts.random import Random
from livegame.bots.hosts.reader import Reader
from livegame.bots.seat import every_beat
from livegame.engine.actions import Beat
from livegame.engine.acts import why_not
from livegame.engine.state import State
from livegame.engine.world import World

__all__ = ["BOTS", "Greedy", "History", "Host", "Random", "legal_beats"]


def legal_beats(world: World, state: State, room: int) -> list[Beat]:
    """Every beat that the host of a room may begin now."""
    return [beat for beat in every_beat(world, room) if not why_not(world, state, room, beat)]


BOTS: dict[str, Callable[[int], Host]] = {
    "history": lambda seed: History(),
    "random": Random,
    "greedy": lambda seed: Greedy(),
    "fixed-price": lambda seed: FixedPrice(),
    "greedy-margin": lambda seed: Greedy(margin_of),
    "reader": lambda seed: Reader(),
    "planner": lambda seed: Planner(),
    "expert": lambda seed: Expert(),
}
