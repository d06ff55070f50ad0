import errno
import os
from pathlib import Path

import pytest

from livegame.engine.actions import Reply
from livegame.runs import writer as writer_module
from livegame.runs.lines import Decision, Header
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.writer import RunWriter

HEADER = Header(1, "s", "ab", "r", 1, "free", created="2020-06-09T20:00:00Z")
LINE = Decision(0, Reply()).encode()


class FullDisk:
    """Stands in for os: writes so many bytes, then there is no space."""

    def __init__(self, room: int, code: int = errno.ENOSPC) -> None:
        self.room = room
        self.code = code

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)

    def write(self, handle: int, data: bytes) -> int:
        part = data[: self.room]
        if not part:
            raise OSError(self.code, os.strerror(self.code))
        self.room -= len(part)
        return os.write(handle, part)


def test_lines_are_on_the_disk_when_append_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size))
    writer = RunWriter.create(tmp_path, HEADER)
    assert synced[0] == len(HEADER.encode())
    assert len(synced) == 2, "the folder is synced too, so that the name is safe"
    writer.append(LINE)
    assert synced[-1] == writer.path.stat().st_size == len(HEADER.encode()) + len(LINE)
    writer.close()
    writer.close()


def test_names_never_collide(tmp_path: Path) -> None:
    made = [RunWriter.create(tmp_path, HEADER) for _ in range(20)]
    assert len({writer.path for writer in made}) == 20
    for writer in made:
        writer.close()


@pytest.mark.parametrize("room", range(len(LINE)))
def test_a_full_disk_takes_a_line_back_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    writer = RunWriter.create(tmp_path, HEADER)
    writer.append(LINE)
    before = writer.path.read_bytes()
    monkeypatch.setattr(writer_module, "os", FullDisk(room))
    with pytest.raises(RunError, match="disk is full"):
        writer.append(LINE)
    assert writer.path.read_bytes() == before
    monkeypatch.setattr(writer_module, "os", os)
    writer.append(LINE)
    assert writer.path.read_bytes() == before + LINE
    writer.close()


def test_what_could_not_be_taken_back_at_once_is_taken_back_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = RunWriter.create(tmp_path, HEADER)
    before = writer.path.read_bytes()
    sick = FullDisk(5, errno.EIO)

    def fails(handle: int, size: int) -> None:
        raise OSError(errno.EIO, "bad disk")

    sick.ftruncate = fails  # type: ignore[attr-defined]
    monkeypatch.setattr(writer_module, "os", sick)
    with pytest.raises(RunError, match="writing failed"):
        writer.append(LINE)
    assert writer.path.read_bytes() == before + LINE[:5]
    monkeypatch.setattr(writer_module, "os", os)
    writer.append(LINE)
    assert writer.path.read_bytes() == before + LINE
    writer.close()


def test_no_file_is_left_where_the_header_did_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "os", FullDisk(10))
    with pytest.raises(RunError, match="disk is full"):
        RunWriter.create(tmp_path, HEADER)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("mine")
    with pytest.raises(RunError, match="runs"):
        RunWriter.create(tmp_path / "runs", HEADER)
    assert (tmp_path / "runs").read_text() == "mine"


def test_one_session_at_a_time(tmp_path: Path) -> None:
    writer = RunWriter.create(tmp_path, HEADER)
    with pytest.raises(RunError, match="another window"):
        RunWriter.reopen(writer.path)
    writer.close()
    again, run = RunWriter.reopen(writer.path)
    assert run.header == HEADER
    again.close()


def test_reopening_changes_nothing_until_something_is_added(half: Path) -> None:
    torn = half.read_bytes()[:-7]
    half.write_bytes(torn)
    writer, run = RunWriter.reopen(half)
    assert half.read_bytes() == torn
    writer.append(LINE.replace(b'"t":0', b'"t":40'))
    writer.close()
    assert half.read_bytes()[: run.whole] == torn[: run.whole]
    assert isinstance(read_run(half).entries[-1], Decision)


@pytest.mark.parametrize("content", [b"", b"hello\n", b'{"live":9}\n', b"\0" * 100 + b"\n"])
def test_what_is_no_run_file_is_never_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.live"
    path.write_bytes(content)
    with pytest.raises(RunError):
        RunWriter.reopen(path)
    assert path.read_bytes() == content


def test_a_finished_run_cannot_be_continued(finished: Path) -> None:
    before = finished.read_bytes()
    with pytest.raises(RunError, match="played to its end"):
        RunWriter.reopen(finished)
    assert finished.read_bytes() == before
