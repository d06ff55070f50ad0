"""Integer draws from raw words by portable arithmetic.

A binomial whose variance is below VARIANCE_LIMIT is drawn by exact inversion of its
distribution function; above it by the Cornish-Fisher expansion of its quantile to second order
(Cornish and Fisher, 1938), whose error there is below what a test of 100,000 draws can see.
One word makes one draw, cell by cell, so a draw never depends on its neighbours.
"""

import numpy as np
from numpy.typing import NDArray

from livegame.engine.chance import Words
from livegame.engine.constants import fixed
from livegame.engine.flags import some
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
_CAP_BASE, _CAP_SLOPE = fixed(12.0), fixed(2.5)
_TABLE_CELLS = 1500
# Steps of a walk between two looks at who has arrived: half of the walks are over by the twelfth.
_BLOCKS = ((0, 12), (12, 16), (16, 22), (22, 30), (30, 64))
_INVERSE = 1.0 / np.maximum(np.arange(64, dtype=np.float64), 1.0)
LOW = fixed(np.uint64(64 - Z_BITS))
_MASK = fixed(np.uint64((1 << (64 - Z_BITS)) - 1))
# Slopes and values in other units, by powers of two, which change no last bit: an operation less.
_Z_SLOPE = Z_SLOPE * 2.0 ** -(64 - Z_BITS)  # a step of a word
_LOSS, _LOSS_SLOPE = LOSS * 1024.0, LOSS_SLOPE * 1024.0  # in steps of DECAY
_SHIFT12, _STEP52 = fixed(np.uint64(12)), fixed(2.0**-52)
_NONE, _HALF, _ONE, _THREE, _FIVE, _SIX = (fixed(x) for x in (0.0, 0.5, 1.0, 3.0, 5.0, 6.0))
_TWELFTH, _SIXTH, _24TH, _36TH = (fixed(1.0 / x) for x in (12.0, 6.0, 24.0, 36.0))
_LIMIT = fixed(VARIANCE_LIMIT)
_LOSS_STEPS = fixed(float(LOSS_STEPS))


def uniform(words: Words) -> Floats:
    """Doubles in (0, 1) from raw words: the top 52 bits, half a step off both ends."""
    unit = (words >> _SHIFT12).astype(np.float64)
    unit += _HALF
    unit *= _STEP52
    return unit


def normal(words: Words) -> Floats:
    """Standard normal doubles from raw words, by a table of the quantile (|z| below 4.4)."""
    cell = (words >> LOW).view(np.int64)
    part = (words & _MASK).astype(np.float64)
    part *= _Z_SLOPE[cell]
    part += Z_NODE[cell]
    return part


def _quantile(n: Floats, q: Floats, words: Words) -> Floats:
    """Binomial quantiles for large means, Cornish-Fisher to second order.

    In place where it can be, as batches are larger than a processor's cache.
    """
    z = normal(words)
    mean = n * q
    rest = _ONE - q
    spread = mean * rest  # the variance, until its root is taken
    shape = q * _SIX
    shape *= rest
    np.subtract(_ONE, shape, shape)
    lean = _ONE - (q + q)
    spread -= _TWELFTH  # Sheppard: rounding adds 1/12 to the variance
    np.sqrt(spread, spread)
    square = z * z
    skew = square - _ONE
    skew *= lean
    skew *= _SIXTH
    peak = square - _THREE
    peak *= shape
    peak *= _24TH
    peak *= z
    square += square
    square -= _FIVE
    square *= lean
    square *= lean
    square *= _36TH
    square *= z  # the bend
    peak -= square
    peak /= spread
    spread *= z
    mean += spread
    mean += skew
    mean += peak
    mean += _HALF
    np.floor(mean, mean)
    np.maximum(mean, np.zeros(len(mean)), out=mean)
    return np.minimum(mean, n, out=mean)


