"""The expert's thinking: who the hour brings, tonight's crowd, couriers, what is scarce."""

import numpy as np
import pytest
from attrs import evolve

from livegame.bots.entries import Entry
from livegame.bots.expert.expecting import chance, expected, gained, lost, tonight
from livegame.bots.expert.known import Known, known, then
from livegame.bots.expert.posts import Post
from livegame.bots.expert.pricing import best_prices
from livegame.bots.expert.sense import Sense, sense
from livegame.bots.expert.style import guess, style_for
from livegame.bots.games import play_all
from livegame.bots.nights import shipped_world
from livegame.bots.scenes import calibrated
from livegame.bots.seat import Seat
from livegame.catalog.library import library
from livegame.engine.begin import begin
from livegame.engine.reducer import tick
from livegame.engine.tables import Floats
from livegame.engine.world import World

ROOM = 0
ALONG = 30  # ticks into a night


def along(world: World, ticks: int = ALONG) -> Seat:
    """A room after some ticks of nobody doing anything."""
    state = begin(world, [1], [ROOM])
    told = []
    for _ in range(ticks):
        state, report = tick(world, state)
        told.append(report)
    return Seat(world, state, ROOM, recent=told)


@pytest.fixture(scope="module")
def moment(world: World) -> tuple[Known, Sense]:
    seat = along(world)
    return then(world, ROOM, seat.tick), sense(world, ROOM, seat.view)


def said(about: Known, world: World, now: Sense) -> Floats:
    """What the rules say of those who would buy, with tonight's crowd as worked out."""
    wide = np.broadcast_to(now.desire[:, None], (len(now.desire), len(about.share)))
    minus = lost(world.rates, now.doubt, now.wear) - now.news - now.tonight
    room = gained(world.rates, np.asarray([now.trust]), np.asarray([now.mood]))
    return chance(about, world.rates, np.log(now.reference / now.price), wide, minus, room)


def test_tonights_crowd_makes_the_rules_agree_with_the_screen(
    world: World, moment: tuple[Known, Sense]
) -> None:
    about, now = moment
    eager = evolve(now, would=np.minimum(now.would * 2.0, 0.9))
    for seen in (now, eager):
        told = said(about, world, tonight(about, world.rates, seen))
        assert told == pytest.approx(seen.would, rel=0.25)
    plain, keen = tonight(about, world.rates, now), tonight(about, world.rates, eager)
    assert (keen.tonight > plain.tonight).all()


