"""The days before a great night by program: what to call in the first window, which deposits to
ask for, what to order, where to send it, and who should sit at the chat.

It reckons with means and with what the board tells, never with the run's luck.
"""

import numpy as np
from attrs import evolve, frozen

from livegame.bots.campaigns.hands import fewest_hands
from livegame.bots.campaigns.temper import Temper, temper_for
from livegame.engine.days import book, depots, questions, voice
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.demand import advert_lift, deposits_likely
from livegame.engine.days.evening import drawn_by_fans
from livegame.engine.days.happenings import USUAL, effects
from livegame.engine.days.outlook import outlook
from livegame.engine.days.parcels import vans
from livegame.engine.days.plans import most_picked, open_on
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, owing, under_way
from livegame.engine.tables import ONE, Floats, Ints, exp_q16

CONVERTS = 0.9  # a short show's visitor buys this much as readily as a page's
PAYS = 0.88  # of the book, in the end
RESERVE = 0.12  # of the cash is kept for wages and freight
COMES_BACK = 0.5  # of the price of a pack that has to wait
DEAREST = 1.3  # times the usual price, for what is short
SOON, URGENT = 4, 3.0  # days whose sales are not to be missed; times what else is worth
LASTS = 1.2  # times what today is expected to ask for
SHORT = 1.1  # times what is there, from which it is short


@frozen(eq=False)
class Guess:
    """What is expected of the days left, G goods.

    Attributes:
        page: packs that the page will be asked for on each day left, today first [D,G].
        night: packs that the night will be asked for [G]; nothing once it is over.
        margin: fen a pack [G]. book: packs of the book that will be paid [G].
        temper: what the planner weighs.
    """

    page: Floats
    night: Floats
    margin: Floats
    book: Floats
    temper: Temper

    @property
    def later(self) -> Floats:
        """Packs that are wanted after today [G]."""
        found: Floats = self.page[1:].sum(axis=0) + self.night + self.book
        return found


def night_day(season: Season) -> int:
    """The day, from 0, on whose evening the night is; the last one without any."""
    days = [day for slot in season.campaign.slot if slot.night for day in slot.days]
    return min(days, default=season.days) - 1


def guess(season: Season, state: DayState, temper: Temper | None = None) -> Guess:
    """Expectations of this morning, weighed as tuned for the role if not otherwise."""
    today = np.array([(row.low + row.high) / 2 for row in outlook(season, state)])
    mood = season.eve.mood.astype(np.float64) / ONE
    day = state.day
    rows = []
    for ahead in range(day, season.days):
        crowd = float(season.visitors[ahead]) / max(1, int(season.visitors[day]))
        ready = _exp(float(mood[ahead] - mood[day])) if mood.size else 1.0
        rows.append(today * crowd * ready)
    page = np.stack(rows)
    temper = temper or temper_for(season.campaign.id, season.role)
    night = page[-1] * temper.night if day <= night_day(season) else np.zeros_like(today)
    return Guess(
        page=page,
        night=night,
        margin=(state.price - season.cost).astype(np.float64),
        book=state.book.astype(np.float64) * PAYS,
        temper=temper,
    )


def _exp(value: float) -> float:
    return float(exp_q16(np.asarray([int(value * ONE)]))[0])


def eve_plan(season: Season, state: DayState, temper: Temper | None = None) -> DayPlan:
    """A reckoned morning."""
    now = guess(season, state, temper)
    staff, teach = at_chat(season, state, now)
    slot = hour(season, state, now)
    plan = DayPlan(
        offer=offer(season, state, now),
        call=call(season, state, now),
        staff=staff,
        teach=teach,
        slot=slot,
        advert=advert(season, state, now),
        prices=prices(season, state, now),
        hands=season.numbers.hands_most,
    )
    plan = evolve(plan, forward=ahead(season, state, now, plan))
    plan = evolve(plan, loads=loads(season, state, now))
    plan = picked(season, state, now, plan)
    return evolve(plan, promise=promises(season, state, now))


def call(season: Season, state: DayState, now: Guess) -> int:
    """The part of the book that today's stock can serve beside the page, if the vans can."""
    if not book.callable_now(season, state) or not state.book.any():
        return 0
    spare = np.maximum(held(state) - owing(state) - now.page[0], 0.0)
    served = float(np.minimum(spare, state.book).sum())
    room = vans(season, state, state.day) + int(season.eve.parts.sum()) * 0.3
    room -= float(state.waiting.sum()) + float(now.page[0].sum())
    part = min(served, max(room, 0.0)) / float(state.book.sum()) * now.temper.call
    return int(min(1.0, part) * 20) * 50


