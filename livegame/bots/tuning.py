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
from itertools import chain
from statistics import fmean, stdev

from attrs import asdict, frozen

from livegame.bots.evenings import Evenings
from livegame.bots.expert.style import Style, Tuned, guess, known_leaning, known_weights
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


def try_styles(trial: Trial) -> list[list[float]]:
    """Points of each style of a trial in each of its nights, all of it as one batch."""
    world = shipped_world(trial.scenario)
    hosts = [Expert(style) for style in trial.styles for _ in trial.seeds]
    seeds = trial.seeds * len(trial.styles)
    evenings = Evenings.begin(world, world.room_of(trial.role), hosts, seeds)
    evenings.play()
    points = outcome(world, evenings).points.reshape(len(trial.styles), -1)
    return [[float(night) for night in nights] for nights in points]


def style_at(point: Point, pitches: Sequence[str] = ()) -> Style:
    """The style at a point of the unit cube that the bounds of the weights span, and after them
    those of the leaning to each of so many pitches."""
    rows = [*known_weights(), *(known_leaning() for _ in pitches)]
    found = [round(w.low + (w.high - w.low) * x, 4) for w, x in zip(rows, point, strict=True)]
    own = len(rows) - len(pitches)
    weights = {w.id: value for w, value in zip(rows[:own], found[:own], strict=True)}
    return Style(**weights, leaning=dict(zip(pitches, found[own:], strict=True)))


def point_of(style: Style, pitches: Sequence[str] = ()) -> Point:
    """The point of the unit cube at which a style lies."""
    values, lean = asdict(style), known_leaning()
    told = [(w, values[w.id]) for w in known_weights()]
    told += [(lean, style.leaning.get(name, lean.start)) for name in pitches]
    return [(value - w.low) / (w.high - w.low) for w, value in told]


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


def sweep(
    rate: Callable[[int, list[Point]], Sequence[Sequence[float]]], start: Point, turn: int
) -> Point:
    """One weight after another, each at a few other values beside its own, the best kept.

    The strategy moves all weights at once and little; a weight that lies far off, and matters
    alone, is found by this. A value takes the place of another only if it is better by more than
    the standard error of the difference, night by night: else luck would move every weight.

    Args:
        rate: the worth of each point of a round in each of the same nights; higher is better.
        start: where it begins, in the unit cube. turn: round of the first weight.
    """
    at = list(start)
    for d, value in enumerate(start):
        others = {min(1.0, max(0.0, value + step)) for step in ASIDE} - {value}
        points = [at, *([*at[:d], other, *at[d + 1 :]] for other in sorted(others))]
        was, *found = rate(turn + d, points)
        best = max(range(len(found)), key=lambda i: fmean(found[i]))
        if _better(found[best], was):
            at = points[1 + best]
    return at


def _better(ones: Sequence[float], others: Sequence[float]) -> bool:
    """Whether nights are better than others under the same luck, by more than chance alone."""
    gains = [one - other for one, other in zip(ones, others, strict=True)]
    error = stdev(gains) / math.sqrt(len(gains)) if len(gains) > 1 else 0.0
    return fmean(gains) > error


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
    pitches = [name for name in shipped_world(scenario).pitches.ids if name]
    finals = min(rounds + sweeps, FINALS) + 1
    size_of = len(known_weights()) + len(pitches)
    turns = rounds + sweeps * size_of
    tried = rounds * size + (turns - rounds) * (len(ASIDE) + 1)
    total = (tried * nights + (finals + 2) * check) * len(roles)
    done = 0

    def played(styles: Sequence[Style], seeds: range) -> list[list[float]]:
        """Of each style, its nights in all the rooms."""
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
        flat = [row for part in found for row in part]
        return [list(chain.from_iterable(flat[n :: len(styles)])) for n in range(len(styles))]

    def worth(styles: Sequence[Style], seeds: range) -> list[float]:
        return [fmean(row) for row in played(styles, seeds)]

    def rows(turn: int, points: list[Point]) -> list[list[float]]:
        first = first_seed + turn * nights
        return played([style_at(p, pitches) for p in points], range(first, first + nights))

    def rate(turn: int, points: list[Point]) -> list[float]:
        return [fmean(row) for row in rows(turn, points)]

    spread = SPREAD if start is None else SPREAD_AGAIN
    stood = search(
        rate, point_of(begun, pitches), rounds=rounds, size=size, seed=seed, spread=spread
    )
    for turn in range(rounds, turns, size_of):
        stood.append(sweep(rows, stood[-1], turn))
    first = first_seed + turns * nights
    styles = [begun, *(style_at(p, pitches) for p in stood[1:][-FINALS:])]
    chosen = worth(styles, range(first, first + check))
    best = styles[chosen.index(max(chosen))]
    first += check
    before, after = worth([begun, best], range(first, first + check))
    weights = asdict(best)
    leaning = weights.pop("leaning")
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
        weights=weights,
        leaning={name: value for name, value in leaning.items() if value != 1.0},
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
            *(["", "[leaning]"] if found.leaning else []),
            *(f"{name} = {value}" for name, value in found.leaning.items()),
            "",
        ]
    )
