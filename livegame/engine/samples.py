"""Fair samples: how many of some of a crowd are among those who are taken out of it.

Hypergeometric draws by portable arithmetic, one word each, like those of `sampling`.
"""

from functools import lru_cache

import numpy as np

from livegame.engine.chance import Words
from livegame.engine.constants import fixed
from livegame.engine.sampling import LOW
from livegame.engine.tables import Z_NODE, Floats

_LOW32, _STEP32 = fixed(np.uint64(0xFFFFFFFF)), fixed(2.0**-32)
_HALF, _ONE, _SIXTH = fixed(0.5), fixed(1.0), fixed(1.0 / 6.0)
_ROUNDING = fixed(1.0 / 6.0)  # twice the variance that rounding one number at random adds


@lru_cache(maxsize=16)
def _everywhere(value: float, shape: tuple[int, ...]) -> Floats:
    """A bound for each cell: numpy finds the greater of two rows in a quarter of the time that it
    takes for a row and a single number."""
    bounds = np.full(shape, value)
    bounds.flags.writeable = False
    return bounds


Luck = tuple[Floats, Floats, Floats]  # of a sample: a normal, its square less one, one in (0, 1)


def luck_of(words: Words) -> Luck:
    """What samples need of words: a coarse normal of the top bits, a uniform of the low ones."""
    z = Z_NODE[(words >> LOW).view(np.int64)]
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
    none, one = _everywhere(0.0, counts.shape), _everywhere(1.0, counts.shape)
    size = np.maximum(total, one)
    share = taken / size
    part = counts / size
    drawn = counts * share
    variance = _ONE - part
    variance *= drawn
    scale = _ONE - share
    scale *= size
    size -= _ONE
    np.maximum(size, one, out=size)
    scale /= size
    variance *= scale
    part += part
    lean = _ONE - part
    share += share
    lean *= _ONE - share
    lean *= variance > _HALF
    variance -= _ROUNDING
    np.maximum(variance, none, out=variance)
    spread = np.sqrt(variance, variance)
    spread *= z
    drawn += spread
    lean *= bend
    lean *= _SIXTH
    drawn += lean
    drawn += u
    np.maximum(drawn, none, out=drawn)
    np.floor(drawn, drawn)
    return np.minimum(drawn, np.minimum(counts, taken), out=drawn)
