"""A joint goal: the counter of all farms, the platform's truck, the front page, the pot.

The counter adds up the kilograms that left all farms, the player's own among them, whether the
page, a show or the platform's truck took them. What the other regions bring is drawn before the
first day, as happenings are, so that no plan changes the luck of another; only a farm that keeps
its share has its own region follow on the next day.
"""

from typing import Any

import numpy as np
from attrs import frozen

from livegame.catalog.campaigns import Campaign
from livegame.catalog.joint import KILOGRAM, KILOS, Joint, Region
from livegame.catalog.library import Library
from livegame.catalog.models import Product
from livegame.catalog.problems import ContentError
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.chance import day_words
from livegame.engine.days.cohorts import take_oldest
from livegame.engine.days.state import OVER, DayState, changed
from livegame.engine.sampling import normal
from livegame.engine.tables import ONE, Floats, Ints, exp_q16

USUAL = 1000


@frozen(eq=False)
class Common:
    """A joint goal as one farm sees it: G goods, R regions, D days; all empty without one.

    Attributes:
        goal: kilograms. due: that should stand on the counter at each day's end [D].
        usual: that each region brings on a day with no luck [R,D]; luck: sd of a logarithm [R].
        home: number of the farm's own region. asked: of the farm by each day's end [D], kilograms.
        kilos: in a pack [G], 0 of what does not count.
    """

    row: Joint | None
    regions: tuple[Region, ...]
    goal: int
    home: int
    due: Ints
    usual: Ints
    luck: Floats
    asked: Ints
    kilos: Ints


