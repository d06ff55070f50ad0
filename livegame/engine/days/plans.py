"""What a morning's plan may ask for, and what it does. A refusal is a text key."""

import numpy as np
from attrs import evolve

from livegame.engine.days import aside, book, depots, joint, parcels, questions, training
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.books import paid
from livegame.engine.days.cohorts import take_oldest
from livegame.engine.days.delivery import deliver
from livegame.engine.days.happenings import effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import MORNING, PLANNED, DayState, changed
from livegame.engine.tables import Ints

MOST = 10**7


def price_range(season: Season, good: int) -> tuple[int, int]:
    """Lowest and highest price of a good, in fen."""
    usual, rates = int(season.usual[good]), season.world.rates
    return usual * rates.price_low // 100, usual * rates.price_high // 100


def load_of(season: Season, name: str) -> tuple[int, int]:
    """Route and good of "route.product"; -1 for what there is not."""
    route, _, product = name.partition(".")
    return season.route(route), season.good(product)


def hands_of(season: Season, state: DayState, plan: DayPlan) -> int:
    """Hands that can pick today, in thousandths: the own ones, without those who are in a lesson,
    and the hired, by today's effects."""
    factor = effects(season, state, state.day).crew
    return max(0, season.numbers.hands + plan.hands - len(plan.train)) * factor


