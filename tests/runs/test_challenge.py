import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from short_nights import SCENARIO, play_some

from livegame.catalog.library import library
from livegame.engine.rules import RULES
from livegame.runs import attempts as attempts_module
from livegame.runs import challenge as challenge_module
from livegame.runs.attempts import Attempt, attempt_at, attempts, begin_attempt, practise
from livegame.runs.board import Board
from livegame.runs.challenge import challenge_of, day_of
from livegame.runs.ladder import Rung, ladder
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.store import runs_folder
from livegame.runs.verify import verify
from livegame.runs.worlds import world_of

DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def one_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """Challenges of the diplomats' night only: these tests play many of them to the end."""
    monkeypatch.setattr(challenge_module, "nights", lambda: [SCENARIO])


def play(session: Session) -> Path:
    play_some(session, 1000)
    session.close()
    assert session.path
    return session.path


def test_the_challenge_follows_from_the_date_as_documented() -> None:
    import hashlib

    asked = challenge_of(DAY)
    said = f"livegame challenge 2026-11-22 rules {RULES}"
    said += f" {SCENARIO} {world_of(SCENARIO).content_hash}"
    digest = hashlib.sha256(said.encode()).digest()
    roles = library().scenarios[SCENARIO].roles
    assert asked.scenario == SCENARIO
    assert asked.role == roles[int.from_bytes(digest[:8], "big") % len(roles)]
    assert asked.seed == int.from_bytes(digest[8:16], "big") >> 1
    assert challenge_of(DAY) == asked


def test_every_night_has_its_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    asked = [challenge_of(DAY + timedelta(days=day)) for day in range(120)]
    assert {one.scenario for one in asked} == set(library().scenarios)
    for one in asked:
        assert one.role in library().scenarios[one.scenario].roles


def test_days_differ_and_every_room_has_its_turn() -> None:
    asked = [challenge_of(DAY + timedelta(days=day)) for day in range(400)]
    assert len({one.seed for one in asked}) == 400
    turns = Counter(one.role for one in asked)
    assert set(turns) == set(library().scenarios[SCENARIO].roles)
    assert max(turns.values()) < 60
    assert challenge_of(date.min)
    assert challenge_of(date.max)


def test_the_attempt_is_on_the_disk_before_the_first_decision() -> None:
    session = begin_attempt(DAY, player="Ann")
    assert session.path
    assert session.path.name == "challenge-2026-11-22.live"
    header = read_run(session.path).header
    assert (header.mode, day_of(header.options)) == ("challenge", DAY)
    assert attempt_at(DAY) == Attempt(DAY, session.path, "Ann", None)


def test_there_is_one_attempt_even_under_another_name_or_after_quitting() -> None:
    session = begin_attempt(DAY)
    with pytest.raises(RunError, match="begun already"):
        begin_attempt(DAY)
    session.close()
    with pytest.raises(RunError, match="begun already"):
        begin_attempt(DAY)
    assert session.path
    session.path.rename(session.path.with_name("renamed.live"))
    with pytest.raises(RunError, match="begun already"):
        begin_attempt(DAY)
    assert [path.name for path in runs_folder().iterdir()] == ["renamed.live"]


def test_a_file_of_that_name_is_left_alone() -> None:
    runs_folder().mkdir(parents=True)
    path = runs_folder() / "challenge-2026-11-22.live"
    path.write_bytes(b"")
    with pytest.raises(RunError, match="begun already"):
        begin_attempt(DAY)
    assert path.read_bytes() == b""
    assert [found.name for found in runs_folder().iterdir()] == [path.name]


def test_a_killed_attempt_goes_on_and_counts() -> None:
    session = begin_attempt(DAY)
    play_some(session, 30)
    assert session.path
    session.close()
    path = play(Session.resume(session.path))
    attempt = attempt_at(DAY)
    assert attempt
    assert attempt.finished
    verdict = verify(path)
    assert verdict.ok, verdict.why
    row = Board().add(path)
    assert row
    assert (row.mode, row.day) == ("challenge", "2026-11-22")


