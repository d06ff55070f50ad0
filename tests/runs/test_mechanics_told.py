"""What only some nights have is told before it and while it goes on, in figures."""

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.milestones import line_of
from livegame.plain.ahead import terms as plain_terms
from livegame.runs.ahead import began, effects_of, title_of
from livegame.runs.limits import milestones_of, rules_of, so_far
from livegame.runs.localmoney import money_of
from livegame.runs.session import Session
from livegame.studio.ahead import terms, terms_short

PEAK, ABROAD, ASIA = "1111-2020-peak", "1111-2019-aliexpress", "1111-2020-lazada"


def session_of(name: str, role: str) -> Session:
    return Session.start(name, role, seed=1, keep=False, mode="practice")


@pytest.fixture(scope="module")
def peak() -> Session:
    return session_of(PEAK, "nov-brand")


def test_the_chatbot_and_who_helps_it_are_told(peak: Session) -> None:
    bot = peak.scenario.chatbot
    assert bot is not None
    told = "\n".join(rules_of(peak.scenario, "nov-brand"))
    assert f"{bot.rooms['nov-brand']:,} questions a minute" in told
    for table in (bot.held, bot.bought):
        for name, more in table.items():
            assert library().pitches[name].name in told
            assert f"{more:,}" in told


def test_a_pitch_that_a_rung_bars_is_no_help(peak: Session) -> None:
    limits = evolve(peak.scenario.limits, without=["seats", "handover"])
    told = "\n".join(rules_of(evolve(peak.scenario, limits=limits), "nov-brand"))
    assert library().pitches["seats"].name not in told


def test_the_goal_and_how_far_it_is(peak: Session) -> None:
    scene = peak.scenario
    (row,) = milestones_of(scene, "nov-brand")
    line = line_of(row, library().facts[row.fact])
    assert any(f"{line // 100:,}" in told for told in rules_of(scene, "nov-brand"))
    half = evolve(peak.view, sales=line // 2)
    assert any("49 %" in told or "50 %" in told for told in so_far(scene, half))
    done = evolve(peak.view, sales=line, passed=(row.id,))
    assert t("limits.passed") in so_far(scene, done)
    assert title_of(scene, row.id) == row.title
    assert row.text in began(scene, row.id)


def test_the_queue_is_told_while_it_lasts(peak: Session) -> None:
    view = evolve(peak.view, queue=1234, asked=567, answered=89)
    told = " ".join(so_far(peak.scenario, view))
    for number in ("1,234", "567", "89"):
        assert number in told


def test_stalls_are_told_with_the_time_that_is_left() -> None:
    session = session_of(ABROAD, "ae-it-coffee")
    assert any(str(len(session.scenario.stall)) in told for told in rules_of(session.scenario, ""))
    view = evolve(session.view, stalls=(("stall-south", 5400),))
    told = " ".join(so_far(session.scenario, view))
    assert library().pitches["stall-south"].name in told
    assert "90" in told


def test_a_price_is_told_in_its_own_money() -> None:
    session = session_of(ASIA, "lz-coffee")
    for row in session.scenario.currency:
        assert any(row.name in told and row.sign in told for told in rules_of(session.scenario, ""))
    good = session.view.products[0]
    money = money_of(session.scenario, library().products[good.id])
    assert money is not None
    amount = f"{money.local(good.price):,}"
    assert amount in terms(good)
    assert amount in " ".join(plain_terms(good))
    assert amount in terms_short(good, 40)
    assert amount in money.told(good.price)


def test_what_incidents_do_to_machine_and_money_is_told() -> None:
    scene = library().scenarios[PEAK]
    queue = next(row for row in scene.incident if row.id == "queue")
    assert "50" in effects_of(queue)
    asia = library().scenarios[ASIA]
    baht = next(row for row in asia.incident if row.id == "baht")
    assert "-4" in effects_of(baht)
