"""The slow states of a room: what moves them, and which way."""

import math

import numpy as np
import pytest
from attrs import evolve
from moments import after, through, with_room

from livegame.engine.actions import Beat, SetPrice
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.mood import chat_rate
from livegame.engine.reducer import tick
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.world import World

ROOM, MANGO, DURIAN = 0, 0, 1


@pytest.fixture(scope="module")
def idle(world: World) -> State:
    """Two minutes in, the host idle, the chat calling for nothing."""
    return with_room(after(world, 24, role="thailand"), ROOM, call=-1)


def told(world: World, state: State, pitch: str, good: str = "th-durian") -> State:
    """After a whole beat."""
    at = world.pitches.ids.index(pitch)
    beat = Beat(pitch, good if world.pitches.on_product[at] else "")
    return through(world, act(world, state, ROOM, beat), int(world.pitches.ticks[at]))[0]


def level(state: State, name: str) -> int:
    return int(getattr(state, name)[0, ROOM])


def desire(state: State, slot: int = DURIAN) -> float:
    crowd = state.viewers[0, ROOM]
    return float((state.desire[0, ROOM, :, slot] * crowd).sum() / crowd.sum())


@pytest.mark.parametrize("pitch", ["demonstrate", "taste", "story", "compare", "answer"])
def test_talking_about_a_good_builds_desire_for_it(world: World, idle: State, pitch: str) -> None:
    new = told(world, idle, pitch)
    assert desire(new) > desire(idle) + 1000
    assert desire(new, MANGO) <= desire(idle, MANGO)


def test_desire_fades_without_talk(world: World, idle: State) -> None:
    keen = with_room(idle, ROOM, desire=40_000)
    assert desire(through(world, keen, 24)[0]) < 0.92 * 40_000


def test_newcomers_have_seen_nothing_yet(world: World, idle: State) -> None:
    keen = with_room(idle, ROOM, desire=40_000)
    crowded = moved_on(keen, lobby=keen.lobby * 20, pool=keen.pool - keen.lobby * 19)
    assert desire(through(world, crowded, 3)[0]) < 0.9 * desire(through(world, keen, 3)[0])


def test_a_pitch_wears_out_on_its_good(world: World, idle: State) -> None:
    once = told(world, idle, "taste")
    gains = [desire(once) - desire(idle)]
    low = with_room(once, ROOM, desire=idle.desire[0, ROOM], wear=0)
    gains.append(desire(told(world, low, "taste")) - desire(low))
    assert gains[1] < 0.75 * gains[0]


def test_a_worn_pitch_recovers(world: World, idle: State) -> None:
    at = world.pitches.ids.index("taste")
    worn = told(world, idle, "taste")
    rested, _ = through(world, worn, 100)
    assert rested.used[0, ROOM, at, DURIAN] < 0.8 * worn.used[0, ROOM, at, DURIAN]


@pytest.mark.parametrize("name", ["voice", "trust"])
def test_a_hoarse_or_distrusted_host_builds_less(world: World, idle: State, name: str) -> None:
    good, bad = (with_room(idle, ROOM, **{name: v}) for v in (ONE, 15_000))
    assert desire(told(world, bad, "taste")) < desire(told(world, good, "taste"))


def test_showing_suits_goods_that_need_it(world: World, idle: State) -> None:
    level_ground = with_room(idle, ROOM, desire=0)
    mango = desire(told(world, level_ground, "demonstrate", "th-mangosteen"), MANGO)
    rice = desire(told(world, level_ground, "demonstrate", "th-rice"), 3)
    assert math.log1p(-mango / ONE) < 1.5 * math.log1p(-rice / ONE)


def test_answers_clear_doubts(world: World, idle: State) -> None:
    new = told(world, idle, "answer")
    assert new.doubt[0, ROOM, DURIAN] < 0.6 * idle.doubt[0, ROOM, DURIAN]
    assert new.doubt[0, ROOM, MANGO] == pytest.approx(idle.doubt[0, ROOM, MANGO], abs=2)


def test_newcomers_bring_all_their_questions(world: World, idle: State) -> None:
    """Doubt goes back towards where it began by the share of the room that has just come."""
    known = with_room(idle, ROOM, doubt=0)
    after, (report,) = through(world, known, 1)
    watching = int(after.viewers[0, ROOM].sum())
    share = int(report.arrived[0, ROOM]) / watching
    assert 0.0 < share < 0.2
    expected = share * world.doubt[ROOM, DURIAN]
    assert after.doubt[0, ROOM, DURIAN] == pytest.approx(expected, abs=2)


def test_talk_tires_and_silence_rests(world: World, idle: State) -> None:
    worn = told(world, idle, "story")
    assert worn.wear[0, ROOM, DURIAN] > idle.wear[0, ROOM, DURIAN]
    assert through(world, worn, 24)[0].wear[0, ROOM, DURIAN] < worn.wear[0, ROOM, DURIAN]


def test_comparing_lifts_the_reference_price_and_it_sinks_again(world: World, idle: State) -> None:
    lifted = told(world, idle, "compare")
    peak = int(lifted.anchor[0, ROOM, DURIAN])
    claimed = int(world.pitches.anchor[world.pitches.ids.index("compare")])
    assert peak == pytest.approx(0.93 * claimed, rel=0.1)
    assert 0 < through(world, lifted, 48)[0].anchor[0, ROOM, DURIAN] < 0.6 * peak


