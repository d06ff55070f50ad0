"""Figures that mislead unless a word is said: heat before it is measured, sold, tries to order."""

from collections.abc import Callable
from itertools import pairwise

from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.runs.rehearsal import start
from livegame.runs.voices import Voices
from livegame.studio.answers.goods import good as answer_of
from livegame.studio.answers.night import takings
from livegame.studio.answers.people import heat
from livegame.studio.app import Livegame
from livegame.studio.show import Show
from tests.tui.drive import faked, foreseen, keys, text_of
from tests.tui.fakehouse import FakeHouse

FRUIT = "th-mangosteen"


async def test_heat_has_no_place_before_anything_is_measured(
    make_app: Callable[..., Livegame], house: FakeHouse
) -> None:
    async with make_app(paced=False).run_test(size=(120, 36)) as pilot:
        status, session = await faked(pilot)
        await keys(pilot, "space")
        assert session.view.tick == 0
        assert "heat -" in text_of(pilot.app.screen, "status")
        told = heat(status.show, house.because(session))
        assert "nothing is measured yet" in told.title
        assert not any(kind == "part" for kind, _, _ in told.rows)
        await keys(pilot, "full_stop")
        await foreseen(pilot)
        assert "heat 3rd" in text_of(pilot.app.screen, "status")
        assert any(kind == "part" for kind, _, _ in heat(status.show, house.because(session)).rows)


def sold_out() -> tuple[Show, list[int]]:
    """A rehearsal whose lot has just gone, and how many were sold after each tick."""
    session = start(3)
    show = Show(session, library(), Voices(3))
    sold: list[int] = []
    for pitch in ("demonstrate", "countdown"):
        show.do(Beat(pitch, FRUIT))
        while not show.view.idle:
            show.step()
            sold.append(show.view.products[0].sold)
    return show, sold


def test_when_sold_goes_down_a_word_is_said() -> None:
    show, sold = sold_out()
    show.step()
    fell = max(sold) - show.view.products[0].sold
    assert fell > 0
    told = [remark.text for remark in show.chat if "not paid" in remark.text]
    assert len(told) == sum(was - now >= 5 for was, now in pairwise(sold))
    assert told[0].startswith("Mangosteen: ")
    assert "no longer count as sold" in told[0]


def test_takings_tell_tries_to_order_from_packs_sold() -> None:
    show, _ = sold_out()
    view = show.view
    assert view.products[0].turned_away
    told = " ".join(name for _, name, _ in takings(show).rows)
    assert f"{view.orders:,} attempts to order" in told
    assert "empty link" in told


def test_asked_for_what_is_sold_it_says_when_a_pack_counts() -> None:
    from livegame.runs.because import because

    show, _ = sold_out()
    told = answer_of(show, "sold", FRUIT, because(show.session, FRUIT))  # type: ignore[arg-type]
    assert told
    assert "no longer does" in " ".join(name for _, name, _ in told.rows)
