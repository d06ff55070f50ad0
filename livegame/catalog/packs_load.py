"""The user's packs put beside the shipped library, as far as they are as they should be."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from livegame.catalog.models import Article, Line
from livegame.catalog.packs import Pack, read_pack
from livegame.catalog.packs_findings import Findings
from livegame.catalog.packs_place import found_packs, named_packs
from livegame.catalog.problems import ContentError
from livegame.catalog.running import Script
from livegame.catalog.solved import Fit

if TYPE_CHECKING:
    from livegame.catalog.library import Library

MEASURED = "618-2020-diplomats"  # the only night whose visitors are on record
OF_DAYS = "farmers-2020-three-days"  # whose share of visitors a pack's campaign begins with
PLAIN = (
    *("facts", "sources", "segments", "pitches"),
    *("hosts", "products", "scenarios", "campaigns"),
)


def with_packs(lib: "Library") -> "Library":
    """The library with the packs that LIVEGAME_PACKS names, then those of the data folder.

    A pack of the data folder that is wrong is left out and stands in `refused`: one bad folder
    must not keep anybody from playing.

    Raises:
        ContentError: a pack that was named is wrong.
    """
    done: set[Path] = set()
    for folder in named_packs():
        if folder.resolve() not in done:
            done.add(folder.resolve())
            pack, told = read_pack(folder, lib)
            if pack is None:
                raise ContentError(_refusal(folder, told))
            lib = add_pack(lib, pack)
    for folder in found_packs():
        if folder.resolve() not in done:
            pack, told = read_pack(folder, lib)
            if pack is None:
                lib = evolve(lib, refused=lib.refused | {folder.name: _refusal(folder, told)})
            else:
                lib = add_pack(lib, pack)
    return lib


def _refusal(folder: Path, told: Findings) -> str:
    count = len(told) + told.more
    first = told[0].words if told else "nothing in it"
    said = first if len(first) <= 300 else f"{first[:297]}..."
    errors = "1 error" if count == 1 else f"{count} errors, the first"
    return f"pack {folder}: {errors}: {said}; 'livegame check {folder}' lists them all"


def add_pack(lib: "Library", pack: Pack) -> "Library":
    """The library with a pack that has been read against it. Its evenings come last."""
    rows = {name: getattr(lib, name) | {row.id: row for row in pack.values(name)} for name in PLAIN}
    scripts: dict[str, dict[str, Script]] = {}
    for placed in pack.rows.get("scripts", []):
        scripts.setdefault(placed.stem, {})[placed.value.role] = placed.value
    fits = {name: _without_par(lib, name, MEASURED) for name in pack.scenarios}
    fits |= {name: _without_par(lib, name, OF_DAYS) for name in pack.campaigns}
    fits |= {fit.scenario: fit for fit in pack.values("fits")}
    return evolve(
        lib,
        **rows,
        articles=lib.articles | {row.id: _marked(row, pack) for row in pack.values("articles")},
        scripts=lib.scripts | scripts,
        fits=lib.fits | fits,
        packs=lib.packs | {pack.id: pack},
    )


def _marked(article: Article, pack: Pack) -> Article:
    """Wherever a pack's record is cited, it is said whose it is."""
    return evolve(article, publication=f"{article.publication} (pack {pack.id})")


def _without_par(lib: "Library", scenario: str, like: str) -> Fit:
    """What holds for an evening or a campaign that its pack has no fit for: par is measured when
    it is played."""
    shipped = lib.fits[like]
    how = "no fit in the pack: par is what its own running orders settle for"
    return Fit(scenario, shipped.rules, "", how, shipped.arrivals, {}, {})


def pack_lines(lib: "Library") -> list[Line]:
    """The chat lines of all packs; each is said in rooms of its own pack's hosts only."""
    found: list[Line] = []
    for pack in lib.packs.values():
        hosts = [host.id for host in pack.values("hosts")]
        found += [evolve(line, roles=line.roles or hosts) for line in pack.values("chat")]
    return [line for line in found if line.roles]
