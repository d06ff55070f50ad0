"""The instant actions as words: p price, s stock, l link, r reply."""

from collections.abc import Callable

from livegame.catalog.entries import to_fen, whole
from livegame.catalog.figures import count, price
from livegame.catalog.texts import t
from livegame.engine.actions import Action, Link, Release, Reply, SetPrice
from livegame.engine.view import ProductView
from livegame.plain.console import Console
from livegame.runs import scorewords
from livegame.runs.problems import RunError
from livegame.runs.session import Session

YES = frozenset({"", "y", "yes"})


class Instant:
    """Takes what the player wrote, such as `p 66` or just `p`, and does it."""

    def __init__(self, console: Console, session: Session) -> None:
        self._console = console
        self._session = session
        self._makers: dict[str, Callable[[ProductView, str], Action | None]] = {
            "p": self._price,
            "s": self._stock,
            "l": self._link,
            "r": self._reply,
        }

    def knows(self, answer: str) -> bool:
        """Whether the answer is one of the words."""
        return answer.partition(" ")[0] in self._makers

    def do(self, answer: str, product: str) -> None:
        """Do it to the good in hand; what the rules refuse is said in words.

        Raises:
            Left: the player leaves in the middle of it.
        """
        word, _, rest = answer.partition(" ")
        good = self._session.view.product_view(product)
        action = self._makers[word](good, rest.strip()) if good else None
        if action is not None:
            self.take(action)

    def take(self, action: Action) -> None:
        """Take a decision; what stands in its way is said in words."""
        try:
            self._session.decide(action)
        except RunError as error:
            self._console.say(t("plain.not_possible", why=str(error)))
        else:
            self._console.say(t("plain.did"))

    def _price(self, good: ProductView, rest: str) -> Action | None:
        fen = to_fen(rest)
        if fen is None:
            low, high = self._session.price_range(good.id)
            names = {"name": good.name, "price": price(good.price), "usual": price(good.usual)}
            names |= {"low": price(low), "high": price(high)}
            fen = self._console.price(t("plain.ask_price", **names))
        if fen is None:
            return None
        action = SetPrice(good.id, fen)
        return action if fen >= good.price or self._agreed(good, action) else None

    def _agreed(self, good: ProductView, cut: SetPrice) -> bool:
        """Say what a cut pays back and whom it makes look again; ask, where it pays anything."""
        if self._session.why_not(cut):
            return True  # the rules refuse it in words of their own
        back = self._session.payback(good.id, cut.fen)
        self._console.say(scorewords.paid_back(back), scorewords.look_again(back))
        if not back.total:
            return True
        return self._console.ask(t("plain.ask_cut", price=price(cut.fen))) in YES

    def _stock(self, good: ProductView, rest: str) -> Action | None:
        packs = whole(rest)
        if packs is None:
            ask = t("plain.ask_stock", name=good.name, held=count(good.held))
            packs = self._console.number(ask)
        if packs is None:
            return None
        release = Release(good.id, packs)
        if not self._session.why_not(release):
            looks = self._session.fresh_lot(good.id, packs)
            if looks.passed:
                self._console.say(scorewords.look_again(looks))
        return release

    def _link(self, good: ProductView, rest: str) -> Action | None:
        return Link(good.id, not good.open)

    def _reply(self, good: ProductView, rest: str) -> Action | None:
        return Reply()
