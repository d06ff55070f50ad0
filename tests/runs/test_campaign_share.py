"""What a campaign's file is passed on as, and what is said where only a night will do."""

from pathlib import Path

import pytest

from livegame.catalog.paths import shipped
from livegame.cli import main
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.share import daily_sales
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.share import share_text

FARM, ROLE = "farmers-2020-three-days", "hainan-mango-farm"
EXPRESS, TEAM = "618-2020-fruit-express", "thai-trade-team"
DONE = shipped("saves") / f"{EXPRESS}-{TEAM}.live"


def test_a_campaign_is_told_by_its_title_and_nobody_is_ranked() -> None:
    what, result, glyphs = share_text(DONE).splitlines()
    assert "The fruit express, 7 days" in what
    assert EXPRESS not in what
    assert "place" not in result
    assert "history: 1,000" not in result
    assert "that night" not in result
    foot = read_run(DONE).footer
    assert foot
    assert f"{foot.points:,} points" in result
    bars, _, play = glyphs.partition(" ")
    assert len(bars) == 7
    assert f"livegame play {EXPRESS} --role {TEAM} --seed " in play
    assert "--code" not in glyphs  # no code leads to a campaign


def test_the_bars_are_its_days() -> None:
    sold = daily_sales(read_run(DONE))
    assert len(sold) == 8
    assert sold[0] == 0
    assert list(sold) == sorted(sold)


def test_what_only_a_night_has_says_what_can_be_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(DONE), "--svg", str(tmp_path / "page.svg")]) == 2
    said = capsys.readouterr().err
    assert DONE.name in said
    assert "livegame replay" in said
    assert "--text" in said
    session = CampaignSession.start(FARM, ROLE, seed=1, folder=tmp_path)
    session.close()
    assert session.path
    assert main(["export", str(session.path), "--svg", str(tmp_path / "page.svg")]) == 2
    assert "livegame play --resume" in capsys.readouterr().err
    with pytest.raises(RunError, match="not been played to its end"):
        share_text(session.path)


def test_an_unfinished_campaign_of_a_pack_that_is_not_here_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = CampaignSession.start(FARM, ROLE, seed=1, folder=tmp_path)
    session.close()
    assert session.path
    told = session.path.read_bytes().replace(FARM.encode(), b"lantern-market-feast")
    told = told.replace(b'"rung":1', b'"rung":1,"pack":"lantern-market","pack-files":"00"')
    session.path.write_bytes(told)
    assert main(["verify", str(session.path)]) == 2  # neither proven nor wrong
    said = capsys.readouterr().out
    assert "lantern-market" in said
    assert "campaign of several days" not in said
