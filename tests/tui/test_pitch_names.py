"""In the studio's list a pitch's name and its seconds stand apart, whatever they are called."""

import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from attrs import evolve
from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.catalog.models import Pitch
from livegame.engine.actions import Beat
from livegame.studio.app import Livegame
from livegame.studio.floor import floor
from livegame.studio.lines import Line
from livegame.studio.widgets.beats import TABLE_WIDTH, Beats
from tests.tui.drive import on_air
from tests.tui.fakehouse import Band

SMALL = (80, 24)
CHINESE = "现场说明这件商品的来历"


def nights() -> Iterator[tuple[str, list[Pitch]]]:
    """The pitches of every night and of every campaign's evenings."""
    lib = library()
    evenings = {name: one.evening for name, one in lib.campaigns.items()}
    for name, scene in {**lib.scenarios, **evenings}.items():
        yield name, [lib.pitches[pitch] for pitch in scene.pitches]


def in_chinese(pitches: list[Pitch]) -> list[Pitch]:
    """Names as a pack of somebody's own may have them, twice as wide as they are long."""
    return [evolve(pitch, name=CHINESE, short="") for pitch in pitches]


def cells(rows: Iterable[Line], pitches: list[Pitch]) -> list[str]:
    """What stands in the list for each pitch."""
    found: dict[int, str] = {}
    for row in rows:
        for span in row:
            if span.hit and span.hit[0] == "pitch":
                at = int(span.hit[1])
                found[at] = found.get(at, "") + span.text
    return [found[at] for at in range(len(pitches))]


def drawn(beats: Beats, pitches: list[Pitch], width: int, height: int) -> list[Line]:
    """The list of these pitches, with what each would likely bring."""
    beats.show.pitches = pitches
    beats.show.bands = {pitch.id: Band(Beat(pitch.id)) for pitch in pitches}
    return beats.draw(width, height)


@pytest.mark.parametrize("named", [list, in_chinese])
async def test_no_name_touches_its_seconds(
    make_app: Callable[..., Livegame], named: Callable[[list[Pitch]], list[Pitch]]
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        lists = [(SMALL[0], "")] + [(width, " ") for width in (TABLE_WIDTH, 120)]
        for night, known in nights():
            pitches = named(known)
            plan = floor(SMALL[0], SMALL[1] - 1, 3, len(pitches))["beats"]
            for width, gap in lists:
                height = plan.height if width == SMALL[0] else len(pitches) + 2
                rows = drawn(beats, pitches, width, height)
                for pitch, cell in zip(pitches, cells(rows, pitches), strict=True):
                    time = figures.beat_time(pitch.seconds, gap)
                    assert re.search(rf"\S +{time} ", cell), (night, width, cell)
                assert all(cell_len("".join(s.text for s in row)) <= width for row in rows)


async def test_every_shipped_name_stands_whole_at_the_smallest_size(
    make_app: Callable[..., Livegame],
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        for night, pitches in nights():
            height = floor(SMALL[0], SMALL[1] - 1, 3, len(pitches))["beats"].height
            rows = drawn(beats, pitches, SMALL[0], height)
            for pitch, cell in zip(pitches, cells(rows, pitches), strict=True):
                assert (pitch.short or pitch.name) in cell, (night, cell)


@pytest.mark.parametrize("named", [list, in_chinese])
async def test_no_name_touches_its_cost(
    make_app: Callable[..., Livegame], named: Callable[[list[Pitch]], list[Pitch]]
) -> None:
    """Also where the room for names is exactly what the longest one takes."""
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        for night, known in nights():
            pitches = named(known)
            rows = drawn(beats, pitches, SMALL[0], (len(pitches) + 1) // 2 + 1)
            for pitch, cell in zip(pitches, cells(rows, pitches), strict=True):
                if pitch.cost:
                    cost = figures.short(pitch.cost // 100)
                    assert f" ¥{cost} " in cell, (night, cell)


async def test_every_shipped_name_stands_whole_in_a_table_with_room(
    make_app: Callable[..., Livegame],
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        for night, pitches in nights():
            rows = drawn(beats, pitches, 120, len(pitches) + 2)
            for pitch, cell in zip(pitches, cells(rows, pitches), strict=True):
                assert (pitch.short or pitch.name) in cell, (night, cell)


async def test_the_seconds_stand_under_each_other(make_app: Callable[..., Livegame]) -> None:
    """Also where a name is cut at a blank, or a cost stands behind it."""
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        for night, known in nights():
            for pitches in (known, [evolve(one, short="") for one in known], in_chinese(known)):
                ends: set[int] = set()
                for pitch, cell in zip(
                    pitches, cells(drawn(beats, pitches, SMALL[0], 12), pitches), strict=True
                ):
                    time = figures.beat_time(pitch.seconds)
                    ends.add(cell_len(cell[: cell.index(f" {time} ") + 1 + len(time)]))
                assert len(ends) == 1, night


def test_a_short_name_is_shorter_and_no_other_pitch_of_the_night_has_it() -> None:
    for night, pitches in nights():
        names = [pitch.short or pitch.name for pitch in pitches]
        assert all(cell_len(p.short) < cell_len(p.name) for p in pitches), night
        doubles = {name for name in names if names.count(name) > 1}
        assert not doubles, (night, doubles)


@pytest.mark.parametrize(
    ("count", "told"), [(3, "1-3 or"), (9, "1-9 or"), (10, "1-9, 0 or"), (16, "1-9, 0 or")]
)
async def test_the_head_names_every_digit_that_begins_a_pitch(
    make_app: Callable[..., Livegame], count: int, told: str
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        beats = (await on_air(pilot)).query_one(Beats)
        most = max((pitches for _, pitches in nights()), key=len)
        head = drawn(beats, most[:count], SMALL[0], 12)[0]
        assert told in "".join(span.text for span in head)
