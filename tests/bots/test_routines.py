"""Routines that every scenario can hold: each step is the pitch that does most of it there."""

import numpy as np
import pytest

from livegame.bots.gates.routines import ROUTINES, routines_of, steps_of
from livegame.bots.gates.scripts import LEAST
from livegame.bots.nights import shipped_world
from livegame.bots.scenes import calibrated
from livegame.engine.actions import Beat, Link


@pytest.mark.parametrize("scenario", calibrated())
def test_every_night_holds_enough_of_them_to_be_compared_with_any_other(scenario: str) -> None:
    world = shipped_world(scenario)
    steps = steps_of(world, 0)
    assert len(set(steps.values())) == len(steps), "each pitch stands for one thing"
    table = world.pitches
    for after, name in steps.items():
        at = table.ids.index(name)
        assert not table.once[at]
        assert table.after is None or not table.after[at]
        assert after != "rest" or table.voice[at] < 0
        assert after != "close" or table.launch[at] > 0
    assert set(routines_of(world, 0)) == set(range(len(ROUTINES)))
    assert len(ROUTINES) >= LEAST


def test_a_step_is_what_does_most_of_it() -> None:
    world = shipped_world("618-2020-diplomats")
    steps = steps_of(world, world.room_of("thailand"))
    assert steps["doubt"] == "answer"
    assert steps["rest"] == "breathe"
    assert steps["anchor"] == "compare"
    assert steps["close"] == "countdown"


def test_links_open_with_the_last_step_and_each_good_has_its_turn() -> None:
    world = shipped_world("618-2020-diplomats")
    room = world.room_of("thailand")
    goods = [good.id for good in world.goods[room]]
    steps, routines = steps_of(world, room), routines_of(world, room)
    for number, parts in enumerate(ROUTINES):
        turns = routines[number]
        beats = [action for turn in turns for action in turn if isinstance(action, Beat)]
        assert [beat.pitch for beat in beats] == [steps[part] for part in parts] * len(goods)
        opened = [action.product for turn in turns for action in turn if isinstance(action, Link)]
        assert opened == ([] if parts[-1] == "close" else goods)


def test_an_effect_that_no_pitch_has_leaves_its_steps_out() -> None:
    """Who sells in four languages has nothing to set beside a good; its routines do without."""
    world = shipped_world("1111-2020-lazada")
    assert not np.any(world.pitches.anchor)
    assert "anchor" not in steps_of(world, 0)
