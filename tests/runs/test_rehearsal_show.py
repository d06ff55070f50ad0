"""The show behind the rehearsal: on the real rules, no night of the festival, and kept nowhere."""

import pytest
from attrs import evolve

from livegame.bots import foresee
from livegame.bots.forecast import forecast
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.engine.actions import Beat, Reply
from livegame.runs import rehearsal as script
from livegame.runs.coach import Coach
from livegame.runs.problems import RunError
from livegame.runs.rehearsal import REHEARSAL, RehearsalSession, rehearsal, rehearsal_world, start
from livegame.runs.session import Session

FRUIT = "th-mangosteen"


def through(session: RehearsalSession, action: Beat) -> None:
    """A whole beat."""
    session.decide(action)
    while not session.view.idle and not session.finished:
        session.advance()


def test_it_is_no_night_of_the_festival() -> None:
    assert REHEARSAL not in library().scenarios
    assert rehearsal().after in library().scenarios
    with pytest.raises(RunError):
        Session.start(REHEARSAL, "thailand", keep=False)


def test_it_lasts_two_minutes_at_a_tick_a_second() -> None:
    scene = rehearsal().scenario
    assert scene.minutes * 60 // scene.tick_seconds == 120


def test_it_has_few_rooms_and_one_or_two_goods_a_room_with_a_record_behind_the_players() -> None:
    world = start(1).world
    assert 2 <= len(world.roles) <= 4
    assert all(1 <= len(goods) <= 2 for goods in world.goods)
    mine = world.goods[world.room_of(rehearsal().role)]
    assert all(good.recorded and good.facts for good in mine)


def test_its_goods_are_those_of_the_real_night() -> None:
    world, lib = start(1).world, library()
    assert all(good == lib.products[good.id] for goods in world.goods for good in goods)


def test_its_forecasts_come_from_its_own_world() -> None:
    world = start(1).world
    assert world is rehearsal_world()
    assert foresee._unpacked(foresee.Foreseer()._bytes(world)).scenario.id == REHEARSAL


def test_nothing_is_sold_before_the_player_sells() -> None:
    session = start(5)
    while not session.finished:
        session.advance()
    assert session.view.sales == 0
    assert not Coach(session, rehearsal().step).sold


@pytest.mark.parametrize("seed", range(20))
def test_who_follows_the_coach_sells_out_soon(seed: int) -> None:
    session = start(seed)
    coach = Coach(session, rehearsal().step)
    through(session, Beat("demonstrate", FRUIT))
    through(session, Beat("countdown", FRUIT))
    assert coach.sold
    assert session.view.tick <= 30
    good = session.view.product_view(FRUIT)
    assert good
    assert good.shelf == 0
    assert good.held > 0
    assert not session.why_not(Reply())


@pytest.mark.parametrize("seed", [0, 3])
def test_a_demonstration_is_seen_to_lift_the_forecast_of_a_countdown(seed: int) -> None:
    session = start(seed)
    launch = [Beat("countdown", FRUIT)]
    (cold,) = forecast(session.world, session.state, session.room, launch)
    through(session, Beat("demonstrate", FRUIT))
    (warm,) = forecast(session.world, session.state, session.room, launch)
    assert warm.packs[0] > 1.5 * cold.packs[1]


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ContentError, match="no good 'th-apple'"):
        script._known(evolve(rehearsal(), goods=["th-apple"]), library())
    broken = evolve(rehearsal().scenario, roles=["atlantis"])
    with pytest.raises(ContentError, match="no host"):
        script._known(evolve(rehearsal(), scenario=broken), library())
