"""The plan that is made in the green room, as a value: every change gives another draft."""

from attrs import evolve, frozen

from livegame.catalog.models import Product
from livegame.engine.actions import Plan
from livegame.engine.view import RoomView

COLUMNS = ("price", "stock", "lot", "link")
ADVERT_STEP = 500_000


@frozen
class Row:
    """One good of the plan; money in fen, amounts in packs."""

    id: str
    price: int
    stock: int
    lot: int
    open: bool


@frozen
class Draft:
    """All goods, and what goes into advertising before the show."""

    rows: tuple[Row, ...]
    advert: int = 0

    @classmethod
    def of(cls, view: RoomView) -> "Draft":
        """What the host would do without any plan of the player's."""
        return cls(
            tuple(
                Row(good.id, good.price, good.shelf + good.held, good.shelf, good.open)
                for good in view.products
            )
        )

    def plan(self) -> Plan:
        """The draft as a decision."""
        return Plan(
            prices=tuple((row.id, row.price) for row in self.rows),
            stock=tuple((row.id, row.stock) for row in self.rows),
            lots=tuple((row.id, row.lot) for row in self.rows if row.lot),
            open=tuple(row.id for row in self.rows if row.open),
            advert=self.advert,
        )

    def change(self, at: int, column: str, way: int, good: Product) -> "Draft":
        """One step up or down in one cell; the last row is the advertising."""
        if at >= len(self.rows):
            return evolve(self, advert=max(0, self.advert + way * ADVERT_STEP))
        row = _step(self.rows[at], column, way, good)
        return self._with(at, row)

    def put(self, at: int, column: str, number: int) -> "Draft":
        """An exact number in a cell of price, stock or lot; the last row is the advertising."""
        if at >= len(self.rows):
            return evolve(self, advert=number)
        return self._with(at, _amended(self.rows[at], column, number))

    def _with(self, at: int, row: Row) -> "Draft":
        return evolve(self, rows=(*self.rows[:at], row, *self.rows[at + 1 :]))


def _amended(row: Row, column: str, number: int) -> Row:
    if column == "price":
        return evolve(row, price=number)
    if column == "stock":
        lot = number if row.lot == row.stock else min(row.lot, number)
        return evolve(row, stock=number, lot=lot)
    return evolve(row, lot=number)


def _step(row: Row, column: str, way: int, good: Product) -> Row:
    if column == "price":
        return evolve(row, price=price_step(row.price, good.usual_fen, way))
    if column == "stock":
        return _amended(row, column, _amount(row.stock, way, good.stock_max, good.stock_max))
    if column == "lot":
        return _amended(row, column, _amount(row.lot, way, row.stock, good.stock_max))
    return evolve(row, open=not row.open)


def price_step(fen: int, usual: int, way: int) -> int:
    """A price one step of 5 % of the usual one away, on the grid of those steps."""
    share = (1000 * fen + usual // 2) // usual
    grid = share // 50 + (1 if share % 50 and way < 0 else 0)
    return max(1, usual * max(4, grid + way) * 50 // 1000)


def _amount(now: int, way: int, most: int, scale: int) -> int:
    """A twentieth of the scale more or less, on round numbers, between nought and `most`."""
    step = _round(scale // 20)
    grid = now // step + (1 if now % step and way < 0 else 0)
    return max(0, min(most, (grid + way) * step))


def _round(number: int) -> int:
    """The next smaller of 1, 2, 5, 10, 20, 50, ..."""
    size = 1
    while size * 10 <= number:
        size *= 10
    return next((size * part for part in (5, 2) if size * part <= number), size)
