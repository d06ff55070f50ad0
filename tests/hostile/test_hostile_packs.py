"""Packs that a stranger made to do harm: refused in words and in bounded time, nothing outside
of them read, nothing of them reaching the terminal as it is."""

import json
import os
import resource
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_hostile_runs import MEAN

from livegame import cli
from livegame.catalog.library import Library, library
from livegame.catalog.packs import read_pack
from livegame.catalog.packs_files import MAX_BYTES, MAX_ENTRIES
from livegame.catalog.packs_findings import MOST
from livegame.catalog.paths import shipped
from livegame.catalog.solved import Fit
from livegame.runs.campaigns import packs
from tests.few import few
from tests.shelf import share, shipped_library

EXAMPLE = shipped("content") / "examples" / "lantern-market"
SHIPPED = shipped_library()
SECONDS = 20.0  # on a slow machine that others use too
WORDS = ("../../../../etc/passwd", "%s%n", "'; DROP TABLE runs; --")  # mean elsewhere, not here
SECRET = "a line that nobody outside may read"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "pack"))


@pytest.fixture(autouse=True)
def anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    share(monkeypatch)
    library.cache_clear()
    yield
    library.cache_clear()


@pytest.fixture
def unplayed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack's campaign is not played for its par: its words do not change that."""

    def given(lib: Library, campaign: str, role: str, fit: Fit) -> Fit:
        return evolve(fit, par=fit.par | {role: 1})

    monkeypatch.setattr(packs, "measured", given)


