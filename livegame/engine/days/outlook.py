"""What a day will likely bring, as far as anybody can know it in the morning: no luck is read."""

import numpy as np
from attrs import frozen

from livegame.engine.days.demand import buying, visitors
from livegame.engine.days.happenings import effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.engine.tables import ONE, Floats, exp_q16

TEN_PERCENT = 1.2816  # standard deviations between the middle and a tenth


@frozen
class Likely:
    """Packs of one good that the store's visitors will likely ask for: 10 and 90 %."""

    product: str
    low: int
    high: int


def outlook(season: Season, state: DayState) -> tuple[Likely, ...]:
    """The likely demand of today, by good, if everything were there.

    The band is that of the day's traffic and of tastes; what is on today counts, what may come
    tomorrow does not.
    """
    now = effects(season, state, state.day)
    plenty = np.full(len(season.goods), 10**9, dtype=np.int64)
    buy = buying(season, state, now, plenty, luck=False)
    crowd = season.share * visitors(season, state, now, luck=False)
    packs = (crowd[:, None] * buy).sum(axis=0) * (1.0 + season.world.rates.extra)
    spread = season.numbers.luck + season.world.rates.luck_taste
    wide = float(exp_q16(np.asarray([int(TEN_PERCENT * spread * ONE)]))[0])
    return tuple(
        Likely(good, int(n / wide), int(n * wide) + 1)
        for good, n in zip(season.goods, packs, strict=True)
    )


def ripening(season: Season, state: DayState) -> Floats:
    """Packs on the plants that will likely be fit to be picked, from today on, if nobody picks
    [days left, G]: ripe and not yet past it. The weather to come is not known, so it is usual."""
    stages = np.arange(state.plant.shape[1])
    fit = (stages >= season.ripe[:, None]) & (stages < season.over[:, None])
    plant = state.plant.astype(np.float64)
    found = np.zeros((season.days - state.day, len(season.goods)))
    for ahead in range(len(found)):
        found[ahead] = (plant * fit).sum(axis=1)
        moved = plant * season.growing[:, None]
        moved[:, -1] = 0.0
        plant = plant - moved
        plant[:, 1:] += moved[:, :-1]
        plant = plant * (1.0 - season.drop)
    return found
