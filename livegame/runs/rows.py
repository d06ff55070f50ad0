"""A row of the board, as a type; and the order in which rows stand."""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, frozen

from livegame.catalog.texts import t
from livegame.runs.challenge import CHALLENGE, day_of
from livegame.runs.origin import HISTORY, from_words
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.rungs import rung_of
from livegame.runs.verify import Verdict

SORTS = ("points", "service", "trust")
OTHERS = (HISTORY, "bot")  # modes of runs that nobody who plays here has played


def is_own(mode: str) -> bool:
    """Whether a run of one's own board was played by oneself: history and bots have rows, too."""
    return mode not in OTHERS


@frozen
class Row:
    """One finished run on the board.

    Attributes:
        file: the run file. player: a name, not proven.
        points, settled (fen), service and trust (per mille), rank (that night), stars: as in
            `Result`.
        finished_at: ISO time, not proven.
        verified: its replay gave this score; why: "" or what is wrong.
        hash: of the night's last state. key: hash of the file; run: hash of the run, which
            copies share whatever they are called.
        origin: "" or where a taken-over run comes from ("from history at 21:12").
        day: "" or the day whose challenge it was (2026-11-22).
        rung: of difficulty. trophies: ids of those won, apart by blanks.
        place: its place among the rows it was asked for with; None if unverified.
    """

    file: str
    player: str
    points: int
    scenario: str
    role: str
    mode: str
    service: int
    trust: int
    rank: int
    stars: int
    settled: int
    seed: int
    rules: int
    finished_at: str
    verified: bool
    why: str
    hash: str = ""
    key: str = ""
    run: str = ""
    origin: str = ""
    day: str = ""
    rung: int = 1
    trophies: str = ""
    place: int | None = None


def row_of(path: Path, verdict: Verdict) -> Row:
    """The row of a finished run file; what the file says, with what the replay said of it.

    Raises:
        RunError: the file does not parse or has no end.
    """
    run = read_run(path)
    if run.footer is None:
        raise RunError(t("runs.not_finished", file=run.name))
    head, foot = run.header, run.footer
    day = day_of(head.options) if head.mode == CHALLENGE else None
    return Row(
        file=str(path),
        player=head.player,
        points=foot.points,
        scenario=head.scenario,
        role=head.role,
        mode=head.mode,
        service=foot.service,
        trust=foot.trust,
        rank=foot.rank,
        stars=foot.stars,
        settled=foot.settled,
        seed=head.seed,
        rules=head.rules,
        finished_at=foot.finished,
        verified=verdict.ok,
        why=verdict.why,
        hash=foot.hash,
        key=run.content_key,
        run=run.run_key,
        origin=from_words(head),
        day=day.isoformat() if day else "",
        rung=rung_of(head),
        trophies=" ".join(verdict.trophies),
    )


def ranked(rows: Iterable[Row], sort: str = "points") -> list[Row]:
    """Rows in order, with their places: proven ones first, best first; then the others.

    Of several files of one run, the one finished first counts; the others are left out.
    """

    def best(row: Row) -> tuple[int, int, int, str, str]:
        first = -int(getattr(row, sort))
        return (first, -row.points, -row.settled, row.finished_at, row.key)

    known: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (not row.verified, row.finished_at, row.key)):
        known.setdefault(row.run if row.verified else row.key, row)
    proven = sorted((row for row in known.values() if row.verified), key=best)
    others = sorted((row for row in known.values() if not row.verified), key=best)
    placed = [evolve(row, place=place) for place, row in enumerate(proven, 1)]
    return placed + [evolve(row, place=None) for row in others]
