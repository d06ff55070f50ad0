"""What leads up to a night, compiled: deposits and windows, warehouses, couriers, the chatbot's
topics and lines of sales of one role. A campaign without such rows has an empty one."""

from typing import Any

import numpy as np
from attrs import evolve, frozen

from livegame.catalog.campaigns import Campaign
from livegame.catalog.crops import Crop
from livegame.catalog.library import Library
from livegame.catalog.windows import Carrier, Depot, Goal, Offer, Topic, Window
from livegame.engine.milestones import FEN, PERCENT
from livegame.engine.tables import ONE, Ints

PERMILLE = 1000
NONE: Ints = np.zeros(0, dtype=np.int64)
NO_ROADS: Ints = np.zeros((0, 0), dtype=np.int64)


@frozen(eq=False)
class Eve:
    """Z depots, Q topics, N goals, D days, G goods of one role.

    Attributes:
        calls: whether balances may be called before they fall due by themselves.
        book: packs deposited before the first day [G].
        near, lead, fare (fen a pack), room [Z]; parts: packs a day that leave a depot in time [Z];
            roads: packs that can be sent there [Z,D].
        vans: packs fetched at the door on each day [D]. late: chance a night of coming back.
        weight [Q], start, lesson, fade of skill, Q16 [Q].
        line: sales that pass a goal, fen [N].
        later: shift of the log-odds of leaving a deposit against buying at that price, Q16.
        mood: shift of the log-odds of buying, by day, Q16 [D]; empty for none.
        asks: questions of a thousand visitors. pace: questions that a person answers in a day.
        minute: questions that one answers in a minute of a night's show.
        wage: fen of a person at the chat. most: of them in a day.
        hold: part of those who would buy that does not, unanswered, Q16. miss: level of trust lost
            on a day on which nobody is answered, Q16.
        usual: mean skill for which a night's chatbot answers what its scenario says, Q16.
        tires, rests: share of those whom an offer can win that each day takes away on which it
            stands, and that each other day brings back, Q16 [O].
        strain, sleep: voice that a show takes and a night gives back, Q16. hoarse: part of the
            room's pull that goes with the whole voice, Q16; 0 without the rule.
        brings: per mille that a book as large as a night's usual stock adds to the room's pull.
        halo: part of a night's visitors who look in at the page on the next day.
        tardy: level of trust lost if all that was delivered came back late, Q16.
    """

    offers: tuple[Offer, ...] = ()
    windows: tuple[Window, ...] = ()
    depots: tuple[Depot, ...] = ()
    carrier: Carrier | None = None
    topics: tuple[Topic, ...] = ()
    goals: tuple[Goal, ...] = ()
    calls: bool = True
    book: Ints = NONE
    near: Ints = NONE
    lead: Ints = NONE
    fare: Ints = NONE
    room: Ints = NONE
    parts: Ints = NONE
    roads: Ints = NO_ROADS
    vans: Ints = NONE
    late: float = 0.0
    weight: Ints = NONE
    start: Ints = NONE
    lesson: Ints = NONE
    fade: Ints = NONE
    line: Ints = NONE
    later: int = 0
    mood: Ints = NONE
    asks: int = 0
    pace: int = 0
    minute: int = 0
    wage: int = 0
    most: int = 0
    hold: int = 0
    miss: int = 0
    usual: int = 0
    brings: int = 0
    halo: float = 0.0
    tardy: int = 0
    tires: Ints = NONE
    rests: Ints = NONE
    strain: int = 0
    sleep: int = 0
    hoarse: int = 0

    @property
    def last_window(self) -> Window | None:
        """The window in which the book is closed."""
        return next((row for row in self.windows if row.due), None)

    def depot(self, name: str) -> int:
        """The number of a depot, or -1."""
        return next((i for i, row in enumerate(self.depots) if row.id == name), -1)

    def topic(self, name: str) -> int:
        """The number of a topic, or -1."""
        return next((i for i, row in enumerate(self.topics) if row.id == name), -1)

    def offer(self, name: str) -> int:
        """The number of an offer, or -1."""
        return next((i for i, row in enumerate(self.offers) if row.id == name), -1)


def line_of(goal: Goal, lib: Library) -> int:
    """The sales of the campaign, in fen, that pass a goal."""
    fact = lib.facts[goal.fact]
    value = int(fact.value)
    if fact.unit.startswith("percent"):
        return goal.last * (PERCENT + value) // PERCENT
    return value * FEN - goal.before


