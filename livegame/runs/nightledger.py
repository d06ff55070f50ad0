"""What single nights assume of their own: rows for the Record, each with its reason."""

from collections.abc import Iterator

from livegame.catalog.library import Library
from livegame.catalog.models import Product, Value
from livegame.catalog.nights import Scenario
from livegame.catalog.outside import Incident
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
CHATBOT = (
    ("asks", "questions a minute"),
    ("answers", "questions a minute"),
    ("patience", "min"),
    ("trust", "per mille"),
)
MILESTONE = (("before", "fen"), ("last", "fen"), ("pull", "per mille"), ("minutes", "min"))
CURRENCY = (("rate", "per 1,000 RMB"), ("step", "its money"), ("overlooked", "per mille"))
MANNER = {
    **dict.fromkeys(("power", "voice", "doubt", "trust", "mood"), "per mille"),
    **dict.fromkeys(("pull", "extra", "reopen", "wear"), "per mille"),
    **{"seconds": "s", "cost": "fen"},
}
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
    yield from _mechanics(at, night, scene)
    for manner in scene.manner:
        for key, value in [("power", manner.power), *manner.numbers().items()]:
            what = _said("manner", night=night, name=manner.pitch, what=_said(f"manner_{key}"))
            place = f"{at}.manner.{manner.pitch}.{key}"
            yield place, value, MANNER[key], what, manner.reason, manner.source


def _mechanics(at: str, night: str, scene: Scenario) -> Iterator[Row]:
    """Chatbot, milestones, stalls and currencies."""
    bot = scene.chatbot
    if bot:
        for key, unit in CHATBOT:
            what = _said(f"chatbot_{key}", night=night)
            yield f"{at}.chatbot.{key}", getattr(bot, key), unit, what, bot.reason, ""
        for key in ("rooms", "held", "bought"):
            for name, answers in getattr(bot, key).items():
                what = _said(f"chatbot_{key}", night=night, name=name)
                place = f"{at}.chatbot.{key}.{name}"
                yield place, answers, "questions a minute", what, bot.reason, ""
    for row in scene.milestone:
        for key, unit in MILESTONE:
            if getattr(row, key):
                what = _said(f"milestone_{key}", night=night, title=row.title)
                place = f"{at}.milestone.{row.id}.{key}"
                yield place, getattr(row, key), unit, what, row.reason, ""
    for stall in scene.stall:
        what = _said("stall_minutes", night=night, name=stall.pitch)
        yield f"{at}.stall.{stall.pitch}.minutes", stall.minutes, "min", what, stall.reason, ""
        for segment, pull in stall.pull.items():
            what = _said("stall_pull", night=night, name=stall.pitch)
            place = f"{at}.stall.{stall.pitch}.{segment}"
            yield place, pull, "per mille", what, stall.reason, ""
    for money in scene.currency:
        for key, unit in CURRENCY:
            what = _said(f"currency_{key}", night=night, name=money.name)
            place = f"{at}.currency.{money.code}.{key}"
            yield place, getattr(money, key), unit, what, money.reason, money.source


_GUESS = "runs.assumed.night.guess"


def _incident(at: str, night: str, row: Incident) -> Iterator[Row]:
    place = f"{at}.incident.{row.id}"
    for key, unit in INCIDENT:
        what = _said(f"incident_{key}", night=night, title=row.title)
        yield f"{place}.{key}", getattr(row, key), unit, what, row.cause, ""
    if row.pull != 1000:
        what = _said("incident_pull", night=night, title=row.title)
        yield f"{place}.pull", row.pull, "per mille", what, row.cause, ""
    for key in ("answers", "turn"):
        if getattr(row, key) != 1000:
            what = _said(f"incident_{key}", night=night, title=row.title)
            yield f"{place}.{key}", getattr(row, key), "per mille", what, row.cause, ""
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
