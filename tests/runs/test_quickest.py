"""The front page's fastest lot is a lot worth the name: no pack that came back from a cart."""

from pathlib import Path

import pytest

from livegame.engine.actions import Beat, Link, Plan
from livegame.engine.events import LinkOpened, SoldOut
from livegame.plain.frontpage import front_page
from livegame.runs import beginning as beginning_module
from livegame.runs.lots import Lots
from livegame.runs.playback import Playback
from livegame.runs.session import Session
from livegame.runs.worlds import world_of

SCENARIO, FRUIT = "618-2020-diplomats", "th-mangosteen"


def gone(tenths: int, packs: int) -> SoldOut:
    return SoldOut(FRUIT, tenths, packs, 0)


def played(tmp_path: Path, *, by_hand: bool) -> tuple[Session, list[SoldOut]]:
    """A night whose few returned packs are launched again and again, and its sell-outs."""
    session = Session.start(SCENARIO, "thailand", seed=2, folder=tmp_path)
    session.decide(Plan(lots=((FRUIT, 900),), open=(FRUIT,)))
    outs: list[SoldOut] = []
    while not session.finished:
        fruit = session.view.product_view(FRUIT)
        assert fruit
        if outs and fruit.open and not fruit.shelf:
            session.decide(Link(FRUIT, open=False))
        elif outs and by_hand and fruit.shelf and not fruit.open:
            session.decide(Link(FRUIT, open=True))
        ways = [Beat("taste", FRUIT), Beat("breathe")]
        for beat in ways if by_hand else [Beat("countdown", FRUIT), *ways]:
            if session.view.idle and not session.why_not(beat):
                session.decide(beat)
                break
        outs += [event for event in session.advance() if isinstance(event, SoldOut)]
    return session, outs


@pytest.mark.parametrize("by_hand", [False, True], ids=["launched", "opened by hand"])
def test_a_returned_pack_opened_again_is_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_hand: bool
) -> None:
    monkeypatch.setattr(beginning_module, "world_of", world_of)  # a whole night: carts take long
    session, (lot, *scraps) = played(tmp_path, by_hand=by_hand)
    fruit = session.result.products[0]
    assert fruit.soldout_tenths < 20 < lot.seconds  # a scrap of a pack or two went in two seconds
    assert lot.packs == 900
    assert scraps
    assert all(scrap.packs < 45 for scrap in scraps)
    assert session.quickest == {FRUIT: lot.seconds}
    page = " ".join(front_page(session))
    minutes, tenths = divmod(lot.seconds, 600)
    assert f"sold out in {minutes} min {tenths // 10:02} s" in page
    session.close()
    assert session.path
    past = Playback.open(session.path)
    for tick in (past.last, past.last // 2, past.last):
        past.jump(tick)
    past.due()
    assert past.quickest == session.quickest


def test_a_lot_is_told_with_what_was_on_the_link_when_it_was_opened_by_hand() -> None:
    lots = Lots()
    assert lots.news([gone(50, 900)], [(1, "launch", FRUIT)], 5) == (gone(50, 900),)
    marks = [(1, "launch", FRUIT), (5, "soldout", FRUIT), (8, "launch", FRUIT)]
    lots.open(8, FRUIT, 3)
    assert lots.news([gone(2, 900)], marks, 9) == (gone(2, 3),)
    assert lots.quickest(FRUIT, 900, 9) == 50
    assert lots.quickest(FRUIT, 60, 9) == 2
    assert lots.quickest(FRUIT, 60, 4) == -1
    # A release or a launch since then: the engine has counted anew.
    lots.release(8, FRUIT)
    assert lots.news([gone(2, 103)], marks, 9) == (gone(2, 103),)
    lots.open(12, FRUIT, 3)
    again = [LinkOpened(FRUIT), gone(9, 40)]
    assert lots.news(again, [*marks, (12, "launch", FRUIT)], 15) == tuple(again)


def test_a_run_that_is_taken_over_knows_the_lots_before_and_none_after() -> None:
    lots = Lots()
    lots.news([gone(50, 900)], [], 5)
    lots.news([gone(30, 900)], [(6, "launch", FRUIT)], 9)
    assert lots.quickest(FRUIT, 900, 99) == 30
    assert lots.until(8).quickest(FRUIT, 900, 99) == 50
