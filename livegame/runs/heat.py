"""The platform's measure of a room, as it is read everywhere."""

from typing import TYPE_CHECKING

from livegame.catalog import figures

if TYPE_CHECKING:
    from livegame.engine.view import RoomView


def heat_place(view: "RoomView") -> str:
    """The room's place by heat (3rd); "" while nothing is measured yet."""
    return figures.ordinal(view.heat_rank) if view.tick else ""


def heat_times(permille: int) -> str:
    """So many times the mean room, from per mille: 1.1."""
    return f"{permille // 1000}.{permille % 1000 // 100}"