def _inversion(n: Floats, q: Floats, words: Words) -> tuple[NDArray[np.intp], Floats]:
    """Binomial draws for small means: walk up the distribution function until it passes u.

    Returns:
        The places of the draws that are more than none, and these.
    """
    u = uniform(words)
    mass = _none(n, q)
    on = (u > mass).nonzero()[0]  # most draws of a rare thing end at none
    if not len(on):
        return on, u[on]
    walk = _walk_table if len(on) <= _TABLE_CELLS else _walk_thinning
    u, mass, n, q = u[on], mass[on], n[on], q[on]
    caps = n * q
    caps *= _CAP_SLOPE
    caps += _CAP_BASE
    np.floor(caps, caps)
    np.minimum(caps, n, out=caps)
    odds = q / (_ONE - q)
    n += _ONE
    n *= odds
    return on, np.minimum(walk(u, mass, n, odds, int(caps[caps.argmax()])), caps)


def _none(n: Floats, q: Floats) -> Floats:
    """Chance that none of n succeeds, (1 - q) ** n, for q up to a half and n*q below 16."""
    step = q * _LOSS_STEPS
    whole = np.floor(step)
    cell = whole.astype(np.int64)
    step -= whole
    step *= _LOSS_SLOPE[cell]
    step += _LOSS[cell]
    t = n * q
    t *= step
    np.floor(t, whole)
    cell = whole.astype(np.int64)  # below 23 * 1024: n < 32 where q is a half
    t -= whole
    t *= DECAY_SLOPE[cell]
    t += DECAY[cell]
    return t


def _walk_table(u: Floats, mass: Floats, top: Floats, odds: Floats, last: int) -> Floats:
    """How many steps of the distribution function lie below u, for few cells: steps in blocks.

    The arithmetic is that of _walk_thinning, step by step, so both give the same draws.
    """
    multiply, add = np.multiply, np.add  # looked up once for some thirty calls
    total = np.empty((last + 1, len(u)))
    below = total[0]
    below[...] = mass
    for start, stop in _BLOCKS:
        end = min(stop, last)
        ratios = top * _INVERSE[start + 1 : end + 1, None]
        ratios -= odds
        for ratio, above in zip(ratios, total[start + 1 : end + 1], strict=True):
            multiply(mass, ratio, mass)
            below = add(below, mass, above)
        if end == last or not some(u > below):
            total = total[: end + 1]
            break
    passed = (u > total).view("i1")  # at most 53 steps: they can be counted in a byte
    return np.add.reduce(passed, 0, "i1").astype(np.float64)


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


def binomial(n: Ints | Floats, p: Floats, words: Words) -> Ints:
    """Binomial draws, cell by cell.

    Args:
        n: numbers of trials, whole, 0 .. 2**52.
        p: probabilities; values outside [0, 1] count as the nearer end.
        words: one raw word a cell; all three of one shape.

    Returns:
        int64 array of that shape, 0 <= result <= n.
    """
    size = n.reshape(-1).astype(np.float64, copy=False)
    return binomial_row(size, p.reshape(-1), words.reshape(-1)).astype(np.int64).reshape(n.shape)


def binomial_row(size: Floats, chance: Floats, raw: Words) -> Floats:
    """The same for rows of cells whose numbers of trials are doubles, as whole doubles."""
    rare = chance
    common = (chance > _HALF).nonzero()[0]  # of these the failures are drawn
    if len(common):
        rare = chance.copy()
        rare[common] = 1.0 - chance[common]
    mean = size * rare
    some = mean > _NONE
    mean *= _ONE - rare
    large = mean >= _LIMIT
    big = large.nonzero()[0]
    small = (some ^ large).nonzero()[0]
    out = np.zeros(len(size))
    if len(big):
        out[big] = _quantile(size[big], rare[big], raw[big])
    if len(small):
        on, found = _inversion(size[small], rare[small], raw[small])
        out[small[on]] = found
    if len(common):
        out[common] = size[common] - out[common]
    return out


POISSON_TRIALS = 1 << 40


def poisson(mean: Floats, words: Words) -> Ints:
    """Poisson draws as binomials over 2**40 trials (they differ by less than 1e-9)."""
    trials = np.full(mean.shape, POISSON_TRIALS, dtype=np.int64)
    return binomial(trials, mean * (1.0 / POISSON_TRIALS), words)


def thin(counts: Ints, share: Floats, words: Words) -> Ints:
    """`counts` times a share, rounded at random so that the mean is exact: floor(c * share + u)."""
    part = uniform(words)
    part += counts * share
    return part.astype(np.int64)  # nothing is negative here, so this rounds down
