from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from livegame.runs.runfile import read_run
from livegame.runs.verify import _parts, verify, verify_many


def forge(path: Path, old: bytes, new: bytes, count: int = 1) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, count))


def test_a_run_that_was_played_holds(finished: Path) -> None:
    verdict = verify(finished)
    footer = read_run(finished).footer
    assert footer
    assert verdict.ok
    assert verdict.why == ""
    assert verdict.points == footer.points
    assert verdict.hash == footer.hash
    assert verdict.file == str(finished)


@pytest.mark.parametrize("key", [b"points", b"settled", b"rank", b"stars", b"service", b"trust"])
def test_a_forged_figure_at_the_end_is_named(finished: Path, key: bytes) -> None:
    data = finished.read_bytes()
    start = data.rindex(b'"%s":' % key) + len(key) + 3
    end = min(data.index(end, start) for end in (b",", b"}") if end in data[start:])
    forged = b"3" if data[start:end] != b"3" else b"4"
    finished.write_bytes(data[:start] + forged + data[end:])
    verdict = verify(finished)
    assert not verdict.ok
    assert f"the end says {key.decode()} {forged.decode()}" in verdict.why
    assert verdict.points is not None, "the replay's own score is still told"


def test_a_forged_decision_is_named_by_its_first_tick(finished: Path) -> None:
    decisions = [line for line in finished.read_bytes().splitlines() if b'"fen"' in line]
    late = decisions[-1]
    tick = int(late.split(b":")[1].split(b",")[0])
    forge(finished, late, late.replace(b'"fen":14', b'"fen":12'))
    verdict = verify(finished)
    assert not verdict.ok
    assert f"from tick {tick + 1} on" in verdict.why


def test_a_decision_that_was_not_allowed_is_named(finished: Path) -> None:
    forge(finished, b'"pitch":"taste","product":"th-mangosteen"', b'"pitch":"sing","product":""')
    assert "tick 0 is not allowed" in verify(finished).why


def test_a_left_out_decision_is_found(finished: Path) -> None:
    lines = finished.read_bytes().splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if i > 3 and b'"fen"' in line)
    finished.write_bytes(b"".join(lines[:at] + lines[at + 1 :]))
    assert "the replay differs" in verify(finished).why


def test_a_forged_checkpoint_figure_is_named(finished: Path) -> None:
    line = [x for x in finished.read_bytes().splitlines() if b'"check"' in x][-1]
    sales = line.split(b'"sales":')[1].split(b",")[0]
    forge(finished, b'"sales":' + sales, b'"sales":1' + sales)
    assert "sales" in verify(finished).why


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"player":"Ann"', b'"player":"Eve"', "header was changed"),
        (b'"mode":"free"', b'"mode":"daily"', "header was changed"),
        (b'"created":"2', b'"created":"1', "header was changed"),
        (b'"seed":7', b'"seed":8', "from tick 1 on"),
        (b'"role":"thailand"', b'"role":"peru"', "not allowed"),
        (b'"rules":1', b'"rules":2', "rules version 2"),
        (b'"content":"', b'"content":"00', "other content"),
        (b'"live":1', b'"live":2', "format 2"),
    ],
)
def test_a_forged_header_is_found(finished: Path, old: bytes, new: bytes, says: str) -> None:
    forge(finished, old, new)
    verdict = verify(finished)
    assert not verdict.ok
    assert says in verdict.why


def test_changed_marks_are_said_in_few_characters(finished: Path) -> None:
    """Two strings of 230 hex digits said nothing: the place where they part does."""
    text = finished.read_bytes()
    at = text.index(b'"marks":"') + len(b'"marks":"') + 100
    new = b"0" if text[at : at + 1] != b"0" else b"1"
    finished.write_bytes(text[:at] + new + text[at + 1 :])
    why = verify(finished).why
    assert "marks" in why
    assert len(why) < 110
    said = why.split("says marks ")[1].split(",")[0].strip(".")
    found = why.split("gives ")[1].strip(".")
    assert said[0] == new.decode() != found[0]


def test_unfinished_and_cut_runs_say_so(half: Path, finished: Path) -> None:
    assert "unfinished: played to tick 4" in verify(half).why
    assert verify(half).open
    assert not verify(half).ok
    lines = finished.read_bytes().splitlines(keepends=True)
    finished.write_bytes(b"".join(lines[:-1]))
    assert "unfinished" in verify(finished).why
    finished.write_bytes(b"".join(lines[:-2] + lines[-1:]))
    assert "checkpoint at the end is missing" in verify(finished).why
    forged = lines[-1].replace(b'"end":90', b'"end":91')
    finished.write_bytes(b"".join([*lines[:-1], forged]))
    assert "end is said to be tick 91" in verify(finished).why


def test_a_line_beyond_the_night_is_found(half: Path) -> None:
    with half.open("ab") as file:
        file.write(b'{"t":99999,"do":"cut"}\n')
    assert "the night ends at 90" in verify(half).why


def test_whatever_is_no_run_file_has_a_verdict(tmp_path: Path) -> None:
    assert not verify(tmp_path / "gone.live").ok
    assert not verify(tmp_path).ok
    (tmp_path / "x.live").write_bytes(b"\x00\xff" * 100)
    assert "nothing had been decided" in verify(tmp_path / "x.live").why


def test_many_keep_their_order_on_any_executor(finished: Path, half: Path) -> None:
    paths = [finished, half, finished]
    alone = list(verify_many(paths))
    with ThreadPoolExecutor(2) as pool:
        assert list(verify_many(paths, executor=pool)) == alone
    assert [verdict.ok for verdict in alone] == [True, False, True]


def test_progress_is_told_part_by_part(finished: Path, half: Path) -> None:
    told: list[tuple[int, int]] = []
    paths = [finished, half, finished]
    list(verify_many(paths, jobs=1, progress=lambda done, of: told.append((done, of))))
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)


def test_the_first_file_is_in_the_first_part(finished: Path, tmp_path: Path) -> None:
    """Nobody waits for the verdict on the first file until all others are replayed."""
    other = tmp_path / "other.live"
    other.write_bytes(finished.read_bytes().replace(b'"role":"thailand"', b'"role":"aaa"'))
    paths = [finished, *[other] * 100]
    assert 0 in _parts(paths, 1)[0]
