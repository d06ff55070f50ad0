"""A pack: a user's folder of content that stands beside the shipped one.

A pack adds evenings and campaigns of several days with all they need. Ids are its own: none may be
a shipped one's, and a scenario's begins with the pack's. Its assumptions hold for its own scenarios
only, its chat lines in its own hosts' rooms only, so that no shipped evening changes by a pack
being there.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from livegame.catalog.campaigns import Campaign
from livegame.catalog.models import (
    Article,
    Assumption,
    Fact,
    Host,
    Line,
    Pitch,
    Product,
    Segment,
    Source,
)
from livegame.catalog.nights import Scenario
from livegame.catalog.packs_bounds import PATTERNS
from livegame.catalog.packs_days_files import FOLDER, gathered, strays
from livegame.catalog.packs_files import Files, read_files
from livegame.catalog.packs_findings import Findings, harmless
from livegame.catalog.packs_place import MANIFEST
from livegame.catalog.packs_rows import RowCheck
from livegame.catalog.packs_texts import look_at_texts
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import CONVERTER
from livegame.catalog.running import Script
from livegame.catalog.solved import Fit

if TYPE_CHECKING:
    from livegame.catalog.library import Library

ROWS: dict[str, tuple[str, type]] = {
    "articles": ("article", Article),
    "facts": ("fact", Fact),
    "sources": ("source", Source),
    "assumptions": ("assumption", Assumption),
    "segments": ("segment", Segment),
    "pitches": ("pitch", Pitch),
    "hosts": ("host", Host),
    "products": ("product", Product),
    "chat": ("line", Line),
    "scripts": ("script", Script),
}
WHOLE: dict[str, type] = {"scenarios": Scenario, "fits": Fit}
MOST_ROWS = 3000
REFERRED = ("facts", "hosts", "products", "segments", "pitches", "scenarios")
OF_DAYS = "days"  # a key that only campaigns of several days have


@frozen
class Manifest:
    """What `pack.toml` says.

    Attributes:
        id: how runs and scenarios name the pack. by: who made it.
        about: what it is, and whether its people and numbers are invented.
    """

    id: str
    title: str
    about: str
    by: str = ""


@frozen
class Placed:
    """A row and where it stands: file and row for findings, folder for scripts; of a campaign the
    file of each of its keys, too."""

    file: str
    row: str
    value: Any
    parts: dict[str, str] = field(factory=dict)

    def at(self, key: str) -> str:
        """The file in which a key stands; a campaign's stand in several."""
        return self.parts.get(key.partition(".")[0], self.file)

    @property
    def stem(self) -> str:
        """The file's name without its ending, or the folder's for a script."""
        path = Path(self.file)
        return path.parent.name if path.parts[0] == "scripts" else path.stem


@frozen
class Pack:
    """A pack that may be played.

    Attributes:
        content: 16 hex digits of its files; two copies of a pack share them.
        rows: everything in it by table ("hosts", "scenarios" ...), in the order of its files.
        art: texts of pictures, by `goods` and `hosts`.
        broken: ids (of scripts, roles) of rows that are wrong in themselves, by table, so that
            whoever refers to them is not told to be wrong too.
        lost: tables of which a file could not be read: what refers to them cannot be judged.
    """

    manifest: Manifest
    folder: Path
    content: str
    rows: dict[str, list[Placed]]
    art: dict[str, str] = field(factory=dict)
    broken: dict[str, set[str]] = field(factory=dict)
    lost: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The manifest's id."""
        return self.manifest.id

    def values(self, table: str) -> list[Any]:
        """The rows of a table."""
        return [one.value for one in self.rows.get(table, [])]

    @property
    def scenarios(self) -> list[str]:
        """The ids of its evenings."""
        return [scene.id for scene in self.values("scenarios")]

    @property
    def campaigns(self) -> list[str]:
        """The ids of its campaigns of several days."""
        return [one.id for one in self.values(FOLDER)]

    @property
    def assumptions(self) -> dict[str, Assumption]:
        """Its own assumptions, by id."""
        return {row.id: row for row in self.values("assumptions")}


def read_pack(folder: Path, library: "Library") -> tuple[Pack | None, Findings]:
    """Read a pack and hold it against what there is already.

    Returns:
        The pack, or None if anything is wrong with it; and everything that is wrong.
    """
    from livegame.catalog.packs_check import check_pack

    told = Findings()
    if not folder.is_dir():
        told.tell("", "", "", str(folder), "is no folder; name the folder of a pack")
        return None, told
    if not os.path.lexists(folder / MANIFEST):
        told.tell("", "", "", str(folder), f"no {MANIFEST} here: this is no pack")
        return None, told
    files = read_files(folder, told)
    for name, data in files.tables.items():
        look_at_texts(data, name, told)
    for name, text in files.art.items():
        look_at_texts(text, f"art/{name}.txt", told, art=True)
    broken: dict[str, set[str]] = {}
    rows = _rows(files, told, broken)
    manifest = rows.pop("pack", [])
    lost = {Path(name).parts[0].removesuffix(".toml") for name in files.lost}
    if "hosts" not in lost and _without_hosts(rows, broken, told):
        lost.add("hosts")
    told.partial = bool(lost)
    about = manifest[0].value if manifest else _stand_in(files)
    pack = Pack(about, folder, files.digest, rows, files.art, broken, frozenset(lost))
    check_pack(pack, library, told)
    if not told:
        _together(pack, library, told)
    return (None if told else pack), told


