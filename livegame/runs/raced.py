"""Which run is raced: said in the header by its hash, so that the race goes on with the run."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from livegame.catalog.texts import t
from livegame.runs.fields import HEX
from livegame.runs.lines import Header
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_bytes, read_run
from livegame.runs.saved import bot_games, broadcasts
from livegame.runs.store import newest_first, peek, run_files, runs_folder

FILE, AS = "race-file", "race-as"
HISTORY, BEST = "history", "best"
NAMES = (HISTORY, BEST)  # what a raced run may be called; others go by their player's name


@frozen
class Raced:
    """The run that another one races.

    Attributes:
        file: where it is; None if it is not among the runs that are at hand.
        name: "history", "best", or "" for a run that goes by its player's name.
    """

    file: Path | None
    name: str


def race_options(path: Path, scenario: str, name: str = "") -> dict[str, int | str]:
    """The options of a header that say which run is raced; none for a run of another night.

    Args:
        path: the run to race; scenario: the night that is played.
        name: "history", "best", or "" for whoever played it.

    Raises:
        RunError: unreadable.
    """
    run = read_run(path)
    if run.header.scenario != scenario:
        return {}
    return {FILE: run.content_key, **({AS: name} if name in NAMES else {})}


def need_night(path: Path, scenario: str) -> None:
    """Only runs of the same night can be raced.

    Raises:
        RunError: the run is of another one, or unreadable.
    """
    found = read_run(path)
    if found.header.scenario != scenario:
        said = {"file": found.name, "scenario": found.header.scenario}
        raise RunError(t("runs.ghost.other_night", **said))


def raced(header: Header, league: Path | None = None) -> Raced | None:
    """The run that a header says is raced, looked for by its hash among the shipped runs, one's
    own and a league's; None if the header names none, or not properly."""
    key = key_in(header.options)
    if not key:
        return None
    name = str(header.options.get(AS, ""))
    for path in _at_hand(league):
        try:
            if peek(path)[0].scenario == header.scenario and _key(path) == key:
                return Raced(path, name if name in NAMES else "")
        except RunError:
            continue
    return Raced(None, "")


def key_in(options: Mapping[str, int | str]) -> str:
    """The hash of the raced run's lines that a header's options tell; "" if none."""
    key = options.get(FILE)
    return key if isinstance(key, str) and len(key) == 64 and HEX.fullmatch(key) else ""


def _at_hand(league: Path | None) -> Iterator[Path]:
    yield from broadcasts()
    yield from newest_first(run_files(runs_folder()))
    yield from bot_games()
    if league:
        yield from run_files(league)


def _key(path: Path) -> str:
    """`RunFile.content_key`, without reading the lines."""
    data = read_bytes(path)
    return hashlib.sha256(data[: data.rfind(b"\n") + 1]).hexdigest()
