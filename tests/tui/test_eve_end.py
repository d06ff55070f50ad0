"""The last page of the days before a great night: what only they have, each figure to be asked."""

from pathlib import Path

import pytest

from livegame.bots.campaigns.players import DAY_BOTS
from livegame.engine.days.state import CLOSING
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.tally import tally
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.dayfront import DaysFront
from livegame.studio.screens.days import DaysRoom
from livegame.studio.settings import Settings
from livegame.studio.widgets.daypaper import DayPaper
from tests.tui.drive import keys, settle, text_of

ELEVEN, BRAND, SEED = "1111-2020", "nov-brand", 9


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a campaign of history's script that is left before its last night."""
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    session = CampaignSession.start(ELEVEN, BRAND, seed=SEED, player="somebody")
    player = DAY_BOTS["history"](SEED)
    while (session.moment.days.day, session.moment.days.phase) != (10, CLOSING):
        moment = session.moment
        if session.morning:
            session.decide(player.plan(session.season, moment))
        elif moment.on_air and int(moment.stage[1].left[0, 0]) == 0:
            for action in player.beats(moment):
                if not session.why_not(action):
                    session.decide(action)
        session.advance()
    session.close()
    return tmp_path


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("size", [(80, 24), pytest.param((160, 45), marks=pytest.mark.slow)])
async def test_the_front_page_has_the_whole_floor_and_can_be_asked(size: tuple[int, int]) -> None:
    game = Livegame(House(), Settings(), scenario=ELEVEN, role=BRAND)
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await settle(pilot)
        room = game.screen
        assert isinstance(room, DaysRoom)
        await keys(pilot, "a")
        await settle(pilot)
        page = game.screen
        assert isinstance(page, DaysFront)
        paper = page.query_one(DayPaper)
        assert paper.size.width == size[0]
        session = page.session
        assert session.finished
        sums = tally(session.season, session.result)
        for n, one in enumerate(sums):
            told = page.answer(f"tally:{n}")
            assert told is not None
            assert told.title == one.title
            assert [(name, value) for kind, name, value in told.rows if kind == "part"] == list(
                one.parts
            )
        assert page.answer(f"tally:{len(sums)}") is None
        said, known = text_of(page, "page"), {why for _, why in paper.figures()}
        for _ in range(paper.pages - 1):
            await keys(pilot, "m")
            said, known = said + text_of(page, "page"), known | {why for _, why in paper.figures()}
        for n, one in enumerate(sums):
            assert one.text.strip()[:20] in said
            assert f"tally:{n}" in known
