"""The player's evening, line by line: which night, whose room, the show, the front page."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.plain.boardrow import board_lines
from livegame.plain.broadcast import Broadcast
from livegame.plain.console import Console, Left
from livegame.plain.days import DaysWish, play_days
from livegame.plain.frontpage import front_page
from livegame.plain.goon import goes_on
from livegame.plain.greenroom import GreenRoom
from livegame.plain.racing import raced_words
from livegame.plain.words import time_of
from livegame.runs.board import Board
from livegame.runs.ghost import Ghost
from livegame.runs.hints import with_hints
from livegame.runs.origin import TAKEN_OVER, from_words
from livegame.runs.problems import RunError
from livegame.runs.raced import race_options, raced
from livegame.runs.rows import Row
from livegame.runs.runfile import read_run, shown
from livegame.runs.rungs import check_open, on_lines, steps_of
from livegame.runs.sealing import in_green_room
from livegame.runs.session import Session
from livegame.runs.share import share_text
from livegame.runs.store import unfinished
from livegame.runs.worlds import room_of, world_of


@frozen
class Wish:
    """What the player has asked for already; what is None is asked or drawn.

    Attributes:
        resume: an unfinished run to go on with.
        fresh: do not offer to go on with an unfinished run.
        keep: False for practice without a file.
        begin: how to begin, where that is settled (a take-over, today's challenge).
        ghost: a run to race. rung: of difficulty; invited: it need not be open, as a friend's
            code is a way in. league: a folder in which a raced run may lie, too.
        pack: the folder of a pack that was asked for: its evenings alone are offered.
    """

    scenario: str | None = None
    role: str | None = None
    seed: int | None = None
    player: str = ""
    resume: Path | None = None
    fresh: bool = False
    keep: bool = True
    begin: Callable[[Console], Session] | None = None
    ghost: Path | None = None
    rung: int | None = None
    invited: bool = False
    league: Path | None = None
    pack: Path | None = None


def evening(console: Console, wish: Wish) -> None:
    """Play one show to its end, or until the player leaves.

    Raises:
        RunError: what was asked for does not exist, or the run cannot be kept.
    """
    session: Session | None = None
    try:
        session = _begin(console, wish)
        if session is None:
            return
        _introduce(console, session)
        if in_green_room(session.view):
            GreenRoom(console, session).run()
        Broadcast(console, session, _ghost(console, wish, session)).run()
        _finish(console, session)
    except Left:
        if session and session.path and not session.finished:
            console.say(t("plain.left", file=shown(session.path)))
        else:
            console.say(t("plain.bye"))
    finally:
        if session:
            session.close()


def _ghost(console: Console, wish: Wish, session: Session) -> Ghost | None:
    """The run to race: the one that was asked for, else the one that the run has raced so far."""
    if wish.ghost:
        ghost = Ghost.open(wish.ghost)
        if ghost.scenario == session.scenario.id:
            return ghost
        console.say(t("plain.other_ghost", scenario=ghost.scenario))
        return None
    found = raced(session.header, wish.league)
    if found is None:
        return None
    if found.file is None:
        console.say(t("plain.lost_ghost"))
        return None
    ghost = Ghost.open(found.file)
    console.say(raced_words(ghost))
    return ghost


def _begin(console: Console, wish: Wish) -> Session | None:
    if wish.ghost:
        read_run(wish.ghost)  # what cannot be read is said before anything else
    if wish.begin:
        return wish.begin(console)
    if wish.resume:
        return Session.resume(wish.resume)
    scenario = wish.scenario or _choose_scenario(console, wish.pack)
    if scenario in library().campaigns:
        _days(console, wish, scenario)
        return None
    world = world_of(scenario)
    if wish.role is not None:
        room_of(world, wish.role)
    if not wish.fresh and wish.keep:
        session = _offer(console, scenario, wish.role)
        if session:
            return session
    role = wish.role or _choose_role(console, scenario)
    rung = _rung(console, wish, scenario)
    mode = "free" if wish.seed is None else "seeded"
    options = race_options(wish.ghost, scenario) if wish.ghost else None
    return Session.start(
        scenario,
        role,
        seed=wish.seed,
        mode=mode if wish.keep else "practice",
        player=wish.player,
        keep=wish.keep,
        rung=rung,
        options=options if wish.keep else with_hints(options),
    )


def _rung(console: Console, wish: Wish, scenario: str) -> int:
    """The rung that was asked for, or one of those that are open; the first where no other is.

    Raises:
        RunError: the one that was asked for is not there, or not open yet.
    """
    scene = library().scenarios[scenario]
    if wish.rung == 1 or wish.invited or len(scene.rung) < 2:
        return wish.rung or 1
    rows = _own_rows(scenario)
    if wish.rung is not None:
        check_open(scene, wish.rung, rows)
        return wish.rung
    steps = [step for step in steps_of(scene, rows) if step.open]
    if len(steps) < 2:
        return 1
    names = [t("rungs.plain", name=step.rung.name, what=step.rung.what) for step in steps]
    return 1 + console.choose(t("rungs.which"), names, default=0)


def _own_rows(scenario: str) -> list[Row]:
    """What the board has of a night; nothing where there is no board to be read."""
    board = Board()
    try:
        board.refresh()
        return board.rows(scenario)
    except RunError:
        return []


def _choose_scenario(console: Console, folder: Path | None) -> str:
    lib = library()
    nights, several = list(lib.scenarios.values()), list(lib.campaigns.values())
    pack = next((p for p in lib.packs.values() if folder and p.folder.samefile(folder)), None)
    if pack:
        nights = [scene for scene in nights if scene.id in pack.scenarios]
        several = [one for one in several if one.id in pack.campaigns]
        console.say(t("packs.from_pack", title=pack.manifest.title))
    names = [t("plain.scenario", title=s.title, festival=s.festival, date=s.date) for s in nights]
    for one in several:
        words = {"title": one.title, "festival": one.festival, "date": one.date, "days": one.days}
        names.append(t("days.plain.title", **words))
    ids = [*(scene.id for scene in nights), *(one.id for one in several)]
    if len(ids) == 1:
        return ids[0]
    return ids[console.choose(t("plain.which_night"), names)]


def _days(console: Console, wish: Wish, campaign: str) -> None:
    """A campaign was chosen: it goes its own way to its own end.

    Raises:
        RunError: a race was asked for, which only nights have.
    """
    if wish.ghost:
        raise RunError(t("days.not_together"))
    play_days(
        console,
        DaysWish(
            campaign=campaign,
            role=wish.role,
            seed=wish.seed,
            player=wish.player,
            fresh=wish.fresh,
            keep=wish.keep,
        ),
    )


def _choose_role(console: Console, scenario: str) -> str:
    lib = library()
    roles = lib.scenarios[scenario].roles
    names = []
    for role in roles:
        key = "plain.role_recorded" if lib.hosts[role].recorded else "plain.role"
        names.append(t(key, country=lib.hosts[role].country, office=lib.hosts[role].office))
    return roles[console.choose(t("plain.which_role"), names, default=0)]


def _offer(console: Console, scenario: str, role: str | None) -> Session | None:
    """The unfinished run that the player wants to go on with, if there is one.

    Raises:
        RunError: it cannot go on, such as one that is being played in another window.
    """
    path = goes_on(console, unfinished(), scenario, role)
    return Session.resume(path) if path else None


def _introduce(console: Console, session: Session) -> None:
    scene, host = session.scenario, library().hosts[session.role]
    console.say(t("plain.scenario", title=scene.title, festival=scene.festival, date=scene.date))
    if session.mode == TAKEN_OVER:
        console.say(t("plain.taken_over", origin=from_words(session.header)))
    if session.view.tick:
        time = time_of(scene, session.view.tick, session.world.tick_seconds)
        console.say(t("plain.back", who=host.country, time=time))
    else:
        console.say(
            scene.intro, *on_lines(scene), t("plain.your_room", office=host.office), host.intro
        )


def _finish(console: Console, session: Session) -> None:
    console.gap()
    console.say(*front_page(session))
    session.close()
    console.gap()
    if session.path:
        console.say(*board_lines(session.path))
        console.say(t("plain.kept", file=shown(session.path)))
        console.gap()
        console.say(*share_text(session.path).splitlines())
    else:
        console.say(t("plain.practice"))
