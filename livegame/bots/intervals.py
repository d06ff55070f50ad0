"""Means of paired nights and how sure they are."""

import numpy as np
from attrs import frozen

from livegame.engine.tables import Ints

Z95 = 1.959964


@frozen
class Interval:
    """A mean and its 95 % interval."""

    mean: float
    low: float
    high: float


def interval(values: Ints) -> Interval:
    """The mean of independent values; Student's t by its expansion, infinite for a single one."""
    count = len(values)
    mean = float(values.mean())
    if count < 2:
        return Interval(mean, -np.inf, np.inf)
    free = count - 1
    t = Z95 + (Z95**3 + Z95) / (4 * free)
    t += (5 * Z95**5 + 16 * Z95**3 + 3 * Z95) / (96 * free**2)
    half = t * float(values.std(ddof=1)) / count**0.5
    return Interval(mean, mean - half, mean + half)


def paired(one: Ints, other: Ints) -> Interval:
    """How much `one` is above `other`, night by night under the same seeds."""
    return interval(one - other)


def wins(one: Ints, other: Ints) -> float:
    """Share of nights in which `one` is ahead; a draw counts half."""
    return float(((one > other) + 0.5 * (one == other)).mean())


def kendall(one: list[float], other: list[float]) -> float:
    """Kendall's tau-b of two rankings of the same things; 0 if one of them ranks nothing."""
    pairs = [(i, j) for i in range(len(one)) for j in range(i)]
    signs = [(np.sign(one[i] - one[j]), np.sign(other[i] - other[j])) for i, j in pairs]
    concord = sum(a * b for a, b in signs)
    ones, others = (sum(bool(pair[at]) for pair in signs) for at in (0, 1))
    return float(concord / (ones * others) ** 0.5) if ones and others else 0.0
