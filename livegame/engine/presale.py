"""Deposits first: what links take before a moment that everybody waits for is paid at that moment.

Until the balances fall due, an order takes its pack off the link and its price stands, but nothing
is paid: it stays owed. In the tick in which they fall due all balances go through the checkout,
ahead of the orders of that tick; those that are never paid come back to the link as any unpaid
order does.
"""

from attrs import frozen

from livegame.catalog.nights import Scenario
from livegame.engine.constants import fixed
from livegame.engine.state import State
from livegame.engine.tables import ONE, Floats, Ints
from livegame.engine.world import World

NOBODY: Floats = fixed(0.0)


@frozen(eq=False)
class Deposits:
    """A scenario's presale.

    Attributes:
        due: tick in which the balances are paid, 0 for no presale at all.
        unpaid: share of the packs whose balance is never paid.
        appeal: shift of the log-odds while a deposit is all that one can leave, Q16.
    """

    due: int
    unpaid: Floats
    appeal: Ints


def compile_presale(scene: Scenario) -> Deposits:
    """The presale of a scenario; one that is over before the first tick where it has none."""
    one = scene.presale
    if one is None:
        return Deposits(0, NOBODY, fixed(0))
    due = one.until * 60 // scene.tick_seconds
    return Deposits(due, fixed(one.unpaid / 1000), fixed(round(one.appeal * ONE)))


def waiting(world: World, state: State) -> bool:
    """Whether links take deposits only in this tick."""
    return state.tick < world.presale.due


def unpaid_now(world: World, state: State) -> Floats:
    """Share of what is owed that will never be paid, as far as this tick settles it."""
    due = world.presale.due
    if not due or state.tick > due:
        return world.fixed.unpaid
    return world.presale.unpaid if state.tick == due else NOBODY


def balances(world: World, state: State) -> Ints | None:
    """Packs whose balance goes through the checkout in this tick [B]; None for none."""
    if world.presale.due and state.tick == world.presale.due:
        return state.owed.sum(axis=(1, 2))
    return None
