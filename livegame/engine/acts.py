"""What a host's action does, and why it may not be done. Plans are checked before they change
anything; a refusal is a text key, so that every front end says it in the same words."""

import numpy as np

from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.beats import start
from livegame.engine.courses import builds_on
from livegame.engine.limits import barred
from livegame.engine.lots import look_again
from livegame.engine.prices import reprice
from livegame.engine.rivals import next_cue
from livegame.engine.stalls import standing_now
from livegame.engine.state import State, evolve
from livegame.engine.tables import ONE, Ints
from livegame.engine.teams import price_of
from livegame.engine.world import World

MOST_PACKS = 10**9


class IllegalAction(Exception):
    """An action that is not allowed now; `key` names the reason's text."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def asking(world: World, state: State, room: int) -> int:
    """Viewers who wait for an answer about the good on stage."""
    slot = int(state.stage[0, room])
    if slot < 0:
        return 0
    doubtful = int(state.viewers[0, room].sum()) * int(state.doubt[0, room, slot]) >> 16
    return int(doubtful * world.rates.asking)


def price_range(world: World, room: int, slot: int) -> tuple[int, int]:
    """Lowest and highest price a host may ask for a good, in fen; at least one."""
    usual = int(world.usual[room, slot])
    low, high = (usual * limit // 100 for limit in (world.rates.price_low, world.rates.price_high))
    return max(low, 1), max(high, 1)


def why_not(world: World, state: State, room: int, action: Action) -> str:
    """The text key of the reason why an action is not allowed now, or "" if it is.

    For one night only; changes nothing.
    """
    reason = _reason(world, state, room, action)
    return f"engine.refuse.{reason}" if reason else ""


def _reason(world: World, state: State, room: int, action: Action) -> str:
    if state.tick >= world.ticks:
        return "over"
    against = barred(world, room, action)
    if against:
        return against
    match action:
        case Plan():
            return _plan_reason(world, state, room, action)
        case Beat():
            return _beat_reason(world, state, room, action)
        case Reply():
            return _reply_reason(world, state, room)
        case Cut():
            return "" if state.left[0, room] > 0 else "idle"
    slot = world.slot_of(room, action.product)
    if slot < 0:
        return "unknown_product"
    match action:
        case SetPrice(fen=fen):
            low, high = price_range(world, room, slot)
            if not low <= fen <= high:
                return "price_range"
            return "same" if fen == state.price[0, room, slot] else ""
        case Release(packs=packs):
            if not 0 < packs <= MOST_PACKS:
                return "bad_amount"
            return "" if packs <= state.held[0, room, slot] else "no_held"
        case Link(open=wanted):
            return "same" if int(wanted) == state.link[0, room, slot] else ""


def _beat_reason(world: World, state: State, room: int, beat: Beat) -> str:
    table = world.pitches
    if beat.pitch not in table.ids[1:]:
        return "unknown_pitch"
    if state.left[0, room] > 0:
        return "busy"
    pitch = table.ids.index(beat.pitch)
    if table.on_product.take(pitch):
        slot = world.slot_of(room, beat.product)
        if slot < 0:
            return "unknown_product" if beat.product else "no_product"
        if table.launch.take(pitch) and state.shelf[0, room, slot] == 0:
            return "link_empty" if state.held[0, room, slot] else "product_gone"
        if state.shelf[0, room, slot] + state.held[0, room, slot] == 0:
            return "product_gone"
    elif beat.product:
        return "unknown_product"
    if table.once.take(pitch) and state.done[0, room, pitch]:
        return "used_once"
    if builds_on(world, state, room, pitch):
        return "builds_on"
    if beat.pitch in (name for name, _ in standing_now(world, state, room)):
        return "stands"
    if table.cost.take(pitch) > state.budget[0, room]:
        return "no_budget"
    tired = table.voice.take(pitch) * table.ticks.take(pitch) > state.voice[0, room]
    return "no_voice" if tired else ""


def _reply_reason(world: World, state: State, room: int) -> str:
    if asking(world, state, room) < 1:
        return "no_question"
    if (state.tick - state.replied[0, room]) * world.tick_seconds < world.rates.reply_gap:
        return "busy"
    return "" if state.voice[0, room] >= world.rates.reply_voice else "no_voice"


def _plan_reason(world: World, state: State, room: int, plan: Plan) -> str:
    if state.tick > 0 or state.planned[0, room] or state.left[0, room] > 0:
        return "late_plan"
    tables = (plan.prices, plan.stock, plan.lots)
    named = [name for table in tables for name, _ in table] + list(plan.open)
    if any(world.slot_of(room, name) < 0 for name in named):
        return "unknown_product"
    if any(len({name for name, _ in table}) < len(table) for table in tables):
        return "bad_amount"
    for name, fen in plan.prices:
        low, high = price_range(world, room, world.slot_of(room, name))
        if not low <= fen <= high:
            return "price_range"
    stock = {g.id: int(world.stock[room, i]) for i, g in enumerate(world.goods[room])}
    for name, packs in plan.stock:
        if not 0 <= packs <= world.stock_most[room, world.slot_of(room, name)]:
            return "bad_amount"
        stock[name] = packs
    if any(not 0 <= packs <= stock[name] for name, packs in plan.lots):
        return "no_held"
    most = min(world.rates.advert_most, int(state.budget[0, room]))
    return "" if 0 <= plan.advert <= most else "no_budget"


def act(world: World, state: State, room: int, action: Action) -> State:
    """The state after an action of a room's host; one night only.

    Raises:
        IllegalAction: it is not allowed now.
    """
    key = why_not(world, state, room, action)
    if key:
        raise IllegalAction(key)
    match action:
        case Plan():
            return _plan(world, state, room, action)
        case Beat():
            return _begin(world, state, room, action)
        case SetPrice():
            return _price(world, state, room, action)
        case Release(product=name, packs=packs):
            slot = world.slot_of(room, name)
            shelf = int(state.shelf[0, room, slot]) + packs
            on_sale = bool(state.link[0, room, slot])
            fresh = _put(state.opened, room, slot, state.tick) if on_sale else state.opened
            more = evolve(
                state,
                shelf=_put(state.shelf, room, slot, shelf),
                held=_put(state.held, room, slot, int(state.held[0, room, slot]) - packs),
                lot=_put(state.lot, room, slot, shelf),
                opened=fresh,
            )
            return look_again(world, more, _put(np.zeros_like(state.shelf), room, slot, packs))
        case Link(product=name, open=wanted):
            slot = world.slot_of(room, name)
            opened = _put(state.opened, room, slot, state.tick) if wanted else state.opened
            return evolve(state, link=_put(state.link, room, slot, int(wanted)), opened=opened)
        case Reply():
            return _reply(world, state, room)
        case Cut():
            return evolve(
                state,
                left=_put_room(state.left, room, 0),
                pitch=_put_room(state.pitch, room, 0),
            )


def _put(array: Ints, room: int, slot: int, value: int) -> Ints:
    new = array.copy()
    new[0, room, slot] = value
    return new


def _put_room(array: Ints, room: int, value: int) -> Ints:
    new = array.copy()
    new[0, room] = value
    return new


def _begin(world: World, state: State, room: int, beat: Beat) -> State:
    pitch = world.pitches.ids.index(beat.pitch)
    slot = world.slot_of(room, beat.product)
    shape = state.left.shape
    here = np.zeros(shape, dtype=np.bool_)
    here[0, room] = True
    return start(
        world,
        state,
        here,
        np.full(shape, pitch, dtype=np.int64),
        np.full(shape, slot, dtype=np.int64),
        next_cue(world, state) + 1,
    )


def _price(world: World, state: State, room: int, change: SetPrice) -> State:
    slot = world.slot_of(room, change.product)
    base = _put(state.base, room, slot, change.fen)
    asked = np.where(world.teams.has, price_of(world, base, state.team), base)
    price = _put(state.price, room, slot, int(asked[0, room, slot]))
    return evolve(reprice(world, state, price), base=base)


def _reply(world: World, state: State, room: int) -> State:
    rates, slot = world.rates, int(state.stage[0, room])
    doubt, trust = int(state.doubt[0, room, slot]), int(state.trust[0, room])
    return evolve(
        state,
        doubt=_put(state.doubt, room, slot, doubt - (doubt * rates.reply_doubt >> 16)),
        trust=_put_room(state.trust, room, trust + ((ONE - trust) * rates.reply_trust >> 16)),
        voice=_put_room(state.voice, room, int(state.voice[0, room]) - rates.reply_voice),
        replied=_put_room(state.replied, room, state.tick),
    )


def _plan(world: World, state: State, room: int, plan: Plan) -> State:
    price, stock = state.price.copy(), state.stock.copy()
    shelf, link, lot, held = (
        state.shelf.copy(),
        state.link.copy(),
        state.lot.copy(),
        state.held.copy(),
    )
    for name, fen in plan.prices:
        price[0, room, world.slot_of(room, name)] = fen
    for name, packs in plan.stock:
        stock[0, room, world.slot_of(room, name)] = packs
    shelf[0, room] = 0
    for name, packs in plan.lots:
        shelf[0, room, world.slot_of(room, name)] = packs
    lot[0, room] = shelf[0, room]
    held[0, room] = stock[0, room] - shelf[0, room]
    link[0, room] = 0
    for name in plan.open:
        link[0, room, world.slot_of(room, name)] = 1
    lift = plan.advert * world.rates.advert_lift // world.rates.advert_unit
    return evolve(
        state,
        price=price,
        base=price,
        stock=stock,
        shelf=shelf,
        lot=lot,
        held=held,
        link=link,
        advert=_put_room(state.advert, room, lift),
        budget=_put_room(state.budget, room, int(state.budget[0, room]) - plan.advert),
        spent=_put_room(state.spent, room, int(state.spent[0, room]) + plan.advert),
        planned=_put_room(state.planned, room, 1),
    )
