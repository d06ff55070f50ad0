"""How many beats the host's voice allows stands beside its meter, and says what it counts."""

from collections.abc import Callable

import pytest
from attrs import evolve

from livegame.studio.app import Livegame
from tests.tui.drive import faked, on_air


@pytest.mark.parametrize("watching", [6_000, 60_000, 640_000])
async def test_the_beats_left_stand_beside_the_voice_at_every_width(
    make_app: Callable[..., Livegame], watching: int
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        status, session = await faked(pilot)
        for voice, told in ((1000, " 13 more"), (80, " 1 more"), (74, " tired")):
            session.view = evolve(session.view, voice=voice, watching=watching)
            status.show.turned()
            for width in range(80, 170):
                row = "".join(span.text for span in status.draw(width, 2)[1])
                assert told in row, row
                assert "budget" in row
                assert "…" not in row
                assert len(row) <= width


async def test_asked_for_it_names_the_kinds_it_counts(make_app: Callable[..., Livegame]) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        room = await on_air(pilot)
        answer = room.answer("voice")
        assert answer is not None
        left = room.show.session.breath
        assert left is not None
        told = " ".join(" ".join("".join(s.text for s in row) for row in answer.lines(200)).split())
        assert f"{left.least} more beats of the kind that tires most (countdown)" in told
        assert f"{left.most} of the one that tires least (taste)" in told
