"""Contests come out the same however they are split; ladders are ranked by what was played."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from livegame.bots import games
from livegame.bots.entries import BotError, Entry, maker
from livegame.bots.games import Job, Played, jobs_for, play, play_all
from livegame.bots.ladder import climb, ranked
from livegame.engine.actions import Beat
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"
SEEDS = (3, 1, 2**63 - 1, 8, 20)
CONTESTS = [(SCENARIO, "peru", Entry(bot), SEEDS) for bot in ("greedy", "random")]


@pytest.fixture(autouse=True)
def _short(short_nights: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(games, "shipped_world", lambda scenario: short_nights)


def same(one: Sequence[Played], other: Sequence[Played]) -> bool:
    return all(
        np.array_equal(a.settled, b.settled)
        and np.array_equal(a.points, b.points)
        and np.array_equal(a.rank, b.rank)
        and (a.pitches, a.goods) == (b.pitches, b.goods)
        for a, b in zip(one, other, strict=True)
    )


def test_the_size_of_a_batch_and_the_executor_do_not_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = play_all(CONTESTS)
    monkeypatch.setattr(games, "BATCH", 2)
    assert same(play_all(CONTESTS), whole)
    with ThreadPoolExecutor(2) as executor:
        assert same(play_all(CONTESTS, executor=executor), whole)


def test_nights_come_in_the_order_of_the_seeds() -> None:
    found = play_all([(SCENARIO, "peru", Entry("greedy"), SEEDS)])[0]
    for at, seed in enumerate(SEEDS):
        alone = play(Job(SCENARIO, "peru", Entry("greedy"), (seed,)))
        assert alone.settled[0] == found.settled[at]


def test_progress_counts_nights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(games, "BATCH", 2)
    told: list[tuple[int, int]] = []
    play_all(CONTESTS, progress=lambda *numbers: told.append(numbers))
    assert told == [(2, 10), (4, 10), (5, 10), (7, 10), (9, 10), (10, 10)]


def test_jobs_hold_every_seed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(games, "BATCH", 2)
    jobs = jobs_for(SCENARIO, "peru", Entry("greedy"), SEEDS)
    assert [seed for job in jobs for seed in job.seeds] == list(SEEDS)


def test_beats_are_counted_by_pitch_and_good() -> None:
    found = play_all([(SCENARIO, "peru", Entry("random"), SEEDS)])[0]
    assert found.pitches.total() >= found.goods.total() > 0
    assert set(found.goods) <= {"pe-avocado"} | {name for name in found.goods if name[:3] == "pe-"}


def made(points: list[int]) -> Played:
    values = np.array(points, dtype=np.int64)
    return Played(values, values, values, games.Counter(), games.Counter())


def test_the_ladder_stands_from_the_lowest_mean_up() -> None:
    entries = [Entry("greedy"), Entry("random"), Entry("expert")]
    rows = ranked(entries, [made([20, 30]), made([1, 5]), made([25, 26])])
    assert [row.entry.bot for row in rows] == ["random", "greedy", "expert"]
    assert rows[0].step is None
    assert rows[1].step is not None
    assert rows[1].step.mean == 22.0
    assert rows[2].wins == 0.5


def test_an_unknown_bot_is_refused_before_anything_is_played() -> None:
    told: list[int] = []
    with pytest.raises(BotError, match="no bot 'oracle'"):
        climb(SCENARIO, "peru", [Entry("random"), Entry("oracle")], SEEDS,
              progress=lambda done, of: told.append(done))  # fmt: skip
    assert not told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "no such Python file"),
        ("Other = 3", "no class or function 'Mine'"),
        ("Mine = 3", "no class or function 'Mine'"),
        ("def Mine(seed): return 3", "makes a int, not a livegame"),
        ("1 / 0", "ZeroDivisionError"),
        ("def Mine(:", "SyntaxError"),
    ],
)
def test_a_file_that_holds_no_bot_is_refused_in_words(tmp_path, text, says) -> None:  # type: ignore[no-untyped-def]
    maker.cache_clear()  # it remembers by path, and a folder's name may come again
    file = tmp_path / "own.py"
    if text is not None:
        file.write_text(text)
    with pytest.raises(BotError, match=says):
        maker(f"{file}:Mine")(1)


def test_a_running_order_does_the_same_every_night() -> None:
    turns = ((Beat("taste", "pe-avocado"),), (Beat("breathe"),))
    world = games.shipped_world(SCENARIO)
    goods = [good.id for good in world.goods[world.room_of("peru")]]
    turns = ((Beat("taste", goods[0]),), (Beat("breathe"),))
    found = play(Job(SCENARIO, "peru", Entry("script", turns=turns), SEEDS))
    assert set(found.pitches) == {"taste", "breathe"}
    assert set(found.goods) == {goods[0]}
