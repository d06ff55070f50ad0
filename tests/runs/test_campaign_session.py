"""A campaign's run file: every decision in it first, resumed at any step, proven by its replay."""

from pathlib import Path

import pytest

from livegame.bots.campaigns.play import play_session
from livegame.engine.actions import Beat
from livegame.engine.days.actions import DayPlan
from livegame.runs.board import Board
from livegame.runs.campaigns.evening import EveningSession
from livegame.runs.campaigns.lines import DayDecision, day_decision
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.waiting import waiting
from livegame.runs.fields import Fields, load_object
from livegame.runs.hours import by_day
from livegame.runs.problems import RunError
from livegame.runs.runfile import parse, read_run
from livegame.runs.session import Session
from livegame.runs.store import unfinished
from livegame.runs.verify import verify

FARM, ROLE = "farmers-2020-three-days", "hainan-mango-farm"
PLAN = DayPlan(
    prices=(("hn-mango", 3790),),
    picks=(("hn-mango", 700), ("hn-melon", 80)),
    promise=(("hn-pineapple", 30),),
    wait=("hn-mango",),
    toss=("hn-melon",),
    hands=20,
    coupon="help",
    advert=50_000,
    slot="noon",
)


def start(folder: Path, seed: int = 5, rung: int = 1) -> CampaignSession:
    return CampaignSession.start(FARM, ROLE, seed=seed, rung=rung, folder=folder)


def step(session: CampaignSession, plan: DayPlan = PLAN) -> None:
    """One step, deciding whatever is due."""
    if session.morning:
        session.decide(plan if not session.why_not(plan) else DayPlan())
    elif session.moment.on_air and session.moment.days.ticks % 20 == 0:
        for beat in (Beat("walk", "hn-mango"), Beat("family")):
            if not session.why_not(beat):
                session.decide(beat)
                break
    session.advance()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, int]:
    session = start(tmp_path_factory.mktemp("runs"))
    while not session.finished:
        step(session)
    points, digest = session.result.points, session.state_hash()
    session.close()
    assert session.path
    return session.path, digest, points


def test_a_plan_comes_back_from_its_line() -> None:
    line = DayDecision(7, PLAN).encode()
    fields = Fields(load_object(line.rstrip(b"\n"), "here"), "here")
    assert fields.whole("t") == 7
    found = day_decision(7, fields)
    fields.done()
    assert found.action == PLAN


def test_a_finished_campaign_replays_to_its_score(finished: tuple[Path, str, int]) -> None:
    path, digest, points = finished
    verdict = verify(path)
    assert (verdict.ok, verdict.why) == (True, "")
    assert (verdict.hash, verdict.points) == (digest, points)


def test_it_stands_on_the_board(
    finished: tuple[Path, str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    row = Board(tmp_path).add(finished[0])
    assert row is not None
    assert (row.verified, row.points, row.scenario, row.role) == (True, finished[2], FARM, ROLE)


@pytest.mark.parametrize("steps", [0, 1, 2, 30, 60, 90, 91, 92, 93, 150])
def test_it_goes_on_from_any_step(tmp_path: Path, steps: int) -> None:
    whole, broken = start(tmp_path / "a"), start(tmp_path / "b")
    for _ in range(steps):
        step(whole)
        step(broken)
    assert broken.path
    broken.close()
    again = CampaignSession.resume(broken.path)
    assert again.state_hash() == whole.state_hash()
    for _ in range(4):
        step(whole)
        step(again)
    assert again.state_hash() == whole.state_hash()
    again.close()
    whole.close()


def test_a_killed_one_loses_no_decision(tmp_path: Path) -> None:
    session = start(tmp_path)
    for _ in range(50):
        step(session)
    assert session.path
    kept = session.path.read_bytes()
    session._writer = None  # the process is gone: nothing closes the file
    other = tmp_path / "copy.live"
    other.write_bytes(kept + b'{"t":12')
    again = CampaignSession.resume(other)
    while again.moment.days.steps < session.moment.days.steps:
        again.advance()
    assert again.state_hash() == session.state_hash()
    again.close()


def changed(path: Path, old: bytes, new: bytes) -> bytes:
    data = path.read_bytes()
    assert old in data
    return data.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"hn-mango":3790', b'"hn-mango":3791'),
        (b'"hands":20', b'"hands":21'),
        (b'"slot":"noon"', b'"slot":"dawn"'),
        (b'"pitch":"walk"', b'"pitch":"cut"'),
        (b'"points":', b'"points":1'),
        (b'"seed":5', b'"seed":6'),
        (b'"rung":1', b'"rung":2'),
        (b'"mode":"free"', b'"mode":"rung-2"'),
        (b'"check":"', b'"check":"0'),
    ],
)
def test_a_changed_file_is_found_out(
    finished: tuple[Path, str, int], tmp_path: Path, old: bytes, new: bytes
) -> None:
    forged = tmp_path / "forged.live"
    data = changed(finished[0], old, new)
    if new.startswith(b'"check"'):  # keep its length: it is the content that lies
        at = data.index(new) + len(new)
        data = data[: at + 62] + data[at + 63 :]
    forged.write_bytes(data)
    verdict = verify(forged)
    assert not verdict.ok
    assert verdict.why


