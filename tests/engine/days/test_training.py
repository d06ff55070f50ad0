"""A village: who may learn and host, what lessons and shows do, and that nobody else knows it."""

import numpy as np
import pytest
from attrs import evolve

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.evening import begin_show, evening_world
from livegame.engine.days.hashing import days_marks
from livegame.engine.days.outcome import outcome
from livegame.engine.days.outlook import ripening
from livegame.engine.days.plans import bill, hands_of
from livegame.engine.days.reducer import Moment, act, advance, begin, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import EVENING, NAMES, SOME, VILLAGE, changed, told
from livegame.engine.days.training import believed, drawing, lesson_gain, offered
from livegame.engine.tables import ONE
from tests.engine.days.invariants import check
from tests.engine.days.short import CASES, SPRING, short_season
from tests.engine.days.short import VILLAGE as ROLE

TEACH = "zt-returner"
SHOW = DayPlan(slot="noon", air=("tea-terrace",), picks=(("zt-tea", 60),))


@pytest.fixture
def season() -> Season:
    return short_season(SPRING, ROLE)


def night(season: Season, moment: Moment) -> Moment:
    """The next morning after a plan has been taken."""
    day = moment.days.day
    while not moment.over and (moment.days.day == day):
        moment = advance(season, moment)
        check(season, moment)
    return moment


REFUSED = [
    (DayPlan(train=("nobody",)), "no_person"),
    (DayPlan(air=("nowhere",), slot="noon"), "no_farm"),
    (DayPlan(train=(TEACH, TEACH)), "twice"),
    (DayPlan(air=("tea-terrace", "tea-terrace"), slot="noon"), "twice"),
    (DayPlan(train=("zt-picker", "zt-digger", "zt-aunt")), "places"),
    (DayPlan(air=("tea-terrace", "bean-field", "loquat-slope"), slot="noon"), "many_farms"),
    (DayPlan(train=("zt-picker",), air=("tea-terrace",), slot="noon"), "in_lessons"),
    (DayPlan(slot="noon"), "which_farm"),
    (DayPlan(air=("tea-terrace",)), "no_hour"),
]


@pytest.mark.parametrize(("plan", "reason"), REFUSED)
def test_what_a_village_cannot_do_is_refused(season: Season, plan: DayPlan, reason: str) -> None:
    assert why_not(season, begin(season, 1), plan) == f"days.refuse.{reason}"


@pytest.mark.parametrize(("campaign", "role"), [c for c in CASES if c[0] != SPRING])
def test_where_there_is_no_village_nobody_trains(campaign: str, role: str) -> None:
    other = short_season(campaign, role)
    moment = begin(other, 1)
    for plan in (DayPlan(train=(TEACH,)), DayPlan(air=("tea-terrace",), slot="early")):
        assert why_not(other, moment, plan) in ("days.refuse.no_person", "days.refuse.no_farm")
    assert not set(told(moment.days)) & set(VILLAGE)
    assert set(told(moment.days)) >= set(NAMES) - SOME
    assert len(days_marks(moment.days)) == 4 * len(told(moment.days))
    assert offered(other, moment.days).all()


def test_a_village_s_skill_stands_in_its_digest(season: Season) -> None:
    moment = begin(season, 1)
    assert set(VILLAGE) <= set(told(moment.days))
    more = changed(moment.days, skill=moment.days.skill + 1)
    assert Moment(more).hash() != moment.hash()


def test_a_rung_asks_for_a_test_or_leaves_one_van() -> None:
    licensed, van = short_season(SPRING, ROLE, 3), short_season(SPRING, ROLE, 2)
    assert why_not(licensed, begin(licensed, 1), SHOW) == "days.refuse.no_licence"
    two = evolve(SHOW, air=("tea-terrace", "bamboo-grove"))
    assert why_not(van, begin(van, 1), two) == "days.refuse.many_farms"
    both = DayPlan(train=("zt-picker", TEACH))
    assert why_not(van, begin(van, 1), both) == "days.refuse.places"


def test_a_lesson_costs_its_fee_and_a_day_and_teaches_its_share(season: Season) -> None:
    start = begin(season, 1)
    plan = DayPlan(train=(TEACH,))
    h = season.village.person(TEACH)
    assert bill(season, start.days, plan)["wages"] == season.village.fee[h]
    free = hands_of(season, start.days, DayPlan())
    assert hands_of(season, start.days, plan) < free
    gain = int(lesson_gain(season, start.days)[h])
    moment = night(season, act(season, start, plan))
    assert int(moment.days.skill[h]) == int(start.days.skill[h]) + gain
    assert 0 < gain < int(season.village.most[h]) - int(start.days.skill[h])
    assert moment.days.lessons.tolist() == [int(n == h) for n in range(4)]
    assert not moment.days.train.any()
    others = np.arange(4) != h
    assert (moment.days.skill[others] == start.days.skill[others]).all()


