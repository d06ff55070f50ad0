"""History's campaign: a run like any other, found beside the nights', and par on its board."""

from pathlib import Path

import pytest

from livegame.bots.campaigns.nearest import nearest_campaign
from livegame.catalog.library import library
from livegame.runs import saved as saved_module
from livegame.runs.board import Board
from livegame.runs.broadcasts import recorded_roles
from livegame.runs.campaigns.broadcasts import campaign_bytes
from livegame.runs.panels import panels, par_of
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_name
from livegame.runs.verify import verify
from livegame.studio.house import House

CAMPAIGN, TEAM = "618-2020-fruit-express", "thai-trade-team"
FARM = "farmers-2020-three-days"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only shipped run, of another seed than the one that really is shipped."""
    folder = tmp_path / "saves"
    folder.mkdir()
    path = folder / broadcast_name(CAMPAIGN, TEAM)
    path.write_bytes(campaign_bytes(library().campaigns[CAMPAIGN], TEAM, 5))
    monkeypatch.setattr(saved_module, "shipped", lambda name: folder)
    return path


def test_only_a_recorded_campaign_has_one() -> None:
    assert recorded_roles(library().campaigns[CAMPAIGN]) == [TEAM]
    assert recorded_roles(library().campaigns[FARM]) == []


def test_it_is_a_run_like_any_other_and_always_the_same(history: Path) -> None:
    assert campaign_bytes(library().campaigns[CAMPAIGN], TEAM, 5) == history.read_bytes()
    verdict = verify(history)
    assert verdict.ok, verdict.why
    run = read_run(history)
    assert run.header.created == "2020-06-01T20:30:00+08:00"
    assert run.footer
    assert run.footer.finished == "2020-06-07T20:45:00+08:00"


def test_another_campaign_that_says_it_is_history_is_not_believed(
    history: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "forged.live"
    forged.write_bytes(campaign_bytes(library().campaigns[CAMPAIGN], TEAM, 6))
    verdict = verify(forged)
    assert not verdict.ok
    assert "not the one that comes with this copy" in verdict.why


def test_its_board_has_par_and_its_points(history: Path) -> None:
    par = par_of(CAMPAIGN, TEAM)
    assert par
    assert par.settled == library().fits[CAMPAIGN].par[TEAM]
    run = read_run(history)
    assert run.footer
    assert (par.file, par.broadcast) == (history, run.footer.points)
    other = par_of(FARM, "hainan-mango-farm")
    assert other
    assert other.file is None


def test_bots_stand_in_on_the_board_of_a_campaign(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    games = history.parent / "bots"
    games.mkdir()
    points = read_run(history).footer
    assert points
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))
    board = Board()
    board.add(history)
    (panel,) = panels(board.rows())
    assert not panel.stand_in
    (games / "one.live").write_bytes(history.read_bytes())
    (panel,) = panels(board.rows())
    assert panel.stand_in


def test_the_screen_at_rest_shows_no_campaign(history: Path) -> None:
    assert House().attraction(0) is None


def test_the_nearest_seed_is_the_one_with_the_least_error() -> None:
    found = nearest_campaign(CAMPAIGN, TEAM, range(4))
    alone = [nearest_campaign(CAMPAIGN, TEAM, [seed]).error for seed in range(4)]
    assert found.error == min(alone)
    assert found.seed == alone.index(min(alone))
    with pytest.raises(ValueError, match="counted"):
        nearest_campaign(FARM, "hainan-mango-farm", range(1))
