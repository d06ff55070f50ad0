"""Ticks of five and of ten seconds tell the same evening, so the longer ones may be used."""

import numpy as np
import pytest
from attrs import evolve
from numpy.typing import NDArray

from livegame.catalog.library import Library, library
from livegame.engine.compile import build_world
from livegame.engine.pacing import SPAN, kept, summed_over, within
from livegame.engine.rates import read_rates
from livegame.engine.reducer import begin, tick
from livegame.engine.state import State
from livegame.engine.world import World


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


SCENE = "618-2020-diplomats"


@pytest.mark.parametrize("share", [0.0, 0.0016, 0.06, 0.45, 1.0])
def test_two_short_spans_make_a_long_one(share: float) -> None:
    assert within(share, SPAN) == share
    assert within(share, 2 * SPAN) == pytest.approx(1 - (1 - share) ** 2, rel=1e-12)
    assert kept(share, 2 * SPAN) == pytest.approx(share**2, rel=1e-12)
    assert kept(share, 60 * SPAN) == pytest.approx(share**60, rel=1e-9)
    assert summed_over(share, 3 * SPAN) == pytest.approx(3 * share)


def test_rates_of_five_seconds_are_those_of_the_content(lib: Library) -> None:
    rates = read_rates(lib, SPAN)
    assert rates.decide_launch == lib.number("decide.launch")
    assert rates.mood_pace == round(lib.number("mood.pace") * 65536)
    assert rates.thin_claim == round(lib.number("trust.thin-claim") * 65536)
    assert rates.chat_base == lib.number("chat.base")


def evening(lib: Library, seconds: int) -> tuple[World, State]:
    """History's night in ticks of so many seconds, 24 times, without the night's luck."""
    scene = lib.scenarios[SCENE]
    world = build_world(evolve(lib, scenarios={SCENE: evolve(scene, tick_seconds=seconds)}), SCENE)
    world = evolve(world, rates=evolve(world.rates, luck_room=0.0, luck_taste=0.0))
    state = begin(world, range(24))
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    return world, state


@pytest.mark.slow
def test_the_evening_is_the_same_in_fives_and_in_tens(lib: Library) -> None:
    short, long = (evening(lib, seconds) for seconds in (5, 10))
    assert (short[0].ticks, long[0].ticks) == (720, 360)

    def typical(state: State, name: str) -> NDArray[np.float64]:
        return np.median(getattr(state, name), axis=0)

    people = [typical(state, "visitors") for _, state in (short, long)]
    assert people[1] == pytest.approx(people[0], rel=0.03)
    sold = [typical(state, "sold")[:3] for _, state in (short, long)]
    assert sold[1] == pytest.approx(sold[0], rel=0.06, abs=20)
    rush = [typical(state, "soldout")[0, 0] for _, state in (short, long)]
    assert rush[1] == pytest.approx(rush[0], rel=0.2)
