"""The last page of the days before a great night: what only they have, each figure to be asked."""

from pathlib import Path

import pytest

from livegame.bots.campaigns.players import DAY_BOTS
from livegame.catalog.texts import t
from livegame.engine.days.state import CLOSING
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.tally import tally
from livegame.studio.app import Livegame
from livegame.studio.daydesk import asked
from livegame.studio.house import House
from livegame.studio.screens.days import DaysRoom
from livegame.studio.settings import Settings
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
async def test_the_last_page_has_the_whole_floor_and_can_be_asked(size: tuple[int, int]) -> None:
    game = Livegame(House(), Settings(), scenario=ELEVEN, role=BRAND)
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await settle(pilot)
        room = game.screen
        assert isinstance(room, DaysRoom)
        await keys(pilot, "a")
        await settle(pilot)
        assert t("days.studio.over") in text_of(room, "row")
        assert room.query_one("#desk").size.width >= size[0] - 4
        session = room._session
        assert session.finished
        sums = tally(session.season, session.result)
        known = asked(session, room._draft)
        for n, one in enumerate(sums):
            assert known[one.text] == f"tally:{n}"
            told = room.answer(f"tally:{n}")
            assert told is not None
            assert told.title == one.title
            assert [(name, value) for kind, name, value in told.rows if kind == "part"] == list(
                one.parts
            )
        assert room.answer(f"tally:{len(sums)}") is None
        said, pages = text_of(room, "desk"), 0
        while sums[-1].text.strip()[:20] not in said and pages < 9:
            await keys(pilot, "m")
            said, pages = said + text_of(room, "desk"), pages + 1
        for one in sums:
            assert one.text.strip()[:20] in said
