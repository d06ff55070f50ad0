"""Every golden run replays to the same states; whoever changes the rules is told what to do."""

from pathlib import Path

import pytest
import remake
from attrs import evolve
from goldens import FOLDER, WHAT_TO_DO, difference, goldens, stale

from livegame.catalog.library import library
from livegame.engine import reducer
from livegame.engine.actions import Action
from livegame.engine.days.actions import DayPlan
from livegame.runs.lines import Decision
from livegame.runs.runfile import read_run
from tests.few import few


@pytest.mark.parametrize("path", few(goldens(), 4, ids=(p.stem for p in goldens())))
def test_a_golden_run_replays_to_the_same_states(path: Path) -> None:
    assert difference(path) == ""


def test_goldens_hold_several_roles_players_and_every_verb() -> None:
    runs = [read_run(path) for path in goldens()]
    verbs = {type(e.action) for run in runs for e in run.entries if isinstance(e, Decision)}
    assert len({run.header.role for run in runs}) >= 4
    assert {run.header.player for run in runs} == {"history", "random", "greedy", "anything"}
    assert verbs == {*Action.__args__, DayPlan}


def test_a_difference_names_tick_and_field_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    honest = reducer.room_levels

    # Little enough to move nobody, enough to last until the next checkpoint.
    def spoilt(world, state, *rest):  # type: ignore[no-untyped-def]
        found = honest(world, state, *rest)
        return found | {"mood": found["mood"] + 6 * (state.tick == 31)}

    monkeypatch.setattr(reducer, "room_levels", spoilt)
    said = difference(FOLDER / "thailand-history-1.live")
    assert said.startswith("thailand-history-1.live: ")
    assert "tick 32" in said
    assert "mood" in said
    assert said.endswith(WHAT_TO_DO)


def test_a_golden_of_other_rules_is_called_stale() -> None:
    run = read_run(goldens()[0])
    assert stale(run) == ""
    assert "rules 0" in stale(evolve(run, header=evolve(run.header, rules=0)))
    assert "content" in stale(evolve(run, header=evolve(run.header, content="00")))


def test_goldens_of_the_same_rules_are_not_remade_by_accident(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert remake.refused(goldens(), force=False)
    assert not remake.refused(goldens(), force=True)
    assert not remake.refused([], force=False)
    monkeypatch.setattr(remake, "stale", lambda run: "made under rules 0")
    assert not remake.refused(goldens(), force=False)


def test_goldens_are_those_that_would_be_remade() -> None:
    named = {"-".join(map(str, run)) for _, *run in remake.runs()}
    assert {p.stem for p in goldens()} == named


def test_every_scenario_has_goldens_of_several_roles_and_players() -> None:
    lib = library()
    for scenario in (*lib.scenarios, *lib.campaigns):
        there = [run for run in remake.runs() if run[0] == scenario]
        assert len({who for _, _, who, _ in there}) >= 3, scenario
        assert len({role for _, role, _, _ in there}) >= min(2, len(lib.scene(scenario).roles))
