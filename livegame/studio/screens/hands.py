"""The host's hands on a show: they turn what keys and clicks ask for into decisions."""

import time
from collections.abc import Callable, Iterable
from functools import partial

from livegame.catalog.models import Pitch
from livegame.engine.actions import Action, Cut, Link, Release, Reply, SetPrice
from livegame.engine.view import ProductView
from livegame.runs.localmoney import Money, money_of
from livegame.studio.keynames import keyed
from livegame.studio.screens.clicks import Clicks
from livegame.studio.screens.price import PriceSheet
from livegame.studio.screens.stock import StockSheet
from livegame.studio.show import Show
from livegame.studio.widgets.beats import Beats

HABIT_SECONDS = 1.5  # in which Enter after a lot's number is meant for the sheet that is gone


class Hands(Clicks):
    """A room in which a show is hosted: its pitches, and the goods."""

    def __init__(self, show: Show) -> None:
        super().__init__(show)
        self._looking = False  # the cursor went over the pitches since the last decision
        self._numbered = 0.0  # when a lot was last released by its number

    def pitch(self) -> Pitch | None:
        """The pitch under the cursor."""
        return self.query_one(Beats).pitch

    def offers(self) -> Iterable[tuple[str, str, Callable[[], object]]]:
        """The pitches."""
        for at, pitch in enumerate(self.show.pitches):
            yield pitch.name.capitalize(), pitch.what, partial(self.action_pitch, at)

    def _do(self, action: Action) -> None:
        self._deed(partial(self.show.do, action))

    def _deed(self, deed: Callable[[], str]) -> None:
        self._looking = False
        notice = self.attempt(deed)
        self.forget()
        if notice:
            self.say(notice)
        self.go_on()

    def action_pitch(self, at: int) -> None:
        """Begin a pitch by its number, or line it up."""
        if at < len(self.show.pitches) and not self.show.over:
            self.query_one(Beats).at = at
            if self.show.view.idle:
                self._paused = self._through = False
            self._deed(partial(self.show.choose, self.show.pitches[at]))

    def action_begin(self) -> None:
        """Begin the pitch under the cursor; not by the Enter that follows a number by habit."""
        if time.monotonic() - self._numbered < HABIT_SECONDS:
            self._numbered = 0.0
            self.say(keyed(self, "studio.said.released"))
            return
        self.action_pitch(self.query_one(Beats).at)

    def action_move(self, right: int, down: int) -> None:
        """Move the cursor over the pitches."""
        self.query_one(Beats).move(right, down)
        self._looking = True
        self.refresh_all()

    def action_product(self, step: int) -> None:
        """Put the hands on another good."""
        self.show.hand_on(step)
        self.forget()
        self.go_on()

    def action_price(self) -> None:
        """Change the price of the good in hand."""
        good = self.show.good
        if good:

            def done(fen: int | None) -> None:
                if fen is not None and fen != good.price:
                    self._do(SetPrice(good.id, fen))

            back = partial(self.show.session.payback, good.id)
            bounds = self.show.session.price_range(good.id)
            self.app.push_screen(PriceSheet(good, back, bounds, self._money(good)), done)

    def _money(self, good: ProductView) -> Money | None:
        """The money in which a good's price is read now."""
        product = self.show.library.products[good.id]
        return money_of(self.show.session.scenario, product, self.show.view.incidents)

    def action_stock(self) -> None:
        """Release held stock of the good in hand."""
        good = self.show.good
        if good:

            def done(packs: int | None) -> None:
                if packs:
                    self._do(Release(good.id, packs))
                    self._numbered = time.monotonic() if sheet.numbered else 0.0

            sheet = StockSheet(good, partial(self.show.session.fresh_lot, good.id))
            self.app.push_screen(sheet, done)

    def action_link(self) -> None:
        """Open or shut the link of the good in hand."""
        good = self.show.good
        if good:
            self._do(Link(good.id, open=not good.open))

    def action_reply(self) -> None:
        """Answer the loudest question."""
        self._do(Reply())

    def action_cut(self) -> None:
        """End the beat."""
        self._do(Cut())
