"""The observation of the environment: the studio's figures as numbers from 0 to 1."""

from collections.abc import Iterator
from math import log1p

import numpy as np
from numpy.typing import NDArray

from livegame.bots.seat import Seat
from livegame.engine.view import ProductView

CROWD = 20.0  # the logarithm of half a milliard
SIXTEEN = 16.0


def _many(count: int) -> float:
    """A count from 0 to 1, on a scale of logarithms."""
    return min(log1p(max(count, 0)) / CROWD, 1.0)


def _room(seat: Seat) -> Iterator[tuple[str, float]]:
    seen = seat.view
    yield "time", seen.tick / seen.ticks
    for name in ("watching", "arrived", "left", "chat_rate", "questions", "sales"):
        yield name, _many(getattr(seen, name))
    yield "heat", min(seen.heat / 6000, 1.0)
    yield "rank", min(seen.rank / SIXTEEN, 1.0)
    for name in ("trust", "mood", "anger", "voice"):
        yield name, getattr(seen, name) / 1000
    yield "budget", min(seen.budget / max(seat.world.rates.budget, 1), 1.0)
    yield "idle", float(seen.idle)
    yield "beat_left", seen.beat_left / max(seen.beat_seconds, 1)


def _good(seat: Seat, slot: int, seen: ProductView) -> Iterator[tuple[str, float]]:
    most = max(int(seat.world.stock_most[seat.room, slot]), 1)
    crowd = max(seat.view.watching, 1)
    yield "price", min(seen.price / seen.usual / 2, 1.0)
    yield "cost", min(seen.cost / seen.usual / 2, 1.0)
    yield "open", float(seen.open)
    yield "on_stage", float(seat.view.product == seen.id)
    for name in ("shelf", "held", "sold"):
        yield name, min(max(getattr(seen, name), 0) / most, 1.0)
    for name in ("desire", "doubt", "wear", "appeal"):
        yield name, min(getattr(seen, name) / 1000, 1.0)
    for name in ("fresh", "passed"):
        yield name, min(getattr(seen, name) / crowd, 1.0)
    yield "rate", _many(seen.rate)
    yield "turned_away", _many(seen.turned_away)


def named(seat: Seat) -> list[tuple[str, float]]:
    """Every feature with its name: the room's, then each good's in the order of the shelf."""
    found = list(_room(seat))
    for slot, good in enumerate(seat.view.products):
        found += [(f"{good.id} {name}", value) for name, value in _good(seat, slot, good)]
    return found


def observed(seat: Seat) -> NDArray[np.float32]:
    """The features as the environment gives them."""
    return np.array([value for _, value in named(seat)], dtype=np.float32)
