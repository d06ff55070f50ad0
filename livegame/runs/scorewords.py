"""The score and what moves it, in the words that every front end uses. No Textual here."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.estimate import Estimate
from livegame.runs.freshlot import FreshLot
from livegame.runs.payback import Payback

PARTS = ("sales", "goods", "refunds", "marketing", "spoilage", "penalties")


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
    """The score if the night ended now, how far luck may move it, and what it is measured by; below
    zero also why."""
    swing = t("common.estimate.swing", points=figures.count(guess.swing)) if guess.swing else ""
    points = figures.count(guess.running)
    told = t("common.estimate.now", points=points, swing=swing, par=par(recorded))
    losses = _losses(guess)
    if guess.running >= 0 or not losses:
        return told
    why = [
        t(f"common.estimate.below_by.{name}", money=figures.yuan(losses[name])) for name in losses
    ]
    return f"{told} {t('common.estimate.below', why='; '.join(why))}"


def below(guess: Estimate) -> str:
    """What holds the score below zero most, in two or three words; "" at zero and above."""
    losses = _losses(guess)
    if guess.running >= 0 or not losses:
        return ""
    return t(f"common.estimate.brief.{max(losses, key=lambda name: losses[name])}")


def _losses(guess: Estimate) -> dict[str, int]:
    """The accounts that take from the score without bringing anything, those at zero left out."""
    found = {
        "marketing": guess.marketing,
        "spoilage": guess.spoilage,
        "penalties": guess.penalties,
        "cost": guess.goods + guess.refunds - guess.sales,
    }
    return {name: fen for name, fen in found.items() if fen > 0}


def next_star(guess: Estimate) -> str:
    """What the next star takes; also what is left would make, where that falls short of it."""
    if guess.next_star is None:
        return t("common.estimate.all_stars")
    number, points = figures.ordinal(guess.stars + 1), figures.count(guess.next_star)
    told = t("common.estimate.star", number=number, points=points)
    if guess.most is None or guess.most >= guess.next_star:
        return told
    return f"{told} {t('common.estimate.most', points=figures.count(guess.most))}"


def parts(guess: Estimate) -> str:
    """Of what the estimate is made."""
    money = {name: figures.yuan(getattr(guess, name)) for name in PARTS}
    return t("common.estimate.parts", settled=figures.yuan(guess.settled), **money)
