"""What single nights assume of their own: rows for the Record, each with its reason."""

from collections.abc import Iterator

from livegame.catalog.library import Library
from livegame.catalog.models import Product, Value
from livegame.catalog.nights import Incident, Scenario
from livegame.catalog.texts import t

Row = tuple[str, Value, str, str, str, str]  # id, value, unit, what, reason, source
HABIT = (("shy", "log-odds"), ("half", "orders"))
CLOSING = (
    ("share", "per mille"),
    ("trust", "per mille"),
    ("least", "per mille"),
    ("most", "per mille"),
)
COURIER = (("packs", "packs"), ("late", "per mille"))
INCIDENT = (("odds", "per mille"), ("minutes", "min"))


def night_rows(lib: Library) -> Iterator[Row]:
    """All of them, night by night; then group prices and deposits of goods."""
    for scene in lib.scenarios.values():
        yield from _scene(lib, scene)
    for good in lib.products.values():
        yield from _good(good)


def _said(key: str, **names: str) -> str:
    return t(f"runs.assumed.night.{key}", **names)


def _scene(lib: Library, scene: Scenario) -> Iterator[Row]:
    at, night = f"night.{scene.id}", scene.title
    for own in scene.assume:
        usual = lib.assumptions[own.id]
        what = _said("assume", night=night, what=usual.what)
        yield f"{at}.{own.id}", own.value, usual.unit, what, own.reason, own.source
    for row in scene.incident:
        yield from _incident(at, night, row)
    if scene.rest:
        yield f"{at}.rest", scene.rest, "draws", _said("rest", night=night), t(_GUESS), ""
    if scene.pool_luck:
        what = _said("pool_luck", night=night)
        yield f"{at}.pool_luck", scene.pool_luck, "sd of a logarithm", what, t(_GUESS), ""
    if scene.habit:
        for key, unit in HABIT:
            what = _said(f"habit_{key}", night=night)
            yield f"{at}.habit.{key}", getattr(scene.habit, key), unit, what, scene.habit.reason, ""
    if scene.closing:
        for key, unit in CLOSING:
            what, value = _said(f"closing_{key}", night=night), getattr(scene.closing, key)
            yield f"{at}.closing.{key}", value, unit, what, scene.closing.reason, ""
    for courier in scene.courier:
        for key, unit in COURIER:
            what = _said(f"courier_{key}", night=night, name=courier.name)
            place = f"{at}.courier.{courier.id}.{key}"
            yield place, getattr(courier, key), unit, what, courier.reason, ""


_GUESS = "runs.assumed.night.guess"


def _incident(at: str, night: str, row: Incident) -> Iterator[Row]:
    place = f"{at}.incident.{row.id}"
    for key, unit in INCIDENT:
        what = _said(f"incident_{key}", night=night, title=row.title)
        yield f"{place}.{key}", getattr(row, key), unit, what, row.cause, ""
    if row.pull != 1000:
        what = _said("incident_pull", night=night, title=row.title)
        yield f"{place}.pull", row.pull, "per mille", what, row.cause, ""
    if row.appeal:
        what = _said("incident_appeal", night=night, title=row.title)
        yield f"{place}.appeal", row.appeal, "log-odds", what, row.cause, ""


def _good(good: Product) -> Iterator[Row]:
    for tier in good.team:
        what = _said("team", name=good.name, packs=str(tier.packs))
        place = f"product.{good.id}.team.{tier.packs}"
        yield place, tier.permille, "per mille", what, t(_GUESS), ""
    if good.deposit:
        what = _said("deposit", name=good.name)
        reason = good.price_reason
        yield f"product.{good.id}.deposit", good.deposit, "fen", what, reason, good.price_source
