"""What the engine costs. Ratios within one run are what counts; nothing here asserts a time.

    pytest tests/bench --benchmark-enable -n 0 -o addopts=

Whole nights are measured only then; with benchmarks disabled each case runs once over a minute.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from attrs import evolve

from livegame.bots.play import play_night
from livegame.engine.begin import begin
from livegame.engine.draws import cells_of, tick_words
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.runfile import read_run
from livegame.runs.verify import verify

GOLDEN = Path(__file__).parent.parent / "golden" / "thailand-history-1.live"
MINUTE = 12

Measure = Callable[..., Any]


@pytest.fixture
def measured(benchmark: Any) -> Measure:
    """Runs a case a few times, or once where benchmarks are disabled."""

    def run(case: Callable[[], Any]) -> Any:
        return benchmark.pedantic(case, rounds=5 if benchmark.enabled else 1, warmup_rounds=0)

    return run


@pytest.fixture
def night(world: World, benchmark: Any) -> World:
    """The whole night where it is measured, a minute of it where it only has to work."""
    return world if benchmark.enabled else evolve(world, ticks=MINUTE)


def played(world: World, nights: int, first: int = 0) -> State:
    state = begin(world, range(first, first + nights))
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    return state


@pytest.mark.benchmark(group="nights")
@pytest.mark.parametrize("nights", [1, 8, 64])
def test_nights_in_a_batch(measured: Measure, night: World, nights: int) -> None:
    assert measured(lambda: played(night, nights)).tick == night.ticks


@pytest.mark.benchmark(group="crowd")
@pytest.mark.parametrize("pool", [10**3, 10**4, 10**5, 10**6, 10**7, 10**8, 10**9])
def test_one_night_of_any_crowd(measured: Measure, night: World, pool: int) -> None:
    sized = evolve(night, rates=evolve(night.rates, pool=pool))
    assert measured(lambda: played(sized, 1)).tick == night.ticks


@pytest.mark.benchmark(group="floor")
@pytest.mark.parametrize("nights", [1, 64])
def test_the_floor_of_raw_words(measured: Measure, night: World, nights: int) -> None:
    """Drawing the same number of random words raw, for every tick of the night."""
    first, second, minds = (part.shape[1] for part in tick_words(night, (0,), 0))
    words = (first + second + minds) * night.ticks

    def draw() -> int:
        for seed in range(nights):
            np.random.Philox(key=np.array([seed, 1], dtype=np.uint64)).random_raw(words)
        return words

    assert measured(draw) > cells_of(night).cells * night.ticks


@pytest.mark.benchmark(group="one by one")
def test_a_viewer_by_viewer_minute(measured: Measure) -> None:
    """The same rules for each of some thousand viewers, for comparison."""
    import sys

    sys.path.insert(0, str(Path(__file__).parent.parent / "engine"))
    from individuals import Crowd, busy_moment, copies, small_world
    from individuals import tick as each_for_themselves

    few = small_world()
    state = copies(busy_moment(few), 1)

    def minute() -> int:
        rng = np.random.default_rng(1)
        now, crowd = state, Crowd.of(few, state, rng)
        for _ in range(MINUTE):
            now, crowd, _ = each_for_themselves(few, now, crowd, rng)
        return now.tick

    assert measured(minute) == MINUTE


@pytest.mark.benchmark(group="bots")
@pytest.mark.parametrize("bot", ["history", "random", "greedy"])
def test_one_night_of_a_bot(measured: Measure, night: World, bot: str) -> None:
    assert measured(lambda: play_night(night, "thailand", bot, 3)).tick == night.ticks


@pytest.mark.benchmark(group="proof")
def test_hashing_a_state(measured: Measure, world: World) -> None:
    state = played(evolve(world, ticks=MINUTE), 1)

    def hashes() -> str:
        for _ in range(100):
            found = state_hash(state)
        return found

    assert len(measured(hashes)) == 32


@pytest.mark.benchmark(group="proof")
def test_verifying_a_run(measured: Measure, benchmark: Any) -> None:
    if benchmark.enabled:
        assert measured(lambda: verify(GOLDEN)).ok
    else:
        assert measured(lambda: read_run(GOLDEN)).footer is not None
