"""From decisions to packs: packs an order, checkout limit, stock, sell-out time, substitution."""

from typing import Any

import numpy as np
from attrs import frozen

from livegame.engine.chance import words
from livegame.engine.sampling import binomial
from livegame.engine.scene import Scene
from livegame.engine.state import State
from livegame.engine.tables import Floats, Ints
from livegame.engine.world import World

TENTHS = 10  # sell-out times are kept in tenths of a show second


@frozen(eq=False)
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
    emptied: Ints
    tenths: Ints


def within_checkout(world: World, bought: Ints) -> Ints:
    """Orders that the platform's checkout takes in a tick [B,R,K,P]; whoever is not let through
    stays undecided."""
    most = world.rates.checkout * world.tick_seconds
    total = bought.sum(axis=(1, 2, 3))
    if not (total > most).any():
        return bought
    share = np.minimum(most / np.maximum(total, 1), 1.0)[:, None, None, None]
    return np.floor(bought * share).astype(np.int64)


def sell(world: World, state: State, scene: Scene, orders: Ints, extra: Ints) -> Sold:
    """Take the packs from the link; extra packs of a bundle go at the bundle's price."""
    asked = orders + extra
    packs = np.minimum(asked, state.shelf)
    first = np.minimum(orders, packs)
    more = packs - first
    bundling = (world.pitches.extra.take(scene.pitch) > 0)[..., None] & scene.talked
    second = np.where(bundling, state.price * world.rates.bundle_price >> 16, state.price)
    fen = first * state.price + more * second
    emptied = scene.open & (packs == state.shelf)
    tenths = lasted(world, state, scene, asked) if emptied.any() else np.full_like(packs, -1)
    return Sold(
        orders=orders,
        packs=packs,
        fen=fen,
        turned=asked - packs,
        emptied=emptied,
        tenths=np.where(emptied, tenths, -1),
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
    weights = (
        state.viewers[:, :, :, None]
        * (1.0 / np.maximum(state.viewers.sum(axis=2), 1))[:, :, None, None]
    )
    mean = (buy * weights)[:, :, 0]
    for k in range(1, buy.shape[2]):
        mean = mean + (buy * weights)[:, :, k]
    seeking = sold.turned.sum(axis=2)
    raw = words(
        state.seeds, (("substitution", seeking.shape[1] * sold.turned.shape[2]),), state.tick
    )
    raw = raw.reshape(sold.turned.shape)
    orders, packs = np.zeros_like(sold.turned), np.zeros_like(sold.turned)
    for slot in range(sold.turned.shape[2]):
        there = (
            (state.shelf - sold.packs)[..., slot]
            * scene.open[..., slot]
            * (sold.turned[..., slot] == 0)
        )
        chance = mean[..., slot] * rates.substitute
        wanted = binomial(seeking, np.where(there > 0, chance, 0.0), raw[..., slot])
        orders[..., slot] = wanted
        packs[..., slot] = np.minimum(wanted, there)
        seeking = seeking - wanted
    left = world.rates.checkout * world.tick_seconds - sold.orders.sum(axis=(1, 2))
    if (orders.sum(axis=(1, 2)) > left).any():
        share = np.minimum(left / np.maximum(orders.sum(axis=(1, 2)), 1), 1.0)[:, None, None]
        orders = np.floor(orders * share).astype(np.int64)
        packs = np.minimum(packs, orders)
    return orders, packs


def ledger(world: World, state: State, scene: Scene, sold: Sold, unpaid: Ints) -> dict[str, Any]:
    """The shop's books after this tick: stock, payments due and made, sell-outs."""
    owed = state.owed
    lost = np.where(owed > 0, state.owed_fen * unpaid // np.maximum(owed, 1), 0)
    pending, shelf = state.pending, state.shelf - sold.packs
    if unpaid.any():
        pending = pending + 0
        pending[..., -1] += unpaid
    if (state.tick + 1) % (60 // world.tick_seconds) == 0 and pending.any():
        shelf = shelf + pending[..., 0]
        pending = np.concatenate([pending[..., 1:], np.zeros_like(pending[..., :1])], axis=-1)
    best = np.where((state.soldout < 0) | (sold.tenths < state.soldout), sold.tenths, state.soldout)
    return {
        "shelf": shelf,
        "pending": pending,
        "owed": sold.packs,
        "owed_fen": sold.fen,
        "sold": state.sold + owed - unpaid,
        "sales": state.sales + state.owed_fen - lost,
        "orders": state.orders + sold.orders,
        "urgent": state.urgent + sold.packs * scene.launching,
        "turned": state.turned + sold.turned,
        "soldout": np.where(sold.emptied, best, state.soldout),
        "claims": (state.claims * world.rates.claims_keep >> 16) + (sold.packs << 8),
        "link": scene.link.astype(np.int64),
        "opened": np.where(scene.launched, state.tick, state.opened),
        "lot": np.where(scene.launched, shelf + sold.packs, state.lot),
    }
