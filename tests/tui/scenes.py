"""Every screen of the game, opened and standing still: for pictures, and for what holds on all."""

from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module
from inspect import isabstract
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from attrs import evolve
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen

import livegame.studio.screens as screens
from livegame.catalog.library import library
from livegame.runs.campaigns.daytale import day_tale
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.rehearsal import rehearsal
from livegame.runs.runfile import read_run
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.screens.amount import AmountSheet
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.attract import Attract
from livegame.studio.screens.board import BoardRoom
from livegame.studio.screens.clicks import Clicks
from livegame.studio.screens.curtain import Curtain
from livegame.studio.screens.daydoor import DayDoor
from livegame.studio.screens.dayfront import DaysFront
from livegame.studio.screens.days import DaysRoom
from livegame.studio.screens.daywatch import DaysWatch
from livegame.studio.screens.evening import EveningRoom
from livegame.studio.screens.festival import Festival
from livegame.studio.screens.front import FrontPage
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.hands import Hands
from livegame.studio.screens.help import Help
from livegame.studio.screens.hosting import Hosting
from livegame.studio.screens.ladder import LadderRoom
from livegame.studio.screens.league import LeagueRoom
from livegame.studio.screens.morning import Morning
from livegame.studio.screens.offices import Offices
from livegame.studio.screens.onair import OnAir
from livegame.studio.screens.price import PriceSheet
from livegame.studio.screens.ranking import Ranking
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.record import Record
from livegame.studio.screens.rehearsal import RehearsalRoom
from livegame.studio.screens.review import ReviewRoom
from livegame.studio.screens.room import Room
from livegame.studio.screens.settings import SettingsRoom
from livegame.studio.screens.sheet import Sheet
from livegame.studio.screens.small import TooSmall
from livegame.studio.screens.stock import StockSheet
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.screens.theatre import Theatre
from livegame.studio.screens.title import Title
from livegame.studio.screens.watch import WatchRoom
from tests.tui.dayruns import script_through
from tests.tui.drive import foreseen as forecasts
from tests.tui.drive import keys, on_air, settle
from tests.tui.fakeruns import FakeSession

FARM, FARMER = "farmers-2020-three-days", "hainan-mango-farm"
FRONT_TICKS = 12
SIZES, BELOW = ((80, 24), (120, 36)), ((40, 12), (79, 23))
BASES = {
    Clicks,
    Hands,
    Hosting,
    Morning,
    Offices,
    OnAir,
    Ranking,
    Room,
    Sheet,
}  # never opened themselves


class Scene(NamedTuple):
    """A screen to be seen.

    Attributes:
        name: of its pictures. kind: the screen that is then in front. play: how to get there.
        ticks: length of the fake show. sizes: of the terminal.
    """

    name: str
    kind: type[Screen[object]]
    play: Callable[[Pilot[None]], Awaitable[None]]
    ticks: int = 60
    sizes: tuple[tuple[int, int], ...] = SIZES


def game(pilot: Pilot[None]) -> Livegame:
    assert isinstance(pilot.app, Livegame)
    return pilot.app


