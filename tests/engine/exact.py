"""Exact distributions and the two tests of fit, written from their definitions."""

import math
from collections.abc import Callable

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@frozen(eq=False)
class Law:
    """A distribution on first, first + 1, ...: its probabilities, which add up to one."""

    first: int
    mass: Floats

    @property
    def values(self) -> Floats:
        return self.first + np.arange(len(self.mass), dtype=np.float64)

    @property
    def mean(self) -> float:
        return float(self.first + np.dot(np.arange(len(self.mass)), self.mass))

    def moment(self, power: int) -> float:
        """Central moment."""
        return float(np.dot((self.values - self.mean) ** power, self.mass))

    def below(self, x: Ints) -> Floats:
        """P(X <= x)."""
        total = np.concatenate([[0.0], np.cumsum(self.mass)])
        return total[np.clip(x - self.first + 1, 0, len(self.mass))]


def _around(mode: int, last: float, up: Callable[[Floats], Floats], reach: int) -> Law:
    """The law with p(k+1) = p(k) * up(k), from its mode `reach` steps to either side."""
    low, high = max(0, mode - reach), int(min(last, mode + reach))
    rising = np.cumprod(up(np.arange(mode, high, dtype=np.float64)))
    falling = np.cumprod(1.0 / up(np.arange(mode - 1, low - 1, -1, dtype=np.float64)))
    mass = np.concatenate([falling[::-1], [1.0], rising])
    return Law(low, mass / mass.sum())


def binomial_law(n: int, p: float) -> Law:
    if p <= 0.0 or p >= 1.0 or n == 0:
        return Law(n if p >= 1.0 else 0, np.ones(1))
    odds = p / (1.0 - p)
    reach = 60 + int(16 * math.sqrt(n * p * (1.0 - p)))
    return _around(int((n + 1) * p), n, lambda k: (n - k) / (k + 1.0) * odds, reach)


def poisson_law(mean: float) -> Law:
    if mean <= 0.0:
        return Law(0, np.ones(1))
    reach = 60 + int(16 * math.sqrt(mean))
    return _around(int(mean), math.inf, lambda k: mean / (k + 1.0), reach)


def hypergeometric_law(counts: int, total: int, taken: int) -> Law:
    """How many of `counts` are among `taken` out of `total`."""
    low, high = max(0, counts + taken - total), min(counts, taken)
    k = np.arange(low, high, dtype=np.float64)
    up = (counts - k) * (taken - k) / ((k + 1.0) * (total - counts - taken + k + 1.0))
    logs = np.concatenate([[0.0], np.cumsum(np.log(up))])
    mass = np.exp(logs - logs.max())
    return Law(low, mass / mass.sum())


def upper_gamma(a: float, x: float) -> float:
    """Q(a, x), the regularised upper incomplete gamma function."""
    if x <= 0.0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1.0:
        term = total = 1.0 / a
        for n in range(1, 100_000):
            term *= x / (a + n)
            total += term
            if term < total * 1e-15:
                break
        return 1.0 - front * total
    b = x + 1.0 - a  # Lentz's continued fraction
    c, d = 1e300, 1.0 / b
    value = d
    for n in range(1, 100_000):
        an = -n * (n - a)
        b += 2.0
        d = 1.0 / (an * d + b)
        c = b + an / c
        value *= d * c
        if abs(d * c - 1.0) < 1e-15:
            break
    return front * value


def chi_square_p(drawn: Ints, law: Law, least: float = 20.0) -> float:
    """p-value of Pearson's test; neighbouring values are pooled until each cell expects `least`."""
    expected = law.mass * len(drawn)
    at = np.clip(drawn - law.first, 0, len(law.mass) - 1)
    seen = np.bincount(at, minlength=len(law.mass)).astype(np.float64)
    cell = np.minimum(np.floor(np.cumsum(expected) / least), np.floor(len(drawn) / least) - 1)
    cell = np.unique(cell, return_inverse=True)[1]
    want, got = np.bincount(cell, expected), np.bincount(cell, seen)
    while len(want) > 1 and want[-1] < least:
        want[-2:-1] += want[-1]
        got[-2:-1] += got[-1]
        want, got = want[:-1], got[:-1]
    if len(want) < 2:
        return 1.0
    return upper_gamma((len(want) - 1) / 2.0, float(((got - want) ** 2 / want).sum()) / 2.0)


