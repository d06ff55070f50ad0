"""The review is fair: it never rounds up, counts only one's own, and advises what was allowed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from livegame.bots.players import legal_beats
from livegame.bots.review import report
from livegame.bots.review.judge import Verdict, books_of, changes_at, legal
from livegame.bots.review.order import Change, Past, recount
from livegame.bots.review.report import Review, review
from livegame.bots.review.words import accuracy_lines, sentence
from livegame.catalog.library import library
from livegame.engine.actions import Action, Beat, Link, Plan
from livegame.engine.acts import act, why_not
from livegame.engine.begin import begin
from livegame.engine.reducer import tick
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.plain.review import review_lines
from livegame.runs.lines import Decision
from livegame.runs.playback import Playback
from livegame.runs.saved import broadcast_path
from livegame.runs.session import Session
from livegame.runs.worlds import world_of

SCENARIO, ROLE, MACA = "618-2020-diplomats", "peru", "pe-maca"
TAKEN = 300  # the tick at which the test takes history over


@pytest.fixture(scope="module")
def taken_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """History's night as Thailand, taken over ten minutes before it is over."""
    path = broadcast_path(SCENARIO, "thailand")
    assert path
    playback = Playback.open(path)
    playback.jump(TAKEN)
    session = Session.take_over(playback, player="Ann", folder=tmp_path_factory.mktemp("runs"))
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        session.advance()
    session.close()
    assert session.path
    return session.path


@pytest.fixture
def judged(taken_over: Path, monkeypatch: pytest.MonkeyPatch) -> Review:
    """Its review, in which history's choices cost most."""

    def judge(past: Past, numbers: object, told: object = None) -> list[Verdict]:
        own = books_of(past.world, past.end, past.room)[0]
        found = []
        for moment in past.moments:
            lost = 9_000_000 if moment.tick < TAKEN else 100_000
            then = evolve(own, settled=own.settled + lost)
            best = Change("first", Beat("giveaway"))
            found.append(Verdict(moment.number, best, then, 40))
        return found

    monkeypatch.setattr(report, "judge", judge)
    return review(taken_over)


def test_only_choices_after_a_taking_over_count(judged: Review) -> None:
    assert judged.since == TAKEN
    before = [choice for choice in judged.choices if choice.tick < TAKEN]
    assert before
    assert judged.mine
    assert judged.mattered
    assert all(judged.choices[n].tick >= TAKEN for n in judged.mattered)
    kept = [choice.kept for choice in judged.mine]
    assert judged.accuracy == sum(kept) // len(kept) > max(choice.kept for choice in before)


def test_where_it_was_taken_over_is_said(judged: Review) -> None:
    said = accuracy_lines(judged)
    assert "from history at 21:20" in said[0]
    told = review_lines(judged)
    assert said[0] in told
    others = [line for line in told if "(before yours)" in line]
    assert len(others) == sum(choice.tick < TAKEN for choice in judged.choices)


def test_a_run_left_to_itself_after_a_taking_over_has_no_accuracy(judged: Review) -> None:
    idle = evolve(judged, since=10**6, mattered=())
    assert "no choice" in accuracy_lines(idle)[-1]
    assert not any("Take a bow" in line or "%" in line for line in review_lines(idle)[:4])


@pytest.mark.parametrize(
    ("permille", "percent"),
    [(1000, "100 %"), (999, "99.9 %"), (995, "99.5 %"), (990, "99.0 %"), (989, "98 %"), (7, "0 %")],
)
def test_accuracy_is_never_rounded_up(judged: Review, permille: int, percent: str) -> None:
    text = accuracy_lines(evolve(judged, accuracy=permille))[-1]
    assert text.count(percent) == 2
    assert ("100 %" in text) == (permille == 1000)


def played(world: World, room: int, ticks: int, choose: Callable[[State], Action | None]) -> Past:
    """A night in which somebody decides tick by tick."""
    state = begin(world, [5], [room])
    taken: list[Decision] = []
    while state.tick < ticks:
        while action := choose(state):
            taken.append(Decision(state.tick, action))
            state = act(world, state, room, action)
        state, _ = tick(world, state)
    return recount(world, room, 5, taken)


