"""The expert's weights: what each means stands in content, what a tuning found beside it."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen
from attrs.validators import ge

from livegame.bots.weights import Weight, bots_folder, weights_of
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import load_toml, structure


@frozen
class Style:
    """The weights of an expert by name; their units stand in content/bots/expert.toml.

    Attributes:
        leaning: of single pitches, by id: how many times its worth each is held to be worth; one
            that is not named, once.
    """

    store: float
    patience: float
    haste: float
    trust: float
    mood: float
    crowd: float
    voice: float
    shelf: float
    aside: float
    closing: float
    dearness: float
    eager: float
    steady: float
    stock: float
    fresh: float
    advert: float
    lot: float
    restock: float
    reply: float
    range: float
    flow: float
    reach: float
    leaning: Mapping[str, float] = field(factory=dict[str, float])


@frozen
class Tuned:
    """What a tuning found for a scenario or one room of it, and how, so that it can be made again.

    Attributes:
        rules: version of the rules; content: digest of the scenario's content.
        roles, seeds: nights that it was tuned on; never to be used for the ladder.
        rounds, size: generations, and candidates in each. sweeps: times that every weight was
            tried alone after them. search_seed: of the search itself.
        points: mean points over those nights at the end; start: those of the guess.
        weights, leaning: as found.
    """

    scenario: str
    rules: int
    content: str
    roles: list[str]
    seeds: str
    rounds: int = field(validator=ge(0))
    size: int = field(validator=ge(1))
    search_seed: int
    points: float
    start: float
    weights: dict[str, float]
    leaning: dict[str, float] = field(factory=dict[str, float])
    sweeps: int = field(default=0, validator=ge(0))


@lru_cache(maxsize=1)
def _rows() -> tuple[Weight, ...]:
    return weights_of("expert", Style)


def known_weights() -> tuple[Weight, ...]:
    """The weights of the whole host, in the order of `Style`; the leaning is each pitch's own.

    Raises:
        ContentError: content has others than the expert knows, or bounds that make no sense.
    """
    return tuple(row for row in _rows() if row.id != "leaning")


def known_leaning() -> Weight:
    """How far the leaning to a pitch may go."""
    return next(row for row in _rows() if row.id == "leaning")


def guess() -> Style:
    """The style before any tuning."""
    weights: dict[str, Any] = {row.id: row.start for row in known_weights()}
    return Style(**weights)


def tuned_file(scenario: str, role: str = "") -> Path:
    """Where the tuning of a scenario is kept, or that of one room."""
    folder = bots_folder() / "tuned"
    return folder / scenario / f"{role}.toml" if role else folder / f"{scenario}.toml"


@lru_cache(maxsize=128)
def tuned(scenario: str, role: str = "") -> Tuned | None:
    """What was found for a scenario or for one room alone, or None if nobody has tuned for it.

    Raises:
        ContentError: the file is damaged.
    """
    path = tuned_file(scenario, role)
    return structure(load_toml(path), Tuned, path.name) if path.is_file() else None


@lru_cache(maxsize=128)
def style_for(scenario: str, role: str) -> Style:
    """The style tuned for a room, or else for its scenario, or the guess.

    Raises:
        ContentError: weights are missing or unknown.
    """
    found = tuned(scenario, role) or tuned(scenario)
    if found is None:
        return guess()
    names = {row.id for row in known_weights()}
    if set(found.weights) != names:
        odd = sorted(names ^ set(found.weights))
        path = tuned_file(scenario, role if tuned(scenario, role) else "")
        raise ContentError(f"{path}: unknown or missing weights {odd}; tune again")
    told: dict[str, Any] = {**found.weights, "leaning": found.leaning}
    return Style(**told)
