"""Each table against the exact function, within a stated error; and all of them bit by bit."""

import hashlib
import math
from statistics import NormalDist

import numpy as np
import pytest

from livegame.engine import tables
from livegame.engine.tables import ONE

TABLES = ("EXP", "LN_RATIO", "LN_COUNT", "Z_NODE", "Z_SLOPE", "LOSS", "LOSS_SLOPE", "DECAY",
          "DECAY_SLOPE")  # fmt: skip
DIGEST = "e1d6a4bf5193b5d07f3a8ebafed3001227c5cf977aa83ecfe96fec0af1a38c90"


def spread(low: float, high: float, count: int = 4001) -> list[float]:
    return [low + (high - low) * i / (count - 1) for i in range(count)]


def test_ln_is_exact_to_a_millionth_of_a_millionth() -> None:
    x = [10.0**e for e in spread(-12, 12)]
    found = tables.ln(np.array(x))
    for value, here in zip(x, found, strict=True):
        assert here == pytest.approx(math.log(value), rel=1e-12, abs=1e-13)


def test_exp_falls_short_by_at_most_a_step_of_its_exponent() -> None:
    x = np.arange(-16 * ONE, 6 * ONE, 97, dtype=np.int64)
    exact = np.array([math.exp(v / ONE) for v in x.tolist()])
    ratio = tables.exp_q16(x) / exact
    assert ratio.max() <= 1.0 + 1e-13
    assert ratio.min() >= math.exp(-1.0 / 1024) - 1e-13


@pytest.mark.parametrize("sixteenths", [-16, -7, -1, 0, 1, 2, 5])
def test_exp_of_whole_exponents_is_exact(sixteenths: int) -> None:
    found = float(tables.exp_q16(np.array([sixteenths * ONE]))[0])
    assert found == pytest.approx(math.exp(sixteenths), rel=2e-14)


def test_exp_is_clipped_outside_its_range() -> None:
    ends = tables.exp_q16(np.array([-(10**9), -16 * ONE, 6 * ONE, 10**9]))
    assert ends[0] == ends[1] == pytest.approx(math.exp(-16), rel=1e-13)
    assert ends[2] == ends[3] == pytest.approx(math.exp(6), rel=1e-13)


def test_ln_ratio_is_right_to_the_step_of_its_table() -> None:
    usual = np.full(3000, 6900, dtype=np.int64)
    price = np.arange(1725, 1725 + 3000 * 8, 8, dtype=np.int64)
    found = tables.ln_ratio(usual, price) / ONE
    for asked, here in zip(price.tolist(), found.tolist(), strict=True):
        step = 1.0 / 4096 / (6900 / asked)  # one entry of the table, as a relative error
        assert -step - 1e-4 <= here - math.log(6900 / asked) <= 1e-4


def test_ln_ratio_of_equals_is_nought() -> None:
    assert tables.ln_ratio(np.array([1, 6900, 10**9]), np.array([1, 6900, 10**9])).tolist() == [
        0,
        0,
        0,
    ]


def test_ln_ratio_is_clipped_below_a_4096th_and_above_four() -> None:
    found = tables.ln_ratio(np.array([1, 9 * 10**9]), np.array([10**9, 1])) / ONE
    assert found.tolist() == pytest.approx([math.log(1 / 4096), math.log(4)], abs=1e-4)


def test_ln_count_is_right_to_the_step_of_its_table() -> None:
    unit = 20 * 256
    count = np.arange(0, 64 * unit, 331, dtype=np.int64)
    found = tables.ln_count(count, unit) / ONE
    for packs, here in zip(count.tolist(), found.tolist(), strict=True):
        exact = math.log1p(packs / unit)
        assert -1.0 / 64 / (1 + packs / unit) - 1e-4 <= here - exact <= 1e-4


def test_ln_count_is_flat_beyond_sixty_four_units() -> None:
    found = tables.ln_count(np.array([64 * 20, 10**12]), 20) / ONE
    assert found.tolist() == pytest.approx([math.log(65)] * 2, abs=1e-4)


def test_normal_quantile_is_exact_to_a_billionth() -> None:
    u = [*spread(1e-6, 1 - 1e-6), *(10.0**-e for e in range(1, 11))]
    found = tables.normal_quantile(np.array(u))
    exact = NormalDist()
    for share, here in zip(u, found, strict=True):
        assert here == pytest.approx(exact.inv_cdf(share), abs=1e-9, rel=1e-9)


def test_nodes_of_the_normal_are_its_quantiles() -> None:
    cells = 1 << tables.Z_BITS
    assert len(tables.Z_NODE) == cells + 1
    exact = [NormalDist().inv_cdf(i / cells) for i in range(1, cells)]
    assert np.abs(tables.Z_NODE[1:-1] - exact).max() < 1e-9


def test_nodes_of_the_normal_rise_and_mirror_each_other() -> None:
    assert (tables.Z_SLOPE > 0).all()
    assert np.abs(tables.Z_NODE + tables.Z_NODE[::-1]).max() < 1e-9


def test_the_straight_pieces_have_the_normals_variance() -> None:
    a, b = tables.Z_NODE[:-1], tables.Z_NODE[1:]
    second = ((a * a + a * b + b * b) / 3.0).mean()
    assert second == pytest.approx(1.0, abs=1e-4)


def test_loss_is_the_log_of_what_remains() -> None:
    q = np.array(spread(0.0, 0.5)[1:])
    step = q * tables.LOSS_STEPS
    cell = step.astype(np.int64)
    found = tables.LOSS[cell] + tables.LOSS_SLOPE[cell] * (step - cell)
    for share, here in zip(q.tolist(), found.tolist(), strict=True):
        assert here == pytest.approx(-math.log1p(-share) / share, rel=1e-8)


def test_decay_is_the_exponential_between_its_nodes_too() -> None:
    last = (len(tables.DECAY) - 1) // 1024
    t = np.array(spread(0.0, last - 0.001, 9001))
    cell = (t * 1024.0).astype(np.int64)
    found = tables.DECAY[cell] + tables.DECAY_SLOPE[cell] * (t * 1024.0 - cell)
    for time, here in zip(t.tolist(), found.tolist(), strict=True):
        assert here == pytest.approx(math.exp(-time), rel=1.3e-7)


def test_every_table_is_the_same_to_the_last_bit() -> None:
    """The digest changes only together with the rules version."""
    digest = hashlib.sha256()
    for name in TABLES:
        table = getattr(tables, name)
        kind = "<i8" if table.dtype.kind == "i" else "<f8"
        digest.update(f"{name}{table.shape}".encode() + table.astype(kind).tobytes())
    assert digest.hexdigest() == DIGEST


def test_no_table_was_forgotten() -> None:
    there = {n for n in vars(tables) if isinstance(getattr(tables, n), np.ndarray) and n[0] != "_"}
    assert there == set(TABLES)
