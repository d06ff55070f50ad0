"""Each sampler against its exact law, from one trial to a billion, from rare to nearly certain."""

import math

import numpy as np
import pytest
from exact import (
    Fit,
    Law,
    binomial_law,
    chi_square_p,
    fit_of,
    hypergeometric_law,
    ks_p,
    poisson_law,
)
from numpy.typing import NDArray

from livegame.engine.samples import luck_of, sampled
from livegame.engine.sampling import VARIANCE_LIMIT, binomial, normal, poisson, thin, uniform

SHAPE = 100_000  # draws for the two tests of shape: what the module promises to withstand
LOWEST, HIGHEST = 0, 2**64 - 1
CHANCES = (1e-9, 1e-6, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, 1 - 1e-9)
SIZES = (1, 2, 20, 100, 1000, 10**5, 10**7, 10**9)
SWITCH = (1e-6, 0.01, 0.1, 0.3, 0.5, 0.7, 0.99)


def raw(count: int, key: int = 0) -> NDArray[np.uint64]:
    return np.random.Philox(key=np.array([key, 77], dtype=np.uint64)).random_raw(count)


def even(count: int) -> NDArray[np.uint64]:
    """Words spread evenly over their range: a draw's law without any noise."""
    return (np.arange(count, dtype=np.uint64) * np.uint64(2**64 // count)) + np.uint64(
        2**63 // count
    )


def draw(n: int, p: float, words: NDArray[np.uint64]) -> NDArray[np.int64]:
    return binomial(np.full(words.shape, n), np.full(words.shape, p), words)


def checked(n: int, p: float, draws: int = SHAPE) -> Fit:
    """Shape by the first 100,000 draws, mean and variance by all of them."""
    drawn, law = draw(n, p, raw(draws, n)), binomial_law(n, p)
    moments = fit_of(drawn, law)
    shape = drawn[:SHAPE]
    return Fit(chi_square_p(shape, law), ks_p(shape, law), moments.mean, moments.variance)


def beside_the_switch(p: float) -> tuple[int, int]:
    """Trials with a variance just below and just above the change of method."""
    n = VARIANCE_LIMIT / (p * (1.0 - p))
    return math.floor(n), math.floor(n) + 1


def variance_kept(n: int, p: float) -> float:
    """Variance of the draw's law (evenly spread words) as a share of the exact one."""
    drawn, law = draw(n, p, even(1 << 18)).astype(np.float64), binomial_law(n, p)
    return float(((drawn - law.mean) ** 2).mean()) / law.moment(2)


@pytest.mark.parametrize("p", CHANCES)
@pytest.mark.parametrize("n", SIZES)
def test_binomial_has_its_law(n: int, p: float) -> None:
    assert checked(n, p).good


@pytest.mark.parametrize("p", SWITCH)
def test_binomial_has_its_law_on_both_sides_of_the_switch(p: float) -> None:
    below, above = beside_the_switch(p)
    assert checked(below, p).good
    assert checked(above, p).good


@pytest.mark.parametrize("p", SWITCH)
def test_mean_and_variance_are_exact_above_the_switch(p: float) -> None:
    n = beside_the_switch(p)[1]
    drawn, law = draw(n, p, even(1 << 18)).astype(np.float64), binomial_law(n, p)
    assert abs(drawn.mean() - law.mean) < 2e-3 * math.sqrt(law.moment(2))
    assert variance_kept(n, p) == pytest.approx(1.0, abs=2e-3)


@pytest.mark.parametrize("p", SWITCH)
def test_no_value_is_off_by_more_than_a_thousandth_of_all_draws(p: float) -> None:
    n = beside_the_switch(p)[1]
    law, words = binomial_law(n, p), even(1 << 18)
    seen = np.bincount(draw(n, p, words) - law.first, minlength=len(law.mass)) / len(words)
    assert np.abs(np.cumsum(seen) - np.cumsum(law.mass)).max() < 1e-3


@pytest.mark.parametrize(("n", "p"), [(0, 0.5), (0, 1.0), (9, 0.0), (10**9, 0.0), (7, -0.25)])
def test_none_come_of_none_or_of_no_chance(n: int, p: float) -> None:
    assert not draw(n, p, raw(1000)).any()


@pytest.mark.parametrize(("n", "p"), [(1, 1.0), (10**9, 1.0), (12, 1.5)])
def test_all_come_where_the_chance_is_one(n: int, p: float) -> None:
    assert (draw(n, p, raw(1000)) == n).all()


@pytest.mark.parametrize("word", [LOWEST, HIGHEST])
@pytest.mark.parametrize("n", [1, 30, 33, 1000, 10**9, 2**40])
@pytest.mark.parametrize("p", [1e-12, 1e-9, 0.2, 0.5, 0.8, 1 - 1e-9])
def test_extreme_words_stay_within_the_trials(word: int, n: int, p: float) -> None:
    found = int(draw(n, p, np.array([word], dtype=np.uint64))[0])
    assert 0 <= found <= n


@pytest.mark.parametrize(("n", "p"), [(5, 0.3), (60, 0.4), (4000, 0.002), (10**6, 0.3)])
def test_a_larger_word_never_draws_less(n: int, p: float) -> None:
    assert (np.diff(draw(n, p, even(1 << 14))) >= 0).all()


@pytest.mark.parametrize(("n", "p"), [(40, 0.3), (10**5, 0.2)])
def test_likely_and_unlikely_mirror_each_other(n: int, p: float) -> None:
    words = raw(2000)
    assert np.array_equal(draw(n, p, words), n - draw(n, 1.0 - p, words))


def test_a_draw_does_not_depend_on_its_neighbours() -> None:
    rng = np.random.default_rng(3)
    n = rng.integers(0, 400, 6000)
    p, words = rng.random(6000) ** 3, raw(6000)
    together = binomial(n, p, words)
    alone = [binomial(n[i : i + 7], p[i : i + 7], words[i : i + 7]) for i in range(0, 6000, 7)]
    assert np.array_equal(together, np.concatenate(alone))


def test_the_shape_of_the_arrays_does_not_matter() -> None:
    n, p, words = np.full((4, 3, 5), 90), np.full((4, 3, 5), 0.3), raw(60).reshape(4, 3, 5)
    flat = binomial(n.reshape(-1), p.reshape(-1), words.reshape(-1))
    assert np.array_equal(binomial(n, p, words), flat.reshape(4, 3, 5))


@pytest.mark.parametrize("mean", [1e-9, 1e-3, 0.3, 2.0, 7.99, 8.01, 30.0, 1e4, 1e7])
def test_poisson_has_its_law(mean: float) -> None:
    drawn = poisson(np.full(SHAPE, mean), raw(SHAPE, int(mean * 1000)))
    assert fit_of(drawn, poisson_law(mean)).good


def test_poisson_of_no_mean_is_nothing() -> None:
    assert not poisson(np.zeros(1000), raw(1000)).any()


@pytest.mark.parametrize(
    ("count", "share"), [(1, 0.37), (10, 0.999), (12345, 0.00001), (10**9, 0.7)]
)
def test_thin_rounds_at_random_so_that_the_mean_is_exact(count: int, share: float) -> None:
    exact = count * share
    up = exact - math.floor(exact)
    law = Law(math.floor(exact), np.array([1.0 - up, up]))
    drawn = thin(np.full(SHAPE, count), np.full(SHAPE, share), raw(SHAPE, 8))
    assert set(drawn.tolist()) <= {math.floor(exact), math.floor(exact) + 1}
    assert fit_of(drawn, law).good


@pytest.mark.parametrize("share", [0.0, 1.0])
@pytest.mark.parametrize("count", [0, 1, 1000, 10**9])
def test_thin_keeps_all_or_none_exactly(share: float, count: int) -> None:
    words = even(1 << 12)
    kept = thin(np.full(words.shape, count), np.full(words.shape, share), words)
    assert (kept == int(share) * count).all()


def test_uniforms_lie_strictly_between_nought_and_one() -> None:
    ends = uniform(np.array([LOWEST, HIGHEST], dtype=np.uint64))
    assert 0.0 < ends[0] < 1e-15
    assert 1.0 - 1e-15 < ends[1] < 1.0


def test_normals_are_normal() -> None:
    z = normal(even(1 << 20))
    moments = [float((z**k).mean()) for k in (1, 2, 3, 4)]
    assert moments == pytest.approx([0.0, 1.0, 0.0, 3.0], abs=2e-2)
    assert moments[:2] == pytest.approx([0.0, 1.0], abs=1e-4)
    assert np.abs(z).max() < 4.4


def sample(counts: int, total: int, taken: int, words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Draws for one cell: `counts` of `total` people, `taken` of whom are sampled."""
    shape = words.shape
    drawn = sampled(
        np.full(shape, float(counts)),
        np.full(shape, float(total)),
        np.full(shape, float(taken)),
        luck_of(words),
    )
    assert (drawn == np.floor(drawn)).all()
    return drawn.astype(np.int64)


@pytest.mark.parametrize(
    ("counts", "total", "taken"),
    [(3000, 6000, 5900), (3000, 6000, 3000), (20_000, 66_000, 65_300), (900, 40_000, 20_000)],
)
def test_a_fair_sample_has_its_law(counts: int, total: int, taken: int) -> None:
    drawn = sample(counts, total, taken, raw(SHAPE, counts))
    assert fit_of(drawn, hypergeometric_law(counts, total, taken)).good


@pytest.mark.parametrize(("counts", "total", "taken"), [(300, 600, 580), (40, 10**6, 5 * 10**5)])
def test_a_small_sample_has_its_mean_and_variance(counts: int, total: int, taken: int) -> None:
    found = fit_of(
        sample(counts, total, taken, raw(SHAPE, counts)), hypergeometric_law(counts, total, taken)
    )
    assert max(abs(found.mean), abs(found.variance)) < 4.0


def test_a_sample_of_a_billion_has_its_mean_and_variance() -> None:
    counts, total, taken = 10**8, 10**9, 9 * 10**8
    share = taken / total
    variance = counts * share * (1.0 - share) * (total - counts) / (total - 1)
    drawn = sample(counts, total, taken, even(1 << 18))
    assert drawn.mean() == pytest.approx(counts * share, abs=0.01 * math.sqrt(variance))
    assert drawn.var() == pytest.approx(variance, rel=2e-3)


@pytest.mark.parametrize(("counts", "total"), [(0, 0), (0, 10), (7, 10), (10, 10), (10**8, 10**9)])
def test_all_of_a_room_that_stays_and_none_of_one_that_empties(counts: int, total: int) -> None:
    words = even(1 << 10)
    assert (sample(counts, total, total, words) == counts).all()
    assert (sample(counts, total, 0, words) == 0).all()


@pytest.mark.parametrize("word", [LOWEST, HIGHEST])
def test_a_sample_never_holds_more_than_there_are(word: int) -> None:
    words = np.array([word], dtype=np.uint64)
    for counts, total, taken in ((1, 2, 1), (5, 60, 58), (59, 60, 58), (10**8, 10**9, 9)):
        assert 0 <= int(sample(counts, total, taken, words)[0]) <= counts
