"""No single price is right all night."""

from livegame.bots.entries import Entry
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting

STEP = 10  # per cent of the usual price


def measure(setting: Setting) -> list[Measured]:
    """The best constant multiple of the usual prices against the best of all, free prices too.

    The mean of each multiple is taken against the highest mean, whichever that is: where a
    constant multiple is the best there is, its figure is 1.
    """
    rates, nights = setting.world.rates, len(setting.seeds)
    multiples = range(-(-rates.price_low // STEP) * STEP, rates.price_high + 1, STEP)
    played = setting.play([Entry("expert", percent=percent) for percent in multiples])
    means = {m: float(p.points.mean()) for m, p in zip(multiples, played, strict=True)}
    top = max(means, key=lambda percent: (means[percent], -percent))
    best = max(means[top], float(setting.field["expert"].points.mean()), 1.0)
    note = ", ".join(f"{percent} %: {mean:.0f}" for percent, mean in means.items())
    return [Measured("price-share", f"{top} % of the usual", means[top] / best, nights, note)]
