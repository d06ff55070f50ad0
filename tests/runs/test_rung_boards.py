"""A run's rung: in its header, on a board of its own, verified under its rules, in its code."""

from pathlib import Path

import pytest
from attrs import evolve
from short_nights import SCENARIO

from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.runs.board import Board
from livegame.runs.claims import why_not_claim
from livegame.runs.codes import Coded, code_of, read_code
from livegame.runs.panels import panels
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.rows import Row
from livegame.runs.runfile import read_run
from livegame.runs.rungs import check_open, mode_of, rung_of, steps_of, trophies_won
from livegame.runs.session import Session
from livegame.runs.share import share_text
from livegame.runs.store import unfinished
from livegame.runs.verify import verify, verify_part

NIGHT = "taobao-2020-rockets"
ROLE = "wedding-planner"
SCENE = library().scenarios[NIGHT]
TAKEN = SCENE.rung[1].limits.without[0]


def played(folder: Path, rung: int, seed: int = 5, name: str = "") -> Path:
    """A whole night in which little is said, on a rung."""
    session = Session.start(
        NIGHT, ROLE, seed=seed, mode="seeded", folder=folder, rung=rung, file=name
    )
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        session.advance()
    session.close()
    assert session.path
    return session.path


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("rungs")
    return [played(folder, rung, name=f"r{rung}") for rung in (1, 2)]


def test_the_header_names_the_rung_and_verify_replays_under_it(runs: list[Path]) -> None:
    first, second = (read_run(path).header for path in runs)
    assert (rung_of(first), rung_of(second)) == (1, 2)
    assert not first.options
    assert (first.mode, second.mode) == ("seeded", "rung-2")
    assert first.content != second.content
    assert [verdict.ok for verdict in verify_part(runs)] == [True, True]


def test_a_rung_that_was_not_played_is_no_proof(runs: list[Path], tmp_path: Path) -> None:
    lines = runs[1].read_bytes()
    forged = tmp_path / "forged.live"
    forged.write_bytes(lines.replace(b'"night-rung":2', b'"night-rung":3', 1))
    assert not verify(forged).ok
    forged.write_bytes(lines.replace(b'"mode":"rung-2"', b'"mode":"free"', 1))
    assert not verify(forged).ok
    run = read_run(runs[1])
    for mode in ("free", "seeded", "challenge", "rung-3"):
        assert why_not_claim(evolve(run, header=evolve(run.header, mode=mode)))
    assert not why_not_claim(run)
    first = read_run(runs[0])
    assert why_not_claim(evolve(first, header=evolve(first.header, mode="rung-1")))


def test_boards_are_apart_by_rung(runs: list[Path], tmp_path: Path) -> None:
    board = Board(tmp_path)
    for path in runs:
        row = board.add(path)
        assert row
        assert row.verified
    rows = board.rows()
    assert sorted(row.rung for row in rows) == [1, 2]
    boards = panels(rows)
    assert sorted((one.mode, one.rung, len(one.rows)) for one in boards) == [
        ("rung-2", 2, 1),
        ("seeded", 1, 1),
    ]
    assert not next(one for one in boards if one.rung == 2).stand_in


def test_what_a_rung_takes_is_refused_in_the_session(tmp_path: Path) -> None:
    session = Session.start(NIGHT, ROLE, seed=1, folder=tmp_path, rung=2)
    assert session.why_not(Beat(TAKEN, session.view.products[0].id))
    with pytest.raises(RunError):
        session.decide(Beat(TAKEN, session.view.products[0].id))
    assert session.path in unfinished(tmp_path)
    for _ in range(3):
        session.advance()
    session.close()
    assert session.path
    again = Session.resume(session.path)
    assert again.scenario.step == 2
    assert again.view.tick == 3
    again.close()


def test_a_run_taken_over_stays_on_its_rung(runs: list[Path], tmp_path: Path) -> None:
    playback = Playback.open(runs[1])
    playback.jump(50)
    session = Session.take_over(playback, folder=tmp_path)
    assert session.scenario.step == 2
    assert rung_of(session.header) == 2
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        session.advance()
    session.close()
    assert session.path
    assert verify(session.path).ok


def test_a_code_names_the_rung(runs: list[Path]) -> None:
    plain, harder = code_of(NIGHT, ROLE, 9), code_of(NIGHT, ROLE, 9, rung=2)
    assert read_code(plain) == Coded(NIGHT, ROLE, 9)
    assert read_code(harder) == Coded(NIGHT, ROLE, 9, 2)
    assert len(plain) == len(harder)
    shared = share_text(runs[1])
    assert SCENE.rung[1].name in shared
    assert read_code(shared.rsplit(" ", 1)[1]).rung == 2


def test_no_two_seats_of_a_night_have_one_code() -> None:
    for scene in library().scenarios.values():
        codes = {
            code_of(scene.id, role, 1, rung=rung)
            for role in scene.roles
            for rung in range(1, len(scene.rung) + 1)
        }
        assert len(codes) == len(scene.roles) * len(scene.rung)


def test_an_unknown_rung_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no rung 9"):
        Session.start(NIGHT, ROLE, folder=tmp_path, rung=9)
    with pytest.raises(RunError, match="no rung 0"):
        Session.start(NIGHT, ROLE, folder=tmp_path, rung=0)


def row(rung: int, stars: int, mode: str = "free", verified: bool = True, won: str = "") -> Row:
    words = {"scenario": SCENARIO, "role": "peru", "mode": mode_of(rung, mode), "rung": rung}
    numbers = dict.fromkeys(("points", "service", "trust", "rank", "settled", "seed", "rules"), 1)
    texts = dict.fromkeys(("file", "player", "finished_at", "why"), "")
    return Row(**words, **numbers, **texts, stars=stars, verified=verified, trophies=won)  # type: ignore[arg-type]


def test_stars_open_the_next_rung() -> None:
    scene = library().scenarios[SCENARIO]
    needed = [rung.stars for rung in scene.rung]

    def open_rungs(*rows: Row) -> list[int]:
        return [step.number for step in steps_of(scene, rows) if step.open]

    assert open_rungs() == [1]
    assert open_rungs(row(1, needed[1] - 1)) == [1]
    assert open_rungs(row(1, needed[1])) == [1, 2]
    assert open_rungs(row(1, 3), row(2, needed[2])) == [1, 2, 3]
    assert open_rungs(row(2, 3)) == [1], "no rung is jumped over"
    for mode in ("practice", "bot", "history", "taken-over"):
        assert open_rungs(row(1, 3, mode=mode)) == [1]
    assert open_rungs(row(1, 3, verified=False)) == [1]
    with pytest.raises(RunError, match="opens with"):
        check_open(scene, 2, [])
    check_open(scene, 2, [row(1, 3)])


def test_trophies_count_in_proven_runs() -> None:
    scene = library().scenarios[SCENARIO]
    one, two = (cup.id for cup in scene.trophy)
    assert trophies_won(scene, [row(2, 1, won=two), row(1, 1, won=f"{one} gone")]) == [one, two]
    assert not trophies_won(scene, [row(1, 1, won=one, verified=False)])
    assert not trophies_won(scene, [row(1, 1, won=one, mode="bot")])
