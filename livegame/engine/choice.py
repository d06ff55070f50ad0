"""Who makes up their mind this tick, and for what: decide, then choose.

A viewer who has not decided about a good does so with a hazard that depends on whether it is on
the shelf, on stage or being launched; then buys with a logit in desire, price against the
reference price, doubt, weariness, trust, mood, herding and scarcity, the other open goods of the
room counting among the alternatives. Effect sizes and their sources: content/assumptions.
"""

import numpy as np

from livegame.engine.scene import Scene
from livegame.engine.state import State
from livegame.engine.tables import ONE, Floats, Ints, exp_q16, ln_count, ln_ratio
from livegame.engine.world import World


def _common(world: World, state: State, scene: Scene) -> Ints:
    """The part of the log-odds that all segments share [B,R,P], Q16."""
    rates = world.rates
    cut = np.maximum(ONE - state.price * ONE // world.usual - rates.suspicion_from, 0)
    herd = np.minimum(ln_count(state.claims, rates.herding_unit * 256), 3 * ONE)
    scarce = scene.open & (state.shelf * ONE < state.lot * rates.scarce_below)
    goods = (
        herd * rates.herding
        - state.doubt * rates.doubt
        - state.wear * rates.weariness
        - (cut * cut >> 16) * rates.suspicion
        + scarce * (rates.scarcity * ONE)
    ) >> 16
    room = (
        (state.trust - rates.trust_par) * rates.trust + (state.mood - ONE // 2) * rates.mood
    ) >> 16
    return goods + room[..., None] + state.luck_taste


def log_odds(world: World, state: State, scene: Scene) -> Ints:
    """Log-odds of buying once decided [B,R,K,P], Q16."""
    rates = world.rates
    reference = world.usual * (ONE + state.anchor) >> 16
    price = ln_ratio(reference, state.price)[:, :, None, :]
    wish = state.desire * (rates.information + rates.appetite) >> 16
    slope = world.slope[:, None]
    return world.appeal + wish + (slope * price >> 16) + _common(world, state, scene)[:, :, None, :]


def chances(world: World, state: State, scene: Scene) -> tuple[Floats, Floats]:
    """Chance of deciding this tick [B,R,1,P], and of buying if so [B,R,K,P]."""
    rates = world.rates
    pace = np.where(scene.talked, rates.decide_stage, rates.decide_shelf)
    rush = (rates.decide_launch - rates.decide_stage) / ONE
    launch = rates.decide_stage + rush * scene.freshness
    pace = np.where(scene.launching, launch[..., None], pace) * scene.open
    odds = exp_q16(log_odds(world, state, scene))
    offered = odds * scene.open[:, :, None, :]
    total = offered[..., 0]
    for slot in range(1, offered.shape[-1]):
        total = total + offered[..., slot]
    buy = odds / (1.0 + (1.0 - rates.rivalry) * odds + rates.rivalry * total[..., None])
    return pace[:, :, None, :], buy
