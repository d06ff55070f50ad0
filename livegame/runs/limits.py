"""What a night has that others do not, in words: its notes, deposits, couriers, and how far the
room has come in them."""

from collections.abc import Callable

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.catalog.mechanics import Milestone
from livegame.catalog.nights import Scenario
from livegame.catalog.outside import Courier
from livegame.catalog.rungs import rung_here
from livegame.catalog.texts import t
from livegame.engine.milestones import line_of
from livegame.engine.view import RoomView


def couriers_of(scene: Scenario, role: str) -> list[Courier]:
    """The couriers that fetch something from a role's room."""
    kinds = {good.category for good in library().goods(role)}
    return [
        row
        for row in scene.courier
        if (not row.roles or role in row.roles)
        and (not row.categories or kinds & set(row.categories))
    ]


def rules_of(scene: Scenario, role: str) -> list[str]:
    """The rung's rule above the first, the night's notes, its deposits and couriers in figures;
    empty for ordinary nights."""
    rung = rung_here(scene) if scene.step > 1 else None
    told = [*([rung.what] if rung else []), *scene.notes]
    if scene.presale:
        row = scene.presale
        told.append(t("limits.presale", minutes=row.until, percent=f"{row.unpaid / 10:g}"))
    told += courier_rules(scene, role)
    return told + _chatbot(scene, role) + _milestones(scene, role) + _stalls(scene) + _moneys(scene)


def milestones_of(scene: Scenario, role: str) -> list[Milestone]:
    """The milestones that a role's room may pass."""
    return [row for row in scene.milestone if not row.roles or role in row.roles]


def _chatbot(scene: Scenario, role: str) -> list[str]:
    """How many questions are answered a minute, and by whom besides."""
    row = scene.chatbot
    if row is None:
        return []
    barred, names = scene.limits.without, library().pitches
    minute = f"{row.rooms.get(role, row.answers):,}"
    told = [t("limits.chatbot", answers=minute, patience=row.patience)]
    for key, table in (("held", row.held), ("bought", row.bought)):
        for name, more in table.items():
            if name not in barred:
                words = {"pitch": names[name].name, "answers": f"{more:,}"}
                told.append(t(f"limits.chatbot_{key}", **words))
    return told


def _milestones(scene: Scenario, role: str) -> list[str]:
    """The lines of sales, and what passing them brings."""
    return [
        t(
            "limits.milestone",
            title=row.title,
            line=_yuan(line_of(row, library().facts[row.fact])),
            percent=row.pull // 10 - 100,
            minutes=row.minutes,
        )
        for row in milestones_of(scene, role)
    ]


def _stalls(scene: Scenario) -> list[str]:
    """What stalls draw, and for how long."""
    rows = [row for row in scene.stall if row.pitch not in scene.limits.without]
    if not rows:
        return []
    most = max(factor for row in rows for factor in row.pull.values())
    words = {"number": len(rows), "minutes": rows[0].minutes, "percent": most // 10 - 100}
    return [t("limits.stalls", **words)]


def _moneys(scene: Scenario) -> list[str]:
    """How prices are read in other money."""
    return [
        t(
            "limits.currency",
            name=row.name,
            step=f"{row.sign}{row.step:,}",
            below=f"{row.sign}{row.step - 1:,}",
            percent=row.overlooked // 10,
        )
        for row in scene.currency
    ]


def _yuan(fen: int) -> str:
    return f"{fen // 100:,}"


def _parcels(
    scene: Scenario, view: RoomView, tell: Callable[[int], str], *, brief: bool
) -> list[str]:
    """Each courier's parcels against what it fetches in time."""
    goods = library().products
    rows = []
    for courier in couriers_of(scene, view.role):
        kinds = set(courier.categories)
        here = (one for one in view.products if not kinds or goods[one.id].category in kinds)
        rows.append((courier, sum(one.sold for one in here)))
    key = "parcels" if len(rows) == 1 else "parcels_most" if brief else "parcels_of"
    if brief and rows:
        rows = [max(rows, key=lambda row: row[1] / max(row[0].packs, 1))]
    return [
        t(f"limits.{key}", name=row.name, packs=tell(packs), most=tell(row.packs))
        for row, packs in rows
    ]


def courier_rules(scene: Scenario, role: str) -> list[str]:
    """What each courier of a role's room fetches in time, and what comes of the rest."""
    told = []
    for courier in couriers_of(scene, role):
        words = {"packs": f"{courier.packs:,}", "percent": courier.late // 10}
        told.append(t("limits.courier", name=courier.name, **words))
    return told


def so_far(
    scene: Scenario,
    view: RoomView,
    tell: Callable[[int], str] = figures.count,
    *,
    brief: bool = False,
) -> list[str]:
    """Whether links still take deposits, and each courier's parcels against what it fetches;
    `tell` writes a number. In brief, of several couriers only the one nearest to its limit."""
    told = []
    if scene.presale and view.tick * scene.tick_seconds < scene.presale.until * 60:
        told.append(t("limits.deposits"))
    told += _parcels(scene, view, tell, brief=brief)
    if scene.chatbot:
        words = {
            "queue": tell(view.queue), "come": tell(view.asked), "go": tell(view.answered)
        }  # fmt: skip
        told.append(t("limits.queue", **words))
    for row in milestones_of(scene, view.role):
        line = line_of(row, library().facts[row.fact])
        share = min(view.sales * 100 // line, 99)
        passed = row.id in view.passed
        goal = t("limits.line", percent=share, line=tell(line // 100))
        told.append(t("limits.passed") if passed else goal)
    for name, left in view.stalls:
        pitch = library().pitches[name].name
        told.append(t("limits.stall", name=pitch, minutes=left // 60))
    return told
