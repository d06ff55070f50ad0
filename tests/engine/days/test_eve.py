"""What leads up to a great night: the book, warehouses, vans, the chatbot, the night itself."""

import numpy as np
import pytest
from attrs import evolve

from livegame.engine.days import book, depots, parcels, questions, stroke
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.demand import deposits_likely
from livegame.engine.days.evening import evening_world
from livegame.engine.days.happenings import effects
from livegame.engine.days.hashing import days_marks
from livegame.engine.days.plans import bill
from livegame.engine.days.reducer import Moment, act, advance, begin, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import EVE, EVENING, MORNING, DayState, changed, held, told
from livegame.engine.tables import ONE
from tests.engine.days.invariants import check
from tests.engine.days.short import BRAND, CASES, ELEVEN, short_season

NIGHT_DAY = 10  # of the calendar: its evening runs into the eleventh
OFFERS = ("plain", "deep", "thin")


@pytest.fixture
def season() -> Season:
    return short_season(ELEVEN, BRAND)


def to_morning(season: Season, moment: Moment, day: int, **plan: object) -> Moment:
    """On to the morning of a day, with the same plan every day before; later ones left out when
    they are refused."""
    while moment.days.day < day - 1:
        if moment.days.phase == MORNING:
            wish = DayPlan(**plan)  # type: ignore[arg-type]
            moment = act(season, moment, wish if not why_not(season, moment, wish) else DayPlan())
        moment = advance(season, moment)
        check(season, moment)
    while moment.days.phase != MORNING:
        moment = advance(season, moment)
    return moment


def over(season: Season, moment: Moment) -> DayState:
    """The end, with empty plans."""
    while not moment.over:
        if moment.days.phase == MORNING:
            moment = act(season, moment, DayPlan())
        moment = advance(season, moment)
        check(season, moment)
    return moment.days


REFUSED = [
    (DayPlan(offer="generous"), "no_offer"),
    (DayPlan(call=1001), "amount"),
    (DayPlan(forward=(("west-brand.nb-cups", 10),)), "no_depot"),
    (DayPlan(forward=(("east-brand.no-such", 10),)), "unknown_good"),
    (DayPlan(forward=(("east-brand.nb-cups", 0),)), "amount"),
    (DayPlan(forward=(("east-brand.nb-cups", 10**6),)), "not_there"),
    (DayPlan(forward=(("north-brand.nb-cups", 3000),)), "roads"),
    (DayPlan(forward=(("east-brand.nb-cups", 1), ("east-brand.nb-cups", 1))), "twice"),
    (DayPlan(staff=9), "no_staff"),
    (DayPlan(staff=-1), "no_staff"),
    (DayPlan(staff=1, teach=(("goods", 2),)), "few_staff"),
    (DayPlan(staff=2, teach=(("stars", 1),)), "no_topic"),
    (DayPlan(slot="stroke-brand"), "slot_day"),
    (DayPlan(slot="stroke-channel"), "no_slot"),
]


@pytest.mark.parametrize(("plan", "reason"), REFUSED)
def test_what_cannot_be_is_refused(season: Season, plan: DayPlan, reason: str) -> None:
    assert why_not(season, begin(season, 1), plan) == f"days.refuse.{reason}"


@pytest.mark.parametrize(("campaign", "role"), [c for c in CASES if c[0] != ELEVEN])
def test_other_campaigns_know_nothing_of_it(campaign: str, role: str) -> None:
    other = short_season(campaign, role)
    moment = begin(other, 1)
    assert not set(told(moment.days)) & set(EVE)
    assert len(days_marks(moment.days)) == 4 * len(told(moment.days))
    for plan, reason in (
        (DayPlan(offer="plain"), "no_offer"),
        (DayPlan(call=100), "no_window"),
        (DayPlan(forward=(("east-brand.nb-cups", 1),)), "no_depot"),
        (DayPlan(staff=1), "no_staff"),
    ):
        assert why_not(other, moment, plan) == f"days.refuse.{reason}"


def test_it_stands_in_the_digest(season: Season) -> None:
    moment = begin(season, 1)
    assert set(EVE) <= set(told(moment.days))
    for name in ("book", "bot", "passed", "waiting"):
        more = changed(moment.days, **{name: getattr(moment.days, name) + 1})
        assert Moment(more).hash() != moment.hash(), name


