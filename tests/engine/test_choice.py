"""Who decides and who buys: every reason pulls the way that it should, and by how much."""

import math

import numpy as np
import pytest
from moments import after, with_room

from livegame.engine.actions import Beat, Link
from livegame.engine.acts import act
from livegame.engine.choice import chances, log_odds
from livegame.engine.scene import set_scene
from livegame.engine.state import State
from livegame.engine.tables import ONE
from livegame.engine.world import World

ROOM, MANGO, DURIAN, COCONUT = 0, 0, 1, 2


@pytest.fixture(scope="module")
def calm(world: World) -> State:
    """The durian on stage, its link open, nothing extreme."""
    state = act(world, after(world, 24, role="thailand"), ROOM, Beat("story", "th-durian"))
    state = with_room(state, ROOM, claims=0, wear=0, anchor=0, trust=world.rates.trust_par)
    return with_room(state, ROOM, mood=ONE // 2, luck_taste=0, lot=10, shelf=1000, call=-1)


def odds(world: World, state: State) -> np.ndarray:
    """Log-odds of buying the durian, by segment."""
    return log_odds(world, state, set_scene(world, state))[0, ROOM, :, DURIAN] / ONE


def buys(world: World, state: State) -> np.ndarray:
    """Chance of buying the durian once decided, by segment."""
    return chances(world, state, set_scene(world, state))[1][0, ROOM, :, DURIAN]


def pace(world: World, state: State) -> np.ndarray:
    """Chance of deciding this tick, by good."""
    return chances(world, state, set_scene(world, state))[0][0, ROOM, 0]


@pytest.mark.parametrize(
    ("name", "value", "sign"),
    [
        ("price", 17_000, -1),
        ("price", 14_000, +1),
        ("desire", 60_000, +1),
        ("desire", 0, -1),
        ("doubt", 60_000, -1),
        ("doubt", 0, +1),
        ("wear", 30_000, -1),
        ("claims", 100 * 256, +1),
        ("anchor", 8_000, +1),
        ("luck_taste", 6_000, +1),
        ("luck_taste", -6_000, -1),
        ("lot", 10_000, +1),
    ],
)
def test_each_reason_pulls_its_way(
    world: World, calm: State, name: str, value: int, sign: int
) -> None:
    state = calm if name != "desire" else with_room(calm, ROOM, desire=(DURIAN, 20_000))
    change = buys(world, with_room(state, ROOM, **{name: (DURIAN, value)})) - buys(world, state)
    assert (np.sign(change) == sign).all()


@pytest.mark.parametrize("name", ["trust", "mood"])
def test_trust_and_mood_help(world: World, calm: State, name: str) -> None:
    low, high = (buys(world, with_room(calm, ROOM, **{name: v})) for v in (10_000, 60_000))
    assert (high > low).all()


@pytest.mark.parametrize("price", [12_000, 14_000, 15_900, 18_000, 22_000])
def test_price_moves_the_odds_by_its_segments_slope(world: World, calm: State, price: int) -> None:
    moved = odds(world, with_room(calm, ROOM, price=(DURIAN, price))) - odds(world, calm)
    worth = math.log(15_900 / price)
    felt = worth * 1.7 if worth < 0 else worth  # a price above what one expects weighs more
    expected = world.touch[ROOM, DURIAN] / ONE * world.slope / ONE * felt
    assert moved == pytest.approx(expected, abs=4e-3)


def test_bargain_hunters_mind_the_price_most(world: World, calm: State) -> None:
    moved = odds(world, with_room(calm, ROOM, price=(DURIAN, 18_000))) - odds(world, calm)
    assert int(np.argmin(moved)) == world.segments.index("bargain")


@pytest.mark.parametrize("off", [0.3, 0.5, 0.55, 0.6])
def test_deep_cuts_are_suspicious(world: World, calm: State, off: float) -> None:
    price = round(15_900 * (1 - off))
    moved = odds(world, with_room(calm, ROOM, price=(DURIAN, price))) - odds(world, calm)
    cut = max(0.0, off - 0.45)
    touch = world.touch[ROOM, DURIAN] / ONE
    expected = touch * world.slope / ONE * math.log(15_900 / price) - 8.0 * cut * cut
    assert moved == pytest.approx(expected, abs=5e-3)


@pytest.mark.parametrize("packs", [0, 10, 20, 200, 380])
def test_herding_grows_with_the_log_of_recent_packs(world: World, calm: State, packs: int) -> None:
    moved = odds(world, with_room(calm, ROOM, claims=(DURIAN, packs * 256))) - odds(world, calm)
    assert moved == pytest.approx([0.208 * math.log1p(packs / 20)] * 5, abs=4e-3)


def test_herding_ends_at_three_logs(world: World, calm: State) -> None:
    moved = odds(world, with_room(calm, ROOM, claims=(DURIAN, 10**9))) - odds(world, calm)
    assert moved == pytest.approx([0.208 * 3] * 5, abs=1e-3)


def test_last_packs_help_only_below_a_quarter_of_the_lot(world: World, calm: State) -> None:
    quarter = with_room(calm, ROOM, lot=(DURIAN, 4000), shelf=(DURIAN, 1000))
    fewer = with_room(calm, ROOM, lot=(DURIAN, 4000), shelf=(DURIAN, 999))
    assert odds(world, quarter) == pytest.approx(odds(world, calm))
    assert odds(world, fewer) - odds(world, quarter) == pytest.approx([0.128] * 5, abs=1e-3)


def test_full_desire_is_worth_information_and_appetite(world: World, calm: State) -> None:
    none, full = (with_room(calm, ROOM, desire=(DURIAN, v)) for v in (0, ONE))
    worth = (world.rates.information + world.rates.appetite) / ONE
    assert odds(world, full) - odds(world, none) == pytest.approx([worth] * 5, abs=1e-3)


def test_the_chance_to_buy_is_a_logit_with_the_rooms_other_goods(world: World, calm: State) -> None:
    """odds / (1 + 0.75 own odds + 0.25 all open odds), to the step of the exp table."""
    scene = set_scene(world, calm)
    log = log_odds(world, calm, scene)[0, ROOM] / ONE
    found = chances(world, calm, scene)[1][0, ROOM]
    odds_of = np.vectorize(math.exp)(log)
    everything = (odds_of * scene.open[0, ROOM]).sum(axis=1)[:, None]
    expected = odds_of / (1 + 0.75 * odds_of + 0.25 * everything)
    assert np.abs(found / expected - 1.0).max() < 2e-3


def test_another_open_good_competes(world: World, calm: State) -> None:
    shut = act(world, calm, ROOM, Link("th-coconut", False))
    assert (buys(world, shut) > buys(world, calm)).all()


def test_a_good_on_stage_is_decided_on_faster_than_one_on_the_shelf(
    world: World, calm: State
) -> None:
    found = pace(world, alone(world, calm))
    assert found[DURIAN] == world.rates.decide_stage
    assert pace(world, calm)[COCONUT] == world.rates.decide_shelf


def alone(world: World, state: State) -> State:
    """The same moment with no link open but the one of the durians."""
    for good in world.goods[ROOM]:
        if good.id != "th-durian" and state.link[0, ROOM, world.slot_of(ROOM, good.id)]:
            state = act(world, state, ROOM, Link(good.id, False))
    return state


def test_other_open_links_take_attention_off_the_good_on_stage(world: World, calm: State) -> None:
    by_itself = pace(world, alone(world, calm))
    beside_one = pace(world, act(world, alone(world, calm), ROOM, Link("th-rice", True)))
    share = 1.0 / (1.0 + world.rates.clutter)
    assert beside_one[DURIAN] == pytest.approx(by_itself[DURIAN] * share)


def test_nobody_decides_where_the_link_is_shut_or_empty(world: World, calm: State) -> None:
    assert pace(world, calm)[MANGO] == 0.0
    assert pace(world, with_room(calm, ROOM, shelf=(DURIAN, 0)))[DURIAN] == 0.0


def test_a_launch_is_fastest_the_first_time(world: World, calm: State) -> None:
    table = world.pitches
    at = table.ids.index("countdown")
    by_itself = alone(world, calm)
    launch = with_room(by_itself, ROOM, pitch=at, left=int(table.ticks[at] - table.launch[at]))
    worn = launch.used.copy()
    worn[0, ROOM, at, DURIAN] = ONE // 2
    again = with_room(launch, ROOM, used=worn[0, ROOM])
    rates = world.rates
    assert pace(world, launch)[DURIAN] == pytest.approx(rates.decide_launch)
    middle = (rates.decide_launch + rates.decide_stage) / 2
    assert pace(world, again)[DURIAN] == pytest.approx(middle, rel=1e-6)


def test_chances_are_chances_in_every_extreme(world: World, calm: State) -> None:
    for desire, price, claims in ((ONE, 1, 10**12), (0, 10**7, 0), (ONE, 10**7, 0)):
        state = with_room(calm, ROOM, desire=desire, price=price, claims=claims)
        pace_, buy = chances(world, state, set_scene(world, state))
        for found in (pace_, buy):
            assert found.min() >= 0.0
            assert found.max() <= 1.0
