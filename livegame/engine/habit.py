"""A crowd that has never bought in a live show: shy at first, bolder with every order it sees."""

from attrs import frozen

from livegame.catalog.nights import Scenario
from livegame.engine.state import State, summed
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import World


@frozen
class Shyness:
    """What it takes from the log-odds of buying at first, Q16, and the orders that halve it."""

    shy: int
    half: int


def compile_habit(scene: Scenario) -> Shyness | None:
    """The shyness of a scenario's crowd; None where people are used to buying live."""
    return Shyness(round(scene.habit.shy * ONE), scene.habit.half) if scene.habit else None


def shyness(world: World, state: State) -> Ints | None:
    """What shyness takes from the log-odds in each room now [B,R], Q16; None for nothing."""
    habit = world.habit
    if habit is None:
        return None
    seen = summed(state.orders, 2)
    left: Ints = habit.shy * habit.half // (habit.half + seen)
    return left
