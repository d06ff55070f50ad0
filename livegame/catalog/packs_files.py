"""The files of a pack, read within bounds: so many, so large, no links, nothing outside of it."""

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Any

from attrs import field, frozen

from livegame.catalog.packs_findings import Findings
from livegame.catalog.packs_place import MANIFEST
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import parsed

MAX_FILES = 200
MAX_ENTRIES = 500  # names that are looked at, hidden ones and folders too
MAX_BYTES = 256_000  # of one file
MAX_TOTAL = 2_000_000
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
ROWS = (
    *("articles", "facts", "sources", "assumptions"),
    *("segments", "pitches", "hosts", "products"),
)
IGNORED = re.compile(r"(?:.*\.md|LICEN[CS]E.*)", re.IGNORECASE)
LAYOUT = re.compile(
    rf"{re.escape(MANIFEST)}"
    rf"|(?:{'|'.join(ROWS)})(?:/[^/]+)?\.toml"
    r"|scenarios/[^/]+\.toml|campaigns/[^/]+/[^/]+\.toml|scripts/[^/]+/[^/]+\.toml|fits/[^/]+\.toml|chat/en\.toml"
    r"|art/(?:goods|hosts)\.txt"
)
PLACES = (
    f"{MANIFEST}, scenarios/*.toml, campaigns/SCENARIO/*.toml, scripts/SCENARIO/*.toml,"
    f" chat/en.toml, fits/SCENARIO.toml,"
    f" art/goods.txt, art/hosts.txt, and of {', '.join(ROWS)}: NAME.toml or NAME/*.toml"
)


@frozen
class Files:
    """What was read of a pack.

    Attributes:
        tables: the parsed TOML files by their path in the pack, in order.
        art: the texts of the pictures, by `goods` and `hosts`.
        digest: 16 hex digits of all that was read.
        lost: files that are no text or no TOML; what refers to them cannot be judged.
    """

    tables: dict[str, dict[str, Any]] = field(factory=dict)
    art: dict[str, str] = field(factory=dict)
    digest: str = ""
    lost: tuple[str, ...] = ()


def read_files(folder: Path, told: Findings) -> Files:
    """Read a pack's files; whatever cannot be read is told and left out."""
    names = _names(folder, told)
    tables: dict[str, dict[str, Any]] = {}
    art: dict[str, str] = {}
    whole, left = hashlib.sha256(), MAX_TOTAL
    lost: list[str] = []
    for name in names:
        data = _bytes(folder / name, name, min(left, MAX_BYTES), told)
        if data is None:
            continue
        left -= len(data)
        whole.update(f"{name}\n{hashlib.sha256(data).hexdigest()}\n".encode())
        try:
            text = data.decode("utf-8")
            if name.endswith(".txt"):
                art[Path(name).stem] = text
            else:
                tables[name] = parsed(Path(name), text.replace("\r\n", "\n"))
        except UnicodeDecodeError:
            lost.append(name)
            told.tell(name, "", "", "", "is not UTF-8 text; save it as UTF-8")
        except ContentError as error:
            lost.append(name)
            told.tell(name, "", "", "", str(error).removeprefix(f"{name}: "))
    return Files(tables, art, whole.hexdigest()[:16], tuple(lost))


def _names(folder: Path, told: Findings) -> list[str]:
    """The files to read, sorted, as paths in the pack with forward slashes."""
    found: list[str] = []
    seen = 0
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(folder / inside) as entries:
                for entry in entries:
                    seen += 1
                    if seen > MAX_ENTRIES:
                        told.tell("", "", "", "", "holds too many files", f"{MAX_ENTRIES} names")
                        return []
                    _sort(entry, f"{inside}{entry.name}", found, waiting, told)
        except OSError as error:
            told.tell(inside, "", "", "", f"cannot be read ({error.strerror}); check the folder")
    if len(found) > MAX_FILES:
        told.tell("", "", "", len(found), "too many files", f"{MAX_FILES} files")
        return []
    if MANIFEST not in found:
        told.tell(MANIFEST, "", "", "", "is missing; a pack says there what it is")
    return sorted(found)


def _sort(
    entry: os.DirEntry[str], name: str, found: list[str], waiting: list[str], told: Findings
) -> None:
    """Decide about one name: a file to read, a folder to look into, or neither."""
    if entry.name.startswith(".") or (IGNORED.fullmatch(entry.name) and not entry.is_symlink()):
        return
    if not NAME.fullmatch(entry.name):
        told.tell(name, "", "", "", "a strange name", "letters, digits, dots, hyphens, at most 80")
    elif entry.is_symlink():
        told.tell(name, "", "", "", "is a link; put the file itself into the pack")
    elif entry.is_dir(follow_symlinks=False):
        if name.count("/") < 2:
            waiting.append(f"{name}/")
        else:
            told.tell(name, "", "", "", "lies too deep", "two folders deep")
    elif not entry.is_file(follow_symlinks=False):
        told.tell(name, "", "", "", "is not a plain file")
    elif not LAYOUT.fullmatch(name):
        told.tell(name, "", "", "", "no such file belongs in a pack", PLACES)
    else:
        found.append(name)


def _bytes(path: Path, name: str, most: int, told: Findings) -> bytes | None:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(path, "rb", opener=lambda file, _: os.open(file, flags)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                told.tell(name, "", "", "", "is not a plain file")
                return None
            data = file.read(most + 1)
    except OSError as error:
        told.tell(name, "", "", "", f"cannot be read ({error.strerror})")
        return None
    if len(data) > most:
        limit = f"{MAX_BYTES} bytes a file, {MAX_TOTAL} in all"
        told.tell(name, "", "", "", "is too large; split it", limit)
        return None
    return data