def test_whoever_hosts_learns_by_it_and_nobody_beyond_what_is_in_them(season: Season) -> None:
    moment = begin(season, 2)
    h = season.village.person("zt-picker")
    before = int(moment.days.skill[h])
    moment = night(season, act(season, moment, SHOW))
    assert before < int(moment.days.skill[h]) < int(season.village.most[h])
    assert moment.days.aired.tolist() == [1, 0, 0, 0]
    full = changed(moment.days, skill=season.village.most.copy())
    assert not lesson_gain(season, full).any()


def test_a_show_offers_what_its_farms_grow_and_nothing_else(season: Season) -> None:
    plan = evolve(SHOW, picks=(("zt-tea", 60), ("zt-shoots", 60)))
    moment = advance(season, act(season, begin(season, 1), plan))
    assert moment.days.phase == EVENING
    world, show = begin_show(season, moment.days)
    tea, shoots = season.good("zt-tea"), season.good("zt-shoots")
    assert world.stock[0, tea] > 0
    assert world.stock[0, shoots] == 0
    assert moment.days.stock[shoots].sum() > 0
    assert show.link[0, 0].tolist() == offered(season, moment.days).tolist() == [1, 0, 0, 0]
    moment = night(season, moment)
    assert not moment.days.by_show[0][[1, 2, 3]].any()


def test_skill_draws_people_and_is_believed(season: Season) -> None:
    moment = advance(season, act(season, begin(season, 1), SHOW))
    days, h = moment.days, season.village.person("zt-picker")
    skill = days.skill.copy()
    skill[h] = ONE * 9 // 10
    able = changed(days, skill=skill)
    assert drawing(season, able) > drawing(season, days) > 0
    tea = season.good("zt-tea")
    assert believed(season, able)[tea] > believed(season, days)[tea]
    assert not believed(season, able)[np.arange(4) != tea].any()
    new, old = evening_world(season, able), evening_world(season, days)
    assert new.draw[0] > old.draw[0]
    assert (new.appeal[0, :, tea] > old.appeal[0, :, tea]).all()


def test_two_farms_draw_as_the_mean_of_both(season: Season) -> None:
    def drawn(*farms: str) -> int:
        flags = [int(row.id in farms) for row in season.village.farms]
        return drawing(season, changed(start, air=np.array(flags, dtype=np.int64)))

    start = begin(season, 1).days
    one, other, both = drawn("tea-terrace"), drawn("bean-field"), drawn("tea-terrace", "bean-field")
    assert min(one, other) <= both <= max(one, other)
    assert abs(both - (one + other) // 2) <= 1


def test_nobody_asks_a_village_for_what_is_not_in_season(season: Season) -> None:
    plan = DayPlan(picks=(("zt-tea", 20),))
    moment = advance(season, act(season, begin(season, 1), plan))
    tea = season.good("zt-tea")
    assert not moment.days.turned[np.arange(4) != tea].any()
    assert moment.days.ordered[tea] == 20
    assert moment.days.turned[tea] > 0


def test_ripening_tells_the_weeks_of_each_crop(season: Season) -> None:
    ahead = ripening(season, begin(season, 1).days)
    assert ahead.shape == (season.days, 4)
    best = ahead.argmax(axis=0)
    assert best[season.good("zt-shoots")] < best[season.good("zt-beans")]
    assert best[season.good("zt-beans")] <= best[season.good("zt-loquat")]
    assert ahead[0, season.good("zt-loquat")] == 0


def test_the_result_counts_lessons_farms_and_hosts(season: Season) -> None:
    moment = begin(season, 4)
    while not moment.over:
        plan = DayPlan(train=(TEACH,)) if moment.days.day < 4 else SHOW
        moment = night(season, act(season, moment, plan))
    result = outcome(season, moment.days)
    assert moment.days.lessons.sum() == 4
    assert moment.days.skill[season.village.person(TEACH)] > ONE // 2
    assert "self-taught" not in result.trophies
    assert result.shows == season.days - 4


def test_choosy_pickers_leave_what_is_past_its_best(season: Season) -> None:
    start = begin(season, 1)
    tea, over = season.good("zt-tea"), int(season.over[season.good("zt-tea")])
    plant = start.days.plant.copy()
    plant[tea] = 0
    plant[tea, [0, over - 1, over, -1]] = [50, 30, 40, 20]

    def left(packs: int) -> list[int]:
        state = changed(start.days, plant=plant.copy())
        plan = DayPlan(picks=(("zt-tea", packs),))
        after = act(season, Moment(state), plan).days.plant[tea]
        return [int(n) for n in after[[0, over - 1, over, -1]]]

    assert left(20) == [50, 10, 40, 20]
    assert left(60) == [20, 0, 40, 20]
    assert left(90) == [0, 0, 40, 10]  # nothing better is left
