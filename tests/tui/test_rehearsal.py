"""The rehearsal: hints for those who hesitate, a real sale before it ends, and nothing kept."""

import io
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from textual.geometry import Region
from textual.pilot import Pilot

from livegame.bots import foresee
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.cli import main
from livegame.engine.actions import Beat, Link, Release, Reply, SetPrice
from livegame.plain.console import Console
from livegame.plain.rehearsal import rehearse
from livegame.runs import rehearsal as script
from livegame.runs.coach import DONE, Coach
from livegame.runs.problems import RunError
from livegame.runs.rehearsal import REHEARSAL, RehearsalSession, rehearsal, rehearsal_world, start
from livegame.runs.session import Session
from livegame.studio.app import Livegame
from livegame.studio.screens.curtain import Curtain
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.rehearsal import RehearsalRoom
from livegame.studio.screens.title import Title
from livegame.studio.widgets.hint import HEIGHT, Hint
from livegame.studio.widgets.picker import Picker
from tests.tui.drive import keys, settle, text_of
from tests.tui.fake import FakeHouse

Make = Callable[..., Livegame]
FRUIT, OTHER = "th-mangosteen", "th-durian"
MOST_WORDS = 8
LONG = 60.0  # seconds that no test waits for


def texts() -> dict[str, dict[str, object]]:
    path = library().folder / "text" / "en" / "rehearsal.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def through(session: RehearsalSession, action: Beat) -> None:
    """A whole beat."""
    session.decide(action)
    while not session.view.idle and not session.finished:
        session.advance()


# -- the show behind it -----------------------------------------------------------


def test_it_is_no_night_of_the_festival() -> None:
    assert REHEARSAL not in library().scenarios
    assert rehearsal().after in library().scenarios
    with pytest.raises(RunError):
        Session.start(REHEARSAL, "thailand", keep=False)


def test_it_lasts_two_minutes_at_a_tick_a_second() -> None:
    scene = rehearsal().scenario
    assert scene.minutes * 60 // scene.tick_seconds == 120


def test_it_has_few_rooms_and_one_or_two_goods_a_room_with_a_record_behind_the_players() -> None:
    world = start(1).world
    assert 2 <= len(world.roles) <= 4
    assert all(1 <= len(goods) <= 2 for goods in world.goods)
    mine = world.goods[world.room_of(rehearsal().role)]
    assert all(good.recorded and good.facts for good in mine)


def test_its_goods_are_those_of_the_real_night() -> None:
    world, lib = start(1).world, library()
    assert all(good == lib.products[good.id] for goods in world.goods for good in goods)


def test_its_forecasts_come_from_its_own_world() -> None:
    assert foresee._world(REHEARSAL) is rehearsal_world()
    assert foresee._world(rehearsal().after).scenario.id == rehearsal().after


def test_nothing_is_sold_before_the_player_sells() -> None:
    session = start(5)
    while not session.finished:
        session.advance()
    assert session.view.sales == 0
    assert not Coach(session, rehearsal().step).sold


@pytest.mark.parametrize("seed", range(20))
def test_who_follows_the_coach_sells_out_soon(seed: int) -> None:
    session = start(seed)
    coach = Coach(session, rehearsal().step)
    through(session, Beat("demonstrate", FRUIT))
    through(session, Beat("countdown", FRUIT))
    assert coach.sold
    assert session.view.tick <= 30
    good = session.view.product_view(FRUIT)
    assert good
    assert good.shelf == 0
    assert good.held > 0
    assert not session.why_not(Reply())


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ContentError, match="no good 'th-apple'"):
        script._known(evolve(rehearsal(), goods=["th-apple"]), library())
    broken = evolve(rehearsal().scenario, roles=["atlantis"])
    with pytest.raises(ContentError, match="no host"):
        script._known(evolve(rehearsal(), scenario=broken), library())


# -- the coach --------------------------------------------------------------------


def test_every_step_can_be_told_and_ended() -> None:
    for step in rehearsal().step:
        assert step.does in DONE
        assert step.id in texts()["step"]
        assert step.id in texts()["plain"]["step"]  # type: ignore[operator]
        assert step.wait > 0
    assert [step.does for step in rehearsal().step].count("sale") == 1


def test_no_step_takes_more_than_eight_words() -> None:
    said = [*texts()["step"].values(), *texts()["plain"]["step"].values()]  # type: ignore[attr-defined]
    assert len(said) == 2 * len(rehearsal().step)
    for words in said:
        assert len(str(words).split()) <= MOST_WORDS, words


