import os
from pathlib import Path

import pytest

from livegame.runs.lines import Check, Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import MAX_BYTES, parse, read_run


def test_a_finished_run_reads_as_it_was_written(finished: Path) -> None:
    run = read_run(finished)
    assert run.header.player == "Ann"
    assert run.header.seed == 7
    assert run.footer
    assert run.footer.end == 90
    assert not run.torn
    assert run.whole == finished.stat().st_size
    again = run.start + b"".join(entry.encode() for entry in run.entries) + run.footer.encode()
    assert again == finished.read_bytes()


def test_a_torn_line_is_no_error_at_any_byte(half: Path) -> None:
    data = half.read_bytes()
    first = data.index(b"\n") + 1
    for end in range(first, len(data) + 1):
        run = parse(data[:end], "x")
        assert run.whole == data[:end].rindex(b"\n") + 1
        assert run.torn == (end != run.whole)
        assert run.start == data[:first]


def test_a_torn_header_says_that_nothing_was_decided(half: Path) -> None:
    data = half.read_bytes()
    for end in range(data.index(b"\n") + 1):
        with pytest.raises(RunError, match="nothing had been decided"):
            parse(data[:end], "x")


def test_zeros_after_a_power_cut_count_as_torn(half: Path) -> None:
    run = parse(half.read_bytes() + bytes(4096), "x")
    assert run.torn
    assert run.whole == half.stat().st_size


def test_lines_must_follow_on_each_other(finished: Path) -> None:
    lines = finished.read_bytes().splitlines(keepends=True)
    late = next(line for line in reversed(lines) if b'"do"' in line)
    with pytest.raises(RunError, match="line 3: tick 0 comes after"):
        parse(b"".join([lines[0], late, *lines[1:]]), "x")
    with pytest.raises(RunError, match="follows the end"):
        parse(b"".join([*lines, lines[1]]), "x")
    kept = [line for line in lines if b'"check"' not in line[:12]]
    with pytest.raises(RunError, match="does not follow"):
        parse(b"".join([*kept[:-1], lines[-2], lines[-1]]), "x")


def test_limits(tmp_path: Path, finished: Path) -> None:
    data = finished.read_bytes()
    first = data[: data.index(b"\n") + 1]
    with pytest.raises(RunError, match="lines"):
        parse(first + b"\n" * 20_001, "x")
    with pytest.raises(RunError, match="longer than"):
        parse(first + b"x" * 20_000 + b"\n", "x")
    with pytest.raises(RunError, match="longer than"):
        parse(first + b"x" * 20_000, "x")
    huge = tmp_path / "huge.live"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(RunError, match="4 MB"):
        read_run(huge)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_plain_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.live")
    for path in (tmp_path / "pipe.live", tmp_path, Path("/dev/zero")):
        with pytest.raises(RunError, match="plain file"):
            read_run(path)


def test_missing_files_and_impossible_names(tmp_path: Path) -> None:
    for name in ("gone.live", "a\0b.live", "x" * 5000):
        with pytest.raises(RunError) as caught:
            read_run(tmp_path / name)
        assert "\n" not in str(caught.value)


def test_run_key_is_of_the_decisions_alone(finished: Path) -> None:
    run = read_run(finished)
    other = parse(finished.read_bytes().replace(b'"player":"Ann"', b'"player":"Eve"'), "x")
    assert other.run_key == run.run_key
    assert other.content_key != run.content_key
    assert any(isinstance(entry, Decision) for entry in run.entries)
    assert any(isinstance(entry, Check) for entry in run.entries)
