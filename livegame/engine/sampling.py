"""Integer draws from raw words by portable arithmetic.

A binomial whose variance is below VARIANCE_LIMIT is drawn by exact inversion of its
distribution function; above it by the Cornish-Fisher expansion of its quantile to second order
(Cornish and Fisher, 1938), whose error there is below what a test of 100,000 draws can see.
One word makes one draw, cell by cell, so a draw never depends on its neighbours.
"""

import numpy as np

from livegame.engine.chance import Words
from livegame.engine.tables import (
    DECAY,
    DECAY_SLOPE,
    LOSS,
    LOSS_SLOPE,
    LOSS_STEPS,
    Z_BITS,
    Z_NODE,
    Z_SLOPE,
    Floats,
    Ints,
)

VARIANCE_LIMIT = 8.0
# A walk ends at 12 + 2.5 means: P(X beyond) is below 1e-11 wherever inversion is used.
_CAP_BASE, _CAP_SLOPE = 12.0, 2.5
_TABLE_CELLS = 1500
_INVERSE = 1.0 / np.maximum(np.arange(64, dtype=np.float64), 1.0)
_LOW = np.uint64(64 - Z_BITS)
_MASK = np.uint64((1 << (64 - Z_BITS)) - 1)
_TO_UNIT = 2.0 ** -(64 - Z_BITS)
_SHIFT12 = np.uint64(12)


def uniform(words: Words) -> Floats:
    """Doubles in (0, 1) from raw words: the top 52 bits, half a step off both ends."""
    return ((words >> _SHIFT12).astype(np.float64) + 0.5) * 2.0**-52


def normal(words: Words) -> Floats:
    """Standard normal doubles from raw words, by a table of the quantile (|z| below 4.4)."""
    cell = (words >> _LOW).astype(np.int64)
    part = (words & _MASK).astype(np.float64) * _TO_UNIT
    return Z_NODE.take(cell) + Z_SLOPE.take(cell) * part


def _quantile(n: Floats, q: Floats, words: Words) -> Floats:
    """Binomial quantiles for large means, Cornish-Fisher to second order."""
    z = normal(words)
    mean = n * q
    variance = mean * (1.0 - q)
    square = z * z
    lean = 1.0 - 2.0 * q
    spread = np.sqrt(variance - 1.0 / 12.0)  # Sheppard: rounding adds 1/12 to the variance
    skew = lean * (square - 1.0) * (1.0 / 6.0)
    peak = z * ((square - 3.0) * (1.0 - 6.0 * q * (1.0 - q)) * (1.0 / 24.0))
    bend = z * ((2.0 * square - 5.0) * lean * lean * (1.0 / 36.0))
    x = np.floor(mean + spread * z + skew + (peak - bend) / spread + 0.5)
    return np.minimum(np.maximum(x, 0.0), n)


def _inversion(n: Floats, q: Floats, words: Words) -> Floats:
    """Binomial draws for small means: walk up the distribution function until it passes u."""
    u = uniform(words)
    rest = 1.0 - q
    step = q * LOSS_STEPS
    cell = step.astype(np.int64)
    mean = n * q
    t = mean * (LOSS.take(cell) + LOSS_SLOPE.take(cell) * (step - cell)) * 1024.0
    cell = t.astype(np.int64)  # below 23 * 1024: n < 32 where q is a half
    mass = DECAY.take(cell) + DECAY_SLOPE.take(cell) * (t - cell)
    odds = q / rest
    top = (n + 1.0) * odds
    most = np.minimum(np.floor(_CAP_BASE + _CAP_SLOPE * mean), n)
    found = np.zeros(len(u))
    on = (u > mass).nonzero()[0]  # most draws of a rare thing end at none
    if len(on):
        walk = _walk_table if len(on) <= _TABLE_CELLS else _walk_thinning
        caps = most.take(on)
        steps = walk(u.take(on), mass.take(on), top.take(on), odds.take(on), int(caps.max()))
        found[on] = np.minimum(steps, caps)
    return found