def work_of(season: Season, plan: DayPlan) -> int:
    """Hands that the picking takes, in thousandths, rounded up good by good."""
    work = 0
    for name, packs in plan.picks:
        pace = int(season.picks[season.good(name)])
        work += -(-packs * 1000 // pace) if pace else MOST * 1000
    return work


def bill(season: Season, state: DayState, plan: DayPlan) -> dict[str, int]:
    """What the plan costs today, by part of the books, in fen."""
    now = effects(season, state, state.day)
    goods = freight = 0
    for name, loads in plan.loads:
        route, good = load_of(season, name)
        goods += loads * int(season.load[good]) * int(season.cost[good])
        freight += loads * int(season.freight[route]) * now.freight // 1000
    for name, packs in plan.picks:
        goods += packs * int(season.cost[season.good(name)])
    slot = slot_number(season, plan.slot)
    lessons, shows = training.fees(season, plan)
    marketing = plan.advert + (season.campaign.slot[slot].cost if slot >= 0 else 0) + shows
    freight += depots.fare(season, plan)
    wages = plan.hands * season.numbers.wage * now.wage // 1000 + lessons
    wages += questions.wages(season, plan)
    return {"goods": goods, "freight": freight, "wages": wages, "marketing": marketing}


def slot_number(season: Season, name: str) -> int:
    """The number of an hour that this rung leaves open, or -1."""
    if name in season.rung.without:
        return -1
    return next((i for i, s in enumerate(season.campaign.slot) if s.id == name), -1)


def open_on(season: Season, name: str, day: int) -> bool:
    """Whether an hour can be had on a day."""
    slot = season.campaign.slot[slot_number(season, name)]
    return not slot.days or day + 1 in slot.days


def coupon_number(season: Season, name: str) -> int:
    """The number of a coupon that this rung leaves open, or -1."""
    if name in season.rung.without or season.rung.rule.get("coupons", 1) == 0:
        return -1
    return next((i for i, c in enumerate(season.campaign.coupon) if c.id == name), -1)


def why_not(season: Season, state: DayState, plan: DayPlan) -> str:
    """The text key of the reason why a plan cannot be taken now, or ""."""
    reason = _reason(season, state, plan)
    return f"days.refuse.{reason}" if reason else ""


def _doubled(*tables: Pairs) -> bool:
    return any(len({name for name, _ in table}) < len(table) for table in tables)


def _reason(season: Season, state: DayState, plan: DayPlan) -> str:
    if state.phase != MORNING:
        return "not_morning"
    tables = (plan.prices, plan.picks, plan.promise, plan.truck, plan.aside)
    named = [n for table in tables for n, _ in table]
    named += [*plan.wait, *plan.toss]
    if any(season.good(name) < 0 for name in named):
        return "unknown_good"
    if _doubled(*tables, plan.loads, plan.forward, plan.teach):
        return "twice"
    if len(set(plan.wait)) < len(plan.wait) or len(set(plan.toss)) < len(plan.toss):
        return "twice"
    amounts = [n for table in (plan.loads, *tables[1:]) for _, n in table]
    if any(not 0 < n <= MOST for n in amounts):
        return "amount"
    for name, fen in plan.prices:
        low, high = price_range(season, season.good(name))
        if not low <= fen <= high:
            return "price_range"
    return (
        training.refusal(season, state, plan)
        or book.refusal(season, state, plan)
        or depots.refusal(season, state, plan)
        or questions.refusal(season, plan)
        or _supply_reason(season, state, plan)
        or _sales_reason(season, state, plan)
        or _truck_reason(season, state, plan)
        or _money_reason(season, state, plan)
        or _aside_reason(season, state, plan)
    )


def _supply_reason(season: Season, state: DayState, plan: DayPlan) -> str:
    used = np.zeros(max(len(season.lead), 1), dtype=np.int64)
    for name, loads in plan.loads:
        route, good = load_of(season, name)
        if route < 0:
            return "no_route"
        if good < 0 or not season.load[good]:
            return "unknown_good"
        if not season.leaves[route, state.day]:
            return "not_leaving"
        used[route] += loads
    if len(season.lead) and (used > season.loads).any():
        return "full"
    plant = state.plant.sum(axis=1)
    if any(packs > plant[season.good(name)] for name, packs in plan.picks):
        return "bare"
    if not 0 <= plan.hands <= season.numbers.hands_most:
        return "no_hands"
    return "few_hands" if work_of(season, plan) > hands_of(season, state, plan) else ""


def _sales_reason(season: Season, state: DayState, plan: DayPlan) -> str:
    if plan.promise and state.day + 1 >= season.days:
        return "promise_last"
    for name, packs in plan.promise:
        if packs > season.promise_most[season.good(name)]:
            return "promise"
    if plan.coupon and coupon_number(season, plan.coupon) < 0:
        return "no_coupon"
    if plan.slot and slot_number(season, plan.slot) < 0:
        return "no_slot"
    if plan.slot and not open_on(season, plan.slot, state.day):
        return "slot_day"
    return "no_shows" if plan.slot and state.shows >= season.shows_most else ""


def _money_reason(season: Season, state: DayState, plan: DayPlan) -> str:
    if not 0 <= plan.advert <= season.numbers.advert_most:
        return "advert"
    cost = sum(bill(season, state, plan).values())
    return "no_cash" if cost > 0 and cost > state.cash + truck_pays(season, state, plan) else ""


def _aside_reason(season: Season, state: DayState, plan: DayPlan) -> str:
    return aside.refusal(season, before_aside(season, state, plan), plan) if plan.aside else ""


def before_aside(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once all of a legal plan is done but what it keeps back for the show."""
    return take(season, state, evolve(plan, aside=()))


def _truck_reason(season: Season, state: DayState, plan: DayPlan) -> str:
    if not plan.truck:
        return ""
    packs = joint.wanted(season.goods, plan)
    return joint.refusal(season.joint, packs, truck_takes(season, state, plan))


def truck_pays(season: Season, state: DayState, plan: DayPlan) -> int:
    """Fen that the platform's truck pays for what the plan puts on it: there and then, so that it
    helps to pay the morning's bills."""
    if season.joint.row is None or not plan.truck:
        return 0
    packs = joint.wanted(season.goods, plan)
    return int(joint.income(season.joint, state, packs, season.usual).sum())


def truck_takes(season: Season, state: DayState, plan: DayPlan) -> Ints:
    """Packs that today's truck would take of each good at most [G], once the plan's loads and
    picks are in the store."""
    ready = _picked(season, _ordered(season, state, plan), plan)
    return joint.loadable(season.over, season.ripe, ready)[1]


def take(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once a plan has been confirmed; the caller has asked why_not."""
    for part, fen in bill(season, state, plan).items():
        state = changed(state, **paid(state, part, fen))
    state = _priced(season, state, plan)
    state = _ordered(season, state, plan)
    state = _picked(season, state, plan)
    flags = {name: _flags(season, getattr(plan, name)) for name in ("wait", "toss")}
    promise = np.zeros(len(season.goods), dtype=np.int64)
    for name, packs in plan.promise:
        promise[season.good(name)] = packs
    state = changed(
        state,
        phase=PLANNED,
        promise=promise,
        coupon=coupon_number(season, plan.coupon) + 1 if plan.coupon else 0,
        slot=slot_number(season, plan.slot) + 1 if plan.slot else 0,
        advert=plan.advert,
        hands=plan.hands,
        **flags,
    )
    state = _tossed(season, training.taken(season, state, plan))
    state = parcels.morning(season, questions.taken(season, state, plan))
    if plan.truck:
        takes, _ = joint.loadable(season.over, season.ripe, state)
        load = joint.wanted(season.goods, plan)
        state = joint.loaded(season.joint, season.usual, takes, load, state)
    state = deliver(season, depots.taken(season, state, plan))
    return aside.taken(season, book.taken(season, state, plan), plan)


def _flags(season: Season, names: tuple[str, ...]) -> Ints:
    return np.array([int(good in names) for good in season.goods], dtype=np.int64)


def _priced(season: Season, state: DayState, plan: DayPlan) -> DayState:
    price = state.price.copy()
    for name, fen in plan.prices:
        price[season.good(name)] = fen
    return changed(state, price=price)


def _ordered(season: Season, state: DayState, plan: DayPlan) -> DayState:
    transit, stock, brought = state.transit.copy(), state.stock.copy(), state.brought.copy()
    for name, loads in plan.loads:
        route, good = load_of(season, name)
        packs = loads * int(season.load[good])
        nights = int(season.lead[route])
        stage = min(int(season.from_stage[good] + season.aged[route]), stock.shape[1] - 1)
        if nights:
            transit[route, nights, good, stage] += packs
        else:
            stock[good, stage] += packs
        brought[good] += packs
    return changed(state, transit=transit, stock=stock, brought=brought)


def _picked(season: Season, state: DayState, plan: DayPlan) -> DayState:
    if not plan.picks:
        return state
    wanted = np.zeros(len(season.goods), dtype=np.int64)
    for name, packs in plan.picks:
        wanted[season.good(name)] = packs
    best = np.arange(state.plant.shape[1]) < season.over[:, None]
    good = (best | (season.choosy[:, None] == 0)).astype(np.int64)
    first = take_oldest(state.plant, np.minimum(wanted, (state.plant * good).sum(axis=1)), good)
    taken = first + take_oldest(state.plant - first, wanted - first.sum(axis=1), 1 - good)
    return changed(
        state,
        plant=state.plant - taken,
        stock=state.stock + taken,
        picked=state.picked + wanted,
        brought=state.brought + wanted,
    )


def _tossed(season: Season, state: DayState) -> DayState:
    """Overripe packs of the goods that the plan throws away are gone; they count as spoiled."""
    if not state.toss.any():
        return state
    stale = np.arange(state.stock.shape[1]) >= season.over[:, None]
    away = state.stock * stale * state.toss[:, None]
    return changed(state, stock=state.stock - away, spoiled=state.spoiled + away.sum(axis=1))


def most_picked(season: Season, state: DayState, plan: DayPlan, product: str) -> int:
    """How many packs of a good can be picked today beside what the plan already picks."""
    others = DayPlan(picks=tuple(p for p in plan.picks if p[0] != product))
    good = season.good(product)
    free = hands_of(season, state, plan) - work_of(season, others)
    by_hands = free * int(season.picks[good]) // 1000
    return max(0, min(int(state.plant[good].sum()), by_hands))
