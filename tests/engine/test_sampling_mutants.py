"""The tests of the sampler can fail: each spoilt sampler does fail them."""

import numpy as np
import pytest
from numpy.typing import NDArray
from test_sampling import beside_the_switch, checked, draw, even, raw, variance_kept

from livegame.engine import sampling

Floats = NDArray[np.float64]
MILLION = 1_000_000


def spoil(
    patch: pytest.MonkeyPatch, *, wider: float = 1.0, sheppard: float = 1.0, lean: float = 1.0
) -> None:
    """Replace the method for large variances by one with a wrong part."""

    def quantile(n: Floats, q: Floats, words: NDArray[np.uint64]) -> Floats:
        z = sampling.normal(words)
        variance = n * q * (1.0 - q)
        square = z * z
        tilt = (1.0 - 2.0 * q) * lean
        spread = np.sqrt(wider * variance - sheppard / 12.0)
        peak = z * ((square - 3.0) * (1.0 - 6.0 * q * (1.0 - q)) / 24.0)
        bend = z * ((2.0 * square - 5.0) * tilt * tilt / 36.0)
        x = n * q + spread * z + tilt * (square - 1.0) / 6.0 + (peak - bend) / spread
        return np.minimum(np.maximum(np.floor(x + 0.5), 0.0), n)

    patch.setattr(sampling, "_quantile", quantile)


def test_the_replacement_without_a_fault_passes_and_draws_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = raw(50_000, 1)
    before = draw(100_000, 0.01, words)
    spoil(monkeypatch)
    assert np.array_equal(draw(100_000, 0.01, words), before)
    assert checked(100_000, 0.01).good


@pytest.mark.parametrize(("n", "p"), [(100, 0.5), (100_000, 0.01), (10**9, 0.3)])
def test_a_tenth_more_variance_is_found(n: int, p: float, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch, wider=1.1)
    found = checked(n, p)
    assert not found.good
    assert found.variance > 10.0


@pytest.mark.parametrize(("n", "p"), [(100, 0.5), (10**9, 0.3)])
def test_a_tenth_less_variance_is_found(n: int, p: float, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch, wider=0.9)
    assert checked(n, p).variance < -10.0


@pytest.mark.parametrize("p", [0.01, 0.3, 0.5])
def test_forgetting_sheppards_correction_is_found(
    p: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    n = beside_the_switch(p)[1]
    assert checked(n, p, MILLION).variance < 4.0
    spoil(monkeypatch, sheppard=0.0)
    assert checked(n, p, MILLION).variance > 4.0
    assert variance_kept(n, p) > 1.005


@pytest.mark.parametrize(("n", "p"), [(1212, 0.01), (100_000, 0.001)])
def test_forgetting_the_skew_is_found(n: int, p: float, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch, lean=0.0)
    found = checked(n, p)
    assert not found.good
    assert found.chi < 1e-6


def test_a_walk_that_stops_short_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "_CAP_BASE", 3.0)
    monkeypatch.setattr(sampling, "_CAP_SLOPE", 1.0)
    assert not checked(1000, 0.004).good


def test_a_uniform_that_is_half_a_per_cent_short_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    honest = sampling.uniform
    monkeypatch.setattr(sampling, "uniform", lambda words: honest(words) * 0.995)
    assert not checked(20, 0.3).good


def test_even_words_are_even() -> None:
    share = sampling.uniform(even(1 << 10))
    assert np.abs(np.diff(share) - 2.0**-10).max() < 1e-12
