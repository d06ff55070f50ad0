"""Run files that somebody has damaged or made up: bounded, harmless, and left as they are."""

import json
import os
import re
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livegame.plain.replay import tell
from livegame.runs.board import Board
from livegame.runs.league import league
from livegame.runs.lines import Check, Decision
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import MAX_BYTES, parse, read_run
from livegame.runs.session import Session
from livegame.runs.store import peek, unfinished
from livegame.runs.verify import verify
from tests.few import few

MEAN = [
    "\x1b[2J\x1b]0;owned\x07",
    "\u202eevil\u2066",
    "[/red][bold]x[/]",
    "[@click=app.quit]x[/]",
    "../../../../etc/passwd",
    "a\0b",
    "\r\n\x08\x08",
    "a" + "\u0301" * 300,
    "\U000e0041\ufeff\u200b",
    "{player}{0}{x.__class__}",
    "%s%n",
    "'; DROP TABLE runs; --",
]
quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def harmless(text: str) -> None:
    assert all(char.isprintable() for char in text), repr(text)
    assert len(text) < 1000


def survives(path: Path) -> None:
    """Every reader has an answer for the file, in words, and leaves it as it is."""
    before = path.read_bytes()
    verdict = verify(path)
    harmless(verdict.why + verdict.file)
    for reader in (read_run, peek, Playback.open, Session.resume):
        try:
            reader(path)  # type: ignore[operator]
        except RunError as error:
            harmless(str(error))
    try:
        for number, line in enumerate(tell(path)):
            harmless(line)
            if number > 30:
                break
    except RunError as error:
        harmless(str(error))
    unfinished(path.parent)
    assert path.read_bytes() == before


@quick
@given(data=st.data())
def test_bits_that_flip(data: st.DataObject, played: Path) -> None:
    content = bytearray(played.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        run = parse(bytes(content), "x")
    except RunError as error:
        harmless(str(error))
        return
    for text in (run.header.player, run.header.mode, *map(str, run.header.options.values())):
        harmless(text)


@quick
@given(content=st.binary(max_size=3000))
def test_any_bytes(content: bytes) -> None:
    try:
        parse(content, "x")
    except RunError as error:
        harmless(str(error))


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(MEAN),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=8) | st.sampled_from(["a", "b"]), inner, max_size=4),
    max_leaves=12,
)


@quick
@given(data=st.data())
def test_any_value_under_any_key(data: st.DataObject, played: Path) -> None:
    lines = played.read_bytes().splitlines()
    at = data.draw(st.sampled_from([0, 1, 2, 3, len(lines) - 2, len(lines) - 1]))
    row = json.loads(lines[at])
    row[data.draw(st.sampled_from([*row, "extra"]))] = data.draw(values)
    lines[at] = json.dumps(row).encode()
    try:
        parse(b"\n".join(lines) + b"\n", "x")
    except RunError as error:
        harmless(str(error))


@pytest.mark.parametrize("text", few(MEAN, 3))
def test_mean_texts_in_every_field(played: Path, text: str) -> None:
    lines = played.read_bytes().splitlines()
    for at in (0, 1, len(lines) - 1):
        for key in json.loads(lines[at]):
            row = {**json.loads(lines[at]), key: text}
            forged = [*lines[:at], json.dumps(row).encode(), *lines[at + 1 :]]
            played.write_bytes(b"\n".join(forged) + b"\n")
            verdict = verify(played)
            harmless(verdict.why)
            assert not verdict.ok
            row_added = Board().add(played)
            if row_added:
                harmless(row_added.player + row_added.why + row_added.mode)
                assert not row_added.verified


def test_mean_file_names(played: Path, tmp_path: Path) -> None:
    for number, text in enumerate(MEAN):
        name = f"{number}{text}".replace("/", "-").replace("\0", "")[:60]
        path = tmp_path / f"{name}.live"
        path.write_bytes(played.read_bytes()[:-2000])
        survives(path)


