"""Looking for a better style of the expert: an evolution strategy on nights kept for it.

Each round draws candidates around a mean, plays them all under the same seeds, and moves mean and
spread towards the better half (separable CMA-ES: Ros and Hansen 2008, without its paths). All
candidates of a round share a batch. The search has a seed of its own and nights of its own, so the
same call finds the same weights.
"""

import math
import random
from collections.abc import Callable, Sequence
from concurrent.futures import Executor

from attrs import asdict, frozen

from livegame.bots.evenings import Evenings
from livegame.bots.expert.style import Style, Tuned, guess, known_weights
from livegame.bots.games import outcome, run_all
from livegame.bots.hosts.expert import Expert
from livegame.bots.nights import Progress, shipped_world
from livegame.engine.rules import RULES

FIRST_SEED = 5_000
ROUNDS = 30
SIZE = 16
NIGHTS = 6  # of each candidate in each room and round
CHECK = 30  # nights in each room that tell what was won in the end
FINALS = 8  # rounds whose outcome is in the running at the end
SPREAD = 0.25  # of the bounds, at first
SPREAD_AGAIN = 0.08  # the same where a search goes on from weights that it has found before
SEARCH_SEED = 618
ASIDE = (-0.4, -0.12, 0.12, 0.4)  # of the bounds: other values that a sweep tries of a weight
NARROWEST = 0.02
BATCH = 48

Point = list[float]


@frozen
class Trial:
    """Candidates in one room under the same seeds."""

    scenario: str
    role: str
    styles: tuple[Style, ...]
    seeds: tuple[int, ...]


def try_styles(trial: Trial) -> list[float]:
    """Mean points of each style of a trial, all of it as one batch."""
    world = shipped_world(trial.scenario)
    hosts = [Expert(style) for style in trial.styles for _ in trial.seeds]
    seeds = trial.seeds * len(trial.styles)
    evenings = Evenings.begin(world, world.room_of(trial.role), hosts, seeds)
    evenings.play()
    points = outcome(world, evenings).points.reshape(len(trial.styles), -1)
    return [float(mean) for mean in points.mean(axis=1)]


def style_at(point: Point) -> Style:
    """The style at a point of the unit cube that the weights' bounds span."""
    rows = known_weights()
    return Style(**{w.id: round(w.low + (w.high - w.low) * x, 4)
                    for w, x in zip(rows, point, strict=True)})  # fmt: skip


def point_of(style: Style) -> Point:
    """The point of the unit cube at which a style lies."""
    values = asdict(style)
    return [(values[w.id] - w.low) / (w.high - w.low) for w in known_weights()]


def search(
    rate: Callable[[int, list[Point]], list[float]],
    start: Point,
    *,
    rounds: int = ROUNDS,
    size: int = SIZE,
    seed: int = SEARCH_SEED,
    spread: float = SPREAD,
) -> list[Point]:
    """Where the search stood: its start, and the mean of each round's better half.

    Args:
        rate: the worth of each point in a round; higher is better.
        start: where the search begins, in the unit cube.
        size: candidates a round, at least 4.
        spread: how far it looks around at first, in the unit cube.
    """
    dice = random.Random(seed)
    mean, width = list(start), [spread] * len(start)
    stood = [list(start)]
    kept = size // 2
    weights = [math.log(kept + 0.5) - math.log(i + 1) for i in range(kept)]
    total = sum(weights)
    weights = [w / total for w in weights]
    power = 1.0 / sum(w * w for w in weights)  # how many candidates the weighted half is worth
    learn = min(1.0, (power + 2.0) / (len(start) + power + 5.0))
    for turn in range(rounds):
        drawn = [
            [min(1.0, max(0.0, m + s * dice.gauss(0.0, 1.0)))
             for m, s in zip(mean, width, strict=True)]
            for _ in range(size - 1)
        ]  # fmt: skip
        points = [list(mean), *drawn]
        worth = rate(turn, points)
        best = [points[i] for i in sorted(range(size), key=lambda i: (-worth[i], i))[:kept]]
        for d in range(len(mean)):
            was = mean[d]
            mean[d] = sum(w * p[d] for w, p in zip(weights, best, strict=True))
            found = sum(w * (p[d] - was) ** 2 for w, p in zip(weights, best, strict=True))
            width[d] = max(NARROWEST, math.sqrt((1 - learn) * width[d] ** 2 + learn * found))
        stood.append(list(mean))
    return stood


