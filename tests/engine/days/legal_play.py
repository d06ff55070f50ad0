"""Any legal campaign, as hypothesis draws it: every part of a plan, and beats of the evenings."""

from attrs import evolve
from hypothesis import strategies as st

from livegame.engine.actions import Action, Beat, Link, Release, SetPrice
from livegame.engine.acts import price_range as show_price_range
from livegame.engine.acts import why_not as why_not_on_air
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.aside import most
from livegame.engine.days.plans import before_aside, price_range
from livegame.engine.days.reducer import Moment, why_not
from livegame.engine.days.scripted import trimmed
from livegame.engine.days.season import Season


def draw_plan(data: st.DataObject, season: Season, moment: Moment) -> DayPlan:
    """A plan that may be confirmed now; how it was asked for is cut to what the rules allow."""
    some = st.sets(st.sampled_from(season.goods))

    def amounts(most: list[int]) -> tuple[tuple[str, int], ...]:
        chosen = sorted(data.draw(some))
        rows = ((good, most[season.good(good)]) for good in chosen)
        return tuple((good, data.draw(st.integers(1, top))) for good, top in rows if top > 0)

    names = [f"{r.id}.{g}" for r in season.campaign.route for g in season.goods]
    loads = data.draw(st.sets(st.sampled_from(names))) if names else set()
    prices = []
    for good in sorted(data.draw(some)):
        low, high = price_range(season, season.good(good))
        prices.append((good, data.draw(st.integers(low, high))))
    coupons = ["", *(c.id for c in season.campaign.coupon)]
    slots = ["", *(s.id for s in season.campaign.slot)]
    people = [row.id for row in season.village.people]
    farms = [row.id for row in season.village.farms]
    plan = DayPlan(
        prices=tuple(prices),
        loads=tuple((name, data.draw(st.integers(1, 6))) for name in sorted(loads)),
        picks=amounts([int(n) for n in moment.days.plant.sum(axis=1)]),
        promise=amounts([int(n) for n in season.promise_most]),
        wait=tuple(sorted(data.draw(some))),
        toss=tuple(sorted(data.draw(some))),
        hands=data.draw(st.integers(0, season.numbers.hands_most)),
        coupon=data.draw(st.sampled_from(coupons)),
        advert=data.draw(st.integers(0, season.numbers.advert_most)),
        slot=data.draw(st.sampled_from(slots)),
        train=tuple(sorted(data.draw(st.sets(st.sampled_from(people))))) if people else (),
        air=tuple(sorted(data.draw(st.sets(st.sampled_from(farms))))) if farms else (),
        truck=amounts([400 * int(kilos > 0) for kilos in season.joint.kilos])
        if season.joint.row
        else (),
    )
    plan = draw_eve(data, season, moment, plan)
    legal = draw_aside(data, season, moment, trimmed(season, moment.days, plan))
    assert why_not(season, moment, legal) == ""
    return legal


def draw_aside(data: st.DataObject, season: Season, moment: Moment, plan: DayPlan) -> DayPlan:
    """A legal plan that keeps goods back for its show, if it has one."""
    room = most(season, before_aside(season, moment.days, plan))
    rows = [
        (good, data.draw(st.integers(0, int(n))))
        for good, n in zip(season.goods, room, strict=True)
    ]
    return evolve(plan, aside=tuple((good, packs) for good, packs in rows if packs))


def draw_eve(data: st.DataObject, season: Season, moment: Moment, plan: DayPlan) -> DayPlan:
    """The plan with what leads up to a great night, where there is any of it."""
    eve = season.eve
    if not eve.windows:
        return plan
    offers = ["", *(row.id for row in eve.offers)]
    names = [f"{row.id}.{good}" for row in eve.depots for good in season.goods]
    topics = data.draw(st.sets(st.sampled_from([row.id for row in eve.topics])))
    sent = sorted(data.draw(st.sets(st.sampled_from(names))))
    return evolve(
        plan,
        offer=data.draw(st.sampled_from(offers)),
        call=data.draw(st.integers(0, 1000)),
        forward=tuple((name, data.draw(st.integers(1, 900))) for name in sent),
        staff=data.draw(st.integers(0, eve.most)),
        teach=tuple((name, data.draw(st.integers(1, 3))) for name in sorted(topics)),
    )


def draw_deeds(data: st.DataObject, moment: Moment) -> list[Action]:
    """Some actions of the evening, each legal when its turn comes if nothing else happens."""
    world, show = moment.stage
    goods = [good.id for good in world.goods[0]]
    low, high = show_price_range(world, 0, 0)
    offers: list[Action] = [
        Beat(pitch, goods[0] if on else "")
        for pitch, on in zip(world.pitches.ids[1:], world.pitches.on_product[1:], strict=True)
    ]
    offers += [Link(goods[-1], open=False), Link(goods[-1], open=True)]
    offers += [Release(goods[0], 10), SetPrice(goods[0], (low + high) // 2)]
    legal = [action for action in offers if not why_not_on_air(world, show, 0, action)]
    return [data.draw(st.sampled_from(legal))] if legal else []
