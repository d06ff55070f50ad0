"""Sell-outs that are news, and packs that come back from carts."""

from itertools import pairwise
from pathlib import Path

import pytest

from livegame.engine.actions import Beat, Plan, Release
from livegame.engine.events import LinkOpened, Ordered, RivalSoldOut, SoldOut, Unpaid
from livegame.runs import beginning as beginning_module
from livegame.runs.carts import cart_news
from livegame.runs.lots import Lots
from livegame.runs.session import Session
from livegame.runs.worlds import world_of

SCENARIO = "618-2020-diplomats"
FRUIT, RICE = "th-mangosteen", "th-rice"


def gone(product: str) -> SoldOut:
    return SoldOut(product, 50, 1500, 3)


def test_a_lot_sells_out_once() -> None:
    lots, marks = Lots(), [(3, "beat", FRUIT)]
    assert lots.news([gone(FRUIT)], marks, 4) == (gone(FRUIT),)
    marks.append((4, "soldout", FRUIT))
    sale = Ordered(FRUIT, 9, 900)
    assert lots.news([sale, gone(FRUIT), gone(RICE)], marks, 9) == (sale, gone(RICE))


def test_a_launch_or_a_release_is_another_lot() -> None:
    lots, marks = Lots(), [(4, "soldout", FRUIT)]
    opened = LinkOpened(FRUIT)
    assert lots.news([opened, gone(FRUIT)], marks, 9) == (opened, gone(FRUIT))
    assert lots.news([gone(FRUIT)], [*marks, (8, "launch", FRUIT)], 9) == (gone(FRUIT),)
    lots.release(6, FRUIT)
    assert lots.news([gone(FRUIT)], marks, 9) == (gone(FRUIT),)
    # A playback that has gone back knows of no release that is still to come.
    assert lots.news([gone(FRUIT)], marks, 5) == ()
    assert lots.news([gone(FRUIT)], [*marks, (9, "soldout", FRUIT)], 12) == ()


def test_rivals_sell_a_good_out_once() -> None:
    lots, event = Lots(), RivalSoldOut("peru", "pe-toy")
    assert lots.news([event], [], 7) == (event,)
    assert lots.news([event], [], 30) == ()
    assert lots.news([event], [], 7) == (event,)


def test_a_played_night_stamps_each_lot_once_and_no_cart_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning_module, "world_of", world_of)  # a whole night: carts take long
    session = Session.start(SCENARIO, "thailand", seed=2, folder=tmp_path, keep=False)
    few = ((FRUIT, 900),)  # a launch empties it
    session.decide(Plan(lots=few, open=("th-durian", "th-coconut")))
    unpaid: dict[str, int] = {}
    back: dict[str, int] = {}
    while not session.finished:
        before = session.view
        fruit = before.product_view(FRUIT)
        assert fruit
        launch = Beat("countdown", FRUIT)
        for action in (launch, Beat("taste", FRUIT), Beat("breathe")):
            if before.idle and not session.why_not(action):
                session.decide(action)
                break
        before = session.view
        events = session.advance()
        for event in events:
            if isinstance(event, Unpaid):
                unpaid[event.product] = unpaid.get(event.product, 0) + event.packs
        for news in cart_news(before, session.view, events):
            assert news.back >= 0
            was, now = (v.product_view(news.product) for v in (before, session.view))
            assert was
            assert now
            assert news.lost == max(0, was.sold - now.sold)
            back[news.product] = back.get(news.product, 0) + news.back
    waiting = {good.id: good.reserved for good in session.view.products}
    assert back[FRUIT] > 0
    for name, packs in unpaid.items():
        assert packs == back.get(name, 0) + waiting[name]
    told = [mark for mark in session.marks if mark[2] == FRUIT and mark[1] in ("launch", "soldout")]
    kinds = [kind for _, kind, _ in told]
    assert "soldout" in kinds
    assert all(pair != ("soldout", "soldout") for pair in pairwise(kinds))


def test_released_packs_are_a_lot_of_their_own_in_a_run(tmp_path: Path) -> None:
    session = Session.start(SCENARIO, "thailand", seed=3, folder=tmp_path, keep=False)
    session.decide(Plan(lots=((FRUIT, 5),), open=(FRUIT,)))
    outs = 0
    for step in range(60):
        if session.finished:
            break
        good = session.view.product_view(FRUIT)
        assert good
        if good.shelf == 0 and good.held >= 5 and step % 3 == 0:
            session.decide(Release(FRUIT, 5))
        if session.view.idle and not session.why_not(Beat("demonstrate", FRUIT)):
            session.decide(Beat("demonstrate", FRUIT))
        outs += sum(isinstance(e, SoldOut) and e.product == FRUIT for e in session.advance())
    assert outs > 2
    assert outs == sum(kind == "soldout" and name == FRUIT for _, kind, name in session.marks)
