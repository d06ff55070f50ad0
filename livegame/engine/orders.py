"""From decisions to packs: packs an order, checkout limit, stock, sell-out time, substitution."""

from typing import Any

import numpy as np
from attrs import frozen

from livegame.engine.chance import words
from livegame.engine.constants import Q16, SINGLE, fixed
from livegame.engine.flags import some
from livegame.engine.incidents import checkout_now
from livegame.engine.presale import balances, waiting
from livegame.engine.sampling import binomial
from livegame.engine.scene import Scene
from livegame.engine.state import State, summed
from livegame.engine.tables import Bools, Floats, Ints
from livegame.engine.world import World

_EIGHT: Ints = fixed(8)
TENTHS = 10  # sell-out times are kept in tenths of a show second


@frozen(eq=False, slots=False)  # made every tick; without slots in half the time
class Sold:
    """What a tick's orders came to, per good [B,R,P].

    Attributes:
        orders: orders placed. packs: packs taken from the link. fen: their value.
        turned: packs asked for in vain. emptied: the link ran dry in this tick.
        tenths: time from opening to sell-out for those, else -1.
    """

    orders: Ints
    packs: Ints
    fen: Ints
    turned: Ints
    emptied: Bools
    tenths: Ints


def checkout(world: World, state: State, scene: Scene) -> Ints:
    """Orders that the platform takes from the rooms in this tick [B]: what incidents, the rest of
    the festival and balances that fall due leave of it."""
    most = world.fixed.checkout
    if scene.on is not None:
        most = checkout_now(world, scene.on)
    if len(world.busy):
        most = most * world.busy[min(state.tick, world.ticks - 1)] >> Q16
    first = balances(world, state)
    return most if first is None else np.maximum(most - first, 0)


def within_checkout(most: Ints, bought: Ints) -> tuple[Ints, Ints]:
    """Orders that the platform's checkout takes in a tick [B,R,K,P], and how many they are of each
    good [B,R,P]; whoever is not let through stays undecided."""
    orders = summed(bought, 2)
    total = _of_night(orders)
    if not some(total > most):
        return bought, orders
    share = np.minimum(most / np.maximum(total, 1), 1.0)[:, None, None, None]
    placed = np.floor(bought * share).astype(np.int64)
    return placed, summed(placed, 2)


def _of_night(counts: Ints) -> Ints:
    """Counts of goods [B,R,P] added up to those of nights [B]."""
    return summed(counts.reshape(len(counts), -1), 1)


def sell(world: World, state: State, scene: Scene, orders: Ints, extra: Ints) -> Sold:
    """Take the packs from the link; extra packs of a bundle go at the bundle's price."""
    asked = orders + extra
    packs = np.minimum(asked, state.shelf)
    fen = packs * state.price
    bundling = world.fixed.bundled[scene.pitch]
    if some(bundling):
        cheaper = state.price - (state.price * world.rates.bundle_price >> Q16)
        more = packs - np.minimum(orders, packs)
        bundled = scene.talked & bundling.take(scene.places.room_of_good)
        fen -= more * cheaper * bundled.astype(np.int64)
    emptied = scene.open & (packs == state.shelf)
    tenths = emptied.astype(np.int64)
    if some(emptied):
        tenths *= lasted(world, state, scene, asked) + SINGLE
    tenths -= SINGLE
    return Sold(
        orders=orders,
        packs=packs,
        fen=fen,
        turned=asked - packs,
        emptied=emptied,
        tenths=tenths,
    )


