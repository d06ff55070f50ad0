"""What each action does, and every reason why it may be refused."""

import tomllib
from collections.abc import Callable

import numpy as np
import pytest
from attrs import evolve
from moments import differing, through, undecided, with_room

from livegame.catalog.paths import shipped
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.acts import IllegalAction, act, asking, price_range, why_not
from livegame.engine.begin import begin
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World

ROOM, MANGO, DURIAN, COCONUT, RICE = 0, 0, 1, 2, 3
GOODS = ("th-mangosteen", "th-durian", "th-coconut", "th-rice")


@pytest.fixture(scope="module")
def start(world: World) -> State:
    assert world.roles[ROOM] == "thailand"
    assert tuple(good.id for good in world.goods[ROOM]) == GOODS
    return begin(world, [2], [ROOM])


@pytest.fixture(scope="module")
def crowded(world: World) -> State:
    """Two minutes on, the host idle, a good on stage."""
    state = act(world, begin(world, [2], [ROOM]), ROOM, Beat("taste", "th-durian"))
    return through(world, state, 24)[0]


def key(world: World, state: State, action: Action) -> str:
    return why_not(world, state, ROOM, action).removeprefix("engine.refuse.")


def room(state: State, name: str) -> np.ndarray:
    return getattr(state, name)[0, ROOM]


Prepared = Callable[[World, State], State]
REFUSED: dict[str, tuple[Prepared, Action]] = {
    "over": (lambda w, s: moved_on(s, tick=w.ticks), Cut()),
    "late_plan": (lambda w, s: act(w, s, ROOM, Plan()), Plan()),
    "unknown_product": (lambda w, s: s, SetPrice("kr-ramen", 100)),
    "no_product": (lambda w, s: s, Beat("taste")),
    "product_gone": (lambda w, s: with_room(s, ROOM, shelf=0, held=0), Beat("taste", GOODS[0])),
    "no_budget": (lambda w, s: with_room(s, ROOM, budget=100), Beat("giveaway")),
    "no_voice": (lambda w, s: with_room(s, ROOM, voice=10), Beat("demonstrate", GOODS[0])),
    "price_range": (lambda w, s: s, SetPrice(GOODS[0], 1)),
    "no_held": (lambda w, s: s, Release(GOODS[1], 10**6)),
    "bad_amount": (lambda w, s: s, Release(GOODS[1], 0)),
    "same": (lambda w, s: s, Link(GOODS[1], True)),
    "no_question": (lambda w, s: s, Reply()),
    "idle": (lambda w, s: s, Cut()),
    "unknown_pitch": (lambda w, s: s, Beat("sing", GOODS[0])),
    "link_empty": (
        lambda w, s: with_room(s, ROOM, shelf=0, held=50),
        Beat("countdown", GOODS[0]),
    ),
    "busy": (lambda w, s: act(w, s, ROOM, Beat("breathe")), Beat("breathe")),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_each_reason_to_refuse(world: World, start: State, reason: str) -> None:
    prepare, action = REFUSED[reason]
    state = prepare(world, start)
    assert key(world, state, action) == reason
    with pytest.raises(IllegalAction) as refused:
        act(world, state, ROOM, action)
    assert refused.value.key == f"engine.refuse.{reason}"


def test_the_reasons_are_those_that_have_words() -> None:
    text = (shipped("content") / "text" / "en" / "engine.toml").read_text(encoding="utf-8")
    # not on this night: see test_single_evenings.py, test_rung_rules.py, test_stalls.py
    elsewhere = {"stands", "builds_on", "not_here", "pitch_barred", "used_once", "absent"}
    assert set(REFUSED) | elsewhere == set(tomllib.loads(text)["refuse"])


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (Beat("taste", "kr-ramen"), "unknown_product"),
        (Beat("breathe", "th-durian"), "unknown_product"),
        (Beat("", "th-durian"), "unknown_pitch"),
        (Link("th-durian", True), "same"),
        (Link("th-mangosteen", False), "same"),
        (Link("", True), "unknown_product"),
        (SetPrice("th-durian", 15900), "same"),
        (SetPrice("th-durian", 10**12), "price_range"),
        (SetPrice("th-durian", -1), "price_range"),
        (Release("th-durian", -1), "bad_amount"),
        (Release("th-durian", 10**12), "bad_amount"),
        (Plan(open=("kr-ramen",)), "unknown_product"),
        (Plan(prices=(("th-durian", 1),)), "price_range"),
        (Plan(prices=(("th-durian", 15900), ("th-durian", 15901))), "bad_amount"),
        (Plan(stock=(("th-durian", -1),)), "bad_amount"),
        (Plan(stock=(("th-durian", 18001),)), "bad_amount"),
        (Plan(lots=(("th-durian", 9001),)), "no_held"),
        (Plan(stock=(("th-durian", 10),), lots=(("th-durian", 11),)), "no_held"),
        (Plan(lots=(("th-durian", -1),)), "no_held"),
        (Plan(advert=-1), "no_budget"),
        (Plan(advert=4_000_001), "no_budget"),
    ],
)
def test_wrong_arguments(world: World, start: State, action: Action, reason: str) -> None:
    assert key(world, start, action) == reason