async def title(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def green(pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await settle(pilot)


async def amount(pilot: Pilot[None]) -> None:
    await green(pilot)
    await keys(pilot, "tab", "tab")
    await pilot.press("6", "6")
    await settle(pilot)


async def studio(pilot: Pilot[None]) -> None:
    room = await on_air(pilot)
    await keys(pilot, "1", "space", *["full_stop"] * 20, "tab")
    await forecasts(pilot)
    room.say("")


async def foreseen(pilot: Pilot[None]) -> None:
    """On air, with the forecasts of its first moment."""
    await on_air(pilot)
    await forecasts(pilot)


async def price(pilot: Pilot[None]) -> None:
    await foreseen(pilot)
    await keys(pilot, "p", "left", "left")
    await settle(pilot)


async def stock(pilot: Pilot[None]) -> None:
    await foreseen(pilot)
    await keys(pilot, "s")
    await settle(pilot)


async def why(pilot: Pilot[None]) -> None:
    await studio(pilot)
    await keys(pilot, "question_mark")
    await settle(pilot)


async def everything(pilot: Pilot[None]) -> None:
    await why(pilot)
    await keys(pilot, "question_mark")
    await settle(pilot)


async def front(pilot: Pilot[None]) -> None:
    await on_air(pilot)
    await keys(pilot, *["full_stop"] * 20)
    await settle(pilot)


async def more(pilot: Pilot[None]) -> None:
    await front(pilot)
    await keys(pilot, "m")
    await settle(pilot)


async def rehearsing(pilot: Pilot[None]) -> None:
    game(pilot).rehearse()
    await settle(pilot)
    room = pilot.app.screen
    assert isinstance(room, RehearsalRoom)
    room._listen()
    if room._hush:
        room._hush.stop()
    room._prompt()
    await forecasts(pilot)


async def curtain(pilot: Pilot[None]) -> None:
    await studio(pilot)
    room = pilot.app.screen
    assert isinstance(room, StudioRoom)
    about = rehearsal()
    pilot.app.push_screen(Curtain(room.show, about, room.show.view.products[0]))
    await settle(pilot)


async def watch(pilot: Pilot[None]) -> None:
    app = game(pilot)
    app.roll(app.house.reel(Path("a.live")))
    await pilot.pause()
    room = pilot.app.screen
    assert isinstance(room, WatchRoom)
    await keys(pilot, "space")
    room.action_go(36)
    await settle(pilot)
    room.say("")


async def attract(pilot: Pilot[None]) -> None:
    app = game(pilot)
    app.attract(app.house.reel(Path("a.live")))
    await pilot.pause()
    room = pilot.app.screen
    assert isinstance(room, Attract)
    room._paused = True
    room.action_go(24)
    await settle(pilot)


async def review(pilot: Pilot[None]) -> None:
    game(pilot).review(Path("a.live"))
    await settle(pilot)
    await settle(pilot)


async def daydoor(pilot: Pilot[None]) -> None:
    game(pilot).green(FARM, FARMER)
    await settle(pilot)


async def days(pilot: Pilot[None]) -> None:
    app = game(pilot)
    session = CampaignSession.start(FARM, FARMER, seed=5, keep=False)
    app.push_screen(doors.desk(session))
    await settle(pilot)
    await keys(pilot, "right", "right", "down", "right")
    await settle(pilot)


async def dayfront(pilot: Pilot[None]) -> None:
    """After three days of history's script, as practice: nothing is kept of it."""
    app = game(pilot)
    session = CampaignSession.start(FARM, FARMER, seed=5, keep=False)
    script_through(session)
    app.push_screen(doors.desk(session))
    await settle(pilot)


async def daymore(pilot: Pilot[None]) -> None:
    await dayfront(pilot)
    await keys(pilot, "m")
    await settle(pilot)


async def daywatch(pilot: Pilot[None]) -> None:
    """A run of three days by history's script, on the second of them."""
    session = CampaignSession.start(FARM, FARMER, seed=5)
    script_through(session)
    assert session.path is not None
    game(pilot).roll_days(day_tale(read_run(session.path)))
    await settle(pilot)
    await keys(pilot, "right")
    await settle(pilot)


async def evening(pilot: Pilot[None]) -> None:
    app = game(pilot)
    shown = doors.show(app.house, FakeSession(app.house.library()))
    shown.scored = False
    app.push_screen(EveningRoom(shown, hello="Good evening."))
    await forecasts(pilot)


async def record(pilot: Pilot[None]) -> None:
    """A record of the first few entries, which come and go less often."""
    app, whole = game(pilot), library()
    rows = {
        name: dict(list(getattr(whole, name).items())[:12])
        for name in ("assumptions", "disputes", "sources", "products", "hosts")
    }
    few = evolve(whole, day_assumptions={}, **rows)
    app.house.library = lambda: few  # type: ignore[method-assign]
    app.open("record")
    await settle(pilot)


def opened(name: str, kind: type[Screen[object]]) -> Scene:
    """The scene of a room that needs nothing to be opened."""

    async def play(pilot: Pilot[None]) -> None:
        game(pilot).settings.league = "~/league"
        game(pilot).open(name)
        await settle(pilot)
        await settle(pilot)

    return Scene(name, kind, play)


SCENES = [
    Scene("title", Title, title),
    Scene("green", GreenRoom, green),
    Scene("amount", AmountSheet, amount),
    Scene("studio", StudioRoom, studio),
    Scene("price", PriceSheet, price),
    Scene("stock", StockSheet, stock),
    Scene("why", Ask, why),
    Scene("everything", Reading, everything),
    Scene("front", FrontPage, front, FRONT_TICKS),
    Scene("more", FrontPage, more, FRONT_TICKS, SIZES[:1]),
    Scene("rehearsal", RehearsalRoom, rehearsing),
    Scene("curtain", Curtain, curtain),
    Scene("watch", WatchRoom, watch),
    Scene("attract", Attract, attract),
    Scene("review", ReviewRoom, review),
    Scene("daydoor", DayDoor, daydoor),
    Scene("days", DaysRoom, days),
    Scene("dayfront", DaysFront, dayfront),
    Scene("daymore", DaysFront, daymore, sizes=SIZES[:1]),
    Scene("daywatch", DaysWatch, daywatch),
    Scene("evening", EveningRoom, evening),
    Scene("small", TooSmall, title, sizes=BELOW),
    opened("board", BoardRoom),
    opened("festival", Festival),
    opened("help", Help),
    opened("ladder", LadderRoom),
    opened("league", LeagueRoom),
    Scene("record", Record, record),
    opened("settings", SettingsRoom),
    opened("theatre", Theatre),
]


ANSWERING = [
    scene
    for scene in SCENES
    if issubclass(scene.kind, Room) and scene.kind not in (SettingsRoom, Record, TooSmall)
]  # on which each figure can be asked why it is so


def kinds() -> Iterator[type[Screen[object]]]:
    """Every screen class of the game that can be opened."""
    for module in iter_modules(screens.__path__):
        found = import_module(f"{screens.__name__}.{module.name}")
        for kind in vars(found).values():
            own = isinstance(kind, type) and issubclass(kind, Screen) and not isabstract(kind)
            if own and kind.__module__ == found.__name__ and kind not in BASES | {ModalScreen}:
                yield kind
