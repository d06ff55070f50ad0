"""Players of campaigns: legal on every rung, better the more they think, and held to the record."""

import pytest

from livegame.bots.campaigns.backtest import backtest_campaign
from livegame.bots.campaigns.calibrate import calibrate_campaign
from livegame.bots.campaigns.measures import play_script
from livegame.bots.campaigns.play import play_campaign_bot
from livegame.bots.campaigns.players import DAY_BOTS, play_out
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.engine.days.compile import shipped_season
from livegame.engine.days.outcome import outcome
from tests.engine.days.invariants import check
from tests.engine.days.short import CASES, EXPRESS, FARM, TEAM, short_season
from tests.few import few


@pytest.mark.parametrize("bot", DAY_BOTS)
@pytest.mark.parametrize(("campaign", "role"), few(CASES, 3))
@pytest.mark.parametrize("rungs", [(1,), pytest.param((2, 3, 4), marks=pytest.mark.slow)], ids=str)
def test_every_bot_plays_every_role_within_the_rules(
    bot: str, campaign: str, role: str, rungs: tuple[int, ...]
) -> None:
    if len(rungs) == 1:  # another one for each: all of them come up
        rungs = (1 + (list(DAY_BOTS).index(bot) + CASES.index((campaign, role))) % 4,)
    for rung in rungs:
        season = short_season(campaign, role, rung)
        moment = play_out(season, DAY_BOTS[bot](rung), rung, kept=lambda m, s=season: check(s, m))
        assert outcome(season, moment.days).settled == sum(
            fen for _, fen in outcome(season, moment.days).parts
        )


@pytest.mark.parametrize(
    ("campaign", "role"), [CASES[0], pytest.param(*CASES[1], marks=pytest.mark.slow)]
)
def test_who_thinks_beats_who_repeats_beats_who_rolls_dice(campaign: str, role: str) -> None:
    median = {}
    for bot in DAY_BOTS:
        runs = play_campaign_bot(bot, campaign, role, range(5))
        median[bot] = sorted(run.settled_fen for run in runs)[2]
    assert median["greedy"] > median["history"] > median["random"]


def test_history_is_worth_about_a_thousand_points() -> None:
    season = shipped_season(EXPRESS, TEAM)
    runs = play_script(EXPRESS, TEAM, range(6))
    points = sorted(result.points for result in runs.results)
    assert season.par > 0
    assert 850 < points[3] < 1150


@pytest.mark.slow
def test_the_fitted_totals_come_out_and_the_held_out_one_is_told() -> None:
    rows = {row.id: row for row in backtest_campaign(EXPRESS, 20)}
    assert {row.kind for row in rows.values()} == {"fitted", "held_out"}
    for row in rows.values():
        if row.kind == "fitted":
            assert abs(row.error) < 0.08, row.id
    held = rows["night-coconuts"]
    assert held.target == library().facts["gt_coconuts"].value
    assert held.median > 0


def test_a_campaign_without_a_record_has_nothing_to_test_against() -> None:
    with pytest.raises(ContentError, match="no recorded result"):
        backtest_campaign(FARM, 2)


def test_calibration_moves_towards_the_record_and_is_the_same_twice() -> None:
    first = calibrate_campaign(EXPRESS, rounds=(2, 2))
    assert first == calibrate_campaign(EXPRESS, rounds=(2, 2))
    assert set(first.appeal) == {"ft-durian", "ft-mangosteen", "ft-coconut"}
    assert first.par[TEAM] > 0