def _stand_in(files: Files) -> Manifest:
    """In the place of a manifest that is wrong, so that the rest is looked at all the same."""
    said = _said(files.tables.get(MANIFEST, {}))
    pattern, _ = PATTERNS["Manifest", "id"]
    return Manifest(said if pattern.fullmatch(said) else "", "", "")


def _without_hosts(
    rows: dict[str, list[Placed]], broken: dict[str, set[str]], told: Findings
) -> bool:
    """Whether a pack has goods and nobody to sell them; told once, not good by good."""
    if not rows.get("products") or rows.get("hosts") or "hosts" in broken:
        return False
    names = ", ".join(dict.fromkeys(one.value.host for one in rows["products"]))
    told.tell("hosts.toml", "", "", "", f"is missing; the goods are sold by {harmless(names)}")
    return True


def _together(pack: Pack, library: "Library", told: Findings) -> None:
    """What the shipped evenings are held against too; mostly told in more words before."""
    from livegame.catalog.campaigns import check_campaign
    from livegame.catalog.library_check import check_scenario
    from livegame.catalog.packs_load import add_pack

    merged = add_pack(library, pack)
    for one in pack.rows.get(FOLDER, []):
        try:
            check_campaign(one.value, {name: getattr(merged, name) for name in REFERRED})
        except ContentError as error:
            told.tell(one.file, one.row, "", "", harmless(str(error), 300))
    for one in pack.rows.get("scenarios", []):
        try:
            check_scenario(merged, one.value)
        except ContentError as error:
            told.tell(one.file, one.row, "", "", harmless(str(error), 300))


def _rows(files: Files, told: Findings, broken: dict[str, set[str]]) -> dict[str, list[Placed]]:
    """Every row that is as it should be, by table; the others are told."""
    found: dict[str, list[Placed]] = {}
    strays(files.tables, [*_campaigns(files), *files.lost], told)
    for name, data in files.tables.items():
        table = Path(name).parts[0].removesuffix(".toml")
        if table == FOLDER:
            continue  # read with its campaign
        if name in _campaigns(files):
            found.setdefault(FOLDER, []).extend(_campaign(name, files, told, broken))
            continue
        kept = found.setdefault(table, [])
        if name == MANIFEST:
            kept += _one(data, Manifest, name, "", told)
        elif table in WHOLE:
            kept += _one(data, WHOLE[table], name, "", told)
            if not any(one.file == name for one in kept):
                broken.setdefault(table, set()).add(_said(data))
        else:
            kept += _listed(name, table, data, MOST_ROWS - len(kept), told, broken)
    return found


def _listed(
    name: str,
    table: str,
    data: Any,
    room: int,
    told: Findings,
    broken: dict[str, set[str]],
) -> list[Placed]:
    """The good rows of a file of rows, of which there may be `room` more."""
    word, kind = ROWS[table]
    kept: list[Placed] = []
    for key in data:
        if key != word:
            told.tell(name, "", key, data[key], "no such table", f"[[{word}]]")
    listed = data.get(word, [])
    if not isinstance(listed, list):
        told.tell(name, "", word, listed, f"write [[{word}]], not [{word}]")
        return []
    if len(listed) > room:
        told.tell(name, "", word, len(listed), "too many rows", f"{MOST_ROWS} of a table")
        return []
    for at, row in enumerate(listed, 1):
        good = _one(row, kind, name, _label(word, row, at), told)
        kept += good
        if not good:
            broken.setdefault(table, set()).add(_said(row))
    return kept


def _campaigns(files: Files) -> list[str]:
    """The files in `scenarios/` that tell of several days."""
    return [n for n, data in files.tables.items() if n.startswith("scenarios/") and OF_DAYS in data]


def _campaign(name: str, files: Files, told: Findings, broken: dict[str, set[str]]) -> list[Placed]:
    """A campaign with the rows of its own folder, if they are as they should be."""
    data, parts = gathered(name, files.tables, told)
    if any(part.startswith(f"{FOLDER}/{Path(name).stem}/") for part in files.lost):
        broken.setdefault(FOLDER, set()).add(_said(data))
        return []  # what stands in a file that cannot be read is not missing
    good = _one(data, Campaign, name, "", told, parts)
    if not good:
        broken.setdefault(FOLDER, set()).add(_said(data))
    return good


def _label(word: str, row: Any, at: int) -> str:
    return f"{word} '{_said(row)}'" if _said(row) else f"{word} number {at}"


def _said(row: Any) -> str:
    """The id, or the role, that a row gives itself; "" if none."""
    found = row.get("id", row.get("role")) if isinstance(row, dict) else None
    return found if isinstance(found, str) else ""


def _one(
    data: Any,
    kind: type,
    file: str,
    row: str,
    told: Findings,
    parts: dict[str, str] | None = None,
) -> list[Placed]:
    before = len(told) + told.more
    RowCheck(told, file, row, parts).row(data, kind)
    if len(told) + told.more > before:
        return []
    try:
        return [Placed(file, row, CONVERTER.structure(data, kind), parts or {})]
    except Exception as error:
        told.tell(file, row, "", "", f"does not fit together ({type(error).__name__})")
        return []
