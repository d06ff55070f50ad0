"""A morning's plan while it is being made: each change is tried, can be undone, and costs nothing
until the day is opened. For every front end."""

from collections.abc import Callable
from typing import Any

from attrs import evolve

from livegame.catalog.texts import t
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.plans import (
    bill,
    most_picked,
    open_on,
    take,
    truck_pays,
    truck_takes,
    why_not,
)
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState


class DayDraft:
    """A plan in the making, for the morning of a state.

    Attributes:
        plan: as it stands; always one that could be confirmed.
    """

    def __init__(self, season: Season, state: DayState) -> None:
        self.season = season
        self.state = state
        self.plan = DayPlan()
        self._before: list[DayPlan] = []

    def attempt(self, **changes: Any) -> str:
        """Change fields of the plan; "" if it stands, else the reason why it does not, in words."""
        plan = evolve(self.plan, **changes)
        key = why_not(self.season, self.state, plan)
        if key:
            return t(key)
        if plan != self.plan:
            self._before.append(self.plan)
            self.plan = plan
        return ""

    def as_far(self, change: Callable[[int], str], now: int, wanted: int) -> str:
        """Change an amount to what is wanted, or to the nearest from `now` on that stands: one
        change to be undone; the reason why it goes no further, or ""."""
        reason = change(wanted)
        if not reason:
            return ""
        done, stands, falls = len(self._before), now, wanted
        while abs(falls - stands) > 1:
            middle = (stands + falls) // 2
            if change(middle):
                falls = middle
            else:
                stands = middle
        del self._before[done + 1 :]
        return reason

    def undo(self) -> bool:
        """Take the last change back; False if there is none."""
        if not self._before:
            return False
        self.plan = self._before.pop()
        return True

    def clear(self) -> None:
        """Back to an empty plan; that too can be undone."""
        if self.plan != DayPlan():
            self._before.append(self.plan)
            self.plan = DayPlan()

    def load(self, route: str, product: str, loads: int) -> str:
        """Order so many loads of a good by a way, 0 for none; the reason if that cannot be."""
        return self.attempt(loads=_put(self.plan.loads, f"{route}.{product}", loads))

    def pick(self, product: str, packs: int) -> str:
        """Pick so many packs; the reason if that cannot be."""
        return self.attempt(picks=_put(self.plan.picks, product, packs))

    def truck(self, product: str, packs: int) -> str:
        """Put so many packs on the platform's truck; the reason if that cannot be."""
        return self.attempt(truck=_put(self.plan.truck, product, packs))

    def truckable(self, good: int) -> int:
        """Packs of a good that the truck would take, with what the plan picks."""
        return int(truck_takes(self.season, self.state, self.plan)[good])

    @property
    def truck_pays(self) -> int:
        """What the truck pays for what the plan puts on it, fen."""
        return truck_pays(self.season, self.state, self.plan)

    def promise(self, product: str, packs: int) -> str:
        """Promise so many packs; the reason if that cannot be."""
        return self.attempt(promise=_put(self.plan.promise, product, packs))

    def keep_back(self, product: str, packs: int) -> str:
        """Keep so many packs back for the show, 0 for none; the reason if that cannot be."""
        return self.attempt(aside=_put(self.plan.aside, product, packs))

    def price(self, product: str, fen: int) -> str:
        """Ask a price; today's if it is the one that stands; the reason if that cannot be."""
        same = fen == int(self.state.price[self.season.good(product)])
        return self.attempt(prices=_put(self.plan.prices, product, 0 if same else fen))

    def flag(self, name: str, product: str, on: bool) -> str:
        """Set `wait` or `toss` of a good; the reason if that cannot be."""
        kept = tuple(p for p in getattr(self.plan, name) if p != product)
        return self.attempt(**{name: (*kept, product) if on else kept})

    def forward(self, depot: str, product: str, packs: int) -> str:
        """Send so many packs to a warehouse, 0 for none; the reason if that cannot be."""
        return self.attempt(forward=_put(self.plan.forward, f"{depot}.{product}", packs))

    def staff(self, desks: int) -> str:
        """Open so many desks at the chat; those that teach are no more than that."""
        teach = self.plan.teach
        while teach and sum(people for _, people in teach) > desks:
            name, people = teach[-1]
            teach = (*teach[:-1], (name, people - 1)) if people > 1 else teach[:-1]
        return self.attempt(staff=desks, teach=teach)

    def teach(self, topic: str, desks: int) -> str:
        """Let so many desks teach the chatbot a topic; more are opened for it if need be."""
        teach = _put(self.plan.teach, topic, desks)
        staff = max(self.plan.staff, sum(people for _, people in teach))
        return self.attempt(teach=teach, staff=staff)

    def lesson(self, person: str, on: bool) -> str:
        """Send somebody to a lesson today, or not; the reason if that cannot be."""
        return self.attempt(train=_with(self.plan.train, person, on))

    def air(self, farm: str, on: bool) -> str:
        """Hold tonight's show from a farm, too, or not; the reason if that cannot be. The first
        farm takes the first hour that is open if none is taken yet, the last one gives it back."""
        air = _with(self.plan.air, farm, on)
        slot = self.plan.slot or (self.hours[0] if self.hours else "")
        village = self.season.village
        grown = {self.season.goods[int(village.good[village.farm(one)])] for one in air}
        # What the show is no longer about is not kept back for it.
        aside = tuple(pair for pair in self.plan.aside if pair[0] in grown)
        return self.attempt(air=air, slot=slot if air else "", aside=aside)

    def hour(self, slot: str) -> str:
        """Take an hour for tonight's show, "" for none; the reason if that cannot be. Where a show
        is from a farm and none is chosen, it is from the one that has most to offer. Without a show
        nothing is kept back for it."""
        village, plan = self.season.village, self.plan
        if not village.farms or plan.air:
            air, aside = (plan.air, plan.aside) if slot else ((), ())
            return self.attempt(slot=slot, air=air, aside=aside)
        reason = ""
        for farm in sorted(range(len(village.farms)), key=lambda f: -self.to_offer(f)):
            reason = self.attempt(slot=slot, air=(village.farms[farm].id,) if slot else ())
            if not reason:
                return ""
        return reason

    def to_offer(self, farm: int) -> int:
        """Packs of a farm's crop that are in store or ripe on the plants."""
        good = int(self.season.village.good[farm])
        return self.ripe(good) + int(self.state.stock[good].sum())

    def ripe(self, good: int) -> int:
        """Packs on the plants that are ripe; without what is past its best where pickers leave
        that."""
        first, over = int(self.season.ripe[good]), int(self.season.over[good])
        last = over if self.season.choosy[good] else self.state.plant.shape[1]
        return int(self.state.plant[good, first:last].sum())

    @property
    def hours(self) -> list[str]:
        """The hours that this rung leaves open."""
        season = self.season
        return [
            row.id
            for row in season.campaign.slot
            if row.id not in season.rung.without and open_on(season, row.id, self.state.day)
        ]

    @property
    def cost(self) -> int:
        """What it costs this morning, fen."""
        return sum(bill(self.season, self.state, self.plan).values())

    @property
    def opened(self) -> DayState:
        """The state as it would be once the day is opened."""
        return take(self.season, self.state, self.plan)

    def room(self, route: str) -> int:
        """Loads that a way could still take today."""
        number = self.season.route(route)
        if number < 0 or not self.season.leaves[number, self.state.day]:
            return 0
        used = sum(n for name, n in self.plan.loads if name.partition(".")[0] == route)
        return int(self.season.loads[number]) - used

    def pickable(self, product: str) -> int:
        """Packs of a good that the hands of the plan could pick, beside what else they pick."""
        return most_picked(self.season, self.state, self.plan, product)

    def price_of(self, product: str) -> int:
        """A good's price by the plan, fen."""
        return dict(self.plan.prices).get(product, int(self.state.price[self.season.good(product)]))


def _with(names: tuple[str, ...], name: str, on: bool) -> tuple[str, ...]:
    """The names with one more at the end, or without it."""
    kept = tuple(other for other in names if other != name)
    return (*kept, name) if on else kept


def _put(table: Pairs, name: str, value: int) -> Pairs:
    """A table with one entry changed, in its place; 0 takes it out."""
    if not value:
        return tuple(pair for pair in table if pair[0] != name)
    if name in dict(table):
        return tuple((n, value if n == name else v) for n, v in table)
    return (*table, (name, value))