@pytest.mark.parametrize("beat", [Beat("breathe"), Beat("taste", "th-durian")])
def test_no_plan_once_a_beat_has_begun(world: World, start: State, beat: Beat) -> None:
    assert key(world, act(world, start, ROOM, beat), Plan()) == "late_plan"


def test_no_plan_once_time_has_passed(world: World, crowded: State) -> None:
    assert key(world, crowded, Plan()) == "late_plan"


def test_a_plan_sets_prices_stock_lots_links_and_advertising(world: World, start: State) -> None:
    plan = Plan(
        prices=(("th-mangosteen", 6600),),
        stock=(("th-mangosteen", 2500), ("th-rice", 0)),
        lots=(("th-mangosteen", 1000), ("th-durian", 9000)),
        open=("th-durian",),
        advert=2_000_000,
    )
    new = act(world, start, ROOM, plan)
    assert room(new, "price").tolist() == [6600, 15900, 3990, 5990]
    assert room(new, "stock").tolist() == [2500, 9000, 9000, 0]
    assert room(new, "shelf").tolist() == [1000, 9000, 0, 0]
    assert room(new, "held").tolist() == [1500, 0, 9000, 0]
    assert room(new, "lot").tolist() == [1000, 9000, 0, 0]
    assert room(new, "link").tolist() == [0, 1, 0, 0]
    assert room(new, "spent") == 2_000_000
    assert room(new, "budget") == world.rates.budget - 2_000_000
    assert room(new, "advert") == 2 * world.rates.advert_lift
    assert room(new, "planned") == 1


def test_an_empty_plan_holds_everything_back(world: World, start: State) -> None:
    new = act(world, start, ROOM, Plan())
    assert not room(new, "shelf").any()
    assert not room(new, "link").any()
    assert np.array_equal(room(new, "held"), room(new, "stock"))


def test_advertising_draws_people(world: World, start: State) -> None:
    plain = through(world, act(world, start, ROOM, Plan()), 60)[0]
    loud = through(world, act(world, start, ROOM, Plan(advert=4_000_000)), 60)[0]
    assert loud.visitors[0, ROOM] > 1.3 * plain.visitors[0, ROOM]


@pytest.mark.parametrize("pitch", ["taste", "countdown", "giveaway", "breathe"])
def test_a_beat_takes_its_time_and_its_price(world: World, start: State, pitch: str) -> None:
    table = world.pitches
    at = table.ids.index(pitch)
    beat = Beat(pitch, "th-durian" if table.on_product[at] else "")
    new = act(world, start, ROOM, beat)
    assert room(new, "left") == table.ticks[at]
    assert room(new, "pitch") == at
    assert room(new, "spent") == table.cost[at]
    assert room(new, "done")[at] == 1
    assert room(new, "stage") == (DURIAN if beat.product else -1)
    over, reports = through(world, new, int(table.ticks[at]))
    assert [bool(r.ended[0, ROOM]) for r in reports] == [False] * (len(reports) - 1) + [True]
    assert room(over, "left") == room(over, "pitch") == 0


def test_a_beat_on_the_room_leaves_the_good_on_stage(world: World, crowded: State) -> None:
    assert room(act(world, crowded, ROOM, Beat("breathe")), "stage") == DURIAN


def test_a_cut_ends_the_beat_at_once(world: World, start: State) -> None:
    new = act(world, act(world, start, ROOM, Beat("story", "th-rice")), ROOM, Cut())
    assert room(new, "left") == room(new, "pitch") == 0
    assert key(world, new, Beat("breathe")) == ""


def test_a_cut_gives_no_money_back(world: World, start: State) -> None:
    new = act(world, act(world, start, ROOM, Beat("giveaway")), ROOM, Cut())
    assert room(new, "spent") == world.pitches.cost[world.pitches.ids.index("giveaway")]


def test_a_release_moves_packs_from_held_to_the_link(world: World, start: State) -> None:
    held = act(world, start, ROOM, Plan(lots=(("th-durian", 100),)))
    new = act(world, held, ROOM, Release("th-durian", 40))
    assert room(new, "shelf")[DURIAN] == room(new, "lot")[DURIAN] == 140
    assert room(new, "held")[DURIAN] == room(held, "held")[DURIAN] - 40
    assert differing(new, held) == ["shelf", "held", "lot"]


def test_a_release_to_an_empty_link_starts_its_clock(world: World, crowded: State) -> None:
    empty = with_room(crowded, ROOM, shelf=(RICE, 0), held=(RICE, 500))
    new = act(world, empty, ROOM, Release("th-rice", 500))
    assert room(new, "opened")[RICE] == crowded.tick


