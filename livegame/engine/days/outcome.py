"""A campaign's result: the score taken apart, stars and trophies."""

import numpy as np
from attrs import frozen

from livegame.catalog.trophies import DAY_FIGURES, won
from livegame.engine.days.books import parts, settled
from livegame.engine.days.eve_end import EveEnd, eve_end
from livegame.engine.days.joint import JointEnd, joint_end
from livegame.engine.days.season import Season
from livegame.engine.days.state import OVER, DayState, held, under_way
from livegame.engine.tables import ONE, Ints

TROPHY_FIGURES = DAY_FIGURES

KNOWS_HOW = ONE // 2  # the skill from which somebody counts as a host; Q16


@frozen
class GoodOutcome:
    """What became of one good, in packs; sales in fen."""

    id: str
    ordered: int
    delivered: int
    units: int
    sales: int
    complained: int
    cancelled: int
    turned_away: int
    spoiled: int
    dropped: int
    left: int
    under_way: int
    trucked: int = 0


@frozen
class DaysResult:
    """The score of a campaign. Money in fen, shares per mille.

    points = 1000 * settled / par, rounded down, never below 0.

    Attributes:
        parts: the signed parts of the settled value, in order; they add up to it exactly.
        rank: 1 always: nobody else sells here. service: share of what was asked for that was
            delivered. waste: share of what was brought or grown that spoiled.
        trophies: ids of those won. joint: how a joint goal ended, if there was one. eve: what the
            days before a great night came to, if there was one.
    """

    role: str
    points: int
    settled: int
    par: int
    rank: int
    stars: int
    service: int
    trust: int
    waste: int
    fans: int
    shows: int
    visitors: int
    watched: int
    sales: int
    parts: tuple[tuple[str, int], ...]
    trophies: tuple[str, ...]
    goods: tuple[GoodOutcome, ...]
    joint: JointEnd | None = None
    eve: EveEnd | None = None


def _answered(state: DayState) -> int:
    """Share of the questions that the chatbot or people answered, per mille."""
    asked = int(state.answered.sum())
    return _share(asked - int(state.answered[2]), asked) if asked else 0


def points_of(season: Season, fen: int) -> int:
    """1000 x settled value / par, rounded down, never below 0."""
    return max(0, fen * 1000 // season.par) if season.par > 0 else 0


def _share(part: int, whole: int) -> int:
    return part * 1000 // whole if whole else 1000


def outcome(season: Season, state: DayState) -> DaysResult:
    """The result.

    Raises:
        ValueError: the campaign is not over yet.
    """
    if state.phase != OVER:
        raise ValueError("the campaign is not over yet")
    left, coming = held(state), under_way(state)
    trucked = state.trucked.sum(axis=0) if state.trucked.size else np.zeros_like(left)
    joint = joint_end(season.joint, state)
    goods = season.world.goods[0]
    rows = tuple(
        GoodOutcome(
            id=good.id,
            ordered=int(state.ordered[g]),
            delivered=int(state.delivered[g]),
            units=int(state.delivered[g]) * good.units_per_pack,
            sales=int(state.books[g]),
            complained=int(state.complained[g]),
            cancelled=int(state.cancelled[g]),
            turned_away=int(state.turned[g]),
            spoiled=int(state.spoiled[g]),
            dropped=int(state.dropped[g]),
            left=int(left[g]),
            under_way=int(coming[g]),
            trucked=int(trucked[g]),
        )
        for g, good in enumerate(goods)
    )
    fen = settled(season, state)
    points = points_of(season, fen)
    delivered = int(state.delivered.sum())
    asked = int((state.ordered + state.turned).sum())
    bad = int((state.spoiled + state.dropped).sum())
    stood = int(state.brought.sum() + state.plant.sum() + state.dropped.sum())
    found = {
        "points": points,
        "service": _share(delivered, asked),
        "waste": _share(bad, stood) if stood else 0,
        "fans": state.fans,
        "trust": state.trust * 1000 >> 16,
        "shows": state.shows,
        "units": sum(row.units for row in rows),
        "late": int(state.late.sum()),
        "cuts": cuts(season, state.habit),
        "held": int(left.sum() + coming.sum()),
        "lessons": int(state.lessons.sum()),
        "farms": int((state.aired > 0).sum()),
        "hosts": int((state.skill >= KNOWS_HOW).sum()),
        "joint": joint.counted * 1000 // joint.goal if joint else 0,
        "goals": int((state.passed > 0).sum()),
        "returned": _share(int(state.returned.sum()), max(delivered, 1)),
        "delayed": _share(int(state.delayed.sum()), max(delivered, 1)),
        "marketing": state.marketing,
        "answered": _answered(state),
        "booked": _share(int(state.balances.sum()), int(state.ordered.sum()) or 1),
        "lapsed": _share(int(state.lapsed.sum()), max(int(state.deposits.sum()), 1)),
        "share": joint.own * 1000 // joint.asked if joint else 0,
    }
    return DaysResult(
        role=season.role,
        points=points,
        settled=fen,
        par=season.par,
        rank=1,
        stars=sum(points >= limit for limit in season.stars),
        service=found["service"],
        trust=found["trust"],
        waste=found["waste"],
        fans=state.fans,
        shows=state.shows,
        visitors=state.visited,
        watched=state.watched,
        sales=state.sales,
        parts=parts(season, state),
        trophies=won(season.campaign.trophy, found),
        goods=rows,
        joint=joint,
        eve=eve_end(season, state),
    )


def cuts(season: Season, habit: Ints) -> int:
    """How far below the usual price people have become used to buy, per mille, the worst good."""
    lowest = min(int(h) * 1000 // int(u) for h, u in zip(habit, season.usual, strict=True))
    return max(0, 1000 - lowest)
