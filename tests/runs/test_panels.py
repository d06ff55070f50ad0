from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from short_nights import SCENARIO

from livegame.runs.histogram import MOST, histogram
from livegame.runs.panels import panels, par_of
from livegame.runs.rows import Row
from livegame.runs.runfile import read_run
from livegame.runs.worlds import world_of

ROW = Row(
    "f", "Ann", 900, SCENARIO, "thailand", "free", 500, 600, 2, 1, 10, 1, 1, "2020", True, "", "",
    "k", "run",
)  # fmt: skip


def rows(*points: int, **more: object) -> list[Row]:
    return [
        evolve(ROW, points=one, run=f"{at}{more}", key=f"{at}{more}", finished_at=f"20{at:02}",
               **more)  # type: ignore[arg-type]
        for at, one in enumerate(points)
    ]  # fmt: skip


def test_a_board_for_each_mode_room_rules_and_day() -> None:
    found = panels(
        [
            *rows(1, 2),
            *rows(3, mode="bot"),
            *rows(4, role="peru"),
            *rows(5, rules=9),
            *rows(6, mode="challenge", day="2026-11-22"),
            *rows(7, mode="challenge", day="2026-11-23"),
        ]
    )
    keys = {(p.role, p.mode, p.rules, p.day): [row.points for row in p.rows] for p in found}
    assert keys == {
        ("thailand", "free", 1, ""): [2, 1],
        ("thailand", "bot", 1, ""): [3],
        ("peru", "free", 1, ""): [4],
        ("thailand", "free", 9, ""): [5],
        ("thailand", "challenge", 1, "2026-11-22"): [6],
        ("thailand", "challenge", 1, "2026-11-23"): [7],
    }


def test_neighbours_above_and_below() -> None:
    (panel,) = panels(rows(*range(10, 100, 10)))
    own = panel.rows[4]
    assert [row.points for row in panel.around(own.run)] == [70, 60, 50, 40, 30]
    assert [row.points for row in panel.around(panel.rows[0].run)] == [90, 80, 70]
    assert [row.points for row in panel.around(panel.rows[-1].run)] == [30, 20, 10]
    assert panel.around("nobody") == ()
    assert panel.newest
    assert panel.newest.points == 90


@pytest.mark.parametrize("mode", ["history", "bot"])
def test_nobodys_newest_run_is_historys_or_a_bots(mode: str) -> None:
    (panel,) = panels(rows(903, mode=mode))
    assert panel.newest is None
    assert panel.own == []


def test_one_s_own_rows_are_the_proven_ones() -> None:
    (panel,) = panels([*rows(10, 30, 20), *rows(99, verified=False)])
    assert [row.points for row in panel.own] == [30, 20, 10]


def test_par_is_history_s_line(history: Path) -> None:
    par = par_of(SCENARIO, "thailand")
    assert par
    footer = read_run(history).footer
    assert footer
    assert (par.points, par.file, par.broadcast) == (1000, history, footer.points)
    assert par.settled == world_of(SCENARIO).par[0]
    unrecorded = par_of(SCENARIO, "peru")
    assert unrecorded
    assert unrecorded.file is None
    assert par_of("gone", "peru") is None
    assert panels(rows(1, rules=9))[0].par is None


def test_a_broadcast_of_other_content_is_not_quoted(history: Path) -> None:
    data = history.read_bytes()
    at = data.index(b'"content":"') + 11
    history.write_bytes(data[:at] + b"00" + data[at + 2 :])
    par = par_of(SCENARIO, "thailand")
    assert par
    assert par.broadcast is None


def test_bots_stand_in_until_there_are_five_players(history: Path) -> None:
    games = history.parent / "bots"
    games.mkdir()
    (games / "one.live").write_bytes(history.read_bytes())
    few = panels(rows(1, 2, 3))[0]
    assert few.stand_in
    assert few.spread
    assert sum(few.spread.counts) == 4, "the shipped game"
    own = panels([*rows(1, 2, 3), *rows(100, 200, mode="bot")])
    free = next(panel for panel in own if panel.mode == "free")
    assert free.spread
    assert sum(free.spread.counts) == 5, "the bots on the board come before the shipped ones"
    assert not next(panel for panel in own if panel.mode == "bot").stand_in
    many = panels([*rows(1, 2, 3, 4, 5), *rows(100, 200, mode="bot")])
    assert not next(panel for panel in many if panel.mode == "free").stand_in


def test_unproven_rows_do_not_count() -> None:
    panel = panels([*rows(1, 2, 3, 4, 5), evolve(ROW, points=99_999, verified=False)])[0]
    assert panel.spread
    assert sum(panel.spread.counts) == 5


@given(points=st.lists(st.integers(0, 50_000), min_size=1, max_size=60))
def test_every_run_is_in_the_bin_that_says_so(points: list[int]) -> None:
    found = histogram(points)
    assert sum(found.counts) == len(points)
    assert len(found.counts) <= MOST
    for one in points:
        low, high = found.range_of(found.bin_of(one))
        assert low <= one <= high
        assert found.counts[found.bin_of(one)]


def test_a_histogram_of_extremes() -> None:
    assert histogram([0, 2**62]).counts[-1] == 1
    with pytest.raises(ValueError, match="needs points"):
        histogram([])
