"""The yardstick itself: exact laws against closed forms, p-values against tables."""

import math

import numpy as np
import pytest
from exact import (
    binomial_law,
    chi_square_p,
    fit_of,
    hypergeometric_law,
    kolmogorov_p,
    ks_p,
    poisson_law,
    upper_gamma,
)


@pytest.mark.parametrize(("n", "p"), [(1, 0.5), (7, 0.2), (60, 0.93), (500, 0.01)])
def test_binomial_law_is_the_closed_form(n: int, p: float) -> None:
    law = binomial_law(n, p)
    for value, mass in zip(law.values, law.mass, strict=True):
        k = int(value)
        assert mass == pytest.approx(math.comb(n, k) * p**k * (1 - p) ** (n - k), rel=1e-10)


def test_binomial_law_of_a_billion_trials_is_that_of_lgamma() -> None:
    n, p = 10**9, 0.3
    law = binomial_law(n, p)
    for k in (299_950_000, 300_000_000, 300_040_000):
        log = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
        log += k * math.log(p) + (n - k) * math.log1p(-p)
        assert law.mass[k - law.first] == pytest.approx(math.exp(log), rel=1e-4)


@pytest.mark.parametrize("mean", [0.01, 3.0, 40.0])
def test_poisson_law_is_the_closed_form(mean: float) -> None:
    law = poisson_law(mean)
    for k in range(12):
        log = k * math.log(mean) - mean - math.lgamma(k + 1)
        assert law.mass[k - law.first] == pytest.approx(math.exp(log), rel=1e-10)


@pytest.mark.parametrize(("counts", "total", "taken"), [(3, 10, 4), (40, 60, 55), (7, 7, 3)])
def test_hypergeometric_law_is_the_closed_form(counts: int, total: int, taken: int) -> None:
    law = hypergeometric_law(counts, total, taken)
    for value, mass in zip(law.values, law.mass, strict=True):
        ways = math.comb(counts, int(value)) * math.comb(total - counts, taken - int(value))
        assert mass == pytest.approx(ways / math.comb(total, taken), rel=1e-10)


@pytest.mark.parametrize(
    ("cells", "limit", "p"), [(1, 3.841, 0.05), (10, 23.209, 0.01), (100, 149.449, 0.001)]
)
def test_upper_gamma_gives_the_tabled_chi_square_quantiles(
    cells: int, limit: float, p: float
) -> None:
    assert upper_gamma(cells / 2, limit / 2) == pytest.approx(p, rel=1e-3)


def test_kolmogorov_gives_the_tabled_quantile() -> None:
    assert kolmogorov_p(1.358 / math.sqrt(1e6), 1e6) == pytest.approx(0.05, rel=2e-2)


def test_draws_from_the_law_pass_and_p_values_are_uniform() -> None:
    law = binomial_law(40, 0.3)
    rng = np.random.default_rng(7)
    found = [chi_square_p(rng.binomial(40, 0.3, 5000), law) for _ in range(300)]
    assert 0.4 < np.mean(found) < 0.6
    assert 0.2 < np.mean(np.array(found) < 0.25) < 0.31


def test_draws_from_a_slightly_wider_law_fail() -> None:
    law = binomial_law(1000, 0.3)
    rng = np.random.default_rng(7)
    wide = np.rint(300 + (rng.binomial(1000, 0.3, 100_000) - 300) * math.sqrt(1.1))
    drawn = wide.astype(np.int64)
    assert not fit_of(drawn, law).good
    assert chi_square_p(drawn, law) < 1e-6
    assert ks_p(drawn, law) < 1e-2