@pytest.fixture(scope="module")
def sold_out() -> Past:
    """Peru brings a hundred packs of maca, sells them, and shuts and opens links afterwards."""
    world = evolve(world_of(SCENARIO), ticks=150)
    room = world.roles.index(ROLE)
    slot = world.slot_of(room, MACA)
    other = next(good.id for good in world.goods[room] if good.id != MACA)

    def choose(state: State) -> Action | None:
        if state.tick == 0 and not state.planned[0, room]:
            return Plan(stock=((MACA, 100),), lots=((MACA, 100), (other, 900)), open=(MACA, other))
        if state.left[0, room]:
            return None
        selling = state.tick < 40
        wish = Beat("countdown" if selling else "demonstrate", MACA if selling else other)
        last = state.tick and state.tick % 7
        return wish if last and not why_not(world, state, room, wish) else None

    past = played(world, room, 150, choose)
    assert any(state.shelf[0, room, slot] + state.held[0, room, slot] == 0 for state in past.states)
    return past


def test_every_change_is_allowed_at_its_moment(sold_out: Past) -> None:
    """A sold-out good is advised only on a tick at which unpaid packs have come back."""
    world, room = sold_out.world, sold_out.room
    slot = world.slot_of(room, MACA)
    gone = 0
    for moment in sold_out.moments:
        left = moment.before.shelf[0, room, slot] + moment.before.held[0, room, slot]
        gone += left == 0
        for change in changes_at(sold_out, moment):
            if change.beat is None:
                continue
            assert why_not(world, moment.before, room, change.beat) == "", (moment.tick, change)
            if change.kind == "first":
                assert why_not(world, moment.first, room, change.beat) == ""
            assert left or change.beat.product != MACA
    assert gone >= 3


def test_what_is_gone_at_the_beat_is_not_advised_first() -> None:
    """The host opened a link and waited; meanwhile the other good sold out."""
    world = evolve(world_of(SCENARIO), ticks=120)
    room = world.roles.index(ROLE)
    slot = world.slot_of(room, MACA)
    other = next(good.id for good in world.goods[room] if good.id != MACA)
    opened = []

    def choose(state: State) -> Action | None:
        if state.tick == 0 and not state.planned[0, room]:
            return Plan(stock=((MACA, 60),), lots=((MACA, 60),), open=(MACA,))
        left = int(state.shelf[0, room, slot])
        if state.left[0, room] or state.tick < 1:
            return None
        if state.tick < 8:
            return Beat("demonstrate", MACA)
        if not opened and left:
            opened.append(state.tick)
            return Link(other, open=True)
        waited = opened and left + int(state.held[0, room, slot]) == 0
        return Beat("demonstrate", other) if waited else None

    past = played(world, room, 120, choose)
    waited = next(m for m in past.moments if m.beat.product == other)
    assert waited.first.tick < waited.tick
    assert waited.first.shelf[0, room, slot] > 0
    assert all(c.beat is None or c.beat.product != MACA for c in changes_at(past, waited))


def test_a_rungs_barred_pitches_are_not_advised() -> None:
    """What a rung takes away is no alternative there."""
    scene = next(
        scene
        for scene in library().scenarios.values()
        if any(rung.limits.without for rung in scene.rung)
    )
    number = next(n for n, rung in enumerate(scene.rung, 1) if rung.limits.without)
    world = world_of(scene.id, number)
    state = begin(world, [1], [0])
    barred = set(scene.rung[number - 1].limits.without)
    found = legal(world, state, 0)
    assert not barred & {beat.pitch for beat in found}
    assert sorted(map(str, found)) == sorted(map(str, legal_beats(world, state, 0)))


def test_that_little_was_left_is_said(judged: Review) -> None:
    choice = judged.choices[judged.mattered[0]]
    good = choice.seen.products[0]
    few = evolve(good, shelf=1, held=0, sold=5000)
    seen = evolve(choice.seen, products=(few, *choice.seen.products[1:]))
    story = evolve(choice, seen=seen, best=Change("instead", Beat("story", good.id)))
    assert "Just then 1 pack of" in sentence(judged, story)
    many = evolve(story, seen=evolve(seen, products=(evolve(few, shelf=4000), *seen.products[1:])))
    assert "Just then" not in sentence(judged, many)
