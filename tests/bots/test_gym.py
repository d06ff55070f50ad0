"""The Gymnasium environment: passes Gymnasium's own check, and is the game."""

import warnings
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
import pytest
from attrs import evolve
from gymnasium.utils.env_checker import check_env

from livegame.bots.gym import NIGHT, env, register_night
from livegame.bots.gym.choices import ROW
from livegame.bots.gym.env import NightEnv
from livegame.engine.world import World


@pytest.fixture
def night(world: World, monkeypatch: pytest.MonkeyPatch) -> NightEnv:
    """Ten minutes of a night, so that a test may play it to its end."""
    short = evolve(world, ticks=600 // world.tick_seconds)
    monkeypatch.setattr(env, "shipped_world", lambda scenario: short)
    return NightEnv(role="peru")


def played(night: NightEnv, seed: int, dice: int = 1) -> tuple[float, dict[str, Any], int]:
    """A whole night of random legal choices: sum of rewards, last info, steps."""
    choose = np.random.default_rng(dice)
    _, info = night.reset(seed=seed)
    total, steps, over = 0.0, 0, False
    while not over:
        action = choose.choice(np.flatnonzero(info["action_mask"]))
        seen, reward, over, cut, info = night.step(action)
        assert night.observation_space.contains(seen)
        assert not cut
        total, steps = total + reward, steps + 1
    return total, info, steps


def test_gymnasiums_own_check_finds_nothing() -> None:
    register_night()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_env(gymnasium.make(NIGHT).unwrapped)


def test_a_nights_rewards_are_its_points(night: NightEnv) -> None:
    for seed in range(4):
        total, info, _ = played(night, seed)
        assert max(0.0, total) == pytest.approx(info["points"], abs=1.001)


def test_the_same_seed_is_the_same_night(night: NightEnv) -> None:
    one, other = played(night, 5), played(night, 5)
    assert (one[0], one[1]["night"], one[2]) == (other[0], other[1]["night"], other[2])
    assert played(night, 6)[1]["night"] != one[1]["night"]


def test_a_night_may_be_asked_for(night: NightEnv) -> None:
    _, info = night.reset(seed=1, options={"night": 77})
    assert info["night"] == 77


def test_every_number_has_a_name(night: NightEnv) -> None:
    assert len(night.action_names) == night.action_space.n
    assert len(set(night.action_names)) == len(night.action_names)
    assert night.observation_space.shape == (len(night.feature_names),)
    goods = 4
    assert len(night.feature_names) == 16 + 15 * goods


def test_the_mask_tells_what_is_allowed(night: NightEnv) -> None:
    _, info = night.reset(seed=1)
    mask = dict(zip(night.action_names, info["action_mask"], strict=True))
    assert mask["wait"] == mask["breathe"] == 1
    assert mask["reply"] == 0
    opens = [name for name in night.action_names if name.startswith(("open ", "shut "))]
    assert sum(mask[name] for name in opens) == len(opens) / 2


def test_what_is_not_allowed_lets_a_tick_pass(night: NightEnv) -> None:
    _, info = night.reset(seed=1)
    before = info["seconds_left"]
    refused = int(np.flatnonzero(info["action_mask"] == 0)[0])
    _, _, _, _, info = night.step(np.int64(refused))
    assert before - info["seconds_left"] == night._world.tick_seconds


def test_what_is_done_at_once_takes_no_time_but_not_for_ever(night: NightEnv) -> None:
    _, info = night.reset(seed=1)
    start = info["seconds_left"]
    names = night.action_names
    for turn in range(ROW):
        name = next(n for n in names if n.startswith(("open ", "shut "))
                    and info["action_mask"][names.index(n)])  # fmt: skip
        _, _, _, _, info = night.step(np.int64(names.index(name)))
        assert info["seconds_left"] == start, turn
    verbs = ("open", "shut", "dearer", "cheaper", "release")
    at_once = [name for name in names if name.startswith(verbs)]
    assert not any(info["action_mask"][names.index(name)] for name in at_once)


def test_a_finished_night_wants_a_reset(night: NightEnv) -> None:
    _, info, _ = played(night, 3)
    assert not info["action_mask"].any()
    with pytest.raises(ValueError, match="reset"):
        night.step(np.int64(0))


def test_wrong_names_are_refused() -> None:
    with pytest.raises(ValueError, match="draws nothing"):
        NightEnv(render_mode="human")
    with pytest.raises(ValueError, match="atlantis"):
        NightEnv(role="atlantis")


def test_the_page_names_as_many_features_as_there_are() -> None:
    page = Path(env.__file__).parents[1] / "README.md"
    assert "16 + 15 * goods" in page.read_text(encoding="utf-8")