def kolmogorov_p(distance: float, size: float) -> float:
    """p-value of a Kolmogorov-Smirnov distance; conservative where the law is discrete."""
    root = distance * (math.sqrt(size) + 0.12 + 0.11 / math.sqrt(size))
    if root < 0.2:
        return 1.0
    terms = ((-1) ** (k - 1) * math.exp(-2.0 * (k * root) ** 2) for k in range(1, 101))
    return min(1.0, max(0.0, 2.0 * sum(terms)))


def ks_p(drawn: Ints, law: Law) -> float:
    """p-value of the largest gap between the drawn and the exact distribution functions."""
    values, counts = np.unique(drawn, return_counts=True)
    seen = np.cumsum(counts) / len(drawn)
    gap = np.maximum(
        np.abs(seen - law.below(values)),
        np.abs(np.concatenate([[0.0], seen[:-1]]) - law.below(values - 1)),
    )
    return kolmogorov_p(float(gap.max()), len(drawn))


@frozen
class Fit:
    """How well draws fit a law: two p-values, and mean and variance in standard errors."""

    chi: float
    ks: float
    mean: float
    variance: float

    @property
    def good(self) -> bool:
        """Nothing that a draw from the law itself would show less than once in 10,000 times."""
        off = max(abs(self.mean), abs(self.variance))
        return min(self.chi, self.ks) > 1e-4 and off < 4.0


def fit_of(drawn: Ints, law: Law) -> Fit:
    size, centre, second = len(drawn), law.mean, law.moment(2)
    away = drawn.astype(np.float64) - centre
    wobble = math.sqrt(max(law.moment(4) - second**2, 1e-300) / size)
    still = second == 0.0 and not away.any()
    return Fit(
        chi=chi_square_p(drawn, law),
        ks=ks_p(drawn, law),
        mean=0.0 if still else float(away.mean()) / math.sqrt(max(second, 1e-300) / size),
        variance=0.0 if still else (float((away**2).mean()) - second) / wobble,
    )


def homogeneity_p(a: Ints, b: Ints, least: int = 40) -> float:
    """p-value of Pearson's test that two samples come from one law; cells pooled to `least`."""
    values, counts = np.unique(np.concatenate([a, b]), return_counts=True)
    cell = np.minimum(np.cumsum(counts) // least, max(counts.sum() // least - 1, 0))
    cell = np.unique(cell, return_inverse=True)[1]
    both = [np.bincount(cell[np.searchsorted(values, x)], minlength=cell.max() + 1) for x in (a, b)]
    table = np.array(both, dtype=np.float64)
    if table.shape[1] < 2:
        return 1.0
    expected = table.sum(axis=1)[:, None] * table.sum(axis=0) / table.sum()
    return upper_gamma(
        (table.shape[1] - 1) / 2.0, float(((table - expected) ** 2 / expected).sum()) / 2.0
    )


def two_sample(a: Ints, b: Ints) -> Fit:
    """Do two samples come from one law? Mean and variance of `a` against `b`."""
    values = np.unique(np.concatenate([a, b]))
    gaps = [np.searchsorted(np.sort(x), values, side="right") / len(x) for x in (a, b)]
    size = len(a) * len(b) / (len(a) + len(b))
    centre = float(np.concatenate([a, b]).mean())
    x, y = a - centre, b - centre
    moments = [(float(z.mean()), float((z * z).mean()), float((z**4).mean())) for z in (x, y)]
    variances = [second - mean * mean for mean, second, _ in moments]
    wobbles = [
        max(fourth - second**2, 1e-300) / len(z)
        for (_, second, fourth), z in zip(moments, (x, y), strict=True)
    ]
    error = math.sqrt(max(variances[0] / len(a) + variances[1] / len(b), 1e-300))
    return Fit(
        chi=homogeneity_p(a, b),
        ks=kolmogorov_p(float(np.abs(gaps[0] - gaps[1]).max()), size),
        mean=(moments[0][0] - moments[1][0]) / error,
        variance=(variances[0] - variances[1]) / math.sqrt(sum(wobbles)),
    )
