"""One row of a day's plan: what it is, how it stands, what a turn does."""

from collections.abc import Callable, Sequence

from attrs import frozen


@frozen
class Knob:
    """One row of the plan.

    Attributes:
        group: the head under which it stands. label, value: in words. place: of the value among
            those that there are to choose from, as 2/4; "" where it is a number or yes or no.
        turn: takes a number of steps, up or down, and tells why it cannot be, or "".
        on: it is set to something else than usual. about: what it means. limit: what is said when
            it goes no further up.
        good, route: the product that it is about and the way that brings it; "" for none.
    """

    group: str
    label: str
    value: str
    turn: Callable[[int], str]
    on: bool = False
    about: str = ""
    place: str = ""
    limit: str = ""
    good: str = ""
    route: str = ""


def round_to(names: Sequence[str], now: str, by: int) -> str:
    """The name so many places on, round and round."""
    return names[(names.index(now) + (1 if by > 0 else -1)) % len(names)]


def place(names: Sequence[str], now: str) -> str:
    """Which of the names it is, of how many."""
    return f"{names.index(now) + 1}/{len(names)}"