def told(pack: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `check` says of a pack that it refuses; quickly, and harmless to print."""
    begun = time.perf_counter()
    assert cli.main(["check", str(pack)]) == 1
    assert time.perf_counter() - begun < SECONDS
    out, err = capsys.readouterr()
    assert err == ""
    assert all(line.isprintable() for line in out.splitlines())
    assert SECRET not in out
    return out


@pytest.mark.usefixtures("unplayed")
@pytest.mark.parametrize("text", few(MEAN, 3))
@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("pack.toml", "title"),
        ("hosts.toml", "intro"),
        ("products.toml", "name"),
        ("products.toml", "id"),
        ("chat/en.toml", "text"),
        ("scenarios/lantern-market-evening.toml", "ending"),
    ],
)
def test_mean_texts_are_refused(
    file: str, key: str, text: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pack / file
    lines = path.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key} = "))
    lines[at] = f"{key} = {json.dumps(text[:200])}"
    path.write_text("\n".join(lines), encoding="utf-8")
    if text in WORDS and key != "id":
        assert cli.main(["check", str(pack)]) == 0
        assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())
    else:
        assert file in told(pack, capsys)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("\\u202e", "RIGHT-TO-LEFT OVERRIDE"),
        ("\\u2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\\u200b", "ZERO WIDTH SPACE"),
        ("\\u001b(2J", "U+001B"),
        ("\\u009b2J", "U+009B"),
        ("\\n", "U+000A"),
        ("\\u2028", "LINE SEPARATOR"),
        ("\\U000e0041", "TAG LATIN CAPITAL LETTER A"),
        ("\\ufe0f", "VARIATION SELECTOR-16"),
        ("e\\u0301\\u0301\\u0301", "combining marks"),
        ("(bold) [bold]x[/]", "square bracket"),
        ("[@click=app.quit]x", "square bracket"),
        ("{player}", "brace"),
        ("{product.__class__}", "brace"),
    ],
)
def test_what_steers_a_screen_is_refused_by_its_name(
    text: str, named: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pack / "chat" / "en.toml"
    path.write_text(path.read_text("utf-8") + f'[[line]]\ntopic = "hello"\ntext = "{text}"\n')
    said = told(pack, capsys)
    assert named in said
    assert "chat/en.toml: line[8].text" in said


@pytest.mark.parametrize("file", ["hosts.toml", "art/goods.txt", "scenarios/other.toml"])
def test_links_are_not_followed(
    file: str, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text(f"[[{SECRET.replace(' ', '-')}]]\n# {SECRET}\n")
    (pack / file).unlink(missing_ok=True)
    (pack / file).symlink_to(secret)
    assert f"{file}: is a link" in told(pack, capsys)


def test_a_linked_folder_is_not_entered(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack / "fits").symlink_to(tmp_path, target_is_directory=True)
    assert "fits: is a link" in told(pack, capsys)


@pytest.mark.parametrize("name", ["../../outside", "/etc/passwd", "..", "a/b", "con\n"])
def test_ids_are_no_paths(name: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pack / "scenarios" / "lantern-market-evening.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('id = "lantern-market-evening"', f"id = {json.dumps(name)}", 1))
    assert "scenarios/lantern-market-evening.toml: id" in told(pack, capsys)


@pytest.mark.parametrize("name", ["run.sh", "hosts.py", "a\x1b[2J.toml", "deep/er/and/er.toml"])
def test_strange_files_are_named(name: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pack / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    assert told(pack, capsys).count("\n") == 2


def test_a_pipe_is_no_file(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    (pack / "segments.toml").unlink()
    os.mkfifo(pack / "segments.toml")
    assert "segments.toml: is not a plain file" in told(pack, capsys)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a." * 50_000 + b"a = 1", "parts"),
        (b"a = " + b"[" * 100_000, "deep"),
        (b"a = " + b"9" * 100_000, "digits"),
        (b" " * (MAX_BYTES + 1), "too large"),
        (b"\xff\xfe", "UTF-8"),
        (b"[[host]]\n" * 25_000, "too many rows"),
        (b"a = 1\n" * 3, "TOML"),
        (b"host = [" + b"{b=1}," * 2900 + b"]", "and "),
    ],
    ids=["parts", "depth", "digits", "size", "bytes", "rows", "twice", "findings"],
)
def test_mean_files(
    content: bytes, says: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack / "hosts.toml").write_bytes(content)
    said = told(pack, capsys)
    assert says in said
    assert said.count("\n") <= MOST + 2


def test_the_largest_that_may_be_read_takes_bounded_time_and_memory(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two megabytes of cues that all name what is not there."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    row = '[[script]]\nrole = "soup-stall"\nreason = "x"\ncues = [%s]\n'
    cue = '{ pitch = "nobody-knows-it" },' * 450
    for number in range(150):
        path = pack / "scripts" / "lantern-market-evening" / f"more-{number}.toml"
        path.write_text(row % cue)
    assert "is no pitch of the evening" in told(pack, capsys)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 600_000  # kB


def test_too_many_names(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(MAX_ENTRIES + 1):
        (pack / f".{number}").touch()
    assert "too many files" in told(pack, capsys)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes = 30", "minutes = 1440"),
        ("tick_seconds = 10", "tick_seconds = 1"),
        ("rest = 4.0", "rest = 1e300"),
        ("curve = [0.7,", "curve = [nan,"),
        ("curve = [0.7,", "curve = [-0.7,"),
        ("value = 2000000", "value = 1e18"),
        ("value = 2000000", "value = [1.0, 2.0]"),
        ("value = 8000", 'value = "much"'),
    ],
)
def test_numbers_that_would_stall_the_night(
    old: str, new: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pack / "scenarios" / "lantern-market-evening.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1))
    told(pack, capsys)


FILES = sorted(path.relative_to(EXAMPLE) for path in EXAMPLE.rglob("*.toml"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_bits_that_flip(data: st.DataObject, tmp_path: Path) -> None:
    """A damaged pack is refused with findings or is a pack; never another error."""
    folder = tmp_path / "flipped"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(EXAMPLE, folder)
    file = folder / data.draw(st.sampled_from(FILES))
    content = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    found, findings = read_pack(folder, SHIPPED)
    assert (found is None) == bool(findings)
    assert all(one.words.isprintable() for one in findings)
