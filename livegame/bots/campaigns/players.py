"""Players of campaigns by program: each plans mornings and hosts evenings as a person could."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
from attrs import evolve

from livegame.bots.campaigns.eve.morning import eve_plan
from livegame.bots.campaigns.hands import fewest_hands
from livegame.bots.campaigns.joint import Server, share_served
from livegame.bots.campaigns.temper import Temper
from livegame.bots.campaigns.village import office_plan
from livegame.bots.players import Greedy, History, Random
from livegame.engine.actions import Action
from livegame.engine.acts import why_not as why_not_on_air
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.outlook import outlook
from livegame.engine.days.plans import hands_of, most_picked
from livegame.engine.days.reducer import Moment, act, advance, begin, why_not
from livegame.engine.days.scripted import scripted_plan, trimmed
from livegame.engine.days.season import Season
from livegame.engine.days.state import MORNING, DayState, held, owing


class DayPlayer(Protocol):
    """Anything that plays a campaign."""

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """This morning's plan; a legal one."""
        ...

    def beats(self, moment: Moment) -> tuple[Action, ...]:
        """What to do now in the evening's show."""
        ...


class Script:
    """Does what the daily script and the running order say."""

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """The script's morning, cut to the rules."""
        return scripted_plan(season, moment.days)

    def beats(self, moment: Moment) -> tuple[Action, ...]:
        """The running order."""
        return History().choose(*moment.stage, 0)


