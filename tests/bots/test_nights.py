"""Many nights are the same nights however they are split and wherever they are run."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from livegame.bots import nights
from livegame.bots.measures import measure, week_units
from livegame.bots.nights import Nights, many_nights
from livegame.catalog.library import library
from livegame.catalog.nights import Target
from livegame.engine.begin import begin
from livegame.engine.reducer import tick
from livegame.engine.state import State
from livegame.engine.tables import Floats
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"
SEEDS = (9, 0, 31, 2**63 - 1, 7)
FORKS = "fork" in multiprocessing.get_all_start_methods()


def same(one: Nights, other: Nights) -> bool:
    return (
        one.seeds == other.seeds
        and np.array_equal(one.settled, other.settled)
        and one.figures.keys() == other.figures.keys()
        and all(np.array_equal(one.figures[k], other.figures[k]) for k in one.figures)
    )


@pytest.fixture
def whole(short_nights: World) -> Nights:
    return many_nights(SCENARIO, SEEDS)


@pytest.mark.parametrize("batch", [1, 2, 4])
def test_the_size_of_a_batch_does_not_matter(
    whole: Nights, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nights, "BATCH", batch)
    assert same(many_nights(SCENARIO, SEEDS), whole)


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"))


@pytest.mark.parametrize("kind", [threads, processes])
@pytest.mark.skipif(not FORKS, reason="short nights reach other processes by fork only")
def test_the_executor_does_not_matter(
    whole: Nights, kind: type[Executor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nights, "BATCH", 2)
    with kind() as executor:
        assert same(many_nights(SCENARIO, SEEDS, executor=executor), whole)


def test_a_night_does_not_hang_on_the_others(whole: Nights) -> None:
    alone = many_nights(SCENARIO, SEEDS[2:3])
    assert np.array_equal(alone.settled[0], whole.settled[2])


def test_figures_come_in_the_order_of_the_seeds(
    whole: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nights, "BATCH", 1)
    turned: Sequence[int] = SEEDS[::-1]
    backwards = many_nights(SCENARIO, turned)
    assert backwards.seeds == turned
    assert np.array_equal(backwards.settled, whole.settled[::-1])


@pytest.fixture(scope="module")
def end(world: World) -> State:
    state = begin(world, [1, 2])
    for _ in range(100):
        state, _ = tick(world, state)
    return state


def figure(world: World, state: State, **about: Any) -> Floats:
    made = Target(id="x", fact="gt_durians", kind="fitted", **about)
    return measure(library(), world, state, made)


def test_visitors_are_all_who_left_home(world: World, end: State) -> None:
    found = figure(world, end, measure="visitors")
    assert found == pytest.approx(
        end.viewers.sum(axis=(1, 2)) + end.home.sum(axis=1) + end.lobby.sum(axis=1)
    )


def test_units_are_packs_times_what_a_pack_holds(world: World, end: State) -> None:
    boxes = figure(world, end, measure="units", products=["th-coconut"])
    assert (boxes % 4 == 0).all()
    assert boxes.min() > 0


def test_units_of_several_goods_are_added(world: World, end: State) -> None:
    names = ["ru-ice-cream", "ru-candies"]
    both = figure(world, end, measure="units", products=names)
    single = [figure(world, end, measure="units", products=[name]) for name in names]
    assert np.array_equal(both, single[0] + single[1])


def test_ranks_of_all_roles_are_one_to_sixteen(world: World, end: State) -> None:
    found = [figure(world, end, measure="rank", role=role) for role in world.roles]
    for night in range(2):
        assert sorted(row[night] for row in found) == list(range(1, 17))


def test_what_never_sold_out_took_for_ever(world: World, end: State) -> None:
    found = figure(world, end, measure="sold_out_seconds", products=["th-rice"])
    assert np.isinf(found).all()


def test_the_week_follows_from_the_appeal_alone(world: World) -> None:
    target = Target(
        id="x", fact="gt_durians", kind="implied", measure="week",
        products=["th-durian", "th-durian"],
    )  # fmt: skip
    assert week_units(world, target, 140_000.0) == pytest.approx(140_000.0)


def test_an_unknown_measure_is_refused(world: World, end: State) -> None:
    with pytest.raises(ValueError, match="unknown measure"):
        figure(world, end, measure="luck")
