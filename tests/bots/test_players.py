"""Players by program: always legal, never idle without need, and the better the wiser."""

from collections import Counter

import pytest
from attrs import evolve

from livegame.bots.entries import BotError
from livegame.bots.play import play_bot, play_night
from livegame.bots.players import BOTS, legal_beats
from livegame.engine.actions import Beat
from livegame.engine.acts import act, why_not
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World

SEEDS = range(6)


def watched(world: World, role: str, bot: str, seed: int) -> tuple[State, Counter[str]]:
    """A whole night of a bot: every action must be allowed when its turn comes."""
    room, player, taken = world.room_of(role), BOTS[bot](seed), Counter[str]()
    state = begin(world, [seed], [room])
    while state.tick < world.ticks:
        if state.left[0, room] == 0:
            before = state_hash(state)
            actions = player.choose(world, state, room)
            assert state_hash(state) == before
            assert [isinstance(a, Beat) for a in actions[:-1]] == [False] * len(actions[:-1])
            for action in actions:
                assert why_not(world, state, room, action) == ""
                state = act(world, state, room, action)
                taken[type(action).__name__] += 1
        state, _ = tick(world, state)
    return state, taken


@pytest.fixture(scope="module")
def points(world: World) -> dict[str, float]:
    """Mean points of each bot as Thailand, over the same seeds; all of it legal."""
    room = world.room_of("thailand")
    found = {}
    for bot in ("random", "greedy"):
        ends = [watched(world, "thailand", bot, seed)[0] for seed in SEEDS]
        found[bot] = sum(settle(world, end, room).points for end in ends) / len(ends)
    # History by hand is the night as it goes by itself (tests of the rivals hold that).
    state = begin(world, SEEDS)
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    nights = range(len(SEEDS))
    found["history"] = sum(settle(world, state, room, n).points for n in nights) / len(SEEDS)
    return found


@pytest.mark.slow
def test_wiser_players_make_more_points(points: dict[str, float]) -> None:
    assert points["random"] < points["greedy"] < points["history"]


@pytest.mark.slow
def test_history_is_worth_about_a_thousand_points(points: dict[str, float]) -> None:
    assert points["history"] == pytest.approx(1000, abs=250)


@pytest.mark.parametrize("bot", BOTS)
@pytest.mark.parametrize(
    "role",
    ["rwanda", *(pytest.param(role, marks=pytest.mark.slow) for role in ("mexico", "new-zealand"))],
)
def test_bots_do_only_what_is_allowed(world: World, role: str, bot: str) -> None:
    _, taken = watched(evolve(world, ticks=200), role, bot, 11)
    assert taken["Beat"] > 10


@pytest.mark.parametrize("bot", ["random", "greedy", "history"])
def test_a_bot_with_nothing_left_to_sell_still_finds_something_to_do(
    world: World, bot: str
) -> None:
    state = begin(world, [1], [0])
    none = state.shelf * 0
    actions = BOTS[bot](1).choose(world, moved_on(state, shelf=none, held=none), 0)
    assert isinstance(actions[-1], Beat)
    assert actions[-1].product == ""


def test_a_host_without_voice_or_budget_has_something_left(world: World) -> None:
    state = begin(world, [1], [0])
    spent = moved_on(state, voice=state.voice * 0, budget=state.budget * 0)
    assert Beat("breathe") in legal_beats(world, spent, 0)


def test_legal_beats_are_all_that_are_allowed(world: World) -> None:
    state = begin(world, [1], [0])
    beats = legal_beats(world, state, 0)
    assert len(beats) == len(set(beats)) == 7 * 4 + 3
    assert all(why_not(world, state, 0, beat) == "" for beat in beats)


@pytest.mark.parametrize("bot", ["random", "greedy"])
def test_a_bot_plays_the_same_night_the_same_way(world: World, bot: str) -> None:
    short = evolve(world, ticks=60)
    nights = [state_hash(play_night(short, "peru", bot, 3)) for _ in range(2)]
    assert nights[0] == nights[1]


def test_random_players_differ_by_seed(world: World) -> None:
    state = begin(world, [1], [0])
    found = {BOTS["random"](seed).choose(world, state, 0) for seed in range(12)}
    assert len(found) > 6


def test_play_bot_gives_what_the_night_came_to(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from livegame.bots import play

    short = evolve(world, ticks=60)
    monkeypatch.setattr(play, "shipped_world", lambda scenario: short)
    told: list[tuple[int, int]] = []
    runs = play_bot(
        "greedy", "618-2020-diplomats", "peru", [3, 4], progress=lambda *t: told.append(t)
    )
    room = short.room_of("peru")
    for run, seed in zip(runs, (3, 4), strict=True):
        state = play_night(short, "peru", "greedy", seed)
        result = settle(short, state, room)
        assert (run.seed, run.file) == (seed, "")
        assert (run.points, run.settled_fen, run.rank) == (
            result.points,
            result.settled,
            result.rank,
        )
        assert run.hash == state_hash(state)
    assert told == [(1, 2), (2, 2)]


def test_an_unknown_bot_is_refused(world: World) -> None:
    with pytest.raises(BotError):
        play_night(world, "peru", "oracle", 1)
