import os
from pathlib import Path

import pytest

from livegame.runs import disk
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError
from livegame.runs.store import data_folder, peek, run_files, runs_folder, unfinished


def test_livegame_home_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    assert data_folder() == tmp_path
    assert runs_folder() == tmp_path / "runs"
    monkeypatch.delenv("LIVEGAME_HOME")
    assert "livegame" in str(data_folder())


def test_peek_reads_both_ends(finished: Path, half: Path) -> None:
    header, footer = peek(finished)
    assert header.player == "Ann"
    assert footer
    assert footer.end == 90
    assert peek(half)[1] is None


def test_unfinished_runs_newest_first_and_nothing_else(
    finished: Path, half: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second.live"
    second.write_bytes(half.read_bytes() + b'{"torn')
    (tmp_path / "junk.live").write_bytes(b"junk\n" * 9)
    (tmp_path / "empty.live").touch()
    (tmp_path / "dangling.live").symlink_to(tmp_path / "nowhere")
    os.utime(half, (1000, 1000))
    os.utime(second, (2000, 2000))
    assert unfinished(tmp_path) == [second, half]
    assert unfinished(tmp_path / "gone") == []


def test_run_files_do_not_follow_links(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.live").touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "y.live").touch()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert list(run_files(tmp_path)) == [tmp_path / "a" / "x.live"]


def test_atomic_writing_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deep" / "x.json"
    write_atomically(path, b"old")

    def fails(*names: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(disk.os, name, fails)
            with pytest.raises(RunError, match="disk is full"):
                write_atomically(path, b"new")
        assert path.read_bytes() == b"old"
        assert len(list(path.parent.iterdir())) == 1
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
