"""The same rules for one viewer at a time: what the engine's aggregated draws must look like.

Everybody has a segment, a place and a mind about each good of the room they are in, and draws for
themselves: to come, to leave, to look for another room, to decide, to buy, to think again. Many
nights run side by side. Only what is no chance at all is the engine's own: the probabilities of
the moment, the shop's books and the slow levels of a room, given the counts.
"""

from typing import Any

import numpy as np
from attrs import define, evolve
from numpy.typing import NDArray

from livegame.catalog.library import library
from livegame.engine.audience import entering, leaving
from livegame.engine.begin import begin
from livegame.engine.choice import chances
from livegame.engine.compile import build_world
from livegame.engine.mood import chat_rate, desires, goods_levels, room_levels
from livegame.engine.orders import Sold, ledger, sell
from livegame.engine.rivals import begin_beats
from livegame.engine.scene import Scene, set_scene
from livegame.engine.state import ARRAYS, State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.world import World

Counts = NDArray[np.int64]
SCENARIO = "618-2020-diplomats"
ROLES = ("thailand", "south-korea", "russia")
FRESH, PASSED, BOUGHT = 0, 1, 2


def small_world(pool: int = 1200) -> World:
    """Three rooms, a small crowd that comes quickly and likes to buy."""
    lib = library()
    scene = evolve(lib.scenarios[SCENARIO], roles=list(ROLES), target=[])
    few = evolve(lib, scenarios={SCENARIO: scene})
    fit = evolve(lib.fits[SCENARIO], arrivals=12.0)
    world = build_world(few, SCENARIO, fit)
    rates = evolve(world.rates, pool=pool, herding_unit=5, unpaid=0.2, chat_base=0.02)
    steady = np.full(200, world.arrivals[0])
    return evolve(world, rates=rates, appeal=world.appeal + 3 * ONE, ticks=200, arrivals=steady)


def busy_moment(world: World, viewers: int = 600) -> State:
    """One night in full swing: a launch, a demonstration and a tasting, with some minds made up."""
    state = begin(world, [1], range(len(world.roles)))
    rooms, segments, goods = world.shape
    share = viewers * world.share // world.share.sum()
    crowd = np.broadcast_to(share, (1, rooms, segments)).copy()
    made = np.arange(goods) + 1
    fresh, passed = crowd[..., None] * (7 - made) // 10, crowd[..., None] * (3 + made) // 12
    pitch = [world.pitches.ids.index(name) for name in ("countdown", "demonstrate", "taste")]
    left = [int(world.pitches.ticks[pitch[0]] - world.pitches.launch[pitch[0]]), 9, 4]
    levels = np.arange(segments)[:, None] * 3000 + np.arange(goods) * 4000
    shelf = state.shelf.copy()
    shelf[0, 0] = [70, 30, 400, 400][:goods]
    return moved_on(
        state,
        viewers=crowd,
        minds=np.stack([fresh, passed], axis=1),
        lobby=np.full((1, segments), 90, dtype=np.int64),
        pool=state.pool,
        desire=np.broadcast_to(20000 + levels, (1, rooms, segments, goods)).copy(),
        pitch=np.array([pitch]),
        left=np.array([left]),
        stage=np.array([[0, 1, 0]]),
        shelf=shelf,
        held=state.stock - shelf,
        link=np.where(np.arange(goods) == 0, np.array([0, 1, 1])[:, None], 1)[None].astype(np.int64)
        * (world.has > 0),
        owed=np.full((1, rooms, goods), 25, dtype=np.int64),
        owed_fen=np.full((1, rooms, goods), 25 * 5000, dtype=np.int64),
    )


def copies(state: State, nights: int, first_seed: int = 0) -> State:
    """The same moment in many nights, each with a seed of its own."""
    arrays = {name: np.repeat(getattr(state, name), nights, axis=0) for name in ARRAYS}
    return moved_on(state, seeds=tuple(range(first_seed, first_seed + nights)), **arrays)