def test_the_coach_follows_what_is_done() -> None:
    session = start(3)
    coach = Coach(session, rehearsal().step)

    def now() -> str:
        return coach.step.id if coach.step else ""

    assert now() == "show"
    session.decide(Beat("demonstrate", FRUIT))
    assert now() == "desire"
    while not session.view.idle:
        session.advance()
    assert now() == "launch"
    session.decide(Beat("countdown", FRUIT))
    assert now() == "sale"
    while not session.view.idle:
        session.advance()
    assert now() == "chat"
    session.decide(Reply())
    assert now() == "stock"
    session.decide(Release(FRUIT, 100))
    assert now() == "other"
    through(session, Beat("taste", OTHER))
    assert now() == "again"
    through(session, Beat("countdown", OTHER))
    assert now() == ""
    assert coach.taken == len(coach.steps)


def test_steps_may_be_taken_in_any_order_and_by_other_ways() -> None:
    session = start(3)
    coach = Coach(session, rehearsal().step)
    session.decide(SetPrice(FRUIT, 5000))
    session.decide(Link(FRUIT, open=True))
    for _ in range(6):
        session.advance()
    done = {step.id for step in coach.steps if coach.done(step)}
    assert done == {"stock", "launch", "sale"}
    assert coach.step
    assert coach.step.id == "show"


# -- in the studio ----------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Whoever hesitates for so many seconds gets a hint."""

    def make(wait: float) -> None:
        read = rehearsal()
        steps = [evolve(step, wait=wait) for step in read.step]
        monkeypatch.setattr(
            "livegame.studio.screens.rehearsal.rehearsal", lambda: evolve(read, step=steps)
        )
        monkeypatch.setattr("livegame.studio.screens.rehearsal.BOW_SECONDS", 0.01)

    return make


@pytest.fixture
def same(house: FakeHouse, monkeypatch: pytest.MonkeyPatch) -> list[RehearsalSession]:
    """The same luck each time; and the sessions that were begun."""
    begun: list[RehearsalSession] = []

    def begin() -> RehearsalSession:
        begun.append(start(3))
        return begun[-1]

    monkeypatch.setattr(house, "rehearsal", begin)
    return begun


async def enter(pilot: Pilot[None]) -> RehearsalRoom:
    await settle(pilot)
    await pilot.press("e")
    await pilot.pause()
    room = pilot.app.screen
    assert isinstance(room, RehearsalRoom)
    return room


async def beat(pilot: Pilot[None], key: str) -> None:
    """A whole beat, tick by tick."""
    room = pilot.app.screen
    assert isinstance(room, RehearsalRoom)
    await keys(pilot, key)
    room._paused = True
    room.go_on()
    for _ in range(room.show.view.ticks):
        if room.show.view.idle:
            break
        await keys(pilot, "full_stop")
    assert room.show.view.idle
    room._paused = False
    room.go_on()
    await pilot.pause()


def hint(room: RehearsalRoom) -> str:
    return room.query_one(Hint).words


async def test_a_newcomer_finds_it_first(make_app: Make, house: FakeHouse) -> None:
    house.fresh = True
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.screen.query_one("#menu", Picker).at == 0
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RehearsalRoom)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Title)


async def test_others_find_it_in_the_menu(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Title)
        assert app.screen._entries.index("rehearsal") > 0
        assert "Rehearsal" in text_of(app.screen, "menu")


def test_a_newcomer_is_who_has_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from livegame.studio.house import House

    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    assert House().newcomer()
    session = Session.start("618-2020-diplomats", "thailand", seed=1)
    session.close()
    assert not House().newcomer()


async def test_hints_come_to_those_who_hesitate_and_go_with_a_key(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(0.3)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        assert hint(room) == ""
        await pilot.pause(0.5)
        assert "Press 1" in hint(room)
        assert room.query_one(Hint).region.area
        assert "Press 1" in text_of(room, "hint")
        await pilot.press("down")
        await pilot.pause()
        assert hint(room) == ""
        assert not room.query_one(Hint).region.area
        await pilot.pause(0.5)
        assert "Press 1" in hint(room)


async def test_who_does_not_hesitate_sees_none(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await beat(pilot, "1")
        await pilot.pause(0.2)
        assert hint(room) == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (200, 60)])
