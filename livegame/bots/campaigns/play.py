"""Letting a bot play whole campaigns, with or without a run file."""

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from livegame.bots.campaigns.players import DAY_BOTS, play_out
from livegame.bots.nights import Progress
from livegame.bots.play import BotRun
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.outcome import outcome
from livegame.runs.campaigns.seasons import season_of
from livegame.runs.campaigns.session import CampaignSession


def _one(bot: str, campaign: str, role: str, save: Path | None, seed: int) -> BotRun:
    if save is not None:
        return _kept(bot, campaign, role, save, seed)
    season = season_of(campaign, role)
    moment = play_out(season, DAY_BOTS[bot](seed), seed)
    result = outcome(season, moment.days)
    return BotRun(seed, result.points, result.settled, result.rank, moment.hash(), "")


def _kept(bot: str, campaign: str, role: str, save: Path, seed: int) -> BotRun:
    session = CampaignSession.start(
        campaign, role, seed=seed, mode="bot", player=f"bot {bot}", folder=save
    )
    try:
        play_session(session, bot)
        result = session.result
        file = str(session.path or "")
        return BotRun(seed, result.points, result.settled, result.rank, session.state_hash(), file)
    finally:
        session.close()


def play_session(session: CampaignSession, bot: str) -> None:
    """Let a bot play a session to its end; its decisions are in the file like any.

    Raises:
        KeyError: no such bot.
        RunError: they cannot be written.
    """
    player = DAY_BOTS[bot](session.seed)
    while not session.finished:
        moment = session.moment
        if session.morning:
            plan = player.plan(session.season, moment)
            session.decide(DayPlan() if session.why_not(plan) else plan)
        elif moment.on_air and int(moment.stage[1].left[0, 0]) == 0:
            for action in player.beats(moment):
                if not session.why_not(action):
                    session.decide(action)
        session.advance()


def play_campaign_bot(
    bot: str,
    campaign: str,
    role: str,
    seeds: Sequence[int],
    *,
    save: Path | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[BotRun]:
    """Let a bot play a role of a campaign under each seed, on the first rung.

    Args:
        bot: a name in DAY_BOTS.
        campaign, role: ids. seeds: one campaign each.
        save: folder for run files; none are kept without it.
        executor: what else to use than this process; progress: told (done, all).

    Raises:
        KeyError: no such bot.
        RunError: a run file cannot be written.
    """
    one = partial(_one, bot, campaign, role, save)
    runs: list[BotRun] = []
    for run in executor.map(one, seeds) if executor else map(one, seeds):
        runs.append(run)
        if progress:
            progress(len(runs), len(seeds))
    return runs
