"""Why a figure is what it is: the rules asked again, with one thing taken away at a time.

Nothing here is a second copy of a rule and nothing is drawn: each answer is the rule's own, for
the present moment and for the same moment without one of its causes. The states are of one night.
"""

from collections.abc import Callable

import numpy as np
from attrs import frozen

from livegame.engine.audience import entering, leaving
from livegame.engine.choice import chances
from livegame.engine.constants import HALF_UNIT
from livegame.engine.fancy import NONE
from livegame.engine.incidents import NEVER
from livegame.engine.mood import desires
from livegame.engine.reducer import TickReport
from livegame.engine.scene import set_scene
from livegame.engine.state import State, evolve
from livegame.engine.tables import ONE, Floats, Ints
from livegame.engine.world import World

Change = Callable[[World, State], State]
MINUTE = 60
PARTS = 10_000  # in which shares of those who decide are told


@frozen
class Cause:
    """One cause of a figure.

    Attributes:
        name: which. without: the figure as it would be without it.
    """

    name: str
    without: int


@frozen
class Causes:
    """A figure with its causes; those that change nothing at this moment are left out.

    Attributes:
        now: the figure. each: its causes, in a fixed order.
    """

    now: int
    each: tuple[Cause, ...]


def _level(name: str, value: int) -> Change:
    """A state in which a level has another value everywhere."""
    return lambda _, state: evolve(state, **{name: np.full_like(getattr(state, name), value)})


def _usual_price(world: World, state: State) -> State:
    return evolve(state, price=np.broadcast_to(world.usual, state.price.shape).copy())


def _start_trust(world: World, state: State) -> State:
    return _level("trust", world.rates.trust_start)(world, state)


def _nothing_else_open(room: int, slot: int) -> Change:
    def alone(_: World, state: State) -> State:
        link = state.link.copy()
        link[0, room, np.arange(link.shape[2]) != slot] = 0
        return evolve(state, link=link)

    return alone


def _idle(_: World, state: State) -> State:
    return evolve(state, left=np.zeros_like(state.left))


_NO_INCIDENT = _level("incident", NEVER)

_BUYING: tuple[tuple[str, Change], ...] = (
    ("price", _usual_price),
    ("anchor", _level("anchor", 0)),
    ("desire", _level("desire", 0)),
    ("doubt", _level("doubt", 0)),
    ("wear", _level("wear", 0)),
    ("trust", _start_trust),
    ("mood", _level("mood", int(HALF_UNIT))),
    ("claims", _level("claims", 0)),
    ("fancy", _level("fancy", NONE)),
    ("call", _level("call", NONE)),
    ("outside", _NO_INCIDENT),
)
_LEAVING: tuple[tuple[str, Change], ...] = (
    ("wear", _level("wear", 0)),
    ("anger", _level("anger", 0)),
    ("mood", _level("mood", int(HALF_UNIT))),
)
_COMING: tuple[tuple[str, Change], ...] = (
    ("pitch", _idle),
    ("call", _level("call", NONE)),
    ("advert", _level("advert", 0)),
    ("heat", _level("heat", ONE)),
    ("stalls", _level("stalls", 0)),
    ("milestones", _level("reached", 0)),
    ("outside", _NO_INCIDENT),
)


def _causes(
    world: World,
    state: State,
    figure: Callable[[State], int],
    changes: tuple[tuple[str, Change], ...],
) -> Causes:
    now = figure(state)
    each = (Cause(name, figure(change(world, state))) for name, change in changes)
    return Causes(now, tuple(cause for cause in each if cause.without != now))


def buying(world: World, state: State, room: int, slot: int) -> Causes:
    """How many of ten thousand of those who now decide about a good buy it, and why.

    Without "price": at the usual price; without "trust": at the trust that a night begins with;
    without "mood": at a middling one; without "others": with the room's other links shut.
    """

    def figure(now: State) -> int:
        _, buy = chances(world, now, set_scene(world, now))
        return int((buy[0, room, :, slot] * _shares(state, room)).sum() * PARTS)

    changes = (*_BUYING, ("others", _nothing_else_open(room, slot)))
    return _causes(world, state, figure, changes)


def going(world: World, state: State, room: int) -> Causes:
    """How many viewers leave a room in a minute, as the rules expect it now, and why.

    Without "mood": at a middling one.
    """

    def figure(now: State) -> int:
        chance = leaving(world, now, set_scene(world, now))
        return _a_minute(world, float((chance[0, room] * state.viewers[0, room]).sum()))

    return _causes(world, state, figure, _LEAVING)


