"""A campaign, line by line: mornings, evenings, nights, the last page."""

from pathlib import Path

from attrs import frozen

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days.state import EVENING, PLANNED
from livegame.plain.boardrow import board_lines
from livegame.plain.broadcast import Broadcast
from livegame.plain.byscript import host
from livegame.plain.console import Console, Left
from livegame.plain.daydesk import Desk
from livegame.plain.goon import goes_on
from livegame.plain.greenroom import GreenRoom
from livegame.runs.campaigns.ending import end_lines
from livegame.runs.campaigns.evening import EveningSession
from livegame.runs.campaigns.news import day_lines, night_lines, show_line
from livegame.runs.campaigns.seasons import season_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.waiting import waiting
from livegame.runs.problems import RunError
from livegame.runs.runfile import shown


@frozen
class DaysWish:
    """What the player has asked for already; what is None is asked or drawn."""

    campaign: str
    role: str | None = None
    rung: int | None = None
    seed: int | None = None
    player: str = ""
    resume: Path | None = None
    fresh: bool = False
    keep: bool = True


def play_days(console: Console, wish: DaysWish) -> None:
    """Play a campaign to its end, or until the player leaves.

    Raises:
        RunError: what was asked for does not exist, or the run cannot be kept.
    """
    session: CampaignSession | None = None
    try:
        session = _begin(console, wish)
        while not session.finished:
            _step(console, session)
        _finish(console, session)
    except Left:
        if session and session.path and not session.finished:
            console.say(t("days.plain.kept", file=shown(session.path)))
        else:
            console.say(t("plain.bye"))
    finally:
        if session:
            session.close()


def _begin(console: Console, wish: DaysWish) -> CampaignSession:
    if wish.resume:
        return _back(console, CampaignSession.resume(wish.resume))
    one = library().campaigns.get(wish.campaign)
    if one is None:
        season_of(wish.campaign, "")  # says which there are
        raise RunError(wish.campaign)
    if wish.role is not None:
        season_of(wish.campaign, wish.role, wish.rung or 1)
    if not wish.fresh and wish.keep:
        found = _offer(console, wish)
        if found:
            return _back(console, found)
    words = {"title": one.title, "festival": one.festival, "date": one.date, "days": one.days}
    console.say(t("days.plain.title", **words), one.intro, t("days.plain.says", says=one.says))
    role = wish.role or _role(console, one.roles)
    rung = wish.rung
    if rung is None:
        names = [t("days.plain.rung", name=row.name, what=row.what) for row in one.rung]
        rung = 1 + console.choose(t("days.plain.which_rung"), names, default=0)
    host = library().hosts[role]
    console.say(t("days.plain.you", office=host.office, intro=host.intro))
    mode = "free" if wish.seed is None else "seeded"
    return CampaignSession.start(
        wish.campaign,
        role,
        rung=rung,
        seed=wish.seed,
        mode=mode if wish.keep else "practice",
        player=wish.player,
        keep=wish.keep,
    )


def _role(console: Console, roles: list[str]) -> str:
    if len(roles) == 1:
        return roles[0]
    names = [f"{library().hosts[role].country}: {library().hosts[role].intro}" for role in roles]
    return roles[console.choose(t("days.plain.which_role"), names, default=0)]


def _offer(console: Console, wish: DaysWish) -> CampaignSession | None:
    """The unfinished campaign that the player wants to go on with, if there is one."""
    path = goes_on(console, waiting(), wish.campaign, wish.role)
    return CampaignSession.resume(path) if path else None


def _back(console: Console, session: CampaignSession) -> CampaignSession:
    days = session.moment.days
    console.say(t("days.plain.back", day=days.day + 1, days=session.season.days))
    return session


def _step(console: Console, session: CampaignSession) -> None:
    """One part of a day: the desk, the store, the show or the night."""
    if session.morning:
        Desk(console, session).run()
    before = session.moment.days
    if before.phase == EVENING:
        _evening(console, session)
        return
    session.advance()
    after = session.moment.days
    lines = day_lines if before.phase == PLANNED else night_lines
    console.gap()
    console.say(*lines(session.season, before, after))


def _evening(console: Console, session: CampaignSession) -> None:
    before = session.moment.days
    show = EveningSession(session)
    if show.view.tick == 0 and show.view.idle:
        slot = session.season.campaign.slot[before.slot - 1]
        console.gap()
        choices = [t("days.plain.host_self"), t("days.plain.host_script")]
        asked = t("days.plain.host", name=slot.name)
        if console.choose(asked, choices, default=0) == 1:
            host(console, show)
        elif not show.view.planned:
            GreenRoom(console, show).run()
    if not show.finished:
        Broadcast(console, show).run()
    console.say(show_line(session.season, before, session.moment.days))


def _finish(console: Console, session: CampaignSession) -> None:
    console.gap()
    console.say(*end_lines(session.season, session.result, whole=True))
    session.close()
    console.gap()
    if session.path:
        console.say(*board_lines(session.path))
        console.say(t("days.plain.done_kept", file=shown(session.path)))
    else:
        console.say(t("days.plain.practice"))