def test_the_hour_brings_its_own_people() -> None:
    day = shipped_world("1111-2019-aliexpress")
    mornings = then(day, ROOM, day.ticks // 4).share
    evenings = then(day, ROOM, day.ticks * 5 // 6).share
    assert mornings.sum() == pytest.approx(1.0)
    assert evenings.sum() == pytest.approx(1.0)
    siberia = day.segments.index("ae-siberia")
    assert mornings[siberia] > 1.5 * evenings[siberia]
    assert then(day, ROOM, 5).usual is known(day, ROOM).usual


def outlook(world: World, about: Known, now: Sense, flow: float) -> Floats:
    goods = np.ones(len(now.price))
    used = np.zeros((len(about.ticks), len(goods)))
    style = evolve(guess(), flow=flow)
    return expected(about, world.rates, style, now, used, goods, goods * 0.0).packs


def test_who_comes_while_a_beat_lasts_counts_as_far_as_the_style_says(
    world: World, moment: tuple[Known, Sense]
) -> None:
    about, now = moment
    busy = evolve(now, arrived=now.arrived + now.watching)
    assert (outlook(world, about, busy, 0.0) == outlook(world, about, now, 0.0)).all()
    more = outlook(world, about, busy, 1.0) - outlook(world, about, now, 1.0)
    assert (more >= -1e-6).all()
    assert more.max() > 0.0
    gone = evolve(now, leaving=now.watching * 0.9)
    fewer = outlook(world, about, gone, 1.0) - outlook(world, about, now, 1.0)
    assert (fewer <= 1e-6).all()
    assert fewer.min() < 0.0


def test_scarce_packs_are_asked_more_for(world: World, moment: tuple[Known, Sense]) -> None:
    about, now = moment
    style = evolve(guess(), reach=0.2)
    plenty = best_prices(about, world.rates, style, evolve(now, stock=now.stock * 0 + 1e9))
    scarce = best_prices(about, world.rates, style, evolve(now, stock=now.stock * 0 + 50.0))
    assert (scarce >= plenty).all()
    assert (scarce > plenty).any()
    heedless = best_prices(about, world.rates, evolve(style, reach=0.0), now)
    assert (plenty == heedless).all()


def test_places_with_a_courier_are_charged_for(world: World, moment: tuple[Known, Sense]) -> None:
    about, now = moment
    style, one = evolve(guess(), reach=0.2), np.eye(len(now.price))[0]
    many = evolve(now, stock=now.stock * 0 + 1e9)
    free = best_prices(about, world.rates, style, many)
    post = Post(one, left=100.0, late=0.5)
    full = best_prices(about, world.rates, style, evolve(many, posts=(post,)))
    assert full[0] > free[0]
    assert (full[1:] == free[1:]).all()
    roomy = best_prices(about, world.rates, style, evolve(many, posts=(evolve(post, left=1e12),)))
    assert (roomy == free).all()


def test_the_screen_tells_what_a_courier_will_yet_fetch() -> None:
    night = shipped_world("pdd-2020-red-shrimp")
    seat = along(night, 3)
    first = sense(night, ROOM, seat.view)
    assert first.posts
    assert not first.late.any()
    sold = [evolve(good, sold=10**7) for good in seat.view.products]
    later = sense(night, ROOM, evolve(seat.view, products=tuple(sold)))
    assert later.posts[0].left < 0
    assert (later.late[first.posts[0].serves > 0] > 0).all()


def test_a_stall_is_worth_opening_before_its_people_come() -> None:
    world = shipped_world("1111-2019-aliexpress")
    stalls = {world.pitches.ids[int(n)]: int(n) for n in world.stalls.pitch}
    drawn = np.array([then(world, ROOM, tick).draws for tick in range(world.ticks)])
    others = [n for n in range(drawn.shape[1]) if n not in stalls.values()]
    assert not drawn[:, others].any()
    for name, n in stalls.items():
        assert drawn[:, n].min() >= 0.0, name
        assert drawn[:, n].max() > 1.3 * np.median(drawn[:, n]), name
        assert drawn[-1, n] < 1.5, name  # nobody comes after the end
    assert not then(shipped_world("618-2020-diplomats"), ROOM, 0).draws.any()


def test_answers_that_are_bought_are_worth_more_the_more_wait() -> None:
    world = shipped_world("1111-2020-peak")
    seat = along(world)
    about, now = then(world, ROOM, seat.tick), sense(world, ROOM, seat.view)
    seats = world.pitches.ids.index("seats")
    assert np.flatnonzero(about.bought).tolist() == [seats]
    nothing = np.zeros((len(about.ticks), len(now.price)))
    shelves, worth = np.ones(len(now.price)), []
    for waiting in (0.0, now.answered, 5 * now.answered):
        busy = evolve(now, queue=float(waiting))
        told = expected(about, world.rates, guess(), busy, nothing, shelves, 0 * shelves)
        worth.append(told.room[seats] / max(told.before.sum(), 1.0))
    assert worth[0] < worth[1] < worth[2]
    nobody = evolve(now, queue=10.0, answered=0.0)  # such as in an incident of a pack
    told = expected(about, world.rates, guess(), nobody, nothing, shelves, 0 * shelves)
    assert np.isfinite(told.room).all()


def test_every_night_has_a_style_of_its_own() -> None:
    styles = [style_for(one, library().scenarios[one].roles[-1]) for one in calibrated()]
    assert all(style not in styles[:n] for n, style in enumerate(styles))
    assert guess() not in styles


@pytest.mark.slow
@pytest.mark.parametrize("scenario", calibrated())
def test_the_expert_is_the_best_of_its_night(scenario: str) -> None:
    """On nights that no tuning has seen, and against history where there is one."""
    world = shipped_world(scenario)
    bots = ("random", "greedy", "history", "expert")
    jobs = [(scenario, world.roles[0], Entry(bot), range(10_000, 10_006)) for bot in bots]
    points = {bot: one.points.mean() for bot, one in zip(bots, play_all(jobs), strict=True)}
    assert max(points, key=lambda bot: points[bot]) == "expert", points
