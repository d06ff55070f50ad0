"""A run whose pack is not here is neither proven nor wrong; --pack brings the pack."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from livegame.bots.nights import shipped_world
from livegame.catalog.library import library
from livegame.catalog.paths import shipped
from livegame.engine.actions import Beat
from livegame.runs.session import Session
from livegame.runs.worlds import world_of
from tests.shelf import share

Call = Callable[..., tuple[int, str, str]]
EXAMPLE = shipped("content") / "examples" / "lantern-market"
EVENING, ROLE = "lantern-market-evening", "lantern-maker"


def forget() -> None:
    for cache in (library, world_of, shipped_world):
        cache.cache_clear()


@pytest.fixture(autouse=True)
def anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LIVEGAME_PACKS", "")
    share(monkeypatch)
    forget()
    yield
    forget()


@pytest.fixture
def orphan(home: Path) -> Path:
    """A finished run of the example, which is not installed any more."""
    folder = Path(shutil.copytree(EXAMPLE, home / "packs" / "lantern-market"))
    forget()
    session = Session.start(EVENING, ROLE, seed=5, mode="seeded")
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        session.advance()
    session.close()
    shutil.rmtree(folder)
    forget()
    assert session.path
    return session.path


def test_a_run_without_its_pack_is_not_called_wrong(call: Call, orphan: Path) -> None:
    code, out, err = call("verify", str(orphan))
    assert (code, err) == (2, "")
    assert "WRONG" not in out
    assert "cannot be checked here: its pack 'lantern-market' is not here" in out
    assert "--pack" in out
    (row,) = json.loads(call("verify", str(orphan), "--json")[1])
    assert (row["ok"], row["open"], row["unchecked"]) == (False, False, True)


def test_one_that_differs_counts_for_more(call: Call, orphan: Path, tmp_path: Path) -> None:
    (tmp_path / "junk.live").write_bytes(b"junk\n")
    assert call("verify", str(orphan), str(tmp_path / "junk.live"))[0] == 1


def test_verify_takes_the_pack(call: Call, orphan: Path) -> None:
    code, out, _ = call("verify", "--pack", str(EXAMPLE), str(orphan))
    assert code == 0
    assert out.startswith("ok ")


def test_the_theatre_says_that_the_pack_is_not_here(call: Call, orphan: Path) -> None:
    code, out, _ = call("theatre")
    assert code == 0
    assert "WRONG" not in out
    assert "its pack 'lantern-market' is not here" in out
    (row,) = [r for r in json.loads(call("theatre", "--json")[1]) if r["shelf"] == "own"]
    assert row["state"] == "no pack"


def test_a_league_says_so_too(call: Call, orphan: Path) -> None:
    out = call("board", "--league", str(orphan.parent))[1]
    assert "its pack 'lantern-market' is not here" in out


def test_what_is_no_run_file_is_said_to_be_none(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "passwd"
    path.write_text("root:x:0:0\nbin:x:1:1\n")
    code, out, _ = call("verify", str(path))
    assert code == 1
    assert out == f"WRONG  {path}: is not a run file of this game\n"


def test_a_folder_says_how_much_of_it_was_looked_at(
    call: Call, bot_run: Path, tmp_path: Path
) -> None:
    place = tmp_path / "large"
    (place / "deep").mkdir(parents=True)
    shutil.copy(bot_run, place / "deep" / "one.live")
    for number in range(7):
        (place / f"{number}.txt").touch()
    secret = tmp_path / "outside.live"
    secret.write_bytes(b"nobody's business\n")
    (place / "out.live").symlink_to(secret)
    code, out, _ = call("verify", str(place))
    assert code == 0
    assert "outside" not in out
    assert out.splitlines()[-1] == f"1 run file (.live) among 9 names in {place}"
