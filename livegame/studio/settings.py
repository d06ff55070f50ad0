"""What a player has set, kept as a small JSON file in the data folder."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from livegame.studio.pace import SPEEDS

FILE = "settings.json"
MAX_BYTES = 64_000
MAX_NAME = 24


@dataclass
class Settings:
    """The settings, with what a first start uses.

    Attributes:
        paced: the show waits whenever the host has nothing to do.
        low_bandwidth: repaint less often, for slow links.
        danmaku: comments may fly across the stage.
        keys: other keys for bindings, by binding id.
    """

    theme: str = "festival"
    speed: int = 1
    paced: bool = True
    low_bandwidth: bool = False
    danmaku: bool = True
    name: str = ""
    keys: dict[str, str] = field(default_factory=dict)


def home() -> Path:
    """The data folder, as `livegame.runs.store.data_folder` has it, but without importing that:
    the first frame wants its colours (a test holds the two together)."""
    chosen = os.environ.get("LIVEGAME_HOME", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("livegame", appauthor=False)


def load(folder: Path) -> tuple[Settings, str]:
    """The settings in `folder`, and the name a damaged file was set aside under ("" if none)."""
    path = folder / FILE
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("too large")
        return _read(json.loads(path.read_text(encoding="utf-8"))), ""
    except OSError:
        return Settings(), ""
    except (ValueError, TypeError, RecursionError):
        return Settings(), _aside(path)


def save(settings: Settings, folder: Path) -> bool:
    """Write the settings whole or not at all; says whether it worked."""
    path = folder / FILE
    spare = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with spare.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=1, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError:
        return False
    return True


def _read(data: Any) -> Settings:
    if not isinstance(data, dict):
        raise TypeError("settings are a JSON object")
    made = Settings()
    for entry in fields(Settings):
        value = data.get(entry.name)
        if type(value) is type(getattr(made, entry.name)):
            setattr(made, entry.name, value)
    made.speed = made.speed if made.speed in SPEEDS else 1
    made.name = made.name[:MAX_NAME]
    made.keys = {str(k): v for k, v in made.keys.items() if isinstance(v, str) and v}
    return made


def _aside(path: Path) -> str:
    broken = path.with_suffix(".json.broken")
    try:
        path.replace(broken)
    except OSError:
        return path.name
    return broken.name
