"""What the studio tells a host who has to choose: scores, forecasts, carts, paybacks."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Beat, Release
from livegame.engine.events import BeatStarted, Event, Ordered, Unpaid
from livegame.engine.view import ProductView
from livegame.studio import press
from livegame.studio.app import Livegame
from livegame.studio.screens import hands
from livegame.studio.screens.price import PriceSheet
from livegame.studio.screens.title import Title
from livegame.studio.show import Show
from livegame.studio.widgets.flight import Flight
from livegame.studio.widgets.shelf import Shelf
from livegame.studio.widgets.stage import Stage
from tests.tui.drive import foreseen, keys, on_air, settle, text_of
from tests.tui.fakehouse import Band, FakeHouse, FakeVoices
from tests.tui.fakeruns import FakeSession

Make = Callable[..., Livegame]


@pytest.fixture
def show() -> Show:
    return Show(FakeSession(library()), library(), FakeVoices())


def words(lines: list[tuple[object, ...]]) -> list[str]:
    return ["".join(span.text for span in row) for row in lines]  # type: ignore[attr-defined]


class Losing(FakeHouse):
    """Every beat costs trust, and the open links go on selling."""

    def forecast(self, session: object, beats: object) -> list[Band]:
        return [Band(beat, trust=(-70, -50), desire=(900, 1200)) for beat in beats]  # type: ignore[attr-defined]


async def test_at_80x24_everything_that_a_choice_needs_is_there(tmp_path: Path) -> None:
    app = Livegame(Losing(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        await foreseen(pilot)
        for pitch in studio.show.pitches:
            told = " ".join(text_of(studio, "choice").split())
            assert pitch.risk in told
            assert f"{pitch.name}, {pitch.seconds} s" in told
            assert "trust -7 to -5" in told
            assert "all open links take RMB 1k-9k" in told
            await pilot.press("down")
        cells = text_of(studio, "beats")
        assert cells.count("trust -7") + cells.count("▼") == len(studio.show.pitches)


async def test_what_is_refused_says_why_in_full(tmp_path: Path, house: FakeHouse) -> None:
    app = Livegame(house)
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        session = house.sessions[0]
        session.view = evolve(session.view, budget=0)
        studio.show.turned()
        await pilot.press("down")  # taste costs
        reason = session.why_not(studio.show.beat(studio.show.pitches[1]))
        assert reason
        assert reason in " ".join(text_of(studio, "choice").split())


def test_reasons_against_a_beat_fit_beside_its_name() -> None:
    for key in ("product_gone", "used_once", "no_budget", "no_voice", "link_empty", "no_product"):
        assert len(t(f"engine.refuse.{key}")) <= 20


async def test_the_choice_makes_room_for_the_curve_while_a_beat_runs(
    make_app: Make, house: FakeHouse
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        assert studio.query_one("#choice").region.area
        assert not studio.query_one("#watching").region.area
        await pilot.press("1", "space")
        assert studio.query_one("#watching").region.area
        assert not studio.query_one("#choice").region.area
        await pilot.press("down")
        assert studio.query_one("#choice").region.area


async def test_the_sheet_tells_what_a_cut_pays_back(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        session = house.sessions[0]
        session._good("th-mangosteen", sold=450)
        studio.show.turned()
        await pilot.press("p")
        sheet = app.screen
        assert isinstance(sheet, PriceSheet)
        assert "450" not in text_of(sheet)
        await pilot.press("left", "left")
        told = " ".join(text_of(sheet).split())
        back = session.payback("th-mangosteen", sheet.fen)
        assert back.total > 0
        assert f"The 450 packs sold so far get RMB {back.each / 100:.2f}".rstrip("0") in told
        assert f"RMB -{back.total // 100:,} in all" in told
        await pilot.press("right", "right", "right")
        assert "450" not in text_of(sheet)


@pytest.mark.parametrize("size", [(80, 24), (120, 34), (160, 45)])
async def test_the_score_stands_on_top(
    make_app: Make, house: FakeHouse, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        studio = await on_air(pilot)
        session = house.sessions[0]
        session._good("th-mangosteen", sales=30_000_000)
        await pilot.press("question_mark")
        points = session.estimate.points
        assert points > 100
        assert f"about {points} points" in " ".join(text_of(app.screen).split())
        await pilot.press("escape")
        studio.show.view = session.view
        studio.redraw()
        assert f"≈ {points} points ★ at 600" in text_of(studio, "status")


def widest(good: ProductView, dice: random.Random) -> ProductView:
    """A good with figures of any size, far beyond any night's."""

    def some() -> int:
        return dice.randrange(10 ** dice.randrange(1, 8))

    return evolve(
        good, sold=some(), shelf=some(), held=some(), reserved=some(), rate=some(),
        price=some() + 1, usual=some() + 1, cost=some(), sales=some() * 1000,
    )  # fmt: skip


