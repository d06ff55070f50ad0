"""The clock and the crowd that are shown never go back, whatever the speed."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livegame.catalog.library import library
from livegame.engine.actions import Cut
from livegame.studio.app import Livegame
from livegame.studio.show import Show
from tests.tui.drive import on_air
from tests.tui.fakehouse import FakeHouse, FakeVoices
from tests.tui.fakeruns import FakeSession

Make = Callable[..., Livegame]
PARTS = st.floats(0.0, 1.0)
# A tick, told whole or bit by bit; a look between two of them; a pitch; a cut.
MOVES = st.one_of(st.booleans(), PARTS, st.sampled_from(["choose", "cut"]))


@settings(max_examples=150, deadline=None)
@given(st.lists(MOVES, max_size=60))
def test_what_is_shown_never_goes_back(moves: list[bool | float | str]) -> None:
    show = Show(FakeSession(library(), ticks=200), library(), FakeVoices())
    clock, crowd = show.clock, show.watching
    for move in moves:
        before = show.view.watching
        if isinstance(move, bool):
            show.spread = move
            show.step()
            low, high = sorted((before, show.view.watching))
        else:
            if isinstance(move, float):
                show.reveal(move)
            elif move == "choose":
                show.choose(show.pitches[1])
            else:
                show.do(Cut())
            low, high = sorted((crowd, show.view.watching))  # only towards where it stands now
        assert clock <= show.clock <= show.view.clock
        assert low <= show.watching <= high
        clock, crowd = show.clock, show.watching


@pytest.mark.parametrize("fast", [3, 2, 1, 0])
async def test_a_pitch_after_a_fast_stretch_begins_at_the_moment_that_was_shown(
    make_app: Make, house: FakeHouse, fast: int
) -> None:
    async with make_app(speed=1).run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        show, pace = studio.show, studio._pace
        await pilot.press("1", "space")
        seconds = show.pitches[0].seconds // show.session.scenario.tick_seconds
        pace.faster(fast)
        show.spread = studio._spreads()
        studio._paused = False
        studio.play(seconds + 1)
        pace.faster(-fast)
        assert show.view.idle
        clock, crowd = show.clock, show.watching
        assert clock == show.view.clock
        await pilot.press("2")
        show.spread = studio._spreads()
        for part in (0.1, 0.5, 0.9):
            pace._owed = part * pace.tick
            studio._tell_more()
            assert (show.clock, show.watching) == (clock, crowd)
