"""What is painted is what there is to be seen, at once, and nothing of it stays behind."""

import gc
import random
import sys
import weakref
from collections.abc import Callable

import pytest
from rich.segment import Segment

from livegame.studio import collector
from livegame.studio.app import Livegame
from livegame.studio.screens.onair import ASK_SECONDS, OnAir
from livegame.studio.widgets.painter import Row
from tests.tui.drive import on_air, settle

DEEDS = ("tab", "1", "2", "4", "up", "down", "right", "x", "l", "r", "c", "space", "full_stop")


def stale(studio: OnAir) -> list[str | None]:
    """The panels on which something else stands than would be drawn now."""
    return [
        panel.id
        for panel in studio.placed()
        if panel.size.area and panel._size_drawn == panel.size and panel._drawn != panel._fresh()
    ]


NIGHTS = [
    pytest.param(size, seed, marks=() if quick else pytest.mark.slow)
    for size, seed, quick in (
        ((80, 24), 0, True), ((80, 24), 1, False), ((120, 36), 0, False),
        ((120, 36), 1, True), ((200, 60), 0, False), ((200, 60), 1, False),
    )
]  # fmt: skip


@pytest.mark.parametrize(("size", "seed"), NIGHTS)
async def test_a_panel_that_was_not_drawn_again_had_not_changed(
    make_app: Callable[..., Livegame], seed: int, size: tuple[int, int]
) -> None:
    app = make_app(paced=bool(seed % 2))
    deeds = [*DEEDS, *DEEDS] + [""] * 26
    random.Random(f"{seed} {size}").shuffle(deeds)
    async with app.run_test(size=size) as pilot:
        studio = await on_air(pilot)
        for deed in deeds:
            if deed:
                await app.run_action(_action(studio, deed), studio)
            else:
                studio.tick()
            await pilot.pause()
            if app.screen is not studio:
                break
            studio._chat_shown = (0, 0.0)  # the chat may lag behind for a moment
            studio.refresh_all()
            assert stale(studio) == []
        await settle(pilot)


def _action(studio: OnAir, key: str) -> str:
    return studio._bindings.get_bindings_for_key(key)[0].action


async def test_a_theme_is_drawn_anew(make_app: Callable[..., Livegame]) -> None:
    """Pictures of goods are others on light paper, though the show is the same."""
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        studio = await on_air(pilot)
        for theme in ("daylight", "festival", "daylight"):
            app.theme = theme
            await pilot.pause()
            studio.refresh_all()
            assert stale(studio) == []


async def test_what_a_key_changes_is_painted_before_the_next_message(
    make_app: Callable[..., Livegame], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        studio = await on_air(pilot)
        await pilot.pause(2 * ASK_SECONDS)  # the forecasts have come, which are painted, too
        await settle(pilot)
        painted: list[object] = []
        shown = app._display
        monkeypatch.setattr(
            app, "_display", lambda screen, update: (painted.append(update), shown(screen, update))
        )
        await app.run_action("product(1)", studio)
        assert [update for update in painted if update is not None]
        painted.clear()
        await pilot.pause()
        assert not [update for update in painted if update is not None]


def test_a_row_does_not_hold_itself() -> None:
    """Else each line that was ever painted would wait for the collector of garbage."""
    row = Row([Segment("abc")], 3)
    held = sys.getrefcount(row)
    assert row.divide([3]) == [row]
    assert sys.getrefcount(row) == held
    assert [part.text for part in row.divide([1, 3, 9])] == ["a", "bc"]


class _Ring:
    def __init__(self) -> None:
        self.me = self


def test_garbage_of_a_night_goes_while_it_is_played() -> None:
    """Also what was frozen while it was alive goes, at the latest when the next night begins."""
    try:
        young, old, frozen = _Ring(), _Ring(), _Ring()
        seen = [weakref.ref(ring) for ring in (young, old, frozen)]
        del young
        collector.tidy()
        del old
        for _ in range(collector.FULL_EVERY):
            collector.tidy()
        assert [ref() is None for ref in seen] == [True, True, False]
        collector.settle()
        del frozen
        for _ in range(collector.FULL_EVERY):
            collector.tidy()
        assert seen[2]() is not None
        collector.settle()
        assert seen[2]() is None
    finally:
        gc.unfreeze()
