"""A campaign of several days in a pack: its files as one."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from livegame.catalog.packs_days_bounds import NIGHTLY
from livegame.catalog.packs_findings import Findings

FOLDER = "campaigns"


def gathered(
    name: str, tables: dict[str, dict[str, Any]], told: Findings
) -> tuple[dict[str, Any], dict[str, str]]:
    """A campaign's data with the rows of its own folder, and the file in which each key stands.

    Args:
        name: of its file in `scenarios/`. tables: all parsed files of the pack by their names.
    """
    data = dict(tables[name])
    files = dict.fromkeys(data, name)
    own = f"{FOLDER}/{Path(name).stem}/"
    for part, rows in tables.items():
        if not part.startswith(own):
            continue
        for key, value in rows.items():
            if key in data:
                told.tell(part, "", key, value, f"stands in {files[key]} too")
                continue
            data[key], files[key] = value, part
    for key in NIGHTLY:
        if data.pop(key, None):
            told.tell(files[key], "", key, "", "leads up to a night of the game; not in a pack")
    return data, files


def strays(tables: dict[str, dict[str, Any]], campaigns: Iterable[str], told: Findings) -> None:
    """Tell files of `campaigns/` that belong to no campaign of the pack.

    Args:
        campaigns: names of the files of campaigns, and of others that may be one.
    """
    known = {Path(name).stem for name in campaigns if name.startswith("scenarios/")}
    for name in tables:
        if name.startswith(f"{FOLDER}/") and Path(name).parent.name not in known:
            allowed = ", ".join(sorted(known)) or "none here; a scenario needs the key days"
            told.tell(name, "", "", "", "lies in a folder that no campaign is called", allowed)
