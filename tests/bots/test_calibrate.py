"""The calibration: the same each time however it is split; content is what it wrote."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import pytest
from attrs import evolve

from livegame.bots import nights
from livegame.bots.calibrate import FIRST_SEED, ROUNDS, calibrate, fit_toml
from livegame.catalog.library import library
from livegame.catalog.reading import structure
from livegame.catalog.solved import Fit
from livegame.engine.compile import build_world
from livegame.engine.rules import RULES
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"
FORKS = "fork" in multiprocessing.get_all_start_methods()


@pytest.fixture(scope="module")
def shipped() -> Fit:
    return library().fits[SCENARIO]


@pytest.mark.skipif(not FORKS, reason="short nights reach other processes by fork only")
def test_a_calibration_is_the_same_however_it_is_split(
    short_nights: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = calibrate(SCENARIO, rounds=(4, 4, 4))
    monkeypatch.setattr(nights, "BATCH", 2)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        split = calibrate(SCENARIO, rounds=(4, 4, 4), executor=pool)
    assert split == alone
    assert fit_toml(split) == fit_toml(alone)


def test_more_rounds_go_on_where_fewer_ended(short_nights: World) -> None:
    one, two = calibrate(SCENARIO, rounds=(2,)), calibrate(SCENARIO, rounds=(2, 2))
    assert one.arrivals == 0.25
    assert two.arrivals != one.arrivals
    assert set(two.appeal) == set(one.appeal)


def test_progress_counts_every_night_of_every_round(short_nights: World) -> None:
    told: list[tuple[int, int]] = []
    calibrate(SCENARIO, rounds=(2, 3), progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 5), (5, 5)]


def test_the_shipped_fit_is_of_todays_rules(shipped: Fit) -> None:
    assert shipped.rules == RULES


def test_the_shipped_fit_says_how_it_was_made(shipped: Fit) -> None:
    assert shipped.seeds == f"{FIRST_SEED}:{FIRST_SEED + ROUNDS[-1]}"
    assert ", ".join(map(str, ROUNDS)) in shipped.how


def test_no_night_of_the_backtest_was_used_for_the_fit() -> None:
    assert FIRST_SEED >= 200


def test_the_shipped_file_is_what_the_calibration_writes(shipped: Fit) -> None:
    path = library().folder / "fits" / f"{SCENARIO}.toml"
    assert path.read_text(encoding="utf-8") == fit_toml(shipped)


def test_what_it_writes_reads_as_the_same_fit(shipped: Fit) -> None:
    import tomllib

    other = evolve(shipped, arrivals=0.123456, appeal={"th-rice": -1.5}, par={"peru": 7})
    assert structure(tomllib.loads(fit_toml(other)), Fit, "a fit") == other


def test_every_role_has_a_par_and_every_fitted_good_an_appeal(shipped: Fit) -> None:
    scene = library().scenarios[SCENARIO]
    assert set(shipped.par) == set(scene.roles)
    assert min(shipped.par.values()) > 0
    assert set(shipped.appeal) == {
        good
        for target in scene.target
        if target.kind in ("fitted", "implied")
        for good in target.products
    } | {"th-durian"}


def test_another_fit_makes_another_world(shipped: Fit) -> None:
    world = build_world(library(), SCENARIO)
    other = build_world(library(), SCENARIO, evolve(shipped, arrivals=shipped.arrivals * 2))
    assert other.arrivals == pytest.approx(world.arrivals * 2)
    assert other.content_hash != world.content_hash


@pytest.mark.slow
def test_calibrating_anew_gives_the_shipped_fit(shipped: Fit) -> None:
    path = library().folder / "fits" / f"{SCENARIO}.toml"
    assert fit_toml(calibrate(SCENARIO, jobs=2)) == path.read_text(encoding="utf-8")
