"""The assumptions that a pack's campaign needs, and whether its sums stay within whole numbers."""

from typing import TYPE_CHECKING, Any

from livegame.catalog.campaigns import Campaign
from livegame.catalog.packs_days_bounds import LISTED, NUMBERS, VILLAGE
from livegame.catalog.packs_findings import Findings, between

if TYPE_CHECKING:
    from livegame.catalog.library import Library
    from livegame.catalog.packs import Pack, Placed

FILE = "assumptions.toml"
LARGEST = 2 * 10**18  # a complaint's refund: packs times packs times fen must stay below 2**63
DEAR = 2  # prices may go up to twice the usual one


def look_at_numbers(placed: "Placed", pack: "Pack", lib: "Library", told: Findings) -> None:
    """Tell assumptions that are missing, of the wrong kind, or out of range."""
    one: Campaign = placed.value
    rows = {row.value.id: row for row in pack.rows.get("assumptions", [])}
    broken = pack.broken.get("assumptions", set())
    needed = NUMBERS | (VILLAGE if one.farm else {})
    for name, limits in needed.items():
        key = f"days.{one.key}.{name}"
        if key in rows:
            found = rows[key]
            _number(found, name, limits, one.days, told)
        elif key not in broken:
            said = between(*limits)
            told.tell(FILE, f"assumption '{key}'", "", "", "is missing; a campaign needs it", said)
    known = {f"days.{one.key}.{name}" for name in (*NUMBERS, *VILLAGE)}
    for key, found in rows.items():
        if key.startswith(f"days.{one.key}.") and key not in known:
            names = ", ".join(needed)
            told.tell(found.file, found.row, "id", key, "no campaign reads such a number", names)
    _sums(placed, pack, lib, told)


def _number(
    found: "Placed", name: str, limits: tuple[float, float], days: int, told: Findings
) -> None:
    value: Any = found.value.value
    listed = name == LISTED
    if isinstance(value, list) != listed or isinstance(value, str):
        kind = f"a list of {days} numbers, one a day" if listed else "a number"
        told.tell(found.file, found.row, "value", value, f"should be {kind}", between(*limits))
        return
    if listed and len(value) != days:
        told.tell(found.file, found.row, "value", len(value), "needs one number a day", str(days))
    for number in value if listed else [value]:
        if not limits[0] <= number <= limits[1]:
            told.tell(found.file, found.row, "value", number, "is out of range", between(*limits))


def _sums(placed: "Placed", pack: "Pack", lib: "Library", told: Findings) -> None:
    """So many packs at such a price that money could no longer be counted are too many."""
    one: Campaign = placed.value
    goods = {**lib.products, **{good.id: good for good in pack.values("products")}}
    loads = sum(route.loads for route in one.route) * one.days
    for crop in one.crop:
        if crop.product not in goods:
            continue
        most = crop.opening + sum(crop.plant) + loads * crop.load + one.days * crop.promise
        if most * most * goods[crop.product].usual_fen * DEAR > LARGEST:
            key = f"crop.{crop.product}"
            why = "so many packs at that price cannot be counted; fewer packs or a lower price"
            told.tell(placed.at(key), "", key, most, why)
