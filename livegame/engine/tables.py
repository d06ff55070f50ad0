"""Curves as tables, built from IEEE + - * / and sqrt alone, so that every machine has the same.

Library exp, log and quantile functions differ between CPUs and numpy versions in the last bit; a
product or a quotient of two doubles does not. The tests hold each table against the exact
function and against one digest.

Levels are integers in Q16: 65536 stands for 1.
"""

import numpy as np
from numpy.typing import NDArray

from livegame.engine import constants
from livegame.engine.constants import fixed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ONE = constants.ONE

LN2 = 0.6931471805599453
_EXP_STEP = 1024  # entries per unit of the exponent
_EXP_LOW, _EXP_HIGH = -16, 6
_EXP_SHIFT: Ints = fixed(6)  # Q16 argument to table index: 65536 / 1024 = 2**6
_EXP_SHIFT_Q32: Ints = fixed(6 + 16)


def ln(x: Floats) -> Floats:
    """Natural logarithm of positive doubles, relative error below 1e-12, portable.

    Halves the mantissa to [sqrt(1/2), sqrt(2)] and sums the series of 2*artanh((m-1)/(m+1)).
    """
    mantissa, exponent = np.frexp(x)
    low = mantissa < 0.7071067811865476
    mantissa = np.where(low, mantissa * 2.0, mantissa)
    power = exponent.astype(np.float64) - low
    z = (mantissa - 1.0) / (mantissa + 1.0)
    square = z * z
    series = np.full_like(square, 1.0 / 23.0)
    for odd in range(21, 0, -2):
        series = series * square + 1.0 / odd
    return power * LN2 + 2.0 * z * series


def _exp_small(x: Floats) -> Floats:
    """exp on [-1, 1] by its Taylor series in Horner form."""
    total = np.ones_like(x)
    for n in range(24, 0, -1):
        total = 1.0 + x * total / n
    return total


def exp_below(x: float) -> float:
    """exp of one number up to 0, portable: halved until it is small, then squared back."""
    halvings = 0
    while x < -1.0:
        x, halvings = x / 2.0, halvings + 1
    value = float(_exp_small(np.array([x]))[0])
    for _ in range(halvings):
        value *= value
    return value


def _exp_grid(low: int, high: int, step: int) -> Floats:
    """exp at low, low + 1/step, ..., high: a power of e times a fraction in [0, 1)."""
    e = _exp_small(np.array([1.0]))[0]
    wholes = [1.0]
    for _ in range(max(-low, high)):
        wholes.append(wholes[-1] * float(e))
    whole = np.array([1.0 / wholes[-k] if k < 0 else wholes[k] for k in range(low, high)])
    part = _exp_small(np.arange(step, dtype=np.float64) / step)
    grid = (whole[:, None] * part[None, :]).reshape(-1)
    return np.append(grid, wholes[high])


EXP = _exp_grid(_EXP_LOW, _EXP_HIGH, _EXP_STEP)
_EXP_ZERO: Ints = fixed(-_EXP_LOW * _EXP_STEP)
_EXP_LAST = len(EXP) - 1
_EXP_LEVEL: Ints = (EXP * ONE).astype(np.int64)


def exp_q16(x: Ints) -> Floats:
    """exp of a Q16 exponent, clipped to [-16, 6], to the nearest 1/1024 below."""
    at = x >> _EXP_SHIFT
    at += _EXP_ZERO
    return EXP.take(at, None, None, "clip")  # by place, which numpy reads quicker than by name


def exp_q32(x: Ints) -> Floats:
    """The same of an exponent in Q32, as products of two levels are."""
    at = x >> _EXP_SHIFT_Q32
    at += _EXP_ZERO
    return EXP.take(at, None, None, "clip")


def exp_level(x: Ints) -> Ints:
    """The same of a Q16 exponent as a level: in Q16, rounded down."""
    at = x >> _EXP_SHIFT
    at += _EXP_ZERO
    return _EXP_LEVEL.take(at, None, None, "clip")