def test_a_thin_claim_costs_trust_and_a_true_one_hardly_any(world: World, idle: State) -> None:
    cheap = act(world, idle, ROOM, SetPrice("th-durian", 14_000))
    thin, true = told(world, idle, "compare"), told(world, cheap, "compare")
    assert level(thin, "trust") < level(true, "trust") - 2000


@pytest.mark.parametrize(("pitch", "sign"), [("story", 1), ("answer", 1), ("countdown", -1)])
def test_pitches_win_or_cost_trust(world: World, idle: State, pitch: str, sign: int) -> None:
    change = level(told(world, idle, pitch), "trust") - level(idle, "trust")
    assert np.sign(change) == sign


@pytest.mark.parametrize(("pitch", "sign"), [("giveaway", 1), ("guest", 1), ("compare", -1)])
def test_the_mood_follows_the_pitch(world: World, idle: State, pitch: str, sign: int) -> None:
    even = with_room(idle, ROOM, mood=ONE * 55 // 100)
    assert np.sign(level(told(world, even, pitch), "mood") - level(even, "mood")) == sign


def test_pitches_cost_voice_and_breathing_gives_it_back(world: World, idle: State) -> None:
    half = with_room(idle, ROOM, voice=ONE // 2)
    spent = level(half, "voice") - level(told(world, half, "demonstrate"), "voice")
    table = world.pitches
    at = table.ids.index("demonstrate")
    assert spent == pytest.approx(int(table.voice[at] * table.ticks[at]), rel=0.02)
    assert level(told(world, half, "breathe"), "voice") > ONE // 2 + 0.2 * ONE


def test_the_voice_is_never_more_than_whole(world: World, idle: State) -> None:
    assert level(told(world, idle, "breathe"), "voice") == ONE


def test_a_sell_out_angers_and_anger_fades(world: World, idle: State) -> None:
    few = with_room(idle, ROOM, shelf=(MANGO, 20), desire=(MANGO, 60_000))
    angry = told(world, few, "countdown", "th-mangosteen")
    assert angry.turned[0, ROOM, MANGO] > 300
    assert level(angry, "anger") > 300
    assert level(angry, "trust") < level(told(world, idle, "countdown", "th-mangosteen"), "trust")
    assert level(through(world, angry, 27)[0], "anger") < 0.6 * level(angry, "anger")


def test_angry_rooms_lose_viewers(world: World, idle: State) -> None:
    calm, angry = (with_room(idle, ROOM, anger=v) for v in (0, ONE))
    left = [tick(world, state)[1].left[0, ROOM] for state in (calm, angry)]
    assert left[1] > 1.2 * left[0]


def test_a_giveaway_draws_people(world: World, idle: State) -> None:
    came = []
    for pitch in ("giveaway", "demonstrate"):
        new = told(world, idle, pitch)
        came.append((new.visitors - idle.visitors)[0, ROOM] / (new.tick - idle.tick))
    assert came[0] > 1.3 * came[1]


def test_heat_goes_towards_a_share_of_the_night(world: World) -> None:
    before = after(world, 120)
    state, (report,) = through(world, before, 1)
    parts = (report.sold.fen.sum(axis=2), before.viewers.sum(axis=2), report.comments)
    rates = world.rates
    weights = (rates.heat_sales, rates.heat_viewers, rates.heat_chat)
    shares = (len(world.roles) * part[0] / max(part.sum(), 1) for part in parts)
    goal = sum(w * share for w, share in zip(weights, shares, strict=True))
    expected = before.heat[0] + (goal - before.heat[0]) * rates.heat_pace / ONE
    expected = np.clip(expected, rates.heat_floor, rates.heat_cap)
    assert np.abs(state.heat[0] - expected).max() < 5
    assert state.heat[0].mean() == pytest.approx(ONE, rel=0.1)


def test_heat_draws_people(world: World, idle: State) -> None:
    cold, hot = (with_room(idle, ROOM, heat=v) for v in (ONE // 4, 4 * ONE))
    came = [tick(world, state)[1].arrived[0, ROOM] for state in (cold, hot)]
    assert came[1] > 1.8 * came[0]  # sixteen times the heat


def test_a_room_alone_keeps_its_heat(world: World, idle: State) -> None:
    from livegame.engine.solo import solo_state, solo_world

    one = solo_world(world, ROOM)
    state = solo_state(world, idle, ROOM, (1, 2))
    assert np.array_equal(through(one, state, 5)[0].heat, state.heat)


def test_orders_and_comments_are_talked_about(world: World, idle: State) -> None:
    quiet = chat_rate(world, idle)[0, ROOM]
    ordered = with_room(idle, ROOM, owed=(DURIAN, 1000))
    echoing = with_room(idle, ROOM, chatter=256 * 1000)
    assert chat_rate(world, ordered)[0, ROOM] == pytest.approx(quiet + 120, abs=5)
    assert chat_rate(world, echoing)[0, ROOM] > quiet + 250


def test_the_chats_echo_dies_away(world: World) -> None:
    """Each comment draws fewer than one more, so a storm of them ends."""
    rates = world.rates
    assert rates.chat_echo < 1.0
    state = begin(evolve(world, rates=evolve(rates, chat_base=0.0, chat_orders=0.0)), [1])
    stormy = moved_on(state, chatter=np.full_like(state.chatter, 256 * 10_000))
    quiet = evolve(world, rates=evolve(rates, chat_base=0.0, chat_orders=0.0))
    _, reports = through(quiet, stormy, 40)
    total = sum(int(r.comments[0, ROOM]) for r in reports)
    assert total == pytest.approx(10_000 * 0.8 / (1 - 0.8), rel=0.1)
