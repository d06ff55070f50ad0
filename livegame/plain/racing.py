"""The run that is raced, in words: what it had done by now, beside what you have done."""

from livegame.catalog.texts import t
from livegame.plain.words import country, good_name, time_of
from livegame.runs.ghost import KINDS, Ghost, counted
from livegame.runs.session import Session


def race_lines(ghost: Ghost, session: Session) -> list[str]:
    """Ahead or behind; the beats, launches and sell-outs of both so far; its last two moments."""
    view = session.view
    lines = [t("plain.race.gap", said=ghost.words(view.tick, view.sales))]
    mine, its = counted(session.marks, view.tick), ghost.gone_by(view.tick)
    pairs = [t(f"plain.race.{kind}", mine=mine[kind], its=its[kind]) for kind in KINDS]
    lines.append(t("plain.race.marks", who=ghost.name, marks=", ".join(pairs)))
    for kind in ("launch", "soldout"):
        mark = ghost.last(kind, view.tick)
        if mark:
            time = time_of(session.scenario, mark[0], session.world.tick_seconds)
            words = {"who": ghost.name, "name": good_name(view, mark[2]), "time": time}
            lines.append(t(f"plain.race.last_{kind}", **words))
    return lines


def raced_words(ghost: Ghost) -> str:
    """That a race goes on, and against whom."""
    return t("plain.race.goes_on", who=ghost.name, room=country(ghost.role))
