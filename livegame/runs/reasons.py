"""A figure taken apart: its parts, what they come to, a few sentences. Words that every front end
uses; how they are set out on a screen, or read out line by line, is for the front end."""

from typing import Self

from attrs import Factory, frozen

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.explain import Causes
from livegame.engine.view import ProductView, RoomView
from livegame.runs import scorewords
from livegame.runs.because import Because
from livegame.runs.estimate import Estimate
from livegame.runs.tonight import on_table


@frozen
class Reason:
    """A figure taken apart; built up row by row.

    Attributes:
        title: the figure and how it stands.
        rows: (kind, name, amount): "head", "part", "total" or "say".
    """

    title: str
    rows: list[tuple[str, str, str]] = Factory(list)

    def head(self, text: str) -> Self:
        """Begin a group of parts."""
        self.rows.append(("head", text, ""))
        return self

    def part(self, name: str, amount: str) -> Self:
        """One part."""
        self.rows.append(("part", name, amount))
        return self

    def total(self, name: str, amount: str) -> Self:
        """What the parts before it come to."""
        self.rows.append(("total", name, amount))
        return self

    def say(self, text: str) -> Self:
        """A sentence; nothing for an empty one."""
        if text:
            self.rows.append(("say", text, ""))
        return self


def score(guess: Estimate, recorded: bool) -> Reason:
    """The estimate: the settlement's parts, what they come to, and the next star; `recorded` is
    whether history's own result is what 1,000 points stand for."""
    told = Reason(t("why.points", points=figures.count(guess.running)))
    for name in scorewords.PARTS:
        fen = getattr(guess, name)
        amount = figures.yuan(fen if name == "sales" else -fen)
        told.part(t(f"front.part.{name}"), amount)
    told.total(t("why.settled"), figures.yuan(guess.settled))
    told.part(t("why.par" if recorded else "why.par_assumed"), figures.yuan(guess.par))
    told.say(scorewords.so_far(guess, recorded)).say(scorewords.next_star(guess))
    return told.say(t("why.swing")) if guess.swing else told


def watching(view: RoomView, before: int, known: Because) -> Reason:
    """A minute's balance, and what brings and drives people away now; `before` is how many were
    watching a minute ago."""
    told = Reason(t("why.watching", number=figures.count(view.watching)))
    told.part(t("why.part.before"), figures.count(before))
    told.part(t("why.part.came"), figures.signed(figures.count(view.arrived), view.arrived))
    told.part(t("why.part.left"), figures.count(-view.left))
    come = known.coming
    told.head(t("why.come"))
    told.part(t("why.part.home"), figures.count(come.home))
    told.part(t("why.part.rooms"), figures.count(come.rooms))
    told.part(t("why.part.looking"), figures.count(come.looking))
    _effects(told, "come", come.causes)
    told.head(t("why.go", number=figures.count(known.going.now)))
    _effects(told, "go", known.going)
    return told


def _effects(told: Reason, kind: str, causes: Causes) -> None:
    """By how much each cause raises or lowers a figure."""
    for cause in causes.each:
        by = causes.now - cause.without
        told.part(t(f"why.{kind}_by.{cause.name}"), figures.signed(figures.count(by), by))


def desire(good: ProductView, name: str, known: Because) -> Reason:
    """What a minute does to the wish for a good, which is called `name`."""
    told = Reason(t("why.desire", name=name, percent=figures.percent(good.desire)))
    wish = known.wish
    if wish:
        told.head(t("why.a_minute"))
        talk = "talk" if wish.talk else "silence"
        told.part(t(f"why.wish.{talk}"), points(wish.talk))
        told.part(t("why.wish.fading"), points(wish.fading))
        told.part(t("why.wish.newcomers"), points(wish.newcomers))
        for cause in wish.causes.each:
            told.say(t(f"why.wish_without.{cause.name}", points=points(cause.without)))
    return told


def buys(good: ProductView, name: str, known: Because) -> Reason:
    """Who decides about a good and who of them buys, with one cause taken away at a time."""
    told = Reason(t("why.appeal", name=name, percent=figures.tenths(good.appeal)))
    told.part(t("why.part.fresh"), figures.count(good.fresh))
    told.part(t("why.part.passed"), figures.count(good.passed))
    causes = known.buying
    if causes and causes.each:
        told.head(t("why.buys", now=hundredths(causes.now)))
        for cause in causes.each:
            told.part(t(f"why.buy_without.{cause.name}"), hundredths(cause.without))
    return told


def price(good: ProductView, name: str, known: Because) -> Reason:
    """What a good costs, what a pack leaves, and who would buy at the usual price."""
    told = Reason(t("why.price", name=name, price=figures.price(good.price)))
    told.part(t("why.part.usual"), figures.price(good.usual))
    change = figures.exact(good.price - good.usual)
    told.part(t("why.part.change"), figures.signed(change, good.price - good.usual))
    told.part(t("why.part.cost"), figures.price(good.cost))
    told.total(t("why.part.leaves"), figures.exact(good.price - good.cost))
    if good.step_packs:
        step = {"packs": figures.count(good.step_packs), "price": figures.price(good.step_price)}
        told.say(t("why.team", team=figures.count(good.team), **step))
    if good.deposit:
        told.say(t("why.deposit", deposit=figures.price(good.deposit)))
    return without(told, "price", known)


def without(told: Reason, name: str, known: Because) -> Reason:
    """Who would buy without one of the causes."""
    causes = known.buying
    found = next((c for c in causes.each if c.name == name), None) if causes else None
    if causes and found:
        told.part(t("why.buy_now"), hundredths(causes.now))
        told.part(t(f"why.buy_without.{name}"), hundredths(found.without))
    return told


def packs(good: ProductView, name: str) -> Reason:
    """Where the packs of a good are."""
    every = good.sold + good.reserved + good.shelf + good.held
    told = Reason(t("why.packs", name=name, pack=good.pack))
    told.part(t("why.part.sold"), figures.count(good.sold))
    told.part(t("why.part.carts"), figures.count(good.reserved))
    told.part(t("why.part.shelf"), figures.count(good.shelf))
    told.part(t("why.part.held"), figures.count(good.held))
    told.total(t("why.part.every"), figures.count(every))
    if good.units_per_pack > 1:
        told.say(t("why.units", units=figures.count(good.units_per_pack), unit=good.unit))
    if good.sold:
        told.say(t("why.sold_is"))
    if good.reserved:
        told.say(t("why.carts_are"))
    if good.turned_away:
        told.say(t("why.turned", packs=figures.count(good.turned_away)))
    if not on_table(good):
        told.say(t("studio.why.absent"))
    return told


def points(permille: int) -> str:
    """A change of a level in points of a hundred, with its sign: +3.3."""
    size = abs(permille)
    return f"{'-' if permille < 0 else '+'}{size // 10}.{size % 10}"


def hundredths(parts: int) -> str:
    """0.65 % of ten thousand."""
    return f"{parts // 100}.{parts % 100:02} %"
