"""The rules of a campaign as a pure function: a moment and a decision in, the next moment out."""

from typing import Any

import numpy as np
from attrs import evolve, frozen

from livegame.engine.actions import Action
from livegame.engine.acts import act as act_on_air
from livegame.engine.acts import why_not as why_not_on_air
from livegame.engine.days import joint, plans, voice
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.book import opening
from livegame.engine.days.demand import sell_day
from livegame.engine.days.evening import begin_show, end_show
from livegame.engine.days.happenings import drawn
from livegame.engine.days.hashing import days_hash
from livegame.engine.days.overnight import night
from livegame.engine.days.season import Season
from livegame.engine.days.state import (
    CLOSING,
    EVENING,
    MORNING,
    NAMES,
    OVER,
    PLANNED,
    WAITS,
    DayState,
    changed,
)
from livegame.engine.reducer import IllegalAction, TickReport, tick
from livegame.engine.state import State
from livegame.engine.tables import Ints
from livegame.engine.world import World

DayAction = DayPlan | Action

_PER_GOOD = ("promise", "wait", "toss", "ordered", "delivered", "cancelled", "spoiled", "picked",
             "dropped", "turned", "turned_today", "complained", "late", "books")  # fmt: skip
_COUNTS = ("coupon", "slot", "advert", "hands", "fans", "halo", "shows", "watched", "visited",
           "sales", "refunds", "goods", "freight", "wages", "marketing", "penalties")  # fmt: skip

__all__ = ["DayAction", "IllegalAction", "Moment", "act", "advance", "begin", "why_not"]


@frozen(eq=False)
class Moment:
    """One moment of a campaign: its state, and the evening's show while one is on.

    Attributes:
        report: what the show's last tick brought, if the last step was one.
    """

    days: DayState
    world: World | None = None
    show: State | None = None
    report: TickReport | None = None

    @property
    def over(self) -> bool:
        """Whether the last night has passed."""
        return self.days.phase == OVER

    @property
    def on_air(self) -> bool:
        """Whether an evening's show is on; its last moment stays beside the state until night."""
        return self.days.phase == EVENING

    @property
    def stage(self) -> tuple[World, State]:
        """The show that is on.

        Raises:
            ValueError: there is none.
        """
        if self.world is None or self.show is None:
            raise ValueError("there is no show on")
        return self.world, self.show

    def hash(self) -> str:
        """Hex digest of the whole moment."""
        return days_hash(self.days, self.show)


def begin(season: Season, seed: int) -> Moment:
    """The first morning.

    Args:
        season: the compiled campaign. seed: 0 .. 2**63 - 1.
    """
    goods, stages, routes = season.shape
    longest = int(season.lead.max()) if routes else 0

    def zeros(*shape: int) -> Ints:
        return np.zeros(shape, dtype=np.int64)

    stock = zeros(goods, stages)
    stock[np.arange(goods), season.from_stage] = season.opening
    values: dict[str, Any] = {name: zeros(goods) for name in _PER_GOOD}
    values |= dict.fromkeys(_COUNTS, 0)
    values |= joint.opened(season.joint, seed, season.days) | _of_the_eve(season)
    state = DayState(
        seed=seed,
        day=0,
        phase=MORNING,
        steps=0,
        ticks=0,
        stock=stock,
        plant=season.plant.copy(),
        transit=zeros(max(routes, 1), longest + 2, goods, stages),
        owed=zeros(WAITS, goods),
        owed_fen=zeros(WAITS, goods),
        price=season.usual.copy(),
        habit=season.usual.copy(),
        brought=season.opening.copy(),
        happens=drawn(season, seed),
        by_store=zeros(season.days, goods),
        by_show=zeros(season.days, goods),
        trust=season.world.rates.trust_start,
        cash=season.numbers.purse,
        purse=season.numbers.purse,
        skill=season.village.start.copy(),
        lessons=zeros(len(season.village.people)),
        train=zeros(len(season.village.people)),
        air=zeros(len(season.village.farms)),
        aired=zeros(len(season.village.farms)),
        aside=zeros(0),
        **values,
    )
    arrays = {name: getattr(state, name) for name in NAMES}
    return Moment(changed(state, **arrays))


def _of_the_eve(season: Season) -> dict[str, Ints]:
    """Fields of a campaign that leads up to a night; empty where it has none of it."""
    eve = season.eve
    goods, stages, _ = season.shape
    places, way = len(eve.depots), int(eve.lead.max(initial=0)) + 2
    parcels = goods if eve.carrier else 0

    def zeros(*shape: int) -> Ints:
        return np.zeros(shape, dtype=np.int64)

    return {
        **opening(season),
        "depot": zeros(places, goods, stages),
        "ahead": zeros(places, way, goods, stages),
        "waiting": zeros(2, parcels),
        "waiting_fen": zeros(2, parcels),
        "free": zeros(1 + places if parcels else 0),
        "delayed": zeros(parcels),
        "returned": zeros(parcels),
        "bot": eve.start.copy(),
        "teach": zeros(len(eve.topics)),
        "desk": zeros(3 if eve.topics else 0),
        "passed": zeros(len(eve.goals)),
        "by_book": zeros(3 if eve.windows else 0, season.days),
        "sent": zeros(2 + places if parcels else 0),
        "answered": zeros(3 if eve.topics else 0),
        "worn": zeros(len(eve.offers)),
        "voice": voice.rested(season),
    }


def why_not(season: Season, moment: Moment, action: DayAction) -> str:
    """The text key of the reason why an action is not allowed now, or ""."""
    if isinstance(action, DayPlan):
        return plans.why_not(season, moment.days, action)
    if not moment.on_air:
        return "days.refuse.off_air"
    return why_not_on_air(*moment.stage, 0, action)


def act(season: Season, moment: Moment, action: DayAction) -> Moment:
    """The moment after a decision.

    Raises:
        IllegalAction: it is not allowed now.
    """
    key = why_not(season, moment, action)
    if key:
        raise IllegalAction(key)
    if isinstance(action, DayPlan):
        return evolve(moment, days=plans.take(season, moment.days, action), report=None)
    return evolve(moment, show=act_on_air(*moment.stage, 0, action))


def must_decide(moment: Moment) -> bool:
    """Whether nothing passes before the morning's plan is confirmed."""
    return moment.days.phase == MORNING


def advance(season: Season, moment: Moment) -> Moment:
    """One step: the store's day, a tick of the show, or the night.

    Raises:
        ValueError: the campaign is over, or the morning has no plan yet.
    """
    state = moment.days
    if state.phase == OVER:
        raise ValueError("the campaign is over")
    if state.phase == MORNING:
        raise ValueError("the morning has no plan yet")
    state = changed(state, steps=state.steps + 1)
    if state.phase == PLANNED:
        state = sell_day(season, state)
        if not state.slot:
            return Moment(changed(state, phase=CLOSING))
        state = changed(state, phase=EVENING)
        world, show = begin_show(season, state)
        return Moment(state, world, show)
    if state.phase == CLOSING:
        return Moment(night(season, state))
    world = moment.stage[0]
    show, report = tick(*moment.stage)
    state = changed(state, ticks=show.tick)
    if show.tick < world.ticks:
        return Moment(state, world, show, report)
    return Moment(end_show(season, state, world, show), world, show, report)