def test_every_file_cut_short_is_told_as_unfinished(
    finished: tuple[Path, str, int], tmp_path: Path
) -> None:
    lines = finished[0].read_bytes().splitlines(keepends=True)
    for kept in (1, 2, 3, len(lines) // 2, len(lines) - 1):
        part = tmp_path / "part.live"
        part.write_bytes(b"".join(lines[:kept]))
        verdict = verify(part)
        assert not verdict.ok
        assert "not finished" in verdict.why


def test_a_night_cannot_hold_a_mornings_plan(tmp_path: Path) -> None:
    night = Session.start("618-2020-diplomats", "thailand", seed=1, folder=tmp_path)
    assert night.path
    night.close()
    forged = night.path.read_bytes() + DayDecision(0, PLAN).encode()
    with pytest.raises(RunError, match="no campaign"):
        parse(forged, "forged")


def test_a_campaign_waits_apart_from_nights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    session = start(tmp_path / "runs")
    step(session)
    session.close()
    assert waiting() == [session.path]
    assert unfinished() == []


def test_a_rung_has_a_board_of_its_own(tmp_path: Path) -> None:
    session = start(tmp_path, rung=2)
    assert session.header.mode == "rung-2"
    play_session(session, "history")
    session.close()
    assert session.path
    assert verify(session.path).ok


def test_nothing_passes_before_the_morning_has_a_plan(tmp_path: Path) -> None:
    session = start(tmp_path)
    with pytest.raises(RunError):
        session.advance()
    with pytest.raises(RunError):
        session.decide(Beat("family"))
    assert session.moment.days.steps == 0
    session.close()


def test_a_refused_plan_leaves_no_trace(tmp_path: Path) -> None:
    session = start(tmp_path)
    assert session.path
    before = session.path.read_bytes()
    with pytest.raises(RunError):
        session.decide(DayPlan(hands=10_000))
    assert session.path.read_bytes() == before
    session.close()


def test_an_evening_is_a_session_like_any(tmp_path: Path) -> None:
    session = start(tmp_path)
    session.decide(PLAN)
    session.advance()
    show = EveningSession(session)
    assert show.view.ticks == session.moment.stage[0].ticks
    assert any(not option.why_not for option in show.options)
    show.decide(Beat("walk", "hn-mango"))
    with pytest.raises(RunError):
        show.decide(Beat("walk", "hn-mango"))
    while not show.finished:
        show.advance()
    assert not session.moment.on_air
    assert show.result.visitors == session.moment.days.watched
    with pytest.raises(RunError):
        EveningSession(session)
    session.close()


def test_unknown_names_are_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="fruit-express"):
        CampaignSession.start("618-2020-fruit-expres", ROLE, folder=tmp_path)
    with pytest.raises(RunError, match="hainan"):
        CampaignSession.start(FARM, "hainan", folder=tmp_path)
    with pytest.raises(RunError, match="rung"):
        CampaignSession.start(FARM, ROLE, rung=9, folder=tmp_path)


def test_the_shows_bytes_are_the_header_and_whole_lines(finished: tuple[Path, str, int]) -> None:
    run = read_run(finished[0])
    assert run.footer is not None
    assert not run.torn
    assert run.header.options == {"rung": 1}
    assert sum(isinstance(entry, DayDecision) for entry in run.entries) == 3