def common_of(lib: Library, campaign: Campaign, role: str, goods: tuple[Product, ...]) -> Common:
    """The joint goal of a campaign for a role.

    Raises:
        ContentError: the role has no region.
    """

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    if not campaign.joint:
        none = ints([])
        empty = np.zeros((0, 0), dtype=np.int64)
        return Common(None, (), 0, -1, none, empty, np.zeros(0), none, none)
    row, regions = campaign.joint[0], tuple(campaign.region)
    home = next((n for n, region in enumerate(regions) if region.role == role), -1)
    if home < 0:
        raise ContentError(f"campaign {campaign.id}: {role} has no region")
    fact = lib.facts[row.fact]
    goal = int(fact.value) * KILOS[fact.unit]
    parts = [after - before for before, after in zip([0, *row.course], row.course, strict=False)]
    usual = [[goal * one.part * part * row.usual // 10**9 for part in parts] for one in regions]
    return Common(
        row=row,
        regions=regions,
        goal=goal,
        home=home,
        due=ints([goal * part // USUAL for part in row.course]),
        usual=np.array(usual, dtype=np.int64),
        luck=np.array([region.luck / USUAL for region in regions]),
        asked=ints(regions[home].asked),
        kilos=ints([g.units_per_pack if g.unit == KILOGRAM else 0 for g in goods]),
    )


def opened(joint: Common, seed: int, days: int) -> dict[str, Any]:
    """The fields of the first morning's state."""

    def zeros(*shape: int) -> Ints:
        return np.zeros(shape if joint.row else (0,) * len(shape), dtype=np.int64)

    found: dict[str, Any] = {
        "others": joint.usual.copy(),
        "own": zeros(days),
        "kept": zeros(days),
        "trucked": zeros(days, len(joint.kilos)),
        "pot": zeros(1),
    }
    if joint.row:
        z = normal(day_words(seed, "joint", 0, 0, joint.usual.shape))
        factor = exp_q16(np.floor(z * joint.luck[:, None] * ONE).astype(np.int64))
        found["others"] = np.floor(joint.usual * factor).astype(np.int64)
    return found


def out(joint: Common, state: DayState) -> int:
    """Kilograms that have left the farm so far."""
    return int((state.delivered * joint.kilos).sum())


def days_done(state: DayState) -> int:
    """Days whose figures stand on the counter."""
    return state.day + (state.phase == OVER)


def counter(state: DayState) -> int:
    """Kilograms on the counter, as the last night left it."""
    done = days_done(state)
    return int(state.others[:, :done].sum()) + int(state.own[:done].sum())


def is_behind(joint: Common, state: DayState) -> bool:
    """Whether the counter stands below its course; never before the first night."""
    done = days_done(state)
    return bool(joint.row) and done > 0 and counter(state) < int(joint.due[done - 1])


def lacking(joint: Common, state: DayState) -> int:
    """Kilograms that the farm still owes its share of today."""
    return max(0, int(joint.asked[state.day]) - out(joint, state))


def front(joint: Common, state: DayState, day: int) -> int:
    """Visitors of a day, per mille of the usual, for the front page that the day before earned."""
    if joint.row is None or day < 1 or not state.kept[day - 1]:
        return USUAL
    return joint.row.front


def rate(joint: Common, state: DayState) -> int:
    """What the truck pays today for a pack within the share, per mille of the usual price.

    Raises:
        ValueError: there is no joint goal.
    """
    if joint.row is None:
        raise ValueError("there is no joint goal")
    return joint.row.behind if is_behind(joint, state) else joint.row.pays


def loadable(over: Ints, ripe: Ints, state: DayState) -> tuple[Ints, Ints]:
    """Flags of the stages that the truck takes [G,A]: ripe, not past their best; and the packs
    of them in the store [G]."""
    stages = np.arange(state.stock.shape[1])
    flags = ((stages >= ripe[:, None]) & (stages < over[:, None])).astype(np.int64)
    return flags, (state.stock * flags).sum(axis=1)


def income(joint: Common, state: DayState, packs: Ints, usual: Ints) -> Ints:
    """Fen for packs [G] on today's truck [G]: all at one rate, mixed of that within the share and
    that beyond it by their kilograms.

    Raises:
        ValueError: there is no joint goal.
    """
    if joint.row is None:
        raise ValueError("there is no joint goal")
    kilos = int((packs * joint.kilos).sum())
    within = min(kilos, lacking(joint, state))
    mixed = rate(joint, state) * within + joint.row.beyond * (kilos - within)
    fen = [
        int(n) * int(u) * mixed // (USUAL * max(kilos, 1))
        for n, u in zip(packs, usual, strict=True)
    ]
    return np.array(fen, dtype=np.int64)


def wanted(goods: tuple[str, ...], plan: DayPlan) -> Ints:
    """Packs that a plan puts on the truck [G]."""
    asked = dict(plan.truck)
    return np.array([asked.get(good, 0) for good in goods], dtype=np.int64)


def refusal(joint: Common, packs: Ints, there: Ints) -> str:
    """Why packs [G] cannot go on the truck of what it would take [G], as the last part of a text
    key, or ""."""
    if joint.row is None or (packs * (joint.kilos == 0)).any():
        return "no_truck"
    return "no_fruit" if (packs > there).any() else ""


def loaded(joint: Common, usual: Ints, flags: Ints, packs: Ints, state: DayState) -> DayState:
    """The state once packs [G] are on the truck: the ripest that it takes go first, and they are
    paid at once. The platform looks at them there, so none comes back.

    Args:
        usual: prices [G], fen. flags: of the stages that the truck takes [G,A].
    """
    fen = income(joint, state, packs, usual)
    trucked = state.trucked.copy()
    trucked[state.day] += packs
    whole = int(fen.sum())
    return changed(
        state,
        stock=state.stock - take_oldest(state.stock, packs, flags),
        ordered=state.ordered + packs,
        delivered=state.delivered + packs,
        trucked=trucked,
        books=state.books + fen,
        sales=state.sales + whole,
        cash=state.cash + whole,
    )


def counted(joint: Common, state: DayState) -> DayState:
    """The state once the platform has counted the day; on the last one it opens the pot."""
    row, day = joint.row, state.day
    if row is None:
        return state
    own, kept, others = state.own.copy(), state.kept.copy(), state.others.copy()
    own[day] = out(joint, state) - int(own[:day].sum())
    kept[day] = int(own.sum() >= joint.asked[day])
    last = day + 1 == len(own)
    if kept[day] and not last:
        others[joint.home, day + 1] += others[joint.home, day + 1] * row.follow // USUAL
    reached = int(others[:, : day + 1].sum() + own.sum()) >= joint.goal
    pot = row.pot if last and kept[day] and reached else 0
    return changed(
        state,
        own=own,
        kept=kept,
        others=others,
        pot=state.pot + pot,
        cash=state.cash + pot,
    )


@frozen
class JointEnd:
    """How a joint goal ended, in kilograms.

    Attributes:
        goal, counted: of all farms. own, asked: of the player's. kept: days by whose end the
            share was kept. trucked: packs on the truck. pot: fen.
        regions: (name, kilograms, whether the player's farm lies there), without that farm.
    """

    goal: int
    counted: int
    own: int
    asked: int
    kept: int
    trucked: int
    pot: int
    regions: tuple[tuple[str, int, bool], ...]

    @property
    def reached(self) -> bool:
        """Whether the goal was."""
        return self.counted >= self.goal


def joint_end(joint: Common, state: DayState) -> JointEnd | None:
    """How it ended; None where there is no joint goal."""
    if joint.row is None:
        return None
    rows = zip(joint.regions, state.others.sum(axis=1), strict=True)
    return JointEnd(
        goal=joint.goal,
        counted=counter(state),
        own=int(state.own.sum()),
        asked=int(joint.asked[-1]),
        kept=int(state.kept.sum()),
        trucked=int(state.trucked.sum()),
        pot=int(state.pot.sum()),
        regions=tuple((one.name, int(kg), n == joint.home) for n, (one, kg) in enumerate(rows)),
    )