# ------------------------------------------------------------------------------------- the book


def test_a_call_is_paid_today_but_for_those_who_never_pay(season: Season) -> None:
    moment = begin(season, 2)
    before = moment.days
    called = advance(season, act(season, moment, DayPlan(call=500))).days
    part = before.book * 500 // 1000
    assert (before.book - called.book == part).all()
    assert (called.balances + called.lapsed == part).all()
    assert 0 < called.lapsed.sum() < part.sum() * 0.25
    assert called.ordered.sum() >= called.balances.sum()
    # A pledge of what lapsed is the seller's, and that is all that it brings.
    paid = called.balances * before.book_fen // np.maximum(before.book, 1)
    assert called.sales > int(paid.sum())
    assert called.cash > before.cash


def test_a_window_is_open_on_its_days_only(season: Season) -> None:
    moment = to_morning(season, begin(season, 2), 4)
    assert why_not(season, moment, DayPlan(call=500)) == "days.refuse.no_window"
    one = short_season(ELEVEN, BRAND, 2)
    assert why_not(one, begin(one, 2), DayPlan(call=500)) == "days.refuse.no_window"


def test_without_a_night_the_book_falls_due_on_the_last_morning(season: Season) -> None:
    moment = to_morning(season, begin(season, 2), 11)
    assert moment.days.book.sum() > 0
    assert why_not(season, moment, DayPlan(offer="plain")) == "days.refuse.offer_late"
    after = advance(season, act(season, moment, DayPlan())).days
    assert after.book.sum() == 0
    assert after.balances.sum() > 0


def test_an_offer_fills_the_book_and_takes_from_the_page(season: Season) -> None:
    start = begin(season, 3)
    sold, left = {}, {}
    for name in ("", *OFFERS):
        moment = act(season, start, DayPlan(offer=name))
        moment = advance(season, moment)
        sold[name] = int(moment.days.by_store[0].sum())
        left[name] = int((moment.days.deposits - start.days.deposits).sum())
    assert left[""] == 0
    assert left["deep"] > left["plain"] > left["thin"] > 0
    assert sold["deep"] < sold["plain"] < sold[""]


def test_people_get_used_to_what_an_offer_asks(season: Season) -> None:
    start = begin(season, 3)
    habits = {}
    for name in ("", *OFFERS):
        moment = advance(season, advance(season, act(season, start, DayPlan(offer=name))))
        habits[name] = int(moment.days.habit.sum())
    assert habits["deep"] < habits["plain"] < habits["thin"] < habits[""]


def test_a_flaky_book_lapses_more(season: Season) -> None:
    start = begin(season, 3).days
    deep = changed(start, flaky=start.book * 70)
    base = season.eve.windows[0].unpaid
    more, less = (book.unpaid_share(season, one, base) for one in (deep, start))
    assert (more > less).all()
    assert (more <= book.MOST_UNPAID).all()


def test_what_is_likely_is_near_what_comes(season: Season) -> None:
    start = begin(season, 5)
    gained, lost = deposits_likely(season, start.days, season.eve.offer("plain"))
    moment = advance(season, act(season, start, DayPlan(offer="plain", staff=8)))
    came = int((moment.days.deposits - start.days.deposits).sum())
    assert 0.6 * gained.sum() < came < 1.5 * gained.sum()
    assert 0 < lost.sum() < gained.sum()


# --------------------------------------------------------------------------- warehouses and vans


def test_goods_sent_ahead_arrive_and_serve_their_part(season: Season) -> None:
    start = begin(season, 4)
    plan = DayPlan(forward=(("east-brand.nb-cups", 400), ("north-brand.nb-cups", 200)))
    assert bill(season, start.days, plan)["freight"] > 0
    moment = act(season, start, plan)
    assert moment.days.ahead.sum() == 600
    assert (held(moment.days) + moment.days.ahead.sum(axis=(0, 1, 3)) == held(start.days)).all()
    moment = to_morning(season, moment, 2)
    east, north = (season.eve.depot(name) for name in ("east-brand", "north-brand"))
    assert moment.days.depot[east].sum() == 400
    assert moment.days.depot[north].sum() == 0  # a night longer
    wanted = np.array([100, 0, 0, 0, 0])
    every = np.ones_like(moment.days.stock)
    door, _, from_depots = depots.serve(season, moment.days, wanted, every)
    near = int(season.eve.near[east])
    assert from_depots[east, 0] == 100 * near // 1000
    assert door.sum() + from_depots.sum() == 100


