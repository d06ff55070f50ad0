"""Cohorts: the ripest leave first, ageing loses nobody, spoiling follows its chance."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from livegame.engine.days.chance import day_words
from livegame.engine.days.cohorts import gone_bad, older, take_oldest

packs = hnp.arrays(np.int64, (3, 6), elements=st.integers(0, 10**6))
flags = hnp.arrays(np.int64, (3, 6), elements=st.integers(0, 1))


@given(stock=packs, allowed=flags, share=st.floats(0, 1))
def test_as_much_is_taken_as_is_wanted_the_ripest_first(
    stock: np.ndarray, allowed: np.ndarray, share: float
) -> None:
    there = (stock * allowed).sum(axis=1)
    wanted = (there * share).astype(np.int64)
    taken = take_oldest(stock, wanted, allowed)
    assert (taken.sum(axis=1) == wanted).all()
    assert (taken >= 0).all()
    assert (taken <= stock * allowed).all()
    left = stock * allowed - taken
    for row in range(3):
        touched = np.flatnonzero(taken[row])
        if len(touched):
            # Whatever is riper than the greenest pack that left is gone.
            assert left[row, touched[0] + 1 :].sum() == 0


@given(stock=packs, seed=st.integers(0, 2**63 - 1), chance=st.floats(0, 1))
def test_ageing_loses_and_makes_nobody_and_never_turns_back(
    stock: np.ndarray, seed: int, chance: float
) -> None:
    raw = day_words(seed, "store", 0, 0, stock.shape)
    new = older(stock, np.full(stock.shape, chance), raw)
    assert (new.sum(axis=1) == stock.sum(axis=1)).all()
    # At each stage and beyond there are at least as many as before.
    assert (new[:, ::-1].cumsum(axis=1) >= stock[:, ::-1].cumsum(axis=1)).all()


def test_a_pack_ages_one_stage_a_night_at_most() -> None:
    stock = np.zeros((1, 5), dtype=np.int64)
    stock[0, 1] = 1000
    new = older(stock, np.ones((1, 5)), day_words(1, "store", 0, 0, (1, 5)))
    assert new.tolist() == [[0, 0, 1000, 0, 0]]


def test_spoilage_is_a_binomial_of_its_chance() -> None:
    stock = np.full((200, 5), 10_000, dtype=np.int64)
    bad = gone_bad(stock, np.full(stock.shape, 0.12), day_words(7, "spoilage", 2, 0, stock.shape))
    mean, variance = bad.mean(), bad.var()
    assert abs(mean - 1200) < 5
    assert 0.8 < variance / (10_000 * 0.12 * 0.88) < 1.2