def eve_of(
    lib: Library, campaign: Campaign, role: str, crops: list[Crop], without: list[str],
    rule: dict[str, int],
) -> Eve:  # fmt: skip
    """What a role's campaign has of it.

    Args:
        campaign: with the rows of this role only. crops: of its goods, in order.
        without, rule: of the rung.

    Raises:
        ContentError: an assumption of `days.<key>.` that a row needs is missing.
    """

    def number(name: str) -> float:
        return own_number(lib, campaign.key, role, name)

    def ints(values: list[Any]) -> Ints:
        return np.array(values, dtype=np.int64)

    def q16(name: str) -> int:
        return round(number(name) * ONE)

    def levels(name: str, rows: list[Any]) -> Ints:
        return ints([getattr(row, name) * ONE // PERMILLE for row in rows])

    eve = Eve()
    if f"days.{campaign.key}.mood" in lib.day_assumptions:
        mood = lib.numbers(f"days.{campaign.key}.mood")
        eve = evolve(eve, mood=ints([round(n * ONE) for n in mood]))
    if f"days.{campaign.key}.hoarse" in lib.day_assumptions:
        strain, sleep, hoarse = (q16(name) for name in ("strain", "sleep", "hoarse"))
        eve = evolve(eve, strain=strain, sleep=sleep, hoarse=hoarse)
    if campaign.offer:
        offers = [row for row in campaign.offer if row.id not in without]
        eve = evolve(
            eve,
            offers=tuple(offers),
            tires=levels("tires", offers),
            rests=levels("rests", offers),
            windows=tuple(row for row in campaign.window if row.due or row.id not in without),
            calls=rule.get("calls", 1) > 0,
            book=ints([crop.book for crop in crops]),
            later=q16("later"),
            brings=round(number("brings")),
            halo=number("night-halo"),
        )
    faster = rule.get("carries", PERMILLE)
    if campaign.carrier:
        row = campaign.carrier[0]
        eve = evolve(
            eve,
            carrier=row,
            vans=ints([n * faster // PERMILLE for n in row.carries]),
            late=row.late / PERMILLE,
            tardy=q16("tardy"),
        )
    depots = [row for row in campaign.depot if row.id not in without]
    if depots:
        eve = evolve(
            eve,
            depots=tuple(depots),
            near=ints([row.near for row in depots]),
            lead=ints([row.lead for row in depots]),
            fare=ints([row.cost for row in depots]),
            room=ints([row.room for row in depots]),
            parts=ints([row.carries * faster // PERMILLE for row in depots]),
            roads=ints([row.roads for row in depots]),
        )
    if campaign.topic:
        rows = campaign.topic
        taught = rule.get("taught", PERMILLE)
        eve = evolve(
            eve,
            topics=tuple(rows),
            weight=ints([row.share for row in rows]),
            start=levels("start", rows),
            lesson=levels("lesson", rows) * taught // PERMILLE,
            fade=levels("fade", rows),
            asks=round(number("asks")),
            pace=round(number("pace")),
            minute=round(number("minute")),
            wage=round(number("chat-wage") * 100),
            most=round(number("chat-most")) * rule.get("staff", PERMILLE) // PERMILLE,
            hold=q16("hold"),
            miss=q16("miss"),
            usual=q16("bot-usual"),
        )
    if campaign.goal:
        lines = [line_of(row, lib) for row in campaign.goal]
        eve = evolve(eve, goals=tuple(campaign.goal), line=ints(lines))
    return eve


def own_number(lib: Library, key: str, role: str, name: str) -> float:
    """A number of a campaign: the role's own `days.<key>.<name>.<role>`, or that of all."""
    own = f"days.{key}.{name}.{role}"
    return lib.number(own if own in lib.day_assumptions else f"days.{key}.{name}")


def for_role(campaign: Campaign, role: str) -> Campaign:
    """The campaign with only the rows that a role has."""
    kinds = ("route", "slot", "depot", "carrier", "goal")
    rows: dict[str, Any] = {
        kind: [row for row in getattr(campaign, kind) if not row.roles or role in row.roles]
        for kind in kinds
    }
    return evolve(campaign, **rows)
