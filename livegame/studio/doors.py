"""The rooms by name; a room's file is imported when its door is first opened."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from livegame.catalog.texts import t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual.app import SystemCommand
    from textual.screen import Screen

    from livegame.runs.campaigns.daytale import DayTale
    from livegame.runs.campaigns.session import CampaignSession
    from livegame.runs.theatre import Reel
    from livegame.studio.app import Livegame
    from livegame.studio.house import House
    from livegame.studio.ports import Playable, Rival, Today
    from livegame.studio.screens.room import Room
    from livegame.studio.show import Show

ROOMS = {
    "board": ("board", "BoardRoom"),
    "festival": ("festival", "Festival"),
    "help": ("help", "Help"),
    "ladder": ("ladder", "LadderRoom"),
    "league": ("league", "LeagueRoom"),
    "record": ("record", "Record"),
    "settings": ("settings", "SettingsRoom"),
    "theatre": ("theatre", "Theatre"),
}


def room(name: str) -> "Screen[None]":
    """A room that needs nothing to be opened."""
    module, kind = ROOMS[name]
    made: Screen[None] = getattr(import_module(f"livegame.studio.screens.{module}"), kind)()
    return made


def green(
    scenario: str | None,
    role: str | None,
    today: "Today | None" = None,
    rival: "Rival | None" = None,
    rung: int = 1,
) -> "Room":
    """The green room of a night on a rung, or of a day's challenge; `rival` is a run chosen to
    race."""
    from livegame.studio.screens.green import GreenRoom

    return GreenRoom(scenario, role, today, rival, rung)


def desk(session: "CampaignSession") -> "Room":
    """The desk of a campaign of several days that is being played; its front page if it is over."""
    from livegame.studio.screens.days import DaysRoom

    return days_front(session) if session.finished else DaysRoom(session)


def days_front(session: "CampaignSession", news: "Sequence[str]" = ()) -> "Room":
    """The newspaper of the morning after a campaign; `news` are its last night's."""
    from livegame.studio.screens.dayfront import DaysFront

    return DaysFront(session, news)


def day_watch(tale: "DayTale") -> "Room":
    """A campaign's run, to be stepped through day by day."""
    from livegame.studio.screens.daywatch import DaysWatch

    return DaysWatch(tale)


def days(campaign: str, role: str | None, rung: int = 1) -> "Room":
    """The door of a campaign of several days, at a rung."""
    from livegame.studio.screens.daydoor import DayDoor

    return DayDoor(campaign, role, rung)


def show(house: "House", session: "Playable") -> "Show":
    """A run, ready to be looked at."""
    from livegame.runs.hours import by_day
    from livegame.studio.show import Show

    speaker = house.voices(session.seed, by_day=by_day(session.scenario))
    return Show(session, house.library(), speaker)


def studio(
    house: "House",
    session: "Playable",
    *,
    back: bool = False,
    hello: str = "",
    rival: "Rival | None" = None,
    still: bool = False,
) -> "Room":
    """The studio, on air; `still` for a show that is entered midway and waits to be looked at."""
    from livegame.studio.screens.studio import StudioRoom

    seen = show(house, session)
    key = "studio.note.back" if back else "studio.note.hello"
    said = hello or t(key, country=seen.country(session.role))
    return StudioRoom(seen, hello=said, rival=rival, still=still or back)


def rehearsal(house: "House", take: int = 1) -> "Room":
    """The guided first show."""
    from livegame.studio.screens.rehearsal import RehearsalRoom

    session = house.rehearsal()
    return RehearsalRoom(show(house, session), session, take=take)


def watch(house: "House", reel: "Reel", *, attract: bool = False) -> "Room":
    """The watching studio; `attract` for one that plays itself until a key is pressed."""
    from livegame.studio.screens.attract import Attract
    from livegame.studio.screens.watch import WatchRoom
    from livegame.studio.watched import Watched

    run = Watched(reel)
    kind = Attract if attract else WatchRoom
    return kind(show(house, run), run)


def review(file: "Path") -> "Room":
    """The review of a finished run."""
    from livegame.studio.screens.review import ReviewRoom

    return ReviewRoom(file)


def front(seen: "Show") -> "Room":
    """The newspaper of the morning after."""
    from livegame.studio.screens.front import FrontPage

    return FrontPage(seen)


def board(mark: str) -> "Room":
    """The board, with the row of one run file marked."""
    from livegame.studio.screens.board import BoardRoom

    return BoardRoom(mark)


def ladder(folder: "Path | None") -> "Room":
    """The ladder of the day's challenge, of one's own runs or of a league's."""
    from livegame.studio.screens.ladder import LadderRoom

    return LadderRoom(folder)


def help_for(screen: "Room") -> "Screen[None]":
    """What is on a screen, and its keys."""
    from livegame.studio.screens.help import keys_of, screen_help
    from livegame.studio.screens.reading import Reading

    return Reading(t("common.key.help"), partial(screen_help, screen, keys_of(screen)))


def sheet(title: str, text: str) -> "Screen[None]":
    """A text over the room in front."""
    from livegame.studio.screens.reading import Reading
    from livegame.studio.wrap import flow

    return Reading(title, partial(flow, text))


def commands(app: "Livegame", screen: "Screen[Any]") -> "Iterable[SystemCommand]":
    """The command palette."""
    from livegame.studio.palette import commands

    return commands(app, screen)


def palette() -> "Screen[Any]":
    """The command palette's screen."""
    from livegame.studio.palette import Palette

    return Palette(id="--command-palette")