def offer(season: Season, state: DayState, now: Guess) -> str:
    """The offer whose deposits are worth most, with what can still be brought: a pack that sells
    at midnight for its price is not given away for less."""
    if book.closed(season, state) or state.day > night_day(season) or not season.eve.offers:
        return ""
    wanted = float(now.later.sum() + now.page[0].sum())
    there = float((held(state) + under_way(state)).sum()) + still_to_come(season, state, now)
    best, most, temper = "", 0.0, now.temper
    short = min(1.0, there / max(wanted, 1.0))
    beyond = uncarried(season, state, now)
    for row in season.eve.offers:
        if row.flaky and book.callable_now(season, state):
            continue  # whoever may pay today need not be won by a deep cut
        gained, lost = deposits_likely(season, state, season.eve.offer(row.id))
        price = state.price * (1000 - row.cut) // 1000
        keep = 1.0 - (season.eve.windows[-1].unpaid + row.flaky) / 1000
        worth = (gained * keep * (price - season.cost)).sum() - (lost * now.margin).sum()
        # A pack that is short at midnight would have sold for its whole price.
        worth -= (gained * keep * now.margin).sum() * max(0.0, 1.0 - short) * temper.short
        # What the page does not take today cannot be made into goods tomorrow.
        worth -= float((lost * state.price).sum()) * temper.ready
        # Whoever has left a deposit comes at midnight and brings others.
        worth += float((gained * price).sum()) * temper.book
        # Nor does it pay to sell what the vans cannot fetch in time.
        worth -= float((gained * keep * price).sum()) * beyond * COMES_BACK
        worth += (gained * row.flaky / 1000 * price * row.deposit / 1000).sum()
        # People get used to what the offer asks, and the night is the dearest time to have it so.
        worth -= float((now.night * state.price).sum()) * row.cut / 1000 * temper.habit
        if worth > most:
            best, most = row.id, float(worth)
    return best


def uncarried(season: Season, state: DayState, now: Guess) -> float:
    """Share of the night's and the last day's packs that nobody will fetch in time."""
    if season.eve.carrier is None:
        return 0.0
    packs = float((now.night + now.book + now.page[-1]).sum())
    carried = float(season.eve.vans[night_day(season) :].sum())
    there = state.depot.sum(axis=(1, 2)) + state.ahead.sum(axis=(1, 2, 3))
    roads = season.eve.roads[:, state.day :].sum(axis=1)
    carried += float(np.minimum(there + roads, season.eve.parts * 2).sum())
    return max(0.0, 1.0 - carried / max(packs, 1.0))


def still_to_come(season: Season, state: DayState, now: Guess) -> float:
    """Packs that can still be brought or picked before the last day, and paid for: out of the cash
    and of what the page will bring before the night."""
    found = float(state.plant.sum()) * 0.7
    mean = float(season.load[season.load > 0].mean()) if season.load.any() else 0.0
    for route, lead in enumerate(season.lead):
        days = max(0, season.days - 1 - int(lead) - state.day)
        found += days * float(season.loads[route]) * mean * 0.6
    money = float(state.cash) + float((now.page[:-2] * state.price).sum())
    return min(found, money / float(season.cost.mean()))


