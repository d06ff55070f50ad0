"""The search climbs, the same call finds the same, and what it found is read back."""

import math
from pathlib import Path

import pytest
from attrs import evolve

from livegame.bots import games, tuning
from livegame.bots.expert import style as styles
from livegame.bots.expert.style import Style, Tuned, guess, known_leaning, known_weights, style_for
from livegame.bots.ladder import FIRST_SEED, NIGHTS
from livegame.bots.tuning import point_of, search, style_at, sweep, tune, tuned_toml
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import CONVERTER, load_toml, structure
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"


def test_the_search_finds_a_summit_in_many_directions() -> None:
    summit = [0.2 + 0.6 * (d % 4) / 3 for d in range(12)]

    def rate(turn: int, points: list[list[float]]) -> list[float]:
        return [-sum((x - s) ** 2 * (1 + d) for d, (x, s) in enumerate(zip(p, summit, strict=True)))
                for p in points]  # fmt: skip

    start = [0.5] * 12
    *_, found = search(rate, start, rounds=60, size=16, seed=3)
    assert rate(0, [found])[0] > 0.05 * rate(0, [start])[0]
    assert all(0.0 <= x <= 1.0 for x in found)


def test_the_search_is_the_same_each_time_and_hangs_on_its_seed() -> None:
    def rate(turn: int, points: list[list[float]]) -> list[float]:
        return [-math.dist(p, [0.9, 0.1, 0.3]) for p in points]

    runs = [search(rate, [0.5] * 3, rounds=5, size=6, seed=seed) for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


def test_points_and_styles_are_each_others_inverse() -> None:
    style = evolve(guess(), leaning={"taste": 1.7, "story": 0.3})
    again = style_at(point_of(style, ("taste", "story")), ("taste", "story"))
    assert numbers(again) == pytest.approx(numbers(style), abs=1e-3)
    assert again.leaning == pytest.approx(style.leaning, abs=1e-3)
    rows = known_weights()
    lowest = style_at([0.0] * (len(rows) + 1), ("taste",))
    assert numbers(lowest) == {w.id: pytest.approx(w.low) for w in rows}
    assert lowest.leaning == {"taste": known_leaning().low}


def numbers(style: Style) -> dict[str, float]:
    return {weight.id: getattr(style, weight.id) for weight in known_weights()}


@pytest.fixture
def short(short_nights: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(tuning, "shipped_world", lambda scenario: short_nights)
    monkeypatch.setattr(games, "shipped_world", lambda scenario: short_nights)
    return short_nights


@pytest.mark.slow
def test_a_tuning_is_made_again_exactly(short: World, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    options = {"rounds": 2, "size": 4, "nights": 2, "check": 2}
    one = tune(SCENARIO, ["peru", "spain"], progress=lambda *n: told.append(n), **options)
    monkeypatch.setattr(tuning, "BATCH", 3)
    assert tune(SCENARIO, ["peru", "spain"], **options) == one
    nights = (2 * 4 * 2 + (3 + 2) * 2) * 2  # two rounds, three finalists, before and after
    assert told[-1] == (nights, nights)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert one.seeds == f"{tuning.FIRST_SEED}:{tuning.FIRST_SEED + 2 * 2 + 2 * 2}"


def test_what_was_found_is_read_back(
    short: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = tune(SCENARIO, ["peru"], rounds=1, size=4, nights=1, check=1)
    file = tmp_path / "x.toml"
    file.write_text(tuned_toml(found), encoding="utf-8")
    assert structure(load_toml(file), Tuned, "x") == found


def test_missing_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Tuned(SCENARIO, 1, "", [], "1:2", 1, 4, 1, 0.0, 0.0, {"store": 1.0})
    monkeypatch.setattr(styles, "tuned", lambda scenario, role="": kept)
    style_for.cache_clear()
    with pytest.raises(ContentError, match=r"anybody\.toml: unknown or missing weights"):
        style_for("anything", "anybody")
    style_for.cache_clear()


def test_shipped_weights_lie_within_their_bounds_and_say_what_they_are() -> None:
    for weight in known_weights():
        assert len(weight.what) > 20
        assert len(weight.reason) > 20
    lean = known_leaning()
    for scenario, scene in library().scenarios.items():
        for role in scene.roles:
            style = style_for(scenario, role)
            for weight in known_weights():
                assert weight.low <= getattr(style, weight.id) <= weight.high, weight.id
            assert set(style.leaning) <= set(scene.pitches)
            assert all(lean.low <= value <= lean.high for value in style.leaning.values())


def test_tuned_seeds_are_never_played_by_the_ladder() -> None:
    for scenario in library().scenarios:
        rooms = ("", *library().scenarios[scenario].roles)
        for found in filter(None, (styles.tuned(scenario, role) for role in rooms)):
            first, end = map(int, found.seeds.split(":"))
            assert not set(range(first, end)) & set(range(FIRST_SEED, FIRST_SEED + NIGHTS))


def test_styles_survive_being_sent_elsewhere() -> None:
    style = evolve(guess(), store=0.123)
    assert CONVERTER.structure(CONVERTER.unstructure(style), Style) == style


def test_a_search_that_was_led_astray_keeps_what_it_began_with(
    short: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the rounds lead, what plays worse than the start on further nights is not kept."""
    good = numbers(guess())

    def rated(trial: tuning.Trial) -> list[list[float]]:
        early = trial.seeds[0] < tuning.FIRST_SEED + 2 * 2
        off = [sum(abs(v - good[k]) for k, v in numbers(style).items()) for style in trial.styles]
        return [[value if early else -value] * len(trial.seeds) for value in off]

    monkeypatch.setattr(tuning, "try_styles", rated)
    found = tune(SCENARIO, ["peru"], rounds=2, size=4, nights=2, check=2)
    assert found.weights == good
    assert found.points == found.start


def test_a_sweep_finds_a_weight_that_lies_far_off() -> None:
    best = [0.9, 0.1, 0.5]
    seen: list[int] = []

    def rate(turn: int, points: list[list[float]]) -> list[list[float]]:
        seen.append(turn)
        assert all(0.0 <= x <= 1.0 for point in points for x in point)
        return [[-sum((a - b) ** 2 for a, b in zip(p, best, strict=True))] * 2 for p in points]

    start = [0.5, 0.5, 0.5]
    found = sweep(rate, start, 7)
    assert found == pytest.approx([0.9, 0.1, 0.5])
    assert start == [0.5, 0.5, 0.5]
    assert seen == [7, 8, 9]


def test_a_sweep_is_not_moved_by_luck() -> None:
    """What is better in one night and worse in the next by more than on average is no better."""

    def rate(turn: int, points: list[list[float]]) -> list[list[float]]:
        return [[0.0, 0.0], *([90.0, -80.0] for _ in points[1:])]

    assert sweep(rate, [0.5, 0.5], 0) == [0.5, 0.5]


def test_a_room_has_its_own_weights_before_its_scenarios(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = numbers(guess())
    common = Tuned(SCENARIO, 1, "", ["peru"], "1:2", 1, 4, 1, 0.0, 0.0, weights)
    own = evolve(common, leaning={"taste": 2.0})
    kept = {("a", ""): common, ("a", "peru"): own}
    monkeypatch.setattr(styles, "tuned", lambda scenario, role="": kept.get((scenario, role)))
    style_for.cache_clear()
    assert style_for("a", "peru").leaning == {"taste": 2.0}
    assert style_for("a", "spain").leaning == {}
    style_for.cache_clear()
