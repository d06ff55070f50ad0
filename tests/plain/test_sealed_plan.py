"""Going on air seals the plan: whoever has seen the night cannot plan it anew."""

from collections.abc import Callable

import pytest

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Plan
from livegame.plain import broadcast
from livegame.plain.evening import Wish
from livegame.plain.today import todays_session
from livegame.runs.lines import Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.sealing import in_green_room, seal, standing_plan
from livegame.runs.session import Session
from livegame.runs.store import runs_folder

Play = Callable[..., str]


@pytest.fixture(autouse=True)
def _blind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast, "bands", lambda show, beats: {})


def plans() -> list[Plan]:
    (path,) = runs_folder().iterdir()
    entries = read_run(path).entries
    return [e.action for e in entries if isinstance(e, Decision) and isinstance(e.action, Plan)]


def test_on_air_with_nothing_changed_the_plan_is_in_the_run(play: Play) -> None:
    play("1", "q")
    assert len(plans()) == 1


def test_a_run_left_on_air_comes_back_on_air(play: Play) -> None:
    play("1", "q")
    (path,) = runs_folder().iterdir()
    said = play("q", wish=Wish(resume=path))
    assert t("plain.green.hello") not in said
    assert t("plain.on_air") in said
    assert len(plans()) == 1


def test_the_studio_goes_on_with_a_sealed_plan(play: Play) -> None:
    from livegame.studio.behind.starts import Starts

    play("q")
    (path,) = runs_folder().iterdir()
    Starts().resume(path).close()  # type: ignore[attr-defined]
    assert len(plans()) == 1
    assert t("plain.green.hello") not in play("q", wish=Wish(resume=path))


def test_a_run_taken_over_at_its_first_tick_is_sealed(play: Play) -> None:
    from livegame.runs.playback import Playback
    from livegame.studio.behind.starts import Starts

    play("1", "q")
    (path,) = runs_folder().iterdir()
    session = Starts().take_over(Playback.open(path), "Ann")
    assert session.view.planned


def test_a_run_left_in_the_green_room_comes_back_there(play: Play) -> None:
    play("q")
    assert not plans()
    (path,) = runs_folder().iterdir()
    assert t("plain.green.hello") in play("q", wish=Wish(resume=path))


def test_the_challenge_is_not_planned_twice(play: Play) -> None:
    wish = Wish(begin=lambda console: todays_session(console, "Ann"))
    play("1", "1", "q", wish=wish)
    said = play("q", wish=wish)
    assert t("plain.today.going_on") in said
    assert t("plain.green.hello") not in said
    (path,) = runs_folder().iterdir()
    session = Session.resume(path)
    with pytest.raises(RunError):
        session.decide(Plan())
    session.close()


@pytest.mark.parametrize("scenario", sorted(library().scenarios))
def test_sealing_changes_nothing_on_the_table(scenario: str) -> None:
    role = library().scenarios[scenario].roles[-1]
    session = Session.start(scenario, role, seed=3, mode="practice", keep=False)
    before = session.view
    assert in_green_room(before)
    seal(session)
    assert session.view.planned
    assert session.view.products == before.products
    assert session.view.budget == before.budget
    assert not in_green_room(session.view)
    seal(session)  # the second time there is nothing to seal


def test_the_standing_plan_names_no_price(play: Play) -> None:
    session = Session.start("618-2020-diplomats", "thailand", seed=3, mode="practice", keep=False)
    assert standing_plan(session.view).prices == ()
