"""A village of a campaign as arrays: who may become a host, and which farms may go on air."""

import numpy as np
from attrs import evolve, frozen

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import Library
from livegame.catalog.villages import Farm, Trainee
from livegame.engine.tables import ONE, Ints

PERMILLE = 1000


@frozen(eq=False)
class Village:
    """H people and F farms of one role; both are none in a campaign that has no such rows.

    Attributes:
        start, most: skill, Q16 [H]. lesson, show: per mille of what is missing [H]. fee: fen [H].
        host, good: numbers of a farm's host and of its crop [F]. cost: fen [F]. pull: per
            mille [F].
        places: lessons that can be given in a day. on_air: most farms in one show.
        licence: skill below which nobody may go on air, Q16.
        draw_new, draw_best: factor on the room's pull with no skill, with full skill, Q16.
        appeal_new, appeal_best: shift of the log-odds of what a host shows, Q16.
    """

    people: tuple[Trainee, ...]
    farms: tuple[Farm, ...]
    start: Ints
    most: Ints
    lesson: Ints
    show: Ints
    fee: Ints
    host: Ints
    good: Ints
    cost: Ints
    pull: Ints
    places: int = 0
    on_air: int = 0
    licence: int = 0
    draw_new: int = 0
    draw_best: int = 0
    appeal_new: int = 0
    appeal_best: int = 0

    def person(self, name: str) -> int:
        """The number of somebody, or -1."""
        return next((i for i, row in enumerate(self.people) if row.id == name), -1)

    def farm(self, name: str) -> int:
        """The number of a farm, or -1."""
        return next((i for i, row in enumerate(self.farms) if row.id == name), -1)


def village_of(lib: Library, campaign: Campaign, goods: list[str], rule: dict[str, int]) -> Village:
    """The village of a role: the farms that grow its goods, and their hosts.

    Args:
        goods: ids of the role's goods, in order. rule: of the rung.

    Raises:
        ContentError: an assumption of `days.<key>.` that a village needs is missing.
    """
    farms = tuple(farm for farm in campaign.farm if farm.product in goods)
    speak = {farm.host for farm in farms}
    people = tuple(row for row in campaign.trainee if row.id in speak)
    names = [row.id for row in people]

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    def level(permille: int) -> int:
        return permille * ONE // PERMILLE

    village = Village(
        people=people,
        farms=farms,
        start=ints([level(row.start) for row in people]),
        most=ints([level(row.most) for row in people]),
        lesson=ints([row.lesson for row in people]),
        show=ints([row.show for row in people]),
        fee=ints([row.fee for row in people]),
        host=ints([names.index(farm.host) for farm in farms]),
        good=ints([goods.index(farm.product) for farm in farms]),
        cost=ints([farm.cost for farm in farms]),
        pull=ints([farm.pull for farm in farms]),
    )
    if not farms:
        return village

    def number(name: str) -> float:
        return lib.number(f"days.{campaign.key}.{name}")

    def q16(name: str) -> int:
        return round(number(name) * ONE)

    return evolve(
        village,
        places=min(round(number("places")), rule.get("places", len(people))),
        on_air=min(round(number("on-air")), rule.get("farms", len(farms))),
        licence=level(rule.get("licence", 0)),
        draw_new=q16("draw-new"),
        draw_best=q16("draw-best"),
        appeal_new=q16("appeal-new"),
        appeal_best=q16("appeal-best"),
    )