def test_practice_comes_after_the_attempt() -> None:
    with pytest.raises(RunError, match="once your attempt"):
        practise(DAY)
    play(begin_attempt(DAY))
    session = practise(DAY)
    assert session.mode == "practice"
    assert session.seed == challenge_of(DAY).seed
    path = play(session)
    assert verify(path).ok
    assert len(attempts()) == 1


def test_a_clock_that_goes_backwards_gives_no_second_attempt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for day in (DAY, DAY + timedelta(days=1), DAY - timedelta(days=40)):
        monkeypatch.setattr(attempts_module, "today", lambda day=day: day)
        begin_attempt().close()
    for day in (DAY - timedelta(days=40), DAY, DAY + timedelta(days=1)):
        monkeypatch.setattr(attempts_module, "today", lambda day=day: day)
        with pytest.raises(RunError, match="begun already"):
            begin_attempt()
    assert [attempt.day for attempt in attempts()] == sorted(
        [DAY - timedelta(days=40), DAY, DAY + timedelta(days=1)]
    )
    assert ladder(attempts(), DAY - timedelta(days=39))[0].points == (0,)
    assert ladder(attempts(), date.min) == []


@pytest.mark.parametrize("said", ["", "tomorrow", "2026-13-01", "20261122", 7, "2026-W47-7"])
def test_days_that_are_none(said: object) -> None:
    assert day_of({"day": said}) is None  # type: ignore[dict-item]


def test_a_challenge_with_other_luck_is_found() -> None:
    asked = challenge_of(DAY)
    for seed, day, why in (
        (asked.seed + 1, "2026-11-22", "is not the challenge of 2026-11-22"),
        (asked.seed, "2026-11-23", "is not the challenge of 2026-11-23"),
        (asked.seed, "someday", "not of which day"),
    ):
        session = Session.start(
            SCENARIO, asked.role, seed=seed, mode="challenge", options={"day": day}
        )
        assert why in verify(play(session)).why


def test_an_attempt_moved_to_another_day_is_found() -> None:
    path = play(begin_attempt(DAY))
    lines = path.read_bytes().splitlines(keepends=True)
    header = json.loads(lines[0])
    header["options"]["day"] = "2026-11-23"
    path.write_bytes(json.dumps(header).encode() + b"\n" + b"".join(lines[1:]))
    assert not verify(path).ok


def tried(player: str, *points: int | None, start: int = 0) -> list[Attempt]:
    return [
        Attempt(DAY + timedelta(days=start + at), Path(f"{player}{at}"), player, one)
        for at, one in enumerate(points)
    ]


def test_the_ladder_is_the_median_of_the_first_five_of_seven_days() -> None:
    last = DAY + timedelta(days=6)
    found = ladder(
        [
            *tried("Ann", 100, 200, 900, 300, None, 5000, 5000),
            *tried("Bob", 700, 700, 700, 700, 700),
            *tried("Cy", 9000, 9000),
            *tried("Di", 1, 1, 1, 1, 1, start=-5),
        ],
        last,
    )
    assert found == [
        Rung("Bob", (700, 700, 700, 700, 700), 700, 1),
        Rung("Ann", (100, 200, 900, 300, 0), 200, 2),
        Rung("Cy", (9000, 9000), None, None),
    ]
    assert found[2].wanting == 3


def test_what_is_still_being_played_today_does_not_count_yet() -> None:
    assert ladder(tried("Ann", None), DAY) == []
    assert ladder(tried("Ann", None), DAY + timedelta(days=1))[0].points == (0,)


def test_two_attempts_of_one_name_at_one_day_do_not_help() -> None:
    one, two = tried("Ann", 500)[0], tried("Ann", 900)[0]
    assert ladder([two, one], DAY)[0].points == (500,)
    assert ladder([one, evolve(two, player="Bob")], DAY)[1].player == "Bob"