@pytest.mark.parametrize(
    "line",
    [
        b'{"t":0,"do":"day","loads":{"special":1}}',
        b'{"t":0,"do":"day","loads":{"nowhere.hn-mango":9223372036854775807}}',
        b'{"t":0,"do":"day","picks":{"hn-mango":9223372036854775807}}',
        b'{"t":0,"do":"day","picks":{"ft-durian":1}}',
        b'{"t":0,"do":"day","hands":9223372036854775807}',
        b'{"t":0,"do":"day","advert":9223372036854775807}',
        b'{"t":0,"do":"day","prices":{"hn-mango":9223372036854775807}}',
        b'{"t":0,"do":"day","promise":{"hn-mango":10000000}}',
        b'{"t":0,"do":"day","slot":"midnight"}',
        b'{"t":0,"do":"day","aside":{"hn-mango":1}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":1}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":-1}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":1.5}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":true}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":"1"}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":9223372036854775807}}',
        b'{"t":0,"do":"day","slot":"noon","aside":{"hn-mango":1%s}}' % (b"0" * 400),
        b'{"t":0,"do":"day","slot":"noon","aside":["hn-mango"]}',
        b'{"t":0,"do":"day","wait":["hn-mango","hn-mango"]}',
        b'{"t":0,"do":"day","more":1}',
        b'{"t":0,"do":"day","hands":-1}',
        b'{"t":0,"do":"day","wait":"hn-mango"}',
        b'{"t":0,"do":["day"]}',
        b'{"t":5,"do":"day"}',
        b'{"t":0,"do":"beat","pitch":"walk","product":"hn-mango"}',
        b'{"t":0,"do":"plan","prices":{},"stock":{},"lots":{},"open":[],"advert":0}',
    ],
)
def test_a_hostile_line_is_refused_in_words(tmp_path: Path, line: bytes) -> None:
    session = start(tmp_path)
    assert session.path
    session.close()
    with session.path.open("ab") as file:
        file.write(line + b"\n")
    verdict = verify(session.path)
    assert not verdict.ok
    assert verdict.why
    with pytest.raises(RunError):
        CampaignSession.resume(session.path)


@pytest.mark.parametrize("rung", ['"2"', "0", "99", "1.5", "true", "-1"])
def test_a_rung_that_is_none_is_refused(tmp_path: Path, rung: str) -> None:
    session = start(tmp_path)
    assert session.path
    session.close()
    data = session.path.read_bytes().replace(b'"rung":1', f'"rung":{rung}'.encode())
    session.path.write_bytes(data)
    verdict = verify(session.path)
    assert not verdict.ok
    assert verdict.why


VILLAGE_PLAN = DayPlan(
    picks=(("zt-tea", 60),),
    slot="noon",
    train=("zt-returner", "zt-aunt"),
    air=("tea-terrace",),
)


def test_lessons_and_farms_stand_in_the_line_and_come_back() -> None:
    line = DayDecision(0, VILLAGE_PLAN).encode()
    again = day_decision(0, Fields(load_object(line.strip(), "here") | {"do": "day"}, "here"))
    assert again.action == VILLAGE_PLAN
    assert b'"train"' not in DayDecision(0, PLAN).encode()
    assert b'"air"' not in DayDecision(0, PLAN).encode()


def test_a_village_goes_on_where_it_was_left_and_is_proven(tmp_path: Path) -> None:
    def first(folder: Path) -> CampaignSession:
        return CampaignSession.start(
            "farmers-2020-spring", "zhejiang-tea-hill", seed=8, folder=folder
        )

    def days(session: CampaignSession, until: int) -> None:
        while not session.finished and session.moment.days.day < until:
            step(session, VILLAGE_PLAN)

    whole = first(tmp_path / "whole")
    days(whole, 10)
    parted = first(tmp_path / "parted")
    days(parted, 2)
    parted.close()
    assert parted.path
    again = CampaignSession.resume(parted.path)
    assert again.moment.days.lessons.tolist() == [0, 0, 2, 2]
    days(again, 10)
    assert again.finished
    assert again.state_hash() == whole.state_hash()
    again.close()
    whole.close()
    assert verify(parted.path).ok


def test_a_show_is_on_the_date_of_its_day(tmp_path: Path) -> None:
    session = start(tmp_path)
    dates = {}
    while not session.finished:
        step(session, DayPlan(slot="noon"))
        if session.moment.on_air and session.moment.days.ticks == 0:
            evening = EveningSession(session)
            dates[session.moment.days.day] = evening.scenario.date
            assert by_day(evening.scenario)
    session.close()
    assert dates == {day: date_of(session.season, day) for day in dates}
    assert len(set(dates.values())) > 1
