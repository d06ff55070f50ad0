"""What all links take stands beside the pitches, also where there is no room for a table."""

from collections.abc import Callable

import pytest
from attrs import evolve
from rich.cells import cell_len

from livegame.engine.actions import Beat
from livegame.studio import marks
from livegame.studio.app import Livegame
from livegame.studio.widgets.beats import Beats
from livegame.studio.widgets.choice import Choice
from tests.tui.drive import on_air
from tests.tui.fakehouse import Band
from tests.tui.test_pitch_names import SMALL, cells, nights

SUMS = [((1_000_00, 9_000_00), "5k"), ((1_200_000_00, 1_300_000_00), "1.25m")]
LOSS = (-12, -8)


@pytest.mark.parametrize(("sales", "middle"), SUMS)
async def test_what_the_called_pitch_sells_is_seen_at_the_smallest_size(
    make_app: Callable[..., Livegame], sales: tuple[int, int], middle: str
) -> None:
    """In every night, whichever pitch is called and wherever the cursor is; a loss is told, too."""
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        show = beats.show
        for night, pitches in nights():
            show.pitches = pitches
            show.bands = {p.id: Band(Beat(p.id), sales=sales, trust=LOSS) for p in pitches}
            for called in range(len(pitches)):
                show.view = evolve(show.view, call=pitches[called].id)
                rows = beats.draw(SMALL[0], (len(pitches) + 1) // 2 + 1)
                assert all(cell_len("".join(s.text for s in row)) <= SMALL[0] for row in rows)
                told = cells(rows, pitches)
                if not show.why_not(pitches[called]):
                    cell = told[called]
                    assert f" {middle}" in cell or " RMB " in cell, (night, cell)
                assert all(
                    marks.DOWN in cell or " -1" in cell
                    for pitch, cell in zip(pitches, told, strict=True)
                    if not show.why_not(pitch)
                ), (night, told)


async def test_the_head_says_what_the_sums_are(make_app: Callable[..., Livegame]) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        show = beats.show
        bands = {pitch.id: Band(Beat(pitch.id)) for pitch in show.pitches}
        heads = []
        for show.bands in ({}, bands):
            heads.append("".join(span.text for span in beats.draw(SMALL[0], 6)[0]))
        assert "all links take" not in heads[0]
        assert "right: ¥ all links take" in heads[1]
        sums = [s for row in beats.draw(SMALL[0], 6) for s in row if s.why.endswith(":links")]
        assert [span.text for span in sums] == ["5k"] * len(show.pitches)


async def test_what_a_pitch_risks_is_told_to_its_end_at_the_smallest_size(
    make_app: Callable[..., Livegame],
) -> None:
    """In every night, under the longest forecast that there is: what all links take gives way."""
    async with make_app().run_test(size=SMALL) as pilot:
        room = await on_air(pilot)
        beats, choice = room.query_one(Beats), room.query_one(Choice)
        show = beats.show
        height, width = choice.size.height, choice.size.width
        wide = {"sales": SUMS[0][0], "packs": (1_066, 1_384), "watching": (-25_100, 36_400),
                "desire": (2_400, 2_900), "trust": (-12, -8)}  # fmt: skip
        for night, pitches in nights():
            show.pitches = pitches
            show.bands = {p.id: Band(Beat(p.id), **wide) for p in pitches}
            for beats.at, pitch in enumerate(pitches):
                if show.why_not(pitch):
                    continue
                rows = ["".join(s.text for s in row) for row in choice.draw(width, height)]
                told = " ".join(" ".join(rows[:height]).split())
                assert " ".join(pitch.risk.split()) in told, (night, pitch.id, told)
