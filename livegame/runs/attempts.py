"""The ranked attempt at a day's challenge: one, and on the disk before the first decision.

The attempt is a run file that bears the day's name, so that two processes cannot both begin it,
and that stays, finished or not. The day is what the header says: a clock that goes backwards
finds the day already played.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attrs import frozen

from livegame.catalog.texts import t
from livegame.runs.challenge import CHALLENGE, DAY, Challenge, challenge_of, day_of
from livegame.runs.clock import today
from livegame.runs.hints import with_hints
from livegame.runs.problems import RunError, TakenError
from livegame.runs.runfile import SUFFIX
from livegame.runs.session import Session
from livegame.runs.store import peek, run_files, runs_folder

PRACTICE = "practice"

Options = Mapping[str, int | str]


@frozen
class Attempt:
    """Somebody's attempt at a day's challenge.

    Attributes:
        day: whose challenge. file: its run file. player: a name, not proven.
        points: what its end says; None while it is not finished.
    """

    day: date
    file: Path
    player: str
    points: int | None

    @property
    def finished(self) -> bool:
        """Whether it was played to its end."""
        return self.points is not None


def attempt_name(day: date) -> str:
    """The name of the run file of a day's attempt."""
    return f"{CHALLENGE}-{day.isoformat()}{SUFFIX}"


def attempts(folder: Path | None = None) -> list[Attempt]:
    """All attempts among the run files in a folder (one's own if None), by day."""
    found: list[Attempt] = []
    for path in run_files(folder or runs_folder()):
        try:
            header, footer = peek(path)
        except RunError:
            continue
        day = day_of(header.options) if header.mode == CHALLENGE else None
        if day:
            points = footer.points if footer else None
            found.append(Attempt(day, path, header.player, points))
    return sorted(found, key=lambda attempt: (attempt.day, attempt.file.name))


def attempt_at(day: date, folder: Path | None = None) -> Attempt | None:
    """One's own attempt at a day's challenge, if it was begun; a renamed file counts too."""
    return next((attempt for attempt in attempts(folder) if attempt.day == day), None)


def begin_attempt(
    day: date | None = None,
    *,
    player: str = "",
    folder: Path | None = None,
    options: Options | None = None,
) -> Session:
    """Begin the one ranked attempt at a day's challenge (today's if None).

    `options` is whatever else the header should say.

    Raises:
        RunError: it was begun already, or its file cannot be written.
    """
    asked = challenge_of(day or today())
    if attempt_at(asked.day, folder):
        raise RunError(t("runs.attempted", day=asked.day.isoformat()))
    try:
        return _start(asked, CHALLENGE, player, folder, attempt_name(asked.day), options)
    except TakenError:
        raise RunError(t("runs.attempted", day=asked.day.isoformat())) from None


def practise(
    day: date | None = None,
    *,
    player: str = "",
    folder: Path | None = None,
    options: Options | None = None,
) -> Session:
    """Play a day's challenge for practice, once its ranked attempt is over.

    Raises:
        RunError: the attempt is not over, or the file cannot be written.
    """
    asked = challenge_of(day or today())
    attempt = attempt_at(asked.day, folder)
    if attempt is None or not attempt.finished:
        raise RunError(t("runs.attempt_first", day=asked.day.isoformat()))
    return _start(asked, PRACTICE, player, folder, "", with_hints(options))


def _start(
    asked: Challenge,
    mode: str,
    player: str,
    folder: Path | None,
    name: str,
    options: Options | None,
) -> Session:
    return Session.start(
        asked.scenario,
        asked.role,
        seed=asked.seed,
        mode=mode,
        player=player,
        folder=folder,
        options={**(options or {}), DAY: asked.day.isoformat()},
        file=name,
    )
