from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.engine.world import World
from livegame.plain.replay import tell
from livegame.runs.problems import RunError
from livegame.runs.store import runs_folder

Play = Callable[..., str]


def run_of(play: Play, *answers: str) -> Path:
    play("1", *answers, player="Ann")
    (path,) = runs_folder().iterdir()
    return path


def test_a_run_is_told_whole(play: Play) -> None:
    path = run_of(play, "p 60", "1", "6", *["10", ""] * 40)
    said = "\n".join(tell(path))
    assert said.startswith("Ann as Thailand")
    assert "20:30:00 price of mangosteen: RMB 60" in said
    assert "countdown: mangosteen" in said
    assert "The score, to the last fen" in said
    assert said.endswith("Replayed: every checkpoint and the result hold.")


def test_an_unfinished_run_is_told_as_far_as_it_goes(play: Play) -> None:
    said = list(tell(run_of(play, "1")))
    assert "unfinished" in said[-1]


def test_a_forged_run_is_told_to_where_it_differs(play: Play) -> None:
    path = run_of(play, "p 60", "1", *["10"] * 60)
    path.write_bytes(path.read_bytes().replace(b'"fen":6000', b'"fen":6100'))
    assert "the replay differs from tick 1 on" in list(tell(path))[-1]


def test_a_run_of_other_rules_is_told_from_its_checkpoints(play: Play, short_world: World) -> None:
    path = run_of(play, "1", *["10"] * 60)
    path.write_bytes(path.read_bytes().replace(b'"rules":1', b'"rules":77'))
    said = "\n".join(tell(path))
    assert "rules version 77" in said
    assert f"tick {short_world.ticks}: sales RMB" in said


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.live").write_bytes(b"hello\n")
    with pytest.raises(RunError, match="is not a run file"):
        list(tell(tmp_path / "x.live"))