def loads(season: Season, state: DayState, now: Guess) -> Pairs:
    """What is missing for the days to come, dear packs first, by the cheapest way that is in time;
    the dear way only for what the next days would turn away."""
    need = (now.page.sum(axis=0) + now.night + now.book) * now.temper.sure + owing(state)
    need = need - held(state) - under_way(state)
    soon = now.page[:SOON].sum(axis=0) + owing(state) - held(state) - under_way(state)
    cash = float(state.cash) * (1.0 - RESERVE)
    found: list[tuple[str, int]] = []
    for route in np.argsort(season.freight, kind="stable"):
        name, lead = season.campaign.route[route].id, int(season.lead[route])
        arrival = state.day + lead
        if season.route(name) < 0 or not season.leaves[route, state.day]:
            continue
        if arrival >= season.days:
            continue
        dear = int(season.freight[route]) * 1.0
        room = int(season.loads[route])
        while room > 0:
            worth = now.margin + np.where(need > now.page.sum(axis=0), now.margin * 0.3, 0.0)
            # What the next days turn away costs trust beside the margin.
            worth = worth * np.where(soon > 0, URGENT, 1.0)
            value = worth * np.minimum(np.maximum(need, 0), season.load) - dear
            value = np.where((season.load > 0) & (need >= season.load * 0.4), value, -1.0)
            good = int(value.argmax())
            cost = float(season.load[good] * season.cost[good]) + dear
            if value[good] <= dear * 0.25 or cost > cash:
                break
            need[good] -= season.load[good]
            soon[good] -= season.load[good]
            cash -= cost
            room -= 1
            found.append((f"{name}.{season.goods[good]}", 1))
    total: dict[str, int] = {}
    for key, count in found:
        total[key] = total.get(key, 0) + count
    return tuple(total.items())


def ahead(season: Season, state: DayState, now: Guess, plan: DayPlan) -> Pairs:
    """Packs for the warehouses: each gets its part of what the night and the day after it will
    sell, as far as the roads and its vans go; the page's own days are kept at the door."""
    eve = season.eve
    if not eve.depots or state.day >= season.days - 1:
        return ()
    days = min(2, len(now.page) - 1)
    keep = now.page[: days + 1].sum(axis=0) * now.temper.spare
    keep = keep + owing(state) + state.book * plan.call / 1000
    last = state.day >= night_day(season) - 3
    spare = np.floor(np.maximum(state.stock.sum(axis=1) - keep * (0.5 if last else 1.0), 0))
    wanted = now.night + now.page[-1] + now.book
    there = state.depot.sum(axis=2) + state.ahead.sum(axis=(1, 3))
    found: list[tuple[str, int]] = []
    free = depots.free_room(season, state)
    for z in range(len(eve.depots)):
        if state.day + int(eve.lead[z]) >= season.days:
            continue
        most = min(depots.road(season, state, z), int(free[z]), int(eve.parts[z]) * 2)
        goal = np.maximum(wanted * int(eve.near[z]) / 1000 - there[z], 0.0)
        packs = np.floor(np.minimum(goal, spare))
        total = float(packs.sum())
        if total > most:
            packs = np.floor(packs * (most / total))
        for g, good in enumerate(season.goods):
            if packs[g] > 0:
                found.append((f"{eve.depots[z].id}.{good}", int(packs[g])))
        spare = spare - packs
    return tuple(found)


def at_chat(season: Season, state: DayState, now: Guess) -> tuple[int, Pairs]:
    """Desks at the chat, as many as pay, and what one of them teaches the machine."""
    eve = season.eve
    if not eve.topics:
        return 0, ()
    today = effects(season, state, state.day)
    asked = int(questions.asked_likely(season, state) * advert_lift(season, state))
    left = asked - (asked * questions.skill(season, state) >> 16) * today.answers // USUAL
    value = float((now.page[0] * now.margin).sum()) * eve.hold / ONE * now.temper.desk
    desks = 0
    while desks < eve.most and left > desks * eve.pace:
        answers = min(eve.pace, left - desks * eve.pace)
        if value * answers / max(asked, 1) < eve.wage:
            break
        desks += 1
    if state.day == night_day(season):
        desks = eve.most
    if state.day >= night_day(season):
        return desks, ()
    mix = questions.mix(season, state)
    gain = mix * (ONE - state.bot) * eve.lesson
    worth = float(gain.max()) / ONE**3 * float((now.later * now.margin).sum()) * now.temper.lesson
    if worth < eve.wage:
        return desks, ()
    teachers = 2 if worth > 4 * eve.wage else 1
    teachers = min(teachers, eve.most)
    return min(desks + teachers, eve.most), ((eve.topics[int(gain.argmax())].id, teachers),)


