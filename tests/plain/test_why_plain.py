"""`why` takes a figure apart in plain mode, in the words of the studio's `?`."""

from collections.abc import Callable

import pytest

from livegame.catalog.figures import count, price, yuan
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.plain import broadcast
from livegame.plain.why import FIGURES, why_lines
from livegame.runs.session import Session

Play = Callable[..., str]


@pytest.fixture(autouse=True)
def _blind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast, "bands", lambda show, beats: {})


@pytest.fixture
def session() -> Session:
    show = Session.start("618-2020-diplomats", "thailand", seed=4, mode="practice", keep=False)
    show.decide(Beat("demonstrate", "th-mangosteen"))
    for _ in range(12):
        show.advance()
    return show


def test_the_score_is_told_with_its_parts(session: Session) -> None:
    lines = why_lines(session, "th-mangosteen", "score")
    guess = session.estimate
    assert any(line.endswith(f"{t('why.settled')}: {yuan(guess.settled)}") for line in lines)
    assert any(yuan(guess.par) in line for line in lines)


def test_viewers_are_told_with_who_comes_and_goes(session: Session) -> None:
    said = "\n".join(why_lines(session, "th-mangosteen", "viewers"))
    assert count(session.view.watching) in said
    assert t("why.part.came") in said
    assert t("why.come") in said


def test_of_the_good_in_hand_price_sales_and_desire(session: Session) -> None:
    good = session.view.product_view("th-durian")
    assert good
    said = "\n".join(why_lines(session, good.id, "price"))
    assert good.name in said
    assert f"{t('why.part.usual')}: {price(good.usual)}" in said
    said = "\n".join(why_lines(session, good.id, "sales"))
    assert f"{t('why.part.shelf')}: {count(good.shelf)}" in said
    assert t("why.part.fresh") in said
    assert t("why.a_minute") in "\n".join(why_lines(session, good.id, "desire"))


@pytest.mark.parametrize("figure", sorted(FIGURES))
def test_every_figure_is_named_where_one_is_asked_for(figure: str, session: Session) -> None:
    assert f"why {figure}" in t("plain.why.which")
    assert f"why {figure}" in t("plain.help")
    assert all(line.strip() for line in why_lines(session, "th-durian", figure))


def test_it_is_asked_on_air(play: Play) -> None:
    said = play("1", "why", "why score", "why viewers", "why luck", "q")
    assert said.count(t("plain.why.which")) == 2
    assert t("why.settled") in said
    assert t("why.part.before") in said
    assert "I do not know" not in said


@pytest.mark.parametrize("word", ["help", "?", "h"])
def test_a_question_with_choices_says_what_can_be_typed(word: str, play: Play) -> None:
    from livegame.plain.evening import Wish

    said = play(word, "q", wish=Wish(scenario="618-2020-diplomats"))
    assert "Type one of the numbers from 1 to 16" in said
    assert "Enter alone takes 1, Thailand" in said
    assert t("plain.one_of", most=16) not in said


def test_money_beside_a_beat_is_said_to_be_that_beats_alone_once(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcast, "bands", lambda show, beats: dict.fromkeys(beats, "RMB 9"))
    said = play("1", "", "w", "q")
    assert said.count(t("plain.menu", name="mangosteen")) >= 2
    assert said.count(t("plain.band.only_now")) == 1


def test_a_show_without_forecasts_says_nothing_of_them(play: Play) -> None:
    assert t("plain.band.only_now") not in play("1", "w", "q")
