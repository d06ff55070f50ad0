"""The small parts, without a screen: figures, lines, curves, clock, floors, drafts, art."""

import random
import re

import pytest
from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.studio.art import HEIGHT, WIDTH, read
from livegame.studio.braille import curve, sample
from livegame.studio.changes import changed
from livegame.studio.draft import Draft, Row, price_step
from livegame.studio.floor import floor
from livegame.studio.lines import Line, Span, apart, bar, clip, fit, pad, rule, width_of
from livegame.studio.pace import MOST_AT_ONCE, Pace
from livegame.studio.pixels import NONE, render
from livegame.studio.wrap import whole, wrap


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1200, "1.2k"),
        (128_402, "128k"),
        (9_041_000, "9.04m"),
        (-2100, "-2.1k"),
    ],
)
def test_short_figures(number: int, text: str) -> None:
    assert figures.short(number) == text


def test_figures_of_money_and_time() -> None:
    assert figures.money(41_238_099) == "RMB 412,380"
    assert figures.exact(-5) == "-0.05"
    assert figures.price(3990) == "39.90"
    assert figures.price(6900) == "69"
    assert figures.clock("20:30:00", 2645) == "21:14:05"
    assert [figures.ordinal(n) for n in (1, 2, 3, 4, 11, 22)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "22nd",
    ]
    assert figures.seconds(42) == "4.2 s"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (200, 280, "+200-280"),
        (-30, 20, "-30 to +20"),
        (-12_300, -3400, "-12k to -3.4k"),
        (0, 7, "0 to +7"),
        (1034, 1420, "+1k-1.4k"),
        (161_234, 195_111, "+161k-195k"),
        (5, 5, "+5"),
        (0, 0, ""),
    ],
)
def test_bands_in_words(low: int, high: int, text: str) -> None:
    assert figures.span(low, high, change=True) == text


def test_each_end_of_a_range_can_be_read_in_one_way_only() -> None:
    """Whatever the range, both ends carry their own unit, and reading them gives them back."""
    units = {"": 1, "k": 1000, "m": 1_000_000, "bn": 1_000_000_000}
    dice = random.Random(4)
    for _ in range(2000):
        low, high = sorted(dice.randrange(-(10**n), 10**n) for n in (dice.randrange(1, 10),) * 2)
        for change in (False, True):
            text = figures.span(low, high, change=change)
            first, second = (
                re.fullmatch(r"([-+]?[0-9.]+[kmbn]*)(?: to |-)?(.*)", text).groups()
                if text
                else ("0", "0")
            )
            for end, said in ((low, first), (high, second or first)):
                number, unit = re.fullmatch(r"([-+]?[0-9.]+)([kmbn]*)", said).groups()
                assert abs(float(number) * units[unit] - end) <= max(1, abs(end) * 0.1)


@pytest.mark.parametrize("width", [6, 7, 8, 11])
def test_a_figure_keeps_to_its_width(width: int) -> None:
    dice = random.Random(width)
    for _ in range(2000):
        number = dice.randrange(10 ** dice.randrange(1, 12))
        assert len(figures.within(number, width)) <= width
        assert len(figures.price_within(number, width)) <= width
        assert figures.within(number, 20) == f"{number:,}"


def test_wide_characters_never_shift_a_column() -> None:
    for text in ("mangosteen", "金枕榴莲", "a金b枕c", "", "🍜 ramen"):
        for width in range(1, 14):
            assert cell_len(fit(text, width)) == width
            assert cell_len(clip(text, width)) <= width
            assert width_of(pad((Span(text), Span("金")), width)) == width
            assert width_of(apart((Span(text),), (Span("枕"),), width)) == width


@pytest.mark.parametrize("width", [0, 1, 2, 3, 10, 80])
def test_rules_and_bars_keep_their_width(width: int) -> None:
    assert width_of(rule("on stage: 山竹", width, note=(Span("x"),))) == width
    for level in (-5, 0, 1, 499, 1000, 2000):
        assert width_of(bar(level, width)) == width


