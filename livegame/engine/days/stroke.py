"""A night's own show within a campaign: another scenario's hour, and what the days made of it.

The night brings its rules (deposits first, the busy checkout, the chatbot, incidents, pitches); the
campaign brings stock, prices, trust, fans, the book of deposits, the chatbot's skill and what is
still missing to its goals. The other rooms of the night are pull beside it.
"""

import numpy as np
from attrs import evolve as attrs_evolve
from attrs import frozen

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import Library
from livegame.engine.compile import build_world
from livegame.engine.constants import fixed
from livegame.engine.days import questions
from livegame.engine.days.book import PAID, forfeited, noted, out_of_book, unpaid_share
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.state import State, evolve
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import Scripts, World

OUT_OF_REACH = 2**60
PERMILLE = 1000


@frozen(eq=False)
class Stroke:
    """A night that a slot of the campaign takes its show from.

    Attributes:
        world: of the role's room alone, with the night's own rules.
        rivals: pull of its other rooms, Q16.
    """

    world: World
    rivals: int


def strokes_of(lib: Library, campaign: Campaign, role: str) -> dict[str, Stroke]:
    """The nights of a role's slots, by scenario.

    Raises:
        ContentError: the role has no room in such a night.
    """
    return {row.night: _stroke(lib, row.night, role) for row in campaign.slot if row.night}


def _stroke(lib: Library, name: str, role: str) -> Stroke:
    scene = lib.scenarios[name]
    alone = attrs_evolve(
        scene,
        roles=[role],
        # Whether a parcel is late is the campaign's to say, day by day.
        courier=[],
        incident=[row for row in scene.incident if not row.roles or role in row.roles],
        milestone=[row for row in scene.milestone if not row.roles or role in row.roles],
        rung=scene.rung[:1],
    )
    alone = attrs_evolve(
        alone,
        incident=[attrs_evolve(row, roles=[role] if row.roles else []) for row in alone.incident],
        milestone=[attrs_evolve(row, roles=[role]) for row in alone.milestone],
    )
    world = build_world(attrs_evolve(lib, scenarios={name: alone}), name)
    draws = [round(lib.hosts[one].draw * ONE) for one in scene.roles]
    own = int(world.draw[0])
    whole = sum(draws) + round(scene.rest * ONE)
    # Of what the rest of the country leaves of the checkout, a room gets its part by its draw.
    world = attrs_evolve(
        world,
        usual_pull=whole,
        busy=world.busy * own // whole,
    )
    return Stroke(world, whole - own)


def stroke_of(season: Season, state: DayState) -> Stroke | None:
    """The night that tonight's show is; None on an ordinary evening."""
    if not state.slot:
        return None
    name = season.campaign.slot[state.slot - 1].night
    return season.strokes[name] if name else None


def settled_in(season: Season, state: DayState, world: World) -> World:
    """The night's world with the chatbot that was taught, the book's flakiness and the goals as
    far as they are still to be passed."""
    world = questions.on_air(season, state, world)
    if world.milestones is not None and len(season.eve.line):
        missing = season.eve.line - state.sales
        line = np.where(missing > 0, missing, OUT_OF_REACH)[: len(world.milestones.line)]
        world = attrs_evolve(world, milestones=attrs_evolve(world.milestones, line=line))
    last = season.eve.last_window
    if last is not None and world.presale.due and state.book.any():
        share = unpaid_share(season, state, last.unpaid)
        mean = float((share * state.book).sum()) / max(int(state.book.sum()), 1)
        world = attrs_evolve(world, presale=attrs_evolve(world.presale, unpaid=fixed(mean)))
    return world


def brought_by_book(season: Season, state: DayState, night: Stroke) -> int:
    """Factor on the room's pull for those who come to pay their balance, Q16: the book against
    what the night's room usually has in stock."""
    if not season.eve.windows:
        return ONE
    share = min(int(state.book.sum()) * ONE // max(int(night.world.stock.sum()), 1), ONE)
    return ONE + share * season.eve.brings // PERMILLE


def kept_for_book(state: DayState, there: Ints) -> Ints:
    """Packs of the book that stand ready [G]: their balances fall due in the show."""
    found: Ints = np.minimum(state.book, there) if state.book.size else np.zeros_like(there)
    return found


def begin_night(season: Season, state: DayState, night: State) -> State:
    """The night's first moment with the book in it: packs that are owed stand on no link."""
    stock = night.stock[0, 0]
    owed = kept_for_book(state, stock)
    if not owed.any():
        return night
    value, _, _ = out_of_book(state, owed)
    from_held = np.minimum(owed, night.held)
    return evolve(
        night,
        owed=owed[None, None, :].copy(),
        owed_fen=value[None, None, :].copy(),
        held=night.held - from_held,
        shelf=night.shelf - (owed - from_held),
        lot=night.lot - (owed - from_held),
    )


def scaled(world: World, stock: Ints) -> Scripts:
    """The night's running order for another stock: what stands on the link at first and what is
    released later, by how much there is of each good."""
    usual = np.maximum(world.stock, 1)
    lots = world.scripts.lots * stock // usual
    release = world.scripts.release * stock[:, None, :] // usual[:, None, :]
    return attrs_evolve(world.scripts, lots=lots, release=release)


def end_night(season: Season, state: DayState, owed: Ints) -> DayState:
    """The book after the night: what stood ready is paid or lapsed; what did not falls due in the
    morning."""
    if not owed.any():
        return state
    value, pledge, flaky = out_of_book(state, owed)
    last = season.eve.last_window
    base = last.unpaid if last else 0
    never = np.floor(owed * unpaid_share(season, state, base)).astype(np.int64)
    state = changed(
        noted(state, PAID, owed - never),
        book=state.book - owed,
        book_fen=state.book_fen - value,
        pledge=state.pledge - pledge,
        flaky=state.flaky - flaky,
        balances=state.balances + owed - never,
    )
    return forfeited(state, pledge * never // np.maximum(owed, 1), never)
