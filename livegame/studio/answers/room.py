"""A figure of a show by its name: which of the answers it is."""

from collections.abc import Callable

from livegame.runs.because import Because
from livegame.studio.answers import bands, goods, night, people
from livegame.studio.answers.answer import Answer
from livegame.studio.show import Show

PLAIN: dict[str, Callable[[Show], Answer | None]] = {
    "points": night.score,
    "takings": night.takings,
    "budget": night.budget,
    "time": night.time,
    "outside": night.outside,
    "night": night.about,
    "race": night.race,
    "orders": night.orders,
    "peak": people.peak,
    "seen": people.seen,
    "comments": people.comments,
}
DEEP: dict[str, Callable[[Show, Because], Answer]] = {
    "watching": people.watching,
    "heat": people.heat,
    "trust": people.trust,
    "mood": people.mood,
    "voice": people.voice,
}


def answer(show: Show, name: str, known: Callable[[str], Because]) -> Answer | None:
    """What is to be said of a figure.

    Args:
        show: the run.
        name: of the figure: "watching", "price:th-durian", "pitch:taste:desire", ...
        known: takes the room and one of its goods apart; asked only where that is needed.

    Returns:
        The answer, or None for a figure that is not known.
    """
    kind, *rest = name.split(":")
    if kind in PLAIN:
        return PLAIN[kind](show)
    if kind in DEEP:
        return DEEP[kind](show, known(show.chosen))
    if not rest:
        return None
    if kind == "place":
        return night.place(show, rest[0])
    if kind == "did":
        return night.deed_at(show, rest[0])
    if kind == "curve":
        return night.curve(show, rest[0])
    if kind == "sale" and len(rest) > 1:
        return night.sale(show, rest[0], rest[1])
    if kind == "pitch":
        return bands.pitch(show, *rest[:2])
    return goods.good(show, kind, rest[0], known(rest[0]))