def test_wrapping_keeps_every_word_and_the_width() -> None:
    text = "how do you open 一二三四五六七八九十 averyveryverylongwordindeed ok"
    for width in (2, 5, 9, 40):
        lines = wrap(text, width)
        assert all(cell_len(line) <= width for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_whole_blocks_only() -> None:
    block: list[Line] = [(Span("a"),), (Span("b"),)]
    assert whole([block, block], 3) == block


def _cells(line: Line) -> list[tuple[str, object]]:
    return [(char, span.ink) for span in line for char in span.text for _ in range(cell_len(char))]


def test_what_changed_covers_every_difference() -> None:
    dice = random.Random(4)
    texts = ["abc", "ab", "金枕", "x", "  ", "abd"]

    def line() -> Line:
        return pad(tuple(Span(dice.choice(texts), dice.choice(["", "gold"])) for _ in range(4)), 12)

    for _ in range(400):
        old, new = [line(), line()], [line(), line()]
        regions = {row: (x, x + width) for row, x, width in changed(old, new)}
        for row, (before, after) in enumerate(zip(old, new, strict=True)):
            start, end = regions.get(row, (0, 0))
            for x, (one, other) in enumerate(zip(_cells(before), _cells(after), strict=True)):
                assert one == other or start <= x < end


def test_curve_fills_below_its_values() -> None:
    rows, tops = curve([0, 4, 8, 8], 4, 2, 0, 8)
    assert [len(row) for row in rows] == [4, 4]
    assert tops == [1, 0, 2, 2]
    assert rows[0][2:] == "  "
    assert sample([1, 3], 3) == [1, 2, 3]
    assert sample(list(range(100)), 10)[0] == 4
    assert sample([], 5) == []


@pytest.mark.parametrize("tick_seconds", [5, 10, 20])
def test_game_time_comes_from_the_clock(tick_seconds: int) -> None:
    """Ten show seconds are a second at x1, whatever a tick is."""
    pace = Pace(2, tick_seconds)
    lasts = tick_seconds / 10 / 2
    assert pace.lasts == lasts
    assert pace.due(10.0) == 0
    assert pace.due(10.0 + lasts * 1.2) == 1
    assert pace.part == pytest.approx(0.2)
    start = 10.0 + lasts * 1.2
    steps = 40
    assert sum(pace.due(start + n * lasts / 2) for n in range(1, steps + 1)) == steps / 2
    assert pace.due(9999.0) == MOST_AT_ONCE
    pace.rest()
    assert pace.due(20_000.0) == 0
    assert [pace.around() for _ in range(4)] == [4, 8, 1, 2]


@pytest.mark.parametrize("goods", [3, 4, 6])
@pytest.mark.parametrize("pitches", [8, 10])
def test_floor_has_no_overlap_at_any_size(goods: int, pitches: int) -> None:
    for width in (80, 81, 95, 109, 110, 120, 149, 150, 160, 200, 300):
        for height in (24, 25, 29, 31, 32, 36, 38, 39, 45, 60, 100):
            plan = floor(width, height - 1, goods, pitches)
            taken: set[tuple[int, int]] = set()
            for region in plan.values():
                assert region.width > 8
                assert region.height > 1
                assert region.right <= width
                assert region.bottom <= height - 1
                cells = {(x, y) for x in region.column_range for y in region.line_range}
                assert not cells & taken
                taken |= cells
            assert plan["beats"].height > (pitches + 1) // 2
            assert {
                "status",
                "watching",
                "tonight",
                "stage",
                "shelf",
                "chat",
                "beats",
            } <= plan.keys()


def test_prices_move_in_steps_of_five_per_cent() -> None:
    assert price_step(6900, 6900, -1) == 6555
    assert price_step(6555, 6900, 1) == 6900
    assert price_step(6600, 6900, 1) == 6900
    assert price_step(6600, 6900, -1) == 6555
    assert price_step(1, 6900, -1) == 1380


def test_a_draft_changes_one_cell_and_stays_within_the_stock() -> None:
    good = library().products["th-durian"]
    draft = Draft((Row(good.id, good.usual_fen, 9000, 9000, True),))
    less = draft.change(0, "stock", -1, good)
    assert less.rows[0].stock < 9000
    assert less.rows[0].lot == less.rows[0].stock
    fewer = draft.change(0, "lot", -1, good)
    assert fewer.rows[0].stock == 9000 > fewer.rows[0].lot
    for column in ("stock", "lot"):
        now = draft
        for _ in range(60):
            now = now.change(0, column, 1, good)
            assert 0 <= now.rows[0].lot <= now.rows[0].stock <= good.stock_max
    assert draft.change(1, "price", 1, good).advert == 500_000
    assert dict(draft.change(0, "link", 1, good).plan().lots) == {good.id: 9000}
    assert draft.change(0, "link", 1, good).plan().open == ()


def test_art_of_any_shape_becomes_a_square() -> None:
    grid = read("r #ff0000\n[a]\nrrrrrrrrrrrrrrrrrr\nr?\n")["a"]
    assert (len(grid), {len(row) for row in grid}) == (HEIGHT, {WIDTH})
    assert grid[1][:3] == [0xFF0000, NONE, NONE]
    for colour in (True, False):
        assert all(width_of(line) == WIDTH for line in render(grid, colour=colour))