def hour(season: Season, state: DayState, now: Guess) -> str:
    """The night if it is today, else the short show that is worth its fee, if any is."""
    names = [s for s in season.campaign.slot if s.id not in season.rung.without]
    names = [s for s in names if open_on(season, s.id, state.day)]
    if state.shows >= season.shows_most:
        return ""
    for row in names:
        if row.night:
            return row.id
    if not voice_allows(season, state, now):
        return ""
    people = max(1, int(season.visitors[state.day]))
    chance = now.page[0] / people
    tonight = float((now.night * now.margin).sum()) * season.numbers.fan_draw * now.temper.fans
    own = float(season.world.draw.sum()) / ONE * drawn_by_fans(season, state.fans)
    own *= voice.pull(season, state) / ONE
    share = float(season.world.arrivals.sum())
    best, most = "", 0.0
    for row in names:
        crowd = row.people * share * own / (own + row.rivals)
        packs = np.minimum(crowd * chance * CONVERTS, held(state))
        fans = crowd * season.numbers.fan_rate * 0.6
        value = float((packs * now.margin).sum()) - row.cost
        value += fans * season.numbers.fan_visits * float((chance * now.margin).sum()) * 3
        value += fans * tonight
        if value > most:
            best, most = row.id, value
    return best


def voice_allows(season: Season, state: DayState, now: Guess) -> bool:
    """Whether a short show leaves enough voice for the night, and there is enough for it."""
    if not state.voice.size:
        return True
    level, nights = int(state.voice[0]), night_day(season) - state.day
    if level < now.temper.fresh * ONE:
        return False
    after = max(0, level - season.eve.strain) + max(nights, 0) * season.eve.sleep
    return nights < 0 or min(after, ONE) >= now.temper.rested * ONE


def advert(season: Season, state: DayState, now: Guess) -> int:
    """Blocks of advertising, as far as there is something to sell to whom they bring."""
    numbers = season.numbers
    unit, most = numbers.advert_unit, numbers.advert_most
    spare = np.maximum(held(state) - now.page[0], 0.0)
    best, found = 0, 0.0
    for blocks in range(1, most // max(unit, 1) + 1):
        more = now.page[0] * numbers.advert_lift * float(np.sqrt(blocks)) * now.temper.advert
        if state.day == night_day(season):
            more = more + now.night * numbers.advert_lift * float(np.sqrt(blocks))
        value = float((np.minimum(more, spare) * now.margin).sum()) - blocks * unit
        if value > found:
            best, found = blocks * unit, value
    return best


def prices(season: Season, state: DayState, now: Guess) -> Pairs:
    """The usual price; more on the night and after it for what cannot be enough for all."""
    found = []
    there = held(state) + under_way(state)
    for g, good in enumerate(season.goods):
        wanted = float(now.page[0][g] + now.night[g] * (state.day == night_day(season)))
        short = wanted / max(float(there[g]), 1.0)
        dearer = 1.0
        if state.day >= night_day(season) and short > SHORT:
            dearer = min(float(np.power(short, now.temper.scarce)), DEAREST)
        fen = int(season.usual[g] * dearer) // 10 * 10
        if fen != int(state.price[g]):
            found.append((good, fen))
    return tuple(found)


def picked(season: Season, state: DayState, now: Guess, plan: DayPlan) -> DayPlan:
    """The plan with what the next two days and, near the night, the night will sell picked."""
    if not season.plant.any():
        return evolve(plan, hands=0)
    near = state.day >= night_day(season) - 3
    want = now.page[:2].sum(axis=0) + owing(state) + state.book * plan.call / 1000
    if near:
        want = now.page.sum(axis=0) + now.night + now.book
    need = want - held(state) - under_way(state)
    order: Ints = np.argsort(-(now.margin * season.picks), kind="stable")
    for g in order:
        good = season.goods[int(g)]
        room = most_picked(season, state, plan, good)
        stages = state.plant.shape[1]
        fit = int(state.plant[g, int(season.ripe[g]) : min(int(season.over[g]), stages)].sum())
        packs = min(room, fit, max(0, int(need[g])))
        if packs > 0:
            plan = evolve(plan, picks=(*plan.picks, (good, packs)))
    return fewest_hands(season, state, plan)


def promises(season: Season, state: DayState, now: Guess) -> Pairs:
    """Part of what arrives tomorrow, where what is there will hardly last today."""
    if state.day + 1 >= season.days:
        return ()
    arriving = state.transit[:, 1].sum(axis=(0, 2))
    there, today = held(state) - owing(state), now.page[0]
    rows = (
        (good, min(int(season.promise_most[g]), int(arriving[g]) // 2))
        for g, good in enumerate(season.goods)
        if there[g] < today[g] * LASTS
    )
    return tuple((good, packs) for good, packs in rows if packs > 0)
