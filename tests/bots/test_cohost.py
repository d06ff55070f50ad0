"""The co-host: in practice only, marked from the first line, and blind to the night's luck."""

import re
from pathlib import Path

import pytest

from livegame.bots.cohost import hint, think
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.engine.state import evolve
from livegame.engine.world import World
from livegame.runs.hints import has_hints, may_hint, with_hints
from livegame.runs.origin import from_words
from livegame.runs.playback import Playback
from livegame.runs.session import Session
from livegame.runs.store import peek
from livegame.runs.takeover import take_over

SCENARIO = "618-2020-diplomats"


@pytest.fixture
def run(tmp_path: Path) -> Session:
    """Practice with a co-host, two minutes on."""
    session = Session.start(
        SCENARIO, "thailand", seed=4, mode="practice", folder=tmp_path, options=with_hints()
    )
    for _ in range(12):
        session.advance()
    return session


def test_a_hint_names_a_beat_that_may_begin_and_why(run: Session) -> None:
    found = think(run.world, run.state, run.room)
    assert found is not None
    assert not run.why_not(found.beat)
    assert found.behind >= 0
    said = hint(run)
    assert found.beat.pitch in said
    assert any(char.isdigit() for char in said)
    run.close()


def test_no_hint_while_a_beat_runs(run: Session) -> None:
    run.decide(Beat("breathe"))
    assert hint(run) == "The co-host speaks up between beats."
    run.close()


@pytest.mark.parametrize(("mode", "options"), [("free", with_hints()), ("practice", {})])
def test_no_hint_elsewhere(mode: str, options: dict[str, int | str]) -> None:
    session = Session.start(SCENARIO, "peru", seed=4, mode=mode, keep=False, options=options)
    assert "practice only" in hint(session)


def test_hints_do_not_see_the_nights_luck(world: World, run: Session) -> None:
    lucky = evolve(run.state, luck_taste=run.state.luck_taste * 0 + 60_000, seeds=(99,))
    one, other = think(world, run.state, run.room), think(world, lucky, run.room)
    assert one is not None
    assert other is not None
    assert (one.beat, one.band) == (other.beat, other.band)
    run.close()


def test_the_file_says_so_and_so_does_what_is_taken_over(run: Session, tmp_path: Path) -> None:
    run.close()
    assert run.path
    header, _ = peek(run.path)
    assert has_hints(header)
    assert may_hint(header)
    assert from_words(header) == "with hints"
    playback = Playback.open(run.path)
    playback.jump(6)
    taken = take_over(playback, player="", folder=tmp_path, options={})
    taken.close()
    assert has_hints(taken.header)
    assert not may_hint(taken.header)
    assert "with hints" in from_words(taken.header)


def test_each_kind_of_points_says_of_what() -> None:
    """Desire, trust and the score all have points."""
    for key in ("builds", "trust", "waiting"):
        said = t(f"review.cohost.{key}", before=36, range="4 to 9", other="taste", points=12)
        assert re.search(r"points of (desire|trust|the score)", said), said