@define
class Crowd:
    """The people of M nights: segment [N], place [M,N] (rooms, then lobby, pool, home) and mind
    about each good of the room they are in [M,N,P]."""

    segment: Counts
    place: NDArray[np.int8]
    mind: NDArray[np.int8]

    @classmethod
    def of(cls, world: World, state: State, rng: np.random.Generator) -> "Crowd":
        """People as the counts of a state's first night have them; minds dealt out at random."""
        rooms, segments, goods = world.shape
        segment: list[Counts] = []
        place: list[Counts] = []
        minds: list[NDArray[np.int8]] = []
        for k in range(segments):
            groups = [state.viewers[0, r, k] for r in range(rooms)]
            groups += [state.lobby[0, k], state.pool[0, k], state.home[0, k]]
            for where, size in enumerate(map(int, groups)):
                segment.append(np.full(size, k))
                place.append(np.full(size, where))
                mind = np.zeros((state.batch, size, goods), dtype=np.int8)
                if where < rooms:
                    for p in range(goods):
                        fresh, passed = (int(state.minds[0, i, where, k, p]) for i in (0, 1))
                        deal = np.full(size, BOUGHT, dtype=np.int8)
                        deal[:fresh], deal[fresh : fresh + passed] = FRESH, PASSED
                        mind[..., p] = rng.permuted(np.tile(deal, (state.batch, 1)), axis=1)
                minds.append(mind)
        spots = np.concatenate(place).astype(np.int8)
        return cls(
            np.concatenate(segment),
            np.tile(spots, (state.batch, 1)),
            np.concatenate(minds, axis=1),
        )

    def count(self, which: NDArray[np.bool_], places: int, segments: int) -> Counts:
        """How many of `which` are in each place and segment [M,places,K]."""
        nights = len(self.place)
        cell = (np.arange(nights)[:, None] * places + self.place) * segments + self.segment
        found = np.bincount(cell[which], minlength=nights * places * segments)
        return found.reshape(nights, places, segments)

    def per_good(self, which: NDArray[np.bool_], places: int, segments: int) -> Counts:
        """The same for minds [M,N,P]: [M,places,K,P]."""
        columns = range(which.shape[2])
        return np.stack([self.count(which[..., p], places, segments) for p in columns], axis=-1)


def _room_chance(values: NDArray[np.float64], crowd: Crowd, rooms: int) -> NDArray[np.float64]:
    """Each person's own chance from a table [M,R,K(,P)]; nought outside the rooms."""
    nights = np.arange(len(crowd.place))[:, None]
    mine = values[nights, np.minimum(crowd.place, rooms - 1), crowd.segment]
    inside = crowd.place < rooms
    return mine * (inside if mine.ndim == 2 else inside[..., None])


def _one_of(chances_: NDArray[np.float64], u: NDArray[np.float64]) -> Counts:
    """Which of several exclusive things [M,n] a uniform [M,N] picks; n for none of them."""
    picked = np.zeros(u.shape, dtype=np.int64)
    total = np.zeros((len(u), 1))
    for column in range(chances_.shape[1]):
        total = total + chances_[:, column : column + 1]
        picked += u >= total
    return picked


