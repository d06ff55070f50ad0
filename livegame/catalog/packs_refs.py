"""What the rows of a pack refer to: every id that stands nowhere is told."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from livegame.catalog.near import like_whole
from livegame.catalog.packs_findings import Findings

if TYPE_CHECKING:
    from livegame.catalog.library import Library
    from livegame.catalog.nights import Scenario, Target
    from livegame.catalog.outside import Incident
    from livegame.catalog.packs import Pack

TABLES = (
    *("articles", "facts", "sources", "assumptions", "segments", "pitches", "hosts", "products"),
)
# Per table: the key, and the table that it names a row of. "" names none.
NAMED: dict[str, dict[str, str]] = {
    "facts": {"article": "articles"},
    "assumptions": {"source": "sources"},
    "segments": {"source": "sources", "hears": "segments"},
    "pitches": {"source": "sources", "after": "pitches", "desire": "segments"},
    "hosts": {"facts": "facts"},
    "chat": {"goods": "products"},
    "products": {"price_source": "sources", "facts": "facts"},
    "scenarios": {
        **{"facts": "facts", "roles": "hosts", "segments": "segments"},
        **{"pitches": "pitches", "curves": "segments"},
    },
}
Reference = tuple[str, Any, str]  # key, names, table


def look_at_references(pack: "Pack", lib: "Library", told: Findings) -> None:
    """Tell every id that neither the pack nor the shipped content has."""
    known = {
        name: {
            *getattr(lib, name),
            *(row.id for row in pack.values(name)),
            *pack.broken.get(name, ()),
        }
        for name in TABLES
    }
    for table, keys in NAMED.items():
        for one in pack.rows.get(table, []):
            refers: Iterable[Reference] = ((k, getattr(one.value, k), t) for k, t in keys.items())
            if table == "scenarios":
                refers = [*refers, *_of_scenario(one.value)]
            for key, names, target in refers:
                if target in pack.lost:
                    continue
                for name in [names] if isinstance(names, str) else names:
                    if name and name not in known[target]:
                        why = f"there is none of this id among the {target}"
                        allowed = "" if told.more else _allowed(name, known[target], target)
                        told.tell(one.file, one.row, key, name, why, allowed)
    _own_goods(pack, known["assumptions"], told)
    _topics(pack, lib, told)


def _of_scenario(scene: "Scenario") -> Iterator[Reference]:
    for row in scene.assume:
        yield f"assume.{row.id}", row.id, "assumptions"
        yield f"assume.{row.id}.source", row.source, "sources"
    for incident in scene.incident:
        yield from _of_incident(incident)
    for manner in scene.manner:
        yield f"manner.{manner.pitch}.pitch", manner.pitch, "pitches"
        yield f"manner.{manner.pitch}.source", manner.source, "sources"
    for courier in scene.courier:
        yield f"courier.{courier.id}.roles", courier.roles, "hosts"
    for target in scene.target:
        yield from _of_target(target)


def _of_incident(row: "Incident") -> Iterator[Reference]:
    yield f"incident.{row.id}.fact", row.fact, "facts"
    yield f"incident.{row.id}.roles", row.roles, "hosts"
    yield f"incident.{row.id}.eased", list(row.eased), "pitches"


def _of_target(row: "Target") -> Iterator[Reference]:
    yield f"target.{row.id}.fact", row.fact, "facts"
    yield f"target.{row.id}.base", row.base, "facts"
    yield f"target.{row.id}.source", row.source, "sources"
    yield f"target.{row.id}.products", row.products, "products"
    yield f"target.{row.id}.role", row.role, "hosts"


def _allowed(name: str, known: Iterable[str], table: str) -> str:
    return ", ".join(like_whole(name, known)) or f"an id of this pack's {table} or of a shipped one"


def _own_goods(pack: "Pack", assumed: set[str], told: Findings) -> None:
    """A good is its own host's, so that no shipped room sells more than it did; and its kind has
    an appeal."""
    hosts = {*(row.id for row in pack.values("hosts")), *pack.broken.get("hosts", ())}
    for one in pack.rows.get("products", []):
        good = one.value
        if good.host not in hosts and "hosts" not in pack.lost:
            why = "is no host of this pack"
            told.tell(one.file, one.row, "host", good.host, why, ", ".join(sorted(hosts)))
            pack.broken.setdefault("products", set()).add(good.id)  # told once, here
        if f"appeal.{good.category}" not in assumed and "assumptions" not in pack.lost:
            kinds = ", ".join(sorted(n[7:] for n in assumed if n.startswith("appeal.")))
            why = f"there is no assumption appeal.{good.category}; add it to assumptions.toml"
            told.tell(one.file, one.row, "category", good.category, why, kinds)


def _topics(pack: "Pack", lib: "Library", told: Findings) -> None:
    lines = pack.rows.get("chat", [])
    if not lines:
        return
    from livegame.catalog.library import read_lines

    topics = {line.topic for line in read_lines(lib.folder, "en")}
    for one in lines:
        if one.value.topic not in topics:
            allowed = ", ".join(sorted(topics))
            told.tell(one.file, one.row, "topic", one.value.topic, "nobody feels so", allowed)
        if "{product}" in one.value.text and one.value.needs != "product":
            why = "a text with {product} needs a product"
            told.tell(one.file, one.row, "needs", one.value.needs, why, "product")
