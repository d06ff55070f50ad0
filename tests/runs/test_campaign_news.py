"""What a campaign's morning tells of the night: what came, and what a delay held up."""

from pathlib import Path

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.happenings import on_day
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.runs.campaigns.morning import good_lines
from livegame.runs.campaigns.news import night_lines
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.told import tell_campaign
from livegame.runs.runfile import read_run

EXPRESS, ROLE = "618-2020-fruit-express", "thai-trade-team"
LORRY = DayPlan(loads=(("lorry.ft-mangosteen", 2),))


def first_nights(session: CampaignSession) -> list[tuple[DayState, DayState]]:
    """The states before and after the first two nights, with two lorries sent on the first day."""
    found = []
    for plan in (LORRY, DayPlan()):
        session.decide(plan)
        session.advance()
        before = session.moment.days
        session.advance()
        found.append((before, session.moment.days))
    return found


def delayed(season: Season, nights: list[tuple[DayState, DayState]]) -> list[str]:
    said = [line for pair in nights for line in night_lines(season, *pair)]
    return [line for line in said if line.startswith("Delayed")]


def test_a_delay_is_said_with_its_cause_and_the_new_day(tmp_path: Path) -> None:
    told = set()
    for seed in range(40):
        session = CampaignSession.start(EXPRESS, ROLE, seed=seed, keep=False)
        season, nights = session.season, first_nights(session)
        there = nights[1][1].stock[0].sum() > nights[1][0].stock[0].sum()
        lines = delayed(season, nights)
        assert len(lines) == (0 if there else int(nights[1][1].transit[:, 1, 0].any()))
        if lines:
            packs = f"{2 * int(season.load[0]):,} packs of mangosteen"
            assert lines == [f"Delayed by A queue at Pingxiang: {packs}, now due day 4."]
            assert any("for day 4" in line for line in good_lines(season, nights[1][1], 0))
            assert any(0 in on_day(season, old, old.day) for old, _ in nights)
        told.add(bool(lines))
    assert told == {True, False}


def test_a_replay_tells_of_it_too(tmp_path: Path) -> None:
    for seed in range(40):
        session = CampaignSession.start(EXPRESS, ROLE, seed=seed, folder=tmp_path)
        lines = delayed(session.season, first_nights(session))
        session.close()
        assert session.path
        told = list(tell_campaign(read_run(session.path)))
        assert [line for line in told if line.startswith("Delayed")] == lines
        if lines:
            return
    raise AssertionError("no queue in forty weeks")
