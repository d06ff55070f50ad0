"""A campaign's money, to the fen: every payment goes through here, so that cash always adds up."""

from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, under_way

COSTS = ("refunds", "goods", "freight", "wages", "marketing", "penalties")


def paid(state: DayState, part: str, fen: int) -> dict[str, int]:
    """The change that a payment makes: to its part of the books, and to cash.

    Raises:
        ValueError: no such part, or a negative payment.
    """
    if part not in COSTS or fen < 0:
        raise ValueError(f"cannot pay {fen} for {part!r}")
    return {part: getattr(state, part) + fen, "cash": state.cash - fen}


def earned(state: DayState, fen: int) -> dict[str, int]:
    """The change that a sale makes."""
    return {"sales": state.sales + fen, "cash": state.cash + fen}


def leftover(season: Season, state: DayState) -> int:
    """What goods in the store and under way are still worth when all is over, in fen."""
    packs = held(state) + under_way(state)
    return int((packs * season.cost).sum()) * season.numbers.resale // 1000


def parts(season: Season, state: DayState) -> tuple[tuple[str, int], ...]:
    """The signed parts of the settled value, in order; they add up to it exactly."""
    return (
        ("sales", state.sales),
        *((name, -getattr(state, name)) for name in COSTS),
        *((("pot", int(state.pot.sum())),) if state.pot.any() else ()),
        ("left", leftover(season, state)),
    )


def settled(season: Season, state: DayState) -> int:
    """The settled value so far, in fen."""
    return sum(fen for _, fen in parts(season, state))
