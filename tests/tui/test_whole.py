"""At 80x24 all that is needed to play can be seen: every desk, every night's studio, every page.

That nothing is cut on the other screens is looked at where their pictures are taken.
"""

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from livegame.catalog.library import library
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.floor import floor
from livegame.studio.house import House
from livegame.studio.screens.days import DaysRoom
from livegame.studio.screens.settings import SettingsRoom
from livegame.studio.settings import Settings
from livegame.studio.widgets.dayplan import DayPlan
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow
from tests.tui.drive import keys, settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.whole import missing, words

SMALL = (80, 24)
ROLES = [(one.id, str(role)) for one in library().campaigns.values() for role in one.roles]


def test_every_good_and_every_pitch_of_every_night_has_its_row() -> None:
    whole = library()
    for scene in whole.scenarios.values():
        goods = max(len(whole.goods(role)) for role in scene.roles)
        plan = floor(SMALL[0], SMALL[1] - 1, goods, len(scene.pitches))
        assert plan["shelf"].height > goods, scene.id
        assert plan["beats"].height > (len(scene.pitches) + 1) // 2, scene.id
        assert min(plan[name].height for name in ("watching", "tonight", "stage")) >= 3, scene.id


async def at_the_desk(pilot: Pilot[None], campaign: str, role: str) -> DaysRoom:
    app = pilot.app
    assert isinstance(app, Livegame)
    app.push_screen(doors.desk(CampaignSession.start(campaign, role, seed=5, keep=False)))
    await settle(pilot)
    room = app.screen
    assert isinstance(room, DaysRoom)
    return room


@pytest.mark.parametrize(("campaign", "role"), ROLES)
async def test_a_desk_is_seen_whole(campaign: str, role: str) -> None:
    app = Livegame(House(), Settings())
    async with app.run_test(size=SMALL) as pilot:
        room = await at_the_desk(pilot, campaign, role)
        assert room.query_one("#row").region.bottom == SMALL[1] - 1
        plan, about = room.query_one("#plan", DayPlan), room.query_one("#row", Prose)
        assert list(missing(room)) == []
        for knob in plan.knobs:  # what each row means stands there whole
            told = flow(knob.about, about.size.width) if knob else []
            assert len(told) <= about.rows, knob
        for _ in plan.pages:
            assert words(about.drawn(1))
            await keys(pilot, "pagedown")
        assert plan.at == max(n for n, knob in enumerate(plan.knobs) if knob)
        for key in ("o", "o", "a", "a"):  # the odds, the desk again, the day, the night
            await keys(pilot, key)
            await settle(pilot)
            if app.screen is room:
                assert list(missing(room)) == [], key


async def test_keys_turn_the_pages_of_list_and_text() -> None:
    app = Livegame(House(), Settings())
    async with app.run_test(size=SMALL) as pilot:
        room = await at_the_desk(pilot, "1111-2020", "nov-brand")
        plan, desk = room.query_one("#plan", DayPlan), room.query_one("#desk", Prose)
        pages = len(plan.pages)
        assert pages > 2
        assert f"1/{pages} PgDn" in text_of(room, "plan")
        await keys(pilot, "pagedown")
        assert f"2/{pages}" in text_of(room, "plan")
        assert plan.at in plan.pages[1]
        await keys(pilot, "pageup")
        assert plan.at in plan.pages[0]
        await keys(pilot, "end")
        assert f"{pages}/{pages}" in text_of(room, "plan")
        assert desk.pages > 1
        assert f"1/{desk.pages} m" in text_of(room, "desk")
        first = text_of(room, "desk")
        await keys(pilot, "m")
        assert f"2/{desk.pages} m" in text_of(room, "desk")
        await keys(pilot, "right")  # a turn of the plan leaves the page where it is
        assert f"2/{desk.pages} m" in text_of(room, "desk")
        await keys(pilot, *["m"] * (desk.pages - 1))
        assert text_of(room, "desk").splitlines()[1:] == first.splitlines()[1:]


async def test_a_click_turns_the_page(tmp_path: Path) -> None:
    app = Livegame(FakeHouse(tmp_path), Settings())
    async with app.run_test(size=SMALL) as pilot:
        app.open("settings")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, SettingsRoom)
        text = room.query_one("#keymap", Prose)
        before = text_of(room, "keymap")
        await pilot.click("#keymap", offset=(text.size.width - 3, 0))
        await pilot.pause()
        after = text_of(room, "keymap")
        assert f"2/{text.pages}" in after
        assert before.splitlines()[1] != after.splitlines()[1]


async def test_the_palette_has_no_scroll_bar(tmp_path: Path) -> None:
    app = Livegame(FakeHouse(tmp_path), Settings())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        choices = app.screen.query_one(CommandList)
        assert choices.max_scroll_y > 0  # there is more than fits
        assert choices.scrollable_content_region.width == choices.content_region.width
        first = choices.highlighted
        await pilot.press(*["down"] * 20)
        assert choices.highlighted != first
        assert choices.scroll_y > 0
