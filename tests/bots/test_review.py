"""The review: a run is itself until its change, and what it says can be checked by hand."""

from pathlib import Path

import numpy as np
import pytest

from livegame.bots.players import legal_beats
from livegame.bots.review.hands import Hands
from livegame.bots.review.judge import books_of, changes_at, judge, legal, past_of
from livegame.bots.review.order import Change, Past, changed
from livegame.bots.review.report import kept, review, split
from livegame.bots.review.sweep import Lane, play, whole_night
from livegame.bots.review.turns import turns_of
from livegame.bots.review.words import advice, sentence
from livegame.engine.actions import Action, Beat, Cut, Link, Release, Reply, SetPrice
from livegame.engine.acts import act, why_not
from livegame.engine.lanes import take_night
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.state import ARRAYS, State
from livegame.engine.world import World
from livegame.runs.campaigns.seasons import is_campaign
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from tests.few import few

GOLDEN = [  # days are not reviewed
    path
    for path in sorted((Path(__file__).parents[1] / "golden").glob("*.live"))
    if not is_campaign(read_run(path).header.scenario)
]
HISTORY = next(path for path in GOLDEN if path.name.startswith("thailand-history"))
LATE = 4  # choices before the end: cheap to play out


def past_at(path: Path) -> Past:
    return past_of(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def past() -> Past:
    return past_at(HISTORY)


FEW = 6  # each such run always, the others where there is time


@pytest.fixture(
    scope="module",
    params=few(GOLDEN, FEW, ids=[path.stem for path in GOLDEN]),
)
def golden(request: pytest.FixtureRequest) -> Past:
    """Each golden run, read and replayed once for all tests of it."""
    return past_at(request.param)


def unlike(one: State, other: State) -> list[str]:
    """Fields that differ; the place in the script does not count in a room that is played."""
    names = (name for name in ARRAYS if name != "cue")
    return [n for n in names if not np.array_equal(getattr(one, n), getattr(other, n))]


def test_an_order_played_unchanged_is_the_run(golden: Past) -> None:
    past = golden
    lanes = [Lane(past.order, moment.tick) for moment in past.moments[:: len(past.moments) // 3]]
    end = play(past, whole_night(past), lanes)
    assert end.batch == len(lanes) >= 3
    for night in range(end.batch):
        assert unlike(take_night(end, night), past.end) == []


def tried(world: World, state: State, room: int) -> list[Action]:
    """Decisions of every kind, allowed and not."""
    goods = [good.id for good in world.goods[room]]
    found: list[Action] = [Reply(), Cut()]
    for pitch in (*world.pitches.ids[1:], "no-such-pitch"):
        found += [Beat(pitch, good) for good in (*goods, "", "no-such-good")]
    for slot, good in enumerate(goods):
        price, held = int(state.price[0, room, slot]), int(state.held[0, room, slot])
        found += [SetPrice(good, fen) for fen in (price, price * 9 // 10, price + 100, 1)]
        found += [Release(good, packs) for packs in (0, held, held + 1)]
        found += [Link(good, open=True), Link(good, open=False)]
    return [*found, Link("no-such-good", open=True)]


def test_hands_do_what_the_engine_does(golden: Past) -> None:
    past = golden
    world, room = past.world, past.room
    hands = Hands(world, room)
    moments = [past.states[len(past.states) * part // 5] for part in range(1, 5)]
    allowed = 0
    for state in [*moments, past.moments[len(past.moments) // 2].before]:
        acts = tried(world, state, room)
        arrays = {name: np.repeat(getattr(state, name), len(acts), axis=0) for name in ARRAYS}
        many = State(seeds=state.seeds * len(acts), tick=state.tick, played=state.played, **arrays)
        after, fine = hands.take(many, list(enumerate(acts)))
        for lane, action in enumerate(acts):
            key = why_not(world, state, room, action)
            assert fine[lane] == (not key), action
            alone = state if key else act(world, state, room, action)
            assert unlike(take_night(after, lane), alone) == [], action
        allowed += sum(fine)
    assert allowed > 20


def test_legal_beats_are_the_engines(past: Past) -> None:
    for moment in past.moments[::10]:
        found = legal(past.world, moment.before, past.room)
        assert sorted(map(str, found)) == sorted(
            map(str, legal_beats(past.world, moment.before, past.room))
        )


def test_a_change_touches_one_choice_only(past: Past) -> None:
    moment = past.moments[10]
    other = Beat("breathe")
    instead = changed(past, moment, Change("instead", other))
    first = changed(past, moment, Change("first", other))
    without = changed(past, moment, Change("without"))
    own = [step.action for step in past.order]
    at = moment.step
    assert [s.action for s in instead] == [*own[:at], other, *own[at + 1 :]]
    assert [s.action for s in first] == [*own[: moment.opens], other, *own[moment.opens :]]
    assert [s.action for s in without] == [*own[:at], *own[at + 1 :]]


def by_hand(past: Past, number: int, change: Change) -> int:
    """The settled value of a run of mere beats with one of them changed, played step by step."""
    world, room = past.world, past.room
    moment = past.moments[number]
    rest = [other.beat for other in past.moments[number + (change.kind != "first") :]]
    queue = ([change.beat] if change.beat else []) + rest
    given = [other.beat for other in past.moments[:number]] + queue
    tail = list(dict.fromkeys(reversed(given)))
    state = moment.before
    while state.tick < world.ticks:
        while queue and state.left[0, room] == 0:
            beat = queue.pop(0)
            if not why_not(world, state, room, beat):
                state = act(world, state, room, beat)
        if state.left[0, room] == 0:
            beat = next(b for b in tail if not why_not(world, state, room, b))
            state = act(world, state, room, beat)
        state, _ = tick(world, state)
    return settle(world, state, room).settled


def ends_in_beats(past: Past) -> bool:
    """Whether the last choices are beats alone, so that `by_hand` can play them."""
    late = past.order[past.moments[len(past.moments) - LATE].opens :]
    return all(isinstance(step.action, Beat) for step in late)


def test_a_verdict_can_be_played_by_hand() -> None:
    """The best change that was found gives this very settled value, and beats all others."""
    stories = (past_at(path) for path in GOLDEN if "denmark-history" in path.name)
    past = next(past for past in stories if ends_in_beats(past))
    number = len(past.moments) - LATE
    late = range(number, len(past.moments))
    verdicts = judge(past, late)
    assert [verdict.number for verdict in verdicts] == list(late)
    own = books_of(past.world, past.end, past.room)[0].settled
    verdict = verdicts[0]
    assert verdict.others == len(changes_at(past, past.moments[number]))
    every = {c: by_hand(past, number, c) for c in changes_at(past, past.moments[number])}
    best = max(every.values())
    found = every[verdict.best] if verdict.best else own
    assert (verdict.books.settled if verdict.books else own) == found
    assert max(best, own) - found <= abs(own) // 200  # a first look chose which to play out


def test_unfinished_runs_are_refused() -> None:
    data = HISTORY.read_bytes()
    cut = b"".join(data.splitlines(keepends=True)[:20])
    with pytest.raises(RunError, match="no end"):
        past_of(cut, "cut.live")


def test_the_work_is_split_without_loss(past: Past) -> None:
    for parts in (1, 5, 12):
        found = split(past, parts)
        assert [n for part in found for n in part] == list(range(len(past.moments)))
        assert len(found) <= parts + 1


def test_turns_are_where_a_curve_bends() -> None:
    bent = [0] * 10 + [n * 5 for n in range(10)] + [45] * 10
    assert turns_of(bent, 2) in ((9, 19), (10, 19), (9, 20), (10, 20))
    assert turns_of(list(range(40))) == ()
    assert turns_of([7]) == ()


def test_what_a_choice_kept() -> None:
    assert kept(500, 1000) == 500
    assert kept(1000, 1000) == 1000
    assert kept(-5, 1000) == 0
    assert kept(-5, -1) == 0
    assert kept(-5, -5) == 1000


@pytest.mark.slow
def test_a_whole_review(past: Past) -> None:
    told: list[int] = []
    found = review(HISTORY, jobs=2, progress=lambda done, of: told.append(done * 100 // of))
    assert told == sorted(told)
    assert told[-1] == 100
    assert len(found.choices) == len(past.moments)
    assert found.curve[-1] == found.points
    assert 0 < found.accuracy <= 1000
    lost = [found.choices[n].lost for n in found.mattered]
    assert len(lost) == 3
    assert lost == sorted(lost, reverse=True)
    assert lost[0] == max(choice.lost for choice in found.choices)
    for n in found.mattered:
        choice = found.choices[n]
        assert choice.then is not None
        words = sentence(found, choice)
        assert f"{choice.lost:,} points" in words
        assert advice(found, choice) in words
        assert choice.then.settled > found.own.settled


@pytest.mark.slow
def test_one_process_or_several_say_the_same() -> None:
    assert review(HISTORY) == review(HISTORY, jobs=2)