@frozen
class Coming:
    """Who comes into a room in a minute, as the rules expect it now.

    Attributes:
        home: people from home who stay. rooms: who come over from other rooms or are between
            them. looking: who look in from home and go again.
        causes: of all of them together.
    """

    home: int
    rooms: int
    looking: int
    causes: Causes


def coming(world: World, state: State, room: int) -> Coming:
    """Who comes into a room in a minute, from where, and why.

    Without "pitch": with nothing going on in any room; without "heat": with all rooms equally hot.
    """
    rooms = len(world.roles)

    def streams(now: State) -> tuple[float, float, float]:
        pool, lobby = entering(world, now, set_scene(world, now))
        home = state.pool[0].astype(np.float64)
        between = float((np.asarray(lobby[0, room]) * state.lobby[0]).sum())
        return (
            float((pool[0, room] * home).sum()),
            between,
            float((pool[0, rooms + room] * home).sum()),
        )

    def figure(now: State) -> int:
        return _a_minute(world, sum(streams(now)))

    home, between, looking = (_a_minute(world, part) for part in streams(state))
    return Coming(home, between, looking, _causes(world, state, figure, _COMING))


@frozen
class Wish:
    """What a minute does to the desire for a good, in points of a thousand.

    Attributes:
        talk: what the beat that runs adds. fading: what time takes.
        newcomers: what those take who come and have seen nothing yet.
        causes: of `talk`: without "used" is with a pitch not held on this good lately.
    """

    talk: int
    fading: int
    newcomers: int
    causes: Causes


def wishing(world: World, state: State, room: int, slot: int) -> Wish:
    """Why the desire for a good rises or falls now."""
    everybody: Floats = np.ones(state.viewers.shape)
    here = state.viewers.astype(np.float64)
    arriving = coming(world, state, room)
    new = (arriving.home + arriving.rooms) * world.tick_seconds / MINUTE
    crowd = float(here[0, room].sum())
    diluted = everybody * (crowd / max(crowd + new, 1.0))

    def level(now: State, staying: Floats) -> float:
        after, _ = desires(world, now, set_scene(world, now), staying)
        return float((after[0, room, :, slot] * _shares(state, room)).sum()) / ONE * 1000

    was = float((state.desire[0, room, :, slot] * _shares(state, room)).sum()) / ONE * 1000
    still = _idle(world, state)
    rests, mixed = level(still, everybody), level(still, diluted)

    def talk(now: State) -> int:
        idle = level(_idle(world, now), everybody)
        return _a_minute(world, level(now, everybody) - idle)

    changes = (
        ("used", _level("used", 0)),
        ("voice", _level("voice", ONE)),
        ("trust", _start_trust),
    )
    return Wish(
        talk(state),
        _a_minute(world, rests - was),
        _a_minute(world, mixed - rests),
        _causes(world, state, talk, changes),
    )


@frozen
class Warmth:
    """What the platform measures of a room, each in thousandths of the mean room of the night.

    Attributes:
        sales, viewers, comments: of the last minute that is known.
        weights: how much of the heat each of them makes, per mille.
    """

    sales: int
    viewers: int
    comments: int
    weights: tuple[int, int, int]


def warmth(world: World, state: State, room: int, recent: tuple[TickReport, ...]) -> Warmth:
    """Of what the heat of a room is made; `recent` are the reports of the last minute."""
    rates = world.rates
    weights = (rates.heat_sales, rates.heat_viewers, rates.heat_chat)
    rooms = len(world.roles)
    nought: Ints = np.zeros(rooms, dtype=np.int64)
    sales = sum((report.sold.fen[0].sum(axis=1) for report in recent), nought)
    comments = sum((report.comments[0] for report in recent), nought)
    found = [
        int(part[room]) * rooms * 1000 // max(int(part.sum()), 1)
        for part in (sales, state.viewers[0].sum(axis=1), comments)
    ]
    low, middle, high = (weight * 1000 // ONE for weight in weights)
    return Warmth(found[0], found[1], found[2], (low, middle, high))


def _shares(state: State, room: int) -> Floats:
    """The share of each segment among those who watch a room [K]."""
    crowd = state.viewers[0, room].astype(np.float64)
    total = float(crowd.sum())
    return crowd / total if total else np.full(len(crowd), 1.0 / len(crowd))


def _a_minute(world: World, a_tick: float) -> int:
    return round(a_tick * MINUTE / world.tick_seconds)