@pytest.mark.parametrize("width", [42, 50, 61, 62, 70, 84, 100])
def test_columns_of_the_shelf_never_touch(show: Show, width: int) -> None:
    dice = random.Random(width)
    head = words(Shelf(show, "shelf").draw(width, 6))[0]
    columns = len(head.rsplit("─", 1)[1].split())
    for _ in range(300):
        goods = tuple(widest(good, dice) for good in show.view.products)
        show.view = evolve(show.view, products=goods)
        for row in words(Shelf(show, "shelf").draw(width, 6))[1:]:
            assert len(row) <= width
            figures = row.split()[-columns + ("desire" in head) :]
            assert all(set(figure) <= set("0123456789,.+-kmbn") for figure in figures), row
            assert row[-1] != "…"


def test_a_large_count_is_told_in_full_beside_the_others(show: Show) -> None:
    """403k stood beside 39,112."""
    first, *others = show.view.products
    goods = (evolve(first, sold=403_658), *(evolve(good, sold=39_112) for good in others))
    show.view = evolve(show.view, products=goods)
    for width in (46, 50, 61):
        rows = words(Shelf(show, "shelf").draw(width, 6))
        assert "403,658" in rows[1]
        assert all(len(row) <= width for row in rows)
        assert "Mangosteen" in rows[1]
    tight = words(Shelf(show, "shelf").draw(41, 6))[1]  # names go before figures
    assert "403k" in tight
    assert "Mangostee" in tight


def test_carts_stand_on_the_stage_even_where_it_is_narrow(show: Show) -> None:
    good = show.view.products[0]
    stage = Stage(show, "stage")
    for is_open, shelf in ((True, 0), (True, 1410), (False, 1410)):
        mine = evolve(good, open=is_open, shelf=shelf, reserved=90)
        told = "".join(span.text for span in stage._link(mine, 28))
        assert "90 in carts" in told
        assert len(told) <= 28
        wide = "".join(span.text for line in stage._facts(mine, 40, 12) for span in line)
        assert "90 more in carts, unpaid" in wide


class Carts(FakeSession):
    """Nothing is ordered; carts fill and come back as told."""

    def __init__(self) -> None:
        super().__init__(library())
        self.events: tuple[Event, ...] = ()
        self.changes: dict[str, int] = {}

    def advance(self) -> tuple[Event, ...]:
        self.view = evolve(self.view, tick=self.view.tick + 1)
        self._good("th-mangosteen", **self.changes)
        return self.events


def test_what_comes_back_from_carts_is_said_and_goes_quietly() -> None:
    session = Carts()
    session._good("th-mangosteen", open=True, shelf=0, reserved=0)
    show = Show(session, library(), FakeVoices())
    session.events, session.changes = (Unpaid("th-mangosteen", 90),), {"reserved": 90}
    show.step()
    assert not any("mangosteen" in remark.text.lower() for remark in show.chat)
    session.events, session.changes = (), {"reserved": 0, "shelf": 90}
    show.step()
    assert show.chat[-1].note
    assert "90 packs nobody paid for are back" in show.chat[-1].text
    session.changes = {"shelf": 0}
    show.step()
    assert "gone, too" in show.chat[-1].text
    assert not show.gone


def test_a_long_tick_is_told_bit_by_bit() -> None:
    session = Carts()
    session.view = evolve(session.view, pitch="taste", idle=False, beat_left=90)
    show = Show(session, library(), FakeVoices())
    show.spread = True
    seconds = session.scenario.tick_seconds
    session.events = (Ordered("th-rice", 101, 1009), BeatStarted("taste", ""))
    session.view = evolve(session.view, clock=seconds)
    show._before = (0, 0)
    show.step()
    seen = []
    for part in (0.0, 0.3, 0.6, 1.0):
        show.reveal(part)
        seen.append(sum(sale.packs for sale in show.stream))
    assert seen[0] == 0
    assert seen == sorted(set(seen))
    assert seen[-1] == 101
    assert sum(sale.fen for sale in show.stream) == 1009
    clocks = [sale.clock for sale in show.stream]
    assert clocks == sorted(clocks)
    assert clocks[-1] == show.view.clock
    show.step()
    show.turned()
    assert show.clock == show.view.clock


