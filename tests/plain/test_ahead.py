"""What may come and what is going on, told in plain words: odds before, texts when it comes."""

from types import SimpleNamespace

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.engine.events import IncidentBegan, IncidentOver
from livegame.plain.ahead import ahead_lines, going_on, terms
from livegame.plain.happenings import Happenings
from livegame.plain.status import room_lines
from livegame.runs.session import Session

JD, ROLE = "jd-kuaishou-2020", "jd-executive"


def started(scenario: str, role: str, seed: int = 3) -> Session:
    return Session.start(scenario, role, seed=seed, mode="practice", player="", keep=False)


@pytest.fixture(scope="module")
def midnight() -> tuple[Session, list[str], list[object]]:
    """A whole evening of silence, what was told of it, and its events from outside."""
    show = started(JD, ROLE)
    heard, seen = Happenings(show.view, show.scenario), []
    while not show.finished:
        events = show.advance()
        heard.add(events)
        seen += [e for e in events if isinstance(e, IncidentBegan | IncidentOver)]
    return show, heard.told(show.view), seen


def test_every_incident_that_may_touch_the_room_is_told_before_with_its_odds() -> None:
    show = started(JD, ROLE)
    told = "\n".join(ahead_lines(show))
    for row in show.scenario.incident:
        touches = not row.roles or ROLE in row.roles
        assert (row.title in told) == touches, row.id
        if touches:
            odds = "certain" if row.odds == 1000 else f"{row.odds // 10} in 100"
            line = next(text for text in told.splitlines() if text.startswith(row.title))
            assert odds in line
            assert row.cause in line
    assert "eased by: lead them over" in told


def test_what_comes_and_goes_is_told_in_its_own_words(
    midnight: tuple[Session, list[str], list[object]],
) -> None:
    show, told, seen = midnight
    rows = {row.id: row for row in show.scenario.incident}
    assert IncidentBegan("redirect") in seen
    assert IncidentOver("redirect") in seen
    for event in seen:
        assert isinstance(event, IncidentBegan | IncidentOver)
        text = rows[event.id].text if isinstance(event, IncidentBegan) else rows[event.id].title
        assert any(text in line for line in told), event


def test_the_status_says_what_is_going_on() -> None:
    show = started(JD, ROLE)
    show.advance()
    assert "redirect" in show.view.incidents
    said = "\n".join(room_lines(show, "jd-earbuds"))
    assert "The till is in another app" in said


def test_a_quiet_night_says_nothing_of_it() -> None:
    show = started("618-2020-diplomats", "thailand")
    quiet = SimpleNamespace(
        world=show.world,
        room=show.room,
        role=show.role,
        view=evolve(show.view, call=""),
        scenario=evolve(show.scenario, incident=[], fancy=None, calls=None),
    )
    assert ahead_lines(quiet) == []  # type: ignore[arg-type]
    assert going_on(quiet) == []  # type: ignore[arg-type]
    assert all(terms(good) == [] for good in show.view.products)


def test_the_teams_next_price_is_told() -> None:
    show = started("pdd-2020-red-shrimp", "argentina-consul")
    shrimp = show.view.products[0]
    first = library().products[shrimp.id].team[0]
    (line,) = terms(shrimp)
    assert f"{first.packs:,} packs more" in line
    assert f"RMB {shrimp.usual * first.permille // 1000 / 100:.2f}".rstrip("0").rstrip(".") in line


def test_the_band_of_an_unknown_crowd_is_told() -> None:
    told = ahead_lines(started("jd-2020-florists-books", "spring-florist"))
    assert "Nobody knows how many will come" in told[0]


def test_a_deposit_and_the_share_of_contracts_that_would_close_are_told() -> None:
    show = started("taobao-2020-rockets", "rocket-host")
    assert "RMB 500,000 now" in terms(show.view.products[0])[0]
    assert "contracts closing 42 %" in "\n".join(going_on(show))


def test_shyness_goes_with_the_orders_of_the_room() -> None:
    show = started("tiktok-2020-what-if", "first-us-host")
    assert "shyness 100 %" in "\n".join(going_on(show))
    show.decide(Beat("countdown", "tt-stickers"))
    while show.view.orders < 20 and not show.finished:
        show.advance()
    half = show.scenario.habit.half if show.scenario.habit else 0
    left = 100 * half // (half + show.view.orders)
    assert f"shyness {left} %" in "\n".join(going_on(show))
    assert left < 100
