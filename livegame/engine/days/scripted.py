"""What a daily script has a role do this morning, cut down to what the rules allow."""

from attrs import evolve

from livegame.catalog.campaigns import Morning
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.plans import hands_of, price_range, why_not, work_of
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState

LESSONS = ("no_person", "places", "in_lessons", "few_hands", "no_cash")  # one lesson less helps


def plan_of(season: Season, state: DayState, morning: Morning) -> DayPlan:
    """A script's morning as a plan, whether or not the rules allow it."""

    def fen(product: str, permille: int) -> int:
        good = season.good(product)
        low, high = price_range(season, good)
        return min(max(int(season.usual[good]) * permille // 1000, low), high)

    return DayPlan(
        prices=tuple((name, fen(name, part)) for name, part in morning.prices.items()),
        loads=tuple(morning.loads.items()),
        picks=tuple(morning.picks.items()),
        promise=tuple(morning.promise.items()),
        wait=tuple(morning.wait),
        toss=tuple(morning.toss),
        hands=morning.hands,
        coupon=morning.coupon,
        advert=morning.advert,
        slot=morning.slot,
        train=tuple(name for name in morning.train if season.village.person(name) >= 0),
        air=tuple(name for name in morning.air if season.village.farm(name) >= 0),
        truck=tuple(morning.truck.items()),
        offer=morning.offer,
        call=morning.call,
        forward=tuple(morning.forward.items()),
        staff=morning.staff,
        teach=tuple(morning.teach.items()),
    )


def scripted_plan(season: Season, state: DayState) -> DayPlan:
    """Today's plan of the daily script; an empty one where the script has none."""
    for morning in season.script.morning:
        if morning.day == state.day + 1:
            return trimmed(season, state, plan_of(season, state, morning))
    return DayPlan()


def trimmed(season: Season, state: DayState, plan: DayPlan) -> DayPlan:
    """The plan without what the rules refuse today: loads from the last, picks that the hands
    cannot do, and then one frill after the other."""
    plan = evolve(plan, picks=_within_plant(season, state, plan.picks))
    while plan.picks and work_of(season, plan) > hands_of(season, state, plan):
        plan = evolve(plan, picks=_less(plan.picks))
    for _ in range(10_000):
        reason = why_not(season, state, plan)
        if not reason:
            return plan
        plan = _without(season, plan, reason.rpartition(".")[2])
    return DayPlan()


def _within_plant(season: Season, state: DayState, picks: Pairs) -> Pairs:
    there = state.plant.sum(axis=1)
    cut = [(name, min(packs, int(there[season.good(name)]))) for name, packs in picks]
    return tuple((name, packs) for name, packs in cut if packs > 0)


def _less(table: Pairs) -> Pairs:
    """A tenth less of each, at least one; what comes to nothing is gone."""
    cut = ((name, packs - max(1, packs // 10)) for name, packs in table)
    return tuple((name, packs) for name, packs in cut if packs > 0)


def _without(season: Season, plan: DayPlan, reason: str) -> DayPlan:
    """The plan with less of what a reason is about."""
    if reason in ("aside", "aside_no_show", "aside_other"):
        return evolve(plan, aside=())
    if reason in _OF_THE_EVE:
        return _OF_THE_EVE[reason](season, plan)
    if reason == "no_route":
        fits = tuple(p for p in plan.loads if season.route(p[0].partition(".")[0]) >= 0)
        return evolve(plan, loads=fits)
    if reason in ("full", "not_leaving") and plan.loads:
        return evolve(plan, loads=_one_less(plan.loads))
    if reason == "promise_last":
        return evolve(plan, promise=())
    if reason == "promise":
        return evolve(plan, promise=_less(plan.promise))
    if reason in ("no_truck", "no_fruit"):
        return evolve(plan, truck=_less(plan.truck) if reason == "no_fruit" else ())
    if reason == "no_coupon":
        return evolve(plan, coupon="")
    if reason in ("slot_day", "no_slot", "no_shows", "no_hour", "which_farm", "no_licence"):
        return evolve(plan, slot="", air=())
    if reason in ("no_farm", "many_farms"):
        return evolve(plan, air=plan.air[:-1])
    if plan.train and reason in LESSONS:
        return evolve(plan, train=plan.train[:-1])
    return _cheaper(plan) if reason == "no_cash" else DayPlan()


def _cheaper(plan: DayPlan) -> DayPlan:
    """The plan without the frill that is missed least."""
    if plan.advert:
        return evolve(plan, advert=0)
    if plan.forward:
        return evolve(plan, forward=_less(plan.forward))
    if plan.loads:
        return evolve(plan, loads=_one_less(plan.loads))
    if plan.staff:
        return evolve(plan, staff=plan.staff // 2, teach=())
    if plan.picks:
        return evolve(plan, picks=_less(plan.picks))
    return evolve(plan, slot="", air=(), hands=max(0, plan.hands - 1))


def _only_known_depots(season: Season, plan: DayPlan) -> DayPlan:
    """The plan with nothing sent to where there is no warehouse."""
    known = (p for p in plan.forward if season.eve.depot(p[0].partition(".")[0]) >= 0)
    return evolve(plan, forward=tuple(known))


def _less_ahead(season: Season, plan: DayPlan) -> DayPlan:
    """The plan with a tenth less sent ahead."""
    return evolve(plan, forward=_less(plan.forward))


def _no_offer(season: Season, plan: DayPlan) -> DayPlan:
    """The plan without deposits."""
    return evolve(plan, offer="")


def _no_call(season: Season, plan: DayPlan) -> DayPlan:
    """The plan without a call of the book."""
    return evolve(plan, call=0)


def _fewer_at_chat(season: Season, plan: DayPlan) -> DayPlan:
    """The plan with as many at the chat as there are, and no more of them teaching."""
    staff = min(max(plan.staff, 0), season.eve.most)
    left, teach = staff, []
    for name, people in plan.teach:
        if season.eve.topic(name) >= 0 and min(people, left) > 0:
            teach.append((name, min(people, left)))
            left -= min(people, left)
    return evolve(plan, staff=staff, teach=tuple(teach))


_OF_THE_EVE = {
    "no_offer": _no_offer,
    "offer_late": _no_offer,
    "no_window": _no_call,
    "no_depot": _only_known_depots,
    "not_there": _less_ahead,
    "roads": _less_ahead,
    "depot_full": _less_ahead,
    "no_staff": _fewer_at_chat,
    "few_staff": _fewer_at_chat,
    "no_topic": _fewer_at_chat,
}


def _one_less(loads: Pairs) -> Pairs:
    """One load less, of the last one that is left."""
    name, count = loads[-1]
    return (*loads[:-1], (name, count - 1)) if count > 1 else loads[:-1]
