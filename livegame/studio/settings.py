"""What a player has set, kept as a small JSON file in the data folder."""

import contextlib
import json
import os
import re
import stat
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from livegame.studio.pace import SPEEDS

FILE = "settings.json"
MAX_BYTES = 64_000
MAX_NAME = 24
MAX_PATH = 400
KEYS = re.compile(r"[A-Za-z0-9_.+,-]{1,60}", re.ASCII)  # what a binding and its keys are called by


@dataclass
class Settings:
    """The settings, with what a first start uses.

    Attributes:
        paced: the show waits whenever the host has nothing to do.
        low_bandwidth: repaint less often, for slow links.
        danmaku: comments may fly across the stage.
        dollars: sums are told in US dollars, too, where they are taken apart.
        league: the folder whose runs are ranked beside one's own; "" if none was named.
        keys: other keys for bindings, by binding id.
    """

    theme: str = "festival"
    speed: int = 1
    paced: bool = True
    low_bandwidth: bool = False
    danmaku: bool = True
    dollars: bool = False
    name: str = ""
    league: str = ""
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
        return _read(_parsed(path)), ""
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
            json.dump({**_unknown(path), **asdict(settings)}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            spare.unlink()
        return False
    return True


def _unknown(path: Path) -> dict[str, Any]:
    """What a later version of the game has written there, so that it is not lost."""
    try:
        data = _parsed(path)
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
    known = {entry.name for entry in fields(Settings)}
    return {name: value for name, value in data.items() if name not in known}


def _parsed(path: Path) -> dict[str, Any]:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_BYTES:
        raise ValueError("no plain file, or too large")
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise TypeError("settings are a JSON object")
    return data


def _read(data: dict[str, Any]) -> Settings:
    # Only who has settings pays for this before the first frame.
    from livegame.runs.clean import clean

    made = Settings()
    for entry in fields(Settings):
        value = data.get(entry.name)
        if type(value) is type(getattr(made, entry.name)):
            setattr(made, entry.name, value)
    made.speed = made.speed if made.speed in SPEEDS else 1
    made.name = clean(made.name, MAX_NAME)
    made.league = clean(made.league, MAX_PATH)
    made.keys = {
        name: keys
        for name, keys in made.keys.items()
        if isinstance(keys, str) and KEYS.fullmatch(keys) and KEYS.fullmatch(name)
    }
    return made


def _aside(path: Path) -> str:
    """Rename a damaged file to NAME.broken or NAME.broken-N, whatever is free; the new name."""
    names = (f"{path.name}.broken{f'-{number}' if number else ''}" for number in range(1000))
    free = next((name for name in names if not os.path.lexists(path.with_name(name))), "")
    try:
        path.rename(path.with_name(free or path.name))
    except OSError:
        return path.name
    return free or path.name