def _walk_table(u: Floats, mass: Floats, top: Floats, odds: Floats, last: int) -> Floats:
    """How many steps of the distribution function lie below u, for few cells: steps in blocks.

    The arithmetic is that of _walk_thinning, step by step, so both give the same draws.
    """
    ratio = top * _INVERSE[1 : last + 1, None] - odds
    total = np.empty((last + 1, len(u)))
    total[0] = mass
    for k in range(last):
        mass = mass * ratio[k]
        np.add(total[k], mass, total[k + 1])
        if k & 7 == 7 and not (u > total[k + 1]).any():
            return (u > total[: k + 2]).sum(axis=0).astype(np.float64)
    return (u > total).sum(axis=0).astype(np.float64)


def _walk_thinning(u: Floats, mass: Floats, top: Floats, odds: Floats, last: int) -> Floats:
    """The same for many cells: those that have arrived are left behind."""
    found = np.zeros(len(u))
    where = np.arange(len(u))
    total = mass
    for k in range(1, last + 2):
        above = u > total
        left = int(np.count_nonzero(above))
        if not left:
            break
        if left * 2 < len(u):
            go = above.nonzero()[0]
            where, u, mass, total = where[go], u[go], mass[go], total[go]
            top, odds = top[go], odds[go]
            found[where] += 1.0
        else:
            found[where] += above
        if k <= last:
            mass = mass * (top * _INVERSE[k] - odds)
            total = total + mass
    return found


def binomial(n: Ints, p: Floats, words: Words) -> Ints:
    """Binomial draws, cell by cell.

    Args:
        n: numbers of trials, 0 .. 2**52.
        p: probabilities; values outside [0, 1] count as the nearer end.
        words: one raw word a cell; all three of one shape.

    Returns:
        int64 array of that shape, 0 <= result <= n.
    """
    shape = n.shape
    size = n.reshape(-1).astype(np.float64)
    chance = p.reshape(-1)
    raw = words.reshape(-1)
    flip = chance > 0.5
    flipped = bool(flip.any())
    q = np.where(flip, 1.0 - chance, chance) if flipped else chance
    mean = size * q
    large = mean * (1.0 - q) >= VARIANCE_LIMIT
    big = large.nonzero()[0]
    small = (large ^ (mean > 0.0)).nonzero()[0]
    out = np.zeros(len(size))
    if len(big):
        out[big] = _quantile(size.take(big), q.take(big), raw.take(big))
    if len(small):
        out[small] = _inversion(size.take(small), q.take(small), raw.take(small))
    if flipped:
        out = np.where(flip, size - out, out)
    return out.astype(np.int64).reshape(shape)


POISSON_TRIALS = 1 << 40


def poisson(mean: Floats, words: Words) -> Ints:
    """Poisson draws as binomials over 2**40 trials (they differ by less than 1e-9)."""
    trials = np.full(mean.shape, POISSON_TRIALS, dtype=np.int64)
    return binomial(trials, mean * (1.0 / POISSON_TRIALS), words)


def thin(counts: Ints, share: Floats, words: Words) -> Ints:
    """`counts` times a share, rounded at random so that the mean is exact: floor(c * share + u)."""
    return np.floor(counts * share + uniform(words)).astype(np.int64)


_LOW32 = np.uint64(0xFFFFFFFF)


def sampled(counts: Ints, total: Ints, taken: Ints, words: Words) -> Ints:
    """How many of `counts` are in a fair sample of `taken` out of `total`: hypergeometric.

    Cornish-Fisher to first order on the hypergeometric quantile. The mean is exact at any size
    (rounded at random); the variance is right wherever it exceeds the rounding's own, 1/6.
    All arrays broadcast to `words`.

    Returns:
        int64 array, 0 <= result <= min(counts, taken).
    """
    z = Z_NODE.take((words >> _LOW).astype(np.int64))
    u = ((words & _LOW32).astype(np.float64) + 0.5) * 2.0**-32
    size = np.maximum(total, 1)
    share = taken / size
    part = counts / size
    mean = counts * share
    factor = size * (1.0 - share) / np.maximum(size - 1, 1)
    variance = mean * (1.0 - part) * factor
    spread = np.sqrt(np.maximum(variance - 1.0 / 6.0, 0.0))
    lean = (1.0 - 2.0 * part) * (1.0 - 2.0 * share) * (variance > 0.5)
    drawn = np.floor(mean + spread * z + lean * (z * z - 1.0) * (1.0 / 6.0) + u)
    return np.minimum(np.maximum(drawn, 0.0), np.minimum(counts, taken)).astype(np.int64)
