"""A joint goal of a campaign: what all farmers bring together, and one farm's part in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from livegame.catalog.problems import ContentError
from livegame.catalog.ranges import within

KILOS = {"kilograms": 1, "tons": 1000}  # units of a fact that a goal may be counted in
KILOGRAM = "kilogram"  # unit of a product that counts
WHOLE = 1000


@frozen
class Joint:
    """A goal that many farms reach together, and what the platform does about it.

    Attributes:
        fact: the recorded figure that is the goal, in kilograms or tons.
        course: per mille of it that should stand on the counter at each day's end; the last is
            1000. usual: per mille of that course which the others bring if nobody follows.
        pays, behind: what the platform pays a pack on its truck, per mille of the usual price, on
            a morning after the counter was on course, after it was behind; up to a farm's share.
            beyond: for what is more than the share.
        front: visitors of the page and of the evening on the day after a farm has kept its share,
            per mille of the usual. follow: what its region then brings more, per mille.
        pot: fen, at the end, for a farm that has kept its share, if the goal is reached.
    """

    id: str
    name: str
    fact: str
    course: list[int]
    usual: int = field(validator=within(1, 10_000))
    pays: int = field(validator=within(0, 1000))
    behind: int = field(validator=within(0, 1000))
    beyond: int = field(validator=within(0, 1000))
    front: int = field(validator=within(1000, 5000))
    follow: int = field(validator=within(0, 1000))
    pot: int = field(validator=within(0, 10**9))
    what: str
    reason: str


@frozen
class Region:
    """A region that brings part of the joint goal.

    Attributes:
        part: of the goal, per mille. luck: standard deviation of a day's logarithm, per mille.
        role: whose farm lies there, "" for none. asked: kilograms that should have left that farm
            by each day's end, by whatever way.
    """

    id: str
    name: str
    part: int = field(validator=within(1, 1000))
    luck: int = field(validator=within(0, 1000))
    reason: str
    role: str = ""
    asked: list[int] = field(factory=list)


def joint_mistakes(
    joint: list[Joint],
    region: list[Region],
    days: int,
    roles: Iterable[str],
    facts: Mapping[str, Any],
) -> list[tuple[str, Any, str]]:
    """Everything wrong between the rows of a joint goal: key, value, reason.

    Args:
        joint, region: the campaign's rows. days, roles: of the campaign. facts: by id.
    """
    if not joint and not region:
        return []
    if len(joint) != 1:
        return [("joint", len(joint), "a campaign with regions has one joint goal")]
    return [*_goal(joint[0], days, facts), *_regions(region, days, list(roles))]


def _goal(goal: Joint, days: int, facts: Mapping[str, Any]) -> list[tuple[str, Any, str]]:
    found: list[tuple[str, Any, str]] = []
    fact = facts.get(goal.fact)
    if fact is None:
        found.append(("joint.fact", goal.fact, "there is no such fact"))
    elif fact.unit not in KILOS or not isinstance(fact.value, int) or fact.value < 1:
        found.append(("joint.fact", goal.fact, "is no whole number of kilograms or tons"))
    if not _climbs(goal.course, days) or goal.course[-1] != WHOLE:
        found.append(("joint.course", goal.course, f"needs {days} numbers that rise to {WHOLE}"))
    if not goal.beyond <= goal.pays <= goal.behind:
        found.append(("joint.pays", goal.pays, "should lie from beyond to behind"))
    return found


def _regions(region: list[Region], days: int, roles: list[str]) -> list[tuple[str, Any, str]]:
    found: list[tuple[str, Any, str]] = []
    names = [row.id for row in region]
    homes = [row.role for row in region if row.role]
    found += [("region.id", name, "stands twice") for name in names if names.count(name) > 1][:1]
    whole = sum(row.part for row in region)
    if whole != WHOLE:
        found.append(("region.part", whole, f"the parts should add up to {WHOLE}"))
    for role in roles:
        if homes.count(role) != 1:
            found.append(("region.role", role, "every role needs one region of its own"))
    for row in region:
        if row.role and row.role not in roles:
            found.append((f"region.{row.id}.role", row.role, "is no role of the campaign"))
        if row.role and not _climbs(row.asked, days):
            found.append((f"region.{row.id}.asked", row.asked, f"needs {days} rising numbers"))
    return found


def _climbs(numbers: list[int], days: int) -> bool:
    return len(numbers) == days and numbers == sorted(numbers) and min(numbers, default=0) > 0


def check_joint(where: str, *args: Any) -> None:
    """The same for shipped content.

    Raises:
        ContentError: with the first mistake.
    """
    for key, value, reason in joint_mistakes(*args):
        raise ContentError(f"{where}: {key} = {value!r}: {reason}")
