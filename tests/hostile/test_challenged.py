"""The challenge's ledger, taken-over runs and shipped runs under kills, crowds and forgery."""

import os
import random
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mischief import SCENARIO, TICKS, any_action
from test_hostile_runs import harmless
from test_killed import child, killed_after

from livegame.catalog.library import library
from livegame.runs import saved as saved_module
from livegame.runs.attempts import attempt_at, attempts, begin_attempt
from livegame.runs.broadcasts import broadcast_bytes
from livegame.runs.ghost import Ghost
from livegame.runs.origin import origin_of
from livegame.runs.panels import panels, par_of
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_name, broadcasts, shipped_run
from livegame.runs.session import Session
from livegame.runs.store import runs_folder
from livegame.runs.theatre import Reel, programme
from livegame.runs.verify import verify

DAY = date(2026, 11, 22)


@pytest.mark.usefixtures("needs_fork")
def test_killed_while_beginning_an_attempt(tmp_path: Path) -> None:
    """Whatever the moment: either there is no attempt, or one that goes on and counts."""
    luck = random.Random(3)
    begun = 0
    for number in range(25):
        day = DAY + timedelta(days=number)

        def begin(writer: int, day: date = day) -> None:
            session = begin_attempt(day)
            session.decide(any_beat(session))
            os.write(writer, b".")

        if number % 5:
            told = killed_after(*child(begin), luck.uniform(0.0, 0.03))
        else:  # a slow machine has nothing begun by then
            told = killed_after(*child(begin), 30.0, letters=1)
        attempt = attempt_at(day)
        if told:
            assert attempt, "a decision was taken, so the attempt is on the disk"
        if attempt is None:
            attempt = Attempted(begin_attempt(day))
        else:
            begun += 1
        with pytest.raises(RunError, match="begun already"):
            begin_attempt(day)
        Session.resume(attempt.file).close()
    assert {attempt.day for attempt in attempts()} == {DAY + timedelta(days=n) for n in range(25)}
    assert begun


class Attempted:
    """An attempt that the test itself began, and left."""

    def __init__(self, session: Session) -> None:
        assert session.path
        self.file = session.path
        session.close()


def any_beat(session: Session) -> object:
    return next(option.action for option in session.options if not option.why_not)


def _try(folder: str, gate: object) -> bool:
    gate.wait(10)  # type: ignore[attr-defined]
    try:
        begin_attempt(DAY, folder=Path(folder)).close()
    except RunError:
        return False
    return True


def _tries(folder: str, gate: object, told: object) -> None:
    told.put(_try(folder, gate))  # type: ignore[attr-defined]


@pytest.mark.usefixtures("needs_fork")
def test_eight_processes_at_once_have_one_attempt(tmp_path: Path) -> None:
    context = get_context("fork")
    for number in range(3):
        folder = tmp_path / str(number)
        gate, told = context.Barrier(8), context.Queue()
        crowd = [context.Process(target=_tries, args=(str(folder), gate, told)) for _ in range(8)]
        for one in crowd:
            one.start()
        assert sorted(told.get(timeout=30) for _ in crowd) == [False] * 7 + [True]
        for one in crowd:
            one.join(10)
        assert [path.name for path in folder.iterdir()] == ["challenge-2026-11-22.live"]


@pytest.mark.usefixtures("needs_fork")
def test_killed_while_taking_over(played: Path) -> None:
    playback = Playback.open(played)
    playback.jump(TICKS // 2)
    luck = random.Random(8)

    def take(writer: int) -> None:
        while True:
            Session.take_over(playback).close()
            os.write(writer, b".")

    for number in range(8):
        if number % 2:
            killed_after(*child(take), luck.uniform(0.0, 0.06))
        else:  # a slow machine has taken none over by then
            killed_after(*child(take), 30.0, letters=luck.randrange(1, 4))
    paths = list(runs_folder().glob("*.live"))
    assert paths
    for path in paths:
        run = read_run(path)
        origin = origin_of(run.header.options)
        assert origin
        assert run.tick == origin.tick == TICKS // 2, (
            "a taken-over run is there as a whole or not at all"
        )
        assert not run.torn
    session = Session.resume(paths[0])
    luck = random.Random(4)
    while not session.finished:
        action = any_action(session, luck)
        if not session.why_not(action):
            session.decide(action)
        session.advance()
    session.close()
    assert verify(paths[0]).ok


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_options_in_a_header(data: st.DataObject, played: Path, tmp_path: Path) -> None:
    """Made-up origins and days: every reader has an answer, and none verifies."""
    import json

    keys = st.sampled_from(["from-file", "from-tick", "from-mode", "from-player", "day", "x"])
    texts = st.text(max_size=70) | st.sampled_from(["a" * 64, "history", "2026-11-22", "\x1b[2J"])
    options = data.draw(st.dictionaries(keys, texts | st.integers(-5, 2**63), max_size=6))
    mode = data.draw(st.sampled_from(["taken-over", "challenge", "history"]))
    first, rest = played.read_bytes().split(b"\n", 1)
    row = {**json.loads(first), "options": options, "mode": mode}
    path = tmp_path / "forged.live"
    path.write_bytes(json.dumps(row).encode() + b"\n" + rest)
    verdict = verify(path)
    assert not verdict.ok
    assert verdict.why.isprintable()
    attempts(tmp_path)
    for reader in (Ghost.open, Reel.open):
        try:
            reader(path)  # type: ignore[operator]
        except RunError as error:
            harmless(str(error))
    for one in programme(tmp_path):
        assert (one.origin + one.player + one.mode + one.why).isprintable()


@pytest.mark.parametrize("content", [b"", b"junk\n", b"{}\n", b"[" * 5000, b"\xff" * 9000])
def test_shipped_runs_that_are_damaged(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "saves"
    (folder / "bots").mkdir(parents=True)
    for name in (broadcast_name(SCENARIO, "thailand"), "bots/one.live"):
        (folder / name).write_bytes(content)
    monkeypatch.setattr(saved_module, "shipped", lambda name: folder)
    assert len(broadcasts()) == 1
    assert shipped_run("0" * 64) is None
    par = par_of(SCENARIO, "thailand")
    assert par
    assert par.broadcast is None
    assert panels([]) == []
    assert [one.state for one in programme()] == ["damaged"]


def test_a_broadcast_that_somebody_improved_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    path = folder / broadcast_name(SCENARIO, "thailand")
    path.write_bytes(broadcast_bytes(library().scenarios[SCENARIO], "thailand", 5))
    monkeypatch.setattr(saved_module, "shipped", lambda name: folder)
    assert verify(path).ok
    head, mark, rest = path.read_bytes().rpartition(b'"points":')
    path.write_bytes(head + mark + b"9999" + rest[rest.index(b",") :])
    assert "points 9999" in verify(path).why