def lasted(world: World, state: State, scene: Scene, asked: Ints) -> Ints:
    """Tenths of a second from the opening of the link to the last pack [B,R,P].

    Orders are spread evenly over a tick, so the lot ends after stock/orders of it.
    """
    span = world.tick_seconds * TENTHS
    opened = np.where(scene.launched, state.tick, state.opened)
    inside = np.maximum(state.shelf * span // np.maximum(asked, 1), 1)
    return (state.tick - opened) * span + inside


def substitutes(
    world: World, state: State, scene: Scene, buy: Floats, sold: Sold
) -> tuple[Ints, Ints]:
    """Orders and packs that the turned-away place for other open goods of the room [B,R,P].

    Each of them looks once at the goods left, in slot order, and buys with the room's mean chance
    for that good times the share who look on at all.
    """
    rates = world.rates
    seeking = summed(sold.turned, 2)
    had = (state.shelf - sold.packs) * scene.open * (sold.turned == 0)
    if not some((had > 0) & (seeking > 0)[..., None]):
        nothing = np.zeros_like(sold.turned)
        return nothing, nothing
    weights = state.viewers * (1.0 / np.maximum(scene.watching, SINGLE))[..., None]
    likely = buy * weights[..., None]
    mean = likely[:, :, 0]
    for k in range(1, buy.shape[2]):
        mean = mean + likely[:, :, k]
    raw = words(
        state.seeds, (("substitution", seeking.shape[1] * sold.turned.shape[2]),), state.tick
    )
    raw = raw.reshape(sold.turned.shape)
    orders, packs = np.zeros_like(sold.turned), np.zeros_like(sold.turned)
    for slot in range(sold.turned.shape[2]):
        there = had[..., slot]
        if not some((there > 0) & (seeking > 0)):
            continue  # nobody looks, or there is nothing to be had
        chance = mean[..., slot] * rates.substitute
        wanted = binomial(seeking, np.where(there > 0, chance, 0.0), raw[..., slot])
        orders[..., slot] = wanted
        packs[..., slot] = np.minimum(wanted, there)
        seeking = seeking - wanted
    left = checkout(world, state, scene) - _of_night(sold.orders)
    total = _of_night(orders)
    if some(total > left):
        share = np.minimum(left / np.maximum(total, 1), 1.0)[:, None, None]
        orders = np.floor(orders * share).astype(np.int64)
        packs = np.minimum(packs, orders)
    return orders, packs


def ledger(world: World, state: State, scene: Scene, sold: Sold, unpaid: Ints) -> dict[str, Any]:
    """The shop's books after this tick: stock, payments due and made, sell-outs."""
    owed, pending, shelf = state.owed, state.pending, state.shelf - sold.packs
    late = waiting(world, state)
    paid, value = state.sold, state.sales
    if not late:
        paid, value = paid + owed, value + state.owed_fen
    if np.count_nonzero(unpaid):  # where something was owed
        paid -= unpaid
        value -= state.owed_fen * unpaid // np.maximum(owed, SINGLE)
        if not world.scenario.limits.kept:
            pending = pending.copy()
            last = pending[..., -1]
            last += unpaid
    if (state.tick + 1) % max(60 // world.tick_seconds, 1) == 0 and pending.any():
        due = max(world.tick_seconds // 60, 1)  # minutes that end with this tick
        shelf = shelf + pending[..., :due].sum(axis=-1)
        later = pending[..., due:]
        pending = np.concatenate([later, np.zeros_like(pending[..., :due])], axis=-1)
    changes = {
        "shelf": shelf,
        "pending": pending,
        "owed": owed + sold.packs if late else sold.packs,
        "owed_fen": state.owed_fen + sold.fen if late else sold.fen,
        "sold": paid,
        "sales": value,
        "orders": state.orders + sold.orders,
        "claims": (state.claims * world.fixed.rates.claims_keep >> Q16) + (sold.packs << _EIGHT),
    }
    if some(scene.launching):
        changes["urgent"] = state.urgent + sold.packs * scene.launching
    if np.count_nonzero(sold.turned):
        changes["turned"] = state.turned + sold.turned
    if some(sold.emptied):
        best = (state.soldout < 0) | (sold.tenths < state.soldout)
        changes["soldout"] = np.where(sold.emptied & best, sold.tenths, state.soldout)
    if some(scene.launched):
        changes["link"] = scene.link.astype(np.int64)
        changes["opened"] = np.where(scene.launched, state.tick, state.opened)
        changes["lot"] = np.where(scene.launched, shelf + sold.packs, state.lot)
    return changes
