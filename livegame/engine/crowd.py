"""How many people a night may draw at all, where nobody can know it before."""

from collections.abc import Sequence

import numpy as np

from livegame.engine.chance import words
from livegame.engine.constants import Q16
from livegame.engine.sampling import normal
from livegame.engine.tables import ONE, Ints, exp_q16
from livegame.engine.world import World

TENTH = 1.2816  # standard deviations beyond which a tenth of a normal law lies


def draw_crowd(world: World, seeds: Sequence[int]) -> Ints:
    """Factor on each night's crowd [B], Q16; ones where its size is no matter of luck."""
    if not world.pool_luck:
        return np.full(len(seeds), ONE, dtype=np.int64)
    z = normal(words(seeds, (("crowd", 1),), 0))[:, 0]
    shift = np.floor(z * (world.pool_luck * ONE) + 0.5).astype(np.int64)
    return np.floor(exp_q16(shift) * ONE).astype(np.int64)


def crowd_of(world: World, seeds: Sequence[int], pool: Ints) -> Ints:
    """People of each segment who may come, from the usual ones [K]: [K], or [B,K] by luck."""
    if not world.pool_luck:
        return pool
    crowd: Ints = pool * draw_crowd(world, seeds)[:, None] >> Q16
    return crowd


def outlook(world: World, room: int) -> tuple[int, int]:
    """Visitors that a room may expect on four nights of five: a lower and an upper end.

    From the usual crowd, the host's share of the market's pull and the luck of crowd and room;
    what the host makes of the evening is not in it.
    """
    pool = world.rates.pool * world.share / world.share.sum()
    coming = float((world.arrivals.sum(axis=0) * pool).sum()) + world.rates.waiting * pool.sum()
    usual = coming * int(world.draw[room]) / max(world.usual_pull, 1)
    own, crowd = world.rates.luck_room, world.pool_luck
    spread = float(np.sqrt(own * own + crowd * crowd)) * TENTH
    low, high = (float(exp_q16(np.array([round(s * ONE)]))[0]) for s in (-spread, spread))
    return round(usual * low), round(usual * high)
