"""What a campaign of several days is made of, as types, and how its files become one.

A campaign is a file of `scenarios/` with a number of days; the rows of its rules stand in
`campaigns/<id>/*.toml`. Money is in fen, shares are per mille, days count from 1.
"""

from pathlib import Path
from typing import Any

from attrs import field, frozen

from livegame.catalog.crops import Crop, Route, check_crops
from livegame.catalog.happenings import CAUSES, EFFECTS, Happening
from livegame.catalog.joint import Joint, Region, check_joint
from livegame.catalog.nights import Target
from livegame.catalog.problems import ContentError
from livegame.catalog.ranges import within
from livegame.catalog.reading import load_toml, structure
from livegame.catalog.running import Script
from livegame.catalog.trophies import Trophy
from livegame.catalog.villages import Farm, Trainee, check_village
from livegame.catalog.windows import (
    Carrier,
    Depot,
    Goal,
    Offer,
    Topic,
    Window,
    check_windows,
)


@frozen
class Slot:
    """An hour of the evening that can be had for a show.

    Attributes:
        people: who may look in. rivals: pull of the other rooms of that hour. cost: fen.
        days: on which it can be had; every day if empty. roles: whose; everybody's if empty.
        night: id of the scenario whose show it is, with that night's own rules; "" for a short
            show as on any evening. Its people and rivals are the night's, too.
    """

    id: str
    name: str
    starts: str
    people: int = field(validator=within(1, 10**9))
    rivals: float = field(validator=within(0.0, 1000.0))
    cost: int = field(validator=within(0, 10**10))
    what: str
    reason: str
    days: list[int] = field(factory=list)
    night: str = ""
    roles: list[str] = field(factory=list)


@frozen
class Coupon:
    """A coupon for the store: `cut` off the price, of which the seller bears `bears`, and `lift`
    more visitors who came for it; all per mille."""

    id: str
    name: str
    cut: int = field(validator=within(0, 900))
    bears: int = field(validator=within(0, 1000))
    lift: int = field(validator=within(0, 5000))
    reason: str


RULES_OF_RUNGS = (
    "purse", "ageing", "shows", "patience", "blind", "coupons", "hands", "complain", "licence",
    "places", "farms", "carries", "taught", "calls", "staff",
)  # fmt: skip


@frozen
class Rung:
    """A rung of difficulty: what it takes away (`without`: routes, coupons, slots) and which rules
    it sets (RULES_OF_RUNGS)."""

    number: int
    name: str
    what: str
    without: list[str] = field(factory=list)
    rule: dict[str, int] = field(factory=dict)


@frozen
class Morning:
    """What history's script decides on a day; prices per mille of the usual, advert in fen."""

    day: int
    prices: dict[str, int] = field(factory=dict)
    loads: dict[str, int] = field(factory=dict)
    picks: dict[str, int] = field(factory=dict)
    promise: dict[str, int] = field(factory=dict)
    wait: list[str] = field(factory=list)
    toss: list[str] = field(factory=list)
    hands: int = 0
    coupon: str = ""
    advert: int = 0
    slot: str = ""
    train: list[str] = field(factory=list)
    air: list[str] = field(factory=list)
    truck: dict[str, int] = field(factory=dict)
    offer: str = ""
    call: int = 0
    forward: dict[str, int] = field(factory=dict)
    staff: int = 0
    teach: dict[str, int] = field(factory=dict)


@frozen
class DayScript:
    """What a role does, day by day, where history or an assumption has it so."""

    role: str
    reason: str
    morning: list[Morning]


@frozen
class Evening:
    """The short show of an evening: how long, before whom, with which pitches."""

    minutes: int = field(validator=within(1, 120))
    tick_seconds: int = field(validator=within(1, 60))
    segments: list[str]
    pitches: list[str]


