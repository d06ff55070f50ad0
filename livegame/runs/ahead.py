"""What may come over a night, in words: the odds of its incidents, and how many may come at all.

Nothing here knows what will come; it tells what everybody may know before.
"""

import math
from collections.abc import Callable, Sequence

from attrs import frozen

from livegame.catalog import figures
from livegame.catalog.library import Library, library
from livegame.catalog.mechanics import Milestone
from livegame.catalog.models import Product
from livegame.catalog.nights import Scenario
from livegame.catalog.outside import Incident
from livegame.catalog.texts import t
from livegame.engine.crowd import outlook
from livegame.engine.view import RoomView
from livegame.engine.world import World
from livegame.runs.limits import rules_of, so_far

CERTAIN, USUAL = 1000, 1000
FIRST_FIGURES = 2  # of a number of people nobody can know


def incident_of(scene: Scenario, name: str) -> Incident | None:
    """An incident of a scenario by its id."""
    return next((row for row in scene.incident if row.id == name), None)


def _named(scene: Scenario, name: str) -> Incident | Milestone | None:
    """An incident or a milestone by its id."""
    passed = next((row for row in scene.milestone if row.id == name), None)
    return incident_of(scene, name) or passed


def title_of(scene: Scenario, name: str) -> str:
    """Its title; the id of one that the scenario does not have."""
    row = _named(scene, name)
    return row.title if row else name


def began(scene: Scenario, name: str) -> str:
    """What is told when it comes."""
    row = _named(scene, name)
    return t("ahead.began", title=row.title, text=row.text) if row else name


def over(scene: Scenario, name: str) -> str:
    """What is told when it has passed."""
    title = title_of(scene, name)
    return t("ahead.over_asked" if title.endswith(("?", "!")) else "ahead.over", title=title)


def touching(scene: Scenario, role: str, goods: Sequence[Product] = ()) -> list[Incident]:
    """The incidents that may touch a role's room, by the minute at which they may begin.

    What is only about kinds of goods that are not among `goods` is left out.
    """
    kinds = {good.category for good in goods}
    rows = [
        row
        for row in scene.incident
        if (not row.roles or role in row.roles)
        and not (
            kinds and row.categories and row.pull == USUAL and kinds.isdisjoint(row.categories)
        )
    ]
    return sorted(rows, key=lambda row: (row.earliest, row.latest))


@frozen
class Ahead:
    """What is told before a night.

    Attributes:
        blind: nothing of it is told on this rung.
        crowd, fancy, calls: of the people, "" for nothing.
        rules: what this rung bars a host from. rows: title, odds, effects and cause of each
            incident that may touch the room.
    """

    blind: bool
    crowd: str
    fancy: str
    calls: str
    rules: list[str]
    rows: list[tuple[str, str, str, str]]


def ahead_of(lib: Library, world: World, scene: Scenario, role: str) -> Ahead:
    """What may come over a role's night, as everybody may know before it."""
    room, blind = world.room_of(role), scene.limits.blind
    goods = world.goods[room]
    named = [(name, lib.pitches[name].name) for name in scene.pitches]
    return Ahead(
        blind=blind,
        crowd="" if blind else crowd_words(world, room),
        fancy="" if blind else fancy_words(scene),
        calls="" if blind else calls_words(scene),
        rules=rules_of(scene, role),
        rows=[
            (row.title, odds_of(row), effects_of(row, named, goods), row.cause)
            for row in ([] if blind else touching(scene, role, goods))
        ],
    )


