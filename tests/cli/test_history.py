"""The shipped runs. They follow from rules and content: `livegame history --write` makes them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.bots.campaigns.nearest import nearest_campaign
from livegame.bots.nearest import nearest_seed
from livegame.catalog.library import library
from livegame.runs import saved as saved_module
from livegame.runs.broadcasts import SEEDS, broadcast_bytes, recorded_roles
from livegame.runs.campaigns.broadcasts import campaign_bytes
from livegame.runs.saved import bot_games, broadcast_path, broadcasts
from livegame.runs.store import peek
from livegame.runs.verify import verify_many

SCENARIO = "618-2020-diplomats"
CAMPAIGN, TEAM = "618-2020-fruit-express", "thai-trade-team"
ANEW = "the shipped runs are stale: run `livegame history --write`"
Call = Callable[..., tuple[int, str, str]]


def seed_of(path: Path | None) -> int:
    assert path, ANEW
    return peek(path)[0].seed


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.slow)])
def test_every_shipped_run_verifies_here(every: int) -> None:
    """Broadcasts always; of the bots' games each fourth, and all where there is time."""
    known = [*library().scenarios.values(), *library().campaigns.values()]
    recorded = [s for s in known if recorded_roles(s)]
    assert {s.id for s in recorded} >= {SCENARIO, CAMPAIGN}
    wanted = {broadcast_path(s.id, role) for s in recorded for role in recorded_roles(s)}
    assert set(broadcasts()) == wanted, ANEW
    assert len(bot_games()) >= 2 * len(wanted), ANEW
    for verdict in verify_many([*broadcasts(), *bot_games()[::every]]):
        assert verdict.ok, f"{ANEW} ({verdict.file}: {verdict.why})"


def test_a_broadcast_can_be_made_again_to_the_byte() -> None:
    scene = library().scenarios[SCENARIO]
    path = broadcast_path(SCENARIO, "russia")
    assert path, ANEW
    assert broadcast_bytes(scene, "russia", seed_of(path)) == path.read_bytes(), ANEW


def test_a_campaign_can_be_made_again_to_the_byte() -> None:
    path = broadcast_path(CAMPAIGN, TEAM)
    assert path, ANEW
    made = campaign_bytes(library().campaigns[CAMPAIGN], TEAM, seed_of(path))
    assert made == path.read_bytes(), ANEW


def test_all_broadcasts_of_a_night_show_the_same_night() -> None:
    roles = recorded_roles(library().scenarios[SCENARIO])
    assert len({seed_of(broadcast_path(SCENARIO, role)) for role in roles}) == 1, ANEW


@pytest.mark.slow
def test_history_s_night_is_the_nearest_one() -> None:
    found = nearest_seed(SCENARIO, SEEDS)
    assert found.seed == seed_of(broadcast_path(SCENARIO, "thailand")), ANEW
    assert found.missed == 0
    assert found.error < 0.1


@pytest.mark.slow
def test_history_s_week_is_the_nearest_one() -> None:
    found = nearest_campaign(CAMPAIGN, TEAM, SEEDS)
    assert found.seed == seed_of(broadcast_path(CAMPAIGN, TEAM)), ANEW
    assert found.error < 0.05


def test_history_says_whether_the_shipped_runs_hold(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = broadcast_path(SCENARIO, "thailand")
    assert path, ANEW
    (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(saved_module, "shipped", lambda name: tmp_path)
    code, out, err = call("history", "--json")
    assert code == 1
    assert err.count("\n") == 1
    assert "livegame history --write" in err
    assert [row["ok"] for row in json.loads(out)] == [True]
    assert "618-2020-diplomats-russia.live: missing" in call("history")[1]
    assert call("history", "nowhere")[0] == 2


@pytest.mark.slow  # as the next one, but with other rooms' bots on the same night
def test_history_makes_them_anew(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from livegame.commands import history

    shipped = broadcast_path(SCENARIO, "thailand")
    seed = seed_of(shipped)
    assert shipped
    monkeypatch.setattr(saved_module, "shipped", lambda name: tmp_path)
    monkeypatch.setattr(history, "SEEDS", range(seed, seed + 1))
    monkeypatch.setattr(history, "GAMES", range(1))
    monkeypatch.setattr(history, "PLAYERS", ("random",))
    code, out, err = call("history", SCENARIO, "--write", "--json")
    assert code == 0
    assert f"seed {seed}" in err
    assert len(json.loads(out)) == 6
    assert (tmp_path / shipped.name).read_bytes() == shipped.read_bytes(), ANEW


def test_history_makes_a_campaign_anew(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from livegame.commands import history

    shipped = broadcast_path(CAMPAIGN, TEAM)
    seed = seed_of(shipped)
    assert shipped
    monkeypatch.setattr(saved_module, "shipped", lambda name: tmp_path)
    monkeypatch.setattr(history, "SEEDS", range(seed, seed + 1))
    monkeypatch.setattr(history, "GAMES", range(1))
    monkeypatch.setattr(history, "PLAYERS", ("random",))
    code, out, err = call("history", CAMPAIGN, "--write", "--json")
    assert code == 0
    assert f"seed {seed}" in err
    assert len(json.loads(out)) == 2
    assert (tmp_path / shipped.name).read_bytes() == shipped.read_bytes(), ANEW
    assert call("history", "farmers-2020-three-days")[0] == 2
