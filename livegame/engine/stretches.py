"""Stretches of a night: what is drawn before the first tick for each, and which one is now."""

from typing import Protocol

import numpy as np

from livegame.engine.tables import Bools, Ints


class Stretched(Protocol):
    """Rules that hold by stretches: `ticks` long, `stretches` a night."""

    @property
    def ticks(self) -> int:
        """Length of a stretch."""
        ...

    @property
    def stretches(self) -> int:
        """How many a night has."""
        ...


def lengths(minutes: int, tick_seconds: int, ticks: int) -> tuple[int, int]:
    """How many ticks a stretch of so many minutes has, and how many of them a night of `ticks`."""
    length = max(minutes * 60 // tick_seconds, 1)
    return length, -(-ticks // length)


def now_of(rules: Stretched, drawn: Ints, tick: int) -> Ints:
    """What was drawn for the stretch of this tick [B,R], of all stretches [B,R,S]."""
    now: Ints = drawn[:, :, min(tick // rules.ticks, rules.stretches - 1)]
    return now


def known_by(rules: Stretched, tick: int) -> Bools:
    """Which stretches everybody has seen begin by this tick [S]."""
    begun: Bools = np.arange(rules.stretches) * rules.ticks <= tick
    return begun