def test_what_the_door_is_short_of_goes_from_any_warehouse(season: Season) -> None:
    state = begin(season, 4).days
    depot = state.depot.copy()
    depot[0, 0, 0], depot[1, 0, 0] = 500, 500
    state = changed(state, stock=np.zeros_like(state.stock), depot=depot)
    wanted = np.array([900, 0, 0, 0, 0])
    door, _, from_depots = depots.serve(season, state, wanted, np.ones_like(state.stock))
    assert door.sum() == 0
    assert from_depots.sum() == 900


def waiting(season: Season, state: DayState, old: int) -> DayState:
    """The same state with parcels that have been waiting at the door for more than a day."""
    packs = np.zeros_like(state.waiting)
    packs[parcels.OLD, 0] = old
    fen = packs * season.usual
    delivered = state.delivered + packs.sum(axis=0)
    return changed(state, waiting=packs, waiting_fen=fen, delivered=delivered)


def test_vans_take_the_oldest_first_and_the_rest_comes_back_in_part(season: Season) -> None:
    state = waiting(season, begin(season, 4).days, 9000)
    morning = parcels.morning(season, state)
    room = int(season.eve.vans[0])
    assert morning.waiting.sum() == 9000 - room
    assert morning.free[0] == 0
    night = parcels.overnight(season, morning, last=False)
    back = int(night.returned.sum())
    left = 9000 - room
    assert abs(back - left * season.eve.late) < 5 * (left * season.eve.late) ** 0.5
    assert night.refunds - morning.refunds == pytest.approx(back * int(season.usual[0]), rel=0.01)
    assert night.trust < morning.trust
    shelf = int(season.over[0])
    assert night.stock[0, shelf] - morning.stock[0, shelf] == back


def test_the_last_night_counts_all_that_waits(season: Season) -> None:
    state = parcels.morning(season, waiting(season, begin(season, 4).days, 20_000))
    usual = parcels.overnight(season, state, last=False)
    last = parcels.overnight(season, state, last=True)
    assert last.returned.sum() > usual.returned.sum()
    assert last.waiting.sum() == 0


def test_packs_from_a_warehouse_do_not_burden_the_door(season: Season) -> None:
    state = parcels.morning(season, begin(season, 4).days)
    packs = np.array([6000, 0, 0, 0, 0])
    none = np.zeros((len(season.eve.depots), 5), dtype=np.int64)
    some = none.copy()
    some[:, 0] = 1000
    fen = packs * season.usual
    alone = parcels.handed(season, state, packs, fen, none)
    helped = parcels.handed(season, state, packs, fen, some)
    assert helped.waiting.sum() == alone.waiting.sum() - 3000
    assert alone.waiting.sum() == 6000 - int(season.eve.vans[0])


# ---------------------------------------------------------------------------------- the chatbot


def test_a_lesson_sinks_in_and_fades(season: Season) -> None:
    start = begin(season, 4)
    plan = DayPlan(staff=2, teach=(("goods", 2),))
    moment = to_morning(season, act(season, start, plan), 2)
    was, now = start.days.bot, moment.days.bot
    assert now[0] > was[0]
    assert now[1] < was[1]  # nobody taught it
    assert bill(season, start.days, plan)["wages"] == 2 * season.eve.wage


def test_who_answers_nothing_sells_less_and_loses_trust(season: Season) -> None:
    start = begin(season, 6)
    alone = advance(season, act(season, start, DayPlan())).days
    staffed = advance(season, act(season, start, DayPlan(staff=8))).days
    assert staffed.desk[2] < alone.desk[2]
    assert staffed.by_store.sum() > alone.by_store.sum() * 1.05
    assert staffed.trust > alone.trust


def test_a_full_book_and_a_full_yard_are_asked_about(season: Season) -> None:
    state = begin(season, 6).days
    usual = questions.mix(season, state)
    booked = questions.mix(season, changed(state, book=state.book * 4))
    piled = questions.mix(season, waiting(season, state, 9000))
    sums, where = season.eve.topic("sums"), season.eve.topic("parcels")
    assert booked[sums] >= usual[sums]
    assert piled[where] > usual[where]
    assert abs(int(usual.sum()) - ONE) < 8


