"""The score and what moves it, in the words that every front end uses. No Textual here."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.estimate import Estimate
from livegame.runs.freshlot import FreshLot
from livegame.runs.payback import Payback


def paid_back(back: Payback) -> str:
    """What earlier buyers get back at a price."""
    if not back.total:
        return t("common.payback.none")
    return t(
        "common.payback.cut",
        packs=figures.count(back.packs),
        each=figures.price(back.each),
        total=figures.yuan(back.total),
    )


def look_again(back: Payback | FreshLot) -> str:
    """Who looks again at a lower price, or at a fresh lot."""
    return t(
        "common.payback.again",
        again=figures.count(back.again),
        passed=figures.count(back.passed),
    )


def par(recorded: bool) -> str:
    """What 1,000 points stand for."""
    return t("common.par.recorded" if recorded else "common.par.assumed")


def so_far(guess: Estimate, recorded: bool) -> str:
    """The score if the night ended now, against what it is measured by; below zero also why."""
    told = t("common.estimate.now", points=figures.count(guess.running), par=par(recorded))
    return told if guess.running >= 0 else f"{told} {t('common.estimate.below')}"


def next_star(guess: Estimate) -> str:
    """What the next star takes."""
    if guess.next_star is None:
        return t("common.estimate.all_stars")
    number, points = figures.ordinal(guess.stars + 1), figures.count(guess.next_star)
    return t("common.estimate.star", number=number, points=points)


def parts(guess: Estimate) -> str:
    """Of what the estimate is made."""
    names = ("sales", "goods", "refunds", "marketing", "spoilage", "penalties")
    money = {name: figures.yuan(getattr(guess, name)) for name in names}
    return t("common.estimate.parts", settled=figures.yuan(guess.settled), **money)
