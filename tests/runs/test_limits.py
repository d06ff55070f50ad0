"""What a night has that others do not, in words."""

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.nights import Presale
from livegame.catalog.outside import Courier
from livegame.runs.limits import courier_rules, couriers_of, rules_of, so_far
from livegame.runs.session import Session

NIGHT, ROLE = "618-2020-diplomats", "thailand"


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start(NIGHT, ROLE, seed=1, keep=False, mode="practice")


def courier(name: str, **whose: list[str]) -> Courier:
    return Courier(id=name, name=name, packs=1234, late=250, reason="a test", **whose)


def test_an_ordinary_night_says_nothing(session: Session) -> None:
    assert rules_of(library().scenarios[NIGHT], ROLE) == []
    assert so_far(library().scenarios[NIGHT], session.view) == []


def test_notes_deposits_and_couriers_are_told_in_figures(session: Session) -> None:
    presale = Presale(until=2, unpaid=125, appeal=0.0, reason="a test")
    scene = evolve(
        library().scenarios[NIGHT], notes=["A note."], presale=presale, courier=[courier("van")]
    )
    note, deposits, van = rules_of(scene, ROLE)
    assert note == "A note."
    assert "12.5" in deposits
    assert "1,234" in van
    assert "25" in van
    assert len(so_far(scene, session.view)) == 2
    late = evolve(session.view, tick=2 * 60 // scene.tick_seconds)
    assert len(so_far(scene, late)) == 1


def test_a_room_hears_of_its_own_couriers_only() -> None:
    rows = [
        courier("all"),
        courier("theirs", roles=["peru"]),
        courier("fruit", categories=["fruit"]),
        courier("cars", categories=["vehicle"]),
    ]
    scene = evolve(library().scenarios[NIGHT], courier=rows)
    assert [row.id for row in couriers_of(scene, ROLE)] == ["all", "fruit"]


def test_parcels_count_what_a_courier_fetches(session: Session) -> None:
    products = tuple(evolve(good, sold=10) for good in session.view.products)
    view = evolve(session.view, products=products)
    fruit = sum(library().products[good.id].category == "fruit" for good in products)
    scene = evolve(library().scenarios[NIGHT], courier=[courier("fruit", categories=["fruit"])])
    assert so_far(scene, view) == [f"parcels {10 * fruit}/1,234"]


def test_several_couriers_are_called_by_their_names() -> None:
    """In brief only the one that is nearest to its limit."""
    session = Session.start("1111-2020-lazada", "lz-coffee", seed=1, keep=False)
    first, *others = session.view.products
    seen = evolve(session.view, products=(evolve(first, sold=222), *others))
    told = so_far(session.scenario, seen)
    assert told[0] == "riders in Viet Nam: 222 of 3,000 parcels"
    assert "parcel lockers in Thailand: 0 of" in told[1]
    assert so_far(session.scenario, seen, brief=True) == ["riders in Viet Nam 222/3,000"]
    rules = courier_rules(session.scenario, "lz-coffee")
    assert len(rules) == len(told)
    assert "riders in Viet Nam" in rules[0]
    assert "come back" in rules[0]
