"""F1 in the studio explains the signs and words that stand there."""

from collections.abc import Callable

import pytest

from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.app import Livegame
from livegame.studio.widgets.prose import Prose
from tests.tui.drive import keys, on_air, text_of


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_help_tells_each_sign_and_level_that_the_studio_shows(
    make_app: Callable[..., Livegame], size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await on_air(pilot)
        await pilot.press("f1")
        told = ""
        for _ in range(pilot.app.screen.query_one(Prose).pages):
            told += " ".join(text_of(pilot.app.screen).split()) + " "
            await keys(pilot, "pagedown")
        for sign in (marks.OPEN, marks.SHUT, marks.GONE, marks.DOWN, marks.WISHED):
            assert f" {sign} " in f" {told}", sign
        assert "▼ behind a pitch: trust" in told
        assert t("studio.beats.sums").removeprefix("right: ") in told
        for word in ("desire", "doubt"):
            assert f"{t(f'studio.stage.{word}').capitalize()}: " in told
        for word in ("heat", "trust", "voice"):
            assert f"{t(f'studio.bar.{word}').capitalize()}: " in told