def going_on(lib: Library, scene: Scenario, view: RoomView) -> list[tuple[str, str]]:
    """Title and effects, in figures, of each thing that touches a room now; where a rung tells
    nothing before the night, the words with which it came instead."""
    goods = lib.goods(view.role)
    named = [(name, lib.pitches[name].name) for name in scene.pitches]

    def does(row: Incident | Milestone) -> str:
        if scene.limits.blind:
            return ""
        if isinstance(row, Incident):
            return effects_of(row, named, goods)
        return t("ahead.pull", percent=_signed((row.pull - USUAL) // 10))

    rows = [(name, _named(scene, name)) for name in view.incidents]
    return [(row.title, does(row) or row.text) if row else (name, "") for name, row in rows]


def odds_of(row: Incident) -> str:
    """Its odds, when it may begin and how long it lasts: "35 % - minute 4 to 28, 8 minutes"."""
    key = "at" if row.earliest == row.latest else "between"
    when = t(f"ahead.{key}", earliest=row.earliest, latest=row.latest)
    odds = t("ahead.certain") if row.odds >= CERTAIN else t("ahead.odds", percent=row.odds // 10)
    return t("ahead.when", odds=odds, when=when, minutes=row.minutes)


def concerned(row: Incident, goods: Sequence[Product]) -> str:
    """Which of a room's goods it is about, by their short names; "" for all of them or none."""
    named = [good.short for good in goods if good.category in row.categories]
    return ", ".join(named) if len(named) < len(goods) else ""


def effects_of(
    row: Incident, pitches: Sequence[tuple[str, str]] = (), goods: Sequence[Product] = ()
) -> str:
    """What it does while it lasts, in figures.

    Args:
        pitches: (id, name) of those that may ease it.
        goods: of the room that it is told to.
    """
    about = concerned(row, goods)
    parts = [f"{about}:"] if about else []
    if row.pull != USUAL:
        parts.append(t("ahead.pull", percent=_signed((row.pull - USUAL) // 10)))
    if row.appeal:
        key = "ahead.appeal_up" if row.appeal > 0 else "ahead.appeal_down"
        parts.append(t(key, odds=change_of_odds(row.appeal)))
    if row.reference != USUAL:
        parts.append(t("ahead.elsewhere", percent=_signed((row.reference - USUAL) // 10)))
    if row.doubt:
        parts.append(t("ahead.doubt", percent=row.doubt // 10))
    if row.checkout != USUAL:
        parts.append(t("ahead.checkout", percent=row.checkout // 10))
    if row.answers != USUAL:
        parts.append(t("ahead.answers", percent=row.answers // 10))
    if row.turn != USUAL:
        parts.append(t("ahead.turn", percent=_signed((row.turn - USUAL) // 10)))
    names = dict(pitches)
    eased = [names[name] for name in row.eased if name in names]
    if eased:
        parts.append(t("ahead.eased", pitches=", ".join(eased)))
    return "; ".join(parts).replace(":;", ":")


def change_of_odds(shift: float) -> int:
    """A shift of the log-odds as a change of the odds, in per cent."""
    return round(100 * (math.exp(shift) - 1.0))


def fancy_words(scene: Scenario) -> str:
    """How a room's crowd takes a fancy to one good after another; "" where it does not."""
    row = scene.fancy
    if row is None:
        return ""
    words = {"minutes": row.minutes, "percent": row.odds // 10, "odds": change_of_odds(row.appeal)}
    others = t("ahead.fancy_others", odds=change_of_odds(row.others)) if row.others else ""
    return t("ahead.fancy", others=others, **words)


def calls_words(scene: Scenario) -> str:
    """How a room's chat calls for one pitch after another; "" where it does not."""
    row = scene.calls
    if row is None:
        return ""
    words = {"minutes": row.minutes, "percent": row.odds // 10, "odds": change_of_odds(row.appeal)}
    return t("ahead.calls", strength=f"{row.strength:g}", **words)


def _signed(percent: int) -> str:
    return f"+{percent}" if percent > 0 else str(percent)


def standing(
    scene: Scenario,
    view: RoomView,
    tell: Callable[[int], str] = figures.count,
    *,
    brief: bool = False,
) -> list[str]:
    """Where the room stands in what only this scenario has: shyness, contracts that would close;
    `tell` writes a number. In brief, of several couriers only the one nearest to its limit."""
    told = []
    if scene.habit:
        left = 100 * scene.habit.half // (scene.habit.half + view.orders)
        told.append(t("ahead.shy", percent=left))
    if scene.closing:
        par = round(library().under(scene).number("choice.trust-par") * 1000)
        share = scene.closing.share + scene.closing.trust * (view.trust - par) // 1000
        share = min(max(share, scene.closing.least), scene.closing.most)
        told.append(t("ahead.closing", percent=share // 10))
    return told + so_far(scene, view, tell, brief=brief)


def crowd_words(world: World, room: int) -> str:
    """How many may look in, where nobody knows it; "" where it is no matter of luck."""
    if not world.pool_luck:
        return ""
    low, high = (_rounded(end) for end in outlook(world, room))
    return t("ahead.crowd", low=f"{low:,}", high=f"{high:,}")


def _rounded(people: int) -> int:
    """A figure that claims no more than it knows."""
    step: int = 10 ** max(len(str(people)) - FIRST_FIGURES, 0)
    return round(people / step) * step
