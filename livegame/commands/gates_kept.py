"""Gates measured so far, kept in a file: an hour of nights outlives a stop or a crash."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import cattrs
from attrs import asdict, define, field

from livegame.bots.gates.gate import Measured, gates
from livegame.bots.gates.setting import Setting
from livegame.bots.weights import bots_folder
from livegame.catalog.texts import t
from livegame.engine.rules import RULES
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_bytes

_UNREADABLE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,  # a list where a table should be
    RecursionError,
    cattrs.BaseValidationError,
)
LARGEST = 1_000_000  # bytes; some hundred figures take a twentieth of it


@define
class Kept:
    """What a file holds of one measurement.

    Attributes:
        path: where; None keeps nothing.
        about: what was measured: scenario, role, seeds, bots, rules, content, weights. Figures
            of anything else are not mixed with these.
        families: the figures by their family.
    """

    path: Path | None
    about: dict[str, Any]
    families: dict[str, list[Measured]] = field(factory=dict)

    def add(self, family: str, found: Sequence[Measured]) -> None:
        """Keep a family's figures, in the file too.

        Raises:
            RunError: the file cannot be written.
        """
        self.families[family] = list(found)
        if self.path is None:
            return
        rows = {name: [asdict(one) for one in kept] for name, kept in self.families.items()}
        text = json.dumps({"about": self.about, "families": rows}, indent=1)
        write_atomically(self.path, f"{text}\n".encode())


def kept_gates(path: Path | None, setting: Setting) -> Kept:
    """What a file holds of this measurement, nothing where there is no such file.

    Raises:
        RunError: the file cannot be read, or holds something else than this measurement.
    """
    about = _about(setting)
    if path is not None and not path.parent.is_dir():  # told now, not after an hour
        raise RunError(t("ladder.kept_no_folder", path=path))
    if path is None or not path.exists():
        return Kept(path, about)
    try:
        data = read_bytes(path)
        if len(data) > LARGEST:
            raise ValueError(len(data))
        held = json.loads(data)
        seen = cattrs.structure(held["about"], dict[str, Any])
        families = cattrs.structure(held["families"], dict[str, list[Measured]])
        if unknown := {one.gate for kept in families.values() for one in kept} - set(gates()):
            raise ValueError(unknown)
    except _UNREADABLE:
        raise RunError(t("ladder.kept_unread", path=path)) from None
    for name, value in about.items():
        if seen.get(name) != value:
            raise RunError(t("ladder.kept_other", path=path, what=name))
    return Kept(path, about, families)


def _about(setting: Setting) -> dict[str, Any]:
    digest = sha256()
    for one in sorted(bots_folder().rglob("*.toml")):
        digest.update(one.read_bytes())
    return {
        "scenario": setting.scenario,
        "role": setting.role,
        "seeds": [setting.seeds[0], setting.seeds[-1] + 1],
        "bots": list(setting.bots),
        "rules": RULES,
        "content": setting.world.content_hash,
        "weights": digest.hexdigest()[:16],
    }