@frozen
class Campaign:
    """Several days of selling.

    Attributes:
        key: under `days.<key>.` in the assumptions stand its numbers.
        says: which of its numbers are recorded and which assumed, in words.
        script: the running order of each role's shows; daily: what history did by day.
        trainee, farm: of a village, which trains hosts and puts farms on air; others have none.
        joint, region: of a goal that all farms reach together; others have none.
        every: days of the calendar from one of the campaign's days to the next.
        offer, window, depot, carrier, topic, goal: of a campaign that leads up to a night.
    """

    id: str
    key: str
    title: str
    date: str
    festival: str
    platform: str
    starts: str
    days: int = field(validator=within(2, 60))
    recorded: bool
    facts: list[str]
    roles: list[str]
    intro: str
    ending: str
    says: str
    evening: Evening
    crop: list[Crop]
    slot: list[Slot]
    coupon: list[Coupon]
    happening: list[Happening]
    rung: list[Rung]
    trophy: list[Trophy]
    script: list[Script]
    daily: list[DayScript]
    route: list[Route] = field(factory=list)
    target: list[Target] = field(factory=list)
    trainee: list[Trainee] = field(factory=list)
    farm: list[Farm] = field(factory=list)
    every: int = field(default=1, validator=within(1, 31))
    offer: list[Offer] = field(factory=list)
    window: list[Window] = field(factory=list)
    depot: list[Depot] = field(factory=list)
    carrier: list[Carrier] = field(factory=list)
    topic: list[Topic] = field(factory=list)
    goal: list[Goal] = field(factory=list)
    joint: list[Joint] = field(factory=list)
    region: list[Region] = field(factory=list)


def is_campaign(path: Path) -> bool:
    """Whether a file of `scenarios/` tells of several days.

    Raises:
        ContentError: it cannot be read.
    """
    return "days" in load_toml(path)


def read_campaign(path: Path, folder: Path) -> Campaign:
    """The campaign in a file of `scenarios/`, with the rows of its own folder.

    Args:
        path: the file. folder: the content folder.

    Raises:
        ContentError: a file is malformed, or a table stands in two of them.
    """
    data: dict[str, Any] = load_toml(path)
    for part in sorted((folder / "campaigns" / str(data.get("id"))).glob("*.toml")):
        rows = load_toml(part)
        twice = set(rows) & set(data)
        if twice:
            raise ContentError(f"{part}: {sorted(twice)[0]!r} stands in another file too")
        data |= rows
    return structure(data, Campaign, path.name)


def check_campaign(one: Campaign, known: dict[str, Any]) -> None:
    """Hold a campaign's rows against each other and against the library's tables.

    Args:
        one: the campaign.
        known: the library's facts, hosts, products, segments, pitches, by those names; and its
            scenarios, if the nights that shows are taken from are to be looked up.

    Raises:
        ContentError: an id that is referred to in vain, or lists that do not fit.
    """
    where = f"campaign {one.id}"

    def refer(names: Any, table: Any, what: str) -> None:
        for name in names:
            if name and name not in table:
                raise ContentError(f"{where}: no {what} {name!r}; check the spelling")

    refer(one.facts, known["facts"], "fact")
    refer(one.roles, known["hosts"], "host")
    refer(one.evening.segments, known["segments"], "segment")
    refer(one.evening.pitches, known["pitches"], "pitch")
    refer([c.product for c in one.crop], known["products"], "product")
    refer([t.fact for t in one.target] + [t.base for t in one.target], known["facts"], "fact")
    refer(one.roles, {s.role for s in one.script}, "script for role")
    refer(one.roles, {s.role for s in one.daily}, "daily script for role")
    crops = {c.product for c in one.crop}
    for row in one.happening:
        refer(row.effect, EFFECTS, f"effect of {row.id}")
        refer([row.cause], CAUSES, f"cause of {row.id}")
        refer(row.appeal, crops, f"good of {row.id}")
        if bool(row.odds) == bool(row.cause):
            raise ContentError(f"{where}: {row.id} needs odds or a cause, one of them")
    refer([g.fact for g in one.goal], one.facts, "fact of a goal")
    named = (one.route, one.coupon, one.slot, one.offer, one.window, one.depot)
    parts = {row.id for rows in named for row in rows}
    for rung in one.rung:
        refer(rung.without, parts, f"route, coupon or slot of rung {rung.number}")
        refer(rung.rule, RULES_OF_RUNGS, f"rule of rung {rung.number}")
    if [r.number for r in one.rung] != list(range(1, len(one.rung) + 1)):
        raise ContentError(f"{where}: its rungs should be numbered from 1")
    check_crops(where, one.crop)
    check_village(where, one.trainee, one.farm, crops)
    hosts, farms = {row.id for row in one.trainee}, {row.id for row in one.farm}
    for morning in (morning for daily in one.daily for morning in daily.morning):
        refer(morning.train, hosts, f"trainee of day {morning.day}")
        refer(morning.air, farms, f"farm of day {morning.day}")
    check_windows(one, where, EFFECTS)
    if "scenarios" in known:
        refer([s.night for s in one.slot], known["scenarios"], "scenario")
    check_joint(where, one.joint, one.region, one.days, one.roles, known["facts"])
