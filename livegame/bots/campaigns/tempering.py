"""Looking for better weights of the planner of the days before a night: each weight in turn, up and
down, on campaigns that are kept for it.

The night's short shows and the night itself make a campaign dear, so the search is a plain one: a
step that helps is kept, and steps become smaller round by round. The same call finds the same.
"""

from collections.abc import Sequence
from concurrent.futures import Executor

from attrs import asdict, evolve, frozen

from livegame.bots.campaigns.players import Planner, play_out
from livegame.bots.campaigns.temper import Temper, Tempers, guess_of, known_weights, tempers
from livegame.bots.nights import Progress
from livegame.engine.days.outcome import outcome
from livegame.engine.rules import RULES
from livegame.runs.campaigns.seasons import season_of

FIRST_SEED = 40_000
CAMPAIGNS = 6
ROUNDS = 3
STEPS = (0.25, 0.12, 0.06, 0.03)  # of a weight's bounds, round by round


@frozen
class Try:
    """One campaign with given weights."""

    campaign: str
    role: str
    temper: Temper
    seed: int


def points_of_try(one: Try) -> float:
    """Its settled value as points, with their fraction."""
    season = season_of(one.campaign, one.role)
    moment = play_out(season, Planner(temper=one.temper), one.seed)
    return outcome(season, moment.days).settled * 1000 / max(season.par, 1)


def tempered(
    campaign: str,
    roles: Sequence[str],
    *,
    rounds: int = ROUNDS,
    seeds: int = CAMPAIGNS,
    again: bool = False,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Tempers:
    """Tune every role's weights.

    Args:
        again: go on from what was found before.
    """
    known = tempers(campaign)
    some = tuple(range(FIRST_SEED, FIRST_SEED + seeds))
    weights = dict(known.weights) if known else {}
    points, start = (dict(known.points), dict(known.start)) if known else ({}, {})
    for n, role in enumerate(roles):
        first = guess_of()
        if again and known and role in known.weights:
            first = evolve(first, **known.weights[role])
        search = _Search(campaign, role, some, executor)
        start[role] = round(search.mean([guess_of()])[0], 1)
        best, value = search.run(first, rounds)
        points[role] = round(value, 1)
        weights[role] = {name: round(number, 4) for name, number in asdict(best).items()}
        if progress:
            progress(n + 1, len(roles))
    return Tempers(
        scenario=campaign,
        rules=RULES,
        seeds=f"{some[0]}:{some[-1] + 1}",
        rounds=rounds,
        points=points,
        start=start,
        weights=weights,
    )


@frozen
class _Search:
    campaign: str
    role: str
    seeds: tuple[int, ...]
    executor: Executor | None

    def mean(self, tempers: Sequence[Temper]) -> list[float]:
        """Mean points of each set of weights."""
        jobs = [Try(self.campaign, self.role, one, seed) for one in tempers for seed in self.seeds]
        run = self.executor.map(points_of_try, jobs) if self.executor else map(points_of_try, jobs)
        found, count = list(run), len(self.seeds)
        return [sum(found[i : i + count]) / count for i in range(0, len(found), count)]

    def run(self, first: Temper, rounds: int) -> tuple[Temper, float]:
        """The best weights after so many rounds, and their mean points."""
        best, value = first, self.mean([first])[0]
        for step in STEPS[:rounds]:
            for row in known_weights():
                now, wide = getattr(best, row.id), (row.high - row.low) * step
                ways = {min(max(now + by, row.low), row.high) for by in (-wide, wide)} - {now}
                some = [evolve(best, **{row.id: round(number, 4)}) for number in sorted(ways)]
                for one, mean in zip(some, self.mean(some), strict=True):
                    if mean > value:
                        best, value = one, mean
        return best, value


def tempers_toml(found: Tempers) -> str:
    """The tuning as the TOML text that content keeps."""
    lines = [
        f"# Made by 'livegame tune {found.scenario} --write'; not written by hand. Meanings are in",
        "# content/bots/eve.toml. No measurement plays these seeds.",
        f'scenario = "{found.scenario}"',
        f"rules = {found.rules}",
        f'seeds = "{found.seeds}"',
        f"rounds = {found.rounds}",
    ]
    for name in ("points", "start"):
        lines += ["", f"[{name}]", *(f"{k} = {v}" for k, v in sorted(getattr(found, name).items()))]
    for role, rows in sorted(found.weights.items()):
        lines += ["", f"[weights.{role}]", *(f"{k} = {v}" for k, v in rows.items())]
    return "\n".join(lines) + "\n"