async def test_time_is_smooth_while_it_runs_and_nothing_ticks_while_it_stands(
    make_app: Make, house: FakeHouse
) -> None:
    app = make_app(speed=1)
    async with app.run_test(size=(160, 45)) as pilot:
        studio = await on_air(pilot)
        await pilot.press("1")
        lasts = studio.show.session.scenario.tick_seconds / 10
        assert studio._pace.lasts == lasts
        await pilot.pause(lasts * 1.6)
        assert studio.show.view.tick == 1
        assert 0 < studio.show.clock < studio.show.view.clock
        await pilot.press("space")
        assert studio.show.clock == studio.show.view.clock
        assert studio._timer is None
        flight = studio.query_one(Flight)
        flight._rows.clear()
        await pilot.pause(0.3)
        assert flight._timer is None


async def test_a_notice_leaves_the_keys_alone(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        before = text_of(studio, "keys")
        await pilot.press("l")
        assert "▪ the" in text_of(studio, "beats")
        assert text_of(studio, "keys") == before
        head = text_of(studio, "beats")
        await pilot.press("x")
        assert " ▸x2 " in text_of(studio, "status")
        assert text_of(studio, "keys") == before
        assert text_of(studio, "beats") == head


async def test_whoever_leaves_is_told_that_the_show_is_kept(
    make_app: Make, house: FakeHouse, tmp_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        house.sessions[0].path = tmp_path / "kept.live"
        await pilot.press("x", "x", "escape")
        await settle(pilot)
        assert isinstance(app.screen, Title)
        assert "Your show is kept" in text_of(app.screen, "keys")
        assert app.settings.speed == 4
        await on_air(pilot)
        assert "x4" in text_of(app.screen, "status")


async def test_an_office_without_a_record_is_not_measured_by_history(tmp_path: Path) -> None:
    told = {}
    for role in ("thailand", "rwanda"):
        house = FakeHouse(tmp_path)
        session = FakeSession(library(), role, ticks=1)
        session.advance()
        show = Show(session, library(), house.voices(1))
        page = [press.headline(show), press.standfirst(show), press.ending(show)]
        told[role] = " ".join(page).lower()
    assert "history" in told["thailand"]
    assert "history" not in told["rwanda"]
    assert "no recorded result; 1,000 is an assumed par" in told["rwanda"]
    assert "on the record" not in told["rwanda"]


async def test_tab_passes_over_what_is_gone(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        session = house.sessions[0]
        session._good("th-durian", shelf=0, held=0)
        studio.show.turned()
        await keys(pilot, "tab")
        assert studio.show.chosen == "th-coconut"


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_what_is_not_on_air_tonight_is_not_called_sold_out(
    make_app: Make, house: FakeHouse, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        studio = await on_air(pilot)
        session = house.sessions[0]
        session._good("th-mangosteen", shelf=0, held=0, sold=0, reserved=0, open=True)
        studio.show.turned()
        studio.redraw()
        await settle(pilot)
        row = next(r for r in text_of(studio, "shelf").splitlines() if "Mangosteen" in r)
        assert t("studio.shelf.absent") in row
        assert len(row) <= size[0]
        assert t("studio.stage.absent") in text_of(studio, "stage")
        assert t("studio.stage.gone") not in text_of(studio, "stage")


async def test_a_lots_number_releases_and_enter_by_habit_begins_nothing(
    make_app: Make, house: FakeHouse
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        session = house.sessions[0]
        await pilot.press("s")
        assert "its number or Enter releases" in text_of(app.screen)
        await pilot.press("2", "enter")
        assert app.screen is studio
        assert session.decisions[-1] == Release(studio.show.chosen, 500)
        assert "Enter again begins a beat" in text_of(studio, "beats")
        await pilot.press("enter")
        assert isinstance(session.decisions[-1], Beat)


async def test_enter_begins_a_beat_once_the_number_is_a_while_ago(
    make_app: Make, house: FakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "HABIT_SECONDS", 0.0)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        await pilot.press("s", "2", "enter")
        assert isinstance(house.sessions[0].decisions[-1], Beat)
        await pilot.press("s", "enter")
        assert isinstance(house.sessions[0].decisions[-1], Release)