async def test_a_hint_lies_beside_what_it_speaks_of(
    make_app: Make,
    quick: Callable[[float], None],
    same: list[RehearsalSession],
    size: tuple[int, int],
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        room = await enter(pilot)
        screen = Region(0, 0, size[0], size[1] - 1)
        for step in rehearsal().step:
            plan = room.plan(*size)
            assert step.panel in plan, step.id
            box = room.query_one(Hint)
            box.words = room._words(step)
            place = box.place(plan[step.panel], size[0], size[1] - 1)
            assert screen.contains_region(place), step.id
            assert place.height == HEIGHT
            assert not place.overlaps(plan[step.panel]), step.id
            assert len(box.words) <= place.width - 4


async def test_the_words_name_the_keys_that_the_player_has_set(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app(keys={"studio.stock": "v"})
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        step = next(step for step in rehearsal().step if step.key == "studio.stock")
        assert "Press v" in room._words(step)


async def test_a_whole_rehearsal_by_keys_ends_with_a_sale_and_the_real_night(
    make_app: Make,
    house: FakeHouse,
    quick: Callable[[float], None],
    same: list[RehearsalSession],
) -> None:
    quick(LONG)
    app = make_app(paced=False)  # it waits for its host all the same
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        assert room.waiting
        await beat(pilot, "1")
        assert room.waiting
        await beat(pilot, "4")
        assert same[0].view.sales > 0
        await keys(pilot, "r", "s", "enter", "tab")
        await beat(pilot, "2")
        assert not isinstance(app.screen, Curtain)
        await beat(pilot, "4")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Curtain)
        told = text_of(app.screen)
        assert "mangosteen" in told
        assert "Why it sold" in told
        assert "5,000 durians" in told
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        assert app.screen._scenario.id == rehearsal().after
        assert app.screen.role == rehearsal().role
        assert len(app.screen_stack) == 2
    assert house.sessions == []
    assert not list(Path(house.folder()).rglob("*.live"))


@pytest.mark.parametrize(("key", "home"), [("escape", True), ("2", True), ("1", False)])
async def test_the_curtain_has_two_ways(
    make_app: Make,
    quick: Callable[[float], None],
    same: list[RehearsalSession],
    key: str,
    home: bool,
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await beat(pilot, "4")
        room._bow()
        await pilot.pause()
        assert isinstance(app.screen, Curtain)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, Title if home else GreenRoom)


async def test_without_a_sale_it_is_played_again(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        while not same[0].finished:
            same[0].advance()
        room.go_on()
        await pilot.pause(0.2)
        assert len(same) == 2
        assert isinstance(app.screen, RehearsalRoom)
        assert app.screen is not room
        assert app.screen.show.view.tick == 0
        assert "Take 2" in text_of(app.screen, "chat")
        assert len(app.screen_stack) == 2


async def test_escape_leaves_at_once_wherever_one_is(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(0.05)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await pilot.pause(0.2)
        assert hint(room)
        await keys(pilot, "1", "escape")
        assert isinstance(app.screen, Title)


async def test_it_can_be_played_by_mouse(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        menu = app.screen.query_one("#menu", Picker)
        assert isinstance(app.screen, Title)
        row = app.screen._entries.index("rehearsal")
        await pilot.click("#menu", offset=(4, row + (1 if menu.title else 0)))
        await pilot.pause()
        room = app.screen
        assert isinstance(room, RehearsalRoom)
        await pilot.click("#beats", offset=(4, 1))
        await pilot.pause()
        assert room.show.view.pitch == "demonstrate"


async def test_the_score_is_left_out(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(160, 45)) as pilot:
        room = await enter(pilot)
        await settle(pilot)
        assert "points" not in text_of(room, "status")
        why = text_of(room, "why")
        assert "Stock" in why
        assert "Score" not in why
        assert "points" not in why


# -- line by line -----------------------------------------------------------------


def spoken(answers: str, seed: int = 3) -> str:
    out = io.StringIO()
    rehearse(Console(io.StringIO(answers), out), seed)
    return out.getvalue()


SHOWN = "1\n4\n\nr\ns 100\nt\n2\n2\n4\n\n"


def test_plain_it_is_guided_to_a_sale() -> None:
    said = spoken(SHOWN)
    steps = [line for line in said.splitlines() if line.startswith("Coach: ")]
    assert steps[0] == "Coach: Type 1: show how to open it."
    assert "Coach: Type 4: count down. The link opens." in steps
    assert "That was a show" in said
    assert rehearsal().after in said
    assert "points" not in said.replace(" points, ", " ").replace(" points\n", "\n")


def test_plain_each_answer_that_takes_a_step_is_followed_by_the_next() -> None:
    said = spoken(SHOWN)
    told = [said.index(words) for words in ("Type r", "Type s 500", "Type t")]
    assert told == sorted(told)


def test_plain_without_a_sale_there_is_another_take() -> None:
    said = spoken("w\n" * 25)
    assert "Take 2" in said
    assert "That was a show" not in said


def test_plain_it_can_be_left() -> None:
    assert spoken("q\n").rstrip().endswith("See you next time.")


def test_the_command_line_knows_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main(["play", REHEARSAL, "--plain"]) == 0
    assert "Coach: " in capsys.readouterr().out


@pytest.mark.parametrize("more", [["--role", "peru"], ["--seed", "3"], ["--practice", "--plain"]])
def test_it_is_refused_together_with_what_it_has_not(
    capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert main(["play", REHEARSAL, *more]) == 2
    assert "rehearsal" in capsys.readouterr().err


def test_it_is_not_among_the_nights(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios"]) == 0
    assert REHEARSAL not in capsys.readouterr().out
