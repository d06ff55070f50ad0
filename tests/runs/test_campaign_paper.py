"""What a campaign's front page tells: the days add up to the result, history's are its file's."""

import pytest

from livegame.bots.campaigns.players import DAY_BOTS
from livegame.engine.days.outcome import outcome
from livegame.runs.campaigns import paperwords
from livegame.runs.campaigns.daybook import day_rows, history_sales
from livegame.runs.campaigns.paper import Paper, losses, lost_of, next_star, paper_of
from livegame.runs.campaigns.seasons import season_of, season_of_header
from livegame.runs.campaigns.session import CampaignSession, replayed
from livegame.runs.campaigns.share import daily_sales
from livegame.runs.campaigns.track import DaysTrack
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_path

EXPRESS = ("618-2020-fruit-express", "thai-trade-team")
FARM = ("farmers-2020-three-days", "hainan-mango-farm")


def played(campaign: str, role: str, bot: str, seed: int = 4) -> CampaignSession:
    session = CampaignSession.start(campaign, role, seed=seed, keep=False)
    player = DAY_BOTS[bot](seed)
    while not session.finished:
        moment = session.moment
        if session.morning:
            session.decide(player.plan(session.season, moment))
        elif moment.on_air and int(moment.stage[1].left[0, 0]) == 0:
            for action in player.beats(moment):
                if not session.why_not(action):
                    session.decide(action)
        session.advance()
    return session


@pytest.fixture(
    scope="module", params=[(*EXPRESS, "random"), (*FARM, "history")], ids=lambda row: row[0]
)
def session(request: pytest.FixtureRequest) -> CampaignSession:
    return played(*request.param)


def test_the_days_add_up_to_the_result(session: CampaignSession) -> None:
    result, state = session.result, session.moment.days
    rows = day_rows(session.season, session.past)
    assert [row.day for row in rows] == list(range(session.season.days))
    assert sum(row.sales for row in rows) == result.sales
    assert all(0 <= row.on_air <= row.sales for row in rows)
    assert any(row.on_air for row in rows)
    assert all(row.on_air == 0 for row in rows if not row.held)
    assert sum(row.held for row in rows) == result.shows
    for g, good in enumerate(result.goods):
        assert sum(row.packs[g] for row in rows) == good.ordered
    assert sum(row.store + row.show for row in rows) == sum(good.ordered for good in result.goods)
    assert sum(row.visitors for row in rows) == result.visitors
    assert sum(row.watched for row in rows) == result.watched
    assert sum(row.fans for row in rows) == result.fans - session.past[0].fans
    assert sum(row.late for row in rows) == int(state.late.sum())
    assert sum(row.returned for row in rows) == int(state.returned.sum())
    sums = {
        "spoiled": sum(good.spoiled + good.dropped for good in result.goods),
        "turned": sum(good.turned_away for good in result.goods),
        "complained": sum(good.complained for good in result.goods),
    }
    for name, packs in sums.items():
        assert sum(getattr(row, name) for row in rows) == packs


def test_each_loss_is_made_of_its_parts(session: CampaignSession) -> None:
    paper = paper_of(session)
    assert losses(paper)
    for name, packs in losses(paper):
        assert sum(some for _, some in lost_of(paper, name)) == packs


def test_the_best_and_the_worst_day_are_told(session: CampaignSession) -> None:
    paper = paper_of(session)
    assert paper.best.sales == max(row.sales for row in paper.rows)
    assert paper.worst is not None
    assert paper.worst.sales == min(row.sales for row in paper.rows)
    told = dict(paperwords.story(paper))
    assert f"Day {paper.best.day + 1}, " in told[f"day:{paper.best.day}"]
    assert f"day {paper.worst.day + 1}, " in told[f"day:{paper.worst.day}"]


def test_the_next_star_is_the_first_that_was_not_won(session: CampaignSession) -> None:
    paper = paper_of(session)
    found = next_star(paper)
    if found is None:
        assert paper.result.stars == len(paper.season.stars)
        return
    star, limit = found
    assert star == paper.result.stars + 1
    assert limit > paper.result.points
    assert sum(one < limit for one in paper.season.stars) == paper.result.stars


def test_the_past_of_a_run_gone_on_with_is_the_same() -> None:
    first = CampaignSession.start(*FARM, seed=4)
    player = DAY_BOTS["random"](4)
    while first.moment.days.day < 2:
        if first.morning:
            first.decide(player.plan(first.season, first.moment))
        first.advance()
    path = first.path
    assert path is not None
    first.close()
    again = CampaignSession.resume(path)
    before, after = (day_rows(one.season, one.past) for one in (first, again))
    assert before == after
    assert len(after) == 2
    again.close()


def test_historys_days_are_those_of_its_broadcast() -> None:
    path = broadcast_path(*EXPRESS)
    assert path is not None
    run = read_run(path)
    season = season_of_header(run.header, run.name)
    track = replayed(DaysTrack.begin(season, run.header.seed, run.start), run)
    while not track.over:
        track = track.advanced()
    rows = day_rows(season, track.past)
    assert history_sales(season) == tuple(row.sales for row in rows)
    assert len(daily_sales(run)) == len(rows) + 1
    paper = Paper(season, outcome(season, track.moment.days), rows, history_sales(season))
    assert path.name in paperwords.source(paper)
    assert paper.recorded


def test_where_no_broadcast_is_shipped_history_has_no_days() -> None:
    assert history_sales(season_of(*FARM)) == ()
