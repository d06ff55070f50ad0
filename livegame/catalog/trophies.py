"""Trophies: what a finished night or campaign can be remembered for, as figures to be reached."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

# Figures of a night that a trophy may ask for; fen, packs, per mille or counts, as in the result.
NIGHT_FIGURES = (
    "points", "settled", "sales", "refunds", "marketing", "spoilage", "penalties", "service",
    "trust", "rank", "visitors", "peak", "packs", "returned", "turned", "left", "sold_out",
    "kinds", "milestones",
)  # fmt: skip

# The same of a campaign of several days.
DAY_FIGURES = (
    "units", "waste", "service", "fans", "trust", "shows", "points", "late", "cuts", "held",
    "lessons", "farms", "hosts", "joint", "share",
    "goals", "returned", "delayed", "answered", "marketing", "lapsed", "booked",
)  # fmt: skip


@frozen
class Trophy:
    """A trophy: figures of the outcome that must be at least, or at most, so much."""

    id: str
    name: str
    what: str
    least: dict[str, int] = field(factory=dict)
    most: dict[str, int] = field(factory=dict)


def won(trophies: Iterable[Trophy], figures: Mapping[str, int]) -> tuple[str, ...]:
    """The ids of the trophies that an outcome's figures win, in order."""
    return tuple(
        trophy.id
        for trophy in trophies
        if all(figures[name] >= least for name, least in trophy.least.items())
        and all(figures[name] <= most for name, most in trophy.most.items())
    )