LN_STEPS = 4096
_LN_STEPS: Ints = fixed(LN_STEPS)
_ratios = np.maximum(np.arange(LN_STEPS * 4 + 1, dtype=np.float64), 1.0) / LN_STEPS
LN_RATIO: Ints = np.floor(ln(_ratios) * ONE + 0.5).astype(np.int64)


def ln_ratio(part: Ints, whole: Ints, table: Ints = LN_RATIO) -> Ints:
    """ln(part / whole) in Q16 for part/whole in [1/4096, 4], clipped outside; whole > 0.

    `table` may hold a function of each of the logarithms instead.
    """
    return table.take(part * _LN_STEPS // whole, None, None, "clip")


_COUNT_STEPS = 64
_COUNT_SHIFT: Ints = fixed(6)  # steps of a unit: 2**6


_counts = 1.0 + np.arange(_COUNT_STEPS * _COUNT_STEPS + 1, dtype=np.float64) / _COUNT_STEPS
LN_COUNT: Ints = np.floor(ln(_counts) * ONE + 0.5).astype(np.int64)


def ln_count(count: Ints, unit: int | Ints, table: Ints = LN_COUNT) -> Ints:
    """ln(1 + count/unit) in Q16 for count >= 0, up to ln(65), then flat; steps of unit/64.

    `table` may hold a function of each of the logarithms instead.
    """
    return table.take((count << _COUNT_SHIFT) // unit, None, None, "clip")


# -------------------------------------------------------------------------- normal quantile
Z_BITS = 14
_Z_CELLS = 1 << Z_BITS
_CENTRAL = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)  # fmt: skip
_MIDDLE = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
     1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
     1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
     0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
     2.05319162663775882187, 1.0),
)  # fmt: skip


def _ratio(tops_bottoms: tuple[tuple[float, ...], tuple[float, ...]], x: Floats) -> Floats:
    values = []
    for row in tops_bottoms:
        total = np.zeros_like(x)
        for c in row:
            total = total * x + c
        values.append(total)
    return values[0] / values[1]


def normal_quantile(u: Floats) -> Floats:
    """Standard normal quantile for u in [1e-10, 1 - 1e-10]: Wichura, AS 241 (1988), two regions."""
    q = u - 0.5
    central = q * _ratio(_CENTRAL, 0.180625 - q * q)
    tail = np.minimum(u, 1.0 - u)
    r = np.sqrt(-ln(tail)) - 1.6
    outer = _ratio(_MIDDLE, r)
    outer = np.where(q < 0.0, -outer, outer)
    return np.where(np.abs(q) <= 0.425, central, outer)


def _z_nodes() -> Floats:
    inner = np.arange(1, _Z_CELLS, dtype=np.float64) / _Z_CELLS
    z = normal_quantile(inner)
    # The two end cells are straight lines whose mean is that of the normal tail beyond them.
    end = 2.0 * 4.0797 - float(z[-1])
    return np.concatenate([[-end], z, [end]])


Z_NODE = _z_nodes()
Z_SLOPE = Z_NODE[1:] - Z_NODE[:-1]

# -ln(1 - q) / q on [0, 1/2], with linear steps of 1/8192: relative error below 1e-8.
LOSS_STEPS = 8192
_losses = np.arange(1, LOSS_STEPS // 2 + 2, dtype=np.float64) / LOSS_STEPS
LOSS = np.concatenate([[1.0], -ln(1.0 - _losses) / _losses])
LOSS_SLOPE = LOSS[1:] - LOSS[:-1]

# exp(-t) on [0, 24) with linear steps of 1/1024: relative error below 1.3e-7.
DECAY = _exp_grid(-24, 0, _EXP_STEP)[::-1].copy()
DECAY_SLOPE = DECAY[1:] - DECAY[:-1]
