"""livegame check: everything that is wrong with a pack, or what it adds."""

import argparse
from pathlib import Path
from typing import Any

from attrs import asdict

from livegame.catalog.library import Library, read_library
from livegame.catalog.packs import Pack, read_pack
from livegame.catalog.packs_days_files import FOLDER
from livegame.catalog.packs_findings import Findings, harmless
from livegame.catalog.packs_load import add_pack
from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from livegame.catalog.texts import t
from livegame.commands.output import add_json, show
from livegame.runs.clean import clean

LINE = 2000  # characters of one finding


def configure(parser: argparse.ArgumentParser) -> None:
    """What `check` takes."""
    parser.add_argument("pack", metavar="PACK", help="the folder of the pack")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Look through it, against the shipped content alone; 1 if anything is wrong.

    Every evening and campaign of a pack without mistakes is compiled, and played through by its
    running orders where the pack gives no par.
    """
    folder = Path(args.pack).expanduser()
    lib = read_library(shipped("content"))
    pack, told = read_pack(folder, lib)
    evenings: list[dict[str, Any]] = []
    campaigns: list[dict[str, Any]] = []
    if pack:
        merged = add_pack(lib, pack)
        evenings = _evenings(pack, merged, told)
        campaigns = _campaigns(pack, merged, told)
    data = {
        "pack": str(folder),
        "id": pack.id if pack else None,
        "content": pack.content if pack else None,
        "errors": [asdict(one) for one in told],
        "not_listed": told.more,
        "partial": told.partial,
        "adds": {name: len(rows) for name, rows in pack.rows.items() if rows} if pack else {},
        "evenings": evenings,
        "campaigns": campaigns,
    }
    lines = _wrong(told) if told or pack is None else _fine(pack, evenings, campaigns)
    show(args, data, [clean(one, LINE) for one in lines])
    return 0 if pack and not told else 1


def _evenings(pack: Pack, lib: Library, told: Findings) -> list[dict[str, Any]]:
    from livegame.runs.packs import pack_world

    found = []
    for one in pack.rows.get("scenarios", []):
        scene = one.value
        try:
            world = pack_world(lib, scene.id)
        except ContentError as error:
            why = t("packs.does_not_run", why=harmless(str(error), 300))
            told.tell(one.file, one.row, "", "", why)
            continue
        found.append(
            {
                "id": scene.id,
                "rooms": len(world.roles),
                "goods": sum(len(goods) for goods in world.goods),
                "incidents": len(scene.incident),
                "content": world.content_hash,
                "measured": not lib.fits[scene.id].par,
                "par": dict(zip(world.roles, world.par, strict=True)),
            }
        )
    return found


def _campaigns(pack: Pack, lib: Library, told: Findings) -> list[dict[str, Any]]:
    """Every campaign compiled for each role on each rung, and played through by its daily script,
    so that a pack that passes can be played."""
    from livegame.runs.campaigns.packs import SEEDS, season_in, settle

    found = []
    for one in pack.rows.get(FOLDER, []):
        scene = one.value
        par: dict[str, int] = {}
        try:
            for role in scene.roles:
                seasons = [season_in(lib, scene.id, role, rung.number) for rung in scene.rung]
                par[role] = seasons[0].par
                settle(seasons[-1], SEEDS.start)
        except (ContentError, ValueError, ArithmeticError) as error:
            why = t("packs.does_not_run", why=harmless(str(error), 300))
            told.tell(one.file, one.row, "", "", why)
            continue
        found.append(
            {
                "id": scene.id,
                "days": scene.days,
                "rungs": len(scene.rung),
                "goods": len(scene.crop),
                "happenings": len(scene.happening),
                "measured": not lib.fits[scene.id].par,
                "par": par,
            }
        )
    return found


def _wrong(told: Findings) -> list[str]:
    lines = [one.words for one in told]
    if told.more:
        lines.append(t("packs.more", count=told.more))
    count = len(told) + told.more
    return [*lines, t("packs.wrong_partly" if told.partial else "packs.wrong", count=count)]


def _fine(pack: Pack, evenings: list[dict[str, Any]], campaigns: list[dict[str, Any]]) -> list[str]:
    counts = sorted((name, len(rows)) for name, rows in pack.rows.items() if rows)
    added = ", ".join(t(f"packs.count.{name}", count=count) for name, count in counts)
    lines = [
        t("packs.fine", title=pack.manifest.title),
        t("packs.adds", what=added, content=pack.content),
    ]
    for row in evenings:
        lines.append(
            t(
                "packs.evening",
                scenario=row["id"],
                roles=row["rooms"],
                goods=row["goods"],
                incidents=row["incidents"],
                par=_par(row),
            )
        )
    for row in campaigns:
        words = {key: row[key] for key in ("days", "goods", "happenings", "rungs")}
        lines.append(t("packs.campaign", scenario=row["id"], par=_par(row), **words))
    return lines


def _par(row: dict[str, Any]) -> str:
    par = ", ".join(f"{role} RMB {fen / 100:,.2f}" for role, fen in row["par"].items())
    return f"{par} ({t('packs.measured' if row['measured'] else 'packs.given')})"