def _won_back(
    world: World, scene: Scene, crowd: Crowd, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Who thinks again [M,N,P]: a fixed share of those in each segment who had passed on the good
    on stage, whoever they are; what is left over is rounded at random."""
    rooms, segments, goods = world.shape
    share = world.pitches.reopen[scene.pitch][..., None] * scene.talked
    night, person, good = np.nonzero(crowd.mind == PASSED)
    room = crowd.place[night, person].astype(np.int64)
    stage = room < rooms
    night, person, good, room = night[stage], person[stage], good[stage], room[stage]
    part = share[night, room, good]
    asked = part > 0.0
    night, person, good, room = night[asked], person[asked], good[asked], room[asked]
    cell = ((night * rooms + room) * segments + crowd.segment[person]) * goods + good
    order = np.lexsort((rng.random(len(cell)), cell))
    size = np.bincount(cell, minlength=len(crowd.place) * rooms * segments * goods)
    first = np.concatenate([[0], np.cumsum(size)[:-1]])
    spread = np.broadcast_to(share[:, :, None, :], (len(share), rooms, segments, goods))
    most = np.floor(size * spread.reshape(-1) + rng.random(len(size)))
    chosen = order[np.arange(len(order)) - first[cell[order]] < most[cell[order]]]
    again = np.zeros(crowd.mind.shape, dtype=np.bool_)
    again[night[chosen], person[chosen], good[chosen]] = True
    return again


def _sold(
    world: World, state: State, scene: Scene, buy: Any, orders: Counts, rng: np.random.Generator
) -> Sold:
    """Packs for the orders; the turned-away look at the other goods, in slot order, once."""
    more = world.pitches.extra[scene.pitch][..., None] * scene.talked + world.rates.extra
    sold = sell(world, state, scene, orders, rng.binomial(orders, more))
    crowd = state.viewers[..., None] / np.maximum(state.viewers.sum(axis=2), 1)[..., None, None]
    chance = (buy * crowd).sum(axis=2) * world.rates.substitute
    there = np.where(scene.open & (sold.turned == 0), state.shelf - sold.packs, 0)
    chance = np.where(there > 0, chance, 0.0)
    missed = np.concatenate([np.ones_like(chance[..., :1]), np.cumprod(1.0 - chance, axis=2)], 2)
    picks = np.concatenate([missed[..., :-1] * chance, missed[..., -1:]], axis=2)
    picks /= picks.sum(axis=2, keepdims=True)
    wanted = rng.multinomial(sold.turned.sum(axis=2), picks)[..., :-1]
    packs = np.minimum(wanted, there)
    total = sold.packs + packs
    return evolve(
        sold,
        orders=sold.orders + wanted,
        packs=total,
        fen=sold.fen + packs * state.price,
        emptied=sold.emptied | (scene.open & (total == state.shelf)),
    )


def tick(
    world: World, state: State, crowd: Crowd, rng: np.random.Generator
) -> tuple[State, Crowd, dict[str, Counts]]:
    """Everybody's next tick; the state follows from counting heads."""
    rooms, segments, _ = world.shape
    lobby, pool, home = rooms, rooms + 1, rooms + 2
    state = begin_beats(world, state)
    scene = set_scene(world, state)
    pace, buy = chances(world, state, scene)
    from_pool, from_lobby = (chance[..., 0] for chance in entering(world, state, scene))
    away = np.full((state.batch, 1), world.rates.lobby_enter * (1.0 / world.rates.transfer - 1.0))
    place, mind = crowd.place.copy(), crowd.mind.copy()
    inside = crowd.place < rooms

    left = rng.random(place.shape) < _room_chance(leaving(world, state, scene), crowd, rooms)
    place[left] = lobby
    u = rng.random(place.shape)
    called = _one_of(from_pool, u)
    came = (crowd.place == pool) & (called < 2 * rooms)
    place[came] = called[came] % rooms
    moved = _one_of(np.concatenate([from_lobby, away], axis=1), u)
    entered = (crowd.place == lobby) & (moved < rooms)
    place[entered] = moved[entered]
    place[(crowd.place == lobby) & (moved == rooms)] = home
    bounced = came & (called >= rooms)

    whole = np.broadcast_to(pace, buy.shape)
    decides = rng.random(mind.shape) < _room_chance(whole, crowd, rooms)
    decides &= crowd.mind == FRESH
    buys = decides & (rng.random(mind.shape) < _room_chance(buy, crowd, rooms))
    rethinks = _won_back(world, scene, crowd, rng)
    mind[decides] = PASSED
    mind[buys] = BOUGHT
    mind[rethinks] = FRESH

    orders = crowd.per_good(buys, rooms + 3, segments)[:, :rooms].sum(axis=2)
    leavers = crowd.count(left, rooms + 3, segments)[:, :rooms].sum(axis=2)
    now = Crowd(crowd.segment, place, mind)
    newcomers = now.count(came | entered, rooms + 3, segments)[:, :rooms].sum(axis=2)
    lost = now.count(bounced, rooms + 3, segments)[:, :rooms].sum(axis=2)
    place[bounced] = home
    mind[~((place < rooms) & inside & ~left)] = FRESH
    heads = now.count(np.ones(place.shape, dtype=np.bool_), rooms + 3, segments)
    viewers = heads[:, :rooms]
    stayed = now.count(inside & ~left, rooms + 3, segments)[:, :rooms]
    seated = (place < rooms)[..., None]
    minds = [
        now.per_good((mind == what) & seated, rooms + 3, segments)[:, :rooms]
        for what in (FRESH, PASSED)
    ]

    sold = _sold(world, state, scene, buy, orders, rng)
    unpaid = rng.binomial(state.owed, world.rates.unpaid)
    comments = rng.poisson(chat_rate(world, state))
    desire, used = desires(world, state, scene, stayed / np.maximum(viewers, 1))
    remaining = np.maximum(state.left - 1, 0)
    new = moved_on(
        state,
        tick=state.tick + 1,
        minds=np.stack(minds, axis=1),
        desire=desire,
        used=used,
        left=remaining,
        pitch=np.where(remaining > 0, state.pitch, 0),
        viewers=viewers,
        lobby=heads[:, lobby],
        pool=heads[:, pool],
        home=heads[:, home],
        visitors=state.visitors + newcomers,
        peak=np.maximum(state.peak, viewers.sum(axis=2)),
        **goods_levels(world, state, scene, newcomers, leavers + lost),
        **room_levels(world, state, scene, sold, comments),
        **ledger(world, state, scene, sold, unpaid),
    )
    counted = {
        "orders": sold.orders,
        "packs": sold.packs,
        "turned away": sold.turned,
        "unpaid": unpaid,
        "left": leavers + lost,
        "arrived": newcomers,
        "comments": comments,
    }
    return new, now, counted
