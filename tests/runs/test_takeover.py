import json
from pathlib import Path

import pytest
from attrs import evolve
from short_nights import TICKS, play_some

from livegame.runs.board import Board
from livegame.runs.lines import Decision
from livegame.runs.origin import at_words, from_words, origin_of
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile, read_run
from livegame.runs.session import Session
from livegame.runs.store import runs_folder
from livegame.runs.verify import verify


def at(path: Path, tick: int) -> Playback:
    playback = Playback.open(path)
    playback.jump(tick)
    return playback


def decisions(run: RunFile) -> list[Decision]:
    return [entry for entry in run.entries if isinstance(entry, Decision)]


def taken_over(path: Path, tick: int, player: str = "Ann") -> Path:
    session = Session.take_over(at(path, tick), player=player)
    play_some(session, 1000)
    session.close()
    assert session.path
    return session.path


@pytest.mark.parametrize("tick", [0, 1, 37, 60, TICKS - 1])
def test_a_run_is_taken_over_at_any_tick_and_verifies(history: Path, tick: int) -> None:
    before = history.read_bytes()
    playback = at(history, tick)
    session = Session.take_over(playback, player="Ann")
    assert session.mode == "taken-over"
    assert session.player == "Ann"
    assert session.view == playback.view
    assert session.state_hash() == playback.state_hash()
    assert (session.sales, session.watching, session.marks) == (
        playback.sales, playback.watching, playback.marks
    )  # fmt: skip
    play_some(session, 1000)
    session.close()
    assert session.path
    verdict = verify(session.path)
    assert verdict.ok, verdict.why
    old, new = read_run(history), read_run(session.path)
    kept = [entry for entry in decisions(old) if entry.tick < tick]
    assert decisions(new)[: len(kept)] == kept
    origin = origin_of(new.header.options)
    assert origin
    assert (origin.file, origin.tick, origin.mode) == (old.content_key, tick, "history")
    assert history.read_bytes() == before


def test_its_file_is_whole_before_it_can_be_seen(history: Path) -> None:
    session = Session.take_over(at(history, 50))
    assert session.path
    assert [path.name for path in runs_folder().iterdir()] == [session.path.name]
    again = Path(f"{session.path}.copy.live")
    again.write_bytes(session.path.read_bytes())
    resumed = Session.resume(again)
    assert resumed.view.tick == 50
    assert resumed.state_hash() == session.state_hash()


def test_decisions_at_that_very_tick_count_once_they_are_taken(history: Path) -> None:
    playback = at(history, 0)
    due = playback.due()
    assert due
    session = Session.take_over(playback)
    assert not session.view.idle
    assert session.path
    assert [e.action for e in decisions(read_run(session.path))] == [action for action, _ in due]


def test_a_run_played_on_as_it_went_ends_as_it_ended(history: Path) -> None:
    session = Session.take_over(at(history, 33))
    rest = [entry for entry in decisions(read_run(history)) if entry.tick >= 33]
    while not session.finished:
        while rest and rest[0].tick == session.view.tick:
            session.decide(rest.pop(0).action)
        session.advance()
    footer = read_run(history).footer
    assert footer
    assert session.state_hash() == footer.hash


def test_a_run_taken_over_twice_names_the_last_owner(history: Path) -> None:
    first = taken_over(history, 40, "Ann")
    second = taken_over(first, 60, "Bob")
    assert verify(second).ok
    assert from_words(read_run(second).header) == "from Ann at 20:40"


def test_a_finished_night_cannot_be_taken_over(history: Path) -> None:
    with pytest.raises(RunError, match="is over"):
        Session.take_over(at(history, TICKS))


def test_an_unfinished_run_of_ones_own_can_be_taken_over(half: Path) -> None:
    path = taken_over(half, 20)
    assert verify(path).ok
    assert half.exists()


def test_it_stands_on_a_board_of_its_own_with_its_origin(history: Path) -> None:
    row = Board().add(taken_over(history, 42))
    assert row
    assert row.verified
    assert row.mode == "taken-over"
    assert row.origin == "from history at 20:37"
    assert Board().rows(mode="free") == []


def rewritten(path: Path, **options: object) -> None:
    """The same decisions under another header, honestly played anew."""
    run = read_run(path)
    header = evolve(run.header, options={**run.header.options, **options})
    from livegame.runs.beginning import first_moment
    from livegame.runs.memory import Memory

    memory = Memory()
    session = Session(first_moment(header), header, memory)
    for entry in decisions(run):
        while session.view.tick < entry.tick:
            session.advance()
        session.decide(entry.action)
    while not session.finished:
        session.advance()
    path.write_bytes(header.encode() + memory.lines)


def test_an_origin_that_is_made_up_is_found(history: Path) -> None:
    path = taken_over(history, 30)
    rewritten(path)
    assert verify(path).ok
    rewritten(path, **{"from-tick": 80})
    assert "before tick 80 it decides something else" in verify(path).why
    rewritten(path, **{"from-file": "0" * 64})
    assert "not from a broadcast that comes with this copy" in verify(path).why
    rewritten(path, **{"from-tick": "soon"})
    assert "not from which run" in verify(path).why


def test_an_edited_origin_breaks_the_chain(history: Path) -> None:
    path = taken_over(history, 30)
    lines = path.read_bytes().splitlines(keepends=True)
    header = json.loads(lines[0])
    header["options"]["from-tick"] = 29
    path.write_bytes(json.dumps(header).encode() + b"\n" + b"".join(lines[1:]))
    assert "the header was changed" in verify(path).why


def test_origins_in_words() -> None:
    assert at_words("618-2020-diplomats", "history", 252) == "from history at 21:12"
    assert at_words("gone", "Ann", 7) == "from Ann at tick 7"
    assert origin_of({}) is None
