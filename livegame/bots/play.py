"""Letting a bot play whole nights, with or without a run file."""

from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from livegame.bots.alarms import alarmed
from livegame.bots.entries import Entry, maker
from livegame.bots.evenings import Evenings
from livegame.bots.host import Host
from livegame.bots.nights import Progress, shipped_world
from livegame.bots.players import BOTS
from livegame.bots.seat import Seat
from livegame.engine.events import Event, SoldOut
from livegame.engine.hashing import state_hash
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.world import World

if TYPE_CHECKING:
    from livegame.runs.session import Session

__all__ = ["BOTS", "BotRun", "play_bot", "play_night"]


@frozen
class BotRun:
    """What one night came to; file is "" where none was kept."""

    seed: int
    points: int
    settled_fen: int
    rank: int
    hash: str
    file: str


def play_night(world: World, role: str, bot: str, seed: int) -> State:
    """A whole night with a bot in one room, without a file.

    Raises:
        BotError: no such bot.
    """
    host = maker(bot)(seed)
    return Evenings.begin(world, world.room_of(role), [host], [seed]).play()


def _one(bot: str, scenario: str, role: str, save: Path | None, seed: int) -> BotRun:
    if save is not None:
        return _kept(bot, scenario, role, save, seed)
    world = shipped_world(scenario)
    state = play_night(world, role, bot, seed)
    result = settle(world, state, world.room_of(role))
    return BotRun(seed, result.points, result.settled, result.rank, state_hash(state), "")


def _kept(bot: str, scenario: str, role: str, save: Path, seed: int) -> BotRun:
    from livegame.runs.session import Session

    host, name = maker(bot)(seed), Entry(bot).label
    session = Session.start(
        scenario, role, seed=seed, mode="bot", player=f"bot {name}", folder=save
    )
    heard: list[Event] = []
    news: tuple[Event, ...] = ()
    try:
        while not session.finished:
            dry = any(isinstance(event, SoldOut) for event in news)
            if alarmed(session.world, session.state, session.room, [host], np.array([dry])):
                _ask(host, session, heard)
            if session.view.idle:
                _ask(host, session, heard)
            news = session.advance()
            heard += news if host.listens else ()
        result = session.result
        file = str(session.path or "")
        return BotRun(seed, result.points, result.settled, result.rank, session.state_hash(), file)
    finally:
        session.close()


def _ask(host: Host, session: "Session", heard: list[Event]) -> None:
    """Let the host decide, as it does among other nights."""
    seat = Seat(session.world, session.state, session.room, heard=heard, shown=session.view)
    for action in host.decide(seat):
        session.decide(action)
    heard.clear()


def play_bot(
    bot: str,
    scenario: str,
    role: str,
    seeds: Sequence[int],
    *,
    jobs: int = 1,
    save: Path | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[BotRun]:
    """Let a bot play a role under each seed.

    Args:
        bot: a name in BOTS, or FILE.py:NAME.
        scenario, role: ids.
        seeds: one night each.
        jobs: processes to use; executor: one to use instead.
        save: folder for run files; none are kept without it.
        progress: called with (nights done, nights in all).

    Raises:
        BotError: no such bot.
        RunError: a run file cannot be written.
    """
    one = partial(_one, bot, scenario, role, save)
    runs: list[BotRun] = []
    if executor is None and jobs > 1 and len(seeds) > 1:
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            return play_bot(bot, scenario, role, seeds, save=save, executor=pool, progress=progress)
    for run in executor.map(one, seeds) if executor else map(one, seeds):
        runs.append(run)
        if progress:
            progress(len(runs), len(seeds))
    return runs