def test_a_name_that_is_no_text(played: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad\udcff.live"
    try:
        path.write_bytes(played.read_bytes())
    except OSError:
        pytest.skip("this file system takes only text")
    assert verify(path).ok
    assert Board().add(path) is None


@pytest.mark.parametrize(
    "tail",
    [
        b"[" * 100_000,
        b'{"t":1,"do":"cut","x":' + b"[" * 5000 + b"]" * 5000 + b"}\n",
        b'{"a":' * 3000 + b"\n",
        b'{"t":' + b"9" * 16000 + b"}\n",
        b'{"t":-1,"do":"cut"}\n',
        b'{"t":1e400,"do":"cut"}\n',
        b"\n" * 30_000,
        b'{"t":1,"do":"reply"}\n' * 30_000,
        b"\xff" * 9000 + b"\n",
        b'{"live":1}\n',
    ],
)
def test_mean_lines(played: Path, tail: bytes) -> None:
    lines = played.read_bytes().splitlines(keepends=True)
    played.write_bytes(lines[0] + tail)
    survives(played)
    assert not verify(played).ok


def test_the_largest_file_is_read_in_bounded_time_and_memory(played: Path) -> None:
    first = played.read_bytes().splitlines(keepends=True)[0]
    line = b'{"t":1,"do":"price","product":"th-durian","fen":15000}\n'
    pad = b'{"t":1,"do":"price","product":"' + b"x" * 64 + b'","fen":' + b"1" * 18 + b"}\n"
    many = first + line * 19_000
    played.write_bytes(many[: many.rindex(b"\n") + 1])
    tracemalloc.start()
    begun = time.perf_counter()
    assert len(read_run(played).entries) == 19_000
    assert time.perf_counter() - begun < 10
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()
    played.write_bytes(first + pad * (MAX_BYTES // len(pad) + 1))
    assert not verify(played).ok


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_forged_number_never_verifies(data: st.DataObject, played: Path) -> None:
    """Any number changed anywhere is found; decisions without effect cannot exist."""
    original = played.read_bytes()
    lines = original.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    row = json.loads(lines[at])
    numbers = [key for key, value in row.items() if type(value) is int]
    if not numbers:
        return
    key = data.draw(st.sampled_from(numbers))
    row[key] += data.draw(st.sampled_from([-1, 1, 7]))
    lines[at] = json.dumps(row, separators=(",", ":")).encode()
    try:
        played.write_bytes(b"\n".join(lines) + b"\n")
        verdict = verify(played)
    finally:
        played.write_bytes(original)
    assert not verdict.ok, (at, key)
    assert verdict.why


def test_each_decision_left_out_or_doubled_is_found(played: Path) -> None:
    run = read_run(played)
    entries = list(run.entries)
    assert run.footer
    for at, entry in list(enumerate(entries))[::6]:
        if isinstance(entry, Check):
            continue
        for forged in (entries[:at] + entries[at + 1 :], [*entries[:at], entry, *entries[at:]]):
            lines = [run.start, *(one.encode() for one in forged), run.footer.encode()]
            played.write_bytes(b"".join(lines))
            assert not verify(played).ok, (at, entry)


def test_decisions_of_all_kinds_are_in_the_played_run(played: Path) -> None:
    kinds = {type(e.action).__name__ for e in read_run(played).entries if isinstance(e, Decision)}
    assert {"Beat", "SetPrice", "Link", "Cut"} <= kinds


@pytest.mark.parametrize("key", [b'"live":', b'"rules":'])
def test_files_of_later_versions_are_kept_and_said(played: Path, key: bytes) -> None:
    head, rest = played.read_bytes().split(b"\n", 1)
    later = re.sub(key + rb"\d+", key + b"77", head)
    assert later != head
    played.write_bytes(later + b"\n" + rest)
    survives(played)
    verdict = verify(played)
    assert not verdict.ok
    assert "version" in verdict.why or "format" in verdict.why


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "..", "a/b", "a\\b", "", ".", "~"])
@pytest.mark.parametrize("key", ["scenario", "role", "mode"])
def test_names_that_climb_are_no_names(played: Path, key: str, name: str) -> None:
    first, rest = played.read_bytes().split(b"\n", 1)
    played.write_bytes(json.dumps({**json.loads(first), key: name}).encode() + b"\n" + rest)
    survives(played)
    assert not verify(played).ok


def test_a_league_of_hostile_files(played: Path, tmp_path: Path) -> None:
    """The good run is ranked; whatever lies beside it is left out or unproven, and stays."""
    league_folder = tmp_path / "league"
    (league_folder / "deep" / "deeper").mkdir(parents=True)
    content = played.read_bytes()
    files = {
        "good.live": content,
        "deep/deeper/copy.live": content,
        "torn.live": content[:-40],
        "empty.live": b"",
        "huge.live": content + b"\n" * (MAX_BYTES + 1),
        "forged.live": content.replace(b'"points":', b'"points":9'),
        "junk.live": bytes(range(256)) * 40,
        "brackets.live": b"[" * 100_000,
        "bit.live": content[:900] + bytes([content[900] ^ 4]) + content[901:],
    }
    for name, data in files.items():
        (league_folder / name).write_bytes(data)
    (league_folder / "loop").symlink_to(league_folder)
    (league_folder / "out.live").symlink_to("/etc/passwd")
    (league_folder / "folder.live").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(league_folder / "pipe.live")
    told: list[tuple[int, int]] = []
    rows = league(league_folder, progress=lambda done, of: told.append((done, of)))
    assert [row.place for row in rows if row.verified] == [1]
    assert told[-1][0] == told[-1][1]
    for row in rows:
        harmless(row.player + row.why + row.mode + row.origin)
    assert {name: (league_folder / name).read_bytes() for name in files} == files
