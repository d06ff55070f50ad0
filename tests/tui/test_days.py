"""A campaign in the studio: through its door, rows that arrows turn, days, evenings, the end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.catalog.texts import t
from livegame.runs.campaigns.kept import plan_path
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.waiting import waiting
from livegame.runs.store import run_files
from livegame.runs.verify import verify
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.daydoor import DayDoor
from livegame.studio.screens.dayfront import DaysFront
from livegame.studio.screens.days import DaysRoom
from livegame.studio.screens.daywatch import DaysWatch
from livegame.studio.screens.evening import EveningRoom
from livegame.studio.settings import Settings
from livegame.studio.widgets.prose import Prose
from tests.tui.drive import keys, settle, text_of

FARM, ROLE = "farmers-2020-three-days", "hainan-mango-farm"


@pytest.fixture
def app() -> Callable[[], Livegame]:
    def make() -> Livegame:
        return Livegame(House(), Settings(), scenario=FARM, role=ROLE, seed=5)

    return make


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_campaign_from_its_door_to_its_last_page(
    app: Callable[[], Livegame], size: tuple[int, int], tmp_path: Path
) -> None:
    game = app()
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(game.screen, DayDoor)
        about, read = game.screen.query_one("#about", Prose), text_of(game.screen, "about")
        for _ in range(about.pages - 1):
            await keys(pilot, "m")
            read += text_of(game.screen, "about")
        assert "Recorded:" in read
        await keys(pilot, "enter")
        room = game.screen
        assert isinstance(room, DaysRoom)
        await keys(pilot, "right", "right", "right", "down", "right", "right")
        assert "● mango" in text_of(room, "plan")
        await keys(pilot, "z")
        await keys(pilot, "end", "right")  # tonight's show
        assert "noon" in text_of(room, "plan")
        await keys(pilot, "a", "a")  # nothing is picked for the show: it is asked once more
        assert "The store sold" in text_of(room, "desk")
        await keys(pilot, "a")
        await settle(pilot)
        assert isinstance(game.screen, EveningRoom)
        assert "points" not in text_of(game.screen, "status")
        if size[0] >= 110:
            assert ", 2020-02-14" in text_of(game.screen, "status")
        await keys(pilot, "escape")
        await settle(pilot)
        assert game.screen is room
        await keys(pilot, "s")
        await settle(pilot)
        assert "The show:" in text_of(room, "desk")
        for _ in range(7):
            await keys(pilot, "a")
        await settle(pilot)
        page = game.screen
        assert isinstance(page, DaysFront)
        assert "points" in text_of(page, "page")
        assert "Hainan".upper() in text_of(page, "page").replace(" ", "")
    home = tmp_path / "home" / "runs"
    (path,) = run_files(home)
    assert verify(path).ok


async def test_whoever_leaves_finds_it_at_the_door_again(app: Callable[[], Livegame]) -> None:
    game = app()
    async with game.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await keys(pilot, "a", "a", "a")  # with nothing planned it is asked once more
        await keys(pilot, "escape")
        await settle(pilot)
        assert len(waiting()) == 1
        game.green(FARM, ROLE)
        await settle(pilot)
        assert "go on:" in text_of(game.screen, "ways")
        await keys(pilot, "enter")
        await settle(pilot)
        room = game.screen
        assert isinstance(room, DaysRoom)
        assert "Day 2 of 3" in text_of(room, "head")


async def test_a_turn_that_cannot_be_is_said_and_changes_nothing(
    app: Callable[[], Livegame],
) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await settle(pilot)
        room = game.screen
        before = text_of(room, "plan")
        await keys(pilot, *["full_stop"] * 4)  # forty hands: ten more than there are
        assert t("days.refuse.no_hands") in text_of(room, "keys")
        assert "30" in text_of(room, "plan")
        await keys(pilot, "z", "z", "z")
        assert text_of(room, "plan") == before


async def test_the_festival_lists_campaigns_too(app: Callable[[], Livegame]) -> None:
    game = Livegame(House(), Settings())
    async with game.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        game.open("festival")
        await settle(pilot)
        said = text_of(game.screen, "nights")
        assert "Three days to save the harvest" in said
        assert "The fruit express" in said
        for _ in range(12):  # every night's text can be read
            await keys(pilot, "down")
            assert text_of(game.screen, "about").strip()
        await keys(pilot, "home")
        for _ in range(12):
            if "The fruit express" in text_of(game.screen, "about"):
                break
            await keys(pilot, "down")
        await keys(pilot, "enter")
        await settle(pilot)
        assert isinstance(game.screen, DayDoor)


async def test_a_campaign_in_the_theatre_is_watched_day_by_day(app: Callable[[], Livegame]) -> None:
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        game.open("theatre")
        await settle(pilot)
        title = "The fruit express"
        for _ in range(12):
            if title in text_of(game.screen, "about"):
                break
            await keys(pilot, "down")
        assert title in text_of(game.screen, "runs")
        theatre = game.screen
        await keys(pilot, "enter")
        for _ in range(40):
            await settle(pilot)
            if isinstance(game.screen, DaysWatch):
                break
        watch = game.screen
        assert isinstance(watch, DaysWatch)
        for day in range(7):
            assert f"Day {day + 1} of 7" in text_of(watch, "orders")
            assert "The store sold" in text_of(watch, "report")
            await keys(pilot, "right")
        said = text_of(watch, "report")
        assert t("dayfront.watch.end") in said
        while t("plain.replay.holds")[:20] not in said:
            before = said
            await keys(pilot, "pagedown")
            said = text_of(watch, "report")
            assert said != before
        await keys(pilot, "escape")
        assert game.screen is theatre


async def test_the_title_goes_on_with_a_campaign(app: Callable[[], Livegame]) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await keys(pilot, "a", "a", "a")  # with nothing planned it is asked once more
        await keys(pilot, "escape")
        await settle(pilot)
    (path,) = waiting()
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert list(game.house.unfinished()) == [path]
        game.resume(path)
        await settle(pilot)
        room = game.screen
        assert isinstance(room, DaysRoom)
        assert "Day 2 of 3" in text_of(room, "head")


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_village_trains_and_chooses_its_farms(size: tuple[int, int]) -> None:
    game = Livegame(
        House(), Settings(), scenario="farmers-2020-spring", role="zhejiang-tea-hill", seed=5
    )
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        room = game.screen
        assert isinstance(room, DaysRoom)
        await keys(pilot, "right")  # the tea picker to a lesson
        assert "● Tea picker" in text_of(room, "plan")
        assert "15 % > " in text_of(room, "plan")
        await keys(pilot, "down", "down", "down", "down")
        await keys(pilot, "right")  # her terrace on air
        assert t("days.refuse.in_lessons") in text_of(room, "keys")
        await keys(pilot, "down", "right")  # the grove, with the first hour that is open
        assert "● Bamboo grove" in text_of(room, "plan")
        await keys(pilot, "end")
        assert "noon" in text_of(room, "plan")
        await keys(pilot, "z")
        assert "no show" in text_of(room, "plan")
        await keys(pilot, "right")  # an hour that is taken brings a farm with it
        await keys(pilot, "home")
        assert "● Bamboo grove" in text_of(room, "plan")
        await keys(pilot, "a", "a", "s")  # no tea is picked for the show: it is asked once more
        await settle(pilot)
        await keys(pilot, "a")
        await settle(pilot)
        assert "Learned: Tea picker" in text_of(room, "desk")
        assert "Day 2 of 10, 2020-04-05" in text_of(room, "head")


async def test_a_plan_that_was_left_is_there_again(app: Callable[[], Livegame]) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await keys(pilot, "down", "right", "right")
        left = text_of(game.screen, "plan")
        await keys(pilot, "escape")
        await settle(pilot)
        (path,) = waiting()
        assert plan_path(path).exists()
        game.green(FARM, ROLE)
        await settle(pilot)
        await keys(pilot, "enter")
        await settle(pilot)
        assert isinstance(game.screen, DaysRoom)
        await keys(pilot, "down")
        assert text_of(game.screen, "plan") == left
        await keys(pilot, "a")  # taken: from here on nothing is kept of it
        await keys(pilot, "escape")
        await settle(pilot)
        assert not plan_path(path).exists()


async def test_a_spoilt_plan_is_refused_with_words(app: Callable[[], Livegame]) -> None:
    CampaignSession.start(FARM, ROLE, seed=5).close()
    (path,) = waiting()
    plan_path(path).parent.mkdir(exist_ok=True)
    plan_path(path).write_text('{"t":0,"do":"day","hands":4000}')
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        game.resume(path)
        await settle(pilot)
        assert "cannot be taken up" in text_of(game.screen, "keys")
        assert "RMB 0" in text_of(game.screen, "plan")


async def test_escape_shuts_what_may_happen_and_not_the_desk(app: Callable[[], Livegame]) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        room, desk = game.screen, text_of(game.screen, "desk")
        await keys(pilot, "o")
        assert text_of(room, "desk") != desk
        await keys(pilot, "escape")
        assert game.screen is room
        assert text_of(room, "desk") == desk


async def test_an_empty_day_is_opened_by_the_second_press_alone(
    app: Callable[[], Livegame],
) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        room = game.screen
        assert isinstance(room, DaysRoom)
        await keys(pilot, "a")
        assert room._session.morning
        assert "Press a once more" in text_of(room, "row")
        assert t("days.doubt.empty")[:20] in text_of(room, "row")
        await keys(pilot, "down")  # something else: the question is forgotten
        assert "once more" not in text_of(room, "row")
        await keys(pilot, "a")
        assert room._session.morning
        await keys(pilot, "a")
        assert not room._session.morning


async def test_a_show_that_will_find_nothing_to_sell_is_told_before_the_day(
    app: Callable[[], Livegame],
) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        room = game.screen
        assert isinstance(room, DaysRoom)
        await keys(pilot, "end", "right", "a")  # a show, and nothing picked for it
        assert room._session.morning
        assert "Likely gone before the show: mango (0 to sell," in text_of(room, "row")
        await keys(pilot, "a")
        assert t("days.doubt.none_left")[:30] in text_of(room, "row")
        assert t("days.doubt.none_left")[:30] in text_of(room, "desk")


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_what_is_kept_back_on_the_desk_stands_on_the_shelf_of_the_show(
    app: Callable[[], Livegame], size: tuple[int, int]
) -> None:
    game = app()
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await keys(pilot, "down", "right", "right")  # mango, less than will be asked for
        room = game.screen
        assert isinstance(room, DaysRoom)
        assert t("days.aside.group") not in text_of(room, "plan")
        await keys(pilot, "end", "right")
        assert "gone before the show" in text_of(room, "row")
        assert t("days.aside.group") in text_of(room, "plan")
        assert "0 of 120" in text_of(room, "plan")
        await keys(pilot, "down", "right", "right", "right", "right", "right")
        assert "● mango" in text_of(room, "plan").split(t("days.aside.group"))[1]
        assert "It has 90 to" in " ".join(text_of(room, "row").split())
        await keys(pilot, "up")
        said = " ".join(text_of(room, "row").split())
        assert "Kept back for the show: 30 packs of mango." in said
        assert "gone before the show" not in said
        await keys(pilot, "a")  # nothing to ask twice: the show has something to sell
        assert not room._session.morning
        desk = " ".join(text_of(room, "desk").split())
        assert "Kept back from the store for the show: 30 packs of mango." in desk
        assert "Left for the show: 30 packs of mango." in desk
        await keys(pilot, "a")
        await settle(pilot)
        evening = game.screen
        assert isinstance(evening, EveningRoom)
        shelf = next(row for row in text_of(evening).splitlines() if row.startswith("▸●"))
        assert shelf.split()[-4:] == ["0", "30", "0", "39.90"]  # sold, on the link, held, price


async def test_a_show_that_is_given_up_keeps_nothing_back(app: Callable[[], Livegame]) -> None:
    game = app()
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await keys(pilot, "down", "right", "right", "end", "right", "down", "right")
        room = game.screen
        assert isinstance(room, DaysRoom)
        assert room._draft.plan.aside == (("hn-mango", 6),)
        await keys(pilot, "up", "left")
        assert room._draft.plan.slot == ""
        assert room._draft.plan.aside == ()
        assert t("days.aside.group") not in text_of(room, "plan")
        await keys(pilot, "z")
        assert room._draft.plan.aside == (("hn-mango", 6),)
        await keys(pilot, "home", "down", "left", "left")  # less picked than is kept back
        assert "kept back for the show" in text_of(room, "keys")
        assert room._draft.plan.picks[0][1] >= 6
