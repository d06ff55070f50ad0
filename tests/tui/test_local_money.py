"""The price sheet of a good that is read in other money, and the green room's word on it."""

import pytest

from livegame.catalog.library import library
from livegame.runs.localmoney import Money, money_of
from livegame.runs.session import Session
from livegame.studio import plannotes
from livegame.studio.screens.price import PriceSheet

NIGHT, ROLE, WIDTH = "1111-2020-lazada", "lz-coffee", 52


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start(NIGHT, ROLE, seed=1, keep=False, mode="practice")


def sheet_of(session: Session, money: Money | None) -> PriceSheet:
    good = session.view.products[0]
    sheet = PriceSheet(
        good, lambda fen: session.payback(good.id, fen), session.price_range(good.id), money
    )
    sheet.redraw = lambda: None  # type: ignore[method-assign]
    return sheet


def words(sheet: PriceSheet) -> str:
    return "\n".join("".join(span.text for span in line) for line in sheet.write(WIDTH))


def test_the_sheet_reads_the_price_as_buyers_do(session: Session) -> None:
    money = money_of(session.scenario, library().products[session.view.products[0].id])
    assert money is not None
    sheet = sheet_of(session, money)
    assert money.told(sheet.fen) in words(sheet)
    before = sheet.fen
    sheet.action_below(-1)
    assert sheet.fen < before
    assert money.local(sheet.fen + 1) % money.step < money.local(sheet.fen) % money.step
    assert money.told(sheet.fen) in words(sheet)
    sheet.action_below(1)
    assert sheet.fen > before


def test_a_price_in_rmb_has_no_such_line(session: Session) -> None:
    sheet = sheet_of(session, None)
    fen = sheet.fen
    assert "₫" not in words(sheet)
    sheet.action_below(-1)
    assert sheet.fen == fen


def test_the_green_room_reads_the_plans_price(session: Session) -> None:
    good = library().products[session.view.products[0].id]
    lines = plannotes.about(library(), good, "price", WIDTH, "₫157,500")
    assert any("₫157,500" in "".join(span.text for span in line) for line in lines)
    other = plannotes.about(library(), good, "stock", WIDTH, "₫157,500")
    assert not any("₫157,500" in "".join(span.text for span in line) for line in other)
