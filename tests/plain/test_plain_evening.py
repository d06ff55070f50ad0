from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.catalog.figures import price
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.actions import Beat, Link, Plan, Release, SetPrice
from livegame.plain import broadcast
from livegame.plain.evening import Wish
from livegame.runs.board import Board
from livegame.runs.lines import Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.sealing import standing_plan
from livegame.runs.session import Session
from livegame.runs.store import runs_folder, unfinished
from livegame.runs.verify import verify

Play = Callable[..., str]
BREATHE = ["10"] * 20
SCENARIO = "618-2020-diplomats"


@pytest.fixture(autouse=True)
def _no_odds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A blind evening, as some rungs have them: odds beside each beat would take most of it."""
    if "odds" not in request.fixturenames:
        monkeypatch.setattr(broadcast, "bands", lambda show, beats: {})


@pytest.fixture
def odds() -> None:
    """The odds stand beside each beat."""


def only_run() -> Path:
    (path,) = runs_folder().iterdir()
    return path


def decisions() -> list[object]:
    return [e.action for e in read_run(only_run()).entries if isinstance(e, Decision)]


@pytest.mark.usefixtures("odds")
def test_from_the_green_room_to_the_board(play: Play) -> None:
    said = play("1", "1", "6", *BREATHE, player="Ann")
    assert "You are on air." in said
    assert "Over: demonstrate, mangosteen." in said
    run = read_run(only_run())
    assert run.footer
    assert f"{run.footer.points:,} points" in said
    assert "1st of 1 on your board." in said
    assert Board().rows()[0].player == "Ann"
    assert Board().rows()[0].mode == "seeded"


def test_the_score_parts_add_up_to_the_fen(play: Play) -> None:
    said = play("1", "6", "6", *BREATHE)
    lines = said.split("The score, to the last fen of RMB:\n")[1].splitlines()
    fen = []
    for line in lines:
        amount = line.rsplit(" ", 1)[1].rstrip(".").replace(",", "").replace(".", "")
        if line.startswith("together"):
            assert int(amount) == sum(fen)
            break
        fen.append(int(amount))
    assert len(fen) >= 2


def test_both_front_ends_write_runs_that_hold(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    play("1", "2", "7", "4", *BREATHE)
    assert verify(only_run()).ok


def test_leaving_keeps_the_run_and_resume_goes_on(play: Play) -> None:
    said = play("1", "1", "2", "q")
    assert "Your show is kept in" in said
    assert str(only_run()) in said
    assert unfinished() == [only_run()]
    tick = read_run(only_run()).tick
    assert tick > 0
    said = play(*BREATHE, wish=Wish(resume=only_run()))
    assert "Back on air for Thailand." in said
    assert "on your board" in said
    assert unfinished() == []


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_the_end_of_the_input_at_every_prompt_keeps_the_run(play: Play, every: int) -> None:
    answers = ["1", "2", "p 150", "t", "2", "6", "s", "10", "l", "r", "n", "h", "w", "3"]
    for end in range(len(answers)):
        play(*answers[:end], fresh=True)
    kept = unfinished()
    assert len(kept) == len(answers)
    for path in kept[::every]:
        on_air = ["1"] if read_run(path).tick == 0 else []
        play(*on_air, *BREATHE, wish=Wish(resume=path))
        assert verify(path).ok


def test_an_unfinished_run_is_offered(play: Play) -> None:
    play("1", "1")
    said = play("1", *BREATHE)
    assert "You left a show of Thailand" in said
    assert "Back on air" in said
    play("1", "1")
    said = play("2", "1", *BREATHE)
    assert "Back on air" not in said
    assert "on your board" in said


def test_the_range_of_a_price_is_told_before_it_is_asked(play: Play) -> None:
    goods = Session.start("618-2020-diplomats", "thailand", seed=4, keep=False, mode="practice")
    low, high = (price(fen) for fen in goods.price_range("th-mangosteen"))
    said = play("2", "1", "0.01", "1", "p", "0.01", *BREATHE)
    assert said.count(f"from {low} to {high}") == 2  # in the green room and on air
    assert said.count(t("engine.refuse.price_range")) == 2


def test_the_plan_is_what_was_typed(play: Play) -> None:
    play("2", "2", "140", "3", "1", "500", "4", "1", "200", "5", "1", "6", "1000", "1", *BREATHE)
    plan = decisions()[0]
    assert isinstance(plan, Plan)
    assert plan.prices == (("th-durian", 14000),)
    assert plan.advert == 100_000
    assert dict(plan.stock)["th-mangosteen"] == 500
    assert dict(plan.lots)["th-mangosteen"] == 200
    assert "th-mangosteen" in plan.open


def test_a_plan_that_is_not_possible_says_why(play: Play) -> None:
    said = play("2", "1", "1", "3", "1", "99999999", "6", "999999", "1", *BREATHE)
    assert said.count("Not possible: ") == 3
    fresh = Session.start(SCENARIO, "thailand", seed=4, mode="practice", keep=False)
    plans = [action for action in decisions() if isinstance(action, Plan)]
    assert plans == [standing_plan(fresh.view)]  # nothing of what was refused


def test_instant_actions(play: Play) -> None:
    play("4", "1", "1000", "1", "p 60", "s 50", "l", "10", "t", "2", "l", *BREATHE)
    found = decisions()
    assert SetPrice("th-mangosteen", 6000) in found
    assert Release("th-mangosteen", 50) in found
    assert Link("th-mangosteen", True) in found
    assert Link("th-durian", False) in found


def test_a_sell_out_in_the_middle_of_a_beat_asks(play: Play) -> None:
    said = play("4", "1", "3", "5", "1", "1", "1", "", "s 5", "x", *BREATHE)
    assert "Mangosteen sold out" in said or "mangosteen sold out" in said
    assert "of the beat are left" in said


def test_what_is_refused_is_said_and_what_is_unknown_too(play: Play) -> None:
    said = play("1", "s 99999999", "r", "dance", "99", *BREATHE)
    assert "Not possible: you do not hold that many back." in said
    assert "I do not know 'dance'." in said
    assert "I do not know '99'." in said


def test_the_ranking_the_chat_and_the_help(play: Play) -> None:
    said = play("1", "1", "n", "c", "h", "h 9", "h 99", *BREATHE)
    assert "It takes RMB" in said
    assert "Thailand (you): RMB" in said
    assert "Desire is a store" in said
    assert "Chat: " in said


def test_practice_keeps_nothing(play: Play) -> None:
    said = play("1", *BREATHE, keep=False)
    assert "nothing is kept" in said
    assert not runs_folder().exists()


def test_other_roles_by_number(play: Play) -> None:
    scenes = library().scenarios
    night, role = scenes[SCENARIO], "south-korea"
    numbers = [str(list(scenes).index(SCENARIO) + 1), str(list(night.roles).index(role) + 1)]
    said = play(*numbers, "1", *BREATHE, wish=Wish())
    assert "South Korea's consul general" in said
    assert Beat("breathe") in decisions()


def test_wrong_names(play: Play) -> None:
    with pytest.raises(RunError, match="618-2020-diplomats"):
        play(wish=Wish(scenario="619"))
    with pytest.raises(RunError, match="thailand"):
        play(wish=Wish(scenario="618-2020-diplomats", role="thai"))
    assert not runs_folder().exists()


def test_a_full_disk_in_the_middle_can_be_put_right(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    from livegame.runs.writer import RunWriter

    real, fails = RunWriter.append, [0]

    def append(self: RunWriter, line: bytes) -> None:
        fails[0] += 1
        if fails[0] in (2, 4, 6):
            raise RunError("x: the disk is full; make some room and try again")
        real(self, line)

    monkeypatch.setattr(RunWriter, "append", append)
    said = play("1", "10", "10", "", "10", "", *BREATHE)
    assert said.count("the disk is full") >= 2
    assert "on your board" in said
    assert verify(only_run()).ok