def test_what_happens_touches_it(season: Season) -> None:
    names = {"carries", "roads", "asks", "answers"}
    touched = {name for event in season.happenings for name in event.effect} & names
    assert touched == names
    state = begin(season, 6).days
    fog = next(e for e, event in enumerate(season.happenings) if event.id == "fog")
    table = np.zeros_like(state.happens)
    clear = changed(state, happens=table)
    table = table.copy()
    table[fog, 0] = 1
    foggy = changed(state, happens=table)
    assert depots.road(season, foggy, 0) < depots.road(season, clear, 0)
    assert effects(season, foggy, 0).roads < effects(season, clear, 0).roads


# ------------------------------------------------------------------------------------ the night


def on_the_eve(season: Season, seed: int = 7, **plan: object) -> Moment:
    """The morning before the night, with the same plan every day before."""
    return to_morning(season, begin(season, seed), NIGHT_DAY, **plan)


def on_air(season: Season, moment: Moment, plan: DayPlan) -> Moment:
    """The first moment of the evening after a plan."""
    moment = act(season, moment, plan)
    while moment.days.phase != EVENING:
        moment = advance(season, moment)
    return moment


NIGHT = DayPlan(slot="stroke-brand")


def test_the_night_takes_the_days_along(season: Season) -> None:
    eve = on_the_eve(season, staff=2, teach=(("goods", 1),), offer="plain")
    moment = on_air(season, eve, NIGHT)
    world, show = moment.stage
    usual = season.strokes["1111-2020-peak"].world
    assert world.presale.due > 0
    assert len(world.busy)
    assert (world.busy < 0.2 * ONE).all()
    there = held(moment.days)
    assert (show.owed[0, 0] == np.minimum(moment.days.book, there)).all()
    assert (show.shelf[0, 0] + show.held[0, 0] + show.owed[0, 0] == there).all()
    assert world.chatbot is not None
    assert usual.chatbot is not None
    taught = questions.skill(season, moment.days)
    assert (world.chatbot.answers > usual.chatbot.answers).all() == (taught > season.eve.usual)
    assert world.milestones is not None
    assert world.milestones.line[0] == season.eve.line[0] - moment.days.sales


def test_people_at_the_chat_answer_at_midnight(season: Season) -> None:
    eve = on_the_eve(season)
    alone = evening_world(season, act(season, eve, NIGHT).days)
    staffed = evening_world(season, act(season, eve, evolve(NIGHT, staff=8)).days)
    assert alone.chatbot is not None
    assert staffed.chatbot is not None
    assert (staffed.chatbot.answers > alone.chatbot.answers).all()


def test_a_full_book_brings_people_to_the_night(season: Season) -> None:
    state = on_the_eve(season).days
    night = season.strokes["1111-2020-peak"]
    full = stroke.brought_by_book(season, changed(state, book=state.book * 9), night)
    none = stroke.brought_by_book(season, changed(state, book=state.book * 0), night)
    assert full > stroke.brought_by_book(season, state, night) > none == ONE


def test_after_the_night_the_book_is_paid(season: Season) -> None:
    eve = on_the_eve(season, offer="deep")
    before = on_air(season, eve, NIGHT).days
    moment = to_morning(season, act(season, eve, NIGHT), 11)
    there = np.minimum(before.book, held(before))
    assert (moment.days.book == before.book - there).all()
    assert moment.days.by_show[NIGHT_DAY - 1].sum() > 0
    lapsed = moment.days.lapsed - before.lapsed
    assert (lapsed <= there).all()
    over(season, moment)


def test_a_goal_is_told_of_from_the_next_morning(season: Season) -> None:
    near = evolve(season, eve=evolve(season.eve, line=np.array([1000])))
    moment = to_morning(near, begin(near, 3), 2)
    assert moment.days.passed.tolist() == [1]
    goal = near.eve.goals[0]
    told_of = effects(near, moment.days, 1).traffic
    silent = changed(moment.days, passed=np.zeros_like(moment.days.passed))
    assert told_of > effects(near, silent, 1).traffic
    later = changed(moment.days, day=1 + goal.lasts)
    assert (
        effects(near, later, 1 + goal.lasts).traffic
        == effects(near, changed(later, passed=silent.passed), 1 + goal.lasts).traffic
    )
