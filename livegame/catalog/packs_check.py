"""Whether the rows of a pack fit together, and stand beside the shipped ones without a clash."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from livegame.catalog.packs_bounds import (
    MOST_CELLS,
    MOST_GOODS,
    MOST_INCIDENTS,
    MOST_PITCHES,
    MOST_ROLES,
    MOST_SEGMENTS,
    MOST_TICKS,
)
from livegame.catalog.packs_days import CampaignCheck
from livegame.catalog.packs_days_files import FOLDER
from livegame.catalog.packs_days_numbers import look_at_numbers
from livegame.catalog.packs_findings import Findings, between
from livegame.catalog.packs_refs import look_at_references
from livegame.catalog.packs_scripts import look_at_script

if TYPE_CHECKING:
    from livegame.catalog.library import Library
    from livegame.catalog.models import Product
    from livegame.catalog.nights import Scenario
    from livegame.catalog.packs import Pack, Placed

IDS = (
    *("articles", "facts", "sources", "assumptions", "segments", "pitches"),
    *("hosts", "products", "scenarios"),
)

APART = frozenset({"pack", "chat", "art", "fits"})  # tables that no campaign reads


def check_pack(pack: "Pack", lib: "Library", told: Findings) -> None:
    """Tell everything that is wrong between rows."""
    _ids(pack, lib, told)
    look_at_references(pack, lib, told)
    own = {*(host.id for host in pack.values("hosts")), *pack.broken.get("hosts", ())}
    goods: dict[str, list[Product]] = {}
    for good in [*lib.products.values(), *pack.values("products")]:
        goods.setdefault(good.host, []).append(good)
    for one in pack.rows.get("products", []):
        if one.value.stock > one.value.stock_max:
            limit = between(0, one.value.stock_max)
            told.tell(one.file, one.row, "stock", one.value.stock, "exceeds stock_max", limit)
    for one in pack.rows.get("assumptions", []):
        if "." not in one.value.id:
            why = "an assumption's id has two parts"
            told.tell(one.file, one.row, "id", one.value.id, why, "as appeal.pickle")
        _number(one.file, one.row, "value", one.value.value, told)
    scenes = pack.rows.get("scenarios", [])
    days = pack.rows.get(FOLDER, [])
    if not (scenes or days) and not {"scenarios", FOLDER} & {*pack.broken, *pack.lost}:
        told.tell("scenarios", "", "", "", "there is no evening in the pack", "scenarios/*.toml")
    _days(pack, lib, told)
    for placed in scenes:
        _scenario(placed, pack, lib, goods, told)
        _incidents(placed, told)
        _assumed(placed, lib, pack, told)
    for placed in pack.rows.get("scripts", []):
        look_at_script(placed, pack, goods, told)
    for placed in pack.rows.get("fits", []):
        _fit(placed, pack, told)
    for placed in pack.rows.get("chat", []):
        for role in placed.value.roles:
            if role not in own and "hosts" not in pack.lost:
                told.tell(placed.file, placed.row, "roles", role, "no host of this pack")


def _days(pack: "Pack", lib: "Library", told: Findings) -> None:
    """Campaigns of several days, their assumptions, and the pitches of their evenings."""
    from livegame.catalog.packs import Placed

    if pack.lost - APART:
        return  # its rows hang together too closely for some of them to be judged alone
    for placed in pack.rows.get(FOLDER, []):
        CampaignCheck(placed, pack, lib, told).look()
        look_at_numbers(placed, pack, lib, told)
        evening = Placed(placed.at("evening"), "", placed.value.evening)
        _pitches(evening, pack, lib, told)


def _ids(pack: "Pack", lib: "Library", told: Findings) -> None:
    for table in IDS:
        shipped = getattr(lib, table)
        seen: set[str] = set()
        for one in pack.rows.get(table, []):
            name = one.value.id
            if name in shipped or (table == "assumptions" and name in lib.day_assumptions):
                why = f"is taken: {lib.owner(table, name)} has {table} of this id"
                told.tell(one.file, one.row, "id", name, why, f"another id, as {pack.id}-{name}")
            if name in seen:
                told.tell(one.file, one.row, "id", name, "stands twice in this pack")
            seen.add(name)
            owned = not pack.id or name == pack.id or name.startswith(f"{pack.id}-")
            if table == "scenarios" and not owned:
                allowed = f"{pack.id}-NAME"
                told.tell(one.file, one.row, "id", name, "must begin with the pack's id", allowed)
            if table == "scenarios" and name in lib.campaigns:
                told.tell(one.file, one.row, "id", name, "is taken by a shipped campaign")
    if pack.id in lib.packs:
        told.tell("pack.toml", "", "id", pack.id, "another pack that is loaded has this id")


def _most(placed: "Placed", key: str, found: int, most: int, told: Findings) -> None:
    if not 1 <= found <= most:
        told.tell(placed.file, placed.row, key, found, "too many or none", between(1, most))


def _scenario(
    placed: "Placed",
    pack: "Pack",
    lib: "Library",
    goods: "dict[str, list[Product]]",
    told: Findings,
) -> None:
    scene: Scenario = placed.value

    def tell(key: str, value: Any, reason: str, allowed: str = "") -> None:
        told.tell(placed.file, placed.row, key, value, reason, allowed)

    if placed.stem != scene.id:
        tell("id", scene.id, "is not the name of its file", f"scenarios/{scene.id}.toml")
    _sizes(placed, goods, told)
    scripted = [one.value.role for one in pack.rows.get("scripts", []) if one.stem == scene.id]
    for role in scene.roles:
        count = len(goods.get(role, []))
        unsure = {*pack.broken, *pack.lost}
        if not 1 <= count <= MOST_GOODS and not (count == 0 and "products" in unsure):
            tell("roles", role, f"has {count} goods", between(1, MOST_GOODS))
        known = role in scripted or role in pack.broken.get("scripts", ())
        if not known and "scripts" not in pack.lost:
            place = f"scripts/{scene.id}/{role}.toml"
            tell("roles", role, "has no running order", place)
    _pitches(placed, pack, lib, told)
    if scene.presale and scene.presale.until >= scene.minutes:
        tell("presale.until", scene.presale.until, "is after the end", f"below {scene.minutes}")
    sold = [good for role in scene.roles for good in goods.get(role, [])]
    if scene.closing is None and any(good.deposit for good in sold):
        tell("closing", "", "goods with a deposit need [closing]", "who pays the rest")
    for target in scene.target:
        if not (target.fact or (target.source and target.value)):
            tell(f"target.{target.id}", "", "needs a fact, or a source and its value")


def _sizes(placed: "Placed", goods: "dict[str, list[Product]]", told: Findings) -> None:
    """An evening is small enough to be played."""
    scene: Scenario = placed.value

    def tell(key: str, value: Any, reason: str, allowed: str = "") -> None:
        told.tell(placed.file, placed.row, key, value, reason, allowed)

    ticks = scene.minutes * 60 // scene.tick_seconds
    if not 10 <= ticks <= MOST_TICKS:
        why = "minutes by tick_seconds gives too many or too few ticks"
        tell("tick_seconds", scene.tick_seconds, why, f"10 to {MOST_TICKS} ticks")
    _most(placed, "roles", len(scene.roles), MOST_ROLES, told)
    _most(placed, "segments", len(scene.segments), MOST_SEGMENTS, told)
    _most(placed, "pitches", len(scene.pitches), MOST_PITCHES, told)
    if len(scene.incident) > MOST_INCIDENTS:
        tell("incident", len(scene.incident), "too many", between(0, MOST_INCIDENTS))
    width = max((len(goods.get(role, [])) for role in scene.roles), default=0)
    if len(scene.roles) * width * len(scene.segments) > MOST_CELLS:
        why = "roles times goods times segments is too much"
        tell("roles", len(scene.roles), why, f"at most {MOST_CELLS}")
    for key in ("roles", "segments", "pitches"):
        names = getattr(scene, key)
        for name in _doubles(names):
            tell(key, name, "stands twice")


def _pitches(placed: "Placed", pack: "Pack", lib: "Library", told: Findings) -> None:
    """A host always has something to do, and each pitch a key of its own."""
    scene: Scenario = placed.value

    def tell(key: str, value: Any, reason: str, allowed: str = "") -> None:
        told.tell(placed.file, placed.row, key, value, reason, allowed)

    pitches = {**lib.pitches, **{row.id: row for row in pack.values("pitches")}}
    known = [pitches[name] for name in scene.pitches if name in pitches]
    lost = pack.broken.get("pitches", set()) & set(scene.pitches)
    unsure = bool(lost) or "pitches" in pack.lost
    if not unsure and not any(not (p.cost or p.needs_product or p.once or p.after) for p in known):
        tell("pitches", "", "none is free, on the room and may be repeated", "such as 'breathe'")
    for key in _doubles([pitch.key for pitch in known]):
        tell("pitches", key, "two pitches share this key of the keyboard")
    for pitch in known:
        if pitch.after and pitch.after not in scene.pitches:
            tell("pitches", pitch.id, f"comes after {pitch.after!r}, which is not listed")


def _doubles(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [name for name in names if name in seen or seen.add(name)]  # type: ignore[func-returns-value]


def _incidents(placed: "Placed", told: Findings) -> None:
    for one in placed.value.incident:
        if one.latest < one.earliest:
            key = f"incident.{one.id}.latest"
            told.tell(placed.file, "", key, one.latest, "is before earliest", f"{one.earliest} on")
        if one.latest >= placed.value.minutes:
            key, limit = f"incident.{one.id}.latest", between(0, placed.value.minutes - 1)
            told.tell(placed.file, "", key, one.latest, "is after the evening's end", limit)
    for key in ("incident", "courier", "target"):
        for name in _doubles(row.id for row in getattr(placed.value, key)):
            told.tell(placed.file, "", key, name, "stands twice")


def _assumed(placed: "Placed", lib: "Library", pack: "Pack", told: Findings) -> None:
    """An assumption made otherwise is of the same kind as it was, and within a thousandfold."""
    for row in placed.value.assume:
        usual = lib.assumptions.get(row.id) or pack.assumptions.get(row.id)
        if usual is None:
            continue
        was = usual.value
        key = f"assume.{row.id}"
        if isinstance(was, list) != isinstance(row.value, list) or isinstance(row.value, str):
            told.tell(
                placed.file, "", key, row.value, "is of another kind than the usual", str(was)
            )
            continue
        values: list[Any] = row.value if isinstance(row.value, list) else [row.value]
        usuals: list[Any] = [*was] if isinstance(was, list) else [was]
        if len(values) != len(usuals) and row.id != "crowd.arrival-curve":
            told.tell(placed.file, "", key, row.value, "has another length", f"{len(usuals)}")
        for value in values:
            _like(placed.file, key, value, usuals, told)
        _number(placed.file, "", key, row.value, told)


def _like(file: str, key: str, value: Any, usuals: list[Any], told: Findings) -> None:
    numbers = [one for one in usuals if isinstance(one, int | float)]
    if not numbers:
        return
    low, high = min(numbers), max(numbers)
    if key.startswith("assume.appeal."):
        low, high = -20.0, 10.0
    elif 0 < high <= 1.0:
        low, high = 0.0, 1.0
    else:
        low, high = min(low * 1000, low / 1000), max(high * 1000, high / 1000)
    if not low <= value <= high:
        told.tell(file, "", key, value, "is too far from the usual", between(low, high))


def _number(file: str, row: str, key: str, value: Any, told: Findings) -> None:
    whole = "appeal." in f"{row}{key}"
    if whole and isinstance(value, int | float) and not -20 <= value <= 10:
        told.tell(file, row, key, value, "no log odds of an appeal", between(-20, 10))


def _fit(placed: "Placed", pack: "Pack", told: Findings) -> None:
    fit = placed.value
    scenes = {scene.id: scene for scene in [*pack.values("scenarios"), *pack.values(FOLDER)]}
    scene = scenes.get(fit.scenario)
    wrong = {*pack.broken.get("scenarios", ()), *pack.broken.get(FOLDER, ())}
    if scene is None and (fit.scenario in wrong or {"scenarios", FOLDER} & pack.lost):
        return
    if scene is None or placed.stem != fit.scenario:
        why = "is no evening of the pack, or not the name of this file"
        told.tell(placed.file, "", "scenario", fit.scenario, why, ", ".join(scenes))
        return
    for role in scene.roles:
        if role not in fit.par:
            told.tell(placed.file, "", "par", role, "has no par here", "fen, for every role")
    for role in fit.par:
        if role not in scene.roles:
            allowed = ", ".join(scene.roles)
            told.tell(placed.file, "", "par", role, "is no role of the evening", allowed)
