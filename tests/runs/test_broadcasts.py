from pathlib import Path

from livegame.catalog.library import library
from livegame.runs.broadcasts import broadcast_bytes, recorded_roles
from livegame.runs.playback import Playback
from livegame.runs.runfile import read_run
from livegame.runs.saved import bot_games, broadcast_path, broadcasts, shipped_run
from livegame.runs.verify import verify

SCENARIO = "618-2020-diplomats"


def test_the_rooms_with_a_record() -> None:
    assert recorded_roles(library().scenarios[SCENARIO]) == ["thailand", "south-korea", "russia"]


def test_a_broadcast_is_a_run_like_any_other_and_always_the_same(history: Path) -> None:
    assert broadcast_bytes(library().scenarios[SCENARIO], "thailand", 5) == history.read_bytes()
    verdict = verify(history)
    assert verdict.ok, verdict.why
    run = read_run(history)
    assert run.header.created == "2020-06-09T20:30:00+08:00"
    assert run.footer
    assert run.footer.finished == "2020-06-09T21:30:00+08:00"


def test_its_night_is_the_one_in_which_every_room_follows_its_script(history: Path) -> None:
    from livegame.engine.begin import begin
    from livegame.engine.reducer import tick
    from livegame.engine.state import ARRAYS

    playback = Playback.open(history)
    playback.jump(10_000)
    state = begin(playback.world, [5])
    while state.tick < playback.world.ticks:
        state, _ = tick(playback.world, state)
    for name in ARRAYS:
        assert (getattr(state, name) == getattr(playback.state, name)).all(), name


def test_the_shipped_runs_are_found(history: Path, tmp_path: Path) -> None:
    games = history.parent / "bots"
    games.mkdir()
    (games / "one.live").write_bytes(history.read_bytes())
    assert broadcasts() == [history]
    assert broadcast_path(SCENARIO, "thailand") == history
    assert broadcast_path(SCENARIO, "peru") is None
    assert bot_games() == [games / "one.live"]
    found = shipped_run(read_run(history).content_key)
    assert found
    assert found.header.role == "thailand"
    assert shipped_run("0" * 64) is None


def test_a_copy_without_saves_has_no_broadcasts(history: Path, monkeypatch: object) -> None:
    history.unlink()
    history.parent.rmdir()
    assert broadcasts() == []
    assert broadcast_path(SCENARIO, "thailand") is None


def test_another_run_that_says_it_is_history_is_not_believed(history: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.live"
    copy.write_bytes(history.read_bytes())
    assert verify(copy).ok
    forged = broadcast_bytes(library().scenarios[SCENARIO], "thailand", 6)
    copy.write_bytes(forged)
    verdict = verify(copy)
    assert not verdict.ok
    assert "not the one that comes with this copy" in verdict.why
