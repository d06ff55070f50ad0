"""A short version of the gates, on fixed seeds: what must never be lost again, whatever is tuned.

The whole of them is `livegame ladder --gates`. Here are only those that few nights settle.
"""

import pytest

from livegame.bots.gates import luck, order
from livegame.bots.gates.gate import Measured, passed
from livegame.bots.gates.setting import Setting

SCENARIO = "618-2020-diplomats"
SEEDS = range(20_000, 20_100)  # history stands not far above greedy: thirty do not tell


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Measured]:
    bots = ("random", "greedy", "history", "expert")
    setting = Setting(SCENARIO, "thailand", SEEDS, bots=bots)
    return {
        (one.gate, one.subject): one for one in [*order.measure(setting), *luck.measure(setting)]
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "gate",
    [
        ("step", "greedy-expert"),
        ("history-between", "greedy-history"),
        ("history-between", "history-expert"),
        ("expert-random", "thailand"),
    ],
)
def test_what_few_nights_settle_holds(
    found: dict[tuple[str, str], Measured], gate: tuple[str, str]
) -> None:
    assert passed(found[gate]), found[gate]
