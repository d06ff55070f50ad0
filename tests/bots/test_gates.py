"""The gates measure what they say: on made-up nights whose figures are known, and on real ones."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from livegame.bots import games
from livegame.bots.entries import Entry
from livegame.bots.evenings import Evenings
from livegame.bots.games import Played
from livegame.bots.gates import choices, drama, luck, order, prices, roles, scripts, verbs, weight
from livegame.bots.gates.families import FAMILIES
from livegame.bots.gates.gate import Gate, Measured, gates, passed
from livegame.bots.gates.moments import moments, spread
from livegame.bots.gates.setting import FIELD, Setting
from livegame.bots.ladder import FIRST_SEED, NIGHTS, spent_seeds
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"
SEEDS = range(40, 43)


def made(points: Sequence[int], pitches: dict[str, int] | None = None) -> Played:
    values = np.array(points, dtype=np.int64)
    count = Counter(pitches or {"taste": 1})
    return Played(values, values, values, count, Counter({"th-durian": 9, "th-rice": 1}))


class Known(Setting):
    """A setting whose nights are made up: what each entry comes to stands in a table."""

    table: Any

    def play(self, entries: Sequence[Entry], seeds: Sequence[int] | None = None) -> list[Played]:
        return [self.table(entry) for entry in entries]


def known(table: Any, seeds: Sequence[int] = range(4)) -> Known:
    setting = Known(SCENARIO, "thailand", seeds)
    setting.table = table
    return setting


FOUR = {"random": 100, "greedy": 500, "history": 700, "planner": 800, "expert": 1000}


def by_name(entry: Entry) -> Played:
    base = FOUR[entry.bot]
    return made([base, base + 2, base + 4, base + 6])


def figures(found: list[Measured]) -> dict[tuple[str, str], float | None]:
    return {(one.gate, one.subject): one.figure for one in found}


def test_order_takes_lower_ends_ratios_and_history() -> None:
    found = figures(order.measure(known(by_name)))
    assert found["step", "random-greedy"] == pytest.approx(400.0)
    assert found["step", "planner-expert"] == pytest.approx(200.0)
    assert found["history-between", "greedy-history"] == pytest.approx(200.0)
    assert found["expert-random", "thailand"] == pytest.approx(1003 / 103)
    assert found["greedy-share", "thailand"] == pytest.approx(503 / 1003)


def test_a_step_that_may_be_chance_is_below_nothing() -> None:
    wide = {**{bot: made([v] * 4) for bot, v in FOUR.items()}, "planner": made([0, 2000, 0, 2000])}
    found = figures(order.measure(known(lambda entry: wide[entry.bot])))
    assert found["step", "greedy-planner"] < 0  # type: ignore[operator]


def test_luck_counts_single_nights_of_the_stronger() -> None:
    table = {"planner": made([9, 9, 1, 9]), "greedy": made([5, 5, 5, 5])}
    found = luck.measure(known(lambda entry: table.get(entry.bot, made([1, 1, 1, 1]))))
    assert found[0].figure == 0.75
    weaker = {"planner": made([1, 1, 1, 9]), "greedy": made([5, 5, 5, 5])}
    found = luck.measure(known(lambda entry: weaker.get(entry.bot, made([1, 1, 1, 1]))))
    assert found[0].figure == 0.75


def test_luck_without_the_planner_is_not_measured() -> None:
    setting = known(by_name)
    setting.bots = ("random", "greedy", "expert")
    (found,) = luck.measure(setting)
    assert (found.figure, passed(found)) == (None, None)


def test_verbs_say_what_is_lost_without_each() -> None:
    def table(entry: Entry) -> Played:
        return made([600] * 4) if entry.without == ("taste",) else made([1000] * 4)

    found = figures(verbs.measure(known(table)))
    assert found["verb-loss", "taste"] == pytest.approx(0.4)
    assert found["verb-loss", "cut"] == 0.0
    assert len(found) == 10 + 7


@pytest.mark.parametrize(("best", "share"), [(900, 0.9), (1250, 1.0)])
def test_prices_are_held_against_the_best_of_all(best: int, share: float) -> None:
    def table(entry: Entry) -> Played:
        if entry.percent == 110:
            return made([best] * 4)
        return made([100 if entry.percent else 1000] * 4)

    (found,) = prices.measure(known(table))
    assert found.figure == pytest.approx(share)
    assert found.subject.startswith("110 %")


def test_uses_are_shares_of_the_experts_beats() -> None:
    setting = known(lambda entry: made([1] * 4, {"taste": 3, "countdown": 1}), range(0))
    found = figures(choices.measure(setting))
    assert found["pitch-use", "taste"] == 0.75
    assert found["pitch-use", "guest"] == 0.0
    assert found["good-use", "th-rice"] == 0.1
    assert found["good-use", "th-coconut"] == 0.0


def test_who_is_behind_the_median_rival() -> None:
    sales = np.array([[10, 20, 30, 40, 50], [9, 9, 9, 9, 8]])
    behind = drama.behind_median(sales)
    assert behind.tolist() == [
        [True, True, False, False, False],
        [False, False, False, False, True],
    ]


def test_a_comeback_in_a_small_field_is_to_the_first_place() -> None:
    assert [drama.top(rooms) for rooms in (3, 5, 6, 16)] == [1, 1, 3, 3]


def test_ranges_are_closed_and_may_be_open_at_one_end() -> None:
    assert Gate("x", "y", "", "", "", 1.0, 2.0).holds(2.0)
    assert not Gate("x", "y", "", "", "", 1.0, 2.0).holds(2.01)
    assert Gate("x", "y", "", "", "", None, 2.0).holds(-9.0)
    assert not Gate("x", "y", "", "", "", 1.0, None).holds(0.99)


def test_every_gate_has_a_family_that_measures_it_and_a_reason() -> None:
    assert {gate.family for gate in gates().values()} == set(FAMILIES)
    for gate in gates().values():
        assert len(gate.what) > 20
        assert len(gate.reason) > 20


def test_nights_that_choose_a_script_are_not_those_that_judge_it() -> None:
    spent = spent_seeds(SCENARIO)
    assert sorted(spent.values()) == ["fit", "scripts", "tuning", "tuning"]
    ladder = range(FIRST_SEED, FIRST_SEED + NIGHTS)
    assert not any(set(ladder) & set(used) for used in spent)


def test_the_moments_of_a_night_are_spread_over_it() -> None:
    assert spread(list(range(100)), 4) == [12, 37, 62, 87]  # type: ignore[arg-type]
    assert spread([1, 2], 5) == [1, 2]  # type: ignore[list-item]


@pytest.fixture
def short(short_nights: World, monkeypatch: pytest.MonkeyPatch) -> World:
    from livegame.bots.gates import moments as kept
    from livegame.bots.gates import setting

    for module in (games, drama, scripts, weight, kept, setting):
        monkeypatch.setattr(module, "shipped_world", lambda scenario: short_nights)
    return short_nights


def test_a_moment_played_on_as_it_was_is_the_same_night(short: World) -> None:
    """Taking again the very decisions of the expert must lead to the very same end."""
    from livegame.bots.games import Job, start
    from livegame.engine.hashing import state_hash

    room = short.room_of("peru")
    end = start(short, Job(SCENARIO, "peru", Entry("expert"), (4,))).play()
    found = moments(SCENARIO, "peru", 4, 3)
    assert len(found) == 3
    for moment in found:
        again = weight._Otherwise(moment.host, moment.actions[-1])  # type: ignore[arg-type]
        evenings = Evenings(short, room, [again], moment.state, minute=moment.minute)
        assert state_hash(evenings.play()) == state_hash(end)


def test_weights_are_measured_on_every_legal_beat(short: World) -> None:
    setting = Setting(SCENARIO, "peru", range(2))
    found = weight.measure(setting)
    assert [one.nights for one in found] == [2 * weight.EACH] * 3
    assert all(one.figure is not None and 0 <= one.figure <= 1 for one in found)
    assert found[0].figure >= found[1].figure  # type: ignore[operator]


def test_the_best_pitch_is_that_of_the_way_that_ended_best(
    short: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (moment,) = moments(SCENARIO, "peru", 4, 1)

    def ended(world: World, evenings: Evenings) -> Played:
        beats = [host._beat for host in evenings.hosts]  # type: ignore[attr-defined]
        return made([100 if beat.pitch == "story" else 50 for beat in beats])

    monkeypatch.setattr(weight, "outcome", ended)
    choice = weight._choice(short, short.room_of("peru"), moment)
    assert choice.best == "story"
    assert choice.difference == pytest.approx(1.0 if moment.actions[-1].pitch != "story" else 0.5)  # type: ignore[union-attr]


@pytest.mark.slow
def test_every_family_measures_something_on_real_nights(short: World) -> None:
    setting = Setting(SCENARIO, "peru", SEEDS, bots=[b for b in FIELD if b != "planner"])
    found = [one for measure in FAMILIES.values() for one in measure(setting)]
    measured = {one.gate for one in found}
    assert measured == set(gates())
    for one in found:
        if one.gate not in ("single-wins", "script-order", "comeback-expert", "comeback-random"):
            assert one.figure is not None, one
            assert passed(one) is not None


def test_roles_are_measured_against_their_mean(short: World) -> None:
    found = roles.measure(Setting(SCENARIO, "peru", range(1)))
    assert [one.subject for one in found] == list(short.roles)
    assert sum(one.figure or 0.0 for one in found) == pytest.approx(0.0)
