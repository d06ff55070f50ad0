"""The green room: look at the table, change the plan, go on air."""

from attrs import evolve, frozen

from livegame.catalog.figures import count, money, percent, price
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Plan
from livegame.engine.view import ProductView
from livegame.plain.ahead import ahead_lines
from livegame.plain.console import Console
from livegame.runs.localmoney import money_of
from livegame.runs.problems import RunError
from livegame.runs.session import Session


@frozen
class Draft:
    """A good as it will stand on the table; money in fen, amounts in packs."""

    view: ProductView
    price: int
    stock: int
    lot: int
    open: bool


def draft_of(good: ProductView) -> Draft:
    """A good as the running order has it."""
    return Draft(good, good.price, good.shelf + good.held, good.shelf, good.open)


def plan_of(drafts: list[Draft], advert: int) -> Plan:
    """The plan that the table amounts to."""
    return Plan(
        prices=tuple((d.view.id, d.price) for d in drafts if d.price != d.view.price),
        stock=tuple((d.view.id, d.stock) for d in drafts),
        lots=tuple((d.view.id, d.lot) for d in drafts if d.lot),
        open=tuple(d.view.id for d in drafts if d.open),
        advert=advert,
    )


class GreenRoom:
    """Asks for changes of the plan until the host goes on air."""

    def __init__(self, console: Console, session: Session) -> None:
        self._console = console
        self._session = session
        self._drafts = [draft_of(good) for good in session.view.products]
        self._advert = 0

    def run(self) -> None:
        """Change the plan until it is taken; nothing to change is fine too.

        Raises:
            Left: the player leaves; the run can be continued.
        """
        self._console.say(t("plain.green.hello"), *ahead_lines(self._session))
        steps = [self._price, self._stock, self._lot, self._link, self._spend]
        while True:
            self._table()
            names = [t(f"plain.green.step.{key}") for key in _STEPS]
            step = self._console.choose(t("plain.choice"), names, default=0)
            if step == 0:
                if self._go():
                    return
            else:
                steps[step - 1]()

    def _table(self) -> None:
        self._console.gap()
        for number, draft in enumerate(self._drafts, 1):
            key = "plain.green.good_open" if draft.open else "plain.green.good_shut"
            self._console.say(
                t(
                    key,
                    number=number,
                    name=draft.view.name,
                    pack=draft.view.pack,
                    price=price(draft.price),
                    usual=price(draft.view.usual),
                    stock=count(draft.stock),
                    lot=count(draft.lot),
                )
            )
        left = money(self._session.view.budget - self._advert)
        for draft in self._drafts:
            read_in = money_of(self._session.scenario, library().products[draft.view.id])
            if read_in:
                there = read_in.told(draft.price)
                self._console.say(t("limits.money_line", name=draft.view.name, there=there))
        self._console.say(t("plain.green.budget", budget=left, advert=money(self._advert)))

    def _go(self) -> bool:
        """On air: the plan is in the run, changed or not, so that it stands from here on."""
        try:
            self._session.decide(plan_of(self._drafts, self._advert))
        except RunError as error:
            self._console.say(t("plain.not_possible", why=str(error)))
            return False
        return True

    def _which(self) -> int:
        if len(self._drafts) == 1:
            return 0
        names = [draft.view.name for draft in self._drafts]
        return self._console.choose(t("plain.which"), names, default=0)

    def _try(self, at: int, draft: Draft) -> None:
        drafts = [*self._drafts[:at], draft, *self._drafts[at + 1 :]]
        reason = self._session.why_not(plan_of(drafts, self._advert))
        if reason:
            self._console.say(t("plain.not_possible", why=reason))
        else:
            self._drafts = drafts

    def _price(self) -> None:
        at = self._which()
        draft = self._drafts[at]
        low, high = self._session.price_range(draft.view.id)
        words = {"usual": price(draft.view.usual), "low": price(low), "high": price(high)}
        fen = self._console.price(t("plain.green.ask_price", name=draft.view.name, **words))
        if fen is not None:
            self._try(at, evolve(draft, price=fen))

    def _stock(self) -> None:
        at = self._which()
        draft = self._drafts[at]
        most = library().products[draft.view.id].stock_max
        spoils = percent(library().products[draft.view.id].spoil_permille)
        ask = t("plain.green.ask_stock", name=draft.view.name, most=count(most), spoils=spoils)
        packs = self._console.number(ask)
        if packs is not None:
            self._try(at, evolve(draft, stock=packs, lot=min(draft.lot, packs)))

    def _lot(self) -> None:
        at = self._which()
        draft = self._drafts[at]
        ask = t("plain.green.ask_lot", name=draft.view.name, stock=count(draft.stock))
        packs = self._console.number(ask)
        if packs is not None:
            self._try(at, evolve(draft, lot=packs))

    def _link(self) -> None:
        at = self._which()
        self._try(at, evolve(self._drafts[at], open=not self._drafts[at].open))

    def _spend(self) -> None:
        fen = self._console.price(
            t("plain.green.ask_advert", budget=money(self._session.view.budget))
        )
        if fen is None:
            return
        reason = self._session.why_not(plan_of(self._drafts, fen))
        if reason:
            self._console.say(t("plain.not_possible", why=reason))
        else:
            self._advert = fen


_STEPS = ("go", "price", "stock", "lot", "link", "advert")
