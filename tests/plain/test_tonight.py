"""A village's show: what stayed on its farm is not on air; it is not told as sold out."""

import io
from pathlib import Path

import pytest
from attrs import evolve

from livegame.catalog.texts import t
from livegame.engine.actions import Beat, Link
from livegame.engine.view import ProductView
from livegame.plain.console import Console
from livegame.plain.days import DaysWish, play_days
from livegame.plain.words import link_word
from livegame.runs.session import Session
from livegame.runs.tonight import first_good, on_table, truer

SPRING, HILL = "farmers-2020-spring", "zhejiang-tea-hill"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start("618-2020-diplomats", "thailand", seed=1, keep=False, mode="practice")


def bare(good: ProductView) -> ProductView:
    return evolve(good, shelf=0, held=0, sold=0, reserved=0, open=True)


def test_what_was_never_there_is_not_sold_out(session: Session) -> None:
    good = session.view.products[0]
    assert on_table(good)
    assert not on_table(bare(good))
    assert link_word(bare(good)) == t("plain.link.absent")
    assert link_word(evolve(bare(good), sold=5)) == t("plain.link.gone")
    assert link_word(evolve(bare(good), reserved=5)) == t("plain.link.gone")


def test_hands_are_on_a_good_that_is_there(session: Session) -> None:
    first, *others = session.view.products
    view = evolve(session.view, product="", products=(bare(first), *others))
    assert first_good(view) == others[0].id
    none = evolve(view, products=tuple(bare(good) for good in view.products))
    assert first_good(none) == first.id
    assert first_good(evolve(view, products=())) == ""


def test_a_pitch_on_what_was_never_there_is_refused_in_its_own_words(session: Session) -> None:
    good = session.view.products[0]
    gone = "engine.refuse.product_gone"
    empty = evolve(session.view, products=(bare(good),))
    assert truer(gone, empty, Beat("story", good.id)) == "engine.refuse.absent"
    sold = evolve(empty, products=(evolve(bare(good), sold=3),))
    assert truer(gone, sold, Beat("story", good.id)) == gone
    assert truer("engine.refuse.busy", empty, Beat("story", good.id)) == "engine.refuse.busy"
    assert truer(gone, empty, Link(good.id, open=True)) == gone


def test_a_villages_show_says_what_is_not_on_air() -> None:
    # 9 show: noon, its first farm, enough; 1 open the day; 1 host it, 1 go on air; then t.
    answers = "9 2 1 1 1 1 t 1 q".replace(" ", "\n") + "\n"
    out = io.StringIO()
    play_days(Console(io.StringIO(answers), out), DaysWish(SPRING, HILL, 1, 3))
    said = out.getvalue()
    assert t("plain.on_air") in said
    assert t("plain.link.absent") in said
    assert t("plain.link.gone") not in said
    assert t("engine.refuse.absent") in said
