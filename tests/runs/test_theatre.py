import shutil
from pathlib import Path

import pytest
from short_nights import SCENARIO, play_some

from livegame.catalog.texts import t
from livegame.runs.board import Board
from livegame.runs.session import Session
from livegame.runs.store import runs_folder
from livegame.runs.theatre import STATES, check, programme


@pytest.fixture
def own(history: Path) -> Path:
    session = Session.start(SCENARIO, "thailand", seed=4, player="Ann")
    play_some(session, 1000)
    session.close()
    assert session.path
    return session.path


def states() -> dict[str, str]:
    return {one.file.name: one.state for one in programme()}


def test_all_shelves_and_what_is_known(own: Path, history: Path, tmp_path: Path) -> None:
    league = tmp_path / "league"
    league.mkdir()
    shutil.copy(own, league / "theirs.live")
    first, second, third = programme(league)
    assert (first.file, first.shelf, first.state) == (history, "history", "not checked")
    assert (first.mode, first.player, first.date) == (
        "history", "history", "2020-06-09T21:30:00+08:00"
    )  # fmt: skip
    assert (second.file, second.shelf, second.player, second.role) == (
        own, "own", "Ann", "thailand"
    )  # fmt: skip
    assert second.points is not None
    assert (third.shelf, third.state) == ("league", "not checked")
    for one in (first, second, third):
        assert check(one).state == "verified"
    assert [one.state for one in programme(league)] == ["verified", "verified", "not checked"]
    assert sorted(row.mode for row in Board().rows()) == ["free", "history"]


def test_a_file_that_changed_since_is_not_checked(own: Path) -> None:
    check(programme()[1])
    assert states()[own.name] == "verified"
    head, mark, rest = own.read_bytes().rpartition(b'"points":')
    own.write_bytes(head + mark + b"9999" + rest[rest.index(b",") :])
    assert states()[own.name] == "not checked"
    (forged,) = (one for one in programme() if one.shelf == "own")
    assert check(forged).state == "differs"
    assert "points 9999" in check(forged).why
    assert states()[own.name] == "differs"


def test_the_other_states(own: Path, half: Path) -> None:
    folder = runs_folder()
    (folder / "junk.live").write_bytes(b"\x1b[2J no run\n")
    (folder / "half.live").write_bytes(half.read_bytes())
    data = own.read_bytes()
    (folder / "rules.live").write_bytes(data.replace(b'"rules":1', b'"rules":99', 1))
    at = data.index(b'"content":"') + 11
    (folder / "content.live").write_bytes(data[:at] + b"00" + data[at + 2 :])
    (folder / "gone.live").write_bytes(data.replace(SCENARIO.encode(), b"other-night", 1))
    found = states()
    assert found["junk.live"] == "damaged"
    assert found["half.live"] == "unfinished"
    assert found["rules.live"] == "other rules"
    assert found["content.live"] == "other content"
    assert found["gone.live"] == "other content"
    for one in programme():
        assert one.why.isprintable()
        assert one.watchable == (one.state in ("not checked", "unfinished"))
        assert check(one).state == (one.state if one.state != "not checked" else "verified")


def test_every_state_has_words() -> None:
    for state in STATES:
        assert t(f"theatre.state.{state.replace(' ', '_')}", **{"theatre.check": "v"})
