"""What a night has that others do not, in words: its notes, deposits, couriers, and how far the
room has come in them."""

from livegame.catalog.library import library
from livegame.catalog.nights import Courier, Scenario
from livegame.catalog.rungs import rung_here
from livegame.catalog.texts import t
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
    for courier in couriers_of(scene, role):
        words = {"packs": f"{courier.packs:,}", "percent": courier.late // 10}
        told.append(t("limits.courier", name=courier.name, **words))
    return told


def so_far(scene: Scenario, view: RoomView) -> list[str]:
    """Whether links still take deposits, and each courier's parcels against what it fetches."""
    told = []
    if scene.presale and view.tick * scene.tick_seconds < scene.presale.until * 60:
        told.append(t("limits.deposits"))
    for courier in couriers_of(scene, view.role):
        kinds = set(courier.categories)
        goods = library().products
        packs = sum(
            good.sold for good in view.products if not kinds or goods[good.id].category in kinds
        )
        words = {"packs": f"{packs:,}", "most": f"{courier.packs:,}"}
        key = "limits.parcels" if len(couriers_of(scene, view.role)) == 1 else "limits.parcels_of"
        told.append(t(key, id=courier.id, **words))
    return told