def sweep(rate: Callable[[int, list[Point]], list[float]], start: Point, turn: int) -> Point:
    """One weight after another, each at a few other values beside its own, the best kept.

    The strategy moves all weights at once and little; a weight that lies far off, and matters
    alone, is found by this.

    Args:
        rate: the worth of each point in a round; higher is better.
        start: where it begins, in the unit cube. turn: round of the first weight.
    """
    at = list(start)
    for d, value in enumerate(start):
        others = {min(1.0, max(0.0, value + step)) for step in ASIDE} - {value}
        points = [at, *([*at[:d], other, *at[d + 1 :]] for other in sorted(others))]
        worth = rate(turn + d, points)
        at = points[worth.index(max(worth))]
    return at


def tune(
    scenario: str,
    roles: Sequence[str],
    *,
    first_seed: int = FIRST_SEED,
    rounds: int = ROUNDS,
    size: int = SIZE,
    nights: int = NIGHTS,
    check: int = CHECK,
    sweeps: int = 0,
    seed: int = SEARCH_SEED,
    start: Style | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Tuned:
    """Tune the expert for a scenario; the same call gives the same weights.

    Each round has nights of its own. A round of few nights may lead astray, so the places where
    the search stood, its start among them, are played against one another on further nights; the
    last nights, which nothing has seen before, tell what was won.

    Args:
        roles: rooms it plays in; the mean over them counts.
        nights: of each candidate in each room and round. check: nights a room at the end, once to
            choose and once to tell.
        sweeps: times that every weight is tried alone, after the rounds.
        start: where the search begins; the guess by default.
    """
    begun = start or guess()
    finals = min(rounds + sweeps, FINALS) + 1
    turns = rounds + sweeps * len(known_weights())
    tried = rounds * size + (turns - rounds) * (len(ASIDE) + 1)
    total = (tried * nights + (finals + 2) * check) * len(roles)
    done = 0

    def worth(styles: Sequence[Style], seeds: range) -> list[float]:
        nonlocal done
        each = max(1, BATCH // len(seeds))
        parts = [tuple(styles[i : i + each]) for i in range(0, len(styles), each)]
        trials = [Trial(scenario, role, part, tuple(seeds)) for role in roles for part in parts]
        before = done

        def note(part: int, _: int) -> None:
            if progress:
                progress(before + part, total)

        found = run_all(try_styles, trials, executor=executor, progress=note,
                        size=lambda t: len(t.styles) * len(t.seeds))  # fmt: skip
        done = before + len(styles) * len(seeds) * len(roles)
        flat = [points for part in found for points in part]
        rows = [flat[r * len(styles) : (r + 1) * len(styles)] for r in range(len(roles))]
        return [sum(column) / len(roles) for column in zip(*rows, strict=True)]

    def rate(turn: int, points: list[Point]) -> list[float]:
        first = first_seed + turn * nights
        return worth([style_at(p) for p in points], range(first, first + nights))

    spread = SPREAD if start is None else SPREAD_AGAIN
    stood = search(rate, point_of(begun), rounds=rounds, size=size, seed=seed, spread=spread)
    for turn in range(rounds, turns, len(known_weights())):
        stood.append(sweep(rate, stood[-1], turn))
    first = first_seed + turns * nights
    styles = [begun, *map(style_at, stood[1:][-FINALS:])]
    chosen = worth(styles, range(first, first + check))
    best = styles[chosen.index(max(chosen))]
    first += check
    before, after = worth([begun, best], range(first, first + check))
    return Tuned(
        scenario=scenario,
        rules=RULES,
        content=shipped_world(scenario).content_hash,
        roles=list(roles),
        seeds=f"{first_seed}:{first + check}",
        rounds=rounds,
        size=size,
        sweeps=sweeps,
        search_seed=seed,
        points=round(after, 1),
        start=round(before, 1),
        weights=asdict(best),
    )


def tuned_toml(found: Tuned) -> str:
    """A tuning as the TOML text that content keeps."""
    roles = ", ".join(f'"{role}"' for role in found.roles)
    return "\n".join(
        [
            "# Found by 'livegame tune'; not written by hand. What each weight means stands in",
            "# content/bots/expert.toml. The ladder never plays these seeds.",
            f'scenario = "{found.scenario}"',
            f"rules = {found.rules}",
            f'content = "{found.content}"',
            f"roles = [{roles}]",
            f'seeds = "{found.seeds}"',
            f"rounds = {found.rounds}",
            f"size = {found.size}",
            f"sweeps = {found.sweeps}",
            f"search_seed = {found.search_seed}",
            "# Mean points over the last of those seeds, which no round has seen.",
            f"points = {found.points}",
            f"start = {found.start}",
            "",
            "[weights]",
            *(f"{name} = {value}" for name, value in found.weights.items()),
            "",
        ]
    )
