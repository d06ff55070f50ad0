"""The expert's weights: what each means stands in content, what a tuning found beside it."""

from functools import lru_cache
from pathlib import Path

from attrs import field, frozen
from attrs.validators import ge

from livegame.bots.weights import Weight, bots_folder, weights_of
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import load_toml, structure


@frozen
class Style:
    """The weights of an expert by name; their units stand in content/bots/expert.toml."""

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


@frozen
class Tuned:
    """What a tuning found for a scenario, and how, so that it can be made again.

    Attributes:
        rules: version of the rules; content: digest of the scenario's content.
        roles, seeds: nights that it was tuned on; never to be used for the ladder.
        rounds, size: generations, and candidates in each. sweeps: times that every weight was
            tried alone after them. search_seed: of the search itself.
        points: mean points over those nights at the end; start: those of the guess.
        weights: as found.
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
    sweeps: int = field(default=0, validator=ge(0))


@lru_cache(maxsize=1)
def known_weights() -> tuple[Weight, ...]:
    """The weights in the order of `Style`.

    Raises:
        ContentError: content has others than the expert knows, or bounds that make no sense.
    """
    return weights_of("expert", Style)


def guess() -> Style:
    """The style before any tuning."""
    return Style(**{row.id: row.start for row in known_weights()})


def tuned_file(scenario: str) -> Path:
    """Where the tuning of a scenario is kept."""
    return bots_folder() / "tuned" / f"{scenario}.toml"


@lru_cache(maxsize=16)
def tuned(scenario: str) -> Tuned | None:
    """What was found for a scenario, or None if nobody has tuned for it.

    Raises:
        ContentError: the file is damaged.
    """
    path = tuned_file(scenario)
    return structure(load_toml(path), Tuned, path.name) if path.is_file() else None


@lru_cache(maxsize=16)
def style_for(scenario: str) -> Style:
    """The tuned style of a scenario, or the guess.

    Raises:
        ContentError: weights are missing or unknown.
    """
    found = tuned(scenario)
    if found is None:
        return guess()
    names = {row.id for row in known_weights()}
    if set(found.weights) != names:
        odd = sorted(names ^ set(found.weights))
        raise ContentError(f"{tuned_file(scenario)}: unknown or missing weights {odd}; tune again")
    return Style(**found.weights)