class Chance:
    """Any legal plan: each part drawn at random, then cut to the rules; random beats."""

    def __init__(self, seed: int) -> None:
        self._bits = np.random.Philox(key=np.array([seed, 1_000_033], dtype=np.uint64))
        self._host = Random(seed)

    def _below(self, count: int) -> int:
        return int(self._bits.random_raw()) % max(count, 1)

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """A random plan."""
        state = moment.days
        loads = []
        for route in season.campaign.route:
            number = season.route(route.id)
            if number < 0 or not season.leaves[number, state.day] or self._below(3) == 0:
                continue
            left = self._below(int(season.loads[number]) + 1)
            for good in season.goods:
                count = self._below(left + 1)
                left -= count
                if count and season.load[season.good(good)]:
                    loads.append((f"{route.id}.{good}", count))
        picks = []
        for good in season.goods:
            there = int(state.plant[season.good(good)].sum())
            if there and self._below(3):
                picks.append((good, 1 + self._below(there)))
        slots = [s.id for s in season.campaign.slot] + [""]
        coupons = [c.id for c in season.campaign.coupon] + ["", ""]
        plan = DayPlan(
            prices=tuple(
                (good, int(season.usual[g]) * (80 + self._below(41)) // 100)
                for g, good in enumerate(season.goods)
                if self._below(3) == 0
            ),
            loads=tuple(loads),
            picks=tuple(picks),
            promise=tuple(
                (good, 1 + self._below(int(season.promise_most[g])))
                for g, good in enumerate(season.goods)
                if season.promise_most[g] and self._below(4) == 0
            ),
            wait=tuple(good for good in season.goods if self._below(5) == 0),
            toss=tuple(good for good in season.goods if self._below(5) == 0),
            hands=self._below(season.numbers.hands_most + 1),
            coupon=coupons[self._below(len(coupons))],
            advert=self._below(3) * season.numbers.advert_unit,
            slot=slots[self._below(len(slots))],
        )
        return trimmed(season, state, self._truck(season, self._village(season, plan)))

    def _truck(self, season: Season, plan: DayPlan) -> DayPlan:
        """The same with part of what it picks on the truck, where there is one."""
        if season.joint.row is None:
            return plan
        some = [(good, 1 + self._below(n)) for good, n in plan.picks if self._below(3) == 0]
        return evolve(plan, truck=tuple(some))

    def _village(self, season: Season, plan: DayPlan) -> DayPlan:
        """The same with anybody in a lesson and any farms on air, where there are such."""
        village = season.village
        if not village.farms:
            return plan
        air = [farm.id for farm in village.farms if self._below(3) == 0]
        train = [row.id for row in village.people if self._below(3) == 0]
        return evolve(
            plan,
            train=tuple(train[: village.places]),
            air=tuple(air[: village.on_air]) if plan.slot else (),
        )

    def beats(self, moment: Moment) -> tuple[Action, ...]:
        """Random beats."""
        return self._host.choose(*moment.stage, 0)


class Planner:
    """Reckons each day's demand by the choice rules, orders what will be missing by the cheapest
    way that comes in time, shows every evening and sells what is quickest. Where there is a joint
    goal, `serve` puts on the truck what it is given; before a great night, `temper` is what it
    weighs, the tuned weights of its role if not given."""

    def __init__(self, serve: Server = share_served, temper: Temper | None = None) -> None:
        self._serve = serve
        self._temper = temper

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """A reckoned plan."""
        state = moment.days
        if season.village.farms:
            plan = trimmed(season, state, office_plan(season, state))
            return self._serve(season, state, plan, self._demand(season, state))
        if season.eve.windows:
            return trimmed(season, state, eve_plan(season, state, self._temper))
        want = self._demand(season, state)
        loads = self._loads(season, state, want)
        plan = DayPlan(
            loads=loads,
            hands=season.numbers.hands_most,
            advert=season.numbers.advert_unit,
            slot=self._slot(season, state),
            promise=self._promises(season, state),
        )
        days = 1.0 if state.day + 1 >= season.days else 1.6
        need = np.maximum((want * days + owing(state)).astype(np.int64) - held(state), 0)
        need = np.minimum(need, state.plant.sum(axis=1))
        work = float((need * 1000 / np.maximum(season.picks, 1)).sum())
        # Where hands are short, every good has its part of them: buyers came for each.
        part = min(1.0, hands_of(season, state, plan) / max(work, 1.0))
        for good in sorted(season.goods, key=lambda g: -self._ripeness(season, state, g)):
            room = most_picked(season, state, plan, good)
            packs = min(room, int(need[season.good(good)] * part))
            if packs > 0:
                plan = evolve(plan, picks=(*plan.picks, (good, packs)))
        plan = trimmed(season, state, fewest_hands(season, state, plan))
        return self._serve(season, state, plan, want)

    def _ripeness(self, season: Season, state: DayState, good: str) -> int:
        number = season.good(good)
        stages = np.arange(state.plant.shape[1])
        ripe = stages >= season.ripe[number]
        return int((state.plant[number] * ripe).sum())

    def _demand(self, season: Season, state: DayState) -> np.ndarray:
        """Packs that a usual day sells of each good, by the store and a show, at today's price."""
        likely = outlook(season, state)
        packs = np.array([(row.low + row.high) / 2 for row in likely])
        shows = state.by_show[: state.day].max(axis=0) if state.day else np.zeros(len(packs))
        return packs + shows

    def _loads(
        self, season: Season, state: DayState, want: np.ndarray
    ) -> tuple[tuple[str, int], ...]:
        if not len(season.lead):
            return ()
        coming = state.transit.sum(axis=3)
        found: list[tuple[str, int]] = []
        more = np.zeros((season.days + 10, len(season.goods)))
        order = sorted(range(len(season.lead)), key=lambda w: int(season.freight[w]))
        for route in order:
            name = season.campaign.route[route].id
            lead = int(season.lead[route])
            arrival = state.day + lead
            if season.route(name) < 0 or not season.leaves[route, state.day]:
                continue
            if arrival >= season.days:
                continue
            last = min(season.days, arrival + self._covered(season, route))
            room = int(season.loads[route])
            short = self._short(season, state, want, coming, more, last)
            while room > 0 and short.max() >= 0.5:
                good = int(short.argmax())
                short[good] -= 1.0
                room -= 1
                more[arrival, good] += float(season.load[good])
                found.append((f"{name}.{season.goods[good]}", 1))
        total: dict[str, int] = {}
        for name, count in found:
            total[name] = total.get(name, 0) + count
        return tuple(total.items())

    def _covered(self, season: Season, route: int) -> int:
        """Days that a load of this way should last, until the next of it comes."""
        return 3 if int(season.lead[route]) in (0, 3) else 1

    def _short(
        self,
        season: Season,
        state: DayState,
        want: np.ndarray,
        coming: np.ndarray,
        more: np.ndarray,
        last: int,
    ) -> np.ndarray:
        """Loads of each good that are missing until the morning of day `last`."""
        days = max(0, last - state.day)
        need = want * days + owing(state)
        there = held(state) + coming[:, : days + 1].sum(axis=(0, 1)) + more[:last].sum(axis=0)
        there = there + more[last:].sum(axis=0)
        return (need - there) / np.maximum(season.load, 1)

    def _slot(self, season: Season, state: DayState) -> str:
        """The hour with the most people a rival, the host's own pull counted in."""
        own = min(1.0 + state.fans * season.numbers.fan_draw, season.numbers.fan_most)
        open_slots = [s for s in season.campaign.slot if s.id not in season.rung.without]
        if state.shows >= season.shows_most or not open_slots:
            return ""
        best = max(open_slots, key=lambda s: s.people * own / (own + s.rivals))
        return best.id

    def _promises(self, season: Season, state: DayState) -> tuple[tuple[str, int], ...]:
        """As much as arrives tomorrow, or as the plants give to the crew tomorrow."""
        if state.day + 1 >= season.days:
            return ()
        arriving = state.transit[:, 1].sum(axis=(0, 2))
        found = []
        for g, good in enumerate(season.goods):
            crop = min(int(state.plant[g].sum()) // 4, int(season.picks[g]) * 8)
            packs = min(int(season.promise_most[g]), int(arriving[g]) // 2 + crop)
            if packs > 0:
                found.append((good, packs))
        return tuple(found)

    def beats(self, moment: Moment) -> tuple[Action, ...]:
        """The night's greedy host; where trust has to last until a great night, the running order,
        which does not spend it."""
        if moment.days.terms.size:
            return History().choose(*moment.stage, 0)
        return Greedy().choose(*moment.stage, 0)


DAY_BOTS: dict[str, Callable[[int], DayPlayer]] = {
    "history": lambda seed: Script(),
    "random": Chance,
    "greedy": lambda seed: Planner(),
}


def play_out(
    season: Season, player: DayPlayer, seed: int, kept: Callable[[Moment], None] | None = None
) -> Moment:
    """A whole campaign by one player; `kept` is told each moment."""
    moment = begin(season, seed)
    while not moment.over:
        if moment.days.phase == MORNING:
            plan = player.plan(season, moment)
            if why_not(season, moment, plan):
                plan = DayPlan()
            moment = act(season, moment, plan)
        elif moment.on_air:
            if int(moment.stage[1].left[0, 0]) > 0:
                moment = advance(season, moment)
                if kept:
                    kept(moment)
                continue
            for action in player.beats(moment):
                if not why_not_on_air(*moment.stage, 0, action):
                    moment = act(season, moment, action)
        moment = advance(season, moment)
        if kept:
            kept(moment)
    return moment
