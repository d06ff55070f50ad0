"""What the planner of the days before a night weighs: its meaning in content, what a tuning found
for each role beside it."""

from functools import lru_cache
from pathlib import Path

from attrs import evolve, frozen

from livegame.bots.weights import Weight, bots_folder, weights_of
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import load_toml, structure


@frozen
class Temper:
    """The weights by name; their units stand in content/bots/eve.toml."""

    sure: float
    night: float
    fans: float
    rested: float
    fresh: float
    ready: float
    habit: float
    book: float
    short: float
    call: float
    desk: float
    lesson: float
    spare: float
    scarce: float
    advert: float


@frozen
class Tempers:
    """What a tuning found for a campaign's roles, and how, so that it can be made again.

    Attributes:
        rules: version of the rules. seeds: campaigns that it was tuned on; no measurement uses
            them. points: mean points on them at the end, start: those of the guess, by role.
        weights: by role.
    """

    scenario: str
    rules: int
    seeds: str
    rounds: int
    points: dict[str, float]
    start: dict[str, float]
    weights: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def known_weights() -> tuple[Weight, ...]:
    """The weights in the order of `Temper`.

    Raises:
        ContentError: content has others than the planner knows, or bounds that make no sense.
    """
    return weights_of("eve", Temper)


def guess_of() -> Temper:
    """The weights before any tuning."""
    return Temper(**{row.id: row.start for row in known_weights()})


def tempers_file(campaign: str) -> Path:
    """Where the tuning of a campaign is kept."""
    return bots_folder() / "eve" / f"{campaign}.toml"


@lru_cache(maxsize=16)
def tempers(campaign: str) -> Tempers | None:
    """What was found for a campaign, or None if nobody has tuned for it.

    Raises:
        ContentError: the file is damaged.
    """
    path = tempers_file(campaign)
    return structure(load_toml(path), Tempers, path.name) if path.is_file() else None


@lru_cache(maxsize=32)
def temper_for(campaign: str, role: str) -> Temper:
    """The tuned weights of a role, or the guess.

    Raises:
        ContentError: the file is damaged or names a weight that there is not.
    """
    found = tempers(campaign)
    own = found.weights.get(role, {}) if found else {}
    odd = sorted(set(own) - {row.id for row in known_weights()})
    if odd:
        raise ContentError(f"{tempers_file(campaign)}: unknown weights {odd}; tune again")
    return evolve(guess_of(), **own)
