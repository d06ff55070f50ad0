"""What three stars take in each role of a campaign, and how often its trophies are won by whoever
goes for them and by whoever does not: from campaigns that no tuning and no par has seen."""

from collections.abc import Sequence
from concurrent.futures import Executor

import numpy as np
from attrs import frozen

from livegame.bots.campaigns.players import Planner, play_out
from livegame.bots.campaigns.seekers import seeker
from livegame.bots.nights import Progress
from livegame.catalog.library import library
from livegame.catalog.solved import ThirdStar
from livegame.engine.days.outcome import outcome
from livegame.engine.rules import RULES
from livegame.runs.campaigns.seasons import season_of

FIRST_SEED = 30_000
CAMPAIGNS = 12
SHARE = 0.2  # of the planner's campaigns that fall short
STEP = 10  # points between two limits
LEAST = 50  # points more than two stars take


@frozen
class Campaign:
    """One campaign: points, and the trophies that it won."""

    points: int
    trophies: tuple[str, ...]


@frozen
class Cups:
    """How often a role's trophy was won, per mille.

    Attributes:
        sought: by who goes for it. passing: by the planner, who does not. points: the seeker's
            median.
    """

    role: str
    trophy: str
    sought: int
    passing: int
    points: int


@frozen
class Measured:
    """A campaign's third stars and trophies."""

    stars: ThirdStar
    cups: tuple[Cups, ...]


def _one(job: tuple[str, str, str, int]) -> Campaign:
    campaign, role, trophy, seed = job
    season = season_of(campaign, role)
    rows = {row.id: row for row in season.campaign.trophy}
    player = seeker(rows[trophy]) if trophy else Planner()
    found = outcome(season, play_out(season, player, seed).days)
    return Campaign(found.points, found.trophies)


def measured(
    campaign: str,
    *,
    campaigns: int = CAMPAIGNS,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Measured:
    """Play the planner and every trophy's seeker in each role."""
    one = library().campaigns[campaign]
    seeds = range(FIRST_SEED, FIRST_SEED + campaigns)
    players = ["", *(row.id for row in one.trophy)]
    kinds = [(role, trophy) for role in one.roles for trophy in players]
    jobs = [(campaign, role, trophy, seed) for role, trophy in kinds for seed in seeds]
    runs: list[Campaign] = []
    for run in executor.map(_one, jobs) if executor else map(_one, jobs):
        runs.append(run)
        if progress:
            progress(len(runs), len(jobs))
    by = {kind: runs[n * campaigns : (n + 1) * campaigns] for n, kind in enumerate(kinds)}
    limits = {role: _limit(campaign, role, by[role, ""]) for role in one.roles}
    stars = ThirdStar(
        scenario=campaign,
        rules=RULES,
        seeds=f"{seeds.start}:{seeds.stop}",
        how=f"what the planner reaches in {round(100 * (1 - SHARE))} of 100 campaigns of each role",
        points=limits,
    )
    cups = tuple(
        Cups(
            role=role,
            trophy=trophy,
            sought=_won(by[role, trophy], trophy),
            passing=_won(by[role, ""], trophy),
            points=int(np.median([run.points for run in by[role, trophy]])),
        )
        for role, trophy in kinds
        if trophy
    )
    return Measured(stars, cups)


def _limit(campaign: str, role: str, runs: Sequence[Campaign]) -> int:
    points = int(np.quantile([run.points for run in runs], SHARE)) // STEP * STEP
    return max(points, season_of(campaign, role).stars[1] + LEAST)


def _won(runs: Sequence[Campaign], trophy: str) -> int:
    return sum(trophy in run.trophies for run in runs) * 1000 // max(len(runs), 1)
