"""The honest forecast: the same each time, in order, blind to the night's own luck, and right."""

import pytest
from attrs import frozen

from livegame.bots.forecast import AFTER, FINE, FIRST_SEED, Band, forecast
from livegame.bots.players import legal_beats
from livegame.engine.actions import Beat
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.rivals import scripted
from livegame.engine.state import State, evolve
from livegame.engine.watch import sales_now
from livegame.engine.world import World


@pytest.fixture(scope="module")
def moment(world: World) -> State:
    """Two minutes on, the host of Thailand idle."""
    state = begin(world, [4], [0])
    for _ in range(24):
        state, _ = tick(world, state)
    return state


@pytest.fixture(scope="module")
def bands(world: World, moment: State) -> list[Band]:
    return forecast(world, moment, 0, legal_beats(world, moment, 0))


def test_every_beat_has_its_band(world: World, moment: State, bands: list[Band]) -> None:
    assert [band.action for band in bands] == legal_beats(world, moment, 0)
    assert len(bands) > 20


def test_bands_are_in_order(bands: list[Band]) -> None:
    for band in bands:
        for low, high in (band.sales, band.packs, band.watching, band.desire, band.trust):
            assert low <= high
        assert band.sales[0] >= 0
        assert band.packs[0] >= 0


def test_a_forecast_is_the_same_each_time(world: World, moment: State, bands: list[Band]) -> None:
    assert forecast(world, moment, 0, legal_beats(world, moment, 0)) == bands


def test_a_band_does_not_depend_on_what_else_was_asked(
    world: World, moment: State, bands: list[Band]
) -> None:
    for band in bands[::7]:
        (alone,) = forecast(world, moment, 0, [band.action])
        assert alone == band


def test_asking_changes_nothing(world: World, moment: State) -> None:
    before = state_hash(moment)
    forecast(world, moment, 0, [Beat("giveaway"), Beat("taste", "th-durian")])
    assert state_hash(moment) == before


def test_the_forecast_does_not_see_the_nights_luck(world: World, moment: State) -> None:
    beats = [Beat("taste", "th-durian"), Beat("giveaway")]
    lucky = evolve(moment, luck_taste=moment.luck_taste * 0 + 60_000)
    other_seed = evolve(moment, seeds=(99,))
    assert forecast(world, lucky, 0, beats) == forecast(world, moment, 0, beats)
    assert forecast(world, other_seed, 0, beats) == forecast(world, moment, 0, beats)


def test_no_night_is_played_under_the_forecasts_seeds() -> None:
    assert FIRST_SEED >= 2**60


def test_nothing_is_forecast_after_the_end_or_for_no_beats(world: World, moment: State) -> None:
    assert forecast(world, moment, 0, []) == []
    over = evolve(moment, tick=world.ticks)
    assert forecast(world, over, 0, [Beat("breathe")]) == []


def test_near_the_end_only_what_is_left_counts(world: World, moment: State) -> None:
    late = evolve(moment, tick=world.ticks - 1)
    (short,) = forecast(world, late, 0, [Beat("taste", "th-durian")])
    (whole,) = forecast(world, moment, 0, [Beat("taste", "th-durian")])
    assert 0 < short.sales[1] < 0.5 * whole.sales[1]


@pytest.mark.parametrize(
    ("pitch", "figure"), [("demonstrate", "desire"), ("story", "trust"), ("giveaway", "watching")]
)
def test_a_pitch_promises_what_it_is_for(bands: list[Band], pitch: str, figure: str) -> None:
    def best(name: str) -> int:
        return max(getattr(b, figure)[0] for b in bands if b.action.pitch == name)

    assert best(pitch) > best("breathe")


FIGURES = ("sales", "packs", "watching", "desire", "trust")
NIGHTS, EVERY = 6, 11  # nights for each of sixteen rooms; every so many beats of a night


@frozen
class Case:
    """One beat: what was promised, and what came."""

    band: Band
    came: dict[str, int]

    def inside(self, figure: str) -> bool:
        low, high = getattr(self.band, figure)
        return bool(low <= self.came[figure] <= high)

    def certain(self, figure: str) -> bool:
        """Whether luck has no part in it, as with the packs of a good whose link is shut."""
        low, high = getattr(self.band, figure)
        return bool(low == high == self.came[figure])


def mean_desire(state: State, room: int, slot: int) -> int:
    """Desire weighted by who watches, per mille."""
    crowd = state.viewers[0, room]
    desire = int((state.desire[0, room, :, slot] * crowd).sum())
    return desire * FINE // max(int(crowd.sum()), 1) >> 16


def outcome(world: World, state: State, room: int, band: Band) -> Case:
    """The beat in the true night, then a minute of silence, as the forecast has it."""
    slot = max(world.slot_of(room, band.action.product), 0)
    begun = now = act(world, state, room, band.action)
    for _ in range(int(begun.left[0, room])):
        now, _ = tick(world, now)
    came = {
        "watching": int((now.viewers - begun.viewers)[0, room].sum()),
        "trust": int((now.trust - begun.trust)[0, room]) * 1000 >> 16,
        "desire": mean_desire(now, room, slot) - mean_desire(begun, room, slot),
    }
    for _ in range(AFTER // world.tick_seconds):
        now, _ = tick(world, now)
    packs = now.sold + now.owed - begun.sold - begun.owed
    sales = sales_now(now) - sales_now(begun)
    came |= {"sales": int(sales[0, room]), "packs": int(packs[0, room, slot])}
    return Case(band, came)


def cases_of(world: World, role: str, seed: int) -> list[Case]:
    """Some beats of history's night in a room, and beside each one that it did not choose."""
    room, found, count = world.room_of(role), [], seed
    state = begin(world, [seed], [room])
    while state.tick < world.ticks - 30:
        if state.left[0, room] == 0:
            *before, beat = scripted(world, state, room)
            for action in before:
                state = act(world, state, room, action)
            assert isinstance(beat, Beat)
            count += 1
            if count % EVERY == 0:
                legal = legal_beats(world, state, room)
                for band in forecast(world, state, room, [beat, legal[count % len(legal)]]):
                    found.append(outcome(world, state, room, band))
            state = act(world, state, room, beat)
        state, _ = tick(world, state)
    return found


@pytest.fixture(scope="module")
def cases(world: World) -> list[Case]:
    """Beats in 96 nights that had no part in choosing the tails of the bands."""
    nights = ((n + 16 * k, role) for k in range(NIGHTS) for n, role in enumerate(world.roles))
    return [case for n, role in nights for case in cases_of(world, role, 5000 + n)]


@pytest.mark.slow
@pytest.mark.parametrize("figure", FIGURES)
def test_four_in_five_come_out_within_their_band(cases: list[Case], figure: str) -> None:
    uncertain = [case for case in cases if not case.certain(figure)]
    share = sum(case.inside(figure) for case in uncertain) / max(len(uncertain), 1)
    print(f"{figure}: {share:.3f} of {len(uncertain)} beats, {len(cases)} in all")
    if (
        figure == "trust"
    ):  # luck moves it in very few beats: elsewhere the band is one figure, and right
        assert sum(case.inside(figure) for case in cases) / len(cases) >= 0.95
    else:
        assert len(uncertain) >= 150
        assert 0.75 <= share <= 0.85