def test_a_link_opens_and_shuts(world: World, crowded: State) -> None:
    opened = act(world, crowded, ROOM, Link("th-mangosteen", True))
    assert room(opened, "link")[MANGO] == 1
    assert room(opened, "opened")[MANGO] == crowded.tick
    shut = act(world, opened, ROOM, Link("th-mangosteen", False))
    assert room(shut, "link")[MANGO] == 0
    assert room(shut, "opened")[MANGO] == crowded.tick


def test_nothing_is_sold_over_a_shut_link(world: World, crowded: State) -> None:
    shut = crowded
    for good in GOODS[1:]:
        shut = act(world, shut, ROOM, Link(good, False))
    _, reports = through(world, shut, 30)
    assert sum(int(r.sold.orders[0, ROOM].sum()) for r in reports) == 0


def test_prices_reach_from_the_lowest_to_the_highest(world: World, start: State) -> None:
    low, high = price_range(world, ROOM, DURIAN)
    assert (low, high) == (6360, 23850)
    for fen in (low, high):
        assert room(act(world, start, ROOM, SetPrice("th-durian", fen)), "price")[DURIAN] == fen
    for fen in (low - 1, high + 1):
        assert key(world, start, SetPrice("th-durian", fen)) == "price_range"


def test_a_dearer_price_changes_nothing_else(world: World, crowded: State) -> None:
    dearer = act(world, crowded, ROOM, SetPrice("th-durian", 17000))
    assert differing(dearer, crowded) == ["price", "base"]


def test_a_cheaper_price_brings_back_some_who_had_passed(world: World, crowded: State) -> None:
    cheaper = act(world, crowded, ROOM, SetPrice("th-durian", 13000))
    was, now = crowded.minds[0, :, ROOM, :, DURIAN], cheaper.minds[0, :, ROOM, :, DURIAN]
    assert now[0].sum() > was[0].sum()
    assert np.array_equal(now.sum(axis=0), was.sum(axis=0))
    rest = np.arange(4) != DURIAN
    assert np.array_equal(cheaper.minds[..., rest], crowded.minds[..., rest])


def test_earlier_buyers_are_paid_the_difference(world: World, start: State) -> None:
    sold = with_room(start, ROOM, sold=(DURIAN, 10), sales=(DURIAN, 159_000))
    cheaper = act(world, sold, ROOM, SetPrice("th-durian", 15_000))
    assert room(cheaper, "protected")[DURIAN] == 9_000
    still = act(world, cheaper, ROOM, SetPrice("th-durian", 14_000))
    assert room(still, "protected")[DURIAN] == 19_000


def test_nobody_is_paid_the_same_difference_twice(world: World, start: State) -> None:
    state = with_room(start, ROOM, sold=(DURIAN, 10), sales=(DURIAN, 159_000))
    for fen in (15_000, 15_900, 15_000, 15_900, 15_000):
        state = act(world, state, ROOM, SetPrice("th-durian", fen))
    assert room(state, "protected")[DURIAN] == 9_000


def test_a_reply_clears_doubt_wins_trust_and_takes_voice(world: World, crowded: State) -> None:
    state = with_room(crowded, ROOM, doubt=(DURIAN, 60_000))
    assert asking(world, state, ROOM) > 0
    new = act(world, state, ROOM, Reply())
    assert room(new, "doubt")[DURIAN] < 60_000
    assert room(new, "trust") > room(state, "trust")
    assert room(new, "voice") < room(state, "voice")
    assert set(differing(new, state)) == {"doubt", "trust", "voice", "replied"}


def test_replies_need_a_pause(world: World, crowded: State) -> None:
    state = with_room(crowded, ROOM, doubt=(DURIAN, 60_000))
    state = act(world, state, ROOM, Reply())
    for _ in range(world.rates.reply_gap // world.tick_seconds - 1):
        state, _ = through(world, state, 1)
        assert key(world, state, Reply()) == "busy"
    state, _ = through(world, state, 1)
    assert key(world, state, Reply()) == ""


def test_nobody_asks_about_an_empty_stage(world: World, start: State) -> None:
    assert asking(world, undecided(start, ROOM), ROOM) == 0


def test_an_action_leaves_the_other_rooms_alone(world: World, crowded: State) -> None:
    new = act(world, crowded, ROOM, Beat("guest"))
    for name in differing(new, crowded):
        assert np.array_equal(getattr(new, name)[0, 1:], getattr(crowded, name)[0, 1:])


def test_what_may_be_held_once_is_refused_the_second_time(world: World) -> None:
    table = world.pitches
    once = evolve(world, pitches=evolve(table, once=(np.array(table.ids) == "guest") * 1))
    state, _ = through(once, act(once, begin(once, [1], [ROOM]), ROOM, Beat("guest")), 20)
    assert why_not(once, state, ROOM, Beat("guest")) == "engine.refuse.used_once"
    assert why_not(world, state, ROOM, Beat("guest")) == ""
