"""The figures of a board's rows and of how the points spread."""

from typing import TYPE_CHECKING

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.seasons import is_campaign
from livegame.studio.answers.answer import Answer

if TYPE_CHECKING:
    from livegame.runs.panels import Panel as Board
    from livegame.runs.rows import Row


def row(board: "Board", found: "Row", figure: str) -> Answer | None:
    """One figure of a run on a board."""
    match figure:
        case "points" | "settled" | "stars":
            told = Answer(t("why.made", points=figures.count(found.points)))
            told.part(t("front.settled"), figures.exact(found.settled))
            if board.par:
                told.part(t("why.par_line"), figures.exact(board.par.settled))
            told.part(t("why.part.stars"), figures.stars(found.stars))
            return told.say(t("why.points_are"))
        case "place":
            told = Answer(t("why.board_place", place=found.place or "-"))
            told.part(t("why.part.runs"), figures.count(len(board.rows)))
            proven = sum(one.verified for one in board.rows)
            return told.part(t("why.part.proven"), figures.count(proven)).say(t("why.board_is"))
        case "rank":
            return Answer(t("why.night_rank", rank=figures.ordinal(found.rank))).say(
                t("why.night_rank_is")
            )
        case "service":
            return _service(found).say(t("why.service_is"))
        case "trust":
            return Answer(t("why.trust", trust=figures.whole(found.trust))).say(t("why.trust_is"))
        case "when":
            when = found.finished_at[:16].replace("T", " ")
            return Answer(t("why.finished", when=when)).say(t("why.finished_is"))
    return None


def _service(found: "Row") -> Answer:
    """A night counts what was ordered on an open link; a campaign's store whoever came in vain,
    too."""
    percent = figures.share(found.service)
    if is_campaign(found.scenario):
        return Answer(t("why.service_days", percent=percent))
    return Answer(t("why.service", percent=percent)).say(t("why.service_counts"))


def par(board: "Board") -> Answer | None:
    """History's line."""
    if board.par is None:
        return None
    told = Answer(t("why.made", points=figures.count(board.par.points)))
    told.part(t("front.settled"), figures.exact(board.par.settled))
    if board.par.broadcast is not None:
        told.part(t("why.part.broadcast"), figures.count(board.par.broadcast))
    return told.say(t("why.points_are"))


def spread(board: "Board", at: int) -> Answer | None:
    """How many runs made so many points."""
    counts = board.spread
    if counts is None or at >= len(counts.counts):
        return None
    low, high = counts.range_of(at)
    words = {"low": figures.count(low), "high": figures.count(high)}
    told = Answer(t("why.spread", **words))
    told.part(t("why.part.runs"), figures.count(counts.counts[at]))
    told.part(t("why.part.of_all"), figures.count(sum(counts.counts)))
    return told.say(t("board.spread.bots", runs=sum(counts.counts)) if board.stand_in else "")


def number(board: "Board", at: int, of: int) -> Answer:
    """Which of the boards this is."""
    told = Answer(t("why.boards", at=at + 1, of=of))
    told.part(t("why.part.runs"), figures.count(len(board.rows)))
    return told.say(t("why.boards_are"))
