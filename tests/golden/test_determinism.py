"""Two minutes of a golden run come out the same whatever the machine pretends to be."""

import sys

import determinism
import pytest

TICKS = 60
SIMD = determinism.features(sys.executable)
CASES = determinism.pretences(SIMD)
# The other OpenBLAS cores and hash seeds are left to the script itself.
QUICK = [n for n in CASES if not n.startswith(("OpenBLAS", "hash seed", "as it is"))]


@pytest.mark.parametrize("case", [*QUICK, "hash seed random"])
def test_states_are_equal_under(case: str) -> None:
    about, differences = determinism.replayed(
        sys.executable, CASES[case], TICKS, only="rwanda-anything"
    )
    assert differences == []
    assert about.endswith("1 runs")


def test_a_campaigns_days_are_equal_too() -> None:
    about, differences = determinism.replayed(
        sys.executable, CASES["all at once"], 10**9, only="shaanxi-cave-farm"
    )
    assert differences == []
    assert about.endswith("1 runs")


def test_a_difference_of_a_day_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from goldens import FOLDER

    from livegame.engine.days import demand

    honest = demand.binomial
    monkeypatch.setattr(demand, "binomial", lambda n, p, raw: honest(n, p, raw) // 2)
    said = determinism.replay(FOLDER / "thai-trade-team-history-43.live", 90)
    assert said.endswith("differs from tick 1 on")


def test_a_difference_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from goldens import FOLDER

    from livegame.engine import reducer

    honest = reducer.thin
    monkeypatch.setattr(reducer, "thin", lambda c, share, words: honest(c, share, words) * 0)
    said = determinism.replay(FOLDER / "thailand-history-1.live", 90)
    assert "differs from tick" in said


@pytest.mark.skipif(not SIMD, reason="numpy has nothing to switch off on this machine")
def test_switching_simd_off_does_switch_it_off() -> None:
    import os
    import subprocess

    environment = {**os.environ, **CASES["numpy without SIMD"]}
    words = [sys.executable, "-c", determinism.FEATURES]
    left = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert left.stdout.split() == []
