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
_BLOCK = 14  # steps of a walk between two looks at who has arrived: nine walks of ten are over
_INVERSE = 1.0 / np.maximum(np.arange(64, dtype=np.float64), 1.0)
_LOW = fixed(np.uint64(64 - Z_BITS))
_MASK = fixed(np.uint64((1 << (64 - Z_BITS)) - 1))
# Slopes and values in other units, by powers of two, which change no last bit: an operation less.
_Z_SLOPE = Z_SLOPE * 2.0 ** -(64 - Z_BITS)  # a step of a word
_LOSS, _LOSS_SLOPE = LOSS * 1024.0, LOSS_SLOPE * 1024.0  # in steps of DECAY
_SHIFT12, _STEP52 = fixed(np.uint64(12)), fixed(2.0**-52)
_LOW32, _STEP32 = fixed(np.uint64(0xFFFFFFFF)), fixed(2.0**-32)
_NONE, _HALF, _ONE, _THREE, _FIVE, _SIX = (fixed(x) for x in (0.0, 0.5, 1.0, 3.0, 5.0, 6.0))
_TWELFTH, _SIXTH, _24TH, _36TH = (fixed(1.0 / x) for x in (12.0, 6.0, 24.0, 36.0))
_ROUNDING = fixed(1.0 / 6.0)  # twice the variance that rounding one number at random adds
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
    cell = (words >> _LOW).view(np.int64)
    part = (words & _MASK).astype(np.float64)
    part *= _Z_SLOPE.take(cell)
    part += Z_NODE.take(cell)
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
    np.maximum(mean, _NONE, out=mean)
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
        return on, u.take(on)
    walk = _walk_table if len(on) <= _TABLE_CELLS else _walk_thinning
    u, mass, n, q = u.take(on), mass.take(on), n.take(on), q.take(on)
    caps = n * q
    caps *= _CAP_SLOPE
    caps += _CAP_BASE
    np.floor(caps, caps)
    np.minimum(caps, n, out=caps)
    odds = q / (_ONE - q)
    n += _ONE
    n *= odds
    return on, np.minimum(walk(u, mass, n, odds, int(caps.max())), caps)


def _none(n: Floats, q: Floats) -> Floats:
    """Chance that none of n succeeds, (1 - q) ** n, for q up to a half and n*q below 16."""
    step = q * _LOSS_STEPS
    whole = np.floor(step)
    cell = whole.astype(np.int64)
    step -= whole
    step *= _LOSS_SLOPE.take(cell)
    step += _LOSS.take(cell)
    t = n * q
    t *= step
    np.floor(t, whole)
    cell = whole.astype(np.int64)  # below 23 * 1024: n < 32 where q is a half
    t -= whole
    t *= DECAY_SLOPE.take(cell)
    t += DECAY.take(cell)
    return t


def _walk_table(u: Floats, mass: Floats, top: Floats, odds: Floats, last: int) -> Floats:
    """How many steps of the distribution function lie below u, for few cells: steps in blocks.

    The arithmetic is that of _walk_thinning, step by step, so both give the same draws.
    """
    multiply, add = np.multiply, np.add  # looked up once for some thirty calls
    total = np.empty((last + 1, len(u)))
    below = total[0]
    below[...] = mass
    for start in range(0, last, _BLOCK):
        end = min(start + _BLOCK, last)
        ratios = top * _INVERSE[start + 1 : end + 1, None]
        ratios -= odds
        for ratio, above in zip(ratios, total[start + 1 : end + 1], strict=True):
            multiply(mass, ratio, mass)
            below = add(below, mass, above)
        if not np.count_nonzero(u > below):
            total = total[: end + 1]
            break
    passed = (u > total).view("i1")  # at most 53 steps: they can be counted in a byte
    return passed.sum(axis=0, dtype="i1").astype(np.float64)


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
    chance, raw = p.reshape(-1), words.reshape(-1)
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
        out[big] = _quantile(size.take(big), rare.take(big), raw.take(big))
    if len(small):
        on, found = _inversion(size.take(small), rare.take(small), raw.take(small))
        out[small.take(on)] = found
    if len(common):
        out[common] = size[common] - out[common]
    return out.astype(np.int64).reshape(n.shape)


POISSON_TRIALS = 1 << 40


def poisson(mean: Floats, words: Words) -> Ints:
    """Poisson draws as binomials over 2**40 trials (they differ by less than 1e-9)."""
    trials = np.full(mean.shape, POISSON_TRIALS, dtype=np.int64)
    return binomial(trials, mean * (1.0 / POISSON_TRIALS), words)


def thin(counts: Ints, share: Floats, words: Words) -> Ints:
    """`counts` times a share, rounded at random so that the mean is exact: floor(c * share + u)."""
    part = uniform(words)
    part += counts.astype(np.float64) * share
    return part.astype(np.int64)  # nothing is negative here, so this rounds down


Luck = tuple[Floats, Floats, Floats]  # of a sample: a normal, its square less one, one in (0, 1)


def luck_of(words: Words) -> Luck:
    """What samples need of words: a coarse normal of the top bits, a uniform of the low ones."""
    z = Z_NODE.take((words >> _LOW).view(np.int64))
    u = (words & _LOW32).astype(np.float64)
    u += _HALF
    u *= _STEP32
    bend = z * z
    bend -= _ONE
    return z, bend, u


def sampled(counts: Floats, total: Floats, taken: Floats, luck: Luck) -> Floats:
    """How many of `counts` are in a fair sample of `taken` out of `total`: hypergeometric.

    Cornish-Fisher to first order on the hypergeometric quantile. The mean is exact at any size
    (rounded at random); the variance is right wherever it exceeds the rounding's own, 1/6.
    All arrays have one shape. The numbers are whole but doubles, as numpy takes twice as long over
    an operation on two types. `luck` is that of a word a cell (`luck_of`).

    Returns:
        Whole doubles, 0 <= result <= min(counts, taken).
    """
    z, bend, u = luck
    size = np.maximum(total, _ONE)
    share = taken / size
    part = counts / size
    drawn = counts * share
    variance = _ONE - part
    variance *= drawn
    scale = _ONE - share
    scale *= size
    size -= _ONE
    np.maximum(size, _ONE, out=size)
    scale /= size
    variance *= scale
    part += part
    lean = _ONE - part
    share += share
    lean *= _ONE - share
    lean *= (variance > _HALF).astype(np.float64)
    variance -= _ROUNDING
    np.maximum(variance, _NONE, out=variance)
    spread = np.sqrt(variance, variance)
    spread *= z
    drawn += spread
    lean *= bend
    lean *= _SIXTH
    drawn += lean
    drawn += u
    np.maximum(drawn, _NONE, out=drawn)
    np.floor(drawn, drawn)
    return np.minimum(drawn, np.minimum(counts, taken), out=drawn)
