"""Who makes up their mind this tick, and for what: decide, then choose.

A viewer who has not decided about a good does so with a hazard that depends on whether it is on
the shelf, on stage or being launched; then buys with a logit in desire, price against the
reference price, doubt, weariness, trust, mood, herding and scarcity, the other open goods of the
room counting among the alternatives. Effect sizes and their sources: content/assumptions.
"""

import numpy as np

from livegame.engine.constants import NIL, Q16, UNIT, fixed
from livegame.engine.currencies import looks_like
from livegame.engine.fancy import fancy_now
from livegame.engine.flags import some
from livegame.engine.habit import shyness
from livegame.engine.incidents import appeal_now, reference_now
from livegame.engine.presale import waiting
from livegame.engine.scene import Scene
from livegame.engine.state import State, summed
from livegame.engine.tables import Floats, Ints, exp_q16, exp_q32, ln_count, ln_ratio
from livegame.engine.world import World

_SINGLE, _HALF_CLAIM = fixed(1.0), fixed(7)  # claims count in 1/256


def _common(world: World, state: State, scene: Scene) -> Ints:
    """The part of the log-odds that all segments share [B,R,P], Q16."""
    known = world.fixed
    rates = known.rates
    cut = np.maximum(known.no_cut - state.price * UNIT // known.usual, NIL)
    goods = ln_count(state.claims, known.herd_unit, known.herd)
    goods -= state.doubt * rates.doubt
    goods -= state.wear * rates.weariness
    goods -= (cut * cut >> Q16) * rates.suspicion
    scarce = scene.open & (state.shelf * UNIT < state.lot * known.scarce_most)
    goods += scarce.astype(np.int64) * known.scarcity
    goods >>= Q16
    room = state.trust * rates.trust
    room += state.mood * rates.mood
    room -= known.par_mood
    room >>= Q16
    shy = shyness(world, state)
    if shy is not None:
        room -= shy
    goods += room.take(scene.places.room_of_good)
    goods += state.luck_taste
    wave = fancy_now(world, state)
    if wave is not None:
        goods += wave
    if scene.heard is not None and world.calls is not None:
        goods += (scene.heard * world.calls.appeal).take(scene.places.room_of_good)
    if waiting(world, state):
        goods += world.presale.appeal
    return goods


def reference_price(world: World, state: State, scene: Scene) -> Ints:
    """The price that people hold each good against [B,R,P], fen: the usual one, lifted by
    comparisons, moved by what lasts outside."""
    reference = world.fixed.usual * (UNIT + state.anchor) >> Q16
    shift = None if scene.on is None else reference_now(world, scene.on)
    return reference if shift is None else reference * shift >> Q16


def log_odds(world: World, state: State, scene: Scene) -> Ints:
    """Log-odds of buying once decided [B,R,K,P], Q16."""
    known = world.fixed
    reference = reference_price(world, state, scene)
    worth = ln_ratio(reference, looks_like(world, state, scene), known.worth)
    worth *= known.touch
    worth >>= Q16
    odds = worth.take(scene.places.good_of_cell) * known.slope
    odds >>= Q16
    wish = state.desire * known.insight
    wish >>= Q16
    odds += wish
    odds += known.appeal
    common = _common(world, state, scene)
    outside = None if scene.on is None else appeal_now(world, scene.on, scene.pitch)
    if outside is not None:
        common += outside
    odds += common.take(scene.places.good_of_cell)
    return odds


def _in_the_rush(world: World, state: State, scene: Scene, pace: Floats, odds: Floats) -> Floats:
    """How much a launch's own sales raise its odds within the tick [B,R,P].

    A rush feeds itself faster than a tick lasts, so half of what the tick is expected to sell
    counts among the claims already: the midpoint rule.
    """
    known = world.fixed
    wish = odds / (odds + _SINGLE)
    wish *= state.minds[:, 0]
    expected = wish[:, :, 0].copy()
    for k in range(1, wish.shape[2]):
        expected += wish[:, :, k]
    expected *= pace
    seen = np.minimum(expected.astype(np.int64), state.shelf) * scene.launching
    claims = state.claims + (seen << _HALF_CLAIM)
    more = ln_count(claims, known.herd_unit, known.herd)
    more -= ln_count(state.claims, known.herd_unit, known.herd)
    return exp_q32(more)


def _attention(world: World, scene: Scene) -> Floats:
    """Share of the viewers' attention that the good on stage has, 1 for the others [B,R,P]; other
    open links take the rest."""
    others = summed((scene.open > scene.talked).astype(np.int64), 2)
    share: Floats = world.fixed.crowded[others.take(scene.places.room_of_good) * scene.talk]
    return share


def chances(world: World, state: State, scene: Scene) -> tuple[Floats, Floats]:
    """Chance of deciding this tick [B,R,1,P], and of buying if so [B,R,K,P]."""
    known, places = world.fixed, scene.places
    on_sale = scene.open.astype(np.float64)
    pace = known.pace.take(scene.seat, axis=0)
    launches = some(scene.launching)
    if launches:
        launch = scene.freshness.astype(np.float64)
        launch *= known.rush
        launch += known.rates.decide_stage
        np.copyto(pace, launch[..., None], where=scene.launching)
    if known.rates.clutter:
        pace *= _attention(world, scene)
    pace *= on_sale
    odds = exp_q16(log_odds(world, state, scene))
    if launches:
        odds *= _in_the_rush(world, state, scene, pace, odds).take(places.good_of_cell)
    offered = odds * on_sale.take(places.good_of_cell)
    goods = offered.reshape(-1, offered.shape[-1])
    total = goods[:, 0] + goods[:, 1] if goods.shape[1] > 1 else goods[:, 0]
    for slot in range(2, goods.shape[1]):
        total += goods[:, slot]
    own, others = known.rivalry
    whole = odds * own
    whole += _SINGLE
    whole += (total * others).take(places.segment_of_cell)
    return pace[:, :, None, :], odds / whole
