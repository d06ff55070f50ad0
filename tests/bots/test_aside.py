"""Work done aside: answers, errors, and processes that never outlive who asked."""

import math
import os
import time

import pytest

from livegame.bots.aside import Aside, AsideError
from livegame.bots.forecast import forecast
from livegame.bots.foresee import Foreseer
from livegame.engine.actions import Beat
from livegame.engine.begin import begin
from livegame.engine.world import World


def gone(pid: int) -> bool:
    """Whether a process has ended; it is waited for a little."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_results_and_errors_come_back() -> None:
    with Aside(1) as aside:
        assert aside.submit(math.gcd, 12, 18).result() == 6
        with pytest.raises(ValueError, match="math domain"):
            aside.submit(math.sqrt, -1).result()
        assert aside.submit(math.gcd, 4, 6).result() == 2
        pid = aside.submit(os.getpid).result()
        assert pid != os.getpid()
    assert gone(pid)


def test_a_process_that_dies_is_told_and_replaced() -> None:
    with Aside(1) as aside:
        with pytest.raises(AsideError):
            aside.submit(os._exit, 3).result()
        assert aside.submit(math.gcd, 4, 6).result() == 2


def test_what_runs_is_stopped_at_once() -> None:
    aside = Aside(1)
    pid = aside.submit(os.getpid).result()
    busy = aside.submit(time.sleep, 600)
    began = time.monotonic()
    aside.shutdown(cancel_futures=True)
    assert time.monotonic() - began < 5
    assert gone(pid)
    assert busy.cancelled() or isinstance(busy.exception(), AsideError)


def test_forecasts_made_aside_are_the_same(world: World) -> None:
    state = begin(world, [4], [0])
    beats = [Beat("giveaway"), Beat("story", world.goods[0][0].id)]
    foreseer = Foreseer()
    try:
        assert foreseer.forecast(world, state, 0, beats) == forecast(world, state, 0, beats)
    finally:
        foreseer.close()


def test_forecasts_go_on_where_no_process_can_be_begun(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    state = begin(world, [4], [0])
    foreseer = Foreseer()
    assert foreseer.forecast(world, state, 0, [Beat("giveaway")])
    assert foreseer.forecast(world, state, 0, [Beat("guest")])
