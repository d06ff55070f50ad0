"""The running order hosts an evening: how far it is, and what came of it, line by line."""

from livegame.catalog.figures import count, money
from livegame.catalog.texts import t
from livegame.plain.console import Console
from livegame.plain.words import time_of
from livegame.runs.campaigns.evening import EveningSession

PARTS = 5  # of an evening; a line for each: a counter would be read out without end


def host(console: Console, show: EveningSession) -> None:
    """Let the running order host the rest of a show, and say how it goes.

    Raises:
        RunError: its decisions cannot be written.
    """
    console.say(t("days.plain.script_begins"))
    part = _part(show.view.tick, show.view.ticks)

    def progress(done: int, of: int) -> None:
        nonlocal part
        if _part(done, of) != part:
            part = _part(done, of)
            console.say(_line(show, done * 100 // of))

    show.by_script(progress)
    view = show.view
    words = {"peak": count(view.peak), "sales": money(view.sales), "orders": count(view.orders)}
    console.say(t("days.plain.script_over", **words))


def _part(done: int, of: int) -> int:
    return PARTS * done // max(1, of)


def _line(show: EveningSession, percent: int) -> str:
    view, scene = show.view, show.scenario
    return t(
        "days.plain.script_line",
        percent=percent,
        time=time_of(scene, view.tick, scene.tick_seconds),
        watching=count(view.watching),
        sales=money(view.sales),
    )
